"""Scan real sources and count false alarms: `python -m tests.cases.silence.check FOLDER`.

FOLDER holds the unpacked source distributions that packages.tsv names, one a folder called
NAME-VERSION (`pip download --no-deps --no-binary :all: NAME==VERSION`, then unpacked). A command
of its own, no test: the sources are large, and no part of the repository.

findings.tsv says of each finding whether a credential really stands there. `true`: one does, be
it a test's own or a sample that has everything a credential has. `false`: a word, an identifier,
a digest, the expected result of a test, a placeholder, code. Its lines count from 1, and hold for
these versions alone. No value stands in it.

Exits 1 if a finding is not in the table, or if a package has a false alarm a megabyte or more;
2 if a package is missing or cannot be scanned.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support import LEAKGUARD

TABLES = Path(__file__).parent
MOST_A_MEGABYTE = 1.0
"""False alarms a megabyte, from which on a package counts as noisy."""

_OPTIONS = ("--include-ignored", "--isolated", "--format", "jsonl", "--exit-zero")


@dataclass(frozen=True, slots=True, order=True)
class Alarm:
    """A finding, told by where it stands; `package` is NAME-VERSION, `line` counts from 1."""

    package: str
    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.package}/{self.path}:{self.line} {self.rule}"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many findings at one place are credentials, and how many are none."""

    true: int = 0
    false: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scan gave, held against the table."""

    new: tuple[Alarm, ...]
    gone: tuple[Alarm, ...]
    false: Mapping[str, int]
    """By package; what is new does not count as false, since nobody has looked at it."""


def rows(text: str) -> Iterator[dict[str, str]]:
    """Give the rows of a table with a line of headings; lines with a `#` first are remarks."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def verdicts(text: str) -> dict[Alarm, Verdicts]:
    """Read the table of findings.

    Raises:
        ValueError: a verdict that is neither `true` nor `false`.
    """
    found: dict[Alarm, Verdicts] = {}
    for row in rows(text):
        alarm = Alarm(row["package"], row["path"], int(row["line"]), row["rule"])
        before = found.get(alarm, Verdicts())
        if row["verdict"] == "true":
            found[alarm] = Verdicts(before.true + 1, before.false)
        elif row["verdict"] == "false":
            found[alarm] = Verdicts(before.true, before.false + 1)
        else:
            raise ValueError(f"{alarm}: a verdict that is neither true nor false")
    return found


def judge(alarms: Iterable[Alarm], table: Mapping[Alarm, Verdicts]) -> Judged:
    """Hold the findings of a scan against the table."""
    counts = Counter(alarms)
    known = Counter({alarm: it.true + it.false for alarm, it in table.items()})
    false: Counter[str] = Counter()
    for alarm, it in table.items():
        false[alarm.package] += max(0, min(counts[alarm], known[alarm]) - it.true)
    new, gone = counts - known, known - counts
    return Judged(tuple(sorted(new.elements())), tuple(sorted(gone.elements())), false)


def is_quiet(judged: Judged, sizes: Mapping[str, float]) -> bool:
    """Tell whether every finding is known, and no package has too many false alarms for its size,
    in megabytes."""
    return not judged.new and all(
        judged.false.get(package, 0) < MOST_A_MEGABYTE * size for package, size in sizes.items()
    )


def scan(folder: Path) -> Iterator[Alarm]:
    """Give the findings in an unpacked package.

    Raises:
        subprocess.CalledProcessError: a file could not be read or scanned.
    """
    # Never from within the folder: Python would import what lies there.
    command = (*LEAKGUARD, "scan", str(folder.resolve()), *_OPTIONS)
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        yield Alarm(folder.name, finding["path"], finding["line"], finding["rule"])


def megabytes(folder: Path) -> float:
    """Give how large the files of a folder are together, in millions of bytes."""
    return sum(it.stat().st_size for it in folder.rglob("*") if it.is_file()) / 1e6


def main() -> int:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "tests.cases.silence.check", None, __doc__, formatter_class=plain
    )
    parser.add_argument("folder", type=Path, help="where the unpacked packages lie")
    folder = parser.parse_args().folder
    packages = [f"{it['package']}-{it['version']}" for it in rows(_table("packages.tsv"))]
    if missing := [it for it in packages if not (folder / it).is_dir()]:
        print(f"not in {folder}: {', '.join(missing)}", file=sys.stderr)
        return 2
    try:
        alarms = [alarm for package in packages for alarm in scan(folder / package)]
    except subprocess.CalledProcessError as error:
        print(error.stderr, error, sep="\n", file=sys.stderr)
        return 2
    judged = judge(alarms, verdicts(_table("findings.tsv")))
    sizes = {package: megabytes(folder / package) for package in packages}
    for title, some in (("not in the table", judged.new), ("gone", judged.gone)):
        print("".join(f"{title}: {alarm}\n" for alarm in some), end="")
    print(f"{'':24}{'MB':>8}{'findings':>10}{'false':>8}{'a MB':>8}")
    counts = Counter(alarm.package for alarm in alarms)
    for package, size in sizes.items():
        false = judged.false.get(package, 0)
        print(f"{package:24}{size:8.2f}{counts[package]:10}{false:8}{false / size:8.3f}")
    return 0 if is_quiet(judged, sizes) else 1


def _table(name: str) -> str:
    return (TABLES / name).read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
