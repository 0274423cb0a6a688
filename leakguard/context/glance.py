"""Whether a value is a word under a name that makes no credential of one: a look at its bytes.

Most of what a trigger sees is such: `"output_token": "NextToken"`, `apiKey: true`. Here it is left
out before anything is made of it; what is not as plain is told by those who read names.
"""

import re
from functools import lru_cache

from leakguard.context import names
from leakguard.levels import Role
from leakguard.values.randomness import is_word

_REACH = 140
"""Bytes before the end of a value that are looked at."""

_REMEMBERED = 4096
"""Names whose answers are kept: a few hundred are most of those in a source."""

# Reads from the delimiter behind the value to the left, over the reversed text: anchored, so that
# no position is tried twice.
_GIVEN = re.compile(
    rb"""(?: (?P<quote>["'`]) (?P<quoted>[A-Za-z_.\-/:]{3,60}+) (?P=quote)
           | [\s"'`<>]? [,;.)\]}]{0,2} (?P<bare>[A-Za-z_.]{2,60}+) )
         [ \t]{0,8} >?[=:] [ \t]{0,8} ["'`]? \]? ["'`]?
         (?P<name>[\w.\-]{2,60}) (?: [ ] (?P<before>\w{1,40}) )? (?![\w.\-=$]|[ ]\w)""",
    re.VERBOSE,
)
"""`name = word`, `"name": "word"`, `["name"] = 'word'`, `let name: word`."""


def is_plain_word(data: bytes, end: int) -> bool:
    """Tell whether the value whose delimiter, or whose last byte, stands before `end`, in bytes, is
    a word, or a name of words, that is given the name of a key or a token.

    Only what people choose themselves may be a word: passwords, passphrases, secrets that sign.
    """
    given = _GIVEN.match(data[max(0, end - _REACH) : end][::-1])
    return (
        given is not None
        and is_word((given["quoted"] or given["bare"])[::-1])
        and _is_of_generated(given["name"][::-1], given["before"])
    )


@lru_cache(_REMEMBERED)
def _is_of_generated(name: bytes, before: bytes | None) -> bool:
    """Whether a name, also with the word before it, which is reversed, is that of what is made by
    a generator."""
    own = name.decode("ascii", "replace")
    whole = own if before is None else f"{before[::-1].decode('ascii', 'replace')} {own}"
    return all(names.role(it) in (Role.KEY, Role.TOKEN) for it in {own, whole})
