"""What is asked for wrongly is said in one line, with what to do; exit code 2."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.cli.leaks import CLEAN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("scna",),
            "there is no command 'scna'; did you mean 'scan'?; see `leakguard --help`",
        ),
        (
            ("scan", "--select", "binance-secret"),
            "--select: there is no rule 'binance-secret'; did you mean 'binance-secret-key'?",
        ),
        (
            ("scan", "--ignore", "private-key,privat-key"),
            "--ignore: there is no rule 'privat-key'; did you mean 'private-key'?",
        ),
        (
            ("scan", "--select", ""),
            "--select: there is no rule ''",
        ),
        (
            ("scan", "--select", "private-key", "--ignore", "private-key"),
            "no rule is left to run: look at `select`, `ignore` and `providers`",
        ),
        (
            ("scan", "--max-file-size", "64MB5"),
            "--max-file-size has to be a size in bytes, such as 67108864 or '64MiB'",
        ),
        (
            ("scan", "--exclude", "!"),
            "--exclude: '!' is no pattern as in a .gitignore",
        ),
        (
            ("scan", "--isolated", "--config", "x.toml"),
            "--config and --isolated exclude each other",
        ),
        (
            ("scan", "--config", "x.toml"),
            "x.toml: cannot be read: No such file or directory",
        ),
        (
            ("scan", "--files-from", "x.txt"),
            "--files-from: cannot read x.txt: No such file or directory",
        ),
        (
            ("scan", "--staged", "a.py"),
            "--staged takes no paths and no --include-ignored: it scans the index",
        ),
        (
            ("scan", ""),
            "a path is empty",
        ),
        (
            ("rules", "show", "private"),
            "there is no rule 'private'; did you mean 'private-key'?",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_usage(tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"leakguard: error: {said}\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("scan", "--fromat"), "--format"),
        (("scan", "--output"), "--output"),
        (("scan", "--jobs", "0"), "--jobs"),
        (("scan", "--format", "xml"), "'jsonl'"),
        (("scan", "--fail-on", "never"), "'critical'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_option_is_named_in_one_line(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], named: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("leakguard: error: ")
    assert named in done.err


@pytest.mark.parametrize("verb", ["hook", "scan --staged"])
def test_outside_git_there_is_nothing_staged(tmp_path: Path, run: Run, verb: str) -> None:
    done = run(*verb.split(), cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("leakguard: error: git rev-parse: fatal: not a git repository")


def test_no_command_shows_the_help(tmp_path: Path, run: Run) -> None:
    done = run(cwd=tmp_path)
    assert (done.code, done.out, done.err.splitlines()[0]) == (
        2, "", "Usage: leakguard [OPTIONS] [COMMAND] [ARGS]..."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--help",), "Find leaked and hard-coded keys, and say what to do about each."),
        (("-h",), "Exit codes: 0 nothing found, 1 findings, 2 usage, configuration, or"),
        (("scan", "-h"), "--show-secrets"),
        (("hook", "-h"), "STAGE is pre-commit, commit-msg, pre-push or pre-receive."),
        (("rules", "show", "-h"), "Show one rule"),
        (("--version",), "leakguard 0."),
    ],
    ids=" ".join,
)
def test_help(tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert said in done.out


def test_the_help_fits_eighty_columns(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = run("scan", "--help", cwd=tmp_path)
    assert max(map(len, done.out.splitlines())) <= 80


def test_what_is_said_of_a_hostile_argument_is_inert(tmp_path: Path, run: Run) -> None:
    done = run("scan", "--config", "\x1b[2J\u202e.toml", cwd=tmp_path)
    assert done.err.startswith("leakguard: error: \\x1b[2J\\u202e.toml: cannot be read")


def test_what_is_said_of_an_argument_that_looks_like_a_key_masks_it(
    tmp_path: Path, run: Run
) -> None:
    key = made_up("base62", 64)
    done = run("scan", "--format", key, cwd=tmp_path)
    assert done.err.startswith("leakguard: error: invalid value for '--format'")
    assert (f": '{key[:4]}****' is not one of" in done.err, key[:8] in done.err) == (True, False)


def test_an_interruption_says_so(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leakguard.engine.scan", interrupted)
    (tmp_path / "a.txt").write_text(CLEAN)
    done = run("scan", cwd=tmp_path)
    assert (done.code, done.err.strip()) == (130, "leakguard: error: interrupted")


def test_an_interruption_that_python_wraps_is_one(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Python before 3.12 does where it falls into the making of a class."""

    def interrupted(*_: object) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr("leakguard.engine.scan", interrupted)
    (tmp_path / "a.txt").write_text(CLEAN)
    done = run("scan", cwd=tmp_path)
    assert (done.code, done.err.strip()) == (130, "leakguard: error: interrupted")


def test_running_out_of_memory_says_what_to_do(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def starved(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("leakguard.engine.scan", starved)
    done = run("scan", cwd=tmp_path)
    assert (done.code, "lower --max-file-size" in done.err) == (2, True)


@pytest.mark.parametrize("group", [(), ("baseline",), ("rules",)], ids=["all", "baseline", "rules"])
def test_no_line_about_a_command_is_cut(run: Run, tmp_path: Path, group: tuple[str, ...]) -> None:
    commands = run(*group, "--help", cwd=tmp_path).out.partition("Commands:\n")[2]
    assert (commands != "", "..." in commands) == (True, False)
