"""The gate on pull requests, as the host of the repository runs it."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leakguard import __version__, git
from leakguard.setup.steps import Step, content

_HEAD = "# Written by `leakguard init`; `leakguard init --remove` takes it away.\n"
_INSTALLED = f"leakguard-lint=={__version__}"

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
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      # Outside of the checkout, so that nothing in it is run.
      - run: |
          python -m venv "$RUNNER_TEMP/leakguard"
          "$RUNNER_TEMP/leakguard/bin/pip" install {_INSTALLED}
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


@dataclass(frozen=True, slots=True)
class Host:
    """Where a host looks for what CI is to do."""

    path: str
    text: str


_HOSTS: Mapping[str, Host] = {
    "github": Host(".github/workflows/leakguard.yml", _ACTIONS),
    "gitlab": Host(".gitlab-ci.yml", _GITLAB),
    "bitbucket": Host("bitbucket-pipelines.yml", _BITBUCKET),
    "codeberg": Host(".forgejo/workflows/leakguard.yml", _ACTIONS),
    "forgejo": Host(".forgejo/workflows/leakguard.yml", _ACTIONS),
    "gitea": Host(".gitea/workflows/leakguard.yml", _ACTIONS),
}
_ADDRESS = re.compile(r"(?:\w+://)?(?:[^@/]*@)?(?P<host>[\w.\-]+)")


def steps(top: str) -> Iterator[Step]:
    """Give what makes the workflow of the host that the remote points to, unless there is one.

    Raises:
        UsageError: a file cannot be read.
    """
    host = _host(top)
    if host is not None and content(top, host.path) is None:
        yield Step(host.path, None, host.text)


def advice(top: str) -> str:
    """Say what is left to do by hand; nothing where `steps` does it."""
    host = _host(top)
    if host is None:
        return (
            "CI: no host is known that the remote `origin` points to; run `python -I -m leakguard "
            "gate` on pull requests there"
        )
    there = content(top, host.path)
    if there is None or "leakguard" in there:
        return ""
    return f"CI: {host.path} is there already; add to it:\n\n{host.text.removeprefix(_HEAD)}"


def removal(top: str) -> Iterator[Step]:
    """Give what takes the workflow away, if it is still as it was written."""
    for host in {it.path: it for it in _HOSTS.values()}.values():
        there = content(top, host.path)
        if there is not None and there.startswith(_HEAD):
            yield Step(host.path, there, None)


def _host(top: str) -> Host | None:
    told, _ = git.tried(top, "config", "--get", "remote.origin.url")
    found = _ADDRESS.match(os.fsdecode(told).strip())
    name = found["host"].lower() if found is not None else ""
    return next((host for word, host in _HOSTS.items() if word in name), None)
