"""Keys of services that send mail and check addresses."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base62, base64url, capital, hexadecimal
from leakguard.rule import Credential, Provider

POSTMARK = Provider(
    name="Postmark",
    words=("postmark",),
    rotate="https://account.postmarkapp.com/servers",
    credentials=(
        Credential(
            id="postmark-token",
            kind="server or account API token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://postmarkapp.com/developer/api/overview",
        ),
    ),
)

KLAVIYO = Provider(
    name="Klaviyo",
    words=("klaviyo",),
    rotate="https://www.klaviyo.com/settings/account/api-keys",
    credentials=(
        Credential(
            id="klaviyo-private-key",
            kind="private API key",
            role=Role.KEY,
            pattern="pk_[0-9a-f]{34}",
            docs="https://developers.klaviyo.com/en/docs/authenticate_",
        ),
    ),
)

ELASTIC_EMAIL = Provider(
    name="Elastic Email",
    words=(
        "elasticemail",
        "elastic email",
    ),
    rotate="https://app.elasticemail.com/marketing/settings/new/manage-api",
    credentials=(
        Credential(
            id="elasticemail-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(96),
            docs="https://elasticemail.com/developers/api-documentation/rest-api",
        ),
    ),
)

KIT = Provider(
    name="Kit (ConvertKit)",
    words=(
        "convertkit",
        "convert kit",
    ),
    rotate="https://app.kit.com/account_settings/developer_settings",
    credentials=(
        Credential(
            id="convertkit-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="kit_[0-9a-f]{32}",
            docs="https://developers.kit.com/api-reference/authentication",
        ),
        Credential(
            id="convertkit-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base64url(43),
            docs="https://developers.kit.com/api-reference/authentication",
        ),
        Credential(
            id="convertkit-old-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=base64url(22),
            severity=Severity.MEDIUM,
            docs="https://developers.kit.com/api-reference/authentication",
        ),
    ),
)

CAMPAYN = Provider(
    name="Campayn",
    words=("campayn",),
    rotate="https://campayn.com/",
    credentials=(
        Credential(
            id="campayn-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://campayn.com/",
        ),
    ),
)

BOMBBOMB = Provider(
    name="BombBomb",
    words=(
        "bombbomb",
        "bomb bomb",
    ),
    rotate="https://developer.bombbomb.com/",
    credentials=(
        Credential(
            id="bombbomb-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developer.bombbomb.com/",
        ),
    ),
)

KICKBOX = Provider(
    name="Kickbox",
    words=("kickbox",),
    rotate="https://docs.kickbox.com/docs/using-the-api",
    credentials=(
        Credential(
            id="kickbox-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="live_[0-9a-f]{64}",
            docs="https://docs.kickbox.com/docs/using-the-api",
        ),
        Credential(
            id="kickbox-sandbox-key",
            kind="API key of the sandbox",
            role=Role.KEY,
            pattern="test_[0-9a-f]{64}",
            severity=Severity.LOW,
            docs="https://docs.kickbox.com/docs/using-the-api",
        ),
    ),
)

DELIGHTED = Provider(
    name="Delighted",
    words=("delighted",),
    rotate="https://app.delighted.com/docs/api",
    credentials=(
        Credential(
            id="delighted-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://app.delighted.com/docs/api",
        ),
    ),
)

COURIER = Provider(
    name="Courier",
    words=("courier",),
    everyday=True,
    rotate="https://app.courier.com/settings/api-keys",
    credentials=(
        Credential(
            id="courier-auth-token",
            kind="auth token",
            role=Role.TOKEN,
            pattern="[pd]k_(?:prod|test)_[A-Z0-9]{28}",
            near=True,
            docs="https://www.courier.com/docs/",
        ),
    ),
)

NYLAS = Provider(
    name="Nylas",
    words=("nylas",),
    rotate="https://dashboard-v3.us.nylas.com/",
    credentials=(
        Credential(
            id="nylas-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="nyk_v0_[A-Za-z0-9]{64}",
            docs="https://developer.nylas.com/docs/v3/auth/",
        ),
        Credential(
            id="nylas-access-token",
            kind="access token of the older form",
            role=Role.TOKEN,
            form=base62(30),
            docs="https://developer.nylas.com/docs/v3/auth/",
        ),
    ),
)

AUTOPILOT = Provider(
    name="Autopilot",
    words=(
        "autopilothq",
        "autopilot",
    ),
    everyday=True,
    rotate="https://autopilot.docs.apiary.io/",
    credentials=(
        Credential(
            id="autopilot-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://autopilot.docs.apiary.io/",
        ),
    ),
)

DYSPATCH = Provider(
    name="Dyspatch",
    words=("dyspatch",),
    rotate="https://docs.dyspatch.io/api/",
    credentials=(
        Credential(
            id="dyspatch-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.dyspatch.io/api/",
        ),
    ),
)

DEBOUNCE = Provider(
    name="DeBounce",
    words=(
        "debounce io",
        "debounce",
    ),
    everyday=True,
    rotate="https://developers.debounce.io/reference/overview",
    credentials=(
        Credential(
            id="debounce-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(13),
            named=True,
            docs="https://developers.debounce.io/reference/overview",
        ),
    ),
)
