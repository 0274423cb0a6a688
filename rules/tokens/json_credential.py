"""A credential whose text is itself JSON: what names it stands outside of that text."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_SIGNATURE = made_up("hex", 32, 61)
_TOKEN = made_up("base62", 40, 62)

JSON_CREDENTIAL = TokenRule(
    id="json-credential",
    title="Credential in a text of JSON",
    why="It is what is sent to prove who asks: whoever reads it can ask as well.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?i: token | secret | credentials? | api [_\-]? key | authorization )
        (?: \\? ["'] )? [ ]{0,8} (?: [:=] | => ) [ ]{0,8}
        (?: ["'`]? \{ \\? " ) [^{}\n'`]{0,200} "
        (?P<secret> [A-Za-z0-9+/=_\-]{24,200} ) \\? " [ ]{0,4} [,}]
    """,
    seen=(r"""'\{" """, r"""`\{" """, r"""\{\\" """),
    reach=420,
    shape=Shape.TOKEN,
    advice=(
        "Revoke it where it was made, and make a new one.",
        "Read the new one from the environment or a secret store, and put the text together then.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f'"Apitoken": "{{\\"name\\":\\"root\\",\\"sig\\":\\"{_SIGNATURE}\\"}}",',
        f"""SERVICE_TOKEN='{{"user": "bot", "value": "{_TOKEN}"}}'""",
        f'curl -H "Apitoken: {{\\"name\\": \\"bot\\", \\"sig\\": \\"{_SIGNATURE}\\"}}"',
    ),
    valid=(
        '"Apitoken": "{\\"name\\":\\"root\\",\\"sig\\":\\"default-token-used-in-server-side\\"}"',
        """SERVICE_TOKEN='{"user": "bot", "value": "$SERVICE_TOKEN_VALUE_OF_THE_BOT"}'""",
        '"token": "{\\"type\\": \\"bearer\\", \\"scope\\": \\"read:user user:email\\"}"',
        f'const token = {{ kind: "identifier", digest: "{_SIGNATURE}" }}',
    ),
)
