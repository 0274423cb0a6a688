"""What Hyperscan looks for so that a value is judged by the provider whose word stands near it."""

from collections.abc import Iterable, Iterator

_WORDS_OF_A_TRIGGER = 16
"""Hyperscan looks for few words as literals, which is fast; 90 of them it takes for one large
automaton, which is fifty times slower."""

DRAWN = r"[A-Za-z0-9_\-]{20,40}"
"""What stands under a provider's own name, if it is a key: neither a word nor a version."""


def spelling(word: str) -> str:
    """Give the pattern of a provider's word: where it has a space, a separator may stand."""
    return word.replace(" ", r"[ _.\-]?")


def under_key(form: str) -> str:
    """Give the trigger of a value of `form` that is called `key`, and nothing more."""
    return rf"""
        \b (?i: key ) \\? ["'`]? \]? [ \t]{{0,4}} (?: = | : | => | > | , ) [ \t]{{0,4}} \\? ["'`]?
        (?: {form} ) (?: $ | [^A-Za-z0-9_\-] )
    """


def near_providers(form: str, words: Iterable[str]) -> Iterator[str]:
    """Give the triggers of a value of `form` on one line with, and behind, one of `words`."""
    for spelled in _alternatives(words):
        yield rf"""
            (?i: {spelled} ) [^\n]{{0,100}} [^A-Za-z0-9_\-\n] (?: {form} )
            (?: $ | [^A-Za-z0-9_\-] )
        """


def under_own_name(words: Iterable[str]) -> Iterator[str]:
    """Give the triggers of a value that is called as its provider is, and nothing more, or that
    stands in the cell of a table behind it."""
    for spelled in _alternatives(words):
        yield rf"""
            \b (?i: {spelled} ) ["'`]? \]? [ \t]{{0,4}} (?: = | : | => | \| ) [ \t]{{0,4}}
            ["'`]? {DRAWN} (?: $ | [^A-Za-z0-9_\-] )
        """


def under_plain_key() -> str:
    """Give the trigger of a value that is called `key`, whose section may be a provider's."""
    return r"""
        \b (?i: key ) ["']? [ \t]{0,4} (?: = | : | => ) [ \t]{0,4} ["'`]?
        [A-Za-z0-9_\-]{16,100} (?: $ | [\s"'`] )
    """


def in_call() -> str:
    """Give the trigger of a value that a call takes, which may be named after its provider."""
    return r"""(?: [(,] [ ]? | \( \s{1,40} ) ["'] [A-Za-z0-9_\-]{20,65} ["']"""


def in_exchange() -> str:
    """Give the trigger of what freqtrade's configuration calls an exchange's key, of any form."""
    return r"""
        ["'] exchange ["'] \s{0,4} : \s{0,4} \{ [^{}]{0,300} ["'] key ["'] \s{0,4} : \s{0,4}
        ["'] [A-Za-z0-9_\-.~+/=]{16,200} ["']
    """


def _alternatives(words: Iterable[str]) -> Iterator[str]:
    ordered = sorted(words)
    for start in range(0, len(ordered), _WORDS_OF_A_TRIGGER):
        yield "|".join(map(spelling, ordered[start : start + _WORDS_OF_A_TRIGGER]))
