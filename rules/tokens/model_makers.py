"""Keys of companies that make models of language, and of embeddings."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

AI21_LABS = Provider(
    name="AI21 Labs",
    words=(
        "ai21",
        "ai21labs",
    ),
    rotate="https://studio.ai21.com/account/api-key",
    credentials=(
        Credential(
            id="ai21-labs-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[A-Za-z0-9]{32}|" + UUID + ")",
            docs="https://docs.ai21.com/reference/authentication",
        ),
    ),
)

ALEPH_ALPHA = Provider(
    name="Aleph Alpha",
    words=("aleph alpha",),
    rotate="https://app.aleph-alpha.com/profile",
    credentials=(
        Credential(
            id="aleph-alpha-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.aleph-alpha.com/",
        ),
    ),
)

CONTEXTUAL_AI = Provider(
    name="Contextual AI",
    words=("contextual ai",),
    rotate="https://app.contextual.ai/",
    credentials=(
        Credential(
            id="contextual-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"key-[A-Za-z0-9_\-]{40,60}",
            near=True,
            docs="https://docs.contextual.ai/",
        ),
    ),
)

JINA_AI = Provider(
    name="Jina AI",
    words=(
        "jina",
        "jinaai",
    ),
    rotate="https://jina.ai/api-dashboard/",
    credentials=(
        Credential(
            id="jina-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"jina_[0-9a-f]{32}[A-Za-z0-9_\-]{28}",
            docs="https://docs.jina.ai/",
        ),
    ),
)

MISTRAL_AI = Provider(
    name="Mistral AI",
    words=(
        "mistral",
        "mistralai",
    ),
    rotate="https://console.mistral.ai/api-keys",
    credentials=(
        Credential(
            id="mistral-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://docs.mistral.ai/admin/security-access/api-keys/",
        ),
    ),
)

MIXEDBREAD = Provider(
    name="Mixedbread",
    words=(
        "mixedbread",
        "mxbai",
    ),
    rotate="https://platform.mixedbread.com/",
    credentials=(
        Credential(
            id="mixedbread-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"mxb_[A-Za-z0-9_\-]{30,48}",
            docs="https://www.mixedbread.com/docs",
        ),
        Credential(
            id="mixedbread-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            pattern="emb_[0-9a-f]{64}",
            docs="https://www.mixedbread.com/docs",
        ),
    ),
)

MONKEYLEARN = Provider(
    name="MonkeyLearn",
    words=("monkeylearn",),
    rotate="https://monkeylearn.com/",
    credentials=(
        Credential(
            id="monkeylearn-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://monkeylearn.com/api/v3/",
        ),
    ),
)

NLP_CLOUD = Provider(
    name="NLP Cloud",
    words=(
        "nlpcloud",
        "nlp cloud",
    ),
    rotate="https://nlpcloud.com/home/token",
    credentials=(
        Credential(
            id="nlp-cloud-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://docs.nlpcloud.com/#authentication",
        ),
    ),
)

NOMIC = Provider(
    name="Nomic",
    words=("nomic",),
    rotate="https://atlas.nomic.ai/",
    credentials=(
        Credential(
            id="nomic-api-key",
            kind="Atlas API key",
            role=Role.KEY,
            pattern=r"nk-[A-Za-z0-9_\-]{43}",
            near=True,
            docs="https://docs.nomic.ai/atlas/introduction/quick-start",
        ),
    ),
)

UPSTAGE = Provider(
    name="Upstage",
    words=("upstage",),
    rotate="https://console.upstage.ai/api-keys",
    credentials=(
        Credential(
            id="upstage-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="up_[A-Za-z0-9]{24,40}",
            near=True,
            docs="https://console.upstage.ai/docs",
        ),
    ),
)

VOYAGE_AI = Provider(
    name="Voyage AI",
    words=(
        "voyage",
        "voyageai",
    ),
    rotate="https://docs.voyageai.com/docs/api-key-and-installation",
    credentials=(
        Credential(
            id="voyage-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"pa-[A-Za-z0-9_\-]{43}",
            near=True,
            docs="https://docs.voyageai.com/docs/api-key-and-installation",
        ),
        Credential(
            id="voyage-ai-atlas-api-key",
            kind="API key made in MongoDB Atlas",
            role=Role.KEY,
            pattern=r"al-[A-Za-z0-9_\-]{43}",
            near=True,
            docs="https://docs.voyageai.com/docs/api-key-and-installation",
        ),
    ),
)
