"""The line in the text report: what fits, and what is marked in it."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from leakguard.finding import Severity
from leakguard.reporters import View, reporter
from leakguard.reporters.summary import summary
from leakguard.secret import SecretText
from tests.reporters.made import EMPTY, PAIR, REPORT


def shown(
    line: str, *marked: tuple[int, int], width: int = 100, encoding: str = "utf-8"
) -> list[str]:
    """The line and the marks below it, as a report of `width` columns shows them."""
    finding = replace(PAIR, snippet=SecretText(line, marked, line, marked), related=())
    view = View(width=width, encoding=encoding)
    written = reporter("text")(replace(REPORT, findings=(finding,)), view)
    return [line.partition(" | ")[2] for line in written.splitlines() if " | " in line]


@pytest.mark.parametrize(
    ("line", "marked", "lines"),
    [
        pytest.param("key = ab****", (6, 12), ["key = ab****", "      ^^^^^^"], id="plain"),
        pytest.param("    k = ab****", (8, 14), ["k = ab****", "    ^^^^^^"], id="indented"),
        pytest.param("鍵 = ab****", (4, 10), ["鍵 = ab****", "     ^^^^^^"], id="wide-characters"),
        pytest.param("ab****", (0, 6), ["ab****", "^^^^^^"], id="nothing-else"),
        pytest.param("x" * 200, (0, 4), ["x" * 93 + "…", "^^^^"], id="long-at-the-start"),
        pytest.param(
            "x" * 200, (196, 200), ["…" + "x" * 93, " " * 90 + "^^^^"], id="long-at-the-end"
        ),
        pytest.param(
            "x" * 300, (150, 154), ["…" + "x" * 92 + "…", " " * 56 + "^^^^"], id="long-between"
        ),
    ],
)
def test_the_line_and_its_marks(line: str, marked: tuple[int, int], lines: list[str]) -> None:
    assert shown(line, marked) == lines


@pytest.mark.parametrize("width", [1, 20, 40, 79])
@pytest.mark.parametrize("start", [0, 1, 30, 150, 192])
def test_what_is_marked_is_seen_in_any_width(width: int, start: int) -> None:
    text = "." * start + "abcd****" + "." * (192 - start)
    line, marks = shown(text, (start, start + 8), width=width)
    assert line[marks.index("^") : marks.rindex("^") + 1] == "abcd****"


@pytest.mark.parametrize("width", [30, 40, 60, 79])
@pytest.mark.parametrize("start", [0, 1, 30, 96])
def test_wide_characters_are_counted_as_wide(width: int, start: int) -> None:
    text = "鍵" * start + "abcd****" + "鍵" * (96 - start)
    line, marks = shown(text, (start, start + 8), width=width)
    assert width - 8 <= cell_len(line) <= width - len("  4 | ")
    before = line[: line.index("abcd****")]
    assert marks == " " * cell_len(before) + "^" * 8


def test_what_the_encoding_lacks_does_not_move_the_marks() -> None:
    text = "鍵 = ab**** ü" + "x" * 90
    line, marks = shown(text, (4, 10), encoding="cp437")
    assert line == "\\u9375 = ab**** ü" + "x" * 74 + "..."
    assert marks == " " * 9 + "^" * 6


def test_a_note_below_the_line_fits_a_narrow_terminal() -> None:
    written = reporter("text")(replace(REPORT, findings=(PAIR,)), View(width=30))
    notes = written[written.index("    = ") : written.index("  1. ")].splitlines()
    assert [max(map(len, notes)) <= 30, len(notes) > 1] == [True, True]
    assert "     and `import os` at the\n     top of the file\n" in written


def test_two_marks_are_both_shown() -> None:
    assert shown("a = b****, c****", (4, 9), (11, 16)) == ["a = b****, c****", "    ^^^^^  ^^^^^"]


def test_a_last_step_that_leads_to_a_line_is_followed_by_it() -> None:
    written = reporter("text")(replace(REPORT, findings=(PAIR,)), View())
    assert "read it from there:\n       client = Client(os.environ" in written


def test_a_last_step_without_its_line_is_a_sentence() -> None:
    bare = replace(PAIR, advice=replace(PAIR.advice, replacement=None))
    written = reporter("text")(replace(REPORT, findings=(bare,)), View())
    assert "read it from there.\n\n" in written


def lines_of(*paths: str, prefix: str = "") -> list[str]:
    """The lines of a report of findings in some files that name one of these."""
    found = tuple(replace(PAIR, path=it) for it in paths)
    written = reporter("text")(replace(REPORT, findings=found), View(prefix=prefix))
    return [line.rstrip() for line in written.splitlines() if "bot" in line]


class TestHeadings:
    def test_a_file_with_several_findings_has_one(self) -> None:
        first, *others = lines_of("bot.py", "bot.py")
        assert first == "bot.py: 2 findings (2 critical)"
        assert others == ["bot.py:4:86  critical  hardcoded-argument"] * 2

    def test_a_file_with_one_finding_has_none(self) -> None:
        assert lines_of("bot.py", "robot.py") == [
            "bot.py:4:86  critical  hardcoded-argument",
            "robot.py:4:86  critical  hardcoded-argument",
        ]

    def test_it_can_be_opened_from_the_current_folder(self) -> None:
        assert lines_of("bot.py", "bot.py", prefix="../")[0].startswith("../bot.py: ")

    def test_a_path_has_no_escape(self) -> None:
        assert "\x1b" not in lines_of("bot\x1b[31m", "bot\x1b[31m")[0]


@pytest.mark.parametrize(
    ("report", "view", "line"),
    [
        (EMPTY, View(seconds=0.5), "no leaks found in 3 files, 99 B, 0.50 s"),
        (
            REPORT,
            View(seconds=61.239, below=1),
            "2 findings (1 critical, 1 info) in 12 files, 33.8 KiB, 61.24 s; 2 binary files left "
            "out; 1 less severe finding not shown; 1 notice; 1 error",
        ),
        (
            replace(EMPTY, findings=(replace(PAIR, severity=Severity.LOW),) * 2),
            View(),
            "2 findings (2 low) in 3 files, 99 B",
        ),
    ],
    ids=["empty", "everything", "one-severity"],
)
def test_summary(report: object, view: View, line: str) -> None:
    assert summary(report, view) == line  # type: ignore[arg-type]
