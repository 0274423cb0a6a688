"""Keys of services for sales, customers and support."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

CLOSE = Provider(
    name="Close",
    words=(
        "close",
        "closecrm",
        "closeio",
    ),
    everyday=True,
    rotate="https://app.close.com/settings/developer/api-keys/",
    credentials=(
        Credential(
            id="close-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"api_[A-Za-z0-9]{18,24}\.[A-Za-z0-9]{18,24}",
            docs="https://developer.close.com/topics/authentication/",
        ),
    ),
)

DROPBOX_SIGN = Provider(
    name="Dropbox Sign",
    words=(
        "hellosign",
        "dropbox sign",
    ),
    rotate="https://app.hellosign.com/home/myAccount#api",
    credentials=(
        Credential(
            id="dropbox-sign-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://developers.hellosign.com/api/reference/authentication/",
        ),
    ),
)

FRESHDESK = Provider(
    name="Freshdesk",
    words=(
        "freshdesk",
        "freshworks",
    ),
    rotate="https://support.freshdesk.com/support/solutions/articles/215517",
    credentials=(
        Credential(
            id="freshdesk-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(20),
            docs="https://developers.freshdesk.com/api/#authentication",
        ),
    ),
)

FRONT = Provider(
    name="Front",
    words=(
        "front",
        "frontapp",
    ),
    everyday=True,
    rotate="https://app.frontapp.com/settings/developers/tokens",
    credentials=(
        Credential(
            id="front-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://dev.frontapp.com/docs/create-and-revoke-api-tokens",
        ),
    ),
)

GROOVE = Provider(
    name="Groove",
    words=("groovehq",),
    rotate="https://app.groovehq.com/",
    credentials=(
        Credential(
            id="groove-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developer.groovehq.com/",
        ),
    ),
)

INSIGHTLY = Provider(
    name="Insightly",
    words=("insightly",),
    rotate="https://crm.na1.insightly.com/Users/UserSettings",
    credentials=(
        Credential(
            id="insightly-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://api.insightly.com/v3.1/Help",
        ),
    ),
)

ITERABLE = Provider(
    name="Iterable",
    words=("iterable",),
    everyday=True,
    rotate="https://app.iterable.com/settings/apiKeys",
    credentials=(
        Credential(
            id="iterable-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys",
        ),
    ),
)

NICEREPLY = Provider(
    name="Nicereply",
    words=("nicereply",),
    rotate="https://www.nicereply.com/",
    credentials=(
        Credential(
            id="nicereply-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://support.nicereply.com/",
        ),
    ),
)

PANDADOC = Provider(
    name="PandaDoc",
    words=("pandadoc",),
    rotate="https://app.pandadoc.com/a/#/settings/api-dashboard/configuration",
    credentials=(
        Credential(
            id="pandadoc-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://developers.pandadoc.com/reference/api-key-authentication-process",
        ),
    ),
)

PARTNERSTACK = Provider(
    name="PartnerStack",
    words=("partnerstack",),
    rotate="https://app.partnerstack.com/",
    credentials=(
        Credential(
            id="partnerstack-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="[sp]k_[A-Za-z0-9]{64}",
            near=True,
            docs="https://docs.partnerstack.com/",
        ),
    ),
)

PIPEDRIVE = Provider(
    name="Pipedrive",
    words=("pipedrive",),
    rotate="https://pipedrive.readme.io/docs/how-to-find-the-api-token",
    credentials=(
        Credential(
            id="pipedrive-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://pipedrive.readme.io/docs/how-to-find-the-api-token",
        ),
    ),
)

RECHARGE = Provider(
    name="Recharge",
    words=(
        "recharge",
        "rechargepayments",
    ),
    everyday=True,
    rotate="https://developer.rechargepayments.com/2021-11/authentication",
    credentials=(
        Credential(
            id="recharge-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="sk(?:_test)?_[0-9]x[0-9]_[0-9a-f]{64}",
            docs="https://developer.rechargepayments.com/2021-11/authentication",
        ),
    ),
)

SALESFLARE = Provider(
    name="Salesflare",
    words=("salesflare",),
    rotate="https://app.salesflare.com/#/settings/apikeys",
    credentials=(
        Credential(
            id="salesflare-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(43),
            docs="https://api.salesflare.com/docs",
        ),
    ),
)

STORECOVE = Provider(
    name="Storecove",
    words=("storecove",),
    rotate="https://app.storecove.com/",
    credentials=(
        Credential(
            id="storecove-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(43),
            docs="https://www.storecove.com/docs/",
        ),
    ),
)

STREAK = Provider(
    name="Streak",
    words=("streak",),
    everyday=True,
    rotate="https://mail.google.com/",
    credentials=(
        Credential(
            id="streak-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://streak.readme.io/reference/authentication",
        ),
    ),
)

WORKATO = Provider(
    name="Workato",
    words=("workato",),
    rotate="https://app.workato.com/members/api/clients",
    credentials=(
        Credential(
            id="workato-api-token",
            kind="API client token",
            role=Role.TOKEN,
            pattern=r"wrka?[a-z]{2,5}-[A-Za-z0-9_\-\.]{40,1500}",
            docs="https://docs.workato.com/workato-api.html",
        ),
    ),
)

YOUSIGN = Provider(
    name="Yousign",
    words=("yousign",),
    rotate="https://yousign.app/auth/workspace/developer/apikeys",
    credentials=(
        Credential(
            id="yousign-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://developers.yousign.com/docs/set-up-your-account",
        ),
    ),
)
