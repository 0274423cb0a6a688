"""Python that does not parse: the text rules read it, and the report says so."""

import pytest

from leakguard.examples import made_up
from tests.support import Repository, leakguard, scan

PASSWORD = made_up("base64", 14, 671)

BROKEN = {
    "a-bracket-that-does-not-close": 'f((\npassword = "{}"\n',
    "a-string-that-does-not-end": "x = '''\npassword = \"{}\"\n",
    "no-python": 'password = "{}" then\n',
    "two-statements": 'print "x"; password = "{}"\n',
    "another-language": 'const password = "{}";\n',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_what_does_not_parse_is_read_as_text(text: str) -> None:
    report = scan({"broken.py": text.format(PASSWORD)})
    assert [it.secret.reveal() for it in report.findings if it.secret] == [PASSWORD]
    (notice,) = report.notices
    assert "too large or not valid; the text rules looked at all of it" in notice.message


@pytest.mark.parametrize(
    "text",
    [
        'f((\nname = "{}"\n',
        "f((\npassword = read(value)\n",
        'f((\npassword = "password"\n',
    ],
    ids=["another-name", "no-literal", "a-word"],
)
def test_it_is_judged_as_elsewhere(text: str) -> None:
    assert scan({"broken.py": text.format(PASSWORD)}).findings == ()


def test_a_zero_byte_hides_nothing(repository: Repository) -> None:
    repository.write("nul.py", f'x = 1\0\npassword = "{PASSWORD}"\n')
    done = leakguard("scan", ".", "--format", "jsonl", cwd=repository.path)
    assert done.returncode == 1
    assert '"nul.py"' in done.stdout
