"""What to do about a pair, now that it is known what it is."""

from collections.abc import Iterator

from leakguard.finding import Severity
from leakguard.verify.verdict import Permission, State
from leakguard.verify.verify import Verdict


def advice(verdict: Verdict) -> tuple[str, ...]:
    """Give the steps, the most urgent first."""
    return tuple(_steps(verdict))


def _steps(verdict: Verdict) -> Iterator[str]:
    answer, title = verdict.said.answer, verdict.said.title
    if answer.state is State.DEAD:
        yield "Nothing is urgent: nobody can use it, wherever it still stands."
        return
    if answer.state is State.RATE_LIMITED and answer.wait is not None:
        yield f"Ask again in {answer.wait} s."
    elif answer.state in (State.UNKNOWN, State.CLOCK_SKEW):
        yield "Ask again later, and take it for alive until then."
    elif answer.state is State.REFUSED:
        yield f"Look in the account at {title} whether the key is there, and delete it if so."
    if answer.state is not State.ALIVE:
        return
    if verdict.severity is Severity.CRITICAL:
        yield f"Act now: delete the key at {title}; whoever reads it can move money, from anywhere."
        yield "Check the account's orders, transfers and withdrawals, and who used its API."
    else:
        yield f"Delete the key at {title}, and make a new one that is kept out of the files."
    if answer.ip_restricted is False:
        yield "Give the new one a list of the addresses that may use it."
    if Permission.WITHDRAW in (answer.permissions or ()):
        yield "Leave withdrawals off in the new one."
    if verdict.excess is not None:
        yield "Give the new one no more than the code needs."
