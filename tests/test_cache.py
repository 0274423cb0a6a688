"""The cache: private, whole, and never in the way."""

import os
import stat
from pathlib import Path

import pytest

from leakguard import cache

BODY = bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    where = tmp_path / "a" / "cache"
    monkeypatch.setenv("LEAKGUARD_CACHE_DIR", str(where))
    return where


@pytest.fixture
def file(folder: Path) -> Path:
    cache.write("name", "key", BODY)
    return folder / "name"


@pytest.mark.parametrize(
    "parts", [(), (b"",), (BODY,), (BODY, b"", b"x")], ids=["none", "empty", "one", "several"]
)
def test_what_was_written_is_read(folder: Path, parts: tuple[bytes, ...]) -> None:
    cache.write("name", "key", *parts)
    assert cache.read("name", "key") == parts


def test_a_size_that_is_wrong_is_not_believed(file: Path) -> None:
    """Nobody makes room for the petabytes that a damaged file tells of."""
    whole = file.read_bytes()
    size = len(BODY).to_bytes(8)
    file.write_bytes(whole.replace(size, b"\x7f" + size[1:]))
    assert cache.read("name", "key") is None


def test_the_later_one_replaces_the_earlier(file: Path) -> None:
    cache.write("name", "key", b"another")
    assert cache.read("name", "key") == (b"another",)


def test_nothing_but_the_file_is_left_in_the_folder(file: Path) -> None:
    assert os.listdir(file.parent) == ["name"]


def test_folder_and_file_are_the_users_alone(file: Path) -> None:
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file.parent, file)]
    assert modes == [0o700, 0o600]


def test_the_latest_few_files_of_a_kind_are_kept(folder: Path) -> None:
    for number in range(9):
        cache.write(f"kind-{number}", "key", BODY)
        os.utime(folder / f"kind-{number}", ns=(number, number))
    cache.write("other-1", "key", BODY)
    cache.write("kind-9", "key", BODY)
    assert sorted(os.listdir(folder)) == [*(f"kind-{it}" for it in range(4, 10)), "other-1"]


class TestIsNotRead:
    def test_where_there_is_none(self, folder: Path) -> None:
        assert cache.read("name", "key") is None

    def test_when_it_is_of_another_key(self, file: Path) -> None:
        assert cache.read("name", "another key") is None

    @pytest.mark.parametrize("share", [0, 0.001, 0.005, 0.5, 0.999])
    def test_when_it_is_cut_short(self, file: Path, share: float) -> None:
        whole = file.read_bytes()
        file.write_bytes(whole[: int(len(whole) * share)])
        assert cache.read("name", "key") is None

    @pytest.mark.parametrize("place", [0, 20, 60, 90, 5_000, -1])
    def test_when_a_bit_of_it_is_turned(self, file: Path, place: int) -> None:
        whole = bytearray(file.read_bytes())
        whole[place] ^= 0x10
        file.write_bytes(whole)
        assert cache.read("name", "key") is None

    def test_when_it_holds_random_bytes(self, file: Path) -> None:
        file.write_bytes(os.urandom(10_000))
        assert cache.read("name", "key") is None

    @pytest.mark.parametrize("mode", [0o604, 0o640, 0o602, 0o620, 0o644, 0o666])
    def test_when_others_may_read_or_write_it(self, file: Path, mode: int) -> None:
        """As git leaves a file that it checks out."""
        file.chmod(mode)
        assert cache.read("name", "key") is None

    def test_when_it_is_anothers(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
        assert cache.read("name", "key") is None

    def test_when_it_is_a_link(self, file: Path) -> None:
        real = file.rename(file.parent / "real")
        file.symlink_to(real)
        assert cache.read("name", "key") is None

    def test_when_it_is_a_named_pipe_which_would_never_answer(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        os.mkfifo(folder / "name", 0o600)
        assert cache.read("name", "key") is None

    def test_when_it_is_a_folder(self, folder: Path) -> None:
        (folder / "name").mkdir(parents=True, mode=0o700)
        assert cache.read("name", "key") is None


class TestNoErrorIs:
    def test_a_folder_that_is_a_file(self, folder: Path) -> None:
        folder.parent.mkdir()
        folder.write_text("")
        cache.write("name", "key", BODY)
        assert cache.read("name", "key") is None

    def test_a_folder_that_cannot_be_made(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LEAKGUARD_CACHE_DIR", "/proc/nowhere/cache")
        cache.write("name", "key", BODY)
        assert cache.read("name", "key") is None

    def test_a_folder_in_the_place_of_the_file(self, folder: Path) -> None:
        (folder / "name" / "more").mkdir(parents=True)
        cache.write("name", "key", BODY)
        assert os.listdir(folder) == ["name"]

    def test_a_full_disk(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(source: object, target: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", refuse)
        cache.write("name", "key", BODY)
        assert os.listdir(folder) == []


class TestFolder:
    @pytest.fixture(autouse=True)
    def _linux(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        for name in ("LEAKGUARD_CACHE_DIR", "XDG_CACHE_HOME"):
            monkeypatch.delenv(name, raising=False)

    def test_is_what_the_user_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LEAKGUARD_CACHE_DIR", "somewhere")
        assert cache.folder() == Path("somewhere")

    def test_is_in_the_users_folder_for_caches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "/home/ada/caches")
        assert cache.folder() == Path("/home/ada/caches/leakguard")

    def test_is_in_the_home_where_that_is_not_absolute(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "caches")
        monkeypatch.setenv("HOME", "/home/ada")
        assert cache.folder() == Path("/home/ada/.cache/leakguard")

    def test_is_none_without_a_home(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os.path, "expanduser", lambda path: path)
        assert cache.folder() is None
