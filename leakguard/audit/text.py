"""Text for people: a key after the other with its story, and what good practice asks for."""

from collections.abc import Iterator

from leakguard.audit import told
from leakguard.audit.model import Audit, Audited
from leakguard.finding import Severity
from leakguard.text import folded, neutralise

_WIDTH = 10
"""Columns of the words that lines begin with."""

_STYLES = {
    Severity.CRITICAL: "1;37;41",
    Severity.HIGH: "1;31",
    Severity.MEDIUM: "1;33",
    Severity.LOW: "1;36",
    Severity.INFO: "2",
}
_WORDS = {"exposed": "1;31", "overdue": "1;31", "rotated": "32", "allowed": "32"}


def render(audit: Audit, *, color: bool = False, width: int = 100) -> str:
    """Give the audit, the worst key first, in lines of a width."""
    return "".join(f"{line}\n" for line in _lines(audit, color, width))


def _lines(audit: Audit, color: bool, width: int) -> Iterator[str]:
    for key in audit.keys:
        yield from _key(key, audit, color, width)
        yield ""
    if audit.changes is not None:
        yield f"Since {audit.changes.since or 'the audit before'}"
        for it in told.changed(audit):
            yield from folded("  ", neutralise(it), width)
        yield ""
    yield "Good practice"
    for check in audit.checks:
        word = _styled("ok " if check.is_met else "no ", "32" if check.is_met else "1;31", color)
        yield f"  {word} {check.asks}"
        for said in (*check.found, *(() if check.is_met else (check.advice,))):
            yield from folded("       ", neutralise(said), width)
    yield ""
    yield told.summary(audit)


def _key(key: Audited, audit: Audit, color: bool, width: int) -> Iterator[str]:
    severity = _styled(str(key.severity), _STYLES[key.severity], color)
    yield f"{_styled(told.title(key), '1', color)}  {key.id}  {severity}"
    before = ""
    for word, said in told.lines(key, audit):
        head = f"{'' if word == before else word:{_WIDTH}}"
        first, *more = folded(f"  {head}", neutralise(said), width)
        yield f"  {_styled(head, _WORDS.get(word, '2'), color)}{first[2 + _WIDTH :]}"
        yield from more
        before = word
    story = list(told.story(key))
    widest = max((len(who) for _, who, _, _ in story), default=0)
    for day, who, commit, what in story:
        yield from folded(f"    {day}  {commit}  {who:{widest}}  ", neutralise(what), width)


def _styled(text: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color else text
