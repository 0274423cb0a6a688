"""Names of variables: one value has one name, and no name has two values."""

import re
from collections.abc import Iterable, Mapping

_READ = re.compile(rb"""(?:environ|getenv)\w{0,2}[^"'\n]{0,20}["']([A-Za-z_][A-Za-z0-9_]*)["']""")
"""A name that the environment is asked for."""

_QUOTED = re.compile(rb"""["']([A-Z_][A-Z0-9_]*)["'](?!\s*+(?::|\]\s*+=(?!=)))""")
"""A name in quotes that is called as variables are, and is neither a dict's key nor an item that
is set."""

_UNFIT = re.compile(r"[^A-Z0-9_]+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_name(name: str) -> bool:
    """Tell whether a shell can have a variable of this name."""
    return _NAME.fullmatch(name) is not None


class Variables:
    """The names that are given in one run, besides those of the env file.

    `entries` are what the env file gives already, `sources` the texts that may read variables.
    Case does not make a name another: on Windows, and to pydantic, it is the same.
    """

    def __init__(self, entries: Mapping[str, str | None], sources: Iterable[bytes]) -> None:
        self._values = {name.upper(): value for name, value in entries.items()}
        self._names = {
            value: name
            for name, value in reversed(list(entries.items()))
            if value is not None and is_name(name)
        }
        self._read = {
            match[1].decode().upper()
            for source in sources
            for pattern in (_READ, _QUOTED)
            for match in pattern.finditer(source)
        }

    def given(self, name: str, value: str) -> str:
        """Take the name that the program reads a value by; give why it cannot be taken, or
        nothing."""
        if not is_name(name):
            return "a shell can have no variable of the name that the program reads"
        if self._values.get(name.upper(), value) != value:
            return f"{name} has another value already, and is read by no other name"
        self._values[name.upper()] = value
        self._names.setdefault(value, name)
        return ""

    def name_for(self, wished: str, value: str) -> str:
        """Give the name that a value has, or a free one like the one that is wished for.

        A name is not free which a script seems to read: it may be meant to find something else
        there.
        """
        if value in self._names:
            return self._names[value]
        base = _UNFIT.sub("_", wished.upper()).strip("_") or "API_SECRET"
        if base[0].isdigit():
            base = f"KEY_{base}"
        number, free = 1, base
        while free in self._values or free in self._read:
            number += 1
            free = f"{base}_{number}"
        self._values[free] = value
        self._names[value] = free
        return free
