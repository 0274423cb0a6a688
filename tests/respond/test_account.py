"""What to do about a key where it was given out."""

import pytest

from leakguard.examples import made_up
from leakguard.finding import Role
from leakguard.respond import account
from leakguard.respond.account import Account
from tests.cli.conftest import Run
from tests.respond.leaked import keys, responded
from tests.support import Repository


def of(provider: str | None, **facts: object) -> Account:
    known: dict[str, object] = {
        "role": Role.SECRET,
        "is_exchange": provider is not None,
        "is_sandbox": False,
        "advice": (),
        "links": (),
        **facts,
    }
    return Account(provider, **known)  # type: ignore[arg-type]


def test_a_key_of_binance_is_deleted_or_shut_in_at_once() -> None:
    steps = " ".join(account.revoke(of("Binance")))
    for word in ("my/settings/api-management", "API Management", "Delete the key", "trusted IPs"):
        assert word in steps
    assert "turn off withdrawals" in steps


def test_of_a_private_key_the_api_key_is_deleted() -> None:
    steps = account.revoke(of("Binance", role=Role.PRIVATE_KEY))
    assert "Delete the API key that it was registered with" in " ".join(steps)


def test_a_key_of_a_testnet_is_deleted_there() -> None:
    (step,) = account.revoke(of("Binance", is_sandbox=True))
    for host in ("testnet.binance.vision", "testnet.binancefuture.com", "demo.binance.com"):
        assert f"https://{host}/" in step
    assert "no real money" in " ".join(account.check(of("Binance", is_sandbox=True)))


@pytest.mark.parametrize(
    ("advice", "links", "expected"),
    [
        (("Delete it (https://a.example).",), ("https://a.example",), ["Delete it (https://a.ex"]),
        (("Delete it.",), ("https://a.example",), ["Delete it.", "See https://a.example"]),
        ((), (), ["Revoke it where it was given out"]),
    ],
    ids=["link-in-the-advice", "link-besides", "nothing-known"],
)
def test_others_say_what_their_rule_says(
    advice: tuple[str, ...], links: tuple[str, ...], expected: list[str]
) -> None:
    steps = account.revoke(of("OKX", advice=advice, links=links))
    assert [it.startswith(start) for it, start in zip(steps, expected, strict=True)] == [
        True for _ in expected
    ]


def test_what_moves_money_is_checked_for_that() -> None:
    exchange, service = " ".join(account.check(of("OKX"))), " ".join(account.check(of(None)))
    for word in ("Orders", "Withdrawals", "sub-accounts", "API keys", "Transfers"):
        assert word in exchange
        assert word not in service
    assert "audit log" in service


PROVIDERS = {
    "exchange": (
        'from okx.Trade import TradeAPI\nOKX_API_SECRET = "{secret}"\n',
        ["https://www.okx.com/account/my-api", "Withdrawals", "an IP list"],
    ),
    "service": (
        'OPENAI_API_KEY = "{token}"\n',
        ["https://platform.openai.com/api-keys", "audit log", "fewest permissions"],
    ),
    "nobody": (
        'password = "{password}"\n',
        ["Change the password", "audit log", "fewest permissions"],
    ),
}
VALUES = {
    "secret": made_up("hex", 32, 841).upper(),
    "token": f"sk-proj-{made_up('base62', 74, 842)}T3BlbkFJ{made_up('base62', 74, 843)}",
    "password": made_up("base62", 18, 844),
}


@pytest.mark.parametrize(("text", "words"), PROVIDERS.values(), ids=PROVIDERS)
def test_the_rule_of_a_key_tells_whose_it_is(
    repository: Repository, run: Run, text: str, words: list[str]
) -> None:
    repository.commit("a key", **{"keys.py": text.format(**VALUES)})
    (key,) = keys(run, repository)
    told = responded(run, repository, key)
    steps = [" ".join(told[it]) for it in ("revoke", "check", "deploy")]
    assert [word for word, step in zip(words, steps, strict=True) if word not in step] == []
