"""Tokens of services for chats, calls, text messages and social posts."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, OPAQUE, base62, base64url, capital, hexadecimal, small
from leakguard.rule import Credential, Provider

INTERCOM = Provider(
    name="Intercom",
    words=("intercom",),
    rotate="https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
    credentials=(
        Credential(
            id="intercom-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="dG9r[A-Za-z0-9+/]{52,56}={0,2}",
            tail=r"A-Za-z0-9_\-+/",
            docs="https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
        ),
    ),
)

MATTERMOST = Provider(
    name="Mattermost",
    words=("mattermost",),
    rotate="https://developers.mattermost.com/integrate/reference/personal-access-token/",
    credentials=(
        Credential(
            id="mattermost-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=small(26),
            docs="https://developers.mattermost.com/integrate/reference/personal-access-token/",
        ),
    ),
)

SENDBIRD = Provider(
    name="Sendbird",
    words=("sendbird",),
    rotate="https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api",
    credentials=(
        Credential(
            id="sendbird-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api",
        ),
    ),
)

TELNYX = Provider(
    name="Telnyx",
    words=("telnyx",),
    rotate="https://portal.telnyx.com/#/app/api-keys",
    credentials=(
        Credential(
            id="telnyx-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"KEY[0-9A-F]{32}_[A-Za-z0-9_\-]{22}",
            docs="https://support.telnyx.com/en/articles/4305158-api-keys-and-how-to-use-them",
        ),
    ),
)

D7_NETWORKS = Provider(
    name="D7 Networks",
    words=(
        "d7network",
        "d7networks",
        "d7sms",
        "d7 networks",
    ),
    rotate="https://d7networks.com/docs/",
    credentials=(
        Credential(
            id="d7networks-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://d7networks.com/docs/",
        ),
    ),
)

APIFONICA = Provider(
    name="Apifonica",
    words=("apifonica",),
    rotate="https://www.apifonica.com/docs/",
    credentials=(
        Credential(
            id="apifonica-auth-token",
            kind="auth token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://www.apifonica.com/docs/",
        ),
    ),
)

AYRSHARE = Provider(
    name="Ayrshare",
    words=("ayrshare",),
    rotate="https://app.ayrshare.com/api",
    credentials=(
        Credential(
            id="ayrshare-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[A-Z0-9]{7}-){3}[A-Z0-9]{7}|(?:[A-Z0-9]{8}-){3}[A-Z0-9]{8}",
            docs="https://www.ayrshare.com/docs/apis/overview",
        ),
    ),
)

CALENDLY = Provider(
    name="Calendly",
    words=("calendly",),
    rotate="https://calendly.com/integrations/api_webhooks",
    credentials=(
        Credential(
            id="calendly-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens",
        ),
    ),
)

LINKEDIN = Provider(
    name="LinkedIn",
    words=("linkedin",),
    rotate="https://www.linkedin.com/developers/apps",
    credentials=(
        Credential(
            id="linkedin-client-secret",
            kind="client secret",
            role=Role.SECRET,
            pattern=r"WPL_AP[01]\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6,10}={0,2}",
            tail=r"A-Za-z0-9_\-+/",
            docs="https://learn.microsoft.com/linkedin/shared/authentication/authentication",
        ),
        Credential(
            id="linkedin-old-client-secret",
            kind="client secret of the older form",
            role=Role.SECRET,
            form=base62(16),
            names=("secret",),
            docs="https://learn.microsoft.com/linkedin/shared/authentication/authentication",
        ),
    ),
)

SPOTIFY = Provider(
    name="Spotify",
    words=("spotify",),
    rotate="https://developer.spotify.com/dashboard",
    credentials=(
        Credential(
            id="spotify-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://developer.spotify.com/documentation/web-api/concepts/apps",
        ),
    ),
)

BLYNK = Provider(
    name="Blynk",
    words=("blynk",),
    rotate="https://docs.blynk.io/en/blynk.cloud/device-https-api",
    credentials=(
        Credential(
            id="blynk-auth-token",
            kind="device auth token",
            role=Role.TOKEN,
            form=base64url(32),
            severity=Severity.MEDIUM,
            docs="https://docs.blynk.io/en/blynk.cloud/device-https-api",
        ),
    ),
)

PARTICLE = Provider(
    name="Particle",
    words=("particle",),
    everyday=True,
    rotate="https://docs.particle.io/reference/cloud-apis/access-tokens/",
    credentials=(
        Credential(
            id="particle-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://docs.particle.io/reference/cloud-apis/access-tokens/",
        ),
    ),
)

EVENTBRITE = Provider(
    name="Eventbrite",
    words=("eventbrite",),
    rotate="https://www.eventbrite.com/account-settings/apps",
    credentials=(
        Credential(
            id="eventbrite-private-token",
            kind="private token",
            role=Role.TOKEN,
            form=capital(20),
            docs="https://www.eventbrite.com/platform/docs/authentication",
        ),
    ),
)

HELP_SCOUT = Provider(
    name="Help Scout",
    words=(
        "helpscout",
        "help scout",
    ),
    rotate="https://developer.helpscout.com/mailbox-api/overview/authentication/",
    credentials=(
        Credential(
            id="helpscout-app-secret",
            kind="app secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://developer.helpscout.com/mailbox-api/overview/authentication/",
        ),
    ),
)

BESNAPPY = Provider(
    name="BeSnappy",
    words=("besnappy",),
    rotate="https://github.com/BeSnappy/api-docs",
    credentials=(
        Credential(
            id="besnappy-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://github.com/BeSnappy/api-docs",
        ),
    ),
)
