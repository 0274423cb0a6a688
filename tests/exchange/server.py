"""The exchange as a server on this machine."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.exchange.faults import Fault, spoil
from tests.exchange.keys import IssuedKey
from tests.exchange.venue import Answered, Asked, Venue

_LARGEST = 100_000
"""Bytes of a body that is read."""

Answer = Callable[[Asked], Answered]


@dataclass
class Exchange:
    """A running server: what it was asked, and how it is to fail."""

    answer: Answer
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """Those of the next requests, the first one first."""
    fault: Fault | None = None
    """That of all others."""
    elsewhere: str = "http://elsewhere.example/"
    """Where `Fault.REDIRECT` leads."""
    is_going: bool = True
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def paths(self) -> list[str]:
        """The paths that it was asked for, in order."""
        return [it.path for it in self.asked]

    @property
    def traffic(self) -> str:
        """All that it was sent."""
        return "\n".join(
            f"{it.method} {it.path}?{it.query} {dict(it.headers)} {it.body}" for it in self.asked
        )

    def take(self, asked: Asked) -> Fault | None:
        """Note a request; give the fault that it meets."""
        with self._lock:
            self.asked.append(asked)
            return self.faults.pop(0) if self.faults else self.fault


@contextmanager
def serving(
    keys: Iterable[IssuedKey] = (),
    *,
    answer: Answer | None = None,
    port: int = 0,
    log: Callable[[str], None] | None = None,
    **venue: Any,
) -> Iterator[Exchange]:
    """Run the exchange on this machine until the end of the block; with `answer`, one that answers
    otherwise than Binance does."""
    exchange = Exchange(answer or Venue.of(keys, **venue).answer)
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(exchange, log))
    server.daemon_threads = True
    exchange.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield exchange
    finally:
        exchange.is_going = False
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(exchange: Exchange, log: Callable[[str], None] | None) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def _serve(self) -> None:
            length = self.headers.get("Content-Length", "0")
            size = min(int(length), _LARGEST) if length.isdigit() else 0
            path, _, query = self.path.partition("?")
            asked = Asked(
                method=self.command,
                path=path,
                query=query,
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.rfile.read(size).decode("utf-8", "replace"),
                address=self.client_address[0],
            )
            fault = exchange.take(asked)
            if fault is not None:
                self._log(asked, str(fault))
                self.close_connection = True
                spoil(fault, self.wfile, lambda: exchange.is_going, exchange.elsewhere)
                return
            answered = exchange.answer(asked)
            self._log(asked, f"{answered.status} {_code(answered.content)}".rstrip())
            content = json.dumps(answered.content).encode()
            self.send_response(answered.status)
            self.send_header("Content-Type", "application/json;charset=UTF-8")
            self.send_header("Content-Length", str(len(content)))
            for name, value in answered.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = _serve

        def _log(self, asked: Asked, result: str) -> None:
            if log is not None:
                log(f"{asked.method} {asked.path} {result}")

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing by itself: its lines would hold signatures."""

    return Handler


def _code(content: Any) -> str:
    code = content.get("code") if isinstance(content, dict) else None
    return "" if code is None else str(code)
