"""Keys of clouds, networks and hosts that are not the largest."""

from leakguard.finding import Role, Severity
from leakguard.forms import base64url
from leakguard.rule import Credential, Provider

IBM_CLOUD = Provider(
    name="IBM Cloud",
    words=(
        "ibm",
        "ibmcloud",
        "bluemix",
        "softlayer",
        "watson",
        "watsonx",
    ),
    rotate="https://cloud.ibm.com/iam/apikeys",
    credentials=(
        Credential(
            id="ibm-cloud-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(44),
            severity=Severity.CRITICAL,
            docs="https://cloud.ibm.com/docs/account?topic=account-userapikey",
        ),
    ),
)

YANDEX_CLOUD = Provider(
    name="Yandex Cloud",
    words=(
        "yandex",
        "ycloud",
    ),
    rotate="https://yandex.cloud/en/docs/iam/operations/api-key/delete",
    credentials=(
        Credential(
            id="yandex-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"AQVN[A-Za-z0-9_\-]{35,38}",
            docs="https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
        ),
        Credential(
            id="yandex-oauth-token",
            kind="OAuth token",
            role=Role.TOKEN,
            pattern=r"y[0-3]_[A-Za-z0-9_\-]{55,60}",
            docs="https://yandex.com/dev/id/doc/en/",
        ),
        Credential(
            id="yandex-iam-token",
            kind="IAM token",
            role=Role.TOKEN,
            pattern=r"t1\.[A-Za-z0-9_\-]{20,300}={0,2}\.[A-Za-z0-9_\-]{86}={0,2}",
            severity=Severity.MEDIUM,
            why="It opens what its holder may do, for twelve hours.",
            docs="https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
        ),
        Credential(
            id="yandex-access-key-id",
            kind="static access key's id",
            role=Role.KEY,
            pattern=r"YC[A-Za-z0-9_\-]{23}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://yandex.cloud/en/docs/iam/concepts/authorization/access-key",
        ),
        Credential(
            id="yandex-secret-access-key",
            kind="static access key's secret",
            role=Role.SECRET,
            pattern=r"YC[A-Za-z0-9_\-]{38}",
            near=True,
            docs="https://yandex.cloud/en/docs/iam/concepts/authorization/access-key",
        ),
    ),
)

NETLIFY = Provider(
    name="Netlify",
    words=("netlify",),
    rotate="https://app.netlify.com/user/applications",
    credentials=(
        Credential(
            id="netlify-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern="nf[pcoub]_[A-Za-z0-9]{36}",
            severity=Severity.CRITICAL,
            docs="https://docs.netlify.com/api/get-started/",
        ),
        Credential(
            id="netlify-old-access-token",
            kind="personal access token of the older form",
            role=Role.TOKEN,
            form=base64url(43, 44, 45),
            docs="https://docs.netlify.com/api/get-started/",
        ),
    ),
)
