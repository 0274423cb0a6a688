"""Values in a notation of their own: times, versions, patterns, ciphers, options, encoded words."""

import re
from base64 import b64decode
from urllib.parse import unquote_to_bytes

from leakguard.values.placeholders import reason_of_placeholder
from leakguard.values.randomness import is_random

_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]?[\d:.Z+-]*|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_NUMBERED_BY_TIME = re.compile(r"[A-Za-z]{0,8}1[3-9]\d{8}(?:\d{3})?")
"""Seconds or milliseconds since 1970, from 2011 to 2033, with a few letters before them."""

_VERSION = re.compile(
    r"[v^~]?\d+(?:\.\d+)+(?:[.-]?(?:rc|a|b|dev|alpha|beta|post)\d*)?"
    r"|v?\d+(?:\.\d+){2,}(?:[-.+][a-z0-9]{1,12}){0,6}|\d+(?:\.\d+)+-\d+(?:\.\d+)+"
)
_PATTERN = re.compile(
    r"\\[dwsbAZ]|\(\?[:P!=]|\[\^|\]\+|\]\*|\.\*|\^\(|\)\$|[\])]\{\d|^/\^|\[[A-Za-z0]-[A-Za-z9]|\.\+\)"
    r"|\)\?(?:$|[^A-Za-z0-9])|\]\.[+*]"
)
_MARKUP = re.compile(
    r"</?[a-z]|^\\{1,2}[0-9a-f]{3,5}$|&(?:[a-z]{2,8}|#\d{1,5}|#x[0-9A-Fa-f]{1,5});"
    r"|&(?:lt|gt|amp|quot|nbsp|hellip|[mn]dash|[lr][ds]quo)$|^[#.][A-Za-z][\w-]*$|^#(?:[0-9A-Fa-f]{3,4}){1,2}$|(?:\\(?:033|x1b|e)|\x1b)\[[\d;]*m|^//|\[@"
    r"|\\f\[[A-Z]{0,2}\]|^\\f[BIRP]|\\\[[A-Za-z]{2}\]"  # of manual pages: groff_char(7)
)
_CIPHERS = re.compile(
    r"!?[A-Za-z0-9+\-@.]{1,64}(?::!?[A-Za-z0-9+\-@.]{1,64}){2,200}"
    r"|[+!][aek]?[A-Z0-9\-]{2,64}(?::[+!][aek]?[A-Z0-9\-]{2,64}){1,200}"
)
"""https://docs.openssl.org/3.5/man1/openssl-ciphers/"""
_OPTION = re.compile(r"--[a-z][A-Za-z]*(?:-[a-z0-9]+)*(?P<gives>=.*)?")
_MEMBER = re.compile(
    r"(?P<space>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)#[A-Za-z_]\w*"
    r"|(?P<entry>[a-z_]\w*(?:\.[a-z_]\w*){2,}):[a-z_]\w*"
)
"""`package.module#Member`, as documentation and interface descriptions name things, and
`package.module.part:function`, as an entry point does."""

_ALGORITHM = re.compile(
    r"(?:(?:hmac|cram|digest|scram)[-_]?)?(?:sha|s(?=256|384|512)|sha3|md|blake|hs|rs|es|ps|ed|x|p|secp|prime|aes|rsa|dsa|rc|curve|chacha)"
    r"[-_]?\d{1,5}(?:[-_/]\d{3})?(?:[kr]1|v1|[bs])?(?:[-_](?:cbc|gcm|ctr|ecb|ccm|crypt))?"
    r"|(?:caching_)?sha\d{1,3}_password|blake2[bs](?:-\d{3})?|(?:b|s|yes)crypt|argon2(?:id?|d)?|pbkdf2|blowfish"
    r"|(?:u?int|float|bytes|felt)\d{1,3}|utf-?\d{1,2}(?:le|be)?"
    r"|(?:latin|iso|iso-?8859|cp|ucs|windows)-?\d{1,4}(?:-\d{1,2})?"
    r"|(?:(?:ms-?)?chap|ntlm|wpa|saml|oauth|openid|tls|ssl)[-_]?v?\d(?:[._]\d)?",
    re.IGNORECASE,
)
"""A digest, a curve, a cipher, a protocol, a type or a way to log in: `sha256`, `secp256k1`,
`aes-256-gcm`, `saml2`, `uint256`, `sha256_password`."""

_PACKAGE = re.compile(
    r"(?:com|org|net|io|edu|gov|dev)(?:\.[a-z_]+){2,}|8:_[0-9A-F]{32}"
    r"|\\?[A-Z][A-Za-z0-9_]*(?:\\{1,2}[A-Z][A-Za-z0-9_]*){2,}"
)
"""A namespace that begins with a domain, as Java's do, the number of a part of one of Visual
Studio's setup projects, or a class of PHP in its namespace."""

_FIELDS = re.compile(r"[a-z]{2,12}=[^\s,=]+(?:,[a-z]{2,12}=[^\s,=]+)+")
"""What a command is told of a secret: `id=npmrc,src=/root/.npmrc`."""

_TYPED_PATH = re.compile(
    r"[a-z]\w{1,14}:/(?:\w[\w.\-]*/[\w.\-/]+|[a-z]{2,16}(?:[_\-][a-z]{1,16})+\d{0,2})"
)
"""`hash:/etc/postfix/sasl_passwd`, `sql:/get-user`: a kind of table or socket, and where it is."""
_DRIVE = re.compile(r"[A-Za-z]:[\\/]{1,2}[\w.\-]{2,}.*")
"""`C:/temp`, as Windows has it."""
_PINNED = re.compile(
    r"sha(?:1|256|384|512)(?://?|-).*|(?i:md5|sha-?(?:1|224|256|384|512)):[A-Za-z0-9+/=]{27,128}"
)
"""How the digest of a public key, of a script or of a password is written."""
_ENCRYPTED = re.compile(
    r"(?:enc(?:rypted)?|cipher(?:text)?|aes(?:-?(?:128|192|256))?(?:-?(?:gcm|cbc))?)"
    r"(?:[:-]?v\d)?:{1,2}[A-Za-z0-9+/=_\-:.]{16,}|(?-i:U2FsdGVkX1[89+/][A-Za-z0-9+/]{11,}={0,2})",
    re.IGNORECASE,
)
"""What says of itself that it is encrypted: `enc:v1:…`, `ENCRYPTED:…`, and `Salted__` in base64,
as OpenSSL has it."""

_RATE = re.compile(
    r"\d{1,6}/\d{0,3}(?:s|m|h|d|w|sec|min|hr|second|minute|hour|day|week|month)s?(?:[/,; ]\S*)?",
    re.IGNORECASE,
)
"""How often something may be done: `5/m`, `20/hour`, `5/m/user`."""

_DURATION = re.compile(
    r"\d{1,6}\.(?:second|minute|hour|day|week|month|year)s?(?:\.(?:ago|from_now))?"
)
"""As Rails counts time: `5.days.ago`."""

_CHECKS = re.compile(
    r"[a-z_][a-z0-9_\-]{1,20}(?::[\w,.]{1,40})?(?:\|[a-z_][a-z0-9_\-]{1,20}(?::[\w,.]{1,40})?)+"
)
"""What a field is checked for, `required|min:8|confirmed`, or may be: `psk|eap-md5`."""

_HEADER = re.compile(r"[Xx](?:-[A-Za-z][A-Za-z0-9]{1,20}){1,5}")
"""The name of a header of HTTP: `X-API-Key`."""

_PRESSED = (
    r"(?:(?:Ctrl|Alt|Shift|Command|Cmd|Meta|Option|Super|Win)[-+]){1,4}"
    r"(?:[^\s|]|F\d{1,2}|[A-Z]?[a-z]{2,9}(?:[A-Z][a-z]{1,5})?)"
)
_OF_KEYBOARD = re.compile(rf"{_PRESSED}(?:\|{_PRESSED}){{0,5}}")
"""What is pressed, the last of it one key: `Ctrl-Shift-Z`, `Alt-PageUp|Ctrl-B`."""

_OF_TYPE = re.compile(
    r"(?:String|Int|BigInt|Boolean|Float|Decimal|DateTime|Json|Bytes)(?:\[\])?[?!]?"
)
"""https://www.prisma.io/docs/orm/reference/prisma-schema-reference#model-field-scalar-types"""

_OF_ATTACK = re.compile(r"T1[0-7]\d\d(?:\.\d{3})?")
"""How somebody gets at credentials: https://attack.mitre.org/techniques/enterprise/"""

_OF_BLUETOOTH = re.compile(r"[0-9a-fA-F]{8}-0000-1000-8000-[0-9a-fA-F]{12}")
"""What a device offers: https://www.bluetooth.com/specifications/assigned-numbers/"""

_OF_MODEL = re.compile(r"[a-z][\w.\-]{1,30}:\d{1,4}(?:\.\d)?[bm](?:-[\w.\-]{1,20})?")
"""A model and its size: `qwen3:8b`."""

_OF_CHAIN = re.compile(r"[a-z][a-z0-9\-]{1,20}:0x[0-9a-fA-F]{40}")
"""A contract, and the chain that it is on."""

_OF_SCHEMA = re.compile(r"flags\.\d{1,2}\?[\w<>.!%]{1,60}")
"""https://core.telegram.org/mtproto/TL"""

_ESCAPES = re.compile(r"(?:\\x[0-9A-Fa-f]{2}){1,7}.{0,2}")
"""A few bytes, as in what programs write of data for themselves."""

_NO_TOKEN = re.compile(r"eyJ[\w\-]{8,200}(?:\.eyJ[\w\-]{4,400})?(?:\.[A-Za-z][a-z_\-]{1,30}){1,2}")
"""The beginning of a JSON Web Token, and words in the place of what it says or of its signature."""

FORMS = (
    (_NO_TOKEN, "no-token"),
    (_OF_MODEL, "words"),
    (_OF_KEYBOARD, "words"),
    (_OF_ATTACK, "constant-name"),
    (_OF_BLUETOOTH, "uuid"),
    (_OF_TYPE, "type-name"),
    (_OF_CHAIN, "ethereum-address"),
    (_OF_SCHEMA, "type-name"),
    (_ESCAPES, "too-short"),
    (_HEADER, "words"),
    (_CHECKS, "pattern"),
    (_RATE, "rate"),
    (_DURATION, "timestamp"),
    (_TIMESTAMP, "timestamp"),
    (_VERSION, "version"),
    (_ALGORITHM, "algorithm"),
    (_PACKAGE, "dotted-name"),
    (_FIELDS, "option"),
    (_TYPED_PATH, "location"),
    (_DRIVE, "location"),
    (_PINNED, "digest-shaped"),
    (_ENCRYPTED, "encrypted"),
)
"""What a value is that has such a form as a whole."""

_FILE_NAME = re.compile(
    r"\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|toml|ini|cfg|conf|txt|py|js|ts|html?|css|xml|csv"
    r"|env|ipynb|jinja2?|j2|tmpl|tpl|mustache|hbs|ejs|log|sh|sql|db|png|jpe?g|svg|gif|pdf|zip|gz|pub|asc|gpg"
    r"|raw|iso|ova|vmdk|qcow2|parquet|avro|xlsx?|docx?|mp[34])$"
)
_SOURCE_NAME = re.compile(
    r"[\w.\-/]{1,100}\.(?:[choad]|cc|cpp|hpp|so|go|rs|rb|php|pl|java|kt|cs|swift|tsx?|jsx|vue|md|rst|adoc)"
)
_INSECURE = "django-insecure-"
"""What stands before the key that Django makes with a new project."""
_OF_DJANGO = re.compile(r"[a-z0-9!@#$%^&*(\-_=+)]{50}")
"""What `django-admin startproject` puts into the settings of a new project:
https://github.com/django/django/blob/main/django/core/management/utils.py"""
_OF_PLAY = re.compile(r"[0-9:;<=>?@A-Z\[\]/^_`a-z]{64}")
"""What `playGenerateSecret` gives, characters from `0` to `z`:
https://www.playframework.com/documentation/latest/ApplicationSecret"""
_FEWEST_SIGNS = 4
"""Different ones, of twelve or more; one character in six is a sign, or more."""

_MIXED = re.compile(r"(?=\S+$)(?=(?:.*?[a-z]){4})(?=(?:.*?[A-Z]){4})(?=(?:.*?[0-9]){2})")
_FEWEST_MIXED, _MOST_MIXED = 24, 128
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
"""What no text holds; an escape begins colours of a terminal."""
_FEWEST_OCTETS = 16

_LOGIN = re.compile(
    r"[\w.\-]{1,60}:(?P<password>[^\s/]{1,200})"
    r"@(?:[\w\-]{1,60}\.){1,8}[A-Za-z]{2,24}(?::\d{1,5})?(?:/.*)?"
)

_BASE64 = re.compile(r"[A-Za-z0-9+/_\-]{8,}={0,2}")
_STANDARD = str.maketrans("-_", "+/")
_PART = re.compile(r"[A-Za-z0-9+/=_\-]{12,}")
_JSON = re.compile(r"""[{\[]\s*["{\[]""")
_LONGEST_LOOK = 400
"""Characters of an encoded text that are looked at."""


def is_file_name(value: str) -> bool:
    """Tell whether `value` is the name of a file, by how it ends."""
    is_source = _SOURCE_NAME.fullmatch(value) is not None and not is_random(value)
    return is_source or _FILE_NAME.search(value) is not None


def is_of_framework(value: str) -> bool:
    """Tell whether `value` was generated as the secret keys of Django and of Play are: the signs in
    it may stand as in a template, in a pattern, in markup or in percent-encoding."""
    value = value.removeprefix(_INSECURE)
    is_so_long = _OF_DJANGO.fullmatch(value) or _OF_PLAY.fullmatch(value)
    if not is_so_long or not is_random(value):
        return False
    return len({it for it in value if not it.isalnum()}) >= _FEWEST_SIGNS


def is_of_signs(value: str) -> bool:
    """Tell whether `value` is what a generator of passwords gives that uses all signs, as people
    take for the key that a framework encrypts with: letters of both kinds, digits, and signs
    everywhere."""
    signs = {it for it in value if not it.isalnum()}
    is_long = _FEWEST_MIXED <= len(value) <= _MOST_MIXED and value.isascii()
    is_mixed = _MIXED.match(value) is not None and len(signs) >= _FEWEST_SIGNS
    return is_long and is_mixed and is_random(value)


def is_of_octets(value: str) -> bool:
    """Tell whether `value` is octets that were drawn by chance, as `os.urandom` gives them: other
    than a text in any language, it has control characters among all others."""
    if len(value) < _FEWEST_OCTETS or max(value) > "\xff":
        return False
    return len(_CONTROL.findall(value)) > 1 and len(set(value)) * 4 > len(value) * 3


def is_pattern(value: str) -> bool:
    """Tell whether `value` is a regular expression."""
    return _PATTERN.search(value) is not None


def password_of_login(value: str) -> str | None:
    """Give the password in `user:password@host/path`, a URL without its scheme, or None."""
    login = _LOGIN.fullmatch(value)
    return login["password"] if login else None


def reason_of_notation(value: str) -> str | None:
    """Give the name of the reason why `value` is plainly something that is written in a notation
    of its own, or None."""
    for form, reason in FORMS:
        if form.fullmatch(value):
            return reason
    if is_pattern(value):
        return "pattern"
    if (":!" in value or ":+" in value) and _CIPHERS.fullmatch(value):
        return "cipher-list"
    if _is_option(value):
        return "option"
    if (member := _MEMBER.fullmatch(value)) and not is_random(member["space"] or member["entry"]):
        return "dotted-name"
    if _MARKUP.search(value):
        return "markup"
    return "encoded-words" if _is_encoded_words(value) else None


def _is_option(value: str) -> bool:
    option = _OPTION.fullmatch(value)
    return option is not None and (option["gives"] is not None or not is_random(value))


def reason_of_generated_notation(value: str) -> str | None:
    """Give the name of the reason why `value` is none that was drawn by chance, or None: a
    number of the time that it was made at, or percent-encoded text of other letters."""
    if _NUMBERED_BY_TIME.fullmatch(value):
        return "timestamp"
    is_encoded = "%" in value and not unquote_to_bytes(value).isascii()
    return "percent-encoded" if is_encoded else None


def _is_encoded_words(value: str) -> bool:
    """Tell whether `value` is base64 of what is no credential itself: of words, of a placeholder,
    or of JSON in which nothing was drawn by chance."""
    if not _BASE64.fullmatch(value):
        return False
    whole = value[: _LONGEST_LOOK - _LONGEST_LOOK % 4].rstrip("=")
    whole = whole[:-1] if len(whole) % 4 == 1 else whole
    padded = whole + "=" * (-len(whole) % 4)
    text = " ".join(b64decode(padded.translate(_STANDARD)).decode("latin-1").split())
    if not (text.isascii() and text.isprintable()):
        return False
    if _JSON.match(text):
        return not any(map(is_random, _PART.findall(text)))
    if " " in text:
        return reason_of_placeholder(text) is not None or not is_random(text)
    # What is joined with a colon is a login: its user may be a placeholder, its password not.
    return all(reason_of_placeholder(part) for part in text.split(":", 1))
