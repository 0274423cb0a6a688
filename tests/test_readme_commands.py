"""Every command that the README names runs, in its order, in a project that has a leak."""

import re
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.support import Repository, leakguard

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^    (?:python -I -m )?leakguard ([^#\n]+)", README, re.MULTILINE)
EXPECTED = {
    "init": (2, "nobody can be asked"),  # it waits for a yes, which no test gives
    "gate --base origin/main": (1, ""),
    "scan . --format sarif --output leakguard.sarif": (1, ""),
    "scan --range origin/main...HEAD": (1, ""),
    "scan --history": (1, ""),
    "fix --style dotenv": (1, ""),
    "fix --style dotenv --apply --env-file .env": (0, ""),
    "verify": (0, ""),  # nothing is left to ask about
    "respond SECRET_ID": (0, ""),
    "respond SECRET_ID --done": (1, ""),
    'baseline create --reason "made up, for tests"': (0, ""),
}
KEY, SECRET = made_up("base62", 64, 911), made_up("base62", 64, 912)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A clone whose branch brings a leak that its origin does not have."""
    origin = Repository.create(tmp_path_factory.mktemp("origin"))
    origin.commit(**{"main.py": "print(1)\n"})
    clone = Repository(tmp_path_factory.mktemp("clones") / "project")
    origin.git("clone", "-q", str(origin.path), str(clone.path))
    clone.git("switch", "-q", "-c", "feature")
    client = f'from binance.client import Client\n\nclient = Client("{KEY}", "{SECRET}")\n'
    clone.commit(**{"bot.py": client})
    return clone


def test_each_is_expected_to_do_something() -> None:
    assert [it.strip() for it in SHOWN] == list(EXPECTED)


def test_each_does_what_is_said_of_it(
    project: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    told = leakguard("scan", "--format", "jsonl", cwd=project.path).stdout
    found = re.search(r'"secret_id": "([0-9a-f]+)"', told)
    assert found is not None
    ended = {}
    for command, (_, said) in EXPECTED.items():
        words = re.findall(r'"([^"]*)"|(\S+)', command.replace("SECRET_ID", found[1]))
        done = leakguard(*(quoted or word for quoted, word in words), cwd=project.path)
        assert SECRET not in done.stdout + done.stderr
        ended[command] = (done.returncode, said if said in done.stdout + done.stderr else done)
    assert ended == EXPECTED
