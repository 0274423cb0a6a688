"""A leak is found, and at the same place, however its file is written."""

import codecs
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.finding import Place
from leakguard.sources.tree import TreeSource
from tests.sources.listing import write
from tests.support import scanned

SECRET = made_up("base62", 64)


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode(), id="utf-8"),
        pytest.param(lambda text: codecs.BOM_UTF8 + text.encode(), id="utf-8-with-mark"),
        pytest.param(lambda text: text.encode("latin-1"), id="latin-1"),
        pytest.param(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(lambda text: text.encode("utf-16-le"), id="utf-16-le-without-mark"),
        pytest.param(lambda text: text.encode("utf-16-be"), id="utf-16-be-without-mark"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("name", ["notes.txt", "settings.env", "config.yaml"])
def test_encodings_and_line_ends_change_nothing(
    tmp_path: Path, encode: object, end: str, name: str
) -> None:
    lines = ("# café", "", f"é_binance_api_secret: {SECRET}", "# à suivre", "")
    write(tmp_path, {name: encode(end.join(lines))})  # type: ignore[operator]
    report = scanned(TreeSource(str(tmp_path), (str(tmp_path),)))
    assert [it.place for it in report.findings] == [Place(3, 23, 3, 23 + 64)]
