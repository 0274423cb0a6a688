"""What other tools let stay gets entries where it is found here."""

import hashlib
import json
from pathlib import Path

import pytest
from xxhash import xxh3_64_intdigest as xxh3

from leakguard.examples import made_up
from leakguard.suppress import entries
from tests.cli.conftest import Run, run
from tests.support import Repository

__all__ = ("run",)

FIRST, SECOND = (made_up("base62", 64, seed) for seed in (751, 752))
START = len('# first\napi_secret = "')


@pytest.fixture
def commit(repository: Repository) -> str:
    """The id of a commit with two values in src/bot.py."""
    text = f'# first\napi_secret = "{FIRST}"\nsecret_key = "{SECOND}"\n'
    return repository.commit(**{"src/bot.py": text})


def gitleaks(path: str, line: int, secret: str, commit: str = "") -> str:
    found = {"RuleID": "generic", "File": path, "StartLine": line, "EndLine": line,
             "Secret": secret, "Match": secret, "Commit": commit, "Fingerprint": "x"}  # fmt: skip
    return json.dumps([found])


def detect_secrets(path: str, value: str, **more: object) -> str:
    digest = hashlib.sha1(value.encode()).hexdigest()
    found = {"type": "x", "filename": path, "hashed_secret": digest, "line_number": 99, **more}
    return json.dumps({"version": "1.5.0", "plugins_used": [], "results": {path: [found]}})


def kingfisher(value: str, start: int, origin: str = "file", algorithm: str = "v1") -> str:
    """A baseline with one finding, whose value begins at a byte of its file."""
    ends = b"".join(it.to_bytes(8, "little") for it in (start, start + len(value)))
    return f"""\
version: 2
fingerprint_algorithm: kingfisher-{algorithm}
repositories:
- id: git://example.com/team/repo
  findings:
  - path: src/bot.py
    fingerprint: '{xxh3(value.encode() + origin.encode() + ends)}'
    rule_id: kingfisher.x.1
    line: 2
    first_seen_at: 2026-08-11T17:17:42.123456Z
"""


OLD_KINGFISHER = """\
ExactFindings:
  matches:
  - filepath: src/bot.py
    fingerprint: '389162583612032034'
    linenum: 2
"""
FILES = {
    "gitleaks value": ("report.json", gitleaks("src/bot.py", 99, FIRST)),
    "gitleaks line": ("report.json", gitleaks("src/bot.py", 2, "REDACTED")),
    "gitleaks on Windows": ("report.json", gitleaks("src\\bot.py", 2, FIRST)),
    "gitleaksignore": (".gitleaksignore", "# known\nsrc/bot.py:generic:2\n"),
    "detect-secrets": (".secrets.baseline", detect_secrets("src/bot.py", FIRST)),
    "kingfisher": ("baseline.yml", kingfisher(FIRST, START)),
    "kingfisher, of a commit": ("baseline.yml", kingfisher(FIRST, START, "git")),
    "kingfisher version 1": ("baseline.yml", OLD_KINGFISHER),
}


def imported(repository: Repository, run: Run, name: str, text: str) -> int:
    file = repository.path.parent / name
    file.write_text(text)
    return run("baseline", "import", file, cwd=repository.path).code


@pytest.mark.parametrize(("name", "text"), FILES.values(), ids=FILES)
def test_one_of_two_values_gets_an_entry(
    repository: Repository, run: Run, commit: str, name: str, text: str
) -> None:
    assert imported(repository, run, name, text) == 0
    (entry,) = entries.in_folder(str(repository.path)).values()
    assert (entry.path, entry.reason) == ("src/bot.py", f"from {name}")
    left = run("scan", ".", "--show-secrets", "--format", "jsonl", cwd=repository.path).out
    assert [json.loads(it)["secret"] for it in left.splitlines()] == [SECOND]


def test_a_whole_path_is_one_of_the_repository(
    repository: Repository, run: Run, commit: str
) -> None:
    text = gitleaks(f"{repository.path}/src/bot.py", 2, FIRST)
    assert imported(repository, run, "report.json", text) == 0
    assert [it.path for it in entries.in_folder(str(repository.path)).values()] == ["src/bot.py"]
    outside = gitleaks(f"{repository.path}-2/src/bot.py", 2, FIRST)
    assert imported(repository, run, "other.json", outside) == 1


NOT_FOUND = {
    "another value": ("report.json", gitleaks("src/bot.py", 2, made_up("base62", 64, 753))),
    "another path": ("report.json", gitleaks("bot.py", 2, FIRST)),
    "another line": (".gitleaksignore", "src/bot.py:generic:1\n"),
    "a commit that is missing": (".gitleaksignore", f"{'0' * 40}:src/bot.py:generic:2\n"),
    "a line of another commit": ("baseline.yml", kingfisher(SECOND, START, "git")),
    "another place": ("baseline.yml", kingfisher(FIRST, START + 1)),
    "another digest": (".secrets.baseline", detect_secrets("src/bot.py", "x")),
}


@pytest.mark.parametrize(("name", "text"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_is_not_found_is_told_and_gets_none(
    repository: Repository, run: Run, commit: str, name: str, text: str
) -> None:
    assert imported(repository, run, name, text) == 1
    assert entries.in_folder(str(repository.path)) == {}


@pytest.mark.parametrize("form", ["report", "ignore"])
def test_a_line_of_a_commit_is_looked_for_in_that_commit(
    repository: Repository, run: Run, commit: str, form: str
) -> None:
    moved = f'secret_key = "{SECOND}"\n# one\n# two\napi_secret = "{FIRST}"\n'
    repository.commit(**{"src/bot.py": moved})
    name, text = (
        ("report.json", gitleaks("src/bot.py", 2, "REDACTED", commit))
        if form == "report"
        else (".gitleaksignore", f"{commit}:src/bot.py:generic:2\n")
    )
    assert imported(repository, run, name, text) == 0
    left = run("scan", ".", "--show-secrets", "--format", "jsonl", cwd=repository.path).out
    assert [json.loads(it)["secret"] for it in left.splitlines()] == [SECOND]


def test_what_was_audited_as_real_is_left_out(
    repository: Repository, run: Run, commit: str
) -> None:
    text = detect_secrets("src/bot.py", FIRST, is_secret=True)
    assert imported(repository, run, ".secrets.baseline", text) == 0
    assert entries.in_folder(str(repository.path)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "{}",
        "[3]",
        '[{"File": "a"}]',
        "[" * 100_000,
        kingfisher(FIRST, 0, "git", "v2"),
    ],
    ids=range(7),
)
def test_another_file_is_an_error(repository: Repository, run: Run, commit: str, text: str) -> None:
    assert imported(repository, run, "file.txt", text) == 2


def test_no_value_of_a_report_is_shown(repository: Repository, run: Run, tmp_path: Path) -> None:
    repository.commit(**{"a.txt": "nothing\n"})
    file = tmp_path / "report.json"
    file.write_text(gitleaks("a.txt", 1, FIRST))
    done = run("baseline", "import", file, cwd=repository.path)
    assert (done.code, FIRST in done.out + done.err) == (1, False)
