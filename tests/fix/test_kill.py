"""Killed between any two steps, a fix loses nothing, and a second run finishes it."""

import json
import os
import signal
import tempfile
from contextlib import AbstractContextManager
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn
from unittest import mock

import pytest

from leakguard.examples import made_up
from leakguard.fix import locks
from tests.cli.conftest import Run
from tests.notebook.made import code, notebook, printed
from tests.support import Repository, loaded_selection

KEYS = [made_up("base62", 64, seed) for seed in (331, 332)]
TEXTS = {f"{name}.py": f'api_secret = "{key}"\n' for name, key in zip("ab", KEYS, strict=True)}
ARGUMENTS = ("fix", "--apply", "--unsafe-fixes", "--env-file", ".env")

SHOWN = printed(f"{KEYS[0]}\n")
NOTEBOOK = notebook(code(f'api_secret = "{KEYS[0]}"', SHOWN), code("api_secret", SHOWN))

STEPS = range(1, 6)
"""The .gitignore, the env file, the example, and two sources."""


def die(*_: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("is alive")


def killed(run: Run, folder: Path, step: int, when: str) -> int | None:
    """Fix, be killed before or after a step, and give how that ended."""
    replace, steps = os.replace, count(1)

    def counted(source: str, target: str) -> None:
        is_last = next(steps) == step
        if is_last and when == "before":
            die()
        replace(source, target)
        if is_last:
            die()

    return ended(run, folder, mock.patch.object(os, "replace", counted))


def ended(run: Run, folder: Path, patched: AbstractContextManager[object]) -> int | None:
    """Fix in another process, which has something `patched`, and give how that ended. It is a copy
    of this one, which has the rules already, so that no cache is written meanwhile."""
    loaded_selection()

    def fix() -> None:
        with patched:
            run(*ARGUMENTS, cwd=folder)

    process = get_context("fork").Process(target=fix)
    process.start()
    process.join()
    return process.exitcode


def held(folder: Path) -> str:
    files = [folder / name for name in (*TEXTS, ".env")]
    return "".join(it.read_text() for it in files if it.exists())


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_lost_and_a_second_run_finishes(
    repository: Repository, run: Run, step: int, when: str
) -> None:
    repository.commit(**TEXTS)
    assert killed(run, repository.path, step, when) == -9
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
    assert killed(run, repository.path, step, when) == -9
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
    make = tempfile.mkdtemp
    patched: dict[str, AbstractContextManager[object]] = {
        "before the mark": mock.patch.object(tempfile, "mkdtemp", lambda **it: die(make(**it))),
        "while it is made": mock.patch.object(locks, "take", die),
    }
    assert ended(run, repository.path, patched[when]) == -9
    assert list(repository.path.glob(".leakguard-*"))
    assert run(*ARGUMENTS, cwd=repository.path).code == 0
    assert not list(repository.path.glob(".leakguard-*"))


def test_what_is_left_in_a_folder_where_all_is_done_is_removed(
    repository: Repository, run: Run
) -> None:
    """Its source has lost the value, so that a second run has nothing to do there."""
    repository.commit(**{"bot/a.py": TEXTS["a.py"]})
    assert killed(run, repository.path, 4, "after") == -9
    assert list(repository.path.glob("bot/.leakguard-*"))
    assert run(*ARGUMENTS, "--allow-dirty", cwd=repository.path).code == 0
    assert not list(repository.path.glob("bot/.leakguard-*"))
