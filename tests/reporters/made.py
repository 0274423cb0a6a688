"""A small report, made by hand, with one of everything that a report can hold."""

from leakguard.examples import made_up
from leakguard.finding import (
    Advice,
    Confidence,
    Finding,
    Place,
    Problem,
    Rejected,
    Related,
    Replacement,
    Report,
    Severity,
    Statistics,
)
from leakguard.secret import Secret, SecretText

KEY, SECRET = made_up("base62", 64, 11), made_up("base62", 64, 12)
MASKED = f'client = Client("{KEY[:4]}****", "{SECRET[:4]}****")'
RAW = f'client = Client("{KEY}", "{SECRET}")'

PAIR = Finding(
    rule="hardcoded-argument",
    path="src/bot.py",
    place=Place(4, 86, 4, 150),
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    message="Binance API key and its secret, hard-coded in a call. They are the account.",
    advice=Advice(
        (
            "Delete the key in Binance under Account > API Management, and check the account's "
            "orders, withdrawals and API history.",
            "Put the new one into the environment, and read it from there:",
        ),
        Replacement(
            'client = Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])',
            "import os",
        ),
    ),
    secret=Secret(SECRET),
    fingerprint="0123456789abcdef" * 2,
    secret_id="fedcba987654" * 2,
    snippet=SecretText(
        MASKED, ((len(MASKED) - 10, len(MASKED) - 2),), RAW, ((len(RAW) - 66, len(RAW) - 2),)
    ),
    related=(Related("the API key", Place(4, 18, 4, 82)),),
)
DOTENV = Finding(
    rule="dotenv-tracked",
    path="deploy/.env",
    place=Place(1, 1, 1, 8),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    message="A .env file with values that git tracks. Whoever clones it has them.",
    advice=Advice(("Take it out of git with `git rm --cached`, and ignore it:",)),
    secret=None,
    fingerprint="89abcdef01234567" * 2,
    secret_id=None,
    snippet=SecretText("\tREGION=eu", ((1, 7),), "\tREGION=eu", ((1, 7),)),
    origin="index",
)
REPORT = Report(
    findings=(DOTENV, PAIR),
    rejected=(
        Rejected(
            "binance-api-key", "src/a.py", Place(2, 3, 2, 67), "repetition", Secret("Ab3" * 21)
        ),
    ),
    errors=(Problem("src/locked.py", "cannot be read: Permission denied"),),
    notices=(Problem("big.csv", "left out: 99 bytes are over the limit of 10"),),
    statistics=Statistics(files=12, bytes=34567, binary=2),
)
EMPTY = Report((), (), (), (), Statistics(files=3, bytes=99))
