"""Markdown, for the summary of a job or an issue: a table, and below it each key's story."""

from collections.abc import Iterator

from leakguard.audit import told
from leakguard.audit.model import Audit, Audited
from leakguard.reporters.marks import advice, cell, code, prose, row


def render(audit: Audit) -> str:
    """Give the audit, the worst key first."""
    return "".join(f"{line}\n" for line in _lines(audit))


def _lines(audit: Audit) -> Iterator[str]:
    yield f"### leakguard audit: {prose(told.summary(audit))}"
    yield ""
    if audit.keys:
        yield row(("Severity", "Key", "Id", "Age", "Wrong", "First seen"))
        yield row(["---"] * 6)
        yield from (row(_cells(it)) for it in audit.keys)
        yield ""
    for key in audit.keys:
        yield from _details(key, audit)
    if audit.changes is not None:
        yield f"#### Since {prose(audit.changes.since or 'the audit before')}"
        yield ""
        yield from (f"- {prose(' '.join(it.split()))}" for it in told.changed(audit))
        yield ""
    yield "#### Good practice"
    yield ""
    for check in audit.checks:
        yield f"- [{'x' if check.is_met else ' '}] {prose(check.asks)}"
        yield from (f"  - {advice(it)}" for it in check.found)
        if not check.is_met:
            yield f"  - {advice(check.advice)}"


def _cells(key: Audited) -> Iterator[str]:
    yield str(key.severity)
    yield cell(told.title(key))
    yield code(key.id)
    yield "" if key.age is None else f"{key.age} d"
    wrong = {"exposed": key.is_exposed, "overdue": key.is_overdue, "allowed": bool(key.allowed)}
    yield ", ".join(word for word, is_so in wrong.items() if is_so)
    first = key.first
    yield "" if first is None else cell(f"{first.date[:10]}, {first.author}")


def _details(key: Audited, audit: Audit) -> Iterator[str]:
    yield f"<details><summary>{code(key.id)} {code(told.title(key))}</summary>"
    yield ""
    yield from (f"- {word}: {advice(said)}" for word, said in told.lines(key, audit))
    yield ""
    story = list(told.story(key))
    if story:
        yield row(("Day", "Commit", "Author", "What it did"))
        yield row(["---"] * 4)
        for day, who, commit, what in story:
            yield row((cell(day), code(commit), cell(who), code(what)))
        yield ""
    yield "</details>"
    yield ""
