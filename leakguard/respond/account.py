"""What to do about a key where it was given out, by whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from leakguard.finding import Role

_BINANCE = "https://www.binance.com/en/my/settings/api-management"
_SPOT_TESTNET = "https://testnet.binance.vision/"
_FUTURES_TESTNET = "https://testnet.binancefuture.com/"
_DEMO = "https://demo.binance.com/"

_CHECK_EXCHANGE = (
    "Orders and trades, of spot, margin and futures: whatever you, or your bot, did not place; "
    "cancel what is open.",
    "The list of API keys: keys that you did not make, and permissions or IP lists that changed.",
    "Withdrawals, their addresses and the list of trusted ones; deposits you do not know.",
    "Transfers between accounts and to other users; sub-accounts and their API keys.",
    "Logins and devices.",
)
_CHECK_SERVICE = (
    "What the key was used for: the audit log, the list of requests, the bill.",
    "Other keys, members, webhooks and applications that you did not add.",
)
_NOTHING_REAL = (
    "It is for a test environment: no real money can be lost; look for orders of others."
)


@dataclass(frozen=True, slots=True)
class Account:
    """Whose a key is, and what is known of where it is managed."""

    provider: str | None
    role: Role | None
    is_exchange: bool
    is_sandbox: bool
    advice: tuple[str, ...]
    """What the rule says to do, in order."""
    links: tuple[str, ...]
    """Pages of the provider."""


def revoke(account: Account) -> tuple[str, ...]:
    """Give how the key is made worthless."""
    return tuple(_revoke(account))


def _revoke(account: Account) -> Iterator[str]:
    if account.provider == "Binance" and account.is_sandbox:
        yield (
            f"Delete it where it is for testing: {_SPOT_TESTNET} (spot), {_FUTURES_TESTNET} "
            f"(futures) or {_DEMO} (demo)."
        )
        return
    if account.provider == "Binance":
        yield f"Open {_BINANCE} (Account > API Management)."
        what = "the API key that it was registered with" if _is_private(account) else "the key"
        yield f"Delete {what}: from then on nobody can sign with it."
        yield (
            "If a bot has to go on until it has another: edit the key at once, restrict access to "
            "trusted IPs only, and turn off withdrawals, transfers and all that it does not need; "
            "delete it as soon as the new one is in use."
        )
        return
    if account.advice:
        yield account.advice[0]
    for link in account.links:
        if not any(link in it for it in account.advice[:1]):
            yield f"See {link}"
    if not account.advice and not account.links:
        yield "Revoke it where it was given out; a password: change it, wherever it is used."


def _is_private(account: Account) -> bool:
    return account.role is Role.PRIVATE_KEY


def deploy(account: Account) -> tuple[str, ...]:
    """Give what takes the key's place."""
    return tuple(_deploy(account))


def _deploy(account: Account) -> Iterator[str]:
    if account.is_exchange and not account.is_sandbox:
        yield (
            "Make a new key with an IP list and the fewest permissions (reading alone, if it never "
            "trades); leave withdrawals off."
        )
    else:
        yield "Make a new one, with the fewest permissions that do."
    yield (
        "Put it into the environment or a secret manager, never into the repository: `leakguard "
        "fix` shows how literals get out of the code, and `leakguard fix --apply` does it."
    )
    yield "Commit that, deploy it, and see that what used the old key runs with the new one."


def check(account: Account) -> tuple[str, ...]:
    """Give what to look at in the account, for all of the time since the key was committed."""
    if account.is_sandbox:
        return (_NOTHING_REAL,)
    return _CHECK_EXCHANGE if account.is_exchange else _CHECK_SERVICE
