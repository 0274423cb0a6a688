"""Private keys: which are encrypted, and whose checksum is right."""

import pytest

from leakguard.examples import made_up, made_up_pem
from leakguard.finding import Severity
from tests.support import found, rules_found

SEALED_HEAD = "b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHI"
OPEN_HEAD = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ"
DASHES = "-" * 5

KINDS = {
    "PKCS#8": (made_up_pem("PRIVATE KEY", 120), "private-key"),
    "EC": (made_up_pem("EC PRIVATE KEY", 120), "private-key"),
    "OpenSSH": (made_up_pem("OPENSSH PRIVATE KEY", 300, OPEN_HEAD), "private-key"),
    "OpenSSH in one line": (
        made_up_pem("OPENSSH PRIVATE KEY", 300, OPEN_HEAD).replace("\n", "\\n"),
        "private-key",
    ),
    "PKCS#8, encrypted": (made_up_pem("ENCRYPTED PRIVATE KEY", 300), "encrypted-private-key"),
    "OpenSSH, encrypted": (
        made_up_pem("OPENSSH PRIVATE KEY", 300, SEALED_HEAD),
        "encrypted-private-key",
    ),
    "OpenSSH, encrypted, in one line": (
        made_up_pem("OPENSSH PRIVATE KEY", 300, SEALED_HEAD).replace("\n", "\\n"),
        "encrypted-private-key",
    ),
    "PGP": (made_up_pem("PGP PRIVATE KEY BLOCK", 300), "pgp-private-key"),
}


@pytest.mark.parametrize(("text", "rule"), KINDS.values(), ids=KINDS)
def test_a_private_key_is_of_one_kind(text: str, rule: str) -> None:
    assert rules_found(text) == [rule]


def test_an_encrypted_key_weighs_less() -> None:
    (sealed,) = found(made_up_pem("ENCRYPTED PRIVATE KEY", 300))
    assert sealed.severity is Severity.LOW


def test_an_age_key_with_a_wrong_checksum_is_marked() -> None:
    letters = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
    data = "".join(letters[int(digit, 16) * 2] for digit in made_up("hex", 58, 573))
    (finding,) = found(f"# created\nAGE-SECRET-KEY-1{data}\n")
    assert (finding.severity, "checksum-wrong" in finding.message) == (Severity.INFO, True)
    assert finding.advice.steps[0] == "If it was made up, nothing has to be revoked."


def test_no_public_half_is_a_finding() -> None:
    assert rules_found(f"[Peer]\nPublicKey = {made_up('base64', 43, 574)}=\n") == []
