"""What the places ask for that reports go to: GitLab, CI servers, spreadsheets, comments."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from markdown_it import MarkdownIt

from leakguard.finding import Commit, Finding, Report, Suppression, Trace
from leakguard.reporters import FORMATS, View, reporter
from leakguard.reporters.csv import COLUMNS
from tests.reporters.made import EMPTY, KEY, PAIR, REPORT, SECRET
from tests.reporters.test_hostile import INERT, NAMES, hostile

SCHEMAS = Path(__file__).parent / "schemas"
GITLAB = json.loads((SCHEMAS / "gitlab-secret-detection-15.0.2.json").read_text())
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
VIEW = View(now=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
REPORTS = {"full": REPORT, "empty": EMPTY, **{name: hostile(it) for name, it in NAMES.items()}}
COMMITTED = replace(PAIR, trace=Trace(Commit("1" * 40, "Ada", "2026-01-01T00:00:00Z"), None))
ALLOWED = replace(EMPTY, suppressed=(replace(PAIR, suppression=Suppression("inline", "a sample")),))


def of(*findings: Finding) -> Report:
    return replace(EMPTY, findings=findings)


def gitlab(report: Report) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(reporter("gitlab")(report, VIEW))
    return content


class TestGitLab:
    @pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
    def test_is_what_the_schema_asks_for(self, report: Report) -> None:
        jsonschema.validate(gitlab(report), GITLAB)

    @pytest.mark.parametrize(
        ("finding", "commit"), [(PAIR, "0000000"), (COMMITTED, "1" * 40)], ids=["none", "known"]
    )
    def test_names_a_commit_whether_there_is_one_or_not(
        self, finding: Finding, commit: str
    ) -> None:
        (found,) = gitlab(of(finding))["vulnerabilities"]
        assert found["location"]["commit"]["sha"] == commit

    def test_tells_two_equal_findings_apart(self) -> None:
        found = gitlab(of(PAIR, PAIR))["vulnerabilities"]
        assert found[0]["id"] != found[1]["id"]

    def test_has_the_time_that_it_is_given(self) -> None:
        scan = gitlab(REPORT)["scan"]
        assert (scan["start_time"], scan["end_time"]) == ("2026-01-02T03:04:05",) * 2

    def test_gives_the_advice_as_the_solution(self) -> None:
        (found,) = gitlab(of(PAIR))["vulnerabilities"]
        assert found["solution"] == str(PAIR.advice)


def quality(report: Report) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(reporter("codequality")(report, VIEW))
    return content


class TestCodeQuality:
    def test_says_where_and_how_bad(self) -> None:
        found = quality(REPORT)[1]
        assert found["location"] == {"path": "src/bot.py", "lines": {"begin": 4}}
        assert (found["check_name"], found["severity"]) == ("hardcoded-argument", "blocker")

    def test_has_no_fingerprint_twice(self) -> None:
        assert len({it["fingerprint"] for it in quality(of(PAIR, PAIR, PAIR))}) == 3


def junit(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(reporter("junit")(report, VIEW))


class TestJUnit:
    @pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
    def test_is_what_the_schema_asks_for(self, report: Report) -> None:
        JUNIT.validate(reporter("junit")(report, VIEW))

    def test_has_a_case_that_passes_where_nothing_is_told(self) -> None:
        (case,) = junit(EMPTY).iter("testcase")
        assert (case.get("name"), len(case)) == ("no leaks found", 0)

    def test_fails_for_findings_alone(self) -> None:
        inside = [it.tag for case in junit(REPORT).iter("testcase") for it in case]
        assert inside == ["failure", "failure", "error", "skipped"]

    def test_skips_what_is_suppressed(self) -> None:
        written = reporter("junit")(ALLOWED, View(show_suppressed=True))
        JUNIT.validate(written)
        assert [it.get("message") for it in ElementTree.fromstring(written).iter("skipped")] == [
            "a sample"
        ]

    @pytest.mark.parametrize("name", NAMES)
    def test_keeps_a_name_as_text(self, name: str) -> None:
        case = next(junit(hostile(NAMES[name])).iter("testcase"))
        assert case.get("classname") == INERT[name]


def rows(report: Report, view: View = VIEW) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reporter("csv")(report, view))))


class TestCsv:
    def test_has_a_row_for_each_finding(self) -> None:
        assert [it["path"] for it in rows(REPORT)] == ["deploy/.env", "src/bot.py"]

    def test_has_the_names_of_the_columns_where_there_is_no_finding(self) -> None:
        assert next(csv.reader(io.StringIO(reporter("csv")(EMPTY, VIEW)))) == list(COLUMNS)

    def test_names_the_commit(self) -> None:
        (row,) = rows(of(COMMITTED))
        assert (row["introduced"], row["author"], row["removed"]) == ("1" * 40, "Ada", "")

    @pytest.mark.parametrize(
        ("path", "written"),
        [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), (" =1", "' =1"),
            ("\t=1", "' =1"), ("\uff1d1", "'\uff1d1"), ("a;=1", "a;'=1"), ('a;"=1', "a;'\"=1"),
            ("a=1", "a=1"), ("a-1.py", "a-1.py"), ("'a", "'a"),
        ],
    )  # fmt: skip
    def test_has_no_formula(self, path: str, written: str) -> None:
        (row,) = rows(of(replace(PAIR, path=path)))
        assert row["path"] == written

    def test_says_why_a_finding_does_not_count(self) -> None:
        assert rows(ALLOWED) == []
        (row,) = rows(ALLOWED, View(show_suppressed=True))
        assert row["suppression"] == "a sample"

    def test_shows_a_value_only_if_asked(self) -> None:
        assert [it["secret"] for it in rows(of(PAIR))] == [f"{SECRET[:4]}****"]
        assert [it["secret"] for it in rows(of(PAIR), View(show_secrets=True))] == [SECRET]


class Seen(HTMLParser):
    """What a page shows: the names of its elements, its attributes and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self.open = [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1], data))


def comment(report: Report) -> Seen:
    """How a code host shows the comment."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return Seen(markdown.render(reporter("markdown")(report, VIEW)))


def codes(seen: Seen) -> Iterator[str]:
    return (text for tag, text in seen.texts if tag == "code")


def many(count: int, path: str) -> Report:
    return of(*(replace(PAIR, path=f"{path}{number}") for number in range(count)))


class TestMarkdown:
    def test_of_nothing_is_one_line(self) -> None:
        assert reporter("markdown")(EMPTY, VIEW) == "### leakguard: no leaks found\n"

    def test_begins_with_the_worst(self) -> None:
        assert [it for it in codes(comment(REPORT)) if ":" in it][:2] == [
            "src/bot.py:4", "deploy/.env:1",
        ]  # fmt: skip

    @pytest.mark.parametrize("name", NAMES)
    def test_has_no_mark_that_came_from_outside(self, name: str) -> None:
        seen, plain = comment(hostile(NAMES[name])), comment(hostile("name"))
        assert (seen.tags - {"span"}, seen.attributes) == (plain.tags, plain.attributes)

    @pytest.mark.parametrize("name", NAMES)
    def test_shows_a_path_as_it_is(self, name: str) -> None:
        shown = "".join(codes(comment(hostile(NAMES[name]))))
        assert shown.startswith(f"{INERT[name]}:4")

    def test_mentions_nobody(self) -> None:
        seen = comment(of(replace(PAIR, message="for @ada, see #1")))
        assert [text for tag, text in seen.texts if tag == "span"] == ["@", "#"]
        assert [text for _, text in seen.texts if "@ada" in text or "#1" in text] == []

    def test_shows_as_code_what_stands_between_backticks(self) -> None:
        assert "git rm --cached" in codes(comment(REPORT))

    def test_keeps_a_line_of_backticks_in_its_block(self) -> None:
        snippet = replace(PAIR.snippet, masked="````` <b>", marked=())
        assert "b" not in comment(of(replace(PAIR, snippet=snippet))).tags

    @pytest.mark.parametrize("path", ["a", "|" * 4096], ids=["short", "long"])
    def test_fits_into_a_comment_and_says_what_does_not(self, path: str) -> None:
        written = reporter("markdown")(many(500, path), VIEW)
        shown = written.count("<details>")
        assert len(written) < 65_536
        assert f"{500 - shown} more findings not shown." in written

    def test_names_the_commit(self) -> None:
        written = reporter("markdown")(of(COMMITTED), VIEW)
        assert "Brought in by <code>1111111111</code>." in written


class TestGitHub:
    @pytest.mark.parametrize("name", NAMES)
    def test_has_one_command_whatever_the_names_hold(self, name: str) -> None:
        (line,) = reporter("github")(hostile(NAMES[name]), VIEW).splitlines()
        assert line.startswith("::error file=")
        assert line.count("::") == 2 + ("command" in name) * 2


@pytest.mark.parametrize("name", ["gitlab", "codequality", "github", "junit", "markdown"])
def test_what_is_put_before_others_shows_no_value_whoever_asks(name: str) -> None:
    written = reporter(name)(REPORT, View(show_secrets=True))
    assert (KEY in written, SECRET in written) == (False, False)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text"}))
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    render = reporter(name)
    assert render(REPORT, replace(VIEW, seconds=1)) == render(REPORT, replace(VIEW, seconds=2))
