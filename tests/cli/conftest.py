"""The command inside the test's own process, which is quicker than one of its own."""

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from leakguard import triggers
from leakguard.cli import main
from leakguard.scanning import selection, workers
from tests.support import WorkHere, loaded_selection, loaded_triggers


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
    monkeypatch.setattr(workers, "Work", WorkHere)

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


@pytest.fixture
def unread(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Does as `run`, but nobody reads the standard output any more, as after `| head -1`."""

    def unread(*arguments: str | Path, cwd: Path) -> Done:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w") as stream, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            return run(*arguments, cwd=cwd)

    return unread
