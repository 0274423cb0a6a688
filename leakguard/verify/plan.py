"""What is going to be asked, before anything is: the addresses, in order, and why not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from leakguard.errors import NotInstalled, UsageError, VerifyError
from leakguard.text import nearest, quoted
from leakguard.verify import binance
from leakguard.verify.address import Address, parsed
from leakguard.verify.asking import Asking
from leakguard.verify.environments import BINANCE, US, Environment, of_binance
from leakguard.verify.exchanges import EXCHANGES, Exchange
from leakguard.verify.pairs import Pair
from leakguard.verify.signing import signer
from leakguard.verify.verdict import Answer

Endpoints = Mapping[str | None, Address]
"""The addresses that are asked instead, by the names of the environments; None stands for all."""


@dataclass(frozen=True, slots=True)
class Target:
    """One environment that is asked about one pair."""

    name: str
    title: str
    is_test: bool
    address: Address
    ask: Callable[[Asking], Answer]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked about a pair: one target after the other, until it is alive at one."""

    pair: Pair
    targets: tuple[Target, ...] = ()
    obstacle: str | None = None
    """Why nothing is asked about it."""
    is_error: bool = False
    """Whether that is something to mend, rather than a choice: a package is missing."""


def names() -> list[str]:
    """Give the names of all environments."""
    return [*(it.name for it in BINANCE), *(it.name for it in EXCHANGES.values())]


def endpoints(given: Iterable[str]) -> Endpoints:
    """Read what `--endpoint` gives: URLs, each with or without the name of an environment.

    Raises:
        UsageError: there is no environment of a name, or two addresses for one.
        VerifyError: an address is none that is asked.
    """
    found: dict[str | None, Address] = {}
    for text in given:
        name, sign, url = text.partition("=")
        is_named = bool(sign) and "/" not in name
        if is_named and name not in names():
            hint = nearest(name, names())
            raise UsageError(f"--endpoint: there is no environment {quoted(name)}{hint}")
        place = name if is_named else None
        if place in found:
            raise UsageError("--endpoint: there are two addresses for one environment")
        found[place] = parsed(url if is_named else text)
    return found


def plan(pair: Pair, given: Endpoints, *, may_disturb: bool) -> Plan:
    """Give what is going to be asked about a pair; nothing is sent for it."""
    try:
        if pair.provider in ("Binance", US.title):
            return Plan(pair, tuple(_of_binance(pair, given)))
        exchange = EXCHANGES.get(pair.provider)
        if exchange is None or not pair.key.reveal().startswith(exchange.key_form):
            reason = f"leakguard knows no request of {pair.provider} that only reads"
            reason += ", for a key of this kind, without the secret in it."
            return Plan(pair, obstacle=reason)
        if "password" in exchange.needs and pair.passphrase is None:
            return Plan(
                pair, obstacle=f"{pair.provider} wants a passphrase; none is near the pair."
            )
        if exchange.has_nonces and not may_disturb:
            reason = f"{exchange.disturbance} Ask all the same with --may-disturb-bots."
            return Plan(pair, obstacle=reason)
        return Plan(pair, (_of_exchange(exchange, pair, given),))
    except VerifyError as error:
        return Plan(pair, obstacle=f"{error}.", is_error=isinstance(error, NotInstalled))


def _of_binance(pair: Pair, given: Endpoints) -> Iterable[Target]:
    sign = signer(pair.secret)
    for environment in of_binance(pair.provider, pair.marks, sandbox=pair.sandbox):
        address = _address(environment.name, environment.url, given)

        def ask(
            asking: Asking, environment: Environment = environment, address: Address = address
        ) -> Answer:
            return binance.ask(asking, environment, address, pair.key, sign)

        yield Target(environment.name, environment.title, environment.is_test, address, ask)


def _of_exchange(exchange: Exchange, pair: Pair, given: Endpoints) -> Target:
    from leakguard.verify import others  # ccxt takes a second: only where it is needed

    question = others.question(exchange, pair)
    address = _address(exchange.name, question.url, given)
    return Target(
        exchange.name,
        exchange.provider + (" (test environment)" if pair.sandbox else ""),
        pair.sandbox,
        address,
        lambda asking: others.ask(asking, question, address),
    )


def _address(name: str, url: str, given: Endpoints) -> Address:
    return given.get(name) or given.get(None) or parsed(url)
