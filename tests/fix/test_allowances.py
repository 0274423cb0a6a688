"""Allowances that allow nothing are taken out of files of any kind."""

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run, run
from tests.support import Repository

__all__ = ("run",)

SECRET = made_up("base62", 64, 761)
MARK = "leakguard: allow[hard-coded-key] made up"
FILES = {
    "a.py": (f"x = 1  # {MARK}\n", "x = 1\n"),
    "a.yaml": (f"a: 1\n# {MARK}\nb: 2\n", "a: 1\nb: 2\n"),
    "a.js": (f"const ä = 1; /* {MARK} */ f();\r\ng();\r\n", "const ä = 1; f();\r\ng();\r\n"),
    "a.md": (f"\ufeff<!-- {MARK} -->\ntext\n", "\ufefftext\n"),
    "a.sql": (
        f"-- {MARK}\n-- {MARK}\nSELECT 1; -- {MARK}",
        "SELECT 1;",
    ),
}


@pytest.mark.parametrize(("name", "texts"), FILES.items(), ids=FILES)
def test_the_file_is_as_before_without_it(
    repository: Repository, run: Run, name: str, texts: tuple[str, str]
) -> None:
    repository.commit(**{name: texts[0]})
    done = run("fix", "--apply", cwd=repository.path)
    assert (done.code, (repository.path / name).read_bytes().decode()) == (0, texts[1])
    assert run("scan", ".", cwd=repository.path).code == 0


def test_nothing_is_written_without_apply(repository: Repository, run: Run) -> None:
    repository.commit(**{"a.py": FILES["a.py"][0]})
    done = run("fix", cwd=repository.path)
    assert (done.code, "1 finding without a value to move to be mended" in done.out) == (1, True)
    assert (repository.path / "a.py").read_text() == FILES["a.py"][0]


def test_changes_that_are_not_committed_are_not_mixed(repository: Repository, run: Run) -> None:
    repository.commit(**{"a.py": "x = 1\n"})
    repository.write("a.py", FILES["a.py"][0])
    done = run("fix", "--apply", cwd=repository.path)
    assert (done.code, "not committed" in done.err) == (2, True)
    assert run("fix", "--apply", "--allow-dirty", cwd=repository.path).code == 0


def test_a_file_that_another_fix_changes_is_left_for_a_second_run(
    repository: Repository, run: Run
) -> None:
    repository.commit(**{"a.py": f'api_secret = "{SECRET}"\nx = 1  # {MARK}\n'})
    options = ("--apply", "--discard-values", "--unsafe-fixes")
    done = run("fix", *options, cwd=repository.path)
    assert (done.code, "run again after it" in done.out) == (1, True)
    repository.git("commit", "-qam", "fixed")
    assert run("fix", "--apply", cwd=repository.path).code == 0
    assert "leakguard" not in (repository.path / "a.py").read_text()
