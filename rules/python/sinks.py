"""Where SDKs take credentials: data, read from the packages named, not a rule.

Each sink is a callable of a package, with the parameters that are credentials, in order.
"""

from dataclasses import dataclass

from leakguard.finding import Role

KEY, SECRET = Role.KEY, Role.SECRET


@dataclass(frozen=True, slots=True)
class Sink:
    """A callable that is given credentials."""

    packages: tuple[str, ...]
    """Top-level packages from which it may be imported."""
    names: tuple[str, ...]
    """The last parts of its dotted name, such as `AsyncClient.create`."""
    parameters: tuple[tuple[str, Role | None], ...]
    """Positional parameters in order; None for one that is no credential."""
    keywords: tuple[tuple[str, Role], ...] = ()
    """Keyword-only ones."""
    provider: str | None = None


_PAIR = (("api_key", KEY), ("api_secret", SECRET))

SINKS = (
    # python-binance 1.0
    Sink(
        ("binance",),
        ("Client", "AsyncClient", "AsyncClient.create", "BaseClient", "ThreadedWebsocketManager"),
        _PAIR,
        (("private_key", Role.PRIVATE_KEY), ("private_key_pass", Role.PASSWORD)),
        "Binance",
    ),
    # binance-connector 3: Spot(api_key=None, api_secret=None, base_url=..., private_key=None)
    Sink(
        ("binance",),
        ("Spot", "API", "SpotWebsocketAPIClient"),
        _PAIR,
        (("private_key", Role.PRIVATE_KEY), ("private_key_pass", Role.PASSWORD)),
        "Binance",
    ),
    # binance-futures-connector 4: UMFutures(key=None, secret=None, **kwargs)
    Sink(
        ("binance",),
        ("UMFutures", "CMFutures"),
        (("key", KEY), ("secret", SECRET)),
        (("private_key", Role.PRIVATE_KEY),),
        "Binance",
    ),
    # binance-sdk-*: ConfigurationRestAPI(api_key, api_secret, private_key, …)
    Sink(
        ("binance_common", "binance_sdk_spot"),
        ("ConfigurationRestAPI", "ConfigurationWebSocketAPI"),
        _PAIR,
        (("private_key", Role.PRIVATE_KEY), ("private_key_passphrase", Role.PASSPHRASE)),
        "Binance",
    ),
)

CCXT_PACKAGES = ("ccxt", "ccxtpro")
CCXT_CREDENTIALS = {
    # ccxt.Exchange.requiredCredentials
    "apiKey": KEY,
    "secret": SECRET,
    "password": Role.PASSPHRASE,
    "privateKey": Role.PRIVATE_KEY,
    "token": Role.TOKEN,
}
