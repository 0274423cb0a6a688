"""Recovery phrases: are these words one, and is its checksum right?

https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki (its word lists are those of the
`mnemonic` package, its authors' own)
https://electrum.readthedocs.io/en/latest/seedphrase.html (the same words, another checksum)
"""

import hashlib
import hmac
import re
import unicodedata
from functools import cache

LANGUAGES = (
    "english",
    "japanese",
    "korean",
    "spanish",
    "chinese_simplified",
    "chinese_traditional",
    "french",
    "italian",
    "czech",
    "portuguese",
)
_LENGTHS = {12, 15, 18, 21, 24}
_WORD = re.compile(r"[^\W\d_]++(?:[\u0300-\u036f\u3099\u309a]++[^\W\d_]*+)*+")
_ELECTRUM = ("01", "100", "101", "102")


def words_of(text: str) -> list[str]:
    """Give the words of a phrase, whatever stands between them."""
    return _WORD.findall(unicodedata.normalize("NFKD", text))


def language_of(text: str) -> str | None:
    """Give the language in whose list all words of a phrase are, or None if it is no phrase."""
    words = set(words_of(text))
    if len(words_of(text)) not in _LENGTHS or len(words) < 8:
        return None
    return next((it for it in LANGUAGES if words <= _words_in(it).keys()), None)


def is_right(text: str) -> bool:
    """Tell whether the checksum of a phrase fits, in one of the lists that have its words."""
    words = words_of(text)
    lists = [_words_in(it) for it in LANGUAGES]
    return any(
        set(words) <= known.keys() and _fits([known[word] for word in words]) for known in lists
    ) or _is_electrum(words)


@cache
def _words_in(language: str) -> dict[str, int]:
    """Give the numbers of the words of a list."""
    from mnemonic import Mnemonic  # only where there is a phrase to look at

    words = Mnemonic(language).wordlist
    return {unicodedata.normalize("NFKD", word): number for number, word in enumerate(words)}


def _fits(numbers: list[int]) -> bool:
    if len(numbers) not in _LENGTHS:
        return False  # the number of bits is none of whole octets and a checksum
    bits = "".join(f"{number:011b}" for number in numbers)
    length = len(bits) // 33
    entropy = int(bits[:-length], 2).to_bytes((len(bits) - length) // 8, "big")
    digest = hashlib.sha256(entropy).digest()
    return f"{digest[0]:08b}"[:length] == bits[-length:]


def _is_electrum(words: list[str]) -> bool:
    phrase = " ".join(words).encode()
    return hmac.digest(b"Seed version", phrase, "sha512").hex().startswith(_ELECTRUM)
