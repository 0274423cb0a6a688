"""Text that is safe to show: nothing in it can move a cursor, hide itself, end a line or be obeyed
by a CI server."""

import re

_ESCAPED = re.compile(r"\\{1,8}u([0-9A-Fa-f]{4})")
_LONGEST = 60
"""Characters of a word that a message quotes."""

_NARROWEST = 20
"""Columns that a text gets at least; a narrower terminal wraps by itself."""

COMMAND = re.compile(r"##(?=[a-z]*\[[a-z])", re.IGNORECASE)
"""What GitHub's runner and Azure's agent take for the start of a command wherever it stands in a
line: `##[error]`, `##vso[task.setvariable]`, also TeamCity's `##teamcity[`."""

_COMMAND_LINE = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
"""What GitHub's runner takes for one at the start of a line, however far that is indented."""

_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def neutralise(text: str) -> str:
    r"""Give `text` with every character that a terminal could obey written as an escape.

    These are all that do not print: controls, bidirectional overrides, zero-width characters,
    line ends. Tabs and other spaces become one plain space. A byte of a file name that is no
    UTF-8 shows as `\xNN`. Nor does a CI server find a command in it, but at the start of a line:
    see `uncommanded`.
    """
    shown = text if text.isprintable() else "".join(map(_inert, text))
    return COMMAND.sub(r"#\\x23", shown) if "##" in shown else shown


def uncommanded(text: str, colon: str = r"\x3a") -> str:
    """Give lines that were scanned, or that have to do with it, so that none is a command for
    GitHub's runner, as `::stop-commands::` is: the first colon is written as `colon`.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return _COMMAND_LINE.sub(lambda it: it[1] + colon, text) if "::" in text else text


def _inert(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace() and character not in _LINE_ENDS:
        return " "
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # os.fsdecode's stand-in for one undecodable byte
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def path_bytes(path: str) -> bytes:
    """Give a path as bytes: those that `os.fsdecode` has read, also of a name that is no text, as
    Windows, or a program, may have one."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def unescaped(text: str) -> str:
    r"""Give `text` with its letters in place of JSON's escapes, also of those in a string of code:
    `L\u00f6sung` gives `Lösung`."""
    return _ESCAPED.sub(lambda it: chr(int(it[1], 16)), text) if "\\u" in text else text


def short_ref(name: str) -> str:
    """Give what people call a ref: `main` for `refs/heads/main`, `tag v1` for `refs/tags/v1`."""
    kind, _, short = name.removeprefix("refs/").partition("/")
    told = {"heads": short, "remotes": short, "tags": f"tag {short}"}.get(kind, name)
    return told if name.startswith("refs/") else name


def plural(count: int, noun: str, several: str = "") -> str:
    """Give `1 file` or `2 files`; `several` is the plural where it is no `s` that makes it."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {several or f'{noun}s'}"


def amount(count: int) -> str:
    """Give a number of bytes in the unit that suits it."""
    size = float(count)
    for unit in ("B", "KiB", "MiB"):
        if size < 1024:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} GiB"


def folded(start: str, text: str, width: int) -> list[str]:
    """Give a text in lines, the first behind `start` and the others below it; a word that is longer
    than a line stays whole."""
    from textwrap import wrap  # not on the clean path

    lines = wrap(
        text,
        width=max(width, len(start) + _NARROWEST),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [start.rstrip()]


def sentence(step: str) -> str:
    """Give a step of an advice that leads to a line of code (`…:`) without that line."""
    return f"{step[:-1]}." if step.endswith(":") else step


def quoted(word: str) -> str:
    """Give a word that somebody wrote, in quotes and not at any length, to complain about it."""
    return repr(word if len(word) <= _LONGEST else word[: _LONGEST - 1] + "…")


def slug(name: str) -> str:
    """Give a name as settings have it, in small letters, digits and dashes: `gate-io`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def nearest(word: str, words: "list[str]") -> str:
    """Give `; did you mean 'x'?` for the word of `words` most like `word`, or nothing."""
    import difflib  # only when something is wrong already

    close = difflib.get_close_matches(word[:_LONGEST], words, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
