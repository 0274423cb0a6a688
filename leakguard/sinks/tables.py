"""Reads the tables `rules/sinks/*.toml`; what they say is `leakguard.sinks`."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leakguard import cache
from leakguard.errors import RuleError
from leakguard.levels import Role
from leakguard.sinks import Attribute, Header, Shape, Sink, SinkTable, Taken

TAKEN: Mapping[str, Taken] = {
    **{role.name.lower().replace("_", "-"): role for role in Role},
    **{shape.value: shape for shape in Shape},
}
"""What a table may call a parameter: `private-key` for `Role.PRIVATE_KEY`."""


def load(folder: Path) -> SinkTable:
    """Read the tables of a folder. What is in them is cached: to parse TOML takes four times as
    long as all else.

    Raises:
        RuleError: one is not well-formed, or two say different things.
    """
    paths = sorted(folder.glob("*.toml"))
    key = _key(paths)
    name = f"sinks-{key[:32]}.json"
    if (cached := cache.read(name, key)) is not None:
        return of_contents(json.loads(cached[0]))
    contents = parse(paths)
    table = of_contents(contents)
    cache.write(name, key, json.dumps(contents).encode())
    return table


def _key(paths: Iterable[Path]) -> str:
    """Tell files apart without reading them: a change shows in size and time."""
    found = (
        f"{path} {status.st_size} {status.st_mtime_ns}" for path in paths if (status := path.stat())
    )
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).hexdigest()


def parse(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Give what is in some tables, by the files' names.

    Raises:
        RuleError: one is no TOML.
    """
    import tomllib  # here, since most runs find them cached

    contents = {}
    for path in paths:
        try:
            contents[path.name] = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RuleError(f"{path.name}: {error}") from None
    return contents


def of_contents(contents: Mapping[str, dict[str, Any]]) -> SinkTable:
    """Give the tables that are in some files, by the files' names.

    Raises:
        RuleError: one is not well-formed, or two say different things.
    """
    sinks: list[Sink] = []
    attributes: list[Attribute] = []
    headers: dict[str, Header] = {}
    common: set[str] = set()
    for name, content in contents.items():
        table = _Table(name, content)
        table.check(
            table.content,
            "packages", "provider", "common", "items", "sink", "attribute", "headers",
        )  # fmt: skip
        sinks += table.sinks()
        attributes += table.attributes()
        common |= set(table.strings(table.content, "common", needed=False))
        for header in table.headers():
            known = headers.setdefault(header.name.lower(), header)
            if known != header:
                raise RuleError(f"{name}: the header {header.name} stands in another table")
    return SinkTable(
        tuple(sinks),
        tuple(attributes),
        frozenset(common),
        _calls=_by_last_part(sinks),
        _attributes=_by_name(attributes),
        _headers=headers,
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """One file while it is read."""

    name: str
    content: dict[str, Any]

    def sinks(self) -> Iterator[Sink]:
        for entry in self.entries("sink"):
            self.check(
                entry, "calls", "positional", "credentials", "items", "packages", "provider",
                "providers", "method", "unchecked",
            )  # fmt: skip
            credentials = self.taken(entry, "credentials")
            holds_items = Shape.MAPPING in credentials.values()
            items = self.roles(entry if "items" in entry else self.content, "items")
            positional = self.strings(entry, "positional", needed=False)
            calls = self.strings(entry, "calls")
            if not credentials:
                raise self.wrong(f"{calls[0]}: no credentials")
            if positional and positional[-1] not in credentials:
                raise self.wrong(f"{calls[0]}: {positional[-1]}, the last, is no credential")
            if (holds_items and not items) or (not holds_items and "items" in entry):
                raise self.wrong(f"{calls[0]}: a mapping and its items belong together")
            for provider, own_calls in self.by_provider(entry, calls):
                yield Sink(
                    table=self.name.removesuffix(".toml"),
                    packages=self.packages(entry),
                    calls=own_calls,
                    positional=positional,
                    credentials=credentials,
                    items=items if holds_items else {},
                    provider=provider,
                    method=self.value(entry, "method", bool, default=False),
                )

    def attributes(self) -> Iterator[Attribute]:
        for entry in self.entries("attribute"):
            self.check(entry, "names", "role", "packages", "provider")
            yield Attribute(
                table=self.name.removesuffix(".toml"),
                packages=self.packages(entry),
                names=self.strings(entry, "names"),
                role=self.role(self.value(entry, "role", str)),
                provider=self.provider(entry),
            )

    def headers(self) -> Iterator[Header]:
        for name, role in self.roles(self.content, "headers").items():
            yield Header(name, role, self.provider({}))

    def entries(self, name: str) -> list[dict[str, Any]]:
        entries = self.content.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self.wrong(f"{name}: write [[{name}]]")
        return entries

    def packages(self, entry: dict[str, Any]) -> tuple[str, ...]:
        return self.strings(entry if "packages" in entry else self.content, "packages")

    def provider(self, entry: dict[str, Any]) -> str | None:
        provider = entry.get("provider", self.content.get("provider"))
        if provider is not None and not isinstance(provider, str):
            raise self.wrong("provider: not a string")
        return provider

    def by_provider(
        self, entry: dict[str, Any], calls: tuple[str, ...]
    ) -> Iterator[tuple[str | None, tuple[str, ...]]]:
        """Give the calls of each provider: of those that `providers` names, and of the entry's."""
        named = self.value(entry, "providers", dict, default={})
        groups: dict[str | None, list[str]] = {}
        for call in calls:
            groups.setdefault(named.get(call, self.provider(entry)), []).append(call)
        if strangers := set(named).difference(calls):
            raise self.wrong(f"providers: {min(strangers)} is no call")
        if not all(provider is None or isinstance(provider, str) for provider in groups):
            raise self.wrong("providers: not a table of strings")
        yield from ((provider, tuple(own)) for provider, own in groups.items())

    def strings(self, entry: dict[str, Any], name: str, *, needed: bool = True) -> tuple[str, ...]:
        found = entry.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
            raise self.wrong(f"{name}: not an array of strings")
        if needed and not found:
            raise self.wrong(f"{name}: missing")
        if len(set(found)) != len(found):
            raise self.wrong(f"{name}: the same string twice")
        return tuple(found)

    def value(self, entry: dict[str, Any], name: str, kind: type, default: Any = None) -> Any:
        found = entry.get(name, default)
        if not isinstance(found, kind):
            raise self.wrong(f"{name}: not a {kind.__name__}")
        return found

    def taken(self, entry: dict[str, Any], name: str) -> dict[str, Taken]:
        found = entry.get(name, {})
        if not isinstance(found, dict):
            raise self.wrong(f"{name}: not a table")
        return {parameter: self.role(role) for parameter, role in found.items()}

    def roles(self, entry: dict[str, Any], name: str) -> dict[str, Role]:
        roles: dict[str, Role] = {}
        for key, role in self.taken(entry, name).items():
            if isinstance(role, Shape):
                raise self.wrong(f"{name}: {key} cannot be {role.value!r}")
            roles[key] = role
        return roles

    def role(self, name: object) -> Taken:
        if isinstance(name, str) and name in TAKEN:
            return TAKEN[name]
        raise self.wrong(f"unknown role {name!r}{_nearest(str(name), TAKEN)}")

    def check(self, entry: dict[str, Any], *known: str) -> None:
        for name in entry:
            if name not in known:
                raise self.wrong(f"unknown key {name!r}{_nearest(name, known)}")

    def wrong(self, what: str) -> RuleError:
        return RuleError(f"{self.name}: {what}")


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib  # only for an error

    near = difflib.get_close_matches(name, list(known), 1, 0.0)
    return f"; did you mean {near[0]!r}?" if near else ""


def _by_last_part(sinks: list[Sink]) -> dict[str, tuple[Sink, ...]]:
    found: dict[str, tuple[Sink, ...]] = {}
    for sink in sinks:
        for last in dict.fromkeys(call.rpartition(".")[2] for call in sink.calls):
            found[last] = (*found.get(last, ()), sink)
    return found


def _by_name(attributes: list[Attribute]) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for attribute in attributes:
        for name in attribute.names:
            known = found.setdefault(name, attribute)
            if known.role is not attribute.role:
                raise RuleError(f"{attribute.table}.toml: {name} is another thing in {known.table}")
    return found
