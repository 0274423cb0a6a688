"""Keys of services that know and check people, mail addresses and firms."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, hexadecimal
from leakguard.rule import Credential, Provider

ABSTRACT = Provider(
    name="Abstract",
    words=("abstractapi",),
    rotate="https://app.abstractapi.com/",
    credentials=(
        Credential(
            id="abstract-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.abstractapi.com/api/vat-validation",
        ),
    ),
)

HUNTER = Provider(
    name="Hunter",
    words=(
        "hunter",
        "hunterio",
        "hunter io",
    ),
    everyday=True,
    rotate="https://hunter.io/api-keys",
    credentials=(
        Credential(
            id="hunter-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://hunter.io/api-documentation/v2",
        ),
    ),
)

INSTANTLY = Provider(
    name="Instantly",
    words=("instantly",),
    everyday=True,
    rotate="https://app.instantly.ai/app/settings/integrations",
    credentials=(
        Credential(
            id="instantly-api-key",
            kind="API key",
            role=Role.KEY,
            form="[A-Za-z0-9+/]{60,110}={0,2}",
            docs="https://developer.instantly.ai/",
        ),
    ),
)

LEMLIST = Provider(
    name="lemlist",
    words=("lemlist",),
    rotate="https://app.lemlist.com/settings/integrations",
    credentials=(
        Credential(
            id="lemlist-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developer.lemlist.com/api-reference/introduction/authentication",
        ),
    ),
)

MAILBOXLAYER = Provider(
    name="Mailboxlayer",
    words=("mailboxlayer",),
    rotate="https://mailboxlayer.com/dashboard",
    credentials=(
        Credential(
            id="mailboxlayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://mailboxlayer.com/documentation",
        ),
    ),
)

NIGHTFALL = Provider(
    name="Nightfall",
    words=("nightfall",),
    everyday=True,
    rotate="https://app.nightfall.ai/developer-platform",
    credentials=(
        Credential(
            id="nightfall-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="NF-[A-Za-z0-9]{32}",
            docs="https://help.nightfall.ai/developer-api/introduction/authentication_security",
        ),
    ),
)

NUMVERIFY = Provider(
    name="Numverify",
    words=("numverify",),
    rotate="https://numverify.com/dashboard",
    credentials=(
        Credential(
            id="numverify-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://numverify.com/documentation",
        ),
    ),
)

OOPSPAM = Provider(
    name="OOPSpam",
    words=("oopspam",),
    rotate="https://app.oopspam.com/",
    credentials=(
        Credential(
            id="oopspam-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(40),
            docs="https://www.oopspam.com/docs/",
        ),
    ),
)

PEOPLE_DATA_LABS = Provider(
    name="People Data Labs",
    words=(
        "peopledatalabs",
        "people data labs",
        "pdl",
    ),
    rotate="https://dashboard.peopledatalabs.com/api-keys",
    credentials=(
        Credential(
            id="people-data-labs-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.peopledatalabs.com/docs/authentication",
        ),
    ),
)

UPCDATABASE = Provider(
    name="UPCDatabase",
    words=(
        "upcdatabase",
        "upc database",
    ),
    rotate="https://upcdatabase.org/apikeys",
    credentials=(
        Credential(
            id="upcdatabase-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9A-F]{32}",
            severity=Severity.LOW,
            docs="https://upcdatabase.org/api",
        ),
    ),
)

VATLAYER = Provider(
    name="vatlayer",
    words=("vatlayer",),
    rotate="https://vatlayer.com/dashboard",
    credentials=(
        Credential(
            id="vatlayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://vatlayer.com/documentation",
        ),
    ),
)

ZEROBOUNCE = Provider(
    name="ZeroBounce",
    words=("zerobounce",),
    rotate="https://www.zerobounce.net/members/API",
    credentials=(
        Credential(
            id="zerobounce-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://www.zerobounce.net/docs/",
        ),
    ),
)
