"""Checksums of tokens."""

import pytest

from leakguard.formats.checksums import (
    has_base64_crc32,
    has_crc32,
    has_hexadecimal_crc32,
    with_base64_crc32,
    with_crc32,
    with_hexadecimal_crc32,
)

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


@pytest.mark.parametrize(
    ("drawn", "checksum"), [("0" * 54, "X+KS/Q"), ("a" * 54, "KWHF2g")], ids=["zeros", "letters"]
)
def test_the_checksum_of_a_prefix_without_a_dash_is_a_crc32_in_base_64(
    drawn: str, checksum: str
) -> None:
    assert with_base64_crc32(f"cflt{drawn}......") == f"cflt{drawn}{checksum}"


def test_a_secret_with_one_character_changed_is_wrong() -> None:
    assert not has_base64_crc32(with_base64_crc32("cflt" + "k" * 60).replace("k", "j", 1))


PREFIX = "packagist_out_"


@pytest.mark.parametrize(
    ("drawn", "checksum"),
    [("0" * 60, "7c86dc11"), ("a" * 60, "5fc183ef"), ("0" * 59 + "1", "0b81ec87")],
    ids=["zeros", "letters", "padded"],
)
def test_the_checksum_of_prefix_and_all_is_a_crc32_in_hexadecimal_digits(
    drawn: str, checksum: str
) -> None:
    assert with_hexadecimal_crc32(f"{PREFIX}{drawn}........") == f"{PREFIX}{drawn}{checksum}"


def test_a_token_with_another_prefix_than_its_checksum_is_wrong() -> None:
    token = with_hexadecimal_crc32(PREFIX + "k" * 68)
    assert has_hexadecimal_crc32(token)
    assert not has_hexadecimal_crc32(token.replace("out", "ort"))
