"""Killed between any two steps, a fix loses nothing, and a second run finishes it."""

import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.support import Repository, leakguard

KEYS = [made_up("base62", 64, seed) for seed in (331, 332)]
TEXTS = {f"{name}.py": f'api_secret = "{key}"\n' for name, key in zip("ab", KEYS, strict=True)}
ARGUMENTS = ("fix", "--apply", "--unsafe-fixes", "--env-file", ".env")

_KILLED = """
import os, signal, sys
step, is_before = int(sys.argv.pop(1)), sys.argv.pop(1) == "before"
replace, done = os.replace, 0
def counted(source, target):
    global done
    done += 1
    if done == step and is_before:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
    if done == step:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = counted
from leakguard.cli import main
main()
"""

STEPS = range(1, 6)
"""The .gitignore, the env file, the example, and two sources."""


def held(folder: Path) -> str:
    files = [folder / name for name in (*TEXTS, ".env")]
    return "".join(it.read_text() for it in files if it.exists())


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_lost_and_a_second_run_finishes(
    repository: Repository, step: int, when: str
) -> None:
    repository.commit(**TEXTS)
    leakguard("scan", cwd=repository.path)  # so that no cache is written meanwhile
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(step), when, *ARGUMENTS],
        cwd=repository.path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -9
    assert all(key in held(repository.path) for key in KEYS)
    added = repository.git("add", "--all", "--dry-run")
    assert ".env'" not in added
    assert ".leakguard-" not in added
    second = leakguard(*ARGUMENTS, "--allow-dirty", cwd=repository.path)
    assert second.returncode == 0
    assert (repository.path / ".env").read_text().count("API_SECRET") == 2
    assert all(f"={key}\n" in (repository.path / ".env").read_text() for key in KEYS)
    assert all((repository.path / name).read_text().startswith("import os\n") for name in TEXTS)
    assert (repository.path / ".env.example").read_text() == "API_SECRET=\nAPI_SECRET_2=\n"
    assert not list(repository.path.glob(".leakguard-*"))
