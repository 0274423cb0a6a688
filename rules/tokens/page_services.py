"""Keys of services that picture, print and preview web pages."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

APIFLASH = Provider(
    name="ApiFlash",
    words=("apiflash",),
    rotate="https://apiflash.com/dashboard/access_keys",
    credentials=(
        Credential(
            id="apiflash-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://apiflash.com/documentation",
        ),
    ),
)

GTMETRIX = Provider(
    name="GTmetrix",
    words=("gtmetrix",),
    rotate="https://gtmetrix.com/dashboard/account",
    credentials=(
        Credential(
            id="gtmetrix-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://gtmetrix.com/api/docs/2.0/",
        ),
    ),
)

HTML2PDF_APP = Provider(
    name="html2pdf.app",
    words=("html2pdf",),
    rotate="https://dash.html2pdf.app/",
    credentials=(
        Credential(
            id="html2pdf-app-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(64),
            docs="https://html2pdf.app/documentation/",
        ),
    ),
)

LANGUAGELAYER = Provider(
    name="Languagelayer",
    words=("languagelayer",),
    rotate="https://languagelayer.com/dashboard",
    credentials=(
        Credential(
            id="languagelayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://languagelayer.com/documentation",
        ),
    ),
)

LINKPREVIEW = Provider(
    name="LinkPreview",
    words=("linkpreview",),
    rotate="https://my.linkpreview.net/access_keys",
    credentials=(
        Credential(
            id="linkpreview-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.linkpreview.net/",
        ),
    ),
)

MOCKAROO = Provider(
    name="Mockaroo",
    words=("mockaroo",),
    rotate="https://mockaroo.com/",
    credentials=(
        Credential(
            id="mockaroo-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(8),
            severity=Severity.LOW,
            docs="https://mockaroo.com/docs",
        ),
    ),
)

PDFSHIFT = Provider(
    name="PDFShift",
    words=("pdfshift",),
    rotate="https://app.pdfshift.io/dashboard/",
    credentials=(
        Credential(
            id="pdfshift-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:sk_)?(?:[0-9a-f]{40}|[0-9a-f]{32})",
            docs="https://docs.pdfshift.io/#authentication",
        ),
    ),
)

REBRANDLY = Provider(
    name="Rebrandly",
    words=("rebrandly",),
    rotate="https://app.rebrandly.com/account/api-keys",
    credentials=(
        Credential(
            id="rebrandly-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developers.rebrandly.com/docs/api-key-authentication",
        ),
    ),
)

SCREENSHOTAPI = Provider(
    name="ScreenshotAPI",
    words=(
        "screenshotapi",
        "screenshot api",
    ),
    rotate="https://app.screenshotapi.net/",
    credentials=(
        Credential(
            id="screenshotapi-token",
            kind="token",
            role=Role.TOKEN,
            form="[A-Z0-9]{7}(?:-[A-Z0-9]{7}){3}",
            docs="https://www.screenshotapi.net/documentation",
        ),
    ),
)

SCREENSHOTLAYER = Provider(
    name="Screenshotlayer",
    words=("screenshotlayer",),
    rotate="https://screenshotlayer.com/dashboard",
    credentials=(
        Credential(
            id="screenshotlayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://screenshotlayer.com/documentation",
        ),
    ),
)

SELECTPDF = Provider(
    name="SelectPdf",
    words=("selectpdf",),
    rotate="https://selectpdf.com/html-to-pdf-api/",
    credentials=(
        Credential(
            id="selectpdf-license-key",
            kind="API license key",
            role=Role.KEY,
            form=UUID,
            docs="https://selectpdf.com/html-to-pdf-api/",
        ),
    ),
)

T_LY = Provider(
    name="T.LY",
    words=("tly",),
    rotate="https://t.ly/settings#/api",
    credentials=(
        Credential(
            id="t-ly-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(60),
            docs="https://t.ly/docs/",
        ),
    ),
)

USERSTACK = Provider(
    name="Userstack",
    words=("userstack",),
    rotate="https://userstack.com/dashboard",
    credentials=(
        Credential(
            id="userstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://userstack.com/documentation",
        ),
    ),
)
