"""How a statement is shown anew in the advice."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.fix.conftest import report_of

KEY = made_up("base62", 64, 371)
AROUND = "import os\nfrom binance.client import Client\n\n\n"

SHOWN = {
    "as far to the left as its first line": (
        f'def make():\n    return Client(\n        api_secret="{KEY}",\n    )\n',
        'return Client(\n    api_secret=os.environ["BINANCE_API_SECRET"],\n)',
    ),
    "not so where that would change a text": (
        f'def make():\n    return Client(note="""a\n    b""", api_secret="{KEY}")\n',
        'return Client(note="""a\n    b""", api_secret=os.environ["BINANCE_API_SECRET"])',
    ),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_it_is_shown(tmp_path: Path, text: str, shown: str) -> None:
    (tmp_path / "a.py").write_text(AROUND + text)
    (found,) = report_of(tmp_path, ["a.py"]).findings
    assert found.advice.replacement is not None
    assert found.advice.replacement.line == shown
