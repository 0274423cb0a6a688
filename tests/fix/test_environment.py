"""What the environment gives counts as before, and what a program takes out of it is missed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.fix.conftest import planned
from tests.notebook.made import code, notebook
from tests.support import Repository

V, OWN = made_up("base62", 64, 391), made_up("base62", 64, 392)
LOAD = "import os\nfrom dotenv import load_dotenv\nload_dotenv()\n"
FIX = ("fix", "--apply", "--env-file", ".env")

DEFAULTS = {
    "or": f'os.environ.get("REAL_TOKEN") or "{V}"',
    "a default": f'os.getenv("REAL_TOKEN", "{V}")',
    "a default that is set": f'os.environ.setdefault("REAL_TOKEN", "{V}")',
    "a condition": f'os.environ["REAL_TOKEN"] if "REAL_TOKEN" in os.environ else "{V}"',
}


def said(file: Path, **variables: str) -> str:
    """Give what a program writes into its file, run with variables."""
    subprocess.run([sys.executable, file.name], cwd=file.parent, check=True, env=variables)
    return (file.parent / "out").read_text()


@pytest.mark.parametrize("default", DEFAULTS.values(), ids=DEFAULTS)
def test_what_the_environment_gives_counts_before_what_was_the_default(
    repository: Repository, run: Run, default: str
) -> None:
    text = f'{LOAD}api_token = {default}\nopen("out", "w").write(api_token)\n'
    repository.commit(**{"bot.py": text})
    run(*FIX, "--unsafe-fixes", cwd=repository.path)
    file = repository.path / "bot.py"
    assert V not in file.read_text()
    assert (said(file, REAL_TOKEN=OWN), said(file)) == (OWN, V)


OVERRIDING = {
    "an argument": LOAD.replace("()", "(override=True)"),
    "an argument among others": LOAD.replace("()", '(find_dotenv(".env"), override=ENV)'),
    "another library": "import os\nenv.read_env(path(), overwrite=True)\n",
    "an update": "import os\nos.environ.update(dotenv_values())\n",
}


@pytest.mark.parametrize("where", ["bot.py", "main.py"])
@pytest.mark.parametrize("load", OVERRIDING.values(), ids=OVERRIDING)
def test_a_default_stays_where_the_env_file_would_count_before(
    repository: Repository, run: Run, load: str, where: str
) -> None:
    text = f'import os\napi_token = os.getenv("REAL_TOKEN") or "{V}"\n'
    repository.commit(**{"bot.py": text, "main.py": ""})
    repository.commit(**{where: load + text if where == "bot.py" else load})
    out = run(*FIX, "--unsafe-fixes", cwd=repository.path).out
    assert "an env file counts before the environment here" in out
    assert V in (repository.path / "bot.py").read_text()


def test_an_env_file_that_counts_before_is_as_good_for_a_name_of_our_own(
    repository: Repository, run: Run
) -> None:
    repository.commit(**{"bot.py": f'{OVERRIDING["an argument"]}api_secret = "{V}"\n'})
    run(*FIX, cwd=repository.path)
    assert V not in (repository.path / "bot.py").read_text()


REMOVING = {
    "all": "os.environ.clear()",
    "it": 'os.environ.pop("API_SECRET")',
    "it, if it is there": "os.environ.pop('API_SECRET', None)",
    "it, by a statement": 'del os.environ["API_SECRET"]',
    "it among others": 'del x["a"], os.environ["API_SECRET"]',
    "one that is not known": "os.environ.pop(name, None)",
    "one that is not known, by a statement": "for it in names:\n    del os.environ[it]",
    "the last": "os.environ.popitem()",
    "all, by another name": "from os import environ as e\ne.clear()",
    "all, in a function": "def f():\n    os.environ.clear()",
}


@pytest.mark.parametrize("is_above", [True, False], ids=["above", "below"])
@pytest.mark.parametrize("removing", REMOVING.values(), ids=REMOVING)
def test_a_variable_that_may_be_taken_out_of_the_environment_is_not_safe(
    tmp_path: Path, removing: str, is_above: bool
) -> None:
    own = f'api_secret = "{V}"\n'
    parts = (f"{removing}\n", own) if is_above else (own, f"{removing}\n")
    text = LOAD + "".join(parts)
    (tmp_path / ".env").touch()
    plan = planned(tmp_path, {"bot.py": text}, unsafe=False, entries={"API_SECRET": V})
    assert not plan.files
    assert [it.reason.startswith("only with --unsafe-fixes: ") for it in plan.left] == [True]


KEEPING = {
    "another": 'os.environ.pop("HTTP_PROXY", None)',
    "of something else": 'x.pop("API_SECRET")\ndel x["API_SECRET"]\nx.clear()',
    "in a comment": '# os.environ.pop("API_SECRET")',
}


@pytest.mark.parametrize("keeping", KEEPING.values(), ids=KEEPING)
def test_one_that_stays_there_is_safe(tmp_path: Path, keeping: str) -> None:
    (tmp_path / ".env").touch()
    text = f'{LOAD}api_secret = "{V}"\n{keeping}\n'
    plan = planned(tmp_path, {"bot.py": text}, unsafe=False, entries={"API_SECRET": V})
    assert plan.mended


SETTINGS = "from pydantic_settings import BaseSettings, SettingsConfigDict\n"
CLASS = 'class S(BaseSettings):\n    model_config = SettingsConfigDict(env_file=".env")\n'


def test_a_class_of_a_notebook_that_refuses_the_entry_is_told(
    repository: Repository, run: Run
) -> None:
    cells = [SETTINGS, f"{CLASS}    level: str = 'a'\n", f'api_secret = "{V}"\n', "s = S()\n"]
    text = notebook(*map(code, cells))
    repository.commit(**{"a.ipynb": text})
    out = run(*FIX, "--style", "dotenv", cwd=repository.path).out
    assert "S (a.ipynb) refuses entries of .env that are none of its fields" in out
    assert (repository.path / "a.ipynb").read_text() == text


FIELD = (
    SETTINGS,
    f'{CLASS}    api_secret: str = "{V}"\n',
    'open("out", "w").write(S().api_secret)\n',
)


@pytest.mark.parametrize("style", ["environ", "dotenv", "pydantic-settings", "decouple"])
@pytest.mark.parametrize("folder", ["", "sub/"], ids=["beside the env file", "below it"])
def test_a_field_in_a_notebook_has_its_value_afterwards_or_stays(
    repository: Repository, run: Run, style: str, folder: str
) -> None:
    path = f"{folder}a.ipynb"
    repository.commit(**{path: notebook(*map(code, FIELD))})
    out = run(*FIX, "--style", style, cwd=repository.path).out
    after = (repository.path / path).read_text()
    assert ("not fixed" in out) == (V in after)
    file = repository.path / f"{folder}a.py"
    file.write_text("".join("".join(it["source"]) for it in json.loads(after)["cells"]))
    assert said(file) == V
