"""What other modules of the project take from a file stays in it."""

import base64

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.support import Repository

A = made_up("base62", 64, 391)
LOAD = "import os\nfrom dotenv import load_dotenv\n\nload_dotenv()\n"
FIX = ("fix", "--apply", "--env-file", ".env")
PARTS = f'_P1 = "{A[:30]}"\n_P2 = "{A[30:]}"\n'
JOINED = "API_SECRET = _P1 + _P2\n"
CLASS = f'class K:\n    _a = "{A[:30]}"\n    _b = "{A[30:]}"\n    api_secret = _a + _b\n'

USES = {
    "imported": (PARTS + JOINED, "from parts import _P1\n"),
    "imported from a package": (PARTS + JOINED, "from .parts import (\n    X,\n    _P1,\n)\n"),
    "an attribute": (PARTS + JOINED, "import parts\nprint(parts._P1)\n"),
    "of a class": (CLASS, "from parts import K\nprint(K._a)\n"),
}


@pytest.mark.parametrize("unsafe", [(), ("--unsafe-fixes",)], ids=["safe", "unsafe"])
@pytest.mark.parametrize(("text", "use"), USES.values(), ids=USES)
def test_a_name_that_another_module_takes_stays(
    repository: Repository, run: Run, text: str, use: str, unsafe: tuple[str, ...]
) -> None:
    repository.commit(**{"parts.py": LOAD + text, "use.py": use})
    run(*FIX, *unsafe, cwd=repository.path)
    assert (repository.path / "parts.py").read_text() == LOAD + text


def test_a_name_that_no_other_module_takes_goes(repository: Repository, run: Run) -> None:
    repository.commit(**{"parts.py": LOAD + PARTS + JOINED, "use.py": "from other import _P1\n"})
    run(*FIX, cwd=repository.path)
    read = 'API_SECRET = os.environ["API_SECRET"]\n'
    assert (repository.path / "parts.py").read_text() == LOAD + read


@pytest.mark.parametrize("name", ["base64", "*"])
def test_an_import_that_another_module_takes_stays(
    repository: Repository, run: Run, name: str
) -> None:
    encoded = base64.b64encode(A.encode()).decode()
    text = f'import base64\n\nAPI_SECRET = base64.b64decode("{encoded}").decode()\n'
    repository.commit(**{"util.py": text, "m.py": f"from util import {name}\n"})
    run(*FIX, "--unsafe-fixes", cwd=repository.path)
    after = (repository.path / "util.py").read_text()
    assert "os.environ" in after
    assert "import base64\n" in after
