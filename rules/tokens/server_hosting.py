"""Keys of services that host servers and what stands before them."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, capital, hexadecimal
from leakguard.rule import Credential, Provider

DBT_CLOUD = Provider(
    name="dbt Cloud",
    words=("dbt",),
    rotate="https://docs.getdbt.com/docs/dbt-cloud-apis/user-tokens",
    credentials=(
        Credential(
            id="dbt-cloud-service-token",
            kind="service token",
            role=Role.TOKEN,
            pattern=r"dbtc_[A-Za-z0-9_\-]{30,60}",
            docs="https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
        ),
        Credential(
            id="dbt-cloud-personal-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"dbtu_[A-Za-z0-9_\-]{30,60}",
            docs="https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
        ),
    ),
)

DENO = Provider(
    name="Deno",
    words=("deno",),
    everyday=True,
    rotate="https://dash.deno.com/account#access-tokens",
    credentials=(
        Credential(
            id="deno-deploy-token",
            kind="Deploy token",
            role=Role.TOKEN,
            pattern="dd[opw]_[A-Za-z0-9]{36}",
            docs="https://docs.deno.com/subhosting/api/authentication/",
        ),
    ),
)

GODADDY = Provider(
    name="GoDaddy",
    words=("godaddy",),
    rotate="https://developer.godaddy.com/keys",
    credentials=(
        Credential(
            id="godaddy-api-key",
            kind="API key",
            role=Role.KEY,
            form="[A-Za-z0-9]{8,14}_[A-Za-z0-9]{20,24}",
            docs="https://developer.godaddy.com/getstarted",
        ),
        Credential(
            id="godaddy-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(20, 21, 22),
            names=("secret",),
            docs="https://developer.godaddy.com/getstarted",
        ),
    ),
)

INFISICAL = Provider(
    name="Infisical",
    words=("infisical",),
    rotate="https://infisical.com/docs/documentation/platform/token",
    credentials=(
        Credential(
            id="infisical-service-token",
            kind="service token",
            role=Role.TOKEN,
            pattern=r"st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}",
            severity=Severity.CRITICAL,
            docs="https://infisical.com/docs/documentation/platform/token",
        ),
        Credential(
            id="infisical-client-secret",
            kind="client secret of a machine identity",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            severity=Severity.CRITICAL,
            docs="https://infisical.com/docs/documentation/platform/identities/universal-auth",
        ),
    ),
)

OPENSHIFT = Provider(
    name="OpenShift",
    words=(
        "openshift",
        "okd",
    ),
    rotate="https://docs.redhat.com/en/documentation/openshift_container_platform",
    credentials=(
        Credential(
            id="openshift-token",
            kind="OAuth access token",
            role=Role.TOKEN,
            pattern=r"sha256~[A-Za-z0-9_\-]{43}",
            docs="https://docs.redhat.com/en/documentation/openshift_container_platform",
        ),
    ),
)

PORTAINER = Provider(
    name="Portainer",
    words=("portainer",),
    rotate="https://docs.portainer.io/api/access",
    credentials=(
        Credential(
            id="portainer-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="ptr_[A-Za-z0-9+/]{43}=",
            docs="https://docs.portainer.io/api/access",
        ),
    ),
)

RAILWAY = Provider(
    name="Railway",
    words=("railway",),
    everyday=True,
    rotate="https://railway.com/account/tokens",
    credentials=(
        Credential(
            id="railway-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://docs.railway.com/reference/public-api",
        ),
    ),
)

SCALEWAY = Provider(
    name="Scaleway",
    words=(
        "scaleway",
        "scw",
    ),
    rotate="https://console.scaleway.com/iam/api-keys",
    credentials=(
        Credential(
            id="scaleway-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=UUID,
            names=(
                "secret",
                "token",
            ),
            severity=Severity.CRITICAL,
            docs="https://www.scaleway.com/en/docs/iam/",
        ),
        Credential(
            id="scaleway-access-key",
            kind="access key",
            role=Role.KEY,
            pattern="SCW[A-Z0-9]{17}",
            severity=Severity.LOW,
            docs="https://www.scaleway.com/en/docs/iam/",
        ),
    ),
)

THOUSANDEYES = Provider(
    name="ThousandEyes",
    words=("thousandeyes",),
    rotate="https://app.thousandeyes.com/account-settings/users-roles",
    credentials=(
        Credential(
            id="thousandeyes-oauth-token",
            kind="OAuth bearer token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://docs.thousandeyes.com/product-documentation/user-management/rbac",
        ),
    ),
)

UNKEY = Provider(
    name="Unkey",
    words=("unkey",),
    rotate="https://app.unkey.com/settings/root-keys",
    credentials=(
        Credential(
            id="unkey-root-key",
            kind="root key",
            role=Role.KEY,
            pattern="unkey_[A-Za-z0-9]{20,40}",
            severity=Severity.CRITICAL,
            docs="https://www.unkey.com/docs/security/root-keys",
        ),
    ),
)

VULTR = Provider(
    name="Vultr",
    words=("vultr",),
    rotate="https://my.vultr.com/settings/#settingsapi",
    credentials=(
        Credential(
            id="vultr-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(36),
            severity=Severity.CRITICAL,
            docs="https://docs.vultr.com/platform/other/api/current-user/new-api-key",
        ),
    ),
)

ZEROTIER = Provider(
    name="ZeroTier",
    words=("zerotier",),
    rotate="https://my.zerotier.com/account",
    credentials=(
        Credential(
            id="zerotier-api-token",
            kind="Central API token",
            role=Role.TOKEN,
            form=base62(32),
            docs="https://docs.zerotier.com/api/tokens",
        ),
    ),
)

ZUPLO = Provider(
    name="Zuplo",
    words=("zuplo",),
    rotate="https://portal.zuplo.com/",
    credentials=(
        Credential(
            id="zuplo-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="zpka_[0-9a-f]{32}_[0-9a-f]{8}",
            docs="https://zuplo.com/docs/articles/api-key-best-practices",
        ),
    ),
)
