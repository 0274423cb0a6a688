"""Keys of services that speak, listen and call."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

BLAND_AI = Provider(
    name="Bland AI",
    words=(
        "bland",
        "blandai",
        "bland ai",
    ),
    everyday=True,
    rotate="https://app.bland.ai/dashboard/settings",
    credentials=(
        Credential(
            id="bland-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"(?:sk|org)[_\-][0-9a-z]{64,150}",
            docs="https://docs.bland.ai/api-v1/get/me",
        ),
    ),
)

CARTESIA = Provider(
    name="Cartesia",
    words=("cartesia",),
    rotate="https://play.cartesia.ai/keys",
    credentials=(
        Credential(
            id="cartesia-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk_car_[A-Za-z0-9_\-]{20,32}",
            docs="https://docs.cartesia.ai/",
        ),
    ),
)

GLADIA = Provider(
    name="Gladia",
    words=("gladia",),
    rotate="https://app.gladia.io/",
    credentials=(
        Credential(
            id="gladia-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.gladia.io/api-reference/authentication",
        ),
    ),
)

HUME = Provider(
    name="Hume",
    words=(
        "hume",
        "humeai",
    ),
    rotate="https://platform.hume.ai/settings/keys",
    credentials=(
        Credential(
            id="hume-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(48),
            docs="https://dev.hume.ai/docs/introduction/api-key",
        ),
        Credential(
            id="hume-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=base62(64),
            names=("secret",),
            docs="https://dev.hume.ai/docs/introduction/api-key",
        ),
    ),
)

LIVEKIT = Provider(
    name="LiveKit",
    words=("livekit",),
    rotate="https://docs.livekit.io/reference/api/projects/keys/",
    credentials=(
        Credential(
            id="livekit-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(32, 43, 44),
            names=("secret",),
            docs="https://docs.livekit.io/home/cloud/keys-and-tokens/",
        ),
    ),
)

LMNT = Provider(
    name="LMNT",
    words=("lmnt",),
    rotate="https://app.lmnt.com/account",
    credentials=(
        Credential(
            id="lmnt-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.lmnt.com/",
        ),
    ),
)

PLAYHT = Provider(
    name="PlayHT",
    words=(
        "playht",
        "play ht",
    ),
    rotate="https://play.ht/studio/api-access",
    credentials=(
        Credential(
            id="playht-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="ak-[0-9a-f]{32}",
            near=True,
            docs="https://docs.play.ht/reference/api-authentication",
        ),
        Credential(
            id="playht-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.play.ht/reference/api-authentication",
        ),
    ),
)

RETELL_AI = Provider(
    name="Retell AI",
    words=(
        "retell",
        "retellai",
    ),
    rotate="https://dashboard.retellai.com/apiKey",
    credentials=(
        Credential(
            id="retell-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="key_[0-9a-f]{28}",
            near=True,
            docs="https://docs.retellai.com/accounts/manage-api-keys",
        ),
    ),
)

SPEECHMATICS = Provider(
    name="Speechmatics",
    words=("speechmatics",),
    rotate="https://portal.speechmatics.com/manage-access/",
    credentials=(
        Credential(
            id="speechmatics-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://docs.speechmatics.com/introduction/authentication",
        ),
    ),
)

VAPI = Provider(
    name="Vapi",
    words=("vapi",),
    rotate="https://dashboard.vapi.ai/org/api-keys",
    credentials=(
        Credential(
            id="vapi-private-key",
            kind="private API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.vapi.ai/chat/quickstart",
        ),
    ),
)
