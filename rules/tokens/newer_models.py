"""Keys of newer makers and hosts of models, and of what agents remember, browse and run with."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import SPECIFIC, TokenRule, service

RECRAFT = service(
    "Recraft",
    "https://www.recraft.ai/docs/api-reference/getting-started",
    "recraft",
    role=Role.TOKEN,
)
TAVUS = service("Tavus", "https://docs.tavus.io/api-reference/authentication", "tavus")
STEPFUN = service(
    "StepFun",
    "https://platform.stepfun.com/docs/quickstart/overview",
    "stepfun",
    "step api",
    form=r"[A-Za-z0-9]{40,100}",
)
LEPTON = service(
    "Lepton AI",
    "https://docs.nvidia.com/dgx-cloud/lepton/get-started/",
    "lepton",
    "leptonai",
    role=Role.TOKEN,
)
WRITER = service(
    "Writer", "https://dev.writer.com/home/quickstart", "writer", form=base62(32), everyday=True
)
REKA = service("Reka", "https://docs.reka.ai/quick-start", "reka", form=hexadecimal(64))
INCEPTION = service(
    "Inception",
    "https://docs.inceptionlabs.ai/get-started/get-started",
    "inception",
    "inceptionlabs",
    pattern="sk_[0-9a-f]{32}",
    near=True,
)
SARVAM = service(
    "Sarvam AI",
    "https://docs.sarvam.ai/api-reference-docs/authentication",
    "sarvam",
    "sarvamai",
    pattern="sk_[a-z0-9]{8}_[A-Za-z0-9]{24,32}",
    near=True,
)
PARASAIL = service(
    "Parasail",
    "https://docs.parasail.io/parasail-docs/serverless/getting-started",
    "parasail",
    pattern=r"psk-[A-Za-z0-9_\-]{30,60}",
    near=True,
)
VENICE = service("Venice", "https://docs.venice.ai/overview/guides/generating-api-key", "venice")
REQUESTY = service(
    "Requesty",
    "https://docs.requesty.ai/quickstart",
    "requesty",
)
NEPTUNE = service(
    "Neptune",
    "https://docs.neptune.ai/setup/setting_api_token/",
    "neptune",
    role=Role.TOKEN,
    pattern=r"eyJhcGlfYWRkcmVzcyI6[A-Za-z0-9+/]{80,300}={0,2}",
)
CLEARML = service(
    "ClearML",
    "https://clear.ml/docs/latest/docs/webapp/settings/webapp_settings_profile/#clearml-api-credentials",
    "clearml",
    role=Role.SECRET,
)
BROWSERLESS = service(
    "Browserless",
    "https://docs.browserless.io/overview/connection-urls",
    "browserless",
    role=Role.TOKEN,
)
DAYTONA = service(
    "Daytona",
    "https://www.daytona.io/docs/en/api-keys/",
    "daytona",
    pattern="dtn_[0-9a-f]{64}",
)
MORPH = service(
    "Morph",
    "https://docs.morphllm.com/quickstart",
    "morph",
    "morphllm",
    form=r"sk-[A-Za-z0-9_\-]{30,80}",
)
RELACE = service(
    "Relace",
    "https://docs.relace.ai/docs/getting-started",
    "relace",
    pattern=r"rlc-[A-Za-z0-9_\-]{30,60}",
    near=True,
)
POE = service(
    "Poe", "https://creator.poe.com/docs/external-applications/openai-compatible-api", "poe"
)
OPENPIPE = service(
    "OpenPipe",
    "https://docs.openpipe.ai/getting-started/openpipe-sdk",
    "openpipe",
    pattern="opk_[0-9a-f]{40,60}",
)
TARGON = service("Targon", "https://targon.com/docs", "targon", pattern="sn4_[a-z0-9]{28}")
INFERENCE_NET = service(
    "Inference.net",
    "https://docs.inference.net/quickstart",
    "inference net",
    "inferencenet",
    "inference api",
    pattern="inference-[a-z0-9]{32}",
    near=True,
)
SUPERMEMORY = service(
    "Supermemory",
    "https://supermemory.ai/docs/authentication",
    "supermemory",
    pattern=r"sm_[A-Za-z0-9]{20,24}_[A-Za-z0-9_\-]{40,100}",
    near=True,
)
KLUSTER = service(
    "kluster.ai", "https://docs.kluster.ai/get-started/get-api-key/", "kluster", form=UUID
)
NSCALE = service("Nscale", "https://docs.nscale.com/docs/inference/api-keys", "nscale")
GMI_CLOUD = service(
    "GMI Cloud", "https://docs.gmicloud.ai/inference-engine/api-reference", "gmi", "gmi cloud"
)
PARALLEL = service(
    "Parallel",
    "https://docs.parallel.ai/getting-started/overview",
    "parallel",
    everyday=True,
)
PYDANTIC_GATEWAY = service(
    "Pydantic AI Gateway",
    "https://ai.pydantic.dev/gateway/",
    "pydantic ai gateway",
    "paig",
    pattern=r"pa[iy]g_[A-Za-z0-9_\-]{30,60}",
    near=True,
)
AI_ML_API = service(
    "AI/ML API", "https://docs.aimlapi.com/quickstart/setting-up", "aimlapi", form=hexadecimal(32)
)
KIMI_CODE = service(
    "Kimi",
    "https://platform.moonshot.ai/docs/guide/start-using-kimi-api",
    "kimi",
    pattern=r"sk-kimi-[A-Za-z0-9]{50,80}",
)
WINDSURF = service(
    "Windsurf",
    "https://docs.windsurf.com/plugins/accounts/api-reference/api-introduction",
    "windsurf",
    "codeium",
    form=UUID,
)
LITELLM = service(
    "LiteLLM",
    "https://docs.litellm.ai/docs/proxy/virtual_keys",
    "litellm",
    pattern=r"sk-[A-Za-z0-9_\-]{22}",
    near=True,
)
FLOWISE = service(
    "Flowise",
    "https://docs.flowiseai.com/configuration/authorization/chatflow-level",
    "flowise",
)
ABACUS = service(
    "Abacus.AI",
    "https://abacus.ai/help/api/authentication",
    "abacus",
    form=rf"(?:s2_)?{hexadecimal(32)}",
    everyday=True,
)
PIAPI = service("PiAPI", "https://piapi.ai/docs/authentication", "piapi", form=hexadecimal(64))
PIKA = service("Pika", "https://pika.art/api", "pika", everyday=True)
SYNTHFLOW = service("Synthflow", "https://docs.synthflow.ai/authentication", "synthflow")
RIME = service("Rime", "https://docs.rime.ai/api-reference/quickstart", "rime", everyday=True)
SMALLEST = service("Smallest.ai", "https://waves-docs.smallest.ai/", "smallest ai", "smallestai")
SCRAPELESS = service(
    "Scrapeless",
    "https://docs.scrapeless.com/en/general/quickstart/start-with-scrapeless/",
    "scrapeless",
    pattern=r"sk_[A-Za-z0-9]{40,90}",
    near=True,
)

MODEL_KEY = TokenRule(
    id="model-service-key",
    title="API key of a service for models",
    why="Whoever reads it can use the service as its owner, and at their cost.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.KEY,
    rank=SPECIFIC,
    pattern=r"""
        (?: ^ | [^A-Za-z0-9_\-] ) (?P<secret> sk-[0-9a-f]{32} ) (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.EXACT,
    advice=(
        "Find out which service gave it out, DeepSeek or Alibaba Cloud for instance, and delete it"
        " there.",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=(
        "https://api-docs.deepseek.com/",
        "https://www.alibabacloud.com/help/en/model-studio/get-api-key",
    ),
    invalid=(
        f"# the old one was sk-{made_up('hex', 32, 641)}\n",
        f'{{"setting": "sk-{made_up("hex", 32, 642)}"}}',
    ),
    valid=("sk-" + "0" * 32, "class='task-0123'", "sk-your-own-key"),
)
