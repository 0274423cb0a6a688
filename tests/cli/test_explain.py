"""`leakguard explain`: a rule's page, or a finding with it."""

import json
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run

SECRET = made_up("base62", 64, 680)


@pytest.fixture
def fingerprint(tmp_path: Path, run: Run) -> str:
    (tmp_path / "bot.py").write_text(f'api_secret = "{SECRET}"\n')
    done = run("scan", ".", "--format", "jsonl", cwd=tmp_path)
    return str(json.loads(done.out)["fingerprint"])


def test_a_rule_is_explained_as_its_page_is_shown(run: Run, tmp_path: Path) -> None:
    done = run("explain", "hardcoded-assignment", cwd=tmp_path)
    assert (done.code, done.out) == (
        0, run("rules", "show", "hardcoded-assignment", cwd=tmp_path).out,
    )  # fmt: skip


def test_a_finding_is_shown_with_the_page_of_its_rule(
    run: Run, tmp_path: Path, fingerprint: str
) -> None:
    done = run("explain", fingerprint, cwd=tmp_path)
    assert (done.code, SECRET in done.out) == (0, False)
    assert "bot.py:1:15" in done.out
    assert "Why it is bad:" in done.out


@pytest.mark.parametrize("place", ["bot.py:1", "bot.py:1:15", "./bot.py:1"])
def test_a_finding_is_named_by_its_place(
    run: Run, tmp_path: Path, fingerprint: str, place: str
) -> None:
    done = run("explain", place, cwd=tmp_path)
    assert (done.code, done.out) == (0, run("explain", fingerprint, cwd=tmp_path).out)


def test_all_of_a_line_is_shown_with_each_rules_page(run: Run, tmp_path: Path) -> None:
    line = f'api_secret = "{SECRET}"; TG_TOKEN = "123456789:AA{made_up("base62", 33, 681)}"\n'
    (tmp_path / "bot.py").write_text(line)
    out = run("explain", "bot.py:1", cwd=tmp_path).out
    assert (out.count("bot.py:1:"), out.count("Why it is bad:")) == (2, 2)


def test_one_that_is_suppressed_is_shown_too(run: Run, tmp_path: Path, fingerprint: str) -> None:
    line = (tmp_path / "bot.py").read_text().rstrip()
    (tmp_path / "bot.py").write_text(f"{line}  # leakguard: allow[hardcoded-assignment] a test\n")
    done = run("explain", fingerprint, cwd=tmp_path)
    assert (done.code, "bot.py:1:15" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("hardcoded-assignmnt", "did you mean"),
        ("0" * 32, "nothing is found in this folder"),
        ("bot.py:2", "nothing is found in this folder that is bot.py:2"),
    ],
    ids=["a-rule", "a-fingerprint", "a-place"],
)
def test_what_is_not_known_is_an_error(
    run: Run, tmp_path: Path, fingerprint: str, what: str, message: str
) -> None:
    assert fingerprint != what
    done = run("explain", what, cwd=tmp_path)
    assert (done.code, message in done.err) == (2, True), done.err
