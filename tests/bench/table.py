"""What was measured, as a plain table and for machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.measure import Run, medians
from tests.bench.tools import Tool

NONE = "-"
_HEAD = ("tool", "version", "findings", "wall s", "CPU s", "peak MB", "leakguard/tool", "aim")


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool did in one scenario; no runs if it knows no way to do it."""

    tool: Tool
    scenario: str
    timed: tuple[Run, ...] = ()
    sampled: Run | None = None
    """One more run, untimed, in which memory was watched."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run that counts for something."""
        return self.timed if self.sampled is None else (*self.timed, self.sampled)

    @property
    def failures(self) -> list[Run]:
        """The runs that ended with neither clean nor findings."""
        return [run for run in self.runs if self.tool.has_failed(run.exit_code)]


def table(results: Sequence[Result]) -> str:
    """Give the results of one scenario, leakguard's first, as lines of text.

    A tool of which a run failed has no figures, but says how it failed.
    """
    ours = results[0]
    rows = [_HEAD, *(_row(result, ours) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "".join("  ".join(_aligned(row, widths)).rstrip() + "\n" for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.ljust(width) if column in (0, 1, 7) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _row(result: Result, ours: Result) -> tuple[str, ...]:
    tool = result.tool
    if not result.runs:
        return (tool.name, tool.version, *[NONE] * 6)
    if failures := result.failures:
        how = f"{len(failures)} of {len(result.runs)} runs failed, exit {failures[0].exit_code}"
        return (tool.name, tool.version, *[NONE] * 5, f"{how}: {failures[0].complaint}")
    figures, last = medians(result.timed), result.timed[-1]
    peak = max(run.peak for run in result.runs)
    ratio = None if ours.failures else medians(ours.timed).wall / figures.wall
    return (
        tool.name,
        tool.version,
        tool.findings(result.scenario, last.exit_code, last.output),
        f"{figures.wall:.3f}",
        f"{figures.cpu:.3f}",
        f"{peak / 1e6:.0f}",
        NONE if ratio is None else f"{ratio:.2f}",
        verdict(ratio, (tool.aims or {}).get(result.scenario)),
    )


def verdict(ratio: float | None, aim: float | None) -> str:
    """Give an aim and whether it is met; nothing where there is none."""
    if aim is None:
        return ""
    if ratio is None:
        return f"< {aim:.2f}, unknown"
    return f"< {aim:.2f}, {'met' if ratio < aim else 'missed'}"


def record(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Give the results with each run, in seconds and bytes, without what the tools printed."""
    return [
        {
            "tool": result.tool.name,
            "version": result.tool.version,
            "scenario": result.scenario,
            "command": result.tool.commands.get(result.scenario),
            "timed": [_numbers(run) for run in result.timed],
            "sampled": result.sampled and _numbers(result.sampled),
            "failures": len(result.failures),
        }
        for result in results
    ]


def _numbers(run: Run) -> dict[str, float]:
    return {"exit_code": run.exit_code, "wall": run.wall, "cpu": run.cpu, "peak": run.peak}
