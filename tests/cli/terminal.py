"""A command on a terminal of its own, and what it wrote there."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from tests.support import LEAKGUARD


def on_terminal(
    *arguments: str,
    cwd: Path,
    columns: int = 80,
    command: tuple[str, ...] = LEAKGUARD,
    env: dict[str, str] | None = None,
    typed: str = "",
) -> str:
    """Run `leakguard` with all its streams on a new terminal; give what it was sent. `typed` waits
    there to be read."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with subprocess.Popen(
        [*command, *arguments],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm-256color", **(env or {})},
    ) as process:
        os.close(theirs)
        os.write(ours, typed.encode())
        written = b""
        while chunk := _read(ours):
            written += chunk
        process.wait()
    os.close(ours)
    return written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""


def python(program: str) -> tuple[str, ...]:
    """The command line that runs a program in place of the command."""
    return (sys.executable, "-c", program)
