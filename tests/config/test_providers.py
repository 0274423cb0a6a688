"""`providers` and `ignore-providers`: whose credentials are looked for."""

from pathlib import Path

import pytest

from leakguard.config import Settings, chosen, is_all, load
from leakguard.errors import ConfigError, UsageError
from leakguard.registry import RuleEntry

RULES = (
    RuleEntry("binance-api-key", "", "token", provider="Binance"),
    RuleEntry("gate-api-key", "", "token", provider="Gate.io"),
    RuleEntry("url-password", "", "token"),
)


def says(folder: Path, text: str) -> Settings:
    file = folder / "leakguard.toml"
    file.write_text(text)
    return load(file, [it.id for it in RULES], ["binance", "gate-io"])


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("providers = ['binance']", {"binance-api-key", "url-password"}),
        ("ignore-providers = ['binance']", {"gate-api-key", "url-password"}),
        ("providers = []", {"url-password"}),
        ("providers = ['binance', 'gate-io']\nignore-providers = ['gate-io']",
         {"binance-api-key", "url-password"}),
        ("providers = ['binance']\nignore = ['url-password']", {"binance-api-key"}),
        ("select = ['binance-api-key', 'gate-api-key']\nproviders = ['gate-io']", {"gate-api-key"}),
        ("", {it.id for it in RULES}),
    ],
    ids=["only", "but", "none", "both", "with-ignore", "with-select", "nothing"],
)  # fmt: skip
def test_which_rules_run(tmp_path: Path, text: str, run: set[str]) -> None:
    settings = says(tmp_path, text)
    assert chosen(settings, RULES) == run
    assert is_all(settings) == (text == "")


@pytest.mark.parametrize("key", ["providers", "ignore-providers"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [("binanse", "; did you mean 'binance'?"), ("Binance", "; did you mean 'binance'?"),
     ("Gate.io", "; did you mean 'gate-io'?"), ("zzz", "")],
    ids=["mistyped", "capital", "as-it-is-written", "unlike-any"],
)  # fmt: skip
def test_an_unknown_name_is_refused_with_the_nearest(
    tmp_path: Path, key: str, name: str, hint: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        says(tmp_path, f"severity = 'low'\n{key} = ['{name}']\n")
    told = f"leakguard.toml:2: {key}: there is no provider {name!r}{hint}"
    assert str(caught.value) == f"{tmp_path}/{told}"


def test_that_no_rule_is_left_is_an_error(tmp_path: Path) -> None:
    settings = says(tmp_path, "select = ['gate-api-key']\nproviders = ['binance']")
    with pytest.raises(UsageError, match="no rule is left to run"):
        chosen(settings, RULES)
