"""How bad a finding is, how sure, what the credential is to the one who uses it, and where."""

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
