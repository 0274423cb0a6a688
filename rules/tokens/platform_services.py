"""Keys of platforms that applications are built on."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, base64url
from leakguard.rule import Credential, Provider

ZAPIER = Provider(
    name="Zapier",
    words=("zapier",),
    rotate="https://help.zapier.com/hc/en-us/articles/8496288690317",
    credentials=(
        Credential(
            id="zapier-webhook",
            kind="webhook",
            role=Role.TOKEN,
            pattern=r"https://hooks\.zapier\.com/hooks/catch/[0-9]{4,10}/[a-z0-9]{6,10}",
            severity=Severity.MEDIUM,
            why="Whoever has it can set off what its owner automated.",
            tail=r"A-Za-z0-9_\-",
            docs="https://help.zapier.com/hc/en-us/articles/8496288690317",
        ),
    ),
)

APOLLO = Provider(
    name="Apollo",
    words=("apollo",),
    everyday=True,
    rotate="https://docs.apollo.io/docs/create-api-key",
    credentials=(
        Credential(
            id="apollo-io-api-key",
            kind="API key of Apollo.io",
            role=Role.KEY,
            form=base64url(22),
            docs="https://docs.apollo.io/docs/create-api-key",
        ),
        Credential(
            id="apollo-graph-key",
            kind="graph API key of Apollo GraphOS",
            role=Role.KEY,
            pattern=r"service:[A-Za-z0-9_\-]{1,64}:[A-Za-z0-9_\-]{22}",
            docs="https://www.apollographql.com/docs/graphos/platform/access-management/api-keys",
        ),
        Credential(
            id="apollo-user-key",
            kind="personal API key of Apollo GraphOS",
            role=Role.KEY,
            pattern=r"user:[a-z]{2,4}\.[A-Za-z0-9_.\-]{1,80}:[A-Za-z0-9_\-]{22}",
            docs="https://www.apollographql.com/docs/graphos/platform/access-management/api-keys",
        ),
    ),
)

ANYPOINT = Provider(
    name="Anypoint",
    words=(
        "anypoint",
        "mulesoft",
    ),
    rotate="https://docs.mulesoft.com/access-management/connected-apps-overview",
    credentials=(
        Credential(
            id="anypoint-client-secret",
            kind="connected app's client secret",
            role=Role.SECRET,
            form="[0-9a-fA-F]{32}",
            names=("secret",),
            docs="https://docs.mulesoft.com/access-management/connected-apps-overview",
        ),
    ),
)

APPSYNERGY = Provider(
    name="AppSynergy",
    words=("appsynergy",),
    rotate="https://www.appsynergy.com/",
    credentials=(
        Credential(
            id="appsynergy-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://www.appsynergy.com/",
        ),
    ),
)

AUTHRESS = Provider(
    name="Authress",
    words=("authress",),
    rotate="https://authress.io/knowledge-base/docs/authorization/service-clients",
    credentials=(
        Credential(
            id="authress-access-key",
            kind="service client's access key",
            role=Role.KEY,
            form=OPAQUE,
            severity=Severity.CRITICAL,
            docs="https://authress.io/knowledge-base/docs/authorization/service-clients",
        ),
    ),
)

ENDOR_LABS = Provider(
    name="Endor Labs",
    words=(
        "endorlabs",
        "endor labs",
        "endor",
    ),
    rotate="https://docs.endorlabs.com/administration/api-keys/",
    credentials=(
        Credential(
            id="endorlabs-api-key",
            kind="API key or secret",
            role=Role.SECRET,
            pattern=r"endr\+[A-Za-z0-9_\-]{16}",
            docs="https://docs.endorlabs.com/administration/api-keys/",
        ),
    ),
)

BUDIBASE = Provider(
    name="Budibase",
    words=("budibase",),
    rotate="https://docs.budibase.com/docs/public-api",
    credentials=(
        Credential(
            id="budibase-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.budibase.com/docs/public-api",
        ),
    ),
)

FLEETBASE = Provider(
    name="Fleetbase",
    words=("fleetbase",),
    rotate="https://docs.fleetbase.io/developers/api",
    credentials=(
        Credential(
            id="fleetbase-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="flb_(?:live|test)_[A-Za-z0-9]{20}",
            docs="https://docs.fleetbase.io/developers/api",
        ),
    ),
)
