"""Configuration: what is read, and how what is wrong with it is said."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.config import Settings, find, load
from leakguard.errors import ConfigError
from leakguard.examples import made_up
from leakguard.finding import Severity
from tests.support import Repository

RULES = ("binance-api-key", "binance-secret-key", "private-key")
HIDDEN = made_up("base62", 64, 77)


def _written(tmp_path: Path, text: str, name: str = "leakguard.toml") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def _complaint(tmp_path: Path, text: str, name: str = "leakguard.toml") -> str:
    """What is said of a wrong file, without the folder that it is in."""
    path = _written(tmp_path, text, name)
    with pytest.raises(ConfigError) as raised:
        load(path, RULES)
    said = str(raised.value)
    assert said.startswith(str(path))
    return said.removeprefix(f"{tmp_path}/")


WHOLE = """
select = ["binance-secret-key", "private-key"]
ignore = ["private-key"]
severity = "medium"
exclude = ["vendor/", "*.lock"]
max-file-size = "2MiB"
archive-depth = 3
honour = ["gitleaks:allow", "noqa: S106"]
"""
READ = Settings(
    select=("binance-secret-key", "private-key"),
    ignore=("private-key",),
    severity=Severity.MEDIUM,
    exclude=("vendor/", "*.lock"),
    max_file_size=2 << 20,
    archive_depth=3,
    honour=("gitleaks:allow", "noqa: S106"),
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("leakguard.toml", WHOLE),
        ("pyproject.toml", f"[project]\nname = 'x'\n[tool.leakguard]\n{WHOLE}\n[tool.other]\na=1"),
        ("leakguard.toml", WHOLE.replace("\n", "\r\n")),
        ("leakguard.toml", "\ufeff" + WHOLE),
    ],
    ids=["leakguard.toml", "pyproject.toml", "crlf", "bom"],
)
def test_every_setting_is_read(tmp_path: Path, name: str, text: str) -> None:
    path = _written(tmp_path, text, name)
    assert load(path, RULES) == READ


def test_an_empty_file_leaves_the_defaults(tmp_path: Path) -> None:
    path = _written(tmp_path, "")
    assert load(path, RULES) == Settings()


@pytest.mark.parametrize(
    ("value", "size"),
    [("0", 1 << 62), ("7", 7), ('"7"', 7), ('"2 kB"', 2000), ('"2k"', 2048), ('"1GiB"', 1 << 30)],
)
def test_sizes(tmp_path: Path, value: str, size: int) -> None:
    path = _written(tmp_path, f"max-file-size = {value}")
    assert load(path, RULES).max_file_size == size


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "# exclud\n\nexclud = []",
            "3: there is no setting 'exclud'; did you mean 'exclude'?",
            id="unknown-key",
        ),
        pytest.param(
            "max_file_size = 3",
            "1: there is no setting 'max_file_size'; did you mean 'max-file-size'?",
            id="underscores",
        ),
        pytest.param(
            "exclude = ['severty']\n'severty' = 'low'",
            "2: there is no setting 'severty'; did you mean 'severity'?",
            id="quoted-key-after-a-string-like-it",
        ),
        pytest.param(
            "exclude = []\n\n[select]\nx = 1",
            "3: select has to be a list of strings",
            id="table-for-a-list",
        ),
        pytest.param("select.x = 1", "1: select has to be a list of strings", id="dotted-key"),
        pytest.param("\nignore = 'all'", "2: ignore has to be a list of strings", id="no-list"),
        pytest.param("exclude = [1]", "1: exclude has to be a list of strings", id="no-strings"),
        pytest.param(
            "exclude = [\n'a/',\n'!',\n]",
            "3: exclude: '!' is no pattern as in a .gitignore",
            id="no-pattern",
        ),
        pytest.param(
            "severity = 'hgih'",
            "1: severity has to be one of info, low, medium, high, critical; did you mean 'high'?",
            id="no-severity",
        ),
        pytest.param(
            "severity = 3",
            "1: severity has to be one of info, low, medium, high, critical",
            id="number-for-a-severity",
        ),
        pytest.param(
            "honour = [\n'gitleaks:alow',\n]",
            "2: honour: there is no mark 'gitleaks:alow'; did you mean 'gitleaks:allow'?",
            id="no-mark",
        ),
        pytest.param(
            "honour = ['noqa']",
            "1: honour: a bare noqa says nothing of secrets; name its code, as in 'noqa: S105'",
            id="bare-noqa",
        ),
        pytest.param(
            "max-file-size = true",
            "1: max-file-size has to be a size in bytes, such as 67108864 or '64MiB'",
            id="boolean-for-a-size",
        ),
        pytest.param(
            "max-file-size = 1.5",
            "1: max-file-size has to be a size in bytes, such as 67108864 or '64MiB'",
            id="fraction-for-a-size",
        ),
        pytest.param(
            "archive-depth = true",
            "1: archive-depth has to be a number from 0 to 20",
            id="boolean-for-a-depth",
        ),
        pytest.param(
            "archive-depth = 21",
            "1: archive-depth has to be a number from 0 to 20",
            id="depth-without-end",
        ),
        pytest.param(
            "select = [\n  'private-key',\n  # binance-secret\n  'binance-secret',\n]",
            "4: select: there is no rule 'binance-secret'; did you mean 'binance-secret-key'?",
            id="unknown-rule-in-a-long-list",
        ),
        pytest.param(
            "exclude = ['prvate-key']\nignore = ['prvate-key']",
            "2: ignore: there is no rule 'prvate-key'; did you mean 'private-key'?",
            id="unknown-rule-named-before",
        ),
        pytest.param("x = 1\nx = 2", "2: this is no TOML", id="key-twice"),
        pytest.param("exclude = [", "1: this is no TOML", id="no-end"),
        pytest.param("= 1", "1: this is no TOML", id="no-key"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert _complaint(tmp_path, text) == f"leakguard.toml:{said.removeprefix(':')}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("[tool.ruff]\nslect = []\n[tool.leakguard]\nslect = []", 4, id="elsewhere"),
        pytest.param("[tool]\nleakguard = { slect = [] }", 2, id="inline-table"),
        pytest.param("slect = 1\ntool.leakguard.slect = []", 2, id="dotted-from-the-top"),
        pytest.param("[tool]\n\nleakguard.slect = []", 3, id="dotted-in-a-table"),
        pytest.param("['tool'.\"leakguard\"]\n\"slect\" = []", 2, id="quoted"),
        pytest.param("[ tool . leakguard . slect ]\n[tool.slect]", 1, id="sub-table"),
        pytest.param("x = '''\n[tool.leakguard]\nslect=1'''\n[tool.leakguard]\nslect = 1", 5,
                     id="in-a-string"),
    ],
)  # fmt: skip
def test_the_line_is_found_however_pyproject_is_written(
    tmp_path: Path, text: str, line: int
) -> None:
    said = _complaint(tmp_path, text, "pyproject.toml")
    assert said == (f"pyproject.toml:{line}: there is no setting 'slect'; did you mean 'select'?")


def test_a_table_that_is_none(tmp_path: Path) -> None:
    said = _complaint(tmp_path, "[tool]\nleakguard = 3", "pyproject.toml")
    assert said == "pyproject.toml: tool.leakguard has to be a table"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"select = '{HIDDEN}", id="open-string"),
        pytest.param(f"severity = '{HIDDEN}'", id="severity"),
        pytest.param(f"max-file-size = '{HIDDEN}'", id="size"),
        pytest.param(f"{HIDDEN} = 1\n{HIDDEN} = 2", id="key-twice"),
        pytest.param(f"x = {{{HIDDEN} = 1, {HIDDEN} = 2}}", id="inline-key-twice"),
        pytest.param(f"exclude = {HIDDEN}", id="bare-value"),
    ],
)
def test_the_content_is_never_quoted(tmp_path: Path, text: str) -> None:
    said = _complaint(tmp_path, text)
    assert {HIDDEN[at : at + 5] for at in range(60) if HIDDEN[at : at + 5] in said} == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("x = " + "[" * 5000, ": this is no TOML: it is nested too deeply", id="deep"),
        pytest.param("x = " + "1" * 5000, ":1: this is no TOML", id="long-number"),
        pytest.param(
            "\n" + "a." * 100_000 + "a = 1", ":2: a dotted key has more than 64 parts", id="dots"
        ),
        pytest.param(
            "#" * (256 << 10) + "\n",
            ": over 262,144 bytes are too many for a configuration",
            id="large",
        ),
    ],
)
def test_a_hostile_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    assert _complaint(tmp_path, text) == f"leakguard.toml{said}"


def test_dots_in_strings_are_no_dotted_key(tmp_path: Path) -> None:
    patterns = ", ".join(["'a.b.c.d'"] * 40)
    path = _written(tmp_path, f"exclude = [{patterns}]  # {'.' * 100}")
    assert len(load(path, RULES).exclude) == 40


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "leakguard.toml"
    path.write_bytes(b"# caf\xc3\xa9\n# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"leakguard\.toml:2: this is not UTF-8$"):
        load(path, RULES)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read: No such file"):
        load(tmp_path / "none.toml", RULES)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load(tmp_path, RULES)


TABLE = "[tool.leakguard]\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"leakguard.toml": ""}, "leakguard.toml", id="own"),
        pytest.param({"pyproject.toml": TABLE}, "pyproject.toml", id="pyproject"),
        pytest.param({"pyproject.toml": "[tool]\nleakguard = {}"}, "pyproject.toml", id="inline"),
        pytest.param(
            {"leakguard.toml": "", "pyproject.toml": TABLE}, "leakguard.toml", id="own-one-first"
        ),
        pytest.param({"pyproject.toml": "[project]\n"}, None, id="pyproject-of-others"),
        pytest.param(
            {"pyproject.toml": "[project]\nname='leakguard'\n"}, None, id="pyproject-that-names-it"
        ),
        pytest.param({}, None, id="none"),
    ],
)
def test_find_in_the_scanned_root(
    tmp_path: Path, files: dict[str, str], expected: str | None
) -> None:
    for name, text in files.items():
        _written(tmp_path, text, name)
    assert find(tmp_path) == (tmp_path / expected if expected else None)


def test_inside_a_work_tree_the_nearest_above_counts(repository: Repository) -> None:
    (repository.path / "a" / "b").mkdir(parents=True)
    top = repository.write("leakguard.toml", "")
    assert find(repository.path / "a" / "b") == top
    nearer = repository.write("a/pyproject.toml", TABLE)
    assert find(repository.path / "a" / "b") == nearer


def test_no_file_above_a_work_tree_counts(repository: Repository) -> None:
    _written(repository.path.parent, "")
    assert find(repository.path) is None


def test_no_file_above_a_folder_outside_git_counts(tmp_path: Path) -> None:
    _written(tmp_path, "")
    (tmp_path / "a").mkdir()
    assert find(tmp_path / "a") is None


def test_a_pyproject_that_names_leakguard_and_does_not_parse_is_an_error(tmp_path: Path) -> None:
    _written(tmp_path, "[tool.leakguard\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:1: this is no TOML"):
        find(tmp_path)


def test_a_pyproject_of_others_may_be_broken(tmp_path: Path) -> None:
    _written(tmp_path, "[tool.other\n", "pyproject.toml")
    assert find(tmp_path) is None


def _folder(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    "made", [_folder, os.mkfifo, _dangling, _circle], ids=["folder", "pipe", "dangling", "circle"]
)
def test_one_that_is_no_file_is_not_passed_over(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    made(tmp_path / "leakguard.toml")
    with pytest.raises(ConfigError, match=r"leakguard\.toml: this is no file"):
        find(tmp_path)
