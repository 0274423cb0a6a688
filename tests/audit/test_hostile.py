"""What a repository says of itself is shown as text, and nothing in it is a value."""

import json
import os
import re
from pathlib import Path

import pytest

from leakguard.fingerprint import secret_id
from tests.audit.conftest import Audit, AuditAs
from tests.cli.conftest import Run
from tests.life import Pair
from tests.support import Repository

PAIR = Pair.made_up(861)
FORMATS = ("text", "json", "markdown", "html")
NAME = "\x1b[2J<img src=x onerror=alert(1)>\u202e|`@all.env"


@pytest.fixture
def hostile(repository: Repository) -> Repository:
    """One in which authors, files, branches and tags are called as they should not be."""
    os.environ["GIT_AUTHOR_NAME"] = f"Eve \x1b]0;x {PAIR.key}"
    try:
        repository.commit(**{NAME.replace("/", ""): PAIR.env()})
    finally:
        os.environ["GIT_AUTHOR_NAME"] = "Ada"
    repository.git("branch", f"{PAIR.key}")
    repository.git("tag", f"<b>{PAIR.key}")
    repository.commit(**{f"{PAIR.secret}.env": PAIR.env()})
    repository.write(f"{PAIR.key}/.env", PAIR.env())
    return repository


@pytest.mark.parametrize("kind", FORMATS)
def test_names_are_text_and_hold_no_value(
    hostile: Repository, audit_as: AuditAs, kind: str
) -> None:
    done = audit_as(hostile.path, "--format", kind)
    assert done.code == 1
    said = done.out + done.err
    assert [it for it in ("\x1b", "\u202e", PAIR.key[:8], PAIR.secret[:8]) if it in said] == []
    if kind in ("markdown", "html"):
        assert re.search(r"(?<!\\)<img", said) is None


def test_a_value_in_the_name_of_a_variable(
    repository: Repository, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(**{"a.env": PAIR.env()})
    monkeypatch.setenv(PAIR.key, PAIR.secret)
    (_, stored) = audit(repository.path).key["stored"]
    assert (stored["how"], PAIR.key[:8] in stored["where"]) == ("environment", False)


@pytest.mark.parametrize("date", ["1000-01-01", "9999-12-31", "@0 +0000"], ids=str)
def test_a_date_that_nobody_believes(
    repository: Repository, audit_as: AuditAs, tmp_path: Path, date: str
) -> None:
    """The year 1000 cannot be given to git, but can stand in a commit."""
    repository.stage("a.env", PAIR.env())
    tree = repository.git("write-tree").strip()
    seconds = {"1000-01-01": -30610224000, "9999-12-31": 253402214400}.get(date, 0)
    text = f"tree {tree}\nauthor A <a> {seconds} +0000\ncommitter A <a> {seconds} +0000\n\nx\n"
    made = repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin",
                          stdin=text.encode()).strip()  # fmt: skip
    repository.git("update-ref", "refs/heads/main", made)
    for kind in FORMATS:
        assert audit_as(repository.path, "--format", kind).code == 1


class TestIncomplete:
    def test_a_shallow_clone_is_told_and_ends_in_2(
        self, repository: Repository, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        for n in range(3):
            repository.commit(**{"a.env": PAIR.env() + f"A={n}\n"})
        clone = tmp_path / "clone"
        repository.git("clone", "-q", "--depth", "1", f"file://{repository.path}", str(clone))
        done = audit_as(clone, "--format", "json")
        assert (done.code, "the clone is shallow" in done.err) == (2, True)
        assert json.loads(done.out)["keys"][0]["id"] == secret_id(PAIR.secret)

    def test_it_is_told_also_where_nobody_reads_the_rest(
        self, repository: Repository, unread: Run, tmp_path: Path
    ) -> None:
        for n in range(2):
            repository.commit(**{"a.env": PAIR.env() + f"A={n}\n"})
        clone = tmp_path / "clone"
        repository.git("clone", "-q", "--depth", "1", f"file://{repository.path}", str(clone))
        done = unread("audit", cwd=clone)
        assert (done.code, "the clone is shallow" in done.err) == (2, True)

    def test_a_bare_repository_has_no_disk(
        self, repository: Repository, audit: Audit, tmp_path: Path
    ) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        bare = tmp_path / "bare.git"
        repository.git("clone", "-q", "--bare", str(repository.path), str(bare))
        key = audit(bare).key
        assert (key["now"], key["stored"]) == (["HEAD", "refs/heads/main"], [])

    def test_an_empty_repository_has_no_keys(self, repository: Repository, audit: Audit) -> None:
        told = audit(repository.path)
        assert (told.keys, told.code) == ([], 0)

    def test_outside_of_a_repository_there_is_nothing_to_audit(
        self, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        done = audit_as(tmp_path)
        assert (done.code, "not a git repository" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--exit-zero",), 0), (("--fail-on", "critical"), 1), (("--max-age", "1"), 1)],
    ids=["exposed", "exit-zero", "as-bad-as-that", "old"],
)
def test_the_exit_code(
    repository: Repository, audit_as: AuditAs, options: tuple[str, ...], code: int
) -> None:
    repository.commit(**{"a.env": PAIR.env()})
    assert audit_as(repository.path, *options).code == code


def test_a_test_key_is_no_reason_where_only_worse_ones_are(
    repository: Repository, audit_as: AuditAs
) -> None:
    repository.commit(**{"a.env": PAIR.env("TESTNET_")})
    assert audit_as(repository.path, "--fail-on", "high").code == 0


def test_it_is_written_to_a_file(repository: Repository, audit_as: AuditAs, tmp_path: Path) -> None:
    repository.commit(**{"a.env": PAIR.env()})
    done = audit_as(repository.path, "--output", tmp_path / "audit.txt")
    assert (done.out, done.code) == ("", 1)
    assert "1 key: 1 exposed" in (tmp_path / "audit.txt").read_text()
