"""JSON lines: one finding a line, for pipes.

- `rule`, `severity`, `confidence`, `message`, `advice` (steps in order, a line each)
- `path`, relative to the scanned root, with `/`, that in an archive behind `!/`
- `line`, `column`, `end_line`, `end_column`, from 1, columns in characters, the end exclusive
- `cell`, in a notebook alone: its `number`, the `line` in it, both from 1, and which `output` of
  it, null for the source; the other fields of a place are of the JSON file
- `replacement`: null, or `line`, the Python to write instead, and `imports`, what it needs
- `secret`: masked unless `--show-secrets` is given; null if the statement or the file is at fault
- `fingerprint`: the same wherever the line moves; `secret_id`: the same wherever the value stands
- `related`: other places of the finding, each with `label`, `path` and the fields of a place
- `origin`: the kind of source, such as `tree` or `index`
- `commits`, where commits were looked at alone: `introduced`, the first of them that has it, and
  `removed`, the one that took it away, null if it is still there; each with `id`, `author` and
  `date`; of a whole history also `in_head`, whether HEAD has it, `paths`, each one that it had,
  and `refs`, those whose history has it
- `suppression`, with `--show-suppressed` alone, of a finding that does not count: `kind`, `inline`
  or `baseline`; `reason`; `line`, where the allowance stands, null if that is no line of the file
- `fixes`, with `--fix`, or of an allowance that allows nothing: changes that together mend the
  finding, each with the fields of a place and the `text` that belongs there; never the text that
  was there
"""

from typing import Any

from leakguard.finding import Commit, Finding, Place, Report, Trace
from leakguard.masking.redact import scrub, scrub_path
from leakguard.reporters import View
from leakguard.reporters.dumped import dumped
from leakguard.text import neutralise, path_bytes


def render(report: Report, view: View) -> str:
    """Give one object a line, sorted as the report is; nothing for no findings."""
    shown = (*report.findings, *report.suppressed) if view.show_suppressed else report.findings
    return "".join(line(finding_object(it, view)) for it in sorted(shown, key=lambda it: it.order))


def line(value: dict[str, Any]) -> str:
    """Give an object as one line of ASCII, which no terminal can misread."""
    return dumped(value, indent=None)


def finding_object(finding: Finding, view: View) -> dict[str, Any]:
    """Give what machines read of a finding. Lines and columns count from 1, in characters."""
    advice = finding.advice
    secret = finding.secret
    shown = secret and (secret.reveal() if view.show_secrets else str(secret))
    replacement = advice.replacement
    return {
        "rule": finding.rule,
        "path": readable(finding.where),
        **place_object(finding.place),
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": neutralise(finding.message),
        "advice": str(advice),
        "replacement": replacement and {"line": replacement.line, "imports": replacement.imports},
        "secret": shown,
        "fingerprint": finding.fingerprint,
        "secret_id": finding.secret_id,
        "related": [
            {
                "label": related.label,
                "path": readable(related.path or finding.where),
                **place_object(related.place),
            }
            for related in finding.related
        ],
        "origin": finding.origin,
        **_commits(finding.trace),
        **_fixes(finding),
        **_suppression(finding),
    }


def _suppression(finding: Finding) -> dict[str, Any]:
    it = finding.suppression
    if it is None:
        return {}
    line = it.place.line if it.place is not None else None
    return {"suppression": {"kind": it.kind, "reason": neutralise(it.reason), "line": line}}


def _commits(trace: Trace | None) -> dict[str, Any]:
    if trace is None:
        return {}
    told = {"introduced": _commit(trace.introduced), "removed": _commit(trace.removed)}
    if trace.in_head is None:
        return {"commits": told}
    paths = [readable(scrub_path(it)) for it in trace.paths]
    refs = [readable(scrub_path(it)) for it in trace.refs]
    return {"commits": {**told, "in_head": trace.in_head, "paths": paths, "refs": refs}}


def _commit(commit: Commit | None) -> dict[str, str] | None:
    if commit is None:
        return None
    return {
        "id": commit.id,
        "author": neutralise(scrub(commit.author)),
        "date": neutralise(commit.date),
    }


def _fixes(finding: Finding) -> dict[str, Any]:
    changes = [{**place_object(it.place), "text": it.text} for it in finding.fixes]
    return {"fixes": changes} if changes else {}


def place_object(place: Place) -> dict[str, Any]:
    """Give a place as the fields `line`, `column`, `end_line` and `end_column`, and `cell`."""
    fields: dict[str, Any] = {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    if (cell := place.cell) is not None:
        fields["cell"] = {"number": cell.number, "line": cell.line, "output": cell.output}
    return fields


def readable(path: str) -> str:
    r"""Give a path in which a byte that is no UTF-8 is written `\xNN`; all else is kept."""
    return path_bytes(path).decode("utf-8", "backslashreplace")
