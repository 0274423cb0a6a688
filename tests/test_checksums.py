"""Checksums of tokens."""

import pytest

from leakguard.checksums import has_crc32, with_crc32

PADDED = ("k" * 25 + "00273", "00oLxi")


@pytest.mark.parametrize(
    ("drawn", "checksum"),
    [("0" * 30, "2C8GjS"), ("a" * 30, "1yLcDB"), PADDED],
    ids=["zeros", "letters", "padded"],
)
def test_the_checksum_is_a_crc32_in_base_62(drawn: str, checksum: str) -> None:
    assert with_crc32(f"ghp_{drawn}......") == f"ghp_{drawn}{checksum}"


def test_a_token_with_its_checksum_is_right() -> None:
    assert has_crc32(with_crc32("npm_" + "k" * 36))


def test_a_token_with_one_character_changed_is_wrong() -> None:
    assert not has_crc32(with_crc32("npm_" + "k" * 36).replace("k", "j", 1))
