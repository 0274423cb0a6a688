"""`leakguard scan -`: what comes through a pipe is scanned like a file of the name it is given."""

import io
import json
from pathlib import Path

import pytest

from leakguard.sources.stdin import from_stream
from leakguard.sources.tree import TreeSource
from tests.cli.conftest import Run
from tests.cli.leaks import CLEAN, CRITICAL, KEY, SECRET
from tests.support import Repository

CALL = f'from binance.client import Client\n\nclient = Client("{KEY}", "{SECRET}")\n'
CELLS = json.dumps(
    {
        "cells": [{"cell_type": "code", "source": CALL, "outputs": [], "metadata": {}}],
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
)


def told(run: Run, cwd: Path, text: str | bytes, *arguments: str) -> list[tuple[str, str, int]]:
    """The path, the rule and the line of each finding."""
    raw = text.encode() if isinstance(text, str) else text
    done = run("scan", "-", *arguments, "--format", "jsonl", cwd=cwd, stdin=raw)
    assert (done.code in (0, 1), done.err) == (True, "")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert {it["origin"] for it in found} <= {"stdin"}
    return [(it["path"], it["rule"], it["line"]) for it in found]


class TestWhatKindItIs:
    def test_a_text_without_a_name_is_called_stdin(self, tmp_path: Path, run: Run) -> None:
        found = told(run, tmp_path, f"# one\n{CRITICAL}")
        assert found == [("stdin", "binance-secret-key", 2)]

    @pytest.mark.parametrize("name", ["bot.py", "src/bot.py", "./bot.py"])
    def test_a_name_of_python_lets_the_syntax_rules_look(
        self, tmp_path: Path, run: Run, name: str
    ) -> None:
        (found,) = told(run, tmp_path, CALL, "--stdin-filename", name)
        assert found == (name.removeprefix("./"), "hardcoded-argument", 3)

    def test_a_first_line_of_python_does_so_too(self, tmp_path: Path, run: Run) -> None:
        (found,) = told(run, tmp_path, f"#!/usr/bin/env python3\n{CALL}")
        assert found == ("stdin", "hardcoded-argument", 4)

    def test_a_notebook_is_read_by_its_cells(self, tmp_path: Path, run: Run) -> None:
        (found,) = told(run, tmp_path, CELLS, "--stdin-filename", "a.ipynb")
        assert found[:2] == ("a.ipynb", "hardcoded-argument")

    def test_utf_16_is_decoded(self, tmp_path: Path, run: Run) -> None:
        assert told(run, tmp_path, CRITICAL.encode("utf-16")) == [
            ("stdin", "binance-secret-key", 1)
        ]

    def test_what_is_binary_is_counted(self, tmp_path: Path, run: Run) -> None:
        done = run("scan", "-", cwd=tmp_path, stdin=b"\0\1\2" * 9)
        assert (done.code, "1 binary" in done.out) == (0, True)

    @pytest.mark.parametrize("text", [b"", CLEAN.encode()], ids=["nothing", "no leak"])
    def test_a_clean_text_is_one_file(self, tmp_path: Path, run: Run, text: bytes) -> None:
        done = run("scan", "-", cwd=tmp_path, stdin=text)
        assert (done.code, done.out.startswith("no leaks found in 1 file")) == (0, True)


class TestItsName:
    @pytest.mark.parametrize(
        ("cwd", "name", "shown"),
        [
            (".", "src/bot.py", "src/bot.py"),
            ("src", "bot.py", "bot.py"),
            (".", "src/../bot.py", "bot.py"),
        ],
    )
    def test_has_the_fingerprint_of_the_file(
        self, repository: Repository, run: Run, cwd: str, name: str, shown: str
    ) -> None:
        """Also where the file is still to be saved."""
        folder = repository.path / cwd
        (repository.path / "src").mkdir()

        def fingerprint(*arguments: str) -> str:
            done = run("scan", *arguments, "--format", "jsonl", cwd=folder, stdin=CALL.encode())
            found = json.loads(done.out)
            assert found["path"] == shown
            return str(found["fingerprint"])

        unsaved = fingerprint("-", "--stdin-filename", name)
        (folder / name).write_text(CALL)
        assert unsaved == fingerprint(name) == fingerprint("-", "--stdin-filename", name)

    @pytest.mark.parametrize("name", ["../bot.py", "/elsewhere/bot.py"])
    def test_may_lie_elsewhere(self, tmp_path: Path, run: Run, name: str) -> None:
        assert told(run, tmp_path, CALL, "--stdin-filename", name)[0][0] == name

    def test_may_be_excluded(self, tmp_path: Path, run: Run) -> None:
        name = ("--stdin-filename", "a.lock")
        assert told(run, tmp_path, CRITICAL, *name, "--exclude", "*.lock") == []

    def test_cannot_move_the_cursor(self, tmp_path: Path, run: Run) -> None:
        done = run(
            "scan", "-", "--stdin-filename", "\x1b[2J.ini", cwd=tmp_path, stdin=CRITICAL.encode()
        )
        assert (done.code, "\x1b" in done.out, "\\x1b[2J.ini" in done.out) == (1, False, True)

    def test_shows_no_key(self, tmp_path: Path, run: Run) -> None:
        done = run(
            "scan", "-", "--stdin-filename", f"{SECRET}.ini", cwd=tmp_path, stdin=CRITICAL.encode()
        )
        assert (done.code, SECRET in done.out) == (1, False)


class TestImports:
    @pytest.mark.parametrize(
        ("name", "path", "is_found"),
        [
            ("bot.py", "keys.py", True),
            ("src/bot.py", "keys.py", True),
            ("bot.py", "bot.py", True),
            ("bot.py", "none.py", False),
            ("../bot.py", "keys.py", False),
        ],
    )
    def test_are_looked_up_in_the_current_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, path: str, is_found: bool
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "keys.py").write_text(CALL)
        around = TreeSource(str(tmp_path), paths=())
        found = from_stream(io.BytesIO(CALL.encode()), name, around).find(path)
        assert (found is not None and found.data == CALL.encode()) == is_found


class TestTheLimit:
    @pytest.mark.parametrize(
        ("size", "is_left_out"), [(len(CRITICAL), False), (len(CRITICAL) - 1, True), (0, False)]
    )
    def test_is_that_of_files(self, tmp_path: Path, run: Run, size: int, is_left_out: bool) -> None:
        limit = ("--max-file-size", str(size))
        done = run("scan", "-", *limit, cwd=tmp_path, stdin=CRITICAL.encode())
        assert done.code == (0 if is_left_out else 1)
        assert ("stdin: left out: " in done.err) == is_left_out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "a.py"), "- goes with no other paths: for a file of that name, write ./-"),
        (("-", "-"), "- goes with no other paths: for a file of that name, write ./-"),
        (
            ("-", "--files-from", "-"),
            "- goes with no other paths: for a file of that name, write ./-",
        ),
        (
            ("-", "--staged"),
            "--staged takes no paths and no --include-ignored: it scans the index",
        ),
        (
            ("-", "--range", "a..b"),
            "--range takes no paths and no --include-ignored: it scans commits",
        ),
        (("-", "--fix"), "--fix goes with files: save what - reads, and scan that"),
        (("--stdin-filename", "a.py"), "--stdin-filename goes with `leakguard scan -`"),
        (("-", "--stdin-filename", ""), "--stdin-filename has to be the name of a file"),
        (("-", "--stdin-filename", "."), "--stdin-filename has to be the name of a file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_usage(tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("scan", *arguments, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"leakguard: error: {said}\n")
