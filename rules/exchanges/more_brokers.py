"""More brokers whose APIs bots use, of which none says how its keys look."""

from leakguard.finding import Role
from leakguard.forms import OPAQUE
from leakguard.rule import exchange, key, key_and_secret, password, secret, token

_CAPITAL_COM = "https://open-api.capital.com/#section/Authentication"
_FUTU = "https://openapi.futunn.com/futu-api-doc/en/intro/intro.html"
_IG = "https://labs.ig.com/rest-trading-api-guide"
_LONGBRIDGE = "https://open.longportapp.com/docs/getting-started"
_QUESTRADE = "https://www.questrade.com/api/documentation/authorization"
_SCHWAB = "https://developer.schwab.com/user-guides/get-started/authenticate-with-oauth"
_TASTYTRADE = "https://developer.tastytrade.com/oauth/"
_TIGER = "https://quant.itigerup.com/openapi/en/python/quickStart/prepare.html"
_TRADESTATION = "https://api.tradestation.com/docs/fundamentals/authentication/auth-overview"
_TRADING_212 = "https://docs.trading212.com/api/section/authentication"


CAPITAL_COM = exchange(
    "Capital.com",
    words=("capital com", "capitalcom"),
    rotate=_CAPITAL_COM,
    menu="Settings > API integrations",
    credentials=(
        key("capital-com-api-key", OPAQUE, _CAPITAL_COM),
        password("Capital.com", "capital-com-password", _CAPITAL_COM),
    ),
)

E_TRADE = key_and_secret(
    "E*TRADE", "https://developer.etrade.com/getting-started/developer-guides", "etrade",
    "pyetrade",
)  # fmt: skip

FUTU = exchange(
    "Futu",
    words=("futu", "futuopend", "moomoo"),
    rotate=_FUTU,
    menu="Account > Security",
    credentials=(password("Futu", "futu-password", _FUTU),),
)

IG = exchange(
    "IG",
    words=("ig service", "ig markets", "trading ig", "ig trading"),
    rotate=_IG,
    menu="My IG > Settings > API keys",
    credentials=(key("ig-api-key", OPAQUE, _IG), password("IG", "ig-password", _IG)),
)

LONGBRIDGE = exchange(
    "Longbridge",
    words=("longport", "longbridge"),
    rotate=_LONGBRIDGE,
    menu="User center > App key",
    pair="longbridge-key-pair",
    credentials=(
        key("longbridge-app-key", OPAQUE, _LONGBRIDGE, kind="app key", called=("app key",)),
        secret("longbridge-app-secret", OPAQUE, _LONGBRIDGE, kind="app secret"),
        token("longbridge-access-token", OPAQUE, _LONGBRIDGE),
    ),
)

QUESTRADE = exchange(
    "Questrade",
    words=("questrade",),
    rotate=_QUESTRADE,
    menu="App Hub",
    credentials=(token("questrade-token", OPAQUE, _QUESTRADE, kind="refresh token"),),
)

SCHWAB = key_and_secret(
    "Charles Schwab",
    _SCHWAB,
    "schwab",
    rotate="https://developer.schwab.com/dashboard/apps",
    menu="Dashboard > Apps",
    also=(token("schwab-token", OPAQUE, _SCHWAB),),
)

TASTYTRADE = exchange(
    "tastytrade",
    words=("tastytrade", "tasty trade", "tastyworks", "tasty"),
    rotate=_TASTYTRADE,
    menu="Manage > My Profile > API",
    everyday=True,
    credentials=(
        secret("tastytrade-client-secret", OPAQUE, _TASTYTRADE, kind="client secret"),
        token("tastytrade-token", OPAQUE, _TASTYTRADE, kind="refresh token"),
        password("tastytrade", "tastytrade-password", _TASTYTRADE),
    ),
)

TIGER = exchange(
    "Tiger Brokers",
    words=("tiger open", "tigeropen", "tiger brokers"),
    rotate=_TIGER,
    menu="Developer information",
    credentials=(
        secret("tiger-brokers-private-key", OPAQUE, _TIGER, kind="private key",
               role=Role.PRIVATE_KEY, called=("private key",)),
        token("tiger-brokers-token", OPAQUE, _TIGER, kind="token"),
    ),
)  # fmt: skip

TRADESTATION = key_and_secret(
    "TradeStation",
    _TRADESTATION,
    "tradestation",
    "trade station",
    also=(token("tradestation-token", OPAQUE, _TRADESTATION, kind="refresh token"),),
)

TRADING_212 = key_and_secret(
    "Trading 212", _TRADING_212, "trading212", "trading 212", "t212",
    menu="Settings > API (Beta)",
)  # fmt: skip

WEBULL = key_and_secret(
    "Webull", "https://developer.webull.com/apis/docs/authentication/overview", "webull",
    menu="Account Center > API Management",
)  # fmt: skip
