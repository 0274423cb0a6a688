"""Private keys in PEM, of any kind."""

import base64
import binascii
import re

from leakguard.candidate import Shape
from leakguard.examples import made_up, made_up_pem
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import SPECIFIC, TokenRule

_PKCS8 = made_up_pem("PRIVATE KEY", 120)
_DASHES = "-" * 5
_OPENSSH = base64.b64encode(b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0").decode()
_OPENSSH_SEALED = base64.b64encode(b"openssh-key-v1\0\0\0\0\x0aaes256-ctr\0\0").decode()

_LABEL = r"(?:[A-Z0-9]{1,12}[ ]){0,3}PRIVATE[ ]KEY"
_SEALED = re.compile(r"Proc-Type:[ ]?4,ENCRYPTED|BEGIN (?:SSH2 )?ENCRYPTED PRIVATE KEY")
_BODY = re.compile(r"[A-Za-z0-9+/=]{24}")
"""What every line of a key has; code that writes the first and the last line has it not."""
_SSH_MAGIC = b"openssh-key-v1\0"

_LINES = r"""
    (?: \\[nr] | [^-A-Za-z0-9] ){1,40}
    (?: [A-Za-z][A-Za-z\-]{2,20}:[ ][^\n\r\\]{0,200}
       (?: \\[nr] | [\n\r] ) (?: \\[nr] | [\s"',] ){0,40} ){0,6}
    [A-Za-z0-9+/=] [^-]{38,60000}
"""
_TRIGGER = rf"-----BEGIN[ ]{_LABEL}-----"
_PATTERN = rf"(?P<secret> -----BEGIN[ ]{_LABEL}----- {_LINES} -----END[ ]{_LABEL}----- )"

_SHORTEST = 100
"""Characters; what is shorter is the beginning of a key, which documentation shows."""


def is_sealed(value: str) -> bool:
    """Tell whether a private key in PEM is encrypted, as far as its head says so.

    https://www.rfc-editor.org/rfc/rfc1421#section-4.6, https://www.rfc-editor.org/rfc/rfc7468,
    https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.key
    """
    if _SEALED.search(value[:400]):
        return True
    body = re.sub(r"\\[nr]|[^A-Za-z0-9+/]", "", value.partition("KEY-----")[2][:200])[:40]
    try:
        head = base64.b64decode(body)
    except binascii.Error:
        return False
    return head.startswith(_SSH_MAGIC) and not head[len(_SSH_MAGIC) :].startswith(b"\0\0\0\4none")


def _reason(value: str, *, sealed: bool) -> str | None:
    if is_sealed(value) is not sealed:
        return "not-encrypted" if sealed else "encrypted"
    return None if _BODY.search(value) else "expression"


PRIVATE_KEY = TokenRule(
    id="private-key",
    title="Private key",
    why="It is the identity itself: whoever reads it can sign, decrypt and log in as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=_TRIGGER,
    reach=65536,
    pattern=_PATTERN,
    shape=Shape.EXACT,
    rank=SPECIFIC,
    rejects=lambda value: _reason(value, sealed=False),
    advice=(
        "Take the key out of use wherever its public half is trusted.",
        "Make a new one, and keep it in a file outside the repository, mode 0600, or in a secret "
        "store.",
    ),
    references=("https://www.rfc-editor.org/rfc/rfc7468",),
    invalid=(
        _PKCS8,
        made_up_pem("RSA PRIVATE KEY", 600),
        made_up_pem("OPENSSH PRIVATE KEY", 300, head=_OPENSSH[:36]),
        'key = "' + _PKCS8.replace("\n", "\\n") + '"',
    ),
    valid=(
        made_up_pem("PUBLIC KEY", 90),
        made_up_pem("CERTIFICATE", 900),
        made_up_pem("ENCRYPTED PRIVATE KEY", 300),
        made_up_pem("OPENSSH PRIVATE KEY", 300, head=_OPENSSH_SEALED[:40]),
        'if text.startswith("-----BEGIN ' + 'PRIVATE KEY-----"):',
        "-----BEGIN " + "PRIVATE KEY-----\n...\n-----END " + "PRIVATE KEY-----",
        's="-----BEGIN '
        + 'PRIVATE KEY-----";for(let i of split(key))s+=i;s+="-----END '
        + 'PRIVATE KEY-----";',
    ),
)

ENCRYPTED_PRIVATE_KEY = TokenRule(
    id="encrypted-private-key",
    title="Encrypted private key",
    why="Only a passphrase keeps it shut, and whoever has the file can try one after the other.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=_TRIGGER,
    reach=65536,
    pattern=_PATTERN,
    shape=Shape.EXACT,
    rank=SPECIFIC,
    rejects=lambda value: _reason(value, sealed=True),
    advice=(
        "Keep it outside the repository; if its passphrase is weak or stands near, replace the "
        "key.",
    ),
    references=(
        "https://www.rfc-editor.org/rfc/rfc7468#section-11",
        "https://www.rfc-editor.org/rfc/rfc1421#section-4.6.1.1",
    ),
    invalid=(
        made_up_pem("ENCRYPTED PRIVATE KEY", 300),
        made_up_pem("OPENSSH PRIVATE KEY", 300, head=_OPENSSH_SEALED[:40]),
        made_up_pem("RSA PRIVATE KEY", 600).replace(
            "KEY" + _DASHES + "\n",
            "KEY" + _DASHES + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n",
            1,
        ),
    ),
    valid=(_PKCS8, made_up_pem("PUBLIC KEY", 90)),
)

_HEAD = r"""
    (?: MII[A-J][A-Za-z0-9+/][AQgw]IBA (?: DANBgkqhkiG9w0BAQEFAASC | A[JK][BC] )
      | MHcCAQEEI | MIGkAgEBBD | MIHcAgEBBEI | MI[EG][A-Za-z0-9+/]AgEAM[A-Za-z]{2,3}GByqGSM49AgEG )
"""
"""How a key for RSA or on a curve begins: lengths, a version, the name of the algorithm."""

PRIVATE_KEY_WITHOUT_LABEL = TokenRule(
    id="private-key-without-label",
    title="Private key, without the lines that say so",
    why="It is the identity itself: whoever reads it can sign, decrypt and log in as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=_HEAD,
    reach=8192,
    pattern=rf"""
        (?P<secret> {_HEAD} [A-Za-z0-9+/]{{16,5000}}
        (?: (?: \\[nr] | [\s"'] ) (?: \\[nr] | [\s"'+,\\] ){{0,60}}
            [A-Za-z0-9+/]{{16,400}} ){{0,80}} ={{0,2}} )
    """,
    shape=Shape.EXACT,
    rank=SPECIFIC,
    rejects=lambda value: "too-short" if len(value) < _SHORTEST else None,
    advice=(
        "Take the key out of use wherever its public half is trusted.",
        "Make a new one, and keep it in a file outside the repository, mode 0600, or in a secret "
        "store.",
    ),
    references=(
        "https://www.rfc-editor.org/rfc/rfc5958#section-2",
        "https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2",
        "https://www.rfc-editor.org/rfc/rfc5915#section-3",
    ),
    invalid=(
        f'{{"sp_key": "MIICXgIBAAKB{made_up("base64", 800, 951)}"}}',
        f"app.key=MIIEvQIBADANBgkqhkiG9w0BAQEFAASC{made_up('base64', 1592, 952)}\n",
        f"key: MHcCAQEEI{made_up('base64', 153, 953)}==\n",
        f'KEY = "MIICXgIBAAKB{made_up("base64", 52, 954)}" +\n  "{made_up("base64", 64, 955)}";\n',
    ),
    valid=(
        f"certificate: MIICsDCCAhmgAwIBAgIJAO7B{made_up('base64', 800, 956)}",
        f"public: MIIBIjANBgkqhkiG9w0BAQEFAAOC{made_up('base64', 360, 957)}",
        f"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC{made_up('base64', 32, 958)}\n[...]\n",
    ),
)

PGP_PRIVATE_KEY = TokenRule(
    id="pgp-private-key",
    title="PGP private key",
    why="Whoever reads it can sign and decrypt as its owner, once its passphrase is known.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=r"-----BEGIN[ ]PGP[ ]PRIVATE[ ]KEY[ ]BLOCK-----",
    reach=65536,
    pattern=rf"""
        (?P<secret> -----BEGIN[ ]PGP[ ]PRIVATE[ ]KEY[ ]BLOCK----- {_LINES}
        -----END[ ]PGP[ ]PRIVATE[ ]KEY[ ]BLOCK----- )
    """,
    shape=Shape.EXACT,
    rank=SPECIFIC,
    advice=(
        "Publish its revocation certificate, and make a new key.",
        "Keep the new one in gpg's own keyring or on a token, not in the repository.",
    ),
    references=("https://www.rfc-editor.org/rfc/rfc9580#section-6",),
    invalid=(
        made_up_pem("PGP PRIVATE KEY BLOCK", 400),
        made_up_pem("PGP PRIVATE KEY BLOCK", 400).replace(
            "BLOCK" + _DASHES + "\n", "BLOCK" + _DASHES + "\nVersion: GnuPG v2\n\n", 1
        ),
    ),
    valid=(
        made_up_pem("PGP PUBLIC KEY BLOCK", 400),
        made_up_pem("PGP MESSAGE", 400),
    ),
)
