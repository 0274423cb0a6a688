"""Keys of services that know customers and answer them."""

from leakguard.finding import Role
from leakguard.forms import OPAQUE, base62, hexadecimal
from leakguard.rule import Credential, Provider

ZENDESK = Provider(
    name="Zendesk",
    words=("zendesk",),
    rotate="https://support.zendesk.com/hc/en-us/articles/4408889192858",
    credentials=(
        Credential(
            id="zendesk-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(40),
            docs="https://developer.zendesk.com/api-reference/introduction/security-and-auth/",
        ),
    ),
)

ZOHO = Provider(
    name="Zoho",
    words=(
        "zoho",
        "zohocrm",
    ),
    rotate="https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html",
    credentials=(
        Credential(
            id="zoho-token",
            kind="OAuth access or refresh token",
            role=Role.TOKEN,
            pattern=r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}",
            docs="https://www.zoho.com/crm/developer/docs/api/v6/access-refresh.html",
        ),
        Credential(
            id="zoho-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            form=hexadecimal(42),
            docs="https://www.zoho.com/crm/developer/docs/api/v6/access-refresh.html",
        ),
    ),
)

CAPSULE_CRM = Provider(
    name="Capsule CRM",
    words=(
        "capsulecrm",
        "capsule crm",
        "capsule",
    ),
    rotate="https://developer.capsulecrm.com/v2/overview/authentication",
    credentials=(
        Credential(
            id="capsule-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://developer.capsulecrm.com/v2/overview/authentication",
        ),
    ),
)

CENTRALSTATIONCRM = Provider(
    name="CentralStationCRM",
    words=(
        "centralstationcrm",
        "central station crm",
    ),
    rotate="https://api.centralstationcrm.net/api-docs/index.html",
    credentials=(
        Credential(
            id="centralstation-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://api.centralstationcrm.net/api-docs/index.html",
        ),
    ),
)

CAFLOU = Provider(
    name="Caflou",
    words=("caflou",),
    rotate="https://www.caflou.com/api",
    credentials=(
        Credential(
            id="caflou-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://www.caflou.com/api",
        ),
    ),
)

AXONAUT = Provider(
    name="Axonaut",
    words=("axonaut",),
    rotate="https://axonaut.com/api/v2/doc",
    credentials=(
        Credential(
            id="axonaut-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://axonaut.com/api/v2/doc",
        ),
    ),
)

APPOINTEDD = Provider(
    name="Appointedd",
    words=("appointedd",),
    rotate="https://developers.appointedd.com/",
    credentials=(
        Credential(
            id="appointedd-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developers.appointedd.com/",
        ),
    ),
)

ATERA = Provider(
    name="Atera",
    words=("atera",),
    rotate="https://app.atera.com/apidocs",
    credentials=(
        Credential(
            id="atera-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://app.atera.com/apidocs",
        ),
    ),
)

CLEARBIT = Provider(
    name="Clearbit",
    words=("clearbit",),
    rotate="https://dashboard.clearbit.com/api",
    credentials=(
        Credential(
            id="clearbit-api-key",
            kind="secret API key",
            role=Role.KEY,
            pattern="sk_[0-9a-f]{32}",
            near=True,
            docs="https://clearbit.com/docs",
        ),
    ),
)

APPFOLLOW = Provider(
    name="AppFollow",
    words=("appfollow",),
    rotate="https://docs.appfollow.io/reference",
    credentials=(
        Credential(
            id="appfollow-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://docs.appfollow.io/reference",
        ),
    ),
)
