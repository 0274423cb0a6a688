"""Workflow commands: findings beside the lines of a pull request on GitHub, Gitea or Forgejo.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from leakguard.finding import Report
from leakguard.gate.annotations import annotations
from leakguard.reporters import View


def render(report: Report, view: View) -> str:
    """Give the worst findings, as many as are shown; the last says how many more there are."""
    return annotations(report)
