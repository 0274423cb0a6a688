"""Nothing that was scanned acts on the terminal, or on a reader, in any format."""

import json
import re
from dataclasses import replace

import pytest

from leakguard.finding import Advice, Problem, Rejected, Related, Replacement, Report
from leakguard.reporters import FORMATS, View, reporter
from leakguard.secret import Secret, SecretText
from tests.grouped import each
from tests.reporters.made import PAIR, REPORT

NAMES = {
    "escape": "\x1b[2J\x1b]0;title\x07",
    "one-byte-escape": "\x9b2J",
    "bidi": "\u202egpj.exe\u2066",
    "lines": "a\r\nleakguard: error: b\u2028c\x85",
    "markup": "[red]x[/red][link=https://example.org]y[/link] :boom:",
    "undecodable": "\udcff\udc80",
    "formula": "=HYPERLINK(A1);@x",
    "command": "::stop-commands::x",
    "azure": "x = ##[error]y ###vso[task.setvariable variable=a]b",
    "tags": "<img src=x onerror=y>]]></failure><!--",
    "mentions": "@ada #1 www.example.org `|` ![x](y)",
    "hidden": "a\u200b\ufeff\U000e0041",
    "backspace": "secret\x08\x08\x08",
}
INERT = {
    "escape": "\\x1b[2J\\x1b]0;title\\x07",
    "one-byte-escape": "\\x9b2J",
    "bidi": "\\u202egpj.exe\\u2066",
    "lines": "a\\x0d\\x0aleakguard: error: b\\u2028c\\x85",
    "markup": NAMES["markup"],
    "undecodable": "\\xff\\x80",
    "azure": "x = #\\x23[error]y ##\\x23vso[task.setvariable variable=a]b",
    **{name: NAMES[name] for name in ("formula", "command", "tags", "mentions")},
    "hidden": "a\\u200b\\ufeff\\U000e0041",
    "backspace": "secret\\x08\\x08\\x08",
}


def hostile(text: str) -> Report:
    """A report in which everything that can come from outside is `text`."""
    finding = replace(
        PAIR,
        path=text,
        message=text,
        advice=Advice((text,), Replacement(text.replace("\n", " "), text)),
        secret=Secret(text),
        snippet=SecretText("x", (), "x", ()),
        related=(Related(text, PAIR.place),),
        origin=text,
    )
    rejected = Rejected("private-key", text, PAIR.place, "repetition", Secret(text))
    problems = (Problem(text, text),)
    return Report((finding,), (rejected,), problems, problems, REPORT.statistics)


@pytest.mark.parametrize("secrets", [False, True], ids=["masked", "shown"])
@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_inert(name: str, secrets: bool) -> None:
    report = hostile(NAMES[name])

    def check(kind: str) -> None:
        written = reporter(kind)(report, View(why=True, show_secrets=secrets))
        assert "".join(written.split("\n")).isprintable()

    each(FORMATS, check)


@pytest.mark.parametrize("name", NAMES)
def test_text_shows_a_name_as_it_is_escaped(name: str) -> None:
    written = reporter("text")(hostile(NAMES[name]), View(width=500))
    shown = INERT[name].replace("::", r"\x3a:", 1) if name == "command" else INERT[name]
    assert written.startswith(f"{shown}:4:86  critical  hardcoded-argument\n{shown}\n")


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("line", ["::stop-commands::x", "  ::error::x", "x ##[error]y", "##vso[x]"])
def test_no_line_is_a_command_of_a_ci_server(line: str, kind: str) -> None:
    report = hostile(line)
    lines = Replacement(f"call(\n{line}\n)", "import x")
    found = replace(report.findings[0], advice=Advice(("Do:",), lines), message=f"the {line}")
    view = View(why=True, show_suppressed=True, width=20)
    written = reporter(kind)(replace(report, findings=(found,), suppressed=(found,)), view)
    own = "::error file=" if kind == "github" else "own"
    rest = [it.lstrip() for it in written.split("\n") if not it.startswith(own)]
    assert not [it for it in rest if it.startswith("::") or re.search(r"##\w*\[", it)]


@pytest.mark.parametrize("name", NAMES)
def test_text_has_as_many_lines_with_any_name(name: str) -> None:
    lines = reporter("text")(hostile(NAMES[name]), View(width=500)).count("\n")
    assert lines == reporter("text")(hostile("name"), View(width=500)).count("\n")


@pytest.mark.parametrize("name", sorted(NAMES.keys() - {"undecodable"}))
def test_json_gives_a_path_that_can_be_opened(name: str) -> None:
    report = json.loads(reporter("json")(hostile(NAMES[name]), View()))
    assert report["findings"][0]["path"] == NAMES[name]
    assert report["errors"][0]["path"] == NAMES[name]


def test_json_names_the_bytes_of_a_path_that_is_no_utf8() -> None:
    report = json.loads(reporter("json")(hostile(NAMES["undecodable"]), View()))
    assert report["findings"][0]["path"] == "\\xff\\x80"
