"""Names of variables that other files of a project set or read, and those of an env file."""

import json
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


def notebook(source: str) -> str:
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
    }
    whole = {"cells": [{**cell, "source": [source]}], "metadata": {}, "nbformat": 4}
    return json.dumps({**whole, "nbformat_minor": 4})


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
    "itself, from outside": ("compose.yaml", "  API_SECRET: ${API_SECRET:-}\n"),
    "itself, from outside, by its name": ("compose.yaml", "  environment:\n    API_SECRET:\n"),
    "itself, in a list": ("compose.yaml", "    environment:\n      - API_SECRET\n"),
    "a secret of the CI": ("ci.yml", "  API_SECRET: ${{ secrets.API_SECRET }}\n"),
    "a script that reads it": ("run.sh", 'exec bot --secret "$API_SECRET"\n'),
    "a Makefile that hands it on": ("Makefile", "run:\n\tdocker run -e API_SECRET bot\n"),
    "another language": ("app.js", "const it = process.env.API_SECRET\n"),
    "a magic of IPython": (
        "a.ipynb",
        notebook(f"%env API_SECRET={W}\n"),
    ),
    "another magic of IPython": (
        "a.ipynb",
        notebook(f"%set_env API_SECRET {W}\n"),
    ),
}


@pytest.mark.parametrize(("path", "text"), SET.values(), ids=SET)
def test_a_name_that_has_another_value_there_is_not_free(
    repository: Repository, run: Run, path: str, text: str
) -> None:
    repository.commit(**{"bot.py": BOT, path: text})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


FREE = {
    "the same value": ("Dockerfile", f"ENV API_SECRET={V}\n"),
    "the same value, by a magic of IPython": ("a.ipynb", notebook(f"%env API_SECRET={V}\n")),
    "the same value, read beside": ("run.sh", f"API_SECRET={V}\necho $API_SECRET\n"),
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


READ = {
    "by its name": 'import os\nos.environ["API_SECRET"]',
    "by a name with what may be its beginning": 'import os\nos.getenv(f"{name}_SECRET")',
    "by such a name in small letters": 'import os\nos.getenv(f"{name}_secret".upper())',
    "by such a name, the old way": 'import os\nos.getenv("%s_SECRET" % name)',
    "by such a sum": 'import os\nos.getenv(name + "_SECRET")',
    "in a command": 'run("docker run -e API_SECRET bot", shell=True)',
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_name_that_another_program_reads_is_not_free(
    repository: Repository, run: Run, text: str
) -> None:
    repository.commit(**{"bot.py": BOT, "other.py": f"{text}\n"})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


BEGUN = {
    "a sum": 'import os\nos.getenv("API_" + name)',
    "a formatted text": 'import os\nos.getenv(f"API_{name}")',
    "environs": 'with env.prefixed("API_"):\n    secret = env("SECRET")',
    "click": 'cli(auto_envvar_prefix="API")',
    "dynaconf": 'Dynaconf(envvar_prefix="API")',
}


@pytest.mark.parametrize("text", BEGUN.values(), ids=BEGUN)
def test_a_name_that_begins_as_those_that_are_put_together_is_not_free(
    repository: Repository, run: Run, text: str
) -> None:
    repository.commit(**{"bot.py": BOT, "other.py": f"{text}\n"})
    assert 'os.environ["MY_API_SECRET"]' in run(*FIX, cwd=repository.path).out


def test_names_that_are_put_together_in_every_way_are_free(
    repository: Repository, run: Run
) -> None:
    every = ("API_", "MY_", "OWN_", "THE_", *(f"_{digit}" for digit in range(10)))
    repository.commit(**{"bot.py": BOT, "other.py": f"{every}\n".replace("'", '"')})
    assert 'os.environ["API_SECRET"]' in run(*FIX, cwd=repository.path).out


SDKS = {
    "boto3": ("aws_secret_access_key", 'import boto3\nboto3.client("sqs")'),
    "a session of boto3": ("AWS_SECRET_ACCESS_KEY", "import boto3\nboto3.Session()"),
    "OpenAI": ("openai_api_key", "from openai import OpenAI\nOpenAI()"),
    "OpenAI, with other arguments": ("OPENAI_API_KEY", "OpenAI(timeout=wait(5))"),
    "LangChain": ("openai_api_key", 'ChatOpenAI(model="x")'),
    "the command of AWS": ("aws_secret_access_key", 'run(["aws", "s3", "ls"])'),
}


@pytest.mark.parametrize(("name", "text"), SDKS.values(), ids=SDKS)
def test_a_name_that_an_sdk_reads_by_itself_is_not_free(
    repository: Repository, run: Run, name: str, text: str
) -> None:
    repository.commit(**{"bot.py": f'{name} = "{V}"\n', "other.py": f"{text}\n"})
    assert f'os.environ["{name.upper()}_2"]' in run(*FIX, cwd=repository.path).out


TOLD = {
    "boto3": ("aws_secret_access_key", 'boto3.client("s3", aws_secret_access_key=it)'),
    "OpenAI": ("openai_api_key", "OpenAI(api_key=(it))"),
}


@pytest.mark.parametrize(("name", "text"), TOLD.values(), ids=TOLD)
def test_a_name_of_an_sdk_that_is_always_told_its_credentials_is_free(
    repository: Repository, run: Run, name: str, text: str
) -> None:
    repository.commit(**{"bot.py": f'{name} = "{V}"\n', "other.py": f"{text}\n"})
    assert f'os.environ["{name.upper()}"]' in run(*FIX, cwd=repository.path).out


@pytest.mark.parametrize("importing", ["from bot import *", "from .bot import (*)"])
def test_a_module_that_another_imports_all_names_of_gets_a_private_one(
    repository: Repository, run: Run, importing: str
) -> None:
    repository.commit(**{"bot.py": BOT, "other.py": f"{importing}\n"})
    out = run("fix", "--style", "decouple", cwd=repository.path).out
    assert "+from decouple import config as _config" in out


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
