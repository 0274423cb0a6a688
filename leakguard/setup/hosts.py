"""The workflows of the hosts: which file each reads, and what is to stand in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from leakguard import __version__

HEAD = "# Written by `leakguard init`; `leakguard init --remove` takes it away.\n"
INSTALLED = f"leakguard-lint=={__version__}"
PINNED = re.compile(r"leakguard-lint==[\w.+!]+")

_IN_ACTIONS = f"""\
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      # Outside of the checkout, so that nothing in it is run.
      - run: |
          python -m venv "$RUNNER_TEMP/leakguard"
          "$RUNNER_TEMP/leakguard/bin/pip" install {INSTALLED}
"""

_ACTIONS = f"""\
{HEAD}name: leakguard
on: pull_request
permissions:
  contents: read
jobs:
  leakguard:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          ref: ${{{{ github.event.pull_request.head.sha }}}}
          persist-credentials: false
{_IN_ACTIONS}\
          "$RUNNER_TEMP/leakguard/bin/python" -I -m leakguard gate
"""
_GITLAB = f"""\
{HEAD}leakguard:
  image: python:3.12
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    # Outside of the checkout, so that nothing in it is run.
    - python -m venv /tmp/leakguard
    - /tmp/leakguard/bin/pip install {INSTALLED}
    - /tmp/leakguard/bin/python -I -m leakguard gate
"""
_BITBUCKET = f"""\
{HEAD}image: python:3.12
clone:
  depth: full
pipelines:
  pull-requests:
    "**":
      - step:
          name: leakguard
          script:
            - python -m venv /tmp/leakguard
            - /tmp/leakguard/bin/pip install {INSTALLED}
            - /tmp/leakguard/bin/python -I -m leakguard gate
"""

_ACTIONS_AUDIT = f"""\
{HEAD}name: leakguard audit
on:
  schedule:
    - cron: "23 5 * * 1"
  workflow_dispatch:
permissions:
  contents: read
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
{_IN_ACTIONS}\
          "$RUNNER_TEMP/leakguard/bin/python" -I -m leakguard audit --format markdown \\
            --output "$RUNNER_TEMP/audit.md" || code=$?
          cat "$RUNNER_TEMP/audit.md" >> "$GITHUB_STEP_SUMMARY"
          exit ${{code:-0}}
"""
_GITLAB_AUDIT = f"""\
leakguard-audit:
  image: python:3.12
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - python -m venv /tmp/leakguard
    - /tmp/leakguard/bin/pip install {INSTALLED}
    - /tmp/leakguard/bin/python -I -m leakguard audit
"""
_BITBUCKET_AUDIT = f"""\
  custom:
    leakguard-audit:
      - step:
          name: leakguard audit
          script:
            - python -m venv /tmp/leakguard
            - /tmp/leakguard/bin/pip install {INSTALLED}
            - /tmp/leakguard/bin/python -I -m leakguard audit
"""


_AZURE_STEPS = f"""\
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: self
    fetchDepth: 0
  # Outside of the checkout, so that nothing in it is run.
  - script: |
      python3 -m venv "$(Agent.TempDirectory)/leakguard"
      "$(Agent.TempDirectory)/leakguard/bin/pip" install {INSTALLED}
      "$(Agent.TempDirectory)/leakguard/bin/python" -I -m leakguard\
"""
_AZURE = f"""\
{HEAD}trigger: none
{_AZURE_STEPS} gate
    displayName: leakguard
"""
_AZURE_AUDIT = f"""\
{HEAD}trigger: none
pr: none
schedules:
  - cron: "23 5 * * 1"
    displayName: leakguard audit
    branches:
      include: [main, master]
    always: true
{_AZURE_STEPS} audit
    displayName: leakguard audit
"""


@dataclass(frozen=True, slots=True)
class Audit:
    """What makes a host look at the whole history now and then."""

    text: str
    path: str = ""
    """Where it stands, if that is a file of its own; else it goes behind the gate's."""
    schedule: str = ""
    """What is to be done by hand, in words."""


@dataclass(frozen=True, slots=True)
class Host:
    """Where a host looks for what CI is to do."""

    path: str
    text: str
    audit: Audit
    by_hand: str = ""
    """What is to be done besides, in words."""

    def wanted(self, *, audit: bool) -> dict[str, str]:
        """Give what is to stand in which file."""
        if not audit:
            return {self.path: self.text}
        if self.audit.path:
            return {self.path: self.text, self.audit.path: self.audit.text}
        return {self.path: self.text + self.audit.text}


def _actions(folder: str) -> Host:
    audit = Audit(_ACTIONS_AUDIT, f"{folder}/workflows/leakguard-audit.yml")
    return Host(f"{folder}/workflows/leakguard.yml", _ACTIONS, audit)


_FORGEJO = _actions(".forgejo")
BY_NAME: Mapping[str, Host] = {
    "github": _actions(".github"),
    "gitlab": Host(
        ".gitlab-ci.yml",
        _GITLAB,
        Audit(_GITLAB_AUDIT, schedule="make a schedule under Build > Pipeline schedules"),
    ),
    "bitbucket": Host(
        "bitbucket-pipelines.yml",
        _BITBUCKET,
        Audit(_BITBUCKET_AUDIT, schedule="make a schedule under Pipelines > Schedules"),
    ),
    "azure": Host(
        "azure-pipelines.yml",
        _AZURE,
        Audit(
            _AZURE_AUDIT,
            "azure-pipelines-audit.yml",
            schedule="make a pipeline of azure-pipelines-audit.yml",
        ),
        by_hand="make a pipeline of azure-pipelines.yml, and a build validation of it in the "
        "policies of the branch",
    ),
    "codeberg": _FORGEJO,
    "forgejo": _FORGEJO,
    "gitea": _actions(".gitea"),
}
