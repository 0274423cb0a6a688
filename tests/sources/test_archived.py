"""What is in archives is scanned as files are, wherever the archive is from."""

import json
from pathlib import Path

import pytest

from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.scanning import looking
from leakguard.sources import Archive, Item
from leakguard.sources.files import FileReader, as_read
from tests.archives.made import COMPRESSIONS, tarred, zipped
from tests.cli.conftest import Run
from tests.sources.listing import write
from tests.support import Repository

SECRET = made_up("base62", 64, 801)
OTHER = made_up("base62", 64, 802)
ENV = f"BINANCE_API_SECRET={SECRET}\n".encode()
PYTHON = (
    "from binance.client import Client\n"
    f'client = Client("{made_up("base62", 64, 803)}", "{SECRET}")\n'
).encode()
CELL: dict[str, object] = {
    "cell_type": "code",
    "metadata": {},
    "outputs": [],
    "execution_count": None,
    "source": PYTHON.decode(),
}
NOTEBOOK = json.dumps(
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [CELL]}
).encode()


def places(out: str) -> list[tuple[str, str]]:
    """The path and the rule of each finding, of a report in jsonl."""
    return [(it["path"], it["rule"]) for it in map(json.loads, out.splitlines())]


def scanned(run: Run, folder: Path, *options: str) -> list[tuple[str, str]]:
    return places(run("scan", "--format", "jsonl", *options, cwd=folder).out)


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        pytest.param("app/settings.env.txt", ENV, "binance-secret-key", id="text"),
        pytest.param("app/bot.py", PYTHON, "hardcoded-argument", id="Python"),
        pytest.param("app/bot.ipynb", NOTEBOOK, "hardcoded-argument", id="notebook"),
        pytest.param(
            "bot.jks",
            b"\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1\0\0\0\1\0\3bot",
            "java-key-store",
            id="kind",
        ),
    ],
)
def test_all_rules_look_at_a_member(
    run: Run, tmp_path: Path, name: str, content: bytes, rule: str
) -> None:
    write(tmp_path, {"dist/app.whl": zipped({name: content})})
    assert scanned(run, tmp_path) == [(f"dist/app.whl!/{name}", rule)]


def test_a_env_file_in_an_archive_that_git_tracks_is_one(run: Run, repository: Repository) -> None:
    repository.stage("app.zip", zipped({".env": b"REGION=eu-west\n"}))
    assert scanned(run, repository.path) == [("app.zip!/.env", "dotenv-tracked")]


class TestFromGit:
    def test_what_is_staged(self, run: Run, repository: Repository) -> None:
        repository.stage("app.tgz", COMPRESSIONS["gz"](tarred({"a.txt": ENV})))
        assert scanned(run, repository.path, "--staged") == [
            ("app.tgz!/a.txt", "binance-secret-key")
        ]

    def test_what_head_has_already_is_not_new(self, run: Run, repository: Repository) -> None:
        repository.stage("app.zip", zipped({"a.txt": ENV}))
        repository.git("commit", "-q", "-m", "one")
        repository.stage("app.zip", zipped({"a.txt": ENV, "b.txt": b"more"}))
        assert scanned(run, repository.path, "--staged") == []

    def test_what_a_commit_brought(self, run: Run, repository: Repository) -> None:
        repository.commit(a="text\n")
        repository.stage("app.zip", zipped({"a.txt": ENV}))
        repository.git("commit", "-q", "-m", "two")
        second = repository.git("rev-parse", "HEAD").strip()
        out = run("scan", "--range", "HEAD~1..HEAD", "--format", "jsonl", cwd=repository.path).out
        found = json.loads(out)
        assert (found["path"], found["commits"]["introduced"]["id"]) == ("app.zip!/a.txt", second)

    def test_what_a_history_has(self, run: Run, repository: Repository) -> None:
        repository.stage("app.zip", zipped({"a.txt": ENV}))
        repository.git("commit", "-q", "-m", "one")
        repository.git("rm", "-q", "app.zip")
        repository.git("commit", "-q", "-m", "two")
        assert scanned(run, repository.path, "--history") == [
            ("app.zip!/a.txt", "binance-secret-key")
        ]

    def test_the_fingerprint_is_the_same_everywhere(self, run: Run, repository: Repository) -> None:
        repository.stage("app.zip", zipped({"a.txt": ENV}))
        found = {
            json.loads(run("scan", "--format", "jsonl", *options, cwd=repository.path).out)[
                "fingerprint"
            ]
            for options in ((), ("--staged",))
        }
        assert len(found) == 1


def test_what_an_image_sets_in_its_environment_is_found(run: Run, tmp_path: Path) -> None:
    config = {
        "config": {"Env": [f"BINANCE_API_SECRET={SECRET}"]},
        "history": [{"created_by": f"ENV BINANCE_API_SECRET={OTHER}", "empty_layer": True}],
    }
    place = f"blobs/sha256/{'cd' * 32}"
    write(tmp_path, {"image.tar": tarred({place: json.dumps(config).encode()})})
    assert scanned(run, tmp_path) == [(f"image.tar!/{place}", "binance-secret-key")] * 2


def test_a_text_from_stdin_may_be_an_archive(run: Run, tmp_path: Path) -> None:
    done = run("scan", "-", "--format", "jsonl", cwd=tmp_path, stdin=zipped({"a.txt": ENV}))
    assert places(done.out) == [("stdin!/a.txt", "binance-secret-key")]


class TestDepth:
    NESTED = zipped({"lib/inner.jar": zipped({"a.txt": ENV})})

    def test_none_with_0(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.zip": self.NESTED})
        done = run("scan", "--archive-depth", "0", cwd=tmp_path)
        assert "in 0 files" in done.out
        assert done.out.endswith("1 binary file left out\n")

    def test_what_is_deeper_is_named(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.zip": self.NESTED})
        assert "a.zip: left out, since archives in an archive" in run("scan", cwd=tmp_path).err

    def test_or_looked_into(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.zip": self.NESTED})
        path = "a.zip!/lib/inner.jar!/a.txt"
        assert scanned(run, tmp_path, "--archive-depth", "2") == [(path, "binance-secret-key")]

    def test_the_configuration_may_say_it(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path, {"a.zip": self.NESTED, "leakguard.toml": "archive-depth = 2\n"})
        assert len(scanned(run, tmp_path)) == 1


@pytest.mark.parametrize("pattern", ["*.txt", "app/", "a.zip", "a.zip!/app/secret.txt"])
def test_what_is_excluded_is_excluded_in_an_archive(run: Run, tmp_path: Path, pattern: str) -> None:
    write(tmp_path, {"a.zip": zipped({"app/secret.txt": ENV}), "b.md": "text"})
    assert scanned(run, tmp_path, "--exclude", pattern) == []


def test_the_summary_counts_archives_and_their_files(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": zipped({"a.md": b"one", "b.md": b"two", "c.png": b"\x89PNG\0"})})
    told = run("scan", cwd=tmp_path).out
    assert told.startswith("no leaks found in 2 files, 6 B")
    assert told.endswith("; 1 archive looked into; 1 binary file left out\n")


def test_an_archive_over_the_limit_is_read_member_by_member(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.tar": tarred({"large.bin": bytes(30_000), "a.txt": ENV})})
    assert scanned(run, tmp_path, "--max-file-size", "5000") == [
        ("a.tar!/a.txt", "binance-secret-key")
    ]


def test_a_notice_makes_a_strict_scan_fail(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": zipped({"a.md": b"text" * 90})[:-60]})
    assert (run("scan", cwd=tmp_path).code, run("scan", "--strict", cwd=tmp_path).code) == (0, 2)


def test_a_text_with_an_archive_behind_it_is_read_as_both() -> None:
    read = as_read(
        Item("a.py", "a.py", "", 0), b"print()\n" + b"#" * 9000 + zipped({"b": ENV}), "x"
    )
    assert isinstance(read, Archive)
    assert isinstance(read.otherwise, Document)


def test_fix_tells_what_it_does_not_mend(run: Run, tmp_path: Path) -> None:
    raw = zipped({"bot.py": PYTHON, "n.ipynb": NOTEBOOK})
    write(tmp_path, {"a.zip": raw})
    done = run("fix", "--apply", "--env-file", ".env", "--unsafe-fixes", cwd=tmp_path)
    assert (done.code, (tmp_path / "a.zip").read_bytes()) == (1, raw)
    assert "in an archive; pack that anew without the value:\n    a.zip!/bot.py:2" in done.out
    assert not (tmp_path / ".env").exists()


def test_sarif_names_the_archive_and_the_place_in_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a b.zip": zipped({"bot.py": PYTHON})})
    (result,) = json.loads(run("scan", "--format", "sarif", cwd=tmp_path).out)["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "a%20b.zip"}
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "a b.zip!/bot.py"


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif"])
def test_a_name_shows_no_secret_and_moves_no_cursor(run: Run, tmp_path: Path, form: str) -> None:
    name = f"{OTHER}/\x1b[2Jtwo\nlines.txt"
    write(tmp_path, {"a.tar": tarred({name: ENV, f"{OTHER}.zip": zipped({"x": b"y"})})})
    done = run("scan", "--format", form, cwd=tmp_path)
    told = done.out + done.err
    assert OTHER not in told
    assert "\x1b" not in told
    assert "two\nlines" not in told


def test_modules_of_an_archive_are_not_looked_up_beside_it(run: Run, tmp_path: Path) -> None:
    use = b"from binance.client import Client\nfrom settings import KEY\nClient(KEY, KEY)\n"
    write(tmp_path, {"a.zip": zipped({"bot.py": use}), "settings.py": f"KEY = '{SECRET}'\n"})
    assert {path for path, _ in scanned(run, tmp_path)} == {"settings.py"}


def test_workers_report_the_same(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        {f"{number}.zip": zipped({"bot.py": PYTHON, "a.txt": ENV}) for number in range(3)}
        | {"large.bin": bytes(17 << 20)},
    )
    first, second = (scanned(run, tmp_path, "--jobs", jobs) for jobs in ("1", "2"))
    assert len(first) == 6
    assert first == second


def test_python_that_is_too_much_to_keep_is_read_as_text(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "KEPT_BYTES", len(PYTHON))
    comment = f"# BINANCE_API_SECRET={OTHER}\n".encode()
    write(tmp_path, {"a.zip": zipped({"a.py": PYTHON, "b.py": PYTHON + comment})})
    done = run("scan", "--format", "jsonl", cwd=tmp_path)
    assert ("a.zip!/a.py", "hardcoded-argument") in places(done.out)
    assert ("a.zip!/b.py", "binance-secret-key") in places(done.out)
    assert "a.zip!/b.py: only the text rules looked at it" in done.err


def test_a_file_is_closed_when_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.tar": tarred({"a": b"x" * 9000})})
    item = Item("a.tar", "a.tar", str(tmp_path / "a.tar"), 0)
    (read,) = FileReader(1000).read([item])
    assert isinstance(read, Archive)
    with pytest.raises(OSError, match="Bad file descriptor"):
        read.file.read(1)
