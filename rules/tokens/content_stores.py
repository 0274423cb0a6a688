"""Keys of services that hold contents."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

GNEWS = Provider(
    name="GNews",
    words=("gnews",),
    rotate="https://gnews.io/dashboard",
    credentials=(
        Credential(
            id="gnews-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.gnews.io/authentication",
        ),
    ),
)

KONTENT_AI = Provider(
    name="Kontent.ai",
    words=(
        "kontent",
        "kontentai",
    ),
    rotate="https://app.kontent.ai/",
    credentials=(
        Credential(
            id="kontent-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=JWT,
            docs="https://kontent.ai/learn/docs/apis",
        ),
    ),
)

MEDIASTACK = Provider(
    name="mediastack",
    words=("mediastack",),
    rotate="https://mediastack.com/dashboard",
    credentials=(
        Credential(
            id="mediastack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://mediastack.com/documentation",
        ),
    ),
)

MUX = Provider(
    name="Mux",
    words=("mux",),
    everyday=True,
    rotate="https://dashboard.mux.com/settings/access-tokens",
    credentials=(
        Credential(
            id="mux-token-secret",
            kind="access token secret",
            role=Role.SECRET,
            form="[A-Za-z0-9+/]{75}",
            docs="https://docs.mux.com/core/make-api-requests",
        ),
    ),
)

NEWSAPI = Provider(
    name="NewsAPI",
    words=(
        "newsapi",
        "news api",
    ),
    rotate="https://newsapi.org/account",
    credentials=(
        Credential(
            id="newsapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://newsapi.org/docs/authentication",
        ),
    ),
)

NEWSCATCHER = Provider(
    name="NewsCatcher",
    words=(
        "newscatcher",
        "newscatcherapi",
    ),
    rotate="https://app.newscatcherapi.com/",
    credentials=(
        Credential(
            id="newscatcher-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(43),
            severity=Severity.MEDIUM,
            docs="https://docs.newscatcherapi.com/",
        ),
    ),
)

PROTOCOLS_IO = Provider(
    name="protocols.io",
    words=(
        "protocolsio",
        "protocols io",
    ),
    rotate="https://www.protocols.io/developers",
    credentials=(
        Credential(
            id="protocols-io-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://apidoc.protocols.io/",
        ),
    ),
)

SANITY = Provider(
    name="Sanity",
    words=("sanity",),
    everyday=True,
    rotate="https://www.sanity.io/manage",
    credentials=(
        Credential(
            id="sanity-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="sk[A-Za-z0-9]{176,182}",
            docs="https://www.sanity.io/docs/http-auth",
        ),
    ),
)

STORYBLOK = Provider(
    name="Storyblok",
    words=("storyblok",),
    rotate="https://app.storyblok.com/#/me/account?tab=token",
    credentials=(
        Credential(
            id="storyblok-access-token",
            kind="access token",
            role=Role.TOKEN,
            form="[A-Za-z0-9]{22}tt",
            severity=Severity.MEDIUM,
            docs="https://www.storyblok.com/docs/api",
        ),
        Credential(
            id="storyblok-management-token",
            kind="management token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9]{22}tt-[0-9]{1,8}-[A-Za-z0-9_\-]{20,24}",
            docs="https://www.storyblok.com/docs/api",
        ),
    ),
)

THE_NEW_YORK_TIMES = Provider(
    name="The New York Times",
    words=(
        "nytimes",
        "new york times",
        "nyt",
    ),
    rotate="https://developer.nytimes.com/my-apps",
    credentials=(
        Credential(
            id="the-new-york-times-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32, 48),
            severity=Severity.MEDIUM,
            docs="https://developer.nytimes.com/get-started",
        ),
    ),
)

UPLOADCARE = Provider(
    name="Uploadcare",
    words=("uploadcare",),
    rotate="https://app.uploadcare.com/projects/-/api-keys/",
    credentials=(
        Credential(
            id="uploadcare-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=hexadecimal(20),
            names=(
                "secret",
                "private",
            ),
            docs="https://uploadcare.com/docs/start/api/",
        ),
    ),
)

WEBFLOW = Provider(
    name="Webflow",
    words=("webflow",),
    rotate="https://webflow.com/dashboard",
    credentials=(
        Credential(
            id="webflow-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developers.webflow.com/data/reference/authentication",
        ),
    ),
)
