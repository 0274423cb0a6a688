"""Private keys in the formats that are not PEM: PuTTY, WireGuard, OpenVPN, JWK, XML, age."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Credential, Provider, TokenRule

_WHY = "It is the identity itself: whoever reads it can sign, decrypt and log in as its owner."
_ADVICE = (
    "Take the key out of use wherever its public half is trusted.",
    "Make a new one, and keep it in a file outside the repository, mode 0600, or in a secret "
    "store.",
)

_PUTTY_REFERENCES = (
    "https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html",
    "https://cwe.mitre.org/data/definitions/798.html",
)
_PUTTY_HEAD = r"""
    PuTTY-User-Key-File-[123]: [ ] [a-z0-9@.\-]{4,60} \s{1,8} Encryption: [ ]
"""
_PUTTY_BODY = r"""
    \s{1,8} Comment: [ ] [^\n]{0,200} \n Public-Lines: [ ] \d{1,4} [A-Za-z0-9+/=\s]{1,8000}
    (?: Key-Derivation: [^\n]{1,40} \n (?: Argon2-[A-Za-z]{1,20}: [^\n]{1,80} \n ){0,6} )?
    Private-Lines: [ ] \d{1,4} \s{1,8}
    (?P<secret> [A-Za-z0-9+/=\s]{40,16000} ) Private- (?: MAC | Hash ) :
"""


def _putty(encryption: str) -> str:
    derivation = "" if encryption == "none" else "Key-Derivation: Argon2id\nArgon2-Memory: 8192\n"
    lines = "\n".join(made_up("base64", 64, 520 + number) for number in range(3))
    return (
        f"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: {encryption}\nComment: bot@host\n"
        f"Public-Lines: 2\n{made_up('base64', 64, 518)}\n{made_up('base64', 24, 519)}\n"
        f"{derivation}Private-Lines: 3\n{lines}\nPrivate-MAC: {made_up('hex', 64, 524)}\n"
    )


PUTTY = TokenRule(
    id="putty-private-key",
    title="PuTTY private key",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=rf"{_PUTTY_HEAD} none",
    reach=32_000,
    pattern=rf"{_PUTTY_HEAD} none {_PUTTY_BODY}",
    shape=Shape.EXACT,
    advice=_ADVICE,
    references=_PUTTY_REFERENCES,
    invalid=(_putty("none"), _putty("none").replace("\n", "\r\n")),
    valid=(_putty("aes256-cbc"), _putty("none").replace("Private-Lines", "Private")),
)

PUTTY_ENCRYPTED = TokenRule(
    id="putty-encrypted-key",
    title="Encrypted PuTTY private key",
    why="Only a passphrase keeps it shut, and whoever has the file can try one after the other.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=rf"{_PUTTY_HEAD} aes256-cbc",
    reach=32_000,
    pattern=rf"{_PUTTY_HEAD} aes256-cbc {_PUTTY_BODY}",
    shape=Shape.EXACT,
    advice=("Keep it outside the repository; if its passphrase is weak, replace the key.",),
    references=_PUTTY_REFERENCES,
    invalid=(_putty("aes256-cbc"), _putty("aes256-cbc").replace("\n", "\r\n")),
    valid=(_putty("none"), "Encryption: aes256-cbc\n"),
)

_WIREGUARD = made_up("base64", 43, 530) + "="
_PRESHARED = made_up("base64", 43, 531) + "="

WIREGUARD = TokenRule(
    id="wireguard-key",
    title="WireGuard key",
    why="Whoever reads it can join the network as its owner and, with it, read the traffic.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="WireGuard",
    role=Role.PRIVATE_KEY,
    context=r"\[(?:interface|peer)\]|wireguard|allowed_?ips|\bwg0?\b",
    pattern=r"""
        (?i: private | pre_?shared | psk ) _? (?i: key )? ["']? \s{0,8} [=:] \s{0,8} ["']?
        (?P<secret> [A-Za-z0-9+/]{43}= ) (?: $ | [^A-Za-z0-9+/=] )
    """,
    shape=Shape.EXACT,
    advice=(
        "Make a new key pair with `wg genkey`, and put its public key in place of the old one.",
        "Keep the private key in a file of its own, mode 0600.",
    ),
    references=("https://www.wireguard.com/quickstart/",),
    invalid=(
        f"[Interface]\nAddress = 10.0.0.2/32\nPrivateKey = {_WIREGUARD}\n",
        f"[Peer]\nPresharedKey = {_PRESHARED}\nAllowedIPs = 0.0.0.0/0\n",
        f'wireguard:\n  private_key: "{_WIREGUARD}"\n',
    ),
    valid=(
        f"[Peer]\nPublicKey = {_WIREGUARD}\n",
        "[Interface]\nPrivateKey = <your private key>\n",
        f"[Interface]\nPrivateKey = {'A' * 43}=\n",
    ),
)

_STATIC = "\n".join(made_up("hex", 32, 540 + number) for number in range(16))
_DASHES = "-" * 5

OPENVPN = TokenRule(
    id="openvpn-static-key",
    title="OpenVPN static key",
    why="Whoever reads it gets past the first guard of the server; where it is the only key, it "
    "opens the tunnel.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=r"-----BEGIN[ ]OpenVPN[ ](?:tls-crypt-v2[ ])?[A-Za-z]{4,8}[ ]key",
    reach=4000,
    pattern=r"""
        -----BEGIN[ ]OpenVPN[ ](?:tls-crypt-v2[ ])?[A-Za-z]{4,8}[ ]key [^\n-]{0,8} -----
        (?P<secret> (?: \s | \\[nr] ){1,8} [A-Za-z0-9+/=\s\\]{200,3000} ) -----END
    """,
    shape=Shape.EXACT,
    advice=(
        "Make a new one with `openvpn --genkey`, and give it to the server and its clients.",
        "Hand it out on a safe way, not in the repository.",
    ),
    references=("https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/",),
    invalid=(
        f"{_DASHES}BEGIN OpenVPN Static key V1{_DASHES}\n{_STATIC}\n{_DASHES}END OpenVPN Static "
        f"key V1{_DASHES}\n",
        f"<tls-auth>\n{_DASHES}BEGIN OpenVPN Static key V1{_DASHES}\n{_STATIC}\n{_DASHES}END "
        f"OpenVPN Static key V1{_DASHES}\n</tls-auth>\n",
    ),
    valid=(
        f"{_DASHES}BEGIN OpenVPN Static key V1{_DASHES}\n...\n{_DASHES}END",
        "look for BEGIN OpenVPN Static key V1",
    ),
)

_JWK_VALUE = made_up("base64url", 43, 550)
_OCT_VALUE = made_up("base64url", 43, 551)

JWK = TokenRule(
    id="jwk-private-key",
    title="Private key in a JSON Web Key",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    context=r"""["']kty["']""",
    # With all three characters of the name, and not two that stand everywhere.
    seen=(
        r"""["'] (?: d | k ) ["'] \s{0,8} : \s{0,8} ["'] [A-Za-z0-9_\-]{40}""",
        r"""\\ ["'] (?: d | k ) \\ ["'] \s{0,8} : \s{0,8} \\ ["'] [A-Za-z0-9_\-]{40}""",
    ),
    reach=1400,
    pattern=r"""
        \\? ["'] (?: d | k ) \\? ["'] \s{0,8} : \s{0,8} \\? ["']
        (?P<secret> [A-Za-z0-9_\-]{40,1400} ={0,2} ) \\? ["']
    """,
    shape=Shape.EXACT,
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7517", "https://www.rfc-editor.org/rfc/rfc7518"),
    invalid=(
        f'{{"kty": "OKP", "crv": "Ed25519", "x": "{_OCT_VALUE}", "d": "{_JWK_VALUE}"}}',
        f'{{"kty":"oct","alg":"HS256","k":"{_OCT_VALUE}"}}',
    ),
    valid=(
        f'{{"kty": "OKP", "crv": "Ed25519", "x": "{_JWK_VALUE}"}}',
        f'{{"a": 1, "d": "{_JWK_VALUE}"}}',
    ),
)

_XML_VALUE = made_up("base64", 172, 560)

XML_KEY = TokenRule(
    id="xml-private-key",
    title="RSA private key in XML",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    context=r"<RSAKeyValue|<RSAParameters",
    pattern=r"< [Dd] > \s{0,40} (?P<secret> [A-Za-z0-9+/=\s]{80,1400} ) < / [Dd] >",
    shape=Shape.EXACT,
    advice=_ADVICE,
    references=(
        "https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring",
    ),
    invalid=(
        f"<RSAKeyValue><Modulus>{_XML_VALUE}</Modulus><D>{_XML_VALUE[::-1]}</D></RSAKeyValue>",
        f"<RSAParameters>\n  <D>\n  {_XML_VALUE}\n  </D>\n</RSAParameters>",
    ),
    valid=(
        f"<RSAKeyValue><Modulus>{_XML_VALUE}</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>",
        f"<shape><d>{_XML_VALUE}</d></shape>",
    ),
)

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def _bech32_remainder(text: str) -> int:
    """Give what BIP-173's check of a human-readable part, its `1` and the data gives: 1 if right.

    https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki#bech32
    """
    prefix, _, data = text.lower().rpartition("1")
    numbers = [ord(it) >> 5 for it in prefix] + [0] + [ord(it) & 31 for it in prefix]
    numbers += map(_BECH32.index, data)
    check = 1
    for number in numbers:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ number
        for bit, factor in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= factor if top >> bit & 1 else 0
    return check


def _with_checksum(value: str) -> str:
    body = value[:-6]
    remainder = _bech32_remainder(body + _BECH32[0] * 6) ^ 1
    return body + "".join(_BECH32[remainder >> 5 * (5 - at) & 31] for at in range(6)).upper()


AGE = Provider(
    name="age",
    words=("age",),
    everyday=True,
    rotate="https://github.com/FiloSottile/age#readme",
    credentials=(
        Credential(
            id="age-secret-key",
            kind="secret key",
            role=Role.PRIVATE_KEY,
            pattern=r"AGE-SECRET-KEY-(?:1|PQ-1)[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
            why="Whoever reads it can decrypt everything that was encrypted to it.",
            docs="https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type",
            checksum=lambda value: _bech32_remainder(value) == 1,
            complete=_with_checksum,
        ),
    ),
)
