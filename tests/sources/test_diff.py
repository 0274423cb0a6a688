"""`leakguard scan --diff`: what stands on the lines that a patch adds, at its place in the file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.support import Repository

FIRST, SECOND, THIRD, FOURTH = (made_up("base62", 64, seed) for seed in (621, 622, 623, 624))
BOT = "from binance.client import Client\n\n\ndef start():\n"
CALL = f'    return Client("{FIRST}", "{SECOND}")\n'
FILLER = "".join(f"# {it}\n" for it in range(9))
NOTE = "only the lines of the patch were looked at, as text"

Told = tuple[str, str, int]
Scan = Callable[..., list[Told]]


def secret(value: str) -> str:
    return f"BINANCE_API_SECRET = {value}\n"


@pytest.fixture
def told(run: Run, repository: Repository) -> Scan:
    """Scans a patch; gives the path, the rule and the line of each finding."""

    def scan(patch: str, *arguments: str, cwd: Path | None = None, note: str = "") -> list[Told]:
        raw = patch.encode("utf-8", "surrogateescape")
        options = ("--format", "jsonl", *arguments)
        done = run("scan", "--diff", "-", *options, cwd=cwd or repository.path, stdin=raw)
        assert done.code in (0, 1), done.err
        assert (note in done.err) if note else (done.err == "")
        found = [json.loads(line) for line in done.out.splitlines()]
        assert {it["origin"] for it in found} <= {"diff"}
        return [(it["path"], it["rule"], it["line"]) for it in found]

    return scan


class TestAText:
    def test_what_is_added_is_found_at_its_line(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"a.ini": FILLER})
        repository.write("a.ini", f"{FILLER}{secret(FIRST)}")
        assert told(repository.git("diff")) == [("a.ini", "binance-secret-key", 10)]

    @pytest.mark.parametrize("is_here", [True, False], ids=["here", "not here"])
    def test_what_stands_around_it_or_goes_is_none(
        self, repository: Repository, told: Scan, is_here: bool
    ) -> None:
        repository.commit(**{"a.ini": f"{secret(FIRST)}{FILLER}{secret(SECOND)}x\n"})
        repository.write("a.ini", f"{secret(FIRST)}# new\n{FILLER}y\n")
        patch = repository.git("diff")
        if not is_here:
            (repository.path / "a.ini").unlink()
        assert told(patch) == []

    @pytest.mark.parametrize("name", ["é b.ini", 'a"b.ini', "a\tb.ini", "\udce9.ini"])
    def test_of_any_name(self, repository: Repository, told: Scan, name: str) -> None:
        repository.stage(name, secret(FIRST))
        (found,) = told(repository.git("diff", "--cached"))
        assert found[1:] == ("binance-secret-key", 1)

    def test_lines_far_down_have_their_number(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"a.ini": FILLER * 9})
        repository.write("a.ini", f"{secret(FIRST)}{FILLER * 9}{secret(SECOND)}")
        patch = repository.git("diff")
        (repository.path / "a.ini").unlink()
        assert [it[2] for it in told(patch)] == [1, 83]

    def test_the_fingerprint_is_that_of_the_file(self, repository: Repository, run: Run) -> None:
        repository.stage("src/a.ini", secret(FIRST))
        patch = repository.git("diff", "--cached").encode()
        (repository.path / "a.patch").write_bytes(patch)
        found = [
            json.loads(run("scan", *it, "--format", "jsonl", cwd=repository.path / "src").out)
            for it in (("--diff", "../a.patch"), ("a.ini",))
        ]
        assert found[0]["fingerprint"] == found[1]["fingerprint"]

    def test_a_key_that_comes_to_a_secret_is_found(
        self, repository: Repository, told: Scan
    ) -> None:
        lines = ("Client(\n", f'    "{FIRST}",\n', f'    "{SECOND}",\n', ")\n")
        before = "from binance.client import Client\n\n" + lines[0] + lines[2] + lines[3]
        repository.commit(**{"a.py": before})
        repository.write("a.py", "from binance.client import Client\n\n" + "".join(lines))
        assert [it[1] for it in told(repository.git("diff"))] == ["hardcoded-argument"]

    def test_excluded_paths_are_left_out(self, repository: Repository, told: Scan) -> None:
        repository.stage("a.lock", secret(FIRST))
        assert told(repository.git("diff", "--cached"), "--exclude", "*.lock") == []

    def test_what_is_over_the_limit_is_left_out(self, repository: Repository, told: Scan) -> None:
        repository.stage("a.ini", secret(FIRST))
        patch = repository.git("diff", "--cached")
        assert told(patch, "--max-file-size", "9", note="a.ini: left out: ") == []

    def test_what_is_binary_is_counted(self, repository: Repository, run: Run) -> None:
        repository.stage("a.bin", b"\0\1\2" * 99)
        patch = repository.git("diff", "--cached").encode()
        done = run("scan", "--diff", "-", cwd=repository.path, stdin=patch)
        assert (done.code, "1 binary" in done.out) == (0, True)

    def test_no_difference_is_clean(self, repository: Repository, told: Scan) -> None:
        assert told("") == []

    def test_a_merge_has_what_no_parent_has(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"a.ini": "one\n"})
        repository.git("switch", "-q", "-c", "side")
        repository.commit(**{"a.ini": f"one\n{secret(FIRST)}"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"b.ini": "two\n"})
        repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
        repository.stage("a.ini", f"one\n{secret(FIRST)}{secret(SECOND)}")
        repository.git("commit", "-q", "-m", "a merge")
        assert told(repository.git("show", "-c")) == [("a.ini", "binance-secret-key", 3)]


class TestPython:
    @pytest.fixture
    def patch(self, repository: Repository) -> str:
        """Adds a call that has a key to a function that stands in the file already."""
        repository.commit(**{"bot.py": FILLER + BOT + "    pass\n" + FILLER})
        repository.write("bot.py", FILLER + BOT + CALL + FILLER)
        return repository.git("diff", "-U1")

    def test_is_read_as_such_where_the_file_is_as_the_patch_leaves_it(
        self, patch: str, told: Scan
    ) -> None:
        assert told(patch) == [("bot.py", "hardcoded-argument", 14)]

    def test_also_from_a_folder_below(self, repository: Repository, patch: str, told: Scan) -> None:
        below = repository.path / "below"
        below.mkdir()
        assert told(patch, cwd=below) == [("bot.py", "hardcoded-argument", 14)]

    def test_also_where_the_checkout_has_other_line_ends(
        self, repository: Repository, patch: str, told: Scan
    ) -> None:
        file = repository.path / "bot.py"
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        assert told(patch) == [("bot.py", "hardcoded-argument", 14)]

    @pytest.mark.parametrize(
        "text",
        [None, "", f"# one more\n{FILLER}{BOT}{CALL}{FILLER}", b"\0\0\0"],
        ids=["gone", "empty", "moved", "binary"],
    )
    def test_is_read_as_text_where_it_is_not(
        self, repository: Repository, patch: str, told: Scan, text: str | bytes | None
    ) -> None:
        if text is None:
            (repository.path / "bot.py").unlink()
        else:
            repository.write("bot.py", text)
        assert {it[2] for it in told(patch, note=f"bot.py: {NOTE}")} <= {14}

    def test_of_a_new_file_is_read_from_the_patch(self, repository: Repository, told: Scan) -> None:
        repository.stage("new.py", BOT + CALL)
        patch = repository.git("diff", "--cached")
        (repository.path / "new.py").unlink()
        assert told(patch) == [("new.py", "hardcoded-argument", 5)]

    def test_finds_imported_values_where_the_patch_has_them(
        self, repository: Repository, told: Scan
    ) -> None:
        """What is in a file that the patch does not touch is no finding, also if it is used."""
        repository.commit(**{"old.py": f'FIRST = "{FIRST}"\nSECOND = "{SECOND}"\n'})
        repository.stage("new.py", f'THIRD = "{THIRD}"\nFOURTH = "{FOURTH}"\n')
        repository.stage(
            "bot.py",
            "from binance.client import Client\nimport new, old\n\n"
            "Client(old.FIRST, old.SECOND)\nClient(new.THIRD, new.FOURTH)\n",
        )
        patch = repository.git("diff", "--cached")
        (repository.path / "new.py").unlink()
        assert {it[0] for it in told(patch)} == {"new.py"}
        assert "hardcoded-argument" in {it[1] for it in told(patch)}

    def test_what_the_patch_does_not_touch_is_none(
        self, repository: Repository, told: Scan
    ) -> None:
        repository.commit(**{"bot.py": BOT + CALL + FILLER})
        repository.write("bot.py", BOT + CALL + FILLER + "# more\n")
        assert told(repository.git("diff")) == []

    def test_of_two_patches_in_a_row_each_has_its_lines_once(
        self, repository: Repository, told: Scan
    ) -> None:
        repository.commit(**{"a.txt": "x\n"})
        repository.git("tag", "base")
        repository.commit(**{"bot.py": BOT + CALL})
        repository.commit(**{"bot.py": BOT + CALL + secret(f'"{THIRD}"')})
        patches = repository.git("format-patch", "--stdout", "base")
        assert sorted(it[2] for it in told(patches)) == [5, 6]


class TestAPathThatLeadsElsewhere:
    @pytest.mark.parametrize(
        "name",
        ["../outside.py", "a/../../outside.py", "{above}/outside.py", "link.py", "d/outside.py"],
    )
    def test_is_never_opened(
        self, repository: Repository, tmp_path: Path, told: Scan, name: str
    ) -> None:
        """Read there, the file would be Python, and the patch its lines."""
        (tmp_path / "outside.py").write_text(BOT + CALL)
        (repository.path / "link.py").symlink_to(tmp_path / "outside.py")
        (repository.path / "d").symlink_to(tmp_path)
        path = name.format(above=tmp_path)
        head = f"--- {path}\n+++ {path}\n@@ -4 +4,2 @@\n"
        patch = f"{head} def start():\n+{CALL}"
        assert {it[1] for it in told(patch, note=NOTE)} <= {"hard-coded-key", "binance-pair"}

    def test_cannot_move_the_cursor(self, repository: Repository, run: Run) -> None:
        patch = f'--- /dev/null\n+++ "b/\\033[2J.ini"\n@@ -0,0 +1 @@\n+{secret(FIRST)}'
        done = run("scan", "--diff", "-", cwd=repository.path, stdin=patch.encode())
        assert (done.code, "\x1b" in done.out, "\\x1b[2J.ini" in done.out) == (1, False, True)

    def test_shows_no_key(self, repository: Repository, run: Run) -> None:
        patch = f"--- /dev/null\n+++ b/{FIRST}.ini\n@@ -0,0 +1 @@\n+{secret(FIRST)}"
        done = run("scan", "--diff", "-", cwd=repository.path, stdin=patch.encode())
        assert (done.code, FIRST in done.out + done.err) == (1, False)


def test_outside_git_paths_are_relative_to_the_current_folder(
    repository: Repository, tmp_path: Path, told: Scan
) -> None:
    repository.commit(**{"bot.py": BOT + "    pass\n"})
    repository.write("bot.py", BOT + CALL)
    patch = repository.git("diff")
    plain = tmp_path / "plain"
    plain.mkdir()
    shutil.copy(repository.path / "bot.py", plain)
    assert told(patch, cwd=plain) == [("bot.py", "hardcoded-argument", 5)]


@pytest.mark.parametrize(
    ("patch", "arguments", "said"),
    [
        (
            f"--- a/x\n+++ b/x\n@@ -1 +1 @@\n {FIRST}\n+{SECOND}\n",
            (),
            "stdin: line 5: more lines than the header of the hunk says",
        ),
        (FIRST, (), "stdin: holds no patch: make one with `git diff --no-color`"),
        ("", ("a.py",), "--diff takes no paths and no --include-ignored: it scans a patch"),
        ("", ("--staged",), "--staged and --diff exclude each other"),
        ("", ("--fix",), "--fix goes with files, and --diff scans a patch"),
    ],
    ids=["malformed", "no patch", "a path", "staged", "fix"],
)
def test_usage(
    repository: Repository, run: Run, patch: str, arguments: tuple[str, ...], said: str
) -> None:
    done = run("scan", "--diff", "-", *arguments, cwd=repository.path, stdin=patch.encode())
    assert (done.code, done.out, done.err) == (2, "", f"leakguard: error: {said}\n")


def test_a_patch_that_cannot_be_read_is_named(repository: Repository, run: Run) -> None:
    done = run("scan", "--diff", "none.patch", cwd=repository.path)
    said = "leakguard: error: --diff: cannot read none.patch: No such file or directory\n"
    assert (done.code, done.err) == (2, said)
