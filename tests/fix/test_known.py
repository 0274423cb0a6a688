"""Names of variables that other files of a project set or read, and those of an env file."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fix.known import known
from tests.cli.conftest import Run
from tests.support import Repository

V, W = made_up("base62", 64, 371), made_up("base62", 64, 372)
BOT = f'api_secret = "{V}"\n'
FIX = ("fix", "--unsafe-fixes")
MOVE = (*FIX, "--apply", "--env-file", ".env")

SET = {
    "a Dockerfile": ("Dockerfile", f"ENV API_SECRET={W}\n"),
    "a Dockerfile, two in a line": ("app.Dockerfile", f"ENV A=b API_SECRET={W}\n"),
    "a Dockerfile, the old way": ("Dockerfile", f"ENV API_SECRET {W}\n"),
    "compose, a list": ("compose.yaml", f"    environment:\n      - API_SECRET={W}\n"),
    "compose, a map": ("docker-compose.yml", f'    environment:\n      API_SECRET: "{W}"\n'),
    "a workflow": (".github/workflows/ci.yml", f"env:\n  API_SECRET: {W}\n"),
    "a pod": ("pod.yml", f"env:\n  - name: API_SECRET\n    value: {W}\n"),
    "a task": ("task.json", f'{{"name": "API_SECRET", "value": "{W}"}}\n'),
    "an env file": ("prod.env", f"API_SECRET={W}\n"),
    "a shell script": ("run.sh", f"export API_SECRET='{W}'\n"),
    "a unit": ("bot.service", f'[Service]\nEnvironment="API_SECRET={W}"\n'),
    "another variable": ("compose.yaml", "  API_SECRET: ${OTHER}\n"),
}


@pytest.mark.parametrize(("path", "text"), SET.values(), ids=SET)
def test_a_name_that_has_another_value_there_is_not_free(
    repository: Repository, run: Run, path: str, text: str
) -> None:
    repository.commit(**{"bot.py": BOT, path: text})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


FREE = {
    "the same value": ("Dockerfile", f"ENV API_SECRET={V}\n"),
    "itself": ("compose.yaml", "  API_SECRET: ${API_SECRET:-}\n"),
    "a secret of its name": ("ci.yml", "  API_SECRET: ${{ secrets.API_SECRET }}\n"),
    "nothing": ("compose.yaml", "  environment:\n    API_SECRET:\n"),
    "an example": (".env.example", "API_SECRET=your-secret\n"),
    "a name that ends alike": ("Dockerfile", f"ENV MY_API_SECRET={W}\n"),
    "prose": ("README.md", f"API_SECRET={W}\n"),
}


@pytest.mark.parametrize(("path", "text"), FREE.values(), ids=FREE)
def test_a_name_that_has_no_other_value_there_is_free(
    repository: Repository, run: Run, path: str, text: str
) -> None:
    repository.commit(**{"bot.py": BOT, path: text})
    assert 'os.environ["API_SECRET"]' in run(*FIX, cwd=repository.path).out


def test_a_name_that_another_program_reads_is_not_free(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": BOT, "other.py": 'import os\nos.environ["API_SECRET"]\n'})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


def test_the_whole_repository_counts_though_a_part_is_fixed(
    repository: Repository, run: Run
) -> None:
    repository.commit(**{"app/bot.py": BOT, "Dockerfile": f"ENV API_SECRET={W}\n"})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, "app", cwd=repository.path).out


def test_an_env_file_that_git_ignores_counts(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": BOT, ".gitignore": ".env*\n"})
    repository.write(".env.local", f"API_SECRET={W}\n")
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


def test_what_only_looks_like_a_file_of_settings_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_bytes(b"\0ENV API_SECRET=x\n")
    (tmp_path / "big.yml").write_text("API_SECRET: x\n" + "#\n" * (1 << 20))
    assert dict(known(str(tmp_path), [str(tmp_path)]).values) == {}


@pytest.mark.parametrize("command", [FIX, ("scan", "--fix")], ids=["fix", "scan --fix"])
def test_what_is_shown_has_the_names_that_are_written(
    repository: Repository, run: Run, command: tuple[str, ...]
) -> None:
    load = "from dotenv import load_dotenv\nload_dotenv()\n"
    repository.commit(**{"bot.py": load + BOT, ".gitignore": ".env\n"})
    repository.write(".env", f"API_SECRET={W}\nMINE={V}\n")
    assert '+api_secret = os.environ["MINE"]' in run(*command, cwd=repository.path).out
    run(*MOVE, cwd=repository.path)
    assert 'os.environ["MINE"]' in (repository.path / "bot.py").read_text()


def test_an_env_file_that_cannot_be_read_gives_no_names(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": BOT})
    (repository.path / ".env").mkdir()
    assert 'os.environ["API_SECRET"]' in run(*FIX, cwd=repository.path).out
