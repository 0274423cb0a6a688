"""Reading files of the disk, whatever they turn out to be."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from leakguard.document import Document
from leakguard.finding import Problem
from leakguard.sources import Binary, Failed, Item, Read, files
from leakguard.sources.files import FileReader
from tests.sources.listing import read, write


def read_file(path: Path, max_size: int = 1000) -> Read:
    (result,) = FileReader(max_size).read([Item("a.txt", "a.txt", str(path), 0)])
    return result


def patch_os(monkeypatch: pytest.MonkeyPatch, **calls: Any) -> None:
    """Replace calls of `os` for the reader alone."""
    monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), **calls}))


def test_a_text_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "zoë\r\n"})
    assert read(tmp_path, "a.txt") == Document("a.txt", "a.txt", "zoë\r\n".encode())


def test_a_document_says_whether_it_is_in_git(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "text"})
    item = Item("a.txt", "root/a.txt", str(tmp_path / "a.txt"), 4, in_git=True)
    (document,) = FileReader(1000).read([item])
    assert document == Document("a.txt", "root/a.txt", b"text", "tree", in_git=True)


def test_a_binary_is_told_by_its_content(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"MZ\x00\x01"})
    assert isinstance(read(tmp_path, "a.txt"), Binary)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_an_encoding_of_windows_is_text(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, {"a.txt": "name = 'zoë'\r\n".encode(encoding)})
    assert read(tmp_path, "a.txt") == Document("a.txt", "a.txt", "name = 'zoë'\r\n".encode())


@pytest.mark.parametrize("size", [0, 1, 999, 1000])
def test_a_file_up_to_the_limit_is_read(tmp_path: Path, size: int) -> None:
    write(tmp_path, {"a.txt": b"x" * size})
    assert read_file(tmp_path / "a.txt") == Document("a.txt", "a.txt", b"x" * size)


def test_a_file_over_the_limit_is_left_out_with_a_notice(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"x" * 1001})
    message = "left out: 1,001 bytes are over the limit of 1,000; raise --max-file-size to scan it"
    assert read_file(tmp_path / "a.txt") == Failed(Problem("a.txt", message), is_notice=True)


def test_a_file_over_the_limit_is_not_read_but_for_its_first_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)  # has a terabyte of zeros, and takes no room
    plain, asked = os.read, list[int]()

    def reading(handle: int, size: int) -> bytes:
        asked.append(size)
        return plain(handle, size)

    patch_os(monkeypatch, read=reading)
    assert (type(read_file(tmp_path / "a.txt")), asked) == (Failed, [512])


def test_a_file_that_grows_while_it_is_read_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.txt": "one"})
    plain = os.read

    def growing(handle: int, size: int) -> bytes:
        part = plain(handle, size)
        if part == b"one":
            with (tmp_path / "a.txt").open("ab") as file:
                file.write(b" two")
        return part

    patch_os(monkeypatch, read=growing)
    assert read_file(tmp_path / "a.txt") == Document("a.txt", "a.txt", b"one two")


def test_a_file_that_grows_beyond_the_limit_is_left_out_with_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.txt": "one"})
    patch_os(monkeypatch, read=lambda handle, size: b"x" * size)  # never ends
    result = read_file(tmp_path / "a.txt")
    assert isinstance(result, Failed)
    assert result.is_notice


def test_a_file_that_comes_in_parts_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.txt": "one two"})
    plain = os.read
    patch_os(monkeypatch, read=lambda handle, size: plain(handle, min(size, 2)))
    assert read_file(tmp_path / "a.txt") == Document("a.txt", "a.txt", b"one two")


def test_a_file_without_a_size_is_read(tmp_path: Path) -> None:
    result = read_file(Path("/proc/self/status"), 1 << 20)
    assert isinstance(result, Document)
    assert b"Name:" in result.data


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: None, id="deleted"),
        pytest.param(os.mkfifo, id="a-pipe"),
        pytest.param(os.mkdir, id="a-folder"),
    ],
)
def test_what_is_no_file_any_more_gives_nothing(tmp_path: Path, make: object) -> None:
    make(tmp_path / "a.txt")  # type: ignore[operator]
    assert read_file(tmp_path / "a.txt") is None


def test_below_what_is_no_folder_any_more_is_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"folder": "now a file"})
    assert read_file(tmp_path / "folder/a.txt") is None


def test_what_became_a_link_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/passwd")
    problem = Problem("a.txt", "cannot be read: Too many levels of symbolic links")
    assert read_file(tmp_path / "a.txt") == Failed(problem)


@pytest.mark.parametrize("call", ["open", "fstat", "read"])
def test_what_cannot_be_read_is_an_error_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    write(tmp_path, {"a.txt": "bad", "b.txt": "good"})
    plain = getattr(os, call)
    failed = False

    def failing(*arguments: object) -> object:
        nonlocal failed
        if not failed:
            failed = True
            raise OSError(5, "Input/output error")
        return plain(*arguments)

    patch_os(monkeypatch, **{call: failing})
    items = [Item(name, name, str(tmp_path / name), 4) for name in ("a.txt", "b.txt")]
    first, second = FileReader(1000).read(items)
    assert first == Failed(Problem("a.txt", "cannot be read: Input/output error"))
    assert second == Document("b.txt", "b.txt", b"good")


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "text", "b.txt": b"\x00", "c.txt": b"x" * 2000})
    before = len(os.listdir("/proc/self/fd"))
    for name in ("a.txt", "b.txt", "c.txt"):
        read_file(tmp_path / name)
    assert len(os.listdir("/proc/self/fd")) == before
