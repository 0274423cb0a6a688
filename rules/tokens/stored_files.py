"""Keys of services that take files and pictures in, keep them and change them."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, service

_BACKBLAZE = "https://www.backblaze.com/docs/cloud-storage-application-keys"
_STORAGE_ZONE = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}"
_WASABI = "https://docs.wasabi.com/docs/creating-a-new-access-key"

BACKBLAZE = service(
    "Backblaze B2",
    _BACKBLAZE,
    "backblaze",
    "backblazeb2",
    "b2 application",
    form=r"K00[0-9][A-Za-z0-9+/]{27}",
    severity=Severity.CRITICAL,
)
WASABI = service(
    "Wasabi",
    _WASABI,
    "wasabi",
    "wasabisys",
    role=Role.SECRET,
    form=base62(40),
    severity=Severity.CRITICAL,
)
STORJ = service(
    "Storj",
    "https://storj.dev/dcs/concepts/access/access-grants",
    "storj",
    form=r"1[1-9A-HJ-NP-Za-km-z]{150,500}",
)
BUNNY = service(
    "bunny.net",
    "https://docs.bunny.net/docs/storage-api-key",
    "bunny",
    "bunnycdn",
    "bunny net",
    form=rf"(?: {UUID}{UUID} | {_STORAGE_ZONE} )",
)
UPLOADTHING = service(
    "UploadThing",
    "https://docs.uploadthing.com/getting-started/appdir",
    "uploadthing",
    pattern="sk_live_[0-9a-f]{64}",
    near=True,
    also=(
        Credential(
            id="uploadthing-token",
            kind="token, which holds the API key",
            role=Role.TOKEN,
            pattern=r"eyJhcGlLZXkiOiJza19saXZlX[A-Za-z0-9+/]{80,300}={0,2}",
            docs="https://docs.uploadthing.com/uploadthing-token",
        ),
    ),
)
IMGIX = service(
    "imgix",
    "https://docs.imgix.com/en-US/apis/management/authentication",
    "imgix",
    pattern="ak_[0-9a-f]{64}",
    near=True,
)
FILESTACK = service(
    "Filestack",
    "https://www.filestack.com/docs/concepts/security/",
    "filestack",
    form="A[A-Za-z0-9]{20}z",
    public=True,
    also=(
        Credential(
            id="filestack-app-secret",
            kind="app secret, which signs policies",
            role=Role.SECRET,
            form="[A-Z2-7]{26}",
            names=("secret",),
            docs="https://www.filestack.com/docs/concepts/security/",
        ),
    ),
)
TRANSLOADIT = service(
    "Transloadit",
    "https://transloadit.com/docs/api/authentication/",
    "transloadit",
    role=Role.SECRET,
    form=hexadecimal(40),
)
