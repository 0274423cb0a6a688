"""Tokens of package registries."""

import base64
import hashlib
import uuid

from leakguard.finding import Role
from leakguard.formats.checksums import has_crc32, with_crc32
from leakguard.forms import UUID, hexadecimal
from leakguard.rule import Credential, Provider

_SIGNATURE = 32
"""Bytes."""


def is_macaroon(token: str) -> bool:
    """Tell whether a PyPI token is a macaroon, whole to its signature, in libmacaroons' version 2.

    https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
    """
    body = token.partition("-")[2]
    try:
        data = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except ValueError:
        return False
    at = 1
    ends = 0  # a section ends with 0; the last one before the signature is empty
    while at < len(data) and ends < 2:
        if data[at] == 0:
            at, ends = at + 1, ends + 1
            continue
        length, at = _number(data, at + 1)
        at, ends = at + length, 0
    return data[:1] == b"\2" and data[at : at + 2] == b"\6 " and len(data) == at + 2 + _SIGNATURE


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Give a number written seven bits a byte, the lowest first, and where it ends."""
    number = shift = 0
    while at < len(data) and shift < 28:
        number |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            break
    return number, at


def _macaroon(host: bytes) -> str:
    head = b"\2\1" + bytes([len(host)]) + host
    return f"pypi-{base64.urlsafe_b64encode(head).decode().rstrip('=')[: len(head) * 8 // 6]}"


def _made_up(host: bytes, drawn: str) -> str:
    digest = hashlib.sha256(drawn.encode()).digest()
    identifier = str(uuid.UUID(bytes=digest[:16])).encode()
    caveat = b'{"permissions": "user", "version": 1}'
    data = b"\2\1" + bytes([len(host)]) + host + b"\2$" + identifier + b"\0\2"
    data += bytes([len(caveat)]) + caveat + b"\0\0\6 " + digest
    return f"pypi-{base64.urlsafe_b64encode(data).decode().rstrip('=')}"


def _pypi(rule: str, kind: str, host: bytes) -> Credential:
    return Credential(
        id=rule,
        kind=kind,
        role=Role.TOKEN,
        pattern=rf"{_macaroon(host)}[A-Za-z0-9_\-]{{50,1000}}",
        checksum=is_macaroon,
        complete=lambda value: _made_up(host, value),
        docs="https://docs.pypi.org/api/secrets/",
    )


PYPI = Provider(
    name="PyPI",
    words=("pypi",),
    rotate="https://pypi.org/help/#compromised-token",
    credentials=(
        _pypi("pypi-api-token", "API token", b"pypi.org"),
        _pypi("pypi-test-api-token", "API token of the test index", b"test.pypi.org"),
    ),
)

NPM = Provider(
    name="npm",
    words=("npm", "npmjs", "npmrc"),
    rotate="https://docs.npmjs.com/revoking-access-tokens",
    credentials=(
        Credential(
            id="npm-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"npm_[A-Za-z0-9]{36}",
            checksum=has_crc32,
            complete=with_crc32,
            docs="https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
        ),
        Credential(
            id="npm-legacy-token",
            kind="access token of the old form",
            role=Role.TOKEN,
            form=UUID,
            names=("token", "auth", "authtoken"),
            docs="https://docs.npmjs.com/about-access-tokens",
        ),
    ),
)

NUGET = Provider(
    name="NuGet",
    words=("nuget",),
    rotate="https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
    credentials=(
        Credential(
            id="nuget-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"oy2[a-z0-9]{43}",
            docs="https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
        ),
    ),
)

RUBYGEMS = Provider(
    name="RubyGems",
    words=("rubygems",),
    rotate="https://guides.rubygems.org/api-key-scopes/",
    credentials=(
        Credential(
            id="rubygems-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"rubygems_[0-9a-f]{48}",
            docs="https://guides.rubygems.org/api-key-scopes/",
        ),
        Credential(
            id="rubygems-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://guides.rubygems.org/api-key-scopes/",
        ),
    ),
)

CRATES_IO = Provider(
    name="crates.io",
    words=("crates io", "crates"),
    rotate="https://crates.io/settings/tokens",
    credentials=(
        Credential(
            id="crates-io-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"cio[A-Za-z0-9]{32}",
            docs="https://doc.rust-lang.org/cargo/reference/publishing.html",
        ),
    ),
)

_JFROG_DOCS = "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens"

ARTIFACTORY = Provider(
    name="JFrog Artifactory",
    words=("artifactory", "jfrog"),
    rotate=_JFROG_DOCS,
    credentials=(
        Credential(
            id="artifactory-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"AKCp[A-Za-z0-9]{68,70}",
            docs=_JFROG_DOCS,
        ),
        Credential(
            id="artifactory-reference-token",
            kind="reference token",
            role=Role.TOKEN,
            pattern=r"cmVmdGtu[A-Za-z0-9]{56}",  # reftkn in base64
            docs=_JFROG_DOCS,
        ),
    ),
)

_DOCKER_DOCS = "https://docs.docker.com/security/access-tokens/"

DOCKER = Provider(
    name="Docker",
    words=("docker", "dockerhub"),
    rotate=_DOCKER_DOCS,
    credentials=(
        Credential(
            id="docker-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"dckr_pat_[A-Za-z0-9_\-]{27}",
            docs=_DOCKER_DOCS,
        ),
        Credential(
            id="docker-organization-access-token",
            kind="organization access token",
            role=Role.TOKEN,
            pattern=r"dckr_oat_[A-Za-z0-9_\-]{32}",
            docs="https://docs.docker.com/enterprise/security/access-tokens/",
        ),
        Credential(
            id="docker-swarm-join-token",
            kind="swarm join token",
            role=Role.TOKEN,
            pattern=r"SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}",
            docs="https://docs.docker.com/engine/swarm/join-nodes/",
        ),
        Credential(
            id="docker-swarm-unlock-key",
            kind="swarm unlock key",
            role=Role.KEY,
            pattern=r"SWMKEY-1-[A-Za-z0-9+/]{43}",
            tail=r"A-Za-z0-9_\-+/",
            docs="https://docs.docker.com/engine/swarm/swarm_manager_locking/",
        ),
        Credential(
            id="docker-legacy-token",
            kind="access token of the old form",
            role=Role.TOKEN,
            form=UUID,
            names=(
                "docker token",
                "docker password",
                "docker pat",
                "dockerhub",
                "hub token",
                "hub password",
            ),
            docs=_DOCKER_DOCS,
        ),
    ),
)
