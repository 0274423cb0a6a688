"""Patches are read as git writes them, and as others do; what is malformed is told by its line."""

import difflib
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.errors import PatchError
from leakguard.examples import made_up
from leakguard.sources.patch import Changed, parse
from tests.support import Repository

SECRET = made_up("base62", 64, 611)


def added(patch: bytes | str) -> dict[str, dict[int, bytes]]:
    """The lines that a patch adds to each path, by their number."""
    raw = patch.encode("utf-8", "surrogateescape") if isinstance(patch, str) else patch
    return {it.path: _lines(it) for it in parse(raw) if not it.is_binary}


def _lines(changed: Changed) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for hunk in changed.hunks:
        lines = hunk.text.split(b"\n")
        assert len(hunk.signs) == len(lines) - 1
        found |= {line: lines[line - hunk.start] for line in hunk.added}
    return found


class TestWhatGitWrites:
    @pytest.fixture(autouse=True)
    def committed(self, repository: Repository) -> None:
        repository.commit(**{"a.py": "one\ntwo\nthree\n", "gone.txt": "gone\n"})

    def test_an_added_line_and_one_that_takes_the_place_of_another(
        self, repository: Repository
    ) -> None:
        repository.write("a.py", "zero\none\n2\nthree\n")
        assert added(repository.git("diff")) == {"a.py": {1: b"zero", 3: b"2"}}

    @pytest.mark.parametrize(
        "option",
        ["--no-prefix", "--src-prefix=x/", "-U0", "-U9", "--patience", "--full-index", "-W"],
    )
    def test_however_it_is_asked(self, repository: Repository, option: str) -> None:
        repository.write("a.py", "one\ntwo\nthree\nfour\n")
        assert added(repository.git("diff", option)) == {"a.py": {4: b"four"}}

    def test_with_prefixes_that_tell_what_is_compared(self, repository: Repository) -> None:
        repository.write("a.py", "one\ntwo\nthree\nfour\n")
        told = repository.git("-c", "diff.mnemonicPrefix=true", "diff")
        assert added(told) == {"a.py": {4: b"four"}}

    @pytest.mark.parametrize("option", ["--no-prefix", "--src-prefix=a/"])
    @pytest.mark.parametrize(
        "name", ["new.py", "b/new.py", "a b.py", " b/x", "é.py", 'q"q.py', "t\tt.py", "x b/x b/x"]
    )
    def test_a_new_file_of_any_name(self, repository: Repository, name: str, option: str) -> None:
        repository.stage(name, "one\ntwo\n")
        (found,) = parse(repository.git("diff", "--cached", option).encode())
        assert (found.path, found.is_new) == (name, True)
        assert _lines(found) == {1: b"one", 2: b"two"}

    def test_a_name_that_is_no_utf_8(self, repository: Repository) -> None:
        repository.stage("\udce9.py", "one\n")
        assert list(added(repository.git("diff", "--cached"))) == ["\udce9.py"]

    @pytest.mark.parametrize("more", ["", "four\n"], ids=["alone", "changed"])
    def test_what_is_renamed_has_its_new_name(self, repository: Repository, more: str) -> None:
        repository.git("mv", "a.py", "b c.py")
        repository.write("b c.py", f"one\ntwo\nthree\n{more}")
        told = added(repository.git("diff", "-M", "HEAD"))
        assert told == ({"b c.py": {4: b"four"}} if more else {})

    def test_what_is_deleted_brings_nothing(self, repository: Repository) -> None:
        repository.git("rm", "-q", "gone.txt")
        assert added(repository.git("diff", "HEAD")) == {}

    def test_another_mode_brings_nothing(self, repository: Repository) -> None:
        (repository.path / "a.py").chmod(0o755)
        assert added(repository.git("diff")) == {}

    @pytest.mark.parametrize("option", ["--binary", "--no-color"])
    def test_what_is_binary_has_no_lines(self, repository: Repository, option: str) -> None:
        repository.stage("a.bin", b"\0\1\2" * 99)
        (found,) = parse(repository.git("diff", "--cached", option).encode())
        assert found == Changed("a.bin", is_new=True, is_binary=True)

    @pytest.mark.parametrize(
        ("before", "after", "lines"),
        [
            ("one", "one\ntwo", {1: b"one", 2: b"two"}),
            ("one\n", "one", {1: b"one"}),
            ("one", "one\n", {1: b"one"}),
            ("one\r\n", "one\r\ntwo\r\n", {2: b"two"}),
            ("", "-- x\n++ y\n", {1: b"-- x", 2: b"++ y"}),
            ("-- x\n-- y\n", "++ y\n\n@@ -1 +1 @@\n", {1: b"++ y", 2: b"", 3: b"@@ -1 +1 @@"}),
            ("", "\ufeffone\n", {1: b"one"}),
        ],
        ids=repr,
    )
    def test_the_ends_of_lines(
        self, repository: Repository, before: str, after: str, lines: dict[int, bytes]
    ) -> None:
        repository.stage("x.txt", before)
        repository.write("x.txt", after)
        assert added(repository.git("diff", "--text")) == {"x.txt": lines}

    def test_mails_around_it(self, repository: Repository) -> None:
        repository.git("tag", "base")
        repository.commit("a message\n\n--- with dashes\nrename to x", **{"a.py": "1\n"})
        repository.commit("another", **{"b.py": "2\n"})
        told = repository.git("format-patch", "--stdout", "base")
        assert added(told) == {"a.py": {1: b"1"}, "b.py": {1: b"2"}}

    def test_a_log_with_an_empty_line_behind_each(self, repository: Repository) -> None:
        repository.commit(**{"a.py": "1\none\ntwo\nthree\n"})
        repository.commit(**{"a.py": "1\n2\none\ntwo\nthree\n"})
        assert added(repository.git("log", "-p", "-1")) == {"a.py": {2: b"2"}}
        assert len(parse(repository.git("log", "-p").encode())) == 4

    def test_a_log_around_it(self, repository: Repository) -> None:
        repository.commit("+++ x", **{"a.py": "1\n"})
        assert added(repository.git("log", "-p", "-1")) == {"a.py": {1: b"1"}}


class TestMerges:
    @pytest.fixture
    def merged(self, repository: Repository) -> str:
        """What git says of a merge that has a line of each branch, and one of its own."""
        repository.commit(**{"a.py": "".join(f"{it}\n" for it in range(9))})
        repository.git("switch", "-q", "-c", "side")
        repository.commit(**{"a.py": "".join(f"{it}\n" for it in range(8)) + "side\n"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"a.py": "main\n" + "".join(f"{it}\n" for it in range(1, 9))})
        repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
        lines = ["main", *map(str, range(1, 4)), "own", *map(str, range(5, 8)), "side"]
        repository.stage("a.py", "\n".join(lines) + "\n")
        repository.git("commit", "-q", "-m", "a merge")
        return repository.git("show", "-c")

    def test_what_no_parent_has_is_added(self, merged: str) -> None:
        assert "@@@" in merged
        assert added(merged) == {"a.py": {5: b"own"}}

    def test_of_three_branches(self, repository: Repository) -> None:
        repository.commit(**{"a.py": "0\n"})
        for name in ("x", "y"):
            repository.git("switch", "-q", "-c", name, "main")
            repository.commit(**{f"{name}.py": f"{name}\n"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"z.py": "z\n"})
        repository.git("merge", "-q", "--no-ff", "--no-commit", "x", "y")
        repository.stage("new é.py", "own\nown too\n")
        repository.git("commit", "-q", "-m", "a merge")
        told = repository.git("show", "--cc")
        assert added(told) == {"new é.py": {1: b"own", 2: b"own too"}}


class TestWhatOthersWrite:
    def test_names_with_a_date(self) -> None:
        patch = "--- a.py\t2020-01-01 00:00:00\n+++ a.py\t2020-01-01\n@@ -1 +1,2 @@\n 1\n+2\n"
        assert added(patch) == {"a.py": {2: b"2"}}

    def test_files_without_anything_between(self) -> None:
        patch = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-1\n+2\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-1\n+3\n"
        assert added(patch) == {"x": {1: b"2"}, "y": {1: b"3"}}

    def test_line_ends_that_a_mail_has_changed(self) -> None:
        patch = b"--- a/x\r\n+++ b/x\r\n@@ -1 +1,3 @@\r\n 1\r\n\r\n+2\r\n"
        with pytest.raises(PatchError):
            parse(patch)
        assert added(patch.replace(b"-1 +1,3", b"-1,2 +1,3")) == {"x": {3: b"2"}}

    def test_an_end_of_a_line_that_git_does_not_know_is_none(self) -> None:
        patch = b"--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+1\r2\n+3\n"
        assert added(patch) == {"x": {1: b"1 2", 2: b"3"}}

    @pytest.mark.parametrize("raw", [b"", b"\n", b"commit 1\n\n    a message\n", b"From 1 Mon\n"])
    def test_nothing_brings_nothing(self, raw: bytes) -> None:
        assert parse(raw) == ()


HEAD = "--- a/x\n+++ b/x\n"


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (f"x = '{SECRET}'\n", "holds no patch: make one with `git diff --no-color`"),
        (f"@@ -1 +1 @@\n+{SECRET}\n", "line 1: a hunk of no file"),
        (f"{HEAD}@@ -1 +1 @@\n-1\n", "line 4: the patch ends inside of a hunk"),
        (f"{HEAD}@@ -1 +1 @@\n-1\n{SECRET}\n", "line 5: no line of a hunk, "),
        (f"{HEAD}@@ -1 +1 @@\n-1\n+2\n+{SECRET}\n", "line 6: more lines than the header"),
        (f"{HEAD}@@ -1,2 +1 @@\n-1\n+2\n+{SECRET}\n", "line 6: more lines than the header"),
        (f"{HEAD}@@ -{SECRET} @@\n", "line 3: the header of a hunk that is none"),
        (f"{HEAD}@@ -1 +1,{'9' * 12} @@\n", "line 3: the header of a hunk that is none"),
        (f"{HEAD}@@@ -1 -1 +1 @@@\n+{SECRET}\n", "line 4: no line of a hunk, "),
        (f"{HEAD}@@@ -1 -1 +1 @@@\n", "line 3: the patch ends inside of a hunk"),
    ],
    ids=[
        "no patch", "no file", "the end", "no sign", "one too many", "one too many of the new",
        "no number", "a huge number", "a sign too few",
        "the end, with two parents",
    ],
)  # fmt: skip
def test_what_is_malformed_is_told_without_what_it_holds(patch: str, said: str) -> None:
    with pytest.raises(PatchError) as raised:
        parse(patch.encode())
    assert str(raised.value).startswith(said)
    assert SECRET not in str(raised.value)


LINES = st.lists(
    st.sampled_from(["", "a", "b", "-- a", "++ b", "@@ -1 +1 @@", "\\ c"]), max_size=12
)


@given(LINES, LINES, st.integers(0, 3))
def test_the_added_lines_are_those_of_the_difference(
    old: list[str], new: list[str], context: int
) -> None:
    told = list(difflib.unified_diff(old, new, "a/x", "b/x", n=context, lineterm=""))
    matched = difflib.SequenceMatcher(None, old, new).get_opcodes()
    expected = {
        line + 1: new[line].encode()
        for what, _, _, start, end in matched
        if what in ("insert", "replace")
        for line in range(start, end)
    }
    found = added("".join(f"{line}\n" for line in told))
    assert found.get("x", {}) == expected


@given(st.binary(max_size=200) | st.text("+-@ \\1,\n", max_size=80).map(lambda it: it.encode()))
def test_whatever_it_is_gives_a_patch_or_the_error(raw: bytes) -> None:
    for text in (raw, HEAD.encode() + raw, f"{HEAD}@@ -1,3 +1,4 @@\n".encode() + raw):
        with suppress(PatchError):
            parse(text)


@pytest.mark.parametrize(
    "patch",
    [
        b"--- a/x\n+++ b/x\n@@ -0,0 +1,500000 @@\n" + b"+\n" * 500_000,
        b'--- "a/x\n+++ "' + b"\\a" * 500_000 + b"\n",
        b"@@@ " + b"-1 " * 300_000 + b"+1 @@@\n",
        b"diff --git a/x b/x\n" * 50_000,
    ],
    ids=["lines", "a name", "parents", "files"],
)
def test_what_is_large_takes_no_long_time(patch: bytes) -> None:
    started = time.process_time()
    with suppress(PatchError):
        parse(patch)
    assert time.process_time() - started < 5
