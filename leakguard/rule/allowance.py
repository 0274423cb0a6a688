"""Rules about allowances: one that says too little, or that allows nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from leakguard.candidate import Facts
from leakguard.finding import Confidence, Severity
from leakguard.rule.form import Example, check_id


class Fault(StrEnum):
    """What is wrong with an allowance."""

    UNEXPLAINED = "unexplained"
    UNUSED = "unused"


@dataclass(frozen=True, kw_only=True)
class AllowanceRule:
    """An allowance that is a finding itself; `leakguard.suppress` finds it."""

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    fault: Fault
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]

    kind: ClassVar[str] = "allowance"
    triggers: ClassVar[tuple[str, ...]] = (r"leakguard:[ \t]{0,8}allow\b",)

    def __post_init__(self) -> None:
        check_id(self.id)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)
