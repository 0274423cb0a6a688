"""Keys of services that collect errors, logs and measurements, and that switch features."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider, service

_CORALOGIX = "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/"
_DEVCYCLE = "https://docs.devcycle.com/essentials/keys/"
_ROLLBAR = "https://docs.rollbar.com/docs/access-tokens"
_UNLEASH = "https://docs.getunleash.io/reference/api-tokens-and-client-keys"

ROLLBAR = service(
    "Rollbar",
    _ROLLBAR,
    "rollbar",
    role=Role.TOKEN,
    form=hexadecimal(32, 128),
)
MEZMO = service(
    "Mezmo (LogDNA)",
    "https://docs.mezmo.com/docs/ingestion-key",
    "logdna",
    "mezmo",
    form=hexadecimal(32),
)
PAPERTRAIL = service(
    "Papertrail",
    "https://www.papertrail.com/help/http-api/",
    "papertrail",
    role=Role.TOKEN,
    form=base62(18, 19, 20, 21),
)
CORALOGIX = service(
    "Coralogix",
    _CORALOGIX,
    "coralogix",
    "cx api",
    pattern="cx[a-z]{2}_[A-Za-z0-9]{30}",
    also=(
        Credential(
            id="coralogix-private-key",
            kind="private key, which sends data",
            role=Role.KEY,
            form=UUID,
            names=("private", "key"),
            docs=_CORALOGIX,
        ),
    ),
)
CRONITOR = service(
    "Cronitor",
    "https://cronitor.io/docs/api-auth",
    "cronitor",
    form=r"[0-9a-f]{32}|[A-Za-z0-9]{32}",
)
HEALTHCHECKS = service(
    "Healthchecks",
    "https://healthchecks.io/docs/api/",
    "healthchecks",
    "healthchecks io",
)
INCIDENT_IO = service(
    "incident.io",
    "https://docs.incident.io/api-reference/introduction",
    "incident io",
    "incidentio",
    pattern="inc_[0-9a-f]{64}",
    also=(
        Credential(
            id="incident-io-other-key",
            kind="API key in another form",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.incident.io/api-reference/introduction",
        ),
    ),
)
FIREHYDRANT = service(
    "FireHydrant",
    "https://docs.firehydrant.com/reference/firehydrant-api",
    "firehydrant",
    pattern="fhb-[0-9a-f]{32}",
)
RUDDERSTACK = service(
    "RudderStack",
    "https://www.rudderstack.com/docs/dashboard-guides/personal-access-token/",
    "rudderstack",
    form=base62(27),
    severity=Severity.MEDIUM,
)
HEAP = service("Heap", "https://developers.heap.io/reference/authorization", "heap", everyday=True)
INSTANA = service(
    "Instana",
    "https://www.ibm.com/docs/en/instana-observability?topic=apis-web-rest-api",
    "instana",
    role=Role.TOKEN,
    form=base64url(22),
)
APPDYNAMICS = service(
    "AppDynamics",
    "https://docs.appdynamics.com/appd/24.x/latest/en/extend-splunk-appdynamics/splunk-appdynamics-apis/api-clients",
    "appdynamics",
    "appd",
)
LIGHTSTEP = service(
    "Lightstep",
    "https://docs.lightstep.com/docs/create-and-manage-access-tokens",
    "lightstep",
    "ls access",
    role=Role.TOKEN,
    form=r"[0-9a-f]{32}|[A-Za-z0-9+/]{88,180}={0,2}",
)
HIGHLIGHT = service(
    "Highlight", "https://www.highlight.io/docs/getting-started/overview", "highlight io"
)
HYPERDX = service("HyperDX", "https://www.hyperdx.io/docs/install", "hyperdx", form=UUID)
SIGNOZ = service(
    "SigNoz",
    "https://signoz.io/docs/ingestion/signoz-cloud/keys/",
    "signoz",
)
OPENOBSERVE = service(
    "OpenObserve",
    "https://openobserve.ai/docs/user-guide/identity-and-access-management/",
    "openobserve",
    role=Role.TOKEN,
)
HONEYBADGER = service(
    "Honeybadger",
    "https://docs.honeybadger.io/api/getting-started/",
    "honeybadger",
)
RAYGUN = service(
    "Raygun",
    "https://raygun.com/documentation/product-guides/public-api/",
    "raygun",
)
APPSIGNAL = service(
    "AppSignal",
    "https://docs.appsignal.com/appsignal/terminology.html",
    "appsignal",
    form=UUID,
)
VICTOROPS = service(
    "Splunk On-Call (VictorOps)",
    "https://help.victorops.com/knowledge-base/api/",
    "victorops",
    form=r"[0-9a-f]{32}|" + UUID,
)
SQUADCAST = service(
    "Squadcast",
    "https://support.squadcast.com/terraform-and-api-documentation/public-api-refresh-token",
    "squadcast",
    role=Role.TOKEN,
)
ZENDUTY = service("Zenduty", "https://zenduty.com/docs/api-keys/", "zenduty", form=hexadecimal(40))
PINGDOM = service(
    "Pingdom",
    "https://docs.pingdom.com/api/#section/Authentication",
    "pingdom",
    role=Role.TOKEN,
)
HYPERPING = service(
    "Hyperping",
    "https://hyperping.com/docs/api/overview",
    "hyperping",
    pattern="sk_[A-Za-z0-9]{24,64}",
    near=True,
)
UPDOWN = service(
    "updown.io", "https://updown.io/api", "updown", "updown io", form="(?:ro-)?[A-Za-z0-9]{20}"
)
SNITCH = service(
    "Dead Man's Snitch",
    "https://deadmanssnitch.com/docs/api/v1",
    "deadmanssnitch",
    "dead mans snitch",
)
INSTATUS = service(
    "Instatus", "https://dashboard.instatus.com/developer", "instatus", form=hexadecimal(32)
)
UPTRACE = service("Uptrace", "https://uptrace.dev/get/dsn", "uptrace")
LOGENTRIES = service(
    "Rapid7",
    "https://docs.rapid7.com/insight/managing-platform-api-keys/",
    "rapid7",
    "logentries",
    "insightops",
    form=UUID,
)
PLAUSIBLE = service(
    "Plausible",
    "https://plausible.io/docs/stats-api",
    "plausible",
    form=base64url(64),
    everyday=True,
)
OPENPANEL = service(
    "OpenPanel",
    "https://openpanel.dev/docs/api/authentication",
    "openpanel",
    role=Role.SECRET,
    pattern="sec_[0-9a-f]{20}",
    near=True,
)
UMAMI = service(
    "Umami",
    "https://umami.is/docs/api/authentication",
    "umami",
    pattern="api_[A-Za-z0-9]{32}",
    near=True,
    also=(
        Credential(
            id="umami-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=base62(32),
            docs="https://umami.is/docs/api/authentication",
        ),
    ),
)

UNLEASH = Provider(
    name="Unleash",
    words=("unleash",),
    rotate=_UNLEASH,
    credentials=(
        Credential(
            id="unleash-api-token",
            kind="client or admin token",
            role=Role.TOKEN,
            pattern=r"(?:\*|\[\]|[A-Za-z][A-Za-z0-9_\-]{0,30}):[A-Za-z*][A-Za-z0-9_\-]{0,30}\.[0-9a-f]{56,64}",
            tail=r"A-Za-z0-9_\-.:",
            docs=_UNLEASH,
        ),
        Credential(
            id="unleash-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="user:[0-9a-f]{56,64}",
            near=True,
            docs=_UNLEASH,
        ),
    ),
)
DEVCYCLE = Provider(
    name="DevCycle",
    words=("devcycle", "dvc"),
    rotate=_DEVCYCLE,
    credentials=(
        Credential(
            id="devcycle-server-key",
            kind="server SDK key",
            role=Role.KEY,
            pattern="dvc_server_[A-Za-z0-9]{32}_[A-Za-z0-9]{6,8}",
            docs=_DEVCYCLE,
        ),
        Credential(
            id="devcycle-client-key",
            kind="client or mobile SDK key",
            role=Role.KEY,
            pattern="dvc_(?:client|mobile)_[A-Za-z0-9]{32}_[A-Za-z0-9]{6,8}",
            public=True,
            docs=_DEVCYCLE,
        ),
    ),
)
SPLIT = service(
    "Split",
    "https://help.split.io/hc/en-us/articles/360019916211-API-keys",
    "split",
    "splitio",
    form="[a-z0-9]{34,56}",
    everyday=True,
)
EPPO = service("Eppo", "https://docs.geteppo.com/sdks/sdk-keys", "eppo")
HYPERTUNE = service(
    "Hypertune", "https://docs.hypertune.com/concepts/tokens", "hypertune", role=Role.TOKEN
)
FEATBIT = service("FeatBit", "https://docs.featbit.co/sdk/faq", "featbit", "featurehub")
