"""Names of variables: one value has one name, and no name has two values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count

from leakguard.finding import Mend

_READ = re.compile(
    rb"""(?:environ|getenv)\w{0,2}[^"'\n]{0,20}["']([A-Za-z_][A-Za-z0-9_]*)\\?["']"""
)
"""A name that the environment is asked for; in a notebook, the quotes are escaped."""

_QUOTED = re.compile(rb"""["']([A-Z_][A-Z0-9_]*)\\?["'](?!\s*+(?::|\\?\]\s*+=(?!=)))""")
"""A name in quotes that is called as variables are, and is neither a dict's key nor an item that
is set."""

_UNFIT = re.compile(r"[^A-Z0-9_]+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_name(name: str) -> bool:
    """Tell whether a shell can have a variable of this name."""
    return _NAME.fullmatch(name) is not None


def read_in(source: bytes) -> Iterable[str]:
    """Give the names that a Python source seems to read from the environment."""
    found = (it[1].decode() for pattern in (_READ, _QUOTED) for it in pattern.finditer(source))
    return {it.upper() for it in found}


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of a project say of variables, their names in capitals."""

    read: frozenset[str] = frozenset()
    """Names that programs seem to read."""
    values: Mapping[str, frozenset[str | None]] = field(default_factory=dict, repr=False)
    """The values that a name is given, as in a Dockerfile; None for one that is not told."""
    patterns: frozenset[tuple[str, str]] = frozenset()
    """What names begin with and end with that programs put together, and may read."""


class Variables:
    """The names that are given in one run, besides those of the env file.

    `entries` are what the env file gives already, `sources` the texts that may read variables,
    `known` is what else the project says. Case does not make a name another: on Windows, and to
    pydantic, it is the same.
    """

    def __init__(
        self,
        entries: Mapping[str, str | None],
        sources: Iterable[bytes],
        known: Known | None = None,
    ) -> None:
        self._values = {name.upper(): value for name, value in entries.items()}
        self._names = {
            value: name
            for name, value in reversed(list(entries.items()))
            if value is not None and is_name(name)
        }
        self._unused: dict[tuple[str, ...], int] = {}
        self._elsewhere = known.values if known is not None else {}
        self._read = {name for source in sources for name in read_in(source)}
        self._read |= known.read if known is not None else frozenset()
        patterns = known.patterns if known is not None else ()
        self._beginnings = tuple(before for before, behind in patterns if not behind)
        self._endings = tuple(it for it in patterns if it[1][-1:].isalpha())

    def named(self, mends: Sequence[Mend]) -> tuple[Mend, ...] | str:
        """Give the mends of one finding with the names that their values get, or why one cannot
        get the name that the program reads it by."""
        values = [it.secret.reveal() if it.secret is not None else None for it in mends]
        wishes = []
        for it, value in zip(mends, values, strict=True):
            if value is None:
                continue
            if not it.is_given:
                wishes.append((it.name or "", value))
            elif reason := self._given(it.name or "", value):
                return reason
        names = iter(self._names_for(wishes))
        return tuple(
            it if value is None or it.is_given else replace(it, name=next(names))
            for it, value in zip(mends, values, strict=True)
        )

    def _given(self, name: str, value: str) -> str:
        """Take the name that the program reads a value by; give why it cannot be taken, or
        nothing."""
        if not is_name(name):
            return "a shell can have no variable of the name that the program reads"
        if self._values.get(name.upper(), value) != value:
            return (
                f"{name} has another value already, in the env file or by another fix, and the "
                "program reads it by no other name: keep one of the two there, and take this one "
                "out by hand"
            )
        self._take(name, value)
        return ""

    def _names_for(self, wishes: Sequence[tuple[str, str]]) -> list[str]:
        """Give the names for values that belong together, each with the name that is wished for.

        A value that has a name keeps it. The others get the names that are wished for, or, if one
        of these is not free, all of them with the same number.
        """
        fresh = {
            value: self._apart(_fit(wished)) for wished, value in wishes if value not in self._names
        }
        if len(set(fresh.values())) < len(fresh):
            return [self._names_for([it])[0] for it in wishes]
        theirs = (
            number
            for wished, value in wishes
            if value not in fresh and (number := _number(self._names[value], _fit(wished)))
        )
        for number in chain(theirs, count(self._first_unused(tuple(fresh.values())))):
            names = {value: _numbered(base, number) for value, base in fresh.items()}
            if all(self._is_free(name, value) for value, name in names.items()):
                break
        for value, name in names.items():
            self._take(name, value)
        return [self._names[value] for _, value in wishes]

    def _first_unused(self, bases: tuple[str, ...]) -> int:
        """Give the first number with which no name is used; lower ones never get free again."""
        number = self._unused.get(bases, 1)
        while any(self._is_used(_numbered(base, number)) for base in bases):
            number += 1
        self._unused[bases] = number
        return number

    def _apart(self, base: str) -> str:
        """Give a name that begins as none that a program puts together: a number behind it would
        not make it another."""
        tried = (f"{it}{base}" for it in ("", "MY_", "OWN_", "THE_"))
        return next((it for it in tried if not it.startswith(self._beginnings)), base)

    def _is_used(self, name: str) -> bool:
        is_put_together = any(
            name.startswith(before) and name.endswith(behind) for before, behind in self._endings
        )
        return is_put_together or name in self._values or name in self._read

    def _is_free(self, name: str, value: str) -> bool:
        """Tell whether a name can be given to a value.

        It cannot if a script seems to read it, which may be meant to find something else there,
        nor if a file of the project gives it another value, which the program would find.
        """
        return not self._is_used(name) and self._elsewhere.get(name, {value}) <= {value}

    def _take(self, name: str, value: str) -> None:
        self._values[name.upper()] = value
        self._names.setdefault(value, name)


def _fit(wished: str) -> str:
    """Give the name nearest to one that is wished for that a shell can have."""
    base = _UNFIT.sub("_", wished.upper()).strip("_") or "API_SECRET"
    return f"KEY_{base}" if base[0].isdigit() else base


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}_{number}"


def _number(name: str, base: str) -> int:
    """Give the number that a name has behind `base`, or 0 if it is another name."""
    if name == base:
        return 1
    rest = name.removeprefix(f"{base}_")
    return int(rest) if rest != name and rest.isdecimal() and len(rest) < 6 else 0
