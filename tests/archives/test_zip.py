"""Zips, whole and broken."""

import io
import struct
import zipfile

import pytest

from leakguard.archives.zip_directory import find
from tests.archives.made import notices, texts, zipped

FILES = {"a.txt": b"one" * 50, "b/c.txt": b"two" * 400, "empty": b""}


@pytest.mark.parametrize(
    "method",
    [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA],
    ids=["stored", "deflated", "bzip2", "lzma"],
)
def test_each_file_is_read(method: int) -> None:
    assert texts(zipped(FILES, method)) == FILES


def test_one_that_was_written_to_a_pipe_is_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"one")
    assert texts(out.getvalue()) == {"a.txt": b"one"}


@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n" * 9], ids=["alone", "behind a script"])
@pytest.mark.parametrize("comment", [b"", b"a comment PK\5\6 of some bytes"], ids=["", "comment"])
def test_the_directory_is_found(before: bytes, comment: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", b"one")
        archive.comment = comment
    assert texts(before + out.getvalue()) == {"a.txt": b"one"}


def test_large_numbers_are_read_where_they_stand() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as file:
        file.write(b"one")
    assert texts(out.getvalue()) == {"a.txt": b"one"}


def test_a_backslash_parts_folders() -> None:
    raw = zipped({"app/config.env": b"one"}).replace(b"app/config", b"app\\config")
    assert texts(raw) == {"app/config.env": b"one"}


def test_a_name_that_comes_twice_is_read_twice() -> None:
    raw = zipped({"a1": b"one", "a2": b"two"}).replace(b"a2", b"a1")
    assert texts(raw) == {"a1": b"two"}
    assert notices(raw) == []


def test_an_encrypted_member_is_named() -> None:
    raw = bytearray(zipped({"a.txt": b"one", "b.txt": b"two"}))
    raw[raw.index(b"PK\1\2") + 8] |= 1
    assert texts(bytes(raw)) == {"b.txt": b"two"}
    assert notices(bytes(raw)) == [("", "left out, since encrypted (a.txt)")]


def test_an_unknown_method_is_named() -> None:
    raw = bytearray(zipped({"a.txt": b"one"}))
    raw[raw.index(b"PK\1\2") + 10] = 9
    told = "left out, since packed by method 9, which is not read (a.txt)"
    assert notices(bytes(raw)) == [("", told)]


def test_a_content_with_another_checksum_is_scanned_and_named() -> None:
    raw = bytearray(zipped({"a.txt": b"one", "b.txt": b"two"}, zipfile.ZIP_STORED))
    raw[raw.index(b"one")] ^= 1
    assert texts(bytes(raw)) == {"a.txt": b"nne", "b.txt": b"two"}
    assert notices(bytes(raw)) == [("", "damaged: the checksum is another one (a.txt)")]


def test_a_damaged_member_is_named_and_the_others_are_read() -> None:
    raw = bytearray(zipped({"a.txt": b"one" * 50, "b.txt": b"two"}))
    raw[raw.index(b"a.txt") + 5] = 0xFF
    assert texts(bytes(raw)) == {"b.txt": b"two"}
    assert notices(bytes(raw)) == [("", "read only in part, since damaged (a.txt)")]


def test_properties_that_lzma_does_not_know_are_damage() -> None:
    raw = bytearray(zipped({"a.txt": b"one" * 50}, zipfile.ZIP_LZMA))
    raw[raw.index(b"a.txt") + len("a.txt") + 4] = 224  # all three at their most
    assert notices(bytes(raw)) == [("", "read only in part, since damaged (a.txt)")]


def test_without_its_directory_the_members_are_found_by_their_headers() -> None:
    raw = zipped(FILES)
    cut = raw[: raw.index(b"PK\1\2")]
    assert texts(cut) == FILES
    assert notices(cut) == [
        ("", "cut short: it has no directory, and what was found of it was read")
    ]


def overlapping(count: int) -> bytes:
    """Many entries of a directory that stand for one content."""
    raw = zipped({"a.txt": b"x" * 1000})
    start = raw.index(b"PK\1\2")
    end = raw.index(b"PK\5\6")
    entry = raw[start:end]
    record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entry) * count, start, 0)
    return raw[:start] + entry * count + record


def test_members_that_overlap_are_a_bomb() -> None:
    told = "read only in part, since its members overlap, as in a bomb"
    assert notices(overlapping(50_000)) == [("", told)]
    assert list(texts(overlapping(50_000))) == ["a.txt"]


def test_an_end_that_tells_of_a_directory_elsewhere_is_none() -> None:
    raw = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 46, 1 << 31, 0)
    assert find(io.BytesIO(raw)) is None
