"""Tars, in all their dialects."""

import io
import tarfile

import pytest

from tests.archives.made import COMPRESSIONS, notices, tarred, texts

LONG = "folder/" * 40 + "bot.py"


@pytest.mark.parametrize(
    "form",
    [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT],
    ids=["ustar", "gnu", "pax"],
)
def test_each_file_is_read(form: int) -> None:
    files = {"a.txt": b"one", "b/c.txt": b"x" * 1500, "empty": b"", "d.txt": b"y" * 512}
    assert texts(tarred(files, form)) == files


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT], ids=["gnu", "pax"])
def test_a_long_name_is_read(form: int) -> None:
    assert texts(tarred({LONG: b"one", "b": b"two"}, form)) == {LONG: b"one", "b": b"two"}


def test_a_name_in_two_parts_is_read() -> None:
    name = "p" * 90 + "/" + "n" * 90
    assert texts(tarred({name: b"one"}, tarfile.USTAR_FORMAT)) == {name: b"one"}


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_compressed_tar_is_one_archive(suffix: str) -> None:
    assert texts(COMPRESSIONS[suffix](tarred({"a.txt": b"one"}))) == {"a.txt": b"one"}


@pytest.mark.parametrize(
    "type_",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE],
    ids=["link", "hard link", "device", "pipe", "folder"],
)
def test_what_is_no_file_has_no_content(type_: bytes) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("thing")
        entry.type, entry.linkname = type_, "/etc/passwd"
        archive.addfile(entry)
        after = tarfile.TarInfo("after")
        after.size = 3
        archive.addfile(after, io.BytesIO(b"one"))
    assert texts(out.getvalue()) == {"after": b"one"}


def test_a_tar_that_is_appended_is_read_too() -> None:
    assert texts(tarred({"a": b"one"}) + tarred({"b": b"two"})) == {"a": b"one", "b": b"two"}


def test_what_is_appended_and_no_tar_is_told() -> None:
    raw = tarred({"a": b"one"}) + b"more" * 200
    assert notices(raw) == [("", "followed by what is no part of it, which was left out")]


def test_of_a_file_that_is_cut_short_the_start_is_read() -> None:
    raw = tarred({"a": b"x" * 2000})[:-9000]
    assert len(raw) > 512
    assert texts(raw) == {"a": raw[512:2512]}


@pytest.mark.parametrize(
    "size",
    [b"77777777777\0", b"\x80" + b"\xff" * 11, b"\x80" + bytes(3) + b"\x7f" * 8],
    ids=["8 GiB", "2^88", "2^62"],
)
def test_an_absurd_size_is_told(size: bytes) -> None:
    block = bytearray(tarred({"a": b"one"}, tarfile.USTAR_FORMAT))
    block[124:136] = size
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block[:512])
    assert notices(bytes(block)) == [("", "read only in part, since cut short")]


@pytest.mark.parametrize("size", [b"\xff" * 12, b"-0000000001\0", b"12x45678901\0"], ids=repr)
def test_a_size_that_is_none_is_told(size: bytes) -> None:
    block = bytearray(tarred({"a": b"one"}, tarfile.USTAR_FORMAT))
    block[124:136] = size
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block[:512])
    assert notices(bytes(block)) == [("", "read only in part, since damaged")]


def test_a_broken_header_ends_it_with_a_notice() -> None:
    raw = bytearray(tarred({"a": b"one", "b": b"two"}, tarfile.USTAR_FORMAT))
    raw[1024] ^= 1
    assert texts(bytes(raw)) == {"a": b"one"}
    assert notices(bytes(raw)) == [("", "read only in part, since damaged")]
