"""What was found clean before: a file of digests that several processes may use, and lose."""

import multiprocessing
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from leakguard.scanning.clean import Clean, remembered
from leakguard.sources import Item
from leakguard.sources.stamp import clean_key

ITEM = Item("a.py", "a.py", "a.py", 3, in_git=True, stamp="1:2:3")
KEYS = {bytes([number]) * 16: number % 3 for number in range(20)}


@pytest.fixture
def clean(tmp_path: Path) -> Clean:
    return Clean(tmp_path / "cache" / "clean-1.sqlite")


def test_nothing_is_known_at_first(clean: Clean) -> None:
    assert clean.among(KEYS) == {}


def test_what_was_added_is_known(clean: Clean) -> None:
    known = dict(list(KEYS.items())[:3])
    clean.add([*known.items(), (bytes([99]), 0)])
    clean.add(known.items())
    assert clean.among(KEYS) == known


def test_more_may_be_asked_than_go_into_a_statement(clean: Clean) -> None:
    many = {number.to_bytes(16, "big"): 0 for number in range(40_000)}
    clean.add(many.items())
    assert clean.among(many) == many


@pytest.mark.parametrize(
    "other",
    [
        replace(ITEM, stamp="1:2:4"),
        replace(ITEM, path="b.py"),
        replace(ITEM, identity="deep/a.py"),
        replace(ITEM, in_git=False),
    ],
    ids=["content", "path", "identity", "in-git"],
)
def test_a_key_tells(other: Item) -> None:
    assert clean_key(ITEM) != clean_key(other)


def test_there_is_none_where_nothing_tells_of_changes() -> None:
    assert clean_key(replace(ITEM, stamp="")) is None


@pytest.mark.parametrize("damage", [b"no database at all" * 400, b"SQLite format 3\0" * 300])
def test_a_damaged_file_is_made_anew(clean: Clean, damage: bytes) -> None:
    clean.add(KEYS.items())
    clean.file.write_bytes(damage)
    assert clean.among(KEYS) == {}
    clean.add(KEYS.items())
    assert clean.among(KEYS) == KEYS


@pytest.mark.parametrize(
    "count",
    [-1, 1.5, "three", b"3", 1 << 62],
    ids=["negative", "fraction", "text", "bytes", "huge"],
)
def test_what_is_no_number_of_statements_is_not_known(clean: Clean, count: object) -> None:
    clean.add(KEYS.items())
    with closing(sqlite3.connect(clean.file)) as database, database:
        database.execute("UPDATE clean SET unparsed = ? WHERE unparsed = 2", [count])
    assert clean.among(KEYS) == {key: it for key, it in KEYS.items() if it != 2}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="has no rights of POSIX")
def test_a_file_that_others_may_write_is_not_read(clean: Clean) -> None:
    clean.add(KEYS.items())
    clean.file.chmod(0o666)
    assert clean.among(KEYS) == {}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="has no rights of POSIX")
def test_a_folder_that_others_may_write_is_not_used(clean: Clean) -> None:
    clean.add(KEYS.items())
    clean.file.parent.chmod(0o777)  # somebody may put a journal beside it
    assert clean.among(KEYS) == {}


def test_a_link_in_its_place_is_not_followed(clean: Clean, tmp_path: Path) -> None:
    target = tmp_path / "target"
    clean.file.parent.mkdir()
    clean.file.symlink_to(target)
    clean.add(KEYS.items())
    assert not target.exists()


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    clean = Clean(tmp_path / "file" / "clean-1.sqlite")
    clean.add(KEYS.items())
    assert clean.among(KEYS) == {}


def test_one_that_is_in_use_is_no_error(clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leakguard.scanning.clean._SECONDS", 0.01)
    clean.add(KEYS.items())
    with sqlite3.connect(clean.file) as other:
        other.execute("BEGIN EXCLUSIVE")
        clean.add([(bytes([99]), 0)])
        assert clean.among(KEYS) == {}
    assert clean.among(KEYS) == KEYS


def _add(file: Path, number: int) -> None:
    for part in range(20):
        Clean(file).add([(bytes([number, part]) * 8, part)])


def test_several_processes_add_to_it_at_once(clean: Clean) -> None:
    started = [multiprocessing.Process(target=_add, args=(clean.file, it)) for it in range(3)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    added = {bytes([number, part]) * 8: part for number in range(3) for part in range(20)}
    assert clean.among(added) == added


def test_files_of_old_rules_are_removed(tmp_path: Path) -> None:
    for number in range(7):
        file = tmp_path / f"clean-{number}.sqlite"
        Clean(file).add(KEYS.items())
        os.utime(file, ns=(number, number))
    assert len(list(tmp_path.glob("clean-*"))) <= 5


def test_other_rules_and_other_settings_have_another_file() -> None:
    files = {
        found.file
        for rules, settings in (("1", ()), ("2", ()), ("1", ("a",)))
        if (found := remembered(rules, settings)) is not None
    }
    assert len(files) == 3
