"""What each option of `leakguard scan` does."""

import json
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.cli.leaks import CLEAN, CRITICAL, KEY, LOW, MEDIUM, SECRET
from tests.support import Repository


def rules_of(out: str) -> list[str]:
    """The rules of a report in JSON lines."""
    return [json.loads(line)["rule"] for line in out.splitlines()]


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A folder with a finding of each of three severities."""
    for name, text in (("a.ini", CRITICAL), ("b.ini", MEDIUM), ("c.ini", LOW)):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["binance-secret-key", "binance-api-key", "binance-api-key"]),
        (("--select", "binance-secret-key"), ["binance-secret-key"]),
        (
            ("--select", "binance-secret-key", "--select", "binance-api-key"),
            ["binance-secret-key", "binance-api-key", "binance-api-key"],
        ),
        (
            ("--select", "binance-secret-key, binance-api-key"),
            ["binance-secret-key", "binance-api-key", "binance-api-key"],
        ),
        (("--ignore", "binance-api-key, hard-coded-key"), ["binance-secret-key"]),
        (("--severity", "medium"), ["binance-secret-key", "binance-api-key"]),
        (("--severity", "critical"), ["binance-secret-key"]),
        (("--exclude", "a.*"), ["binance-api-key", "binance-api-key"]),
        (("--exclude", "*.ini", "--exclude", "!c.ini"), ["binance-api-key"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_reported(
    three: Path, run: Run, options: tuple[str, ...], expected: list[str]
) -> None:
    assert rules_of(run("scan", ".", "--format", "jsonl", *options, cwd=three).out) == expected


def test_a_rule_that_is_told_by_a_name_is_selected_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.env").write_text(f"DEEPGRAM_API_KEY={made_up('hex', 40, 41)}\n")
    options = ("--format", "jsonl", "--select", "deepgram-api-key")
    assert rules_of(run("scan", ".", *options, cwd=tmp_path).out) == ["deepgram-api-key"]


def test_what_is_not_shown_is_counted(three: Path, run: Run) -> None:
    done = run("scan", ".", "--severity", "critical", cwd=three)
    assert "1 finding (1 critical) in 3 files" in done.out
    assert done.out.endswith("; 2 less severe findings not shown\n")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["binance-api-key", "binance-api-key"]),
        (("--isolated",), ["binance-secret-key", "binance-api-key", "binance-api-key"]),
        (("--config", "other/own.toml"), ["binance-secret-key"]),
        (("--ignore", "binance-secret-key"), ["binance-api-key", "binance-api-key"]),
        (("--select", "binance-secret-key"), ["binance-secret-key"]),
        (("--severity", "medium"), ["binance-api-key"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_command_line_goes_before_the_configuration(
    three: Path, run: Run, options: tuple[str, ...], expected: list[str]
) -> None:
    (three / "leakguard.toml").write_text('select = ["binance-api-key"]\nseverity = "info"\n')
    (three / "other").mkdir()
    (three / "other" / "own.toml").write_text('ignore = ["binance-api-key", "hard-coded-key"]\n')
    assert rules_of(run("scan", ".", "--format", "jsonl", *options, cwd=three).out) == expected


def test_a_wrong_configuration_ends_before_anything_is_scanned(three: Path, run: Run) -> None:
    (three / "pyproject.toml").write_text("[tool.leakguard]\nexclud = []\n")
    done = run("scan", ".", cwd=three)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"leakguard: error: {three}/pyproject.toml:2: there is no setting 'exclud'; "
        "did you mean 'exclude'?\n"
    )


def test_excludes_of_the_configuration_are_relative_to_it(repository: Repository, run: Run) -> None:
    repository.write("leakguard.toml", 'exclude = ["src/gen/"]\n')
    repository.write("src/gen/a.ini", CRITICAL)
    repository.write("src/src/gen/b.ini", MEDIUM)
    done = run("scan", "src", "--format", "jsonl", cwd=repository.path)
    assert rules_of(done.out) == ["binance-api-key"]


def test_excludes_of_the_command_line_are_relative_to_the_scanned_root(
    repository: Repository, run: Run
) -> None:
    repository.write("leakguard.toml", 'exclude = ["*.md"]\n')
    repository.write("src/gen/a.ini", CRITICAL)
    repository.write("src/src/gen/b.ini", MEDIUM)
    repository.write("src/c.md", MEDIUM)
    done = run("scan", "src", "--exclude", "/gen/", "--format", "jsonl", cwd=repository.path)
    assert rules_of(done.out) == ["binance-api-key"]


@pytest.mark.parametrize(
    "listed",
    [
        b"a.ini\nsub/b.ini\n",
        b"a.ini\r\nsub/b.ini\r\n",
        b"a.ini\nsub/b.ini",
        b"\n\na.ini\n\nsub/b.ini\n",
        b"a.ini\0sub/b.ini\0",
        b"a.ini\0sub/b.ini",
    ],
    ids=["lines", "crlf", "no-last-end", "empty-lines", "zeros", "zeros-between"],
)
@pytest.mark.parametrize("source", ["-", "list.txt"])
def test_files_from(tmp_path: Path, run: Run, listed: bytes, source: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.ini").write_text(CRITICAL)
    (tmp_path / "sub" / "b.ini").write_text(MEDIUM)
    (tmp_path / "c.ini").write_text(LOW)
    (tmp_path / "list.txt").write_bytes(listed)
    done = run("scan", "--files-from", source, "--format", "jsonl", cwd=tmp_path, stdin=listed)
    assert rules_of(done.out) == ["binance-secret-key", "binance-api-key"]


def test_a_name_with_a_line_end_comes_with_zeros(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a\nb.ini").write_text(CRITICAL)
    done = run("scan", "--files-from", "-", "--format", "json", cwd=tmp_path, stdin=b"a\nb.ini\0")
    assert json.loads(done.out)["findings"][0]["path"] == "a\nb.ini"


def test_files_from_is_added_to_the_paths(three: Path, run: Run) -> None:
    done = run(
        "scan", "a.ini", "--files-from", "-", "--format", "jsonl", cwd=three, stdin=b"b.ini\n"
    )
    assert rules_of(done.out) == ["binance-secret-key", "binance-api-key"]


def test_a_listed_file_that_is_not_there_is_an_error(three: Path, run: Run) -> None:
    done = run("scan", "--files-from", "-", cwd=three, stdin=b"a.ini\nz.ini\n")
    assert done.code == 2
    assert done.err == "leakguard: error: z.ini: cannot be read: No such file or directory\n"


@pytest.mark.parametrize("kind", ["json", "jsonl", "sarif"])
def test_an_empty_list_gives_a_whole_report(tmp_path: Path, run: Run, kind: str) -> None:
    done = run("scan", "--files-from", "-", "--format", kind, cwd=tmp_path)
    documents = [done.out] if kind != "jsonl" else done.out.splitlines()
    assert (done.code, [bool(json.loads(it)) for it in documents]) == (0, [True] * len(documents))


def test_why_names_the_reason_of_what_is_no_finding(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ini").write_text(f"BINANCE_API_SECRET = {'Ab3' * 21}Z\n")
    done = run("scan", ".", "--why", cwd=tmp_path)
    assert done.code == 0
    line = "binance-secret-key  no finding: it repeats the same characters (repetition)  Ab3A****"
    assert f"a.ini:1:22  {line}\n" in done.out


def test_without_why_what_is_no_finding_is_not_shown(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ini").write_text(f"BINANCE_API_SECRET = {'Ab3' * 21}Z\n")
    assert "no finding" not in run("scan", ".", cwd=tmp_path).out


@pytest.mark.parametrize("kind", ["text", "json", "jsonl"])
def test_show_secrets_shows_values(tmp_path: Path, run: Run, kind: str) -> None:
    (tmp_path / "a.ini").write_text(CRITICAL)
    assert SECRET in run("scan", ".", "--show-secrets", "--format", kind, cwd=tmp_path).out


def test_show_secrets_shows_a_value_whole_in_a_narrow_terminal(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    (tmp_path / "a.ini").write_text(CRITICAL)
    assert SECRET in run("scan", ".", "--show-secrets", cwd=tmp_path).out


def test_quiet_prints_no_summary(three: Path, run: Run) -> None:
    done = run("scan", "a.ini", "--quiet", cwd=three)
    assert "a.ini:1:22  critical" in done.out
    assert "1 finding" not in done.out


def test_quiet_prints_nothing_for_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ini").write_text(CLEAN)
    done = run("scan", ".", "--quiet", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_quiet_still_tells_what_was_left_out(three: Path, run: Run) -> None:
    done = run("scan", "a.ini", "--quiet", "--max-file-size", "10", cwd=three)
    assert done.err == (
        "leakguard: note: a.ini: left out: 86 bytes are over the limit of 10; "
        "raise --max-file-size to scan it\n"
    )


@pytest.mark.parametrize("jobs", ["1", "2", "7"])
def test_the_report_is_the_same_with_any_number_of_jobs(three: Path, run: Run, jobs: str) -> None:
    alone = run("scan", ".", "--format", "json", cwd=three)
    assert run("scan", ".", "--format", "json", "--jobs", jobs, cwd=three) == alone


@pytest.mark.parametrize(
    ("scanned", "here", "path", "located"),
    [
        (".", ".", "sub/a.ini", "sub/a.ini"),
        ("sub", ".", "a.ini", "sub/a.ini"),
        ("sub/a.ini", ".", "sub/a.ini", "sub/a.ini"),
        ("../sub", "other", "a.ini", "../sub/a.ini"),
        ("../sub/a.ini", "other", "a.ini", "../sub/a.ini"),
    ],
)
def test_a_path_is_relative_to_the_root_and_in_text_can_be_opened_from_here(
    tmp_path: Path, run: Run, scanned: str, here: str, path: str, located: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.ini").write_text(CRITICAL)
    machine = run("scan", scanned, "--format", "jsonl", cwd=tmp_path / here)
    people = run("scan", scanned, cwd=tmp_path / here)
    assert json.loads(machine.out)["path"] == path
    assert people.out.startswith(f"{located}:1:22 ")


def test_staged_sees_the_index_and_not_the_work_tree(repository: Repository, run: Run) -> None:
    repository.stage("a.ini", CRITICAL)
    repository.write("a.ini", CLEAN)
    repository.write("b.ini", MEDIUM)
    done = run("scan", "--staged", "--format", "jsonl", cwd=repository.path)
    assert (done.code, rules_of(done.out)) == (1, ["binance-secret-key"])


def test_staged_works_from_a_folder_below(repository: Repository, run: Run) -> None:
    repository.stage("a.ini", CRITICAL)
    repository.write("sub/x.ini", CLEAN)
    done = run("scan", "--staged", cwd=repository.path / "sub")
    assert done.out.startswith("../a.ini:1:22 ")


def test_staged_obeys_the_configuration_at_the_top(repository: Repository, run: Run) -> None:
    repository.write("leakguard.toml", 'exclude = ["a.*"]\n')
    repository.stage("a.ini", CRITICAL)
    repository.write("sub/x.ini", CLEAN)
    assert run("scan", "--staged", cwd=repository.path / "sub").code == 0


def test_an_empty_staged_diff_is_clean(repository: Repository, run: Run) -> None:
    repository.write("a.ini", CRITICAL)
    assert run("scan", "--staged", cwd=repository.path).code == 0


def test_a_pair_in_two_lines_names_both_places(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ini").write_text(f"BINANCE_API_KEY = {KEY}\nBINANCE_API_SECRET = {SECRET}\n")
    done = run("scan", ".", cwd=tmp_path)
    assert "a.ini:2:22  critical  binance-key-pair\n" in done.out
    assert "    = the API key: line 1, column 19\n" in done.out


def test_what_is_asked_for_often_has_a_short_name(three: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "report.jsonl"
    run("scan", ".", "-f", "jsonl", "-o", str(target), "-j", "1", cwd=three)
    assert len(rules_of(target.read_text())) == 3
