"""Keys of services that make, find and read pictures and films."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

BLACK_FOREST_LABS = Provider(
    name="Black Forest Labs",
    words=(
        "bfl",
        "black forest",
        "black forest labs",
    ),
    rotate="https://dashboard.bfl.ai/",
    credentials=(
        Credential(
            id="black-forest-labs-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:bfl_[A-Za-z0-9]{32,64}|" + UUID + ")",
            docs="https://docs.bfl.ai/quick_start/create_account",
        ),
    ),
)

D_ID = Provider(
    name="D-ID",
    words=(
        "d id",
        "did",
    ),
    everyday=True,
    rotate="https://studio.d-id.com/account-settings",
    credentials=(
        Credential(
            id="d-id-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[A-Za-z0-9+/]{16,80}={0,2}:[A-Za-z0-9_\-]{21}",
            docs="https://docs.d-id.com/reference/basic-authentication",
        ),
    ),
)

FAL = Provider(
    name="fal",
    words=(
        "fal",
        "falai",
    ),
    everyday=True,
    rotate="https://fal.ai/dashboard/keys",
    credentials=(
        Credential(
            id="fal-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID + ":[0-9a-f]{32}",
            docs="https://docs.fal.ai/authentication/key-based",
        ),
    ),
)

HEYGEN = Provider(
    name="HeyGen",
    words=("heygen",),
    rotate="https://app.heygen.com/settings",
    credentials=(
        Credential(
            id="heygen-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk_V2_hgu_[A-Za-z0-9_\-]{30,60}",
            docs="https://docs.heygen.com/docs/api-key",
        ),
        Credential(
            id="heygen-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form="[A-Za-z0-9+/]{54,62}={1,2}",
            docs="https://docs.heygen.com/docs/api-key",
        ),
    ),
)

IDEOGRAM = Provider(
    name="Ideogram",
    words=("ideogram",),
    rotate="https://ideogram.ai/manage-api",
    credentials=(
        Credential(
            id="ideogram-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(86),
            docs="https://developer.ideogram.ai/ideogram-api/api-setup",
        ),
    ),
)

LEONARDO_AI = Provider(
    name="Leonardo.Ai",
    words=("leonardo",),
    rotate="https://app.leonardo.ai/api-access",
    credentials=(
        Credential(
            id="leonardo-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.leonardo.ai/docs/create-your-api-key",
        ),
    ),
)

LUMA_AI = Provider(
    name="Luma AI",
    words=(
        "luma",
        "lumaai",
    ),
    rotate="https://lumalabs.ai/dream-machine/api/keys",
    credentials=(
        Credential(
            id="luma-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="luma-" + UUID + "(?:-" + UUID + ")?",
            docs="https://docs.lumalabs.ai/docs/api",
        ),
    ),
)

PHOTOROOM = Provider(
    name="Photoroom",
    words=("photoroom",),
    rotate="https://app.photoroom.com/api-dashboard",
    credentials=(
        Credential(
            id="photoroom-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"(?:sandbox_)?sk_pr_[A-Za-z0-9\-]{1,40}_[0-9a-f]{40}",
            near=True,
            docs="https://docs.photoroom.com/getting-started/how-can-i-get-my-api-key",
        ),
        Credential(
            id="photoroom-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://docs.photoroom.com/getting-started/how-can-i-get-my-api-key",
        ),
    ),
)

REMOVE_BG = Provider(
    name="remove.bg",
    words=(
        "removebg",
        "remove bg",
    ),
    rotate="https://www.remove.bg/dashboard",
    credentials=(
        Credential(
            id="remove-bg-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(24),
            docs="https://www.remove.bg/api",
        ),
    ),
)

RUNWAY = Provider(
    name="Runway",
    words=(
        "runway",
        "runwayml",
    ),
    everyday=True,
    rotate="https://docs.dev.runwayml.com/guides/setup/",
    credentials=(
        Credential(
            id="runway-api-secret",
            kind="API secret",
            role=Role.SECRET,
            pattern="key_[0-9a-f]{128}",
            docs="https://docs.dev.runwayml.com/guides/setup/",
        ),
    ),
)

STABILITY_AI = Provider(
    name="Stability AI",
    words=(
        "stability",
        "stabilityai",
    ),
    rotate="https://platform.stability.ai/account/keys",
    credentials=(
        Credential(
            id="stability-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[A-Za-z0-9]{48}",
            near=True,
            docs="https://platform.stability.ai/docs",
        ),
    ),
)

SYNTHESIA = Provider(
    name="Synthesia",
    words=("synthesia",),
    rotate="https://app.synthesia.io/",
    credentials=(
        Credential(
            id="synthesia-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.synthesia.io/reference/synthesia-api-quickstart",
        ),
    ),
)
