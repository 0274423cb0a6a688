"""Private keys in PEM, of any kind."""

from leakguard.candidate import Shape
from leakguard.examples import made_up_pem
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import SPECIFIC, TokenRule

_PKCS8 = made_up_pem("PRIVATE KEY", 120)

PRIVATE_KEY = TokenRule(
    id="private-key",
    title="Private key",
    why="It is the identity itself: whoever reads it can sign, decrypt and log in as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PRIVATE_KEY,
    trigger=r"-----BEGIN[ ](?:[A-Z0-9]{1,12}[ ]){0,3}PRIVATE[ ]KEY(?:[ ]BLOCK)?-----",
    reach=65536,
    pattern=r"""
        (?P<secret> -----BEGIN[ ](?:[A-Z0-9]{1,12}[ ]){0,3}PRIVATE[ ]KEY(?:[ ]BLOCK)?-----
            (?: \\[nr] | [^-A-Za-z0-9] ){1,40}
            (?: [A-Za-z][A-Za-z\-]{2,20}:[ ][^\n\r\\]{0,200}
               (?: \\[nr] | [\n\r] ) (?: \\[nr] | [\s"',] ){0,40} ){0,6}
            [A-Za-z0-9+/=] [^-]{38,60000}
        -----END[ ](?:[A-Z0-9]{1,12}[ ]){0,3}PRIVATE[ ]KEY(?:[ ]BLOCK)?----- )
    """,
    shape=Shape.EXACT,
    rank=SPECIFIC,
    advice=(
        "Take the key out of use wherever its public half is trusted.",
        "Make a new one, and keep it in a file outside the repository, mode 0600, or in a secret "
        "store.",
    ),
    references=("https://www.rfc-editor.org/rfc/rfc7468",),
    invalid=(
        _PKCS8,
        made_up_pem("RSA PRIVATE KEY", 600),
        made_up_pem("OPENSSH PRIVATE KEY", 300),
        'key = "' + _PKCS8.replace("\n", "\\n") + '"',
    ),
    valid=(
        made_up_pem("PUBLIC KEY", 90),
        made_up_pem("CERTIFICATE", 900),
        'if text.startswith("-----BEGIN ' + 'PRIVATE KEY-----"):',
        "-----BEGIN " + "PRIVATE KEY-----\n...\n-----END " + "PRIVATE KEY-----",
    ),
)
