"""What an audit says, in words that all formats for people share."""

from collections.abc import Iterable, Iterator

from leakguard.audit.model import Audit, Audited, Exposure, How, Stored, Where
from leakguard.finding import Commit
from leakguard.inventory.keys import Did, Event, age_of
from leakguard.masking.redact import scrub_path
from leakguard.text import neutralise, plural, short_ref

ID = 10
"""Letters of a commit's id that are shown."""

_MOST_NAMES = 5


def summary(audit: Audit) -> str:
    """Give one line: how many keys, and what is wrong with them."""
    counts = (
        (sum(it.is_exposed for it in audit.keys), "exposed"),
        (sum(it.is_overdue for it in audit.keys), "overdue"),
        (sum(bool(it.allowed) for it in audit.keys), "allowed"),
    )
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    unmet = sum(not it.is_met for it in audit.checks)
    keys = plural(len(audit.keys), "key") if audit.keys else "no keys"
    return f"{keys}{f': {told}' if told else ''}; {unmet} of {len(audit.checks)} checks not met"


def title(key: Audited) -> str:
    """Give what a key is: `Binance key pair (test)`."""
    return f"{key.kind} (test)" if key.is_test else key.kind


def lines(key: Audited, audit: Audit) -> Iterator[tuple[str, str]]:
    """Give what is to be said of a key, each with a word that it begins with."""
    if key.allowed:
        yield "allowed", key.allowed
    for exposure in key.exposures:
        yield "exposed" if key.is_exposed else "known", exposed(exposure)
    yield "now", some(map(ref, key.now)) or "in the history alone"
    if key.first is not None:
        yield "seen", seen(key)
    yield "overdue" if key.is_overdue else "age", age(key, audit)
    yield "state", state(key)
    kept = [stored(it) for it in key.stored]
    yield "stored", "; ".join(kept) if kept else "nowhere that can be seen from here"
    if (old := _other(key.replaces, audit)) is not None:
        yield "rotated", f"it stands where {old.id} stood"
    if (new := _other(key.replaced_by, audit)) is not None:
        yield "rotated", f"{new.id} stands in its place now"
    yield "places", f"{len(key.spots)}: {some(key.places)}"


def _other(name: str | None, audit: Audit) -> Audited | None:
    return audit.named(name) if name is not None else None


def exposed(it: Exposure) -> str:
    """Say where a key can be read."""
    names = some(map(ref, it.names))
    if it.where is Where.HISTORY:
        return f"in the history of {names}"
    if it.where is Where.REFLOG:
        return "in what this clone remembers alone: no branch and no tag leads to it"
    if it.where is Where.WORK_TREE:
        return f"not committed, and nothing keeps it from being: {some(it.paths)}"
    if it.where is Where.HEAD:
        return f"in HEAD: {some(it.paths)}"
    return (
        f"on {names}: {some(it.paths)}"
        if it.where is Where.BRANCH
        else (f"in {names}: {some(it.paths)}")
    )


def seen(key: Audited) -> str:
    """Say when a key was seen for the first time, and for the last."""
    first = _by(key.first) if key.first is not None else "in no commit"
    last = "it is still there" if key.is_current else "no commit took it away"
    if key.last is not None:
        last = f"last {_by(key.last)}"
    return f"first {first}; {last}"


def _by(commit: Commit) -> str:
    """Give the day of a commit, its id and who made it."""
    return f"{commit.date[:10] or '?'} ({commit.id[:ID]}, {commit.author or '?'})"


def age(key: Audited, audit: Audit) -> str:
    """Say how old a key is, and since when that is known."""
    if key.age is None or key.created is None:
        asked = "no exchange was asked (`leakguard verify`)"
        if key.verified is not None:
            asked = "the exchange does not say how old it is"
        return f"unknown: it is in no commit, and {asked}"
    told = key.verified is not None and key.verified.created is not None
    since = "as the exchange says" if told else "since its first commit"
    most = f"; {audit.max_age} are allowed" if key.is_overdue else ""
    return f"{plural(key.age, 'day')}, {since} ({key.created:%Y-%m-%d}){most}"


def state(key: Audited) -> str:
    """Say how much is known of a key."""
    it = key.verified
    if it is None:
        return {
            "proven": "proven: a request here is signed with it",
            "paired": "paired: its key and its secret stand together",
        }.get(key.state, "found: by its form and its name")
    permissions = (
        "" if it.permissions is None else f", may {', '.join(it.permissions) or 'nothing'}"
    )
    restricted = {True: ", from listed addresses alone", False: ", from anywhere"}
    behind = "" if it.ip_restricted is None else restricted[it.ip_restricted]
    where = f" at {it.environment}" if it.environment else ""
    return f"{it.state}{where}{permissions}{behind}"


def stored(it: Stored) -> str:
    """Say how a key is kept."""
    if it.how is How.HARD_CODED:
        return f"hard-coded in {it.where}"
    if it.how is How.ENVIRONMENT:
        return f"in the environment here: {it.where}"
    if it.how is How.READS_ENVIRONMENT:
        return f"{it.where} reads the environment, where it stood"
    if it.how is How.SECRET_MANAGER:
        return f"a secret manager is asked, where it stood, by {it.where}"
    mode = "" if it.mode is None else f", mode {it.mode:04o}"
    others = ": others can read it" if it.is_open else ""
    return f"in {it.where}, {it.tracking}{mode}{others}"


def did(event: Event) -> str:
    """Say what a commit did."""
    line = "" if event.line is None else f":{event.line}"
    if event.path.startswith("commit "):
        return "said in the commit's message"
    if event.did is Did.ADDED:
        return f"added to {event.path}{line}"
    if event.did is Did.MOVED:
        return f"{event.old_path} renamed to {event.path}{line}"
    return f"taken out of {event.path}"


def story(key: Audited) -> Iterator[tuple[str, str, str, str]]:
    """Give what happened to a key, day after day: the day, who did it, the commit and what it did.
    What happened on one branch stands between what happened on others."""
    for it in sorted(key.events, key=lambda it: age_of(it.commit)[:2]):
        day = it.commit.date[:10] or "?"
        yield day, it.commit.author or "?", it.commit.id[:ID], did(it)


def ref(name: str) -> str:
    """Give what people call a ref, or whatever else has a key."""
    return neutralise(scrub_path(short_ref(name)))


def some(names: Iterable[str]) -> str:
    """Give the first of some names, and how many more there are."""
    shown = list(dict.fromkeys(names))
    if len(shown) <= _MOST_NAMES + 1:  # the last name takes no more room than its number
        return ", ".join(shown)
    return f"{', '.join(shown[:_MOST_NAMES])} and {len(shown) - _MOST_NAMES} more"


def changed(audit: Audit) -> list[str]:
    """Say what has changed since an earlier audit, a line each; nothing if none was named."""
    it = audit.changes
    if it is None:
        return []
    told = [f"rotated {one.old}: {one.new} stands in {one.path}" for one in it.rotated]
    for name in it.new:
        key = audit.named(name)
        told.append(f"new     {name}{f': {title(key)}' if key is not None else ''}")
    told += [f"gone    {one.id}{f': {one.kind}' if one.kind else ''}" for one in it.gone]
    return told or ["nothing"]
