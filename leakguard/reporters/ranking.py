"""Which finding comes first where there may be too many, and how equal ones are told apart."""

from collections import Counter
from collections.abc import Iterable, Iterator

from leakguard.finding import Finding


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings by severity, then by confidence, then as the report has them."""
    return sorted(findings, key=lambda it: (-it.severity, -it.confidence, it.order))


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Give each finding with a name that no other has: its fingerprint, and which of its equals
    it is, from 1, as in `89ab…:2`: one value may stand twice in a file."""
    seen: Counter[str] = Counter()
    for it in findings:
        seen[it.fingerprint] += 1
        yield it, f"{it.fingerprint}:{seen[it.fingerprint]}"
