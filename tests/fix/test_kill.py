"""Killed between any two steps, a fix loses nothing, and a second run finishes it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard import triggers
from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.notebook.made import code, notebook, printed
from tests.support import Repository

KEYS = [made_up("base62", 64, seed) for seed in (331, 332)]
TEXTS = {f"{name}.py": f'api_secret = "{key}"\n' for name, key in zip("ab", KEYS, strict=True)}
ARGUMENTS = ("fix", "--apply", "--unsafe-fixes", "--env-file", ".env")

_BEGINNING = """
import os, signal, sys, tempfile
from leakguard.fix import locks
step, real = sys.argv.pop(1), tempfile.mkdtemp
def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if step == "before the mark":
    tempfile.mkdtemp = lambda **named: killed(real(**named))
else:
    locks.take = killed
from leakguard.cli import main
main()
"""

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

SHOWN = printed(f"{KEYS[0]}\n")
NOTEBOOK = notebook(code(f'api_secret = "{KEYS[0]}"', SHOWN), code("api_secret", SHOWN))

STEPS = range(1, 6)
"""The .gitignore, the env file, the example, and two sources."""


def killed(folder: Path, step: int, when: str) -> int:
    """Fix, be killed before or after a step, and give how that ended."""
    triggers.load()  # so that no cache is written meanwhile
    return ended(folder, _KILLED, str(step), when)


def ended(folder: Path, program: str, *arguments: str) -> int:
    """Run a program that fixes, and give how that ended."""
    command = [sys.executable, "-c", program, *arguments, *ARGUMENTS]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def held(folder: Path) -> str:
    files = [folder / name for name in (*TEXTS, ".env")]
    return "".join(it.read_text() for it in files if it.exists())


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_lost_and_a_second_run_finishes(
    repository: Repository, run: Run, step: int, when: str
) -> None:
    repository.commit(**TEXTS)
    assert killed(repository.path, step, when) == -9
    assert all(key in held(repository.path) for key in KEYS)
    added = repository.git("add", "--all", "--dry-run")
    assert ".env'" not in added
    assert ".leakguard-" not in added
    assert run(*ARGUMENTS, "--allow-dirty", cwd=repository.path).code == 0
    assert (repository.path / ".env").read_text().count("API_SECRET") == 2
    assert all(f"={key}\n" in (repository.path / ".env").read_text() for key in KEYS)
    assert all((repository.path / name).read_text().startswith("import os\n") for name in TEXTS)
    assert (repository.path / ".env.example").read_text() == "API_SECRET=\nAPI_SECRET_2=\n"
    assert not list(repository.path.glob(".leakguard-*"))


@pytest.mark.parametrize(
    ("step", "when"),
    [(2, "before"), (3, "before"), (4, "before"), (4, "after")],
    ids=["before the env file", "after it", "before the notebook", "after it is written"],
)
def test_a_notebook_is_whole_and_a_second_run_finishes_it(
    repository: Repository, run: Run, step: int, when: str
) -> None:
    repository.commit(**{"nb.ipynb": NOTEBOOK})
    assert killed(repository.path, step, when) == -9
    file, env_file = repository.path / "nb.ipynb", repository.path / ".env"
    is_done = (step, when) == (4, "after")
    assert (file.read_text() == NOTEBOOK) is not is_done
    assert is_done is (KEYS[0] not in file.read_text())
    assert run(*ARGUMENTS, "--allow-dirty", cwd=repository.path).code == 0
    cells = json.loads(file.read_text())["cells"]
    assert [it["outputs"] for it in cells] == [[], []]
    assert env_file.read_text() == f"API_SECRET={KEYS[0]}\n"
    assert not list(repository.path.glob(".leakguard-*"))


@pytest.mark.parametrize("when", ["before the mark", "while it is made"])
def test_a_folder_that_was_only_begun_is_removed_by_a_second_run(
    repository: Repository, run: Run, when: str
) -> None:
    repository.commit(**TEXTS)
    assert ended(repository.path, _BEGINNING, when) == -9
    assert list(repository.path.glob(".leakguard-*"))
    assert run(*ARGUMENTS, cwd=repository.path).code == 0
    assert not list(repository.path.glob(".leakguard-*"))


def test_what_is_left_in_a_folder_where_all_is_done_is_removed(
    repository: Repository, run: Run
) -> None:
    """Its source has lost the value, so that a second run has nothing to do there."""
    repository.commit(**{"bot/a.py": TEXTS["a.py"]})
    assert killed(repository.path, 4, "after") == -9
    assert list(repository.path.glob("bot/.leakguard-*"))
    assert run(*ARGUMENTS, "--allow-dirty", cwd=repository.path).code == 0
    assert not list(repository.path.glob("bot/.leakguard-*"))
