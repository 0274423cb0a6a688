"""Findings beside the lines of a pull request, and in a job's summary: all of it inert."""

import re
from dataclasses import replace

import pytest

from leakguard.finding import Cell, Commit, Finding, Place, Report, Severity, Trace
from leakguard.gate.annotations import MOST, annotations, summary
from tests.reporters.made import DOTENV, EMPTY, KEY, PAIR, REPORT, SECRET
from tests.reporters.test_hostile import INERT, NAMES

FIRST, SECOND = Commit("1" * 40, "Ada", "2026-01-02"), Commit("2" * 40, "Ada", "2026-01-03")
PLAIN = replace(PAIR, message="A key.", rule="a-rule")


def of(*findings: Finding) -> Report:
    return replace(EMPTY, findings=findings)


def many(count: int) -> Report:
    return of(*(replace(PLAIN, path=f"{number:03}.py") for number in range(count)))


def rows(text: str) -> list[str]:
    """The rows of the table below its head."""
    return [it for it in text.splitlines() if it.startswith("|")][2:]


def cells(row: str) -> list[str]:
    """The cells of a row as Markdown shows them; a bar behind a backslash divides nothing."""
    parts = re.split(r"(?<!\\)(?:\\\\)*\|", row)[1:-1]
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", it).strip() for it in parts]


class TestAnAnnotation:
    def test_says_where_and_what(self) -> None:
        assert annotations(of(PLAIN)) == (
            "::error file=src/bot.py,line=4,col=86,endLine=4,title=leakguard%3A critical a-rule"
            f"::A key.%0AFingerprint: {PLAIN.fingerprint}\n"
        )

    @pytest.mark.parametrize(
        ("trace", "said"),
        [
            pytest.param(None, "", id="of-no-commit"),
            pytest.param(Trace(None, None), "", id="of-none-known"),
            pytest.param(Trace(FIRST, None), "%0ABrought in by 1111111111%0A", id="still-there"),
            pytest.param(
                Trace(FIRST, SECOND),
                "%0ABrought in by 1111111111, taken out by 2222222222: it stays readable%0A",
                id="taken-out",
            ),
        ],
    )
    def test_names_the_commits(self, trace: Trace | None, said: str) -> None:
        told = annotations(of(replace(PLAIN, trace=trace)))
        assert ("Brought" in told) == bool(said)
        assert said in told

    @pytest.mark.parametrize(
        ("path", "written"),
        [
            ("a,b.py", "a%2Cb.py"),
            ("a:b::c.py", "a%3Ab%3A%3Ac.py"),
            ("50%.py", "50%25.py"),
            ("%0A::error::x", "%250A%3A%3Aerror%3A%3Ax"),
            ("a\n::error::x", "a\\x0a%3A%3Aerror%3A%3Ax"),
            ("a\r::x", "a\\x0d%3A%3Ax"),
            ("\x1b[2J", "\\x1b[2J"),
        ],
        ids=["comma", "colons", "percent", "escapes", "line", "return", "terminal"],
    )
    def test_escapes_a_path(self, path: str, written: str) -> None:
        assert annotations(of(replace(PLAIN, path=path))).startswith(f"::error file={written},line")

    @pytest.mark.parametrize(
        ("message", "written"),
        [
            ("100% sure", "100%25 sure"),
            ("a: b, c", "a: b, c"),
            ("a\n::stop-commands::x", "a\\x0a::stop-commands::x"),
            ("%0A::error::x", "%250A::error::x"),
            ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ],
        ids=["percent", "plain", "line", "escapes", "terminal"],
    )
    def test_escapes_a_message(self, message: str, written: str) -> None:
        assert f"::{written}%0AFingerprint" in annotations(of(replace(PLAIN, message=message)))

    @pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
    def test_stays_one_line_that_prints(self, text: str) -> None:
        trace = Trace(replace(FIRST, id=text), replace(SECOND, id=text))
        told = annotations(of(replace(PLAIN, path=text, message=text, trace=trace)))
        assert told.removesuffix("\n").isprintable()


class TestAnnotations:
    def test_of_nothing_are_nothing(self) -> None:
        assert annotations(EMPTY) == ""

    def test_begin_with_the_worst(self) -> None:
        low = replace(PLAIN, severity=Severity.LOW, path="a.py")
        told = annotations(of(low, PLAIN)).splitlines()
        assert [it.split(",")[0] for it in told] == ["::error file=src/bot.py", "::error file=a.py"]

    @pytest.mark.parametrize("count", [1, MOST, MOST + 1, 250])
    def test_are_no_more_than_github_shows(self, count: int) -> None:
        assert annotations(many(count)).count("\n") == min(count, MOST)

    @pytest.mark.parametrize(
        ("count", "said"),
        [(MOST + 1, "1 more finding without"), (MOST + 240, "240 more findings without")],
    )
    def test_say_in_the_last_how_many_more_there_are(self, count: int, said: str) -> None:
        told = annotations(many(count)).splitlines()
        assert [said in it for it in told] == [False] * (MOST - 1) + [True]

    def test_show_no_value(self) -> None:
        told = annotations(REPORT)
        assert KEY[:4] not in told
        assert SECRET[:4] not in told


class TestTheSummary:
    def test_of_nothing_is_one_line(self) -> None:
        assert summary(EMPTY) == "leakguard: no leaks found\n"

    def test_of_what_could_not_be_read_says_so(self) -> None:
        assert summary(replace(REPORT, findings=())) == "leakguard: no leaks found; 1 error\n"

    def test_has_a_row_for_each_finding_the_worst_first(self) -> None:
        pair, dotenv = map(cells, rows(summary(REPORT)))
        assert pair == ["critical", "src/bot.py:4", PAIR.message, "", PAIR.fingerprint]
        assert dotenv == ["info", "deploy/.env:1", DOTENV.message, "", DOTENV.fingerprint]

    @pytest.mark.parametrize(
        ("trace", "said"),
        [
            pytest.param(Trace(None, None), "", id="none-known"),
            pytest.param(Trace(FIRST, None), "1111111111", id="still-there"),
            pytest.param(Trace(FIRST, SECOND), "1111111111, taken out by 2222222222", id="out"),
        ],
    )
    def test_names_the_commits(self, trace: Trace, said: str) -> None:
        (row,) = rows(summary(of(replace(PLAIN, trace=trace))))
        assert cells(row)[3] == said

    def test_names_the_cell_of_a_notebook(self) -> None:
        place = Place(9, 1, 9, 5, Cell(2, 3))
        (row,) = rows(summary(of(replace(PLAIN, place=place))))
        assert cells(row)[1] == "src/bot.py:9 (cell 2, line 3)"

    @pytest.mark.parametrize(
        "text",
        [
            "a|b", "a\\|b", "a\\", "`a`", "<img src=x onerror=y>", "[x](https://example.org)",
            "![x](y)", "*a* _b_ ~c~", "&lt;", "$x$", "www.example.org", "https://example.org", "@a",
            "#1", "<!-- a -->",
        ],
    )  # fmt: skip
    def test_has_no_mark_that_stood_in_a_path(self, text: str) -> None:
        (row,) = rows(summary(of(replace(PLAIN, path=text))))
        written = row.split(" | ")[1]
        assert re.sub(r"\\[!-/:-@\[-`{-~]", "", written).replace(" ", "").isalnum()
        assert cells(row)[1] == f"{text}:4"

    @pytest.mark.parametrize("name", NAMES)
    def test_keeps_what_is_hostile_inert(self, name: str) -> None:
        text = NAMES[name]
        told = summary(of(replace(PLAIN, path=text, message=text)))
        assert told.replace("\n", "").isprintable()
        assert cells(rows(told)[0])[2] == INERT[name]

    def test_says_how_many_are_not_shown(self) -> None:
        told = summary(many(130))
        assert len(rows(told)) == 100
        assert "30 more findings not shown" in told

    def test_of_the_worst_paths_fits(self) -> None:
        findings = (replace(it, path="|" * 4096) for it in many(500).findings)
        assert len(summary(of(*findings)).encode()) < 1 << 20

    def test_shows_no_value(self) -> None:
        told = summary(REPORT)
        assert KEY[:4] not in told
        assert SECRET[:4] not in told
