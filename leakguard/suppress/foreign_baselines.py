"""What other tools let stay: read from their files, and found again by scanning."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from xxhash import xxh3_64_intdigest as xxh3

from leakguard.errors import UsageError
from leakguard.finding import Finding
from leakguard.secret import Secret

_LARGEST = 256 << 20
"""Bytes of such a file."""

_MOST_PRINTS = 1_000
"""Fingerprints that are made for a value in a file, which may stand in it often."""

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Known:
    """Something that another tool has found, and that somebody lets stay there."""

    path: str
    line: int | None
    """From 1."""
    secret: Secret | None = field(default=None, repr=False)
    """Its value, if the file has it."""
    sha1: str | None = None
    """The SHA-1 of its value, if the file has that."""
    commit: str | None = None
    """The id of the commit that has it on that line, if it is said to be of one."""
    mark: int | None = None
    """Kingfisher's fingerprint, of its value and of where that stands in the file."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line is not None else self.path

    def is_found(self, finding: Finding, content: bytes) -> bool:
        """Tell whether a finding at its path is it: by the value, or else by the line. `content` is
        what the file holds."""
        value = finding.secret.reveal() if finding.secret is not None else None
        if self.secret is not None and value is not None:
            own = self.secret.reveal()
            return own == value or (len(own) >= len(value) >= 8 and value in own)
        if self.sha1 is not None and value is not None:
            digest = hashlib.sha1(value.encode("utf-8", "surrogatepass"), usedforsecurity=False)
            return digest.hexdigest() == self.sha1
        if self.mark is not None and value is not None:
            return self.mark in _prints(value, content)
        if self.secret is not None or self.sha1 is not None or self.mark is not None:
            return False
        place = finding.place
        return self.line is not None and place.line <= self.line <= place.end_line


def pairs(
    known: Iterable[Known], findings: Iterable[Finding], top: str
) -> dict[Known, list[Finding]]:
    """Give the findings for each of what is known; none for what is not found. `top` is the folder
    that the paths start from, also where another tool has written them whole."""
    above = f"{_slashes(os.path.abspath(top)).rstrip('/')}/"
    by_path: dict[str, list[Finding]] = {}
    for it in findings:
        by_path.setdefault(it.where, []).append(it)
    contents: dict[str, bytes] = {}

    def found(it: Known) -> list[Finding]:
        path = it.path.removeprefix(above)
        there = by_path.get(path, [])
        if there and it.mark is not None and path not in contents:
            contents[path] = _content(os.path.join(top, *path.split("/")))
        return [one for one in there if it.is_found(one, contents.get(path, b""))]

    return {it: found(it) for it in known}


def _content(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:
            return opened.read(_LARGEST)
    except OSError:
        return b""


@lru_cache(maxsize=64)
def _prints(value: str, content: bytes) -> frozenset[int]:
    """Give the fingerprints that kingfisher has for a value in a file, and in a commit that has the
    same file.

    https://github.com/mongodb/kingfisher/blob/main/docs/FINGERPRINT.md
    """
    data = value.encode("utf-8", "surrogateescape")
    found: set[int] = set()
    start = content.find(data) if data else -1
    while start >= 0 and len(found) < _MOST_PRINTS:
        ends = b"".join(it.to_bytes(8, "little") for it in (start, start + len(data)))
        found |= {xxh3(data + origin + ends) for origin in (b"file", b"git")}
        start = content.find(data, start + 1)
    return frozenset(found)


def is_of_now(known: Known) -> bool:
    """Tell whether it may be looked for in the files as they are: a line that a commit has may
    hold something else by now."""
    return known.commit is None or known.secret is not None


def foreign(file: Path) -> list[Known]:
    """Read the file of another tool.

    Raises:
        UsageError: it cannot be read, or is of no tool that is known.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
    if len(raw) > _LARGEST:
        raise UsageError(f"{file}: it is too large")
    text = raw.decode("utf-8-sig", "surrogateescape")
    try:
        found = list(_read(file.name, text))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UsageError(f"{file}: it is none of the files that are known") from None
    return list(dict.fromkeys(found))


def _read(name: str, text: str) -> Iterator[Known]:
    if text.lstrip().startswith(("[", "{")):
        content = json.loads(text)
        if isinstance(content, list):
            yield from map(_gitleaks, content)
        else:
            yield from _detect_secrets(content["results"])
    elif re.search(r"^(?:ExactFindings|fingerprint_algorithm):", text, re.MULTILINE):
        yield from _kingfisher(text)
    elif name.endswith("ignore"):
        yield from _gitleaksignore(text)
    else:
        raise ValueError("no known form")


def _gitleaks(it: Mapping[str, Any]) -> Known:
    """A finding of a report: https://github.com/gitleaks/gitleaks#reporting."""
    value = str(it["Secret"])
    is_masked = not value or value == "REDACTED" or value.endswith("...")
    secret = None if is_masked else Secret(value)
    commit = _commit(str(it.get("Commit", "")))
    return Known(_slashes(it["File"]), int(it["StartLine"]), secret, commit=commit)


def _commit(text: str) -> str | None:
    return text if _ID.fullmatch(text) else None


def _gitleaksignore(text: str) -> Iterator[Known]:
    """Lines `path:rule:line`, or with a commit before them, whose lines may have moved since:
    https://github.com/gitleaks/gitleaks#gitleaksignore."""
    for line in text.splitlines():
        said = line.split("#")[0].strip()
        if said:
            path, _, number = said.rsplit(":", 2)
            first, _, rest = path.partition(":")
            commit = _commit(first) if rest else None
            yield Known(_slashes(rest if commit else path), int(number), commit=commit)


def _detect_secrets(results: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[Known]:
    """The SHA-1 of each value, by file; what was audited as a real secret is left out:
    https://github.com/Yelp/detect-secrets#auditing-secrets-in-baseline."""
    for path, found in results.items():
        for it in found:
            if it.get("is_secret") is not True:
                line = it.get("line_number")
                number = int(line) if line is not None else None
                yield Known(_slashes(path), number, sha1=str(it["hashed_secret"]))


def _kingfisher(text: str) -> Iterator[Known]:
    """Paths and fingerprints, or lines in version 1 of the file. In version 2 a line may be that of
    any commit, and of any repository.

    https://github.com/mongodb/kingfisher/blob/main/docs/BASELINE.md
    """
    path: str | None = None
    mark: int | None = None
    is_second = False
    for line in text.splitlines():
        key, _, value = line.strip().removeprefix("- ").partition(": ")
        value = value.strip().strip("'\"")
        if key == "fingerprint_algorithm":
            is_second = True
            if value != "kingfisher-v1":
                raise ValueError("another algorithm")
        elif key in ("path", "filepath"):
            path = value
        elif key == "fingerprint" and is_second:
            mark = int(value)
        elif key in ("line", "linenum") and path is not None:
            yield Known(_slashes(path), int(value), mark=mark)
            path = mark = None


def _slashes(path: Any) -> str:
    return str(path).replace("\\", "/").removeprefix("./")
