"""What is written over and over in a hostile file is looked at once a place, not once a pair."""

import gzip
from base64 import b64encode
from unittest import mock

import pytest

from leakguard.advice.variables import Variables
from leakguard.examples import made_up
from leakguard.finding import Mend
from leakguard.formats import encodings
from leakguard.masking import redact
from leakguard.masking.echoes import echoes
from leakguard.secret import Secret
from tests.support import scan

SECRET = made_up("base62", 64, 631)
PASSWORD = made_up("base62", 14, 633)
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


def test_a_statement_of_many_values_is_not_written_anew_for_each() -> None:
    findings = scan({"a.py": f'password = "{PASSWORD}";' * 200}).findings
    shown = [it.advice.replacement.line for it in findings if it.advice.replacement is not None]
    assert shown == ['os.environ["PASSWORD"]'] * 200


def test_the_numbers_of_names_that_are_taken_are_not_tried_again() -> None:
    mends = [
        (Mend((0, 0), "{read}", Secret(str(number)), "TOKEN", False, "", ()),)
        for number in range(300)
    ]
    variables = Variables({}, [])
    with mock.patch.object(Variables, "_is_used", autospec=True, return_value=False) as asked:
        asked.side_effect = lambda self, name: name in self._values
        named = [variables.named(it) for it in mends]
    assert isinstance(named[-1], tuple)
    assert named[-1][0].name == "TOKEN_300"
    assert asked.call_count <= 4 * len(mends)
