"""Keys of services that watch servers and software."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, base64url, capital
from leakguard.rule import Credential, Provider

APPOPTICS = Provider(
    name="AppOptics",
    words=("appoptics",),
    rotate="https://my.appoptics.com/organization/tokens",
    credentials=(
        Credential(
            id="appoptics-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=r"(?:[A-Za-z0-9_\-]{71}|[0-9a-f]{64})",
            docs="https://docs.appoptics.com/",
        ),
    ),
)

AXIOM = Provider(
    name="Axiom",
    words=("axiom",),
    rotate="https://app.axiom.co/settings/api-tokens",
    credentials=(
        Credential(
            id="axiom-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="xaat-" + UUID,
            docs="https://axiom.co/docs/reference/tokens",
        ),
        Credential(
            id="axiom-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="xapt-" + UUID,
            docs="https://axiom.co/docs/reference/tokens",
        ),
    ),
)

FULLSTORY = Provider(
    name="FullStory",
    words=("fullstory",),
    rotate="https://app.fullstory.com/ui/settings/api-keys",
    credentials=(
        Credential(
            id="fullstory-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"(?:na|eu)[0-9]\.[A-Za-z0-9+/]{40,160}={0,2}",
            docs="https://developer.fullstory.com/server/authentication/",
        ),
    ),
)

LOGGLY = Provider(
    name="Loggly",
    words=("loggly",),
    rotate="https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm",
    credentials=(
        Credential(
            id="loggly-customer-token",
            kind="customer token",
            role=Role.TOKEN,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm",
        ),
    ),
)

LOGZ_IO = Provider(
    name="Logz.io",
    words=(
        "logz",
        "logzio",
        "logz io",
    ),
    rotate="https://app.logz.io/#/dashboard/settings/manage-tokens/api",
    credentials=(
        Credential(
            id="logz-io-shipping-token",
            kind="shipping token",
            role=Role.TOKEN,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://docs.logz.io/docs/user-guide/admin/authentication-tokens/tokens/",
        ),
        Credential(
            id="logz-io-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://docs.logz.io/docs/user-guide/admin/authentication-tokens/tokens/",
        ),
    ),
)

PENDO = Provider(
    name="Pendo",
    words=("pendo",),
    rotate="https://app.pendo.io/admin/integrationkeys",
    credentials=(
        Credential(
            id="pendo-integration-key",
            kind="integration key",
            role=Role.KEY,
            form=UUID + r"(?:\.[a-z]{2,4})?",
            docs="https://engageapi.pendo.io/",
        ),
    ),
)

PGANALYZE = Provider(
    name="pganalyze",
    words=("pganalyze",),
    rotate="https://app.pganalyze.com/",
    credentials=(
        Credential(
            id="pganalyze-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(16),
            docs="https://pganalyze.com/docs",
        ),
        Credential(
            id="pganalyze-read-api-key",
            kind="read API key",
            role=Role.KEY,
            form="[A-Za-z0-9+/]{43}=",
            docs="https://pganalyze.com/docs",
        ),
    ),
)

ROOTLY = Provider(
    name="Rootly",
    words=("rootly",),
    rotate="https://rootly.com/account/api_keys",
    credentials=(
        Credential(
            id="rootly-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="rootly_[0-9a-f]{64}",
            docs="https://docs.rootly.com/api-reference/overview",
        ),
    ),
)

SOLARWINDS_OBSERVABILITY = Provider(
    name="SolarWinds Observability",
    words=(
        "solarwinds",
        "swo",
    ),
    rotate="https://my.na-01.cloud.solarwinds.com/",
    credentials=(
        Credential(
            id="solarwinds-observability-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base64url(71),
            docs="https://documentation.solarwinds.com/en/success_center/observability/content/settings/api-tokens.htm",
        ),
    ),
)

SPLUNK = Provider(
    name="Splunk",
    words=("splunk",),
    rotate="https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
    credentials=(
        Credential(
            id="splunk-hec-token",
            kind="HTTP Event Collector token",
            role=Role.TOKEN,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
        ),
        Credential(
            id="splunk-observability-token",
            kind="Observability Cloud access token",
            role=Role.TOKEN,
            form=base64url(22),
            docs="https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
        ),
    ),
)

STATUSCAKE = Provider(
    name="StatusCake",
    words=("statuscake",),
    rotate="https://app.statuscake.com/User.php",
    credentials=(
        Credential(
            id="statuscake-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(20, 28, 32),
            docs="https://developers.statuscake.com/guides/api/authentication/",
        ),
    ),
)

UBIDOTS = Provider(
    name="Ubidots",
    words=("ubidots",),
    rotate="https://industrial.ubidots.com/",
    credentials=(
        Credential(
            id="ubidots-token",
            kind="token",
            role=Role.TOKEN,
            pattern="BB[FU][FS]-[A-Za-z0-9]{30}",
            docs="https://help.ubidots.com/en/articles/590078-find-your-token-from-your-ubidots-account",
        ),
        Credential(
            id="ubidots-rotating-key",
            kind="API key",
            role=Role.KEY,
            pattern="BBFF-[0-9a-f]{35}",
            docs="https://help.ubidots.com/en/articles/590078-find-your-token-from-your-ubidots-account",
        ),
    ),
)

UPTIMEROBOT = Provider(
    name="UptimeRobot",
    words=(
        "uptimerobot",
        "uptime robot",
    ),
    rotate="https://dashboard.uptimerobot.com/integrations",
    credentials=(
        Credential(
            id="uptimerobot-main-api-key",
            kind="main API key",
            role=Role.KEY,
            form="u[0-9]{6,8}-[0-9a-f]{24}",
            docs="https://uptimerobot.com/api/",
        ),
        Credential(
            id="uptimerobot-read-only-api-key",
            kind="read-only API key",
            role=Role.KEY,
            form="ur[0-9]{6,8}-[0-9a-f]{24}",
            severity=Severity.MEDIUM,
            docs="https://uptimerobot.com/api/",
        ),
        Credential(
            id="uptimerobot-monitor-api-key",
            kind="monitor-specific API key",
            role=Role.KEY,
            form="m[1-9][0-9]{7,9}-[0-9a-f]{24}",
            severity=Severity.LOW,
            docs="https://uptimerobot.com/api/",
        ),
    ),
)
