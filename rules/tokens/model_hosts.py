"""Keys of services that host models of others."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

CEREBRAS = Provider(
    name="Cerebras",
    words=("cerebras",),
    rotate="https://cloud.cerebras.ai/platform",
    credentials=(
        Credential(
            id="cerebras-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="csk-[a-z0-9]{48}",
            docs="https://inference-docs.cerebras.ai/quickstart",
        ),
    ),
)

DEEPINFRA = Provider(
    name="DeepInfra",
    words=(
        "deepinfra",
        "deep infra",
    ),
    rotate="https://deepinfra.com/dash/api_keys",
    credentials=(
        Credential(
            id="deepinfra-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://deepinfra.com/docs",
        ),
    ),
)

FEATHERLESS = Provider(
    name="Featherless",
    words=("featherless",),
    rotate="https://featherless.ai/account/api-keys",
    credentials=(
        Credential(
            id="featherless-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="rc_[0-9a-f]{64}",
            docs="https://featherless.ai/docs",
        ),
    ),
)

FIREWORKS_AI = Provider(
    name="Fireworks AI",
    words=(
        "fireworks",
        "fireworksai",
    ),
    rotate="https://app.fireworks.ai/settings/users/api-keys",
    credentials=(
        Credential(
            id="fireworks-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="fw_[A-Za-z0-9]{22,24}",
            near=True,
            docs="https://docs.fireworks.ai/api-reference/create-api-key",
        ),
    ),
)

FRIENDLI = Provider(
    name="Friendli",
    words=(
        "friendli",
        "friendliai",
    ),
    rotate="https://friendli.ai/docs/guides/personal_access_tokens",
    credentials=(
        Credential(
            id="friendli-token",
            kind="personal API key",
            role=Role.TOKEN,
            pattern="flp_[A-Za-z0-9]{40,50}",
            docs="https://friendli.ai/docs",
        ),
    ),
)

NOVITA_AI = Provider(
    name="Novita AI",
    words=(
        "novita",
        "novitaai",
    ),
    rotate="https://novita.ai/settings/key-management",
    credentials=(
        Credential(
            id="novita-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk_[A-Za-z0-9_\-]{43}",
            near=True,
            docs="https://novita.ai/docs",
        ),
    ),
)

NVIDIA = Provider(
    name="NVIDIA",
    words=(
        "nvidia",
        "ngc",
        "nim",
    ),
    rotate="https://build.nvidia.com/settings/api-keys",
    credentials=(
        Credential(
            id="nvidia-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"nvapi-[A-Za-z0-9_\-]{64}",
            docs="https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
        ),
        Credential(
            id="nvidia-ngc-api-key",
            kind="NGC API key of the older form",
            role=Role.KEY,
            form=base62(84),
            docs="https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
        ),
    ),
)

OPENROUTER = Provider(
    name="OpenRouter",
    words=(
        "openrouter",
        "open router",
    ),
    rotate="https://openrouter.ai/settings/keys",
    credentials=(
        Credential(
            id="openrouter-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-or-v1-[0-9a-f]{64}",
            docs="https://openrouter.ai/docs/api-reference/authentication",
        ),
    ),
)

SAMBANOVA = Provider(
    name="SambaNova",
    words=(
        "sambanova",
        "samba nova",
    ),
    rotate="https://cloud.sambanova.ai/apis",
    credentials=(
        Credential(
            id="sambanova-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.sambanova.ai/docs/en/get-started/api-keys-urls",
        ),
    ),
)

TOGETHER_AI = Provider(
    name="Together AI",
    words=(
        "together",
        "togetherai",
        "together ai",
    ),
    rotate="https://api.together.ai/settings/api-keys",
    credentials=(
        Credential(
            id="together-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"tgp_v1_[A-Za-z0-9_\-]{43}",
            docs="https://docs.together.ai/docs/api-keys-authentication",
        ),
        Credential(
            id="together-ai-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.together.ai/docs/api-keys-authentication",
        ),
    ),
)
