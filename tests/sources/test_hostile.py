"""A repository whose configuration names programs: none of them is ever run.

Each is planted as a script that leaves a mark. That the plants are live is shown by git commands
that do run them.
"""

import os
import pty
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from leakguard import git
from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.sources.index import IndexSource
from tests.support import Repository, leakguard

SECRET = f'binance_api_secret = "{made_up("base62", 64)}"\n'


@dataclass(frozen=True)
class Trap:
    """Makes programs that leave a mark when they are run."""

    folder: Path

    def program(self, name: str) -> str:
        path = self.folder / f"{name}.sh"
        path.write_text(f"#!/bin/sh\ntouch '{self.folder}/{name}.mark'\nexit 1\n")
        path.chmod(0o755)
        return str(path)

    @property
    def marks(self) -> list[str]:
        return sorted(path.stem for path in self.folder.glob("*.mark"))


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    (tmp_path / "trap").mkdir()
    return Trap(tmp_path / "trap")


def plant(repository: Repository, trap: Trap) -> None:
    """Set every setting that runs a program; git's own commands would run them from here on."""
    settings = {
        "core.fsmonitor": trap.program("fsmonitor"),
        "filter.older.clean": trap.program("clean"),
        "filter.older.smudge": trap.program("smudge"),
        "diff.evil.textconv": trap.program("textconv"),
        "diff.evil.command": trap.program("diff-command"),
        "diff.external": trap.program("diff-external"),
        "gpg.program": trap.program("gpg"),
        "log.showSignature": "true",
        "core.pager": trap.program("pager"),
        "pager.ls-files": trap.program("pager"),
        "pager.diff-index": trap.program("pager"),
        "core.editor": trap.program("editor"),
        "core.sshCommand": trap.program("ssh"),
        "core.askPass": trap.program("askpass"),
        "credential.helper": trap.program("credential"),
        "alias.evil": f"!{trap.program('alias')}",
        "alias.ls-files": f"!{trap.program('alias-of-a-builtin')}",
        "alias.cat-file": f"!{trap.program('alias-of-a-builtin')}",
        "alias.diff-index": f"!{trap.program('alias-of-a-builtin')}",
        "submodule.sub.update": f"!{trap.program('submodule')}",
        "submodule.sub.url": "./nowhere",
        "submodule.recurse": "true",
        "uploadpack.packObjectsHook": trap.program("upload"),
    }
    for name, value in settings.items():
        repository.git("config", name, value)
    git_folder = Path(repository.git("rev-parse", "--absolute-git-dir").strip())
    included = trap.folder / "included"
    included.write_text(f'[filter "evil"]\nprocess = {trap.program("process")}\n')
    (git_folder / "info").mkdir(exist_ok=True)
    (git_folder / "info/attributes").write_text(
        "* filter=evil diff=evil\n*.py filter=older\nold.py filter=evil\n"
    )
    (git_folder / "hooks").mkdir(exist_ok=True)
    for hook in ("post-index-change", "pre-commit", "post-checkout", "reference-transaction"):
        os.symlink(trap.program(f"hook-{hook}"), git_folder / "hooks" / hook)
    repository.git("config", "core.hooksPath", str(git_folder / "hooks"))
    # A blob that is missing would be fetched, through a program, from where it is promised.
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "extensions.partialClone", "evil")
    repository.git("config", "remote.evil.promisor", "true")
    repository.git("config", "remote.evil.url", f"ext::{trap.program('fetch')}")
    repository.git("config", "protocol.ext.allow", "always")
    # Last, as it is met by every command that looks at files.
    repository.git("config", "include.path", str(included))
    for mark in trap.folder.glob("*.mark"):
        mark.unlink()


def fill(repository: Repository, has_staged: bool) -> None:
    """Commit, stage and change files, one of them with a secret."""
    repository.commit(**{"old.py": SECRET, "changed.py": "text\n"})
    raw = repository.git("cat-file", "commit", "HEAD")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    head, _, message = raw.partition("\n\n")
    commit = f"{head}\n{signature}\n{message}".encode()
    signed = repository.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=commit)
    repository.git("update-ref", "HEAD", signed.strip())
    if has_staged:
        repository.stage("staged.py", SECRET)
        repository.stage("missing.py", "gone\n")
        blob = repository.git("rev-parse", ":missing.py").strip()
        git_folder = Path(repository.git("rev-parse", "--absolute-git-dir").strip())
        (git_folder / "objects" / blob[:2] / blob[2:]).unlink()
    repository.write("changed.py", "changed\n")
    repository.write("untracked.py", "text\n")


def lay(
    where: str, has_staged: bool, tmp_path: Path, repository: Repository, trap: Trap
) -> Repository:
    """Plant everything in a repository itself, in one inside it, or in a submodule."""
    hostile = repository
    if where == "inside":
        hostile = Repository.create(repository.path / "inner")
    if where == "submodule":
        origin = Repository.create(tmp_path / "origin")
        origin.commit(**{"first.py": "text\n"})
        allowed = ("-c", "protocol.file.allow=always")
        repository.git(*allowed, "submodule", "--quiet", "add", str(origin.path), "sub")
        hostile = Repository(repository.path / "sub")
    fill(hostile, has_staged)
    plant(hostile, trap)
    return hostile


@pytest.mark.parametrize("where", ["itself", "inside", "submodule"])
@pytest.mark.parametrize(
    ("arguments", "has_staged"),
    [
        pytest.param(("scan", "."), True, id="tree"),
        pytest.param(("scan", ".", "--include-ignored"), True, id="tree-with-ignored"),
        pytest.param(("scan", "old.py", "inner/old.py", "sub/old.py"), True, id="named"),
        pytest.param(("scan", "--staged"), True, id="staged"),
        pytest.param(("hook",), True, id="hook"),
        pytest.param(("hook",), False, id="hook-all-files"),
    ],
)
def test_no_program_is_run(
    repository: Repository,
    tmp_path: Path,
    trap: Trap,
    arguments: tuple[str, ...],
    has_staged: bool,
    where: str,
) -> None:
    lay(where, has_staged, tmp_path, repository, trap)
    done = leakguard(*arguments, cwd=repository.path)
    assert done.returncode in (0, 1, 2)
    assert "internal error" not in done.stderr
    assert trap.marks == []


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param(("scan", "."), "old.py", id="tree"),
        pytest.param(("scan", "--staged"), "staged.py", id="staged"),
    ],
)
def test_the_scan_goes_on_in_spite_of_them(
    repository: Repository, tmp_path: Path, trap: Trap, arguments: tuple[str, ...], found: str
) -> None:
    lay("itself", True, tmp_path, repository, trap)
    done = leakguard(*arguments, "--format", "jsonl", cwd=repository.path)
    assert f'"path": "{found}"' in done.stdout.replace('":"', '": "')


@pytest.mark.parametrize(
    ("arguments", "mark"),
    [
        pytest.param(("status",), "fsmonitor", id="fsmonitor"),
        pytest.param(("read-tree", "HEAD"), "hook-post-index-change", id="hook"),
        pytest.param(("hash-object", "changed.py"), "clean", id="clean"),
        pytest.param(("hash-object", "old.py"), "process", id="process"),
        pytest.param(("cat-file", "--textconv", "HEAD:old.py"), "textconv", id="textconv"),
        pytest.param(("diff",), "diff-command", id="diff-command"),
        pytest.param(("log", "-1"), "gpg", id="gpg"),
        pytest.param(("commit", "--allow-empty", "--no-verify"), "editor", id="editor"),
        pytest.param(("fetch", "ssh://example.org/x"), "ssh", id="ssh"),
        pytest.param(("credential", "fill"), "credential", id="credential"),
        pytest.param(("evil",), "alias", id="alias"),
    ],
)
def test_the_plants_are_live(
    repository: Repository, tmp_path: Path, trap: Trap, arguments: tuple[str, ...], mark: str
) -> None:
    lay("itself", False, tmp_path, repository, trap)
    # git gives up when a process that filters ends early, and never comes to the rest.
    others_off = () if mark == "process" else ("-c", "filter.evil.process=")
    done = subprocess.run(
        ["git", *others_off, *arguments],
        cwd=repository.path,
        input=b"protocol=https\nhost=example.org\n\n",
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
    )
    assert mark in trap.marks, done.stderr


def test_the_pager_is_live(repository: Repository, tmp_path: Path, trap: Trap) -> None:
    lay("itself", False, tmp_path, repository, trap)
    ours, theirs = pty.openpty()
    subprocess.run(["git", "ls-files"], cwd=repository.path, stdout=theirs, check=False)
    os.close(theirs)
    os.close(ours)
    assert "pager" in trap.marks


class TestReplacedObjects:
    @pytest.fixture
    def replaced(self, repository: Repository) -> Repository:
        """A repository that shows something else in place of a staged blob, and of HEAD."""
        repository.commit(**{"old.py": "old\n"})
        repository.stage("new.py", "true\n")
        blob = repository.git("rev-parse", ":new.py").strip()
        false = repository.git("hash-object", "-w", "--stdin", stdin=b"false\n").strip()
        repository.git("replace", blob, false)
        tree = repository.git("write-tree").strip()
        commit = repository.git("commit-tree", "-m", "x", tree).strip()
        repository.git("replace", "HEAD", commit)
        assert repository.git("cat-file", "blob", blob) == "false\n"
        return repository

    def test_what_is_staged_is_what_would_be_committed(self, replaced: Repository) -> None:
        source = IndexSource(str(replaced.path))
        assert list(source.read(source.list().items)) == [
            Document("new.py", "new.py", b"true\n", "index", in_git=True)
        ]


class TestPromisedObjects:
    @pytest.fixture(autouse=True)
    def _older_git(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As if git did not know the variable by which it is told not to fetch."""
        monkeypatch.delitem(git._ENVIRONMENT, "GIT_NO_LAZY_FETCH")

    def test_they_are_not_fetched_whatever_is_allowed(
        self, repository: Repository, tmp_path: Path, trap: Trap
    ) -> None:
        lay("itself", True, tmp_path, repository, trap)
        source = IndexSource(str(repository.path))
        list(source.read(source.list().items))
        assert trap.marks == []

    def test_the_plant_is_live(
        self, repository: Repository, tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(git._ENVIRONMENT, "GIT_ALLOW_PROTOCOL")
        lay("itself", True, tmp_path, repository, trap)
        source = IndexSource(str(repository.path))
        list(source.read(source.list().items))
        assert trap.marks == ["fetch"]
