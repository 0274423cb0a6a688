"""Keys of services for pictures, films, files and brands."""

from leakguard.finding import Role
from leakguard.forms import JWT, OPAQUE, UUID, base62, base64url
from leakguard.rule import Credential, Provider

CLOUDINARY = Provider(
    name="Cloudinary",
    words=("cloudinary",),
    rotate="https://console.cloudinary.com/settings/api-keys",
    credentials=(
        Credential(
            id="cloudinary-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base64url(27),
            docs="https://cloudinary.com/documentation/cloudinary_credentials_tutorial",
        ),
        Credential(
            id="cloudinary-url",
            kind="URL with API key and secret",
            role=Role.SECRET,
            pattern=r"cloudinary://[0-9]{15}:[A-Za-z0-9_\-]{27}@[a-z0-9_\-]{1,50}",
            docs="https://cloudinary.com/documentation/cloudinary_credentials_tutorial",
        ),
    ),
)

IMAGEKIT = Provider(
    name="ImageKit",
    words=(
        "imagekit",
        "image kit",
    ),
    rotate="https://imagekit.io/dashboard/developer/api-keys",
    credentials=(
        Credential(
            id="imagekit-private-key",
            kind="private key",
            role=Role.KEY,
            pattern="private_[A-Za-z0-9+/]{27}=",
            tail=r"A-Za-z0-9_\-+/",
            docs="https://imagekit.io/docs/api-keys",
        ),
        Credential(
            id="imagekit-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="public_[A-Za-z0-9+/]{27}=",
            tail=r"A-Za-z0-9_\-+/",
            public=True,
            docs="https://imagekit.io/docs/api-keys",
        ),
    ),
)

BANNERBEAR = Provider(
    name="Bannerbear",
    words=("bannerbear",),
    rotate="https://www.bannerbear.com/help/articles/363-what-are-the-bannerbear-api-keys",
    credentials=(
        Credential(
            id="bannerbear-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="bb_(?:pr|ma)_[0-9a-f]{30}",
            docs="https://www.bannerbear.com/help/articles/363-what-are-the-bannerbear-api-keys",
        ),
        Credential(
            id="bannerbear-old-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form="[A-Za-z0-9]{22}tt",
            docs="https://www.bannerbear.com/help/articles/363-what-are-the-bannerbear-api-keys",
        ),
    ),
)

BRANDFETCH = Provider(
    name="Brandfetch",
    words=("brandfetch",),
    rotate="https://docs.brandfetch.com/docs/getting-started",
    credentials=(
        Credential(
            id="brandfetch-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.brandfetch.com/docs/getting-started",
        ),
    ),
)

BROWSHOT = Provider(
    name="Browshot",
    words=("browshot",),
    rotate="https://browshot.com/api/documentation",
    credentials=(
        Credential(
            id="browshot-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://browshot.com/api/documentation",
        ),
    ),
)

BLITAPP = Provider(
    name="Blitapp",
    words=(
        "blitapp",
        "blit app",
    ),
    rotate="https://blitapp.com/api/",
    credentials=(
        Credential(
            id="blitapp-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://blitapp.com/api/",
        ),
    ),
)

CLOUDIMAGE = Provider(
    name="Cloudimage",
    words=("cloudimage",),
    rotate="https://docs.cloudimage.io/",
    credentials=(
        Credential(
            id="cloudimage-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.cloudimage.io/",
        ),
    ),
)

CLOUDCONVERT = Provider(
    name="CloudConvert",
    words=(
        "cloudconvert",
        "cloud convert",
    ),
    rotate="https://cloudconvert.com/dashboard/api/v2/keys",
    credentials=(
        Credential(
            id="cloudconvert-api-key",
            kind="API key",
            role=Role.KEY,
            form=JWT,
            docs="https://cloudconvert.com/api/v2",
        ),
    ),
)

CONVERSION_TOOLS = Provider(
    name="Conversion Tools",
    words=(
        "conversiontools",
        "conversion tools",
    ),
    rotate="https://conversiontools.io/api-documentation",
    credentials=(
        Credential(
            id="conversiontools-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://conversiontools.io/api-documentation",
        ),
    ),
)

CONVERTAPI = Provider(
    name="ConvertAPI",
    words=(
        "convertapi",
        "convert api",
    ),
    rotate="https://www.convertapi.com/a/auth",
    credentials=(
        Credential(
            id="convertapi-secret",
            kind="secret",
            role=Role.SECRET,
            form=base62(16),
            docs="https://www.convertapi.com/doc/auth",
        ),
    ),
)

CLOUDMERSIVE = Provider(
    name="Cloudmersive",
    words=("cloudmersive",),
    rotate="https://account.cloudmersive.com/keys",
    credentials=(
        Credential(
            id="cloudmersive-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://api.cloudmersive.com/",
        ),
    ),
)

DOCUMO = Provider(
    name="Documo",
    words=(
        "documo",
        "mfax",
    ),
    rotate="https://docs.documo.com/",
    credentials=(
        Credential(
            id="documo-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.documo.com/",
        ),
    ),
)

EAGLE_EYE_NETWORKS = Provider(
    name="Eagle Eye Networks",
    words=(
        "eagleeyenetworks",
        "eagle eye networks",
        "eagleeye",
    ),
    rotate="https://developer.eagleeyenetworks.com/docs/client-credentials",
    credentials=(
        Credential(
            id="eagleeye-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developer.eagleeyenetworks.com/docs/client-credentials",
        ),
    ),
)

ECOSTRUXURE_IT = Provider(
    name="EcoStruxure IT",
    words=(
        "ecostruxureit",
        "ecostruxure it",
        "ecostruxure",
    ),
    rotate="https://api.ecostruxureit.com/",
    credentials=(
        Credential(
            id="ecostruxure-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://api.ecostruxureit.com/",
        ),
    ),
)
