"""What is said of an error of leakguard's own."""

from email.message import Message
from importlib import metadata

import pytest

from leakguard import mishap
from leakguard.examples import made_up

VALUE = made_up("base62", 64, 990)


def told() -> str:
    try:
        raise KeyError(VALUE)
    except KeyError as error:
        return mishap.told(error)


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> Message:
    """What the installed package says of itself."""
    said = Message()
    monkeypatch.setattr(metadata, "metadata", lambda _: said)
    return said


def test_it_says_what_happened_where_and_no_value(project: Message) -> None:
    assert told().startswith(f"KeyError in {__name__}:")
    assert VALUE[:8] not in told()


def test_it_says_what_to_add() -> None:
    assert "with this line, the command, leakguard " in told()


@pytest.mark.parametrize(
    ("urls", "where"),
    [
        ([], "please report it where you have leakguard from,"),
        (["Homepage, https://example.org/"], "please report it at https://example.org/,"),
        (
            ["Homepage, https://example.org/", "Issues, https://example.org/issues"],
            "please report it at https://example.org/issues,",
        ),
    ],
    ids=["none", "a page", "a page for problems"],
)
def test_it_says_where_to_report_it(project: Message, urls: list[str], where: str) -> None:
    for it in urls:
        project["Project-URL"] = it
    assert where in told()


def test_it_says_so_where_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> Message:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "metadata", missing)
    assert "where you have leakguard from" in told()
