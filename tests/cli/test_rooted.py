"""Reports for code hosts name files from the work tree's root, whatever part of it is scanned."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.leaks import CRITICAL, SECRET
from tests.support import Repository

READ: dict[str, Callable[[str], object]] = {
    "sarif": lambda text: json.loads(text)["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]["artifactLocation"]["uri"],
    "gitlab": lambda text: json.loads(text)["vulnerabilities"][0]["location"]["file"],
    "codequality": lambda text: json.loads(text)[0]["location"]["path"],
    "github": lambda text: re.findall(r"::error file=([^,]+)", text)[0],
}
"""How the path of the finding stands in a format."""


@pytest.fixture
def top(repository: Repository) -> Path:
    """The root of a work tree with a finding in the file `src/my app/a.ini`."""
    repository.write("src/my app/a.ini", CRITICAL)
    return repository.path


def path_in(kind: str, text: str) -> str:
    return str(READ[kind](text)).replace("%20", " ")


SCANS = {
    "a-folder": (("src",), "."),
    "a-folder-below-the-current-one": (("my app",), "src"),
    "the-current-folder": ((), "src/my app"),
    "a-file": (("my app/a.ini",), "src"),
    "a-file-beside-the-current-folder": (("../my app/a.ini",), "src/other"),
    "the-root": ((), "."),
}


@pytest.mark.parametrize(("paths", "here"), SCANS.values(), ids=SCANS)
@pytest.mark.parametrize("kind", READ)
def test_a_path_begins_at_the_root(
    top: Path, run: Run, kind: str, paths: tuple[str, ...], here: str
) -> None:
    (top / "src/other").mkdir()
    done = run("scan", *paths, "--format", kind, cwd=top / here)
    assert path_in(kind, done.out) == "src/my app/a.ini"


@pytest.mark.parametrize("kind", READ)
def test_a_report_in_a_file_is_like_the_printed_one(top: Path, run: Run, kind: str) -> None:
    run("scan", "src", "--format", f"{kind}=report", cwd=top)
    assert path_in(kind, (top / "report").read_text()) == "src/my app/a.ini"


@pytest.mark.parametrize("kind", READ)
def test_outside_of_git_a_path_begins_at_the_scanned_root(
    tmp_path: Path, run: Run, kind: str
) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.ini").write_text(CRITICAL)
    assert path_in(kind, run("scan", "src", "--format", kind, cwd=tmp_path).out) == "a.ini"


def test_text_says_what_can_be_opened_from_the_current_folder(top: Path, run: Run) -> None:
    assert run("scan", "my app", cwd=top / "src").out.startswith("my app/a.ini:1:")


def test_json_is_relative_to_the_scanned_root(top: Path, run: Run) -> None:
    (found,) = json.loads(run("scan", "src", "--format", "json", cwd=top).out)["findings"]
    assert found["path"] == "my app/a.ini"


def test_other_places_and_what_was_left_out_begin_there_too(top: Path, run: Run) -> None:
    (top / "src/large.bin").write_text("x" * 300)
    (top / "src/keys.py").write_text(f"API_SECRET = '{SECRET}'\n")
    (top / "src/bot.py").write_text(
        "from binance.client import Client\nfrom keys import API_SECRET\n"
        "client = Client('', API_SECRET)\n"
    )
    done = run("scan", ".", "--format", "sarif", "--max-file-size", "250", cwd=top / "src")
    (log,) = json.loads(done.out)["runs"]
    related = [
        it["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["results"]
        for it in result["relatedLocations"]
    ]
    told = log["invocations"][0]["toolExecutionNotifications"]
    assert related
    assert all(uri.startswith("src/") for uri in related)
    assert [it["message"]["text"].partition(":")[0] for it in told] == ["src/large.bin"]


def test_a_folder_that_is_called_like_a_key_is_masked(repository: Repository, run: Run) -> None:
    repository.write(f"{SECRET}/a.ini", CRITICAL)
    done = run("scan", ".", "--format", "sarif", cwd=repository.path / SECRET)
    assert (SECRET in done.out, "a.ini" in done.out) == (False, True)
