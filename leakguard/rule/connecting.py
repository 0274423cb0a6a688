"""A word as a password, where somebody connects with it, or as a secret to sign with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from leakguard.candidate import Candidate, Shape
from leakguard.context import names
from leakguard.levels import Role
from leakguard.values import reason_against
from leakguard.values.placeholders import is_name_of_credential

_SHORTEST_WORD = 6
"""Letters of a word that is taken for a password where nothing but its place says so."""

_WORDS = re.compile(r"[A-Za-z]+(?:[\-_ ][A-Za-z]+)*")
_PLACE = re.compile(r"[0-9.]|localhost")


def as_given(candidate: Candidate, said: Iterable[str]) -> Candidate:
    """Let a word count as a password where somebody logs in with it, unless everybody knows it:
    it is that of anonymous users, or as delivered, or stands in another place too, as the user or
    the database: `connect(user="guest", password="guest")`. `said` is all texts that are given."""
    value = candidate.value.lower()
    is_word = reason_against(candidate.value, Shape.PASSWORD) == "words"
    if candidate.role is not Role.PASSWORD or not is_word or len(value) < _SHORTEST_WORD:
        return candidate
    others = [text.lower() for text in said]
    is_alone = sum(value in it for it in others) < 2 and "anonymous" not in others
    return replace(candidate, shape=Shape.GIVEN) if is_alone else candidate


def as_signing(candidate: Candidate) -> Candidate:
    """Let words that somebody made up count as a secret where it is what signs, unless they say
    what belongs there: `app.secret_key = "…"`, `jwt.encode(payload, "…")`."""
    value = candidate.value
    is_word = _WORDS.fullmatch(value) is not None and len(value) >= _SHORTEST_WORD
    if candidate.role is not Role.SECRET or not is_word or is_name_of_credential(value):
        return candidate
    is_only_word = reason_against(value, candidate.shape) in ("words", "too-short")
    return replace(candidate, shape=Shape.GIVEN) if is_only_word else candidate


def connects(given: Mapping[str, str | None]) -> bool:
    """Tell whether a mapping says where to connect, and as whom. `given` is its keys and their
    texts, None for code; what a schema says of the same names is words: `"host": "required"`."""
    last = {words[-1]: text for key, text in given.items() if (words := names.words(key))}
    places = (text for word, text in last.items() if word in names.PLACES)
    is_place = any(text is None or _PLACE.search(text) for text in places)
    return is_place and not last.keys().isdisjoint(names.USERS)
