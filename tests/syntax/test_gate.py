"""The cheap look at a literal before its statement is parsed."""

import pytest

from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.syntax.gate import is_worth_parsing

KEY = made_up("base62", 64, 80)
SHORT = made_up("base62", 40, 81)


def is_taken(before: str, value: str) -> bool:
    """Whether the literal `value` is worth parsing what it stands in, behind `before`."""
    data = f'{before}"{value}"\n'.encode()
    start = data.rindex(value.encode())
    return is_worth_parsing(Document("a.py", "a.py", data), (start, start + len(value)))


@pytest.mark.parametrize("before", ["", "f(", "x = ", "digest: str = ", "print(a, b, "])
def test_the_form_of_a_key_is_enough(before: str) -> None:
    assert is_taken(before, KEY)


@pytest.mark.parametrize(
    "before",
    [
        "api_secret = ", "api_secret: str = ", "api_secret += ", "(api_secret := ", "f(api_secret=",
        '{"apiSecret": ', 'config["api_secret"] = ', 'os.environ.setdefault("API_SECRET", ',
        'os.getenv("API_SECRET", ', 'os.environ.get("API_SECRET") or ', 'x = API_SECRET if a else ',
        "api_secret = str(", "api_secret = [",
        'api_secret = os.getenv("A", default=', "api_secret = b",
        "user, api_secret = a, ", 'f("http://a:80", api_secret=', "def f(a: str, api_secret=",
        "lambda a: f(a, api_secret=", "f(a[1:2], api_secret=",
    ],
)  # fmt: skip
def test_a_credentials_name_makes_a_shorter_value_one(before: str) -> None:
    assert is_taken(before, SHORT)


@pytest.mark.parametrize(
    "before",
    ["", "x = ", "print(", "sha256 = ", "api_secret == ", "api_secret_hash = ", '{"listenKey": '],
)
def test_another_name_or_none_does_not(before: str) -> None:
    assert not is_taken(before, SHORT)


@pytest.mark.parametrize("value", ["your-api-secret-goes-here", "changeme", "x" * 40, "${SECRET}"])
def test_a_placeholder_is_none_under_any_name(value: str) -> None:
    assert not is_taken("api_secret = ", value)


@pytest.mark.parametrize(
    "unit", ["( ", " (", "\t(", "(\n", "[ ", "(a ", "a.b( ", ", ", "= ", ": ", '"', "or ", "|", "a"]
)
def test_what_stands_before_is_read_once(unit: str) -> None:
    """Two ways to read a blank before each bracket would take longer than the sun has."""
    assert not is_taken(f"api_secret{unit * 200}", SHORT)


@pytest.mark.parametrize(
    ("before", "is_it"),
    [
        ('{"host": "db.internal", "user": "ada", "password": ', True),
        ('{"DB_HOST": host, "DB_USER": "ada", "DB_PASSWORD": ', True),
        ('{"user": "ada", "password": ', False),
        ("password = ", False),
    ],
    ids=["settings", "prefixed", "without-host", "alone"],
)
def test_a_word_is_one_in_settings_of_a_connection(before: str, is_it: bool) -> None:
    assert is_taken(before, "marmalade") is is_it
