"""Keys of services that send messages to telephones and browsers."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider, service

LINE = Provider(
    name="LINE",
    words=(
        "line",
        "linebot",
    ),
    everyday=True,
    rotate="https://developers.line.biz/console/",
    credentials=(
        Credential(
            id="line-channel-access-token",
            kind="channel access token",
            role=Role.TOKEN,
            pattern="[A-Za-z0-9+/]{140,160}w1cDnyilFU=",
            docs="https://developers.line.biz/en/docs/messaging-api/channel-access-tokens/",
        ),
        Credential(
            id="line-channel-secret",
            kind="channel secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://developers.line.biz/en/docs/messaging-api/channel-access-tokens/",
        ),
        Credential(
            id="line-notify-token",
            kind="LINE Notify token",
            role=Role.TOKEN,
            form=base62(43),
            docs="https://developers.line.biz/en/docs/messaging-api/channel-access-tokens/",
        ),
    ),
)

LINE_NOTIFY = service(
    "LINE Notify",
    "https://notify-bot.line.me/doc/en/",
    "line notify",
    "notify api line",
    role=Role.TOKEN,
    form=base62(43),
)

ONESIGNAL = Provider(
    name="OneSignal",
    words=(
        "onesignal",
        "one signal",
    ),
    rotate="https://documentation.onesignal.com/docs/keys-and-ids",
    credentials=(
        Credential(
            id="onesignal-app-api-key",
            kind="app API key",
            role=Role.KEY,
            pattern="os_v2_app_[a-z2-7]{80,120}",
            docs="https://documentation.onesignal.com/docs/keys-and-ids",
        ),
        Credential(
            id="onesignal-organization-api-key",
            kind="organization API key",
            role=Role.KEY,
            pattern="os_v2_org_[a-z2-7]{80,120}",
            severity=Severity.CRITICAL,
            docs="https://documentation.onesignal.com/docs/keys-and-ids",
        ),
        Credential(
            id="onesignal-legacy-api-key",
            kind="REST API key of the older form",
            role=Role.KEY,
            form="[A-Za-z0-9]{48}",
            docs="https://documentation.onesignal.com/docs/keys-and-ids",
        ),
    ),
)

PLIVO = Provider(
    name="Plivo",
    words=("plivo",),
    rotate="https://console.plivo.com/dashboard/",
    credentials=(
        Credential(
            id="plivo-auth-token",
            kind="auth token",
            role=Role.TOKEN,
            form="(?:[A-Za-z0-9]{40}|[A-Za-z0-9]{54}==)",
            docs="https://www.plivo.com/docs/",
        ),
    ),
)

PUBNUB = Provider(
    name="PubNub",
    words=("pubnub",),
    rotate="https://www.pubnub.com/docs/admin-api/secret-keys-introduction",
    credentials=(
        Credential(
            id="pubnub-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sec-c-(?:" + UUID + "|[A-Za-z0-9+/]{48})",
            docs="https://www.pubnub.com/docs/",
        ),
        Credential(
            id="pubnub-publish-key",
            kind="publish key",
            role=Role.KEY,
            pattern="pub-c-" + UUID,
            public=True,
            docs="https://www.pubnub.com/docs/",
        ),
        Credential(
            id="pubnub-subscribe-key",
            kind="subscribe key",
            role=Role.KEY,
            pattern="sub-c-" + UUID,
            public=True,
            docs="https://www.pubnub.com/docs/",
        ),
    ),
)

PUSHBULLET = Provider(
    name="Pushbullet",
    words=("pushbullet",),
    rotate="https://www.pushbullet.com/#settings/account",
    credentials=(
        Credential(
            id="pushbullet-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"o\.[A-Za-z0-9]{32}",
            docs="https://docs.pushbullet.com/#authentication",
        ),
    ),
)

PUSHER = Provider(
    name="Pusher",
    words=("pusher",),
    rotate="https://dashboard.pusher.com/",
    credentials=(
        Credential(
            id="pusher-app-secret",
            kind="Channels app secret",
            role=Role.SECRET,
            form=hexadecimal(20),
            names=("secret",),
            docs="https://pusher.com/docs/channels/",
        ),
        Credential(
            id="pusher-app-key",
            kind="Channels app key",
            role=Role.KEY,
            form=hexadecimal(20),
            names=("key",),
            public=True,
            docs="https://pusher.com/docs/channels/",
        ),
    ),
)

SIGNALWIRE = Provider(
    name="SignalWire",
    words=("signalwire",),
    rotate="https://developer.signalwire.com/platform/dashboard/getting-started/your-signalwire-api-space",
    credentials=(
        Credential(
            id="signalwire-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern="PT[0-9a-f]{48}",
            docs="https://developer.signalwire.com/",
        ),
    ),
)

SINCH = Provider(
    name="Sinch",
    words=("sinch",),
    rotate="https://dashboard.sinch.com/sms/api/rest",
    credentials=(
        Credential(
            id="sinch-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://developers.sinch.com/docs/sms/getting-started/",
        ),
    ),
)

VONAGE = Provider(
    name="Vonage",
    words=(
        "vonage",
        "nexmo",
    ),
    rotate="https://dashboard.nexmo.com/settings",
    credentials=(
        Credential(
            id="vonage-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(16),
            names=("secret",),
            docs="https://developer.vonage.com/en/getting-started/concepts/authentication",
        ),
    ),
)
