"""Where a report goes: the terminal, a pipe, or a file that is written whole or not at all."""

import os
import stat
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from leakguard.errors import LeakguardError, UsageError
from leakguard.text import uncommanded

_STREAMS = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}
"""Names of what is open already. Opened anew, a redirected file would lose what it holds."""


class ReaderGone(LeakguardError):  # noqa: N818
    """Nobody reads the output any more, as after `| head`; there is nobody left to tell."""


def write(
    text: str, path: str | None, color: bool = False, *, is_for_programs: bool = False
) -> None:
    """Write to the standard output, or to the file at `path`. What is for programs is UTF-8, as it
    says itself, unless it goes to a terminal, which reads what it is made for. What is for people
    holds no command for the runner of GitHub.

    Raises:
        UsageError: it cannot be written, as on a disk that is full.
        ReaderGone: the standard output is a pipe that nobody reads.
    """
    number = 1 if path is None else _STREAMS.get(path)
    if number is not None:
        text = text if is_for_programs else uncommanded(text)
        stream = sys.stdout if number == 1 else sys.stderr
        is_utf8 = is_for_programs and not stream.isatty()
        _write_stream(text, stream, "utf-8" if is_utf8 else stream.encoding or "utf-8", color)
    elif path is not None:
        try:
            write_file(path, text)
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None


def write_each(reports: Iterable[Callable[[], None]]) -> None:
    """Call what writes a report each, also where one before it could not be written.

    Raises:
        UsageError: some cannot be written; the message names them all.
        ReaderGone: as in `write`.
    """
    failures: list[str] = []
    gone: ReaderGone | None = None
    for it in reports:
        try:
            it()
        except ReaderGone as error:
            gone = error
        except UsageError as error:
            failures.append(str(error))
    if failures:
        raise UsageError("; ".join(failures))
    if gone is not None:
        raise gone


def write_file(path: str, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe is written to as it is.

    A link is kept and its target written; a file that is there already keeps its mode.

    Raises:
        OSError: it cannot be written.
    """
    target = os.path.realpath(path)
    is_open = os.path.realpath(os.path.dirname(path)).startswith("/proc/")  # as /dev/fd/3
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = stat.S_IFREG | 0o666 & ~umask
    if is_open or not stat.S_ISREG(mode):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
        return
    from leakguard import atomic  # only where a file is written

    atomic.put(target, text.encode("utf-8"), stat.S_IMODE(mode))


def _write_stream(text: str, stream: TextIO, encoding: str, color: bool) -> None:
    """Write with what the encoding lacks as escapes; on Windows, click sees to colours."""
    if sys.platform == "win32" and color:
        import click

        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), stream, nl=False)
        return
    try:
        stream.flush()
        stream.buffer.write(text.encode(encoding, "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        # What is still to be flushed when Python ends must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise ReaderGone from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise UsageError(f"cannot write the report: {error.strerror}") from None


def has_color(stream: TextIO) -> bool:
    """Tell whether colours belong into a stream: NO_COLOR, then FORCE_COLOR, then a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_drawable(stream)


def is_drawable(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal that knows more than lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """How wide a report for people may be: what COLUMNS says, or the terminal; else 100."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and 0 < int(said) < 10_000:
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 100
    except (OSError, ValueError):
        return 100
