"""Asks about pairs, one after the other, and says what comes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard.finding import Severity
from leakguard.verify.asking import Asking
from leakguard.verify.pairs import Pair
from leakguard.verify.plan import Plan, Target
from leakguard.verify.uses import Excess, Uses, excess
from leakguard.verify.verdict import Answer, State, severity


@dataclass(frozen=True, slots=True)
class Said:
    """What one environment has answered."""

    environment: str
    title: str
    is_test: bool
    host: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a pair after it was asked about."""

    pair: Pair
    said: Said
    """What counts: the answer of the environment where it is alive, or else may be."""
    also: tuple[Said, ...]
    """What others have answered before."""
    severity: Severity
    excess: Excess | None = None
    """What the key may do and the code does not, if its code tells what it does."""


def verified(plans: Iterable[Plan], asking: Asking, uses: Uses) -> Iterator[Verdict]:
    """Ask about each pair that can be asked about, in turn.

    Raises:
        VerifyError: the environment names a proxy that cannot be used.
    """
    for plan in plans:
        if plan.targets:
            yield _verdict(plan, asking, uses)


def _verdict(plan: Plan, asking: Asking, uses: Uses) -> Verdict:
    answers: list[Said] = []
    for target in plan.targets:
        answers.append(_said(target, target.ask(asking)))
        if answers[-1].answer.state is State.ALIVE:
            break
    counts = min(answers, key=lambda it: _rank(it.answer.state))
    return Verdict(
        pair=plan.pair,
        said=counts,
        also=tuple(it for it in answers if it is not counts),
        severity=severity(counts.answer, found=plan.pair.severity, is_test=counts.is_test),
        excess=excess(plan.pair.provider, counts.answer.permissions, uses),
    )


def _rank(state: State) -> int:
    """Whatever may be alive counts before what is dead; of equals the first that was asked."""
    if state is State.ALIVE:
        return 0
    return 1 if state.may_be_alive else 2


def _said(target: Target, answer: Answer) -> Said:
    return Said(target.name, target.title, target.is_test, target.address.host, answer)
