"""Key pairs of Solana: 64 octets, of which the last 32 follow from the first.

https://solana.com/docs/intro/installation (the file of a key pair: an array of 64 numbers)
"""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.formats.base58 import decode, encode
from leakguard.formats.ed25519 import is_key_pair, public_key
from leakguard.rule import PROVIDER, TokenRule

_DOCS = "https://solana.com/developers/cookbook/wallets/restore-keypair"
_WHY = "Whoever reads it can move everything that the account holds, and upgrade its programs."
_ADVICE = (
    "Move the funds and the authorities to a new key pair, at once: no key can be taken back.",
    "Keep the new one in a hardware wallet, or in a file outside the repository, mode 0600.",
)
_NUMBER = re.compile(r"[0-9]+")


def _made_up(seed: int) -> bytes:
    private = bytes.fromhex(made_up("hex", 64, seed))
    return private + public_key(private)


def _numbers(value: str) -> list[int]:
    return [int(number) for number in _NUMBER.findall(value)]


def _reason_against_numbers(value: str) -> str | None:
    numbers = _numbers(value)
    if max(numbers) > 255:
        return "no-octets"
    return None if is_key_pair(bytes(numbers)) else "no-key-pair"


def _reason_against_base58(value: str) -> str | None:
    """A signature has the same length, but its halves have nothing to do with each other."""
    octets = decode(value)
    return None if octets is not None and is_key_pair(octets) else "no-key-pair"


_FIRST = _made_up(1)
_ARRAY = ",".join(map(str, _FIRST))
_OTHER = ",".join(map(str, _FIRST[:-1] + bytes([_FIRST[-1] ^ 1])))

NUMBERS = TokenRule(
    id="solana-keypair",
    title="Solana key pair (64 numbers)",
    why=_WHY,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Solana",
    role=Role.PRIVATE_KEY,
    trigger=r"""
        [\[(] \s{0,12} [0-9]{1,3} (?: [ ]{0,2} , \s{0,12} [0-9]{1,3} ){15} [ ]{0,2} ,
    """,
    reach=1200,
    pattern=r"""
        [\[(] \s{0,12}
        (?P<secret> [0-9]{1,3} (?: [ ]{0,2} , \s{0,12} [0-9]{1,3} ){63} )
        [ ]{0,2} ,? \s{0,12} [\])]
    """,
    shape=Shape.EXACT,
    rejects=_reason_against_numbers,
    rank=PROVIDER,
    advice=_ADVICE,
    references=(_DOCS,),
    invalid=(f"[{_ARRAY}]", f"const secret = Uint8Array.from([{_ARRAY}])"),
    valid=(f"[{_OTHER}]", "[" + ",".join(map(str, range(64))) + "]"),
)

BASE58 = TokenRule(
    id="solana-private-key",
    title="Solana private key (base58)",
    why=_WHY,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Solana",
    role=Role.PRIVATE_KEY,
    pattern=r"""
        (?: ^ | [^A-Za-z0-9+/_\-] | \\[nrt] )
        (?P<secret> [1-9A-HJ-NP-Za-km-z]{86,88} )
        (?: $ | [^A-Za-z0-9+/_\-] )
    """,
    shape=Shape.EXACT,
    rejects=_reason_against_base58,
    rank=PROVIDER,
    advice=_ADVICE,
    references=(_DOCS,),
    invalid=(f"{encode(_FIRST)}\n", f'{{"privateKey": "{encode(_made_up(2))}"}}'),
    valid=(f"{encode(bytes.fromhex(made_up('hex', 128, 4)))}\n",),
)
