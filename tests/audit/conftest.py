"""`leakguard audit` in the test's own process, on a day of the test's choice."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done, Run, run, unread

__all__ = ("run", "unread")


@dataclass(frozen=True)
class Told:
    """What an audit has said as JSON."""

    code: int
    content: dict[str, Any]

    @property
    def keys(self) -> list[dict[str, Any]]:
        return list(self.content["keys"])

    @property
    def key(self) -> dict[str, Any]:
        (one,) = self.keys
        return one

    def check(self, name: str) -> dict[str, Any]:
        (one,) = (it for it in self.content["checks"] if it["id"] == name)
        assert isinstance(one, dict)
        return one


Audit = Callable[..., Told]
AuditAs = Callable[..., Done]


@pytest.fixture
def audit_as(run: Run, monkeypatch: pytest.MonkeyPatch) -> AuditAs:
    """Audits a folder on a day, in any format."""

    def audit_as(folder: Path, *arguments: str | Path, on: str = "2026-01-01") -> Done:
        seconds = int(datetime.fromisoformat(f"{on}T00:00:00+00:00").timestamp())
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        return run("audit", "--isolated", *arguments, cwd=folder)

    return audit_as


@pytest.fixture
def audit(audit_as: AuditAs) -> Audit:
    """Audits a folder, and gives what is said as JSON."""

    def audit(folder: Path, *arguments: str | Path, on: str = "2026-01-01") -> Told:
        done = audit_as(folder, "--format", "json", *arguments, on=on)
        assert (done.err, done.code in (0, 1)) == ("", True)
        return Told(done.code, json.loads(done.out))

    return audit
