"""Made-up keys: the same on every run, and in no file."""

import hashlib
import re

import pytest

from leakguard.examples import ALPHABETS, made_up, made_up_pem
from leakguard.fingerprint import is_guessable
from leakguard.values.randomness import entropy


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("length", [1, 15, 16, 64, 500])
def test_a_value_has_its_length_and_its_alphabet(alphabet: str, length: int) -> None:
    value = made_up(alphabet, length)
    assert (len(value), set(value) - set(ALPHABETS[alphabet])) == (length, set())


@pytest.mark.parametrize("seed", range(20))
def test_every_kind_of_character_occurs(seed: int) -> None:
    assert re.fullmatch(r"(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9]).{16}", made_up("base62", 16, seed))


@pytest.mark.parametrize("alphabet", ["base62", "base64", "base64url", "hex"])
def test_a_value_is_as_random_as_a_key(alphabet: str) -> None:
    value = made_up(alphabet, 64)
    assert entropy(value) > 3.4
    assert not is_guessable(value)


def test_every_seed_gives_another_value() -> None:
    assert len({made_up("base62", 64, seed) for seed in range(200)}) == 200


def test_a_value_never_changes() -> None:
    digest = hashlib.sha256(made_up("base62", 64, 1).encode()).hexdigest()
    assert digest[:16] == "7b9ab681d0c66813"


class TestPem:
    block = made_up_pem("RSA PRIVATE KEY", 600, "MII")

    def test_has_its_label_at_both_ends(self) -> None:
        lines = self.block.splitlines()
        assert (lines[0].strip("-"), lines[-1].strip("-")) == (
            "BEGIN RSA PRIVATE KEY",
            "END RSA PRIVATE KEY",
        )

    def test_has_lines_of_64_that_start_with_the_head(self) -> None:
        body = self.block.splitlines()[1:-1]
        assert body[0].startswith("MII")
        assert {len(line) for line in body[:-1]} == {64}
        assert sum(map(len, body)) == 800
