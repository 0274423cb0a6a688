"""Keys of databases that are hosted."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base62, small
from leakguard.rule import Credential, Provider

COCKROACHDB = Provider(
    name="CockroachDB",
    words=(
        "cockroach",
        "cockroachdb",
        "cockroachlabs",
    ),
    rotate="https://cockroachlabs.cloud/access",
    credentials=(
        Credential(
            id="cockroachdb-api-key",
            kind="Cloud API secret key",
            role=Role.SECRET,
            pattern="CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
            severity=Severity.CRITICAL,
            docs="https://www.cockroachlabs.com/docs/cockroachcloud/cloud-api",
        ),
    ),
)

CONVEX = Provider(
    name="Convex",
    words=("convex",),
    rotate="https://docs.convex.dev/cli/deploy-key-types",
    credentials=(
        Credential(
            id="convex-deploy-key",
            kind="deploy key",
            role=Role.KEY,
            pattern=r"(?:prod|dev|preview|project):[a-z0-9:\-]{3,80}\|[A-Za-z0-9+/]{40,300}={0,2}",
            docs="https://docs.convex.dev/cli/deploy-key-types",
        ),
    ),
)

INFLUXDB = Provider(
    name="InfluxDB",
    words=(
        "influx",
        "influxdb",
    ),
    rotate="https://docs.influxdata.com/influxdb/cloud/admin/tokens/",
    credentials=(
        Credential(
            id="influxdb-token",
            kind="API token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{86}==",
            docs="https://docs.influxdata.com/influxdb/cloud/admin/tokens/",
        ),
        Credential(
            id="influxdb-v3-token",
            kind="InfluxDB 3 token",
            role=Role.TOKEN,
            pattern=r"apiv3_[A-Za-z0-9_\-]{86}",
            docs="https://docs.influxdata.com/influxdb/cloud/admin/tokens/",
        ),
    ),
)

METABASE = Provider(
    name="Metabase",
    words=("metabase",),
    rotate="https://www.metabase.com/docs/latest/people-and-groups/api-keys",
    credentials=(
        Credential(
            id="metabase-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="mb_[A-Za-z0-9+/]{43}=",
            docs="https://www.metabase.com/docs/latest/people-and-groups/api-keys",
        ),
        Credential(
            id="metabase-session-token",
            kind="session token",
            role=Role.TOKEN,
            form=UUID,
            names=("session",),
            docs="https://www.metabase.com/learn/metabase-basics/administration/"
            "administration-and-operation/metabase-api",
        ),
    ),
)

NEON = Provider(
    name="Neon",
    words=(
        "neon",
        "neondb",
    ),
    everyday=True,
    rotate="https://console.neon.tech/app/settings/api-keys",
    credentials=(
        Credential(
            id="neon-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="napi_[a-z0-9]{64}",
            docs="https://neon.com/docs/manage/api-keys",
        ),
        Credential(
            id="neon-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=small(64),
            docs="https://neon.com/docs/manage/api-keys",
        ),
    ),
)

ROCKSET = Provider(
    name="Rockset",
    words=("rockset",),
    rotate="https://console.rockset.com/apikeys",
    credentials=(
        Credential(
            id="rockset-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(64),
            docs="https://docs.rockset.com/",
        ),
    ),
)

TURSO = Provider(
    name="Turso",
    words=("turso",),
    rotate="https://docs.turso.tech/api-reference/tokens/revoke",
    credentials=(
        Credential(
            id="turso-token",
            kind="database token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.turso.tech/api-reference/authentication",
        ),
    ),
)

_QSTASH_DOCS = "https://upstash.com/docs/qstash/features/security"

UPSTASH = Provider(
    name="Upstash",
    words=("upstash", "qstash"),
    rotate=_QSTASH_DOCS,
    credentials=(
        Credential(
            id="upstash-rest-token",
            kind="REST token",
            role=Role.TOKEN,
            form=r"A[A-Za-z0-9+/_\-]{50,120}={0,2}",
            docs="https://upstash.com/docs/redis/features/restapi",
        ),
        Credential(
            id="upstash-api-key",
            kind="management API key",
            role=Role.KEY,
            form=UUID,
            docs="https://upstash.com/docs/devops/developer-api/introduction",
        ),
        Credential(
            id="upstash-qstash-token",
            kind="QStash token",
            role=Role.TOKEN,
            pattern="eyJVc2VySUQi[A-Za-z0-9+/]{60,300}={0,2}",  # {"UserID" in base64
            tail=r"A-Za-z0-9_\-+/",
            near=True,
            docs=_QSTASH_DOCS,
        ),
        Credential(
            id="upstash-qstash-signing-key",
            kind="QStash signing key",
            role=Role.SECRET,
            pattern="sig_[A-Za-z0-9]{24,40}",
            near=True,
            docs=_QSTASH_DOCS,
        ),
    ),
)
