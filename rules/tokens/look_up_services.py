"""Keys of services that look things up."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, base62, hexadecimal
from leakguard.rule import Credential, Provider

PDFLAYER = Provider(
    name="pdflayer",
    words=(
        "pdflayer",
        "pdf layer",
    ),
    rotate="https://pdflayer.com/documentation",
    credentials=(
        Credential(
            id="pdflayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://pdflayer.com/documentation",
        ),
    ),
)

APILAYER = Provider(
    name="APILayer",
    words=(
        "apilayer",
        "api layer",
    ),
    rotate="https://apilayer.com/account",
    credentials=(
        Credential(
            id="apilayer-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://apilayer.com/docs",
        ),
    ),
)

RAPIDAPI = Provider(
    name="RapidAPI",
    words=(
        "rapidapi",
        "rapid api",
        "x rapidapi",
    ),
    rotate="https://docs.rapidapi.com/docs/keys",
    credentials=(
        Credential(
            id="rapidapi-key",
            kind="key",
            role=Role.KEY,
            pattern="[0-9a-f]{10}msh[0-9a-f]{15}p[0-9a-f]{6}jsn[0-9a-f]{12}",
            docs="https://docs.rapidapi.com/docs/keys",
        ),
    ),
)

SHODAN = Provider(
    name="Shodan",
    words=("shodan",),
    rotate="https://account.shodan.io/",
    credentials=(
        Credential(
            id="shodan-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://developer.shodan.io/api/requirements",
        ),
    ),
)

PASTEBIN = Provider(
    name="Pastebin",
    words=("pastebin",),
    rotate="https://pastebin.com/doc_api",
    credentials=(
        Credential(
            id="pastebin-dev-key",
            kind="developer key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://pastebin.com/doc_api",
        ),
    ),
)

SCRAPERAPI = Provider(
    name="ScraperAPI",
    words=(
        "scraperapi",
        "scraper api",
    ),
    rotate="https://dashboard.scraperapi.com/",
    credentials=(
        Credential(
            id="scraperapi-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.scraperapi.com/dashboard-and-billing/api-key",
        ),
    ),
)

ENIGMA = Provider(
    name="Enigma",
    words=("enigma",),
    everyday=True,
    rotate="https://developers.enigma.com/docs/authentication",
    credentials=(
        Credential(
            id="enigma-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developers.enigma.com/docs/authentication",
        ),
    ),
)
