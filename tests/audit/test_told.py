"""How an audit reads: in lines that fit, in order, and without saying a thing twice."""

from pathlib import Path

import pytest

from leakguard.audit.told import some
from tests.audit.conftest import Audit, AuditAs
from tests.life import NEW, OLD, TESTNET, lived
from tests.support import Repository


def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, audit_as: AuditAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = audit_as(lived(tmp_path / "life").repository.path).out
    assert max(map(len, told.splitlines())) <= 80


def test_what_branches_did_is_told_by_its_day(repository: Repository, audit_as: AuditAs) -> None:
    def commit(day: str, message: str, **files: str) -> None:
        for name, text in files.items():
            repository.stage(name, text)
        date = f"{day}T12:00:00+00:00"
        repository.git("commit", "-q", "-m", message, "--date", date)

    commit("2024-01-01", "a key", **{"a.env": OLD.env()})
    repository.git("checkout", "-q", "-b", "other")
    commit("2025-03-03", f"the key is {OLD.secret}", **{"b.env": OLD.env()})
    repository.git("checkout", "-q", "main")
    commit("2024-02-02", "more", **{"c.env": OLD.env()})
    lines = [it.split() for it in audit_as(repository.path).out.splitlines()]
    days = [it[0] for it in lines if it and it[0][:2] == "20"]
    assert days == ["2024-01-01", "2024-02-02", "2025-03-03", "2025-03-03"]


def test_what_is_at_hand_is_named_first(repository: Repository, audit: Audit) -> None:
    repository.commit(**{"a.py": OLD.python()})
    repository.git("branch", "a-branch")
    repository.git("mv", "a.py", "b.py")
    repository.commit()
    assert audit(repository.path).key["now"][:2] == ["HEAD", "work tree"]


@pytest.mark.parametrize(
    ("count", "told"),
    [(5, "a, b, c, d, e"), (6, "a, b, c, d, e, f"), (7, "a, b, c, d, e and 2 more")],
)
def test_names_are_left_out_where_that_saves_room(count: int, told: str) -> None:
    assert some("abcdefg"[:count]) == told


def test_a_file_with_several_keys_is_named_once(repository: Repository, audit: Audit) -> None:
    repository.commit(**{".gitignore": ".env\n"})
    repository.write(".env", NEW.env() + TESTNET.env("TESTNET_")).chmod(0o644)
    assert audit(repository.path).check("file-modes")["found"] == [".env has mode 0644"]


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_commands_are_marked_as_such(repository: Repository, audit_as: AuditAs, kind: str) -> None:
    repository.commit(**{"a.py": "x = 1\n"})
    told = audit_as(repository.path, "--format", kind).out
    assert "no workflow calls <code>leakguard gate</code>" in told
