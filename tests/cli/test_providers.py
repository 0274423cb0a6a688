"""A scan looks for the credentials of the providers that the configuration names."""

import json
from pathlib import Path

import pytest

import leakguard
from leakguard.examples import made_up
from tests.cli.conftest import Run

TEXT = f"BINANCE_API_KEY = {made_up('base62', 64, 1)}\n"


@pytest.mark.parametrize(
    ("said", "rules"),
    [("providers = ['binance']", ["binance-api-key"]), ("ignore-providers = ['binance']", [])],
    ids=["only", "but"],
)
def test_a_scan_obeys(tmp_path: Path, run: Run, said: str, rules: list[str]) -> None:
    (tmp_path / "leakguard.toml").write_text(said)
    (tmp_path / "a.ini").write_text(TEXT)
    told = json.loads(run("scan", "--format", "json", cwd=tmp_path).out)["findings"]
    found = [it["rule"] for it in told if it["rule"].startswith("binance")]
    assert found == rules
    assert [
        it.rule for it in leakguard.scan(tmp_path).findings if it.rule.startswith("binance")
    ] == rules


def test_config_shows_them_and_where_they_are_from(tmp_path: Path, run: Run) -> None:
    (tmp_path / "leakguard.toml").write_text("providers = ['binance', 'github']\n")
    lines = run("config", cwd=tmp_path).out.splitlines()
    assert 'providers = ["binance", "github"]' in lines[2]
    assert lines[2].endswith("# leakguard.toml:1")
    assert lines[3].startswith("ignore-providers = [] ")


def test_rules_lists_the_names(tmp_path: Path, run: Run) -> None:
    lines = run("rules", "--providers", cwd=tmp_path).out.splitlines()
    assert [it.split(None, 1) for it in lines if it.startswith("gate-io ")] == [
        ["gate-io", "Gate.io"]
    ]
