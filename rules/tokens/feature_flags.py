"""Keys of services that try out models and features."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, capital, hexadecimal
from leakguard.rule import Credential, Provider

AGENTOPS = Provider(
    name="AgentOps",
    words=("agentops",),
    rotate="https://app.agentops.ai/settings/projects",
    credentials=(
        Credential(
            id="agentops-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.agentops.ai/",
        ),
    ),
)

CONFIGCAT = Provider(
    name="ConfigCat",
    words=("configcat",),
    rotate="https://app.configcat.com/sdkkey",
    credentials=(
        Credential(
            id="configcat-sdk-key",
            kind="SDK key",
            role=Role.KEY,
            pattern=r"configcat-sdk-1/[A-Za-z0-9_\-]{22}/[A-Za-z0-9_\-]{22}",
            severity=Severity.MEDIUM,
            docs="https://configcat.com/docs/",
        ),
    ),
)

FLAGSMITH = Provider(
    name="Flagsmith",
    words=("flagsmith",),
    rotate="https://app.flagsmith.com/",
    credentials=(
        Credential(
            id="flagsmith-server-key",
            kind="server-side environment key",
            role=Role.KEY,
            pattern=r"ser\.[A-Za-z0-9]{22}",
            near=True,
            docs="https://docs.flagsmith.com/clients/overview",
        ),
    ),
)

GROWTHBOOK = Provider(
    name="GrowthBook",
    words=("growthbook",),
    rotate="https://app.growthbook.io/settings/keys",
    credentials=(
        Credential(
            id="growthbook-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="secret_(?:admin|readonly|user)_[A-Za-z0-9]{20,64}",
            near=True,
            docs="https://docs.growthbook.io/api",
        ),
        Credential(
            id="growthbook-client-key",
            kind="SDK client key",
            role=Role.KEY,
            pattern="sdk-[A-Za-z0-9]{12,20}",
            near=True,
            public=True,
            docs="https://docs.growthbook.io/lib/js",
        ),
    ),
)

LAKERA = Provider(
    name="Lakera",
    words=("lakera",),
    rotate="https://platform.lakera.ai/account/api-keys",
    credentials=(
        Credential(
            id="lakera-api-key",
            kind="Guard API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.lakera.ai/",
        ),
    ),
)

LITERAL_AI = Provider(
    name="Literal AI",
    words=("literal ai",),
    rotate="https://cloud.getliteral.ai/",
    credentials=(
        Credential(
            id="literal-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"lsk_[A-Za-z0-9_\-]{40,64}",
            near=True,
            docs="https://docs.literalai.com/",
        ),
    ),
)

LOGFIRE = Provider(
    name="Logfire",
    words=("logfire",),
    rotate="https://pydantic.dev/docs/logfire/how-to-guides/create-write-tokens/",
    credentials=(
        Credential(
            id="logfire-token",
            kind="token",
            role=Role.TOKEN,
            pattern="pylf_v[0-9]_[a-z]{2,8}_[A-Za-z0-9]{43}",
            docs="https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/",
        ),
    ),
)

PATRONUS_AI = Provider(
    name="Patronus AI",
    words=("patronus",),
    rotate="https://app.patronus.ai/",
    credentials=(
        Credential(
            id="patronus-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk-[A-Za-z0-9_\-]{43}",
            near=True,
            docs="https://docs.patronus.ai/docs/api_ref",
        ),
    ),
)

SCALE_AI = Provider(
    name="Scale AI",
    words=(
        "scale",
        "scaleai",
        "scaleapi",
    ),
    everyday=True,
    rotate="https://dashboard.scale.com/settings",
    credentials=(
        Credential(
            id="scale-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:live|test)_[0-9a-f]{32}",
            docs="https://scale.com/docs/api-reference/authentication",
        ),
    ),
)

SIGOPT = Provider(
    name="SigOpt",
    words=("sigopt",),
    rotate="https://app.sigopt.com/",
    credentials=(
        Credential(
            id="sigopt-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=capital(48),
            docs="https://docs.sigopt.com/",
        ),
    ),
)

STATSIG = Provider(
    name="Statsig",
    words=("statsig",),
    rotate="https://console.statsig.com/api_keys",
    credentials=(
        Credential(
            id="statsig-server-secret",
            kind="server secret key",
            role=Role.SECRET,
            pattern="secret-[A-Za-z0-9]{43}",
            near=True,
            docs="https://docs.statsig.com/sdk-keys/api-keys/",
        ),
        Credential(
            id="statsig-console-key",
            kind="console API key",
            role=Role.KEY,
            pattern="console-[A-Za-z0-9]{43}",
            near=True,
            docs="https://docs.statsig.com/sdk-keys/api-keys/",
        ),
        Credential(
            id="statsig-client-key",
            kind="client SDK key",
            role=Role.KEY,
            pattern="client-[A-Za-z0-9]{43}",
            near=True,
            public=True,
            docs="https://docs.statsig.com/sdk-keys/api-keys/",
        ),
    ),
)
