"""Keys of services that teams write, draw and keep tables with."""

from leakguard.finding import Role
from leakguard.forms import JWT, base62, hexadecimal
from leakguard.rule import Credential, Provider

FIBERY = Provider(
    name="Fibery",
    words=("fibery",),
    rotate="https://fibery.io/",
    credentials=(
        Credential(
            id="fibery-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=r"[0-9a-f]{8}\.[0-9a-f]{35}",
            docs="https://api.fibery.io/#authentication",
        ),
    ),
)

MAVENLINK = Provider(
    name="Mavenlink",
    words=(
        "mavenlink",
        "kantata",
    ),
    rotate="https://app.mavenlink.com/oauth/applications",
    credentials=(
        Credential(
            id="mavenlink-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developer.kantata.com/",
        ),
    ),
)

PODIO = Provider(
    name="Podio",
    words=("podio",),
    rotate="https://podio.com/settings/api",
    credentials=(
        Credential(
            id="podio-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base62(64),
            names=("secret",),
            docs="https://developers.podio.com/authentication",
        ),
    ),
)

QASE = Provider(
    name="Qase",
    words=("qase",),
    rotate="https://app.qase.io/user/api/token",
    credentials=(
        Credential(
            id="qase-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40, 64),
            docs="https://developers.qase.io/reference/introduction-to-the-qase-api",
        ),
    ),
)

WISTIA = Provider(
    name="Wistia",
    words=("wistia",),
    rotate="https://wistia.com/support/account-and-billing",
    credentials=(
        Credential(
            id="wistia-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://docs.wistia.com/reference/getting-started-with-the-data-api",
        ),
    ),
)

ZENKIT = Provider(
    name="Zenkit",
    words=("zenkit",),
    rotate="https://base.zenkit.com/",
    credentials=(
        Credential(
            id="zenkit-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-z]{8}-[0-9A-Za-z]{32}",
            docs="https://base.zenkit.com/docs/api/overview/authentication",
        ),
    ),
)

ZEPLIN = Provider(
    name="Zeplin",
    words=("zeplin",),
    rotate="https://app.zeplin.io/profile/developer",
    credentials=(
        Credential(
            id="zeplin-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.zeplin.dev/docs/authentication",
        ),
    ),
)
