"""The page with the timeline, as a browser shows it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.conftest import AuditAs
from tests.life import lived
from tests.reporters.browser import Browser, Page, browser
from tests.reporters.test_places import Seen

__all__ = ("browser",)

_ASKING = ("src", "href", "style", "xlink:href")


@pytest.fixture
def written(tmp_path: Path, audit_as: AuditAs) -> str:
    return audit_as(lived(tmp_path / "life").repository.path, "--format", "html").out


def test_each_key_has_a_row_with_its_bar(written: str) -> None:
    rows = re.findall(r'<tr id="key-(\w+)">(.*?)</tr>', written, re.DOTALL)
    assert [(name[:6], row.count("<rect"), row.count("<circle")) for name, row in rows] == [
        ("2c200e", 3, 4),  # the history, and twice in files
        ("230202", 0, 0),
        ("a5736c", 3, 4),
    ]


def test_a_bar_tells_its_story_to_those_who_do_not_see_it(written: str) -> None:
    assert 'aria-label="2024-01-15 added to bot.py:6; 2024-06-20 taken out of bot.py;' in written


def test_nothing_comes_from_elsewhere_and_nothing_is_run(written: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written)
    assert policy is not None
    assert "default-src &#x27;none&#x27;" in policy[1]
    assert "script-src &#x27;none&#x27;" in policy[1]
    seen = Seen(written)
    assert seen.tags & {"script", "link", "img", "iframe", "object", "a"} == set()
    assert [it for it in seen.attributes if it.startswith("on") or it in _ASKING] == []


class TestInABrowser:
    @pytest.fixture
    def page(self, browser: Browser, written: str, tmp_path: Path) -> Iterator[Page]:
        file = tmp_path / "audit.html"
        file.write_text(written)
        with browser.opened(file) as page:
            yield page

    def test_it_is_drawn_as_it_is_meant(self, page: Page) -> None:
        """A bar in the history goes to the end of its row, and starts where its key was added."""
        boxes = page.value(
            "[...document.querySelectorAll('rect.history')].map((it) => {"
            " const own = it.getBoundingClientRect();"
            " const bar = it.closest('svg').getBoundingClientRect();"
            " return [own.left - bar.left, bar.right - own.right, own.width].map(Math.round); })"
        )
        (first, end, width), (later, other_end, _) = boxes
        assert (first, end, other_end) == (0, 0, 0)
        assert 0 < later < width
        color = "getComputedStyle(document.querySelector('rect.files')).fill"
        assert page.value(color) != "rgb(0, 0, 0)"

    def test_nothing_is_asked_for_and_nothing_is_complained_of(self, page: Page) -> None:
        page.value("1")
        asked = [
            it["params"]["request"]["url"]
            for it in page.events
            if it.get("method") == "Network.requestWillBeSent"
        ]
        assert [it for it in asked if not it.startswith("file:")] == []
        assert [it for it in page.events if it.get("method") == "Log.entryAdded"] == []

    def test_what_is_known_of_a_key_opens(self, page: Page) -> None:
        shown = "document.querySelector('details dl').checkVisibility()"
        assert page.value(shown) is False
        page.value("document.querySelector('summary').click()")
        assert page.value(shown) is True
