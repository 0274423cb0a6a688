"""Keys of services that language-model agents search, browse and remember with."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

BRAVE_SEARCH = Provider(
    name="Brave Search",
    words=("brave",),
    rotate="https://api-dashboard.search.brave.com/app/keys",
    credentials=(
        Credential(
            id="brave-search-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"BSA[A-Za-z0-9_\-]{28}",
            near=True,
            docs="https://api-dashboard.search.brave.com/app/documentation",
        ),
    ),
)

BROWSERBASE = Provider(
    name="Browserbase",
    words=("browserbase",),
    rotate="https://www.browserbase.com/settings",
    credentials=(
        Credential(
            id="browserbase-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"bb_live_[A-Za-z0-9_\-]{27}",
            docs="https://docs.browserbase.com/reference/api/overview",
        ),
    ),
)

E2B = Provider(
    name="E2B",
    words=("e2b",),
    rotate="https://e2b.dev/dashboard",
    credentials=(
        Credential(
            id="e2b-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="e2b_[0-9a-f]{40}",
            docs="https://e2b.dev/docs/api-key",
        ),
        Credential(
            id="e2b-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="sk_e2b_[0-9a-f]{40}",
            docs="https://e2b.dev/docs/api-key",
        ),
    ),
)

EXA = Provider(
    name="Exa",
    words=(
        "exa",
        "exaai",
        "metaphor",
    ),
    everyday=True,
    rotate="https://dashboard.exa.ai/api-keys",
    credentials=(
        Credential(
            id="exa-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.exa.ai/reference/getting-started",
        ),
    ),
)

FIRECRAWL = Provider(
    name="Firecrawl",
    words=("firecrawl",),
    rotate="https://www.firecrawl.dev/app/api-keys",
    credentials=(
        Credential(
            id="firecrawl-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="fc-[0-9a-f]{32}",
            docs="https://docs.firecrawl.dev/api-reference/introduction",
        ),
    ),
)

HYPERBROWSER = Provider(
    name="Hyperbrowser",
    words=("hyperbrowser",),
    rotate="https://app.hyperbrowser.ai/",
    credentials=(
        Credential(
            id="hyperbrowser-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="hb_[0-9a-f]{28,40}",
            near=True,
            docs="https://docs.hyperbrowser.ai/",
        ),
    ),
)

LINKUP = Provider(
    name="Linkup",
    words=("linkup",),
    rotate="https://app.linkup.so/",
    credentials=(
        Credential(
            id="linkup-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.linkup.so/pages/documentation/development/authentication",
        ),
    ),
)

SEARCHAPI = Provider(
    name="SearchApi",
    words=(
        "searchapi",
        "search api",
    ),
    rotate="https://www.searchapi.io/api_tokens",
    credentials=(
        Credential(
            id="searchapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(24),
            docs="https://www.searchapi.io/docs/google",
        ),
    ),
)

SERPAPI = Provider(
    name="SerpApi",
    words=(
        "serpapi",
        "serp api",
    ),
    rotate="https://serpapi.com/manage-api-key",
    credentials=(
        Credential(
            id="serpapi-api-key",
            kind="private API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://serpapi.com/search-api",
        ),
    ),
)

SERPER = Provider(
    name="Serper",
    words=("serper",),
    rotate="https://serper.dev/api-key",
    credentials=(
        Credential(
            id="serper-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://serper.dev/",
        ),
    ),
)

TAVILY = Provider(
    name="Tavily",
    words=("tavily",),
    rotate="https://app.tavily.com/home",
    credentials=(
        Credential(
            id="tavily-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"tvly-(?:(?:dev|prod)-)?[A-Za-z0-9][A-Za-z0-9\-]{30,70}[A-Za-z0-9]",
            docs="https://docs.tavily.com/documentation/api-reference/introduction",
        ),
    ),
)

YOU_COM = Provider(
    name="You.com",
    words=(
        "ydc",
        "you com",
        "youcom",
    ),
    rotate="https://you.com/platform",
    credentials=(
        Credential(
            id="you-com-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"ydc-sk-[A-Za-z0-9_\-]{24,100}",
            docs="https://documentation.you.com/api-reference/",
        ),
    ),
)
