"""Keys of companies that offer language models."""

from leakguard.finding import Role, Severity
from leakguard.rule import Credential, Provider

_OPENAI_DOCS = "https://platform.openai.com/docs/api-reference/authentication"

OPENAI = Provider(
    name="OpenAI",
    words=("openai", "gpt", "chatgpt"),
    rotate="https://platform.openai.com/api-keys",
    credentials=(
        Credential(
            id="openai-project-api-key",
            kind="project or service account API key",
            role=Role.KEY,
            pattern=r"sk- (?: proj | svcacct | None | service ) -[A-Za-z0-9_\-]{40,200}",
            docs=_OPENAI_DOCS,
        ),
        Credential(
            id="openai-admin-key",
            kind="admin API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"sk-admin-[A-Za-z0-9_\-]{40,200}",
            docs="https://platform.openai.com/docs/api-reference/administration",
        ),
        Credential(
            id="openai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk-[A-Za-z0-9]{48}",
            docs=_OPENAI_DOCS,
        ),
        Credential(
            id="openai-session-token",
            kind="session token",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"sess-[A-Za-z0-9]{40}",
            docs=_OPENAI_DOCS,
        ),
    ),
)

_ANTHROPIC_DOCS = "https://docs.anthropic.com/en/api/getting-started"

ANTHROPIC = Provider(
    name="Anthropic",
    words=("anthropic", "claude"),
    rotate="https://console.anthropic.com/settings/keys",
    credentials=(
        Credential(
            id="anthropic-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk-ant-api[0-9]{2}-[A-Za-z0-9_\-]{80,120}",
            docs=_ANTHROPIC_DOCS,
        ),
        Credential(
            id="anthropic-admin-api-key",
            kind="admin API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"sk-ant-admin[0-9]{2}-[A-Za-z0-9_\-]{80,120}",
            docs="https://docs.anthropic.com/en/api/administration-api",
        ),
        Credential(
            id="anthropic-oauth-token",
            kind="OAuth access or refresh token",
            role=Role.TOKEN,
            pattern=r"sk-ant-o[ar]t[0-9]{2}-[A-Za-z0-9_\-]{80,120}",
            docs="https://docs.anthropic.com/en/docs/claude-code/iam",
        ),
        Credential(
            id="anthropic-session-key",
            kind="session key",
            role=Role.TOKEN,
            pattern=r"sk-ant-sid[0-9]{2}-[A-Za-z0-9_\-]{80,140}",
            docs=_ANTHROPIC_DOCS,
        ),
    ),
)

_HUGGING_FACE_DOCS = "https://huggingface.co/docs/hub/security-tokens"

HUGGING_FACE = Provider(
    name="Hugging Face",
    words=("hugging face", "hf"),
    rotate="https://huggingface.co/settings/tokens",
    credentials=(
        Credential(
            id="huggingface-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"hf_[A-Za-z0-9]{34,37}",
            docs=_HUGGING_FACE_DOCS,
        ),
        Credential(
            id="huggingface-organization-token",
            kind="organization API token",
            role=Role.TOKEN,
            pattern=r"api_org_[A-Za-z0-9]{34}",
            docs=_HUGGING_FACE_DOCS,
        ),
        Credential(
            id="huggingface-oauth-app-secret",
            kind="OAuth app secret",
            role=Role.SECRET,
            pattern=r"oauth_app_secret_[A-Za-z0-9]{34}",
            docs="https://huggingface.co/docs/hub/oauth",
        ),
    ),
)

GROQ = Provider(
    name="Groq",
    words=("groq",),
    rotate="https://console.groq.com/keys",
    credentials=(
        Credential(
            id="groq-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"gsk_[A-Za-z0-9]{52}",
            docs="https://console.groq.com/docs/quickstart",
        ),
    ),
)
