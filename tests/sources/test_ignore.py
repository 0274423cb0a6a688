"""Patterns to exclude paths by."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.errors import UsageError
from leakguard.sources import ignore
from leakguard.sources.ignore import NO_PATTERNS, Patterns, read_patterns


def backend(patterns: Patterns) -> str:
    return type(patterns._matcher.files._backend).__name__


@pytest.mark.parametrize(
    ("lines", "path", "matches"),
    [
        pytest.param(("*.py",), "a/b.py", True, id="name"),
        pytest.param(("*.py",), "a/b.txt", False, id="another-name"),
        pytest.param(("a",), "a/b/c.txt", True, id="folder-without-slash"),
        pytest.param(("a/",), "a/b/c.txt", True, id="folder"),
        pytest.param(("a/",), "a", False, id="no-folder"),
        pytest.param(("b/",), "a/b/c.txt", True, id="folder-inside"),
        pytest.param(("/b/",), "a/b/c.txt", False, id="anchored"),
        pytest.param(("*.py", "!keep.py"), "a/keep.py", False, id="taken-back"),
        pytest.param(("a/", "!a/keep.py"), "a/keep.py", True, id="not-taken-back-in-a-folder"),
        pytest.param(("*", "!*/", "!*.py"), "a/b/c.py", False, id="all-but-python"),
        pytest.param(("*", "!*/", "!*.py"), "a/b/c.txt", True, id="and-nothing-else"),
        pytest.param(("# a",), "# a", False, id="comment"),
        pytest.param(("",), "a", False, id="empty"),
    ],
)
@pytest.mark.parametrize("many", [pytest.param(1, id="fast"), pytest.param(10**9, id="simple")])
def test_a_path_matches_as_git_has_it(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], path: str, matches: bool, many: int
) -> None:
    monkeypatch.setattr(ignore, "_MANY", many)
    assert Patterns(lines).matches(path) is matches


@pytest.mark.parametrize("line", ["!", "\\", "a\\", "[z-a]"])
def test_a_line_that_is_no_pattern_is_an_error_that_shows_it(line: str) -> None:
    patterns = Patterns(("*.py", line))
    with pytest.raises(UsageError) as refused:
        patterns.matches("a.py")
    assert repr(line) in str(refused.value)


def test_many_paths_are_matched_by_hyperscan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ignore, "_MANY", 3)
    patterns = Patterns(("*.py",))
    patterns.matches("a.py")
    assert backend(patterns) == "SimpleGiBackend"
    patterns.matches("b.py")
    patterns.matches("c.py")
    assert backend(patterns) == "HyperscanGiBackend"


def test_what_could_keep_re_busy_is_matched_by_hyperscan() -> None:
    patterns = Patterns(("*a*a*a*a*a*a*a*a*a*a*b",))
    assert not patterns.matches("a" * 250)
    assert backend(patterns) == "HyperscanGiBackend"


def test_a_folder_is_asked_about_once() -> None:
    patterns = Patterns(("*.log",))
    for number in range(100):
        patterns.matches(f"a/b/c/{number}.py")
    assert patterns._matcher.asked == 103


def test_patterns_that_were_used_can_be_sent_to_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ignore, "_MANY", 1)
    patterns = Patterns(("*.py",))
    patterns.matches("a.py")
    sent = pickle.loads(pickle.dumps(patterns))
    assert sent == patterns
    assert sent.matches("a.py")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(b"a\nb", ("a", "b"), id="plain"),
        pytest.param(b"a\r\nb\r\n", ("a", "b"), id="crlf"),
        pytest.param(b"# a\n\n   \nb\n", ("b",), id="comments"),
        pytest.param(b"\xef\xbb\xbfa\n", ("a",), id="mark"),
        pytest.param(b"a\x0bb\n", ("a\x0bb",), id="other-line-ends"),
        pytest.param(b"\xff\n", (os.fsdecode(b"\xff"),), id="invalid-utf-8"),
    ],
)
def test_the_lines_of_a_file_are_its_patterns(
    tmp_path: Path, content: bytes, lines: tuple[str, ...]
) -> None:
    (tmp_path / "ignore").write_bytes(content)
    assert read_patterns(str(tmp_path / "ignore")).lines == lines


def test_a_file_that_is_not_there_has_no_patterns(tmp_path: Path) -> None:
    assert read_patterns(str(tmp_path / "none")) == NO_PATTERNS


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("Patterns(()).matches('a/b.py')", id="no-pattern"),
        pytest.param("Patterns(('*.py',))", id="nothing-asked"),
    ],
)
def test_pathspec_is_loaded_only_where_a_pattern_is_matched(script: str) -> None:
    check = "import sys; assert not {'pathspec', 'hyperscan'} & set(sys.modules)"
    program = f"from leakguard.sources.ignore import Patterns; {script}; {check}"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_pathspec_is_not_loaded_by_a_folder_without_patterns(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("text\n")
    program = (
        "import sys; from leakguard.sources.tree import TreeSource;"
        f"TreeSource({str(tmp_path)!r}, ({str(tmp_path)!r},)).list();"
        "assert 'pathspec' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
