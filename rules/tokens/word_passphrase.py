"""A passphrase of words, with spaces between them."""

from leakguard.candidate import Shape
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values import SHORTEST_PASSWORD, reason_against

_FEWEST_LETTERS = 3
_WORDS = r"[a-z]{2,16} (?: [ ] [a-z]{2,16} )"  # and how many more there are
_GIVES = r"""["']? [ \t]{0,8} (?: = | : | => ) [ \t]{0,8} ["']"""
_ADVICE = (
    "Change it wherever it is used.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/798.html",)
_TWO = "crimson kettle"
_FOUR = "gravel seldom marches upwards"
_SENTENCE = frozenset(
    "as at be but can do for from has have he how if it its may more must no of or please"
    " should so then they to until use was we what when where which who will with you".split()
)
"""Words of sentences and prompts rather than of passphrases."""


def _reason(value: str) -> str | None:
    words = value.split(" ")
    if not _SENTENCE.isdisjoint(words) or max(map(len, words)) < _FEWEST_LETTERS:
        return "prose"
    for word in words:
        reason = reason_against(word, Shape.GIVEN) if len(word) >= SHORTEST_PASSWORD else None
        if reason is not None:
            return reason
    return None


WORD_PASSPHRASE = TokenRule(
    id="word-passphrase",
    title="Passphrase of words",
    why="It is given as a credential: whoever reads it may be able to open what it protects.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    role=Role.PASSPHRASE,
    pattern=rf"""
        (?i: pass_?phrase ) {_GIVES} (?P<secret> {_WORDS}{{3,7}} ) ["']
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f'key_passphrase: "{_FOUR}"\n', "config.yml"),
        Example(f"passphrase = '{_FOUR}'\n", "wallet.ini"),
    ),
    valid=(
        Example('passphrase: "enter the words for your key"\n', "en.yml"),
        Example('passphrase: "crimson kettle"\n', "labels.yml"),
    ),
)

WORD_PASSWORD = TokenRule(
    id="word-password",
    title="Password of words, with its user",
    why="Whoever reads both may be able to log in.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=rf"""
        \b (?i: user (?: _?name )? | login ) {_GIVES} [A-Za-z] [\w.@\-]{{1,40}} ["'] [,;]?
        \s{{1,40}} ["']? [$]? (?i: password | passwd | passphrase | pwd ) {_GIVES}
        (?P<secret> {_WORDS}{{1,5}} ) ["']
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"user = 'margaret'\npassword = '{_TWO}'\n", "login.ini"),
        Example(f'{{"username": "margaret", "password": "{_TWO}"}}\n', "login.json"),
    ),
    valid=(
        Example('{"password": "crimson kettle"}\n', "labels.json"),
        Example('{"username": "login name", "password": "crimson kettle"}\n', "labels.json"),
        Example('{"username": "ada", "password": "wrong password"}\n', "tests.json"),
        Example('{"username": "{name}", "password": "crimson kettle"}\n', "tests.json"),
        Example('{"user": "required", "password": "at least eight letters"}\n', "errors.json"),
    ),
)
