"""One HTTP request: within a time, up to a size, and to the host that it names, no other.

Redirects are not followed: a signed request is for who was asked, nobody else.
"""

import base64
import http.client
import os
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from leakguard.errors import NoAnswer
from leakguard.verify.address import Address, Proxy, is_loopback, proxy_for

LARGEST = 2**20
"""Bytes of an answer that are read; an account's takes a tenth of it."""

_CHUNK = 2**16
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLCertVerificationError, "its certificate is not valid"),
    (ssl.SSLError, "TLS fails"),
    (TimeoutError, "it does not answer in time"),
    (socket.gaierror, "there is no such host"),
    (ConnectionRefusedError, "it refuses the connection"),
    (ConnectionError, "it breaks the connection off"),
    (http.client.IncompleteRead, "it breaks its answer off"),
    (http.client.HTTPException, "what it answers is no HTTP"),
    (OSError, "it cannot be reached"),
    (ValueError, "what it answers is no HTTP"),
)
"""What is said of a failure; not what the failure says, which may repeat what was sent."""

_FAILURES_OF_PROXY: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "there is no such host as the proxy's"),
    (ConnectionRefusedError, "the proxy refuses the connection"),
)
"""What fails there before the one that is asked comes into it."""


@dataclass(frozen=True, slots=True)
class Received:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    """Their names in small letters."""
    body: bytes


def send(
    address: Address,
    method: str,
    target: str,
    headers: Mapping[str, str],
    body: bytes | None = None,
    *,
    timeout: float,
) -> Received:
    """Send a request, and read the whole answer.

    Args:
        address: who is asked.
        method: of HTTP.
        target: path and query, as they are sent.
        headers: that go with it.
        body: that goes with it.
        timeout: seconds for all of it, from the connection to the last byte.

    Raises:
        NoAnswer: none came, or it is longer than `LARGEST`.
        VerifyError: the environment names a proxy that cannot be used.
    """
    proxy = proxy_for(address)
    why = received = deadline = None
    try:
        connection = _connection(address, proxy, timeout)
        connection.set_debuglevel(0)  # whatever the process says of all connections
        deadline = _Deadline(connection, timeout)
        received = _exchanged(connection, deadline, address, method, target, headers, body)
    except Exception as error:  # noqa: BLE001
        # Whatever goes wrong is the other side's doing, or the way's. What is raised inside may
        # quote headers or a line that was sent, so that nothing of it goes on.
        why = _why(error, proxy)
    finally:
        if deadline is not None:
            deadline.end()
    if (
        deadline is not None and deadline.is_over
    ):  # headers that end with the connection are taken for whole
        why = "it does not answer in time"
    if why is not None or received is None:
        raise NoAnswer(f"{address}: {why}")
    return received


def _connection(
    address: Address, proxy: Proxy | None, timeout: float
) -> http.client.HTTPConnection:
    if not address.is_secure:
        return http.client.HTTPConnection(address.host, address.port, timeout=timeout)
    context = ssl.create_default_context()
    if proxy is None:
        return http.client.HTTPSConnection(
            address.host, address.port, timeout=timeout, context=context
        )
    connection = http.client.HTTPSConnection(
        proxy.host, proxy.port, timeout=timeout, context=context
    )
    login = {}
    if proxy.login is not None:
        encoded = base64.b64encode(os.fsencode(proxy.login)).decode()
        login = {"Proxy-Authorization": f"Basic {encoded}"}
    connection.set_tunnel(address.host, address.port, headers=login)
    return connection


def _exchanged(
    connection: http.client.HTTPConnection,
    deadline: "_Deadline",
    address: Address,
    method: str,
    target: str,
    headers: Mapping[str, str],
    body: bytes | None,
) -> Received:
    connection.connect()
    deadline.sock = connection.sock  # which the connection forgets when the answer begins
    if not address.is_secure and not is_loopback(_peer(connection.sock)):
        raise NoAnswer(f"{address}: plain http is for this machine alone")
    sent = {"Accept-Encoding": "identity", "Connection": "close", **headers}
    connection.request(method, address.base + target, body, sent)
    response = connection.getresponse()
    parts, size = [], 0
    while part := response.read1(_CHUNK):
        size += len(part)
        if size > LARGEST:
            raise NoAnswer(f"{address}: its answer is too long")
        parts.append(part)
    if response.length:  # what was announced did not come
        raise http.client.IncompleteRead(b"")
    names = {name.lower(): value for name, value in response.getheaders()}
    return Received(response.status, names, b"".join(parts))


def _peer(sock: socket.socket) -> str:
    return str(sock.getpeername()[0])


def _why(error: Exception, proxy: Proxy | None) -> str:
    if isinstance(error, NoAnswer):
        return str(error).rpartition(": ")[2]
    if proxy is not None and type(error) is OSError and error.errno is None:
        return "the proxy does not let it through"  # http.client has an error of no kind for that
    failures = (*(_FAILURES_OF_PROXY if proxy is not None else ()), *_FAILURES)
    found = (said for kind, said in failures if isinstance(error, kind))
    return next(found, f"asking fails ({type(error).__name__})")


@dataclass
class _Deadline:
    """Ends a connection after some seconds, whatever it does: an answer that comes byte by byte
    would never be late for a socket."""

    connection: http.client.HTTPConnection
    seconds: float
    sock: socket.socket | None = None
    _timer: threading.Timer = field(init=False)
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds
        self._timer = threading.Timer(self.seconds, self._stop)
        self._timer.daemon = True
        self._timer.start()

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._end

    def end(self) -> None:
        """Close the connection, in time or not."""
        self._timer.cancel()
        self.connection.close()

    def _stop(self) -> None:
        sock = self.sock or self.connection.sock
        if sock is not None:
            with suppress(OSError):  # where it has ended by itself
                sock.shutdown(socket.SHUT_RDWR)
