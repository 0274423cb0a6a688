"""Files that are written whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard import atomic

_KILLED = """
import os, signal, sys
from leakguard import atomic

os.chmod = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
atomic.put(sys.argv[1], b"half", 0o644)
"""


@pytest.fixture(params=["unnamed", "named"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is not there yet, where the system has files without a name, and where not."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    elif not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system has no files without a name")
    return tmp_path / "report"


class TestPut:
    def test_a_new_file(self, target: Path) -> None:
        atomic.put(str(target), b"whole", 0o640)
        assert target.read_bytes() == b"whole"
        assert stat.S_IMODE(target.stat().st_mode) == 0o640
        assert os.listdir(target.parent) == ["report"]

    def test_what_was_there_is_replaced(self, target: Path) -> None:
        target.write_bytes(b"old")
        atomic.put(str(target), b"new", 0o600)
        assert target.read_bytes() == b"new"
        assert os.listdir(target.parent) == ["report"]

    def test_a_file_of_the_current_folder(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(target.parent)
        atomic.put("report", b"whole", 0o600)
        assert target.read_bytes() == b"whole"

    def test_a_failure_leaves_nothing_behind(self, target: Path) -> None:
        target.mkdir()
        with pytest.raises(OSError, match="directory"):
            atomic.put(str(target), b"whole", 0o600)
        assert os.listdir(target.parent) == ["report"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="there are no files without a name")
def test_who_is_killed_while_it_writes_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(b"old")
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "report")]
    assert subprocess.run(command, check=False).returncode < 0
    assert os.listdir(tmp_path) == ["report"]
    assert (tmp_path / "report").read_bytes() == b"old"
