"""The keys of a repository, gathered in the test's own process."""

from collections.abc import Callable

import pytest

from leakguard import triggers
from leakguard.cli.inventoried import inventoried
from leakguard.cli.options import defaults
from leakguard.inventory.keys import Inventory
from leakguard.scanning import selection, workers
from tests.support import Repository, WorkHere, loaded_selection, loaded_triggers

Gather = Callable[[Repository], Inventory]


@pytest.fixture
def gather(monkeypatch: pytest.MonkeyPatch) -> Gather:
    """Gives the keys of a repository."""
    monkeypatch.setattr(triggers, "load", lambda *_: loaded_triggers())
    monkeypatch.setattr(selection, "load", loaded_selection)
    monkeypatch.setattr(workers, "Work", WorkHere)

    def gather(repository: Repository) -> Inventory:
        monkeypatch.chdir(repository.path)
        found = inventoried(defaults(isolated=True))
        assert found.report.errors == ()
        return found.inventory

    return gather
