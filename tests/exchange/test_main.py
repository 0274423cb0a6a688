"""`python -m tests.exchange` is what somebody runs to try `leakguard verify`."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import leakguard

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("options", "asked", "states"),
    [
        ((), (), ["alive", "dead", "alive", "refused"]),
        # One, since there is a second between the requests to a host.
        (("--fault", "html"), ("--limit", "1"), ["unknown"]),
    ],
    ids=["faithful", "broken"],
)
def test_the_command_that_it_prints_works(
    tmp_path: Path, options: tuple[str, ...], asked: tuple[str, ...], states: list[str]
) -> None:
    command = [sys.executable, "-m", "tests.exchange", "--folder", str(tmp_path), *options]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as exchange:
        try:
            assert exchange.stdout is not None
            name, *arguments = shlex.split(exchange.stdout.readline())
            done = leakguard(*arguments, *asked, "--yes", cwd=ROOT)
        finally:
            exchange.kill()
    assert (name, done.returncode) == ("leakguard", 1)
    first = [it for it in done.stdout.splitlines() if "  severity: " in it]
    assert [it.split("  ")[1] for it in first] == states
