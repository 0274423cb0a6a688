"""Tokens of services that keep content, make documents of it, and take forms."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

JOTFORM = Provider(
    name="Jotform",
    words=("jotform",),
    rotate="https://www.jotform.com/myaccount/api",
    credentials=(
        Credential(
            id="jotform-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://api.jotform.com/docs/",
        ),
    ),
)

TYPEFORM = Provider(
    name="Typeform",
    words=("typeform",),
    rotate="https://admin.typeform.com/user/tokens",
    credentials=(
        Credential(
            id="typeform-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"tfp_[A-Za-z0-9_\-]{40,59}",
            docs="https://www.typeform.com/developers/get-started/personal-access-token/",
        ),
    ),
)

README = Provider(
    name="ReadMe",
    words=(
        "readme",
        "rdme",
    ),
    everyday=True,
    rotate="https://docs.readme.com/main/reference/authentication",
    credentials=(
        Credential(
            id="readme-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="rdme_[a-z0-9]{64,72}",
            docs="https://docs.readme.com/main/reference/authentication",
        ),
    ),
)

DOCPARSER = Provider(
    name="Docparser",
    words=("docparser",),
    rotate="https://docparser.com/api/",
    credentials=(
        Credential(
            id="docparser-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docparser.com/api/",
        ),
    ),
)

BOX = Provider(
    name="Box",
    words=("box",),
    everyday=True,
    rotate="https://developer.box.com/guides/authentication/tokens/developer-tokens/",
    credentials=(
        Credential(
            id="box-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://developer.box.com/guides/authentication/",
        ),
        Credential(
            id="box-developer-token",
            kind="developer token",
            role=Role.TOKEN,
            form=base62(32),
            names=("token",),
            severity=Severity.MEDIUM,
            why="It opens the account, for one hour.",
            docs="https://developer.box.com/guides/authentication/",
        ),
    ),
)

CRAFTMYPDF = Provider(
    name="CraftMyPDF",
    words=(
        "craftmypdf",
        "craft my pdf",
    ),
    rotate="https://craftmypdf.com/docs/index.html",
    credentials=(
        Credential(
            id="craftmypdf-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://craftmypdf.com/docs/index.html",
        ),
    ),
)

APITEMPLATE = Provider(
    name="APITemplate",
    words=("apitemplate",),
    rotate="https://apitemplate.io/apiv2/",
    credentials=(
        Credential(
            id="apitemplate-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://apitemplate.io/apiv2/",
        ),
    ),
)

CONTENTFUL = Provider(
    name="Contentful",
    words=("contentful",),
    rotate="https://app.contentful.com/account/profile/cma_tokens",
    credentials=(
        Credential(
            id="contentful-management-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"CFPAT-[A-Za-z0-9_\-]{43}",
            severity=Severity.CRITICAL,
            docs="https://www.contentful.com/developers/docs/references/authentication/",
        ),
        Credential(
            id="contentful-delivery-token",
            kind="delivery or preview token",
            role=Role.TOKEN,
            form=base64url(43),
            severity=Severity.MEDIUM,
            docs="https://www.contentful.com/developers/docs/references/authentication/",
        ),
    ),
)

BUTTERCMS = Provider(
    name="ButterCMS",
    words=(
        "buttercms",
        "butter cms",
    ),
    rotate="https://buttercms.com/docs/api/concepts/authentication-api-tokens",
    credentials=(
        Credential(
            id="buttercms-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            severity=Severity.MEDIUM,
            docs="https://buttercms.com/docs/api/concepts/authentication-api-tokens",
        ),
    ),
)
