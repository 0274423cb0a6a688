"""Keys of services that find and read pictures."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

GIPHY = Provider(
    name="GIPHY",
    words=("giphy",),
    rotate="https://developers.giphy.com/dashboard/",
    credentials=(
        Credential(
            id="giphy-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developers.giphy.com/docs/api",
        ),
    ),
)

GYAZO = Provider(
    name="Gyazo",
    words=("gyazo",),
    rotate="https://gyazo.com/oauth/applications",
    credentials=(
        Credential(
            id="gyazo-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=base64url(43),
            docs="https://gyazo.com/api/docs",
        ),
    ),
)

ICONFINDER = Provider(
    name="Iconfinder",
    words=("iconfinder",),
    rotate="https://www.iconfinder.com/account/applications",
    credentials=(
        Credential(
            id="iconfinder-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(64),
            docs="https://developer.iconfinder.com/",
        ),
    ),
)

IMAGGA = Provider(
    name="Imagga",
    words=("imagga",),
    rotate="https://imagga.com/profile/dashboard",
    credentials=(
        Credential(
            id="imagga-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://docs.imagga.com/#authentication",
        ),
        Credential(
            id="imagga-api-key",
            kind="API key",
            role=Role.KEY,
            form="acc_[0-9a-f]{15}",
            severity=Severity.MEDIUM,
            docs="https://docs.imagga.com/#authentication",
        ),
    ),
)

PEXELS = Provider(
    name="Pexels",
    words=("pexels",),
    rotate="https://www.pexels.com/api/",
    credentials=(
        Credential(
            id="pexels-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(56),
            docs="https://www.pexels.com/api/documentation/",
        ),
    ),
)

PIXABAY = Provider(
    name="Pixabay",
    words=("pixabay",),
    rotate="https://pixabay.com/api/docs/",
    credentials=(
        Credential(
            id="pixabay-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9]{5,9}-[0-9a-f]{25}",
            severity=Severity.MEDIUM,
            docs="https://pixabay.com/api/docs/",
        ),
    ),
)

ROBOFLOW = Provider(
    name="Roboflow",
    words=("roboflow",),
    rotate="https://app.roboflow.com/settings/api",
    credentials=(
        Credential(
            id="roboflow-api-key",
            kind="private API key",
            role=Role.KEY,
            form=base62(20),
            docs="https://docs.roboflow.com/api-reference/authentication",
        ),
        Credential(
            id="roboflow-publishable-key",
            kind="publishable key",
            role=Role.KEY,
            pattern="rf_[A-Za-z0-9]{28}",
            public=True,
            docs="https://docs.roboflow.com/api-reference/authentication",
        ),
    ),
)

SHOTSTACK = Provider(
    name="Shotstack",
    words=("shotstack",),
    rotate="https://dashboard.shotstack.io/",
    credentials=(
        Credential(
            id="shotstack-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(40),
            docs="https://shotstack.io/docs/api/",
        ),
    ),
)

SHUTTERSTOCK = Provider(
    name="Shutterstock",
    words=("shutterstock",),
    rotate="https://www.shutterstock.com/account/developers/apps",
    credentials=(
        Credential(
            id="shutterstock-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="v2/[A-Za-z0-9+/]{300,500}",
            near=True,
            docs="https://api-reference.shutterstock.com/#authentication",
        ),
        Credential(
            id="shutterstock-consumer-secret",
            kind="consumer secret",
            role=Role.SECRET,
            form=base62(16),
            names=("secret",),
            docs="https://api-reference.shutterstock.com/#authentication",
        ),
    ),
)

UNSPLASH = Provider(
    name="Unsplash",
    words=("unsplash",),
    rotate="https://unsplash.com/oauth/applications",
    credentials=(
        Credential(
            id="unsplash-key",
            kind="access key or secret key",
            role=Role.KEY,
            form=base64url(43, 64),
            called=("client id",),  # which the interface calls the access key
            docs="https://unsplash.com/documentation",
        ),
    ),
)
