"""What an exchange has answered about a pair, and how much that matters."""

from dataclasses import dataclass
from enum import StrEnum

from leakguard.levels import Severity


class State(StrEnum):
    """What is known of a pair."""

    ALIVE = "alive"
    """A signed request was answered."""
    DEAD = "dead"
    """The exchange knows no such key."""
    REFUSED = "refused"
    """The exchange says no, and not which of several reasons it has: the key may be alive."""
    CLOCK_SKEW = "clock-skew"
    """The exchange takes the time for wrong, even its own."""
    RATE_LIMITED = "rate-limited"
    UNKNOWN = "unknown"
    """No answer, or one that says nothing of the key."""

    @property
    def may_be_alive(self) -> bool:
        """Whether a key of which no more is known than this can be used."""
        return self is not State.DEAD


class Permission(StrEnum):
    """What a key may do."""

    READ = "read"
    TRADE = "trade"
    """Spot, and margin where both are one permission."""
    MARGIN = "margin"
    FUTURES = "futures"
    OPTIONS = "options"
    PORTFOLIO_MARGIN = "portfolio-margin"
    FIX_TRADE = "fix-trade"
    """Trade over the FIX protocol."""
    EARN = "earn"
    """Put money into products of the exchange, and take it out again."""
    TRANSFER = "transfer"
    """Between accounts of one owner, where an exchange has one permission for that."""
    INTERNAL_TRANSFER = "internal-transfer"
    """Between the main account and its sub-accounts."""
    UNIVERSAL_TRANSFER = "universal-transfer"
    """Between wallets and accounts of all kinds."""
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question."""

    state: State
    reason: str
    """A sentence of leakguard's own; an exchange's message is not repeated."""
    code: str | None = None
    """The exchange's own code, if it has given one."""
    permissions: frozenset[Permission] | None = None
    """What the key may do; None if that was not told."""
    ip_restricted: bool | None = None
    """Whether only some addresses may use it; None if that was not told."""
    created: str | None = None
    """When it was made, as ISO 8601 in UTC."""
    expires: str | None = None
    """When it ends, or its authority to trade does, as ISO 8601 in UTC."""
    wait: int | None = None
    """Seconds after which the exchange may be asked again."""


def severity(answer: Answer, *, found: Severity, is_test: bool) -> Severity:
    """Give what an answer makes of the severity with which a pair was found.

    A dead key is no more than a note, and one of a test environment moves no money. A live key
    that anybody can use from anywhere is critical if it can move money, and high if it only reads;
    behind a list of addresses it is medium. What an exchange does not tell is not guessed: without
    permissions the severity stays, and a list of which nothing is said counts as none.
    """
    if answer.state is State.DEAD:
        return Severity.INFO
    if is_test:
        return Severity.LOW
    if answer.state is not State.ALIVE:
        return found
    if answer.ip_restricted:
        return Severity.MEDIUM
    if answer.permissions is None:
        return found
    if answer.permissions - {Permission.READ}:
        return Severity.CRITICAL
    return Severity.HIGH if answer.permissions else Severity.MEDIUM
