"""How bad a finding is, how sure, what the credential is to the one who uses it, where, and how it
has to look."""

from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """What a leak costs if it is real; ordered."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How sure leakguard is that the value is a credential; ordered."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2
    PROVEN = 3

    def __str__(self) -> str:
        return self.name.lower()


class Role(StrEnum):
    """What a credential is to the one who uses it."""

    KEY = "API key"
    """Identifies its owner; for an exchange it does not sign."""
    SECRET = "secret key"
    """Signs requests, or is enough on its own."""
    PASSPHRASE = "passphrase"
    PASSWORD = "password"
    TOKEN = "token"
    PRIVATE_KEY = "private key"


class Mark(StrEnum):
    """What a text says about where a credential is used."""

    LIVE = "live"
    TESTNET = "testnet"
    DEMO = "demo"
    SWITCHED = "switched"
    """What is only known when the program runs chooses between live and test."""
    SPOT = "spot"
    FUTURES = "futures"
    COIN_FUTURES = "coin-futures"
    US = "us"


class Shape(StrEnum):
    """How a value has to look to be taken for a credential."""

    KEY = "key"
    """Random characters without spaces, 16 or more."""
    BASE62 = "base62"
    """As a key, with capitals, small letters and digits."""
    TOKEN = "token"
    """A generated value of any length, under a name that says so."""
    PASSWORD = "password"
    """What a person may have made up: anything but a word, a number or a stand-in."""
    GIVEN = "given"
    """Its place says that it is a password, even if it is a word; a stand-in is none."""
    TOLD = "told"
    """As given, by a file or a sentence that leaves no doubt: `pass1984` is one as well."""
    NAMED = "named"
    """The form is right, and the provider named: whatever is no word and no stand-in."""
    EXACT = "exact"
    """The rule's pattern says it all; only samples, placeholders and repetitions are none."""
    STATEMENT = "statement"
    """No value: the statement or the file itself is the finding."""
