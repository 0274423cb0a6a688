"""The baseline: what an entry is for, and what it is not."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from leakguard.errors import ConfigError
from leakguard.examples import made_up
from leakguard.finding import Finding, Problem
from leakguard.sources import Failed, Item, Read
from leakguard.sources.files import FileReader
from leakguard.suppress import baseline, entries
from leakguard.suppress.baseline import Baseline, applied, matched
from leakguard.suppress.entries import Entry
from tests.cli.conftest import Run, run, unread
from tests.support import LEAKGUARD, Repository, scan

__all__ = ("run", "unread")

FIRST, SECOND = (made_up("base62", 64, seed) for seed in (741, 742))
GUESSABLE = f"{made_up('base62', 8, 743)}-7!"
TODAY = date(2027, 3, 1)


def assigned(value: str, name: str = "api_secret") -> str:
    return f'{name} = "{value}"\n'


def folder(repository: Repository) -> Path:
    return repository.path / entries.FOLDER


def names(repository: Repository) -> list[str]:
    return sorted(it.name for it in folder(repository).glob("*"))


@pytest.fixture
def home(repository: Repository, run: Run) -> Repository:
    """A repository with a baseline of what bot.py holds, all of it committed."""
    text = assigned(FIRST) + assigned(GUESSABLE, "password") + "import os\nprint(os.environ)\n"
    repository.commit(**{"bot.py": text})
    done = run("baseline", "create", "--reason", "made up", cwd=repository.path)
    assert (done.code, done.out.split(";")[0]) == (0, f"3 entries in {entries.FOLDER}")
    repository.git("add", "-A")
    repository.commit()
    return repository


class TestAnEntry:
    def test_is_a_small_file_called_by_the_fingerprint(self, home: Repository) -> None:
        (fingerprint,) = {it.fingerprint for it in scan({"bot.py": assigned(FIRST)}).findings}
        content = json.loads((folder(home) / f"{fingerprint}.json").read_text())
        expected = {"rule": "hardcoded-assignment", "path": "bot.py", "reason": "made up"}
        assert content == expected

    def test_holds_no_value(self, home: Repository) -> None:
        held = "".join(it.read_text() for it in folder(home).iterdir())
        assert not [it for it in (FIRST, GUESSABLE, "environ)") if it in held]

    def test_lets_its_finding_stay(self, home: Repository, run: Run) -> None:
        done = run("scan", ".", "--show-suppressed", cwd=home.path)
        assert (done.code, "3 findings suppressed" in done.out) == (0, True)
        assert "in the baseline: made up" in done.out

    def test_is_external_in_sarif(self, home: Repository, run: Run) -> None:
        done = run("scan", ".", "--show-suppressed", "--format", "sarif", cwd=home.path)
        results = json.loads(done.out)["runs"][0]["results"]
        assert [it["suppressions"][0]["kind"] for it in results] == ["external"] * 3

    def test_counts_for_a_folder_of_the_work_tree_too(self, home: Repository, run: Run) -> None:
        home.write("inner/a.txt", "nothing\n")
        home.git("mv", "bot.py", "inner/bot.py")
        assert run("scan", ".", cwd=home.path / "inner").code == 0

    @pytest.mark.parametrize(
        "text",
        [
            "\n\n" + assigned(FIRST) + "# more\n",
            assigned(FIRST, "secret_key"),
            assigned(FIRST).rstrip() + "  # a comment\r\n",
        ],
        ids=["moved", "renamed variable", "changed line"],
    )
    def test_stays_with_its_value(self, home: Repository, run: Run, text: str) -> None:
        home.write("bot.py", text)
        assert run("scan", ".", cwd=home.path).code == 0

    def test_is_not_for_another_value_on_its_line(self, home: Repository, run: Run) -> None:
        home.write("bot.py", assigned(SECOND))
        assert run("scan", ".", cwd=home.path).code == 1

    def test_is_not_for_a_copy_elsewhere(self, home: Repository, run: Run) -> None:
        home.write("copy.py", assigned(FIRST))
        assert run("scan", ".", cwd=home.path).code == 1

    def test_follows_a_renamed_file(self, home: Repository, run: Run) -> None:
        home.git("mv", "bot.py", "robot.py")
        done = run("scan", ".", cwd=home.path)
        assert (done.code, "3 findings suppressed" in done.out) == (0, True)

    def test_with_a_path_of_windows_is_for_the_same(self, home: Repository, run: Run) -> None:
        for file in folder(home).iterdir():
            file.unlink()
        home.write("src/b.py", assigned(FIRST))
        home.git("rm", "-q", "bot.py")
        run("baseline", "create", "--reason", "made up", cwd=home.path)
        (file,) = folder(home).iterdir()
        file.write_text(file.read_text().replace("src/b.py", r"src\\b.py"))
        assert run("scan", ".", cwd=home.path).code == 0
        (home.path / "src/b.py").rename(home.path / "src/moved.py")
        assert run("scan", ".", cwd=home.path).code == 0
        home.write("src/b.py", assigned(FIRST))
        assert run("scan", ".", cwd=home.path).code == 1

    @pytest.mark.parametrize("arguments", [("scan", "--staged"), ("hook",), ("scan", "--history")])
    def test_counts_wherever_it_is_looked_for(
        self, home: Repository, run: Run, arguments: tuple[str, ...]
    ) -> None:
        home.stage("bot.py", assigned(FIRST) + "\n")
        assert run(*arguments, cwd=home.path).code == 0

    def test_counts_for_a_range_and_stdin(self, home: Repository, run: Run) -> None:
        home.commit(**{"a.txt": "more\n"})
        assert run("scan", "--range", "HEAD~2..HEAD", cwd=home.path).code == 0
        text = assigned(FIRST).encode()
        done = run("scan", "-", "--stdin-filename", "bot.py", cwd=home.path, stdin=text)
        assert done.code == 0


class TestMatching:
    @cached_property
    def finding(self) -> Finding:
        (found,) = scan({"new.py": assigned(FIRST)}).findings
        return found

    @cached_property
    def guessable(self) -> Finding:
        (found,) = scan({"new.py": assigned(GUESSABLE, "password")}).findings
        return found

    @staticmethod
    def _baseline(*paths: str, value: str = FIRST, name: str = "api_secret") -> Baseline:
        found = (scan({path: assigned(value, name)}).findings[0] for path in paths)
        known = {it.fingerprint: Entry(it.fingerprint, it.rule, it.path, "made up") for it in found}
        return Baseline(known, lambda paths: {it for it in paths if it.startswith("gone")})

    @pytest.mark.parametrize(
        ("path", "is_matched"), [("new.py", True), ("gone.py", True), ("there.py", False)]
    )
    def test_is_by_path_or_by_one_that_is_gone(self, path: str, is_matched: bool) -> None:
        assert bool(matched([self.finding], self._baseline(path)).by_finding) == is_matched

    @pytest.mark.parametrize("path", ["gone/old.py", r"gone\old.py"])
    def test_is_by_either_spelling_of_a_path_that_is_gone(self, path: str) -> None:
        (known,) = self._baseline(path).entries.values()
        written = Entry(known.fingerprint, known.rule, r"gone\old.py", "made up")
        gone = Baseline({known.fingerprint: written}, lambda paths: set(paths))
        assert list(matched([self.finding], gone).moved) == [known.fingerprint]
        there = Baseline({known.fingerprint: written}, lambda paths: set(paths) - {path})
        assert not matched([self.finding], there).moved

    def test_is_by_value_if_it_could_be_guessed_too(self) -> None:
        known = self._baseline("gone.py", value=GUESSABLE, name="password")
        assert list(matched([self.guessable], known).moved.values()) == [self.guessable]

    def test_of_one_that_is_gone_is_for_one_path(self) -> None:
        report = scan({"a.py": assigned(FIRST), "b.py": assigned(FIRST)})
        assert list(matched(report.findings, self._baseline("gone.py")).by_finding) == [0]

    def test_of_one_that_is_gone_prefers_the_same_name(self) -> None:
        report = scan({"a.py": assigned(FIRST), "z/gone.py": assigned(FIRST)})
        assert list(matched(report.findings, self._baseline("gone.py")).by_finding) == [1]

    def test_does_not_try_thousands_of_findings_for_thousands_of_entries(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(baseline, "_MOST_TRIED_QUICKLY", 2)
        found = scan({"a.py": assigned(FIRST) + assigned(SECOND)}).findings
        every = {
            f"{at:032x}": Entry(f"{at:032x}", found[0].rule, f"{at}.py", "made up")
            for at in range(5)
        }
        told = matched(found, Baseline(every, set))
        assert (len(told.moved), told.untried) == (0, 4 * len(found))

    def test_does_not_try_guessable_values_for_ever(self) -> None:
        rule = self.guessable.rule
        many = {
            f"{n:032x}": Entry(f"{n:032x}", rule, f"gone/{n}.py", "made up") for n in range(300)
        }
        report = scan({"new.py": assigned(GUESSABLE, "password")})
        told = applied(report, Baseline(many, lambda paths: set(paths)), TODAY)
        assert [it.path for it in told.notices] == [entries.FOLDER]

    @pytest.mark.parametrize(
        ("until", "is_told"),
        [(None, False), (date(2027, 3, 1), False), (date(2027, 2, 28), True)],
        ids=["no end", "last day", "over"],
    )
    def test_ends_with_the_last_day(self, until: date | None, is_told: bool) -> None:
        it = self.finding
        known = {it.fingerprint: Entry(it.fingerprint, it.rule, "new.py", "made up", until)}
        (found,) = applied(scan({"new.py": assigned(FIRST)}), Baseline(known), TODAY).findings
        assert (found.suppression is None) == is_told


GOOD = {"rule": "jwt", "path": "a.py", "reason": "made up"}


class TestWhatIsNoEntry:
    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("a.json", json.dumps(GOOD), "called by its fingerprint"),
            ("0" * 32 + ".toml", "", "called by its fingerprint"),
            ("0" * 32 + ".json", "<<<<<<< ours\n", "was a conflict left in it?"),
            ("0" * 32 + ".json", "[" * 60_000, "this is no JSON"),
            ("0" * 32 + ".json", "[]", "an object of texts"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "line": 3}), "an object of texts"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "resaon": ""}), "did you mean 'reason'?"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "reason": " "}), "it has no `reason`"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "until": "soon"}), "such as 2027-03-01"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "path": ""}), "it has no `path`"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "path": "\ud800b"}), "`path` is no text"),
            ("0" * 32 + ".json", json.dumps({**GOOD, "reason": "a\udfff"}), "`reason` is no text"),
            ("0" * 32 + ".json", " " * 100_000, "too many for an entry"),
        ],
        ids=[
            "name", "ending", "conflict", "nested", "list", "number", "field", "no reason", "day",
            "no path", "half a pair in the path", "half a pair in the reason", "large",
        ],
    )  # fmt: skip
    def test_is_an_error_that_names_the_file(
        self, tmp_path: Path, name: str, content: str, message: str
    ) -> None:
        file = tmp_path / entries.FOLDER / name
        file.parent.mkdir(parents=True)
        file.write_text(content)
        with pytest.raises(ConfigError) as raised:
            entries.in_folder(str(tmp_path))
        assert (str(file) in str(raised.value), message in str(raised.value)) == (True, True)

    @pytest.mark.parametrize("name", ["README.md", ".gitkeep"])
    def test_may_stand_beside_them(self, tmp_path: Path, name: str) -> None:
        file = tmp_path / entries.FOLDER / name
        file.parent.mkdir(parents=True)
        file.write_text("about them")
        assert entries.in_folder(str(tmp_path)) == {}

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
    def test_is_a_pipe_which_holds_nobody_up(self, tmp_path: Path) -> None:
        file = tmp_path / entries.FOLDER / ("0" * 32 + ".json")
        file.parent.mkdir(parents=True)
        os.mkfifo(file)
        with pytest.raises(ConfigError, match="plain file"):
            entries.in_folder(str(tmp_path))

    def test_is_a_folder_that_is_a_link(self, tmp_path: Path) -> None:
        (tmp_path / ".leakguard").symlink_to(tmp_path)
        with pytest.raises(ConfigError, match="no link"):
            entries.in_folder(str(tmp_path))

    @pytest.mark.parametrize("path", [".leakguard", entries.FOLDER])
    def test_is_a_file_in_place_of_the_folder(self, tmp_path: Path, path: str) -> None:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("")
        with pytest.raises(ConfigError, match="has to be a folder"):
            entries.in_folder(str(tmp_path))


def test_branches_that_each_add_an_entry_merge_without_a_conflict(
    home: Repository, run: Run
) -> None:
    for branch, value in (("one", SECOND), ("two", made_up("base62", 64, 744))):
        home.git("switch", "-q", "-c", branch, "main")
        home.commit(**{f"{branch}.py": assigned(value)})
        told = run("scan", ".", "--format", "jsonl", cwd=home.path).out
        add = ("--add", json.loads(told)["fingerprint"], "--reason", "made up")
        assert run("baseline", "update", *add, cwd=home.path).code == 0
        home.git("add", "-A")
        home.commit()
    home.git("merge", "-q", "-m", "a merge", "one")
    assert (len(names(home)), run("scan", ".", cwd=home.path).code) == (5, 0)


def test_an_entry_survives_a_rebase(home: Repository, run: Run) -> None:
    home.git("switch", "-q", "-c", "one", "HEAD~1")
    home.commit(**{"a.txt": "more\n", "bot.py": "# first\n" + (home.path / "bot.py").read_text()})
    home.git("rebase", "-q", "main")
    assert run("scan", ".", cwd=home.path).code == 0


class TestCreate:
    def test_asks_for_a_reason(self, repository: Repository, run: Run) -> None:
        done = run("baseline", "create", cwd=repository.path)
        assert (done.code, "--reason is missing" in done.err) == (2, True)

    def test_does_not_go_over_what_is_there(self, home: Repository, run: Run) -> None:
        done = run("baseline", "create", "--reason", "all", cwd=home.path)
        assert (done.code, "there is a baseline already" in done.err) == (2, True)
        assert "leakguard baseline update --add FINGERPRINT --reason TEXT" in done.err

    def test_leaves_out_what_is_allowed_where_it_stands(
        self, repository: Repository, run: Run
    ) -> None:
        mark = "# leakguard: allow[hardcoded-assignment] made up"
        repository.commit(**{"bot.py": f"{assigned(FIRST).rstrip()}  {mark}\n"})
        run("baseline", "create", "--reason", "made up", cwd=repository.path)
        assert names(repository) == []

    @pytest.mark.parametrize("name", ["+", os.fsdecode(b"\xff"), "a\nb"])
    def test_takes_a_file_with_any_name(self, repository: Repository, run: Run, name: str) -> None:
        (repository.path / name).write_text(assigned(FIRST, "binance_api_secret"))
        assert run("baseline", "create", "--reason", "x", cwd=repository.path).code == 0
        assert run("scan", ".", cwd=repository.path).code == 0

    def test_takes_no_reason_that_it_would_not_read(self, repository: Repository, run: Run) -> None:
        assert run("baseline", "create", "--reason", "???", cwd=repository.path).code == 2


class TestUpdate:
    def test_never_adds_what_is_not_named(self, home: Repository, run: Run) -> None:
        before = names(home)
        home.write("new.py", assigned(SECOND))
        done = run("baseline", "update", cwd=home.path)
        assert (done.code, names(home)) == (1, before)
        assert "not in the baseline  new.py:1:15" in done.out

    def test_lets_entries_follow_renamed_files(self, home: Repository, run: Run) -> None:
        home.git("mv", "bot.py", "robot.py")
        done = run("baseline", "update", cwd=home.path)
        held = {json.loads(it.read_text())["path"] for it in folder(home).iterdir()}
        assert (done.code, held, len(names(home))) == (0, {"robot.py"}, 3)

    def test_does_all_where_nobody_reads(self, home: Repository, unread: Run) -> None:
        home.git("mv", "bot.py", "robot.py")
        done = unread("baseline", "update", cwd=home.path)
        held = {json.loads(it.read_text())["path"] for it in folder(home).iterdir()}
        assert (done.code, held, len(names(home))) == (2, {"robot.py"}, 3)

    def test_refuses_a_fingerprint_of_nothing(self, home: Repository, run: Run) -> None:
        done = run("baseline", "update", "--add", "0" * 32, "--reason", "x1", cwd=home.path)
        assert (done.code, "nothing is found" in done.err) == (2, True)


class TestPrune:
    def test_removes_what_is_for_nothing(self, home: Repository, run: Run) -> None:
        home.write("bot.py", assigned(FIRST))
        assert run("baseline", "prune", cwd=home.path).code == 0
        assert len(names(home)) == 1

    def test_removes_all_where_nobody_reads(self, home: Repository, unread: Run) -> None:
        home.write("bot.py", "")
        assert (unread("baseline", "prune", cwd=home.path).code, names(home)) == (2, [])

    def test_keeps_what_follows_a_renamed_file(self, home: Repository, run: Run) -> None:
        home.git("mv", "bot.py", "robot.py")
        run("baseline", "prune", cwd=home.path)
        assert len(names(home)) == 3

    def test_removes_nothing_where_not_all_can_be_read(
        self, home: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        home.write("bot.py", "import os\n")

        def failing(self: FileReader, items: Iterable[Item]) -> Iterator[Read]:
            yield from (Failed(Problem(it.path, "cannot be read")) for it in items)

        monkeypatch.setattr(FileReader, "read", failing)
        done = run("baseline", "prune", cwd=home.path)
        assert (done.code, len(names(home))) == (2, 3)


class TestAudit:
    @pytest.fixture
    def answer(self, home: Repository, run: Run) -> Run:
        def answer(text: str, *arguments: str, **_: object) -> object:
            return run("baseline", "audit", *arguments, cwd=home.path, stdin=text.encode())

        return answer  # type: ignore[return-value]

    def test_goes_on_where_it_was_left(self, home: Repository, answer: Run) -> None:
        assert "1 of 3" in answer("f\nq\n").out
        done = answer("f\nl\n")
        assert ("1 of 2" in done.out, "2 of 2" in done.out) == (True, True)
        assert "1 of 1" in answer("").out

    def test_takes_what_is_real_out(self, home: Repository, run: Run, answer: Run) -> None:
        answer("r\nq\n")
        assert (len(names(home)), run("scan", ".", cwd=home.path).code) == (2, 1)

    def test_asks_again_where_the_answer_is_none(self, answer: Run) -> None:
        assert answer("what\nq\n").out.count("[q]uit?") == 2

    def test_says_what_is_left(self, answer: Run) -> None:
        assert "3 entries not looked at; go on: leakguard baseline audit" in answer("q\n").out

    def test_asks_again_where_the_answer_is_no_text(self, home: Repository, run: Run) -> None:
        done = run("baseline", "audit", cwd=home.path, stdin=b"\xff\xc3\nq\n")
        assert (done.code, done.out.count("[q]uit?")) == (0, 2)

    def test_keeps_what_was_answered_when_it_is_killed(self, home: Repository, answer: Run) -> None:
        with subprocess.Popen(
            [*LEAKGUARD, "baseline", "audit"],
            cwd=home.path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"f\n")
            process.stdin.flush()
            while b"2 of 3" not in process.stdout.readline():
                assert process.poll() is None
            process.kill()
        assert "1 of 2" in answer("q\n").out

    def test_asks_about_all_if_wanted(self, answer: Run) -> None:
        answer("f\nf\nf\n")
        assert answer("q\n").out == ""
        assert "1 of 3" in answer("q\n", "--all").out

    def test_shows_no_value(self, answer: Run) -> None:
        done = answer("l\nl\nl\n")
        assert (FIRST in done.out, GUESSABLE in done.out) == (False, False)


def test_what_an_entry_says_cannot_steer_a_terminal_or_show_a_key(
    home: Repository, run: Run
) -> None:
    file = next(folder(home).iterdir())
    fields = json.loads(file.read_text())
    file.write_text(json.dumps({**fields, "reason": f"\x1b[31m {SECOND}"}))
    done = run("scan", "bot.py", "--show-suppressed", cwd=home.path)
    audited = run("baseline", "audit", cwd=home.path, stdin=b"q\n")
    for text in (done.out, audited.out):
        assert ("\x1b" in text, SECOND in text) == (False, False)


def test_a_path_of_an_entry_stays_on_its_line(home: Repository, run: Run) -> None:
    file = folder(home) / f"{'0' * 32}.json"
    fields = {"rule": "hardcoded-assignment", "path": "a\nremoved b", "reason": "x"}
    file.write_text(json.dumps(fields))
    assert run("baseline", "prune", cwd=home.path).out.count("\n") == 1


def test_writing_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry("0" * 32, "jwt", "a.py", "made up", date(2027, 3, 1), entries.FALSE_ALARM)
    entries.write(str(tmp_path), entry)
    assert entries.in_folder(str(tmp_path)) == {entry.fingerprint: entry}
    assert [it.name for it in (tmp_path / entries.FOLDER).iterdir()] == [entry.name]
