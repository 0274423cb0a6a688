"""A salt that somebody typed shows that a hashed password is only an example of one."""

import pytest

from leakguard.examples import made_up
from leakguard.values.salts import is_typed, reason_of_salt

CRYPT = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BCRYPT = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def written(octets: bytes, alphabet: str, order: str) -> str:
    """Write octets with 64 characters, as bcrypt ("big") and crypt ("little") do."""
    groups = [octets[at : at + 3] for at in range(0, len(octets) - len(octets) % 3, 3)]
    numbers = [int.from_bytes(group, order) for group in groups]  # type: ignore[arg-type]
    shifts = (18, 12, 6, 0) if order == "big" else (0, 6, 12, 18)
    return "".join(alphabet[number >> shift & 63] for number in numbers for shift in shifts)


TYPED = {
    "digits": "12345678",
    "letters": "abcdefghijklmnop",
    "backwards": "87654321",
    "words": "seasalt2",
    "digits in base64": written(b"876543210", BASE64, "big"),
    "digits as bcrypt writes them": written(b"123456789012345", BCRYPT, "big"),
    "letters as crypt writes them": written(b"abcdef", CRYPT, "little"),
}


@pytest.mark.parametrize("salt", TYPED.values(), ids=TYPED)
def test_words_and_sequences_are_typed_however_they_are_written(salt: str) -> None:
    assert is_typed(salt)


@pytest.mark.parametrize("length", [8, 12, 16, 22])
def test_hardly_any_salt_that_was_drawn_is_taken_for_typed(length: int) -> None:
    salts = [made_up("base64", length, seed).replace("+", ".") for seed in range(500)]
    assert sum(map(is_typed, salts)) <= 2


@pytest.mark.parametrize("salt", ["", "x", "ab", "$", "abcde"], ids=repr)
def test_what_is_too_short_tells_nothing(salt: str) -> None:
    assert not is_typed(salt)


DIGEST = made_up("base62", 31, 911)


@pytest.mark.parametrize(
    "value",
    [
        f"6$12345678${DIGEST}",
        f"6$rounds=5000$12345678${DIGEST}",
        rf"6\$12345678\${DIGEST}",
        f"6$$12345678$${DIGEST}",
        f"2b$12$1234567890123456789012{DIGEST}",
        f"pbkdf2_sha256$260000$seasalt2${DIGEST}",
        f"SCRAM-SHA-256$4096:12345678${DIGEST}:{DIGEST}",
    ],
)
def test_the_salt_is_found_in_each_form(value: str) -> None:
    assert reason_of_salt(value) == "typed-salt"


@pytest.mark.parametrize(
    "value",
    [
        f"6${made_up('base62', 16, 912)}$12345678{DIGEST}",
        f"2b$12${made_up('base62', 22, 913)}{DIGEST}",
        DIGEST,
    ],
    ids=["crypt", "bcrypt", "no field"],
)
def test_any_other_is_a_hash(value: str) -> None:
    assert reason_of_salt(value) is None
