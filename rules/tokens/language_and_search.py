"""Keys of services that recognise, translate and look things up."""

from leakguard.finding import Role
from leakguard.forms import OPAQUE, hexadecimal
from leakguard.rule import Credential, Provider

DIFFBOT = Provider(
    name="Diffbot",
    words=("diffbot",),
    rotate="https://app.diffbot.com/get-started/",
    credentials=(
        Credential(
            id="diffbot-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://docs.diffbot.com/reference/authentication",
        ),
    ),
)

CLOUDSIGHT = Provider(
    name="CloudSight",
    words=("cloudsight",),
    rotate="https://cloudsight.docs.apiary.io/",
    credentials=(
        Credential(
            id="cloudsight-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://cloudsight.docs.apiary.io/",
        ),
    ),
)

DETECT_LANGUAGE = Provider(
    name="Detect Language",
    words=(
        "detectlanguage",
        "detect language",
    ),
    rotate="https://detectlanguage.com/documentation",
    credentials=(
        Credential(
            id="detectlanguage-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://detectlanguage.com/documentation",
        ),
    ),
)

AUDD = Provider(
    name="AudD",
    words=("audd",),
    rotate="https://dashboard.audd.io/",
    credentials=(
        Credential(
            id="audd-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://docs.audd.io/",
        ),
    ),
)

DANDELION = Provider(
    name="Dandelion",
    words=("dandelion",),
    everyday=True,
    rotate="https://dandelion.eu/docs/",
    credentials=(
        Credential(
            id="dandelion-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://dandelion.eu/docs/",
        ),
    ),
)

OWLBOT = Provider(
    name="Owlbot",
    words=(
        "owlbot",
        "owl bot",
    ),
    rotate="https://owlbot.info/",
    credentials=(
        Credential(
            id="owlbot-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://owlbot.info/",
        ),
    ),
)

KAGI = Provider(
    name="Kagi",
    words=("kagi",),
    rotate="https://kagi.com/settings?p=api",
    credentials=(
        Credential(
            id="kagi-token",
            kind="API or session token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{11}\.[A-Za-z0-9_\-]{43}",
            docs="https://help.kagi.com/kagi/api/overview.html",
        ),
    ),
)

DAILY = Provider(
    name="Daily",
    words=(
        "daily co",
        "dailyco",
        "daily api",
    ),
    rotate="https://dashboard.daily.co/developers",
    credentials=(
        Credential(
            id="daily-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.daily.co/reference/rest-api",
        ),
    ),
)
