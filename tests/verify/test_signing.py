"""What signs is what was registered, however a source wrote it."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from leakguard.errors import VerifyError
from leakguard.examples import made_up
from leakguard.secret import Secret
from leakguard.verify.signing import is_private_key, signer
from tests.exchange.keys import ed25519_key, hmac_key, rsa_key
from tests.exchange.signatures import is_signed, payload

TEXT = "recvWindow=10000&timestamp=1700000000000"
KEYS = {"hmac": hmac_key(61), "ed25519": ed25519_key(63), "rsa": rsa_key(65)}
WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": lambda pem: pem,
    "escaped": lambda pem: pem.replace("\n", "\\n"),
    "escaped-twice": lambda pem: pem.replace("\n", "\\\\n"),
    "crlf": lambda pem: pem.replace("\n", "\r\n"),
    "joined-literals": lambda pem: '"\n  + "'.join(pem.splitlines()),
    "adjacent-literals": lambda pem: '\\n"\n    "'.join(pem.splitlines()),
    "one-line": lambda pem: " ".join(pem.splitlines()),
}


@pytest.mark.parametrize("kind", KEYS)
def test_its_signature_is_right(kind: str) -> None:
    key = KEYS[kind]
    signature = signer(Secret(key.secret))(TEXT)
    text, sent = payload(f"{TEXT}&signature={signature}", "")
    assert sent is not None
    assert is_signed(text, sent, key.checker)


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_a_private_key_is_read_however_it_is_written(kind: str, way: str) -> None:
    key = KEYS[kind]
    signature = signer(Secret(WRITTEN[way](key.secret)))(TEXT)
    sent = payload(f"signature={signature}", "")[1]
    assert is_signed(TEXT, str(sent), key.checker)


def test_a_private_key_of_another_kind_is_refused() -> None:
    other = generate_private_key(SECP256R1())
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    with pytest.raises(VerifyError, match="none of Ed25519 and RSA") as raised:
        signer(Secret(pem))
    assert pem.splitlines()[1] not in repr(raised.value)


def test_a_private_key_is_told_from_a_shared_secret() -> None:
    told = [is_private_key(it.secret) for it in KEYS.values()]
    assert told == [False, True, True]
    assert not is_private_key(made_up("base62", 64, 3))
