"""Keys of services that read and translate text."""

from leakguard.finding import Role
from leakguard.forms import UUID, capital, hexadecimal
from leakguard.rule import Credential, Provider, service

AYLIEN = Provider(
    name="Aylien",
    words=("aylien",),
    rotate="https://aylien.com/",
    credentials=(
        Credential(
            id="aylien-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.aylien.com/textapi/#getting-started",
        ),
    ),
)

DEEPL = Provider(
    name="DeepL",
    words=("deepl",),
    rotate="https://www.deepl.com/your-account/keys",
    credentials=(
        Credential(
            id="deepl-free-auth-key",
            kind="free authentication key",
            role=Role.KEY,
            pattern=UUID + ":fx",
            docs="https://developers.deepl.com/docs/getting-started/auth",
        ),
        Credential(
            id="deepl-auth-key",
            kind="authentication key",
            role=Role.KEY,
            form=UUID,
            docs="https://developers.deepl.com/docs/getting-started/auth",
        ),
    ),
)

GENGO = service("Gengo", "https://developers.gengo.com/v2/authentication/", "gengo", "mygengo")

MEANINGCLOUD = Provider(
    name="MeaningCloud",
    words=(
        "meaningcloud",
        "meaning cloud",
    ),
    rotate="https://www.meaningcloud.com/developer/account/subscriptions",
    credentials=(
        Credential(
            id="meaningcloud-license-key",
            kind="license key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://www.meaningcloud.com/developer/documentation",
        ),
    ),
)

PRIVATE_AI = Provider(
    name="Private AI",
    words=(
        "privateai",
        "private ai",
    ),
    rotate="https://portal.private-ai.com/",
    credentials=(
        Credential(
            id="private-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.private-ai.com/",
        ),
    ),
)

SAPLING = Provider(
    name="Sapling",
    words=("sapling",),
    rotate="https://sapling.ai/user/settings",
    credentials=(
        Credential(
            id="sapling-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(32),
            docs="https://sapling.ai/docs",
        ),
    ),
)

WIT_AI = Provider(
    name="Wit.ai",
    words=(
        "wit",
        "witai",
        "wit ai",
    ),
    rotate="https://wit.ai/",
    credentials=(
        Credential(
            id="wit-ai-token",
            kind="access token",
            role=Role.TOKEN,
            form=capital(32),
            docs="https://wit.ai/docs/http",
        ),
    ),
)
