"""A real browser without a window, spoken to over a pipe, for what only a browser can tell."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Timer
from typing import IO, Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

_LONGEST = 60
"""Seconds after which a browser that hangs is ended."""


def executable() -> str | None:
    """Where a Chromium is; None if there is none."""
    return next((found for it in NAMES if (found := shutil.which(it))), None)


@dataclass
class Page:
    """A page that is open. https://chromedevtools.github.io/devtools-protocol/"""

    to: IO[bytes]
    back: IO[bytes]
    session: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command and give its result; events on the way are kept."""
        number = next(self.numbers)
        asked = {"id": number, "method": method, "params": parameters}
        if self.session:
            asked["sessionId"] = self.session
        self.to.write(json.dumps(asked).encode() + b"\0")
        self.to.flush()
        while (told := self._next()).get("id") != number:
            self._keep(told)
        result: dict[str, Any] = told["result"]
        return result

    def await_event(self, method: str) -> None:
        """Go on when something has happened."""
        while not any(it.get("method") == method for it in self.events):
            self._keep(self._next())

    def value(self, expression: str) -> Any:
        """Give what an expression of JavaScript gives."""
        told = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return told["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press and let go a key."""
        code = {"Tab": 9, "Enter": 13}.get(key, 0)
        said = {"key": key, "windowsVirtualKeyCode": code}
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **said)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **said)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.ask("Input.insertText", text=text)

    def _keep(self, event: dict[str, Any]) -> None:
        """Keep an event, if it is none of a page before this one."""
        if event.get("sessionId") in (None, self.session):
            self.events.append(event)

    def _next(self) -> dict[str, Any]:
        told = bytearray()
        while (byte := self.back.read(1)) not in (b"\0", b""):
            told += byte
        if not told:
            raise EOFError("the browser has ended")
        message: dict[str, Any] = json.loads(told)
        return message


@dataclass(frozen=True)
class Browser:
    """A browser that runs, and opens one page after the other: to start one takes longest."""

    process: "subprocess.Popen[bytes]"
    to: IO[bytes]
    back: IO[bytes]

    @contextmanager
    def opened(self, file: Path) -> Iterator[Page]:
        """Open a file in a page of its own; requests, complaints of the page, and its errors are
        among the events."""
        page = Page(self.to, self.back)
        limit = Timer(_LONGEST, self.process.kill)
        limit.start()
        try:
            target = page.ask("Target.createTarget", url="about:blank")["targetId"]
            told = page.ask("Target.attachToTarget", targetId=target, flatten=True)
            page.session = told["sessionId"]
            for domain in ("Page", "Network", "Log", "Runtime"):
                page.ask(f"{domain}.enable")
            page.ask("Page.navigate", url=file.as_uri())
            page.await_event("Page.loadEventFired")
            yield page
            page.ask("Page.close")
        finally:
            limit.cancel()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser for all tests of a module, each with its own page."""
    found = executable()
    if found is None:
        pytest.skip("no Chromium here: `apt-get install chromium` brings one")
    with started(found, tmp_path_factory.mktemp("profile")) as running:
        yield running


@contextmanager
def started(program: str, profile: Path) -> Iterator[Browser]:
    """Start a browser, which has this folder for itself."""
    (read, to), (back, write) = os.pipe(), os.pipe()
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
               "--no-first-run", "--disable-background-networking", f"--user-data-dir={profile}",
               "about:blank"]  # fmt: skip
    # The browser reads from 3 and writes to 4.
    redirected = ["bash", "-c", f'exec "$@" 3<&{read} 4>&{write}', "bash", *command]
    with (
        subprocess.Popen(
            redirected, pass_fds=(read, write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
        open(to, "wb") as sender,
        open(back, "rb") as receiver,
    ):
        os.close(read)
        os.close(write)
        try:
            yield Browser(process, sender, receiver)
        finally:
            process.kill()
