"""Which of them finds the keys of a trading bot? `python -m tests.bench.finds` tells.

Each way in which such a key ends up in a file (tests/bench/ways.py) stands in a folder of its own,
with a made-up pair; a tool finds it if it reports anything there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from leakguard import cache
from tests.bench import tools
from tests.bench.tools import DIRECTORY, Tool
from tests.bench.ways import Files, ways

_WIDTH = 34


def main(arguments: Sequence[str] | None = None) -> int:
    """Scan and print; give 0, or 1 if a tool failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--work",
        type=Path,
        default=(cache.folder() or Path(tempfile.gettempdir())) / "bench",
        help="where downloads are kept (default: %(default)s)",
    )
    work: Path = parser.parse_args(arguments).work.absolute()
    work.mkdir(parents=True, exist_ok=True)
    contestants = [
        it
        for it in (*tools.leakguard()[:1], *tools.peers(work), tools.detect_secrets(work))
        if DIRECTORY in it.commands and "," not in it.name
    ]
    with tempfile.TemporaryDirectory(dir=work) as temporary:
        names = written(Path(temporary), ways())
        environment = tools.environment(work)
        found = {it.name: found_by(it, Path(temporary), environment) for it in contestants}
    print(table(names, found), end="")
    return int(None in found.values())


def written(folder: Path, files_of: Mapping[str, Files]) -> dict[str, str]:
    """Write each way into a folder of its own; give what each is called, by its folder."""
    names = {}
    for number, (name, files) in enumerate(files_of.items()):
        names[f"way{number:02}"] = name
        for path, text in files.items():
            target = folder / f"way{number:02}" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return names


def found_by(tool: Tool, folder: Path, environment: Mapping[str, str]) -> frozenset[str] | None:
    """Give the folders in which a tool finds anything, None if it fails."""
    done = subprocess.run(
        tool.commands[DIRECTORY], cwd=folder, env=environment, capture_output=True, check=False
    )
    if tool.has_failed(done.returncode):
        return None
    return frozenset(Path(it).parts[0] for it in paths_in(done.stdout))


def paths_in(report: bytes) -> Iterator[str]:
    """Give the paths in a report: a document of JSON, or a line of it for each finding."""
    lines = [report] if report.lstrip().startswith((b"[", b"{\n")) else report.splitlines()
    for line in lines:
        if line.lstrip().startswith((b"[", b"{")):
            yield from _paths(json.loads(line))


def _paths(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for it in value:
            yield from _paths(it)
    elif isinstance(value, dict):
        for key, it in value.items():
            if key in ("path", "File", "filename") and isinstance(it, str):
                yield it
            else:
                yield from _paths(it)


def table(names: Mapping[str, str], found: Mapping[str, frozenset[str] | None]) -> str:
    """Give what each tool finds of each way, and in all."""
    lines = [f"{'':{_WIDTH}}" + "".join(f"{it:>16}" for it in found)]
    for folder, name in names.items():
        marks = ("-" if it is None else "yes" if folder in it else "." for it in found.values())
        lines.append(f"{name:{_WIDTH}}" + "".join(f"{it:>16}" for it in marks))
    sums = ("failed" if it is None else f"{len(it & names.keys())} of {len(names)}"
            for it in found.values())  # fmt: skip
    lines.append(f"{'in all':{_WIDTH}}" + "".join(f"{it:>16}" for it in sums))
    return "".join(f"{it}\n" for it in lines)


if __name__ == "__main__":
    sys.exit(main())
