"""Where nothing is found, nothing is loaded that only a finding needs: a hook runs often."""

import json
import subprocess
import sys
from base64 import b64encode
from typing import Any

import pytest

from leakguard.examples import made_up
from tests.support import Repository, loaded_triggers

PROGRAM = """
import json, sys
sys.argv = ["leakguard", *sys.argv[1:]]
from leakguard.cli import main
try:
    main()
except SystemExit as ended:
    print(json.dumps({"code": ended.code, "modules": sorted(sys.modules)}), file=sys.stderr)
"""
STAGED = {
    "a.py": "import os\n\nregion = os.environ.get('REGION', 'eu-west-1')\n",
    "b.md": "# Notes\n\nNothing to see.\n",
    "c.toml": "[project]\nname = 'x'\n",
}
HEAVY = ("libcst", "rich", "pathspec")
UNNEEDED = (
    "difflib", "importlib.metadata", "leakguard.rules", "leakguard.syntax.module",
    "leakguard.scanning.workers", "multiprocessing", "tempfile", "tomllib",
)  # fmt: skip


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded at the end of a clean scan of three staged files."""
    repository = Repository.create(tmp_path_factory.mktemp("repository"))
    for name, content in STAGED.items():
        repository.stage(name, content)
    ended, output = loaded_by_staged_scan(repository)
    assert (ended["code"], output.startswith(b"no leaks found in 3 files")) == (0, True)
    return set(ended["modules"])


def loaded_by_staged_scan(repository: Repository) -> tuple[dict[str, Any], bytes]:
    """The exit code and the modules of a scan of what is staged, and what it prints."""
    loaded_triggers()
    run = [sys.executable, "-S", "-c", f"import sys; sys.path = {sys.path!r}\n{PROGRAM}"]
    for _ in range(2):  # the first one may have to make the rest of the cache
        done = subprocess.run(
            [*run, "scan", "--staged"], cwd=repository.path, capture_output=True, check=True
        )
    return json.loads(done.stderr), done.stdout


def test_a_clean_staged_scan_loads_neither_libcst_nor_rich_nor_pathspec(modules: set[str]) -> None:
    assert modules & set(HEAVY) == set()


def test_a_clean_staged_scan_loads_no_more_of_the_library_than_it_needs(modules: set[str]) -> None:
    assert modules & set(UNNEEDED) == set()


def test_what_is_encoded_in_a_text_needs_no_libcst(repository: Repository) -> None:
    secret = f"binance_api_secret={made_up('base62', 64, 77)}\n"
    repository.stage("a.yaml", f"data:\n  bot: {b64encode(secret.encode()).decode()}\n")
    ended, _ = loaded_by_staged_scan(repository)
    assert (ended["code"], "libcst" in ended["modules"]) == (1, False)
