"""The idioms: each mended program, run where its env file is, has the values it had."""

import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fix import envfile
from tests.cli.conftest import Run
from tests.fix.conftest import fixed, planned

KEY, SECRET = made_up("base62", 64, 351), made_up("base62", 64, 352)
BEFORE = f"""import sys

api_key, api_secret = "{KEY}", b"{SECRET}"
print(api_key, api_secret, sys.argv[1:])
"""


def said(folder: Path, file: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(file)], cwd=folder, capture_output=True, check=False, env={}
    )
    return done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("style", ["dotenv", "pydantic-settings", "decouple"])
@pytest.mark.parametrize("path", ["bot.py", "pkg/sub/bot.py"])
def test_a_mended_program_has_the_values_it_had(tmp_path: Path, style: str, path: str) -> None:
    root = tmp_path / "tree"
    plan = planned(root, {path: BEFORE}, style=style, unsafe=False)
    assert len(plan.values) == 2
    before = said(tmp_path, root / path)
    (root / path).write_bytes(plan.files[0].raw)
    (root / ".env").write_text(envfile.added("", dict(plan.values)))
    assert said(tmp_path, root / path) == before
    assert KEY not in (root / path).read_text()


@pytest.mark.parametrize("style", ["dotenv", "pydantic-settings"])
def test_an_env_file_of_another_name_is_loaded_by_it(tmp_path: Path, style: str) -> None:
    plan = planned(tmp_path, {"bot.py": BEFORE}, style=style, unsafe=False, env_file="prod.env")
    before = said(tmp_path, tmp_path / "bot.py")
    (tmp_path / "bot.py").write_bytes(plan.files[0].raw)
    (tmp_path / "prod.env").write_text(envfile.added("", dict(plan.values)))
    assert said(tmp_path, tmp_path / "bot.py") == before


HEADS = {
    "dotenv": "import os\nimport sys\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n",
    "decouple": "import sys\n\nfrom decouple import config\n",
    "keyring": "import sys\n\nimport keyring\n",
}
READS = {
    "environ": 'os.environ["API_KEY"]',
    "dotenv": 'os.environ["API_KEY"]',
    "pydantic-settings": "_settings.api_key",
    "decouple": 'config("API_KEY")',
    "keyring": 'keyring.get_password("service", "API_KEY")',
}


@pytest.mark.parametrize(("style", "head"), HEADS.items(), ids=HEADS)
def test_it_is_made_ready_at_the_top(tmp_path: Path, style: str, head: str) -> None:
    assert fixed(tmp_path, BEFORE, style=style).startswith(head)


LOADERS = {
    "among those of others": (
        "import sys\n\nimport boto3\nfrom web3 import Web3\n\nfrom . import x\n\n",
        "import os\nimport sys\n\nimport boto3\nfrom dotenv import load_dotenv\n"
        "from web3 import Web3\n\nfrom . import x\n\nload_dotenv()\n\n",
    ),
    "behind those of others that are not sorted": (
        "import web3\nimport boto3\n\nimport mine\n",
        "import os\n\nimport web3\nimport boto3\nfrom dotenv import load_dotenv\n\n"
        "import mine\n\nload_dotenv()\n\n",
    ),
    "where imports are in no order": (
        "import boto3\nfrom typing import Any\n",
        "import boto3\nfrom dotenv import load_dotenv\n\nimport os\nfrom typing import Any\n\n"
        "load_dotenv()\n\n",
    ),
    "before those of the project": (
        "import sys\n\nfrom mine import x\n",
        "import os\nimport sys\n\nfrom dotenv import load_dotenv\n\nfrom mine import x\n\n"
        "load_dotenv()\n\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), LOADERS.values(), ids=LOADERS)
def test_the_loader_is_imported_in_the_right_place(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "mine.py").touch()
    text = fixed(tmp_path, f'{before}api_secret = "{KEY}"\n', style="dotenv")
    assert text == f'{after}api_secret = os.environ["API_SECRET"]\n'


@pytest.mark.parametrize(("style", "read"), READS.items(), ids=READS)
def test_a_variable_is_read_so(tmp_path: Path, style: str, read: str) -> None:
    assert f"api_key, api_secret = {read}, " in fixed(tmp_path, BEFORE, style=style)


@pytest.mark.parametrize("style", ["dotenv", "decouple"])
def test_a_name_that_is_taken_is_not_taken_again(tmp_path: Path, style: str) -> None:
    text = "config = load_dotenv = os = 1\n" + BEFORE
    after = fixed(tmp_path, text, style=style)
    assert "config = load_dotenv = os = 1\n" in after
    assert "_load_dotenv()\n" in after or '_config("API_KEY")' in after


def test_a_file_that_loads_already_is_not_made_to_twice(tmp_path: Path) -> None:
    text = f"from dotenv import load_dotenv\nload_dotenv()\n{BEFORE}"
    assert fixed(tmp_path, text, style="dotenv").count("load_dotenv()") == 1


UNSAFE = {
    "decouple and an escape": ("decouple", f'db_password = r"{KEY[:6]}\\\\{KEY[6:9]}"\n', ".env"),
    "decouple and another name": ("decouple", BEFORE, "prod.env"),
    "dotenv and a folder beside": ("dotenv", BEFORE, "other/.env"),
    "keyring": ("keyring", BEFORE, ".env"),
}


@pytest.mark.parametrize(("style", "text", "env_file"), UNSAFE.values(), ids=UNSAFE)
def test_what_would_not_find_the_value_is_unsafe(
    tmp_path: Path, style: str, text: str, env_file: str
) -> None:
    plan = planned(tmp_path, {"bot.py": text}, style=style, unsafe=False, env_file=env_file)
    assert not plan.files
    assert "only with --unsafe-fixes" in plan.left[0].reason


def test_keyring_tells_the_commands_without_the_values(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(BEFORE)
    out = run("fix", "--style", "keyring", "--unsafe-fixes", cwd=tmp_path).out
    assert f"  keyring set {tmp_path.name} API_KEY\n" in out
    assert KEY not in out
