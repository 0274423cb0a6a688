"""A value that a call gets as bytes, or as text again, is the one that stands in the literal."""

import pytest

from leakguard.examples import made_up
from tests.support import scan

SECRET = made_up("base62", 64, 611)
START = "import hashlib\nimport hmac\n"


@pytest.mark.parametrize(
    "given",
    ["SECRET.encode()", "SECRET.encode('ascii')", "bytes(SECRET, 'utf-8')"],
)
def test_it_is_one_finding_at_the_literal(given: str) -> None:
    text = f'{START}SECRET = "{SECRET}"\nhmac.new({given}, b"a=1", hashlib.sha256)\n'
    (finding,) = scan({"bot.py": text}).findings
    places = [(it.label, it.place.line) for it in finding.related]
    assert (finding.rule, finding.place.line) == ("hardcoded-assignment", 3)
    assert places == [("passed here", 4)]


@pytest.mark.parametrize(
    "given", ["WORD.encode()", "(HALF + REST).encode()"], ids=["no-credential's-name", "two-parts"]
)
def test_where_no_literal_is_one_by_itself_the_call_is_the_finding(given: str) -> None:
    names = f'WORD = "{SECRET}"\n' if "WORD" in given else ""
    names += f'HALF = "{SECRET[:32]}"\nREST = "{SECRET[32:]}"\n' if "HALF" in given else ""
    text = f'{START}{names}hmac.new({given}, b"a=1", hashlib.sha256)\n'
    findings = scan({"bot.py": text}).findings
    assert [it.rule for it in findings] == ["hardcoded-argument"]
