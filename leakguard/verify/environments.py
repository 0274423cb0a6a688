"""Where exchanges are asked: the only addresses that leakguard knows, each with a read-only path.

Nothing that was scanned names an address; it only chooses among these.
"""

from dataclasses import dataclass

from leakguard.levels import Mark


@dataclass(frozen=True, slots=True)
class Environment:
    """One of an exchange's environments."""

    name: str
    """As `--endpoint` and reports have it: `binance-spot-testnet`."""
    title: str
    url: str
    path: str
    """What is asked for there, with a signature."""
    time_path: str
    """What tells the time, without one."""
    kinds: frozenset[Mark] = frozenset()
    """What a text says of a key that is for it."""
    is_test: bool = False


def _test(name: str, title: str, url: str, path: str, *kinds: Mark) -> Environment:
    market = path.split("/")[1]
    version = "v3" if market == "api" else "v1"
    return Environment(
        f"binance-{name}", f"Binance {title}", url, path, f"/{market}/{version}/time",
        frozenset(kinds), is_test=True,
    )  # fmt: skip


_SPOT, _FUTURES, _COIN = "/api/v3/account", "/fapi/v3/account", "/dapi/v1/account"

# https://developers.binance.com/docs/wallet/account/api-key-permission
LIVE = Environment(
    "binance", "Binance", "https://api.binance.com", "/sapi/v1/account/apiRestrictions",
    "/api/v3/time",
)  # fmt: skip

# https://docs.binance.us/#get-user-account-information-user_data
US = Environment("binance-us", "Binance.US", "https://api.binance.us", _SPOT, "/api/v3/time")

# https://developers.binance.com/docs/binance-spot-api-docs/testnet/rest-api/general-api-information
# https://developers.binance.com/docs/binance-spot-api-docs/demo-mode/general-info
# https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
# https://developers.binance.com/docs/derivatives/coin-margined-futures/general-info
TESTS = (
    _test("spot-testnet", "spot testnet", "https://testnet.binance.vision", _SPOT,
          Mark.TESTNET, Mark.SPOT),
    _test("spot-demo", "spot demo", "https://demo-api.binance.com", _SPOT, Mark.DEMO, Mark.SPOT),
    _test("futures-testnet", "futures testnet", "https://testnet.binancefuture.com", _FUTURES,
          Mark.TESTNET, Mark.FUTURES),
    _test("futures-demo", "futures demo", "https://demo-fapi.binance.com", _FUTURES,
          Mark.DEMO, Mark.FUTURES),
    _test("coin-futures-testnet", "COIN-M futures testnet", "https://testnet.binancefuture.com",
          _COIN, Mark.TESTNET, Mark.COIN_FUTURES),
    _test("coin-futures-demo", "COIN-M futures demo", "https://demo-dapi.binance.com", _COIN,
          Mark.DEMO, Mark.COIN_FUTURES),
)  # fmt: skip

BINANCE = (LIVE, US, *TESTS)

_KINDS = frozenset({Mark.TESTNET, Mark.DEMO})
_MARKETS = frozenset({Mark.SPOT, Mark.FUTURES, Mark.COIN_FUTURES})


def of_binance(provider: str, marks: frozenset[Mark], *, sandbox: bool) -> tuple[Environment, ...]:
    """Give the environments that a pair may be for, in the order in which they are asked: one, if
    what stands around the pair tells."""
    if provider == US.title or Mark.US in marks:
        return (US,)
    is_live = Mark.LIVE in marks and not sandbox
    is_test = sandbox or bool(marks & _KINDS)
    if is_live and not is_test and Mark.SWITCHED not in marks:
        return (LIVE,)
    tests = tuple(it for it in TESTS if _fits(it, marks & _KINDS) and _fits(it, marks & _MARKETS))
    return tests if is_test and not is_live and Mark.SWITCHED not in marks else (LIVE, *tests)


def _fits(environment: Environment, said: frozenset[Mark]) -> bool:
    return not said or bool(environment.kinds & said)
