"""Where a disk or a folder does not play along: it is told, nothing is lost, no remains stay."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leakguard.errors import FixError
from leakguard.examples import made_up
from leakguard.fix import apply
from tests.cli.conftest import Run
from tests.fix.conftest import planned
from tests.support import Repository

SECRET = made_up("base62", 64, 386)
TEXT = f'api_secret = "{SECRET}"\n'
MOVE = ("fix", "--apply", "--unsafe-fixes", "--env-file", ".env")
STEPS = {"the .gitignore": 1, "the env file": 2, "the example": 3, "the source": 4}
FAILURES: dict[str, tuple[Any, str, int]] = {
    "the disk is full": (os, "fsync", errno.ENOSPC),
    "the quota is used up": (os, "fsync", errno.EDQUOT),
    "the folder can only be read": (tempfile, "mkdtemp", errno.EROFS),
    "nothing can be made in the folder": (tempfile, "mkdtemp", errno.EACCES),
    "the file cannot be replaced": (os, "replace", errno.EPERM),
}


def failing(real: Callable[..., Any], step: int, code: int) -> Callable[..., Any]:
    """Give a function that fails where it is to do a step, counted by calls of `mkdtemp`, or, of
    those that are called once a file, of itself; syncing a folder is no step."""
    calls = iter(range(1, 100))

    def call(*arguments: Any, **named: Any) -> Any:
        is_folder = isinstance(arguments[:1] and arguments[0], int) and os.path.isdir(
            f"/proc/self/fd/{arguments[0]}"
        )
        if not is_folder and next(calls) == step:
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    return call


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize(("module", "name", "code"), FAILURES.values(), ids=FAILURES)
def test_a_step_that_fails_is_told_and_loses_nothing(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch,
    module: Any, name: str, code: int, step: int,
) -> None:  # fmt: skip
    repository.commit(**{"bot.py": TEXT})
    run("scan", cwd=repository.path)  # so that no cache is written meanwhile
    with monkeypatch.context() as patched:
        patched.setattr(module, name, failing(getattr(module, name), step, code))
        done = run(*MOVE, cwd=repository.path)
    assert done.code == 2
    assert f": {os.strerror(code)}" in done.err
    assert SECRET in (repository.path / "bot.py").read_text()
    assert not list(repository.path.glob(".leakguard-*"))
    assert run(*MOVE, cwd=repository.path).code == 0
    assert (repository.path / ".env").read_text() == f"API_SECRET={SECRET}\n"


def test_where_the_source_fails_it_is_told_where_the_values_are(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(**{"bot.py": TEXT})
    run("scan", cwd=repository.path)
    monkeypatch.setattr(os, "replace", failing(os.replace, 4, errno.EIO))
    done = run(*MOVE, cwd=repository.path)
    assert ".env has the values, and a second run does the rest" in done.err
    assert SECRET[:8] not in done.err


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_link(file: Path) -> None:
    file.rename(file.with_suffix(".real"))
    file.symlink_to(file.with_suffix(".real"))


MEANWHILE = {"a folder": as_folder, "a link": as_link, "gone": Path.unlink}


@pytest.mark.parametrize("become", MEANWHILE.values(), ids=MEANWHILE)
def test_a_file_that_becomes_something_else_meanwhile_is_left(
    tmp_path: Path, become: Callable[[Path], None]
) -> None:
    plan = planned(tmp_path, {"bot.py": TEXT})
    become(tmp_path / "bot.py")
    before = sorted(it.name for it in tmp_path.iterdir())
    with pytest.raises(FixError, match=r"bot\.py changed meanwhile"):
        apply.apply(plan, None)
    assert sorted(it.name for it in tmp_path.iterdir()) == before


def test_a_source_that_is_a_link_is_not_written(repository: Repository, run: Run) -> None:
    outside = repository.path.parent / "real.py"
    outside.write_text(TEXT)
    (repository.path / "bot.py").symlink_to(outside)
    run(*MOVE, "--allow-dirty", cwd=repository.path)
    run(*MOVE, "--allow-dirty", "bot.py", cwd=repository.path)
    assert outside.read_text() == TEXT
    assert (repository.path / "bot.py").is_symlink()


@pytest.mark.parametrize("mode", [0o444, 0o400], ids=oct)
def test_a_source_that_can_only_be_read_is_fixed_and_stays_so(
    repository: Repository, run: Run, mode: int
) -> None:
    """As git does: whoever may write the folder may replace the file."""
    repository.commit(**{"bot.py": TEXT})
    (repository.path / "bot.py").chmod(mode)
    assert run(*MOVE, cwd=repository.path).code == 0
    assert (repository.path / "bot.py").stat().st_mode & 0o777 == mode
