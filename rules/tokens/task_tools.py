"""Keys of services that plan tasks and count hours."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

EVERHOUR = Provider(
    name="Everhour",
    words=("everhour",),
    rotate="https://app.everhour.com/#/account/profile",
    credentials=(
        Credential(
            id="everhour-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{8}",
            docs="https://everhour.docs.apiary.io/",
        ),
    ),
)

HARVEST = Provider(
    name="Harvest",
    words=("harvest",),
    everyday=True,
    rotate="https://id.getharvest.com/developers",
    credentials=(
        Credential(
            id="harvest-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"[0-9]{5,8}\.(?:pt|at)\.[A-Za-z0-9_\-]{86}",
            docs="https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/",
        ),
    ),
)

MEISTERTASK = Provider(
    name="MeisterTask",
    words=(
        "meistertask",
        "mindmeister",
    ),
    rotate="https://www.mindmeister.com/api",
    credentials=(
        Credential(
            id="meistertask-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=base64url(43),
            docs="https://developers.meistertask.com/",
        ),
    ),
)

MIRO = Provider(
    name="Miro",
    words=("miro",),
    everyday=True,
    rotate="https://miro.com/app/settings/user-profile/apps",
    credentials=(
        Credential(
            id="miro-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=r"eyJtaXJvLm9yaWdpbiI6[A-Za-z0-9]{2,24}_[A-Za-z0-9_\-]{27}",
            docs="https://developers.miro.com/docs/getting-started-with-oauth",
        ),
        Credential(
            id="miro-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://developers.miro.com/docs/getting-started-with-oauth",
        ),
    ),
)

PIVOTAL_TRACKER = Provider(
    name="Pivotal Tracker",
    words=(
        "pivotaltracker",
        "pivotal tracker",
    ),
    rotate="https://www.pivotaltracker.com/profile",
    credentials=(
        Credential(
            id="pivotal-tracker-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://www.pivotaltracker.com/help/api",
        ),
    ),
)

SHORTCUT = Provider(
    name="Shortcut",
    words=(
        "shortcut",
        "clubhouse",
    ),
    everyday=True,
    rotate="https://app.shortcut.com/settings/account/api-tokens",
    credentials=(
        Credential(
            id="shortcut-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://developer.shortcut.com/api/rest/v3",
        ),
    ),
)

SMARTSHEET = Provider(
    name="Smartsheet",
    words=(
        "smartsheet",
        "smartsheets",
    ),
    rotate="https://help.smartsheet.com/articles/2482389-generate-API-key",
    credentials=(
        Credential(
            id="smartsheet-access-token",
            kind="API access token",
            role=Role.TOKEN,
            form="(?:[A-Za-z0-9]{37}|[a-z0-9]{26})",
            docs="https://developers.smartsheet.com/api/smartsheet/guides/basics/authentication",
        ),
    ),
)

TEAMWORK = Provider(
    name="Teamwork",
    words=(
        "teamwork",
        "teamworkcrm",
        "teamworkdesk",
    ),
    rotate="https://apidocs.teamwork.com/",
    credentials=(
        Credential(
            id="teamwork-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"tkn\.v1_[A-Za-z0-9]{60,90}={0,2}",
            docs="https://apidocs.teamwork.com/guides/teamwork/authentication",
        ),
    ),
)

TIMECAMP = Provider(
    name="TimeCamp",
    words=("timecamp",),
    rotate="https://app.timecamp.com/app#/settings/users",
    credentials=(
        Credential(
            id="timecamp-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(26),
            docs="https://developer.timecamp.com/",
        ),
    ),
)

TMETRIC = Provider(
    name="TMetric",
    words=("tmetric",),
    rotate="https://app.tmetric.com/",
    credentials=(
        Credential(
            id="tmetric-api-token",
            kind="API token",
            role=Role.TOKEN,
            form="[0-9A-F]{64}",
            docs="https://tmetric.com/help/data-integrations/how-to-use-tmetric-rest-api",
        ),
    ),
)

TODOIST = Provider(
    name="Todoist",
    words=("todoist",),
    rotate="https://app.todoist.com/app/settings/integrations/developer",
    credentials=(
        Credential(
            id="todoist-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://www.todoist.com/help/articles/find-your-api-token-Jpzx9IIlB",
        ),
    ),
)

TOGGL_TRACK = Provider(
    name="Toggl Track",
    words=(
        "toggl",
        "toggltrack",
    ),
    rotate="https://track.toggl.com/profile",
    credentials=(
        Credential(
            id="toggl-track-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://engineering.toggl.com/docs/authentication",
        ),
    ),
)

TRELLO = Provider(
    name="Trello",
    words=("trello",),
    rotate="https://trello.com/power-ups/admin",
    credentials=(
        Credential(
            id="trello-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="ATTA[0-9a-f]{64}[0-9A-F]{8}",
            docs="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
        ),
        Credential(
            id="trello-legacy-token",
            kind="API token of the older form",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
        ),
        Credential(
            id="trello-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
        ),
    ),
)

WAKATIME = Provider(
    name="WakaTime",
    words=("wakatime",),
    rotate="https://wakatime.com/settings/api-key",
    credentials=(
        Credential(
            id="wakatime-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="waka_" + UUID,
            docs="https://wakatime.com/developers",
        ),
        Credential(
            id="wakatime-oauth-token",
            kind="OAuth token",
            role=Role.TOKEN,
            pattern="waka_(?:tok|ref)_[A-Za-z0-9]{60,120}",
            docs="https://wakatime.com/developers",
        ),
        Credential(
            id="wakatime-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            pattern="waka_sec_[A-Za-z0-9]{60,120}",
            docs="https://wakatime.com/developers",
        ),
    ),
)

WRIKE = Provider(
    name="Wrike",
    words=("wrike",),
    rotate="https://www.wrike.com/frontend/apps/index.html",
    credentials=(
        Credential(
            id="wrike-access-token",
            kind="permanent access token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://developers.wrike.com/oauth-20-authorization/",
        ),
    ),
)
