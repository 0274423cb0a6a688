"""What was found clean before, so that nothing is looked at twice.

A SQLite file in the cache folder for each set of rules and settings. It holds digests of what a
content is known by, never a value: the id of a blob, or a file's number, size and times; and with
each how many statements were not read as Python, which has to be told again. Of a whole repository
in which nothing was found it holds what the scan told. Losing it costs time and nothing else: no
failure here is an error.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from leakguard import __version__, cache

_KIND = "clean"
_KEPT = 4
"""Files that are kept: each version of the rules leaves one."""

_MOST = 4_000_000
"""Rows of a file, of about 30 bytes each; one with more begins anew."""

_MOST_UNPARSED = 1_000_000
"""Statements of a file that may not have been read as Python."""

_SECONDS = 2.0
"""How long to wait for another process."""

_AT_ONCE = 500
"""Keys that are asked for at once: some builds of SQLite take no thousand."""

_MOST_WHOLE = 200
"""Repositories of which it is kept what was told."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS clean (key BLOB PRIMARY KEY, unparsed INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS whole (state TEXT PRIMARY KEY, told TEXT NOT NULL)",
)


@dataclass(frozen=True, slots=True)
class Clean:
    """Keys of what was clean, in a file that several processes may use at once."""

    file: Path

    def among(self, keys: Iterable[bytes]) -> dict[bytes, int]:
        """Give those of some keys that are known, each with the number of its statements that were
        not read."""
        wanted = sorted(set(keys))  # as they stand in the file
        found: dict[bytes, int] = {}
        try:
            with closing(self._connected()) as database:
                for start in range(0, len(wanted), _AT_ONCE):
                    part = wanted[start : start + _AT_ONCE]
                    marks = ",".join("?" * len(part))
                    asked = f"SELECT key, unparsed FROM clean WHERE key IN ({marks})"  # noqa: S608
                    found.update(filter(_is_verdict, database.execute(asked, part)))
        except sqlite3.Error as error:
            self._given_up(error)
        return found

    def add(self, verdicts: Iterable[tuple[bytes, int]]) -> None:
        """Keep some keys, each with the number of its statements that were not read."""
        rows = list(verdicts)
        if not rows:
            return
        try:
            with closing(self._connected()) as database, database:
                (count,) = database.execute("SELECT count(*) FROM clean").fetchone()
                if count + len(rows) > _MOST:
                    database.execute("DELETE FROM clean")
                database.executemany("INSERT OR IGNORE INTO clean VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            self._given_up(error)
        _prune(self.file)

    def told(self, state: str) -> str | None:
        """Give what was kept for the state of a whole repository."""
        try:
            with closing(self._connected()) as database:
                asked = "SELECT told FROM whole WHERE state = ?"
                row = database.execute(asked, (state,)).fetchone()
        except sqlite3.Error as error:
            self._given_up(error)
            return None
        return row[0] if row is not None and isinstance(row[0], str) else None

    def keep(self, state: str, told: str) -> None:
        """Keep what is to be told as long as a whole repository stays in a state."""
        try:
            with closing(self._connected()) as database, database:
                (count,) = database.execute("SELECT count(*) FROM whole").fetchone()
                if count >= _MOST_WHOLE:
                    database.execute("DELETE FROM whole")
                database.execute("INSERT OR REPLACE INTO whole VALUES (?, ?)", (state, told))
        except sqlite3.Error as error:
            self._given_up(error)

    def _connected(self) -> sqlite3.Connection:
        if not cache.make_private(self.file):
            raise sqlite3.OperationalError("there can be no such file")
        database = sqlite3.connect(self.file, timeout=_SECONDS)
        for table in _SCHEMA:
            database.execute(table)
        return database

    def _given_up(self, error: sqlite3.Error) -> None:
        """Remove the file if it is damaged, rather than in use, or one that cannot be."""
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self.file.unlink()


def _is_verdict(row: tuple[object, object]) -> bool:
    """Tell whether a row is one that was written here: SQLite lets anything stand in a column, and
    notices no damage that leaves the file in order."""
    count = row[1]
    return isinstance(count, int) and 0 <= count <= _MOST_UNPARSED


def remembered(rules: str, settings: Iterable[str]) -> Clean | None:
    """Give what was found clean with the same rules, told by their digest, the same settings, and
    the same program; None where there is no cache folder."""
    where = cache.folder()
    if where is None:
        return None
    parts = (__version__, rules, *settings, sys.version, _program(), _libcst())
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return Clean(where / f"{_KIND}-{digest[:32]}.sqlite")


def _program() -> str:
    """The names, sizes and times of the modules, which change without a new version."""
    told: list[str] = []
    pending = [os.path.dirname(os.path.dirname(__file__))]
    while pending:
        for entry in os.scandir(pending.pop()):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    pending.append(entry.path)
            else:
                status = entry.stat()
                told.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(sorted(told))


def _libcst() -> str:
    """The version of libcst, as its own file tells, which takes less time than to import what
    reads metadata, or libcst itself."""
    spec = find_spec("libcst")
    for folder in (spec and spec.submodule_search_locations) or ():
        with suppress(OSError):
            return Path(folder, "_version.py").read_text("utf-8")
    from importlib.metadata import version

    return version("libcst")


def _prune(kept: Path) -> None:
    """Remove the oldest files: another process may do the same."""
    with suppress(OSError):
        found = [it for it in kept.parent.glob(f"{_KIND}-*.sqlite") if it != kept]
        found.sort(key=lambda it: -it.stat().st_mtime_ns)
        for it in found[_KEPT - 1 :]:
            it.unlink()
