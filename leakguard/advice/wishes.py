"""The name that a variable is wished to have: one that tells whose value it holds, and which."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leakguard.candidate import Candidate
from leakguard.context import names
from leakguard.document import Document, Span
from leakguard.finding import Role
from leakguard.syntax.bounds import is_within_bounds
from leakguard.values import SHORTEST_KEY
from leakguard.values.randomness import is_random

HALVES = {"the API key": Role.KEY, "the passphrase": Role.PASSPHRASE}
"""How a candidate calls what it is joined with."""

_ROLE_NAMES = {
    Role.KEY: "API_KEY",
    Role.SECRET: "API_SECRET",
    Role.PASSPHRASE: "API_PASSPHRASE",
    Role.PASSWORD: "PASSWORD",
    Role.TOKEN: "API_TOKEN",
    Role.PRIVATE_KEY: "PRIVATE_KEY",
}
_TITLES = (
    ("session", "SESSION"),
    ("bot token", "BOT_TOKEN"),
    ("bearer token", "BEARER_TOKEN"),
    ("access token secret", "ACCESS_TOKEN_SECRET"),
)
"""What a value is called by what its rule calls it: `Slack bot token`, `Telegram session`."""

_KNOWN_AS = re.compile(r".*\((\w+)\)")
"""A provider with the name that people know it by: `X (Twitter)`."""

_PHRASES = frozenset("mnemonic mnemonics seed phrase recovery".split())
"""Words that tell a recovery phrase."""

_NO_LETTERS = re.compile(r"[^A-Za-z0-9]+")
_LETTER_AND_NUMBER = re.compile(r"(?<![A-Z0-9])([A-Z])_(?=[0-9])")
_IDENTIFYING = (("id",), ("sid",))
_ACCESS = {"access", "token"}
"""What is not the token of an API that its provider gives besides."""

_ID = re.compile(r"\s*(?P<name>\w{1,40}_s?id)\s?=\s?[\"']", re.IGNORECASE)
"""A statement that names an id, whatever the call says that takes it: `account_sid = "…"`."""

_OWNER = re.compile(r"[A-Za-z][A-Za-z0-9 _-]{1,19}")
_MOST_WORDS = 3


def with_wishes(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates of a document, each mend of them with the name that its variable is
    wished to have, but for those whose names the program knows already."""
    owners: dict[Span, dict[str, str]] = {}
    found = []
    for it in candidates:
        rewrites = []
        for rewrite in it.rewrites:
            mend = rewrite.mend
            if not mend.is_given:
                if rewrite.statement not in owners:
                    owners[rewrite.statement] = _owners(document.text(*rewrite.statement))
                owner = owners[rewrite.statement].get(mend.secret.reveal() if mend.secret else "")
                called = _ID.match(document.text(*rewrite.statement))
                own = called["name"] if called is not None else None
                mend = replace(mend, name=variable(it, mend.span, owner or "", own))
            rewrites.append(replace(rewrite, mend=mend))
        found.append(replace(it, rewrites=tuple(rewrites)))
    return found


def variable(candidate: Candidate, span: Span, owner: str = "", name: str | None = None) -> str:
    """Give the name of the variable for what stands at `span`: that of a telling name, or else
    the provider's, the `owner`'s, and what is left of its own name or its role.

    A pair's mends belong to its key where they stand on the key. `name` is the value's own, where
    the candidate does not know it.
    """
    own, role = candidate.name, candidate.role
    for label, other in candidate.related:
        if label in HALVES and span[0] <= other[0] < span[1]:
            role = HALVES[label]
            own = candidate.key_name if role is Role.KEY else None
    name = name or own or ""
    name = "" if _is_value(name, candidate) else name.removeprefix("self.")
    if candidate.facts.title.startswith("Recovery phrase"):
        return _of_phrase(name)
    written = names.environment_name(name).removeprefix("X_")
    provider = spelled(candidate.provider or "")
    is_named = provider in written if provider else "_" in written
    if names.is_telling(name, candidate.provider) or (is_named and not owner):
        return written
    apart = names.setting_apart(name)
    if provider and (names.words(name)[-1:] in _IDENTIFYING or {*names.words(name)} >= _ACCESS):
        rest = written  # ACCOUNT_SID, ACCESS_TOKEN_SECRET
    elif (apart and provider) or (not provider and "_" in written):
        rest = _joined("_".join(it.upper() for it in names.without_fillers(name)))
    else:
        if names.words(name)[-2:] == ("private", "key"):
            role = Role.PRIVATE_KEY  # what also SDKs call the secret of a pair
        known = _told_by_title(candidate, role) or (_ROLE_NAMES[role] if role else "API_SECRET")
        rest = known if role or provider else written
    is_marked = names.is_sandbox(name) or provider in ("", spelled(owner))
    kind = "TESTNET" if candidate.sandbox and not is_marked else ""
    is_told = spelled(owner) in (provider, kind) or rest.startswith(f"{spelled(owner)}_")
    whose = "" if is_told else spelled(owner)
    return "_".join(filter(None, (provider, kind, whose, rest))) or "API_SECRET"


def _told_by_title(candidate: Candidate, role: Role | None) -> str:
    """Give what a credential is called where its rule says more than its role does."""
    told = f" {candidate.facts.title.lower()} "
    is_it = role in (Role.TOKEN, Role.SECRET)
    return next((it for words, it in _TITLES if is_it and f" {words} " in told), "")


def _of_phrase(name: str) -> str:
    """Give the name for a recovery phrase: its own, if that says what it is."""
    found = names.words(name)
    is_told = _PHRASES & {*found} and (len(found) > 1 or found == ("mnemonic",))
    return names.environment_name(name) if is_told else "RECOVERY_PHRASE"


def _is_value(name: str, candidate: Candidate) -> bool:
    """Whether what stands where a name may stand is a credential itself: `Client("…", "…")`."""
    if names.role(name) is not None:
        return False
    is_long = len(name) >= SHORTEST_KEY and any(map(str.isdigit, name))
    return (is_long and is_random(name)) or any(name == value for _, value in candidate.halves)


def _joined(name: str) -> str:
    """Give a name with a single letter and its number as one word: `L2`, as people write it."""
    return _LETTER_AND_NUMBER.sub(r"\1", name)


def _owners(text: str) -> dict[str, str]:
    """Give whose each value of a statement is: `main` for those in `{"main": {"key": "…"}}`, in
    `accounts["main"] = …` and in `main = {"key": "…"}`."""
    if not is_within_bounds(text):
        return {}
    try:
        (statement,) = ast.parse(text.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, str] = {}
    if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        is_held = isinstance(statement.value, ast.Dict | ast.Tuple | ast.List)
        outer = _owner(_name_of(targets[0])) if is_held else ""
        found.update((value, owner) for value, owner in _values(statement.value, outer))
    else:
        found.update(_values(statement, ""))
    return found


def _values(node: ast.AST, owner: str) -> Iterator[tuple[str, str]]:
    """Give the texts in an expression, each with the nearest name around it that tells one."""
    if isinstance(node, ast.Constant):
        text = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
        if isinstance(text, str) and owner:
            yield text, owner
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            is_outer = isinstance(value, ast.Dict | ast.Tuple | ast.List | ast.Call)
            own = _owner(_text(key)) if is_outer else ""
            yield from _values(value, own or owner)
    else:
        own = (
            _owner(_text(node.elts[0]))
            if isinstance(node, ast.Tuple | ast.List) and node.elts[2:]
            else ""
        )
        for child in ast.iter_child_nodes(node):
            yield from _values(child, own or owner)


def _owner(name: str) -> str:
    """Give a name, if it tells one account from another."""
    is_fit = _OWNER.fullmatch(name) is not None and len(names.words(name)) <= _MOST_WORDS
    return "_".join(names.without_fillers(name)) if is_fit and names.role(name) is None else ""


def _name_of(target: ast.expr) -> str:
    if isinstance(target, ast.Subscript):
        return _text(target.slice)
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else ""


def _text(node: ast.AST | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def spelled(provider: str) -> str:
    """`GitHub` gives `GITHUB`, as people write it, rather than `GIT_HUB`."""
    provider = _KNOWN_AS.sub(r"\1", provider)
    return _NO_LETTERS.sub("_", provider).strip("_").upper()
