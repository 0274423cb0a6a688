"""Whether a word is the password that a configuration sets, rather than what its name is for."""

import re

from leakguard.context import names
from leakguard.context.endings import role_of_ending
from leakguard.context.placement import is_translation
from leakguard.document import Document, Span
from leakguard.finding import Role
from leakguard.values.placeholders import is_name_of_credential

_CONFIGURATION = re.compile(
    r"\.(?:ya?ml|jsonc?|json5|toml|ini|cfg|cnf|conf|config|properties|env|envrc|tf|tfvars|hcl|ldif"
    r"|xml|plist|service|reg|sh|bash|bat|cmd|http|rest|example|sample|dist|tmpl|tpl|j2)$"
    r"|(?:^|/)(?:Dockerfile|Makefile|\.env)[\w.\-]*$",
    re.IGNORECASE,
)
"""Files in which a bare word is a value, and names stand before what they are set to."""

_WORD = re.compile(r"[a-z]{4,40}(?:-[a-z]{2,40}){0,2}")
_SETS = re.compile(
    rb"""(?: ^ [\s\-\#;{,/]* (?: (?: export | set | ENV | ARG ) [ ] )?
             ["']? [A-Za-z][\w.\-]* ["']? [ \t]* [:=]{1,2} [ \t]* ["']?
           | ["'] [A-Za-z][\w.\-]* ["'] [ \t]* : [ \t]* ["']
           | (?: ^ | [\s"';(=] ) [A-Z][A-Z0-9_]* = ["']?
           | ^ [ \t]* (?: ENV | ARG ) [ \t]+ [A-Z][A-Z0-9_]* [ \t]+ ["']?
           | < [A-Za-z][\w.:\-]* (?: [ ] (?: name | key | id ) = ["'][\w.\-]*["'] )? [ ]* >
           | < (?: add | entry | param | parameter | property | setting | variable ) [ ]
               (?: [^<>]* [ ] )? value = ["'] )
         (?: \$\{ [A-Za-z_]\w* :- )? $""",
    re.VERBOSE,
)
_ENDS_LINE = re.compile(
    rb"[ \t]*+(?:\}?[\"']?[;,}]|\}[\"']|</[A-Za-z]|(?<=[ \t])\#[^\n]*+)?[ \t\r]*+(?:\n|$)"
    rb"|</[A-Za-z]"
)
_ENDS_WORD = re.compile(rb"[\s\"';&|\\]|$")
_QUOTES = b"\"'"

_DOES = frozenset(
    "allow ask change check confirm disable enable force forgot generate get has hide is keep lost"
    " must need no prompt read remember require reset save send set show update use validate"
    " verify".split()
)
"""First words of names that say what is done with a password: `update_password: always`."""

_NO_PASSWORD = frozenset(
    "admin root user guest guestuser minioadmin always never auto automatic file prompt ldap plain"
    " plaintext cleartext static dynamic enabled disabled failed failure success fails passed"
    " optional boolean integer object array number bool float varchar char bytes binary".split()
)
"""What stands under such a name and is a user, a state or a type."""

_SIGNED = {"jwt", "session", "cookie"}
_SIGNS_WITH = re.compile(r"[A-Za-z]{5,40}")

_SAYS_SO = ("password", "passwd", "passphrase", "secret")
"""How a word ends that says what belongs there: `dbpassword`."""


def sets_word(document: Document, span: Span, before: bytes, name: str, value: str) -> bool:
    """Tell whether `value` is a single word that a configuration sets a password to.

    `before` is what stands before it on its line.
    """
    if not _WORD.fullmatch(value) or not _CONFIGURATION.search(document.path):
        return False
    if is_translation(document.path) or not _is_of_password(name) or _says_what_belongs(value):
        return False
    return _SETS.search(before) is not None and _is_whole(document, span, before)


def _is_of_password(name: str) -> bool:
    """Whether the last word of a name is one for a password, or for a secret that signs, and the
    first is no verb."""
    name = name.removeprefix("set ")  # as shells of Windows have it
    found = [word for word in names.words(name) if not word.isdecimal()]
    if not found or found[0] in _DOES:
        return False
    return names.role(found[-1]) is Role.PASSWORD or is_of_signing(name)


def is_of_signing(name: str) -> bool:
    """Tell whether a name is one for a secret that signs tokens or sessions: `JWT_SECRET`."""
    found = names.words(name)
    return found[-1:] == ("secret",) and not _SIGNED.isdisjoint(found)


def signs_with_word(document: Document, name: str, value: str) -> bool:
    """Tell whether a quoted `value` is letters that somebody made up to sign tokens or sessions
    with, as under `JWT_SECRET`, rather than the name of where the secret is."""
    if _SIGNS_WITH.fullmatch(value) is None or is_translation(document.path):
        return False
    is_name = names.role(value) is not None or is_name_of_credential(value)
    return not is_name and is_of_signing(name)


def _says_what_belongs(value: str) -> bool:
    """Whether a word is one for a password itself, in any language, or for something else."""
    is_word_for_it = names.role(value) is Role.PASSWORD and role_of_ending((value,)) is None
    return is_word_for_it or value in _NO_PASSWORD or value.endswith(_SAYS_SO)


def _is_whole(document: Document, span: Span, before: bytes) -> bool:
    """Whether the word is all that is set: between quotes, or up to the end of the line."""
    end, last = span[1], before[-1:]
    if last and last in _QUOTES:
        return document.data[end : end + 1] == last
    is_variable = last == b"=" and before[-2:-1].strip() != b""
    ends = _ENDS_WORD if is_variable else _ENDS_LINE
    return ends.match(document.data, end) is not None
