"""A passphrase of words, with spaces or dashes between them."""

import re

from leakguard.candidate import Shape
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values import SHORTEST_PASSWORD, reason_against

_FEWEST_LETTERS = 3
_WORDS = r"[a-z]{2,16} (?: [ ] [a-z]{2,16} )"  # and how many more there are
_DASHED = r"[a-z]{4,12} (?: - [a-z]{4,12} )"
_GIVES = r"""["']? [ \t]{0,8} (?: = | : | => ) [ \t]{0,8} ["']"""
_WHOSE = (
    "admin | api | app | auth | database | db | email | ftp | login | mail | master | mongo | mysql"
    " | pg | postgres | redis | root | service | smtp | sql | ssh | user | vault | wifi"
)
"""What stands before the word where it names a password, and no page or step about one."""
_ADVICE = (
    "Change it wherever it is used.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/798.html",)
_TWO = "crimson kettle"
_THREE = "gravel kettle upwards"
_FOUR = "gravel seldom marches upwards"
_SENTENCE = frozenset(
    "as at be but can do for from has have he how if it its may more must no of or please"
    " should so then they to until use was we what when where which who will with you".split()
)
"""Words of sentences and prompts rather than of passphrases."""


_JOINED = re.compile(r"[ \-]")


def _dashed(words: str) -> str:
    return words.replace(" ", "-")


def _reason(value: str) -> str | None:
    words = _JOINED.split(value)
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

DASHED_PASSWORD = TokenRule(
    id="dashed-password",
    title="Password of words with dashes",
    why="Whoever reads it may be able to log in.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    # Managers of passwords draw such; two words are the name of something more often.
    pattern=rf"""
        \b (?i: (?: {_WHOSE} ) _? )? (?i: password | passwd | passphrase | pwd ) {_GIVES}
        (?P<secret> {_DASHED}{{2,7}} ) ["']
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f'password = "{_dashed(_FOUR)}"\n', "client.py"),
        Example(f"password: '{_dashed(_THREE)}'\n", "config.yml"),
        Example(f"DB_PASSWORD = '{_dashed(_THREE)}'\n", "settings.py"),
    ),
    valid=(
        Example(f'password = "{_dashed(_TWO)}"\n', "client.py"),
        Example('password = "local-development-only"\n', "client.py"),
        Example('forgot_password = "garden-gate-view"\n', "urls.py"),
    ),
)
