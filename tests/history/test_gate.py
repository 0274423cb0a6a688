"""`leakguard gate`: what is new fails, judged by the configuration of the base."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run
from tests.history.conftest import FIRST, SECOND, THIRD, assigned
from tests.support import Repository


@pytest.fixture(autouse=True)
def request_(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch `request`, which is to be merged into `main`, on no platform."""
    for name in os.environ:
        if name.startswith(("GITHUB_", "GITLAB_", "CI_", "BUILDKITE", "CIRCLE", "JENKINS_")):
            monkeypatch.delenv(name)
    repository.commit(**{"old.py": assigned(FIRST), "a.txt": "nothing\n"})
    repository.git("switch", "-q", "-c", "request")


@pytest.fixture
def gate(run: Run, repository: Repository) -> Run:
    """Judges the branch against `main`; gives the findings' secrets as its output."""

    def judge(*arguments: str, **_: object) -> Done:
        options = ("--format", "jsonl", "--show-secrets")
        done = run("gate", "--base", "main", *options, *arguments, cwd=repository.path)
        found = [json.loads(line)["secret"] for line in done.out.splitlines()]
        return Done(done.code, " ".join(found), done.err)

    return judge


class TestNew:
    def test_is_what_a_commit_brings(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        assert gate() == Done(1, SECOND, "")

    def test_is_also_what_a_message_says(self, repository: Repository, gate: Run) -> None:
        repository.stage("b.txt", "more\n")
        repository.commit(f"api_secret={SECOND}")
        assert gate() == Done(1, SECOND, "")

    def test_is_also_what_a_later_commit_removes(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        repository.commit(**{"bot.py": "import os\n"})
        assert gate().code == 1

    def test_is_also_what_stands_in_a_file_that_is_called_like_a_key(
        self, repository: Repository, gate: Run
    ) -> None:
        repository.commit(**{f"{THIRD}.py": assigned(SECOND)})
        assert gate() == Done(1, SECOND, "")

    def test_is_a_copy_elsewhere(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"copy.py": assigned(FIRST)})
        assert gate().code == 1

    @pytest.mark.parametrize("name", ["old.py", "new.py"])
    def test_is_not_what_the_base_has_there(
        self, repository: Repository, gate: Run, name: str
    ) -> None:
        if name != "old.py":
            repository.git("mv", "old.py", name)
        repository.commit(**{name: assigned(FIRST) + "\n"})
        assert gate() == Done(0, "", "")

    def test_is_not_what_comes_back(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"old.py": "import os\n"})
        repository.commit(**{"old.py": assigned(FIRST)})
        repository.commit(**{"a.txt": "more\n"})
        assert gate().code == 0

    def test_is_not_what_the_base_got_meanwhile(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"a.txt": "more\n"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"main.py": assigned(THIRD)})
        repository.git("switch", "-q", "request")
        repository.git("merge", "-q", "-m", "a merge", "main")
        assert gate().code == 0


class TestTheConfiguration:
    def test_is_that_of_the_base(self, repository: Repository, gate: Run) -> None:
        repository.git("switch", "-q", "main")
        repository.commit(**{"leakguard.toml": 'exclude = ["fixtures/"]\n'})
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        repository.commit(**{"fixtures/bot.py": assigned(SECOND), "a.txt": "more\n"})
        assert gate() == Done(0, "", "")

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("leakguard.toml", 'exclude = ["*.py"]\n'),
            ("pyproject.toml", '[tool.leakguard]\nexclude = ["*.py"]\n'),
            ("leakguard.toml", "broken\n"),
        ],
        ids=["leakguard", "pyproject", "broken"],
    )
    def test_of_the_head_counts_in_no_way(
        self, repository: Repository, gate: Run, name: str, text: str
    ) -> None:
        repository.commit(**{"bot.py": assigned(SECOND), name: text})
        done = gate()
        assert (done.code, done.out) == (1, SECOND)
        assert f"leakguard: note: {name}: is changed here" in done.err
        assert f"leakguard: note: {name}: the base has no configuration" in done.err

    def test_that_it_extends_is_named_too(self, repository: Repository, gate: Run) -> None:
        repository.git("switch", "-q", "main")
        repository.commit(
            **{"leakguard.toml": 'extend = "shared/a.toml"\n', "shared/a.toml": "ignore = []\n"}
        )
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        repository.commit(**{"bot.py": assigned(SECOND), "shared/a.toml": 'exclude = ["*.py"]\n'})
        done = gate()
        assert (done.code, done.out) == (1, SECOND)
        assert "leakguard: note: shared/a.toml: is changed here" in done.err

    def test_of_the_base_that_is_wrong_is_told_by_its_commit(
        self, repository: Repository, gate: Run
    ) -> None:
        repository.git("switch", "-q", "main")
        base = repository.commit(**{"leakguard.toml": "excluded = []\n"})
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        repository.commit(**{"a.txt": "more\n"})
        done = gate()
        assert (done.code, f"{base[:10]}:leakguard.toml:1: " in done.err) == (2, True), done.err

    def test_that_is_named_may_not_be_the_heads(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"mine.toml": 'exclude = ["*"]\n'})
        assert gate("--config", str(repository.path / "mine.toml")).code == 2


class TestNothingToJudge:
    def test_is_an_error_where_base_and_head_are_one(self, gate: Run) -> None:
        done = gate()
        assert (done.code, "HEAD has nothing that main lacks" in done.err) == (2, True)

    def test_is_an_error_where_all_is_left_out(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        done = gate("--exclude", "*")
        assert (done.code, "none was scanned" in done.err) == (2, True)

    def test_is_none_where_files_are_only_deleted(self, repository: Repository, gate: Run) -> None:
        repository.git("rm", "-q", "old.py")
        repository.commit()
        assert gate().code == 0

    def test_what_to_do_where_a_branch_is_missing_is_said(
        self, repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repository.commit(**{"a.txt": "more\n"})
        monkeypatch.setenv("CIRCLECI", "true")
        monkeypatch.setenv("CIRCLE_SHA1", repository.git("rev-parse", "HEAD").strip())
        done = run("gate", cwd=repository.path)
        assert (done.code, "fetch that branch, or give --base" in done.err) == (2, True), done.err

    def test_is_an_error_in_a_clone_that_lacks_the_base(
        self, repository: Repository, run: Run, tmp_path: Path
    ) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        repository.commit(**{"a.txt": "more\n"})
        clone = tmp_path / "shallow"
        source = f"file://{repository.path}"
        repository.git("clone", "-q", "--depth", "1", "--branch", "request", source, str(clone))
        done = run("gate", "--base", "origin/main", cwd=clone)
        assert (done.code, "the clone is shallow" in done.err) == (2, True), done.err


def test_a_false_alarm_is_accepted_by_its_fingerprint(
    repository: Repository, run: Run, gate: Run
) -> None:
    repository.commit(**{"bot.py": assigned(SECOND) + assigned(THIRD, "token")})
    told = run("gate", "--base", "main", "--format", "jsonl", cwd=repository.path).out
    first, second = (json.loads(line)["fingerprint"] for line in told.splitlines())
    assert gate("--accept", first).code == 1
    done = gate("--accept", f"{first}, {second}")
    assert (done.code, "--accept: 2 findings let through" in done.err) == (0, True)


def test_sarif_is_written_besides(repository: Repository, run: Run, tmp_path: Path) -> None:
    repository.commit(**{"bot.py": assigned(SECOND)})
    file = tmp_path / "out.sarif"
    done = run("gate", "--base", "main", "--sarif", file, cwd=repository.path)
    results = json.loads(file.read_text())["runs"][0]["results"]
    assert (done.code, len(results)) == (1, 1)
    assert "still there" in done.out


def test_what_stands_in_the_checkout_is_not_run(repository: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    plant = f"open({str(mark)!r}, 'w')\n"
    repository.commit(**{
        "sitecustomize.py": plant, "usercustomize.py": plant, "leakguard/__init__.py": plant,
        "click.py": plant, "bot.py": assigned(SECOND),
    })  # fmt: skip
    command = [sys.executable, "-I", "-m", "leakguard", "gate", "--base", "main"]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=repository.path, capture_output=True, env=kept, check=False)
    assert (done.returncode, mark.exists()) == (1, False), done.stderr


@pytest.mark.parametrize(
    ("folder", "code"),
    [pytest.param("leakguard", 2, id="tracked"), pytest.param(".venv", 1, id="untracked")],
)
def test_leakguard_does_not_judge_with_itself_in_what_is_judged(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, code: int
) -> None:
    import leakguard

    repository.commit(**{"bot.py": assigned(SECOND), "leakguard/__init__.py": "# mine\n"})
    own = repository.path / folder / "__init__.py"
    monkeypatch.setattr(leakguard, "__file__", str(own))
    done = run("gate", "--base", "main", cwd=repository.path)
    assert (done.code, "install it elsewhere" in done.err) == (code, code == 2), done.err


class TestOnAPlatform:
    @pytest.fixture
    def event(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> Path:
        """A pull request on GitHub, whose merge commit is checked out; gives the summary's file."""
        base = repository.git("rev-parse", "main").strip()
        head = repository.commit(**{"bot.py": assigned(SECOND)})
        repository.git("switch", "-q", "--detach", "main")
        repository.git("merge", "-q", "--no-ff", "-m", "a merge", "request")
        told = {"pull_request": {"base": {"sha": base, "ref": "main"}, "head": {"sha": head}}}
        (tmp_path / "event.json").write_text(json.dumps(told))
        summary = tmp_path / "summary.md"
        summary.write_text("before\n")
        for name, value in {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_STEP_SUMMARY": str(summary),
        }.items():
            monkeypatch.setenv(name, value)
        return summary

    def test_base_and_head_are_told_by_it(
        self, event: Path, repository: Repository, run: Run
    ) -> None:
        done = run("gate", cwd=repository.path)
        assert (done.code, "brought in by" in done.out) == (1, True), done.err

    def test_github_gets_annotations_and_a_summary(
        self, event: Path, repository: Repository, run: Run
    ) -> None:
        done = run("gate", cwd=repository.path)
        assert done.out.startswith("::error file=bot.py,line=1,")
        assert event.read_text().startswith("before\n")
        assert "bot" in event.read_text().removeprefix("before\n")
        assert SECOND not in done.out + event.read_text()

    def test_where_nobody_reads_the_files_are_written_all_the_same(
        self, event: Path, repository: Repository, unread: Run, tmp_path: Path
    ) -> None:
        done = unread("gate", "--sarif", tmp_path / "found.sarif", cwd=repository.path)
        assert (done.code, "bot" in event.read_text().removeprefix("before\n")) == (2, True)
        assert len(json.loads((tmp_path / "found.sarif").read_text())["runs"][0]["results"]) == 1

    def test_a_summary_that_cannot_be_written_leaves_the_report(
        self, event: Path, repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(event / "none"))
        done = run("gate", cwd=repository.path)
        assert (done.code, "the summary of the job cannot be written" in done.err) == (2, True)
        assert "brought in by" in done.out

    def test_a_report_for_machines_is_not_mixed_with_annotations(
        self, event: Path, repository: Repository, run: Run
    ) -> None:
        done = run("gate", "--format", "json", cwd=repository.path)
        assert len(json.loads(done.out)["findings"]) == 1

    def test_what_is_named_goes_before_what_is_told(
        self, event: Path, repository: Repository, run: Run
    ) -> None:
        done = run("gate", "--base", "request", "--head", "request", cwd=repository.path)
        assert (done.code, "request has nothing that request lacks" in done.err) == (2, True)


def test_without_a_base_it_is_asked_for(repository: Repository, run: Run) -> None:
    done = run("gate", cwd=repository.path)
    assert (done.code, "--base is missing" in done.err) == (2, True), done.err


class TestAnAllowance:
    mark = "# leakguard: allow[hardcoded-assignment] made up"

    def _allowed(self, value: str, name: str = "api_secret") -> str:
        return f"{assigned(value, name).rstrip()}  {self.mark}\n"

    def test_that_comes_with_its_leak_does_not_excuse_it(
        self, repository: Repository, gate: Run
    ) -> None:
        repository.commit(**{"bot.py": self._allowed(SECOND)})
        done = gate()
        assert (done.code, done.out) == (1, SECOND)
        assert "bot.py: line 1: the allowance is not in the base" in done.err

    def test_that_comes_later_does_not_excuse_what_came_before(
        self, repository: Repository, gate: Run
    ) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        repository.commit(**{"bot.py": self._allowed(SECOND)})
        assert gate().code == 1

    def test_of_another_tool_does_not_either(self, repository: Repository, gate: Run) -> None:
        repository.git("switch", "-q", "main")
        repository.commit(**{"leakguard.toml": 'honour = ["gitleaks:allow"]\n'})
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        repository.commit(**{"bot.py": f"{assigned(SECOND).rstrip()}  # gitleaks:allow\n"})
        assert gate().code == 1

    @pytest.fixture
    def base(self, repository: Repository) -> Repository:
        """The base allows a value in old.py."""
        repository.git("switch", "-q", "main")
        repository.commit(**{"old.py": self._allowed(FIRST)})
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        return repository

    def test_of_the_base_excuses_its_value(self, base: Repository, gate: Run) -> None:
        base.commit(**{"old.py": "\n\n" + self._allowed(FIRST)})
        assert gate().code == 0

    def test_of_the_base_moves_with_its_value(self, base: Repository, gate: Run) -> None:
        base.commit(**{"old.py": "x = 1\n", "other.py": self._allowed(FIRST, "secret_key")})
        assert gate().code == 0

    def test_of_the_base_does_not_excuse_another_value(self, base: Repository, gate: Run) -> None:
        base.commit(**{"old.py": self._allowed(SECOND)})
        assert (gate().code, gate().out) == (1, SECOND)

    def test_that_allows_nothing_is_new_as_well(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"bot.py": f"x = 1  {self.mark}\n"})
        done = run("gate", "--base", "main", cwd=repository.path)
        assert (done.code, "unused-allowance" in done.out) == (1, True)

    def test_that_a_commit_took_away_again_is_none(self, repository: Repository, gate: Run) -> None:
        repository.commit(**{"bot.py": f"x = 1  {self.mark}\n"})
        repository.commit(**{"bot.py": "x = 1\n"})
        assert gate().code == 0


class TestTheBaseline:
    def _entry(self, repository: Repository, run: Run, value: str) -> None:
        """Write the entry of a value in bot.py."""
        repository.write("bot.py", assigned(value))
        told = run("scan", "bot.py", "--format", "jsonl", cwd=repository.path).out
        add = ("--add", json.loads(told)["fingerprint"], "--reason", "made up")
        run("baseline", "update", *add, cwd=repository.path)
        (repository.path / "bot.py").unlink()
        repository.git("add", "-A", ".leakguard")

    def test_with_its_leak_does_not_excuse_it(
        self, repository: Repository, run: Run, gate: Run
    ) -> None:
        self._entry(repository, run, SECOND)
        repository.commit(**{"bot.py": assigned(SECOND)})
        done = gate()
        assert (done.code, done.out) == (1, SECOND)
        assert "leakguard: note: .leakguard/baseline: is changed here" in done.err

    def test_goes_first_and_its_leak_follows(
        self, repository: Repository, run: Run, gate: Run
    ) -> None:
        self._entry(repository, run, SECOND)
        repository.commit()
        assert gate().code == 0
        repository.git("branch", "-f", "main", "request")
        repository.commit(**{"bot.py": assigned(SECOND)})
        assert gate().code == 0

    def test_of_the_base_counts_though_the_head_has_none(
        self, repository: Repository, run: Run, gate: Run
    ) -> None:
        self._entry(repository, run, SECOND)
        repository.commit()
        repository.git("branch", "-f", "main", "request")
        repository.git("rm", "-rq", ".leakguard")
        repository.commit(**{"bot.py": assigned(SECOND)})
        assert gate().code == 0

    def test_of_the_base_that_is_wrong_is_told_by_its_commit(
        self, repository: Repository, gate: Run
    ) -> None:
        repository.git("switch", "-q", "main")
        base = repository.commit(**{".leakguard/baseline/a.json": "{}\n"})
        repository.git("switch", "-q", "request")
        repository.git("rebase", "-q", "main")
        repository.commit(**{"a.txt": "more\n"})
        done = gate()
        assert (done.code, f"{base[:10]}:.leakguard/baseline/a.json" in done.err) == (2, True)

    def test_follows_a_file_that_is_renamed_and_changed_beyond_what_git_sees(
        self, repository: Repository, run: Run, gate: Run
    ) -> None:
        self._entry(repository, run, SECOND)
        repository.commit(**{"bot.py": assigned(SECOND) + "x = 1\n" * 50})
        repository.git("branch", "-f", "main", "request")
        repository.git("rm", "-q", "bot.py")
        repository.commit(**{"robot.py": "\n".join(map(str, range(200))) + "\n" + assigned(SECOND)})
        assert gate().code == 0
