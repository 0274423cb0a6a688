"""The new history goes to the server, and takes nothing away that others have put there."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.respond.leaked import ID, SECRET, TEXTS, executed, leak, looked, responded, traces
from tests.support import Repository


@pytest.fixture
def server(tmp_path: Path, repository: Repository) -> Repository:
    """What `repository` fetches from, and has pushed its branch and its tag to."""
    leak(repository).git("tag", "v1", "HEAD~1")
    repository.git("clone", "-q", "--mirror", ".", str(tmp_path / "server.git"))
    repository.git("remote", "add", "origin", str(tmp_path / "server.git"))
    repository.git("fetch", "-q", "origin")
    return Repository(tmp_path / "server.git")


def pushed_by_others(server: Repository, tmp_path: Path) -> str:
    """Let somebody push a commit; give its id."""
    server.git("clone", "-q", ".", str(tmp_path / "other"))
    other = Repository(tmp_path / "other")
    commit = other.commit("by somebody else", OTHER="other\n")
    other.git("push", "-q", "origin", "HEAD")
    return commit


def test_branches_and_tags_are_replaced_there(
    server: Repository, repository: Repository, run: Run
) -> None:
    repository.git("branch", "mine", "HEAD~1")
    repository.git("branch", "old", "HEAD~2")
    told = responded(run, repository, ID)
    assert any("git fetch" in it for it in told["purge"]["warnings"])
    executed(told["purge"]["commands"][:-1], repository.path)
    assert looked(run, repository, ID)[0] == 0
    executed(told["publish"]["commands"], repository.path)
    assert server.git("branch", "--format=%(refname:short)").split() == ["main"]
    assert server.git("rev-parse", "main", "v1") == repository.git("rev-parse", "main", "v1")
    server.git("gc", "-q", "--prune=now")
    assert traces(server, TEXTS) == []
    assert repository.git("remote").split() == ["origin"]


def test_what_somebody_has_pushed_since_is_not_overwritten(
    server: Repository, repository: Repository, run: Run, tmp_path: Path
) -> None:
    told = responded(run, repository, ID)
    executed(told["purge"]["commands"][:-1], repository.path)
    commit = pushed_by_others(server, tmp_path)
    (line, *_) = [it["line"] for it in told["publish"]["commands"]]
    refused = subprocess.run(
        ["bash", "-c", line], cwd=repository.path, capture_output=True, check=False
    )
    assert refused.returncode != 0
    assert b"stale info" in refused.stderr
    assert server.git("rev-parse", "main").strip() == commit


@pytest.mark.parametrize("branch", ["main", "other"])
def test_what_was_fetched_and_not_merged_has_to_be_merged_first(
    server: Repository, repository: Repository, run: Run, tmp_path: Path, branch: str
) -> None:
    """Else it would be gone from here, and then from the server."""
    commit = pushed_by_others(server, tmp_path)
    repository.git("fetch", "-q", "origin")
    repository.git("switch", "-q", "-c", "other")
    repository.git("switch", "-q", branch)
    told = responded(run, repository, ID)
    assert any("lacks commits" in it for it in told["purge"]["warnings"])
    assert told["publish"]["commands"] == []
    executed(told["purge"]["commands"][:-1], repository.path)
    assert repository.git("rev-parse", "main").strip() == commit
    told = responded(run, repository, ID)
    executed([*told["purge"]["commands"][:-1], *told["publish"]["commands"]], repository.path)
    assert "by somebody else" in server.git("log", "--format=%s")
    assert SECRET not in server.git("log", "--all", "-p")


def test_a_mirror_is_pushed_as_one(server: Repository, run: Run, tmp_path: Path) -> None:
    server.git("clone", "-q", "--mirror", ".", str(tmp_path / "mirror.git"))
    mirror = Repository(tmp_path / "mirror.git")
    told = responded(run, mirror, ID)
    executed([*told["purge"]["commands"][:-1], *told["publish"]["commands"]], mirror.path)
    server.git("gc", "-q", "--prune=now")
    assert traces(server, TEXTS) == []


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("git@github.com:ada/bot.git", "refs/pull"),
        ("https://ada:token@gitlab.example.org/ada/bot", "merge requests"),
        ("ssh://git@git.example.org:22/bot", "caches"),
        ("../server.git", "forks"),
    ],
    ids=["github", "gitlab", "another", "path"],
)
def test_what_the_host_keeps_is_told(repository: Repository, run: Run, url: str, word: str) -> None:
    leak(repository).git("remote", "add", "origin", url)
    told = " ".join(responded(run, repository, ID)["publish"]["others"])
    assert [it for it in (word, "clone anew", "force-push") if it not in told] == []
    assert ("GitHub" in told, "GitLab" in told) == ("github" in url, "gitlab" in url)
