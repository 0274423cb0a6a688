"""Keys of services that know rates of exchange."""

from leakguard.finding import Role, Severity
from leakguard.forms import hexadecimal
from leakguard.rule import Credential, Provider

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
