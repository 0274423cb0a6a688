"""Values that stand for a value: placeholders, templates, references, credential words."""

import re

from leakguard.values.elsewhere import (
    PASSWORDS,
    WHOSE,
    is_password_in_other_letters,
    without_accents,
)
from leakguard.values.sequences import is_simple_number

_TEMPLATE = re.compile(
    r"@@[^@]{1,80}@@|\$\{|\{\{|\}\}|%\([A-Za-z_]|%\{[^{}]{1,80}\}|%env\([^()]{1,80}\)%|%[A-Za-z_][A-Za-z_.]+%|^%\??[\w.|:\-]{2,80}%$"
    r"|(?:^|[\s\"'=:/({\[])%[sdr](?:$|[\s\"'@:/)}\],.&\\])|%[1-9]\$[sdu]|%\.\*s"
    r"|^~[a-z](?:~n)?$|<[^<>]{1,80}>|&lt;[^<>&]{1,80}&gt;"
    r"|^\\\([A-Za-z_]|\{\$[A-Za-z_]|#\{[@A-Za-z_]|^:[A-Za-z_]\w*$|^%[-+0#]?\d*(?:\.\d+)?[sdxu]$"
    r"|^\.?\\*\$[A-Za-z_(]|^(?:-[A-Za-z])?\$[0-9]$|\$\([A-Za-z_./ $\[]"
    r"|^@[A-Z][A-Z_]+@?$|^[#?]\{|^\[\[|^\[[a-z]{2,24}\("
    r"|^\[[A-Za-z][A-Za-z _\-]{2,40}\]$|^\([a-z ]{2,30}\)$"
    r"|\{[A-Za-z_][\w.\[\]!:()\"']*\}|\{[a-z_][\w.]*[(\[]|\{\d?\}"
)
_FILLER = re.compile(
    r"x{4}|(?<![A-Za-z0-9])x{3}(?![A-Za-z0-9])|(?-i:[a-z]X{3}$)|^my[a-z]{3,20}password$|\*{3}|\.\.\.|\u2026|-{4}|_{4}|#{3}|\?{3}|change[_-]?(?:me|it|this)|replace|redacted|placeholder"
    r"|insert|your[_-]?|votre[_-]|(?:^|[_-])my[_-]|example|sample|dummy|_here\b|-here\b|foo_?bar|todo\b|fixme"
    r"|\b(?:fake|wrong|invalid|bogus|mock)[_-]?(?:access[_-]?)?(?:passw|pass\d|pw\b|token|secret|key)|-wrong-"
    r"|(?<![0-9])[0-9]{2,3}[_-]?(?:char(?:acter)?s|bytes)(?![A-Za-z])"
    r"|x{3}.{1,40}x{3}|some[_-]?(?:kind|thing)"
    r"|not[_-]?(?:a|the|so)?[_-]?real|do[_-]?not[_-]|deadbeef|c0ffee|cafebabe|_aqu[ií]$|filtered_|lorem|ipsum"
    r"|at[_-]?least[_-]?\d|(?<!\d)(?:16|24|32|64|128|256)[_-]?(?:bytes?|chars?|characters?)(?![a-z])"
    r"|[\u4f60\u60a8]\u7684",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?=[^?]*[a-z])(?=[^?]*[A-Z])(?=[^?]*[0-9])(?P<value>[^?]{8,})\?{3,}")
"""A value with question marks behind it, which hide nothing of it."""
_PLAIN_FILLER = re.compile(
    r"EXAMPLE|PLACEHOLDER|placeholder|REDACTED|redacted|YOUR[_-]|your[_-]|x{8}|X{8}|\.\.\."
)
_REFERENCE = re.compile(
    r"@?(?:op|vault|ssm|aws|gcp|azure|secret|secrets|env|file|keyring|keychain|awssm|doppler|bws|sops)"
    r":(?://|[A-Za-z_/])"
    r"|projects/[^/\s]{1,64}/(?:locations/[^/\s]{1,40}/)?secrets/"
    r"|process\.env\.|import\.meta\.env\."
    r"|!(?:sub|ref|getatt|join|importvalue|findinmap|if|select|vault|secret|env|reference|include)$"
    r"|!encrypted/"
    r"|arn:aws|/run/secrets/|secretKeyRef|valueFrom|ENC\[|AQICAH|\$ANSIBLE_VAULT|\{cipher\}",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:self|this)(?:\.\w+)+|[^\W\d][\w.]*\((?:[^()]*\)|[A-Za-z_.$\"'=,\s]*)"
    r"|[A-Za-z_][\w.]*\[[^\[\]]*\]"
)
_LETTERS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_REST = re.compile(r"[A-Za-z_\-. /:@$&+*#|]+")
_LEET = str.maketrans("013457@$", "oieastas")
_SEPARATOR = re.compile(r"[_\-.]")
_FOR_TESTS = {"test", "tests", "testing", "unit", "integration", "e2e", "fixture", "synthetic",
              "demo", "mock", "fake", "dev", "local"}  # fmt: skip
"""What a value is for that only says so: `test-owner-password-12345`."""
_NAMED_SO = {"password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "key"}
"""The last word of a name for a credential."""

_SPELT = re.compile(r"(?<=[A-Za-z])[013457@$]+(?=[A-Za-z])")
"""Digits and signs where letters belong: `s3cret`."""
_SIGNS = re.compile(r"(?<=[A-Za-z])[@$!#*](?=[A-Za-z])")
"""Signs between letters: `priv@ate`."""
_LONGEST_STAND_IN = 40
"""Letters of what is looked through for words."""

_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")
_RUN_TOGETHER = re.compile(
    r"[a-z]{2,7}(?:password|passwd|passphrase)"
    r"|(?:account|admin|auth|client|db|login|proxy|server|test|user|usr)pass"
)
"""One short word and the one for a password: `thisismypassword` is somebody's, and `radpass`."""
_SENTENCE = 4
"""Words that, run together, are a phrase for a password."""

CREDENTIAL_WORDS = frozenset(
    "password passwort passwd passphrase pass pw pwd pswd secret secrets sekret sekrit token tokens"
    " key keys api apikey accesskey secretkey auth authentication authorization oauth bearer basic"
    " login logon signin credential credentials cred creds access refresh private public session"
    " htpasswd cookie cert certificate pin code otp jwt id hash salt client app consumer user"
    " username userid account email mail x-oauth-basic".split()
)
"""Words for credentials and what goes with them: alone they are a name, no value."""

AS_DELIVERED = frozenset(
    "admin administrator root toor guest guestuser postgres mysql minioadmin vagrant raspberry"
    " changeit calvin android cassandra hackme zabbix".split()
)
"""Passwords that machines and programs have until somebody changes them."""

DUMMY_WORDS = frozenset(
    "test tests testing tester foo bar baz qux spam eggs dummy example examples sample fake mock"
    " mocked stub demo default none null nil undef true false value values val string str text name"
    " names your yours my mine the a an some any this that is are not no new old wrong invalid"
    " bad good correct incorrect valid right other another first second third one two three"
    " here changeme hidden redacted blank empty placeholder todo tbd xxx abc abcd abcde abcdef"
    " bool boolean int integer"
    " xyz hello world something anything whatever unused undefined unknown required optional"
    " enter insert fixture data input output type field column param parameter for of to and or"
    " in from with by on real really long short random strong weak simple very super top another"
    " kind secure insecure unsafe safe local dev development prod production staging staged live"
    " temp tmp hash hashed encoded encrypted decrypted plain raw masked stored saved"
    " anonymous motdepasse passwort"
    " generated expired revoked missing missed hunter tiger letmein"
    " x sk pk rk gsk whsec ghp msk".split()
)
"""Words that people write where any value would do; the last are the beginnings of tokens, behind
which tests have no more than such a word."""


def reason_of_placeholder(value: str) -> str | None:
    """Give the name of the reason why `value` only stands for a value, or None."""
    if _TEMPLATE.search(value):
        return "template"
    asked = _ASKED.fullmatch(value)
    if _FILLER.search(asked["value"] if asked else value):
        return "placeholder"
    if _REFERENCE.match(value) or _CALL.fullmatch(value):
        return "reference"
    return _reason_of_words(value) or ("dummy" if _is_told_for_tests(value) else None)


def _is_told_for_tests(value: str) -> bool:
    """Whether small words with dashes between them, and at most simple numbers, name a credential
    and say that it is for tests."""
    parts = _SEPARATOR.split(value)
    is_told = not _FOR_TESTS.isdisjoint(parts) and not _NAMED_SO.isdisjoint(parts)
    return is_told and all(
        (it.isalpha() and it.islower()) or it in _FOR_TESTS or is_simple_number(it) for it in parts
    )


def reason_of_filler(value: str) -> str | None:
    """Give the reason why `value`, which has a credential's form, only stands for one, or None.

    Only what is hardly ever drawn by chance, however long the value is.
    """
    return "placeholder" if _PLAIN_FILLER.search(value) else None


def _reason_of_words(value: str) -> str | None:
    """Words for credentials or for anything, with at most a short number, are no credential."""
    if is_password_in_other_letters(value):
        return "words"
    value = without_accents(value)
    plain = value.lower().translate(_LEET).rstrip("!")
    if plain in CREDENTIAL_WORDS or plain in PASSWORDS:
        return "credential-word"
    spellings = (
        value.rstrip("!"),
        _SPELT.sub(lambda match: match.group().translate(_LEET), value).rstrip("!"),
        _SIGNS.sub("", value),
    )
    plain_reason = _reason_of_plain_words(value) or _reason_of_run_together(value)
    return plain_reason or next(
        filter(None, (_reason_of_plain_words(it) for it in spellings if _is_of_letters(it))), None
    )


def _is_of_letters(value: str) -> bool:
    return _REST.fullmatch(value) is not None


def _reason_of_plain_words(value: str) -> str | None:
    words = [word.lower() for word in _LETTERS.findall(value)]
    rest = _REST.sub("", value)
    if not words or not (rest == "" or is_simple_number(rest)):
        return None
    if all(word in CREDENTIAL_WORDS for word in words):
        return "credential-word"
    if all(word in DUMMY_WORDS or word in CREDENTIAL_WORDS for word in words):
        return "dummy"
    rest_of_it = set(words) - PASSWORDS
    is_elsewhere = len(rest_of_it) < len(set(words)) and rest_of_it <= WHOSE
    return "dummy" if is_elsewhere and rest_of_it else None


def _reason_of_run_together(value: str) -> str | None:
    """`testpass123`, as tests have it: two or three of these words in small letters, of which one
    is for a password, and a number that says nothing."""
    stem = value.rstrip("0123456789")
    number = value[len(stem) :]
    is_plain = stem.isalpha() and stem.isascii() and stem.islower() and len(stem) < len(value)
    if not is_plain or not is_simple_number(number) or not ("pass" in stem or "pwd" in stem):
        return None
    count = _count_of_words(stem) if len(stem) <= _LONGEST_STAND_IN else None
    return "dummy" if count is not None and 1 < count < _SENTENCE else None


def is_name_of_credential(value: str) -> bool:
    """Tell whether `value` is letters of which the last word is one for a credential: `dbPswd`."""
    words = _LETTERS.findall(value)
    return len(words) > 1 and _is_of_letters(value) and words[-1].lower() in CREDENTIAL_WORDS


def reason_of_given(value: str) -> str | None:
    """Give why `value`, where nothing but a password stands, is none of somebody's, or None:
    everybody knows it, or it says what belongs there, in whatever language: `proxyPassword`,
    `dbpassword`."""
    if value.lower() in AS_DELIVERED:
        return "as-delivered"
    is_camel = _CAMEL.fullmatch(value) and _LETTERS.findall(value)[-1].lower() in _NAMED_SO
    if is_camel or _RUN_TOGETHER.fullmatch(value):
        return "dummy"
    return reason_of_stand_in(value)


def reason_of_stand_in(value: str) -> str | None:
    """Give the name of the reason why `value` only says what belongs there, or None.

    `mypass`, `the-password`, `P@ssw0rd1`: nothing but credential and dummy words, run together;
    `smtp_password`, `options.password`, `KEYSTONE_DBPASS`: it ends with such a word.
    """
    value = without_accents(value)
    *before, last = _SEPARATOR.split(value.lower())
    is_so_called = value.isupper() and last.endswith(tuple(_NAMED_SO))
    if before and (last in _NAMED_SO or is_so_called):
        return "dummy"
    stem = value.rstrip("0123456789!")
    number = value[len(stem) :].rstrip("!")
    if number and not is_simple_number(number):
        return None
    spelt = stem.lower().translate(_LEET)
    rest = _REST.sub("", spelt)
    if rest and not is_simple_number(rest):
        return None
    plain = "".join(re.findall(r"[a-z]+", spelt))
    if not plain or len(plain) > _LONGEST_STAND_IN:
        return None
    is_run_together = plain == value
    count = _count_of_words(plain)
    # `mypassword` says what belongs there, `thisismypassword` is what somebody chose.
    return None if count is None or (is_run_together and count >= _SENTENCE) else "dummy"


def _count_of_words(plain: str) -> int | None:
    """Give how many words of the two lists, at the least, `plain` can be cut into, if it can."""
    known = CREDENTIAL_WORDS | DUMMY_WORDS
    fewest = {0: 0}
    for end in range(1, len(plain) + 1):
        counts = [count for start, count in fewest.items() if plain[start:end] in known]
        if counts:
            fewest[end] = min(counts) + 1
    return fewest.get(len(plain))
