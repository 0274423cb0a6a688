"""The page for people who would rather look than read: what it says, and how it behaves."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leakguard.finding import Commit, Finding, Report, Severity, Suppression, Trace
from leakguard.reporters import View, reporter
from leakguard.reporters.html import MOST, age
from tests.reporters.browser import Browser, Page, browser
from tests.reporters.made import DOTENV, EMPTY, KEY, PAIR, REPORT, SECRET
from tests.reporters.test_hostile import INERT, NAMES, hostile
from tests.reporters.test_places import Seen

__all__ = ("browser",)

NOW = datetime(2026, 1, 31, tzinfo=UTC)
VIEW = View(now=NOW)


def of(*findings: Finding) -> Report:
    return replace(EMPTY, findings=findings)


def since(date: str) -> Finding:
    return replace(PAIR, trace=Trace(Commit("1" * 40, "Ada", date), None))


def page(report: Report, view: View = VIEW) -> str:
    return reporter("html")(report, view)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2026-01-30T00:00:00+00:00", "under a week"),
        ("2026-01-24T00:00:00+00:00", "under a month"),
        ("2026-01-01T00:00:00+02:00", "under a year"),
        ("2025-01-31T00:00:00+00:00", "a year or more"),
        ("2030-01-01T00:00:00+00:00", "under a week"),
        ("2026-01-30T00:00:00", "unknown"),
        ("yesterday", "unknown"),
        ("", "unknown"),
    ],
    ids=["day", "week", "month", "year", "in-the-future", "without-zone", "no-date", "none"],
)
def test_the_age_is_that_of_the_commit(date: str, told: str) -> None:
    assert age(since(date), NOW) == told


def test_a_finding_of_no_commit_has_no_age() -> None:
    assert age(PAIR, NOW) == "unknown"


def test_the_worst_is_the_first() -> None:
    places = re.findall(r"<td><code>(.*?)</code>", page(REPORT))
    assert places == ["src/bot.py:4:86", "deploy/.env:1:1"]


def test_what_does_not_fit_is_told() -> None:
    written = page(of(*[PAIR] * MOST, *[replace(PAIR, severity=Severity.LOW)] * 3))
    assert written.count("<tr data-") == MOST
    assert "3 less severe findings not on this page" in written


def test_without_commits_no_age_is_told_and_the_page_says_so() -> None:
    written = page(REPORT)
    assert ('id="age"' in written, 'data-age="' in written, ">Age<" in written) == (False,) * 3
    assert "No age is told, since no commits were looked at" in written


def test_with_commits_an_age_is_told() -> None:
    written = page(of(since("2025-12-31T00:00:00+00:00"), PAIR))
    assert ('id="age"' in written, "No age is told" in written) == (True, False)


def test_an_empty_report_is_a_page_without_filters() -> None:
    written = page(EMPTY)
    assert "<h1>no leaks found</h1>" in written
    assert "<form" not in written


def test_what_was_not_scanned_is_told() -> None:
    written = page(REPORT)
    assert "<code>src/locked.py</code>: cannot be read: Permission denied" in written
    assert "<code>big.csv</code>: left out" in written


def test_what_is_suppressed_is_told_only_if_asked() -> None:
    why = Suppression("baseline", "an old one")
    report = replace(EMPTY, suppressed=(replace(DOTENV, suppression=why),))
    shown = page(report, replace(VIEW, show_suppressed=True))
    assert ("an old one" in shown, "an old one" in page(report)) == (True, False)


def test_it_shows_no_value_whoever_asks() -> None:
    written = page(REPORT, replace(VIEW, show_secrets=True))
    assert (KEY in written, SECRET in written) == (False, False)


def test_it_names_nothing_that_is_elsewhere() -> None:
    seen = Seen(page(REPORT))
    assert seen.attributes & {"src", "href", "srcset", "action", "style", "data"} == set()
    assert re.findall(r"https?:|url\(|@import", page(REPORT)) == []


@pytest.mark.parametrize("kind", ["script", "style"])
def test_the_policy_allows_its_own_content_and_nothing_else(kind: str) -> None:
    written = page(REPORT)
    (content,) = re.findall(f"<{kind}>(.*?)</{kind}>", written, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    assert f"{kind}-src &#x27;sha256-{digest}&#x27;" in written
    assert "default-src &#x27;none&#x27;" in written


@pytest.mark.parametrize("name", NAMES)
def test_it_has_no_element_that_came_from_outside(name: str) -> None:
    seen, plain = Seen(page(hostile(NAMES[name]))), Seen(page(hostile("name")))
    assert (seen.tags, seen.attributes) == (plain.tags, plain.attributes)


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_a_path_as_it_is(name: str) -> None:
    shown = [text for tag, text in Seen(page(hostile(NAMES[name]))).texts if tag == "code"]
    assert f"{INERT[name]}:4:86" in shown


class TestInABrowser:
    @pytest.fixture
    def shown(self, browser: Browser, tmp_path: Path) -> Iterator[Page]:
        old = replace(DOTENV, trace=since("2020-01-01T00:00:00+00:00").trace)
        file = tmp_path / "report.html"
        file.write_text(page(replace(REPORT, findings=(old, PAIR, *hostile("<b>x").findings))))
        with browser.opened(file) as it:
            yield it

    def left(self, shown: Page) -> list[str]:
        rows = "[...document.querySelectorAll('tbody tr')]"
        found = shown.value(f"{rows}.filter(it => it.offsetHeight).map(it => it.dataset.file)")
        return sorted(found)

    def focus(self, shown: Page, selector: str) -> None:
        """Go there with the tabulator, as who has no mouse does."""
        for _ in range(40):
            shown.press("Tab")
            if shown.value(f"document.activeElement.matches({selector!r})"):
                return
        pytest.fail(f"{selector} cannot be reached by keyboard")

    def test_it_asks_for_nothing_and_complains_of_nothing(self, shown: Page) -> None:
        told = [it for it in shown.events if it["method"] == "Network.requestWillBeSent"]
        assert len(told) == 1
        assert {it["method"] for it in shown.events} & {
            "Log.entryAdded", "Runtime.exceptionThrown",
        } == set()  # fmt: skip
        assert shown.value("document.getElementById('shown').value") == "3 of 3 shown"

    def test_a_bar_picks_what_it_counts_and_lets_go_of_it(self, shown: Page) -> None:
        self.focus(shown, "[data-value='a year or more']")
        shown.press("Enter", "\r")
        assert self.left(shown) == ["deploy/.env"]
        assert shown.value("document.activeElement.ariaPressed") == "true"
        shown.press("Enter", "\r")
        assert len(self.left(shown)) == 3

    def test_a_search_looks_for_every_word_in_a_row(self, shown: Page) -> None:
        self.focus(shown, "#search")
        shown.type("BOT.py api")
        assert self.left(shown) == ["src/bot.py"]

    def test_details_open_by_keyboard(self, shown: Page) -> None:
        self.focus(shown, "summary")
        before = shown.value("document.querySelector('pre').checkVisibility()")
        shown.press("Enter", "\r")
        after = shown.value("document.querySelector('pre').checkVisibility()")
        assert (before, after) == (False, True)

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_text_stands_out_in_light_and_dark(self, shown: Page, scheme: str) -> None:
        feature = {"name": "prefers-color-scheme", "value": scheme}
        shown.ask("Emulation.setEmulatedMedia", features=[feature])
        colors = [
            [int(it) for it in re.findall(r"\d+", shown.value(f"getComputedStyle({of}).{name}"))]
            for of, name in (
                ("document.body", "backgroundColor"), ("document.body", "color"),
                ("document.querySelector('td span')", "color"),
            )
        ]  # fmt: skip
        back, *texts = map(_luminance, colors)
        assert (back > 0.5) == (scheme == "light")
        contrasts = [(max(back, it) + 0.05) / (min(back, it) + 0.05) for it in texts]
        assert min(contrasts) > 4.5  # https://www.w3.org/TR/WCAG21/#contrast-minimum


def _luminance(color: list[int]) -> float:
    """https://www.w3.org/TR/WCAG21/#dfn-relative-luminance"""
    parts = [it / 255 for it in color[:3]]
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
