"""Keys of Google's services."""

from leakguard.finding import Role, Severity
from leakguard.forms import base64
from leakguard.rule import Credential, Provider

_OAUTH_DOCS = "https://developers.google.com/identity/protocols/oauth2"
_API_KEYS_DOCS = "https://cloud.google.com/docs/authentication/api-keys"
_HMAC_DOCS = "https://cloud.google.com/storage/docs/authentication/hmackeys"
_RECAPTCHA_DOCS = "https://developers.google.com/recaptcha/docs/verify"

GOOGLE = Provider(
    name="Google",
    words=("google", "gcp", "gcs", "googleapis", "googleusercontent", "gmail", "youtube", "gapi"),
    rotate="https://cloud.google.com/docs/security/compromised-credentials",
    credentials=(
        Credential(
            id="google-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="Whoever reads it can use the services it is not restricted from, at your cost.",
            pattern=r"AIza[A-Za-z0-9_\-]{35}",
            docs=_API_KEYS_DOCS,
        ),
        Credential(
            id="google-bound-api-key",
            kind="API key bound to a service account",
            role=Role.KEY,
            pattern=r"AQ\.Ab[A-Za-z0-9_\-]{44,64}",
            docs="https://ai.google.dev/gemini-api/docs/api-key",
        ),
        Credential(
            id="google-oauth-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            pattern=r"GOCSPX-[A-Za-z0-9_\-]{28}",
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-legacy-oauth-client-secret",
            kind="OAuth client secret of the old form",
            role=Role.SECRET,
            form=r"[A-Za-z0-9_\-]{24}",
            names=("client secret", "clientsecret", "oauth secret", "google secret"),
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-oauth-access-token",
            kind="OAuth access token",
            role=Role.TOKEN,
            pattern=r"ya29\.[A-Za-z0-9_\-]{30,1500}",
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-oauth-refresh-token",
            kind="OAuth refresh token",
            role=Role.TOKEN,
            pattern=r"1//0[A-Za-z0-9_\-]{40,300}",
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-legacy-oauth-refresh-token",
            kind="OAuth refresh token of the old form",
            role=Role.TOKEN,
            form=r"1/[A-Za-z0-9_\-]{40,64}",
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-oauth-client-id",
            kind="OAuth client id",
            role=Role.KEY,
            public=True,
            pattern=r"[0-9]{6,21}-[0-9a-z]{32}\.apps\.googleusercontent\.com",
            docs=_OAUTH_DOCS,
        ),
        Credential(
            id="google-cloud-storage-hmac-id",
            kind="Cloud Storage HMAC access id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="It names a key of the account; with its secret it opens the storage.",
            pattern=r"GOOG (?: 1[A-Z0-9]{56} | [A-Z0-9]{20} )",
            docs=_HMAC_DOCS,
        ),
        Credential(
            id="google-cloud-storage-hmac-secret",
            kind="Cloud Storage HMAC secret",
            role=Role.SECRET,
            form=base64(40),
            names=("secret",),
            docs=_HMAC_DOCS,
        ),
        Credential(
            id="firebase-cloud-messaging-server-key",
            kind="Firebase Cloud Messaging server key",
            role=Role.KEY,
            pattern=r"AAAA[A-Za-z0-9_\-]{7}:[A-Za-z0-9_\-]{140}",
            docs="https://firebase.google.com/docs/cloud-messaging/auth-server",
        ),
    ),
)

RECAPTCHA = Provider(
    name="reCAPTCHA",
    words=("recaptcha", "captcha"),
    rotate="https://www.google.com/recaptcha/admin",
    credentials=(
        Credential(
            id="recaptcha-secret-key",
            kind="secret key",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            form=r"6L[A-Za-z0-9_\-]{38}",
            names=("secret", "private", "server"),
            docs=_RECAPTCHA_DOCS,
        ),
        Credential(
            id="recaptcha-site-key",
            kind="site key",
            role=Role.KEY,
            public=True,
            form=r"6L[A-Za-z0-9_\-]{38}",
            names=("site", "sitekey", "public", "client"),
            docs=_RECAPTCHA_DOCS,
        ),
    ),
)
