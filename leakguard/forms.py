"""The forms that values have, as patterns: of how many characters of which alphabet.

Each function gives a regular expression in what Hyperscan and `re` share. Lengths are in
characters; several of them are alternatives.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"

JWT = r"eyJ[A-Za-z0-9_\-]{16,80}\.eyJ[A-Za-z0-9_\-]{16,400}\.[A-Za-z0-9_\-]{40,90}"
"""A JSON Web Token as servers make it: https://www.rfc-editor.org/rfc/rfc7519"""

SUPABASE_JWT = (
    r"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6"
    r"I[mn][A-Za-z0-9]{26}Iiwicm9sZSI6I"
)
"""How the tokens begin with which a project of Supabase is used, as far as the role that they are
for: https://supabase.com/docs/guides/api/api-keys"""

SUPABASE_SIGNED = r"[A-Za-z0-9_\-]{30,90}[.][A-Za-z0-9_\-]{43}"
"""The rest of such a token behind its role, with its signature."""

SIXTY_FOUR = r"""
    (?: ^ | [^A-Za-z0-9+_.\-] ) (?P<secret> [A-Za-z0-9]{64} ) (?: $ | [^A-Za-z0-9+_=\-] )
"""
"""A value of 64 letters and digits with what stands around it. Rules that look for one share the
pattern, so that Hyperscan looks once."""

BEHIND_PORT = r": (?: 80 | \d{4,5} | \* ) : [\w.\-*]"
"""Where something follows a port: in rows of logins, which rules look for by this one pattern."""

OPAQUE = r"[A-Za-z0-9_\-.~+/]{16,500}={0,2}"
"""What a key may be of which its provider does not tell how it looks. It says so little that it
counts only under a credential's name that has the provider's word in it: `ACME_API_KEY`."""


_WIDE = re.compile(r"\[[^\[\]]+\]\{\d+,\d+\}")
"""A form of characters of one class, in any number between two."""


@dataclass(frozen=True)
class AnyForm:
    """Some forms, of which a value may have one. To compile those of all providers takes 10 ms, so
    that the wide ones are tried before the others: they are few, and most values have one."""

    forms: frozenset[str]

    def takes(self, data: bytes, start: int, end: int) -> bool:
        """Tell whether what stands between two places, in bytes, has one of the forms."""
        is_wide = self._wide.fullmatch(data, start, end) is not None
        return is_wide or self._others.fullmatch(data, start, end) is not None

    @cached_property
    def _wide(self) -> re.Pattern[bytes]:
        return self._compiled(_WIDE.fullmatch)

    @cached_property
    def _others(self) -> re.Pattern[bytes]:
        return self._compiled(lambda form: not _WIDE.fullmatch(form))

    def _compiled(self, is_meant: Callable[[str], object]) -> re.Pattern[bytes]:
        chosen = sorted(filter(is_meant, self.forms))
        return re.compile("|".join(f"(?:{it})" for it in chosen).encode("ascii"), re.VERBOSE)


def hexadecimal(*lengths: int) -> str:
    """Small hexadecimal digits."""
    return _form("0-9a-f", lengths)


def any_hexadecimal(*lengths: int) -> str:
    """Hexadecimal digits, small or capital."""
    return _form("0-9a-fA-F", lengths)


def digits(*lengths: int) -> str:
    """Digits."""
    return _form("0-9", lengths)


def small(*lengths: int) -> str:
    """Small letters and digits."""
    return _form("a-z0-9", lengths)


def capital(*lengths: int) -> str:
    """Capital letters and digits."""
    return _form("A-Z0-9", lengths)


def base62(*lengths: int) -> str:
    """Letters and digits."""
    return _form("A-Za-z0-9", lengths)


def base64(*lengths: int) -> str:
    """Letters, digits, plus and slash; `=` is none of them: write it where it belongs."""
    return _form("A-Za-z0-9+/", lengths)


def base64url(*lengths: int) -> str:
    """Letters, digits, dash and underscore."""
    return _form(r"A-Za-z0-9_\-", lengths)


def _form(characters: str, lengths: tuple[int, ...]) -> str:
    each = [f"[{characters}]{{{length}}}" for length in lengths]
    return each[0] if len(each) == 1 else "(?:" + "|".join(sorted(each, reverse=True)) + ")"
