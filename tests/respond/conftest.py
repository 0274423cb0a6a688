"""What is kept of keys goes into a folder of the test's own."""

from functools import cache
from pathlib import Path

import pytest

from leakguard.respond import forms
from tests.cli.conftest import run

__all__ = ("run",)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what programs keep."""
    home = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home


_compiled = cache(forms._compiled)


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most tests look for the same few values, and to compile their forms takes a tenth of a
    second."""
    monkeypatch.setattr(forms, "_compiled", _compiled)
