"""Where something stands in a text."""

from dataclasses import dataclass, field

BETWEEN = "!/"
"""Between an archive's path and a member's, as in Java's URLs: `java.net.JarURLConnection`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a notebook: which cell, and the line of its source or of one of its outputs."""

    number: int
    """From 1, cells of every type counted."""
    line: int
    """From 1."""
    output: int | None = None
    """Which output of the cell, from 1; None for its source."""

    def __str__(self) -> str:
        output = "" if self.output is None else f"output {self.output}, "
        return f"cell {self.number}, {output}line {self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range of a text: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    cell: Cell | None = field(default=None, compare=False)
    """Where it starts in a notebook; the other fields are of the file as it is written."""
