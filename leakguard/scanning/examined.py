"""What comes of looking at documents: findings, rejections, and what could not be looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leakguard.document import Document
from leakguard.report import Problem
from leakguard.text import plural

if TYPE_CHECKING:
    from leakguard.finding import Finding, Original, Rejected
    from leakguard.suppress.allowances import Allowance


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one document."""

    findings: "tuple[Finding, ...]" = ()
    rejected: "tuple[Rejected, ...]" = ()
    notices: tuple[Problem, ...] = ()
    values: frozenset[str] = field(default=frozenset(), repr=False)
    """Every value that was looked at: none may show in a path or a message."""
    originals: "tuple[Original, ...]" = ()
    """The documents of what can be fixed, if that was asked for."""
    allowances: "tuple[Allowance, ...]" = ()
    """What the documents allow."""
    unparsed: int = 0
    """How many statements were not read as Python, of which a notice tells."""


NOTHING = Examined()


def joined(parts: Iterable[Examined]) -> Examined:
    """Give what came of several documents, or of several parts of one, as one."""
    parts = [part for part in parts if part is not NOTHING]
    return Examined(
        findings=tuple(found for it in parts for found in it.findings),
        rejected=tuple(found for it in parts for found in it.rejected),
        notices=tuple(found for it in parts for found in it.notices),
        values=frozenset().union(*(it.values for it in parts)),
        originals=tuple(found for it in parts for found in it.originals),
        allowances=tuple(found for it in parts for found in it.allowances),
        unparsed=sum(it.unparsed for it in parts),
    )


def unfinished(document: Document, count: int) -> tuple[Problem, ...]:
    """Tell of cells that are no whole Python."""
    if not count:
        return ()
    message = (
        f"read as Python up to a string that has no end: {plural(count, 'cell')}; the text rules "
        "looked at all of it"
    )
    return (Problem(document.path, message),)


def unparsed(path: str, count: int) -> tuple[Problem, ...]:
    """Tell of statements of a document that could not be parsed."""
    if not count:
        return ()
    message = (
        f"not read as Python: {plural(count, 'statement')}, too large or not valid; the text rules "
        "looked at all of it"
    )
    return (Problem(path, message),)
