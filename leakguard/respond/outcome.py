"""What `--done` says: whether a value is gone, and where it still is."""

from collections.abc import Iterator
from dataclasses import dataclass

from leakguard.reporters.dumped import dumped
from leakguard.shell import quote
from leakguard.text import folded, neutralise

_ELSEWHERE = (
    "It is still in every other clone, in forks and caches, and on the server until the new "
    "history is pushed and the host has cleaned up."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search after the cleaning came to; all of it may be shown."""

    key: str
    kind: str
    places: list[str]
    problems: list[str]
    """What could not be searched."""
    notes: list[str]
    """What nobody can search, such as an encrypted archive."""
    backups: list[str]

    @property
    def is_gone(self) -> bool:
        """Whether it is nowhere, and all was searched."""
        return not (self.places or self.problems)

    def as_text(self, width: int) -> str:
        """Give it for people, in lines of a width."""
        return "".join(f"{line}\n" for line in self._lines(width))

    def as_json(self) -> str:
        """Give it for programs."""
        told = {
            "version": 1,
            "key": {"id": self.key, "kind": self.kind},
            "gone": self.is_gone,
            "places": self.places,
            "problems": self.problems,
            "notes": self.notes,
            "backups": self.backups,
        }
        return dumped(told)

    def _lines(self, width: int) -> Iterator[str]:
        if self.is_gone:
            yield f"Gone: {self.kind} {self.key} is nowhere in this repository."
            yield "What was kept of it is deleted."
            yield from folded("", _ELSEWHERE, width)
        elif self.places:
            yield f"Still there: {self.kind} {self.key} stands in"
            yield from (f"  {it}" for it in self.places)
        if self.problems:
            yield "Not known, since it could not be searched:"
            yield from (f"  {it}" for it in self.problems)
        if not self.is_gone:
            yield "What is kept of it stays until it is gone."
        yield from (f"note: {it}" for it in self.notes)
        if self.backups:
            words = " ".join(quote(it) for it in self.backups)
            yield f"The backup holds it; when nobody needs it any more: rm -rf {neutralise(words)}"
