"""How keys are kept at this time."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leakguard.audit.model import How, Stored, Tracking
from leakguard.inventory.keys import WORK_TREE, HeldKey, Kind, Spot
from leakguard.inventory.stores import is_store
from leakguard.masking.redact import scrub
from leakguard.text import neutralise

_LARGEST = 1 << 20
"""Bytes of a file that is looked at for what it reads."""

_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_ENVIRONMENT = re.compile(
    rb"\bos\.(?:environ|getenv|Getenv|LookupEnv)\b|\bgetenv\(|\bprocess\.env\b|\bENV\[|\bimport\.meta"
    rb"\.env\b|\bSystem\.getenv\b|\bDeno\.env\b|\benv::var\b|\bGetEnvironmentVariable\b"
)
_MANAGERS = {
    "AWS Secrets Manager": rb"\bsecretsmanager\b|\bget_secret_value\b|\bSecretsManagerClient\b",
    "AWS Parameter Store": rb"\bclient\(\s*['\"]ssm['\"]|\bSSMClient\b",
    "Google Secret Manager": rb"\bsecretmanager\b|\baccess_secret_version\b",
    "Azure Key Vault": rb"\bkeyvault\b|\bSecretClient\(",
    "HashiCorp Vault": rb"\bhvac\b|\bnode-vault\b|\bvault kv get\b",
    "the system's keyring": rb"\bkeyring\.get_(?:password|credential)\(|\bkeytar\b",
    "1Password": rb"\bop://|\bonepassword\w*",
    "Bitwarden": rb"\bbitwarden_sdk\b|\bbws secret get\b",
    "Doppler": rb"\bdopplersdk\b|\bdoppler run\b",
    "Infisical": rb"\binfisical\w*",
    "a secret of Kubernetes": rb"\bsecretKeyRef\b",
}
"""How code asks each of them, by the names of its SDKs and commands."""

_ASKS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MANAGERS.items()}


@dataclass(frozen=True, slots=True)
class Disk:
    """The work tree, and what surrounds it."""

    folder: str
    ignored: frozenset[str]
    """The files for keys that git ignores."""
    environ: Mapping[str, str]

    def mode(self, path: str) -> int | None:
        """Give the permissions of a file; None where the system has none, or there is none."""
        try:
            status = os.lstat(os.path.join(self.folder, path))
        except (OSError, ValueError):
            return None
        is_known = os.name == "posix" and stat.S_ISREG(status.st_mode)
        return stat.S_IMODE(status.st_mode) if is_known else None

    def text(self, path: str) -> bytes:
        """Give what a file holds; nothing if there is none, or if it is a large one."""
        try:
            handle = os.open(os.path.join(self.folder, path), _READING)
        except (OSError, ValueError):
            return b""
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            is_fit = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
            return file.read(_LARGEST) if is_fit else b""


def stored(key: HeldKey, disk: Disk) -> tuple[Stored, ...]:
    """Give the places where a key is kept at this time; where it is kept in none that can be seen,
    what the files do in which it stood."""
    there = (*_in_files(key, disk), *_in_environment(key, disk))
    return tuple(dict.fromkeys(there or _read_elsewhere(key, disk)))


def tracking(spot: Spot, disk: Disk) -> Tracking:
    """Tell what git does with the file of a spot of the work tree."""
    if spot.is_tracked:
        return Tracking.TRACKED
    return Tracking.IGNORED if spot.finding.path in disk.ignored else Tracking.EXPECTED


def _in_files(key: HeldKey, disk: Disk) -> Iterator[Stored]:
    for spot in key.spots:
        if WORK_TREE in spot.now:
            how = How.FILE if is_store(spot.finding.path) else How.HARD_CODED
            mode = disk.mode(spot.finding.path) if how is How.FILE else None
            where = f"{spot.path}:{spot.finding.place.line}"
            yield Stored(how, where, tracking(spot, disk), mode)


def _in_environment(key: HeldKey, disk: Disk) -> Iterator[Stored]:
    values = {key.secret.reveal(), *(it.secret.reveal() for it in key.halves)}
    for name, value in sorted(disk.environ.items()):
        if value.strip() in values:
            yield Stored(How.ENVIRONMENT, neutralise(scrub(name)))


def _read_elsewhere(key: HeldKey, disk: Disk) -> Iterator[Stored]:
    for spot in key.spots:
        text = disk.text(spot.finding.path) if spot.kind is Kind.FILE else b""
        for name, pattern in _ASKS.items():
            if pattern.search(text):
                yield Stored(How.SECRET_MANAGER, f"{spot.path}: {name}")
        if _ENVIRONMENT.search(text):
            yield Stored(How.READS_ENVIRONMENT, spot.path)
