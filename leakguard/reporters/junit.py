"""JUnit's XML, as CI servers read it: a failed test case for each finding.

What could not be read is an error; what was left out on purpose is skipped, and what is suppressed
if it is to be shown. The schema is that of
Jenkins: https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from leakguard.finding import Finding, Problem, Report
from leakguard.reporters import View
from leakguard.reporters.marks import frame
from leakguard.text import neutralise, uncommanded


def render(report: Report, view: View) -> str:
    """Give one suite; where nothing is told, it has one test case, which passes, since CI servers
    take a suite without any for a mistake."""
    suppressed = report.suppressed if view.show_suppressed else ()
    cases = [
        *map(_finding, report.findings),
        *map(_suppressed, suppressed),
        *(_problem(it, "error", "could not be read") for it in report.errors),
        *(_problem(it, "skipped", "was left out") for it in report.notices),
    ] or [f"<testcase {_attributes(classname='leakguard', name='no leaks found')}/>"]
    counts = {
        "tests": str(len(cases)),
        "failures": str(len(report.findings)),
        "errors": str(len(report.errors)),
    }
    whole = _attributes(name="leakguard", **counts)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {whole}>",
        f"<testsuite {whole} skipped={quoteattr(str(len(suppressed) + len(report.notices)))}>",
        *cases,
        "</testsuite>",
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _case(finding: Finding) -> str:
    place = finding.place
    name = f"{finding.rule}, line {place.line}, column {place.column}"
    return _attributes(classname=finding.where, name=name)


def _suppressed(finding: Finding) -> str:
    reason = finding.suppression.reason if finding.suppression is not None else ""
    return f"<testcase {_case(finding)}><skipped {_attributes(message=reason)}/></testcase>"


def _finding(finding: Finding) -> str:
    failure = _attributes(message=finding.message, type=str(finding.severity))
    text = uncommanded("\n".join(escape(neutralise(it)) for it in _told(finding)), "&#58;")
    return f"<testcase {_case(finding)}><failure {failure}>{text}</failure></testcase>"


def _told(finding: Finding) -> Iterator[str]:
    yield from frame(finding)
    yield from str(finding.advice).split("\n")
    yield f"Fingerprint: {finding.fingerprint}"


def _problem(problem: Problem, element: str, name: str) -> str:
    case = _attributes(classname=problem.path, name=name)
    return f"<testcase {case}><{element} {_attributes(message=problem.message)}/></testcase>"


def _attributes(**values: str) -> str:
    """Give attributes; a character that XML does not have is written as an escape of ours."""
    return " ".join(f"{name}={quoteattr(neutralise(value))}" for name, value in values.items())
