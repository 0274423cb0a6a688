"""Keys of databases that are run for their users, of searches, and of what moves data."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, service

_MOTHERDUCK = r"eyJ[A-Za-z0-9_\-]{16,80}\.eyJ[A-Za-z0-9_\-]{100,900}\.[A-Za-z0-9_\-]{43}"
"""It names the user twice, and so is longer than other JSON Web Tokens."""

MEILISEARCH = service(
    "Meilisearch",
    "https://www.meilisearch.com/docs/learn/security/master_api_keys",
    "meilisearch",
    "meili",
)
TYPESENSE = service("Typesense", "https://typesense.org/docs/latest/api/api-keys.html", "typesense")
REDIS_CLOUD = service(
    "Redis Cloud",
    "https://redis.io/docs/latest/operate/rc/api/get-started/manage-api-keys/",
    "redis cloud",
    "rediscloud",
)
APPWRITE = service(
    "Appwrite",
    "https://appwrite.io/docs/advanced/platform/api-keys",
    "appwrite",
    pattern="(?:standard|dynamic)_[0-9a-f]{256}",
    also=(
        Credential(
            id="appwrite-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(256),
            docs="https://appwrite.io/docs/advanced/platform/api-keys",
        ),
    ),
)
NHOST = service(
    "Nhost",
    "https://docs.nhost.io/platform/environment-variables",
    "nhost",
    role=Role.SECRET,
)
HASURA = service(
    "Hasura",
    "https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/",
    "hasura",
    role=Role.SECRET,
)
PRISMA = service(
    "Prisma",
    "https://www.prisma.io/docs/postgres/introduction/management-api",
    "prisma",
    form=JWT,
)
GEL = service(
    "Gel (EdgeDB)",
    "https://docs.geldata.com/resources/cloud",
    "edgedb",
    "gel secret",
    role=Role.TOKEN,
    pattern=r"(?:nbwt|edbt)1?_eyJ[A-Za-z0-9_\-]{40,400}\.[A-Za-z0-9_\-]{40,120}",
)
DOLTHUB = service(
    "DoltHub",
    "https://docs.dolthub.com/products/dolthub/api/authentication",
    "dolthub",
    role=Role.TOKEN,
    pattern=r"dhat\.v1\.[a-z0-9]{50,60}",
)
FAUNA = service(
    "Fauna",
    "https://faunadb-docs.fauna.com/fauna/current/learn/security/keys/",
    "fauna",
    "faunadb",
    pattern=r"fnA[A-Za-z0-9_\-]{37,50}",
    near=True,
)
TIDB = service(
    "TiDB Cloud",
    "https://docs.pingcap.com/tidbcloud/api/v1beta1/",
    "tidb",
    "tidbcloud",
    form=UUID,
)
ASTRA = service(
    "DataStax Astra",
    "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
    "astra db",
    "datastax",
    "astra",
    role=Role.TOKEN,
    pattern="AstraCS:[A-Za-z0-9]{24}:[0-9a-f]{64}",
)
MOTHERDUCK = service(
    "MotherDuck",
    "https://motherduck.com/docs/key-tasks/authenticating-and-connecting-to-motherduck/authenticating-to-motherduck/",
    "motherduck",
    role=Role.TOKEN,
    form=_MOTHERDUCK,
)
ELASTIC_CLOUD = service(
    "Elastic Cloud",
    "https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys",
    "elastic cloud",
    "ec api",
    pattern="essu_[A-Za-z0-9+/]{50,120}={0,2}",
)
TIMESCALE = service(
    "Timescale",
    "https://docs.tigerdata.com/use-timescale/latest/security/client-credentials/",
    "timescale",
    role=Role.SECRET,
)
REDPANDA = service(
    "Redpanda",
    "https://docs.redpanda.com/redpanda-cloud/security/cloud-authentication/",
    "redpanda",
    role=Role.SECRET,
)
SINGLESTORE = service(
    "SingleStore",
    "https://docs.singlestore.com/cloud/reference/management-api/",
    "singlestore",
    form=hexadecimal(64),
)
MATERIALIZE = service(
    "Materialize",
    "https://materialize.com/docs/manage/access-control/",
    "materialize",
    "mzp",
    pattern=r"mzp_(?:[0-9a-f]{64}|[A-Za-z0-9_\-]{43}=?)",
)
LANCEDB = service(
    "LanceDB",
    "https://docs.lancedb.com/cloud",
    "lancedb",
)
MARQO = service("Marqo", "https://docs.marqo.ai/latest/cloud/cloud-getting-started/", "marqo")
YUGABYTE = service(
    "YugabyteDB",
    "https://docs.yugabyte.com/preview/yugabyte-cloud/managed-automation/managed-apikeys/",
    "yugabyte",
    "yugabytedb",
    "ybm",
    form=JWT,
)
DREMIO = service(
    "Dremio",
    "https://docs.dremio.com/cloud/security/authentication/personal-access-token/",
    "dremio",
    role=Role.TOKEN,
)
FIREBOLT = service(
    "Firebolt",
    "https://docs.firebolt.io/guides/managing-your-organization/service-accounts",
    "firebolt",
    role=Role.SECRET,
)
DGRAPH = service("Dgraph", "https://docs.hypermode.com/dgraph/admin/security", "dgraph")
COVEO = service(
    "Coveo",
    "https://docs.coveo.com/en/1718/manage-an-organization/manage-api-keys",
    "coveo",
    pattern=r"xx[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
)
CONSTRUCTOR = service(
    "Constructor", "https://docs.constructor.com/reference/shared-authentication", "constructorio"
)
FIVETRAN = service(
    "Fivetran",
    "https://fivetran.com/docs/rest-api/getting-started",
    "fivetran",
    also=(
        Credential(
            id="fivetran-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://fivetran.com/docs/rest-api/getting-started",
        ),
    ),
)
AIRBYTE = service(
    "Airbyte",
    "https://docs.airbyte.com/platform/using-airbyte/configuring-api-access",
    "airbyte",
    role=Role.SECRET,
)
LOGSNAG = service(
    "LogSnag",
    "https://docs.logsnag.com/api-reference/authentication",
    "logsnag",
    role=Role.TOKEN,
    form=hexadecimal(32),
)
QUICKNODE = service(
    "QuickNode",
    "https://www.quicknode.com/docs/console-api/getting-started",
    "quicknode",
    pattern="QN_[0-9a-f]{32}",
)
LOGTO = service(
    "Logto",
    "https://docs.logto.io/integrate-logto/interact-with-management-api",
    "logto",
    role=Role.SECRET,
)
INSTANTDB = service(
    "InstantDB",
    "https://www.instantdb.com/docs/backend",
    "instantdb",
    "instant app",
    role=Role.TOKEN,
    form=UUID,
)
SCYLLA = service(
    "Scylla Cloud",
    "https://cloud.docs.scylladb.com/stable/api-docs/api-get-started.html",
    "scylla",
    "scylladb",
    role=Role.TOKEN,
)
