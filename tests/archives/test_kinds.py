"""The kind of an archive is told by its content."""

import tarfile

import pytest

from leakguard.archives.kinds import Kind, kind_of, unread_kind
from leakguard.sources.files import archive_kind
from tests.archives.made import COMPRESSIONS, tarred, zipped

FILES = {"a.txt": b"text"}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        pytest.param(zipped(FILES), Kind.ZIP, id="zip"),
        pytest.param(zipped({}), Kind.ZIP, id="empty zip"),
        pytest.param(tarred(FILES, tarfile.USTAR_FORMAT), Kind.TAR, id="ustar"),
        pytest.param(tarred(FILES, tarfile.GNU_FORMAT), Kind.TAR, id="gnu"),
        pytest.param(tarred(FILES, tarfile.PAX_FORMAT), Kind.TAR, id="pax"),
        pytest.param(COMPRESSIONS["gz"](b"x"), Kind.GZIP, id="gzip"),
        pytest.param(COMPRESSIONS["bz2"](b"x"), Kind.BZIP2, id="bzip2"),
        pytest.param(COMPRESSIONS["bz2"](b""), Kind.BZIP2, id="empty bzip2"),
        pytest.param(COMPRESSIONS["xz"](b"x"), Kind.XZ, id="xz"),
        pytest.param(b"\x28\xb5\x2f\xfd\0\0", Kind.ZSTD, id="zstd"),
        pytest.param(b"BZh9 is how it begins", None, id="a text like bzip2"),
        pytest.param(b"PK and more", None, id="a text like zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(600), None, id="png"),
        pytest.param(bytes(600), None, id="zeros"),
        pytest.param(b"0" * 600, None, id="digits"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_a_kind_is_told_by_the_first_bytes(raw: bytes, kind: Kind | None) -> None:
    assert kind_of(raw[:512]) is kind


def test_an_old_tar_is_told_by_its_checksum() -> None:
    block = bytearray(tarred(FILES, tarfile.USTAR_FORMAT)[:512])
    block[257:265] = bytes(8)  # without `ustar`
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block)
    assert kind_of(bytes(block)) is Kind.TAR


@pytest.mark.parametrize("before", [b"#!/usr/bin/env python3\n", b"MZ\0\0" * 400])
def test_a_program_may_stand_before_a_zip(before: bytes) -> None:
    assert archive_kind(before + zipped(FILES)) is Kind.ZIP


def test_the_sign_of_an_end_alone_makes_no_zip() -> None:
    assert archive_kind(b"\0\0PK\5\6" + bytes(100)) is None


@pytest.mark.parametrize(
    ("head", "name"), [(b"7z\xbc\xaf\x27\x1c\0", "7z"), (b"Rar!\x1a\x07\1", "RAR"), (b"PK", None)]
)
def test_kinds_that_are_not_read_have_a_name(head: bytes, name: str | None) -> None:
    assert unread_kind(head) == name
