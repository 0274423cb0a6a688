"""What a configuration says of some paths alone: fewer rules, or another least severity."""

from dataclasses import dataclass
from functools import cached_property

from leakguard.levels import Severity
from leakguard.sources.ignore import Patterns


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the paths that match."""

    paths: tuple[str, ...]
    """Patterns as in a .gitignore."""
    select: tuple[str, ...] | None = None
    """Ids of the rules of which alone those run that run elsewhere, too; None for all."""
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    """The least severity that is shown; None for that which is shown elsewhere."""


@dataclass(frozen=True)
class PerPath:
    """Settings of paths, the last of which counts most."""

    entries: tuple[PathSettings, ...] = ()
    base: str = ""
    """What leads from the folder that the patterns are relative to to that of the paths, with a
    `/` at its end."""

    def ids_at(self, path: str, ids: frozenset[str]) -> frozenset[str]:
        """Give those of the rules with some ids that look at a path."""
        for it in self._of(path):
            ids = (ids if it.select is None else ids.intersection(it.select)).difference(it.ignore)
        return ids

    def severity_at(self, path: str, otherwise: Severity) -> Severity:
        """Give the least severity that is shown at a path."""
        told = [it.severity for it in self._of(path) if it.severity is not None]
        return told[-1] if told else otherwise

    def _of(self, path: str) -> list[PathSettings]:
        pairs = zip(self.entries, self._patterns, strict=True)
        return [it for it, patterns in pairs if patterns.matches(path)]

    @cached_property
    def _patterns(self) -> tuple[Patterns, ...]:
        return tuple(Patterns(it.paths, base=self.base) for it in self.entries)


EVERYWHERE = PerPath()
"""Nothing is said of any path."""
