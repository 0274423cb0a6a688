"""A configuration that extends another one, and what `leakguard config` says of both."""

import os
from pathlib import Path

import pytest

from leakguard.config import load
from leakguard.errors import ConfigError
from leakguard.examples import made_up
from leakguard.finding import Severity
from tests.support import Repository, leakguard

KNOWN = ("private-key", "hard-coded-key", "hard-coded-secret")
HIDDEN = made_up("base62", 64, 79)


def _written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text)
    return folder / "leakguard.toml"


def _complaint(folder: Path, **files: str) -> str:
    with pytest.raises(ConfigError) as raised:
        load(_written(folder, **files), KNOWN)
    return str(raised.value).replace(f"{folder}/", "")


def test_what_a_file_says_itself_counts_and_to_lists_it_adds(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        shared="severity = 'low'\nignore = ['private-key']\nselect = ['private-key']",
        leakguard="extend = 'shared.toml'\nseverity = 'high'\nignore = ['hard-coded-key']\n"
        "select = ['hard-coded-secret']",
    )
    settings = load(path, KNOWN)
    assert settings.severity is Severity.HIGH
    assert settings.ignore == ("private-key", "hard-coded-key")
    assert settings.select == ("hard-coded-secret",)


def test_a_path_is_relative_to_the_file_that_says_it(repository: Repository) -> None:
    repository.write("a/leakguard.toml", "extend = '../b/one.toml'")
    repository.write("b/one.toml", "extend = 'two.toml'")
    repository.write("b/two.toml", "severity = 'low'")
    assert load(repository.path / "a/leakguard.toml", KNOWN).severity is Severity.LOW


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            {"leakguard": "\nextend = 'leakguard.toml'"},
            "leakguard.toml:2: extend leads back to the file itself",
            id="itself",
        ),
        pytest.param(
            {"leakguard": "extend = 'b.toml'", "b": "extend = './leakguard.toml'"},
            "b.toml:1: extend leads back to the file itself",
            id="circle",
        ),
        pytest.param(
            {"leakguard": "extend = 'b0.toml'"}
            | {f"b{it}": f"extend = 'b{it + 1}.toml'" for it in range(9)},
            "b4.toml:1: extend: over 5 files extend each other",
            id="depth",
        ),
        pytest.param(
            {"leakguard": "extend = '../other.toml'"},
            "leakguard.toml:1: extend leads out of the work tree",
            id="above",
        ),
        pytest.param(
            {"leakguard": "extend = '/etc/passwd'"},
            "leakguard.toml:1: extend leads out of the work tree",
            id="absolute",
        ),
        pytest.param(
            {"leakguard": 'extend = "a\\u0000b"'},
            "leakguard.toml:1: extend is no path of a file",
            id="zero-byte",
        ),
        pytest.param(
            {"leakguard": "extend = 'none.toml'"},
            "leakguard.toml:1: extend: there is no such file",
            id="missing",
        ),
        pytest.param(
            {"leakguard": f"extend = '{'a' * 5000}.toml'"},
            "leakguard.toml:1: extend: there is no such file",
            id="too-long-for-a-name",
        ),
        pytest.param(
            {"leakguard": "extend = '.'"},
            "leakguard.toml:1: extend: there is no such file",
            id="folder",
        ),
        pytest.param(
            {"leakguard": "extend = 3"},
            "leakguard.toml:1: extend has to be the path of a file, relative to this one",
            id="number",
        ),
        pytest.param(
            {"leakguard": "extend = 'b.toml'", "b": "\nseverty = 'low'"},
            "b.toml:2: there is no setting 'severty'; did you mean 'severity'?",
            id="wrong-in-the-other",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    assert _complaint(tmp_path, **files) == said


def test_a_link_out_of_the_work_tree_is_refused(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    _written(tmp_path, secret="severity = 'low'")
    os.symlink(tmp_path / "secret.toml", inner / "b.toml")
    said = _complaint(inner, leakguard="extend = 'b.toml'")
    assert said == "leakguard.toml:1: extend leads out of the work tree"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.toml")
    said = _complaint(tmp_path, leakguard="extend = 'b.toml'")
    assert said == "leakguard.toml:1: extend: there is no such file"


def test_the_gate_reads_what_the_base_extends(repository: Repository) -> None:
    repository.commit(
        **{"leakguard.toml": "extend = 'ci/shared.toml'", "ci/shared.toml": "exclude = ['docs/']"}
    )
    repository.git("checkout", "-q", "-b", "topic")
    leak = f'API_SECRET = "{HIDDEN}"\n'
    repository.commit(**{"ci/shared.toml": "exclude = ['*']", "a.py": leak, "docs/b.py": leak})
    done = leakguard("gate", "--base", "main", "--format", "jsonl", cwd=repository.path)
    assert done.returncode == 1
    assert '"path": "a.py"' in done.stdout
    assert "docs/b.py" not in done.stdout


class TestTheCommand:
    def test_tells_where_each_value_comes_from(self, tmp_path: Path) -> None:
        _written(
            tmp_path,
            shared="ignore = ['private-key']",
            leakguard="extend = 'shared.toml'\n\nseverity = 'low'\nignore = ['hard-coded-key']",
        )
        done = leakguard(
            "config", "--ignore", "hard-coded-secret", "--max-file-size", "1k", cwd=tmp_path
        )
        said = dict(line.split("  # ") for line in done.stdout.splitlines())
        assert {name.rstrip(): origin for name, origin in said.items()} == {
            "select = all": "default",
            'ignore = ["private-key", "hard-coded-key", "hard-coded-secret"]': "shared.toml:1,"
            " leakguard.toml:4, --ignore",
            "providers = all": "default",
            "ignore-providers = []": "default",
            'severity = "low"': "leakguard.toml:3",
            "exclude = []": "default",
            "max-file-size = 1024": "--max-file-size",
            "archive-depth = 1": "default",
            "honour = []": "default",
            "rules = []": "default",
            "per-path = []": "default",
        }

    def test_shows_no_key_and_no_escape(self, tmp_path: Path) -> None:
        _written(tmp_path, leakguard=f'exclude = ["{HIDDEN}", "\\u001b[31m"]')
        done = leakguard("config", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert HIDDEN not in done.stdout
        assert "\x1b" not in done.stdout

    def test_refuses_what_is_no_folder(self, tmp_path: Path) -> None:
        done = leakguard("config", "none", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "leakguard: error: there is no folder none\n"
