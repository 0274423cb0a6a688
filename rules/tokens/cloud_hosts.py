"""Keys of hosts of servers, networks and names that are rented by the hour or the year."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, OPAQUE, UUID, base62, base64, base64url, hexadecimal, small
from leakguard.rule import Credential, Provider, service

_AKAMAI = "https://techdocs.akamai.com/developer/docs/edgegrid"
_EXOSCALE = "https://community.exoscale.com/product/iam/how-to/manage-api-keys/"
_OVH = "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api?id=kb_article_view&sysparm_article=KB0042777"
_PORKBUN = "https://porkbun.com/api/json/v3/documentation"
_TENCENT = "https://www.tencentcloud.com/document/product/598/32675"

AKAMAI = Provider(
    name="Akamai",
    words=("akamai", "edgegrid", "edgerc"),
    rotate=_AKAMAI,
    credentials=(
        Credential(
            id="akamai-edgegrid-token",
            kind="EdgeGrid client or access token",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"akab-[a-z0-9]{16}-[a-z0-9]{16}",
            tail=r"A-Za-z0-9_\-.",
            why="It identifies the client; together with its secret it signs requests.",
            docs=_AKAMAI,
        ),
        Credential(
            id="akamai-client-secret",
            kind="EdgeGrid client secret",
            role=Role.SECRET,
            form=rf"{base64(43)}=",
            names=("secret",),
            docs=_AKAMAI,
        ),
    ),
)

EXOSCALE = Provider(
    name="Exoscale",
    words=("exoscale",),
    rotate=_EXOSCALE,
    credentials=(
        Credential(
            id="exoscale-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern="EXO[0-9a-f]{24}",
            why="It identifies the account; together with its secret it signs requests.",
            docs=_EXOSCALE,
        ),
        Credential(
            id="exoscale-api-secret",
            kind="API secret",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            form=base64url(43),
            names=("secret",),
            docs=_EXOSCALE,
        ),
    ),
)

OVH = Provider(
    name="OVHcloud",
    words=("ovh", "ovhcloud"),
    rotate=_OVH,
    credentials=(
        Credential(
            id="ovh-application-secret",
            kind="application secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs=_OVH,
        ),
        Credential(
            id="ovh-consumer-key",
            kind="consumer key",
            role=Role.KEY,
            form=base62(32),
            names=("consumer",),
            docs=_OVH,
        ),
    ),
)

PORKBUN = Provider(
    name="Porkbun",
    words=("porkbun",),
    rotate="https://porkbun.com/account/api",
    credentials=(
        Credential(
            id="porkbun-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern="pk1_[0-9a-f]{64}",
            docs=_PORKBUN,
        ),
        Credential(
            id="porkbun-secret-key",
            kind="secret API key",
            role=Role.SECRET,
            pattern="sk1_[0-9a-f]{64}",
            docs=_PORKBUN,
        ),
    ),
)

TENCENT_CLOUD = Provider(
    name="Tencent Cloud",
    words=("tencent", "tencentcloud", "qcloud", "tencentyun", "hunyuan"),
    rotate=_TENCENT,
    credentials=(
        Credential(
            id="tencent-secret-id",
            kind="SecretId",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern="AKID[A-Za-z0-9]{32}",
            why="It identifies the account; together with its SecretKey it signs requests.",
            docs=_TENCENT,
        ),
        Credential(
            id="tencent-secret-key",
            kind="SecretKey",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            form=base62(32),
            names=("secret",),
            docs=_TENCENT,
        ),
        Credential(
            id="tencent-hunyuan-api-key",
            kind="Hunyuan API key",
            role=Role.KEY,
            pattern="sk-[A-Za-z0-9]{48}",
            near=True,
            docs="https://cloud.tencent.com/document/product/1729/111008",
        ),
    ),
)

LINODE = service(
    "Linode",
    "https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens",
    "linode",
    role=Role.TOKEN,
    form=hexadecimal(64),
    names=("token", "key", "pat", "password", "secret"),
    severity=Severity.CRITICAL,
)
HETZNER = service(
    "Hetzner",
    "https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/",
    "hcloud",
    "hetzner",
    role=Role.TOKEN,
    form=base62(64, 32),
    names=("token", "key", "pat", "password", "secret"),
    severity=Severity.CRITICAL,
)
KOYEB = service(
    "Koyeb", "https://app.koyeb.com/settings/api", "koyeb", role=Role.TOKEN, form=small(64)
)
NORTHFLANK = service(
    "Northflank",
    "https://northflank.com/docs/v1/api/use-the-api",
    "northflank",
    role=Role.TOKEN,
    pattern=f"nf-{JWT}",
    severity=Severity.CRITICAL,
    also=(
        Credential(
            id="northflank-other-token",
            kind="access token in another form",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://northflank.com/docs/v1/api/use-the-api",
        ),
    ),
)
PLATFORM_SH = service(
    "Platform.sh",
    "https://docs.platform.sh/administration/cli/api-tokens.html",
    "platformsh",
    "platform sh",
    role=Role.TOKEN,
)
UPSUN = service(
    "Upsun", "https://docs.upsun.com/administration/cli/api-tokens.html", "upsun", role=Role.TOKEN
)
CIVO = service("Civo", "https://www.civo.com/api", "civo", form=base62(50))
UPCLOUD = service(
    "UpCloud",
    "https://upcloud.com/docs/guides/managing-api-tokens/",
    "upcloud",
    role=Role.TOKEN,
    pattern="ucat_[A-Z0-9]{26}",
)
EQUINIX = service(
    "Equinix Metal",
    "https://deploy.equinix.com/developers/docs/metal/identity-access-management/api-keys/",
    "equinix",
    "equinix metal",
    "metal auth",
    role=Role.TOKEN,
    form=base62(32),
)
CONTABO = service("Contabo", "https://api.contabo.com/", "contabo", role=Role.SECRET)
GCORE = service(
    "Gcore",
    "https://gcore.com/docs/account-settings/create-use-or-delete-a-permanent-api-token",
    "gcore",
    role=Role.TOKEN,
)
LEASEWEB = service("Leaseweb", "https://developer.leaseweb.com/", "leaseweb", form=UUID)
RACKSPACE = service(
    "Rackspace",
    "https://docs.rackspace.com/docs/view-and-reset-your-api-key",
    "rackspace",
    form=hexadecimal(32),
)
IONOS = service(
    "IONOS",
    "https://developer.hosting.ionos.com/docs/getstarted",
    "ionos",
    form=rf"{hexadecimal(32)}\.{base64url(86)}",
)
NAMECHEAP = service(
    "Namecheap",
    "https://www.namecheap.com/support/api/intro/",
    "namecheap",
    form=hexadecimal(32),
)
GANDI = service("Gandi", "https://api.gandi.net/docs/authentication/", "gandi")
DNSIMPLE = service(
    "DNSimple",
    "https://support.dnsimple.com/articles/api-access-token/",
    "dnsimple",
    role=Role.TOKEN,
    pattern="dnsimple_[ua]_[A-Za-z0-9]{32}",
    also=(
        Credential(
            id="dnsimple-legacy-access-token",
            kind="access token of the older form",
            role=Role.TOKEN,
            form=base62(32),
            docs="https://support.dnsimple.com/articles/api-access-token/",
        ),
    ),
)
NS1 = service(
    "NS1", "https://www.ibm.com/docs/en/ns1-connect?topic=keys-managing-api", "ns1", "nsone"
)
DUCK_DNS = service(
    "Duck DNS", "https://www.duckdns.org/spec.jsp", "duckdns", role=Role.TOKEN, form=UUID
)
DESEC = service(
    "deSEC", "https://desec.readthedocs.io/en/latest/auth/tokens.html", "desec", role=Role.TOKEN
)
HOSTINGER = service("Hostinger", "https://developers.hostinger.com/", "hostinger", role=Role.TOKEN)
ZEABUR = service("Zeabur", "https://zeabur.com/docs/en-US/developer/public-api", "zeabur")
REPLIT = service(
    "Replit", "https://docs.replit.com/replit-workspace/workspace-features/secrets", "replit"
)
NETBIRD = service(
    "NetBird",
    "https://docs.netbird.io/how-to/access-netbird-public-api",
    "netbird",
    role=Role.TOKEN,
    pattern="nbp_[A-Za-z0-9]{36}",
)
TWINGATE = service("Twingate", "https://www.twingate.com/docs/api-overview", "twingate")
