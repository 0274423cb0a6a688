"""`--output`: a file that is written whole or not at all."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.cli.output import write_file
from tests.cli.conftest import Run
from tests.cli.leaks import CRITICAL, SECRET
from tests.support import LEAKGUARD


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    """A folder with a file that has a finding."""
    (tmp_path / "a.ini").write_text(CRITICAL)
    return tmp_path


@pytest.mark.parametrize("kind", ["text", "json", "jsonl", "sarif"])
def test_the_file_holds_the_report_and_the_terminal_nothing(
    leak: Path, run: Run, kind: str
) -> None:
    printed = run("scan", "a.ini", "--quiet", "--format", kind, cwd=leak).out
    done = run("scan", "a.ini", "--quiet", "--format", kind, "--output", "report", cwd=leak)
    assert (done.code, done.out, done.err) == (1, "", "")
    assert (leak / "report").read_text() == printed


def test_a_clean_scan_writes_a_report_too(leak: Path, run: Run) -> None:
    run("scan", "a.ini", "--exclude", "*", "--format", "json", "--output", "report", cwd=leak)
    assert json.loads((leak / "report").read_text())["findings"] == []


def test_what_could_not_be_read_is_said_on_the_standard_error(leak: Path, run: Run) -> None:
    done = run("scan", "a.ini", "b.ini", "--format", "json", "--output", "report", cwd=leak)
    assert (done.code, done.out) == (2, "")
    assert done.err == "leakguard: error: b.ini: cannot be read: No such file or directory\n"


def test_a_report_in_a_file_has_no_colours(
    leak: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("scan", "a.ini", "--output", "report", cwd=leak)
    assert "\x1b" not in (leak / "report").read_text()


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("old and longer than the new one")
    file.chmod(0o600)
    write_file(str(file), "new")
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o600)


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_file(str(tmp_path / "report"), "new")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == 0o640


@pytest.mark.parametrize("exists", [True, False], ids=["target-is-there", "dangling"])
def test_a_link_is_kept_and_its_target_written(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "target"
    if exists:
        target.write_text("old")
    (tmp_path / "link").symlink_to("folder/target")
    write_file(str(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_text() == "new"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_file(str(tmp_path / ("n" * 250)), "new")
    assert [path.name for path in tmp_path.iterdir()] == ["n" * 250]


def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "report").write_text("old")
    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_file(str(tmp_path / "report"), "new")
    assert [(it.name, it.read_text()) for it in tmp_path.iterdir()] == [("report", "old")]


def test_a_process_killed_before_the_end_leaves_the_old_file(leak: Path) -> None:
    (leak / "report").write_text("old")
    program = (
        "import os, signal, sys\n"
        "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.argv = ['leakguard', 'scan', 'a.ini', '--output', 'report']\n"
        "from leakguard.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=leak, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (leak / "report").read_text() == "old"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none/report", "No such file or directory"),
        ("folder", "Is a directory"),
        ("a.ini/report", "Not a directory"),
    ],
)
def test_a_file_that_cannot_be_written(leak: Path, run: Run, name: str, reason: str) -> None:
    (leak / "folder").mkdir()
    done = run("scan", "a.ini", "--output", name, cwd=leak)
    assert (done.code, done.err) == (2, f"leakguard: error: cannot write {name}: {reason}\n")


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_the_standard_output_may_be_named(leak: Path, name: str) -> None:
    with (leak / "log").open("wb") as log:
        log.write(b"kept\n")
        log.flush()
        subprocess.run(
            [*LEAKGUARD, "scan", "a.ini", "-q", "--format", "jsonl", "--output", name],
            cwd=leak,
            stdout=log,
            check=False,
        )
    first, second = (leak / "log").read_text().splitlines()
    assert (first, json.loads(second)["rule"]) == ("kept", "binance-secret-key")


def test_a_pipe_is_written_to_as_it_is(leak: Path) -> None:
    os.mkfifo(leak / "pipe")
    with subprocess.Popen(
        [*LEAKGUARD, "scan", "a.ini", "--format", "jsonl", "--output", "pipe"], cwd=leak
    ):
        text = (leak / "pipe").read_text()
    assert json.loads(text)["rule"] == "binance-secret-key"
    assert stat.S_ISFIFO((leak / "pipe").stat().st_mode)


@pytest.mark.parametrize("arguments", ["scan a.ini", "rules"])
def test_a_reader_that_goes_away_is_no_traceback(leak: Path, arguments: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*LEAKGUARD, *arguments.split()],
        cwd=leak,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_leaves_the_exit_code(leak: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m leakguard scan a.ini {closed}"
    assert subprocess.run(command, shell=True, cwd=leak, check=False).returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "cp932"])
def test_characters_that_the_encoding_lacks_are_escaped(leak: Path, encoding: str) -> None:
    (leak / "клю\N{EURO SIGN}č.ini").write_text(CRITICAL)
    done = subprocess.run(
        [*LEAKGUARD, "scan", "клю\N{EURO SIGN}č.ini", "none.ini"],
        cwd=leak,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    shown = "клю\N{EURO SIGN}č.ini".encode(encoding, "backslashreplace")
    assert done.returncode == 2
    assert done.stdout.startswith(shown + b":1:22 ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("kind", ["junit", "html", "csv", "markdown"])
def test_what_is_for_programs_is_utf8_on_a_code_page(leak: Path, kind: str) -> None:
    (leak / "caf\N{LATIN SMALL LETTER E WITH ACUTE}.ini").write_text(CRITICAL)
    done = subprocess.run(
        [*LEAKGUARD, "scan", ".", "--format", kind],
        cwd=leak,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert "caf\N{LATIN SMALL LETTER E WITH ACUTE}" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("verb", [(), ("scan",), ("fix",), ("gate",), ("init",), ("rules",)])
def test_the_help_needs_no_more_than_ascii(tmp_path: Path, verb: tuple[str, ...]) -> None:
    done = subprocess.run(
        [*LEAKGUARD, *verb, "--help"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_the_standard_output_is_told() -> None:
    code = "from leakguard.cli import output; output.write('a report', None)"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert "UsageError: cannot write the report: No space left on device" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("scan", "."), ("scan", ".", "--fix"), ("fix",), ("scan", ".", "--format", "markdown")],
    ids=["scan", "scan-fix", "fix", "markdown"],
)
def test_no_line_of_a_file_is_a_command_for_a_runner(
    tmp_path: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    text = f'call(api_secret="{SECRET}", note="""\n ::stop-commands::x\n""")\n'
    (tmp_path / "::error::a.py").write_text(text)
    out = run(*arguments, cwd=tmp_path).out
    assert "stop-commands" in out
    assert not [it for it in out.splitlines() if it.lstrip().startswith("::")]


def test_annotations_are_commands_wherever_they_go(leak: Path, run: Run) -> None:
    done = run("scan", ".", "--quiet", "--format", "github=/dev/stdout", cwd=leak)
    assert [it for it in done.out.splitlines() if it.startswith("::error file=a.ini,")]
