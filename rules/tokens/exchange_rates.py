"""Keys of services that know rates of exchange."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

CURRENCYCLOUD = Provider(
    name="Currencycloud",
    words=(
        "currencycloud",
        "currency cloud",
    ),
    rotate="https://direct.currencycloud.com/",
    credentials=(
        Credential(
            id="currencycloud-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            severity=Severity.CRITICAL,
            docs="https://developer.currencycloud.com/",
        ),
    ),
)

EXCHANGERATESAPI = Provider(
    name="exchangeratesapi",
    words=(
        "exchangerates",
        "exchangeratesapi",
        "exchange rates api",
    ),
    rotate="https://manage.exchangeratesapi.io/dashboard",
    credentials=(
        Credential(
            id="exchangeratesapi-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://exchangeratesapi.io/documentation/",
        ),
    ),
)

EXCHANGERATE_API = Provider(
    name="ExchangeRate-API",
    words=(
        "exchangerate",
        "exchangerateapi",
        "exchange rate api",
    ),
    rotate="https://app.exchangerate-api.com/keys",
    credentials=(
        Credential(
            id="exchangerate-api-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(24),
            severity=Severity.MEDIUM,
            docs="https://www.exchangerate-api.com/docs/overview",
        ),
    ),
)

EXCHANGERATE_API_URL = TokenRule(
    id="exchangerate-api-url-key",
    title="ExchangeRate-API key in a URL",
    why="Whoever reads it can use the service as its owner, and at their cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider="ExchangeRate-API",
    role=Role.KEY,
    rank=PROVIDER,
    pattern=r"""
        \b exchangerate-api\.com / v[0-9] / (?P<secret> [0-9a-f]{24} ) (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.NAMED,
    advice=(
        "Make another one at ExchangeRate-API (https://app.exchangerate-api.com/keys).",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://www.exchangerate-api.com/docs/standard-requests",),
    invalid=(
        f"https://v6.exchangerate-api.com/v6/{made_up('hex', 24)}/latest/USD",
        f'URI.create("https://v6.exchangerate-api.com/v6/{made_up("hex", 24, 2)}/pair/" + from)',
    ),
    valid=(
        "https://v6.exchangerate-api.com/v6/YOUR-API-KEY/latest/USD",
        "https://v6.exchangerate-api.com/v6/${API_KEY}/latest/USD",
    ),
)

FASTFOREX = Provider(
    name="fastFOREX",
    words=("fastforex",),
    rotate="https://console.fastforex.io/",
    credentials=(
        Credential(
            id="fastforex-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-f]{10}-[0-9a-f]{10}-[0-9a-z]{6}",
            severity=Severity.MEDIUM,
            docs="https://fastforex.readme.io/reference/introduction",
        ),
    ),
)

FIXER = Provider(
    name="Fixer",
    words=(
        "fixer",
        "fixerio",
    ),
    everyday=True,
    rotate="https://fixer.io/dashboard",
    credentials=(
        Credential(
            id="fixer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://fixer.io/documentation",
        ),
    ),
)

OPEN_EXCHANGE_RATES = Provider(
    name="Open Exchange Rates",
    words=(
        "openexchangerates",
        "open exchange rates",
    ),
    rotate="https://openexchangerates.org/account/app-ids",
    credentials=(
        Credential(
            id="open-exchange-rates-app-id",
            kind="App ID",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.openexchangerates.org/reference/authentication",
        ),
    ),
)
