"""The command that counts false alarms on real sources compares as it says."""

import pytest

from tests.cases.silence import check
from tests.cases.silence.check import Alarm, Verdicts, is_quiet, judge, rows, verdicts

HEAD = "package\tpath\tline\trule\tverdict\twhy\n"
FALSE = Alarm("garden-1.0", "src/a b.py", 3, "hard-coded-secret")
TRUE = Alarm("garden-1.0", "tests/key.pem", 1, "private-key")
NEW = Alarm("garden-1.0", "src/new.py", 9, "hard-coded-secret")
TABLE = {FALSE: Verdicts(false=1), TRUE: Verdicts(true=1)}


def test_a_table_is_read() -> None:
    text = (
        "# a remark\n"
        + HEAD
        + "garden-1.0\tsrc/a b.py\t3\thard-coded-secret\tfalse\ta word\n"
        + "garden-1.0\ttests/key.pem\t1\tprivate-key\ttrue\ta test's own\n"
    )
    assert verdicts(text) == TABLE


def test_several_findings_of_a_line_have_a_row_each() -> None:
    row = "garden-1.0\ta.py\t3\tprivate-key\t{}\tany\n"
    text = HEAD + row.format("true") + row.format("false") + row.format("false")
    assert list(verdicts(text).values()) == [Verdicts(true=1, false=2)]


def test_any_other_verdict_is_refused() -> None:
    with pytest.raises(ValueError, match=r"garden-1\.0/a\.py:3 private-key"):
        verdicts(HEAD + "garden-1.0\ta.py\t3\tprivate-key\tperhaps\tany\n")


def test_what_the_table_knows_is_neither_new_nor_gone() -> None:
    judged = judge([TRUE, FALSE], TABLE)
    assert (judged.new, judged.gone) == ((), ())
    assert judged.false["garden-1.0"] == 1


def test_what_the_table_lacks_is_new() -> None:
    assert judge([TRUE, FALSE, NEW], TABLE).new == (NEW,)


def test_a_second_finding_on_a_line_that_has_one_row_is_new() -> None:
    assert judge([TRUE, TRUE, FALSE], TABLE).new == (TRUE,)


def test_what_is_not_found_any_more_is_gone_and_no_false_alarm() -> None:
    judged = judge([TRUE], TABLE)
    assert judged.gone == (FALSE,)
    assert judged.false["garden-1.0"] == 0


@pytest.mark.parametrize(
    ("alarms", "size", "quiet"),
    [
        ([TRUE, FALSE], 1.1, True),
        ([TRUE, FALSE], 1.0, False),
        ([TRUE], 0.1, True),
        ([NEW], 100.0, False),
    ],
    ids=["fewer than one a MB", "one a MB", "none", "one that nobody looked at"],
)
def test_silence_is_fewer_than_one_false_alarm_a_megabyte(
    alarms: list[Alarm], size: float, quiet: bool
) -> None:
    assert is_quiet(judge(alarms, TABLE), {"garden-1.0": size}) is quiet


def test_the_tables_go_together() -> None:
    folder = check.TABLES
    packages = {
        f"{it['package']}-{it['version']}"
        for it in rows((folder / "packages.tsv").read_text("utf-8"))
    }
    table = verdicts((folder / "findings.tsv").read_text("utf-8"))
    assert {alarm.package for alarm in table} <= packages
