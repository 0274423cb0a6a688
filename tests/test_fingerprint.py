"""The identity of a finding: frozen, since a change of it would re-open everybody's alerts."""

import hashlib

import pytest

from leakguard.examples import made_up, made_up_pem
from leakguard.fingerprint import (
    fingerprint,
    is_guessable,
    secret_id,
    statement_fingerprint,
)
from tests.support import found

KEY = made_up("base62", 64, 60)


def digest(*parts: bytes) -> str:
    """The formula of the module's docstring, written a second time."""
    text = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.sha256(text).hexdigest()


def stretched(value: str, salt: bytes) -> bytes:
    return hashlib.scrypt(value.encode(), salt=salt, n=2048, r=8, p=1, dklen=32)


class TestTheFormula:
    def test_of_a_value_that_cannot_be_guessed(self) -> None:
        wanted = digest(b"leakguard/1", b"a-rule", b"a/b.py", KEY.encode())[:32]
        assert fingerprint("a-rule", "a/b.py", KEY) == wanted

    def test_of_a_value_that_can_be_guessed(self) -> None:
        salt = bytes.fromhex(digest(b"leakguard/1", b"a-rule", b"a/b.py", b""))
        wanted = digest(b"leakguard/1", b"a-rule", b"a/b.py", stretched("hunter2", salt))[:32]
        assert fingerprint("a-rule", "a/b.py", "hunter2") == wanted

    def test_of_a_statement(self) -> None:
        wanted = digest(b"leakguard/1", b"a-rule", b"a.py", b"statement 2 print(os.environ)")[:32]
        assert statement_fingerprint("a-rule", "a.py", "print(os.environ)", 2) == wanted

    def test_of_a_value_in_every_place(self) -> None:
        assert secret_id(KEY) == digest(b"leakguard/1", b"secret", b"", KEY.encode())[:24]

    def test_of_a_path_that_is_no_utf_8(self) -> None:
        wanted = digest(b"leakguard/1", b"a-rule", b"\xff.py", KEY.encode())[:32]
        assert fingerprint("a-rule", "\udcff.py", KEY) == wanted


@pytest.mark.parametrize(
    ("value", "golden"),
    [
        ("A1b2" * 3 + "C3d4E5f6G7h8J9k0LmNpQrStUvWx", "3ae7c452c36adf7daa6ae1acd3435353"),
        ("hunter2", "5ac546f5df5f95b812e8caf3de26f27e"),
        ("pässword", "40c61e48c68fb6f7c4eb3150832d586d"),
    ],
    ids=["unguessable", "guessable", "no ASCII"],
)
def test_values_of_version_1_are_frozen(value: str, golden: str) -> None:
    assert fingerprint("binance-secret-key", "src/bot.py", value) == golden


def test_statements_of_version_1_are_frozen() -> None:
    assert (
        statement_fingerprint("environ-dump", "src/bot.py", "print(os.environ)", 0)
        == "5a288ae054cc1c2fcb4b99ff354d7257"
    )


class TestIsTheSame:
    @pytest.mark.parametrize(
        "above",
        ["", "\n\n\n", "# a comment\n", "x = 1\n" * 100],
        ids=["", "blank", "comment", "far"],
    )
    def test_wherever_the_line_stands(self, above: str) -> None:
        (here,) = found(f'api_secret = "{KEY}"\n', "a.py")
        (there,) = found(f'{above}api_secret = "{KEY}"\n', "a.py")
        assert there.fingerprint == here.fingerprint

    def test_however_a_statement_is_laid_out(self) -> None:
        one = statement_fingerprint("a", "b", "print(a,\n      b)", 0)
        assert one == statement_fingerprint("a", "b", "print(a, b)", 0)


class TestIsAnother:
    base = ("a-rule", "a.py", KEY)

    @pytest.mark.parametrize(
        "other",
        [
            ("b-rule", "a.py", KEY),
            ("a-rule", "b.py", KEY),
            ("a-rule", "a.py", made_up("base62", 64, 61)),
            ("a-rulea", ".py", KEY),
        ],
        ids=["rule", "path", "value", "where the parts meet"],
    )
    def test_for_another(self, other: tuple[str, str, str]) -> None:
        assert fingerprint(*other) != fingerprint(*self.base)

    def test_for_a_password_elsewhere(self) -> None:
        assert fingerprint("a", "b", "hunter2") != fingerprint("a", "c", "hunter2")

    def test_for_the_next_of_equal_statements(self) -> None:
        assert statement_fingerprint("a", "b", "c", 0) != statement_fingerprint("a", "b", "c", 1)


@pytest.mark.parametrize(
    ("value", "guessable"),
    [
        (KEY, False),
        (made_up("hex", 64), False),
        (made_up("base64url", 43), False),
        (made_up("base62", 32), False),
        (made_up("base62", 31), True),
        ("hunter2", True),
        ("correct horse battery staple and 12 more", True),
        ("a1" * 32, True),
        ("abcdefghijklmnopqrstuvwxyzabcdefghijklmnop", True),
        ("12345678901234567890123456789012", True),
        (made_up_pem("PRIVATE KEY", 200), False),
        ("-----BEGIN " + "PRIVATE KEY-----", True),
    ],
)
def test_what_can_be_guessed_back_from_a_digest(value: str, guessable: bool) -> None:
    assert is_guessable(value) is guessable


def test_a_value_that_can_be_guessed_has_no_identity_of_its_own() -> None:
    assert secret_id("hunter2") is None
