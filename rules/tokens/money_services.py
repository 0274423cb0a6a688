"""Keys of services that move and count money."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, hexadecimal
from leakguard.rule import Credential, Provider

INSTAMOJO = Provider(
    name="Instamojo",
    words=("instamojo",),
    rotate="https://www.instamojo.com/integrations",
    credentials=(
        Credential(
            id="instamojo-api-key",
            kind="API key or auth token",
            role=Role.KEY,
            form="(?:(?:test|live)_)?[0-9a-f]{27,32}",
            severity=Severity.CRITICAL,
            docs="https://docs.instamojo.com/",
        ),
    ),
)

LEMON_SQUEEZY = Provider(
    name="Lemon Squeezy",
    words=(
        "lemonsqueezy",
        "lemon squeezy",
    ),
    rotate="https://app.lemonsqueezy.com/settings/api",
    credentials=(
        Credential(
            id="lemon-squeezy-api-key",
            kind="API key",
            role=Role.KEY,
            form=JWT,
            severity=Severity.CRITICAL,
            docs="https://docs.lemonsqueezy.com/api",
        ),
    ),
)

LUNCH_MONEY = Provider(
    name="Lunch Money",
    words=(
        "lunchmoney",
        "lunch money",
    ),
    rotate="https://my.lunchmoney.app/developers",
    credentials=(
        Credential(
            id="lunch-money-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(50),
            docs="https://lunchmoney.dev/#authentication",
        ),
    ),
)

PRIVACY = Provider(
    name="Privacy",
    words=("privacy",),
    everyday=True,
    rotate="https://app.privacy.com/account",
    credentials=(
        Credential(
            id="privacy-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.CRITICAL,
            docs="https://developers.privacy.com/docs/getting-started",
        ),
    ),
)

TAXJAR = Provider(
    name="TaxJar",
    words=("taxjar",),
    rotate="https://app.taxjar.com/account#api-access",
    credentials=(
        Credential(
            id="taxjar-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://developers.taxjar.com/api/reference/#authentication",
        ),
    ),
)

WISE = Provider(
    name="Wise",
    words=(
        "wise",
        "transferwise",
    ),
    everyday=True,
    rotate="https://wise.com/settings/public-api",
    credentials=(
        Credential(
            id="wise-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            severity=Severity.CRITICAL,
            docs="https://docs.wise.com/api-docs/features/authentication-access/personal-tokens",
        ),
    ),
)

YNAB = Provider(
    name="YNAB",
    words=(
        "ynab",
        "youneedabudget",
    ),
    rotate="https://app.ynab.com/settings/developer",
    credentials=(
        Credential(
            id="ynab-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=r"(?:[A-Za-z0-9_\-]{43}|[0-9a-f]{64})",
            docs="https://api.ynab.com/#personal-access-tokens",
        ),
    ),
)
