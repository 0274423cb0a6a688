"""No secret is seen by anybody: not in what is sent, written, logged or raised."""

import contextlib
import functools
import http.client
import io
import json
import logging
import socket
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leakguard.cli import verify as command
from leakguard.examples import made_up
from leakguard.verify import others, transport
from leakguard.verify.asking import Asking
from tests.cli.conftest import Run, run
from tests.exchange.faults import Fault
from tests.exchange.keys import EVERYTHING, ed25519_key, hmac_key, rsa_key
from tests.exchange.server import Exchange, serving
from tests.verify.asked import pair

__all__ = ("run",)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

HMAC = hmac_key(101, permissions=EVERYTHING)
DEAD = hmac_key(103)
PRIVATE = {"ed25519": ed25519_key(105), "rsa": rsa_key(107)}
OKX_KEY = "-".join(made_up("hex", length, 109) for length in (8, 4, 4, 4, 12))
OKX_SECRET = made_up("hex", 32, 110).upper()
BODIES = ["".join(it.secret.splitlines()[1:-1]) for it in PRIVATE.values()]
SECRETS = [HMAC.secret, DEAD.secret, OKX_SECRET, *BODIES]

FILES = {
    "bot.py": "from binance.client import Client\n"
    f'client = Client("{HMAC.id}", "{HMAC.secret}")\nclient.get_account()\n',
    f"{HMAC.secret}.py": "from binance.client import Client\nclient = Client(KEY, SECRET)\n"
    "client.get_account()\n",
    "old.env": f"BINANCE_LIVE_API_KEY={DEAD.id}\nBINANCE_LIVE_API_SECRET={DEAD.secret}\n",
    "okx.env": f"OKX_API_KEY={OKX_KEY}\nOKX_SECRET_KEY={OKX_SECRET}\n"
    f"OKX_PASSPHRASE={made_up('base62', 12, 111)}!\n",
    **{
        f"{kind}.yaml": f"binance:\n  live_api_key: {key.id}\n  live_private_key: "
        + json.dumps(key.secret)
        + "\n"
        for kind, key in PRIVATE.items()
    },
}


def seen(text: str, run: int = 8) -> set[str]:
    """Give those of the secrets of which `run` characters in a row are in a text."""
    return {
        value
        for value in SECRETS
        # What a private key begins with says only of what kind it is.
        for start in range(40 if len(value) > 40 and value.startswith("M") else 0,
                           len(value) - run + 1)
        if value[start : start + run] in text
    }  # fmt: skip


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """Notes what is sent and logged, with everybody as talkative as can be."""
    noted: dict[str, Any] = {"sent": b"", "log": io.StringIO(), "raised": []}
    real = socket.socket.sendall

    def sendall(self: socket.socket, data: Any, *more: Any) -> None:
        if threading.current_thread() is threading.main_thread():  # not what the exchange answers
            noted["sent"] += bytes(data)
        real(self, data, *more)

    monkeypatch.setattr(socket.socket, "sendall", sendall)
    monkeypatch.setattr(http.client.HTTPConnection, "debuglevel", 9)
    handler = logging.StreamHandler(noted["log"])
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)

    real_send = transport.send

    def send(*arguments: Any, **options: Any) -> Any:
        try:
            return real_send(*arguments, **options)
        except Exception as error:
            noted["raised"].append(error)
            raise

    monkeypatch.setattr("leakguard.verify.asking.send", send)
    real_ccxt = others._ccxt

    def talkative() -> Any:
        module = real_ccxt()
        monkeypatch.setattr(module.Exchange, "verbose", True)
        return module

    monkeypatch.setattr(others, "_ccxt", talkative)
    yield noted
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def exchange() -> Iterator[Exchange]:
    with serving([HMAC, *PRIVATE.values()]) as running:
        yield running


def told(error: BaseException) -> str:
    """All that an exception says, with what it comes from, and the values on its way."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=False)
    chain, texts = error, []
    while chain is not None:
        texts += [str(chain), repr(chain)]
        chain = chain.__cause__ or chain.__context__  # type: ignore[assignment]
    return "\n".join([*frames.format(chain=True), *texts])


@pytest.mark.parametrize(
    ("fault", "kind"), [(None, "text"), (None, "json"), *((it, "text") for it in Fault)]
)
def test_no_secret_is_seen(
    run: Run,
    tmp_path: Path,
    exchange: Exchange,
    watched: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault | None,
    kind: str,
) -> None:
    monkeypatch.setattr(command, "Asking", functools.partial(Asking, interval=0))
    folder = tmp_path / "project"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    exchange.fault = fault
    done = run("verify", ".", "--yes", "--endpoint", exchange.url, "--format", kind,
               "--timeout", "0.2", "--output", "../out.json", cwd=folder)  # fmt: skip
    written = (tmp_path / "out.json").read_text()
    assert len(json.loads(written)["verified"]) == 5
    assert ("get_account" in written) is (fault is None), (
        "the file that is called like a key is told"
    )
    assert HMAC.id.encode() in watched["sent"], "what is watched is what is sent"
    everything = [
        done.out, done.err, written, watched["log"].getvalue(), watched["sent"].decode("latin-1"),
        exchange.traffic, *map(told, watched["raised"]),
    ]  # fmt: skip
    assert [seen(it) for it in everything] == [set()] * len(everything)
    assert bool(watched["raised"]) is (
        fault
        in (Fault.SILENT, Fault.SLOW, Fault.HEADERS, Fault.TRUNCATED, Fault.GARBAGE, Fault.HUGE)
    )


def test_the_secrets_would_be_seen() -> None:
    """If not, the test above would say nothing."""
    assert seen("".join(FILES.values()).replace("\\n", "")) == set(SECRETS)


@pytest.mark.parametrize(
    "place",
    ["leakguard.verify.signing.hmac", "leakguard.verify.binance.read"],
    ids=["sign", "read"],
)
def test_an_internal_error_shows_no_secret(
    run: Run, tmp_path: Path, exchange: Exchange, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ValueError(HMAC.secret)

    class Failing:
        new = staticmethod(fail)

    monkeypatch.setattr(command, "Asking", functools.partial(Asking, interval=0))
    monkeypatch.setattr(place, Failing if place.endswith("hmac") else fail)
    (tmp_path / "bot.py").write_text(FILES["bot.py"])
    done = run("verify", ".", "--yes", "--endpoint", exchange.url, cwd=tmp_path)
    assert (done.code, "internal error: ValueError" in done.err) == (2, True)
    assert (seen(done.out), seen(done.err)) == (set(), set())


def test_what_is_remembered_of_a_pair_prints_masked() -> None:
    made = pair(HMAC)
    assert seen(repr(made) + str(made)) == set()
    assert HMAC.id not in repr(made)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        print(made, file=sys.stdout)
    assert seen(printed.getvalue()) == set()
