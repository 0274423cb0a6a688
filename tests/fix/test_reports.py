"""What people and programs see of a fix: regions and new texts, never the old."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run

KEY, SECRET = made_up("base62", 64, 311), made_up("base62", 64, 312)
OTHER = made_up("base62", 64, 313)
TEXT = f"""# ü {KEY}
from binance.client import Client
from dotenv import load_dotenv

load_dotenv()
old = "was {OTHER}"
client = Client("{KEY}", "{SECRET}")
"""
V = made_up("base62", 64, 383)
SCHEMA = Path(__file__).parents[1] / "reporters" / "schemas" / "sarif-2.1.0.json"
COMMANDS = {"fix": ("fix",), "scan --fix": ("scan", "--fix")}


def applied(text: str, changes: list[tuple[int, int, int, int, str]]) -> str:
    """Make changes, lines and columns from 1, as a code host would."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for first, column, last, end_column, new in sorted(changes, reverse=True):
        start, end = starts[first - 1] + column - 1, starts[last - 1] + end_column - 1
        text = text[:start] + new + text[end:]
    return text


EXPECTED = TEXT.replace(f'Client("{KEY}", "{SECRET}")', "Client({}, {})").format(
    'os.environ["BINANCE_API_KEY"]', 'os.environ["BINANCE_API_SECRET"]'
).replace("from binance", "\nimport os\n\nfrom binance")  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_json_gives_the_changes_that_mend_a_finding(
    tmp_path: Path, run: Run, command: tuple[str, ...]
) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    report = json.loads(run(*command, "--format", "json", cwd=tmp_path).out)
    (finding,) = [it for it in report["findings"] if "fixes" in it]
    changes = [
        (it["line"], it["column"], it["end_line"], it["end_column"], it["text"])
        for it in finding["fixes"]
    ]
    assert applied(TEXT, changes) == EXPECTED


def test_sarif_gives_the_changes_that_mend_a_finding(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    log: dict[str, Any] = json.loads(run("fix", "--format", "sarif", cwd=tmp_path).out)
    jsonschema.validate(log, json.loads(SCHEMA.read_text()))
    (result,) = [it for it in log["runs"][0]["results"] if "fixes" in it]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "bot.py"}
    changes = [
        (*it["deletedRegion"].values(), it["insertedContent"]["text"])
        for it in change["replacements"]
    ]
    assert applied(TEXT, changes) == EXPECTED


def test_without_fix_there_are_no_fixes(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    report = json.loads(run("scan", "--format", "json", cwd=tmp_path).out)
    assert not [it for it in report["findings"] if "fixes" in it]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif"])
def test_no_value_is_shown(tmp_path: Path, run: Run, command: tuple[str, ...], form: str) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    done = run(*command, "--format", form, cwd=tmp_path)
    said = done.out + done.err
    assert not [it for it in (KEY, SECRET, OTHER) if it[5:20] in said]


def test_the_diff_says_what_changes_and_masks_all_else(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    lines = run("fix", cwd=tmp_path).out.splitlines()
    start = lines.index("--- bot.py")
    assert lines[start : start + 14] == [
        "--- bot.py",
        "+++ bot.py",
        "@@ -1,7 +1,10 @@",
        f" # ü {KEY[:4]}****",
        "+",
        "+import os",
        "+",
        " from binance.client import Client",
        " from dotenv import load_dotenv",
        " ",
        " load_dotenv()",
        f' old = "was {OTHER[:4]}****"',
        f'-client = Client("{KEY[:4]}****", "{SECRET[:4]}****")',
        '+client = Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])',
    ]


def test_the_diff_has_a_hunk_for_each_place(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(
        TEXT.replace("load_dotenv()", "load_dotenv()" + "\nx = 1" * 20)
    )
    heads = [it for it in run("fix", cwd=tmp_path).out.splitlines() if it.startswith("@@")]
    assert heads == ["@@ -1,4 +1,7 @@", "@@ -24,4 +27,4 @@"]


def test_terminal_escapes_in_the_source_are_not_obeyed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT.replace("old =", "# \x1b[2J\u202e\nold ="))
    out = run("fix", cwd=tmp_path).out
    assert "\x1b" not in out
    assert "\\x1b[2J\\u202e" in out


def test_it_is_told_what_is_still_to_revoke(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    out = run("fix", cwd=tmp_path).out
    assert "moving a leaked key does not un-leak it" in out
    assert "  BINANCE_API_KEY, BINANCE_API_SECRET: Delete the key in Binance" in out


def told(out: str, heading: str) -> list[str]:
    """Give the lines below a heading."""
    return out[out.index(heading) :].split("\n\n")[0].splitlines()[1:]


def test_each_half_of_a_pair_is_told_with_its_own_place(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    assert told(run("fix", cwd=tmp_path).out, "2 values would leave 1 file:")[:2] == [
        f"  BINANCE_API_KEY  {KEY[:4]}****  bot.py:7:18",
        f"  BINANCE_API_SECRET  {SECRET[:4]}****  bot.py:7:86",
    ]


def test_a_value_is_told_once_with_all_its_places(tmp_path: Path, run: Run) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(f'api_secret = "{SECRET}"\n')
    out = run("fix", "--unsafe-fixes", cwd=tmp_path).out
    line = f"  API_SECRET  {SECRET[:4]}****  a.py:1:15, b.py:1:15"
    assert told(out, "1 value would leave 2 files:")[0] == line
    assert len(told(out, "Still to revoke")) == 1


def test_a_reason_is_told_once(tmp_path: Path, run: Run) -> None:
    for name, value in (("a.yaml", SECRET), ("b.yaml", KEY)):
        (tmp_path / name).write_text(f"api_secret: {value}\n")
    assert told(run("fix", cwd=tmp_path).out, "2 findings not fixed:") == [
        "  only Python is fixed; leave it empty in the file, and let the program read it from the "
        "environment:",
        "    a.yaml:1:13  hard-coded-key",
        "    b.yaml:1:13  hard-coded-key",
    ]


def test_findings_in_other_files_are_told_not_to_be_fixed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "config.yaml").write_text(f"api_secret: {SECRET}\n")
    done = run("fix", cwd=tmp_path)
    assert done.code == 1
    assert "1 finding not fixed" in done.out
    assert "only Python is fixed" in done.out


def test_scan_shows_its_findings_and_how_to_fix_them(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bot.py").write_text(TEXT)
    done = run("scan", "--fix", cwd=tmp_path)
    assert done.code == 1
    assert "hardcoded-argument" in done.out
    assert done.out.index("hardcoded-argument") < done.out.index("--- bot.py")
    assert (tmp_path / "bot.py").read_text() == TEXT


def test_what_is_not_safe_is_shown_under_a_heading_of_its_own(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.py").write_text(f'api_secret = "{V}"\n')
    before, heading, after = run("fix", cwd=tmp_path).out.partition(
        "With --unsafe-fixes it would be:"
    )
    assert heading
    assert "+api_secret" not in before
    assert '+api_secret = os.environ["API_SECRET"]' in after


def test_outside_git_it_is_told_that_nothing_ignores_the_env_file(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.py").write_text(f'api_secret = "{V}"\n')
    out = run("fix", "--unsafe-fixes", "--apply", "--env-file", ".env", cwd=tmp_path).out
    assert "note: this is no git repository: once it is one, let git ignore .env" in out
