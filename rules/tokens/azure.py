"""Keys of Microsoft's clouds."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

_STORAGE_DOCS = "https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage"
_SHARED_ACCESS_DOCS = (
    "https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas"
)
_COGNITIVE_DOCS = "https://learn.microsoft.com/en-us/azure/ai-services/authentication"
_PAT_DOCS = (
    "https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/"
    "use-personal-access-tokens-to-authenticate"
)
_BASE64 = "A-Za-z0-9+/"
_TAIL = r"A-Za-z0-9_\-+/"

AZURE = Provider(
    name="Azure",
    words=(
        "azure",
        "account key",
        "shared access key",
        "core windows net",
        "servicebus",
        "azconfig",
        "azurewebsites",
        "cosmos db",
        "cosmos account",
        "ocp apim",
        "cognitiveservices",
    ),
    rotate="https://learn.microsoft.com/en-us/azure/security/fundamentals/secrets-best-practices",
    credentials=(
        Credential(
            id="azure-marked-account-key",
            kind="account key of Storage, Cosmos DB, Batch, API Management or Machine Learning",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            # 64 bytes, of which some spell the service in base64
            pattern=rf"""[{_BASE64}]{{76}} (?: APIM | ACDb | \+ABa | \+AMC | \+ASt )
                         [{_BASE64}]{{5}}[AQgw]==""",
            tail=_TAIL,
            docs="https://learn.microsoft.com/en-us/purview/sit-defn-azure-storage-account-key",
        ),
        Credential(
            id="azure-account-key",
            kind="account key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            form=rf"[{_BASE64}]{{86}}==",
            docs=_STORAGE_DOCS,
        ),
        Credential(
            id="azure-marked-shared-access-key",
            kind="shared access key of Service Bus, Event Hubs, Relay or IoT Hub",
            role=Role.KEY,
            pattern=rf"""[{_BASE64}]{{33}} (?: AIoT | \+ASb | \+AEh | \+ARm )
                         [A-P][{_BASE64}]{{5}}=""",
            tail=_TAIL,
            docs=_SHARED_ACCESS_DOCS,
        ),
        Credential(
            id="azure-shared-access-key",
            kind="shared access key",
            role=Role.KEY,
            form=rf"[{_BASE64}]{{43}}=",
            docs=_SHARED_ACCESS_DOCS,
        ),
        Credential(
            id="azure-resource-key",
            kind="resource key",
            role=Role.KEY,
            pattern=r"[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{24}",
            docs=_COGNITIVE_DOCS,
        ),
        Credential(
            id="azure-cognitive-services-key",
            kind="service key",
            role=Role.KEY,
            form=hexadecimal(32),
            names=("key", "apikey", "subscription"),
            docs=_COGNITIVE_DOCS,
        ),
        Credential(
            id="azure-search-key",
            kind="AI Search key",
            role=Role.KEY,
            pattern=r"[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}",
            docs="https://learn.microsoft.com/en-us/azure/search/search-security-api-keys",
        ),
        Credential(
            id="azure-cache-key",
            kind="Cache for Redis key",
            role=Role.KEY,
            pattern=r"[A-Za-z0-9]{33}AzCa[A-P][A-Za-z0-9]{5}=",
            tail=_TAIL,
            docs="https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure",
        ),
        Credential(
            id="azure-function-key",
            kind="Functions key",
            role=Role.KEY,
            pattern=r"[A-Za-z0-9_\-]{44}AzFu[A-Za-z0-9_\-]{5}[AQgw]==",
            docs="https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to",
        ),
        Credential(
            id="azure-container-registry-password",
            kind="Container Registry password",
            role=Role.PASSWORD,
            pattern=rf"[{_BASE64}]{{42}}\+ACR[A-D][{_BASE64}]{{5}}",
            tail=_TAIL,
            docs="https://learn.microsoft.com/en-us/azure/container-registry/"
            "container-registry-authentication",
        ),
        Credential(
            id="azure-app-secret",
            kind="Entra ID client secret",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            pattern=r"[A-Za-z0-9_~.\-]{3}[0-9]Q~[A-Za-z0-9_~.\-]{31,34}",
            tail=r"A-Za-z0-9_\-~",
            docs="https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials",
        ),
        Credential(
            id="azure-shared-access-signature",
            kind="shared access signature",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"sig=[A-Za-z0-9%]{43,63}%3[Dd]",
            near=True,
            docs="https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview",
        ),
    ),
)

AZURE_DEVOPS = Provider(
    name="Azure DevOps",
    words=("azure devops", "ado", "vsts", "visualstudio", "dev azure"),
    rotate="https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/"
    "admin-revoke-user-pats",
    credentials=(
        Credential(
            id="azure-devops-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}",
            docs=_PAT_DOCS,
        ),
        Credential(
            id="azure-devops-legacy-token",
            kind="personal access token of the old form",
            role=Role.TOKEN,
            form=r"[a-z2-7]{52}",
            docs=_PAT_DOCS,
        ),
    ),
)

_KEY = made_up("base64", 43, 43) + "="
_LONG_KEY = made_up("base64", 86, 44) + "=="

AZURE_CONNECTION_STRING = TokenRule(
    id="azure-connection-string",
    title="Azure key in a connection string",
    why="Whoever reads it can use the resource that the string names as its owner.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Azure",
    role=Role.KEY,
    pattern=rf"""
        (?: \b (?i: SharedAccessKey | AccountKey ) | ; (?i: AccessKey | Secret ) )
        [ ]{{0,2}} = [ ]{{0,2}}
        (?P<secret> [{_BASE64}]{{86}}== | [{_BASE64}]{{43}}= ) (?: $ | [^{_BASE64}=] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        "Regenerate the key in the resource's settings, under Keys or Shared access policies.",
        "Let the program log in with a managed identity, or read the new string from Key Vault.",
    ),
    references=(_STORAGE_DOCS, _SHARED_ACCESS_DOCS),
    invalid=(
        f"DefaultEndpointsProtocol=https;AccountName=bot;AccountKey={_LONG_KEY};EndpointSuffix=x",
        f'bus = "Endpoint=sb://bot.servicebus.windows.net/;SharedAccessKey={_KEY}"',
        f'"Endpoint=https://bot.azconfig.io;Id=a-b:c;Secret={_KEY}"',
    ),
    valid=(
        "AccountName=bot;AccountKey=<key>;",
        'f"Endpoint=sb://bot.servicebus.windows.net/;SharedAccessKey={key}"',
    ),
)
