"""Made-up keys: random-looking, the same on every run, and no literal in any file."""

import hashlib
from functools import cache

ALPHABETS = {
    "base62": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "base64": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "base64url": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "hex": "0123456789abcdef",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "digits": "0123456789",
}


@cache
def made_up(alphabet: str, length: int, seed: int = 0) -> str:
    """Give `length` characters of an alphabet of `ALPHABETS`; each `seed` gives another value.

    Every kind of character of the alphabet (capital, small letter, digit) occurs in it, as
    in nearly every real key, once it has at least 16 characters.
    """
    characters = ALPHABETS[alphabet]
    for attempt in range(100):
        stream = hashlib.shake_256(f"{alphabet}/{length}/{seed}/{attempt}".encode()).digest(length)
        value = "".join(characters[byte % len(characters)] for byte in stream)
        kinds = ((str.isupper, "A"), (str.islower, "a"), (str.isdigit, "0"))
        if length < 16 or all(
            any(map(is_kind, value)) for is_kind, one in kinds if one in characters
        ):
            break
    return value


def made_up_pem(label: str, octets: int, head: str = "", seed: int = 0) -> str:
    """Give a PEM block whose base64 body starts with `head` and holds about `octets` bytes."""
    body = head + made_up("base64", octets * 4 // 3 - len(head), seed)
    lines = [body[start : start + 64] for start in range(0, len(body), 64)]
    dashes = "-" * 5  # apart from the word after it, so that this line is no PEM marker
    return "\n".join([f"{dashes}BEGIN {label}{dashes}", *lines, f"{dashes}END {label}{dashes}", ""])
