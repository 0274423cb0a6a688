"""How a small report looks in each format."""

import pytest
from syrupy.assertion import SnapshotAssertion

from leakguard import __version__
from leakguard.reporters import FORMATS, View, reporter
from tests.reporters.made import EMPTY, REPORT, SECRET

VIEWS = {
    "plain": View(seconds=1.25),
    "why": View(seconds=1.25, why=True, below=3),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", FORMATS)
def test_report(name: str, view: str, snapshot: SnapshotAssertion) -> None:
    written = reporter(name)(REPORT, VIEWS[view])
    assert written.replace(f'"{__version__}"', '"VERSION"') == snapshot


@pytest.mark.parametrize("name", FORMATS)
def test_empty_report(name: str, snapshot: SnapshotAssertion) -> None:
    written = reporter(name)(EMPTY, VIEWS["plain"])
    assert written.replace(f'"{__version__}"', '"VERSION"') == snapshot


@pytest.mark.parametrize(
    "view",
    [
        View(seconds=1.25, width=40),
        View(seconds=1.25, color=True),
        View(seconds=1.25, prefix="../other/", quiet=True),
    ],
    ids=["narrow", "color", "from-elsewhere"],
)
def test_text(view: View, snapshot: SnapshotAssertion) -> None:
    assert reporter("text")(REPORT, view) == snapshot


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "csv"])
def test_values_are_shown_only_if_asked(name: str) -> None:
    shown = reporter(name)(REPORT, View(show_secrets=True))
    assert (SECRET in shown, SECRET in reporter(name)(REPORT, View())) == (True, False)
