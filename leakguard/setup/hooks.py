"""A hook that looks at what is committed: pre-commit's where the project uses that, else git's."""

import os
import re
import shutil
import stat
import sysconfig
from collections.abc import Iterator
from pathlib import Path

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
_NEXT_KEY = re.compile(r"^(?:[^\s#-]|---)", re.MULTILINE)
_WRITTEN = re.compile(
    r"^(?P<indent> *)- repo: local\n +hooks:\n +- id: leakguard\n(?: +[a-z_]+: .*\n){5}"
    r"(?!(?:[ \t]*(?:#.*)?\n)*(?P=indent) +[^\s#])",  # more that the user has put into it
    re.MULTILINE,
)
_OWN_HOOK = re.compile(r"^ *- id: leakguard$", re.MULTILINE)

_MANAGERS = (".husky/pre-commit", "lefthook.yml", "lefthook.yaml", ".lefthook.yml")
"""Where other programs for hooks are told what to call."""

_LARGEST = 1 << 20
"""Characters of a hook that are read."""

_KEPT = "pre-commit.before-leakguard"
_WRITER = "# Written by `leakguard init`; `leakguard init --remove` takes it away."
_SCRIPT = f"""\
#!/bin/sh
{_WRITER}
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
    if _is_shared(top, hook):
        return
    own = content(top, hook)
    if own == _SCRIPT:
        return
    if own is not None:
        if content(top, kept) is not None:
            raise UsageError(f"there are both {hook} and {kept}: put them together by hand")
        yield Step(kept, None, own, mode=_mode(top, hook))
    yield Step(hook, own, _SCRIPT, mode=0o755)


def advice(top: str) -> str:
    """Say what is left to do by hand; nothing where `steps` does it.

    Raises:
        GitError: git refuses it.
    """
    if content(top, PRE_COMMIT) is None:
        hook, _ = _paths(top)
        if _is_shared(top, hook) and "leakguard" not in _read(os.path.join(top, hook)):
            return (
                f"hook: core.hooksPath leads out of this repository, where others may have their "
                f"hooks, too: let {hook} call `leakguard hook`"
            )
    if shutil.which("leakguard") is not None:
        return ""
    return (
        "hook: it calls `leakguard`, which is not on the PATH, and would refuse every commit: put "
        f"{sysconfig.get_path('scripts')} there"
    )


def removal(top: str) -> Iterator[Step]:
    """Give what takes the hook away.

    Raises:
        GitError: git refuses it.
    """
    config = content(top, PRE_COMMIT)
    if config is not None and (without := _without_entry(config)) != config:
        yield Step(PRE_COMMIT, config, without)
    hook, kept = _paths(top)
    if content(top, hook) == _SCRIPT:
        before = content(top, kept)
        yield Step(hook, _SCRIPT, before, mode=_mode(top, kept) if before is not None else None)
        if before is not None:
            yield Step(kept, before, None)


def left(top: str) -> str:
    """Say what `removal` leaves, since the user has changed it; nothing if it leaves nothing.

    Raises:
        GitError: git refuses it.
    """
    config = content(top, PRE_COMMIT)
    hook = _paths(top)[0]
    script = content(top, hook)
    is_changed = {
        PRE_COMMIT: config is not None and _OWN_HOOK.search(_without_entry(config)),
        hook: script is not None and _WRITER in script and script != _SCRIPT,
    }
    return "\n".join(
        f"{path} was changed since: take leakguard out by hand"
        for path, is_so in is_changed.items()
        if is_so
    )


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


def _is_shared(top: str, hook: str) -> bool:
    """Tell whether git's hooks stand outside of the repository."""
    told = git.run(top, "rev-parse", "--git-common-dir", own_repository=True)
    homes = (Path(top), Path(top, os.fsdecode(told.removesuffix(b"\n"))))
    folder = Path(top, hook).parent.resolve()
    return not any(folder.is_relative_to(it.resolve()) for it in homes)


def _mode(top: str, path: str) -> int:
    return stat.S_IMODE(os.stat(os.path.join(top, path)).st_mode)


def _with_entry(config: str) -> str:
    """Put the entry behind the last of `repos`; all else stays as it is, the line ends too."""
    if _is_of_windows(config):
        return _with_entry(config.replace("\r\n", "\n")).replace("\n", "\r\n")
    head = _REPOS.search(config)
    following = _NEXT_KEY.search(config, head.end()) if head is not None else None
    end = following.start() if following is not None else len(config)
    item = _ITEM.search(config, head.end(), end) if head is not None else None
    if item is None:
        raise UsageError(
            f"{PRE_COMMIT} has no list of `repos` as it is mostly written: let a hook of a "
            "`repo: local` call `leakguard hook`, with `language: system`, `pass_filenames: false` "
            "and `always_run: true`, and run this again"
        )
    body = config[:end].rstrip("\n")
    entry = "\n".join(f"{item['indent']}{line}" for line in _ENTRY.splitlines())
    return f"{body}\n{entry}{config[len(body) :]}"


def _without_entry(config: str) -> str:
    """Take the entry out again."""
    if _is_of_windows(config):
        return _without_entry(config.replace("\r\n", "\n")).replace("\n", "\r\n")
    ended = config if config.endswith("\n") else f"{config}\n"
    without = _WRITTEN.sub("", ended)
    return without if ended == config else without.removesuffix("\n")


def _is_of_windows(text: str) -> bool:
    """Tell whether all lines end as on Windows."""
    return 0 < text.count("\n") == text.count("\r\n")
