"""Keys of services that know prices, companies and rates of exchange."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, base64url, capital, hexadecimal
from leakguard.rule import Credential, Provider

ALPHA_VANTAGE = Provider(
    name="Alpha Vantage",
    words=(
        "alphavantage",
        "alpha vantage",
    ),
    rotate="https://www.alphavantage.co/support/#api-key",
    credentials=(
        Credential(
            id="alpha-vantage-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(16),
            severity=Severity.MEDIUM,
            docs="https://www.alphavantage.co/documentation/",
        ),
    ),
)

DATABENTO = Provider(
    name="Databento",
    words=("databento",),
    rotate="https://databento.com/portal/keys",
    credentials=(
        Credential(
            id="databento-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="db-[A-Za-z0-9]{29}",
            docs="https://databento.com/docs/api-reference-historical/basics/authentication",
        ),
    ),
)

FINANCIAL_MODELING_PREP = Provider(
    name="Financial Modeling Prep",
    words=(
        "financialmodelingprep",
        "financial modeling prep",
        "fmp",
    ),
    rotate="https://site.financialmodelingprep.com/developer/docs/dashboard",
    credentials=(
        Credential(
            id="financial-modeling-prep-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://site.financialmodelingprep.com/developer/docs",
        ),
    ),
)

IEX_CLOUD = Provider(
    name="IEX Cloud",
    words=(
        "iex",
        "iexcloud",
        "iex cloud",
        "iexapis",
    ),
    rotate="https://iexcloud.io/console/tokens",
    credentials=(
        Credential(
            id="iex-cloud-secret-token",
            kind="secret token",
            role=Role.SECRET,
            pattern="T?sk_[0-9a-f]{32}",
            near=True,
            docs="https://iexcloud.io/docs/api-basics",
        ),
        Credential(
            id="iex-cloud-publishable-token",
            kind="publishable token",
            role=Role.TOKEN,
            pattern="T?pk_[0-9a-f]{32}",
            near=True,
            public=True,
            docs="https://iexcloud.io/docs/api-basics",
        ),
    ),
)

INTRINIO = Provider(
    name="Intrinio",
    words=("intrinio",),
    rotate="https://account.intrinio.com/account/access_keys",
    credentials=(
        Credential(
            id="intrinio-api-key",
            kind="API key",
            role=Role.KEY,
            form="O[A-Za-z0-9]{43}",
            docs="https://docs.intrinio.com/documentation/web_api",
        ),
    ),
)

MARKETSTACK = Provider(
    name="Marketstack",
    words=("marketstack",),
    rotate="https://marketstack.com/dashboard",
    credentials=(
        Credential(
            id="marketstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://marketstack.com/documentation",
        ),
    ),
)

NASDAQ_DATA_LINK = Provider(
    name="Nasdaq Data Link",
    words=(
        "nasdaq",
        "nasdaqdatalink",
        "quandl",
    ),
    rotate="https://data.nasdaq.com/account/profile",
    credentials=(
        Credential(
            id="nasdaq-data-link-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(20),
            docs="https://docs.data.nasdaq.com/docs/getting-started",
        ),
    ),
)

SIMFIN = Provider(
    name="SimFin",
    words=("simfin",),
    rotate="https://app.simfin.com/settings",
    credentials=(
        Credential(
            id="simfin-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[A-Za-z0-9]{32}|" + UUID + ")",
            severity=Severity.MEDIUM,
            docs="https://simfin.readme.io/",
        ),
    ),
)

STOCKDATA_ORG = Provider(
    name="StockData.org",
    words=("stockdata",),
    rotate="https://www.stockdata.org/account/dashboard",
    credentials=(
        Credential(
            id="stockdata-org-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(40),
            severity=Severity.MEDIUM,
            docs="https://www.stockdata.org/documentation",
        ),
    ),
)

TIINGO = Provider(
    name="Tiingo",
    words=("tiingo",),
    rotate="https://www.tiingo.com/account/api/token",
    credentials=(
        Credential(
            id="tiingo-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            severity=Severity.MEDIUM,
            docs="https://www.tiingo.com/documentation/general/connecting",
        ),
    ),
)

TWELVE_DATA = Provider(
    name="Twelve Data",
    words=(
        "twelvedata",
        "twelve data",
    ),
    rotate="https://twelvedata.com/account/api-keys",
    credentials=(
        Credential(
            id="twelve-data-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://twelvedata.com/docs",
        ),
    ),
)
