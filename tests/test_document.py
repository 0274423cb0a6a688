"""Documents: text told from binary, its encoding, and the places in it."""

import codecs

import pytest

from leakguard.document import Document, decode
from leakguard.finding import Place

TEXT = "first = 1\nname = 'zoë 鍵 🔑'\nlast = 2\n"


@pytest.mark.parametrize(
    ("raw", "data"),
    [
        pytest.param(TEXT.encode(), TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode(), id="utf-8-with-mark"),
        pytest.param(TEXT.encode("utf-16"), TEXT.encode(), id="utf-16-with-mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT.encode(), id="utf-16-le-with-mark"
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT.encode(), id="utf-16-be-with-mark"
        ),
        pytest.param(TEXT.encode("utf-16-le"), TEXT.encode(), id="utf-16-le"),
        pytest.param(TEXT.encode("utf-16-be"), TEXT.encode(), id="utf-16-be"),
        pytest.param(TEXT.encode("utf-32"), TEXT.encode(), id="utf-32-with-mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x00",
            TEXT.encode() + "\ufffd".encode(),
            id="utf-16-with-half-a-character",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"\x00\xd8" + "a".encode("utf-16-le"),
            "\ufffda".encode(),
            id="utf-16-with-half-a-pair",
        ),
        pytest.param("clé = 'naïf'".encode("latin-1"), b"cl\xe9 = 'na\xeff'", id="latin-1"),
        pytest.param(b"", b"", id="empty"),
        pytest.param(codecs.BOM_UTF8, b"", id="only-a-mark"),
        pytest.param(codecs.BOM_UTF16_LE, b"", id="only-a-utf-16-mark"),
    ],
)
def test_text_becomes_utf_8_or_stays_latin_1(raw: bytes, data: bytes) -> None:
    assert decode(raw) == data


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00", id="elf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="png"),
        pytest.param(b"text and then\x00a zero byte", id="a-zero-byte"),
        pytest.param(b"\x00" * 100, id="zero-bytes-only"),
        pytest.param(bytes(range(256)) * 40, id="every-byte"),
    ],
)
def test_a_zero_byte_near_the_start_is_binary(raw: bytes) -> None:
    assert decode(raw) is None


def test_a_zero_byte_far_in_is_text() -> None:
    raw = b"x" * 10_000 + b"\x00"
    assert decode(raw) == raw


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param("zoë".encode(), "utf-8", id="utf-8"),
        pytest.param(b"zo\xeb", "latin-1", id="latin-1"),
        pytest.param(b"\xf0\x9f\x94", "latin-1", id="cut-off-utf-8"),
    ],
)
def test_the_encoding_is_what_the_bytes_are(data: bytes, encoding: str) -> None:
    assert Document("a", "a", data).encoding == encoding


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b"KEY", Place(1, 1, 1, 4), id="at-the-start"),
        pytest.param(b"a\nbc KEY", Place(2, 4, 2, 7), id="second-line"),
        pytest.param(b"a\r\nKEY\r\n", Place(2, 1, 2, 4), id="crlf"),
        pytest.param(b"a\rb\rKEY\r", Place(3, 1, 3, 4), id="lone-cr"),
        pytest.param(b"a\n\r\n\rKEY", Place(4, 1, 4, 4), id="mixed-line-ends"),
        pytest.param("é鍵🔑 KEY".encode(), Place(1, 5, 1, 8), id="characters-not-bytes"),
        pytest.param(b"\xe9\xe9 KEY", Place(1, 4, 1, 7), id="latin-1-characters"),
        pytest.param(b"\tKEY", Place(1, 2, 1, 5), id="a-tab-is-one-character"),
        pytest.param("a\u2028b\x0cc KEY".encode(), Place(1, 7, 1, 10), id="no-other-line-ends"),
        pytest.param(b"a\n" * 100_000 + b"KEY", Place(100_001, 1, 100_001, 4), id="many-lines"),
        pytest.param(b"x" * 200_000 + b"KEY", Place(1, 200_001, 1, 200_004), id="a-long-line"),
    ],
)
def test_places_count_lines_and_characters_from_one(data: bytes, place: Place) -> None:
    span = (data.index(b"KEY"), data.index(b"KEY") + 3)
    assert Document("a", "a", data).places([span]) == {span: place}


def test_a_place_may_span_lines() -> None:
    document = Document("a", "a", b"x\nBEGIN\r\nmiddle\r\nEND\r\ny")
    assert document.places([(2, 20)]) == {(2, 20): Place(2, 1, 4, 4)}


def test_places_are_told_in_any_order_and_where_they_overlap() -> None:
    document = Document("a", "a", "ab\nçd ef\n".encode())
    spans = [(7, 9), (3, 9), (0, 2)]
    assert document.places(spans) == {
        (7, 9): Place(2, 4, 2, 6),
        (3, 9): Place(2, 1, 2, 6),
        (0, 2): Place(1, 1, 1, 3),
    }


def test_utf_16_places_are_those_of_its_characters() -> None:
    data = decode("é\r\n🔑 KEY".encode("utf-16"))
    assert data is not None
    span = (data.index(b"KEY"), len(data))
    assert Document("a", "a", data).places([span])[span] == Place(2, 3, 2, 6)


@pytest.mark.parametrize(
    ("path", "data", "is_python"),
    [
        pytest.param("a/b.py", b"", True, id="py"),
        pytest.param("a/b.pyi", b"", True, id="pyi"),
        pytest.param("a/b.pyw", b"", True, id="pyw"),
        pytest.param("run", b"#!/usr/bin/env python3\n", True, id="shebang"),
        pytest.param("run", b"#!/bin/sh\n# python\n", False, id="another-shebang"),
        pytest.param("run.sh", b"#!/usr/bin/python\n", False, id="another-name"),
        pytest.param("python", b"text", False, id="no-shebang"),
    ],
)
def test_python_is_told_by_name_or_first_line(path: str, data: bytes, is_python: bool) -> None:
    assert Document(path, path, data).is_python is is_python
