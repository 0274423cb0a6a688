"""No value of a notebook shows in any output, however its letters are escaped in the file."""

import json
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.reporters import FORMATS
from tests.cli.conftest import Run, run
from tests.notebook.made import as_one_string, at, code, escaped, markdown, notebook, printed
from tests.support import leakguard

__all__ = ("run",)

KEY, SECRET, OTHER, PRINTED, META = (made_up("base62", 64, seed) for seed in range(761, 766))
PASSWORD = made_up("base62", 9, 766) + '"' + made_up("base62", 9, 767)
PARTS = (KEY, SECRET, OTHER, PRINTED, META, *PASSWORD.split('"'))

NOTEBOOK = notebook(
    markdown(f"Was {OTHER} once."),
    code(
        f"from binance.client import Client\nclient = Client('{KEY}', \"{SECRET}\")  # {OTHER}\n"
        f'password = "{json.dumps(PASSWORD)[1:-1]}"; db = connect(password="{OTHER}", s="{KEY}")\n'
        f'connect(secret = """é\n{SECRET}""")',
        printed(f"binance secret {PRINTED} and {OTHER}\n"),
    ),
    metadata={"binance": {"api_key": KEY, "api_secret": META}},
)

WRITTEN = {
    "as it is": NOTEBOOK,
    "as one string": as_one_string(NOTEBOOK),
    "on one line": json.dumps(json.loads(NOTEBOOK)),
    "with escapes in the values": escaped(NOTEBOOK, {value[7] for value in PARTS} & set("QXZ0359")),
    "with escapes around the values": escaped(NOTEBOOK, "'=("),
    "broken": NOTEBOOK[:-3],
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("kind", FORMATS)
def test_no_value_shows(tmp_path: Path, run: Run, kind: str, text: str) -> None:
    (tmp_path / "a.ipynb").write_text(text)
    done = run("scan", ".", "--why", "--format", kind, cwd=tmp_path)
    assert done.code == 1
    written = done.out + done.err
    seen = {part for part in PARTS for at in range(len(part) - 4) if part[at : at + 5] in written}
    assert seen == set()


def test_the_line_of_the_cell_is_shown_rather_than_that_of_the_file(tmp_path: Path) -> None:
    text = notebook(code(f'é = "é"; api_secret = "{SECRET}"  # "'))
    (tmp_path / "a.ipynb").write_text(text)
    done = leakguard("scan", ".", cwd=tmp_path)
    line, column = at(text, SECRET)
    assert f"a.ipynb:{line}:{column} (cell 1, line 1)" in done.stdout
    assert f'  1 | é = "é"; api_secret = "{SECRET[:4]}****"  # "' in done.stdout.splitlines()
