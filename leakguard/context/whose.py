"""Whose a value is whose own name does not say it: the call that takes it, the phrase, the field
or the cell before it, the address that it stands below.

Each gives a name as the value would have it: `acme key` for `acme.NewClient("…")`.
"""

import re
from collections.abc import Iterator

from leakguard.context import names
from leakguard.document import Document, Span
from leakguard.values import is_digest_shaped

_REACH = 200
_ADDRESS_REACH = 300
"""How many bytes before a value the call, and the address of an interface, may begin."""

_CALL = re.compile(
    rb"""(?P<callee>[A-Za-z_][\w.:]{1,60}) \s?\(\s* (?:["'`][^"'`\n]{0,60}["'`],[ ]?){0,2}
         (?:[rbu](?=["']))?["'`]\Z""",
    re.VERBOSE,
)
_MAKING = frozenset(
    "new make create build init initialize initialise setup set up configure config connect login"
    " auth authenticate authorize client clients api sdk service instance wrapper async http rest"
    " handler session connection with from for default".split()
)
"""Words of calls that make what talks to a service, besides its name."""

_TEXTS = frozenset("string str text char chars byte bytes data ptr pointer".split())
"""Words of calls that give back what they are given, and make nothing: `String("…")`."""

_PHRASE = re.compile(
    rb"""(?P<phrase> (?<![\w\-]) (?:[A-Za-z][A-Za-z0-9]{1,30}[ _.\-]){1,3}
         (?:[Aa][Pp][Ii][ _\-])? (?:[Kk]ey|KEY|[Tt]oken|TOKEN|[Ss]ecret|SECRET) )
         (?:[ ](?:is|was)|[ ]?:)? [ ] ["'`(]{0,2}\Z""",
    re.VERBOSE,
)
_COMMAND = re.compile(
    rb"""(?: ^ | [\s"'`;&|$(] ) (?P<tool>[a-z][a-z0-9\-]{1,20}) [ ] (?:auth[ ])?
         (?:login|auth|authenticate|signin|set-token|set-key) [ ] ["']?\Z""",
    re.VERBOSE,
)
"""A tool that is logged in with a token: `acme auth login …`."""

_API = re.compile(
    rb"""https?://(?P<host> [\w\-.]{0,60}\bapi\w{0,10}\b[\w\-.]{2,40}
         | [\w\-.]{4,60} (?= (?:/[\w\-]{1,20}){0,2} /(?:api|v\d)\b ) )""",
    re.VERBOSE,
)
"""The host of an interface: `https://api.acme.io/orders`, `https://acme.io/api/orders`."""

_DECLARING = frozenset(
    "const let var val final static private public protected readonly export def string str".split()
)
"""Words before the name of a variable where it is made."""

_OWNER = re.compile(
    rb"""(?: ["'](?:service|provider|vendor|site)["'][ ]{0,4}:[ ]{0,4}["']
             (?P<field>[A-Za-z][\w .\-]{1,40})["'][ ]{0,4},\s{0,40}
             ["'](?:api[ _\-]?)?(?:key|token|secret)["'][ ]{0,4}:[ ]{0,4}["']
           | \|[ ]{0,20}(?P<cell>[A-Za-z][\w .\-]{1,40}?)[ ]{0,20}\|[ ]{0,20}`? )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""A field, or a cell of a table, that says whose the next is: `"service": "acme", "key": "…`."""

_PLAIN = (("key",), ("keys",), ("api", "key"))
"""Names that say nothing but that a value is a key."""


def names_besides(document: Document, span: Span, name: str | None) -> Iterator[str]:
    """Give the names that the value at `span` may have besides `name`, the nearest first."""
    above, _, line = document.data[max(0, span[0] - _REACH) : span[0]].rpartition(b"\n")
    if above.endswith(b"(") and line.strip() in (b'"', b"'"):
        line = above.rpartition(b"\n")[2] + line.strip()  # the call goes on below its bracket
    if b"(" in line and (maker := _maker(line)) is not None:
        yield f"{maker} api key"
        yield f"{maker} client secret"
    if (command := _COMMAND.search(line)) is not None:
        yield f"{command['tool'].decode('ascii')} token"
    if (phrase := _PHRASE.search(line)) is not None:
        yield phrase["phrase"].decode("ascii")
    owner = _OWNER.search(document.data, max(0, span[0] - _REACH), span[0])
    # In a table a commit stands beside a service as well.
    if owner and not (owner["cell"] and is_digest_shaped(document.text(*span))):
        yield f"{owner[owner.lastgroup or 0].decode('ascii', 'replace')} api key"
    own = tuple(it for it in names.words(name or "") if it not in _DECLARING)
    if own in _PLAIN:
        behind = document.data[span[1] : span[1] + _ADDRESS_REACH].partition(b"\n")[0]
        above = document.data[max(0, span[0] - _ADDRESS_REACH) : span[0]] + behind
        yield from (f"{it['host'].decode('ascii')} key" for it in _API.finditer(above))


def _maker(line: bytes) -> str | None:
    """Give what is called with a value, if no word of it says that it does anything but to make
    something: `Acme::Client.new("…`, not `acme.find("…`."""
    call = _CALL.search(line)
    if call is None:
        return None
    first, *others = re.findall(r"\w+", str(call["callee"], "ascii"))
    of_first = {*names.words(first)}
    if not others and of_first <= _TEXTS:
        return None
    of_others = [{*names.words(it)} for it in others]
    if any(it == {"get"} or not _MAKING | of_first | {"get"} >= it for it in of_others):
        return None
    return str(first)
