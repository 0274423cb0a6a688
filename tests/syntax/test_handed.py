"""The cheap look at what a call or an assignment may hand over, before it is parsed."""

import pytest

from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.syntax.composed import FOLDED
from leakguard.syntax.fold.decoders import DECODERS, TRANSPARENT
from leakguard.syntax.handed import Handed

KEY = made_up("base62", 64, 90)
CALLS = {
    "Client": [("binance", "api_key api_secret", 0)],
    "connect": [("broker", "password token", -1)],
    "send": [("broker", "headers", 2)],
}
MODULES = frozenset({b"binance"})
PACKAGES = frozenset({"binance", "broker"})
START = "from binance import Client\nimport broker\n"


def is_taken(source: str, call: str = "Client(") -> bool:
    """Whether the call may hand over a credential."""
    data = (START + source).encode()
    end = data.index(call.encode()) + len(call)
    handed = Handed(Document("a.py", "a.py", data), CALLS, PACKAGES, modules=MODULES)
    return handed.takes_credentials(end)


@pytest.mark.parametrize(
    "source",
    [
        f'Client("{KEY}")',
        f'Client(\n    # the key\n    "{KEY}",\n)',
        f'Client("{KEY[:9]}" + "{KEY[9:20]}")',
        f"Client({{'a': 1}}, '{KEY}')",
        f'Client({{"a": b["c"]}}, "{KEY}")',
        f'a = "{KEY}"\nClient(a)',
        f'a: str = "{KEY}"\nClient(a)',
        f'a = (\n    "{KEY}"\n)\nClient(a)',
        f'a, b = "{KEY}", 1\nClient(a)',
        f'self.a = "{KEY}"\nClient(self.a)',
        f'def f(a="{KEY}"):\n    Client(a)',
        f'k = {{"a": "{KEY}"}}\nClient(**k)',
        f'b = "{KEY}"\na = b\nClient(a)',
        "from config import A\nClient(A)",
        "from config import A\nClient(f'{ A[1] }')",
        "from .config import (\n    A,\n)\nClient(A)",
        "import config\nClient(config.A)",
        'Client("ada", "marmalade")',
        "Client(''.join(map(chr, [97, 98, 99, 100, 101, 102, 103, 104])))",
    ],
)
def test_a_call_is_worth_parsing_that_is_handed_a_literal_or_a_name_for_one(source: str) -> None:
    assert is_taken(source)


@pytest.mark.parametrize(
    "source",
    [
        "Client()",
        "Client(a)",
        "def f(a):\n    Client(a)",
        'import os\nClient(os.environ["A"])',
        'a = input()\nClient(a, "spot")',
        "from binance import A\nClient(A)",
        f'x.a == "{KEY}"\nClient(a)',
        f'ba = "{KEY}"\nClient(a)',
        f'# Client("{KEY}")',
        f'send(a, to="{KEY}")\nClient(a)',
        "def f(self, a):\n    self.a = a\n    Client(self.a)",
        f'word = "{KEY}"\nClient(a, "a word of it")',
    ],
)
def test_one_is_not_that_is_handed_what_nobody_knows(source: str) -> None:
    assert not is_taken(source)


def test_a_parameter_has_to_be_named_where_the_sdk_asks_for_one() -> None:
    assert is_taken(f'broker.connect(password="{KEY}")', "connect(")
    assert not is_taken(f'broker.connect(host="{KEY}")', "connect(")


@pytest.mark.parametrize(
    "given",
    [
        f'method, url, {{"Authorization": "{KEY}"}}',
        f'method, url, headers={{"Authorization": "{KEY}"}}',
        f'method, *["{KEY}"]',
        f'k, *rest, "{KEY}"',
    ],
)
def test_a_value_is_handed_over_at_the_place_of_a_parameter(given: str) -> None:
    assert is_taken(f"broker.send({given})", "send(")


@pytest.mark.parametrize(
    "given", [f'"{KEY}", url, headers', f'method, "{KEY}"', f'method, url, headers, data="{KEY}"']
)
def test_what_stands_elsewhere_is_handed_to_no_credential(given: str) -> None:
    assert not is_taken(f"broker.send({given})", "send(")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('user, password = "me", "', f'{KEY}"'),
        (f'token = "{KEY[:9]}"  + ', f'"{KEY[9:20]}"'),
        ('tokens = ["', f'{KEY}"]'),
        ("secret = bytes.fromhex(", f'"{made_up("hex", 40, 91)}")'),
    ],
)
def test_an_assignment_is_worth_parsing_that_may_give_a_credential(before: str, after: str) -> None:
    data = (before + after + "\n").encode()
    assert Handed(Document("a.py", "a.py", data), {}, frozenset()).is_named(len(before))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('auth = "/api/" +', " version"),
        ('headers = {"Authorization": "Bearer " +', " given"),
        ('f(router_login, prefix="/api/v1", tags=["', 'Auth"])'),
        ("key = base64.b64decode(", "text)"),
    ],
)
def test_one_is_not_that_gives_what_is_made_of_others(before: str, after: str) -> None:
    data = (before + after + "\n").encode()
    assert not Handed(Document("a.py", "a.py", data), {}, frozenset()).is_named(len(before))


@pytest.mark.parametrize(
    "source",
    [
        f'a = "{KEY[:32]}"\nb = "{KEY[32:]}"\ntoken = a + b|\n',
        f'token = a + "|{KEY}"\n',
        f'a = "{KEY[:32]}"\nb = a\ntoken = f"{{a}}|{{b}}"\n',
        f'A = {{"x": "{KEY}"}}\ntoken = A["x"] + A|["x"]\n',
        "from config import A\ntoken = A.strip(|)\n",
        f'A = "{KEY}"\ntoken = A[::|-1]\n',
        f'token = "{KEY[:9]}" +| ("{KEY[9:20]}" if given else "{KEY[20:30]}")\n',
        f'from base64 import b64decode\ntoken = "{KEY[:9]}" +| b64decode("{KEY[:8]}").decode()\n',
    ],
)
def test_one_is_worth_parsing_that_gives_what_known_names_make(source: str) -> None:
    before, after = source.split("|")
    data = (before + after).encode()
    assert Handed(Document("a.py", "a.py", data), {}, frozenset()).is_named(len(before))


@pytest.mark.parametrize(
    "source",
    [
        'prefix = "user"\ntoken = prefix + n|ame\n',
        'token = "Bearer %s" %| given\n',
        'token = "session_name_%s" %| (given, self.get("name"))\n',
        'token = f"{prefix}|{given}"\n',
        'token = "the_session" +| made_by(given)\n',
        "token = given.strip(|)\n",
        "a = b\nb = a\ntoken = a + b|\n",
    ],
)
def test_one_is_not_where_a_part_is_not_known(source: str) -> None:
    before, after = source.split("|")
    data = (before + after).encode()
    assert not Handed(Document("a.py", "a.py", data), {}, frozenset()).is_named(len(before))


def test_every_call_that_is_folded_is_known_to_be() -> None:
    known = {name.rpartition(".")[2].encode() for name in (*DECODERS, *TRANSPARENT)}
    assert known <= FOLDED
