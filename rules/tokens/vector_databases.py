"""Keys of databases for vectors, and of other databases that are hosted."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base64url
from leakguard.rule import Credential, Provider

CHROMA = Provider(
    name="Chroma",
    words=(
        "chroma",
        "chromadb",
    ),
    rotate="https://www.trychroma.com/",
    credentials=(
        Credential(
            id="chroma-api-key",
            kind="Cloud API key",
            role=Role.KEY,
            pattern="ck-[A-Za-z0-9]{40,50}",
            near=True,
            docs="https://docs.trychroma.com/cloud/getting-started",
        ),
    ),
)

PINECONE = Provider(
    name="Pinecone",
    words=("pinecone",),
    rotate="https://docs.pinecone.io/guides/projects/manage-api-keys",
    credentials=(
        Credential(
            id="pinecone-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}",
            docs="https://docs.pinecone.io/reference/api/authentication",
        ),
        Credential(
            id="pinecone-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.pinecone.io/reference/api/authentication",
        ),
    ),
)

QDRANT = Provider(
    name="Qdrant",
    words=("qdrant",),
    rotate="https://qdrant.tech/documentation/cloud/authentication/",
    credentials=(
        Credential(
            id="qdrant-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(54),
            docs="https://qdrant.tech/documentation/cloud/authentication/",
        ),
        Credential(
            id="qdrant-database-key",
            kind="database API key",
            role=Role.KEY,
            form=JWT,
            docs="https://qdrant.tech/documentation/cloud/authentication/",
        ),
        Credential(
            id="qdrant-management-key",
            kind="Cloud management key",
            role=Role.KEY,
            form=UUID + r"\|[A-Za-z0-9_\-]{40,80}",
            docs="https://qdrant.tech/documentation/cloud/authentication/",
        ),
    ),
)

TINYBIRD = Provider(
    name="Tinybird",
    words=("tinybird",),
    rotate="https://www.tinybird.co/docs/forward/administration/tokens/static-tokens",
    credentials=(
        Credential(
            id="tinybird-token",
            kind="token",
            role=Role.TOKEN,
            pattern=r"p\.eyJ1Ijog[A-Za-z0-9_\-]{30,300}\.[A-Za-z0-9_\-]{43}",
            docs="https://www.tinybird.co/docs",
        ),
    ),
)

TURBOPUFFER = Provider(
    name="Turbopuffer",
    words=("turbopuffer",),
    rotate="https://turbopuffer.com/dashboard",
    credentials=(
        Credential(
            id="turbopuffer-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="tpuf_[A-Za-z0-9]{32}",
            docs="https://turbopuffer.com/docs/auth",
        ),
    ),
)

VECTARA = Provider(
    name="Vectara",
    words=("vectara",),
    rotate="https://console.vectara.com/",
    credentials=(
        Credential(
            id="vectara-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"z[qwu]t_[A-Za-z0-9_\-]{30,44}",
            near=True,
            docs="https://docs.vectara.com/docs/api-keys",
        ),
    ),
)

WEAVIATE = Provider(
    name="Weaviate",
    words=("weaviate",),
    rotate="https://docs.weaviate.io/cloud/manage-clusters/authentication",
    credentials=(
        Credential(
            id="weaviate-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[A-Za-z0-9]{36}|[A-Za-z0-9]{40}|[A-Za-z0-9+/]{60,120}={0,2})",
            docs="https://docs.weaviate.io/cloud/manage-clusters/authentication",
        ),
    ),
)

XATA = Provider(
    name="Xata",
    words=("xata",),
    rotate="https://app.xata.io/settings",
    credentials=(
        Credential(
            id="xata-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="xau_[A-Za-z0-9]{32,64}",
            docs="https://xata.io/docs",
        ),
    ),
)

ZILLIZ = Provider(
    name="Zilliz",
    words=("zilliz",),
    rotate="https://docs.zilliz.com/docs/manage-api-keys",
    credentials=(
        Credential(
            id="zilliz-api-key",
            kind="API key",
            role=Role.KEY,
            form="[A-Za-z0-9]{40,128}",
            docs="https://docs.zilliz.com/docs/manage-api-keys",
        ),
    ),
)
