"""Keys of services that log people in, guard computers, and show maps; and of social networks."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base62, base64, base64url, hexadecimal
from leakguard.rule import Credential, Provider, service

_ARCGIS = "https://developers.arcgis.com/documentation/security-and-authentication/api-key-authentication/"
_CLERK = "https://clerk.com/docs/deployments/clerk-environment-variables"
_RADAR = "https://docs.radar.com/api#authentication"
_TENABLE = "https://developer.tenable.com/docs/authorization"
_VERACODE = "https://docs.veracode.com/r/c_api_credentials3"

KEYCLOAK = service(
    "Keycloak",
    "https://www.keycloak.org/docs/latest/server_admin/#_client-credentials",
    "keycloak",
    role=Role.SECRET,
    form=f"(?:{base62(32)}|{UUID})",
)
KINDE = service(
    "Kinde",
    "https://docs.kinde.com/build/applications/rotate-client-secret/",
    "kinde",
    role=Role.SECRET,
    form=base62(48, 49, 50, 51, 52, 53, 54),
)
FRONTEGG = service(
    "Frontegg", "https://developers.frontegg.com/ciam/api/overview", "frontegg", form=UUID
)
FUSIONAUTH = service(
    "FusionAuth",
    "https://fusionauth.io/docs/apis/authentication",
    "fusionauth",
)
MAGIC_LINK = service(
    "Magic",
    "https://magic.link/docs/authentication/features/api-keys",
    "magic",
    "magic link",
    pattern="sk_(?:live|test)_[0-9A-F]{16}",
    near=True,
)
ORY = service(
    "Ory",
    "https://www.ory.com/docs/concepts/personal-access-token",
    "ory",
    role=Role.TOKEN,
    pattern=r"ory_(?:pat|apikey|wak|at|rt|st)_[A-Za-z0-9_\-]{32,43}(?:\.[A-Za-z0-9_\-]{43})?",
)
ZITADEL = service(
    "ZITADEL",
    "https://zitadel.com/docs/guides/integrate/service-users/personal-access-token",
    "zitadel",
    role=Role.TOKEN,
)
SUPERTOKENS = service(
    "SuperTokens", "https://supertokens.com/docs/deployment/self-host-supertokens", "supertokens"
)
CLERK_PUBLISHABLE = Provider(
    name="Clerk",
    words=("clerk", "clerkjs"),
    rotate=_CLERK,
    credentials=(
        Credential(
            id="clerk-publishable-key",
            kind="publishable key",
            role=Role.KEY,
            pattern=r"pk_(?:live|test)_[A-Za-z0-9+/]{14,100}(?:k|Q=|JA==)",
            near=True,
            public=True,
            docs=_CLERK,
        ),
    ),
)
TENABLE = service(
    "Tenable",
    _TENABLE,
    "tenable",
    "nessus",
    form=hexadecimal(64),
)
VERACODE = Provider(
    name="Veracode",
    words=("veracode",),
    rotate=_VERACODE,
    credentials=(
        Credential(
            id="veracode-api-key",
            kind="API secret key",
            role=Role.SECRET,
            pattern="(?:vera01[a-z]{2}s-)?[0-9a-f]{128}",
            near=True,
            docs=_VERACODE,
        ),
    ),
)
CROWDSTRIKE = service(
    "CrowdStrike",
    "https://www.crowdstrike.com/en-us/blog/tech-center/get-access-falcon-apis/",
    "crowdstrike",
    "falcon client",
    role=Role.SECRET,
    form=base62(40),
)
SENTINELONE = service(
    "SentinelOne",
    "https://www.sentinelone.com/blog/feature-spotlight-fully-custom-role-based-access-control-and-api-tokens/",
    "sentinelone",
    role=Role.TOKEN,
    form=f"(?:{JWT}|{base62(80)})",
)
ZSCALER = service("Zscaler", "https://help.zscaler.com/zia/getting-started-zia-api", "zscaler")
DRATA = service("Drata", "https://developers.drata.com/docs/", "drata", form=UUID)
HACKERONE = service(
    "HackerOne",
    "https://api.hackerone.com/getting-started-hacker-api/",
    "hackerone",
    "h1 api",
    form=rf"{base64(43)}=",
)
RADAR = Provider(
    name="Radar",
    words=("radar",),
    rotate=_RADAR,
    everyday=True,
    credentials=(
        Credential(
            id="radar-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="prj_(?:live|test)_sk_[0-9a-f]{40}",
            docs=_RADAR,
        ),
        Credential(
            id="radar-publishable-key",
            kind="publishable key",
            role=Role.KEY,
            pattern="prj_(?:live|test)_pk_[0-9a-f]{40}",
            public=True,
            docs=_RADAR,
        ),
    ),
)
ARCGIS = service(
    "ArcGIS",
    _ARCGIS,
    "arcgis",
    "esri",
    pattern=r"AAPK[0-9a-f]{32}[A-Za-z0-9_\-]{60,100}",
    severity=Severity.MEDIUM,
    also=(
        Credential(
            id="arcgis-access-token",
            kind="API key or token of the newer form",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"AAPT[A-Za-z0-9_\-.]{80,600}",
            near=True,
            docs=_ARCGIS,
        ),
    ),
)
REDDIT = service(
    "Reddit",
    "https://github.com/reddit-archive/reddit/wiki/OAuth2",
    "reddit",
    "praw",
    role=Role.SECRET,
    form=base64url(27, 30),
)
TIKTOK = service(
    "TikTok",
    "https://developers.tiktok.com/doc/oauth-user-access-token-management",
    "tiktok",
    role=Role.SECRET,
    form=r"[A-Za-z0-9]{32,40}",
    also=(
        Credential(
            id="tiktok-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"(?:act|rft|clt)\.[A-Za-z0-9_\-!.]{40,250}",
            near=True,
            docs="https://developers.tiktok.com/doc/oauth-user-access-token-management",
        ),
    ),
)
PINTEREST = service(
    "Pinterest",
    "https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/",
    "pinterest",
    role=Role.TOKEN,
    pattern="pin[ar]_[A-Z0-9]{60,120}",
)
THREADS = service(
    "Threads",
    "https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions",
    "threads",
    role=Role.TOKEN,
    pattern=r"THAA[A-Za-z0-9]{90,250}",
    everyday=True,
)
MASTODON = service(
    "Mastodon",
    "https://docs.joinmastodon.org/client/token/",
    "mastodon",
    role=Role.TOKEN,
    form=base64url(43),
)
BLUESKY = Provider(
    name="Bluesky",
    words=("bluesky", "bsky", "atproto"),
    rotate="https://bsky.app/settings/app-passwords",
    credentials=(
        Credential(
            id="bluesky-app-password",
            kind="app password",
            role=Role.PASSWORD,
            form="[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}",
            docs="https://docs.bsky.app/docs/get-started",
        ),
    ),
)
VK = service(
    "VK",
    "https://dev.vk.com/en/api/access-token/getting-started",
    "vk",
    "vkontakte",
    role=Role.TOKEN,
    pattern=r"vk1\.a\.[A-Za-z0-9_\-]{150,230}",
    also=(
        Credential(
            id="vk-legacy-access-token",
            kind="access token of the older form",
            role=Role.TOKEN,
            form=hexadecimal(85),
            docs="https://dev.vk.com/en/api/access-token/getting-started",
        ),
    ),
)
KAKAO = service(
    "Kakao",
    "https://developers.kakao.com/docs/latest/en/getting-started/app-key",
    "kakao",
    form=hexadecimal(32),
    severity=Severity.MEDIUM,
)
SNAPCHAT = service(
    "Snapchat",
    "https://developers.snap.com/api/marketing-api/Ads-API/authentication",
    "snapchat",
    role=Role.SECRET,
)
IPDATA = service(
    "ipdata", "https://docs.ipdata.co/docs/getting-started", "ipdata", form=hexadecimal(56)
)
MAPPLS = service(
    "Mappls",
    "https://developer.mappls.com/documentation/sdk/rest-apis/mappls-maps-rest-apis/",
    "mappls",
    "mapmyindia",
)
CESIUM = service(
    "Cesium ion",
    "https://cesium.com/learn/ion/cesium-ion-access-tokens/",
    "cesium",
    role=Role.TOKEN,
    form=JWT,
    severity=Severity.MEDIUM,
)
AMAP = service(
    "Amap",
    "https://lbs.amap.com/api/webservice/create-project-and-key",
    "gaode",
    form=hexadecimal(32),
)
NAVER = service(
    "Naver",
    "https://developers.naver.com/docs/common/openapiguide/appregister.md",
    "naver",
    role=Role.SECRET,
    form=base62(10),
)
