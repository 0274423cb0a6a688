"""Other exchanges are asked by requests that ccxt signs, and answered by their own codes."""

import base64
import json
import time
from email.utils import formatdate
from typing import Any

import pytest

from leakguard.errors import VerifyError
from leakguard.examples import made_up
from leakguard.finding import Mark, Severity
from leakguard.secret import Secret
from leakguard.verify import others
from leakguard.verify.address import parsed
from leakguard.verify.asking import Asking
from leakguard.verify.exchanges import EXCHANGES, Exchange
from leakguard.verify.pairs import Pair, Seen
from leakguard.verify.plan import plan
from leakguard.verify.transport import Received
from leakguard.verify.verdict import Answer, Permission, State
from tests.exchange import others as signing
from tests.exchange.faults import Fault
from tests.exchange.others import Other, answering, text_of
from tests.exchange.server import serving
from tests.exchange.venue import Answered
from tests.verify.asked import asking

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

KEY = made_up("base62", 32, 91)
SECRET = base64.b64encode(made_up("base62", 66, 92).encode()).decode()
PASSPHRASE = made_up("base62", 14, 93)


def key_of(exchange: Exchange) -> str:
    return {"gemini": f"account-{KEY}"}.get(exchange.name, KEY)


def pair(exchange: Exchange, **given: Any) -> Pair:
    usual = {
        "provider": exchange.provider, "key": Secret(key_of(exchange)), "secret": Secret(SECRET),
        "passphrase": Secret(PASSPHRASE), "secret_id": None, "severity": Severity.CRITICAL,
        "marks": frozenset(), "sandbox": False, "seen": (Seen("bot.py", 1, "f" * 32),),
    }  # fmt: skip
    return Pair(**{**usual, **given})


def ask(provider: str, answer: Any, run: Asking | None = None) -> tuple[Answer, list[Any]]:
    """Ask a server that answers so about a pair of a provider."""
    exchange = EXCHANGES[provider]
    with serving(answer=answer) as server:
        question = others.question(exchange, pair(exchange))
        said = others.ask(run or asking(), question, parsed(server.url))
    return said, server.asked


def says(provider: str, said: Any, status: int = 200, **headers: str) -> Answer:
    """Give the verdict of an answer, whatever was signed."""
    other = Other("", "", says=said, status=status, headers=headers)
    return ask(provider, answering(other, lambda *_: True))[0]


ALL = [pytest.param(it, id=it.name) for it in EXCHANGES.values() if not it.key_form]


@pytest.mark.parametrize("exchange", ALL)
def test_no_request_holds_the_secret(exchange: Exchange) -> None:
    question = others.question(exchange, pair(exchange))
    with serving(answer=answering(Other("", ""), lambda *_: True)) as server:
        others.ask(asking(), question, parsed(server.url))
    sent = "".join(map(text_of, server.asked))
    forms = [SECRET, base64.b64decode(SECRET).decode(), SECRET.encode().hex(),
             base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()[:-8]]  # fmt: skip
    assert server.asked
    assert [it for it in forms if it in sent] == []


@pytest.mark.parametrize("exchange", ALL)
def test_each_is_asked_at_its_own_host_over_tls(exchange: Exchange) -> None:
    assert others.question(exchange, pair(exchange)).url.startswith("https://")


def test_a_test_environment_has_its_own_host() -> None:
    exchange = EXCHANGES["Bybit"]
    asked = [
        others.question(exchange, pair(exchange, sandbox=True, marks=frozenset(it))).url
        for it in ({Mark.TESTNET}, {Mark.DEMO})
    ]
    assert asked == ["https://api-testnet.bybit.com", "https://api-demo.bybit.com"]


def test_where_there_is_no_test_environment_nothing_is_asked() -> None:
    with pytest.raises(VerifyError, match="there is no test environment of KuCoin"):
        others.question(EXCHANGES["KuCoin"], pair(EXCHANGES["KuCoin"], sandbox=True))


def test_what_ccxt_raises_shows_no_value() -> None:
    broken = pair(EXCHANGES["Kraken"], secret=Secret(SECRET[:-1]))
    with pytest.raises(VerifyError) as raised:
        others.question(EXCHANGES["Kraken"], broken)
    assert SECRET[:8] not in repr(raised.value)
    assert raised.value.__cause__ is None


TOLD = {
    "Bybit": (
        signing.bybit,
        {"retCode": 0, "retMsg": "", "result": {
            "readOnly": 0, "ips": ["*"], "createdAt": "2023-01-05T08:00:00Z",
            "expiredAt": "2033-01-05T08:00:00Z", "permissions": {
                "ContractTrade": ["Order", "Position"], "Spot": ["SpotTrade"],
                "Wallet": ["AccountTransfer", "Withdraw"], "Options": [],
            },
        }},
        {"read", "trade", "futures", "transfer", "withdraw"}, False, "2023-01-05T08:00:00+00:00",
    ),
    "OKX": (
        signing.okx,
        {"code": "0", "msg": "", "data": [{"perm": "read_only,trade", "ip": "203.0.113.7"}]},
        {"read", "trade"}, True, None,
    ),
    "KuCoin": (
        signing.kucoin,
        {"code": "200000", "data": {
            "permission": "General,Spot,Margin", "ipWhitelist": "", "createdAt": 1_698_645_219_000,
        }},
        {"read", "trade", "margin"}, False, "2023-10-30T05:53:39+00:00",
    ),
    "Gate.io": (
        signing.gate,
        [{"key": KEY, "ip_whitelist": ["203.0.113.7"], "created_at": "1698645219", "perms": [
            {"name": "spot", "read_only": True}, {"name": "withdraw", "read_only": False},
        ]}],
        {"read", "withdraw"}, True, "2023-10-30T05:53:39+00:00",
    ),
    "Bitget": (
        signing.bitget,
        {"code": "00000", "msg": "success",
         "data": {"authorities": ["readonly", "trade"], "ips": ""}},
        {"read", "trade"}, False, None,
    ),
    "Kraken": (
        signing.kraken,
        {"error": [], "result": {
            "permissions": ["query-funds", "modify-trades", "withdraw-funds"],
            "ip_allowlist": [], "created_time": "1698645219", "valid_until": "0",
        }},
        {"read", "trade", "withdraw"}, False, "2023-10-30T05:53:39+00:00",
    ),
}  # fmt: skip
"""How each signs, and answers; and what that says: permissions, an IP list, and since when."""


@pytest.mark.parametrize("provider", TOLD)
def test_a_right_signature_is_answered_with_what_the_key_may_do(provider: str) -> None:
    is_signed, said, permissions, restricted, created = TOLD[provider]
    other = Other(KEY, SECRET, PASSPHRASE, says=said)
    answer, asked = ask(provider, answering(other, is_signed))
    assert (answer.state, len(asked)) == (State.ALIVE, 1)
    assert answer.permissions == frozenset(map(Permission, permissions))
    assert (answer.ip_restricted, answer.created) == (restricted, created)


@pytest.mark.parametrize(
    ("provider", "said"),
    [
        ("Bybit", {"retCode": 0, "result": {"readOnly": 1, "ips": [], "permissions": {
            "Spot": ["SpotTrade"]}}}),
        ("OKX", {"code": "0", "data": [{"perm": "read_only", "ip": ""}]}),
    ],
)  # fmt: skip
def test_what_only_reads_is_told(provider: str, said: Any) -> None:
    assert says(provider, said).permissions == frozenset({Permission.READ})


@pytest.mark.parametrize(
    ("provider", "said"),
    [
        ("OKX", {"code": "0", "data": [{"perm": "read_only,fly", "ip": ""}]}),
        ("Bitget", {"code": "00000", "data": {"authorities": ["abcd"], "ips": ""}}),
        ("Kraken", {"error": [], "result": {"permissions": ["fly"]}}),
        ("Gate.io", [{"key": KEY, "perms": [{"name": "fly", "read_only": False}]}]),
        ("Gate.io", [{"key": "another", "perms": []}]),
    ],
)
def test_a_permission_that_nobody_knows_is_not_guessed_at(provider: str, said: Any) -> None:
    answer = says(provider, said)
    assert (answer.state, answer.permissions) == (State.ALIVE, None)
    assert answer.reason.endswith("It does not say what the key may do.")


CODES: list[tuple[str, dict[str, Any], State]] = [
    ("Bybit", {"retCode": 10003, "retMsg": "API key is invalid."}, State.DEAD),
    ("Bybit", {"retCode": 33004, "retMsg": "Your api key has expired."}, State.DEAD),
    ("Bybit", {"retCode": 10004, "retMsg": "error sign!"}, State.REFUSED),
    ("Bybit", {"retCode": 10010, "retMsg": "Unmatched IP"}, State.REFUSED),
    ("Bybit", {"retCode": 10006, "retMsg": "Too many visits!"}, State.RATE_LIMITED),
    ("Bybit", {"retCode": 10016, "retMsg": "Server error."}, State.UNKNOWN),
    ("OKX", {"code": "50111", "msg": "Invalid OK-ACCESS-KEY"}, State.DEAD),
    ("OKX", {"code": "50119", "msg": "API key doesn't exist"}, State.DEAD),
    ("OKX", {"code": "50105", "msg": "OK-ACCESS-PASSPHRASE incorrect"}, State.REFUSED),
    ("OKX", {"code": "50113", "msg": "Invalid signature"}, State.REFUSED),
    ("OKX", {"code": "50110", "msg": "Your IP is not in the list"}, State.REFUSED),
    ("OKX", {"code": "50011", "msg": "Rate limit reached"}, State.RATE_LIMITED),
    ("KuCoin", {"code": "400003", "msg": "KC-API-KEY not exists"}, State.DEAD),
    ("KuCoin", {"code": "400005", "msg": "Invalid KC-API-SIGN"}, State.REFUSED),
    ("KuCoin", {"code": "400006", "msg": "The IP address is not in the list"}, State.REFUSED),
    ("Bitget", {"code": "40037", "msg": "Apikey does not exist"}, State.DEAD),
    ("Bitget", {"code": "40018", "msg": "Invalid IP"}, State.REFUSED),
    ("Gate.io", {"label": "INVALID_KEY", "message": "Invalid key provided"}, State.DEAD),
    ("Gate.io", {"label": "INVALID_SIGNATURE", "message": "mismatch"}, State.REFUSED),
    ("Kraken", {"error": ["EAPI:Invalid key"]}, State.DEAD),
    ("Kraken", {"error": ["EAPI:Invalid signature"]}, State.REFUSED),
    ("Kraken", {"error": ["EAPI:Invalid nonce"]}, State.REFUSED),
    ("Kraken", {"error": ["EService:Unavailable"]}, State.UNKNOWN),
    ("MEXC", {"code": 10072, "msg": "Api key info invalid"}, State.DEAD),
    ("MEXC", {"code": 700006, "msg": "IP non white list"}, State.REFUSED),
    ("MEXC", {"code": 700003, "msg": "Timestamp for this request"}, State.CLOCK_SKEW),
    ("Bitstamp", {"status": "error", "reason": "API key not found", "code": "API0001"},
     State.REFUSED),
    ("Upbit", {"error": {"name": "invalid_access_key", "message": "no"}}, State.REFUSED),
]  # fmt: skip


@pytest.mark.parametrize(
    ("provider", "said", "state"),
    [pytest.param(*it, id=f"{it[0]}-{next(iter(it[1].values()))}") for it in CODES],
)  # fmt: skip
def test_each_code_has_its_verdict(provider: str, said: Any, state: State) -> None:
    status = 401 if state is State.REFUSED and provider in ("Bitstamp", "Upbit") else 200
    assert says(provider, said, status).state is state


@pytest.mark.parametrize("provider", ["Bybit", "MEXC", "Deribit", "bitFlyer", "HTX"])
@pytest.mark.parametrize("fault", [Fault.HTML, Fault.EMPTY, Fault.REDIRECT, Fault.BUSY])
def test_what_is_no_answer_of_theirs_is_no_life(provider: str, fault: Fault) -> None:
    exchange = EXCHANGES[provider]
    with serving() as server:
        server.fault = fault
        question = others.question(exchange, pair(exchange))
        answer = others.ask(asking(), question, parsed(server.url))
    assert answer.state in (State.UNKNOWN, State.REFUSED)
    assert answer.state is not State.REFUSED or fault is Fault.HTML  # a 403 is a refusal


def test_a_wrong_clock_is_corrected_by_the_time_of_the_answer() -> None:
    now = time.time()
    seen: list[str] = []

    def answer(asked: Any) -> Any:
        seen.append(asked.headers["x-bapi-timestamp"])
        is_late = abs(int(seen[-1]) / 1000 - now) > 60
        said = {"retCode": 10002} if is_late else TOLD["Bybit"][1]
        return Answered(200, said, {"Date": formatdate(now, usegmt=True)})

    answered, _ = ask("Bybit", answer, run=asking(clock=lambda: now - 3600))
    assert (answered.state, len(seen)) == (State.ALIVE, 2)


def test_who_counts_requests_is_asked_once_whatever_is_answered() -> None:
    other = Other("", "", says={"error": ["EAPI:Invalid nonce"]})
    _, asked = ask("Kraken", answering(other, lambda *_: True))
    assert len(asked) == 1


NONCES = {
    "Kraken", "Kraken Futures", "Gemini", "Bitfinex", "WhiteBIT", "Independent Reserve", "CoinSpot",
}  # fmt: skip


@pytest.mark.parametrize("exchange", ALL)
def test_whose_numbers_must_rise_is_asked_only_where_bots_may_be_disturbed(
    exchange: Exchange,
) -> None:
    plans = [plan(pair(exchange), {}, may_disturb=it) for it in (False, True)]
    assert [bool(it.targets) for it in plans] == [exchange.provider not in NONCES, True]


def test_a_limit_is_obeyed() -> None:
    other = Other("", "", says={"retCode": 10006}, headers={"Retry-After": "600"})
    exchange, run = EXCHANGES["Bybit"], asking()
    with serving(answer=answering(other, lambda *_: True)) as server:
        question = others.question(exchange, pair(exchange))
        answers = [others.ask(run, question, parsed(server.url)) for _ in range(3)]
    assert [it.state for it in answers] == [State.RATE_LIMITED] * 3
    assert len(server.asked) == 1


@pytest.mark.parametrize("half", ["key", "secret", "passphrase"])
def test_what_stands_where_a_code_should_is_not_repeated(half: str) -> None:
    """An exchange may answer with a sentence that has the key in it."""
    exchange = EXCHANGES["OKX"]
    asked = pair(exchange)
    value = getattr(asked, half).reveal()
    for said in (f"Invalid {half}: {value}", value, value[:20]):
        body = json.dumps({"error": said}).encode()
        answer = others.read(others.question(exchange, asked), Received(400, {}, body))
        assert answer.code == "400"


@pytest.mark.parametrize("code", ["INVALID_KEY", "EService:Busy", "-2011"])
def test_a_code_that_nobody_knows_is_shown(code: str) -> None:
    assert says("Bybit", {"error": code}, 400).code == code


@pytest.mark.parametrize("date", ["", "now", "Mon, 01 Jan 2026 00:00:00 +9999999999999"], ids=str)
def test_a_date_that_is_none_sets_no_clock(date: str) -> None:
    run = asking(clock=lambda: 1.0)
    others._set_clock(run, parsed("https://a.example"), Received(200, {"date": date}, b""))
    assert run.now(parsed("https://a.example")) == 1000
