"""What a fix that was killed left behind is removed, and nothing of anybody else's."""

import os
from pathlib import Path

import pytest

from leakguard.errors import FixError
from leakguard.fix.write import remove_remains, replace


@pytest.mark.parametrize(
    "files",
    [
        {"new": "mine"},
        {"new/thesis.txt": "mine"},
        {".gitignore": "*\n", "new": "mine"},
        {".gitignore": "", "thesis.txt": "mine"},
        {},
    ],
    ids=["a file", "a folder", "an ignored file", "another file", "nothing"],
)
def test_a_folder_of_the_user_stays(tmp_path: Path, files: dict[str, str]) -> None:
    folder = tmp_path / ".leakguard-notes"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    remove_remains(str(tmp_path))
    assert {name: (folder / name).read_text() for name in files} == files
    assert folder.is_dir()


BEGUN = {"not marked": None, "with an empty mark": ""}
"""What stands in the marker of a folder whose process was killed at once."""


@pytest.mark.parametrize("mark", BEGUN.values(), ids=BEGUN)
def test_a_folder_that_was_only_begun_goes(tmp_path: Path, mark: str | None) -> None:
    folder = begun(tmp_path, ".leakguard-ab_12cde", mark)
    remove_remains(str(tmp_path))
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "mode"),
    [(".leakguard-notes", 0o700), (".leakguard-ab_12cdef", 0o700), (".leakguard-ab_12cde", 0o755)],
    ids=["a name of the user's", "a longer name", "another mode"],
)
@pytest.mark.parametrize("mark", BEGUN.values(), ids=BEGUN)
def test_an_empty_folder_stays_that_may_be_the_users(
    tmp_path: Path, mark: str | None, name: str, mode: int
) -> None:
    folder = begun(tmp_path, name, mark)
    folder.chmod(mode)
    remove_remains(str(tmp_path))
    assert folder.is_dir()


def test_an_empty_folder_of_another_user_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = begun(tmp_path, ".leakguard-ab_12cde", None)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    remove_remains(str(tmp_path))
    assert folder.is_dir()


def begun(around: Path, name: str, mark: str | None) -> Path:
    folder = around / name
    folder.mkdir(mode=0o700)
    if mark is not None:
        (folder / ".gitignore").write_text(mark)
    return folder


def test_what_a_run_that_is_alive_writes_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    move = os.replace

    def watched(source: str, target: str) -> None:
        remove_remains(str(tmp_path))
        seen.append(os.path.exists(source))
        move(source, target)

    monkeypatch.setattr(os, "replace", watched)
    replace(str(tmp_path / "a"), b"b", None)
    assert seen == [True]
    assert os.listdir(tmp_path) == ["a"]


def test_remains_with_a_folder_in_them_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    monkeypatch.setattr("leakguard.fix.write._remove", lambda _: None)
    with pytest.raises((KeyboardInterrupt, FixError)):
        replace(str(tmp_path / "a"), b"b", None)
    monkeypatch.undo()
    (left,) = tmp_path.glob(".leakguard-*")
    (left / "new").unlink()
    (left / "new").mkdir()
    (left / "new" / "thesis.txt").write_text("mine")
    remove_remains(str(tmp_path))
    assert (left / "new" / "thesis.txt").read_text() == "mine"
    (left / "new" / "thesis.txt").unlink()
    (left / "new").rmdir()
    remove_remains(str(tmp_path))
    assert not left.exists()
