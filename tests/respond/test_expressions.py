"""git-filter-repo reads the files as they are meant; it is asked itself."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from leakguard.respond import expressions

filter_repo: Any = import_module("git_filter_repo")

WRITTEN = {
    "plain": b"kD92jf8sPQ71mZx",
    "arrow": b"aB3==>dE5fG7==>hI9",
    "its-own-words": b"regex:a.c",
    "glob": b"glob:*",
    "literal": b"literal:abc",
    "pattern": rb"(a|b)*[c-d]{2}.+$^\1\g<0>",
    "hash": b"# a comment",
    "spaces": b"  a value  ",
    "lines": b"first\nsecond\r\nthird",
    "return": b"first\rsecond",
    "ends-with-a-line-end": b"value\n",
    "lines-and-arrow": b"a==>b\nc==>d",
    "no-utf-8": b"\xff\xfe\x00a\x80",
    "quotes": b"a'b\"c\\",
}


def replaced(file: Path, data: bytes) -> bytes:
    """Replace as git-filter-repo does in a blob."""
    found = filter_repo.FilteringOptions.get_replace_text(str(file).encode())
    for text, other in found["literals"]:
        data = data.replace(text, other)
    for pattern, other in found["regexes"]:
        data = pattern.sub(other, data)
    return data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_just_the_text_is_replaced(file: Path, written: bytes) -> None:
    file.write_bytes(expressions.replacements([written]))
    text = b"before %b, %b behind\nabc a comment first second" % (written, written)
    expected = b"before ***REMOVED***, ***REMOVED*** behind\nabc a comment first second"
    assert replaced(file, text) == expected


@pytest.mark.parametrize(
    "written",
    [(b"abcdef", b"abc"), (b"abc\ndef\nghi", b"abc\ndef"), (b"abc", b"bcd")],
    ids=["literals", "lines", "overlapping"],
)
def test_of_two_texts_the_longer_goes_first(file: Path, written: tuple[bytes, bytes]) -> None:
    file.write_bytes(expressions.replacements(reversed(written)))
    first, second = written
    expected = b"[***REMOVED***] [***REMOVED***]"
    assert replaced(file, b"[%b] [%b]" % (first, second)) == expected


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_path_is_renamed_and_no_other_is(file: Path, written: bytes) -> None:
    file.write_bytes(expressions.renames([written]))
    ((kind, how, (pattern, new)),) = filter_repo.FilteringOptions.get_paths_from_file(str(file))
    assert (kind, how) == ("rename", "regex")
    assert pattern.sub(new, b"dumps/%b.txt" % written) == b"dumps/REMOVED.txt"
    assert pattern.search(b"dumps/other.txt") is None


def raw(*lines: bytes) -> bytes:
    return b"".join(b"%b\n" % it for it in (b"tree 0", *lines, b"", b"author Eve <e@x> is told"))


AUTHOR = b"author Ada SECRET <ada@example.org> 1700000000 +0000"
COMMITTER = b"committer Bob <bob+SECRET@example.org> 1700000000 +0000"
OTHER = b"committer Eve <eve@example.org> 1700000000 +0000"


@pytest.mark.parametrize(
    ("objects", "person"),
    [
        ([raw(AUTHOR, OTHER)], (b"Ada SECRET", b"ada@example.org")),
        ([raw(COMMITTER)], (b"Bob", b"bob+SECRET@example.org")),
        ([raw(b"tagger SECRET <> 1 +0000")], (b"SECRET", b"")),
    ],
    ids=["name", "address", "tagger-without-address"],
)
def test_a_person_is_renamed(
    file: Path, objects: Iterable[bytes], person: tuple[bytes, bytes]
) -> None:
    file.write_bytes(expressions.mailmap(objects, [b"SECRET"]))
    people = filter_repo.MailmapInfo(str(file))
    assert people.translate(*person) == (b"REMOVED", b"removed@example.invalid")
    assert people.translate(b"Eve", b"eve@example.org") == (b"Eve", b"eve@example.org")


def test_nobody_is_renamed_without_need() -> None:
    assert expressions.mailmap([raw(OTHER)], [b"SECRET"]) == b""
