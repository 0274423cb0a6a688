"""Keys of services that agents browse, remember and act with."""

from leakguard.finding import Role
from leakguard.forms import UUID, hexadecimal
from leakguard.rule import Credential, Provider

ARCADE = Provider(
    name="Arcade",
    words=("arcade",),
    rotate="https://api.arcade.dev/dashboard/api-keys",
    credentials=(
        Credential(
            id="arcade-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="arc_[A-Za-z0-9]{48,64}",
            near=True,
            docs="https://docs.arcade.dev/",
        ),
    ),
)

BROWSER_USE = Provider(
    name="Browser Use",
    words=("browser use",),
    rotate="https://cloud.browser-use.com/settings",
    credentials=(
        Credential(
            id="browser-use-api-key",
            kind="Cloud API key",
            role=Role.KEY,
            pattern=r"bu_[A-Za-z0-9_\-]{40,50}",
            near=True,
            docs="https://docs.browser-use.com/cloud/api-reference",
        ),
    ),
)

COMPOSIO = Provider(
    name="Composio",
    words=("composio",),
    rotate="https://platform.composio.dev/settings",
    credentials=(
        Credential(
            id="composio-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"u?ak_[A-Za-z0-9_\-]{20,24}",
            near=True,
            docs="https://docs.composio.dev/reference",
        ),
    ),
)

CONTEXT7 = Provider(
    name="Context7",
    words=("context7",),
    rotate="https://context7.com/dashboard",
    credentials=(
        Credential(
            id="context7-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="ctx7sk-" + UUID,
            docs="https://context7.com/docs",
        ),
    ),
)

LETTA = Provider(
    name="Letta",
    words=("letta",),
    rotate="https://app.letta.com/api-keys",
    credentials=(
        Credential(
            id="letta-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-let-[A-Za-z0-9+/]{60,100}={0,2}",
            docs="https://docs.letta.com/api-overview/introduction",
        ),
    ),
)

MEM0 = Provider(
    name="Mem0",
    words=("mem0",),
    rotate="https://app.mem0.ai/dashboard/api-keys",
    credentials=(
        Credential(
            id="mem0-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="m0-[A-Za-z0-9]{40}",
            near=True,
            docs="https://docs.mem0.ai/platform/quickstart",
        ),
    ),
)

NANGO = Provider(
    name="Nango",
    words=("nango",),
    rotate="https://app.nango.dev/",
    credentials=(
        Credential(
            id="nango-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=UUID,
            names=("secret",),
            docs="https://docs.nango.dev/reference/api/authentication",
        ),
    ),
)

PIPEDREAM = Provider(
    name="Pipedream",
    words=("pipedream",),
    rotate="https://pipedream.com/user",
    credentials=(
        Credential(
            id="pipedream-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://pipedream.com/docs/rest-api/auth",
        ),
    ),
)

SCRAPEGRAPHAI = Provider(
    name="ScrapeGraphAI",
    words=(
        "scrapegraph",
        "scrapegraphai",
        "sgai",
    ),
    rotate="https://dashboard.scrapegraphai.com/",
    credentials=(
        Credential(
            id="scrapegraphai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sgai-" + UUID,
            docs="https://docs.scrapegraphai.com/api-reference/endpoint/user/get-credits",
        ),
    ),
)

STEEL = Provider(
    name="Steel",
    words=("steel",),
    rotate="https://app.steel.dev/settings/api-keys",
    credentials=(
        Credential(
            id="steel-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="ste-[A-Za-z0-9]{40,90}",
            near=True,
            docs="https://docs.steel.dev/api-reference",
        ),
    ),
)

ZEP = Provider(
    name="Zep",
    words=("zep",),
    rotate="https://app.getzep.com/",
    credentials=(
        Credential(
            id="zep-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"z_1dWlkIjoi[A-Za-z0-9_\-]{30,200}\.[A-Za-z0-9_\-]{40,200}",
            docs="https://help.getzep.com/projects",
        ),
    ),
)
