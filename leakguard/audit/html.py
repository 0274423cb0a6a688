"""HTML: one page with a timeline of exposure, a row a key, in a single file.

It asks for nothing from elsewhere, runs no script, and shows no value. A bar tells since when a key
can be read in the history, a darker one in it when it stood in files, a dot what a commit did, and
a line when it becomes overdue.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from leakguard import __version__
from leakguard.audit import told
from leakguard.audit.model import Audit, Audited, Check
from leakguard.audit.timeline import Axis, Stretch, in_files, in_history
from leakguard.finding import Problem
from leakguard.inventory.keys import moment
from leakguard.reporters import pages
from leakguard.reporters.pages import text as _text

MOST = 2_000
"""Keys on a page, the worst of them."""


def render(audit: Audit) -> str:
    """Give the page, the worst key first."""
    return "".join(f"{line}\n" for line in _page(audit))


def _page(audit: Audit) -> Iterator[str]:
    style = pages.own("page.css") + pages.own("audit.css", "leakguard.audit")
    yield from pages.head(f"leakguard audit: {told.summary(audit)}", style)
    yield f"<header><h1>{_text(told.summary(audit))}</h1>"
    time = audit.made.strftime("%Y-%m-%d %H:%M UTC")
    yield f"<p>leakguard {__version__}, <time>{time}</time>.</p></header>\n<main>"
    if audit.keys:
        yield from _keys(audit)
    if len(audit.keys) > MOST:
        yield f"<p>{len(audit.keys) - MOST:,} less severe keys are not on this page.</p>"
    yield from _changes(audit)
    yield from _checks(audit.checks)
    yield from _problems("Could not be read", audit.errors)
    yield from _problems("Left out on purpose", audit.notices)
    yield "</main>\n</body>\n</html>"


def _keys(audit: Audit) -> Iterator[str]:
    axis = Axis.of(audit)
    yield '<p class="legend"><span class="files"></span> in files <span class="history"></span> in '
    yield 'the history alone <span class="dot"></span> a commit <span class="due"></span> overdue'
    yield f' from here on ({audit.max_age} days)</p>\n<table class="keys"><thead><tr>'
    yield '<th scope="col">Severity</th><th scope="col">Key</th><th scope="col">Exposure'
    yield from _scale(axis)
    yield '</th><th scope="col">Age</th></tr></thead><tbody>'
    for key in audit.keys[:MOST]:
        yield f'<tr id="key-{key.id}"><td><span class="{key.severity}">{key.severity}</span></td>'
        yield f"<td>{_text(told.title(key))}{_words(key)}<br><code>{key.id}</code>"
        yield from _details(key, audit)
        yield "</td><td>"
        yield from _bar(key, audit, axis)
        age = "unknown" if key.age is None else f"{key.age:,} d"
        yield f"</td><td>{age}</td></tr>"
    yield "</tbody></table>"


def _words(key: Audited) -> str:
    words = {
        "exposed": key.is_exposed,
        "overdue": key.is_overdue,
        "allowed": bool(key.allowed),
        "rotated": key.replaced_by is not None,
    }
    return "".join(f' <b class="{word}">{word}</b>' for word, is_so in words.items() if is_so)


def _details(key: Audited, audit: Audit) -> Iterator[str]:
    yield "<details><summary>where and how</summary><dl>"
    for word, said in told.lines(key, audit):
        yield f"<dt>{word}</dt><dd>{_marked(said)}</dd>"
    yield "</dl>"
    story = [
        f"<li><time>{_text(day)}</time> {_text(what)} <small>{_text(who)}, "
        f"<code>{_text(commit)}</code></small></li>"
        for day, commit, who, what in told.story(key)
    ]
    if story:
        yield f"<ol>{''.join(story)}</ol>"
    yield "</details>"


def _scale(axis: Axis) -> Iterator[str]:
    yield '<svg class="scale" aria-hidden="true">'
    for when, name in axis.ticks:
        yield f'<text x="{axis.share(when)}%" y="1em">{name}</text>'
    yield "</svg>"


def _bar(key: Audited, audit: Audit, axis: Axis) -> Iterator[str]:
    said = "; ".join(f"{day} {what}" for day, _, _, what in told.story(key))
    yield f'<svg class="bar" role="img" aria-label="{_text(said or told.age(key, audit))}">'
    for when, _ in axis.ticks:
        x = f"{axis.share(when)}%"
        yield f'<line class="tick" x1="{x}" x2="{x}" y1="0" y2="100%"/>'
    whole = in_history(key, audit.made)
    if whole is not None:
        yield _rect("history", whole, axis)
    else:
        yield '<text x="0" y="65%">not in the history</text>'
    yield from (_rect("files", it, axis) for it in in_files(key, audit.made))
    due = _due(key, audit)
    if due is not None and axis.start <= due <= axis.end:
        x = f"{axis.share(due)}%"
        yield f'<line class="due" x1="{x}" x2="{x}" y1="0" y2="100%"/>'
    for it in key.events:
        made = moment(it.commit.date)
        if made is not None:
            about = f"{it.commit.date[:10]} {told.did(it)} ({it.commit.author})"
            yield f'<circle class="dot" cx="{axis.share(made)}%" cy="50%" r="4">'
            yield f"<title>{_text(about)}</title></circle>"
    yield "</svg>"


def _due(key: Audited, audit: Audit) -> datetime | None:
    """Give when a key that still counts becomes overdue."""
    if not key.is_overdue or key.created is None:
        return None
    try:
        return key.created + timedelta(days=audit.max_age)
    except OverflowError:
        return None


def _rect(kind: str, stretch: Stretch, axis: Axis) -> str:
    start, end = axis.share(stretch.start), axis.share(stretch.end)
    width = round(max(0.4, end - start), 2)
    return f'<rect class="{kind}" x="{min(start, 99.6)}%" width="{width}%" y="25%" height="50%"/>'


def _changes(audit: Audit) -> Iterator[str]:
    if audit.changes is not None:
        rows = "".join(f"<li>{_text(it)}</li>" for it in told.changed(audit))
        since = _text(audit.changes.since or "the audit before")
        yield f"<section><h2>Since {since}</h2><ul>{rows}</ul></section>"


def _checks(checks: Iterable[Check]) -> Iterator[str]:
    yield '<section class="checks"><h2>Good practice</h2><ul>'
    for it in checks:
        word = "ok" if it.is_met else "no"
        yield f'<li class="{word}"><b>{word}</b> {_text(it.asks)}'
        rows = "".join(f"<li>{_marked(one)}</li>" for one in it.found)
        rows += "" if it.is_met else f"<li>{_marked(it.advice)}</li>"
        yield f"<ul>{rows}</ul></li>" if rows else "</li>"
    yield "</ul></section>"


def _problems(title: str, problems: Iterable[Problem]) -> Iterator[str]:
    rows = [f"<li><code>{_text(it.path)}</code>: {_text(it.message)}</li>" for it in problems]
    if rows:
        yield f"<section><h2>{title}</h2><ul>{''.join(rows)}</ul></section>"


def _marked(text: str) -> str:
    """Give a text with what stands between backticks as code."""
    parts = enumerate(text.split("`"))
    return "".join(f"<code>{_text(it)}</code>" if n % 2 else _text(it) for n, it in parts)
