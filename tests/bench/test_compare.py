"""The parts of the benchmark that can be wrong without anybody noticing."""

import json
import os
import stat
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.bench import compare, trees
from tests.bench.measure import Run, last_line, medians, proportional_set_size, run
from tests.bench.table import Result, record, table, verdict
from tests.bench.tools import DIRECTORY, STAGED, Tool, objects, objects_with
from tests.support import Repository


def a_run(
    wall: float = 1.0, exit_code: int = 0, output: bytes = b"", peak: int = 30_000_000
) -> Run:
    return Run(exit_code, wall, wall * 2, peak, output, "it broke")


def a_tool(
    name: str = "peer",
    *,
    found: int = 1,
    count: Callable[[bytes], int] | None = None,
    aims: Mapping[str, float] | None = None,
) -> Tool:
    return Tool(name, "1.0", {DIRECTORY: (name,)}, found, count, aims)


def cells(results: list[Result], row: int) -> list[str]:
    """The cells of one line of the table; they are two spaces or more apart."""
    return [cell.strip() for cell in table(results).splitlines()[row].split("  ") if cell.strip()]


class TestRun:
    def python(self, code: str, folder: Path, limit: float = 60, sample: bool = False) -> Run:
        return run([sys.executable, "-c", code], folder, {}, limit=limit, sample=sample)

    def test_gives_what_is_printed_and_how_it_ended(self, tmp_path: Path) -> None:
        ended = self.python("import sys; print('out'); sys.exit('a\\nlast')", tmp_path)
        assert (ended.exit_code, ended.output, ended.complaint) == (1, b"out\n", "last")

    def test_runs_in_the_folder(self, tmp_path: Path) -> None:
        ended = self.python("import os; print(os.getcwd())", tmp_path)
        assert ended.output.decode().strip() == str(tmp_path)

    def test_counts_the_cpu_time_of_processes_that_were_waited_for(self, tmp_path: Path) -> None:
        burn = "import time\nwhile time.process_time() < 0.3: pass"
        code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"
        assert self.python(code, tmp_path).cpu >= 0.3

    def test_is_killed_when_it_takes_too_long(self, tmp_path: Path) -> None:
        assert self.python("import time; time.sleep(60)", tmp_path, limit=0.1).exit_code == -9

    def test_peak_is_that_of_the_largest_process(self, tmp_path: Path) -> None:
        assert self.python("b'x' * 200_000_000", tmp_path).peak > 200_000_000

    def test_sampled_peak_is_the_sum_over_the_tree(self, tmp_path: Path) -> None:
        hold = "import time; held = b'x' * 100_000_000; time.sleep(0.5)"
        code = (
            "import subprocess, sys\n"
            f"held = [subprocess.Popen([sys.executable, '-c', {hold!r}]) for _ in range(3)]\n"
            "[process.wait() for process in held]"
        )
        counted = 3 if Path("/proc/self/smaps_rollup").exists() else 1
        assert self.python(code, tmp_path, sample=True).peak > counted * 100_000_000


def test_medians_are_not_moved_by_one_slow_run() -> None:
    figures = medians([a_run(1.0), a_run(9.0), a_run(2.0)])
    assert (figures.wall, figures.cpu) == (2.0, 4.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param(b"one\ntwo\n\n", "two", id="blank lines"),
        pytest.param(b"\x1b[31mred", "?[31mred", id="terminal escape"),
        pytest.param(b"x" * 500, "x" * 200, id="long"),
    ],
)
def test_last_line(text: bytes, expected: str) -> None:
    assert last_line(text) == expected


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        pytest.param("Rss: 90 kB\nPss:      12 kB\nPss_Anon: 7 kB\n", 12_288, id="there"),
        pytest.param("", 0, id="ended meanwhile"),
    ],
)
def test_proportional_set_size(rollup: str, expected: int) -> None:
    assert proportional_set_size(rollup) == expected


class TestTable:
    OURS = Result(a_tool("leakguard"), DIRECTORY, (a_run(1.0),))

    def test_ratio_is_our_wall_time_by_theirs(self) -> None:
        theirs = Result(a_tool(aims={DIRECTORY: 0.8}), DIRECTORY, (a_run(2.0),))
        assert cells([self.OURS, theirs], 2) == [
            "peer", "1.0", "0", "2.000", "4.000", "30", "0.50", "< 0.80, met",
        ]  # fmt: skip

    def test_peak_is_the_most_of_all_runs(self) -> None:
        theirs = Result(a_tool(), DIRECTORY, (a_run(),), a_run(peak=70_000_000))
        assert cells([self.OURS, theirs], 2)[5] == "70"

    def test_a_tool_that_cannot_do_it_has_dashes(self) -> None:
        assert cells([self.OURS, Result(a_tool(), STAGED)], 2) == ["peer", "1.0", *"------"]

    def test_a_failed_run_leaves_no_figures(self) -> None:
        theirs = Result(a_tool(), DIRECTORY, (a_run(), a_run(exit_code=3)))
        assert cells([self.OURS, theirs], 2)[2:] == [
            *"-----", "1 of 2 runs failed, exit 3: it broke",
        ]  # fmt: skip

    def test_our_own_failure_leaves_no_ratio(self) -> None:
        ours = Result(a_tool("leakguard"), DIRECTORY, (a_run(exit_code=2),))
        theirs = Result(a_tool(aims={DIRECTORY: 0.8}), DIRECTORY, (a_run(),))
        assert cells([ours, theirs], 2)[-2:] == ["-", "< 0.80, unknown"]

    def test_columns_are_aligned(self) -> None:
        theirs = Result(a_tool("a longer name"), DIRECTORY, (a_run(100.0),))
        head, *rows = table([self.OURS, theirs]).splitlines()
        assert {row.index(".000") for row in rows} == {head.index("wall s") + 2}


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        pytest.param(0.79, "< 0.80, met", id="below"),
        pytest.param(0.8, "< 0.80, missed", id="equal"),
        pytest.param(None, "< 0.80, unknown", id="no ratio"),
    ],
)
def test_verdict(ratio: float | None, expected: str) -> None:
    assert verdict(ratio, 0.8) == expected


def test_the_record_is_json_without_what_the_tools_printed() -> None:
    result = Result(a_tool(), DIRECTORY, (a_run(1.5, output=b"found it"),), a_run())
    (written,) = json.loads(json.dumps(record([result])))
    assert written["timed"] == [{"exit_code": 0, "wall": 1.5, "cpu": 3.0, "peak": 30_000_000}]
    assert "found it" not in str(written)


class TestTool:
    @pytest.mark.parametrize(
        ("exit_code", "failed"),
        [
            pytest.param(0, False, id="clean"),
            pytest.param(200, False, id="findings"),
            pytest.param(1, True, id="another's code for findings"),
            pytest.param(-9, True, id="killed"),
        ],
    )
    def test_only_clean_and_findings_are_no_failure(self, exit_code: int, failed: bool) -> None:
        assert a_tool(found=200).has_failed(exit_code) is failed

    def test_findings_are_counted_where_there_is_a_report(self) -> None:
        tool = a_tool(count=objects)
        assert [
            tool.findings(DIRECTORY, 1, b"{}\n{}\n"),
            tool.findings(STAGED, 1, b"text"),
            tool.findings(STAGED, 0, b"text"),
        ] == ["2", "some", "0"]


def test_objects_are_counted_by_the_field_that_findings_have() -> None:
    lines = b'{"rule": 1}\nINFO: done\n{"rule": 2}\n{"summary": 2}\n'
    assert (objects(lines), objects_with("rule")(lines)) == (3, 2)


class TestUnpack:
    def archive(self, folder: Path, name: str, content: str = "text", mode: int = 0o644) -> Path:
        path = folder / "package.whl"
        with zipfile.ZipFile(path, "w") as opened:
            opened.writestr("first.py", "pass")
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            opened.writestr(member, content)
        return path

    def test_gives_the_number_of_bytes(self, tmp_path: Path) -> None:
        archive = self.archive(tmp_path, "package/a.py", "1234567")
        assert trees.unpack(archive, tmp_path / "out", 100) == 11
        assert (tmp_path / "out/package/a.py").read_text() == "1234567"

    @pytest.mark.parametrize(
        ("name", "mode", "content"),
        [
            pytest.param("../outside.py", 0o644, "x", id="parent folder"),
            pytest.param("a/../../outside.py", 0o644, "x", id="parent folder within"),
            pytest.param("/outside.py", 0o644, "x", id="absolute"),
            pytest.param("..\\outside.py", 0o644, "x", id="backslash"),
            pytest.param("C:/outside.py", 0o644, "x", id="drive"),
            pytest.param("link", stat.S_IFLNK | 0o777, "/etc", id="link"),
            pytest.param("large.py", 0o644, "x" * 101, id="too large"),
        ],
    )
    def test_refuses_before_anything_is_written(
        self, tmp_path: Path, name: str, mode: int, content: str
    ) -> None:
        archive = self.archive(tmp_path, name, content, mode)
        with pytest.raises(trees.SourcesError):
            trees.unpack(archive, tmp_path / "out", 100)
        assert not (tmp_path / "out").exists()


def test_size_tells_text_from_binary(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.py").write_bytes(b"12345")
    (tmp_path / "b.mo").write_bytes(b"\0\0\0")
    assert trees.measure(tmp_path) == trees.Size(files=2, bytes=8, text_bytes=5)


def test_sources_that_are_there_are_not_downloaded_again(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    size = {"files": 1, "bytes": 2, "text_bytes": 3}
    known = json.dumps({"packages": trees.PACKAGES, "size": size})
    (tmp_path / "sources.json").write_text(known)
    assert trees.sources(tmp_path) == (tmp_path / "sources", trees.Size(1, 2, 3))


def test_the_repository_has_the_files_staged_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("pass\n")
    trees.staged(tmp_path / "made", [file], {"PATH": os.environ["PATH"]})
    made = Repository(tmp_path / "made")
    assert made.git("status", "--porcelain") == "A  a.py\n"


def test_tools_take_turns_and_the_first_and_last_round_are_not_timed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    tools = [
        Tool(name, "1", {DIRECTORY: ("sh", "-c", f"echo {name} >> {log}")}) for name in ("a", "b")
    ]
    unable = Tool("c", "1", {})
    environment = {"PATH": os.environ["PATH"]}
    results = compare.compare([*tools, unable], DIRECTORY, tmp_path, environment, rounds=2)
    assert log.read_text().split() == ["a", "b"] * 4
    assert [len(result.timed) for result in results] == [2, 2, 0]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--rounds", "0"], id="no rounds"),
        pytest.param(["--only", "directory,history"], id="unknown scenario"),
    ],
)
def test_wrong_options_are_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        compare.main(arguments)
    assert stopped.value.code == 2
