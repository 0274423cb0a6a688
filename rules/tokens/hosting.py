"""Keys of hosts of servers, sites and what stands before them."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, base64, base64url, hexadecimal
from leakguard.rule import Credential, Provider

_HEROKU_DOCS = "https://devcenter.heroku.com/articles/authentication"

HEROKU = Provider(
    name="Heroku",
    words=("heroku",),
    rotate=_HEROKU_DOCS,
    credentials=(
        Credential(
            id="heroku-api-key",
            kind="API key or OAuth token",
            role=Role.KEY,
            pattern=rf"HRKU- (?: AA[A-Za-z0-9_\-]{{58}} | {UUID} )",
            docs=_HEROKU_DOCS,
        ),
        Credential(
            id="heroku-legacy-api-key",
            kind="API key of the old form",
            role=Role.KEY,
            form=UUID,
            docs="https://devcenter.heroku.com/articles/platform-api-quickstart",
        ),
    ),
)

_DO_DOCS = "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
_SPACES_DOCS = "https://docs.digitalocean.com/products/spaces/how-to/manage-access/"

DIGITALOCEAN = Provider(
    name="DigitalOcean",
    words=("digital ocean", "digitaloceanspaces", "spaces access", "spaces secret"),
    rotate=_DO_DOCS,
    credentials=(
        Credential(
            id="digitalocean-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"dop_v1_[0-9a-f]{64}",
            docs=_DO_DOCS,
        ),
        Credential(
            id="digitalocean-oauth-token",
            kind="OAuth access token",
            role=Role.TOKEN,
            pattern=r"doo_v1_[0-9a-f]{64}",
            docs="https://docs.digitalocean.com/reference/api/oauth/",
        ),
        Credential(
            id="digitalocean-refresh-token",
            kind="OAuth refresh token",
            role=Role.TOKEN,
            pattern=r"dor_v1_[0-9a-f]{64}",
            docs="https://docs.digitalocean.com/reference/api/oauth/",
        ),
        Credential(
            id="digitalocean-legacy-token",
            kind="access token of the old form",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            form=hexadecimal(64),
            names=("token", "pat"),
            docs=_DO_DOCS,
        ),
        Credential(
            id="digitalocean-inference-key",
            kind="model access key",
            role=Role.KEY,
            pattern=r"sk-do-[A-Za-z0-9_\-]{40,100}",
            docs="https://docs.digitalocean.com/products/inference/how-to/model-access-keys/",
        ),
        Credential(
            id="digitalocean-spaces-key-id",
            kind="Spaces access key id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"DO[08][A-Z0-9]{17}",
            near=True,
            docs=_SPACES_DOCS,
        ),
        Credential(
            id="digitalocean-spaces-secret",
            kind="Spaces secret key",
            role=Role.SECRET,
            form=base64(43),
            names=("secret",),
            docs=_SPACES_DOCS,
        ),
    ),
)

_CLOUDFLARE_DOCS = "https://developers.cloudflare.com/fundamentals/api/get-started/"

CLOUDFLARE = Provider(
    name="Cloudflare",
    words=("cloudflare", "cloudflared", "wrangler", "cf api"),
    rotate="https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/",
    credentials=(
        Credential(
            id="cloudflare-global-api-key",
            kind="global API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            form="[0-9a-f]{37,45}",
            docs=_CLOUDFLARE_DOCS + "token-formats/",
        ),
        Credential(
            id="cloudflare-scannable-global-key",
            kind="global API key with a checksum",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"cfk_[A-Za-z0-9]{44,52}",
            docs=_CLOUDFLARE_DOCS + "token-formats/",
        ),
        Credential(
            id="cloudflare-scannable-token",
            kind="user or account API token with a checksum",
            role=Role.TOKEN,
            pattern=r"cf[ua]t_[A-Za-z0-9]{44,52}",
            docs=_CLOUDFLARE_DOCS + "token-formats/",
        ),
        Credential(
            id="cloudflare-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base64url(40),
            names=("token", "api", "apitoken"),
            docs=_CLOUDFLARE_DOCS + "create-token/",
        ),
        Credential(
            id="cloudflare-origin-ca-key",
            kind="origin CA key",
            role=Role.KEY,
            pattern=r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}",
            docs=_CLOUDFLARE_DOCS + "ca-keys/",
        ),
        Credential(
            id="cloudflare-tunnel-token",
            kind="tunnel token",
            role=Role.TOKEN,
            pattern=r"eyJhIjoi[A-Za-z0-9+/]{130,230} ={0,2}",  # {"a":" in base64
            tail=r"A-Za-z0-9_\-+/",
            docs="https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/"
            "configure-tunnels/remote-tunnel-permissions/",
        ),
    ),
)

R2 = Provider(
    name="Cloudflare R2",
    words=("cloudflare r2", "r2", "r2 access", "r2 secret", "r2cloudflarestorage"),
    rotate="https://developers.cloudflare.com/r2/api/tokens/",
    credentials=(
        Credential(
            id="cloudflare-r2-secret-key",
            kind="secret access key",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            severity=Severity.CRITICAL,
            docs="https://developers.cloudflare.com/r2/api/tokens/",
        ),
    ),
)

TURNSTILE = Provider(
    name="Cloudflare Turnstile",
    words=("turnstile",),
    rotate="https://developers.cloudflare.com/turnstile/troubleshooting/rotate-secret-key/",
    credentials=(
        Credential(
            id="turnstile-secret-key",
            kind="secret key",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            form=r"0x4[A-Za-z0-9_\-]{32}",
            docs="https://developers.cloudflare.com/turnstile/get-started/",
        ),
    ),
)

_VERCEL_DOCS = "https://vercel.com/docs/accounts/access-tokens"

VERCEL = Provider(
    name="Vercel",
    words=("vercel",),
    rotate="https://vercel.com/docs/cli/tokens",
    credentials=(
        Credential(
            id="vercel-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"vc[piark]_[A-Za-z0-9]{24,60}",
            docs="https://vercel.com/changelog/new-token-formats-and-secret-scanning",
        ),
        Credential(
            id="vercel-blob-token",
            kind="blob store token",
            role=Role.TOKEN,
            pattern=r"vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30,32}",
            docs="https://vercel.com/docs/vercel-blob/using-blob-sdk",
        ),
        Credential(
            id="vercel-legacy-token",
            kind="access token of the old form",
            role=Role.TOKEN,
            form=base62(24),
            names=("token", "api", "authorization"),
            docs=_VERCEL_DOCS,
        ),
    ),
)

_FLY_DOCS = "https://fly.io/docs/security/tokens/"

FLY = Provider(
    name="Fly.io",
    words=("fly io", "flyio", "flyctl", "fly"),
    everyday=True,
    rotate=_FLY_DOCS,
    credentials=(
        Credential(
            id="fly-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"fo1_[A-Za-z0-9_\-]{43}",
            docs=_FLY_DOCS,
        ),
        Credential(
            id="fly-macaroon",
            kind="macaroon token",
            role=Role.TOKEN,
            pattern=r"fm[12][ar]?_[A-Za-z0-9+/]{100,1500} ={0,3}",
            tail=r"A-Za-z0-9_\-+/",
            docs=_FLY_DOCS,
        ),
    ),
)

_FASTLY_DOCS = "https://www.fastly.com/documentation/guides/account-info/account-management/"

FASTLY = Provider(
    name="Fastly",
    words=("fastly",),
    rotate=_FASTLY_DOCS + "using-api-tokens/",
    credentials=(
        Credential(
            id="fastly-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base64url(32),
            docs=_FASTLY_DOCS + "using-api-tokens/",
        ),
    ),
)

_ALIBABA_DOCS = "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair"

ALIBABA_CLOUD = Provider(
    name="Alibaba Cloud",
    words=("alibaba", "aliyun", "alicloud", "alibabacloud", "aliyuncs", "oss"),
    rotate=_ALIBABA_DOCS,
    credentials=(
        Credential(
            id="alibaba-access-key-id",
            kind="AccessKey id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="It names a key of the account; with its secret it may do all that the key may.",
            pattern=r"LTAI[A-Za-z0-9]{12,20}",
            docs=_ALIBABA_DOCS,
        ),
        Credential(
            id="alibaba-access-key-secret",
            kind="AccessKey secret",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            form=base62(30),
            names=("secret",),
            docs=_ALIBABA_DOCS,
        ),
    ),
)
