"""Compare leakguard's speed with that of its peers: `python -m tests.bench.compare --help`."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from leakguard import cache
from tests.bench import tools, trees
from tests.bench.measure import Run, medians, run
from tests.bench.repositories import HISTORIES
from tests.bench.repositories import repository as made
from tests.bench.table import Result, record, table
from tests.bench.tools import CLONE, DIRECTORY, SCENARIOS, SHORT, STAGED, Tool

_ABOUT = "Compare the speed of leakguard with that of kingfisher, gitleaks and betterleaks."
_LIMIT = 600.0
"""Seconds after which a run is given up."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; give 0, or 1 if a run of any tool failed."""
    options = _options(arguments)
    work: Path = options.work.absolute()
    work.mkdir(parents=True, exist_ok=True)
    environment = tools.environment(work)
    _say("looking for the sources and the peers; the first time, they are downloaded")
    sources, size = trees.sources(work)
    contestants = [*tools.leakguard(), *tools.peers(work)]
    surroundings = machine()
    print(f"{surroundings}; medians of {options.rounds} rounds in turn, after one to warm up")
    measured: list[Result] = []
    with tempfile.TemporaryDirectory(dir=work) as temporary:
        repository = Path(temporary, "repository")
        trees.staged(repository, [sources / name for name in trees.STAGED], environment)
        if options.growth:
            return grown(contestants[0], work, sources, environment, options.rounds)
        for scenario in [*options.only, *([CLONE] if options.clone else [])]:
            if scenario == DIRECTORY:
                folder, what = sources, described(size)
            elif scenario == STAGED:
                folder = repository
                what = f"{len(trees.STAGED)} staged files: {', '.join(trees.STAGED)}"
            elif scenario == CLONE:
                folder, what = options.clone.absolute(), "all commits of a clone"
            else:
                (history,) = (it for it in HISTORIES if it.name == scenario)
                folder = made(work, sources, history, environment)
                what = f"{history.commits:,} commits made of {history.package}"
            results = compare(contestants, scenario, folder, environment, options.rounds)
            print(f"\n{scenario}: {what}\n{table(results)}", end="", flush=True)
            measured += results
    if options.json:
        options.json.write_text(
            json.dumps(
                {
                    "machine": surroundings,
                    "packages": trees.PACKAGES,
                    "sources": asdict(size),
                    "results": record(measured),
                },
                indent=2,
            )
        )
    return int(any(result.failures for result in measured))


def compare(
    contestants: Sequence[Tool],
    scenario: str,
    folder: Path,
    environment: dict[str, str],
    rounds: int,
) -> list[Result]:
    """Run the tools in turn: a round to warm up, `rounds` that are timed, and one for memory."""
    able = [tool for tool in contestants if scenario in tool.commands]
    runs: dict[str, list[Run]] = {tool.name: [] for tool in able}
    for number in range(rounds + 2):
        _say(f"{scenario}: round {number} of {rounds + 1}")
        for tool in able:
            runs[tool.name].append(
                run(
                    tool.commands[scenario],
                    folder,
                    environment,
                    limit=_LIMIT,
                    sample=number == rounds + 1,
                )
            )
    return [
        Result(tool, scenario, tuple(runs[tool.name][1:-1]), runs[tool.name][-1])
        if tool in able
        else Result(tool, scenario)
        for tool in contestants
    ]


def grown(tool: Tool, work: Path, sources: Path, environment: dict[str, str], rounds: int) -> int:
    """Scan histories of one, two and four times as many commits, and print how the time grows;
    give 0, or 1 if a run failed."""
    runs: dict[int, list[Run]] = {}
    folders = {times: made(work, sources, HISTORIES[0], environment, times) for times in (1, 2, 4)}
    for number in range(rounds + 1):
        _say(f"growth: round {number} of {rounds}")
        for times, folder in folders.items():
            done = run(tool.commands[SHORT], folder, environment, limit=_LIMIT)
            if number:  # the first warms up
                runs.setdefault(times, []).append(done)
    first = medians(runs[1])
    for times, those in runs.items():
        told = medians(those)
        shares = f"{told.wall / first.wall:.2f} times the wall, {told.cpu / first.cpu:.2f} the CPU"
        print(f"{HISTORIES[0].commits * times:,} commits: {told.wall:.3f} s, {shares}")
    return int(any(tool.has_failed(it.exit_code) for those in runs.values() for it in those))


def machine() -> str:
    """Give what the figures depend on, in a few words."""
    system = f"{platform.system()} {platform.machine()}"
    load = os.getloadavg()[0]  # from the cores' number up, the tools with more processes suffer
    version = platform.python_version()
    return f"{system}, {os.cpu_count()} cores, load {load:.1f} before, Python {version}"


def described(size: trees.Size) -> str:
    """Give the packages' number and size in words."""
    return (
        f"{len(trees.PACKAGES)} packages of PyPI, {size.files:,} files, {size.bytes / 1e6:.0f} MB,"
        f" of which {size.text_bytes / 1e6:.0f} MB text"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.compare", description=_ABOUT)
    parser.add_argument(
        "--rounds", type=_positive, default=5, metavar="N", help="timed rounds (default: 5)"
    )
    parser.add_argument(
        "--work",
        type=Path,
        default=(cache.folder() or Path.cwd()) / "bench",
        metavar="DIR",
        help="where downloads and caches are kept (default: %(default)s)",
    )
    parser.add_argument(
        "--only",
        type=_scenarios,
        default=SCENARIOS,
        metavar="SCENARIO,...",
        help=f"of {', '.join(SCENARIOS)} (default: all)",
    )
    parser.add_argument(
        "--clone", type=Path, metavar="DIR", help="scan all commits of this repository, too"
    )
    parser.add_argument(
        "--growth",
        action="store_true",
        help="scan histories of 1, 2 and 4 times as many commits instead, with leakguard alone",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run to FILE too")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _scenarios(text: str) -> tuple[str, ...]:
    chosen = tuple(text.split(","))
    if unknown := [name for name in chosen if name not in SCENARIOS]:
        raise argparse.ArgumentTypeError(f"there is no scenario {unknown[0]!r}")
    return chosen


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, subprocess.CalledProcessError, trees.SourcesError) as error:
        sys.exit(f"bench: error: {error}")
