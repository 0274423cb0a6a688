"""What is read of a commit or a tag: all that somebody has written."""

import pytest

from leakguard.history.messages import text_of

HEAD = b"tree 1\nauthor An Author <a@example.org> 1 +0000\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-16le", "utf-16", "cp037", "utf-7", "idna", "punycode", "undefined", "unicode_escape",
     "zlib", "rot13", "no-such", "", "a\0b"],
    ids=repr,
)  # fmt: skip
def test_no_encoding_hides_a_message(encoding: str) -> None:
    raw = HEAD + f"encoding {encoding}\n\nA message, +2AA- and \\ud800.".encode()
    assert text_of(raw).startswith(b"A message, +2AA- and \\ud800.")


def test_a_message_is_in_the_encoding_that_it_names() -> None:
    raw = HEAD + b"encoding latin-1\n\nGr\xfc\xdfe"
    assert text_of(raw).startswith("Grüße".encode())


def test_of_two_authors_both_are_read() -> None:
    another = b"author Another <b@example.org> 1 +0000\n"
    assert text_of(HEAD + another + b"\nA message").count(b"author An") == 2


def test_the_tag_that_a_merge_keeps_is_read() -> None:
    kept = b"mergetag object 1\n type commit\n tag v1\n \n The tag says this,\n and that.\n"
    assert b"The tag says this,\nand that." in text_of(HEAD + kept + b"\nA message")


def test_a_signature_is_left_out() -> None:
    assert b"SIGNED" not in text_of(HEAD + b"gpgsig SIGNED\n SIGNED\n\nA message")
