"""The action: what its script installs, fetches and runs, over real shallow clones.

The interpreter is a stub that records how it is called; what CI tells it asks the real one.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import Repository

ROOT = Path(__file__).parents[2]
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")

STUB = """\
#!{python} -I
import json, os, sys
from pathlib import Path

arguments = sys.argv[1:]
with open("{log}", "a") as log:
    log.write(json.dumps([os.getcwd(), arguments]) + "\\n")
if arguments[:3] == ["-I", "-m", "venv"]:
    Path("venv/bin").mkdir(parents=True)
    Path("venv/bin/python").symlink_to(__file__)
elif "-c" in arguments:
    os.execv("{python}", ["{python}", *arguments])
"""


@dataclass(frozen=True)
class Step:
    """What a run of the script did."""

    code: int
    err: str
    calls: list[tuple[str, list[str]]]
    """The folder and the arguments of each call of Python."""

    def called(self, module: str) -> tuple[str, list[str]]:
        """The folder and the arguments behind `-I -m MODULE`."""
        (found,) = [it for it in self.calls if it[1][:3] == ["-I", "-m", module]]
        return found[0], found[1][3:]


@dataclass(frozen=True)
class Runner:
    """A machine of CI with a checkout."""

    folder: Path
    checkout: Repository

    def run(self, event: object = None, **inputs: str) -> Step:
        for name in ("temp", "action"):
            (self.folder / name).mkdir(exist_ok=True)
        log, stub = self.folder / "calls.jsonl", self.folder / "python"
        stub.write_text(STUB.format(python=sys.executable, log=log))
        stub.chmod(0o755)
        (self.folder / "event.json").write_text(json.dumps(event or {}))
        done = subprocess.run(
            ["bash", str(ROOT / "tools" / "action.sh")],
            cwd=self.checkout.path,
            env={
                **os.environ,
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.folder / "action"),
                "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
                "RUNNER_TEMP": str(self.folder / "temp"),
                "LEAKGUARD_PYTHON": str(stub),
                **{f"LEAKGUARD_{name.upper()}": value for name, value in inputs.items()},
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        lines = log.read_text().splitlines() if log.exists() else []
        return Step(done.returncode, done.stderr, [tuple(json.loads(it)) for it in lines])

    def has_whole(self, base: str, head: str) -> bool:
        """Whether what the head has since the merge base is there, down to its first parent."""
        parted = self.checkout.git("merge-base", base, head).strip()
        listed = self.checkout.git("rev-list", head, f"^{parted}").split()
        return len(listed) == NEW and not set(listed) & self.boundary

    @property
    def boundary(self) -> set[str]:
        file = self.checkout.path / ".git" / "shallow"
        return set(file.read_text().split()) if file.exists() else set()


OLD, NEW = 3, 100
"""Commits before and since a branch has parted."""


@dataclass(frozen=True)
class Origin:
    """A repository whose branches `main` and `topic` have parted."""

    repository: Repository
    base: str
    head: str

    def clone(self, to: Path, branch: str, *options: str) -> Repository:
        source = self.repository.path.as_uri()
        command = ["git", "clone", "-q", *options, "--branch", branch, source, str(to)]
        subprocess.run(command, check=True, capture_output=True)
        return Repository(to)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    made = Repository.create(tmp_path_factory.mktemp("origin"))
    made.git("fast-import", "--quiet", stdin=_history().encode())
    return Origin(made, *(made.git("rev-parse", it).strip() for it in ("main", "topic")))


def _history() -> str:
    """Commits without files, as git fast-import reads them."""

    def commit(branch: str, number: int, parent: str = "") -> str:
        who = f"committer Ada <ada@example.org> {number} +0000\ndata 0\n"
        return f"commit refs/heads/{branch}\n{who}" + (f"from {parent}\n" if parent else "")

    old = [commit("main", number) for number in range(OLD)]
    new = [commit("topic", 100 + it, "" if it else "refs/heads/main") for it in range(NEW)]
    return "\n".join([*old, *new, commit("main", 50), ""])


@pytest.fixture
def shallow(origin: Origin, tmp_path: Path) -> Runner:
    """What actions/checkout leaves: one commit of one branch."""
    return Runner(tmp_path, origin.clone(tmp_path / "checkout", "topic", "--depth=1"))


def pull_request(origin: Origin) -> dict[str, object]:
    return {"pull_request": {"base": {"sha": origin.base}, "head": {"sha": origin.head}}}


class TestTheMetadata:
    inputs = re.search(r"^inputs:\n(.*?)^runs:", ACTION, re.MULTILINE | re.DOTALL)

    def test_takes_inputs_into_variables_and_nowhere_else(self) -> None:
        lines = [it.strip() for it in ACTION.splitlines() if "${{" in it]
        assert self.inputs is not None
        names = re.findall(r"^  (\w+):$", self.inputs[1], re.MULTILINE)
        assert names
        assert lines == [f"LEAKGUARD_{it.upper()}: ${{{{ inputs.{it} }}}}" for it in names]

    def test_runs_the_script_of_the_action(self) -> None:
        assert 'run: bash "$GITHUB_ACTION_PATH/tools/action.sh"' in ACTION


class TestTheInstallation:
    def test_is_of_the_actions_own_code(self, shallow: Runner) -> None:
        _, arguments = shallow.run().called("pip")
        assert arguments[-1] == str(shallow.folder / "action")

    def test_is_of_a_version_if_one_is_asked_for(self, shallow: Runner) -> None:
        _, arguments = shallow.run(version="1.2.3").called("pip")
        assert arguments[-1] == "leakguard-lint==1.2.3"

    @pytest.mark.parametrize("version", ["--help", "1 evil", "1;x", "@ https://example.org", "."])
    def test_takes_nothing_else_for_a_version(self, shallow: Runner, version: str) -> None:
        step = shallow.run(version=version)
        assert step.code == 2
        assert "the input version is no version" in step.err

    @pytest.mark.parametrize("module", ["venv", "pip"])
    def test_happens_outside_of_the_checkout(self, shallow: Runner, module: str) -> None:
        folder, _ = shallow.run().called(module)
        assert Path(folder).parent == shallow.folder / "temp"

    def test_sees_no_module_of_the_checkout(self, shallow: Runner) -> None:
        assert all(arguments[0] == "-I" for _, arguments in shallow.run().calls)


class TestTheGate:
    def test_judges_what_is_checked_out(self, shallow: Runner) -> None:
        step = shallow.run()
        assert step.called("leakguard") == (str(shallow.checkout.path), ["gate"])

    @pytest.mark.parametrize(
        ("inputs", "options"),
        [
            ({"base": "main"}, ["--base=main"]),
            ({"head": "topic"}, ["--head=topic"]),
            ({"sarif": "a b.sarif"}, ["--sarif=a b.sarif"]),
            ({"accept": "aa, bb\ncc,,dd "}, [f"--accept={it}{it}" for it in "abcd"]),
            ({"args": "--fail-on high\n--quiet"}, ["--fail-on", "high", "--quiet"]),
            ({"args": "* $HOME $(id) `id` 'a b'"}, ["*", "$HOME", "$(id)", "`id`", "'a", "b'"]),
            ({"base": "$(touch x); --help"}, ["--base=$(touch x); --help"]),
            ({"base": "--help", "head": "-x"}, ["--base=--help", "--head=-x"]),
        ],
        ids=["base", "head", "sarif", "accept", "args", "patterns", "script", "options"],
    )
    def test_gets_the_inputs_as_they_are(
        self, shallow: Runner, inputs: dict[str, str], options: list[str]
    ) -> None:
        assert shallow.run(**inputs).called("leakguard")[1] == ["gate", *options]

    def test_gets_to_say_what_is_wrong_with_what_ci_tells(self, shallow: Runner) -> None:
        step = shallow.run({"before": "--upload-pack=x"})
        assert step.called("leakguard")[1] == ["gate"]


class TestTheHistory:
    def test_is_fetched_down_to_where_the_branches_parted(
        self, shallow: Runner, origin: Origin
    ) -> None:
        assert shallow.run(pull_request(origin)).code == 0
        assert shallow.has_whole(origin.base, origin.head)

    def test_is_fetched_of_a_head_that_is_not_checked_out(
        self, origin: Origin, tmp_path: Path
    ) -> None:
        runner = Runner(tmp_path, origin.clone(tmp_path / "checkout", "main", "--depth=1"))
        runner.run(pull_request(origin))
        assert runner.has_whole(origin.base, origin.head)

    @pytest.mark.parametrize("base", ["origin/main", "refs/remotes/origin/main"])
    def test_is_fetched_of_a_branch(self, shallow: Runner, origin: Origin, base: str) -> None:
        shallow.run(base=base)
        assert shallow.has_whole("refs/remotes/origin/main", origin.head)

    def test_is_fetched_of_the_default_branch(self, shallow: Runner, origin: Origin) -> None:
        shallow.run({"before": "0" * 40, "after": origin.head})
        assert shallow.has_whole("refs/remotes/origin/HEAD", origin.head)

    def test_that_is_there_is_not_fetched(self, origin: Origin, tmp_path: Path) -> None:
        runner = Runner(tmp_path, origin.clone(tmp_path / "checkout", "topic"))
        runner.checkout.git("remote", "set-url", "origin", str(tmp_path / "nowhere"))
        assert runner.run(pull_request(origin)).err == ""
        assert runner.has_whole(origin.base, origin.head)

    def test_of_a_whole_clone_stays_whole(self, origin: Origin, tmp_path: Path) -> None:
        clone = origin.clone(tmp_path / "checkout", "topic", "--single-branch")
        runner = Runner(tmp_path, clone)
        runner.run(pull_request(origin))
        assert runner.boundary == set()
        assert runner.has_whole(origin.base, origin.head)

    @pytest.mark.parametrize("base", ["f" * 40, "origin/none", "none", "--help", ""])
    def test_that_cannot_be_fetched_is_left_to_the_gate(self, shallow: Runner, base: str) -> None:
        step = shallow.run(base=base)
        assert step.code == 0
        assert step.called("leakguard")

    def test_without_a_remote_is_left_to_the_gate(self, shallow: Runner, origin: Origin) -> None:
        shallow.checkout.git("remote", "remove", "origin")
        assert shallow.run(pull_request(origin)).called("leakguard")

    def test_is_fetched_without_a_hook(self, shallow: Runner, origin: Origin) -> None:
        hook = shallow.checkout.write(".git/hooks/reference-transaction", "#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        shallow.run(base="origin/main")
        assert shallow.has_whole("refs/remotes/origin/main", origin.head)
