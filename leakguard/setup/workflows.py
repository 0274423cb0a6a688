"""The gate on pull requests, as the host of the repository runs it."""

import os
import re
from collections.abc import Iterator

from leakguard import git
from leakguard.setup.hosts import BY_NAME, HEAD, INSTALLED, PINNED, Host
from leakguard.setup.steps import Step, content

HOSTS = tuple(BY_NAME)
"""By which a host is named: each is a word of its address."""

_OLD_AZURE = ".visualstudio.com"
"""How an address of Azure ends that does not say so."""

_READ = re.compile(
    r"\.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|bitbucket-pipelines\.ya?ml"
    r"|azure-pipelines[\w-]*\.ya?ml|\.circleci/config\.ya?ml|Jenkinsfile|\.travis\.ya?ml|\.drone\.ya?ml"
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
            told.append(f"CI: {path} is there already; add to it:\n\n{text.removeprefix(HEAD)}")
    if host.by_hand:
        told.append(f"CI: {host.by_hand}")
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
    for host in BY_NAME.values():
        for audit in (False, True):
            for path, text in host.wanted(audit=audit).items():
                texts.setdefault(path, set()).add(text)
    found = {}
    for path in sorted(texts):
        there = content(top, path)
        if there is not None and _is_written(there):
            found[path] = there, PINNED.sub(INSTALLED, there) in texts[path]
    return found


def of(host: str) -> Host:
    """Give the workflow for one of `HOSTS`."""
    return BY_NAME[host]


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
        return BY_NAME[named]
    found = _ADDRESS.match(_origin(top))
    name = found["host"].lower() if found is not None else ""
    name = "azure" if name.endswith(_OLD_AZURE) else name
    told = (host for word, host in BY_NAME.items() if word in name)
    written = (host for host in BY_NAME.values() if _is_written(content(top, host.path)))
    return next(told, None) or next(written, None)


def _is_written(text: str | None) -> bool:
    return text is not None and text.startswith(HEAD)


def _origin(top: str) -> str:
    told, _ = git.tried(top, "config", "--get", "remote.origin.url")
    return os.fsdecode(told).strip()
