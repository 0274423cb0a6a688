"""Keys of services that send mail, messages and what rings on a telephone, and of help desks."""

from leakguard.finding import Role
from leakguard.forms import UUID, any_hexadecimal, base62, base64url, hexadecimal, small
from leakguard.rule import Credential, Provider, service

_ABLY = "https://ably.com/docs/auth/basic"
_STREAM = "https://getstream.io/chat/docs/node/tokens_and_authentication/"

ABLY = Provider(
    name="Ably",
    words=("ably",),
    rotate=_ABLY,
    credentials=(
        Credential(
            id="ably-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"[A-Za-z0-9_\-]{6}\.[A-Za-z0-9_\-]{6}:[A-Za-z0-9_\-]{43}",
            # What begins anywhere makes the pass over the patterns without a literal twice as long.
            seen=(r"\. [A-Za-z0-9_\-]{6} : [A-Za-z0-9_\-]{43} (?: $ | [^A-Za-z0-9_\-] )",),
            near=True,
            docs=_ABLY,
        ),
    ),
)
STREAM = Provider(
    name="Stream",
    words=("getstream", "stream api", "stream app", "stream chat"),
    rotate=_STREAM,
    credentials=(
        Credential(
            id="getstream-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=small(64),
            names=("secret",),
            docs=_STREAM,
        ),
    ),
)
ACTIVECAMPAIGN = service(
    "ActiveCampaign",
    "https://developers.activecampaign.com/reference/authentication",
    "activecampaign",
    form=hexadecimal(72, 64),
)
NOVU = service(
    "Novu",
    "https://docs.novu.co/platform/concepts/environments",
    "novu",
    form=hexadecimal(32),
)
ZEPTOMAIL = service(
    "ZeptoMail",
    "https://www.zoho.com/zeptomail/help/api-home.html",
    "zeptomail",
    "enczapikey",
    role=Role.TOKEN,
    form=r"[A-Za-z0-9+/]{100,200}={0,2}",
)
FASTMAIL = service(
    "Fastmail",
    "https://www.fastmail.com/dev/",
    "fastmail",
    role=Role.TOKEN,
    pattern="fmu1-[0-9a-f]{8}-[0-9a-f]{32}-[0-9]{1,2}-[0-9a-f]{32}",
)
CRISP = service(
    "Crisp",
    "https://docs.crisp.chat/guides/rest-api/authentication/",
    "crisp",
    form=hexadecimal(64),
)
DRIFT = service(
    "Drift",
    "https://devdocs.drift.com/docs/quick-start",
    "drift",
    role=Role.TOKEN,
    form=base62(32),
    everyday=True,
)
PUSHOVER = service(
    "Pushover", "https://pushover.net/api", "pushover", role=Role.TOKEN, form=base62(30)
)
INFOBIP = service(
    "Infobip",
    "https://www.infobip.com/docs/essentials/api-essentials/api-authentication",
    "infobip",
    form=rf"[0-9a-f]{{32}}-{UUID}",
)
AFRICAS_TALKING = service(
    "Africa's Talking",
    "https://help.africastalking.com/en/articles/1361037-how-do-i-generate-an-api-key",
    "africastalking",
    pattern="atsk_[0-9a-f]{64,72}",
)
BANDWIDTH = service(
    "Bandwidth",
    "https://dev.bandwidth.com/docs/credentials/",
    "bandwidth",
    role=Role.SECRET,
    everyday=True,
)
TEXTLOCAL = service("Textlocal", "https://api.txtlocal.com/docs/", "textlocal", "txtlocal")
MSG91 = service(
    "MSG91",
    "https://docs.msg91.com/overview/authentication",
    "msg91",
)
GUPSHUP = service("Gupshup", "https://docs.gupshup.io/docs/get-started", "gupshup")
CHATWOOT = service(
    "Chatwoot",
    "https://developers.chatwoot.com/api-reference/introduction",
    "chatwoot",
    role=Role.TOKEN,
    form=base62(24),
)
MANYCHAT = service(
    "Manychat",
    "https://api.manychat.com/swagger",
    "manychat",
    pattern="[0-9]{5,18}:[0-9a-f]{32}",
    near=True,
)
WATI = service("WATI", "https://docs.wati.io/reference/introduction", "wati", role=Role.TOKEN)
GORGIAS = service(
    "Gorgias",
    "https://developers.gorgias.com/docs/api-keys",
    "gorgias",
    form=hexadecimal(64),
)
KUSTOMER = service(
    "Kustomer",
    "https://developer.kustomer.com/kustomer-api-docs/reference/authentication",
    "kustomer",
)
MISSIVE = service(
    "Missive",
    "https://missiveapp.com/docs/developers/rest-api",
    "missive",
    role=Role.TOKEN,
    pattern=r"missive_pat-[A-Za-z0-9_\-]{30,100}",
)
ATTIO = service("Attio", "https://docs.attio.com/rest-api/guides/authentication", "attio")
FOLK = service(
    "folk",
    "https://developer.folk.app/api-reference/authentication",
    "folk",
    pattern="FOLK[A-Za-z0-9]{32}",
    near=True,
)
AFFINITY = service(
    "Affinity", "https://developer.affinity.co/pages/authentication", "affinity", everyday=True
)
SALESLOFT = service(
    "Salesloft",
    "https://developers.salesloft.com/docs/platform/api-basics/api-key-authentication/",
    "salesloft",
    pattern=r"v2_ak_[0-9]{3,8}_[0-9a-f]{64}",
)
OUTREACH = service(
    "Outreach", "https://developers.outreach.io/api/oauth/", "outreach", role=Role.SECRET
)
TALKJS = service(
    "TalkJS",
    "https://talkjs.com/docs/REST_API/Authentication/",
    "talkjs",
    pattern=r"sk_(?:live|test)_[A-Za-z0-9]{32}",
    near=True,
)
COMETCHAT = service(
    "CometChat",
    "https://www.cometchat.com/docs/rest-api/chat-apis",
    "cometchat",
    form=hexadecimal(40),
)
WHEREBY = service(
    "Whereby", "https://docs.whereby.com/reference/whereby-rest-api-reference", "whereby"
)
NTFY = service(
    "Ntfy",
    "https://docs.ntfy.sh/publish/#access-tokens",
    "ntfy",
    role=Role.TOKEN,
    pattern="tk_[A-Za-z0-9]{29}",
    near=True,
)
BIRD = service(
    "Bird",
    "https://docs.bird.com/api/api-access/api-authorization",
    "bird api",
    "bird access",
    form=base62(40, 25),
)
SMSAPI = service(
    "SMSAPI",
    "https://www.smsapi.com/docs/#authentication",
    "smsapi",
    role=Role.TOKEN,
    form=base62(40),
)
UNIFONIC = service("Unifonic", "https://docs.unifonic.com/docs/apps", "unifonic")
KALEYRA = service(
    "Kaleyra", "https://developers.kaleyra.io/docs/api-key", "kaleyra", form=any_hexadecimal(33, 32)
)
PLUNK = service(
    "Plunk",
    "https://docs.useplunk.com/getting-started/authentication",
    "plunk",
    "useplunk",
    pattern="sk_[0-9a-f]{48}",
    near=True,
)
ROCKET_CHAT = service(
    "Rocket.Chat",
    "https://developer.rocket.chat/apidocs/rocketchat-api",
    "rocketchat",
    "rocket chat",
    role=Role.TOKEN,
    form=base64url(43),
)
