"""What stands beside a credential among the arguments of a call is masked with it."""

import pytest

from leakguard.document import Document
from leakguard.examples import made_up, made_up_from
from leakguard.masking.siblings import siblings
from leakguard.reporters import View, reporter
from tests.support import scan

KEY, SECRET, PHRASE = made_up("hex", 24, 891), made_up("base62", 40, 892), made_up("base62", 10, 7)
UUID = made_up_from(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", 893)

BESIDE = {
    "behind": f'Thing("{SECRET}", "{PHRASE}")',
    "before": f'Thing("{PHRASE}", "{SECRET}")',
    "the next but one": f'Thing("{SECRET}", "{KEY}", "{PHRASE}")',
    "named": f"new Thing({{ key: '{SECRET}', phrase: '{PHRASE}' }})",
    "on the next line": f'Thing(\n    "{SECRET}",\n    "{PHRASE}",\n)',
}


def found_beside(text: str) -> set[str]:
    document = Document("m.py", "m.py", text.encode())
    start = text.index(SECRET)
    beside = siblings(document, [(start, start + len(SECRET))])
    return {document.text(*it) for it in beside}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_a_literal_beside_it_that_looks_like_a_password_is_given(text: str) -> None:
    assert PHRASE in found_beside(text)


@pytest.mark.parametrize(
    "text",
    [f'Thing("{SECRET}", "spot", "https://api.hall.gov")', f'a = "{SECRET}"\nb = "{PHRASE}"\n'],
    ids=["words and addresses", "another statement"],
)
def test_others_are_not(text: str) -> None:
    assert found_beside(text) == set()


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json"])
def test_no_report_shows_it(name: str) -> None:
    text = f'kucoin = Thing("{KEY}", "{UUID}", "{PHRASE}")\n'
    report = scan({"bot.py": text})
    assert report.findings
    assert PHRASE not in reporter(name)(report, View())
