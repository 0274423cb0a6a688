"""A repository whose commits bring secrets and take them away."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run, run, unread
from tests.support import Repository

__all__ = ("run", "unread")

FIRST, SECOND, THIRD = (made_up("base62", 64, seed) for seed in (501, 502, 503))


def assigned(value: str, name: str = "api_secret") -> str:
    return f'{name} = "{value}"\n'


@dataclass(frozen=True)
class Told:
    """What a report says of a finding."""

    path: str
    secret: str
    introduced: str | None
    removed: str | None
    fingerprint: str


Scan = Callable[..., list[Told]]


@pytest.fixture
def told(run: Run, repository: Repository) -> Scan:
    """Scans commits of the repository, and gives what is told of each finding."""

    def scan(*arguments: str, cwd: Path | None = None) -> list[Told]:
        options = ("--format", "jsonl", "--show-secrets", "--isolated")
        done = run("scan", *arguments, *options, cwd=cwd or repository.path)
        assert (done.code in (0, 1), done.err) == (True, "")
        return [_told(json.loads(line)) for line in done.out.splitlines()]

    return scan


def _told(found: dict[str, object]) -> Told:
    commits = found.get("commits") or {}
    assert isinstance(commits, dict)
    introduced, removed = (commits.get(it) for it in ("introduced", "removed"))
    return Told(
        path=str(found["path"]),
        secret=str(found["secret"]),
        introduced=introduced and introduced["id"],
        removed=removed and removed["id"],
        fingerprint=str(found["fingerprint"]),
    )
