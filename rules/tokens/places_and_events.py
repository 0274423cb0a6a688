"""Keys of services that know places, holidays, flights, food and the weather."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base64url, hexadecimal
from leakguard.rule import Credential, Provider

AVIATIONSTACK = Provider(
    name="aviationstack",
    words=(
        "aviationstack",
        "aviation stack",
    ),
    rotate="https://aviationstack.com/documentation",
    credentials=(
        Credential(
            id="aviationstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://aviationstack.com/documentation",
        ),
    ),
)

IPSTACK = Provider(
    name="ipstack",
    words=(
        "ipstack",
        "ip stack",
    ),
    rotate="https://ipstack.com/documentation",
    credentials=(
        Credential(
            id="ipstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://ipstack.com/documentation",
        ),
    ),
)

COUNTRYLAYER = Provider(
    name="countrylayer",
    words=(
        "countrylayer",
        "country layer",
    ),
    rotate="https://countrylayer.com/documentation/",
    credentials=(
        Credential(
            id="countrylayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://countrylayer.com/documentation/",
        ),
    ),
)

HERE = Provider(
    name="HERE",
    words=("here",),
    everyday=True,
    rotate="https://platform.here.com/admin/apps",
    credentials=(
        Credential(
            id="here-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(43),
            severity=Severity.MEDIUM,
            docs="https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/README.html",
        ),
        Credential(
            id="here-access-key-secret",
            kind="OAuth access key secret",
            role=Role.SECRET,
            form=base64url(86),
            names=("secret",),
            docs="https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/README.html",
        ),
    ),
)

YELP = Provider(
    name="Yelp",
    words=("yelp",),
    rotate="https://www.yelp.com/developers/v3/manage_app",
    credentials=(
        Credential(
            id="yelp-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(128),
            docs="https://docs.developer.yelp.com/docs/fusion-authentication",
        ),
    ),
)

THE_GUARDIAN = Provider(
    name="The Guardian",
    words=("guardian",),
    everyday=True,
    rotate="https://open-platform.theguardian.com/access/",
    credentials=(
        Credential(
            id="guardian-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.LOW,
            docs="https://open-platform.theguardian.com/documentation/",
        ),
    ),
)

BESTTIME = Provider(
    name="BestTime",
    words=(
        "besttime",
        "best time",
    ),
    rotate="https://besttime.app/api/v1/docs",
    credentials=(
        Credential(
            id="besttime-private-key",
            kind="private API key",
            role=Role.KEY,
            pattern="pri_[0-9a-f]{32}",
            docs="https://besttime.app/api/v1/docs",
        ),
        Credential(
            id="besttime-public-key",
            kind="public API key",
            role=Role.KEY,
            pattern="pub_[0-9a-f]{32}",
            near=True,
            public=True,
            docs="https://besttime.app/api/v1/docs",
        ),
    ),
)

CALENDARIFIC = Provider(
    name="Calendarific",
    words=("calendarific",),
    rotate="https://calendarific.com/api-documentation",
    credentials=(
        Credential(
            id="calendarific-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://calendarific.com/api-documentation",
        ),
    ),
)

CALORIENINJAS = Provider(
    name="CalorieNinjas",
    words=(
        "calorieninja",
        "calorieninjas",
        "calorie ninja",
        "calorie ninjas",
    ),
    rotate="https://calorieninjas.com/api",
    credentials=(
        Credential(
            id="calorieninjas-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[A-Za-z0-9+/]{22}==[A-Za-z0-9]{16}",
            docs="https://calorieninjas.com/api",
        ),
    ),
)

CARBON_INTERFACE = Provider(
    name="Carbon Interface",
    words=(
        "carboninterface",
        "carbon interface",
    ),
    rotate="https://docs.carboninterface.com/#/?id=authentication",
    credentials=(
        Credential(
            id="carboninterface-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.carboninterface.com/#/?id=authentication",
        ),
    ),
)

CICERO = Provider(
    name="Cicero",
    words=("cicero",),
    everyday=True,
    rotate="https://www.cicerodata.com/api/",
    credentials=(
        Credential(
            id="cicero-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://www.cicerodata.com/api/",
        ),
    ),
)

CLOVERLY = Provider(
    name="Cloverly",
    words=("cloverly",),
    rotate="https://docs.cloverly.com/",
    credentials=(
        Credential(
            id="cloverly-private-key",
            kind="private API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.cloverly.com/",
        ),
    ),
)
