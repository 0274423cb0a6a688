"""What tests of `leakguard.verify` share: a pair to ask about, and a run that waits for nothing."""

from dataclasses import dataclass, field
from typing import Any

from leakguard.finding import Severity
from leakguard.secret import Secret
from leakguard.verify import binance
from leakguard.verify.address import Address, parsed
from leakguard.verify.asking import Asking
from leakguard.verify.environments import LIVE, Environment
from leakguard.verify.pairs import Pair, Seen
from leakguard.verify.signing import signer
from leakguard.verify.verdict import Answer
from tests.exchange.keys import IssuedKey
from tests.exchange.server import Exchange


@dataclass
class Waited:
    """What a run would have waited, in seconds."""

    seconds: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)


def asking(waited: Waited | None = None, **options: Any) -> Asking:
    """A run that waits for nothing, and gives a request up after two seconds."""
    return Asking(**{"interval": 0, "timeout": 2.0, "sleep": (waited or Waited()).sleep, **options})


def ask(
    exchange: Exchange,
    key: IssuedKey,
    environment: Environment = LIVE,
    run: Asking | None = None,
) -> Answer:
    """Ask an exchange about one of its keys, as the command does."""
    return binance.ask(
        run or asking(),
        environment,
        parsed(exchange.url),
        Secret(key.id),
        signer(Secret(key.secret)),
    )


def pair(key: IssuedKey, provider: str = "Binance", **others: Any) -> Pair:
    """A pair as a scan finds it."""
    given = {
        "provider": provider, "key": Secret(key.id), "secret": Secret(key.secret),
        "passphrase": None, "secret_id": "0" * 24, "severity": Severity.CRITICAL,
        "marks": frozenset(), "sandbox": False, "seen": (Seen("bot.py", 3, "f" * 32),),
    }  # fmt: skip
    return Pair(**{**given, **others})


def address(exchange: Exchange) -> Address:
    return parsed(exchange.url)
