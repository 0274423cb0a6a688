"""Keys of code hosts, of what builds and tests there, and of registries of packages."""

from leakguard.finding import Role, Severity
from leakguard.formats.checksums import has_hexadecimal_crc32, with_hexadecimal_crc32
from leakguard.forms import base62, base64url, capital, hexadecimal, small
from leakguard.rule import Credential, Provider, service

_GITEA = "https://docs.gitea.com/development/api-usage"
_NX_CLOUD = "https://nx.dev/docs/guides/nx-cloud/access-tokens"
_PACKAGIST = "https://packagist.com/docs/composer-authentication"

GITEA = service(
    "Gitea",
    _GITEA,
    "gitea",
    role=Role.TOKEN,
    form=hexadecimal(40),
    names=("token", "key", "pat", "password", "secret"),
    also=(
        Credential(
            id="gitea-oauth-client-secret",
            kind="OAuth client secret of Gitea or Forgejo",
            role=Role.SECRET,
            pattern="gto_[a-z2-7]{52}",
            docs="https://docs.gitea.com/development/oauth2-provider",
        ),
    ),
)
FORGEJO = service(
    "Forgejo",
    "https://forgejo.org/docs/latest/user/api-usage/",
    "forgejo",
    "codeberg",
    role=Role.TOKEN,
    form=hexadecimal(40),
    names=("token", "key", "pat", "password", "secret"),
)
GITEE = service(
    "Gitee", "https://gitee.com/api/v5/oauth_doc", "gitee", role=Role.TOKEN, form=hexadecimal(32)
)
GITGUARDIAN = service(
    "GitGuardian",
    "https://docs.gitguardian.com/api-docs/personal-access-tokens",
    "gitguardian",
)
GITBOOK = service(
    "GitBook",
    "https://gitbook.com/docs/developers/gitbook-api/authentication",
    "gitbook",
    role=Role.TOKEN,
    pattern="gb_api_[A-Za-z0-9]{40}",
)
GITPOD = service(
    "Gitpod",
    "https://www.gitpod.io/docs/classic/user/configure/user-settings/access-tokens",
    "gitpod",
    role=Role.TOKEN,
    pattern=r"gitpod_pat_[A-Za-z0-9_\-.]{40,200}",
    near=True,
)
APPVEYOR = service(
    "AppVeyor",
    "https://www.appveyor.com/docs/api/",
    "appveyor",
    role=Role.TOKEN,
    pattern=r"v2\.[a-z0-9]{20}",
    near=True,
    also=(
        Credential(
            id="appveyor-legacy-access-token",
            kind="access token of the older form",
            role=Role.TOKEN,
            form=small(20),
            docs="https://www.appveyor.com/docs/api/",
        ),
    ),
)
EXPO = service(
    "Expo",
    "https://docs.expo.dev/accounts/programmatic-access/",
    "expo",
    "eas",
    role=Role.TOKEN,
    form=base64url(40),
    everyday=True,
)
NX_CLOUD = service(
    "Nx Cloud",
    _NX_CLOUD,
    "nx cloud",
    role=Role.TOKEN,
    also=(
        Credential(
            id="nx-cloud-write-token",
            kind="token that writes to the shared cache",
            role=Role.TOKEN,
            # A UUID and `|read-write`, together in base64.
            pattern="[A-Za-z0-9]{48}fHJlYWQtd3JpdGU=",
            why="Whoever holds it can put what builds take for their own output into the cache.",
            docs=_NX_CLOUD,
        ),
        Credential(
            id="nx-cloud-read-token",
            kind="token that reads from the shared cache",
            role=Role.TOKEN,
            severity=Severity.LOW,
            pattern="[A-Za-z0-9]{48}fHJlYWQ=",
            docs=_NX_CLOUD,
        ),
    ),
)
DEPOT = service(
    "Depot",
    "https://depot.dev/docs/cli/authentication",
    "depot",
    role=Role.TOKEN,
    pattern="depot_(?:project|user|org)_[0-9a-f]{64}",
)
DAGGER = service(
    "Dagger Cloud",
    "https://docs.dagger.io/configuration/cloud/",
    "dagger",
    role=Role.TOKEN,
    pattern=r"dag_[A-Za-z0-9_\-]{32,80}",
    near=True,
)
EARTHLY = service(
    "Earthly",
    "https://docs.earthly.dev/earthly-cloud/cloud-secrets",
    "earthly",
    role=Role.TOKEN,
)
DEEPSOURCE = service(
    "DeepSource",
    "https://docs.deepsource.com/docs/developers/api",
    "deepsource",
    role=Role.TOKEN,
    pattern="dsp_[A-Za-z0-9]{32,48}",
    near=True,
    also=(
        Credential(
            id="deepsource-dsn",
            kind="DSN, which reports for a repository",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"https://[0-9a-f]{32}@[a-z0-9.\-]{0,40}deepsource\.(?:io|com)",
            docs="https://docs.deepsource.com/docs/dsn",
        ),
    ),
)
CHROMATIC = service(
    "Chromatic",
    "https://www.chromatic.com/docs/setup/",
    "chromatic",
    role=Role.TOKEN,
    pattern="chpt_[0-9a-f]{12,24}",
    near=True,
    severity=Severity.MEDIUM,
)
LAMBDATEST = service(
    "LambdaTest",
    "https://www.lambdatest.com/support/docs/using-environment-variables-for-authentication-credentials/",
    "lambdatest",
    "lt access",
    form=r"(?:[A-Za-z0-9]{50}|LT_[A-Za-z0-9]{40,60})",
)
APPLITOOLS = service(
    "Applitools",
    "https://applitools.com/docs/topics/overview/obtain-api-key.html",
    "applitools",
)
PACKAGIST = Provider(
    name="Packagist",
    words=("packagist",),
    rotate=_PACKAGIST,
    credentials=(
        Credential(
            id="packagist-private-token",
            kind="token of Private Packagist",
            role=Role.TOKEN,
            pattern="packagist_(?:cut|ort|out|uut)_[0-9a-f]{68}",
            checksum=has_hexadecimal_crc32,
            complete=with_hexadecimal_crc32,
            docs=_PACKAGIST,
        ),
        Credential(
            id="packagist-private-api-key",
            kind="API key or API secret of Private Packagist",
            role=Role.SECRET,
            pattern="packagist_ac[ks]_[0-9a-f]{24,96}",
            docs="https://packagist.com/docs/api",
        ),
        Credential(
            id="packagist-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{20,64}",
            names=("token",),
            named=True,
            docs="https://packagist.org/apidoc",
        ),
    ),
)
HEX_PM = service(
    "Hex", "https://hex.pm/docs/publish", "hex api", "hexpm", "hex pm", form=hexadecimal(32)
)
GEMFURY = service(
    "Gemfury",
    "https://gemfury.com/help/tokens/",
    "gemfury",
    "fury auth",
    role=Role.TOKEN,
)
JSR = service(
    "JSR",
    "https://jsr.io/docs/api",
    "jsr",
    role=Role.TOKEN,
    pattern="jsr[pd]_[A-Za-z0-9]{30,60}",
)
ANACONDA = service(
    "Anaconda",
    "https://docs.anaconda.com/anacondaorg/user-guide/work-with-accounts/#tokens",
    "anaconda",
    role=Role.TOKEN,
)
QUAY = service(
    "Quay",
    "https://docs.quay.io/glossary/robot-accounts.html",
    "quay",
    role=Role.TOKEN,
    form=f"(?:{capital(64)}|{base62(40)})",
)
SONATYPE = service(
    "Sonatype",
    "https://central.sonatype.org/publish/generate-portal-token/",
    "sonatype",
    "ossrh",
    "maven central",
    role=Role.TOKEN,
)
REPLICATED = service(
    "Replicated",
    "https://docs.replicated.com/vendor/replicated-api-tokens",
    "replicated",
    role=Role.TOKEN,
    form=hexadecimal(64),
)
FOSSA = service("FOSSA", "https://docs.fossa.com/docs/api-reference", "fossa", form=hexadecimal(32))
SPACELIFT = service(
    "Spacelift",
    "https://docs.spacelift.io/integrations/api.html",
    "spacelift",
    role=Role.SECRET,
)
ENV0 = service("env0", "https://docs.envzero.com/guides/admin-guide/api-keys", "env0")
OKTETO = service(
    "Okteto",
    "https://www.okteto.com/docs/core/credentials/personal-access-tokens/",
    "okteto",
    role=Role.TOKEN,
)
TRANSIFEX = service(
    "Transifex",
    "https://help.transifex.com/en/articles/6248858-generating-an-api-token",
    "transifex",
    role=Role.TOKEN,
    pattern="1/[0-9a-f]{40}",
    near=True,
)
WEBLATE = service(
    "Weblate",
    "https://docs.weblate.org/en/latest/api.html",
    "weblate",
    role=Role.TOKEN,
    pattern="wl[up]_[A-Za-z0-9]{36}",
)
TELEPORT = service(
    "Teleport",
    "https://goteleport.com/docs/enroll-resources/agents/join-token/",
    "teleport",
    role=Role.TOKEN,
    everyday=True,
)
AKEYLESS = service(
    "Akeyless",
    "https://docs.akeyless.io/docs/auth-with-api-key",
    "akeyless",
)
