"""Keys that frameworks and devices are set up with."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE
from leakguard.rule import Credential, Provider

DJANGO = Provider(
    name="Django",
    words=("django",),
    rotate="https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks",
    credentials=(
        Credential(
            id="django-insecure-key",
            kind="secret key made by startproject",
            role=Role.SECRET,
            pattern=r"django-insecure-[a-z0-9!@\#$%^&*()\-_=+]{50}",
            severity=Severity.MEDIUM,
            why="Whoever reads it can sign the sessions of a server that runs with it.",
            tail=r"A-Za-z0-9_\-",
            docs="https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
        ),
    ),
)

LARAVEL = Provider(
    name="Laravel",
    words=("laravel",),
    rotate="https://laravel.com/docs/encryption#gracefully-rotating-encryption-keys",
    credentials=(
        Credential(
            id="laravel-app-key",
            kind="application key",
            role=Role.SECRET,
            pattern=r"base64:[A-Za-z0-9+/]{43}=",
            why="Whoever reads it can make and open the cookies of a site that runs with it.",
            tail=r"A-Za-z0-9+/_\-",
            docs="https://laravel.com/docs/encryption#configuration",
        ),
    ),
)

THINGSBOARD = Provider(
    name="ThingsBoard",
    words=("thingsboard",),
    rotate="https://thingsboard.io/docs/reference/http-api/",
    credentials=(
        Credential(
            id="thingsboard-device-token",
            kind="device access token",
            role=Role.TOKEN,
            pattern=r"thingsboard\.cloud/api/v1/[A-Za-z0-9]{20}",
            severity=Severity.MEDIUM,
            why="Whoever has it can send data in the device's name.",
            tail=r"A-Za-z0-9_\-",
            docs="https://thingsboard.io/docs/reference/http-api/",
        ),
    ),
)

FILE_IO = Provider(
    name="file.io",
    words=(
        "file io",
        "fileio",
    ),
    rotate="https://www.file.io/developers",
    credentials=(
        Credential(
            id="fileio-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://www.file.io/developers",
        ),
    ),
)
