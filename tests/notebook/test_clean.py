"""A notebook without a leak costs little: no parser of Python is loaded for it."""

import json
import subprocess
import sys

from leakguard.examples import made_up
from tests.notebook.made import code, markdown, notebook, shown
from tests.support import Repository, leakguard

PROGRAM = f"""
import json, sys
sys.path = {sys.path!r}
sys.argv = ["leakguard", "scan", "."]
from leakguard.cli import main
try:
    main()
except SystemExit as ended:
    print(json.dumps({{"code": ended.code, "modules": sorted(sys.modules)}}), file=sys.stderr)
"""


def test_a_clean_notebook_loads_no_parser(repository: Repository) -> None:
    text = notebook(
        markdown("# Trades"),
        code("%pip install python-binance\nfrom binance.client import Client"),
        code("import os\nclient = connect(os.environ['BINANCE_SECRET'], secret='your-secret')"),
        code("plot()", shown({"image/png": made_up("base64", 4000, 771)})),
    )
    repository.stage("a.ipynb", text)
    for _ in range(2):  # the first one may have to make the cache
        done = subprocess.run(
            [sys.executable, "-S", "-c", PROGRAM],
            cwd=repository.path,
            capture_output=True,
            check=True,
        )
    ended = json.loads(done.stderr)
    assert ended["code"] == 0
    assert "leakguard.notebook" in ended["modules"]
    assert {"libcst", "leakguard.syntax.module"} & set(ended["modules"]) == set()


def test_a_staged_notebook_is_read_from_the_index(repository: Repository) -> None:
    secret = made_up("base62", 64, 772)
    repository.stage("a.ipynb", notebook(code(f'api_secret = "{secret}"')))
    repository.write("a.ipynb", "changed since")
    done = leakguard("scan", "--staged", "--format", "jsonl", cwd=repository.path)
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert finding["cell"] == {"number": 1, "line": 1, "output": None}
    assert finding["origin"] == "index"
