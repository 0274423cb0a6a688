"""Brokers and their data: Alpaca, Interactive Brokers, OANDA, Polygon.io, Robinhood, Saxo Bank,
Tradier."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, base64, digits, hexadecimal
from leakguard.rule import Credential, exchange, key, password, secret, token

_ALPACA = "https://docs.alpaca.markets/docs/authentication"
_IB = "https://www.interactivebrokers.com/campus/ibkr-api-page/"
_OANDA = "https://developer.oanda.com/rest-live-v20/authentication/"
_POLYGON = "https://polygon.io/docs/rest/quickstart"
_ROBINHOOD = "https://docs.robinhood.com/crypto/trading/"
_SAXO = "https://www.developer.saxo/openapi/learn/oauth-security"
_TRADIER = "https://documentation.tradier.com/brokerage-api/overview/authentication"
_KEY_ID = ("key id", "api key", "apca api key id")

ALPACA = exchange(
    "Alpaca",
    words=("alpaca", "apca"),
    rotate="https://app.alpaca.markets/account/keys",
    menu="Home > API Keys",
    pair="alpaca-key-pair",
    credentials=(
        key("alpaca-api-key", r"(?:AK|CK)[A-Z0-9]{18}(?:[A-Z0-9]{6})?", _ALPACA, kind="API key id",
            called=_KEY_ID, named=False),
        key("alpaca-paper-api-key", r"PK[A-Z0-9]{18}(?:[A-Z0-9]{6})?", _ALPACA,
            kind="API key id for paper trading", called=_KEY_ID, named=False, sandbox=True),
        secret("alpaca-secret-key", base62(40, 44), _ALPACA),
    ),
)  # fmt: skip

INTERACTIVE_BROKERS = exchange(
    "Interactive Brokers",
    words=("ib", "ibkr", "ibc", "tws", "interactive brokers"),
    everyday=True,
    rotate="https://www.interactivebrokers.com/sso/Login",
    menu="Settings > Security",
    credentials=(
        password("Interactive Brokers", "interactive-brokers-password", _IB),
    ),
)  # fmt: skip

FLEX = exchange(
    "Interactive Brokers",
    words=("ib", "ibkr", "interactive brokers", "flex"),
    everyday=True,
    rotate="https://www.interactivebrokers.com/sso/Login",
    menu="Performance & Reports > Flex Queries",
    credentials=(
        token("interactive-brokers-flex-token", digits(*range(15, 27)), _IB, kind="Flex token",
              severity=Severity.HIGH, called=("flex token", "ib token", "ibkr token"),
              why="It reads the account's statements: positions, trades and cash."),
    ),
)  # fmt: skip

OANDA = exchange(
    "OANDA",
    words=("oanda", "oandapy"),
    rotate="https://www.oanda.com/account/tpa/personal_token",
    menu="Manage API Access",
    credentials=(
        token("oanda-access-token", rf"{hexadecimal(32)}-{hexadecimal(32)}", _OANDA, named=False),
    ),
)

POLYGON_IO = exchange(
    "Polygon.io",
    words=("polygon", "polygon io"),
    rotate="https://polygon.io/dashboard/keys",
    menu="Dashboard > Keys",
    credentials=(
        Credential(
            id="polygon-io-api-key",
            kind="API key",
            role=Role.KEY,
            why="Whoever reads it uses the market data at its owner's cost.",
            severity=Severity.MEDIUM,
            form=r"[A-Za-z0-9_]{32}",
            named=True,
            docs=_POLYGON,
        ),
    ),
)

SAXO_BANK = exchange(
    "Saxo Bank",
    words=("saxo", "saxo bank", "saxotrader"),
    rotate="https://www.developer.saxo/openapi/appmanagement",
    menu="App Management",
    credentials=(
        secret("saxo-bank-app-secret", hexadecimal(32), _SAXO, kind="application secret"),
        Credential(
            id="saxo-bank-account-key",
            kind="key of a client, an account or a user",
            role=Role.KEY,
            public=True,
            form=r"[A-Za-z0-9+/|_\-]{22}==",
            names=("client", "account", "group", "user", "owner"),
            docs="https://www.developer.saxo/openapi/learn/core-business-concepts",
        ),
    ),
)

TRADIER = exchange(
    "Tradier",
    words=("tradier",),
    rotate="https://dash.tradier.com/settings/api",
    menu="Settings > API Access",
    credentials=(token("tradier-access-token", base62(28), _TRADIER),),
)

ROBINHOOD = exchange(
    "Robinhood",
    words=("robinhood", "rh crypto"),
    rotate="https://docs.robinhood.com/crypto/trading/",
    menu="Account > Crypto > API trading",
    pair="robinhood-key-pair",
    credentials=(
        key("robinhood-api-key", rf"rh-api-{UUID}", _ROBINHOOD, named=False),
        Credential(
            id="robinhood-private-key",
            kind="private key",
            role=Role.PRIVATE_KEY,
            why="It signs the orders of the account.",
            severity=Severity.CRITICAL,
            form=f"(?:{base64(43)}=|{base64(86)}==)",
            names=("private", "secret"),
            docs=_ROBINHOOD,
        ),
    ),
)
