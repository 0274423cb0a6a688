"""The json report is what its schema in docs/ says, with every option and from every source."""

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leakguard.finding import Change, Commit, Place, Suppression, Trace
from leakguard.place import Cell
from leakguard.reporters import View, reporter
from leakguard.reporters.json import VERSION
from tests.cli.leaks import CRITICAL, SECRET
from tests.reporters.made import EMPTY, PAIR, REPORT
from tests.reporters.test_hostile import NAMES, hostile
from tests.support import Repository, leakguard
from tools.write_report_schema import SCHEMA, written

PUBLISHED: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
COMMIT = Commit("1" * 40, "Ada", "2026-01-01T00:00:00+00:00")
FULL = replace(
    PAIR,
    place=Place(4, 86, 4, 150, Cell(2, 1, 0)),
    trace=Trace(COMMIT, COMMIT, True, ("src/bot.py",), ("refs/heads/main",)),
    fixes=(Change(Place(4, 85, 4, 151), 'os.environ["API_SECRET"]'),),
    suppression=Suppression("inline", "a sample", Place(4, 160, 4, 190)),
)
REPORTS = {
    "findings": REPORT,
    "nothing": EMPTY,
    "all-fields": replace(REPORT, findings=(FULL,), suppressed=(FULL,)),
    **{f"hostile-{name}": hostile(it) for name, it in NAMES.items()},
}


def closed(schema: Any) -> Any:
    """Give the schema with no field allowed that it does not name."""
    if isinstance(schema, dict):
        made = {key: closed(value) for key, value in schema.items()}
        return {**made, "additionalProperties": False} if "properties" in schema else made
    return [closed(it) for it in schema] if isinstance(schema, list) else schema


CLOSED = closed(copy.deepcopy(PUBLISHED))


def validate(text: str) -> None:
    jsonschema.validate(json.loads(text), CLOSED, jsonschema.Draft7Validator)


def test_it_is_up_to_date() -> None:
    """If not: `python -m tools.write_report_schema`."""
    assert SCHEMA.read_text(encoding="utf-8") == written()


def test_it_is_a_schema_of_this_version() -> None:
    jsonschema.Draft7Validator.check_schema(PUBLISHED)
    assert PUBLISHED["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_holds_what_it_says_and_no_more(report: Any) -> None:
    validate(reporter("json")(report, View(why=True, show_suppressed=True)))


def test_a_line_of_jsonl_is_a_finding_of_it() -> None:
    of_line = {**CLOSED["definitions"]["finding"], "definitions": CLOSED["definitions"]}
    for line in reporter("jsonl")(REPORT, View()).splitlines():
        jsonschema.validate(json.loads(line), of_line, jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    "options",
    [("--why",), ("--history",), ("--staged",), ("--fix",)],
    ids=["tree", "history", "index", "fixes"],
)
def test_a_scan_writes_what_it_says(repository: Repository, options: tuple[str, ...]) -> None:
    repository.commit(**{"a.ini": CRITICAL})
    repository.stage("b.py", f"api_secret = '{SECRET}'\n")
    done = leakguard("scan", *options, "--format", "json", cwd=repository.path)
    assert done.returncode == 1
    validate(done.stdout)


@pytest.mark.parametrize(
    ("field", "value"),
    [("version", 2), ("findings", [{}]), ("errors", None), ("summary", {})],
    ids=["version", "finding", "errors", "summary"],
)
def test_it_refuses_what_is_none(field: str, value: object) -> None:
    report = {**json.loads(reporter("json")(REPORT, View())), field: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, PUBLISHED, jsonschema.Draft7Validator)


def test_the_page_about_reports_links_to_it() -> None:
    page = Path(__file__).parents[2] / "docs" / "reports.md"
    assert "(report.schema.json)" in page.read_text(encoding="utf-8")
