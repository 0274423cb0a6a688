"""A secret that has signed a request which stands in the same text is proven to be one."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable

import pytest
import yaml

from leakguard.examples import made_up
from leakguard.finding import Confidence, Finding, Role
from leakguard.judging.proof import LABEL
from tests.support import found

SECRET, OTHER = (made_up("base62", 64, seed) for seed in (700, 701))
KEY = made_up("base62", 18, 702)
QUERY = "symbol=LTCBTC&side=BUY&timestamp=1499827319559"
TIME = "1700000000000"


def signed(text: str, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def signed64(text: str, secret: str = SECRET) -> str:
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def of_secret(text: str, path: str = "bot.py") -> Finding:
    (one,) = (it for it in found(text, path) if it.secret and it.secret.reveal() == SECRET)
    return one


WRITTEN = f'api_secret = "{SECRET}"\n'


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(
            f'url = "https://api.example.org/v3/order?{QUERY}&signature={signed(QUERY)}"\n',
            id="a-url",
        ),
        pytest.param(f"# {QUERY}&signature={signed(QUERY).upper()}\n", id="a-log-line"),
        pytest.param(
            f"curl -d '{QUERY}&signature={signed(QUERY)}' https://api.example.org/v3/order\n",
            id="curl",
        ),
        pytest.param(
            json.dumps({"url": f"/api/v3/order?{QUERY}&signature={signed(QUERY)}"}).replace(
                "&", "\\u0026"
            ),
            id="json-of-go",
        ),
        pytest.param(
            f"<a href='/order?{QUERY}&signature={signed(QUERY)}'>".replace("&", "&amp;"), id="html"
        ),
        pytest.param(
            f"GET https://api.example.org/v5/order/realtime?category=spot\n"
            f"X-BAPI-API-KEY: {KEY}\nX-BAPI-TIMESTAMP: {TIME}\nX-BAPI-RECV-WINDOW: 5000\n"
            f"X-BAPI-SIGN: {signed(f'{TIME}{KEY}5000category=spot')}\n",
            id="bybit",
        ),
        pytest.param(
            "GET https://www.example.org/api/v5/account/balance?ccy=BTC\n"
            "OK-ACCESS-TIMESTAMP: 2020-12-08T09:08:57.715Z\n"
            "OK-ACCESS-SIGN: "
            + signed64("2020-12-08T09:08:57.715ZGET/api/v5/account/balance?ccy=BTC") + "\n",
            id="okx",
        ),
        pytest.param(
            'POST /api/v1/orders\n{"side": "buy"}\n'
            f"KC-API-TIMESTAMP: {TIME}\n"
            "KC-API-SIGN: " + signed64(TIME + 'POST/api/v1/orders{"side": "buy"}') + "\n",
            id="kucoin",
        ),
    ],
)  # fmt: skip
def test_a_request_proves_it(request_: str) -> None:
    one = of_secret(WRITTEN + request_, "notes.txt")
    assert one.confidence is Confidence.PROVEN
    assert LABEL in [it.label for it in one.related]
    assert "worked once" in one.message


def test_it_is_proven_in_python_too() -> None:
    text = f'{WRITTEN}url = "/order?{QUERY}&signature={signed(QUERY)}"\n'
    assert of_secret(text).confidence is Confidence.PROVEN


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(f"{QUERY}&signature={signed(QUERY, OTHER)}", id="of-another-secret"),
        pytest.param(f"{QUERY}1&signature={signed(QUERY)}", id="of-another-request"),
        pytest.param(f"{QUERY}&signature={signed(QUERY)[:-1]}", id="cut"),
        pytest.param("", id="none"),
    ],
)
def test_what_does_not_fit_proves_nothing(request_: str) -> None:
    one = of_secret(f"{WRITTEN}# {request_}\n")
    assert one.confidence < Confidence.PROVEN


def test_many_requests_and_secrets_take_no_time() -> None:
    text = "".join(
        f'secret_{number} = "{made_up("base62", 64, 800 + number)}"\n' for number in range(60)
    ) + "".join(f"# a={number}&signature={signed(str(number))}\n" for number in range(2_000))
    assert len(found(text, "notes.txt")) >= 60


KRAKEN = made_up("base64", 86, 703) + "=="
BODY = "pair=XBTUSD&nonce=1616492376594&type=buy"


def of_kraken(secret: str, path: str = "/0/private/AddOrder", body: str = BODY) -> str:
    digest = hashlib.sha256(b"1616492376594" + body.encode()).digest()
    key = base64.b64decode(secret)
    made = hmac.new(key, path.encode() + digest, hashlib.sha512).digest()
    return base64.b64encode(made).decode()


@pytest.mark.parametrize(
    ("sign", "confidence"),
    [
        pytest.param(of_kraken(KRAKEN), Confidence.PROVEN, id="its own"),
        pytest.param(
            of_kraken(made_up("base64", 86, 704) + "=="), Confidence.MEDIUM, id="another one's"
        ),
        pytest.param(of_kraken(KRAKEN, body="nonce=1616492376594"), Confidence.MEDIUM,
                     id="of another body"),
        pytest.param(of_kraken(KRAKEN, path="/0/private/Balance"), Confidence.MEDIUM,
                     id="of another path"),
    ],
)  # fmt: skip
def test_a_form_signed_as_kraken_wants_it(sign: str, confidence: Confidence) -> None:
    text = (
        f'kraken_api_secret = "{KRAKEN}"\n'
        f"curl https://api.example.org/0/private/AddOrder -H 'API-Sign: {sign}' -d '{BODY}'\n"
    )
    found_here = [it for it in found(text, "notes.txt") if it.secret]
    (one,) = (it for it in found_here if it.secret and it.secret.reveal() == KRAKEN)
    assert one.confidence is confidence


Recorded = tuple[str, str, dict[str, str], str | None]
"""A request: method, URL, headers and body."""

BYBIT = (
    "GET", "https://api.example.org/v5/order/realtime?category=spot",
    {"X-BAPI-API-KEY": KEY, "X-BAPI-TIMESTAMP": TIME, "X-BAPI-RECV-WINDOW": "5000"}, None,
)  # fmt: skip
TAG = "it's for a test of what goes on in a next line, since it has many words"
ORDER = json.dumps({"instId": "BTC-USDT", "tdMode": "cash", "side": "buy", "tag": TAG})
OKX_TIME = "2020-12-08T09:08:57.715Z"
OKX = (
    "POST", "https://www.example.org/api/v5/trade/order", {"OK-ACCESS-TIMESTAMP": OKX_TIME}, ORDER,
)  # fmt: skip
KUCOIN = (
    "DELETE", "https://api.example.org/api/v1/orders/5", {"KC-API-TIMESTAMP": TIME}, None,
)  # fmt: skip
KRAKENS = ("POST", "https://api.example.org/0/private/AddOrder", {"API-Key": KEY}, BODY)
REQUESTS: dict[str, tuple[Recorded, str, str, Callable[[str], str]]] = {
    "bybit": (BYBIT, SECRET, "X-BAPI-SIGN",
              lambda secret: signed(f"{TIME}{KEY}5000category=spot", secret)),
    "okx": (OKX, SECRET, "OK-ACCESS-SIGN",
            lambda secret: signed64(f"{OKX_TIME}POST/api/v5/trade/order{ORDER}", secret)),
    "kucoin": (KUCOIN, SECRET, "KC-API-SIGN",
               lambda secret: signed64(f"{TIME}DELETE/api/v1/orders/5", secret)),
    "kraken": (KRAKENS, KRAKEN, "API-Sign", of_kraken),
}  # fmt: skip


def recorded(request: Recorded) -> dict[str, object]:
    """A cassette, as VCR.py writes it."""
    method, url, headers, body = request
    lists = {name: [value] for name, value in headers.items()}
    request_ = {"method": method, "uri": url, "headers": lists, "body": body}
    return {"interactions": [{"request": request_, "response": {"body": {"string": "{}"}}}]}


def har(request: Recorded) -> dict[str, object]:
    """What a browser has recorded. http://www.softwareishard.com/blog/har-12-spec/"""
    method, url, headers, body = request
    named = [{"name": name, "value": value} for name, value in headers.items()]
    return {"request": {"method": method, "url": url, "headers": named, "postData": {"text": body}}}


def log(request: Recorded) -> str:
    method, url, headers, body = request
    told = " ".join(f"{name}: {value}" for name, value in headers.items())
    return f"DEBUG {method} {url} {told} body={body}\n"


RECORDS: dict[str, Callable[[Recorded], str]] = {
    "yaml": lambda it: yaml.safe_dump(recorded(it)),
    "json": lambda it: json.dumps(recorded(it), indent=4),
    "json in a line": lambda it: json.dumps(recorded(it)),
    "har": lambda it: json.dumps(har(it), indent=2),
    "log": log,
}


@pytest.mark.parametrize("is_own", [True, False], ids=["its own", "another one's"])
@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize("exchange", REQUESTS)
def test_what_was_recorded_proves_it(exchange: str, form: str, is_own: bool) -> None:
    (method, url, headers, body), secret, name, sign = REQUESTS[exchange]
    other = OTHER if secret == SECRET else made_up("base64", 86, 704) + "=="
    sent = {**headers, name: sign(secret if is_own else other)}
    text = f"kraken_api_secret = '{secret}'\n{RECORDS[form]((method, url, sent, body))}"
    (one,) = (
        it for it in found(text, "notes.txt") if it.secret and it.secret.reveal() == secret
    )  # fmt: skip
    assert (one.confidence is Confidence.PROVEN) is is_own


def test_the_request_of_one_secret_is_seen_among_those_of_others() -> None:
    """Each request is put together of what stands around its signature."""
    (method, url, headers, body), _, name, sign = REQUESTS["okx"]
    requests = [
        (method, url, {**headers, "OK-ACCESS-TIMESTAMP": f"2020-12-08T09:08:{number:02}.715Z",
                       name: sign(OTHER)}, body)
        for number in range(20)
    ]  # fmt: skip
    own = (method, url, {**headers, name: sign(SECRET)}, body)
    text = WRITTEN + "".join(yaml.safe_dump(recorded(it)) for it in (*requests, own))
    assert of_secret(text, "notes.txt").confidence is Confidence.PROVEN


API_KEY, OTHER_KEY = (made_up("base62", 64, seed) for seed in (705, 706))
FAR = "\n" * 40
SENT = f"curl -H 'X-MBX-APIKEY: {API_KEY}' 'https://api.example.org/v3/order?{QUERY}&signature="


@pytest.mark.parametrize(
    ("text", "is_pair"),
    [
        pytest.param(f"{WRITTEN}{FAR}{SENT}{signed(QUERY)}'\n", True, id="the key in a header"),
        pytest.param(
            f'binance_key = "{API_KEY}"\n{FAR}{WRITTEN}{FAR}{SENT}{signed(QUERY)}\'\n',
            True,
            id="the key elsewhere too",
        ),
        pytest.param(
            WRITTEN
            + FAR
            + yaml.safe_dump(
                recorded(
                    (
                        "GET",
                        f"https://api.example.org/v3/order?{QUERY}&signature=" + signed(QUERY),
                        {"X-MBX-APIKEY": API_KEY},
                        None,
                    )
                )
            ),
            True,
            id="the key in a cassette",
        ),
        pytest.param(
            f"{WRITTEN}{FAR}{SENT}{signed(QUERY, OTHER)}'\n", False, id="not signed by it"
        ),
        pytest.param(
            f"{WRITTEN}{FAR}X-MBX-APIKEY: {OTHER_KEY}\n{' ' * 3000}{QUERY}"
            f"&signature={signed(QUERY)}\n",
            False,
            id="a header of another request",
        ),
    ],
)
def test_what_signed_a_request_belongs_to_the_key_in_its_header(text: str, is_pair: bool) -> None:
    halves = of_secret(text, "notes.txt").halves
    assert [(it.role, it.secret.reveal()) for it in halves] == [(Role.KEY, API_KEY)] * is_pair
