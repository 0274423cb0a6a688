"""What is written over and over in a hostile file is looked at once a place, not once a pair."""

import gzip
from base64 import b64encode
from unittest import mock

import pytest

from leakguard import encodings, redact
from leakguard.echoes import echoes
from leakguard.examples import made_up
from tests.support import scan

SECRET = made_up("base62", 64, 631)
PACKED = b64encode(gzip.compress(made_up("base62", 600, 632).encode())).decode()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("H4sI" * 15, id="no-header"),
        pytest.param(PACKED[:60], id="the-same-start"),
    ],
)
def test_lines_that_begin_like_something_compressed_are_read_once(line: str) -> None:
    with mock.patch.object(encodings, "_BASE64", mock.Mock(wraps=encodings._BASE64)) as pattern:
        scan({"a.txt": f"{line}\n" * 200})
    assert pattern.match.call_count <= 1


def test_of_a_line_full_of_values_only_what_is_shown_is_masked() -> None:
    findings = scan({"a.txt": f'secret="{SECRET}";' * 50}).findings
    assert len(findings) == 50
    with mock.patch.object(redact, "echoes", side_effect=echoes) as looked:
        scan({"a.txt": f'secret="{SECRET}";' * 50})
    assert looked.call_count <= 50 * 12
