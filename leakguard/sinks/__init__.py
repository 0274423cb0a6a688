"""Where SDKs take credentials: the tables `rules/sinks/*.toml`, one a distribution, as data.

A table says which parameters of which calls are credentials, in the order in which the
package's own signatures have them; `tests/sinks_verify.py` compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from leakguard.levels import Role
from leakguard.pack.location import rule_folder


class Shape(StrEnum):
    """A parameter that is no credential itself, but holds one."""

    URL = "url"
    """A connection URL, or a connection string, with a password in it."""
    HEADERS = "headers"
    """A mapping of HTTP headers; see `SinkTable.header_for`."""
    BASIC_AUTH = "basic-auth"
    """A pair or an object of user and password."""
    MAPPING = "mapping"
    """A mapping; `Sink.items` says which of its keys are credentials."""


Taken: TypeAlias = Role | Shape


@dataclass(frozen=True, slots=True)
class Sink:
    """Callables of one package that take the same credentials in the same order."""

    table: str
    """The distribution, such as `python-binance`."""
    packages: tuple[str, ...]
    """Dotted prefixes from which the callables are imported."""
    calls: tuple[str, ...]
    """The last parts of the dotted names that are called, such as `AsyncClient.create`."""
    positional: tuple[str, ...]
    """Parameters in order, without self, as far as the last that is a credential."""
    credentials: Mapping[str, Taken] = field(hash=False)
    """What each parameter is that holds a credential, positional or keyword."""
    items: Mapping[str, Role] = field(hash=False)
    """What each key is of a parameter that is a `Shape.MAPPING`."""
    provider: str | None
    method: bool
    """Whether it is called on an object, so that only the last part of its name is written."""

    def at(self, position: int) -> tuple[str, Taken] | None:
        """Give name and role of the positional argument at `position`, None if it is no
        credential."""
        if position >= len(self.positional):
            return None
        name = self.positional[position]
        return (name, self.credentials[name]) if name in self.credentials else None

    def is_called(self, full: str) -> bool:
        """Tell whether a dotted name, its first part resolved by the imports, is one of the
        calls."""
        return _starts(full, self.packages) and any(_ends(full, call) for call in self.calls)

    def is_named(self, full: str) -> bool:
        """Tell whether a dotted name that no import explains is one of the calls."""
        if self.method:
            return any(_ends(full, call.rpartition(".")[2]) for call in self.calls)
        return any(_ends(full, call) for call in self.calls)


@dataclass(frozen=True, slots=True)
class Attribute:
    """Attributes of modules or objects that are assigned a credential."""

    table: str
    packages: tuple[str, ...]
    names: tuple[str, ...]
    """Dotted names; `*.secret_key` is an attribute of any object, and `*.config[SECRET_KEY]`
    an item of one."""
    role: Taken
    provider: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """A header of HTTP requests that holds a credential."""

    name: str
    role: Role
    provider: str | None


@dataclass(frozen=True, slots=True)
class SinkTable:
    """All tables together."""

    sinks: tuple[Sink, ...]
    attributes: tuple[Attribute, ...]
    common: frozenset[str]
    """Last parts of calls that others than these SDKs use too, such as `Client` or `new`."""
    _calls: Mapping[str, tuple[Sink, ...]] = field(hash=False, repr=False)
    _attributes: Mapping[str, Attribute] = field(hash=False, repr=False)
    _headers: Mapping[str, Header] = field(hash=False, repr=False)

    def sinks_for(self, name: str) -> tuple[Sink, ...]:
        """Give the sinks a call may be, by the last part of the name that is called."""
        return self._calls.get(name, ())

    def attribute_for(self, dotted: str) -> Attribute | None:
        """Give the attribute that is assigned, by its dotted name, or that of any object."""
        found = self._attributes.get(dotted)
        _, dot, tail = dotted.partition(".")
        while found is None and dot:
            found = self._attributes.get(f"*.{tail}")
            _, dot, tail = tail.partition(".")
        return found

    def header_for(self, name: str) -> Header | None:
        """Give the header of that name, in any case, if it holds a credential."""
        return self._headers.get(name.lower())

    def headers(self) -> tuple[Header, ...]:
        """Give the headers that hold credentials, sorted by name."""
        return tuple(self._headers[name] for name in sorted(self._headers))

    def call_names(self, *, common: bool | None = None) -> tuple[str, ...]:
        """Give the last parts of all calls, sorted, for triggers: those that nobody else uses
        (`common=False`), those that mean nothing without the import (`True`), or both."""
        return tuple(
            name
            for name in sorted(self._calls)
            if common is None or common is (name in self.common)
        )


@cache
def load() -> SinkTable:
    """Read the tables of the rule pack.

    Raises:
        RuleError: a table is not well-formed, or two say different things.
    """
    from leakguard.sinks import tables as sink_tables  # only here: most scans look no call up

    return sink_tables.load(rule_folder() / "sinks")


def _starts(full: str, packages: tuple[str, ...]) -> bool:
    return any(full == package or full.startswith(f"{package}.") for package in packages)


def _ends(full: str, call: str) -> bool:
    return full == call or full.endswith(f".{call}")
