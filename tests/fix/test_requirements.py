"""Packages: it is told which ones the change needs and the project does not declare."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.support import Repository

SECRET = made_up("base62", 64, 371)
TEXT = f'api_secret = "{SECRET}"\n'


def told(run: Run, folder: Path, *arguments: str, style: str = "dotenv") -> list[str]:
    out = run("fix", "--style", style, *arguments, cwd=folder).out
    return [it for it in out.splitlines() if it.startswith("note: the change imports")]


STYLES = {
    "dotenv": ["note: the change imports dotenv: add python-dotenv to requirements.txt"],
    "pydantic-settings": [
        "note: the change imports pydantic_settings: add pydantic-settings to requirements.txt"
    ],
    "decouple": ["note: the change imports decouple: add python-decouple to requirements.txt"],
    "keyring": ["note: the change imports keyring: add keyring to requirements.txt"],
    "environ": [],
}


@pytest.mark.parametrize(("style", "notes"), STYLES.items(), ids=STYLES)
def test_a_style_names_its_package(tmp_path: Path, run: Run, style: str, notes: list[str]) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    (tmp_path / "requirements.txt").write_text("ccxt\n")
    assert told(run, tmp_path, "--unsafe-fixes", style=style) == notes


PROJECT = '[project]\nname = "bot"\ndependencies = [{}]\n'
DECLARED = {
    "requirements": ("requirements.txt", "ccxt\npython-dotenv>=1  # settings\n"),
    "another spelling": ("requirements.txt", "Python_DotEnv[cli]==1.0\n"),
    "a folder of requirements": ("requirements/base.txt", "python-dotenv\n"),
    "pyproject": ("pyproject.toml", PROJECT.format('"ccxt", "python-dotenv~=1.0"')),
    "poetry": ("pyproject.toml", '[tool.poetry.dependencies]\npython-dotenv = "^1.0"\n'),
    "setup.cfg": ("setup.cfg", "[options]\ninstall_requires =\n    python-dotenv\n"),
    "setup.py": ("setup.py", 'setup(install_requires=["python-dotenv"])\n'),
    "Pipfile": ("Pipfile", '[packages]\npython-dotenv = "*"\n'),
    "conda": ("environment.yml", "dependencies:\n  - python-dotenv\n"),
}


@pytest.mark.parametrize(("name", "text"), DECLARED.values(), ids=DECLARED)
def test_nothing_is_told_of_a_package_that_is_declared(
    tmp_path: Path, run: Run, name: str, text: str
) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text)
    assert told(run, tmp_path) == []


UNDECLARED = {
    "the one of the project": ({"pyproject.toml": PROJECT.format("")}, "pyproject.toml"),
    "not one that is for tools": (
        {"pyproject.toml": "[tool.ruff]\n", "requirements.txt": ""},
        "requirements.txt",
    ),
    "not one that leaves it to another": (
        {"pyproject.toml": '[project]\ndynamic = ["dependencies"]\n', "requirements.txt": ""},
        "requirements.txt",
    ),
    "the source of what is generated": (
        {"requirements.txt": "", "requirements.in": ""},
        "requirements.in",
    ),
    "of a folder the one for the program": (
        {"requirements/all.txt": "", "requirements/base.txt": ""},
        "requirements/base.txt",
    ),
    "not one where it is in a comment": (
        {"requirements.txt": "# python-dotenv\n"},
        "requirements.txt",
    ),
    "not one where another is called like it": (
        {"requirements.txt": "django-python-dotenv\npython-dotenv-vault\n"},
        "requirements.txt",
    ),
}


@pytest.mark.parametrize(("files", "named"), UNDECLARED.values(), ids=UNDECLARED)
def test_it_is_told_which_file_is_to_declare_it(
    tmp_path: Path, run: Run, files: dict[str, str], named: str
) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert told(run, tmp_path) == [f"note: the change imports dotenv: add python-dotenv to {named}"]


def test_without_such_a_file_it_is_told_what_to_install(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    assert told(run, tmp_path) == [
        "note: the change imports dotenv: `pip install python-dotenv`, for no file here says what "
        "the project needs"
    ]


def test_each_part_of_a_repository_has_its_own_file(repository: Repository, run: Run) -> None:
    repository.commit(
        **{
            "a/bot.py": TEXT,
            "a/requirements.txt": "",
            "b/src/bot.py": TEXT,
            "requirements.txt": "",
        }
    )
    start = "note: the change imports dotenv: add python-dotenv to"
    assert told(run, repository.path) == [
        f"{start} a/requirements.txt",
        f"{start} requirements.txt",
    ]
    assert told(run, repository.path, "b/src") == [f"{start} requirements.txt"]


def test_nothing_is_told_of_an_import_that_is_there(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(f"from dotenv import load_dotenv\nload_dotenv()\n{TEXT}")
    assert told(run, tmp_path) == []


def test_a_file_that_declares_is_not_written(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    (tmp_path / "requirements.txt").write_text("ccxt\n")
    told(run, tmp_path, "--apply", "--env-file", ".env")
    assert (tmp_path / "requirements.txt").read_text() == "ccxt\n"
