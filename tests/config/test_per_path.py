"""What holds for some paths alone."""

from pathlib import Path

import pytest

from leakguard.config import load
from leakguard.errors import ConfigError
from leakguard.examples import made_up
from leakguard.finding import Severity
from leakguard.scanning.per_path import PathSettings, PerPath
from tests.support import leakguard, scan

KNOWN = ("private-key", "hard-coded-key", "hard-coded-secret")
LEAK = f'API_SECRET = "{made_up("base62", 64, 80)}"\n'


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "leakguard.toml"
    path.write_text(text)
    return path


def test_it_is_read(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "[[per-path]]\npaths = ['tests/']\nignore = ['private-key']\n"
        "[[per-path]]\npaths = ['*.md']\nselect = ['hard-coded-key']\nseverity = 'high'\n",
    )
    assert load(path, KNOWN).per_path == (
        PathSettings(("tests/",), ignore=("private-key",)),
        PathSettings(("*.md",), select=("hard-coded-key",), severity=Severity.HIGH),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "ignore = ['private-key']",
            "2: per-path needs paths, and one of select, ignore, severity",
            id="no-paths",
        ),
        pytest.param(
            "paths = ['a']",
            "2: per-path needs paths, and one of select, ignore, severity",
            id="nothing-said",
        ),
        pytest.param(
            "paths = ['a']\nignor = []",
            "3: per-path: there is no setting 'ignor'; did you mean 'ignore'?",
            id="unknown-key",
        ),
        pytest.param(
            "paths = ['a']\nignore = [\n'privat-key']",
            "4: per-path: ignore: there is no rule 'privat-key'; did you mean 'private-key'?",
            id="unknown-rule",
        ),
        pytest.param(
            "paths = ['!']\nignore = []",
            "2: per-path: paths: '!' is no pattern as in a .gitignore",
            id="no-pattern",
        ),
        pytest.param(
            "paths = ['a']\nseverity = 'hgih'",
            "3: per-path: severity has to be one of info, low, medium, high, critical;"
            " did you mean 'high'?",
            id="no-severity",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(_file(tmp_path, f"[[per-path]]\n{text}"), KNOWN)
    assert str(raised.value) == f"{tmp_path}/leakguard.toml:{said}"


IGNORED = PerPath((PathSettings(("tests/",), ignore=("hardcoded-assignment",)),))


def test_a_rule_does_not_look_where_it_is_ignored() -> None:
    report = scan({"tests/a.py": LEAK, "src/a.py": LEAK}, per_path=IGNORED)
    assert {(it.path, it.rule) for it in report.findings} >= {("src/a.py", "hardcoded-assignment")}
    assert ("tests/a.py", "hardcoded-assignment") not in {
        (it.path, it.rule) for it in report.findings
    }


def test_only_the_rules_that_are_selected_look() -> None:
    only = PerPath((PathSettings(("tests/",), select=("private-key",)),))
    report = scan({"tests/a.py": LEAK, "src/a.py": LEAK}, per_path=only)
    assert {it.path for it in report.findings} == {"src/a.py"}


def test_patterns_are_relative_to_the_folder_of_the_configuration() -> None:
    only = PerPath((PathSettings(("/a/tests/",), select=("private-key",)),), base="a/")
    report = scan({"tests/a.py": LEAK, "a/tests/a.py": LEAK}, per_path=only)
    assert {it.path for it in report.findings} == {"a/tests/a.py"}


def test_where_a_name_is_followed_to_the_path_of_the_value_counts() -> None:
    only = PerPath((PathSettings(("keys.py",), select=("private-key",)),))
    report = scan(
        {"keys.py": LEAK, "bot.py": "from keys import API_SECRET\nClient(api_secret=API_SECRET)\n"},
        per_path=only,
    )
    assert [it.path for it in report.findings] == []


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        pytest.param((), {"b.txt"}, id="of-the-file"),
        pytest.param(("--severity", "low"), {"tests/a.txt", "b.txt"}, id="of-the-option"),
    ],
)
def test_the_least_severity_of_a_path(
    tmp_path: Path, arguments: tuple[str, ...], paths: set[str]
) -> None:
    _file(tmp_path, "[[per-path]]\npaths = ['tests/']\nseverity = 'critical'\n")
    (tmp_path / "tests").mkdir()
    for name in ("tests/a.txt", "b.txt"):
        (tmp_path / name).write_text(LEAK)
    done = leakguard("scan", ".", "--format", "jsonl", *arguments, cwd=tmp_path)
    assert {it for it in ("tests/a.txt", "b.txt") if f'"{it}"' in done.stdout} == paths
