"""What good practice asks for, and whether a repository does it."""

import json
from pathlib import Path

import pytest

from tests.audit.conftest import Audit
from tests.cli.conftest import Run
from tests.life import Pair
from tests.support import Repository

PAIR = Pair.made_up(841)


def met(repository: Repository, audit: Audit, name: str, *options: str | Path) -> bool:
    return bool(audit(repository.path, *options).check(name)["met"])


@pytest.mark.parametrize(
    ("ignored", "is_met"),
    [(".env\n", True), ("*.env\n", True), ("/build\n", False), (".env\n!.env\n", False)],
    ids=["by-name", "by-pattern", "not", "taken-back"],
)
def test_an_env_file_would_be_ignored(
    repository: Repository, audit: Audit, ignored: str, *, is_met: bool
) -> None:
    repository.commit(**{".gitignore": ignored})
    assert met(repository, audit, "env-ignored") == is_met


def test_a_tracked_file_for_keys_is_named(repository: Repository, audit: Audit) -> None:
    repository.commit(**{".gitignore": ".env\n", "deploy/prod.env": PAIR.env()})
    check = audit(repository.path).check("env-ignored")
    assert (check["met"], check["found"]) == (False, ["deploy/prod.env is tracked by git"])


class TestTheHook:
    @pytest.mark.parametrize(
        ("path", "text", "is_met"),
        [
            (".git/hooks/pre-commit", "#!/bin/sh\nexec leakguard hook\n", True),
            (".git/hooks/pre-commit", "#!/bin/sh\nexec black\n", False),
            (".pre-commit-config.yaml", "repos:\n- hooks: [{id: leakguard}]\n", True),
            (".husky/pre-commit", "leakguard hook\n", True),
            ("lefthook.yml", "pre-commit: {jobs: [{run: leakguard hook}]}\n", True),
        ],
        ids=["git", "another", "pre-commit", "husky", "lefthook"],
    )
    def test_it_is_in_place(
        self, repository: Repository, audit: Audit, path: str, text: str, *, is_met: bool
    ) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.write(path, text)
        assert met(repository, audit, "hook") == is_met

    def test_one_that_is_not_in_this_clone_is_told(
        self, repository: Repository, audit: Audit
    ) -> None:
        repository.commit(**{".pre-commit-config.yaml": "repos:\n- hooks: [{id: leakguard}]\n"})
        (found,) = audit(repository.path).check("hook")["found"]
        assert "pre-commit install" in found


@pytest.mark.parametrize(
    ("path", "text", "is_met"),
    [
        (".github/workflows/ci.yml", "steps:\n- run: leakguard gate\n", True),
        (".github/workflows/ci.yml", "steps:\n- uses: someone/leakguard@v1\n", True),
        (".github/workflows/ci.yml", "steps:\n# - run: leakguard gate\n", False),
        (".gitlab-ci.yml", "script: [python -I -m leakguard gate]\n", True),
        ("docs/ci.yml", "run: leakguard gate\n", False),
    ],
    ids=["github", "action", "comment", "gitlab", "no-workflow"],
)
def test_ci_has_the_gate(
    repository: Repository, audit: Audit, path: str, text: str, *, is_met: bool
) -> None:
    repository.commit(**{path: text})
    assert met(repository, audit, "gate") == is_met


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", []),
        ('exclude = ["docs"]\n', []),
        ('ignore = ["binance-key-pair"]\n', ["`ignore` leaves out binance-key-pair"]),
        ('select = ["binance-key-pair"]\n', ["`select` runs 1 rule alone"]),
        ('severity = "high"\n', ["`severity` hides what is below high"]),
        ('exclude = ["*.env"]\n', ["`exclude` leaves out 1 file for keys: a.env"]),
    ],
    ids=["none", "healthy", "ignore", "select", "severity", "exclude"],
)
def test_the_configuration_hides_nothing(
    repository: Repository, run: Run, settings: str, found: list[str]
) -> None:
    repository.commit(**{"leakguard.toml": settings, "a.env": "A=1\n"})
    told = json.loads(run("audit", "--format", "json", cwd=repository.path).out)
    (check,) = (it for it in told["checks"] if it["id"] == "configuration")
    assert (check["found"], check["met"]) == (found, not found)


class TestTheBaseline:
    @pytest.fixture
    def entries(self, repository: Repository, run: Run) -> Repository:
        """A repository with an entry until the end of 2025."""
        repository.commit(**{"a.env": PAIR.env()})
        options = ("--isolated", "--reason", "of a lesson", "--until", "2025-12-31")
        assert run("baseline", "create", *options, cwd=repository.path).code == 0
        return repository

    @pytest.mark.parametrize(
        ("on", "found"),
        [
            ("2025-12-31", ["nobody has looked at 1 of 1 entries"]),
            (
                "2026-01-01",
                ["a.env: its last day was 2025-12-31", "nobody has looked at 1 of 1 entries"],
            ),
        ],
        ids=["on-its-last-day", "over"],
    )
    def test_an_entry_that_nobody_has_looked_at(
        self, entries: Repository, audit: Audit, on: str, found: list[str]
    ) -> None:
        assert audit(entries.path, on=on).check("baseline")["found"] == found

    def test_an_entry_for_nothing(self, entries: Repository, audit: Audit) -> None:
        entries.write("a.env", "A=1\n")
        found = audit(entries.path, on="2025-01-01").check("baseline")["found"]
        assert found == ["1 of 1 entries are for nothing any more"]


@pytest.mark.parametrize(
    ("until", "is_met"), [("2020-01-01", False), ("2999-01-01", True)], ids=["over", "not-yet"]
)
def test_an_allowance_that_is_over(
    repository: Repository, audit: Audit, until: str, *, is_met: bool
) -> None:
    mark = f"  # leakguard: allow[binance-key-pair] of a lesson until={until}\n"
    repository.commit(**{"a.env": PAIR.env().rstrip("\n") + mark})
    check = audit(repository.path).check("allowances")
    found = [] if is_met else [f"a.env:2: its last day was {until}"]
    assert (check["met"], check["found"]) == (is_met, found)
