"""The call whose first argument a value is, and whether it gives the value back."""

import re

from leakguard.context import names

_CALL = re.compile(
    rb"(?P<callee>[A-Za-z_][\w.:]{0,60})\s?\(\s*(?:[rbuLf@$]{1,2}(?=[\"']))?[\"'`]?$"
)
_BEHIND_NAME = re.compile(
    rb"(?P<callee>[A-Za-z_][\w.:]{0,60})\s?\(\s*[\"'][\w.\-]{1,80}[\"']\s*,\s*[\"']$"
)
_CALLED = 62
"""Bytes of what is called, at the most."""
_WRAPPERS = {
    "from", "new", "string", "str", "bytes", "byte", "decode", "encode", "quote", "secret", "text",
    "secretstr", "utf8", "of", "literal", "sensitive", "protect", "tobytes", "copy", "char",
    "or", "else", "some", "just", "static",
}  # fmt: skip
"""Calls that give back what they are given."""

_MADE = {"client", "handler", "instance", "session", "api", "sdk", "connection"}
"""Last words of calls that make what talks to a service: `ipinfo.getHandler("…")`."""

_GETTERS = names.ASKING | {"request"}


def call_of(before: bytes) -> re.Match[bytes] | None:
    """Give the call that a value is the first argument of."""
    bracket = before.rfind(b"(")
    return _CALL.search(before, max(0, bracket - _CALLED)) if bracket > 0 else None


def is_looked_up(before: bytes) -> bool:
    """Whether a value stands behind a name in a call that looks for it there:
    `lookup("my_password", "…")`; `getEnv("DB_PASSWORD", "…")` gives it where there is none."""
    match = _BEHIND_NAME.search(before)
    if match is None or not is_asking(callee := match["callee"].decode()):
        return False
    called = re.split(r"\W", callee)[-1]
    takes_default = names.words(called)[0] in {"get", "fetch"} and names.role(called) is None
    return not takes_default


def is_wrapper(callee: str) -> bool:
    """Whether a call gives its argument back, or puts it under the name: `setPassword("…")`."""
    called = names.words(re.split(r"\W", callee)[-1])
    is_named = names.role(callee) is not None and names.other_thing(callee) is None
    return called[-1:] == () or called[-1] in _WRAPPERS or (is_named and not is_asking(callee))


def is_asking(callee: str) -> bool:
    """Whether a call is told what to look for: `orders.retrieve("…")`."""
    called = names.words(re.split(r"\W", callee)[-1])
    return bool(_GETTERS.intersection(called[:1])) and called[-1] not in _MADE
