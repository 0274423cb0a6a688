"""Keys of services that run models of language, speech and images."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

PERPLEXITY = Provider(
    name="Perplexity",
    words=(
        "perplexity",
        "pplx",
    ),
    rotate="https://www.perplexity.ai/settings/api",
    credentials=(
        Credential(
            id="perplexity-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="pplx-[A-Za-z0-9]{48}",
            docs="https://docs.perplexity.ai/guides/api-key-management",
        ),
    ),
)

REPLICATE = Provider(
    name="Replicate",
    words=("replicate",),
    rotate="https://replicate.com/account/api-tokens",
    credentials=(
        Credential(
            id="replicate-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="r8_[A-Za-z0-9]{37}",
            docs="https://replicate.com/docs/topics/security/api-tokens",
        ),
        Credential(
            id="replicate-legacy-api-token",
            kind="API token of the older form",
            role=Role.TOKEN,
            form=hexadecimal(40),
            names=("token", "key"),
            docs="https://replicate.com/docs/topics/security/api-tokens",
        ),
    ),
)

XAI = Provider(
    name="xAI",
    words=("xai",),
    rotate="https://console.x.ai/team/default/api-keys",
    credentials=(
        Credential(
            id="xai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="xai-[A-Za-z0-9]{80}",
            docs="https://docs.x.ai/docs/key-information/using-management-api",
        ),
        Credential(
            id="xai-management-key",
            kind="management key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern="xai-token-[A-Za-z0-9]{60,100}",
            docs="https://docs.x.ai/docs/key-information/using-management-api",
        ),
    ),
)

COHERE = Provider(
    name="Cohere",
    words=("cohere", "co api"),
    rotate="https://dashboard.cohere.com/api-keys",
    credentials=(
        Credential(
            id="cohere-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(40),
            docs="https://docs.cohere.com/docs/rate-limits",
        ),
    ),
)

DEEPSEEK = Provider(
    name="DeepSeek",
    words=("deepseek",),
    rotate="https://platform.deepseek.com/api_keys",
    credentials=(
        Credential(
            id="deepseek-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[0-9a-f]{32}",
            near=True,
            docs="https://api-docs.deepseek.com/",
        ),
    ),
)

ASSEMBLYAI = Provider(
    name="AssemblyAI",
    words=(
        "assemblyai",
        "assembly ai",
    ),
    rotate="https://www.assemblyai.com/dashboard/api-keys",
    credentials=(
        Credential(
            id="assemblyai-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://www.assemblyai.com/docs",
        ),
    ),
)

CLARIFAI = Provider(
    name="Clarifai",
    words=("clarifai",),
    rotate="https://clarifai.com/settings/security",
    credentials=(
        Credential(
            id="clarifai-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://docs.clarifai.com/control/authentication/pat",
        ),
    ),
)

DEEPGRAM = Provider(
    name="Deepgram",
    words=("deepgram",),
    rotate="https://developers.deepgram.com/docs/create-additional-api-keys",
    credentials=(
        Credential(
            id="deepgram-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://developers.deepgram.com/docs/create-additional-api-keys",
        ),
    ),
)

ELEVENLABS = Provider(
    name="ElevenLabs",
    words=(
        "elevenlabs",
        "eleven labs",
        "xi api",
    ),
    rotate="https://elevenlabs.io/app/settings/api-keys",
    credentials=(
        Credential(
            id="elevenlabs-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk_[0-9a-f]{48}",
            docs="https://elevenlabs.io/docs/api-reference/authentication",
        ),
        Credential(
            id="elevenlabs-old-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://elevenlabs.io/docs/api-reference/authentication",
        ),
    ),
)

EDEN_AI = Provider(
    name="Eden AI",
    words=(
        "edenai",
        "eden ai",
    ),
    rotate="https://app.edenai.run/admin/api-settings/features-preferences",
    credentials=(
        Credential(
            id="edenai-api-key",
            kind="API key",
            role=Role.KEY,
            form=JWT,
            docs="https://docs.edenai.co/reference/start-your-ai-journey-with-edenai",
        ),
    ),
)

DEEPAI = Provider(
    name="DeepAI",
    words=(
        "deepai",
        "deep ai",
    ),
    rotate="https://deepai.org/dashboard/profile",
    credentials=(
        Credential(
            id="deepai-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://deepai.org/docs",
        ),
    ),
)

WEIGHTS_BIASES = Provider(
    name="Weights & Biases",
    words=(
        "wandb",
        "weights and biases",
        "weights biases",
    ),
    rotate="https://wandb.ai/settings",
    credentials=(
        Credential(
            id="wandb-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="wandb_v1_[A-Za-z0-9_]{60,90}",
            tail="A-Za-z0-9_",
            docs="https://docs.wandb.ai/support/find_api_key/",
        ),
        Credential(
            id="wandb-old-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://docs.wandb.ai/support/find_api_key/",
        ),
    ),
)
