"""What else than the values of findings is masked in a line that is shown."""

import pytest

from leakguard.redact import scrub

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


@pytest.mark.parametrize(("line", "shown"), LINES.values(), ids=LINES)
def test_what_is_named_as_a_credential_is_masked(line: str, shown: str) -> None:
    assert scrub(line.replace("@", "hunt")) == shown.replace("@", "hunt")
