"""Keys of services that know what is dangerous on the network."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

ABUSEIPDB = Provider(
    name="AbuseIPDB",
    words=("abuseipdb",),
    rotate="https://www.abuseipdb.com/account/api",
    credentials=(
        Credential(
            id="abuseipdb-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(80),
            docs="https://docs.abuseipdb.com/",
        ),
    ),
)

AIKIDO = Provider(
    name="Aikido",
    words=("aikido",),
    everyday=True,
    rotate="https://app.aikido.dev/settings/integrations/api",
    credentials=(
        Credential(
            id="aikido-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"""AIK_ (?: (?:CI|SECRET|CLIENT) _ (?: (?:US|ME)_ )?
                           | RUNTIME_ [0-9]{1,9} _ [0-9]{1,9} _ ) [A-Za-z0-9]{32,80}""",
            docs="https://apidocs.aikido.dev/reference/authorization",
        ),
    ),
)

ALIENVAULT_OTX = Provider(
    name="AlienVault OTX",
    words=(
        "alienvault",
        "otx",
    ),
    rotate="https://otx.alienvault.com/settings",
    credentials=(
        Credential(
            id="alienvault-otx-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://otx.alienvault.com/api",
        ),
    ),
)

BINARYEDGE = Provider(
    name="BinaryEdge",
    words=("binaryedge",),
    rotate="https://app.binaryedge.io/",
    credentials=(
        Credential(
            id="binaryedge-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.binaryedge.io/api-v2/",
        ),
    ),
)

CENSYS = Provider(
    name="Censys",
    words=("censys",),
    rotate="https://docs.censys.com/reference/get-started",
    credentials=(
        Credential(
            id="censys-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://docs.censys.com/reference/get-started",
        ),
        Credential(
            id="censys-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="censys_[A-Za-z0-9]{8,12}_[A-Za-z0-9]{32,64}",
            docs="https://docs.censys.com/reference/get-started",
        ),
    ),
)

GREYNOISE = Provider(
    name="GreyNoise",
    words=("greynoise",),
    rotate="https://viz.greynoise.io/account/api-key",
    credentials=(
        Credential(
            id="greynoise-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(64),
            docs="https://docs.greynoise.io/docs/using-the-greynoise-api",
        ),
    ),
)

JUPITERONE = Provider(
    name="JupiterOne",
    words=(
        "jupiterone",
        "jupiter one",
    ),
    rotate="https://apps.us.jupiterone.io/",
    credentials=(
        Credential(
            id="jupiterone-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[0-9a-f]{76}|[A-Za-z0-9+/]{86,120}={0,2})",
            docs="https://docs.jupiterone.io/reference",
        ),
    ),
)

SECURITYTRAILS = Provider(
    name="SecurityTrails",
    words=(
        "securitytrails",
        "security trails",
    ),
    rotate="https://securitytrails.com/app/account/credentials",
    credentials=(
        Credential(
            id="securitytrails-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://docs.securitytrails.com/docs/authentication",
        ),
    ),
)

SEMGREP = Provider(
    name="Semgrep",
    words=("semgrep",),
    rotate="https://semgrep.dev/orgs/-/settings/tokens",
    credentials=(
        Credential(
            id="semgrep-token",
            kind="app token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://semgrep.dev/docs/",
        ),
    ),
)

SOCKET = Provider(
    name="Socket",
    words=(
        "socket",
        "socketdev",
        "socket security",
    ),
    everyday=True,
    rotate="https://socket.dev/dashboard",
    credentials=(
        Credential(
            id="socket-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"sktsec_[A-Za-z0-9_\-]{40,60}_api",
            docs="https://docs.socket.dev/reference/creating-and-managing-api-tokens",
        ),
    ),
)

URLSCAN_IO = Provider(
    name="urlscan.io",
    words=("urlscan",),
    rotate="https://urlscan.io/user/profile/",
    credentials=(
        Credential(
            id="urlscan-io-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.urlscan.io/guides/quickstart",
        ),
    ),
)

VIRUSTOTAL = Provider(
    name="VirusTotal",
    words=(
        "virustotal",
        "virus total",
        "vt api",
    ),
    rotate="https://www.virustotal.com/gui/my-apikey",
    credentials=(
        Credential(
            id="virustotal-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://docs.virustotal.com/docs/api-overview",
        ),
    ),
)

WIZ = Provider(
    name="Wiz",
    words=("wiz",),
    everyday=True,
    rotate="https://app.wiz.io/settings/service-accounts",
    credentials=(
        Credential(
            id="wiz-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base62(64),
            names=("secret",),
            docs="https://docs.wiz.io/",
        ),
    ),
)
