"""Where a pair is asked about: at one place if it is known, else at several in turn."""

import pytest

from leakguard.errors import UsageError, VerifyError
from leakguard.finding import Mark
from leakguard.verify.environments import BINANCE, of_binance
from leakguard.verify.exchanges import EXCHANGES
from leakguard.verify.plan import endpoints, names

TESTS = {it.name for it in BINANCE if it.is_test}


@pytest.mark.parametrize(
    ("marks", "sandbox", "asked"),
    [
        pytest.param({"live"}, False, {"binance"}, id="live"),
        pytest.param({"live", "futures"}, False, {"binance"}, id="live-futures"),
        pytest.param(set(), False, {"binance", *TESTS}, id="nothing-said"),
        pytest.param({"switched"}, False, {"binance", *TESTS}, id="switched"),
        pytest.param({"us", "live"}, False, {"binance-us"}, id="us"),
        pytest.param(set(), True, TESTS, id="for-testing"),
        pytest.param(
            {"testnet"}, True,
            {"binance-spot-testnet", "binance-futures-testnet", "binance-coin-futures-testnet"},
            id="testnet",
        ),
        pytest.param({"testnet", "spot"}, True, {"binance-spot-testnet"}, id="spot-testnet"),
        pytest.param({"testnet", "futures"}, True, {"binance-futures-testnet"}, id="futures"),
        pytest.param({"demo", "futures"}, True, {"binance-futures-demo"}, id="futures-demo"),
        pytest.param({"demo", "coin-futures"}, True, {"binance-coin-futures-demo"}, id="coin"),
        pytest.param(
            {"testnet", "live"}, False, {"binance", "binance-spot-testnet",
            "binance-futures-testnet", "binance-coin-futures-testnet"}, id="both-said",
        ),
    ],
)  # fmt: skip
def test_a_pair_of_binance_is_asked_about_at(
    marks: set[str], sandbox: bool, asked: set[str]
) -> None:
    found = of_binance("Binance", frozenset(map(Mark, marks)), sandbox=sandbox)
    assert {it.name for it in found} == asked


def test_the_live_exchange_is_asked_first() -> None:
    assert of_binance("Binance", frozenset(), sandbox=False)[0].name == "binance"


def test_a_pair_of_binance_us_is_asked_about_there() -> None:
    (found,) = of_binance("Binance.US", frozenset(), sandbox=False)
    assert found.url == "https://api.binance.us"


def test_every_own_address_is_secure() -> None:
    assert all(it.url.startswith("https://") for it in BINANCE)


def test_every_environment_has_a_name_of_its_own() -> None:
    assert len(set(names())) == len(BINANCE) + len(EXCHANGES)


class TestAnEndpoint:
    def test_is_for_all_or_for_one(self) -> None:
        given = endpoints(["https://a.example", "binance-spot-testnet=http://127.0.0.1:9"])
        assert {name: str(it) for name, it in given.items()} == {
            None: "https://a.example", "binance-spot-testnet": "http://127.0.0.1:9",
        }  # fmt: skip

    def test_of_an_unknown_environment_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UsageError, match="did you mean 'binance-spot-testnet'"):
            endpoints(["binance-spot-tesnet=https://a.example"])

    def test_is_given_once(self) -> None:
        with pytest.raises(UsageError, match="two addresses for one environment"):
            endpoints(["https://a.example", "https://b.example"])

    def test_of_plain_http_elsewhere_is_refused(self) -> None:
        with pytest.raises(VerifyError, match="plain http is for this machine alone"):
            endpoints(["binance=http://api.binance.com"])
