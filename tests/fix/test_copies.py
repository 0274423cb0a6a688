"""A value that was moved may still stand elsewhere: that is told, and no success."""

import base64
import json
from pathlib import Path

import pytest

from leakguard.examples import made_up, made_up_pem
from tests.cli.conftest import Run
from tests.notebook.made import code, notebook
from tests.support import Repository

KEY = made_up("base62", 64, 391)
PEM = made_up_pem("RSA PRIVATE KEY", 600, "MIIEpAIBAAKCAQEA", seed=392)
BODY = PEM.splitlines()[3]
ENCODED = base64.b64encode(KEY.encode()).decode()
LOAD = "from dotenv import load_dotenv\nload_dotenv()\n"
SOURCE = f'{LOAD}api_secret = "{KEY}"\n'
MOVE = ("fix", "--apply", "--unsafe-fixes", "--env-file", ".env")

ELSEWHERE = {
    "in a comment": ({"bot.py": f"{SOURCE}# {KEY}\n"}, "bot.py:6"),
    "above, in a docstring": ({"bot.py": f'"""As {KEY}."""\n{SOURCE}'}, "bot.py:1"),
    "in another literal": ({"bot.py": f'{SOURCE}print("{KEY}")\n'}, "bot.py:6"),
    "within a word": ({"bot.py": f'{SOURCE}x = "a{KEY}z"\n'}, "bot.py:6"),
    "in another module": ({"bot.py": SOURCE, "b/c.py": f"\n# {KEY}\n"}, "b/c.py:2"),
    "in a log": ({"bot.py": SOURCE, "bot.log": f"a\r\nb {KEY} c\r\n"}, "bot.log:2"),
    "in a notebook": (
        {"bot.py": SOURCE, "nb.ipynb": notebook(code(f"print(1)  # {KEY}"))},
        "nb.ipynb:",
    ),
    "of a notebook": (
        {"nb.ipynb": notebook(code(f'api_secret = "{KEY}"'), code(f"print(1)  # {KEY}"))},
        "nb.ipynb:",
    ),
    "encoded": (
        {
            "bot.py": f'import base64\n{LOAD}api_secret = base64.b64decode("{ENCODED}").decode()\n',
            "notes.txt": f"x {ENCODED}\n",
        },
        "notes.txt:1",
    ),
    "a line of a PEM": (
        {"bot.py": f'{LOAD}KEY = """{PEM}"""\n', "notes.txt": f"and\n  {BODY}\n"},
        "notes.txt:2",
    ),
}


@pytest.mark.parametrize(("files", "place"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_copy_is_told_and_is_no_success(
    repository: Repository, run: Run, files: dict[str, str], place: str
) -> None:
    repository.commit(**files)
    done = run(*MOVE, cwd=repository.path)
    assert "A copy of a moved value is left behind" in done.out
    assert f"\n  {place}" in done.out.partition("left behind")[2]
    assert done.code == 1
    assert not any(it[:8] in done.out + done.err for it in (KEY, ENCODED, BODY))


NONE = {
    "nowhere": {"bot.py": SOURCE},
    "in what git ignores": {"bot.py": SOURCE, ".gitignore": "*.log\n", "bot.log": KEY},
    "only its start": {"bot.py": f'{SOURCE}x = "{KEY[:32]}"\n'},
    "in another place that is mended": {"bot.py": f'{SOURCE}binance_api_secret = "{KEY}"\n'},
    "a short one": {"bot.py": f'{LOAD}password = "{KEY[:12]}"\n', "notes.txt": KEY[:12]},
}


@pytest.mark.parametrize("files", NONE.values(), ids=NONE)
def test_no_copy_is_told_where_none_is(
    repository: Repository, run: Run, files: dict[str, str]
) -> None:
    for name, text in files.items():
        repository.write(name, text)
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "a commit")
    done = run(*MOVE, cwd=repository.path)
    assert "would leave" not in done.out
    assert "left behind" not in done.out
    assert done.code == 0


def test_the_env_file_is_no_copy_outside_git(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(SOURCE)
    done = run(*MOVE, cwd=tmp_path)
    assert KEY in (tmp_path / ".env").read_text()
    assert done.code == 0


LEFT = {
    "below, in a comment": f'{SOURCE}# binance_api_secret = "{KEY}"\n',
    "above, in a comment": f'# binance_api_secret = "{KEY}"\n{SOURCE}',
    "between deletions": f'import base64\n{SOURCE}# binance_api_secret = "{KEY}"\n',
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_a_finding_tells_is_not_told_twice(
    repository: Repository, run: Run, text: str
) -> None:
    repository.commit(**{"bot.py": text})
    done = run(*MOVE, cwd=repository.path)
    assert "it stands in a comment; delete it there" in done.out
    assert "left behind" not in done.out
    assert done.code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), 1), (("--fail-on", "critical"), 0), (("--exit-zero",), 0)],
    ids=["by default", "of a finding that does not count", "if nothing counts"],
)
def test_the_exit_code_is_that_of_the_finding(
    repository: Repository, run: Run, arguments: tuple[str, ...], code: int
) -> None:
    repository.commit(**{"bot.py": f"{SOURCE}# {KEY}\n"})
    assert run(*MOVE, *arguments, cwd=repository.path).code == code


def test_several_copies_are_told_by_their_lines(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": SOURCE, "a.txt": f"{KEY} {KEY}\n\n{KEY}\n", "b.txt": KEY})
    told = run(*MOVE, cwd=repository.path).out.partition("3 copies")[2]
    assert [it.split()[0] for it in told.splitlines()[1:4]] == ["a.txt:1", "a.txt:3", "b.txt:1"]


def test_a_program_is_told_too(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": SOURCE, "notes.txt": KEY})
    done = run(*MOVE, "--format", "json", cwd=repository.path)
    (notice,) = json.loads(done.out)["notices"]
    assert notice["path"] == "notes.txt"
    assert notice["message"].startswith("line 1: a copy of API_SECRET is left behind")


def test_the_name_of_a_file_with_a_copy_does_not_show_it(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": SOURCE, f"{KEY}.txt": f"{KEY}\n"})
    done = run(*MOVE, cwd=repository.path)
    assert f"  {KEY[:4]}****.txt:1" in done.out
    assert KEY[:5] not in done.out + done.err


def test_nothing_is_looked_for_where_nothing_was_written(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": f"{SOURCE}# {KEY}\n"})
    assert "left behind" not in run("fix", "--unsafe-fixes", cwd=repository.path).out


def test_a_copy_of_what_is_discarded_is_told(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": f"{SOURCE}# {KEY}\n"})
    done = run("fix", "--apply", "--unsafe-fixes", "--discard-values", cwd=repository.path)
    assert "bot.py:6" in done.out.partition("left behind")[2]
    assert done.code == 1
