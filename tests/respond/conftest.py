"""What is kept of keys goes into a folder of the test's own."""

from pathlib import Path

import pytest

from tests.cli.conftest import run

__all__ = ("run",)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what programs keep."""
    home = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home
