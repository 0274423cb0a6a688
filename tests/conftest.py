"""Every test runs with its own idea of home, git's configuration and the cache."""

import os
from collections.abc import Callable, Generator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

from leakguard import triggers
from tests.support import Repository

# A machine that does other things as well is slow now and then, which is no fault of the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

_CLEARED = (
    "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "NO_COLOR", "FORCE_COLOR",
    "PYTHONDONTWRITEBYTECODE",
)  # fmt: skip


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Have nothing scanned by a module of tests while it is imported: each process of the run would
    compile the triggers for it, and keep them in the user's own cache."""
    why = AssertionError("a scan while tests are collected: do it in a test, or in a fixture")
    with mock.patch.object(triggers, "load", side_effect=why):
        return (yield)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the processes of one run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(autouse=True, scope="session")
def _surroundings(shared: Path) -> None:
    """A home of its own, so that neither the user's settings nor a test's show elsewhere.

    The trigger cache is shared by the processes of one run, as it would be by a user's; so is
    what pre-commit builds. pip, which pre-commit calls, goes on as the user set it up.
    """
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if (pip := config / "pip" / "pip.conf").is_file():
        os.environ.setdefault("PIP_CONFIG_FILE", str(pip))
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    os.environ.setdefault("PIP_CACHE_DIR", str(cache / "pip"))
    home = shared / "home"
    home.mkdir(exist_ok=True)
    template = shared / "template"
    (template / "info").mkdir(parents=True, exist_ok=True)
    for name in _CLEARED:
        os.environ.pop(name, None)
    os.environ.update(
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / ".config"),
        LEAKGUARD_CACHE_DIR=str(shared / "cache"),
        LEAKGUARD_TEST_RUN=str(shared),
        GIT_CONFIG_NOSYSTEM="1",
        GIT_CONFIG_GLOBAL=os.devnull,
        # Else each of thousands of repositories would get git's sample hooks.
        GIT_TEMPLATE_DIR=str(template),
        GIT_AUTHOR_NAME="Ada",
        GIT_AUTHOR_EMAIL="ada@example.org",
        GIT_COMMITTER_NAME="Ada",
        GIT_COMMITTER_EMAIL="ada@example.org",
        PRE_COMMIT_HOME=str(shared / "pre-commit"),
        COLUMNS="100",
    )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty git repository."""
    return Repository.create(tmp_path / "repository")


@pytest.fixture
def make_repository(tmp_path: Path) -> Callable[[str], Repository]:
    """Makes empty git repositories by name."""
    return lambda name: Repository.create(tmp_path / name)
