"""Keys of services that watch, test and guard language models."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, base64url
from leakguard.rule import Credential, Provider

ARIZE = Provider(
    name="Arize",
    words=("arize",),
    rotate="https://app.arize.com/",
    credentials=(
        Credential(
            id="arize-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="ak-" + UUID + r"-[A-Za-z0-9_\-]{32}",
            docs="https://arize.com/docs/ax",
        ),
    ),
)

BRAINTRUST = Provider(
    name="Braintrust",
    words=("braintrust",),
    rotate="https://www.braintrust.dev/app/settings",
    credentials=(
        Credential(
            id="braintrust-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[A-Za-z0-9]{48}",
            near=True,
            docs="https://www.braintrust.dev/docs",
        ),
        Credential(
            id="braintrust-service-token",
            kind="service token",
            role=Role.TOKEN,
            pattern="bt-st-[A-Za-z0-9]{48}",
            docs="https://www.braintrust.dev/docs",
        ),
    ),
)

COMET = Provider(
    name="Comet",
    words=(
        "comet",
        "comet ml",
        "opik",
    ),
    everyday=True,
    rotate="https://www.comet.com/account-settings/apiKeys",
    credentials=(
        Credential(
            id="comet-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(25),
            docs="https://www.comet.com/docs/",
        ),
    ),
)

GALILEO = Provider(
    name="Galileo",
    words=("galileo",),
    rotate="https://app.galileo.ai/",
    credentials=(
        Credential(
            id="galileo-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(43),
            docs="https://docs.galileo.ai/api-reference/auth/login-api-key",
        ),
    ),
)

HELICONE = Provider(
    name="Helicone",
    words=("helicone",),
    rotate="https://us.helicone.ai/settings/api-keys",
    credentials=(
        Credential(
            id="helicone-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="[sp]k-helicone-(?:eu-)?[a-z0-9]{7}(?:-[a-z0-9]{7}){3}",
            docs="https://docs.helicone.ai/helicone-headers/helicone-auth",
        ),
    ),
)

HUMANLOOP = Provider(
    name="Humanloop",
    words=("humanloop",),
    rotate="https://app.humanloop.com/account/api-keys",
    credentials=(
        Credential(
            id="humanloop-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="hl_sk_[A-Za-z0-9]{40,64}",
            docs="https://humanloop.com/docs",
        ),
    ),
)

LANGFUSE = Provider(
    name="Langfuse",
    words=("langfuse",),
    rotate="https://langfuse.com/faq/all/lost-secret-key",
    credentials=(
        Credential(
            id="langfuse-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk-lf-" + UUID,
            docs="https://langfuse.com/docs",
        ),
        Credential(
            id="langfuse-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="pk-lf-" + UUID,
            public=True,
            docs="https://langfuse.com/docs",
        ),
    ),
)

LANGWATCH = Provider(
    name="LangWatch",
    words=("langwatch",),
    rotate="https://app.langwatch.ai/",
    credentials=(
        Credential(
            id="langwatch-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-lw-[A-Za-z0-9]{40,64}",
            docs="https://docs.langwatch.ai/",
        ),
    ),
)

PORTKEY = Provider(
    name="Portkey",
    words=("portkey",),
    rotate="https://app.portkey.ai/api-keys",
    credentials=(
        Credential(
            id="portkey-api-key",
            kind="API key",
            role=Role.KEY,
            form="[A-Za-z0-9+/]{27}[A-Za-z0-9+/=]",
            docs="https://portkey.ai/docs",
        ),
    ),
)

PROMPTLAYER = Provider(
    name="PromptLayer",
    words=(
        "promptlayer",
        "prompt layer",
    ),
    rotate="https://dashboard.promptlayer.com/",
    credentials=(
        Credential(
            id="promptlayer-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="pl_[0-9a-f]{32}",
            near=True,
            docs="https://docs.promptlayer.com/reference/introduction",
        ),
    ),
)

TRACELOOP = Provider(
    name="Traceloop",
    words=("traceloop",),
    rotate="https://app.traceloop.com/settings/api-keys",
    credentials=(
        Credential(
            id="traceloop-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="tl_[A-Za-z0-9]{32,64}",
            near=True,
            docs="https://www.traceloop.com/docs",
        ),
    ),
)
