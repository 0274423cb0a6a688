"""The command inside the test's own process, which is quicker than one of its own."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from leakguard import selection, triggers, workers
from leakguard.cli import main
from tests.support import loaded_selection, loaded_triggers, run_here


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `leakguard` with arguments in the folder `cwd`; the rules are loaded once for all, and
    no process is forked."""
    monkeypatch.setattr(triggers, "load", lambda *_, **__: loaded_triggers())
    monkeypatch.setattr(selection, "load", loaded_selection)
    monkeypatch.setattr(workers, "run", run_here)

    def run(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> Done:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["leakguard", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int | None)
        return Done(ended.value.code or 0, out, err)

    return run
