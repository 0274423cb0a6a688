"""Each answer of Binance's gets the verdict that it says, and none that it does not."""

from collections.abc import Iterator

import pytest

from leakguard.errors import VerifyError
from leakguard.examples import made_up_pem
from leakguard.finding import Severity
from leakguard.verify.environments import LIVE, TESTS, US, Environment
from leakguard.verify.verdict import Permission, State, severity
from tests.exchange.faults import Fault
from tests.exchange.keys import EVERYTHING, READ_ONLY, IssuedKey, ed25519_key, hmac_key, rsa_key
from tests.exchange.limits import Limiter
from tests.exchange.server import Exchange, serving
from tests.exchange.venue import Answered, Asked, Kind
from tests.verify.asked import Waited, ask, asking

KINDS = {"hmac": hmac_key(41), "ed25519": ed25519_key(43), "rsa": rsa_key(45)}
ELSEWHERE = frozenset({"203.0.113.7"})
SINGLE = {
    "enableReading": Permission.READ,
    "enableSpotAndMarginTrading": Permission.TRADE,
    "enableMargin": Permission.MARGIN,
    "enableFutures": Permission.FUTURES,
    "enableVanillaOptions": Permission.OPTIONS,
    "enablePortfolioMarginTrading": Permission.PORTFOLIO_MARGIN,
    "enableFixApiTrade": Permission.FIX_TRADE,
    "enableInternalTransfer": Permission.INTERNAL_TRANSFER,
    "permitsUniversalTransfer": Permission.UNIVERSAL_TRANSFER,
    "enableWithdrawals": Permission.WITHDRAW,
}
WITH = {
    name: hmac_key(1000 + 2 * number, permissions=READ_ONLY | {name})
    for number, name in enumerate(SINGLE)
}
ALL = hmac_key(51, permissions=EVERYTHING, expires=1_900_000_000_000)
LISTED = hmac_key(53, permissions=EVERYTHING, ips=frozenset({"127.0.0.1"}))
FROM_ELSEWHERE = hmac_key(55, permissions=EVERYTHING, ips=ELSEWHERE)
BLIND = hmac_key(57, permissions=frozenset())
STRANGER = hmac_key(59)
CROSSED = IssuedKey(ALL.id, STRANGER.secret, STRANGER.checker)
PING = Asked("GET", "/api/v3/ping", "", {}, "", "127.0.0.1")
in_each_test_environment = pytest.mark.parametrize("environment", TESTS, ids=lambda it: it.name)
MALFORMED = IssuedKey(ALL.id[:40], ALL.secret, ALL.checker)


@pytest.fixture(scope="module")
def exchange() -> Iterator[Exchange]:
    with serving([*KINDS.values(), *WITH.values(), ALL, LISTED, FROM_ELSEWHERE, BLIND]) as running:
        yield running


@pytest.mark.parametrize("kind", KINDS)
def test_a_pair_of_each_kind_is_alive(exchange: Exchange, kind: str) -> None:
    answer = ask(exchange, KINDS[kind])
    assert (answer.state, answer.permissions) == (State.ALIVE, frozenset({Permission.READ}))


@pytest.mark.parametrize("name", SINGLE)
def test_each_permission_is_read(exchange: Exchange, name: str) -> None:
    assert ask(exchange, WITH[name]).permissions == frozenset({Permission.READ, SINGLE[name]})


def test_what_else_is_told_is_read(exchange: Exchange) -> None:
    answer = ask(exchange, ALL)
    assert answer.permissions == frozenset(SINGLE.values())
    assert (answer.ip_restricted, answer.created, answer.expires) == (
        False, "2023-10-30T05:53:39+00:00", "2030-03-17T17:46:40+00:00",
    )  # fmt: skip


def test_a_list_of_addresses_is_told(exchange: Exchange) -> None:
    assert ask(exchange, LISTED).ip_restricted is True


@pytest.mark.parametrize(
    ("key", "state", "code"),
    [
        pytest.param(MALFORMED, State.DEAD, "-2014", id="malformed"),
        pytest.param(STRANGER, State.DEAD, "-2008", id="unknown-key-id"),
        pytest.param(CROSSED, State.REFUSED, "-1022", id="secret-of-another-key"),
        pytest.param(FROM_ELSEWHERE, State.REFUSED, "-2015", id="another-address"),
        pytest.param(BLIND, State.REFUSED, "-2015", id="no-permission"),
    ],
)
def test_each_code_has_its_verdict(
    exchange: Exchange, key: IssuedKey, state: State, code: str
) -> None:
    answer = ask(exchange, key)
    assert (answer.state, answer.code) == (state, code)


def test_what_may_be_alive_behind_a_list_is_said_to_be_that(exchange: Exchange) -> None:
    said = ask(exchange, FROM_ELSEWHERE).reason
    assert "invalid key, IP or permission" in said
    assert "may be deleted, or alive behind a list" in said


def test_a_pair_is_asked_about_once(exchange: Exchange) -> None:
    before = len(exchange.asked)
    ask(exchange, ALL)
    assert exchange.paths[before:] == ["/sapi/v1/account/apiRestrictions"]
    assert exchange.asked[-1].method == "GET"


@pytest.mark.parametrize("ahead", [-3600.0, 3600.0], ids=["slow", "fast"])
def test_a_wrong_clock_is_corrected(ahead: float) -> None:
    run = asking()
    with serving([ALL], ahead=ahead) as exchange:
        first, second = ask(exchange, ALL, run=run), ask(exchange, ALL, run=run)
    assert [first.state, second.state] == [State.ALIVE, State.ALIVE]
    path = "/sapi/v1/account/apiRestrictions"
    assert exchange.paths == [path, "/api/v3/time", path, path]


def test_a_clock_that_cannot_be_corrected_is_told() -> None:
    def answer(asked: Asked) -> Answered:
        is_time = asked.path.endswith("/time")
        return Answered(200, {"serverTime": 1}) if is_time else Answered(400, {"code": -1021})

    with serving(answer=answer) as exchange:
        said = ask(exchange, ALL)
    assert (said.state, said.code, len(exchange.asked)) == (State.CLOCK_SKEW, "-1021", 3)


class TestALimit:
    def test_that_is_over_soon_is_waited_for(self) -> None:
        now, waited = [0.0], Waited()

        def sleep(seconds: float) -> None:
            waited.sleep(seconds)
            now[0] += seconds

        run = asking(sleep=sleep)
        with serving([ALL], limiter=Limiter(lambda: now[0], most=1, window=9)) as exchange:
            states = [ask(exchange, ALL, run=run).state for _ in range(2)]
        assert (states, waited.seconds) == ([State.ALIVE, State.ALIVE], [9])

    def test_that_is_long_ends_the_asking_of_that_host(self) -> None:
        run = asking(patience=5)
        with serving([ALL], limiter=Limiter(lambda: 0.0, most=1, window=60)) as exchange:
            answers = [ask(exchange, ALL, run=run) for _ in range(4)]
        assert [it.state for it in answers] == [State.ALIVE, *[State.RATE_LIMITED] * 3]
        assert answers[1].code == "-1003"
        assert all(it.wait in range(55, 61) for it in answers[1:])
        assert len(exchange.asked) == 2, "after a 429 nothing is sent until its time is over"

    def test_that_was_broken_is_a_ban_and_is_obeyed(self) -> None:
        run = asking(patience=500)
        with serving([ALL], limiter=Limiter(lambda: 0.0, most=0, ban=120)) as exchange:
            exchange.answer(PING)  # somebody else's request, which is warned
            answer = ask(exchange, ALL, run=run)
        assert (answer.state, answer.code, answer.wait) == (State.RATE_LIMITED, "418", 120)
        assert len(exchange.asked) == 1, "a ban is not tried again"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.TRUNCATED, None),
        (Fault.HTML, "403"),
        (Fault.GARBAGE, None),
        (Fault.EMPTY, None),
        (Fault.LIST, None),
        (Fault.REDIRECT, "302"),
        (Fault.HUGE, None),
        (Fault.BUSY, "-1008"),
        (Fault.RESTRICTED, "451"),
        (Fault.SILENT, None),
        (Fault.SLOW, None),
        (Fault.HEADERS, None),
    ],
)
def test_what_says_nothing_of_the_key_leaves_it_unknown(fault: Fault, code: str | None) -> None:
    with serving([ALL]) as exchange:
        exchange.fault = fault
        answer = ask(exchange, ALL, run=asking(timeout=0.6))
    assert (answer.state, answer.code) == (State.UNKNOWN, code)


@in_each_test_environment
def test_a_test_environment_is_asked_for_its_account(environment: Environment) -> None:
    with serving([ALL], kind=Kind.TEST) as exchange:
        answer = ask(exchange, ALL, environment)
    market = environment.path.split("/")[1]
    told = {
        "api": {Permission.READ, Permission.TRADE, Permission.WITHDRAW},
        "fapi": {Permission.READ},
        "dapi": {Permission.READ, Permission.FUTURES, Permission.WITHDRAW},
    }
    assert (answer.state, answer.permissions) == (State.ALIVE, frozenset(told[market]))
    assert exchange.paths == [environment.path]


@in_each_test_environment
def test_a_test_environment_tells_its_own_time(environment: Environment) -> None:
    with serving([ALL], kind=Kind.TEST, ahead=3600) as exchange:
        assert ask(exchange, ALL, environment).state is State.ALIVE
    assert exchange.paths == [environment.path, environment.time_path, environment.path]


def test_what_an_account_may_do_is_not_what_its_key_may() -> None:
    with serving([ALL], kind=Kind.TEST) as exchange:
        answer = ask(exchange, ALL, US)
    assert (answer.state, answer.permissions, answer.ip_restricted) == (State.ALIVE, None, None)


@pytest.mark.parametrize(
    ("key", "environment", "is_test", "expected"),
    [
        pytest.param(ALL, LIVE, False, Severity.CRITICAL, id="moves-money-from-anywhere"),
        pytest.param(KINDS["hmac"], LIVE, False, Severity.HIGH, id="reads-from-anywhere"),
        pytest.param(LISTED, LIVE, False, Severity.MEDIUM, id="behind-a-list"),
        pytest.param(STRANGER, LIVE, False, Severity.INFO, id="dead"),
        pytest.param(ALL, TESTS[0], True, Severity.LOW, id="testnet"),
        pytest.param(FROM_ELSEWHERE, LIVE, False, Severity.CRITICAL, id="refused-as-it-was-found"),
    ],
)
def test_the_severity_follows(
    exchange: Exchange, key: IssuedKey, environment: Environment, is_test: bool, expected: Severity
) -> None:
    answer = ask(exchange, key, environment)
    assert severity(answer, found=Severity.CRITICAL, is_test=is_test) is expected


@pytest.mark.parametrize("name", [it for it in SINGLE if it != "enableReading"])
def test_each_permission_to_move_money_is_critical(exchange: Exchange, name: str) -> None:
    answer = ask(exchange, WITH[name])
    assert severity(answer, found=Severity.LOW, is_test=False) is Severity.CRITICAL


def test_a_private_key_that_is_none_is_refused_before_anything_is_sent(exchange: Exchange) -> None:
    broken = IssuedKey(ALL.id, made_up_pem("PRIVATE KEY", 48), ALL.checker)
    with pytest.raises(VerifyError, match="broken, or none of Ed25519 and RSA"):
        ask(exchange, broken)
