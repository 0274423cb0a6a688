"""A scan of a work tree: an allowance is for the value that HEAD has beside it."""

import json

import pytest

import leakguard
from tests.cli.conftest import Run, run
from tests.history.conftest import FIRST, SECOND, assigned
from tests.support import Repository

__all__ = ("run",)

MARK = "# leakguard: allow[hardcoded-assignment] made up"
ALLOWED = f"{assigned(FIRST).rstrip()}  {MARK}\n"
OTHER = ALLOWED.replace(FIRST, SECOND)


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [
        pytest.param({"bot.py": ALLOWED}, {"bot.py": ALLOWED}, 0, id="the-same"),
        pytest.param({"bot.py": ALLOWED}, {"bot.py": OTHER}, 1, id="another"),
        pytest.param({"bot.py": ALLOWED}, {"bot.py": f"\n\n{OTHER}"}, 1, id="another-moved"),
        pytest.param({"bot.py": ALLOWED}, {"bot.py": f"\n\n{ALLOWED}"}, 0, id="moved"),
        pytest.param({"bot.py": ALLOWED}, {"bot.py": ALLOWED + OTHER}, 0, id="one-more"),
        pytest.param({"a.txt": "nothing\n"}, {"bot.py": ALLOWED}, 0, id="a-new-file"),
        pytest.param({"src/bot.py": ALLOWED}, {"src/bot.py": OTHER}, 1, id="in-a-folder"),
    ],
)
def test_an_allowance_is_for_the_value_that_it_was_written_for(
    repository: Repository, run: Run, before: dict[str, str], now: dict[str, str], code: int
) -> None:
    repository.commit(**before)
    for name, text in now.items():
        repository.write(name, text)
    assert run("scan", ".", cwd=repository.path).code == code
    assert bool(leakguard.scan(repository.path).findings) == bool(code)


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan", "--fix"),
        ("fix",),
        ("scan", "-", "--stdin-filename", "bot.py"),
        ("baseline", "update"),
    ],
    ids=["scan-fix", "fix", "stdin", "baseline-update"],
)
def test_it_is_so_for_whatever_looks_at_the_files(
    repository: Repository, run: Run, arguments: tuple[str, ...]
) -> None:
    repository.commit(**{"bot.py": ALLOWED})
    assert run(*arguments, cwd=repository.path, stdin=ALLOWED.encode()).code == 0
    repository.write("bot.py", OTHER)
    assert run(*arguments, cwd=repository.path, stdin=OTHER.encode()).code == 1


def test_what_it_tells_can_be_explained(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": ALLOWED})
    repository.write("bot.py", OTHER)
    told = run("scan", ".", "--format", "jsonl", cwd=repository.path).out
    explained = run("explain", json.loads(told)["fingerprint"], cwd=repository.path).out
    assert "allowed: " not in explained


def test_it_is_so_below_the_top(repository: Repository, run: Run) -> None:
    repository.commit(**{"src/bot.py": ALLOWED})
    repository.write("src/bot.py", OTHER)
    assert run("scan", ".", cwd=repository.path / "src").code == 1
    assert run("scan", "src/bot.py", cwd=repository.path).code == 1


def test_without_a_commit_it_is_for_what_stands_there(repository: Repository, run: Run) -> None:
    repository.write("bot.py", ALLOWED)
    assert run("scan", ".", cwd=repository.path).code == 0


def test_a_repository_that_variables_name_is_not_taken_for_it(
    repository: Repository,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    repository.commit(**{"bot.py": ALLOWED})
    outside = repository.path.parent / "outside"
    outside.mkdir()
    (outside / "bot.py").write_text(OTHER)
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    assert run("scan", ".", cwd=outside).code == 0
