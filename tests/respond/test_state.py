"""What is kept of a key is this user's alone, outside of the repository, and whole."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.respond import state
from leakguard.respond.state import Kept, State, StateError

VALUE = made_up("base62", 64, 811)
KEPT = Kept(("abc", "def"), "Binance key pair", (VALUE, "caf\u00e9\udcff"), (b"a\xff\n",))
FILES = {"expressions.txt": b"literal:x==>y\n"}


@pytest.fixture
def kept(tmp_path: Path) -> State:
    return State.of(str(tmp_path / "repository" / ".git"), [str(tmp_path / "repository")])


def test_what_is_kept_is_found_by_each_of_its_ids(kept: State) -> None:
    kept.keep(KEPT, FILES)
    assert [kept.find(it) for it in ("abc", "def", "ghi")] == [KEPT, KEPT, None]


def test_what_is_kept_of_the_key_itself_comes_before_what_it_is_a_half_of(kept: State) -> None:
    kept.keep(Kept(("aaa", "abc"), "a key", ("x",)), FILES)
    kept.keep(KEPT, FILES)
    assert kept.find("abc") == KEPT


def test_nobody_else_can_read_it(kept: State, home: Path) -> None:
    folder = kept.keep(KEPT, FILES)
    modes = {stat.filemode(it.stat().st_mode) for it in (folder, *home.rglob("*")) if it != home}
    assert modes == {"drwx------", "-rw-------"}
    assert folder.is_relative_to(home)


def test_another_repository_has_another_folder(kept: State, tmp_path: Path) -> None:
    kept.keep(KEPT, FILES)
    assert State.of(str(tmp_path / "other" / ".git"), []).find("abc") is None


def test_what_is_kept_anew_leaves_nothing_of_before(kept: State) -> None:
    folder = kept.keep(KEPT, {**FILES, "strip-blobs.txt": b"1\n"})
    (folder / ".leakguard-half").write_bytes(b"half of a file")
    kept.keep(KEPT, FILES)
    assert sorted(it.name for it in folder.iterdir()) == ["expressions.txt", "key.json"]


def test_what_is_removed_leaves_no_folder(kept: State, home: Path) -> None:
    kept.keep(KEPT, FILES)
    kept.remove(KEPT)
    assert list((home / "leakguard").iterdir()) == []


def test_a_backup_and_other_keys_are_not_removed(kept: State) -> None:
    folder = kept.keep(KEPT, FILES)
    (folder / "backup.git").mkdir()
    other = Kept(("ghi",), "a key", ("x",))
    kept.keep(other, FILES)
    kept.remove(KEPT)
    assert [it.name for it in folder.iterdir()] == ["backup.git"]
    assert kept.backups(KEPT) == [str(folder / "backup.git")]
    assert kept.find("ghi") == other


def a_link(folder: Path) -> None:
    other = folder.parent / "elsewhere"
    other.mkdir(mode=0o700)
    folder.symlink_to(other)


def a_file(folder: Path) -> None:
    folder.write_bytes(b"")


def open_to_others(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)


@pytest.mark.parametrize("below", ["leakguard", "leakguard/respond"])
@pytest.mark.parametrize("make", [a_link, a_file, open_to_others], ids=lambda it: it.__name__)
def test_a_folder_that_others_may_have_made_is_refused(
    kept: State, home: Path, below: str, make: object
) -> None:
    folder = home / below
    folder.parent.mkdir(mode=0o700, parents=True)
    assert callable(make)
    make(folder)
    with pytest.raises(StateError, match="XDG_STATE_HOME"):
        kept.keep(KEPT, FILES)
    assert not list(home.rglob("*.txt"))


def test_a_folder_of_somebody_else_is_refused(kept: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(StateError, match="somebody else's"):
        kept.keep(KEPT, FILES)


@pytest.mark.parametrize("top", ["state", "."], ids=["itself", "above"])
def test_a_folder_inside_of_the_repository_is_refused(tmp_path: Path, top: str) -> None:
    with pytest.raises(StateError, match="inside the repository"):
        State.of(str(tmp_path / "x" / ".git"), [str(tmp_path / top)])


def test_a_folder_that_leads_into_the_repository_is_refused(tmp_path: Path, home: Path) -> None:
    (tmp_path / "repository" / "inside").mkdir(parents=True)
    home.symlink_to(tmp_path / "repository" / "inside")
    with pytest.raises(StateError, match="inside the repository"):
        State.of(str(tmp_path / "repository" / ".git"), [str(tmp_path / "repository")])


def test_a_damaged_file_is_told(kept: State) -> None:
    (kept.keep(KEPT, FILES) / "key.json").write_text('{"version": 1}')
    with pytest.raises(StateError, match="damaged"):
        kept.find("abc")


def test_a_relative_name_of_the_folder_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setattr(sys, "platform", "linux")
    assert state.home() == Path("/home/ada/.local/state")


_KILLED = """
import os, signal, sys
from leakguard.respond.state import Kept, State
at, real = int(sys.argv[1]), os.replace
def replace(*names):
    global at
    if at == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    at -= 1
    real(*names)
os.replace = replace
State(__import__("pathlib").Path(sys.argv[2])).keep(
    Kept(("abc",), "kind", ("value",)), {"a.txt": b"a" * 100, "b.txt": b"b" * 100}
)
"""


@pytest.mark.parametrize("step", [0, 1, 2])
def test_a_kill_leaves_no_half_file_that_anybody_could_read(
    kept: State, home: Path, step: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(step), str(kept.folder)],
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode < 0
    folder = kept.folder_of("abc")
    whole = {it.name: len(it.read_bytes()) for it in folder.glob("*.txt")}
    assert whole == dict([("a.txt", 100), ("b.txt", 100)][:step])
    assert all(it.stat().st_mode & 0o077 == 0 for it in home.rglob("*"))
    assert kept.find("abc") is None
    kept.keep(KEPT, FILES)
    assert sorted(it.name for it in folder.iterdir()) == ["expressions.txt", "key.json"]
