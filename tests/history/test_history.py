"""`scan --history`: all that any commit has, or had, and what became of it."""

import json
from pathlib import Path

import pytest

from leakguard.examples import made_up, made_up_from
from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, THIRD, Scan, assigned
from tests.support import Repository


def commits_of(run: Run, repository: Repository, *arguments: str) -> dict[str, dict[str, object]]:
    """What is told of the commits of each secret."""
    options = ("--format", "jsonl", "--show-secrets", "--isolated")
    done = run("scan", "--history", *arguments, *options, cwd=repository.path)
    assert done.err == ""
    found = [json.loads(line) for line in done.out.splitlines()]
    assert len({it["secret"] for it in found}) == len(found)
    return {it["secret"]: {"path": it["path"], **it["commits"]} for it in found}


def id_of(commit: object) -> object:
    return commit["id"] if isinstance(commit, dict) else None


class TestBlobs:
    def test_a_secret_that_is_still_there(self, repository: Repository, run: Run) -> None:
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        repository.commit(**{"a.txt": "more\n"})
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), told["removed"]) == (brought, None)
        assert (told["in_head"], told["refs"]) == (True, ["refs/heads/main"])

    def test_a_file_that_another_one_is_looked_up_for_is_not_read_in_its_place(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(
            **{
                ".env": "HOST=example.org\n",
                "a.py": "from dotenv import load_dotenv\n\nload_dotenv()\n",
                "b.py": assigned(FIRST),
                "c.py": assigned(SECOND),
            }
        )
        rules = "dotenv-in-tree,hardcoded-assignment"
        told = commits_of(run, repository, "--select", rules)
        paths = {secret: it["path"] for secret, it in told.items()}
        assert paths == {None: "a.py", FIRST: "b.py", SECOND: "c.py"}

    def test_one_that_was_removed(self, repository: Repository, run: Run) -> None:
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        repository.commit(**{"bot.py": assigned(FIRST) + "print(1)\n"})
        taken = repository.commit(**{"bot.py": "import os\n"})
        repository.git("tag", "v1")
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), id_of(told["removed"])) == (brought, taken)
        assert (told["in_head"], told["refs"]) == (False, ["refs/heads/main", "refs/tags/v1"])

    def test_one_that_came_back(self, repository: Repository, run: Run) -> None:
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        repository.commit(**{"bot.py": "import os\n"})
        repository.commit(**{"bot.py": assigned(FIRST)})
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), told["removed"]) == (brought, None)

    def test_one_whose_file_was_renamed_stands_where_head_has_it(
        self, repository: Repository, run: Run
    ) -> None:
        brought = repository.commit(**{"old.py": assigned(FIRST)})
        repository.git("mv", "old.py", "new.py")
        repository.commit()
        told = commits_of(run, repository)[FIRST]
        assert (told["path"], told["paths"]) == ("new.py", ["old.py", "new.py"])
        assert (id_of(told["introduced"]), told["in_head"]) == (brought, True)

    def test_one_of_a_branch_that_was_never_merged(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.git("switch", "-q", "-c", "side")
        brought = repository.commit(**{"side.py": assigned(FIRST)})
        repository.git("switch", "-q", "main")
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), told["in_head"]) == (brought, False)
        assert told["refs"] == ["refs/heads/side"]

    def test_one_that_only_a_merge_of_three_has(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        for name in ("one", "two"):
            repository.git("switch", "-q", "-c", name, "main")
            repository.commit(**{f"{name}.txt": name})
        repository.git("switch", "-q", "main")
        repository.git("merge", "-q", "--no-ff", "--no-commit", "one", "two")
        repository.stage("a.txt", assigned(FIRST))
        merged = repository.commit("a merge")
        assert len(repository.git("rev-list", "--parents", "-1", "HEAD").split()) == 4
        assert id_of(commits_of(run, repository)[FIRST]["introduced"]) == merged

    def test_one_that_two_branches_bring_by_themselves(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        for name in ("one", "two"):
            repository.git("switch", "-q", "-c", name, "main")
            repository.commit(name, **{"bot.py": assigned(FIRST)})
        told = commits_of(run, repository)[FIRST]
        assert told["refs"] == ["refs/heads/one", "refs/heads/two"]

    def test_one_that_a_branch_still_has_when_it_is_taken_out(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": assigned(FIRST)})
        repository.git("switch", "-q", "-c", "side")
        repository.commit(**{"bot.py": assigned(FIRST) + "print(1)\n"})
        repository.git("switch", "-q", "main")
        taken = repository.commit(**{"bot.py": "import os\n"})
        repository.git("merge", "-q", "-s", "ours", "-m", "a merge", "side")
        assert id_of(commits_of(run, repository)[FIRST]["removed"]) == taken

    def test_a_tag_of_a_tag_is_a_ref_of_its_commit(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"bot.py": assigned(FIRST)})
        repository.git("tag", "-a", "-m", "a tag", "inner")
        repository.git("tag", "-a", "-m", "a tag", "outer", "inner")
        refs = ["refs/heads/main", "refs/tags/inner", "refs/tags/outer"]
        assert commits_of(run, repository)[FIRST]["refs"] == refs

    def test_one_in_a_file_that_is_called_like_one(self, repository: Repository, run: Run) -> None:
        brought = repository.commit(**{f"{SECOND}.py": assigned(FIRST)})
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), told["in_head"]) == (brought, True)
        assert told["paths"] == [f"{SECOND[:4]}****.py"]

    def test_a_path_too_long_for_a_command_is_in_head(
        self, repository: Repository, run: Run
    ) -> None:
        name = f"{'long' * 50_000}.py"
        blob = repository.git("hash-object", "-w", "--stdin", stdin=assigned(FIRST).encode())
        entry = f"100644 blob {blob.strip()}\t{name}\n".encode()
        tree = repository.git("mktree", stdin=entry).strip()
        made = repository.git("commit-tree", "-m", "m", tree).strip()
        repository.git("update-ref", "HEAD", made)
        assert commits_of(run, repository)[FIRST]["in_head"] is True

    def test_a_path_that_is_excluded_hides_no_other(
        self, repository: Repository, told: Scan
    ) -> None:
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        (repository.path / "tests").mkdir()
        repository.git("mv", "bot.py", "tests/bot.py")
        repository.commit()
        (found,) = told("--history", "--exclude", "tests/")
        assert (found.path, found.introduced) == ("bot.py", brought)

    def test_one_in_a_stash_and_in_what_it_keeps_of_new_files(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"a.py": "import os\n"})
        (repository.path / "a.py").write_text(assigned(FIRST))
        (repository.path / "new.py").write_text(assigned(SECOND))
        repository.git("stash", "-q", "--include-untracked")
        told = commits_of(run, repository)
        assert {it: told[it]["refs"] for it in told} == {
            FIRST: ["refs/stash"],
            SECOND: ["refs/stash"],
        }

    def test_one_that_only_a_reflog_leads_to(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        repository.git("reset", "-q", "--hard", "HEAD~1")
        told = commits_of(run, repository)[FIRST]
        assert (id_of(told["introduced"]), told["refs"]) == (brought, [])

    def test_one_of_the_index_needs_to_be_asked_for(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.stage("bot.py", assigned(FIRST))
        repository.git("rm", "-q", "-f", "bot.py")
        assert commits_of(run, repository) == {}
        told = commits_of(run, repository, "--unreachable")[FIRST]
        assert (told["introduced"], told["in_head"]) == (None, False)

    def test_an_unreachable_commit_tells_the_path(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.commit(**{"deep/bot.py": assigned(FIRST)})
        repository.git("reset", "-q", "--hard", "HEAD~1")
        repository.git("reflog", "expire", "--expire=now", "--all")
        assert commits_of(run, repository) == {}
        assert commits_of(run, repository, "--unreachable")[FIRST]["path"] == "deep/bot.py"

    def test_the_fingerprint_is_that_of_the_tree(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"old.py": assigned(SECOND)})
        repository.git("mv", "old.py", "new.py")
        repository.commit()
        assert [it.fingerprint for it in told("--history")] == [it.fingerprint for it in told(".")]

    @pytest.mark.parametrize("name", ["a b.py", "ключ.py", "line\nbreak.py"], ids=repr)
    def test_names_are_taken_as_they_are(
        self, repository: Repository, told: Scan, name: str
    ) -> None:
        repository.stage(name, assigned(SECOND))
        brought = repository.commit()
        assert [(it.path, it.introduced) for it in told("--history")] == [(name, brought)]


TOKEN = made_up("base62", 36, 504)


class TestWhatIsSaid:
    def test_a_commits_message(self, repository: Repository, run: Run) -> None:
        repository.stage("a.txt", "nothing\n")
        said = repository.commit(f"Use api_secret={FIRST} for now")
        told = commits_of(run, repository)[FIRST]
        assert (told["path"], id_of(told["introduced"])) == (f"commit {said}", said)

    def test_one_beside_a_message_that_is_marked_as_another_encoding(
        self, repository: Repository, run: Run
    ) -> None:
        tree = repository.git("mktree", stdin=b"").strip()
        marked = f"tree {tree}\n\n".encode() + b"\xff\xfea message"
        for number in range(3):
            raw = marked + b"%d" % number
            made = repository.git(
                "hash-object", "-w", "-t", "commit", "--stdin", "--literally", stdin=raw
            )
            repository.git("update-ref", f"refs/marked/{number}", made.strip())
        repository.stage("a.txt", "nothing\n")
        repository.commit(f"Use api_secret={FIRST} for now")
        assert FIRST in commits_of(run, repository)

    def test_one_over_the_size_limit_is_told(self, repository: Repository, run: Run) -> None:
        repository.stage("a.txt", "nothing\n")
        said = repository.commit("A long message\n" * 100)
        done = run("scan", "--history", "--max-file-size", "1KiB", cwd=repository.path)
        assert f"commit {said}: left out" in done.err

    def test_a_tags_message(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.git("tag", "-a", "v1", "-m", f"api_secret={FIRST}")
        tag = repository.git("rev-parse", "v1").strip()
        found = commits_of(run, repository)[FIRST]
        assert (found["path"], found["refs"]) == (f"tag {tag}", ["refs/tags/v1"])

    def test_a_note(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.git("notes", "add", "-m", f"api_secret={FIRST}")
        assert commits_of(run, repository)[FIRST]["refs"] == ["refs/notes/commits"]

    def test_an_author(self, repository: Repository, run: Run) -> None:
        repository.stage("a.txt", "nothing\n")
        repository.git("commit", "-q", "-m", "m", f"--author=api_secret={FIRST} <a@example.org>")
        assert FIRST in commits_of(run, repository)

    def test_a_ref(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.git("branch", f"api_secret={FIRST}")
        found = commits_of(run, repository)[FIRST]
        assert (found["path"], "in_head" in found, "refs" in found) == ("refs", False, False)

    @pytest.mark.parametrize("form", ["text", "json", "jsonl"])
    def test_a_ref_that_has_a_key_in_its_name_is_shown_without(
        self, repository: Repository, run: Run, form: str
    ) -> None:
        key = made_up_from("AKIA[A-Z2-7]{16}")
        repository.commit(**{"a.env": f"AWS_ACCESS_KEY_ID={key}\n"})
        repository.git("branch", f"try-{key}")
        told = run("scan", "--history", "--format", form, cwd=repository.path).out
        assert ("aws-access-key-id" in told, key in told) == (True, False)

    def test_what_a_tag_names_that_is_no_commit(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        blob = repository.git("hash-object", "-w", "--stdin", stdin=assigned(FIRST).encode())
        repository.git("tag", "a-blob", blob.strip())
        told = commits_of(run, repository)[FIRST]
        assert (told["introduced"], told["in_head"]) == (None, False)
        assert told["refs"] == ["refs/tags/a-blob"]


class TestTheRepository:
    def test_without_a_commit_is_clean(self, repository: Repository, run: Run) -> None:
        done = run("scan", "--history", "--isolated", cwd=repository.path)
        assert (done.code, done.err) == (0, "")

    def test_a_bare_one(self, repository: Repository, run: Run, tmp_path: Path) -> None:
        brought = repository.commit(**{"bot.py": assigned(FIRST)})
        bare = tmp_path / "bare.git"
        repository.git("clone", "-q", "--bare", str(repository.path), str(bare))
        told = commits_of(run, Repository(bare))[FIRST]
        assert (id_of(told["introduced"]), told["in_head"]) == (brought, True)

    def test_a_shallow_one_is_an_error(
        self, repository: Repository, run: Run, tmp_path: Path
    ) -> None:
        repository.commit(**{"bot.py": assigned(FIRST)})
        repository.commit(**{"b.txt": "more\n"})
        clone = tmp_path / "shallow"
        repository.git("clone", "-q", "--depth", "1", f"file://{repository.path}", str(clone))
        done = run("scan", "--history", "--isolated", cwd=clone)
        assert (done.code, "the clone is shallow" in done.err) == (2, True), done.err
        assert "api_secret" in done.out

    def test_a_missing_blob_is_an_error_and_the_rest_is_scanned(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": assigned(FIRST), "gone.txt": "soon gone\n"})
        blob = repository.git("rev-parse", "HEAD:gone.txt").strip()
        (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
        done = run("scan", "--history", "--isolated", cwd=repository.path)
        assert (done.code, blob[:10] in done.err, "api_secret" in done.out) == (2, True, True)

    def test_a_broken_blob_is_an_error_and_the_rest_is_scanned(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": assigned(FIRST), "bad.txt": "soon broken\n"})
        blob = repository.git("rev-parse", "HEAD:bad.txt").strip()
        file = repository.path / ".git/objects" / blob[:2] / blob[2:]
        file.chmod(0o600)
        file.write_bytes(b"no zlib at all")
        done = run("scan", "--history", "--isolated", cwd=repository.path)
        assert (done.code, "git fsck" in done.err, "api_secret" in done.out) == (2, True, True)

    def test_a_missing_blob_leaves_what_others_are_from(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": assigned(FIRST), "gone.txt": "a\nb\nc\n"})
        brought = repository.git("rev-parse", "HEAD").strip()
        blob = repository.git("rev-parse", "HEAD:gone.txt").strip()
        # To tell whether it was renamed, its content is needed.
        repository.git("rm", "-q", "gone.txt")
        repository.commit(**{"new.txt": "a\nb\nd\n"})
        (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
        done = run("scan", "--history", "--isolated", cwd=repository.path)
        assert (done.code, f"brought in by {brought[:10]}" in done.out) == (2, True), done

    @pytest.mark.parametrize("kept", [20, 60], ids=["in-its-head", "in-its-message"])
    def test_a_broken_message_that_nothing_leads_to_is_an_error(
        self, repository: Repository, run: Run, kept: int
    ) -> None:
        repository.commit(**{"a.txt": "nothing\n"})
        repository.git("tag", "-a", "-m", f"api_secret={FIRST}", "v1")
        tag = repository.git("rev-parse", "v1").strip()
        repository.git("tag", "-d", "v1")
        file = repository.path / ".git/objects" / tag[:2] / tag[2:]
        file.chmod(0o600)
        file.write_bytes(file.read_bytes()[:kept])
        done = run("scan", "--history", "--unreachable", "--isolated", cwd=repository.path)
        assert (done.code, tag[:10] in done.err) == (2, True), done

    def test_a_ref_to_nothing_is_told_as_such(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"bot.py": assigned(FIRST)})
        (repository.path / ".git/refs/heads/gone").write_text(f"{'1' * 40}\n")
        done = run("scan", "--history", "--isolated", cwd=repository.path)
        assert (done.code, "bad object refs/heads/gone" in done.err) == (2, True), done

    @pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE"])
    def test_variables_may_lead_to_it_from_a_subfolder(
        self, repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        repository.commit(**{"deep/bot.py": assigned(FIRST)})
        monkeypatch.setenv("GIT_DIR", "../.git")
        monkeypatch.setenv(name, "../.git" if name == "GIT_DIR" else "..")
        folder = Repository(repository.path / "deep")
        assert FIRST in commits_of(run, folder)

    def test_one_with_sha256(self, tmp_path: Path, run: Run) -> None:
        folder = tmp_path / "modern"
        folder.mkdir()
        modern = Repository(folder)
        modern.git("init", "-q", "--object-format=sha256", "--initial-branch=main")
        brought = modern.commit(**{"bot.py": assigned(FIRST)})
        assert id_of(commits_of(run, modern)[FIRST]["introduced"]) == brought

    def test_a_graft_hides_nothing(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"bot.py": assigned(FIRST)})
        repository.commit(**{"bot.py": "import os\n"})
        last = repository.commit(**{"a.txt": "more\n"})
        (repository.path / ".git/info/grafts").write_text(f"{last}\n")
        repository.git("reflog", "expire", "--expire=now", "--all")
        assert FIRST in commits_of(run, repository)


def test_a_text_says_what_became_of_it(repository: Repository, run: Run) -> None:
    brought = repository.commit(**{"bot.py": assigned(FIRST)})
    taken = repository.commit(**{"bot.py": "import os\n"})
    repository.git("tag", "v1")
    done = run("scan", "--history", "--isolated", cwd=repository.path)
    assert f"= brought in by {brought[:10]} (Ada, " in done.out
    assert f"= taken out by {taken[:10]} (Ada, " in done.out
    assert "= not in HEAD" not in done.out
    assert "= in the history of: main, tag v1" in done.out


@pytest.mark.parametrize(
    "arguments",
    [("--history", "--staged"), ("--history", "."), ("--unreachable",), ("--history", "--fix")],
    ids=" ".join,
)
def test_what_does_not_go_together_is_an_error(
    repository: Repository, run: Run, arguments: tuple[str, ...]
) -> None:
    assert run("scan", *arguments, cwd=repository.path).code == 2


def test_a_secret_is_in_no_ref_or_path_that_is_shown(repository: Repository, run: Run) -> None:
    repository.commit(**{f"{TOKEN}/{THIRD}.py": assigned(FIRST)})
    repository.git("branch", f"{THIRD}")
    for shown in ("text", "jsonl"):
        done = run("scan", "--history", "--isolated", "--format", shown, cwd=repository.path)
        assert (done.code, THIRD in done.out + done.err) == (1, False)
