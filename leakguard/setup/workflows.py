"""The gate on pull requests, as the host of the repository runs it."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leakguard import __version__, git
from leakguard.setup.steps import Step, content

_HEAD = "# Written by `leakguard init`; `leakguard init --remove` takes it away.\n"
_INSTALLED = f"leakguard-lint=={__version__}"
_PINNED = re.compile(r"leakguard-lint==[\w.+!]+")

_IN_ACTIONS = f"""\
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      # Outside of the checkout, so that nothing in it is run.
      - run: |
          python -m venv "$RUNNER_TEMP/leakguard"
          "$RUNNER_TEMP/leakguard/bin/pip" install {_INSTALLED}
"""

_ACTIONS = f"""\
{_HEAD}name: leakguard
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
{_HEAD}leakguard:
  image: python:3.12
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    # Outside of the checkout, so that nothing in it is run.
    - python -m venv /tmp/leakguard
    - /tmp/leakguard/bin/pip install {_INSTALLED}
    - /tmp/leakguard/bin/python -I -m leakguard gate
"""
_BITBUCKET = f"""\
{_HEAD}image: python:3.12
clone:
  depth: full
pipelines:
  pull-requests:
    "**":
      - step:
          name: leakguard
          script:
            - python -m venv /tmp/leakguard
            - /tmp/leakguard/bin/pip install {_INSTALLED}
            - /tmp/leakguard/bin/python -I -m leakguard gate
"""

_ACTIONS_AUDIT = f"""\
{_HEAD}name: leakguard audit
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
    - /tmp/leakguard/bin/pip install {_INSTALLED}
    - /tmp/leakguard/bin/python -I -m leakguard audit
"""
_BITBUCKET_AUDIT = f"""\
  custom:
    leakguard-audit:
      - step:
          name: leakguard audit
          script:
            - python -m venv /tmp/leakguard
            - /tmp/leakguard/bin/pip install {_INSTALLED}
            - /tmp/leakguard/bin/python -I -m leakguard audit
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
_HOSTS: Mapping[str, Host] = {
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
    "codeberg": _FORGEJO,
    "forgejo": _FORGEJO,
    "gitea": _actions(".gitea"),
}
HOSTS = tuple(_HOSTS)
"""By which a host is named: each is a word of its address."""

_READ = re.compile(
    r"\.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|bitbucket-pipelines\.ya?ml"
    r"|azure-pipelines\.ya?ml|\.circleci/config\.ya?ml|Jenkinsfile|\.travis\.ya?ml|\.drone\.ya?ml"
    r"|\.woodpecker(?:/[^/]+)?\.ya?ml|\.buildkite/[^/]+\.ya?ml|appveyor\.ya?ml"
)
_ADDRESS = re.compile(r"(?:\w+://)?(?:[^@/]*@)?(?P<host>[\w.\-]+)")


def is_workflow(path: str) -> bool:
    """Tell whether some host looks in a file for what CI is to do."""
    return _READ.fullmatch(path) is not None


def steps(top: str, named: str | None = None, *, audit: bool = False) -> Iterator[Step]:
    """Give what makes the workflow of the host that is `named`, or that the remote points to,
    unless there is one; with `audit` also the one that runs `leakguard audit` now and then.

    Raises:
        UsageError: a file cannot be read.
    """
    host = _host(top, named)
    if host is None:
        return
    for path, text in host.wanted(audit=audit).items():
        there = content(top, path)
        if there is None or (there == host.text and there != text):
            yield Step(path, there, text)


def advice(top: str, named: str | None = None, *, audit: bool = False) -> str:
    """Say what is left to do by hand; nothing where `steps` does it."""
    host = _host(top, named)
    if host is None:
        return _how_to_name(top, audit)
    told = []
    for path, text in host.wanted(audit=audit).items():
        there = content(top, path)
        word = "leakguard audit" if "leakguard audit" in text else "leakguard"
        if there is not None and there != host.text and word not in there:
            told.append(f"CI: {path} is there already; add to it:\n\n{text.removeprefix(_HEAD)}")
    if audit and host.audit.schedule:
        told.append(f"CI: for the audit, {host.audit.schedule}")
    return "\n".join(told)


def removal(top: str) -> Iterator[Step]:
    """Give what takes the workflows away, if they are still as they were written."""
    for path, (there, is_as_written) in _written(top).items():
        if is_as_written:
            yield Step(path, there, None)


def left(top: str) -> str:
    """Say what `removal` leaves, since the user has changed it; nothing if it leaves nothing."""
    changed = (path for path, (_, is_as_written) in _written(top).items() if not is_as_written)
    return "\n".join(f"{it} was changed since: take leakguard out by hand" for it in changed)


def _written(top: str) -> dict[str, tuple[str, bool]]:
    """Give the workflows that begin as they were written, and whether they still are so, by
    whichever version."""
    texts: dict[str, set[str]] = {}
    for host in _HOSTS.values():
        for audit in (False, True):
            for path, text in host.wanted(audit=audit).items():
                texts.setdefault(path, set()).add(text)
    found = {}
    for path in sorted(texts):
        there = content(top, path)
        if there is not None and _is_written(there):
            found[path] = there, _PINNED.sub(_INSTALLED, there) in texts[path]
    return found


def of(host: str) -> Host:
    """Give the workflow for one of `HOSTS`."""
    return _HOSTS[host]


def _how_to_name(top: str, audit: bool) -> str:
    """Say how to get a workflow where nothing tells the host."""
    command = "leakguard init --audit" if audit else "leakguard init"
    first, *others = HOSTS
    name_it = f"`{command} --host {first}` (or {', '.join(others)})"
    if not _origin(top):
        return (
            "CI: no workflow is written, since there is no remote `origin` that tells the host: "
            f"run `{command}` again once there is one, or name the host now: {name_it}"
        )
    also = ", and `python -I -m leakguard audit` now and then" if audit else ""
    return (
        "CI: no workflow is written, since `origin` does not tell which one its host reads: name "
        f"it: {name_it}; elsewhere, let CI run `python -I -m leakguard gate` on pull requests{also}"
    )


def _host(top: str, named: str | None) -> Host | None:
    if named is not None:
        return _HOSTS[named]
    found = _ADDRESS.match(_origin(top))
    name = found["host"].lower() if found is not None else ""
    told = (host for word, host in _HOSTS.items() if word in name)
    written = (host for host in _HOSTS.values() if _is_written(content(top, host.path)))
    return next(told, None) or next(written, None)


def _is_written(text: str | None) -> bool:
    return text is not None and text.startswith(_HEAD)


def _origin(top: str) -> str:
    told, _ = git.tried(top, "config", "--get", "remote.origin.url")
    return os.fsdecode(told).strip()
