"""Private keys of Bitcoin: for one address (WIF), and for a whole wallet (extended).

https://en.bitcoin.it/wiki/Wallet_import_format
https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format
https://github.com/satoshilabs/slips/blob/master/slip-0132.md (yprv, zprv and the like)
"""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.formats.base58 import decode_checked, encode_checked
from leakguard.rule import PROVIDER, TokenRule

_DIGIT = r"[1-9A-HJ-NP-Za-km-z]"
_WIF_DOCS = "https://en.bitcoin.it/wiki/Wallet_import_format"
_EXTENDED_DOCS = "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki"
_ADVICE = (
    "Move the funds to an address of a new key, at once: no key can be taken back.",
    "Keep the new one in a hardware wallet, or encrypted, outside of every repository.",
)
_MAINNET, _TESTNET = 0x80, 0xEF
_PRIVATE_VERSIONS = {
    "xprv": 0x0488ADE4, "yprv": 0x049D7878, "zprv": 0x04B2430C, "Yprv": 0x0295B005,
    "Zprv": 0x02AA7A99, "tprv": 0x04358394, "uprv": 0x044A4E28, "vprv": 0x045F18BC,
    "Uprv": 0x024285B5, "Vprv": 0x02575048,
}  # fmt: skip


def _reason_against_wif(value: str) -> str | None:
    payload = decode_checked(value)
    if payload is None:
        return "checksum-wrong"
    is_key = payload[0] in (_MAINNET, _TESTNET) and (
        len(payload) == 33 or (len(payload) == 34 and payload[-1] == 1)
    )
    return None if is_key else "other-version"


def _reason_against_extended(value: str) -> str | None:
    payload = decode_checked(value)
    if payload is None or len(payload) != 78:
        return "checksum-wrong"
    version = int.from_bytes(payload[:4], "big")
    return None if version == _PRIVATE_VERSIONS.get(value[:4]) else "other-version"


def _wif(version: int, seed: int, tail: bytes = b"") -> str:
    return encode_checked(bytes([version]) + bytes.fromhex(made_up("hex", 64, seed)) + tail)


def _extended(version: str, seed: int) -> str:
    head = _PRIVATE_VERSIONS[version].to_bytes(4, "big") + bytes(9)
    chain = bytes.fromhex(made_up("hex", 64, seed))
    return encode_checked(head + chain + b"\0" + bytes.fromhex(made_up("hex", 64, seed + 1)))


def _delimited(form: str) -> str:
    return rf"""
        (?: ^ | [^A-Za-z0-9+/_\-] | \\[nrt] )
        (?P<secret> {form} )
        (?: $ | [^A-Za-z0-9+/_\-] )
    """


WIF = TokenRule(
    id="bitcoin-private-key",
    title="Bitcoin private key (WIF)",
    why="Whoever reads it can spend what its address holds.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Bitcoin",
    role=Role.PRIVATE_KEY,
    pattern=_delimited(rf"(?: 5{_DIGIT}{{50}} | [KL]{_DIGIT}{{51}} )"),
    shape=Shape.EXACT,
    rejects=_reason_against_wif,
    rank=PROVIDER,
    advice=_ADVICE,
    references=(_WIF_DOCS,),
    invalid=(
        f"{_wif(_MAINNET, 1)}\n",
        f'{{"wif": "{_wif(_MAINNET, 2, bytes([1]))}"}}',
    ),
    valid=(
        f"{_wif(_MAINNET, 1)[:-1]}x\n",
        f"id: 5{made_up('base62', 50, 3)}",
    ),
)

TESTNET_WIF = TokenRule(
    id="bitcoin-testnet-private-key",
    title="Bitcoin private key of a test network (WIF)",
    why="It only moves play money, but the habit and the place are those of a live key.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    provider="Bitcoin",
    role=Role.PRIVATE_KEY,
    pattern=_delimited(rf"(?: 9{_DIGIT}{{50}} | c{_DIGIT}{{51}} )"),
    shape=Shape.EXACT,
    rejects=_reason_against_wif,
    rank=PROVIDER,
    advice=("Make a new key.", "Keep it in the environment, as you would a live one."),
    references=(_WIF_DOCS,),
    invalid=(f"{_wif(_TESTNET, 1)}\n", f'{{"wif": "{_wif(_TESTNET, 2, bytes([1]))}"}}'),
    valid=(f"{_wif(_TESTNET, 1)[:-1]}x\n",),
)

EXTENDED = TokenRule(
    id="bitcoin-extended-private-key",
    title="Bitcoin extended private key",
    why="Every key of the wallet below it follows from it: whoever reads it can spend them all.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Bitcoin",
    role=Role.PRIVATE_KEY,
    pattern=_delimited(rf"[xyzYZ]prv{_DIGIT}{{107}}"),
    shape=Shape.EXACT,
    rejects=_reason_against_extended,
    rank=PROVIDER,
    advice=_ADVICE,
    references=(_EXTENDED_DOCS,),
    invalid=(f"{_extended('xprv', 1)}\n", f'{{"master": "{_extended("zprv", 3)}"}}'),
    valid=(f"{_extended('xprv', 1)[:-1]}1\n", f"xpub{_extended('xprv', 1)[4:]}"),
)

TESTNET_EXTENDED = TokenRule(
    id="bitcoin-testnet-extended-private-key",
    title="Bitcoin extended private key of a test network",
    why="It only moves play money, but the habit and the place are those of a live key.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    provider="Bitcoin",
    role=Role.PRIVATE_KEY,
    pattern=_delimited(rf"[tuvUV]prv{_DIGIT}{{107}}"),
    shape=Shape.EXACT,
    rejects=_reason_against_extended,
    rank=PROVIDER,
    advice=("Make a new wallet.", "Keep it in the environment, as you would a live one."),
    references=(_EXTENDED_DOCS,),
    invalid=(f"{_extended('tprv', 1)}\n", f"{_extended('vprv', 3)}\n"),
    valid=(f"{_extended('tprv', 1)[:-1]}1\n",),
)
