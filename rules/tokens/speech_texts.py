"""Keys of services that turn speech into text and carry it."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

AGORA = Provider(
    name="Agora",
    words=("agora",),
    rotate="https://console.agora.io/",
    credentials=(
        Credential(
            id="agora-app-certificate",
            kind="app certificate",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=(
                "certificate",
                "cert",
            ),
            docs="https://docs.agora.io/en/video-calling/reference/manage-agora-account",
        ),
        Credential(
            id="agora-customer-secret",
            kind="customer secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://docs.agora.io/en/video-calling/reference/manage-agora-account",
        ),
    ),
)

FISH_AUDIO = Provider(
    name="Fish Audio",
    words=("fish audio",),
    rotate="https://fish.audio/app/api-keys/",
    credentials=(
        Credential(
            id="fish-audio-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.fish.audio/developer-guide/sdk-guide/python/authentication",
        ),
    ),
)

HAPPY_SCRIBE = Provider(
    name="Happy Scribe",
    words=(
        "happyscribe",
        "happy scribe",
    ),
    rotate="https://www.happyscribe.com/api",
    credentials=(
        Credential(
            id="happy-scribe-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(24),
            docs="https://dev.happyscribe.com/",
        ),
    ),
)

MURF = Provider(
    name="Murf",
    words=("murf",),
    rotate="https://murf.ai/api/dashboard",
    credentials=(
        Credential(
            id="murf-api-key",
            kind="API key",
            role=Role.KEY,
            near=True,
            pattern="ap2_" + UUID,
            docs="https://murf.ai/api/docs",
        ),
    ),
)

REV_AI = Provider(
    name="Rev.ai",
    words=(
        "revai",
        "rev ai",
    ),
    rotate="https://www.rev.ai/access-token",
    credentials=(
        Credential(
            id="rev-ai-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=r"02[A-Za-z0-9_\-]{40,100}",
            docs="https://docs.rev.ai/get-started/",
        ),
    ),
)

SONIOX = Provider(
    name="Soniox",
    words=("soniox",),
    rotate="https://console.soniox.com/",
    credentials=(
        Credential(
            id="soniox-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://soniox.com/docs",
        ),
    ),
)

SPEECHTEXT_AI = Provider(
    name="SpeechText.AI",
    words=(
        "speechtext",
        "speechtextai",
    ),
    rotate="https://speechtext.ai/",
    credentials=(
        Credential(
            id="speechtext-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://speechtext.ai/speech-recognition-api",
        ),
    ),
)

VOICEGAIN = Provider(
    name="Voicegain",
    words=("voicegain",),
    rotate="https://console.voicegain.ai/",
    credentials=(
        Credential(
            id="voicegain-token",
            kind="JSON Web Token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.voicegain.ai/",
        ),
    ),
)
