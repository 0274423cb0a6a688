"""What a shell offers when Tab is pressed, by https://click.palletsprojects.com/shell-completion/.

Nothing is compiled, scanned or run for it: what is not at hand is not offered.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from click.shell_completion import CompletionItem

from leakguard.errors import LeakguardError
from leakguard.reporters import FORMATS


def rule_ids(incomplete: str) -> list[CompletionItem]:
    """Offer ids of rules, the configuration's own too; of several that commas divide, the last."""
    before, comma, begun = incomplete.rpartition(",")
    given = set(before.split(","))
    ids = (it for it in _known() if it.startswith(begun) and it not in given)
    return [CompletionItem(f"{before}{comma}{it}") for it in ids]


def rule_id(incomplete: str) -> list[CompletionItem]:
    """Offer the id of one rule."""
    return [CompletionItem(it) for it in _known() if it.startswith(incomplete)]


def formats(incomplete: str) -> list[CompletionItem]:
    """Offer the formats of reports."""
    return [CompletionItem(it) for it in FORMATS if it.startswith(incomplete)]


def _known() -> Iterator[str]:
    try:
        return iter(sorted(_ids()))
    except (_NotReadyError, LeakguardError):
        return iter(())


def _ids() -> Iterable[str]:
    from leakguard import config, triggers

    rules = triggers.load(_not_ready).rules
    ids = [it.id for it in rules]
    file = config.find(Path.cwd())
    if file is None:
        return ids
    try:
        own = config.load(file, ids, config.providers_of(rules)).rules
    except LeakguardError:
        return ids
    return [*ids, *(it.id for it in own)]


class _NotReadyError(Exception):
    """The rules would have to be compiled, which takes longer than a key may."""


def _not_ready() -> None:
    raise _NotReadyError
