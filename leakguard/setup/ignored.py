"""Lines of a .gitignore for files that hold keys."""

import os
from collections.abc import Iterator

from leakguard import git
from leakguard.setup.steps import Step, content
from leakguard.shell import quote

_PATH = ".gitignore"
_HEAD = "# Files with keys stay out of the repository (leakguard init)"
_LINES = (".env", ".env.*", "!.env.example", "*.key", "*.pem", "*.p12", "*.pfx", "*.jks", "id_rsa",
          "id_ed25519")  # fmt: skip

_MOST = 10
"""Files that are named."""


def steps(top: str) -> Iterator[Step]:
    """Give what adds the lines that are missing.

    Raises:
        UsageError: the file cannot be read.
    """
    before = content(top, _PATH)
    there = set((before or "").splitlines())
    missing = [it for it in _LINES if it not in there]
    if missing and _HEAD not in there:
        text = before or ""
        # A line is left free, but behind one that is not ended: so `removal` knows it again.
        gap = "" if before is None else "\n"
        yield Step(_PATH, before, f"{text}{gap}{_HEAD}\n" + "".join(f"{it}\n" for it in missing))


def advice(top: str) -> str:
    """Say what no line of a .gitignore takes out of git; nothing where there is none of it.

    Raises:
        GitError: git refuses it.
    """
    patterns = (word for it in _LINES for word in ("-x", it))
    told = git.run(top, "ls-files", "-z", "-c", "-i", *patterns, own_repository=True)
    tracked = [quote(os.fsdecode(it)) for it in told.split(b"\0") if it]
    if not tracked:
        return ""
    shown = " ".join(tracked[:_MOST])
    return (
        f"{_PATH}: its lines do nothing for what git tracks already: {', '.join(tracked[:_MOST])}"
        f"{f', and {len(tracked) - _MOST:,} more' if len(tracked) > _MOST else ''}\n"
        f"  take out what holds keys, and keep it on the disk: git rm --cached {shown}\n"
        "  its history has it still: revoke each key that it held"
    )


def removal(top: str) -> Iterator[Step]:
    """Give what takes the lines away that `steps` has added."""
    before = content(top, _PATH)
    if before is None or f"{_HEAD}\n" not in before:
        return
    text, _, rest = before.partition(f"{_HEAD}\n")
    lines = rest.splitlines(keepends=True)
    while lines and lines[0].strip() in _LINES:
        lines.pop(0)
    after = text.removesuffix("\n") + "".join(lines)
    yield Step(_PATH, before, after if after or text else None)
