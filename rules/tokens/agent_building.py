"""Keys of services that agents and documents for them are built with."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, base62, base64url
from leakguard.rule import Credential, Provider

BOTPRESS = Provider(
    name="Botpress",
    words=("botpress",),
    rotate="https://app.botpress.cloud/profile/settings",
    credentials=(
        Credential(
            id="botpress-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="bp_pat_[A-Za-z0-9]{36}",
            docs="https://botpress.com/docs",
        ),
        Credential(
            id="botpress-bot-access-key",
            kind="bot access key",
            role=Role.KEY,
            pattern=r"bp_bak_[A-Za-z0-9_\-]{36}",
            docs="https://botpress.com/docs",
        ),
    ),
)

CODERABBIT = Provider(
    name="CodeRabbit",
    words=(
        "coderabbit",
        "code rabbit",
    ),
    rotate="https://app.coderabbit.ai/settings/api-keys",
    credentials=(
        Credential(
            id="coderabbit-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="cr-[0-9a-f]{58}",
            near=True,
            docs="https://docs.coderabbit.ai/api",
        ),
    ),
)

CURSOR = Provider(
    name="Cursor",
    words=("cursor",),
    everyday=True,
    rotate="https://cursor.com/dashboard",
    credentials=(
        Credential(
            id="cursor-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="(?:key|crsr)_[0-9a-f]{64}",
            docs="https://docs.cursor.com/account/teams/admin-api",
        ),
    ),
)

DEVIN = Provider(
    name="Devin",
    words=("devin",),
    rotate="https://app.devin.ai/settings/api-keys",
    credentials=(
        Credential(
            id="devin-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="apk_(?:user_)?[A-Za-z0-9+/]{40,200}={0,2}",
            near=True,
            docs="https://docs.devin.ai/api-reference/overview",
        ),
        Credential(
            id="devin-service-key",
            kind="service user's API key",
            role=Role.KEY,
            pattern="cog_[A-Za-z0-9]{40,80}",
            near=True,
            docs="https://docs.devin.ai/api-reference/overview",
        ),
    ),
)

DIFY = Provider(
    name="Dify",
    words=("dify",),
    rotate="https://cloud.dify.ai/apps",
    credentials=(
        Credential(
            id="dify-app-key",
            kind="application's API key",
            role=Role.KEY,
            pattern="app-[A-Za-z0-9]{24}",
            near=True,
            docs="https://docs.dify.ai/use-dify/publish/developing-with-apis",
        ),
        Credential(
            id="dify-dataset-key",
            kind="knowledge base API key",
            role=Role.KEY,
            pattern="dataset-[A-Za-z0-9]{24}",
            near=True,
            docs="https://docs.dify.ai/use-dify/publish/developing-with-apis",
        ),
    ),
)

INNGEST = Provider(
    name="Inngest",
    words=("inngest",),
    rotate="https://www.inngest.com/docs/platform/signing-keys",
    credentials=(
        Credential(
            id="inngest-signing-key",
            kind="signing key",
            role=Role.SECRET,
            pattern="signkey-(?:prod|test|branch)-[0-9a-f]{32,64}",
            docs="https://www.inngest.com/docs/platform/signing-keys",
        ),
        Credential(
            id="inngest-event-key",
            kind="event key",
            role=Role.KEY,
            form=base64url(86),
            severity=Severity.MEDIUM,
            docs="https://www.inngest.com/docs/platform/signing-keys",
        ),
    ),
)

LANGSMITH = Provider(
    name="LangSmith",
    words=(
        "langsmith",
        "langchain",
    ),
    rotate="https://smith.langchain.com/settings",
    credentials=(
        Credential(
            id="langsmith-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}",
            docs="https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
        ),
        Credential(
            id="langsmith-service-key",
            kind="service key",
            role=Role.KEY,
            pattern="lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}",
            docs="https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
        ),
        Credential(
            id="langsmith-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            pattern="ls__[0-9a-f]{32}",
            docs="https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
        ),
    ),
)

LLAMACLOUD = Provider(
    name="LlamaCloud",
    words=(
        "llamaindex",
        "llamacloud",
        "llamaparse",
        "llama cloud",
        "llama index",
    ),
    rotate="https://cloud.llamaindex.ai/api-key",
    credentials=(
        Credential(
            id="llamacloud-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="llx-[A-Za-z0-9]{48}",
            docs="https://docs.cloud.llamaindex.ai/llamacloud/getting_started/api_key",
        ),
    ),
)

OLLAMA = Provider(
    name="Ollama",
    words=("ollama",),
    rotate="https://ollama.com/settings/keys",
    credentials=(
        Credential(
            id="ollama-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[0-9a-f]{32}\.[A-Za-z0-9_\-]{24}",
            docs="https://docs.ollama.com/api/authentication",
        ),
    ),
)

TEMPORAL = Provider(
    name="Temporal",
    words=("temporal",),
    rotate="https://docs.temporal.io/cloud/api-keys",
    credentials=(
        Credential(
            id="temporal-api-key",
            kind="Cloud API key",
            role=Role.KEY,
            form=JWT,
            docs="https://docs.temporal.io/cloud/api-keys",
        ),
    ),
)

TRIGGER_DEV = Provider(
    name="Trigger.dev",
    words=(
        "trigger dev",
        "trigger",
    ),
    rotate="https://trigger.dev/docs/apikeys",
    credentials=(
        Credential(
            id="trigger-dev-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="tr_(?:dev|prod|stg|preview)_[A-Za-z0-9]{20}",
            docs="https://trigger.dev/docs/apikeys",
        ),
        Credential(
            id="trigger-dev-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="tr_pat_[a-z0-9]{40}",
            docs="https://trigger.dev/docs/apikeys",
        ),
    ),
)

UNSTRUCTURED = Provider(
    name="Unstructured",
    words=("unstructured",),
    rotate="https://platform.unstructured.io/",
    credentials=(
        Credential(
            id="unstructured-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(30),
            docs="https://docs.unstructured.io/api-reference/troubleshooting/api-key-url",
        ),
    ),
)

V0 = Provider(
    name="v0",
    words=("v0",),
    rotate="https://v0.app/chat/settings/keys",
    credentials=(
        Credential(
            id="v0-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="v1:[A-Za-z0-9]{24}:[A-Za-z0-9]{24}",
            near=True,
            docs="https://v0.app/docs/api",
        ),
    ),
)

VOICEFLOW = Provider(
    name="Voiceflow",
    words=("voiceflow",),
    rotate="https://creator.voiceflow.com/",
    credentials=(
        Credential(
            id="voiceflow-api-key",
            kind="Dialog Manager API key",
            role=Role.KEY,
            pattern=r"VF\.(?:DM|WS)\.[0-9a-f]{24}\.[A-Za-z0-9]{16}",
            docs="https://docs.voiceflow.com/reference/authentication",
        ),
    ),
)
