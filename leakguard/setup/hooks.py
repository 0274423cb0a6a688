"""A hook that looks at what is committed: pre-commit's where the project uses that, else git's."""

import os
import re
from collections.abc import Iterator

from leakguard import git
from leakguard.errors import UsageError
from leakguard.setup.steps import Step, content

PRE_COMMIT = ".pre-commit-config.yaml"
_ENTRY = """\
- repo: local
  hooks:
    - id: leakguard
      name: leakguard (what is staged)
      entry: leakguard hook
      language: system
      pass_filenames: false
      always_run: true
"""
_REPOS = re.compile(r"^repos:[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^(?P<indent> *)- ", re.MULTILINE)
_NEXT_KEY = re.compile(r"^[A-Za-z_]", re.MULTILINE)
_WRITTEN = re.compile(
    r"^ *- repo: local\n +hooks:\n +- id: leakguard\n(?: +[a-z_]+: .*\n){5}", re.MULTILINE
)

_MANAGERS = (".husky/pre-commit", "lefthook.yml", "lefthook.yaml", ".lefthook.yml")
"""Where other programs for hooks are told what to call."""

_LARGEST = 1 << 20
"""Characters of a hook that are read."""

_KEPT = "pre-commit.before-leakguard"
_SCRIPT = f"""\
#!/bin/sh
# Written by `leakguard init`; `leakguard init --remove` takes it away.
before="$(dirname "$0")/{_KEPT}"
if [ -x "$before" ]; then
    "$before" "$@" || exit
fi
exec leakguard hook
"""


def steps(top: str) -> Iterator[Step]:
    """Give what makes the hook.

    Raises:
        UsageError: the configuration of pre-commit is not as it is in other projects.
        GitError: git refuses it.
    """
    config = content(top, PRE_COMMIT)
    if config is not None:
        if "leakguard" not in config:
            yield Step(PRE_COMMIT, config, _with_entry(config))
        return
    hook, kept = _paths(top)
    own = content(top, hook)
    if own == _SCRIPT:
        return
    if own is not None:
        if content(top, kept) is not None:
            raise UsageError(f"there are both {hook} and {kept}: put them together by hand")
        yield Step(kept, None, own, is_program=True)
    yield Step(hook, own, _SCRIPT, is_program=True)


def removal(top: str) -> Iterator[Step]:
    """Give what takes the hook away.

    Raises:
        GitError: git refuses it.
    """
    config = content(top, PRE_COMMIT)
    if config is not None and (without := _WRITTEN.sub("", config)) != config:
        yield Step(PRE_COMMIT, config, without)
    hook, kept = _paths(top)
    if content(top, hook) == _SCRIPT:
        before = content(top, kept)
        yield Step(hook, _SCRIPT, before, is_program=True)
        if before is not None:
            yield Step(kept, before, None)


def state(top: str) -> str:
    """Say which hook calls leakguard; nothing if none does.

    Raises:
        GitError: git refuses it.
    """
    hook = _read(os.path.join(top, _paths(top)[0]))
    if "leakguard" in hook:
        return "git's pre-commit hook"
    if "leakguard" in _read(os.path.join(top, PRE_COMMIT)):
        is_here = "pre-commit" in hook
        return "pre-commit" if is_here else "pre-commit, not in this clone (`pre-commit install`)"
    managers = (it for it in _MANAGERS if "leakguard" in _read(os.path.join(top, it)))
    return next(managers, "")


def _read(path: str) -> str:
    """Give what a file holds; nothing if it is none, or cannot be read."""
    try:
        if not os.path.isfile(path):
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST)
    except OSError:
        return ""


def _paths(top: str) -> tuple[str, str]:
    told = git.run(top, "rev-parse", "--git-path", "hooks", own_repository=True)
    folder = os.fsdecode(told.removesuffix(b"\n"))
    return f"{folder}/pre-commit", f"{folder}/{_KEPT}"


def _with_entry(config: str) -> str:
    """Put the entry behind the last of `repos`; all else stays as it is."""
    head = _REPOS.search(config)
    item = _ITEM.search(config, head.end()) if head is not None else None
    if head is None or item is None:
        raise UsageError(
            f"{PRE_COMMIT} has no list of `repos` as it is mostly written: add\n{_ENTRY}"
        )
    following = _NEXT_KEY.search(config, item.end())
    end = following.start() if following is not None else len(config)
    body = config[:end].rstrip("\n")
    gap = config[len(body) : end] or "\n"
    entry = "".join(f"{item['indent']}{line}\n" for line in _ENTRY.splitlines())
    return f"{body}\n{entry}{gap[1:]}{config[end:]}"
