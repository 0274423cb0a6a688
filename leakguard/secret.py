"""A secret value that prints as a mask, whoever prints it."""

from dataclasses import dataclass, field

MASK = "****"
"""What stands for the characters that are not shown."""

SHOWN = 4
"""How many leading characters a mask shows, at the most."""

SHOWN_FROM = 16
"""Values with fewer characters than this show none."""


def mask(value: str) -> str:
    """Give the mask of `value`: its first characters if it is long enough, never its length."""
    head = value[:SHOWN] if len(value) >= SHOWN_FROM and value[:SHOWN].isalnum() else ""
    return head + MASK


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that must not be seen; `str`, `repr` and formatting give the mask."""

    _value: str = field(repr=False)

    def __str__(self) -> str:
        return mask(self._value)

    def __repr__(self) -> str:
        return f"Secret({mask(self._value)!r})"

    def reveal(self) -> str:
        """Give the value itself. Only `--show-secrets`, fingerprints and redaction may."""
        return self._value


@dataclass(frozen=True, slots=True)
class SecretText:
    """A line of scanned text, of which some parts are secret; prints with those parts masked."""

    masked: str
    """The text with each secret part replaced by its mask."""
    marked: tuple[tuple[int, int], ...]
    """Where, in characters of `masked` from 0, the finding's own mask stands: (start, end)."""
    _raw: str = field(repr=False)
    _raw_marked: tuple[tuple[int, int], ...] = field(repr=False)

    def __str__(self) -> str:
        return self.masked

    def shown(self, reveal: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Give the text and its marked ranges, as they are when `reveal`, else masked."""
        return (self._raw, self._raw_marked) if reveal else (self.masked, self.marked)
