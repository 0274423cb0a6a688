"""A long random value under a key's name, of no provider that leakguard knows."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.forms import SIXTY_FOUR
from leakguard.rule import GENERIC, TokenRule

_VALUE = made_up("base62", 64, 3)

HARD_CODED_KEY = TokenRule(
    id="hard-coded-key",
    title="Hard-coded 64-character key",
    why="It has the name and the form of a credential: whoever reads it may be able to use it.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    by_name=True,
    pattern=SIXTY_FOUR,
    shape=Shape.BASE62,
    rank=GENERIC,
    advice=(
        "Find out what it opens, and revoke it there.",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f'api_secret: "{_VALUE}"',
        f"EXCHANGE_SECRET_KEY={_VALUE}",
    ),
    valid=(
        f"sha256: {made_up('hex', 64)}",
        f"tx_hash = {_VALUE}",
        f"listenKey={_VALUE}",
        f"signature={_VALUE}",
        f"secret = {'x' * 64}",
        f"data = {_VALUE}",
        f'  private static final String SAMPLE =\n    "{_VALUE}";',
        "api_key = ThisIsTheNameOfAClassThatSomebodyMadeExactly64CharactersLong0000",
    ),
)
