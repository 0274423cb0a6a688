"""What the exit code of a fix says."""

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.support import Repository

SECRET = made_up("base62", 64, 381)
CLEAN = "import os\n"
FIXED = f"from dotenv import load_dotenv\nload_dotenv()\napi_secret = '{SECRET}'\n"
LEFT = f"api_secret = '{SECRET}'\n"
"""Nothing loads the env file, so that this takes --unsafe-fixes."""

APPLY = ("--apply", "--env-file", ".env")
CODES = {
    "shown, nothing found": (CLEAN, (), 0),
    "shown, a finding that can be fixed": (FIXED, (), 1),
    "shown, a finding that cannot": (LEFT, (), 1),
    "shown, a finding that does not count": (FIXED, ("--fail-on", "critical"), 0),
    "shown, wrong usage": (FIXED, ("--style", "none"), 2),
    "applied, nothing found": (CLEAN, APPLY, 0),
    "applied, all is fixed": (FIXED, APPLY, 0),
    "applied, a finding is left": (LEFT, APPLY, 1),
    "applied, a finding is left that does not count": (
        LEFT,
        (*APPLY, "--fail-on", "critical"),
        0,
    ),
    "applied, the values would be lost": (FIXED, ("--apply",), 2),
    "applied, the env file is refused": (FIXED, ("--apply", "--env-file", "bot.py"), 2),
}


@pytest.mark.parametrize(("text", "arguments", "code"), CODES.values(), ids=CODES)
def test_it_ends_with(
    repository: Repository, run: Run, text: str, arguments: tuple[str, ...], code: int
) -> None:
    repository.commit(**{"bot.py": text})
    assert run("fix", *arguments, cwd=repository.path).code == code


def test_a_change_that_is_refused_writes_nothing(repository: Repository, run: Run) -> None:
    repository.commit(**{"bot.py": CLEAN})
    repository.write("bot.py", FIXED)
    assert run("fix", *APPLY, cwd=repository.path).code == 2
    assert (repository.path / "bot.py").read_text() == FIXED
