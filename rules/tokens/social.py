"""Keys of social networks and of services that people show themselves with."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, hexadecimal, small
from leakguard.rule import Credential, Provider

_FACEBOOK_DOCS = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"

FACEBOOK = Provider(
    name="Facebook",
    words=("facebook", "fb app", "fb api", "fb secret", "fb key", "whatsapp", "instagram"),
    rotate="https://developers.facebook.com/docs/facebook-login/security/",
    credentials=(
        Credential(
            id="facebook-access-token",
            kind="user, page or system user access token",
            role=Role.TOKEN,
            pattern=r"EAA[A-Za-z0-9]{80,400}",
            tail=r"A-Za-z0-9_\-+/",  # else base64 of something else has it, behind a slash
            docs=_FACEBOOK_DOCS,
        ),
        Credential(
            id="facebook-app-access-token",
            kind="app access token",
            role=Role.TOKEN,
            pattern=r"[0-9]{13,17}\|[A-Za-z0-9_\-]{27}",
            near=True,
            docs=_FACEBOOK_DOCS,
        ),
        Credential(
            id="facebook-app-secret",
            kind="app secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            docs="https://developers.facebook.com/docs/facebook-login/security/#appsecret",
        ),
        Credential(
            id="instagram-access-token",
            kind="Instagram access token",
            role=Role.TOKEN,
            pattern=r"IG (?: QV | QW | AA ) [A-Za-z0-9_\-]{100,300}",
            docs="https://developers.facebook.com/docs/instagram-platform/",
        ),
    ),
)

_X_DOCS = "https://docs.x.com/fundamentals/authentication/overview"

TWITTER = Provider(
    name="X (Twitter)",
    words=("twitter", "tweepy", "tweet"),
    rotate="https://docs.x.com/fundamentals/authentication/faq",
    credentials=(
        Credential(
            id="twitter-bearer-token",
            kind="bearer token",
            role=Role.TOKEN,
            pattern=r"A{18,24}[A-Za-z0-9%]{60,140} (?: ={1,2} )?",
            tail=r"A-Za-z0-9_\-+/",
            docs="https://docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens",
        ),
        Credential(
            id="twitter-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=r"[0-9]{5,20}-[A-Za-z0-9]{38,42}",
            docs=_X_DOCS,
        ),
        Credential(
            id="twitter-access-token-secret",
            kind="access token secret",
            role=Role.SECRET,
            form=base62(43, 44, 45),
            names=("secret",),
            docs=_X_DOCS,
        ),
        Credential(
            id="twitter-consumer-secret",
            kind="API key secret",
            role=Role.SECRET,
            form=base62(41, 42, 49, 50),
            names=("secret",),
            docs=_X_DOCS,
        ),
        Credential(
            id="twitter-consumer-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="It names the app; with its secret it acts in the app's name.",
            form=base62(21, 22, 25),
            names=("key", "apikey"),
            docs=_X_DOCS,
        ),
    ),
)

_TWITCH_DOCS = "https://dev.twitch.tv/docs/authentication/"

TWITCH = Provider(
    name="Twitch",
    words=("twitch",),
    rotate="https://dev.twitch.tv/docs/authentication/revoke-tokens/",
    credentials=(
        Credential(
            id="twitch-stream-key",
            kind="stream key",
            role=Role.KEY,
            pattern=r"live_[0-9]{6,12}_[A-Za-z0-9]{30}",
            docs="https://help.twitch.tv/s/article/twitch-stream-key-faq",
        ),
        Credential(
            id="twitch-chat-token",
            kind="chat token",
            role=Role.TOKEN,
            pattern=r"oauth:[a-z0-9]{30}",
            docs="https://dev.twitch.tv/docs/chat/authenticating/",
        ),
        Credential(
            id="twitch-client-secret",
            kind="client secret or access token",
            role=Role.SECRET,
            form=small(30),
            names=("secret", "token"),
            docs=_TWITCH_DOCS,
        ),
    ),
)

DISQUS = Provider(
    name="Disqus",
    words=("disqus",),
    rotate="https://disqus.com/api/applications/",
    credentials=(
        Credential(
            id="disqus-api-secret",
            kind="API key or secret",
            role=Role.SECRET,
            form=base62(64),
            docs="https://disqus.com/api/docs/auth/",
        ),
    ),
)

FLICKR = Provider(
    name="Flickr",
    words=("flickr",),
    rotate="https://www.flickr.com/services/apps/",
    credentials=(
        Credential(
            id="flickr-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            form=hexadecimal(32),
            docs="https://www.flickr.com/services/api/misc.api_keys.html",
        ),
        Credential(
            id="flickr-secret",
            kind="API secret or token secret",
            role=Role.SECRET,
            form=hexadecimal(16),
            names=("secret",),
            docs="https://www.flickr.com/services/api/auth.oauth.html",
        ),
    ),
)

BITLY = Provider(
    name="Bitly",
    words=("bitly", "bit ly"),
    rotate="https://dev.bitly.com/docs/getting-started/authentication/",
    credentials=(
        Credential(
            id="bitly-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://dev.bitly.com/docs/getting-started/authentication/",
        ),
        Credential(
            id="bitly-legacy-api-key",
            kind="API key of the old form",
            role=Role.KEY,
            form=r"R_[0-9a-f]{32}",
            docs="https://dev.bitly.com/docs/getting-started/authentication/",
        ),
    ),
)

INTRA_42 = Provider(
    name="42 Intra",
    words=("intra", "42"),
    rotate="https://api.intra.42.fr/apidoc/guides/getting_started",
    everyday=True,
    credentials=(
        Credential(
            id="intra42-client-secret",
            kind="application secret",
            role=Role.SECRET,
            pattern=r"s-s4t2 (?: ud | af ) -[0-9a-f]{64}",
            docs="https://api.intra.42.fr/apidoc/guides/getting_started",
        ),
    ),
)
