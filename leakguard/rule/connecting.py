"""A word as a password, where somebody connects with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from leakguard.candidate import Candidate, Shape
from leakguard.context import names
from leakguard.levels import Role
from leakguard.values import reason_against

_SHORTEST_WORD = 6
"""Letters of a word that is taken for a password where nothing but its place says so."""

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


def connects(given: Mapping[str, str | None]) -> bool:
    """Tell whether a mapping says where to connect, and as whom. `given` is its keys and their
    texts, None for code; what a schema says of the same names is words: `"host": "required"`."""
    last = {words[-1]: text for key, text in given.items() if (words := names.words(key))}
    places = (text for word, text in last.items() if word in names.PLACES)
    is_place = any(text is None or _PLACE.search(text) for text in places)
    return is_place and not last.keys().isdisjoint(names.USERS)
