"""The change written to the disk, in an order in which nothing gets lost.

First git is told to ignore the env file, then the values are put into it, then their names into
the example, and only then do the sources lose them. Whoever is killed in between can run again.
"""

import os
from collections.abc import Iterator

from leakguard.document import Span
from leakguard.errors import FixError
from leakguard.fix import envfile
from leakguard.fix.planned import Plan
from leakguard.fix.repository import around
from leakguard.fix.rewrite import Rewritten
from leakguard.fix.script import Script, read
from leakguard.fix.taker import EnvFile
from leakguard.fix.write import remove_remains, replace


def check(plan: Plan, *, taker: EnvFile | None, allow_dirty: bool) -> None:
    """See that every value stays somewhere, and that no work of somebody is mixed into the change.

    Without an env file that takes the values, HEAD has to hold each expression that goes.

    Raises:
        FixError: a file has changes that are not committed, or HEAD lacks a value.
    """
    for file in plan.files:
        script = file.script
        repository = around(os.path.dirname(script.file))
        is_clean = repository is None or repository.is_committed(script.file, script.raw)
        if not is_clean and not allow_dirty:
            raise FixError(
                f"{script.path} has changes that are not committed: commit them, or add "
                "--allow-dirty; nothing was written"
            )
        if taker is None:
            held = repository.committed(script.file) if repository is not None else None
            if not all(_holds(held, script, it) for it in _going(file)):
                raise FixError(
                    f"HEAD does not hold what would be discarded from {script.path}: "
                    "use --env-file; nothing was written"
                )


def _going(file: Rewritten) -> Iterator[Span]:
    """Give all that goes with the values: expressions, the literals that they are put together
    of, and the statements that are left without a use."""
    for mend in (it for mends in file.mends for it in mends if it.secret is not None):
        yield mend.span
        yield from mend.parts
    yield from file.orphans


def _holds(held: bytes | None, script: Script, span: Span) -> bool:
    text = script.held(span)
    return held is not None and (text in held or text.replace(b"\r\n", b"\n") in held)


def apply(plan: Plan, taker: EnvFile | None) -> None:
    """Write the change.

    Raises:
        FixError: a file changed meanwhile or cannot be written; what comes after it in the order
            is as it was.
    """
    if taker is not None:
        remove_remains(os.path.dirname(taker.file))
    if taker is not None and plan.values:
        _ignore(taker)
        _take(plan, taker)
        _exemplify(plan, taker)
    try:
        for file in plan.files:
            replace(file.script.file, file.raw, file.script.raw)
    except FixError as error:
        held = os.path.basename(taker.file) if taker is not None else "HEAD"
        raise FixError(f"{error}; {held} has the values, and a second run does the rest") from None


def _ignore(taker: EnvFile) -> None:
    """Let git ignore the env file, by the .gitignore beside it."""
    if taker.repository is None or taker.repository.is_ignored(taker.file):
        return
    folder, name = os.path.split(taker.file)
    ignore = os.path.join(folder, ".gitignore")
    before = read(ignore) if os.path.lexists(ignore) else None
    text = before or b""
    newline = b"\r\n" if b"\r\n" in text else b"\n"
    text += b"" if not text or text.endswith(b"\n") else newline
    pattern = "".join(f"\\{it}" if it in "\\*?[ " else it for it in name)
    replace(ignore, text + os.fsencode(f"/{pattern}") + newline, before)
    if not taker.repository.is_ignored(taker.file):
        raise FixError(f"git does not ignore {name}, whatever its .gitignore says; see to that")


def _take(plan: Plan, taker: EnvFile) -> None:
    new = {name: it for name, it in plan.values.items() if name not in taker.entries}
    if new:
        text = envfile.added((taker.before or b"").decode(), new)
        replace(taker.file, text.encode(), taker.before, is_private=True)


def _exemplify(plan: Plan, taker: EnvFile) -> None:
    """Tell those who clone the repository which variables there are."""
    example = f"{taker.file}.example"
    before = read(example) if os.path.lexists(example) else None
    text = (before or b"").decode("utf-8", "surrogateescape")
    new = envfile.emptied(text, list(plan.values)).encode("utf-8", "surrogateescape")
    if new != before:
        replace(example, new, before)
