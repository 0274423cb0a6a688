"""Lines of a .gitignore for files that hold keys."""

from collections.abc import Iterator

from leakguard.setup.steps import Step, content

_PATH = ".gitignore"
_HEAD = "# Files with keys stay out of the repository (leakguard init)"
_LINES = (".env", ".env.*", "!.env.example", "*.key", "*.pem", "*.p12", "*.pfx", "*.jks", "id_rsa",
          "id_ed25519")  # fmt: skip


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
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        yield Step(_PATH, before, f"{text}{gap}{_HEAD}\n" + "".join(f"{it}\n" for it in missing))


def removal(top: str) -> Iterator[Step]:
    """Give what takes the lines away that `steps` has added."""
    before = content(top, _PATH)
    if before is None or f"{_HEAD}\n" not in before:
        return
    text, _, rest = before.partition(f"{_HEAD}\n")
    lines = rest.splitlines(keepends=True)
    while lines and lines[0].strip() in _LINES:
        lines.pop(0)
    after = (text[:-1] if text.endswith("\n\n") else text) + "".join(lines)
    yield Step(_PATH, before, after or None)
