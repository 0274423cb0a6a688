"""What stands in for a credential that is missing, and whether somebody looks at it."""

import pytest

from leakguard.examples import made_up
from leakguard.syntax.clients import StandsIn, is_looked_at, stands_in, starts_without
from leakguard.syntax.spans import Spans

TEXT, NOTHING = StandsIn.TEXT, StandsIn.NOTHING


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        (")", NOTHING),
        (", None)", NOTHING),
        (", default=None)", NOTHING),
        (') or ""', TEXT),
        (") or None", NOTHING),
        (', "")', TEXT),
        (", '  ')", TEXT),
        (', b"")', TEXT),
        (', "",\n)', TEXT),
        (', "changeme")', TEXT),
        (', "you-will-never-guess")', TEXT),
        (', "").strip()', TEXT),
        ('] or ""', TEXT),
        ("]", None),
        (") or sys.exit()", None),
        (', "") or stop()', None),
        (", DEFAULT)", None),
        (f', "{made_up("base62", 40, 7)}")', None),
    ],
)
def test_what_stands_in_is_told_from_what_follows_the_name(
    rest: str, kind: StandsIn | None
) -> None:
    start = b'os.getenv("API_KEY"'
    data = start + rest.encode() + b"\n"
    can_miss = not rest.startswith("]")
    assert stands_in("API_KEY", data, len(start), can_miss=can_miss) is kind


READ = 'import os\nsecret = os.getenv("API_SECRET", "")\n'
LOOKED_AT = {
    "if": "if not secret:\n    raise SystemExit\n",
    "compared": "if secret == '':\n    exit(1)\n",
    "assert": "assert secret\n",
    "all": "complete = all([key, secret])\n",
    "any": "if any(it is None for it in (key, secret)):\n    raise ValueError\n",
    "conditional": "client = Client(secret) if secret else None\n",
    "function": "check_credentials(secret)\n",
    "required": "require('API_SECRET', secret)\n",
    "listed": "NEEDED = ['API_KEY', 'API_SECRET']\n",
    "in-environ": "if 'API_SECRET' not in os.environ:\n    raise SystemExit\n",
    "match": "match secret:\n    case '':\n        raise SystemExit\n",
    "while": "while not secret:\n    secret = input()\n",
}
UNSEEN = {
    "used": "client = Client(secret)\n",
    "returned": "def f():\n    return Client(secret)\n",
    "in-a-text": "print('if secret is not set')\n",
    "in-a-comment": "client = Client(secret)  # if any\n",
    "read-again": "other = os.getenv('API_SECRET', '')\n",
    "another": "if not key:\n    raise SystemExit\n",
}


def looked_at(text: str) -> bool:
    data = text.encode()
    spans = Spans(data)
    own = spans.at(data.index(b"os.getenv"))
    return is_looked_at(["secret"], "API_SECRET", data, spans, own)


@pytest.mark.parametrize("rest", LOOKED_AT.values(), ids=LOOKED_AT)
def test_a_value_is_looked_at(rest: str) -> None:
    assert looked_at(READ + rest)


@pytest.mark.parametrize("rest", UNSEEN.values(), ids=UNSEEN)
def test_a_value_is_used_unseen(rest: str) -> None:
    assert not looked_at(READ + rest)


@pytest.mark.parametrize(
    "text",
    [
        'if not (secret := os.getenv("API_SECRET")):\n    raise SystemExit\n',
        'secret = os.getenv("API_SECRET", "") if LIVE else TEST\n',
    ],
    ids=["walrus", "conditional"],
)
def test_the_statement_that_reads_it_may_look_at_it(text: str) -> None:
    assert looked_at(text)


@pytest.mark.parametrize(
    ("package", "is_it"),
    [("binance", True), ("ccxt", True), ("kraken", True), ("openai", False), ("alpaca", False)],
)
def test_clients_of_exchanges_are_made_without_a_key(package: str, is_it: bool) -> None:
    assert starts_without(package) is is_it
