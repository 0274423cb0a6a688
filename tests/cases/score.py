"""Score leakguard on the labelled Python of this folder: `python -m tests.cases.score`.

A file `python/NAME.py.txt` is Python in which the end of a line may say what stands there:

    password = "@@human:12@@"  #= T assignment       a credential
    password_field = "pwd"  #= F field-name          looks like one, and is none
    KEY = (  #= T split +2                           ... on this line and the two after it

The word is the shape, by which the figures are split. Markers are taken off and placeholders
(tests/cases/placeholders.py) filled before anything is scanned.

TP: labelled T and touched by a finding. FN: labelled T and not touched. FP: labelled F and
touched by a finding that touches no T. Unlabelled: other lines with findings, which count as
false in F1* alone.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from leakguard.finding import Finding
from tests.cases.placeholders import fill
from tests.support import scan

TEMPLATES = Path(__file__).parent / "python"
MARKER = re.compile(r"[ ]*#=[ ](?P<label>[TF])[ ](?P<shape>[a-z0-9-]+)(?:[ ]\+(?P<more>\d+))?$")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """What stands in some lines of a case: a credential, or what only looks like one."""

    path: str
    line: int
    end_line: int
    is_credential: bool
    shape: str

    def touches(self, finding: Finding) -> bool:
        place = finding.place
        return place.line <= self.end_line and self.line <= place.end_line


@dataclass(frozen=True, slots=True)
class Case:
    """A template, filled, and its labels."""

    path: str
    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts, and the rates that follow from them (0 to 1)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    unlabelled: int = 0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0

    @property
    def f1_star(self) -> float:
        return Score(self.tp, self.fp + self.unlabelled, self.fn).f1

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.tp + other.tp,
            self.fp + other.fp,
            self.fn + other.fn,
            self.unlabelled + other.unlabelled,
        )


@dataclass
class Judged:
    """Which labels were found, and what else was."""

    found: set[Label] = field(default_factory=set)
    missed: set[Label] = field(default_factory=set)
    alarms: set[Label] = field(default_factory=set)
    unlabelled: set[tuple[str, int]] = field(default_factory=set)

    def score(self, keep: Callable[[Label], bool] | None = None) -> Score:
        """Count the labels that `keep` chooses; lines without label count for all alone."""
        if keep is None:
            counts = (len(self.found), len(self.alarms), len(self.missed), len(self.unlabelled))
            return Score(*counts)
        return Score(*(sum(map(keep, some)) for some in (self.found, self.alarms, self.missed)))


def case(path: str, template: str, turn: int = 0) -> Case:
    """Make the case that a template describes."""
    lines: list[str] = []
    labels = []
    for number, line in enumerate(template.splitlines(), start=1):
        marker = MARKER.search(line)
        if marker is None and "#=" in line:
            raise ValueError(f"{path}:{number}: a marker that cannot be read")
        filled = fill(line[: marker.start()] if marker else line, turn).split("\n")
        if marker:
            start, more = len(lines) + 1, int(marker["more"] or 0)
            end = len(lines) + len(filled) + more
            labels.append(Label(path, start, end, marker["label"] == "T", marker["shape"]))
        lines += filled
    return Case(path, "\n".join([*lines, ""]), tuple(labels))


@cache
def templates() -> dict[str, str]:
    """Give the text of each template, by the path under which it is scanned."""
    return {file.stem: file.read_text("utf-8") for file in sorted(TEMPLATES.glob("*.py.txt"))}


def cases(turn: int = 0, only: Collection[str] = ()) -> list[Case]:
    """Make all cases, or `only` those of some names; each `turn` fills them with other values."""
    return [
        case(path, text, turn)
        for path, text in templates().items()
        if not only or path.removesuffix(".py") in only
    ]


def judge(labels: Iterable[Label], findings: Iterable[Finding]) -> Judged:
    """Hold findings against labels."""
    by_path = defaultdict(list)
    for label in labels:
        by_path[label.path].append(label)
    judged = Judged()
    for finding in findings:
        touched = [label for label in by_path[finding.path] if label.touches(finding)]
        if credentials := [label for label in touched if label.is_credential]:
            judged.found.update(credentials)
        elif touched:
            judged.alarms.add(touched[0])
        else:
            judged.unlabelled.add((finding.path, finding.place.line))
    everything = {label for labels in by_path.values() for label in labels if label.is_credential}
    judged.missed = everything - judged.found
    return judged


def measure(turn: int = 0, only: Collection[str] = ()) -> Judged:
    """Scan cases, chosen as `cases` does, through the whole engine, and judge what was found."""
    made = cases(turn, only)
    report = scan({one.path: one.text for one in made})
    return judge((label for one in made for label in one.labels), report.findings)


def _row(name: str, score: Score) -> str:
    rates = (score.precision, score.recall, score.f1, score.f1_star)
    counts = (score.tp, score.fp, score.fn, score.unlabelled)
    return f"{name:26}" + "".join(f"{n:6}" for n in counts) + "".join(f"{x:8.3f}" for x in rates)


def _print_tables(turns: list[Judged], only: Collection[str]) -> None:
    def total(keep: Callable[[Label], bool] | None = None) -> Score:
        return sum((judged.score(keep) for judged in turns), Score())

    def of_shape(shape: str, *, is_credential: bool) -> Callable[[Label], bool]:
        return lambda label: (label.is_credential, label.shape) == (is_credential, shape)

    labels = {label for one in cases(only=only) for label in one.labels}
    heads = ("TP", "FP", "FN", "unl"), ("P", "R", "F1", "F1*")
    print(f"{'':26}" + "".join(f"{h:>6}" for h in heads[0]) + "".join(f"{h:>8}" for h in heads[1]))
    print(_row("all", total()))
    print("\ncredentials, by shape      found    of")
    for shape in sorted({label.shape for label in labels if label.is_credential}):
        score = total(of_shape(shape, is_credential=True))
        print(f"{shape:26}{score.tp:6}{score.tp + score.fn:6}")
    print("\nno credentials, by shape  alarms    of")
    for shape in sorted({label.shape for label in labels if not label.is_credential}):
        score = total(of_shape(shape, is_credential=False))
        among = sum(not label.is_credential and label.shape == shape for label in labels)
        print(f"{shape:26}{score.fp:6}{among * len(turns):6}")


def _print_lines(title: str, places: Iterable[tuple[str, int]]) -> None:
    texts = {one.path: one.text.split("\n") for one in cases()}
    print(f"\n{title}")
    for path, line in sorted(places):
        print(f"{path}:{line}\t{texts[path][line - 1].strip()[:140]}")


def main() -> None:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("tests.cases.score", None, __doc__, formatter_class=plain)
    parser.add_argument("only", nargs="*", metavar="NAME", help="a case to score; all by default")
    parser.add_argument("--misses", action="store_true", help="list the credentials not found")
    parser.add_argument("--alarms", action="store_true", help="list the false alarms")
    parser.add_argument("--rounds", type=int, default=1, help="how often to fill and scan all")
    options = parser.parse_args()
    turns = [measure(turn, options.only) for turn in range(options.rounds)]
    _print_tables(turns, options.only)
    first = turns[0]
    if options.misses:
        _print_lines("misses", ((label.path, label.line) for label in first.missed))
    if options.alarms:
        _print_lines("false alarms", ((label.path, label.line) for label in first.alarms))
        _print_lines("on lines without label", first.unlabelled)


if __name__ == "__main__":
    main()
