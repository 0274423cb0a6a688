"""The way out for a key, as people read it."""

from collections.abc import Iterable, Iterator

from leakguard.masking.hiding import masks
from leakguard.masking.redact import scrub, scrub_path
from leakguard.respond import account
from leakguard.respond.affected import Affected
from leakguard.respond.commands import Command
from leakguard.respond.expressions import REPLACEMENT
from leakguard.respond.forms import is_distinctive
from leakguard.respond.response import Response
from leakguard.respond.search import Kind, Searched
from leakguard.secret import MASK
from leakguard.text import folded, neutralise, plural

_SHORT = 12
"""Characters of an id of an object."""

WIDTH = 100
"""Columns, where nobody says how many there are."""

_REPLACED = (
    f"There the value becomes {REPLACEMENT.decode()}, also in the files that are checked out: a "
    "program that has it in its code needs step 2 first."
)
_MANUAL = "Nothing of this is run for you; try it on a copy first where much depends on it."
_NEEDS = "git-filter-repo 2.47 or newer (`pip install 'git-filter-repo>=2.47'`)"


class Mask:
    """Shows text of a repository with the value masked, in every form in which it was found."""

    def __init__(self, values: Iterable[str], searched: Searched) -> None:
        """Take the values and what a search for them has found."""
        self._values = frozenset(values)
        self._written = sorted(
            {
                raw.decode("utf-8", "surrogateescape")
                for it in searched.of(Kind.TREE, Kind.REF, Kind.FILE, Kind.GIT_FILE)
                for raw in it.hit.written
            },
            key=len,
            reverse=True,
        )

    def is_needed(self, text: str) -> bool:
        """Tell whether a text has a value in it, or what looks like that of another key."""
        values = filter(is_distinctive, self._values)  # a word may be anything
        is_own = any(it in text for it in (*values, *self._written))
        return is_own or scrub_path(text) != text

    def line(self, command: Command) -> str:
        """Give the line of a command; one that has a value in it is left to be written by hand."""
        if not self.is_needed(command.line):
            return command.line
        return f"# by hand, since it has a value in it: {self(command.line)}"

    def __call__(self, text: str) -> str:
        """Give a text as it may be shown."""
        for written in self._written:
            text = text.replace(written, MASK)
        return neutralise(masks([text], self._values).get(text, text))


def told(response: Response, width: int = WIDTH) -> str:
    """Give the way out, step by step."""
    return "".join(f"{line}\n" for line in _told(response, width))


def _told(response: Response, width: int) -> Iterator[str]:
    key, mask = response.key, Mask(response.key.values, response.searched)
    yield f"{key.kind}  {key.secret}  {key.ids[0]}"
    since = ""
    if response.since is not None:
        since = response.since.date[:10]
        who = mask(scrub(response.since.author))
        told = f"commit {response.since.id[:_SHORT]} by {who}"
        yield f"In the history since {since or 'an unknown day'} ({told})."
    yield from _step(1, "Revoke it", account.revoke(key.account), width)
    yield from _step(2, "Deploy another one", account.deploy(key.account), width)
    title = f"Check the account{f', from {since} on' if since else ''}"
    yield from _step(3, title, account.check(key.account), width)
    yield from _purge(response, mask, width)
    yield from _publish(response, mask, width)


def _step(number: int, title: str, lines: Iterable[str], width: int) -> Iterator[str]:
    yield f"\n{number}. {title}"
    for line in lines:
        yield from folded("   - ", line, width)


def _purge(response: Response, mask: Mask, width: int) -> Iterator[str]:
    plan = response.purge
    yield "\n4. Purge the history"
    yield "   It stands in:"
    yield from (f"     {line}" for line in places(response.searched, response.affected, mask))
    if plan.stripped:
        yield "   Nothing can be replaced in these, so that they go as a whole, out of all commits:"
        for blob in plan.stripped:
            forms = ", ".join(blob.place.hit.forms)
            paths = ", ".join(map(mask, blob.paths))
            yield f"     {paths}  {blob.place.name[:_SHORT]}  ({forms})"
    yield from _refs(plan.refs, mask, width)
    if plan.refs:
        yield from folded("   ", _REPLACED, width)
    for line in response.warnings:
        yield from folded("   ! ", mask(line), width)
    for name in plan.by_hand:
        yield f"   ! Clean .git/{mask(name)} by hand."
    yield from folded("   ", f"The backup does not have: {'; '.join(response.backup)}.", width)
    yield from folded("   ", f"{_MANUAL} It takes {_NEEDS}. --done deletes what is kept.", width)
    yield ""
    yield from _commands(plan.commands, mask)


def _refs(refs: Iterable[str], mask: Mask, width: int) -> Iterator[str]:
    kinds: dict[str, list[str]] = {"branches": [], "tags": [], "others": []}
    for ref in refs:
        space, _, name = ref.removeprefix("refs/").partition("/")
        kind = {"heads": "branches", "tags": "tags"}.get(space, "others")
        kinds[kind].append(mask(ref if kind == "others" else name))
    found = [f"{kind} {', '.join(names)}" for kind, names in kinds.items() if names]
    if found:
        yield from folded("   ", f"Will lead to other commits: {'; '.join(found)}.", width)


def _commands(commands: Iterable[Command], mask: Mask) -> Iterator[str]:
    for it in commands:
        yield f"       # {it.why}"
        yield f"       {mask.line(it)}"


def _publish(response: Response, mask: Mask, width: int) -> Iterator[str]:
    yield "\n5. Publish the new history, once the old one is gone here"
    for line in response.others:
        yield from folded("   - ", line, width)
    if response.purge.publish:
        yield ""
        yield from _commands(response.purge.publish, mask)


def places(searched: Searched, affected: Affected, mask: Mask) -> list[str]:
    """Give a line for each place in which a value stands."""
    return list(_places(searched, affected, mask))


def _places(searched: Searched, affected: Affected, mask: Mask) -> Iterator[str]:
    by_path: dict[str, list[tuple[str, ...]]] = {}
    for blob in affected.blobs:
        for path in blob.paths or ("",):
            by_path.setdefault(path, []).append(blob.place.hit.forms)
    for path, forms in sorted(by_path.items()):  # notes are files, too
        told = ", ".join(sorted({it for found in forms for it in found}))
        where = f"{mask(path)}, in" if path else "what no commit leads to:"
        yield f"{where} {plural(len(forms), 'version')} ({told})"
    for it in searched.places:
        how = f"({', '.join(it.hit.forms)})"
        if it.kind in (Kind.COMMIT, Kind.TAG):
            yield f"what {it.kind} {it.name[:_SHORT]} says {how}"
        elif it.kind is Kind.TREE:
            yield f"the name of a file, in tree {it.name[:_SHORT]} {how}"
        elif it.kind is Kind.REF:
            yield f"the name of {mask(it.name)} {how}"
        elif it.kind is Kind.GIT_FILE:
            yield f".git/{mask(it.name)} {how}"
        elif it.kind is Kind.FILE:
            yield f"{mask(it.name)}, in the work tree {how}"
