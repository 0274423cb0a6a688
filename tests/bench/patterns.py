"""Which trigger makes the pass over a text slow? `python -m tests.bench.patterns` tells.

Hyperscan looks for all triggers of a database at once, and one pattern can make the whole pass
several times as long. What one costs is told by leaving it out: the ratio is the time of the pass
with all patterns of its database over the time without it. Groups of patterns are left out, and
halved where that saves something, so that a few dozen databases are compiled rather than one for
each pattern.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import hyperscan

from leakguard import cache, registry
from leakguard.triggers import compiling
from tests.bench.trees import sources

MOST = 1.3
"""How many times as long one pattern may make the pass."""

LEAST = 1.06
"""What is less is noise."""

_ROUNDS = 5
_WIDTH = 100

Seconds = Callable[[Sequence[str]], float]
"""Gives how long the pass takes that looks for some patterns."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Patterns that cost nothing less than all of them together, most often one alone."""

    patterns: tuple[str, ...]
    ratio: float
    """The time of the pass with all patterns over the time without these."""


def costs(patterns: Sequence[str], seconds: Seconds, least: float = LEAST) -> list[Cost]:
    """Give what makes the pass at least `least` times as long, the costliest first."""
    whole = seconds(patterns)

    def within(group: Sequence[str]) -> Iterator[Cost]:
        left = set(group)
        ratio = whole / seconds([it for it in patterns if it not in left])
        if ratio < least:
            return
        middle = len(group) // 2
        inner = (
            [*within(group[:middle]), *within(group[middle:])] if middle else []
        )  # none of two that are as slow as each other saves anything alone
        yield from inner or [Cost(tuple(group), ratio)]

    middle = len(patterns) // 2
    found = [*within(patterns[:middle]), *within(patterns[middle:])]
    return sorted(found, key=lambda it: -it.ratio)


def report(found: Iterable[Cost], owners: Callable[[str], str]) -> tuple[str, int]:
    """Give the table of what patterns cost, and the exit code: 1 if one costs more than `MOST`."""
    lines, code = ["  ratio  pattern"], 0
    for cost in found:
        is_slow = len(cost.patterns) == 1 and cost.ratio > MOST
        code = 1 if is_slow else code
        first = cost.patterns[0]
        text = " ".join(first.split())
        more = f" and {len(cost.patterns) - 1} more" if len(cost.patterns) > 1 else ""
        mark = "!" if is_slow else " "
        lines.append(f"{mark} {cost.ratio:5.2f}  {owners(first)}{more}: {text}"[:_WIDTH])
    return "\n".join(lines), code


def databases() -> dict[str, dict[str, str]]:
    """Give the patterns of each database, with the ids of the rules that each is for."""
    rules = registry.all_rules()
    patterns = compiling.patterns_of(rules)
    owners = {
        pattern: ", ".join(rules[index][0].id for index in those) or "an encoding"
        for pattern, those in patterns.items()
    }
    division = compiling.divided(rules, patterns, compiling.near_providers_of(rules))
    return {
        name: {pattern: owners[pattern] for pattern in those.values()}
        for name, those in vars(division).items()
    }


def sample(folder: Path, megabytes: int) -> list[bytes]:
    """Give texts of a folder, spread evenly over it, of so many megabytes."""
    files = sorted(it for it in folder.rglob("*") if it.is_file())
    step = max(1, sum(it.stat().st_size for it in files) // (megabytes * 1_000_000))
    texts = (it.read_bytes() for it in files[::step])
    return [it for it in texts if b"\0" not in it[:8192]]


def stopwatch(texts: Sequence[bytes]) -> Seconds:
    """Give what takes the time of a pass over `texts`: the best of some rounds."""

    def seconds(patterns: Sequence[str]) -> float:
        database = compiling.database(dict(enumerate(patterns)))
        database.scratch = hyperscan.Scratch(database)

        def once() -> float:
            start = time.process_time()
            for text in texts:
                database.scan(text, match_event_handler=lambda *_: None)
            return time.process_time() - start

        return min(once() for _ in range(_ROUNDS))

    return seconds


def main() -> int:
    parser = argparse.ArgumentParser("tests.bench.patterns", description=__doc__)
    parser.add_argument(
        "--work",
        type=Path,
        default=(cache.folder() or Path.cwd()) / "bench",
        help="where downloads are kept (default: %(default)s)",
    )
    parser.add_argument("--megabytes", type=int, default=8, help="how much is scanned")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    folder, _ = sources(options.work)
    seconds, codes = stopwatch(sample(folder, options.megabytes)), []
    for name, owners in databases().items():
        text, code = report(costs(list(owners), seconds), owners.__getitem__)
        sys.stdout.write(f"{name}: {len(owners)} patterns\n{text}\n")
        codes.append(code)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
