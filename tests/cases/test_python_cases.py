"""The labelled Python is well-formed, and leakguard does as well on it as it did."""

import ast
import re
from collections import Counter

import pytest

from leakguard.examples import ALPHABETS
from leakguard.finding import Finding
from tests.cases.placeholders import EXTRA, MAKERS, PLACEHOLDER, fill
from tests.cases.score import MARKER, Label, Score, case, cases, judge, measure, templates
from tests.grouped import each
from tests.support import found

F1_FLOOR = 0.88
F1_STAR_FLOOR = 0.88
"""What was reached last, rounded down: to be raised, never lowered."""

PATHS = sorted(templates())
LABELS = [label for one in cases() for label in one.labels]


def _findings(*lines: int) -> list[Finding]:
    """Give a finding on each of some lines of "a.py"."""
    key = '"' + fill("@@pemline:1@@") + '"'
    text = "\n".join(f"k{n} = {key}" if n in lines else "" for n in range(1, max(lines) + 1))
    return list(found(text, "a.py"))


def test_credentials_and_others_are_many_and_about_as_many() -> None:
    counts = Counter(label.is_credential for label in LABELS)
    assert min(counts.values()) >= 300
    assert 0.45 <= counts[True] / len(LABELS) <= 0.55


def test_about_half_of_the_credentials_are_as_people_make_them() -> None:
    marked = [line for text in templates().values() for line in text.splitlines() if "#= T" in line]
    human = sum(bool(re.search("@@(human|plain|basic):", line)) for line in marked)
    assert 0.4 <= human / len(marked) <= 0.6


def test_more_than_two_fifths_of_human_passwords_hold_a_word_for_a_credential() -> None:
    values = [fill(f"@@human:{seed}@@") for seed in range(1000)]
    words = re.compile("p[a4@]ss|t[e3]st|[a4]dm[i1]n|login|root|s[e3]cr[e3]t", re.IGNORECASE)
    assert 0.40 <= sum(bool(words.search(value)) for value in values) / 1000 <= 0.46


def test_placeholders_are_whole_and_of_a_known_kind() -> None:
    known = {*ALPHABETS, *EXTRA, *MAKERS}

    def check(path: str) -> None:
        assert {match[1] for match in PLACEHOLDER.finditer(templates()[path])} <= known
        assert "@@" not in PLACEHOLDER.sub("", templates()[path])

    each(PATHS, check)


def test_a_value_stands_on_a_line_with_a_label_alone() -> None:
    def check(path: str) -> None:
        one = case(path, templates()[path])
        other = case(path, templates()[path], turn=1)
        labelled = {n for label in one.labels for n in range(label.line, label.end_line + 1)}
        both = zip(one.text.split("\n"), other.text.split("\n"), strict=True)
        filled = {number for number, (a, b) in enumerate(both, start=1) if a != b}
        assert filled <= labelled

    each(PATHS, check)


def test_every_credential_is_made_up() -> None:
    def check(path: str) -> None:
        lines = templates()[path].splitlines()
        spans = [
            lines[start : start + 1 + int(marker["more"] or 0)]
            for start, line in enumerate(lines)
            if (marker := MARKER.search(line)) and marker["label"] == "T"
        ]
        assert [span for span in spans if not PLACEHOLDER.search("\n".join(span))] == []

    each(PATHS, check)


@pytest.mark.parametrize("turn", range(3))
def test_a_case_is_python_without_markers(turn: int) -> None:
    def check(path: str) -> None:
        text = case(path, templates()[path], turn).text
        assert "#= " not in text
        ast.parse(text)

    each([path for path in PATHS if "py2" not in path], check)


@pytest.mark.parametrize("marker", ["#= X word", "#= T", "#=T word", "#= F Two words"])
def test_a_marker_that_cannot_be_read_is_refused(marker: str) -> None:
    with pytest.raises(ValueError, match=r"a\.py:2"):
        case("a.py", f"x = 1\ny = 2  {marker}\n")


def test_a_value_of_several_lines_moves_the_labels_after_it() -> None:
    one = case("a.py", 'a = """@@pem:1@@"""  #= T pem\nb = 1  #= F digits\n')
    first, second = one.labels
    assert (first.line, second.line, second.end_line) == (1, first.end_line + 1, first.end_line + 1)
    assert one.text.split("\n")[second.line - 1] == "b = 1"


def test_judging_tells_hits_alarms_misses_and_lines_without_label_apart() -> None:
    labels = [
        Label("a.py", line, line, label == "T", "any") for line, label in enumerate("TFTF", 1)
    ]
    assert judge(labels, _findings(1, 2, 6)).score() == Score(tp=1, fp=1, fn=1, unlabelled=1)


def test_a_finding_in_a_labelled_range_counts_once() -> None:
    labels = [Label("a.py", 2, 4, True, "split")]
    assert judge(labels, _findings(3, 4)).score() == Score(tp=1)


def test_rates_follow_from_counts() -> None:
    score = Score(tp=6, fp=2, fn=4, unlabelled=2)
    rates = (score.precision, score.recall, score.f1, score.f1_star)
    assert rates == pytest.approx((6 / 8, 6 / 10, 12 / 18, 12 / 20))


def test_the_scores_do_not_fall() -> None:
    score = measure().score()
    assert score.f1 >= F1_FLOOR
    assert score.f1_star >= F1_STAR_FLOOR
