"""Which arguments of a call are a password by what the call is called: `login("user", "…")`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import libcst as cst

from leakguard.context import names
from leakguard.finding import Role
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.statement import Statement

_LOGS_IN = frozenset(
    "auth authenticate authentication authorize authenticator login logon signin logins"
    " credential credentials creds cred userpass userpassword".split()
)
_MAKES = frozenset({"add", "create", "make", "new", "register", "sign", "log", "simple"})
_ACCOUNTS = frozenset({"user", "superuser", "account", "admin", "in", "up", "bind"})
_SETS = frozenset("set change reset update with enter send put add use try unlock pw".split())
_READS = frozenset("check verify make generate hash encrypt decrypt".split())
"""Calls that take a password before anything else, or behind its hash."""

_SEVERAL = frozenset({"logins", "credential", "credentials", "creds", "cred"})
"""What is more than a password: a call that takes one thing for them takes their name."""

_UNLOCKS = frozenset({"unlock", "decrypt"})
"""Calls that may take a password alone."""

_NEWS = frozenset(
    "request requests get post put patch delete head options url path success succeeded failure"
    " failed error event attempt attempts scheme".split()
)
"""How calls end that are about a path of a service or what came of it: `auth_request("GET",
"v2/things")`, `log_login_success("ada", …)`."""

_OPENS = frozenset({"connect", "connection", "open", "client", "session", "setup", "configure"})
_TAKES_TOKEN = frozenset("set use with from add put make login authenticate".split())
_CLIENTS = frozenset({"client", "api", "bot", "sdk"})

_USERS = frozenset("user username login uid usr email ssid essid userid".split())
_NAMED_ACCOUNTS = frozenset(
    "admin administrator root sa user ubuntu pi postgres oracle guest test api service system"
    " operator manager ubnt dbadmin".split()
)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_MAILBOX = re.compile(r"[^@\s]+@[\w\-]+(?:\.[\w\-]+)+")

_DIGESTS = frozenset("md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s hashpw crypt".split())
_HASHERS = frozenset("bcrypt argon argon2 pbkdf scrypt crypt pwd ph context hasher".split())
_TYPES = frozenset(
    "sendkeys setvalue settext sendtext entertext inputtext typewrite fill fillin type write send"
    " sendline communicate".split()
)
_ASKED = re.compile(
    rb"(?i:passw|passwd|passwort|pwd|passphrase|passcode|\bpass\b|_pass\b|\bpw\b|_pw\b|sudo)"
)
_AWAITED = re.compile(
    rb"\b(?:expect(?:_exact)?|read_?until|wait_?for|until)\s?\([^()]{0,60}(?i:passw(?:or)?d|passphrase)"
    rb"[^()\w]{0,12}\)\s*\Z"
)
"""A line that waits until a password is asked for: `child.expect("Password:")`."""

_ABOVE = 2
"""Lines above a statement in which somebody may have asked for a password."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An argument that is a password, or that only may be one."""

    value: cst.BaseExpression
    is_sure: bool = True
    """Whether the call leaves no doubt; if it does, the value has to be plainly a password."""


def name_of(call: cst.Call) -> str:
    """Give the last part of the name that is called; nothing for `f()()`."""
    function = call.func
    if isinstance(function, cst.Attribute):
        return function.attr.value
    return function.value if isinstance(function, cst.Name) else ""


def passwords(call: cst.Call) -> Iterator[Passed]:
    """Give the positional arguments of a call that may be a password. Of those that are sure
    one is: the first that looks like a password."""
    name, given = name_of(call), list(_positional(call))
    words = set(names.words(name))
    if any(_is_credential(it) for it in given) or _is_about_others(name):
        return
    if names.role(name) in (Role.PASSWORD, Role.PASSPHRASE):
        likely = given[:2] if words & _READS else given[::-1] if words & _SETS else []
    elif words & _LOGS_IN or (words & _MAKES and _last_word(name) in _ACCOUNTS):
        likely = given[:0:-1]
    else:
        likely = []
    yield from (Passed(value) for value in likely if not _is_twice(value, given))
    if len(given) == 1 and words & (_UNLOCKS | _LOGS_IN) and not words & _SEVERAL:
        yield Passed(given[0], is_sure=False)
    is_hasher = words & {"hash", "verify"} and set(names.words(dotted(call.func))) & _HASHERS
    if name.lower() in _DIGESTS or is_hasher:
        yield from (Passed(value, is_sure=False) for value in given[:1])
    is_open = not name or name[0].isupper() or bool(words & _OPENS)
    yield from _behind_user(given, is_open, is_pair=len(given) == 2 and "connect" in words)


def _is_about_others(name: str) -> bool:
    """Whether a call takes no password, whatever else its name has in it."""
    words = names.words(name)
    return bool(names.ASKING.intersection(words[:1]) or _NEWS.intersection(words[-1:]))


def _behind_user(given: list[cst.BaseExpression], is_open: bool, is_pair: bool) -> Iterator[Passed]:
    """Give what stands behind a user: in a call that opens something it may be a password, and
    behind an address too, `driver("10.0.0.7", "admin", "…")`, it is one."""
    for number, (before, value) in enumerate(pairwise(given)):
        is_at = _has_address(given[:number])
        if _is_user(before) and (is_at or is_open):
            yield Passed(value, is_sure=is_at)
        elif is_open and is_pair:
            yield Passed(value, is_sure=False)


def behind_account(row: list[cst.BaseExpression]) -> Iterator[Passed]:
    """Give what stands behind the name of an account, and an address before it, in a row:
    `("door", "10.0.0.7", "admin", "…")`."""
    for number, (before, value) in enumerate(pairwise(row)):
        if (text_of(before) or "").lower() in _NAMED_ACCOUNTS and _has_address(row[:number]):
            yield Passed(value)


def _has_address(given: list[cst.BaseExpression]) -> bool:
    return any(_ADDRESS.fullmatch(text_of(it) or "") for it in given)


def _last_word(name: str) -> str:
    """The last word of a name, `simple_bind_s` without its ending."""
    words = [word for word in names.words(name) if len(word) > 1]
    return words[-1] if words else ""


def _is_credential(node: cst.BaseExpression) -> bool:
    """A name that says that the credential is not written here: `login(user, password, "x")`."""
    return names.role(dotted(node).rpartition(".")[2]) is not None


def tokens(call: cst.Call) -> list[cst.BaseExpression]:
    """Give the positional arguments of a call that is called for a token, such as `set_token`,
    and the only one of a client, `WeatherClient("…")`, or of a builder, `builder().token("…")`."""
    name, given = name_of(call), list(_positional(call))
    words = names.words(name)
    if names.role(name) in (Role.TOKEN, Role.SECRET, Role.KEY):
        is_of_builder = _is_chained(call) and len(given) == 1 and not _is_about_others(name)
        return given if is_of_builder or set(words) & _TAKES_TOKEN else []
    is_client = name[:1].isupper() and words[-1:] and words[-1] in _CLIENTS
    return given if is_client and len(given) == 1 else []


def _is_chained(call: cst.Call) -> bool:
    """Whether a call is that of a method of what another call gives."""
    return isinstance(call.func, cst.Attribute) and isinstance(call.func.value, cst.Call)


def session(call: cst.Call) -> list[cst.BaseExpression]:
    """Give the session that a call puts into a jar: `cookies.set("session", "…")`."""
    given = list(_positional(call))
    words = set(names.words(dotted(call.func)))
    is_cookie = words & {"cookie", "cookies", "jar"} and words & {"set", "add"}
    return given[1:2] if is_cookie and text_of(given[0] if given else call.func) else []


def typed_password(call: cst.Call, module: Module, statement: Statement) -> Passed | None:
    """Give what a call types where a password is asked for, in the same statement or just above:
    `find("password").send_keys("…")`."""
    given = list(_positional(call))
    if not given or name_of(call).replace("_", "").lower() not in _TYPES:
        return None
    last = next((it for it in reversed(given) if text_of(it)), None)
    if last is None:
        return None
    data, start = module.document.data, statement.span[0]
    place = statement.span_of(last)[0]
    if _ASKED.search(data, start, place):
        return Passed(last)
    above = data[max(0, start - 300) : start].rstrip().split(b"\n")[-_ABOVE:]
    is_awaited = _AWAITED.search(above[-1]) is not None
    is_asked = _ASKED.search(b"\n".join(above)) is not None
    return Passed(last, is_sure=is_awaited) if is_asked else None


def _positional(call: cst.Call) -> Iterator[cst.BaseExpression]:
    for argument in call.args:
        if argument.keyword is not None or argument.star:
            return
        yield argument.value


def _is_twice(value: cst.BaseExpression, given: list[cst.BaseExpression]) -> bool:
    """`login("guest", "guest")`, which is the same everywhere, and no secret."""
    text = (text_of(value) or "").lower()
    return sum((text_of(it) or "").lower() == text for it in given) > 1


def _is_user(node: cst.BaseExpression) -> bool:
    """`user`, `self.username`, `"admin"`, `"me@mailbox"`."""
    text = text_of(node)
    if text is not None:
        return text.lower() in _NAMED_ACCOUNTS or _MAILBOX.fullmatch(text) is not None
    return bool(set(names.words(dotted(node).rpartition(".")[2])[-1:]) & _USERS)
