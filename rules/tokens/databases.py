"""Keys of hosted databases and streams."""

from leakguard.finding import Role, Severity
from leakguard.formats.checksums import has_base64_crc32, with_base64_crc32
from leakguard.forms import base64, capital
from leakguard.rule import Credential, Provider

_DATABRICKS_DOCS = "https://docs.databricks.com/aws/en/dev-tools/auth/pat"

DATABRICKS = Provider(
    name="Databricks",
    words=("databricks",),
    rotate=_DATABRICKS_DOCS,
    credentials=(
        Credential(
            id="databricks-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"dapi[0-9a-f]{32} (?: -[0-9]{1,2} )?",
            docs=_DATABRICKS_DOCS,
        ),
        Credential(
            id="databricks-oauth-secret",
            kind="OAuth secret",
            role=Role.SECRET,
            pattern=r"dose[0-9a-f]{32}",
            docs="https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m",
        ),
    ),
)

_PLANETSCALE_DOCS = "https://planetscale.com/docs/api/reference/service-tokens"

PLANETSCALE = Provider(
    name="PlanetScale",
    words=("planetscale", "pscale"),
    rotate=_PLANETSCALE_DOCS,
    credentials=(
        Credential(
            id="planetscale-service-token",
            kind="service token",
            role=Role.TOKEN,
            pattern=r"pscale_tkn_[A-Za-z0-9_\-.]{32,64}",
            docs=_PLANETSCALE_DOCS,
        ),
        Credential(
            id="planetscale-password",
            kind="password",
            role=Role.PASSWORD,
            severity=Severity.CRITICAL,
            pattern=r"pscale_pw_[A-Za-z0-9_\-.]{32,64}",
            docs="https://planetscale.com/docs/concepts/connection-strings",
        ),
        Credential(
            id="planetscale-oauth-token",
            kind="OAuth token",
            role=Role.TOKEN,
            pattern=r"pscale_oauth_[A-Za-z0-9_\-.]{32,64}",
            docs="https://planetscale.com/docs/concepts/planetscale-api-oauth-applications",
        ),
    ),
)

AIVEN = Provider(
    name="Aiven",
    words=("aiven", "aivencloud"),
    rotate="https://aiven.io/docs/platform/howto/create_authentication_token",
    credentials=(
        Credential(
            id="aiven-service-password",
            kind="service password",
            role=Role.PASSWORD,
            severity=Severity.CRITICAL,
            pattern=r"AVNS_[A-Za-z0-9_\-]{17,22}",
            docs="https://aiven.io/docs/platform/concepts/authentication-tokens",
        ),
        Credential(
            id="aiven-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9+/]{372} (?: ={1,2} )?",
            docs="https://aiven.io/docs/platform/concepts/authentication-tokens",
        ),
    ),
)

_CONFLUENT_DOCS = (
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/"
    "service-accounts/api-keys/overview.html"
)

CONFLUENT = Provider(
    name="Confluent",
    words=("confluent", "confluentcloud", "ccloud"),
    rotate=_CONFLUENT_DOCS,
    credentials=(
        Credential(
            id="confluent-api-key",
            kind="API key id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            form=capital(16),
            names=("key", "apikey", "username"),
            docs=_CONFLUENT_DOCS,
        ),
        Credential(
            id="confluent-scannable-api-secret",
            kind="API secret with a checksum",
            role=Role.SECRET,
            pattern="cflt[A-Za-z0-9+/]{60}",
            tail=r"A-Za-z0-9_\-+/",
            checksum=has_base64_crc32,
            complete=with_base64_crc32,
            docs="https://docs.confluent.io/cloud/current/client-apps/api-keys.html",
        ),
        Credential(
            id="confluent-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base64(64),
            names=("secret", "password"),
            docs=_CONFLUENT_DOCS,
        ),
    ),
)
