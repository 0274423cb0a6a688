"""What a name says about its value: the words in it, and the part it plays.

The name of a variable, an argument, a JSON key, a header or a CSV column, in any spelling:
`BINANCE_API_KEY`, `apiSecret`, `X-MBX-APIKEY`, `secret-key`.
"""

import re
from functools import lru_cache
from itertools import pairwise

from leakguard.context.endings import role_of_ending
from leakguard.context.exchange_names import EXCHANGES, VENUES
from leakguard.context.other_things import OF_TWO, OTHER_THINGS, OWNERS, WHOLE_NAMES, WIDGETS
from leakguard.context.pages import is_of_page
from leakguard.levels import Role
from leakguard.values.elsewhere import IN_OTHER_LETTERS, PASSWORDS
from leakguard.values.randomness import is_random

_REMEMBERED = 4096
"""Names whose answers are kept: a few hundred are most of those in a source."""

_LONGEST_BEFORE = 4
_SHORTEST_BEHIND = 16
"""Characters around a name that is repeated in its value: fewer before it, as in `my-secret`, and
behind it more than what tells several apart."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|" + "|".join(IN_OTHER_LETTERS))
_PART = re.compile(r"[A-Z0-9]+(?![a-z])|[A-Z]?[a-z0-9]+")
"""A word with the digits that stand in it."""

_SECRET = {"secret", "secrets", "secretkey", "apisecret", "private", "privatekey", "privkey",
           "signing", "hmac", "appsecret", "apihash", "clientsecret", "secretaccesskey",
           "pepper"}  # fmt: skip
_PASSPHRASE = {"passphrase"}
_PASSWORD = {"password", "passwd", "pwd", "pass", "passcode", "pw", "psk", "pswd", "passw", "pswrd",
             "contraseña", "snmpcommunity", "communitystring",
             *IN_OTHER_LETTERS} | PASSWORDS  # fmt: skip
_TOKEN = {"token", "tokens", "bearer", "jwt", "accesstoken", "authtoken", "auth", "authorization",
          "credential", "credentials", "creds", "cred"}  # fmt: skip
_KEY = {"key", "keys", "apikey", "apikeys", "accesskey", "mbxapikey", "api"}

USERS = frozenset("user username uname login usr".split())
PLACES = frozenset(
    "host hostname ip address server endpoint engine port database dbname db".split()
)
"""Who connects, and where to: the last words of such names in settings."""

ASKING = frozenset("get is has find fetch read list load retrieve lookup delete remove".split())
"""First words of calls that are told the name of what is looked for: `getPassword("ada")`."""

_HASHES = ("md5", "sha1", "sha2", "sha256", "sha512", "pbkdf2", "bcrypt", "scrypt", "argon2")
_OF_KEYS = {"named-as-public", "named-as-listen-key", "named-as-other-key"}
"""Reasons that hold for a kind of key too: a public key is none to hide."""

_WRONG = {"invalid", "wrong", "bad", "incorrect", "fake", "dummy", "mock", "mocked", "bogus",
          "nonexistent", "unknown", "missing"}  # fmt: skip

_COINS = {"spl", "erc", "bep", "trc", "nft", "quote", "native", "collateral", "wrapped"}
"""What stands in the name of a `token` that is money on a blockchain, told by its address."""

_QUALIFIERS = {
    "api", "access", "secret", "private", "auth", "authentication", "authorization", "encryption",
    "encrypt", "decryption", "signing", "sign", "client", "app", "application", "consumer",
    "account", "master", "license", "licence", "service", "subscription", "server", "admin",
    "user", "deploy", "wep",
    "session", "jwt", "hmac", "aes", "fernet", "storage", "write", "read", "ssh", "bot", "webhook",
    "integration", "ingest", "instrumentation", "project", "publishable", "restricted", "shared",
    "flask", "django", "crypto", "cipher", "symmetric", "binance", "aws", "azure", "google", "gcp",
    "maps", "openai", "stripe", "github", "gitlab", "slack", "sendgrid", "mailgun", "twilio",
}  # fmt: skip
"""What stands before `key` where the key opens something; a `sort_key` or `row_key` does not."""

_FILE = re.compile(
    r"\.(?:o|lo|a|c|h|cc|cpp|hpp|cs|css|diff|exe|go|html|java|js|jsx|kt|lua|md|patch|php|pl|pm|po|pod"
    r"|py|pyc|rb|rs|rst|scala|sh|sql|swift|test|ts|tsx|vue"
    r"|bz2|deb|gem|gz|jar|rpm|tar|tgz|whl|xz|zip)$"
)
"""How the name of a file ends that a list or a makefile tells something of."""

_TYPE = re.compile(r"[A-Z]\w*(?:::[A-Z]\w*)+")
"""`AWS::ApiGateway::ApiKey`, which is a type; Puppet's names are small letters."""

_SANDBOX = {"testnet", "testnets", "sandbox", "demo", "paper", "papertrading", "sim", "simulated"}
_LIVE = {"live", "prod", "production", "mainnet", "real"}


@lru_cache(_REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case: `apiSecret2` gives `api`, `secret`, `2`."""
    return tuple(map(str.lower, _WORD.findall(name)))


@lru_cache(_REMEMBERED)
def role(name: str) -> Role | None:
    """Give the part that a value of this name plays, or None if the name tells none."""
    found = words(name)
    if found[-1:] and found[-1] in _PASSWORD:
        return Role.PASSWORD  # signing.password is that of a key
    joined = {a + b for a, b in pairwise(found)} | set(found)
    for wanted, its_role in (
        (_PASSPHRASE, Role.PASSPHRASE),
        (_SECRET, Role.SECRET),
        (_PASSWORD, Role.PASSWORD),
        ({"salt"} if found[1:] else set(), Role.SECRET),  # alone it may be that of one hash
        (_TOKEN, Role.TOKEN),
        (_KEY, Role.KEY),
    ):
        if joined & wanted:
            return its_role
    return role_of_ending(found)


_FOR_BROWSERS = {("next", "public"), ("expo", "public"), ("nuxt", "public")}
"""How the names of variables begin that a build puts into what browsers load. It does not make what
it publishes a public key, and tells no next page."""


@lru_cache(_REMEMBERED)
def other_thing(name: str) -> str | None:
    """Give the reason why a value of this name is no credential, such as `named-as-digest`.

    The last word decides where several do: `secret_hash` is a digest, `hash_secret` is not.
    """
    found = words(name)
    if found[:2] in _FOR_BROWSERS:
        found = found[2:]
    return _other_by_word(name, found) or _other_by_last(found)


def _other_by_word(name: str, found: tuple[str, ...]) -> str | None:
    """What a word says wherever it stands, or before a word for a credential."""
    if _WRONG & set(found):
        return "named-as-wrong"
    if is_of_page(found):
        return "named-as-cursor"  # NextToken, page_token, next_page_key
    if _COINS & set(found) and found[-1:] == ("token",):
        return "named-as-address"
    if found[-1:] in (("key",), ("keys",)) and {"cache", "cached"} & set(found):
        return "named-as-other-key"  # cached_token_key
    if found[-1:] == ("password",) and "".join(found[-3:-1]).endswith(_HASHES):
        return "named-as-digest"  # SHA1-Password, PBKDF2-Password
    if _FILE.search(name) or _TYPE.fullmatch(name):
        return "named-as-other"  # deliver_pass.o: …, password_hashing.py: …
    if reason := _other_by_two(found[-2:]):
        return reason
    if "public" in found and "key" in found[found.index("public") :]:
        return "named-as-public"
    return None


def _other_by_two(last: tuple[str, ...]) -> str | None:
    """What the last two words say together."""
    if "encrypted" in last and any(map(_is_credential_word, last)):
        return "encrypted"  # EncryptedToken, password_encrypted
    return OF_TWO.get(last)


def _other_by_last(found: tuple[str, ...]) -> str | None:
    if found[-1:] in (("text",), ("value",)) and set(found[:-1]) & _PASSWORD:
        found = tuple(it for it in found[:-1] if it not in WIDGETS)  # passwordField.text
    if found[-2:] == ("hash", "salt"):
        return None
    joined = tuple(a + b for a, b in pairwise(found))
    if joined and OTHER_THINGS.get(joined[-1]) == "named-as-digest":
        return "named-as-digest"  # md5, whose digit is a word of its own
    if joined and joined[-1] in _KEY | _SECRET and not set(found) & {"public", "pub", "listen"}:
        return None
    is_owned = OWNERS & set(found[-1:]) and WHOLE_NAMES & {*found[-2:-1], *joined[-2:-1]}
    if is_owned or role_of_ending(found[-1:]) is Role.PASSWORD:
        return None  # var dbpassword, whose last word is not in any of the lists
    telling = [word for word in found if word in OTHER_THINGS or _is_credential_word(word)]
    if telling and telling[-1] in OTHER_THINGS:
        return OTHER_THINGS[telling[-1]]
    if len(telling) > 1 and telling[-1] in {"key", "keys"}:
        reason = OTHER_THINGS.get(telling[-2])  # public key, listen key, cache key
        return reason if reason in _OF_KEYS else None
    return None


def _is_credential_word(word: str) -> bool:
    return any(word in known for known in (_SECRET, _PASSPHRASE, _PASSWORD, _TOKEN, _KEY))


_PARTS_OF_PAIRS = {
    "api", "key", "secret", "access", "private", "public", "apikey", "apisecret", "secretkey", "id",
    "token", "x", "mbx",
}  # fmt: skip


_BEGINNINGS = tuple(EXCHANGES)


def is_exchange(provider: str | None) -> bool:
    """Tell whether a provider is an exchange or a broker, whose test environments move no money."""
    compact = "".join(filter(str.isalnum, (provider or "").lower()))
    return compact in VENUES or compact.startswith(_BEGINNINGS)


def is_of_another(name: str, provider: str) -> bool:
    """Tell whether a name says that its value belongs to another exchange than `provider`."""
    found = words(name)
    named = EXCHANGES & {*found, *(a + b for a, b in pairwise(found))}
    if "binanceus" in named:
        named -= {"binance"}
    return bool(named) and provider.lower() not in named


@lru_cache(_REMEMBERED)
def stem(name: str) -> tuple[str, ...]:
    """Give what is left of a name without the words that tell a key from its secret: that of
    `MAIN_API_KEY` and `MAIN_API_SECRET` is the same, `("main",)`."""
    return tuple(it for it in words(name) if it not in _PARTS_OF_PAIRS and it not in EXCHANGES)


_FILLERS = {
    "x", "self", "cls", "my", "our", "the", "config", "configs", "conf", "cfg", "settings", "msg",
    "default", "defaults", "fallback", "exchange", "exchanges", "value", "values", "creds", "users",
    "credentials", "credential", "account", "accounts", "data", "option", "options", "param",
    "params", "header", "headers", "payload", "json", "env", "str", "string", "const", "args",
    "enter", "your",
}  # fmt: skip
"""Words in a name that tell nothing of what has it."""

_APART = _SANDBOX | _LIVE | {
    "test", "testing", "dev", "staging", "new", "old", "spot", "future", "futures", "margin",
    "trading", "bot", "client", "user", "hmac", "master", "main", "auth", "read", "readonly",
    "trade", "backup", "app", "consumer",
}  # fmt: skip
"""Words that tell values of one provider apart, and do not tell which provider that is."""


def without_fillers(name: str) -> tuple[str, ...]:
    """Give the words of a name that tell something."""
    return tuple(word for word in words(name) if word not in _FILLERS)


def setting_apart(name: str) -> tuple[str, ...]:
    """Give those words of a name that tell one account or use of a provider from another."""
    return tuple(word for word in words(name) if word in _APART or word.isdecimal())


_KEY_ID = ("key", "id")
"""How some call an API key, beside a secret key."""


def is_telling(name: str, provider: str | None) -> bool:
    """Tell whether a credential's name says for what it is, without that of its provider:
    `CMC_API_KEY` and `TG_TOKEN` do, `api_key` and `test_secret` do not."""
    apart = _FILLERS | _APART | _PARTS_OF_PAIRS | _SECRET | _PASSPHRASE | _PASSWORD | _TOKEN | _KEY
    found = [it for it in words(name) if len(it) > 1 and not it.isdecimal() and it not in apart]
    is_compound = len(words(name)) > 1 and (role(name) is not None or words(name)[-2:] == _KEY_ID)
    own = "".join(words(provider or ""))
    return is_compound and any(it != own for it in found)


def is_opening_key(name: str) -> bool:
    """Tell whether a name that ends with `key` is for a key that opens something."""
    is_variable = name.isupper() and "_" in name  # LASTFM_KEY, as in the environment
    is_qualified = any(it in _QUALIFIERS or it in EXCHANGES for it in words(name))
    return is_variable or is_qualified or "apikey" in name.lower()


def is_of_digest(name: str) -> bool:
    """Tell whether a name has a word for a digest in it, wherever it stands."""
    found = words(name)
    joined = {a + b for a, b in pairwise(found)} | set(found)
    if "apihash" in joined:  # as Telegram calls what goes with an application's id
        return False
    return "hashed" in found or any(OTHER_THINGS.get(word) == "named-as-digest" for word in joined)


def is_repeated(name: str, value: str) -> bool:
    """Tell whether a value says no more than its name does: `X_API_KEY = "x-api-key"`."""
    of_name, of_value = "".join(words(name)), "".join(words(value))
    parts = words(value)
    if len(parts) > 1 and set(parts) <= set(words(name)):
        return True
    before, found, behind = of_value.partition(of_name)
    is_prefix = len(behind) >= _SHORTEST_BEHIND and is_random(behind)  # ACME_SECRET=acme-secret-4f…
    is_first = bool(found) and len(before) <= _LONGEST_BEFORE and not is_prefix
    return len(of_value) > 2 and (of_value in of_name or is_first)


def ends_with_name(value: str, name: str) -> bool:
    """Tell whether a value is an identifier that ends with its own name: `db1_password`."""
    return value.isidentifier() and value.lower().endswith("_" + "_".join(words(name)))


def is_sandbox(name: str) -> bool | None:
    """Tell whether a name marks its value as for a test environment; None if it says nothing."""
    found = set(words(name))
    if found & _SANDBOX:
        return True
    return False if found & _LIVE else None


def environment_name(name: str) -> str:
    """Give the conventional environment variable for a name: `apiSecret` gives `API_SECRET`, and
    `s3Secret` gives `S3_SECRET`."""
    return "_".join(_PART.findall(name)).upper()
