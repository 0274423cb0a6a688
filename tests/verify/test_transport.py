"""A request goes to the host that it names, within its time, and nowhere else."""

import base64
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leakguard.errors import NoAnswer
from leakguard.examples import made_up
from leakguard.verify import transport
from leakguard.verify.address import Address, parsed
from leakguard.verify.transport import LARGEST, send
from tests.exchange.faults import Fault
from tests.exchange.server import serving
from tests.exchange.venue import Answered

WORD = made_up("base62", 12, 123)


def get(address: Address, timeout: float = 2.0) -> int:
    return send(address, "GET", "/api/v3/ping", {}, timeout=timeout).status


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (Fault.SILENT, "it does not answer in time"),
        (Fault.SLOW, "it does not answer in time"),
        (Fault.HEADERS, "it does not answer in time"),
        (Fault.TRUNCATED, "it breaks its answer off"),
        (Fault.GARBAGE, "no HTTP"),
        (Fault.HUGE, "its answer is too long"),
    ],
)
def test_what_is_no_answer_is_told(fault: Fault, why: str) -> None:
    with serving() as exchange:
        exchange.fault = fault
        with pytest.raises(NoAnswer, match=why):
            get(parsed(exchange.url), 0.6 if fault is not Fault.HUGE else 20)


def test_an_answer_of_the_longest_size_is_read() -> None:
    with serving(answer=lambda _: Answered(200, "x" * (LARGEST - 2))) as exchange:
        received = send(parsed(exchange.url), "GET", "/", {}, timeout=20)
    assert len(received.body) == LARGEST


def test_a_redirect_is_not_followed() -> None:
    with serving() as other, serving() as exchange:
        exchange.fault, exchange.elsewhere = Fault.REDIRECT, f"{other.url}/api/v3/ping"
        assert get(parsed(exchange.url)) == 302
        assert other.asked == []


def test_a_host_that_refuses_the_connection_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NoAnswer, match=f"http://127.0.0.1:{port}: it refuses the connection"):
        get(parsed(f"http://127.0.0.1:{port}"))


def test_a_name_that_is_nobodys_is_told() -> None:
    with pytest.raises(NoAnswer, match=r"there is no such host|cannot be reached"):
        get(parsed("https://none.invalid"))


def test_plain_http_to_another_machine_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a name of this machine leads elsewhere."""
    monkeypatch.setattr(transport, "_peer", lambda _: "192.0.2.1")
    with serving() as exchange:
        with pytest.raises(NoAnswer, match="plain http is for this machine alone"):
            get(parsed(exchange.url))
        assert exchange.asked == []


@contextmanager
def tunnelling() -> Iterator[tuple[int, list[bytes]]]:
    """A proxy that notes what it is asked for, and opens no tunnel."""
    seen: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                seen.append(connection.recv(65536))
                connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], seen
        thread.join(5)


def test_a_proxy_is_asked_for_a_tunnel_and_sees_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with tunnelling() as (port, seen):
        monkeypatch.setenv("https_proxy", f"http://ada:{WORD}@127.0.0.1:{port}")
        with pytest.raises(NoAnswer) as raised:
            send(
                parsed("https://api.example"), "GET", "/x?signature=1", {"X-MBX-APIKEY": "key"},
                timeout=5,
            )  # fmt: skip
    assert seen[0].startswith(b"CONNECT api.example:443 HTTP/1.")
    login = base64.b64encode(f"ada:{WORD}".encode())
    assert b"Proxy-Authorization: Basic " + login in seen[0]
    assert b"signature" not in seen[0]
    assert b"MBX" not in seen[0]
    assert str(raised.value) == "https://api.example: the proxy does not let it through"


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("127.0.0.1:9", "the proxy refuses the connection"),
        ("no.invalid:9", "there is no such host as the proxy's"),
    ],
    ids=["closed", "unknown"],
)
def test_a_proxy_that_is_not_there_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, host: str, told: str
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", f"http://{host}")
    with pytest.raises(NoAnswer, match=told):
        get(parsed("https://api.example"))


@pytest.mark.parametrize("login", [b"ada:\xff", b"ada:%FF"], ids=["byte", "percent"])
def test_a_password_of_a_proxy_may_be_any_bytes(
    monkeypatch: pytest.MonkeyPatch, login: bytes
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with tunnelling() as (port, seen):
        monkeypatch.setenv("https_proxy", f"http://{os.fsdecode(login)}@127.0.0.1:{port}")
        with pytest.raises(NoAnswer):
            get(parsed("https://api.example"))
    assert b"Proxy-Authorization: Basic " in seen[0]


def test_a_connection_that_cannot_be_set_up_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As where the environment has a file for keys of TLS that cannot be written."""
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "none" / "keys"))
    with pytest.raises(NoAnswer, match="cannot be reached"):
        get(parsed("https://127.0.0.1:9"))
