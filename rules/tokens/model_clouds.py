"""Keys of clouds on which models are run."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, capital, hexadecimal
from leakguard.rule import Credential, Provider

ANYSCALE = Provider(
    name="Anyscale",
    words=("anyscale",),
    rotate="https://console.anyscale.com/",
    credentials=(
        Credential(
            id="anyscale-credential",
            kind="credential",
            role=Role.TOKEN,
            pattern="esecret_[A-Za-z0-9]{24,40}",
            docs="https://docs.anyscale.com/auth/api-keys",
        ),
        Credential(
            id="anyscale-platform-api-key",
            kind="platform API key",
            role=Role.KEY,
            pattern="aph0_[A-Za-z0-9]{24,64}",
            docs="https://docs.anyscale.com/auth/api-keys",
        ),
    ),
)

BASETEN = Provider(
    name="Baseten",
    words=("baseten",),
    rotate="https://app.baseten.co/settings/api_keys",
    credentials=(
        Credential(
            id="baseten-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}",
            docs="https://docs.baseten.co/organization/api-keys",
        ),
    ),
)

CHUTES = Provider(
    name="Chutes",
    words=("chutes",),
    rotate="https://chutes.ai/app/api",
    credentials=(
        Credential(
            id="chutes-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"cpk_[0-9a-f]{32}\.[0-9a-f]{32}\.[A-Za-z0-9]{32}",
            docs="https://chutes.ai/docs/getting-started/authentication",
        ),
    ),
)

HYPERBOLIC = Provider(
    name="Hyperbolic",
    words=("hyperbolic",),
    rotate="https://app.hyperbolic.ai/settings",
    credentials=(
        Credential(
            id="hyperbolic-api-key",
            kind="API key",
            role=Role.KEY,
            form=JWT,
            docs="https://docs.hyperbolic.xyz/docs/getting-started",
        ),
    ),
)

LAMBDA = Provider(
    name="Lambda",
    words=(
        "lambda cloud",
        "lambdalabs",
        "lambda labs",
        "lambda api",
    ),
    rotate="https://cloud.lambda.ai/api-keys",
    credentials=(
        Credential(
            id="lambda-api-key",
            kind="Cloud API key",
            role=Role.KEY,
            pattern=r"secret_[A-Za-z0-9\-]{1,40}_[0-9a-f]{32}\.[A-Za-z0-9]{32}",
            docs="https://docs.lambda.ai/public-cloud/cloud-api/",
        ),
    ),
)

MODAL = Provider(
    name="Modal",
    words=("modal",),
    rotate="https://modal.com/settings/tokens",
    credentials=(
        Credential(
            id="modal-token-id",
            kind="token id",
            role=Role.KEY,
            pattern="ak-[A-Za-z0-9]{22}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://modal.com/docs",
        ),
        Credential(
            id="modal-token-secret",
            kind="token secret",
            role=Role.SECRET,
            pattern="as-[A-Za-z0-9]{22}",
            near=True,
            docs="https://modal.com/docs",
        ),
    ),
)

NEBIUS = Provider(
    name="Nebius",
    words=("nebius",),
    rotate="https://studio.nebius.com/settings/api-keys",
    credentials=(
        Credential(
            id="nebius-api-key",
            kind="AI Studio API key",
            role=Role.KEY,
            form=JWT,
            docs="https://docs.nebius.com/",
        ),
    ),
)

OCTOAI = Provider(
    name="OctoAI",
    words=(
        "octoai",
        "octo ai",
    ),
    rotate="https://octo.ai/",
    credentials=(
        Credential(
            id="octoai-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://octo.ai/docs",
        ),
    ),
)

PREDIBASE = Provider(
    name="Predibase",
    words=("predibase",),
    rotate="https://app.predibase.com/",
    credentials=(
        Credential(
            id="predibase-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"pb_[A-Za-z0-9_\-]{22}",
            near=True,
            docs="https://docs.predibase.com/sdk-guide/intro",
        ),
    ),
)

RUNPOD = Provider(
    name="RunPod",
    words=("runpod",),
    rotate="https://www.runpod.io/console/user/settings",
    credentials=(
        Credential(
            id="runpod-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="rpa_[A-Za-z0-9]{40,50}",
            docs="https://docs.runpod.io/get-started/api-keys",
        ),
        Credential(
            id="runpod-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=capital(40),
            docs="https://docs.runpod.io/get-started/api-keys",
        ),
    ),
)

SALAD = Provider(
    name="Salad",
    words=(
        "salad",
        "saladcloud",
    ),
    rotate="https://portal.salad.com/api-key",
    credentials=(
        Credential(
            id="salad-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"salad_cloud_[A-Za-z0-9_\-]{20,100}",
            near=True,
            docs="https://docs.salad.com/reference/api-usage",
        ),
    ),
)

VAST_AI = Provider(
    name="Vast.ai",
    words=(
        "vast",
        "vastai",
        "vast ai",
    ),
    rotate="https://cloud.vast.ai/manage-keys/",
    credentials=(
        Credential(
            id="vast-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.vast.ai/cli/reference/create-api-key",
        ),
    ),
)
