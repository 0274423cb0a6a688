"""Keys of services that notify."""

from leakguard.finding import Role
from leakguard.forms import UUID
from leakguard.rule import Credential, Provider

CLICKSEND = Provider(
    name="ClickSend",
    words=(
        "clicksend",
        "clicksendsms",
    ),
    rotate="https://dashboard.clicksend.com/account/subaccounts",
    credentials=(
        Credential(
            id="clicksend-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}",
            docs="https://developers.clicksend.com/docs/rest/v3/",
        ),
    ),
)

GC_NOTIFY = Provider(
    name="GC Notify",
    words=(
        "gcnotify",
        "gc notify",
    ),
    rotate="https://notification.canada.ca/",
    credentials=(
        Credential(
            id="gc-notify-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"gcntfy-[A-Za-z0-9_\-]{1,80}-" + UUID + "-" + UUID,
            docs="https://documentation.notification.canada.ca/en/keys.html",
        ),
    ),
)

GOV_UK_NOTIFY = Provider(
    name="GOV.UK Notify",
    words=(
        "govuk notify",
        "gov uk notify",
        "notify",
    ),
    rotate="https://www.notifications.service.gov.uk/using-notify/api-documentation",
    credentials=(
        Credential(
            id="gov-uk-notify-api-key",
            kind="API key",
            role=Role.KEY,
            form="[a-z][a-z0-9_]{1,60}-" + UUID + "-" + UUID,
            docs="https://docs.notifications.service.gov.uk/rest-api.html",
        ),
    ),
)

KNOCK = Provider(
    name="Knock",
    words=("knock",),
    everyday=True,
    rotate="https://docs.knock.app/developer-tools/api-keys",
    credentials=(
        Credential(
            id="knock-secret-key",
            kind="secret API key",
            role=Role.SECRET,
            pattern=r"sk_(?:test_)?[A-Za-z0-9_\-]{40,60}",
            near=True,
            docs="https://docs.knock.app/developer-tools/api-keys",
        ),
    ),
)

MAGICBELL = Provider(
    name="MagicBell",
    words=("magicbell",),
    rotate="https://app.magicbell.com/",
    credentials=(
        Credential(
            id="magicbell-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="pk_[A-Za-z0-9_]{20}_[0-9]{10}",
            public=True,
            docs="https://www.magicbell.com/docs",
        ),
        Credential(
            id="magicbell-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_[A-Za-z0-9_]{20}_[0-9]{10}",
            docs="https://www.magicbell.com/docs",
        ),
    ),
)

RETOOL = Provider(
    name="Retool",
    words=("retool",),
    rotate="https://docs.retool.com/org-users/guides/retool-api/authentication",
    credentials=(
        Credential(
            id="retool-api-token",
            kind="API access token",
            role=Role.TOKEN,
            pattern="retool_[0-9a-z]{26,40}",
            docs="https://docs.retool.com/org-users/guides/retool-api/authentication",
        ),
    ),
)

SVIX = Provider(
    name="Svix",
    words=("svix",),
    rotate="https://dashboard.svix.com/",
    credentials=(
        Credential(
            id="svix-auth-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"(?:test)?sk_[A-Za-z0-9_\-]{28,48}\.(?:us|eu|ca|au|in)",
            docs="https://docs.svix.com/quickstart",
        ),
    ),
)
