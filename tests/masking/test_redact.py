"""What else than the values of findings is masked in a line that is shown."""

import pytest

from leakguard.examples import made_up
from leakguard.masking.redact import scrub
from tests.support import found

KEY = made_up("base62", 64, 621)

LINES = {
    "a name": ('password = "@@"', 'password = "****"'),
    "an item": ("{'api_key': '@@'}", "{'api_key': '****'}"),
    "an argument": ('f(token="@@", n=1)', 'f(token="****", n=1)'),
    "escaped quotes": (r'"pwd = \"@@\"\n",', r'"pwd = \"****\"\n",'),
    "an escaped item": (r'"{\"secret\": \"@@\"}"', r'"{\"secret\": \"****\"}"'),
    "a quote inside": (r'pwd = "@\"@"; n = 1', 'pwd = "****"; n = 1'),
    "an escaped quote inside": (
        r'"pwd = \"@&@\"; n"'.replace("&", r"\\\""),
        r'"pwd = \"****\"; n"',
    ),
    "the other quote inside": ("""pwd = "@'@" """, 'pwd = "****" '),
    "too short": ('key = "abc"; b = "c"', 'key = "abc"; b = "c"'),
    "empty": ('key = ""; b = "c"', 'key = ""; b = "c"'),
    "a template": ('key = "$HOME_KEY"', 'key = "$HOME_KEY"'),
    "another name": ('name = "@@"', 'name = "@@"'),
}


def test_a_short_run_that_looks_drawn_is_masked_and_no_word_as_long() -> None:
    drawn = made_up("base62", 14, 622)
    line = f"<td>{drawn}</td><td>getSymbolFor2</td><td>{drawn.lower()[:11]}</td>"
    shown = f"<td>****</td><td>getSymbolFor2</td><td>{drawn.lower()[:11]}</td>"
    assert scrub(line) == shown


@pytest.mark.parametrize(("line", "shown"), LINES.values(), ids=LINES)
def test_what_is_named_as_a_credential_is_masked(line: str, shown: str) -> None:
    assert scrub(line.replace("@", "hunt")) == shown.replace("@", "hunt")


@pytest.mark.parametrize(
    ("line", "shown", "mark"),
    [
        pytest.param("X-MBX-APIKEY: [@@]", "X-MBX-APIKEY: [&&]", f"{KEY[:4]}****", id="bare"),
        pytest.param('h = "X-MBX-APIKEY: [@@]"', 'h = "X-MBX-APIKEY: &&"', "****", id="in-a-text"),
    ],
)
def test_a_value_in_brackets_is_marked(line: str, shown: str, mark: str) -> None:
    (finding,) = found(line.replace("@@", KEY) + "\n", "notes.md")
    assert finding.snippet.masked == shown.replace("&&", mark)
    assert [finding.snippet.masked[slice(*it)] for it in finding.snippet.marked] == [mark]


def test_the_name_of_a_variable_is_shown() -> None:
    value = made_up("base62", 40, 905)
    (finding,) = found(f"secret = process.env.JWT_SECRET || '{value}'\n", "a.js")
    assert finding.snippet.masked.startswith("secret = process.env.JWT_SECRET || '")
    like_one = f"{{secret: process.env.{made_up('base62', 24, 906)}, password: '{value}'}}\n"
    assert found(like_one, "a.js")[0].snippet.masked.startswith("{secret: proc****, password")
