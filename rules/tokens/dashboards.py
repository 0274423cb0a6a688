"""Keys of services that show and count, and of the words that teams exchange."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

GECKOBOARD = Provider(
    name="Geckoboard",
    words=("geckoboard",),
    rotate="https://app.geckoboard.com/account/details",
    credentials=(
        Credential(
            id="geckoboard-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developer.geckoboard.com/api-reference/curl/",
        ),
    ),
)

KEEN = Provider(
    name="Keen",
    words=(
        "keen",
        "keenio",
    ),
    everyday=True,
    rotate="https://keen.io/",
    credentials=(
        Credential(
            id="keen-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[0-9A-F]{64}|[0-9a-f]{64}|[0-9a-f]{128})",
            docs="https://keen.io/docs/access/",
        ),
    ),
)

KLIPFOLIO = Provider(
    name="Klipfolio",
    words=("klipfolio",),
    rotate="https://app.klipfolio.com/",
    credentials=(
        Credential(
            id="klipfolio-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://apidocs.klipfolio.com/reference",
        ),
    ),
)

LARK = Provider(
    name="Lark",
    words=(
        "lark",
        "feishu",
        "larksuite",
    ),
    everyday=True,
    rotate="https://open.larksuite.com/app",
    credentials=(
        Credential(
            id="lark-app-secret",
            kind="app secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://open.larksuite.com/document/",
        ),
        Credential(
            id="lark-webhook",
            kind="webhook of a bot",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why="Whoever has it can write into the chat in the bot's name.",
            pattern=r"open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/(?:v2/)?hook/" + UUID,
            docs="https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot",
        ),
    ),
)

LOOKER = Provider(
    name="Looker",
    words=("looker",),
    everyday=True,
    rotate="https://cloud.google.com/looker/docs/api-auth",
    credentials=(
        Credential(
            id="looker-client-secret",
            kind="API client secret",
            role=Role.SECRET,
            form=base62(24),
            names=("secret",),
            docs="https://cloud.google.com/looker/docs/api-auth",
        ),
        Credential(
            id="looker-client-id",
            kind="API client id",
            role=Role.KEY,
            form=base62(20),
            names=("id",),
            severity=Severity.LOW,
            docs="https://cloud.google.com/looker/docs/api-auth",
        ),
    ),
)

MIXPANEL = Provider(
    name="Mixpanel",
    words=("mixpanel",),
    rotate="https://mixpanel.com/settings/project",
    credentials=(
        Credential(
            id="mixpanel-api-secret",
            kind="project API secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://developer.mixpanel.com/reference/authentication",
        ),
        Credential(
            id="mixpanel-project-token",
            kind="project token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            names=(
                "token",
                "project",
            ),
            public=True,
            docs="https://developer.mixpanel.com/reference/authentication",
        ),
    ),
)

PHRASE = Provider(
    name="Phrase",
    words=(
        "phrase",
        "phraseapp",
    ),
    everyday=True,
    rotate="https://app.phrase.com/settings/oauth_access_tokens",
    credentials=(
        Credential(
            id="phrase-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://developers.phrase.com/en/api/strings/authentication",
        ),
    ),
)

TABLEAU = Provider(
    name="Tableau",
    words=("tableau",),
    rotate="https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm",
    credentials=(
        Credential(
            id="tableau-personal-access-token",
            kind="personal access token secret",
            role=Role.TOKEN,
            pattern="[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}",
            docs="https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm",
        ),
    ),
)

TWIST = Provider(
    name="Twist",
    words=("twist",),
    everyday=True,
    rotate="https://twist.com/integrations",
    credentials=(
        Credential(
            id="twist-oauth-token",
            kind="OAuth token",
            role=Role.TOKEN,
            pattern="oauth2:[0-9a-f]{40}",
            near=True,
            docs="https://developer.twist.com/v3/",
        ),
    ),
)

WEBEX = Provider(
    name="Webex",
    words=("webex",),
    rotate="https://developer.webex.com/my-apps",
    credentials=(
        Credential(
            id="webex-bot-token",
            kind="access token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{64}_[A-Za-z0-9]{4}_" + UUID,
            docs="https://developer.webex.com/docs/",
        ),
        Credential(
            id="webex-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            docs="https://developer.webex.com/docs/",
        ),
    ),
)

ZULIP = Provider(
    name="Zulip",
    words=(
        "zulip",
        "zulipchat",
    ),
    rotate="https://zulip.com/api/api-keys",
    credentials=(
        Credential(
            id="zulip-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://zulip.com/api/api-keys",
        ),
    ),
)
