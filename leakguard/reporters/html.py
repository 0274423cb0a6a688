"""HTML: one page for people who would rather look than read, in a single file.

It asks for nothing from elsewhere, which its content security policy forbids as well, and shows no
value, not even with `--show-secrets`: pages get passed on. Script and style are those in `page/`;
without the script everything is there, and only the filters do nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from leakguard import __version__
from leakguard.finding import Finding, Problem, Report, Severity
from leakguard.masking.redact import scrub
from leakguard.reporters import View, pages
from leakguard.reporters.marks import frame
from leakguard.reporters.pages import text as _text
from leakguard.reporters.ranking import worst_first
from leakguard.reporters.summary import headline, suppressed
from leakguard.text import amount, neutralise, plural, uncommanded

MOST = 5_000
"""Findings on a page, the worst of them; browsers are slow with more rows."""

_BARS = 10
"""Bars of a chart: of more rules or files the others are told as one number."""

_AGES = ((7, "under a week"), (30, "under a month"), (365, "under a year"))
_OLDEST, _NO_AGE = "a year or more", "unknown"
_ID = 10
"""Letters of a commit's id that are shown."""


@dataclass(frozen=True, slots=True)
class Facets:
    """By what a finding can be picked; each is a chart and a field of its row."""

    severity: str
    rule: str
    file: str
    age: str

    @classmethod
    def of(cls, finding: Finding, now: datetime) -> "Facets":
        """Give those of a finding."""
        path = neutralise(finding.where)
        return cls(str(finding.severity), finding.rule, path, age(finding, now))


_NAMES = ("severity", "rule", "file", "age")
"""The facets; the last of them only where commits were looked at."""

_ORDER: Mapping[str, tuple[str, ...]] = {
    "severity": tuple(str(it) for it in sorted(Severity, reverse=True)),
    "age": (*(name for _, name in _AGES), _OLDEST, _NO_AGE),
}
"""Charts whose bars have an order of their own; those of the others begin with the longest."""


def render(report: Report, view: View) -> str:
    """Give the page, the worst findings first."""
    return "".join(f"{line}\n" for line in _page(report, view))


def age(finding: Finding, now: datetime) -> str:
    """Give how long ago the commit was made that brought a finding in, roughly."""
    trace = finding.trace
    if trace is None or trace.introduced is None:
        return _NO_AGE
    try:
        days = (now - datetime.fromisoformat(trace.introduced.date)).days
    except (ValueError, TypeError, OverflowError):  # a commit can have any date, or none
        return _NO_AGE
    return next((name for limit, name in _AGES if days < limit), _OLDEST)


def _page(report: Report, view: View) -> Iterator[str]:
    style, script = (pages.own(name) for name in ("page.css", "page.js"))
    findings = worst_first(report.findings)[:MOST]
    facets = [Facets.of(it, view.now) for it in findings]
    yield from pages.head(f"leakguard: {headline(report)}", style, script)
    yield from _header(report, view)
    yield "<main>"
    if findings:
        names = _NAMES if any(it.age != _NO_AGE for it in facets) else _NAMES[:-1]
        yield from _charts(facets, names)
        yield from _filters(facets, names)
        yield from _table(findings, facets, names)
    if len(findings) < len(report.findings):
        left = plural(len(report.findings) - len(findings), "less severe finding")
        yield f"<p>{left} not on this page.</p>"
    yield from _suppressed(report.suppressed if view.show_suppressed else ())
    yield from _problems("Could not be read", report.errors)
    yield from _problems("Left out on purpose", report.notices)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>"


def _header(report: Report, view: View) -> Iterator[str]:
    statistics = report.statistics
    scanned = f"{plural(statistics.files, 'file')}, {amount(statistics.bytes)}"
    unread = f" {plural(len(report.errors), 'error')}." if report.errors else ""
    time = view.now.strftime("%Y-%m-%d %H:%M UTC")
    hidden = f" {suppressed(report)}." if report.suppressed else ""
    yield f"<header><h1>{_text(headline(report))}</h1>"
    told = f"In {scanned}.{hidden}{unread} leakguard {__version__}, <time>{time}</time>."
    yield f"<p>{told}</p></header>"


def _charts(facets: list[Facets], names: Sequence[str]) -> Iterator[str]:
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    yield f'<section class="charts" aria-label="Findings by {told}">'
    for name in names:
        counts = Counter(str(getattr(it, name)) for it in facets)
        order = _ORDER.get(name)
        bars = (
            [(it, counts[it]) for it in order if counts[it]]
            if order
            else sorted(counts.items(), key=lambda it: (-it[1], it[0]))
        )
        yield f"<div><h2>By {name}</h2>"
        longest = max(counts.values())
        for value, count in bars[:_BARS]:
            yield (
                f'<button type="button" data-facet="{name}" data-value="{_text(value)}" '
                f'aria-pressed="false"><span>{_text(value)}</span><b>{count}</b>'
                f'<progress value="{count}" max="{longest}" aria-hidden="true"></progress></button>'
            )
        if others := bars[_BARS:]:
            yield f"<p>and {len(others)} others: {sum(count for _, count in others)}</p>"
        yield "</div>"
    yield "</section>"
    if "age" not in names:
        yield (
            "<p>No age is told, since no commits were looked at: "
            "<code>leakguard scan --history --format html=FILE</code> does.</p>"
        )


def _filters(facets: list[Facets], names: Sequence[str]) -> Iterator[str]:
    yield '<form class="filters" role="search">'
    yield '<label>Search <input type="search" id="search" autocomplete="off"></label>'
    for name in names:
        values = {str(getattr(it, name)) for it in facets}
        order = _ORDER.get(name, ())
        known = [it for it in order if it in values] or sorted(values)
        options = "".join(f'<option value="{_text(it)}">{_text(it)}</option>' for it in known)
        label = name.capitalize()
        yield f'<label>{label} <select id="{name}"><option value="">all</option>{options}</select>'
        yield "</label>"
    yield '<button type="reset">Show all</button> <output id="shown" aria-live="polite"></output>'
    yield "</form>"


def _table(findings: list[Finding], facets: list[Facets], names: Sequence[str]) -> Iterator[str]:
    titles = ("Severity", "Where", "What", *(("Age",) if "age" in names else ()))
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{it}</th>' for it in titles)
    yield "</tr></thead><tbody>"
    for finding, it in zip(findings, facets, strict=True):
        data = " ".join(f'data-{name}="{_text(getattr(it, name))}"' for name in names)
        yield f'<tr {data}><td><span class="{it.severity}">{it.severity}</span></td>'
        yield f"<td><code>{_text(_where(finding))}</code></td><td>"
        yield f"<details><summary>{_text(finding.message)} <small>{_text(it.rule)}</small>"
        yield "</summary>"
        yield from _details(finding)
        last = f"<td>{_text(it.age)}</td>" if "age" in names else ""
        yield f"</details></td>{last}</tr>"
    yield "</tbody></table>"


def _details(finding: Finding) -> Iterator[str]:
    yield f"<pre>{_lines(frame(finding))}</pre>"
    steps = "".join(f"<li>{_text(it)}</li>" for it in finding.advice.sentences)
    yield f"<ol>{steps}</ol>"
    if (replacement := finding.advice.replacement) is not None:
        imports = [replacement.imports, ""] if replacement.imports else []
        yield f"<pre>{_lines([*imports, *replacement.line.split(chr(10))])}</pre>"
    for related in finding.related:
        where = f"{related.path or finding.where}:{related.place.line}:{related.place.column}"
        yield f"<p>{_text(related.label)}: <code>{_text(where)}</code></p>"
    if finding.trace is not None:
        told = (("Brought in", finding.trace.introduced), ("Taken out", finding.trace.removed))
        for verb, commit in told:
            if commit is not None:
                who = f"{scrub(commit.author)}, {commit.date[:10]}"
                yield f"<p>{verb} by <code>{_text(commit.id[:_ID])}</code> ({_text(who)})</p>"
    yield f"<p>Confidence {finding.confidence}, fingerprint <code>{finding.fingerprint}</code></p>"


def _suppressed(findings: Sequence[Finding]) -> Iterator[str]:
    rows = [
        f"<li><code>{_text(_where(it))}</code> {it.severity}, {_text(it.rule)}: "
        f"{_text(it.suppression.reason if it.suppression is not None else '')}</li>"
        for it in worst_first(findings)[:MOST]
    ]
    if len(findings) > MOST:
        rows.append(f"<li>and {len(findings) - MOST:,} less severe</li>")
    if rows:
        yield f"<section><h2>Suppressed</h2><ul>{''.join(rows)}</ul></section>"


def _problems(title: str, problems: Iterable[Problem]) -> Iterator[str]:
    rows = [f"<li><code>{_text(it.path)}</code>: {_text(it.message)}</li>" for it in problems]
    if rows:
        yield f"<section><h2>{title}</h2><ul>{''.join(rows)}</ul></section>"


def _where(finding: Finding) -> str:
    place = finding.place
    cell = f" ({place.cell})" if place.cell is not None else ""
    return f"{finding.where}:{place.line}:{place.column}{cell}"


def _lines(lines: Iterable[str]) -> str:
    return uncommanded("\n".join(map(_text, lines)), "&#58;")
