"""The pages of docs/: what they show is what is printed, and what they name is there."""

import re
from pathlib import Path

import pytest

from leakguard.cli import VERBS
from tests.cli.conftest import Run, run
from tests.support import loaded_triggers
from tools.write_docs import PAGES, ROOT, page

__all__ = ("run",)

TEXTS = {name: path.read_text(encoding="utf-8") for name, path in PAGES.items()}
SOURCES = "".join(it.read_text(encoding="utf-8") for it in (ROOT / "leakguard").rglob("*.py"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_its_commands_print(name: str) -> None:
    """If not: `python -m tools.write_docs`, and look at what has changed."""
    loaded_triggers()  # which takes long only once
    assert TEXTS[name] == page(TEXTS[name])


@pytest.mark.parametrize("name", PAGES)
def test_no_command_that_is_shown_fails_by_mistake(name: str) -> None:
    assert re.findall(r".*(?:command not found|Traceback|error: ).*", TEXTS[name]) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_command_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"(?:`|^\$ )leakguard ([a-z]+)", TEXTS[name], re.MULTILINE))
    assert named <= set(VERBS)


def test_an_option_that_is_named_exists(tmp_path: Path, run: Run) -> None:
    helps = (*VERBS, "baseline create", "baseline update")
    told = "".join(run(*it.split(), "--help", cwd=tmp_path).out for it in helps)
    others = {"--hard"}
    for name, text in TEXTS.items():
        lines = [it for it in text.splitlines() if not re.search(r"git |pip ", it)]
        shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", "\n".join(lines))) - others
        assert (name, {it for it in shown if it not in told}) == (name, set())


@pytest.mark.parametrize("name", PAGES)
def test_a_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXTS[name])
    assert [it for it in links if not (PAGES[name].parent / it).exists()] == []


def test_the_readme_leads_to_each() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in PAGES if f"(docs/{name}.md)" not in readme] == []


def test_a_variable_that_is_named_is_read() -> None:
    table = TEXTS["configuration"].partition("## The environment")[2]
    names = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)
    assert len(names) >= 5
    assert [it for it in names if f'"{it}"' not in SOURCES] == []


def test_a_file_of_the_cache_that_is_named_is_written() -> None:
    table = TEXTS["security-model"].partition("## What is kept")[2]
    kinds = set(re.findall(r"`([a-z]+)-\*", table))
    written = set(re.findall(r'f"([a-z]+)-\{key\[:32\]\}', SOURCES)) | {"clean"}
    assert kinds == written
