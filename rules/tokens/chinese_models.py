"""Keys of Chinese services that run language models."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base64, hexadecimal
from leakguard.rule import Credential, Provider

ALIBABA_MODEL_STUDIO = Provider(
    name="Alibaba Model Studio",
    words=(
        "dashscope",
        "model studio",
        "qwen",
        "bailian",
    ),
    rotate="https://help.aliyun.com/zh/model-studio/get-api-key",
    credentials=(
        Credential(
            id="alibaba-model-studio-api-key",
            kind="DashScope API key",
            role=Role.KEY,
            pattern="sk-[0-9a-f]{32}",
            near=True,
            docs="https://www.alibabacloud.com/help/en/model-studio/get-api-key",
        ),
    ),
)

BAICHUAN = Provider(
    name="Baichuan",
    words=("baichuan",),
    rotate="https://platform.baichuan-ai.com/console/apikey",
    credentials=(
        Credential(
            id="baichuan-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[0-9a-f]{32}",
            near=True,
            docs="https://platform.baichuan-ai.com/docs/api",
        ),
    ),
)

BAIDU_AI_CLOUD = Provider(
    name="Baidu AI Cloud",
    words=(
        "baidu",
        "qianfan",
        "bce",
        "baiducloud",
    ),
    rotate="https://console.bce.baidu.com/iam/",
    credentials=(
        Credential(
            id="baidu-ai-cloud-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="bce-v3/ALTAK-[A-Za-z0-9]{21}/[0-9a-f]{40}",
            docs="https://cloud.baidu.com/doc/index.html",
        ),
        Credential(
            id="baidu-ai-cloud-secret-access-key",
            kind="secret access key",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=(
                "secret",
                "sk",
            ),
            docs="https://cloud.baidu.com/doc/index.html",
        ),
    ),
)

COZE = Provider(
    name="Coze",
    words=("coze",),
    rotate="https://www.coze.com/open/oauth/pats",
    credentials=(
        Credential(
            id="coze-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="pat_[A-Za-z0-9]{64}",
            docs="https://www.coze.com/docs/developer_guides/pat",
        ),
        Credential(
            id="coze-service-token",
            kind="service access token",
            role=Role.TOKEN,
            pattern="sat_[A-Za-z0-9]{64}",
            docs="https://www.coze.com/docs/developer_guides/pat",
        ),
    ),
)

IFLYTEK = Provider(
    name="iFlytek",
    words=(
        "iflytek",
        "xfyun",
        "xunfei",
        "sparkai",
    ),
    rotate="https://console.xfyun.cn/",
    credentials=(
        Credential(
            id="iflytek-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://www.xfyun.cn/doc/",
        ),
        Credential(
            id="iflytek-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base64(32),
            names=("secret",),
            docs="https://www.xfyun.cn/doc/",
        ),
    ),
)

KLING_AI = Provider(
    name="Kling AI",
    words=(
        "kling",
        "klingai",
    ),
    rotate="https://app.klingai.com/global/dev/api-key",
    credentials=(
        Credential(
            id="kling-ai-access-key",
            kind="access key",
            role=Role.KEY,
            form="[A-Za-z0-9]{32}",
            severity=Severity.MEDIUM,
            docs="https://app.klingai.com/global/dev/document-api",
        ),
        Credential(
            id="kling-ai-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form="[A-Za-z0-9]{32}",
            names=("secret",),
            docs="https://app.klingai.com/global/dev/document-api",
        ),
    ),
)

MINIMAX = Provider(
    name="MiniMax",
    words=("minimax",),
    rotate="https://platform.minimax.io/user-center/basic-information/interface-key",
    credentials=(
        Credential(
            id="minimax-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"sk-(?:api|cp)-[A-Za-z0-9_\-]{60,140}",
            near=True,
            docs="https://platform.minimax.io/docs",
        ),
        Credential(
            id="minimax-jwt",
            kind="API key in the form of a JSON Web Token",
            role=Role.KEY,
            form=JWT,
            docs="https://platform.minimax.io/docs",
        ),
    ),
)

MODELSCOPE = Provider(
    name="ModelScope",
    words=("modelscope",),
    rotate="https://modelscope.cn/my/myaccesstoken",
    credentials=(
        Credential(
            id="modelscope-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="ms-" + UUID,
            near=True,
            docs="https://modelscope.cn/docs",
        ),
    ),
)

MOONSHOT_AI = Provider(
    name="Moonshot AI",
    words=(
        "moonshot",
        "moonshotai",
        "kimi",
    ),
    rotate="https://platform.moonshot.ai/console/api-keys",
    credentials=(
        Credential(
            id="moonshot-ai-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[A-Za-z0-9]{48}",
            near=True,
            docs="https://platform.moonshot.ai/docs",
        ),
    ),
)

SILICONFLOW = Provider(
    name="SiliconFlow",
    words=(
        "siliconflow",
        "silicon flow",
    ),
    rotate="https://cloud.siliconflow.cn/account/ak",
    credentials=(
        Credential(
            id="siliconflow-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk-[a-z]{48}",
            near=True,
            docs="https://docs.siliconflow.cn/cn/userguide/quickstart",
        ),
    ),
)

VOLCENGINE = Provider(
    name="Volcengine",
    words=("volcengine",),
    rotate="https://console.volcengine.com/iam/keymanage/",
    credentials=(
        Credential(
            id="volcengine-access-key-id",
            kind="access key id",
            role=Role.KEY,
            pattern=r"AKLT[A-Za-z0-9+/_\-]{40,64}",
            severity=Severity.MEDIUM,
            docs="https://www.volcengine.com/docs",
        ),
        Credential(
            id="volcengine-secret-access-key",
            kind="secret access key",
            role=Role.SECRET,
            form="[A-Za-z0-9+/]{40,80}={1,2}",
            severity=Severity.CRITICAL,
            docs="https://www.volcengine.com/docs",
        ),
    ),
)

VOLCENGINE_ARK = Provider(
    name="Volcengine Ark",
    words=(
        "ark",
        "doubao",
    ),
    everyday=True,
    rotate="https://console.volcengine.com/ark",
    credentials=(
        Credential(
            id="volcengine-ark-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://www.volcengine.com/docs/82379",
        ),
    ),
)

ZHIPU_AI = Provider(
    name="Zhipu AI",
    words=(
        "zhipu",
        "zhipuai",
        "zai",
        "bigmodel",
        "glm",
    ),
    rotate="https://bigmodel.cn/usercenter/proj-mgmt/apikeys",
    credentials=(
        Credential(
            id="zhipu-ai-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"[0-9a-f]{32}\.[A-Za-z0-9]{16}",
            docs="https://docs.bigmodel.cn/cn/guide/develop/http/introduction",
        ),
    ),
)
