"""What is told shows no value, and nothing that a terminal obeys."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fingerprint import secret_id
from leakguard.respond.outcome import Outcome
from leakguard.shell import quote
from tests import life
from tests.cli.conftest import Run
from tests.respond.leaked import ENV, FORMS, ID, KEY, RAW, SECRET, executed, looked, responded
from tests.support import Repository


def shown(text: str, *values: str, run: int = 5) -> set[str]:
    """Give the parts of values, `run` characters each, that a text shows."""
    parts = {value[at : at + run] for value in values for at in range(len(value) - run + 1)}
    return {part for part in parts if part in text}


@pytest.fixture
def hostile(repository: Repository) -> Repository:
    """A repository in which the value, and what a terminal obeys, is part of every name."""
    for name, content in FORMS.items():
        repository.write(name, content)
    folder = f"\x1b[2Jdumps/{SECRET}"
    for name in (f"{RAW.hex()}.txt", "a\nb\r.env", "\u202e.env", f"{KEY}.zip"):
        repository.write(f"{folder}/{name}", ENV)
    repository.git("add", ".")
    who = f"Eve \x1b[31m{SECRET} <eve@example.org>"
    repository.git("commit", "-q", "-m", f"\x1b[2J{SECRET}", "--author", who)
    repository.git("branch", f"try-{SECRET}")
    repository.git("tag", f"v-{RAW.hex()}")
    repository.git("remote", "add", "origin", f"https://{SECRET}@git.example.org/{KEY}")
    return repository


def test_no_value_is_shown(hostile: Repository, run: Run) -> None:
    for options in ((), ("--format", "json"), ("--done",), ("--done", "--format", "json")):
        done = run("respond", ID, *options, cwd=hostile.path)
        assert done.code == int("--done" in options)
        assert shown(done.out + done.err, SECRET, KEY) == set()
        # Five hexadecimal digits stand in the ids of commits by chance.
        assert shown(done.out + done.err, RAW.hex(), run=10) == set()
        assert all(it.isprintable() for it in done.out.split("\n"))


def test_no_value_of_another_key_is_shown(repository: Repository, run: Run) -> None:
    """What names have in them is masked, and what has to name it is left to be written by hand."""
    other = made_up("base62", 64, 831)
    repository.commit("a key", **{f"{other}.env": ENV})
    repository.git("branch", other)
    repository.git("tag", f"v-{other}")
    repository.git("remote", "add", "origin", "https://git.example.org/bot")
    repository.git("update-ref", f"refs/remotes/origin/{other}", "HEAD")
    for options in ((), ("--format", "json"), ("--done",)):
        done = run("respond", ID, *options, cwd=repository.path)
        assert shown(done.out + done.err, other) == set()
    (line, tags) = (it["line"] for it in responded(run, repository, ID)["publish"]["commands"])
    assert all(
        it.startswith("# by hand, since it has a value in it: git push") for it in (line, tags)
    )


def test_the_name_of_a_server_is_no_option(repository: Repository, run: Run) -> None:
    repository.commit("a key", **{"live.env": ENV})
    repository.git("config", "remote.--receive-pack=touch x.url", "nowhere")
    (push,) = responded(run, repository, ID)["publish"]["commands"]
    assert " -- '--receive-pack=touch x' refs/heads/main" in push["line"]


def test_what_is_asked_for_wrongly_is_not_shown(repository: Repository, run: Run) -> None:
    for options in ((), ("--done",)):
        done = run("respond", SECRET, *options, cwd=repository.path)
        assert done.code == 2
        assert shown(done.out + done.err, SECRET) == set()


def test_a_fingerprint_names_a_key_as_well(repository: Repository, run: Run) -> None:
    repository.commit("a key", **{"live.env": ENV})
    found = run("scan", ".", "--format", "jsonl", "--isolated", cwd=repository.path).out
    fingerprint = found.partition('"fingerprint": "')[2][:32]
    assert responded(run, repository, fingerprint) == responded(run, repository, ID)
    assert looked(run, repository, fingerprint) == looked(run, repository, ID)


def test_the_configuration_that_was_named_is_named_again(
    repository: Repository, run: Run, tmp_path: Path
) -> None:
    """Wherever the shell is by then."""
    repository.commit("a key", **{"live.env": ENV})
    (tmp_path / "it's.toml").write_text("")
    for options, words in (
        (("--config", "../it's.toml"), "--config " + quote(f"{tmp_path}/it's.toml")),
        (("--isolated",), "--isolated"),
    ):
        done = run("respond", ID, *options, cwd=repository.path)
        assert done.out.splitlines().count(f"       leakguard respond {ID} {words} --done") == 1


def test_an_ignored_env_file_still_holds_it(tmp_path: Path, run: Run) -> None:
    """Of all places it is the one that the new key has to be put into."""
    repository = life.lived(tmp_path / "life").repository
    key = secret_id(life.TESTNET.secret) or ""
    executed(responded(run, repository, key)["purge"]["commands"][:-1], repository.path)
    code, still = looked(run, repository, key)
    assert (code, still["places"]) == (1, [".env, in the work tree (plain)"])
    repository.write(".env", life.NEW.env())
    assert looked(run, repository, key)[0] == 0


def test_what_only_its_owner_can_clean_is_named(repository: Repository, run: Run) -> None:
    repository.commit("a key", **{"live.env": ENV})
    repository.git("config", "remote.origin.url", f"https://{SECRET}@git.example.org/bot")
    told = responded(run, repository, ID)
    assert told["purge"]["by_hand"] == ["config"]
    executed(told["purge"]["commands"][:-1], repository.path)
    code, still = looked(run, repository, ID)
    assert (code, still["places"]) == (1, [".git/config (plain)"])


def test_files_that_go_as_a_whole_are_listed_with_all_their_paths(
    repository: Repository, run: Run
) -> None:
    repository.write("dump.zip", FORMS["dump.zip"])
    repository.write("plain.env", ENV)
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "dumps")
    repository.git("mv", "dump.zip", "it's another.zip")
    repository.git("commit", "-q", "-m", "moved")
    (stripped,) = responded(run, repository, ID)["purge"]["stripped"]
    assert stripped["paths"] == ["dump.zip", "it's another.zip"]
    assert stripped["forms"] == ["plain in an archive"]


@pytest.mark.parametrize("columns", [80, 120])
def test_sentences_are_as_wide_as_the_terminal(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    repository.commit("a key", **{"a.env": ENV})
    monkeypatch.setenv("COLUMNS", str(columns))
    told = run("respond", ID, cwd=repository.path).out.splitlines()
    sentences = [it for it in told if not it.startswith("       ")]
    assert columns - 20 < max(map(len, sentences)) <= columns


def test_what_is_said_in_the_end_is_as_wide_as_the_terminal() -> None:
    told = Outcome(ID, "Binance key pair", [], [], [], []).as_text(80)
    assert max(map(len, told.splitlines())) <= 80


def test_what_becomes_of_the_value_is_said(repository: Repository, run: Run) -> None:
    repository.commit("a key", **{"a.env": ENV})
    told = " ".join(run("respond", ID, cwd=repository.path).out.split())
    assert "There the value becomes ***REMOVED***, also in the files that are checked out" in told


def test_what_looks_like_another_key_in_the_name_of_an_author_is_not_shown(
    repository: Repository, run: Run
) -> None:
    other = made_up("base62", 20, 849)
    repository.write("a.env", ENV)
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "a", "--author", f"Eve {other} <eve@example.org>")
    for form in ("text", "json"):
        told = run("respond", ID, "--format", form, cwd=repository.path).out
        assert f"Eve {other[:4]}****" in told
