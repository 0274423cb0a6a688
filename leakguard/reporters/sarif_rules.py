"""A rule in SARIF, with what GitHub reads of it.

https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object
"""

from typing import Any

from leakguard.advice.descriptions import Description
from leakguard.finding import Confidence, Severity
from leakguard.reporters.marks import advice, prose
from leakguard.text import sentence

LEVELS = {
    Severity.INFO: "note",
    Severity.LOW: "note",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
    Severity.CRITICAL: "error",
}
"""How SARIF calls a severity."""

_SCORES = {
    # https://docs.github.com/en/code-security/code-scanning: 9.0 critical, 7.0 high, 4.0 medium
    Severity.INFO: "0.0",
    Severity.LOW: "3.0",
    Severity.MEDIUM: "5.0",
    Severity.HIGH: "8.0",
    Severity.CRITICAL: "9.5",
}

_PRECISIONS = {
    Confidence.LOW: "low",
    Confidence.MEDIUM: "medium",
    Confidence.HIGH: "high",
    Confidence.PROVEN: "very-high",
}


def rule(described: Description) -> dict[str, Any]:
    """Give a rule, with its advice as text and as Markdown."""
    references = described.references
    return {
        "id": described.id,
        "name": described.id,
        "shortDescription": {"text": described.title},
        "fullDescription": {"text": described.why},
        **({"helpUri": references[0]} if references else {}),
        "help": {"text": "\n".join(described.advice), "markdown": _markdown(described)},
        "defaultConfiguration": {"level": LEVELS[described.severity]},
        "properties": {
            "security-severity": _SCORES[described.severity],
            "precision": _PRECISIONS[described.confidence],
            "tags": ["security"],
        },
    }


def _markdown(described: Description) -> str:
    steps = [
        f"{number}. {advice(sentence(it))}" for number, it in enumerate(described.advice, start=1)
    ]
    links = [f"- <{it}>" for it in described.references]
    parts = (
        [f"**{prose(described.title)}**"],
        [advice(described.why)] if described.why else [],
        steps,
        links,
    )
    return "\n\n".join("\n".join(it) for it in parts if it)
