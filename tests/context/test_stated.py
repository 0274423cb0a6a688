"""Which exchange the text around a value says that it is for."""

import pytest

from leakguard.context.stated import exchanges, sections
from leakguard.document import Document
from leakguard.examples import made_up

VALUE = made_up("base62", 40, 731)


def _of(find: object, text: str) -> list[str]:
    document = Document("bot.txt", "bot.txt", text.replace("VALUE", VALUE).encode())
    start = document.data.index(VALUE.encode())
    assert callable(find)
    return list(find(document, (start, start + len(VALUE))))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param("ccxt.coinex({'apiKey': 'VALUE'", ["coinex"], id="class"),
        pytest.param("ccxt.pro.coinex({'apiKey': 'VALUE'", ["coinex"], id="pro"),
        pytest.param("ccxtpro.coinex({'apiKey': 'VALUE'", ["coinex"], id="ccxtpro"),
        pytest.param("new ccxt.coinex({ apiKey: 'VALUE' })", ["coinex"], id="javascript"),
        pytest.param("new ccxt['coinex']({ apiKey: 'VALUE' })", ["coinex"], id="subscript"),
        pytest.param("new \\ccxt\\coinex(['secret' => 'VALUE'])", ["coinex"], id="php"),
        pytest.param("getattr(ccxt, 'coinex')({'secret': 'VALUE'})", ["coinex"], id="getattr"),
        pytest.param("exchange_id = 'coinex'\nsecret = 'VALUE'", ["coinex"], id="id"),
        pytest.param("a = ccxt.coinex()\na.secret = 'VALUE'", ["coinex"], id="attribute"),
        pytest.param(
            "a = ccxt.coinex()\nb = ccxt.bitso()\na.secret = 'VALUE'", ["coinex"],
            id="attribute-of-the-first-of-two",
        ),
        pytest.param(
            "a = ccxt.coinex()\nb = ccxt.bitso()\nc.secret = 'VALUE'", [],
            id="attribute-of-neither",
        ),
        pytest.param(
            "a = ccxt.coinex({'secret': x})\nb = ccxt.bitso({'secret': 'VALUE'})", ["bitso"],
            id="the-last",
        ),
        pytest.param(
            '{"exchange": {"name": "coinex", "key": "VALUE"', ["coinex"], id="freqtrade"
        ),
        pytest.param(
            '{"exchange": {"key": "VALUE", "name": "coinex"}}', ["coinex"], id="freqtrade-behind"
        ),
        pytest.param(
            '{"exchange": {"name": "coinex"}, "key": "VALUE"', [], id="behind-freqtrade"
        ),
        pytest.param('{"exchange": {"key": "VALUE"}, "name": "ada"}', [], id="name-of-another"),
        pytest.param("exchange: coinex\nsecret: VALUE", [], id="setting"),
        pytest.param("import ccxt\nsecret = 'VALUE'", [], id="none"),
        pytest.param(f"ccxt.coinex()\n{'#' * 1000}\nsecret = 'VALUE'", [], id="far"),
    ],
)  # fmt: skip
def test_what_states_an_exchange(text: str, stated: list[str]) -> None:
    assert _of(exchanges, text) == stated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("exchange: coinex\nsecret: VALUE", ["coinex"], id="setting"),
        pytest.param('{"exchange": "CoinEx", "secret": "VALUE"', ["coinex"], id="quoted"),
        pytest.param("exchange = max(coinex)\nsecret = VALUE", [], id="call"),
        pytest.param("coinex:\n  apiKey: k\n  secret: VALUE", ["coinex"], id="mapping"),
        pytest.param("coinex:\n  key: k\nsecret: VALUE", [], id="behind-a-mapping"),
        pytest.param("coinex:\n  spot:\n    secret: VALUE", ["spot"], id="the-innermost"),
        pytest.param('{"coinex": {"apiKey": "VALUE"}}', ["coinex"], id="on-one-line"),
        pytest.param('{"coinex": {"a": 1}, "apiKey": "VALUE"}', [], id="behind-on-one-line"),
        pytest.param("[coinex]\nsecret = VALUE", ["coinex"], id="section"),
        pytest.param("[exchanges.coinex]\nsecret = VALUE", ["coinex"], id="subsection"),
        pytest.param("[coinex]\n[bot]\nsecret = VALUE", ["bot"], id="the-last-section"),
    ],
)
def test_what_a_value_stands_in(text: str, words: list[str]) -> None:
    assert _of(sections, text) == words


def test_a_row_of_a_table_says_whose_its_values_are() -> None:
    text = f"exchange,key,secret\nkraken,a,b\ncoinex,c,{VALUE}\n"
    start = text.index(VALUE)
    document = Document("keys.csv", "keys.csv", text.encode())
    assert "coinex" in sections(document, (start, start + len(VALUE)))
    assert "kraken" not in sections(document, (start, start + len(VALUE)))
