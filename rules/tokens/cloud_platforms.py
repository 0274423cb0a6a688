"""Keys of platforms for data, servers and builds."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider, service

_SNOWFLAKE_DOCS = "https://docs.snowflake.com/en/user-guide/programmatic-access-tokens"

SNOWFLAKE = Provider(
    name="Snowflake",
    words=("snowflake",),
    rotate=_SNOWFLAKE_DOCS,
    credentials=(
        Credential(
            id="snowflake-access-token",
            kind="programmatic access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            form=JWT,
            docs=_SNOWFLAKE_DOCS,
        ),
    ),
)

_RENDER_DOCS = "https://api-docs.render.com/reference/authentication"

RENDER = Provider(
    name="Render",
    words=("render", "onrender"),
    rotate=_RENDER_DOCS,
    credentials=(
        Credential(
            id="render-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern="rnd_[A-Za-z0-9]{28,32}",
            near=True,
            docs=_RENDER_DOCS,
        ),
    ),
)

_EBAY_DOCS = "https://developer.ebay.com/api-docs/static/gs_create-the-ebay-api-keysets.html"

EBAY = Provider(
    name="eBay",
    words=("ebay",),
    rotate="https://developer.ebay.com/api-docs/static/gs_understand-application-keysets.html",
    credentials=(
        Credential(
            id="ebay-client-secret",
            kind="cert id (client secret)",
            role=Role.SECRET,
            pattern="PRD-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}",
            docs=_EBAY_DOCS,
        ),
        Credential(
            id="ebay-sandbox-client-secret",
            kind="cert id (client secret) of the sandbox",
            role=Role.SECRET,
            severity=Severity.LOW,
            sandbox=True,
            pattern="SBX-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}",
            docs=_EBAY_DOCS,
        ),
        Credential(
            id="ebay-oauth-token",
            kind="OAuth access or refresh token",
            role=Role.TOKEN,
            pattern=r"""v\^1\.1\#i\^1 (?: \#[a-zA-Z]\^[0-9] ){3,6} \#t\^
                        [A-Za-z0-9+/*]{40,1000}={0,2}""",
            tail=r"A-Za-z0-9+/*",
            docs="https://developer.ebay.com/api-docs/static/oauth-tokens.html",
        ),
    ),
)

ZOOM = service(
    "Zoom",
    "https://developers.zoom.us/docs/internal-apps/s2s-oauth/",
    "zoom",
    role=Role.SECRET,
    form=base62(32),
    everyday=True,
)
CANVA = service(
    "Canva",
    "https://www.canva.dev/docs/connect/authentication/",
    "canva",
    role=Role.SECRET,
)
RAMP = service(
    "Ramp", "https://docs.ramp.com/developer-api", "ramp", role=Role.SECRET, everyday=True
)
RINGCENTRAL = service(
    "RingCentral",
    "https://developers.ringcentral.com/guide/authentication",
    "ringcentral",
    "ring central",
    role=Role.SECRET,
)
AUTODESK = service(
    "Autodesk",
    "https://aps.autodesk.com/en/docs/oauth/v2/developers_guide/overview/",
    "autodesk",
    role=Role.SECRET,
)
NETSUITE = service(
    "NetSuite",
    "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_4247337262.html",
    "netsuite",
    "net suite",
    role=Role.SECRET,
    form=hexadecimal(64),
)
HYGRAPH = service(
    "Hygraph",
    "https://hygraph.com/docs/api-reference/basics/authorization",
    "hygraph",
    "graphcms",
    role=Role.TOKEN,
    form=JWT,
)
SCALR = service("Scalr", "https://docs.scalr.io/docs/api", "scalr", role=Role.TOKEN, form=JWT)
SEMAPHORE = service(
    "Semaphore CI",
    "https://docs.semaphoreci.com/reference/api",
    "semaphore",
    "semaphoreci",
    role=Role.TOKEN,
    form=base64url(20),
    everyday=True,
)
STITCH = service(
    "Stitch",
    "https://www.stitchdata.com/docs/developers/stitch-connect/api",
    "stitchdata",
    "stitch data",
    role=Role.TOKEN,
)
TINES = service("Tines", "https://www.tines.com/api/authentication/", "tines")
QUBOLE = service("Qubole", "https://docs.qubole.com/en/latest/rest-api/index.html", "qubole")
WP_ENGINE = service("WP Engine", "https://wpengineapi.com/reference", "wpengine", "wp engine")
GREPTILE = service("Greptile", "https://www.greptile.com/docs", "greptile")
SWIFTYPE = service("Swiftype", "https://swiftype.com/documentation/app-search/", "swiftype")
LOADMILL = service("Loadmill", "https://docs.loadmill.com/integrate/api-tokens", "loadmill")
STATUSPAL = service("StatusPal", "https://docs.statuspal.io/", "statuspal", "status pal")
FORMIO = service("Form.io", "https://help.form.io/developers/api", "formio", "form io")
M3O = service("M3O", "https://m3o.com/getting-started", "m3o", role=Role.TOKEN)
ROWND = service(
    "Rownd", "https://docs.rownd.io/configuration/app-credentials", "rownd", role=Role.SECRET
)
