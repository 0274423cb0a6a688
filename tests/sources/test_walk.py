"""Without git: folders are walked, and .gitignore files obeyed as git would."""

import os
from pathlib import Path

import pytest

from leakguard.sources import ignore
from leakguard.sources.walk import walk
from tests.sources.listing import blank, item, listed
from tests.support import Repository

FILES = (
    "a.py", "a.log", "debug.log", "keep.log", "build/out.py", "build/keep.log", "pkg/a.py",
    "pkg/a.log", "pkg/build/x.py", "pkg/sub/a.txt", "pkg/sub/keep.txt", "doc/x.md", "doc/y/z.md",
    "foo", "bar/foo/b", "bar/baz/foo", " lead", "trail ", "foo\n", "foo\x0b", "voil\u00e0", "\t",
    "#hash", "!bang", "a[b", "A.PY", "x1", "x2", "xy", "deep/a/b/c/d", "caf\u00e9", ".hidden/a",
    "tmp/\u00e9/a",
)  # fmt: skip


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A folder that no repository holds."""
    folder = tmp_path / "plain"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "ignores",
    [
        pytest.param({".gitignore": text}, id=name)
        for name, text in {
            "nothing": "",
            "name": "foo\n",
            "suffix": "*.log\n",
            "taken-back": "*.log\n!keep.log\n",
            "folder": "build/\n",
            "folder-not-taken-back": "build/\n!build/keep.log\n",
            "inside-folder-taken-back": "build/*\n!build/keep.log\n",
            "anchored": "/foo\n",
            "anchored-by-a-slash-inside": "bar/foo\n",
            "any-depth": "**/foo\n",
            "everything-below": "doc/**\n",
            "between": "deep/**/d\n",
            "all-but-python": "*\n!*/\n!*.py\n",
            "all": "*\n",
            "one-character": "x?\n",
            "set": "x[0-9]\n",
            "not-in-set": "x[!0-9]\n",
            "not-in-set-by-caret": "x[^0-9]\n",
            "class": "x[[:digit:]]\n",
            "not-in-class": "x[![:digit:]]\n",
            "comment": "# foo\n\nx1\n",
            "escaped-hash": "\\#hash\n",
            "escaped-bang": "\\!bang\n",
            "escaped-bracket": "a\\[b\n",
            "leading-space": " lead\n",
            "trailing-space-dropped": "foo   \n",
            "trailing-space-escaped": "trail\\ \n",
            "case": "a.py\n",
            "crlf": "foo\r\n*.log\r\n",
            "no-last-newline": "foo",
            "byte-order-mark": "\ufefffoo\n",
            "accent": "café\n",
            "ends-as-a-space-does": "voilà\n",
            "tab": "\t\n",
            "accent-folder": "tmp/?/\n",
            "odd-line-ends": "foo\x0b\nx1\u2028\nx2\x85\n",
            "hidden": ".*\n!.gitignore\n",
            "double-negation": "!foo\nfoo\n!foo\n",
            "many-stars": "*o*o*\n**/*a*/**\n",
            "brace": "{foo,x1}\n",
            "dot-slash": "./foo\n",
            "only-slash": "/\n",
            "only-bang": "!\nfoo\n",
            "only-backslash": "\\\nfoo\n",
            "trailing-backslash": "x1\\\nfoo\n",
            "reversed-range": "[z-a]\nfoo\n",
            "open-bracket": "[\nfoo\n",
            "empty-set": "[]\nfoo\n",
            "nested-set": "[[a]\nfoo\n",
            "set-operators": "[x&&f]oo\n",
            "folders-taken-back": "*\n!pkg/\n!build\n",
            "taken-back-as-a-folder": "pkg\n!pkg/\n",
            "ignored-as-a-folder": "!pkg\npkg/\n",
        }.items()
    ]
    + [
        pytest.param({".gitignore": "*.log\n", "pkg/.gitignore": "!a.log\n"}, id="taken-back"),
        pytest.param({".gitignore": "!a.log\n", "pkg/.gitignore": "*.log\n"}, id="ignored-below"),
        pytest.param({"pkg/.gitignore": "/build\n/a.py\n"}, id="anchored-below"),
        pytest.param({"pkg/.gitignore": "sub/a.txt\n"}, id="path-below"),
        pytest.param({"pkg/.gitignore": "*\n"}, id="all-below"),
        pytest.param({"pkg/sub/.gitignore": "*\n!keep.txt\n"}, id="deeper"),
        pytest.param({".gitignore": "pkg/\n", "pkg/.gitignore": "!*\n"}, id="whole-folder"),
        pytest.param({".git/info/exclude": "*.log\n"}, id="info-exclude"),
        pytest.param(
            {".git/info/exclude": "*.log\n", ".gitignore": "!keep.log\n"}, id="info-exclude-last"
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("many", [pytest.param(1, id="fast"), pytest.param(10**9, id="simple")])
def test_the_walk_finds_what_git_finds(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, ignores: dict[str, str], many: int
) -> None:
    monkeypatch.setattr(ignore, "_MANY", many)
    blank(repository.path, *FILES)
    for name, text in ignores.items():
        repository.write(name, text)
    listing = repository.git("ls-files", "-o", "--exclude-standard", "-z")
    walked = walk(str(repository.path), str(repository.path), False)
    assert sorted(map(str, walked)) == sorted(filter(None, listing.split("\0")))


def test_ignored_files_are_walked_when_asked_for(plain: Path) -> None:
    blank(plain, "a.py", "a.log")
    (plain / ".gitignore").write_text("*.log\n")
    assert listed(plain, include_ignored=True) == [".gitignore", "a.log", "a.py"]


class TestGlobalExcludes:
    @pytest.fixture(autouse=True)
    def _home(self, plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        blank(plain, "a.py", "set.txt", "usual.txt")
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
        for folder, text in (("home", "set.txt\n"), ("xdg/git", "usual.txt\n")):
            (tmp_path / folder).mkdir(parents=True)
            (tmp_path / folder / "ignore").write_text(text)

    def test_the_file_that_git_is_set_to_use_is_obeyed(self, plain: Path, tmp_path: Path) -> None:
        (tmp_path / "config").write_text("[core]\nexcludesFile = ~/ignore\n")
        assert listed(plain) == ["a.py", "usual.txt"]

    def test_the_usual_file_is_obeyed_if_none_is_set(self, plain: Path) -> None:
        assert listed(plain) == ["a.py", "set.txt"]

    def test_the_usual_file_may_be_a_link(self, plain: Path, tmp_path: Path) -> None:
        (tmp_path / "xdg/git/ignore").unlink()
        (tmp_path / "xdg/git/ignore").symlink_to(tmp_path / "home/ignore")
        assert listed(plain) == ["a.py", "usual.txt"]

    def test_none_is_obeyed_if_git_is_set_to_use_none(self, plain: Path, tmp_path: Path) -> None:
        (tmp_path / "config").write_text("[core]\nexcludesFile =\n")
        assert listed(plain) == ["a.py", "set.txt", "usual.txt"]

    def test_a_gitignore_file_has_the_last_word(self, plain: Path) -> None:
        (plain / ".gitignore").write_text("!usual.txt\n")
        assert listed(plain) == [".gitignore", "a.py", "set.txt", "usual.txt"]

    def test_none_is_obeyed_when_ignored_files_are_asked_for(self, plain: Path) -> None:
        assert listed(plain, include_ignored=True) == ["a.py", "set.txt", "usual.txt"]


def test_links_are_not_followed(plain: Path, tmp_path: Path) -> None:
    blank(tmp_path, "outside/secret.py")
    blank(plain, "a.py", "pkg/b.py")
    (plain / "file").symlink_to(tmp_path / "outside/secret.py")
    (plain / "folder").symlink_to(tmp_path / "outside")
    (plain / "pkg/loop").symlink_to("..")
    assert listed(plain) == ["a.py", "pkg/b.py"]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(os.mkfifo, id="pipe"),
        pytest.param(os.mkdir, id="folder"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), id="link-to-a-device"),
        pytest.param(lambda path: path.symlink_to("all"), id="link-to-a-file"),
        pytest.param(lambda path: path.write_bytes(b"*\n" * 100_000), id="too-large"),
        pytest.param(lambda path: path.write_bytes(b"*\n" * 2000), id="too-many-lines"),
    ],
)
def test_a_gitignore_that_is_none_is_passed_over(plain: Path, make: object) -> None:
    blank(plain, "a.py")
    (plain / "all").write_text("*\n")
    make(plain / ".gitignore")  # type: ignore[operator]
    assert "a.py" in listed(plain)


@pytest.mark.parametrize("name", ["new\nline", os.fsdecode(b"bad\xff"), "*", "-x", "\x1b[2J"])
def test_odd_names_are_walked(plain: Path, name: str) -> None:
    blank(plain, f"{name}/{name}.py", "other.txt")
    (plain / ".gitignore").write_text("*.txt\n")
    assert listed(plain) == sorted([f"{name}/{name}.py", ".gitignore"])


def test_a_name_that_is_no_utf_8_is_ignored_by_wildcards(plain: Path) -> None:
    blank(plain, os.fsdecode(b"bad\xff.log"), "a.py")
    (plain / ".gitignore").write_text("*.log\n")
    assert listed(plain) == [".gitignore", "a.py"]


def test_a_tree_deeper_than_a_path_may_be_long_is_named_and_left(plain: Path) -> None:
    blank(plain, "a.py")
    handle = os.open(plain, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("x" * 200, dir_fd=handle)
        inner = os.open("x" * 200, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)
    told = list(walk(str(plain), str(plain), False))
    assert told[0] == "a.py"
    assert "cannot be opened: File name too long" in str(told[-1])


def test_a_file_outside_git_is_identified_from_the_scanned_root(plain: Path) -> None:
    blank(plain, "pkg/a.py")
    found = item(plain, "pkg/a.py")
    assert (found.identity, found.in_git) == ("pkg/a.py", False)
