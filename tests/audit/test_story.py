"""The story of a repository in which keys have lived, told exactly."""

import json
from pathlib import Path

import pytest

from tests.audit.conftest import AuditAs
from tests.life import NEW, OLD, TESTNET, lived

STORY = """\
Binance key pair  2c200e57707a87b64c3641e4  critical
  exposed   in tag v1.0: bot.py
            in the history of main, tag v1.0
  now       tag v1.0
  seen      first 2024-01-15 (c0d2732d9f, Ada); last 2024-06-25 (69322c0e6a, Ada)
  age       716 days, since its first commit (2024-01-15)
  state     paired: its key and its secret stand together
  stored    bot.py reads the environment, where it stood
  rotated   230202b57b3db64aae246cee stands in its place now
  places    2: bot.py, .env
    2024-01-15  c0d2732d9f  Ada  added to bot.py:6
    2024-06-20  de0a6c485e  Ada  taken out of bot.py
    2024-06-21  54e0a4093c  Bob  added to .env:2
    2024-06-25  69322c0e6a  Ada  taken out of .env

Binance key pair  230202b57b3db64aae246cee  critical
  now       work tree
  age       unknown: it is in no commit, and no exchange was asked (`leakguard verify`)
  state     paired: its key and its secret stand together
  stored    in .env:2, ignored by git, mode 0600
  rotated   it stands where 2c200e57707a87b64c3641e4 stood
  places    1: .env

Binance key pair (test)  a5736cc8995b063ef5e9f5e9  low
  exposed   in tag v1.0: bot.py
            in the history of main, tag v1.0
  now       work tree, tag v1.0
  seen      first 2024-03-02 (e861d8ca1d, Bob); it is still there
  overdue   669 days, since its first commit (2024-03-02); 365 are allowed
  state     paired: its key and its secret stand together
  stored    in .env:4, ignored by git, mode 0600
  places    2: bot.py, .env
    2024-03-02  e861d8ca1d  Bob  added to bot.py:8
    2024-06-20  de0a6c485e  Ada  taken out of bot.py
    2024-06-21  54e0a4093c  Bob  added to .env:4
    2024-06-25  69322c0e6a  Ada  taken out of .env

Good practice
  ok  Files for keys, such as .env, are ignored by git.
  ok  Files with keys can be read by their owner alone.
  no  A hook looks at what is committed.
       neither git's pre-commit hook nor pre-commit calls leakguard
       Run `leakguard init`.
  no  CI judges what is to be merged.
       no workflow calls `leakguard gate`
       Run `leakguard init` (`--host` where no remote tells it), and commit the workflow.
  ok  The configuration hides nothing that finds keys.
  ok  The baseline has no entry that is over, idle, or not looked at.
  ok  No allowance in a file is over.

3 keys: 2 exposed, 1 overdue; 2 of 7 checks not met
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lived(tmp_path / "life").repository.path


def test_the_story_is_told(folder: Path, audit_as: AuditAs) -> None:
    done = audit_as(folder)
    assert (done.out, done.err, done.code) == (STORY, "", 1)


def test_the_readme_shows_how_it_begins() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    _, _, shown = readme.partition("```console\n$ leakguard audit\n")
    assert shown.partition("```")[0] == STORY.partition("\n\n")[0] + "\n"


@pytest.mark.parametrize("kind", ["text", "json", "markdown", "html"])
def test_no_format_shows_a_value(folder: Path, audit_as: AuditAs, kind: str) -> None:
    done = audit_as(folder, "--format", kind)
    values = [value for it in (OLD, NEW, TESTNET) for value in (it.key, it.secret)]
    assert "2c200e57707a87b64c3641e4" in done.out
    assert [it for it in values if it[:8] in done.out + done.err] == []


@pytest.mark.parametrize("kind", ["text", "json", "markdown", "html"])
def test_the_same_repository_gives_the_same_audit(
    folder: Path, audit_as: AuditAs, kind: str
) -> None:
    assert audit_as(folder, "--format", kind) == audit_as(folder, "--format", kind)


def test_after_the_tag_and_the_history_are_purged_it_is_kept_well(
    folder: Path, audit_as: AuditAs
) -> None:
    """As `git filter-repo` would leave it: without a trace of the values."""
    repository = lived(folder.parent / "purged").repository
    repository.git("tag", "-d", "v1.0")
    repository.git("checkout", "-q", "--orphan", "clean")
    repository.commit("afresh")
    repository.git("branch", "-D", "main")
    repository.git("reflog", "expire", "--expire=now", "--all")
    done = audit_as(repository.path, "--format", "json")
    told = json.loads(done.out)
    assert (done.code, [it["exposed"] for it in told["keys"]]) == (0, [False, False])
