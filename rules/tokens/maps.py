"""Keys of services that know places and ways."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, capital, hexadecimal
from leakguard.rule import Credential, Provider

FOURSQUARE = Provider(
    name="Foursquare",
    words=(
        "foursquare",
        "fsq",
    ),
    rotate="https://foursquare.com/developers/",
    credentials=(
        Credential(
            id="foursquare-api-key",
            kind="Places API key",
            role=Role.KEY,
            pattern="fsq3[A-Za-z0-9+/]{43}=",
            docs="https://docs.foursquare.com/developer/reference/authentication",
        ),
        Credential(
            id="foursquare-service-key",
            kind="service API key",
            role=Role.KEY,
            form=capital(48),
            docs="https://docs.foursquare.com/developer/reference/authentication",
        ),
    ),
)

GEOAPIFY = Provider(
    name="Geoapify",
    words=("geoapify",),
    rotate="https://myprojects.geoapify.com/",
    credentials=(
        Credential(
            id="geoapify-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://apidocs.geoapify.com/",
        ),
    ),
)

GEOCODIO = Provider(
    name="Geocodio",
    words=(
        "geocodio",
        "geocode",
    ),
    rotate="https://dash.geocod.io/apikey",
    credentials=(
        Credential(
            id="geocodio-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(39, 40),
            severity=Severity.MEDIUM,
            docs="https://www.geocod.io/docs/",
        ),
    ),
)

GEOCODE_XYZ = Provider(
    name="Geocode.xyz",
    words=("geocode xyz", "geocode"),
    rotate="https://geocode.xyz/api",
    credentials=(
        Credential(
            id="geocode-xyz-auth-code",
            kind="authentication code",
            role=Role.KEY,
            pattern="[0-9]{15,24}x[0-9]{3,6}",
            near=True,
            docs="https://geocode.xyz/api",
        ),
    ),
)

GRAPHHOPPER = Provider(
    name="GraphHopper",
    words=("graphhopper",),
    rotate="https://graphhopper.com/dashboard/",
    credentials=(
        Credential(
            id="graphhopper-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://docs.graphhopper.com/#section/Authentication",
        ),
    ),
)

LOCATIONIQ = Provider(
    name="LocationIQ",
    words=("locationiq",),
    rotate="https://my.locationiq.com/dashboard",
    credentials=(
        Credential(
            id="locationiq-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"pk\.[0-9a-f]{32}",
            severity=Severity.MEDIUM,
            docs="https://docs.locationiq.com/",
        ),
    ),
)

MAPQUEST = Provider(
    name="MapQuest",
    words=("mapquest",),
    rotate="https://developer.mapquest.com/user/me/apps",
    credentials=(
        Credential(
            id="mapquest-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developer.mapquest.com/documentation/",
        ),
    ),
)

MAPTILER = Provider(
    name="MapTiler",
    words=("maptiler",),
    rotate="https://cloud.maptiler.com/account/keys/",
    credentials=(
        Credential(
            id="maptiler-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(20),
            severity=Severity.MEDIUM,
            docs="https://docs.maptiler.com/cloud/api/authentication-key/",
        ),
        Credential(
            id="maptiler-service-token",
            kind="service token",
            role=Role.TOKEN,
            form="[0-9a-f]{32}_[0-9a-f]{64}",
            docs="https://docs.maptiler.com/cloud/admin-api/",
        ),
    ),
)

OPENCAGE = Provider(
    name="OpenCage",
    words=(
        "opencage",
        "opencagedata",
    ),
    rotate="https://opencagedata.com/dashboard",
    credentials=(
        Credential(
            id="opencage-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://opencagedata.com/api",
        ),
    ),
)

OPENROUTESERVICE = Provider(
    name="openrouteservice",
    words=(
        "openrouteservice",
        "open route service",
        "ors",
    ),
    rotate="https://openrouteservice.org/dev/#/home",
    credentials=(
        Credential(
            id="openrouteservice-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="5b3ce3597851110001cf6248[0-9a-f]{32}",
            severity=Severity.MEDIUM,
            docs="https://openrouteservice.org/dev/#/api-docs",
        ),
    ),
)

ROUTE4ME = Provider(
    name="Route4Me",
    words=("route4me",),
    rotate="https://route4me.com/",
    credentials=(
        Credential(
            id="route4me-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[0-9A-F]{32}|[0-9a-f]{32})",
            docs="https://route4me.io/docs/",
        ),
    ),
)

STADIA_MAPS = Provider(
    name="Stadia Maps",
    words=(
        "stadia",
        "stadiamaps",
        "stadia maps",
    ),
    rotate="https://docs.stadiamaps.com/authentication/",
    credentials=(
        Credential(
            id="stadia-maps-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://docs.stadiamaps.com/authentication/",
        ),
    ),
)

THUNDERFOREST = Provider(
    name="Thunderforest",
    words=("thunderforest",),
    rotate="https://www.thunderforest.com/docs/apikeys/",
    credentials=(
        Credential(
            id="thunderforest-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://www.thunderforest.com/docs/apikeys/",
        ),
    ),
)

TOMTOM = Provider(
    name="TomTom",
    words=("tomtom",),
    rotate="https://developer.tomtom.com/user/me/apps",
    credentials=(
        Credential(
            id="tomtom-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developer.tomtom.com/knowledgebase/platform/articles/how-to-get-an-tomtom-api-key/",
        ),
    ),
)

WALK_SCORE = Provider(
    name="Walk Score",
    words=(
        "walkscore",
        "walk score",
    ),
    rotate="https://www.walkscore.com/professional/api.php",
    credentials=(
        Credential(
            id="walk-score-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://www.walkscore.com/professional/api.php",
        ),
    ),
)

WHAT3WORDS = Provider(
    name="what3words",
    words=(
        "what3words",
        "w3w",
    ),
    rotate="https://accounts.what3words.com/",
    credentials=(
        Credential(
            id="what3words-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(8),
            severity=Severity.MEDIUM,
            docs="https://developer.what3words.com/public-api",
        ),
    ),
)
