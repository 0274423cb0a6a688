"""The entries of the baseline: one small file each, so that branches which add some never conflict.

`.leakguard/baseline/<fingerprint>.json`, an object in JSON: `rule`, `path` (from the work tree's
root, with `/`), `reason`; `until`, the last day on which it counts; `audit`, `false alarm` once
somebody has looked at it. No value stands in it, no line and no time.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from leakguard import atomic
from leakguard.errors import ConfigError
from leakguard.text import nearest, quoted

FOLDER = ".leakguard/baseline"
FALSE_ALARM = "false alarm"

_NAME = re.compile(r"([0-9a-f]{32})\.json")
_LARGEST = 64 << 10
"""Bytes of an entry."""

_FIELDS = ("rule", "path", "reason", "until", "audit")
_NEEDED = _FIELDS[:3]
_READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that somebody lets stay."""

    fingerprint: str
    rule: str
    path: str
    reason: str
    until: date | None = None
    """The last day on which it counts."""
    audit: str = ""
    """What somebody has said who looked at it."""

    def is_over(self, today: date) -> bool:
        """Tell whether its last day is past."""
        return self.until is not None and self.until < today

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.fingerprint}.json"

    @property
    def text(self) -> str:
        """What its file holds."""
        fields = {"rule": self.rule, "path": self.path, "reason": self.reason}
        if self.until is not None:
            fields["until"] = self.until.isoformat()
        if self.audit:
            fields["audit"] = self.audit
        return json.dumps(fields, indent=2, ensure_ascii=True) + "\n"


def parsed(name: str, content: bytes, where: str) -> Entry:
    """Read an entry; `where` is how its file is called in a message.

    Raises:
        ConfigError: it is none.
    """
    found = _NAME.fullmatch(name)
    if found is None:
        raise ConfigError(f"{where}: an entry is called by its fingerprint, with .json behind it")
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        raise ConfigError(f"{where}: this is no JSON; was a conflict left in it?") from None
    if not isinstance(fields, dict) or not all(isinstance(it, str) for it in fields.values()):
        raise ConfigError(f"{where}: an entry is an object of texts")
    for key in fields:
        if key not in _FIELDS:
            hint = nearest(key, list(_FIELDS))
            raise ConfigError(f"{where}: there is no field {quoted(key)}{hint}")
    for key in _NEEDED:
        if not (fields.get(key) if key == "path" else is_told(fields.get(key, ""))):
            raise ConfigError(f"{where}: it has no `{key}`")
    for key, value in fields.items():
        if not _is_text(value):
            raise ConfigError(f"{where}: `{key}` is no text")
    return Entry(found[1], until=_day(fields, where), **_texts(fields))


def is_told(text: str) -> bool:
    """Tell whether a rule, or a reason, says something."""
    return re.search(r"\w", text) is not None


def _is_text(value: str) -> bool:
    """Tell whether a text can be written; half a surrogate pair can only stand for a byte of a path
    that is no UTF-8, as `os.fsdecode` has it."""
    try:
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _texts(fields: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if key != "until"}


def _day(fields: Mapping[str, Any], where: str) -> date | None:
    try:
        return day(fields["until"]) if "until" in fields else None
    except ValueError:
        raise ConfigError(f"{where}: `until` has to be a day, such as 2027-03-01") from None


def day(text: str) -> date:
    """Read a day, such as 2027-03-01.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError("no day")
    return date.fromisoformat(text)


def in_folder(top: str) -> dict[str, Entry]:
    """Give the entries below a folder, by their fingerprints; none if there is no baseline.

    Raises:
        ConfigError: something in it is no entry, or cannot be read.
    """
    folder = _plain_folder(top)
    return {it.fingerprint: it for it in _iter_entries(folder)} if folder else {}


def _plain_folder(top: str) -> str | None:
    """Give the folder of the baseline, None if there is none.

    Raises:
        ConfigError: it is a link, which leads to what git does not keep, or no folder.
    """
    folder = top
    for part in FOLDER.split("/"):
        folder = os.path.join(folder, part)
        if os.path.islink(folder):
            raise ConfigError(f"{folder}: the baseline has to be a folder, no link")
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise ConfigError(f"{folder}: the baseline has to be a folder")
    return folder if os.path.isdir(folder) else None


def _iter_entries(folder: str) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as found:
            listed = sorted((it for it in found if not is_aside(it.name)), key=lambda it: it.name)
        for it in listed:
            if not it.is_file(follow_symlinks=False):
                raise ConfigError(f"{it.path}: an entry has to be a plain file")
            yield parsed(it.name, _read(it.path), it.path)
    except OSError as error:
        raise ConfigError(f"{error.filename}: cannot be read: {error.strerror}") from None


def is_aside(name: str) -> bool:
    """Tell whether a file of the folder is none of the baseline: hidden, or a text about it."""
    return name.startswith(".") or name.lower().startswith("readme")


def _read(file: str) -> bytes:
    """Read a plain file at one go: there may be thousands of them."""
    handle = os.open(file, _READING)
    try:
        content = os.read(handle, _LARGEST + 1)
    finally:
        os.close(handle)
    if len(content) > _LARGEST:
        raise ConfigError(f"{file}: over {_LARGEST:,} bytes are too many for an entry")
    return content


def in_commit(top: str, commit: str) -> dict[str, Entry]:
    """Give the entries that a commit has, by their fingerprints.

    Raises:
        ConfigError: something in it is no entry, or cannot be read.
        GitError: git refuses it.
    """
    from leakguard.history.tree import blobs_below
    from leakguard.sources.blobs import read_blobs

    blobs = blobs_below(top, commit, FOLDER)
    found: dict[str, Entry] = {}
    contents = read_blobs(top, list(blobs.values()), _LARGEST)
    for path, content in zip(blobs, contents, strict=True):
        name = path.removeprefix(f"{FOLDER}/")
        where = f"{commit[:10]}:{path}"
        if is_aside(name):
            continue
        if not isinstance(content, bytes):
            raise ConfigError(f"{where}: cannot be read, or is too large")
        entry = parsed(name, content, where)
        found[entry.fingerprint] = entry
    return found


def write(top: str, entry: Entry) -> None:
    """Write the file of an entry, whole or not at all.

    Raises:
        ConfigError: it cannot be written.
    """
    folder = os.path.join(top, *FOLDER.split("/"))
    try:
        if _plain_folder(top) is None:
            os.makedirs(folder, exist_ok=True)
        atomic.put(os.path.join(folder, entry.name), entry.text.encode("utf-8"), 0o644)
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror}") from None


def remove(top: str, entry: Entry) -> None:
    """Remove the file of an entry.

    Raises:
        ConfigError: it cannot be removed.
    """
    folder = _plain_folder(top)
    try:
        if folder is not None:
            os.unlink(os.path.join(folder, entry.name))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be changed: {error.strerror}") from None
