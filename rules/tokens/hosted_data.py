"""Keys of services that keep data."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, OPAQUE, SUPABASE_JWT, SUPABASE_SIGNED, UUID
from leakguard.rule import Credential, Provider

SUPABASE = Provider(
    name="Supabase",
    words=("supabase",),
    rotate="https://supabase.com/dashboard/account/tokens",
    credentials=(
        Credential(
            id="supabase-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="sbp_[0-9a-f]{40}|sbp_oauth_[0-9a-f]{40}",
            severity=Severity.CRITICAL,
            docs="https://supabase.com/docs/reference/api/introduction",
        ),
        Credential(
            id="supabase-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern=r"sb_secret_[A-Za-z0-9_\-]{22}_[A-Za-z0-9_\-]{8}",
            severity=Severity.CRITICAL,
            why="It goes past row level security: whoever has it has the whole database.",
            docs="https://supabase.com/docs/guides/api/api-keys",
        ),
        Credential(
            id="supabase-publishable-key",
            kind="publishable key",
            role=Role.KEY,
            pattern=r"sb_publishable_[A-Za-z0-9_\-]{22}_[A-Za-z0-9_\-]{8}",
            public=True,
            docs="https://supabase.com/docs/guides/api/api-keys",
        ),
        Credential(
            id="supabase-service-role-key",
            kind="service_role key",
            role=Role.SECRET,
            pattern=f"{SUPABASE_JWT}nNlcnZpY2Vfcm9sZSI{SUPABASE_SIGNED}",
            severity=Severity.CRITICAL,
            why="It goes past row level security: whoever has it has the whole database.",
            docs="https://supabase.com/docs/guides/api/api-keys",
        ),
        Credential(
            id="supabase-anon-key",
            kind="anon key",
            role=Role.KEY,
            pattern=f"{SUPABASE_JWT}mFub24iL{SUPABASE_SIGNED}",
            public=True,
            docs="https://supabase.com/docs/guides/api/api-keys",
        ),
    ),
)

COUCHBASE = Provider(
    name="Couchbase",
    words=(
        "couchbase",
        "capella",
    ),
    rotate="https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html",
    credentials=(
        Credential(
            id="couchbase-api-key-secret",
            kind="Capella API key's secret",
            role=Role.SECRET,
            form=OPAQUE,
            docs="https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html",
        ),
    ),
)

BORGBASE = Provider(
    name="BorgBase",
    words=(
        "borgbase",
        "borg base",
    ),
    rotate="https://www.borgbase.com/account",
    credentials=(
        Credential(
            id="borgbase-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.borgbase.com/api/",
        ),
    ),
)

CLICKHOUSE = Provider(
    name="ClickHouse",
    words=("clickhouse",),
    rotate="https://clickhouse.com/docs/products/cloud/features/admin-features/api/openapi",
    credentials=(
        Credential(
            id="clickhouse-cloud-secret",
            kind="Cloud API key's secret",
            role=Role.SECRET,
            pattern="4b1d[A-Za-z0-9]{38}",
            near=True,
            docs="https://clickhouse.com/docs/products/cloud/features/admin-features/api/openapi",
        ),
    ),
)

MONGODB = Provider(
    name="MongoDB",
    words=(
        "mongodb",
        "mongodb atlas",
        "atlas",
    ),
    rotate="https://www.mongodb.com/docs/atlas/configure-api-access/",
    credentials=(
        Credential(
            id="mongodb-atlas-private-key",
            kind="Atlas API private key",
            role=Role.SECRET,
            form=UUID,
            names=(
                "private",
                "secret",
            ),
            docs="https://www.mongodb.com/docs/atlas/configure-api-access/",
        ),
        Credential(
            id="mongodb-atlas-service-secret",
            kind="Atlas service account secret",
            role=Role.SECRET,
            pattern=r"mdb_sa_sk_[A-Za-z0-9_\-]{40}",
            docs="https://www.mongodb.com/docs/atlas/configure-api-access/",
        ),
    ),
)

SIDEKIQ = Provider(
    name="Sidekiq",
    words=(
        "sidekiq",
        "contribsys",
    ),
    rotate="https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
    credentials=(
        Credential(
            id="sidekiq-credentials",
            kind="credentials of the paid gems",
            role=Role.TOKEN,
            form="[0-9a-f]{8}:[0-9a-f]{8}",
            severity=Severity.MEDIUM,
            why="It fetches what was paid for, in its owner's name.",
            docs="https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
        ),
    ),
)

_ELASTIC_DOCS = "https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys"

ELASTICSEARCH = Provider(
    name="Elasticsearch",
    words=("elasticsearch", "elastic", "kibana", "logstash", "filebeat"),
    rotate=_ELASTIC_DOCS,
    credentials=(
        Credential(
            id="elasticsearch-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[A-Za-z0-9+/]{58}==",  # an id of 20 characters, a colon and 22 more
            names=("key", "apikey", "token", "authorization"),
            docs=_ELASTIC_DOCS,
        ),
        Credential(
            id="elasticsearch-service-token",
            kind="service account token",
            role=Role.TOKEN,
            # Its version and `elastic/`, behind which the account and the token's name stand.
            pattern=r"AAEAAWVsYXN0aWMv[A-Za-z0-9_\-]{30,300}",
            docs="https://www.elastic.co/docs/deploy-manage/users-roles/"
            "cluster-or-deployment-auth/service-accounts",
        ),
    ),
)
