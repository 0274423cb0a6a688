"""What a collection holds, by the name that it is given: `USERS = {"alice": "…"}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from leakguard.context import names
from leakguard.finding import Role
from leakguard.syntax.names import text_of

_PEOPLE = frozenset(
    "users accounts logins credentials creds admins members auths userlist wifi wlan networks"
    " passwords passwds".split()
)
"""Last words of names under which user names and passwords are kept."""

_ONE = frozenset("user login account admin credential auth".split())
_PLACES = frozenset("db database connection conn server".split())
"""Last words of names of one login: `ADMIN = ("alice", "…")`."""

_MACHINES = frozenset("servers hosts machines nodes routers switches cameras devices".split())
"""Last words of names under which rows say where to log in, and how."""

_PROXIES = frozenset("proxy proxies".split())
"""Last words of names of ways through another machine: `("proxy", 1080, "alice", "…")`."""

_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)

_KINDS = frozenset("list map dict db data table".split())
"""What may stand behind: `user_list`."""

_PAIRS = frozenset("auth credentials creds login userpass userpwd credential".split())
_COOKIES = frozenset({"cookie", "cookies", "jar"})
_NO_SECRETS = frozenset("user username login name email mail host consent socs".split())
"""Names of items that hold no secret; the last are cookies that say what Google was allowed."""
_DEEPEST = 4
_LONGEST_ROW = 7
"""What more belongs to is no login: names of columns, of settings."""


@dataclass(frozen=True, slots=True)
class Held:
    """A literal in a collection."""

    value: cst.BaseExpression
    role: Role | None
    """What it is; None if the name of the collection says it."""
    is_sure: bool = True
    """Whether its place leaves no doubt; if it does, it has to be plainly a password."""


def logins_in(name: str, value: cst.BaseExpression) -> Iterator[Held]:
    """Give the passwords of users, and the sessions of cookies, in the dict, list or tuple that
    `name` is given."""
    words = names.words(name)
    if set(words) & _COOKIES:
        yield from (Held(item, Role.TOKEN) for item in _items(value))
    elif set(words[-1:]) & _PAIRS and _is_row(value, 2):
        yield from _pair(value)
    elif set(words[-1:]) & _PAIRS and (password := _behind_host(value)) is not None:
        yield Held(password, Role.PASSWORD)
    elif _is_of_people(words):
        yield from _of_people(value)
    elif set(words[-1:]) & _PROXIES:
        yield from _of_proxies(value)
    elif set(words[-1:]) & _MACHINES:
        yield from _of_machines(value)
    elif set(words[-1:]) & (_ONE | _PLACES) and isinstance(value, cst.Tuple):
        yield from _row(value)


def credentials_in(name: str, value: cst.BaseExpression) -> Iterator[Held]:
    """Give the literals in what a credential's name is given: `PASSWORDS = ["…"]`,
    `SECRETS = {"live": ("user", "…")}`. Items with names of their own are looked at under
    those."""
    if names.role(name.rstrip("sS")) is None:
        return
    is_sure = names.role((names.words(name) or ("",))[-1].rstrip("s")) is not None
    inner = _items(value)
    if isinstance(value, cst.List | cst.Tuple):
        inner = [element.value for element in value.elements]
    for item in inner:
        if isinstance(item, cst.SimpleString):
            yield Held(item, None, is_sure=is_sure)
        elif isinstance(item, cst.Tuple):
            yield from _pair(item) if _is_row(item, 2) else _row(item)


def _is_of_people(words: tuple[str, ...]) -> bool:
    if words[-1:] and words[-1] in _KINDS:
        return bool(words[-2:-1]) and words[-2] in _PEOPLE | _ONE
    return bool(words) and words[-1] in _PEOPLE | {"login"}


def _of_people(value: cst.BaseExpression) -> Iterator[Held]:
    """`{"alice": "…"}`, `[("alice", "…")]`."""
    for item in _items(value):
        if isinstance(item, cst.SimpleString):
            yield Held(item, Role.PASSWORD, is_sure=False)
        else:
            yield from _row(item)
    if isinstance(value, cst.List | cst.Tuple):
        for element in value.elements:
            yield from _row(element.value)


def _of_machines(value: cst.BaseExpression) -> Iterator[Held]:
    """`{"nas": ("10.0.0.7", "root", "…")}`: rows that begin with an address."""
    rows = _items(value)
    if isinstance(value, cst.List | cst.Tuple):
        rows = [element.value for element in value.elements]
    for row in rows:
        if isinstance(row, cst.Tuple | cst.List) and row.elements:
            first = text_of(row.elements[0].value)
            if first is not None and _ADDRESS.fullmatch(first):
                yield from _row(row)


def _of_proxies(value: cst.BaseExpression) -> Iterator[Held]:
    """`("proxy", 1080, "alice", "…")`, rows of such, and with the proxy's kind before: behind the
    port there are a user and a password, or less."""
    if not isinstance(value, cst.Tuple | cst.List):
        return
    row = [it.value for it in value.elements]
    ports = [number for number, it in enumerate(row) if isinstance(it, cst.Integer)]
    if ports and len(row) - ports[-1] in (3, 4) and isinstance(row[-1], cst.SimpleString):
        yield Held(row[-1], Role.PASSWORD)
    elif not ports:
        for it in row:
            yield from _of_proxies(it)


def _row(value: cst.BaseExpression, depth: int = 0) -> Iterator[Held]:
    """`("alice", "alice@mailbox", "…")`, also with a row or a pair in it."""
    if not isinstance(value, cst.Tuple | cst.List) or depth > _DEEPEST:
        return
    if len(value.elements) > _LONGEST_ROW:
        return
    for element in value.elements[1:]:
        if isinstance(element.value, cst.SimpleString):
            yield Held(element.value, Role.PASSWORD, is_sure=False)
        else:
            yield from _row(element.value, depth + 1)


def _pair(value: cst.BaseExpression) -> Iterator[Held]:
    """`("alice", "…")`, and `("…", "")` where a token stands for the user."""
    if not isinstance(value, cst.Tuple | cst.List):
        return
    user, password = (it.value for it in value.elements)
    if isinstance(password, cst.SimpleString) and text_of(user) != text_of(password):
        yield Held(password, Role.PASSWORD)
        if len(password.raw_value) < 4:
            yield Held(user, Role.TOKEN)


def _behind_host(value: cst.BaseExpression) -> cst.BaseExpression | None:
    """Give the password of `("files.internal", "alice", "…")`, if it is such a row."""
    row = [it.value for it in value.elements] if isinstance(value, cst.Tuple | cst.List) else []
    is_login = len(row) > 2 and all(isinstance(it, cst.SimpleString) for it in row[:3])
    return row[2] if is_login and _ADDRESS.fullmatch(text_of(row[0]) or "") else None


def _is_row(value: cst.BaseExpression, length: int) -> bool:
    return isinstance(value, cst.Tuple | cst.List) and len(value.elements) == length


def _items(value: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The values of a dict whose keys say nothing about them."""
    if not isinstance(value, cst.Dict):
        return []
    return [
        it.value
        for it in value.elements
        if isinstance(it, cst.DictElement) and not _is_told(text_of(it.key) or "")
    ]


def _is_told(key: str) -> bool:
    is_other = names.role(key) is not None or names.other_thing(key) is not None
    return is_other or key.lower() in _NO_SECRETS
