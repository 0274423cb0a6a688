"""Keys of services that send text messages, mail and chat messages."""

from leakguard.finding import Role
from leakguard.rule import Credential, service

EIGHT_BY_EIGHT = service(
    "8x8",
    "https://developer.8x8.com/connect/docs/authentication",
    "wavecell",
    "8x8",
    also=(
        Credential(
            id="wavecell-admin-api-key",
            kind="API key of the Admin Console",
            role=Role.KEY,
            pattern="eght_[A-Za-z0-9]{20,80}",
            docs="https://developer.8x8.com/actions-events/docs/streaming/authentication",
        ),
    ),
)
CLOCKWORK_SMS = service(
    "Clockwork SMS",
    "https://docs.clockworksms.com/doc/easy-stuff/http-interface/send-sms",
    "clockworksms",
    "clockwork sms",
)
ENABLEX = service(
    "EnableX",
    "https://developer.enablex.io/docs/references/apis/service-administration-api/content/authentication/",
    "enablex",
)
REACHMAIL = service(
    "ReachMail",
    "https://reachmail.com/support/article/setting-authorization-tokens",
    "reachmail",
    role=Role.TOKEN,
)
STRIPO = service(
    "Stripo",
    "https://plugin.stripo.email/getting-started/authentication",
    "stripo",
    role=Role.SECRET,
)
TYPETALK = service(
    "Typetalk", "https://developer.nulab.com/docs/typetalk/auth", "typetalk", role=Role.TOKEN
)
VOODOOSMS = service(
    "VoodooSMS", "https://www.voodoosms.com/api/rest/introduction", "voodoosms", "voodoo sms"
)
