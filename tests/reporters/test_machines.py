"""What programs rely on in json, jsonl and sarif."""

import gzip
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leakguard.finding import Finding, Place, Problem, Related, Report, Severity
from leakguard.reporters import View, jsonl, reporter
from leakguard.reporters import json as json_report
from leakguard.reporters import sarif as sarif_report
from leakguard.reporters.sarif import MOST
from tests.reporters.made import DOTENV, EMPTY, PAIR, REPORT

VIEW = View()
FIELDS = {
    "rule", "path", "line", "column", "end_line", "end_column", "severity", "confidence", "message",
    "advice", "secret", "fingerprint", "secret_id", "related", "origin",
}  # fmt: skip
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text())


def lines(report: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in reporter("jsonl")(report, VIEW).splitlines()]


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(reporter("sarif")(report, VIEW))
    return log


def test_a_line_has_these_fields_and_no_others() -> None:
    assert [set(line) for line in lines(REPORT)] == [FIELDS | {"replacement"}] * 2


def test_a_related_place_has_these_fields() -> None:
    (related,) = lines(REPORT)[1]["related"]
    assert set(related) == {"label", "path", "line", "column", "end_line", "end_column"}


@pytest.mark.parametrize("field", sorted(FIELDS | {"replacement"}))
def test_each_field_is_documented(field: str) -> None:
    assert f"`{field}`" in (jsonl.__doc__ or "")


def test_no_finding_is_no_line() -> None:
    assert reporter("jsonl")(EMPTY, VIEW) == ""


def test_json_holds_what_a_line_holds() -> None:
    assert json.loads(reporter("json")(REPORT, VIEW))["findings"] == lines(REPORT)


@pytest.mark.parametrize("field", ["findings", "errors", "notices", "rejected", "version"])
def test_each_field_of_json_is_documented(field: str) -> None:
    assert f"`{field}`" in (json_report.__doc__ or "")
    assert field in json.loads(reporter("json")(REPORT, View(why=True)))


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif"])
def test_the_time_it_took_is_in_no_report_for_machines(name: str) -> None:
    render = reporter(name)
    assert render(REPORT, View(seconds=1)) == render(REPORT, View(seconds=2))


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_sarif_is_valid(report: Report) -> None:
    jsonschema.validate(sarif(report), SCHEMA)


def test_sarif_is_valid_whatever_the_names_hold() -> None:
    path = "a b/\udcff%\x1b[2J\u202e#?:ж\n.py"
    hostile = replace(PAIR, path=path, place=Place(1, 1, 3, 1))
    jsonschema.validate(
        sarif(replace(REPORT, findings=(hostile,), errors=(Problem(path, path),))), SCHEMA
    )


def test_sarif_gives_a_path_as_a_relative_uri_of_its_bytes() -> None:
    log = sarif(replace(REPORT, findings=(replace(DOTENV, path="a b/c:\udcff%.env"),)))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%20b/c%3A%FF%25.env"


def test_sarif_describes_each_rule_once() -> None:
    log = sarif(replace(REPORT, findings=(DOTENV, PAIR, replace(PAIR, place=Place(9, 1, 9, 2)))))
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["dotenv-tracked", "hardcoded-argument"]
    assert [rules[it["ruleIndex"]] for it in run["results"]] == [
        it["ruleId"] for it in run["results"]
    ]


def test_sarif_says_when_something_could_not_be_read() -> None:
    (invocation,) = sarif(REPORT)["runs"][0]["invocations"]
    told = [it["level"] for it in invocation["toolExecutionNotifications"]]
    assert (invocation["executionSuccessful"], told) == (False, ["error", "note"])


def test_sarif_of_a_whole_scan_is_a_success() -> None:
    (invocation,) = sarif(EMPTY)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True


def results(*findings: Finding) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif(replace(EMPTY, findings=findings))["runs"][0]["results"]
    return found


class TestWhatGitHubReads:
    def test_of_a_rule(self) -> None:
        (rule,) = sarif(replace(EMPTY, findings=(PAIR,)))["runs"][0]["tool"]["driver"]["rules"]
        assert rule["defaultConfiguration"] == {"level": "error"}
        assert rule["properties"]["security-severity"] == "8.0"
        assert rule["properties"]["precision"] == "medium"
        assert rule["help"]["markdown"].startswith("**Key hard-coded in a call**\n\n")
        assert "\n1. Revoke the key" in rule["help"]["markdown"]

    def test_the_worst_first(self) -> None:
        assert [it["ruleId"] for it in results(DOTENV, PAIR)] == [PAIR.rule, DOTENV.rule]

    def test_two_secrets_on_one_line_are_two_alerts(self) -> None:
        other = replace(PAIR, place=Place(4, 200, 4, 264), fingerprint="f" * 32)
        hashes = [
            it["partialFingerprints"]["primaryLocationLineHash"] for it in results(PAIR, other)
        ]
        assert hashes == [f"{PAIR.fingerprint}:1", f"{'f' * 32}:1"]

    def test_one_secret_twice_in_a_file_is_two_alerts(self) -> None:
        again = replace(PAIR, place=Place(9, 1, 9, 65))
        hashes = [
            it["partialFingerprints"]["primaryLocationLineHash"] for it in results(PAIR, again)
        ]
        assert hashes == [f"{PAIR.fingerprint}:1", f"{PAIR.fingerprint}:2"]

    def test_no_more_results_than_it_keeps(self) -> None:
        low = replace(PAIR, severity=Severity.LOW)
        log = sarif(replace(EMPTY, findings=(*[low] * 3, *[PAIR] * MOST)))
        (run,) = log["runs"]
        (told,) = run["invocations"][0]["toolExecutionNotifications"]
        assert {it["level"] for it in run["results"]} == {"error"}
        assert told["message"]["text"] == "3 less severe findings not in this file"

    def test_no_larger_file_than_it_takes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sarif_report, "_LARGEST", 4_000)
        paths = (sha256(bytes([number])).hexdigest() for number in range(200))
        findings = tuple(replace(PAIR, path=it) for it in paths)
        written = reporter("sarif")(replace(EMPTY, findings=findings), VIEW)
        assert len(gzip.compress(written.encode())) <= 4_000
        assert 0 < len(json.loads(written)["runs"][0]["results"]) < 200

    @pytest.mark.parametrize(
        ("label", "lines"),
        [
            ("hard-coded here", [1, 4]),
            ("read from the environment here", [1, 4]),
            ("passed here", [4, 1]),
            ("used here", [4, 1]),
            ("the API key", None),
        ],
    )
    def test_the_way_of_a_value(self, label: str, lines: list[int] | None) -> None:
        finding = replace(PAIR, related=(Related(label, Place(1, 1, 1, 9)),))
        jsonschema.validate(sarif(replace(EMPTY, findings=(finding,))), SCHEMA)
        (result,) = results(finding)
        assert ("codeFlows" in result) == (lines is not None)
        steps = result.get("codeFlows", [{"threadFlows": [{"locations": []}]}])[0]["threadFlows"][0]
        told = [
            it["location"]["physicalLocation"]["region"]["startLine"] for it in steps["locations"]
        ]
        assert told == (lines or [])

    def test_no_link_that_came_from_outside(self) -> None:
        (result,) = results(replace(PAIR, message="[x](https://example.org) a[0]"))
        assert result["message"]["text"].startswith("\\[x](https://example.org) a[0]\n\n1. ")
