"""What is said of a key: its age, what an exchange answers, how it is kept, who can read it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leakguard.fingerprint import secret_id
from tests.audit.conftest import Audit, AuditAs
from tests.cli.conftest import Run
from tests.exchange.keys import hmac_key
from tests.exchange.server import serving
from tests.life import Pair
from tests.support import Repository

PAIR = Pair.made_up(801)
OTHER = Pair.made_up(811)
ID = secret_id(PAIR.secret)
READS = 'import os\n\nKEY = os.environ["BINANCE_API_KEY"]\n'


def committed(repository: Repository, day: str, **files: str) -> None:
    """Commit files on a day."""
    for name, content in files.items():
        repository.stage(name, content)
    date = {f"GIT_{it}_DATE": f"{day}T00:00:00+00:00" for it in ("AUTHOR", "COMMITTER")}
    repository.git("commit", "-q", "-m", "a commit", env=date)


class TestAge:
    @pytest.mark.parametrize(
        ("on", "age", "is_overdue"),
        [("2026-01-01", 365, False), ("2026-01-02", 366, True), ("2024-06-01", 0, False)],
        ids=["a-year", "over-a-year", "a-commit-of-the-future"],
    )
    def test_it_is_that_of_the_first_commit(
        self, repository: Repository, audit: Audit, on: str, age: int, *, is_overdue: bool
    ) -> None:
        committed(repository, "2025-01-01", **{"a.env": PAIR.env()})
        key = audit(repository.path, on=on).key
        assert (key["age"], key["overdue"]) == (age, is_overdue)

    def test_how_old_a_key_may_be_is_an_option(self, repository: Repository, audit: Audit) -> None:
        committed(repository, "2025-01-01", **{"a.env": PAIR.env()})
        assert audit(repository.path, "--max-age", "30", on="2025-02-01").key["overdue"]

    def test_of_several_branches_the_oldest_commit_counts(
        self, repository: Repository, audit: Audit
    ) -> None:
        committed(repository, "2025-01-01", **{"a.txt": "\n"})
        repository.git("checkout", "-q", "-b", "other")
        committed(repository, "2025-03-01", **{"a.env": PAIR.env()})
        repository.git("checkout", "-q", "main")
        committed(repository, "2025-02-01", **{"b.env": PAIR.env()})
        assert audit(repository.path).key["first_seen"]["date"] == "2025-02-01T00:00:00+00:00"

    def test_without_a_commit_nobody_knows_it(self, repository: Repository, audit: Audit) -> None:
        repository.write("a.env", PAIR.env())
        assert audit(repository.path).key["age"] is None


class TestVerified:
    @pytest.fixture
    def verified(self, tmp_path: Path) -> Callable[..., Path]:
        """Writes what `leakguard verify` does."""

        def verified(**said: object) -> Path:
            entry = {"secret_id": ID, "provider": "Binance", "environment": "Binance spot", **said}
            file = tmp_path / "verified.json"
            file.write_text(json.dumps({"schema": 1, "verified": [entry], "not_asked": []}))
            return file

        return verified

    def told(
        self, repository: Repository, audit: Audit, file: Path, on: str = "2026-01-01"
    ) -> dict[str, Any]:
        committed(repository, "2025-12-01", **{"a.env": PAIR.env()})
        return audit(repository.path, "--verified", file, on=on).key

    def test_the_exchange_knows_when_a_key_was_made(
        self, repository: Repository, audit: Audit, verified: Callable[..., Path]
    ) -> None:
        file = verified(state="alive", created="2024-01-01T00:00:00+00:00", severity="critical")
        key = self.told(repository, audit, file)
        assert (key["state"], key["created"]) == ("verified", "2024-01-01T00:00:00+00:00")
        assert (key["age"], key["overdue"]) == (731, True)

    def test_a_dead_key_is_no_more_than_a_note(
        self, repository: Repository, audit: Audit, verified: Callable[..., Path]
    ) -> None:
        key = self.told(repository, audit, verified(state="dead", severity="info"), "2028-01-01")
        assert (key["exposed"], key["overdue"], key["severity"]) == (False, False, "info")
        assert [it["where"] for it in key["exposures"]] == ["HEAD", "history"]

    @pytest.mark.parametrize(("is_test", "word"), [(True, "test"), (False, "live")])
    def test_the_exchange_knows_whether_it_is_for_testing(
        self, repository: Repository, audit: Audit, verified: Callable[..., Path], *,
        is_test: bool, word: str,
    ) -> None:  # fmt: skip
        key = self.told(repository, audit, verified(state="alive", test=is_test))
        assert key["environment"] == word

    @pytest.mark.parametrize(("mode", "is_told"), [(0o644, True), (0o600, False)])
    def test_a_file_that_others_can_read_is_called_that(
        self, repository: Repository, audit_as: AuditAs, *, mode: int, is_told: bool
    ) -> None:
        repository.write("a.env", PAIR.env()).chmod(mode)
        out = audit_as(repository.path).out
        assert f"a.env:2, not ignored by git, mode {mode:04o}" in out
        assert (": others can read it" in out) is is_told

    def test_a_refusal_says_nothing(
        self, repository: Repository, audit: Audit, verified: Callable[..., Path]
    ) -> None:
        key = self.told(repository, audit, verified(state="refused"))
        assert (key["state"], key["exposed"], key["severity"]) == ("paired", True, "critical")

    @pytest.mark.parametrize("kind", ["text", "json", "markdown", "html"])
    def test_a_file_that_somebody_has_written_shows_no_value(
        self, repository: Repository, audit_as: AuditAs, verified: Callable[..., Path], kind: str
    ) -> None:
        repository.write("a.env", PAIR.env())
        value = OTHER.secret
        file = verified(state="alive", environment=value, permissions=["read", value])
        out = audit_as(repository.path, "--verified", file, "--format", kind).out
        assert (str(ID) in out, value[:8] in out) == (True, False)

    def test_an_exchange_that_does_not_say_how_old_it_is_was_asked(
        self, repository: Repository, audit_as: AuditAs, verified: Callable[..., Path]
    ) -> None:
        repository.write("a.env", PAIR.env())
        out = audit_as(repository.path, "--verified", verified(state="refused")).out
        assert "it is in no commit, and the exchange does not say how old it is" in out
        assert "no exchange was asked" not in out

    def test_what_it_may_do_is_told(
        self, repository: Repository, audit_as: AuditAs, verified: Callable[..., Path]
    ) -> None:
        committed(repository, "2025-12-01", **{"a.env": PAIR.env()})
        file = verified(state="alive", permissions=["read", "trade"], ip_restricted=False)
        out = audit_as(repository.path, "--verified", file).out
        assert "alive at Binance spot, may read, trade, from anywhere" in out

    def test_what_verify_writes_is_read(
        self, repository: Repository, audit: Audit, run: Run, tmp_path: Path
    ) -> None:
        """The command itself, with an exchange in place of Binance's."""
        alive, dead = hmac_key(881), hmac_key(883)
        for name, key in (("a.py", alive), ("b.py", dead)):
            call = f'from binance import Client\n\nClient("{key.id}", "{key.secret}")\n'
            committed(repository, "2025-12-01", **{name: call})
        file = tmp_path / "verified.json"
        with serving([alive]) as exchange:
            options = ("--yes", "--endpoint", exchange.url, "--output", file, "--isolated")
            assert run("verify", *options, cwd=repository.path).code == 1
        first, second = audit(repository.path, "--verified", file).keys
        assert (first["verified"]["state"], first["created"][:10]) == ("alive", "2023-10-30")
        assert (first["verified"]["permissions"], first["severity"]) == (["read"], "high")
        assert (first["exposed"], first["overdue"]) == (True, True)
        assert (second["verified"]["state"], second["exposed"]) == ("dead", False)

    @pytest.mark.parametrize(
        "content",
        ["", "[]", "[" * 100_000, '{"schema": 2, "verified": []}', '{"schema": 1, "verified": {}}',
         '{"schema": 1, "verified": [1]}',
         '{"schema": 1, "verified": [{"secret_id": "1", "state": "fine"}]}'],
        ids=["empty", "a-list", "deep", "another-schema", "no-list", "no-object", "no-state"],
    )  # fmt: skip
    def test_another_file_is_refused(
        self, repository: Repository, audit_as: AuditAs, tmp_path: Path, content: str
    ) -> None:
        repository.commit(**{"a.txt": "\n"})
        (tmp_path / "f.json").write_text(content)
        done = audit_as(repository.path, "--verified", tmp_path / "f.json")
        assert (done.code, "--verified: " in done.err) == (2, True)


def stored(told: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(it["how"], it["where"], it["tracking"]) for it in told["stored"]]


class TestStored:
    def test_hard_coded(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"bot.py": PAIR.python()})
        key = audit(repository.path).key
        assert stored(key) == [("hard-coded", "bot.py:2", "tracked by git")]

    @pytest.mark.parametrize(
        ("name", "ignored", "is_tracked", "tracking"),
        [
            (".env", "", True, "tracked by git"),
            (".env", "", False, "not ignored by git"),
            (".env", ".env\n", False, "ignored by git"),
            ("deploy/prod.env", "*.env\n", False, "ignored by git"),
        ],
        ids=["tracked", "neither", "ignored", "ignored-in-a-folder"],
    )
    def test_in_a_file_for_keys(
        self,
        repository: Repository,
        audit: Audit,
        name: str,
        ignored: str,
        *,
        is_tracked: bool,
        tracking: str,
    ) -> None:
        repository.commit(**{".gitignore": ignored})
        repository.write(name, PAIR.env())
        if is_tracked:
            repository.git("add", name)
        assert stored(audit(repository.path).key) == [("file for keys", f"{name}:2", tracking)]

    @pytest.mark.parametrize(
        ("mode", "is_open"), [(0o600, False), (0o640, True), (0o644, True), (0o400, False)]
    )
    def test_others_may_read_the_file(
        self, repository: Repository, audit: Audit, mode: int, *, is_open: bool
    ) -> None:
        repository.commit(**{".gitignore": ".env\n"})
        repository.write(".env", PAIR.env()).chmod(mode)
        told = audit(repository.path)
        (one,) = told.key["stored"]
        assert (one["mode"], one["others_can_read"]) == (f"{mode:04o}", is_open)
        assert told.check("file-modes")["met"] != is_open

    def test_in_the_environment(
        self, repository: Repository, audit: Audit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repository.commit(**{"bot.py": PAIR.python()})
        repository.commit(**{"bot.py": READS})
        monkeypatch.setenv("BINANCE_API_SECRET", PAIR.secret)
        key = audit(repository.path).key
        assert stored(key) == [("environment", "BINANCE_API_SECRET", None)]

    @pytest.mark.parametrize(
        ("code", "found"),
        [
            (READS, ("read from the environment", "bot.py", None)),
            ("key = process.env.KEY\n", ("read from the environment", "bot.py", None)),
            (
                'key = boto3.client("secretsmanager").get_secret_value(SecretId="k")\n',
                ("secret manager", "bot.py: AWS Secrets Manager", None),
            ),
            (
                'import keyring\nkey = keyring.get_password("bot", "key")\n',
                ("secret manager", "bot.py: the system's keyring", None),
            ),
        ],
        ids=["environment", "of-node", "aws", "keyring"],
    )
    def test_as_the_file_does_in_which_it_stood(
        self, repository: Repository, audit: Audit, code: str, found: tuple[str, str, None]
    ) -> None:
        repository.commit(**{"bot.py": PAIR.python()})
        repository.commit(**{"bot.py": code})
        assert stored(audit(repository.path).key) == [found]

    def test_a_link_leads_nowhere(
        self, repository: Repository, audit: Audit, tmp_path: Path
    ) -> None:
        repository.commit(**{"bot.py": PAIR.python()})
        (tmp_path / "outside.py").write_text(READS)
        (repository.path / "bot.py").unlink()
        (repository.path / "bot.py").symlink_to(tmp_path / "outside.py")
        assert stored(audit(repository.path).key) == []


def exposures(told: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return [(it["where"], it["names"], it["paths"]) for it in told["exposures"]]


class TestExposed:
    MAIN: tuple[str, list[str], list[str]] = ("history", ["refs/heads/main"], [])

    def test_in_head(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        told = audit(repository.path)
        assert exposures(told.key) == [("HEAD", ["HEAD"], ["a.env"]), self.MAIN]
        assert told.code == 1

    def test_in_the_history_alone(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        repository.commit(**{"a.env": "\n"})
        told = audit(repository.path)
        assert (exposures(told.key), told.code) == ([self.MAIN], 1)

    def test_on_another_branch(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.git("checkout", "-q", "-b", "other")
        repository.commit(**{"a.env": PAIR.env()})
        repository.git("checkout", "-q", "main")
        assert exposures(audit(repository.path).key) == [
            ("branch", ["refs/heads/other"], ["a.env"]),
            ("history", ["refs/heads/other"], []),
        ]

    def test_in_a_stash(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"a.env": "\n"})
        repository.write("a.env", PAIR.env())
        repository.git("stash", "-q")
        assert exposures(audit(repository.path).key)[0] == ("stash", ["stash@{0}"], ["a.env"])

    def test_in_the_reflog_alone(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.commit(**{"a.env": PAIR.env()})
        repository.git("reset", "-q", "--hard", "HEAD~1")
        told = audit(repository.path)
        assert (exposures(told.key), told.code) == ([("reflog", [], [])], 1)

    @pytest.mark.parametrize("is_staged", [True, False], ids=["staged", "untracked"])
    def test_on_the_disk_where_git_takes_it(
        self, repository: Repository, audit: Audit, *, is_staged: bool
    ) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.write("a.env", PAIR.env())
        if is_staged:
            repository.git("add", "a.env")
        told = audit(repository.path)
        assert (exposures(told.key), told.code) == ([("work tree", [], ["a.env:2"])], 1)

    def test_nowhere(self, repository: Repository, audit: Audit) -> None:
        repository.commit(**{".gitignore": ".env\n"})
        repository.write(".env", PAIR.env())
        told = audit(repository.path)
        assert (exposures(told.key), told.key["exposed"], told.code) == ([], False, 0)

    def test_what_is_allowed_does_not_count(self, repository: Repository, audit: Audit) -> None:
        mark = "  # leakguard: allow[binance-key-pair] it is of a lesson\n"
        repository.commit(**{"a.env": PAIR.env().rstrip("\n") + mark})
        told = audit(repository.path, on="2030-01-01")
        assert (told.key["exposed"], told.key["overdue"], told.code) == (False, False, 0)
        assert told.key["allowed"] == "it is of a lesson"


class TestSince:
    def since(self, folder: Path, audit_as: AuditAs, file: Path) -> Path:
        file.write_text(audit_as(folder, "--format", "json").out)
        return file

    def test_what_is_new_and_what_is_gone(
        self, repository: Repository, audit: Audit, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        repository.commit(**{".gitignore": "*.env\n"})
        repository.write("a.env", PAIR.env())
        file = self.since(repository.path, audit_as, tmp_path / "before.json")
        (repository.path / "a.env").unlink()
        repository.write("b.env", OTHER.env())
        assert audit(repository.path, "--since", file).content["changes"] == {
            "since": "2026-01-01T00:00:00+00:00",
            "new": [secret_id(OTHER.secret)],
            "gone": [{"id": ID, "kind": "Binance key pair"}],
            "rotated": [],
        }

    @pytest.mark.parametrize("is_committed", [True, False], ids=["in-git", "on-the-disk"])
    def test_another_value_in_the_same_place_is_a_rotation(
        self,
        repository: Repository,
        audit: Audit,
        audit_as: AuditAs,
        tmp_path: Path,
        *,
        is_committed: bool,
    ) -> None:
        repository.commit(**{".gitignore": "\n" if is_committed else "*.env\n"})
        for pair in (PAIR, OTHER):
            repository.write("a.env", pair.env())
            if is_committed:
                repository.commit(**{"a.env": pair.env()})
            if pair is PAIR:
                file = self.since(repository.path, audit_as, tmp_path / "before.json")
        changes = audit(repository.path, "--since", file).content["changes"]
        assert changes["rotated"] == [{"old": ID, "new": secret_id(OTHER.secret), "path": "a.env"}]
        assert changes["new"] == []

    def test_a_key_that_another_branch_still_has_was_rotated_here(
        self, repository: Repository, audit: Audit, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        repository.git("branch", "old")
        file = self.since(repository.path, audit_as, tmp_path / "before.json")
        repository.commit(**{"a.env": OTHER.env()})
        changes = audit(repository.path, "--since", file).content["changes"]
        assert changes["rotated"] == [{"old": ID, "new": secret_id(OTHER.secret), "path": "a.env"}]

    def test_of_two_pairs_each_is_told_by_its_line(
        self, repository: Repository, audit: Audit, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        def env(first: Pair, second: Pair) -> str:
            return first.env("MAIN_") + "\n\n" + second.env("HEDGE_")

        repository.commit(**{".gitignore": "*.env\n"})
        after = Pair.made_up(821), Pair.made_up(831)
        repository.write("a.env", env(PAIR, OTHER))
        file = self.since(repository.path, audit_as, tmp_path / "before.json")
        repository.write("a.env", env(*after))
        rotated = audit(repository.path, "--since", file).content["changes"]["rotated"]
        assert [(it["old"], it["new"]) for it in rotated] == [
            (secret_id(old.secret), secret_id(new.secret))
            for old, new in zip((PAIR, OTHER), after, strict=True)
        ]

    def test_nothing_has_changed(
        self, repository: Repository, audit_as: AuditAs, tmp_path: Path
    ) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        file = self.since(repository.path, audit_as, tmp_path / "before.json")
        out = audit_as(repository.path, "--since", file).out
        assert "Since 2026-01-01T00:00:00+00:00\n  nothing\n" in out

    @pytest.mark.parametrize(
        "content", ["{}", '{"schema": 1}', '{"schema": 1, "keys": [1]}'],
        ids=["nothing", "no-keys", "no-objects"],
    )  # fmt: skip
    def test_another_file_is_refused(
        self, repository: Repository, audit_as: AuditAs, tmp_path: Path, content: str
    ) -> None:
        repository.commit(**{"a.txt": "\n"})
        (tmp_path / "f.json").write_text(content)
        done = audit_as(repository.path, "--since", tmp_path / "f.json")
        assert (done.code, "--since: " in done.err) == (2, True)

    @pytest.mark.parametrize("path", ["a.env", 7, None, ["a"]], ids=str)
    def test_a_file_that_somebody_has_written_shows_nothing_of_its_own(
        self, repository: Repository, audit_as: AuditAs, tmp_path: Path, path: object
    ) -> None:
        repository.commit(**{"a.env": PAIR.env()})
        key = {"id": "0" * 24, "kind": f"\x1b[2J{OTHER.secret}", "places": [
            {"path": path, "line": "x", "now": ["HEAD"]}, 1]}  # fmt: skip
        (tmp_path / "f.json").write_text(json.dumps({"schema": 1, "made": "\x1b", "keys": [key]}))
        done = audit_as(repository.path, "--since", tmp_path / "f.json")
        assert (done.code, "\x1b" in done.out, OTHER.secret in done.out) == (1, False, False)
