"""Keys of Amazon Web Services."""

import base64

from leakguard.examples import made_up, made_up_from
from leakguard.finding import Role, Severity
from leakguard.forms import UUID
from leakguard.rule import Credential, PairRule, Provider

_KEYS_DOCS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
_IDS_DOCS = (
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
    "#identifiers-unique-ids"
)
_TEMPORARY_DOCS = (
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html"
)
_BEDROCK_DOCS = "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html"
_ROTATE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"
_ID = r"(?: AKIA | ASIA | ABIA | ACCA ) [A-Z0-9]{16}"
_SECRET = r"[A-Za-z0-9+/]{40}"
_ACCOUNT_MASK = (1 << 40) - 1


def account_of(key_id: str) -> str | None:
    """Give the account that a key id belongs to, as `account 123456789012`, or None.

    An id is base32 behind its four letters, and holds the account from its second bit on if
    the first one is set, as it is in every id that was given out since 2019; what
    `aws sts get-access-key-info` answers.
    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
    """
    try:
        number = int.from_bytes(base64.b32decode(key_id[4:])[:6], "big")
    except ValueError:
        return None
    account = number >> 7 & _ACCOUNT_MASK
    is_new = number >> 47
    return f"account {account:012}" if is_new and account < 10**12 else None


AWS = Provider(
    name="AWS",
    words=("aws", "amazon", "amazonaws", "boto3", "s3"),
    rotate=_ROTATE,
    credentials=(
        Credential(
            id="aws-access-key-id",
            kind="access key id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="It names a key of the account; with its secret it may do all that the key may.",
            pattern=_ID,
            tail="A-Za-z0-9_",  # `key-AKIA…`
            tells=account_of,
            docs=_IDS_DOCS,
            pair="aws-access-key",
        ),
        Credential(
            id="aws-secret-access-key",
            kind="secret access key",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            form=_SECRET,
            names=("secret", "secretkey", "secretaccesskey", "aws secret"),
            docs=_KEYS_DOCS,
            pair="aws-access-key",
        ),
        Credential(
            id="aws-session-token",
            kind="session token",
            role=Role.TOKEN,
            # The first bytes of the structure in base64: it names the service that made it.
            pattern=r"""(?: FwoGZXIvYXdzE | IQoJb3JpZ2luX2Vj | FQoGZXIvYXdzE | AQoDYXdzE )
                        [A-Za-z0-9+/]{80,1900} ={0,2}""",
            tail="A-Za-z0-9+/",
            docs=_TEMPORARY_DOCS,
        ),
        Credential(
            id="aws-bedrock-api-key",
            kind="Bedrock API key",
            role=Role.KEY,
            pattern=r"ABSK[A-Za-z0-9+/]{109,269} ={0,2}",
            tail="A-Za-z0-9+/",
            docs=_BEDROCK_DOCS,
        ),
        Credential(
            id="aws-bedrock-short-term-api-key",
            kind="short-term Bedrock API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{100,1900}",
            tail="A-Za-z0-9+/",
            docs=_BEDROCK_DOCS,
        ),
        Credential(
            id="aws-appsync-api-key",
            kind="AppSync API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"da2-[a-z0-9]{26}",
            docs="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
        ),
        Credential(
            id="aws-ses-smtp-password",
            kind="SES SMTP password",
            role=Role.PASSWORD,
            form=r"B[A-Za-z0-9+/]{43}",
            names=("smtp", "password", "pass"),
            docs="https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
        ),
    ),
)

AMAZON = Provider(
    name="Amazon",
    words=("amazon", "amzn", "mws"),
    rotate="https://developer-docs.amazon.com/sp-api/docs/rotating-your-apps-lwa-credentials",
    credentials=(
        Credential(
            id="amazon-mws-token",
            kind="MWS authorization token",
            role=Role.TOKEN,
            pattern=rf"amzn\.mws\. {UUID}",
            docs="https://developer-docs.amazon.com/sp-api/docs/"
            "migrating-authorizations-from-amazon-marketplace-web-service",
        ),
        Credential(
            id="amazon-login-client-secret",
            kind="login client secret",
            role=Role.SECRET,
            pattern=r"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}",
            docs="https://developer-docs.amazon.com/sp-api/docs/"
            "viewing-your-application-information-and-credentials",
        ),
        Credential(
            id="amazon-login-token",
            kind="login access or refresh token",
            role=Role.TOKEN,
            pattern=r"Atz[ar]\|[A-Za-z0-9_\-]{40,1000}",
            docs="https://developer.amazon.com/docs/login-with-amazon/access-token.html",
        ),
    ),
)

_KEY = made_up_from(_ID, 41)
_HIDDEN = made_up("base64", 40, 42)

AWS_PAIR = PairRule(
    id="aws-access-key",
    title="AWS access key and its secret",
    why="With both, whoever reads them can do in the account whatever the key may, at its cost.",
    severity=Severity.CRITICAL,
    provider="AWS",
    advice=(
        f"Deactivate the key in IAM, look in CloudTrail for what it did, delete it ({_ROTATE}).",
        "Use roles and temporary credentials where the code runs; keep keys for people in "
        "~/.aws, or better in IAM Identity Center.",
    ),
    references=(_KEYS_DOCS, _ROTATE),
    invalid=(
        f"[default]\naws_access_key_id = {_KEY}\naws_secret_access_key = {_HIDDEN}\n",
        f'client("s3", aws_access_key_id="{_KEY}", aws_secret_access_key="{_HIDDEN}")',
    ),
    valid=(
        "[default]\naws_access_key_id = ${KEY}\naws_secret_access_key = ${SECRET}\n",
        f"aws_access_key_id = {_KEY}\n",
    ),
)
