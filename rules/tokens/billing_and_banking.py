"""Keys of services that keep books and reach bank accounts."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, hexadecimal
from leakguard.rule import Credential, Provider

PLAID = Provider(
    name="Plaid",
    words=("plaid",),
    rotate="https://dashboard.plaid.com/developers/keys",
    credentials=(
        Credential(
            id="plaid-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="""
                access-(?:production|development)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
            """,
            severity=Severity.CRITICAL,
            docs="https://plaid.com/docs/quickstart/glossary/",
        ),
        Credential(
            id="plaid-sandbox-token",
            kind="access token of the sandbox",
            role=Role.TOKEN,
            pattern="""
                access-sandbox-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
            """,
            severity=Severity.LOW,
            docs="https://plaid.com/docs/quickstart/glossary/",
        ),
        Credential(
            id="plaid-secret",
            kind="secret",
            role=Role.SECRET,
            form=hexadecimal(30),
            severity=Severity.CRITICAL,
            docs="https://plaid.com/docs/api/",
        ),
    ),
)

BAREMETRICS = Provider(
    name="Baremetrics",
    words=("baremetrics",),
    rotate="https://app.baremetrics.com/settings/api",
    credentials=(
        Credential(
            id="baremetrics-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="[ls]k_[A-Za-z0-9]{22,26}",
            near=True,
            docs="https://developers.baremetrics.com/reference/authentication",
        ),
    ),
)

FRESHBOOKS = Provider(
    name="FreshBooks",
    words=(
        "freshbooks",
        "fresh books",
    ),
    rotate="https://my.freshbooks.com/#/developer",
    credentials=(
        Credential(
            id="freshbooks-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            form=hexadecimal(64),
            docs="https://www.freshbooks.com/api/authentication",
        ),
    ),
)

FINICITY = Provider(
    name="Finicity",
    words=("finicity",),
    rotate="https://developer.mastercard.com/open-banking-us/documentation/",
    credentials=(
        Credential(
            id="finicity-app-key",
            kind="app key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developer.mastercard.com/open-banking-us/documentation/",
        ),
        Credential(
            id="finicity-partner-secret",
            kind="partner secret",
            role=Role.SECRET,
            form=base62(20),
            docs="https://developer.mastercard.com/open-banking-us/documentation/",
        ),
    ),
)

CHARTMOGUL = Provider(
    name="ChartMogul",
    words=(
        "chartmogul",
        "chart mogul",
    ),
    rotate="https://dev.chartmogul.com/docs/authentication",
    credentials=(
        Credential(
            id="chartmogul-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://dev.chartmogul.com/docs/authentication",
        ),
    ),
)

COLUMN = Provider(
    name="Column",
    words=("column",),
    everyday=True,
    rotate="https://dashboard.column.com/",
    credentials=(
        Credential(
            id="column-live-key",
            kind="live API key",
            role=Role.KEY,
            pattern="live_[A-Za-z0-9]{27}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://column.com/docs/api/",
        ),
        Credential(
            id="column-test-key",
            kind="test API key",
            role=Role.KEY,
            pattern="test_[A-Za-z0-9]{27}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://column.com/docs/api/",
        ),
    ),
)
