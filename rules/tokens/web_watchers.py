"""Keys of services that fetch, check and measure the web."""

from leakguard.finding import Role
from leakguard.forms import OPAQUE, base64url, hexadecimal
from leakguard.rule import Credential, Provider

DIGGERNAUT = Provider(
    name="Diggernaut",
    words=("diggernaut",),
    rotate="https://www.diggernaut.com/dev/",
    credentials=(
        Credential(
            id="diggernaut-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://www.diggernaut.com/dev/",
        ),
    ),
)

DAREBOOST = Provider(
    name="Dareboost",
    words=("dareboost",),
    rotate="https://www.dareboost.com/en/documentation-api",
    credentials=(
        Credential(
            id="dareboost-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://www.dareboost.com/en/documentation-api",
        ),
    ),
)

DETECTIFY = Provider(
    name="Detectify",
    words=("detectify",),
    rotate="https://developer.detectify.com/#section/Detectify-API/Authentication",
    credentials=(
        Credential(
            id="detectify-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developer.detectify.com/#section/Detectify-API/Authentication",
        ),
        Credential(
            id="detectify-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form="[A-Za-z0-9+/]{43}=",
            docs="https://developer.detectify.com/#section/Detectify-API/Authentication",
        ),
    ),
)

BUDDYNS = Provider(
    name="BuddyNS",
    words=("buddyns",),
    rotate="https://www.buddyns.com/support/api/v2/",
    credentials=(
        Credential(
            id="buddyns-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://www.buddyns.com/support/api/v2/",
        ),
    ),
)

SSLMATE = Provider(
    name="SSLMate",
    words=("sslmate",),
    rotate="https://sslmate.com/account/api_credentials",
    credentials=(
        Credential(
            id="sslmate-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://sslmate.com/help/reference/apiv2",
        ),
    ),
)

CURRENTS = Provider(
    name="Currents",
    words=("currents",),
    everyday=True,
    rotate="https://docs.currents.dev/api/get-started/authentication",
    credentials=(
        Credential(
            id="currents-api-key",
            kind="API key or record key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.currents.dev/api/get-started/authentication",
        ),
    ),
)

CURRENTS_API = Provider(
    name="Currents API",
    words=("currents api", "currentsapi"),
    rotate="https://currentsapi.services/en/docs/",
    credentials=(
        Credential(
            id="currents-api-news-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(48),
            docs="https://currentsapi.services/en/docs/",
        ),
    ),
)

CODEQUIRY = Provider(
    name="Codequiry",
    words=("codequiry",),
    rotate="https://codequiry.com/usage/api",
    credentials=(
        Credential(
            id="codequiry-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://codequiry.com/usage/api",
        ),
    ),
)

CLIENGO = Provider(
    name="Cliengo",
    words=("cliengo",),
    rotate="https://developers.cliengo.com/docs",
    credentials=(
        Credential(
            id="cliengo-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developers.cliengo.com/docs",
        ),
    ),
)

CHATBOT = Provider(
    name="ChatBot",
    words=("chatbot",),
    everyday=True,
    rotate="https://www.chatbot.com/docs/",
    credentials=(
        Credential(
            id="chatbot-access-token",
            kind="developer access token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://www.chatbot.com/docs/",
        ),
    ),
)

CHATFUEL = Provider(
    name="Chatfuel",
    words=(
        "chatfuel",
        "chatfule",
    ),
    rotate="https://docs.chatfuel.com/api/broadcasting-api/broadcasting-api",
    credentials=(
        Credential(
            id="chatfuel-token",
            kind="token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://docs.chatfuel.com/api/broadcasting-api/broadcasting-api",
        ),
    ),
)

BEEBOLE = Provider(
    name="Beebole",
    words=("beebole",),
    rotate="https://beebole.com/timesheet-api/",
    credentials=(
        Credential(
            id="beebole-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://beebole.com/timesheet-api/",
        ),
    ),
)

CLUSTDOC = Provider(
    name="Clustdoc",
    words=("clustdoc",),
    rotate="https://clustdoc.com/",
    credentials=(
        Credential(
            id="clustdoc-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://clustdoc.com/",
        ),
    ),
)

DRONAHQ = Provider(
    name="DronaHQ",
    words=("dronahq",),
    rotate="https://docs.dronahq.com/",
    credentials=(
        Credential(
            id="dronahq-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://docs.dronahq.com/",
        ),
    ),
)

AUTOKLOSE = Provider(
    name="Autoklose",
    words=("autoklose",),
    rotate="https://developer.autoklose.com/",
    credentials=(
        Credential(
            id="autoklose-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://developer.autoklose.com/",
        ),
    ),
)

ENVOY = Provider(
    name="Envoy",
    words=("envoy",),
    everyday=True,
    rotate="https://developers.envoy.com/hub/docs/api-keys",
    credentials=(
        Credential(
            id="envoy-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developers.envoy.com/hub/docs/api-keys",
        ),
    ),
)
