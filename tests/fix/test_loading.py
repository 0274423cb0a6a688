"""Where it is not certain that the env file is loaded, a fix is not safe."""

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.support import Repository

KEY = made_up("base62", 64, 396)
TEXT = f'api_secret = "{KEY}"\n'
LOAD = "import os\nfrom dotenv import find_dotenv, load_dotenv\n"
FIX = ("fix", "--apply", "--env-file", ".env")

DOUBTFUL = {
    "a path that is not known": f"{LOAD}load_dotenv(dotenv_path=P)\n",
    "another folder's": f"{LOAD}load_dotenv('config/.env')\n",
    "a search from the working folder": f"{LOAD}load_dotenv(find_dotenv(usecwd=True))\n",
    "an own function": "def load_dotenv():\n    pass\n\n\nload_dotenv()\n",
    "cleared afterwards": f"{LOAD}load_dotenv()\nos.environ.clear()\n",
}
CERTAIN = {
    "a search": f"{LOAD}load_dotenv(find_dotenv(), override=True)\n",
    "the file itself": f"{LOAD}load_dotenv('./.env')\n",
}


@pytest.mark.parametrize("before", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_load_that_is_not_certain_is_not_safe(
    repository: Repository, run: Run, before: str
) -> None:
    repository.commit(**{"bot.py": before + TEXT})
    run(*FIX, cwd=repository.path)
    assert KEY in (repository.path / "bot.py").read_text()


@pytest.mark.parametrize("before", CERTAIN.values(), ids=CERTAIN)
def test_a_load_that_is_certain_is_safe(repository: Repository, run: Run, before: str) -> None:
    repository.commit(**{"bot.py": before + TEXT})
    run(*FIX, cwd=repository.path)
    assert KEY not in (repository.path / "bot.py").read_text()


def test_a_nearer_env_file_is_found_first(repository: Repository, run: Run) -> None:
    repository.commit(**{"pkg/bot.py": f"{LOAD}load_dotenv()\n{TEXT}", ".gitignore": ".env\n"})
    repository.write("pkg/.env", "A=1\n")
    run(*FIX, cwd=repository.path)
    assert KEY in (repository.path / "pkg/bot.py").read_text()


def test_a_package_that_loads_after_the_import_is_too_late(
    repository: Repository, run: Run
) -> None:
    init = f"from . import bot\n{LOAD}load_dotenv()\n"
    repository.commit(**{"pkg/__init__.py": init, "pkg/bot.py": TEXT})
    run(*FIX, cwd=repository.path)
    assert KEY in (repository.path / "pkg/bot.py").read_text()
