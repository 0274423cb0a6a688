"""Keys of services that watch other software, and of those that wake people."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

HONEYCOMB = Provider(
    name="Honeycomb",
    words=("honeycomb",),
    rotate="https://docs.honeycomb.io/configure/environments/manage-api-keys/",
    credentials=(
        Credential(
            id="honeycomb-api-key",
            kind="ingest or management key",
            role=Role.KEY,
            pattern="hc[a-z](?:ik|mk)_[A-Za-z0-9]{58}",
            docs="https://docs.honeycomb.io/api/authentication",
        ),
        Credential(
            id="honeycomb-classic-key",
            kind="classic API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.honeycomb.io/api/authentication",
        ),
        Credential(
            id="honeycomb-configuration-key",
            kind="configuration key",
            role=Role.KEY,
            form=base62(22),
            docs="https://docs.honeycomb.io/api/authentication",
        ),
    ),
)

OPSGENIE = Provider(
    name="Opsgenie",
    words=("opsgenie",),
    rotate="https://support.atlassian.com/opsgenie/docs/api-key-management/",
    credentials=(
        Credential(
            id="opsgenie-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.opsgenie.com/docs/authentication",
        ),
    ),
)

PAGERDUTY = Provider(
    name="PagerDuty",
    words=(
        "pagerduty",
        "pager duty",
    ),
    rotate="https://support.pagerduty.com/main/docs/api-access-keys",
    credentials=(
        Credential(
            id="pagerduty-oauth-token",
            kind="OAuth access or refresh token",
            role=Role.TOKEN,
            pattern=rf"pd[a-z]{{2}}\+_[0-9A-Z]{{6,10}}_{UUID}",
            docs="https://developer.pagerduty.com/docs/app-oauth-token",
        ),
        Credential(
            id="pagerduty-api-key",
            kind="REST API key",
            role=Role.KEY,
            form=r"[A-Za-z0-9_+\-]{20}",
            docs="https://developer.pagerduty.com/docs/authentication",
        ),
        Credential(
            id="pagerduty-integration-key",
            kind="integration key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://support.pagerduty.com/main/docs/services-and-integrations",
        ),
    ),
)

STATUSPAGE = Provider(
    name="Statuspage",
    words=(
        "statuspage",
        "status page",
    ),
    rotate="https://support.atlassian.com/statuspage/docs/create-and-manage-api-keys/",
    credentials=(
        Credential(
            id="statuspage-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://developer.statuspage.io/#section/Authentication",
        ),
        Credential(
            id="statuspage-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developer.statuspage.io/#section/Authentication",
        ),
    ),
)

AIRBRAKE = Provider(
    name="Airbrake",
    words=("airbrake",),
    rotate="https://docs.airbrake.io/docs/devops-tools/api/",
    credentials=(
        Credential(
            id="airbrake-user-key",
            kind="user API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://docs.airbrake.io/docs/devops-tools/api/",
        ),
        Credential(
            id="airbrake-project-key",
            kind="project API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.airbrake.io/docs/devops-tools/api/",
        ),
    ),
)

BUGSNAG = Provider(
    name="Bugsnag",
    words=("bugsnag",),
    rotate="https://docs.bugsnag.com/api/data-access/",
    credentials=(
        Credential(
            id="bugsnag-api-key",
            kind="notifier API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.bugsnag.com/api/error-reporting/",
        ),
        Credential(
            id="bugsnag-auth-token",
            kind="personal auth token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://docs.bugsnag.com/api/data-access/",
        ),
    ),
)

BETTER_STACK = Provider(
    name="Better Stack",
    words=(
        "betterstack",
        "better stack",
        "better uptime",
        "betteruptime",
        "logtail",
    ),
    rotate="https://betterstack.com/docs/uptime/api/getting-started-with-uptime-api/",
    credentials=(
        Credential(
            id="betterstack-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(24),
            docs="https://betterstack.com/docs/uptime/api/getting-started-with-uptime-api/",
        ),
    ),
)

CHECKLY = Provider(
    name="Checkly",
    words=(
        "checkly",
        "checklyhq",
    ),
    rotate="https://app.checklyhq.com/settings/user/api-keys",
    credentials=(
        Credential(
            id="checkly-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="(?:cu|sv)_[0-9a-f]{32}",
            near=True,
            docs="https://www.checklyhq.com/docs/api/",
        ),
    ),
)

SUMO_LOGIC = Provider(
    name="Sumo Logic",
    words=(
        "sumologic",
        "sumo logic",
        "sumo",
    ),
    rotate="https://help.sumologic.com/docs/manage/security/access-keys/",
    credentials=(
        Credential(
            id="sumologic-access-key",
            kind="access key",
            role=Role.KEY,
            form=base62(64),
            docs="https://help.sumologic.com/docs/manage/security/access-keys/",
        ),
    ),
)

APIMETRICS = Provider(
    name="Apimetrics",
    words=("apimetrics",),
    rotate="https://apimetrics.io/docs/",
    credentials=(
        Credential(
            id="apimetrics-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://apimetrics.io/docs/",
        ),
    ),
)
