"""`scan --range`: what each commit brings, with the commit that took it away again."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, THIRD, Scan, Told, assigned
from tests.support import Repository


@pytest.fixture(autouse=True)
def base(repository: Repository) -> str:
    """The commit from which the ranges begin; it holds a secret already."""
    commit = repository.commit(**{"old.py": assigned(FIRST), "a.txt": "nothing\n"})
    repository.git("tag", "base")
    return commit


def secrets(found: list[Told]) -> list[str]:
    return sorted(it.secret for it in found)


class TestWhatIsFound:
    def test_a_secret_that_is_still_there(self, repository: Repository, told: Scan) -> None:
        brought = repository.commit(**{"bot.py": assigned(SECOND)})
        (found,) = told("--range", "base..HEAD")
        assert (found.path, found.secret) == ("bot.py", SECOND)
        assert (found.introduced, found.removed) == (brought, None)

    def test_one_that_the_next_commit_removes(self, repository: Repository, told: Scan) -> None:
        brought = repository.commit(**{"bot.py": assigned(SECOND)})
        taken = repository.commit(**{"bot.py": "import os\n"})
        repository.commit(**{"a.txt": "more\n"})
        (found,) = told("--range", "base..HEAD")
        assert (found.introduced, found.removed) == (brought, taken)

    def test_one_of_a_file_that_is_deleted(self, repository: Repository, told: Scan) -> None:
        brought = repository.commit(**{"bot.py": assigned(SECOND)})
        repository.git("rm", "-q", "bot.py")
        taken = repository.commit()
        (found,) = told("--range", "base..HEAD")
        assert (found.introduced, found.removed) == (brought, taken)

    def test_one_that_comes_back_is_still_there(self, repository: Repository, told: Scan) -> None:
        brought = repository.commit(**{"bot.py": assigned(SECOND)})
        repository.commit(**{"bot.py": "import os\n"})
        repository.commit(**{"bot.py": assigned(SECOND)})
        (found,) = told("--range", "base..HEAD")
        assert (found.introduced, found.removed) == (brought, None)

    def test_one_that_was_brought_by_a_branch(self, repository: Repository, told: Scan) -> None:
        repository.git("switch", "-q", "-c", "side")
        brought = repository.commit(**{"side.py": assigned(SECOND)})
        repository.git("switch", "-q", "main")
        repository.commit(**{"a.txt": "more\n"})
        repository.git("merge", "-q", "--no-ff", "-m", "a merge", "side")
        (found,) = told("--range", "base..HEAD")
        assert found.introduced == brought

    def test_one_that_only_a_merge_has(self, repository: Repository, told: Scan) -> None:
        repository.git("switch", "-q", "-c", "side")
        repository.commit(**{"b.txt": "side\n"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"a.txt": "more\n"})
        repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
        repository.stage("a.txt", assigned(SECOND))
        merged = repository.commit("a merge")
        (found,) = told("--range", "base..HEAD")
        assert found.introduced == merged

    def test_one_that_only_one_of_two_files_loses(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"a.py": assigned(SECOND), "b.py": assigned(SECOND)})
        taken = repository.commit(**{"a.py": "import os\n"})
        found = {it.path: it.removed for it in told("--range", "base..HEAD")}
        assert found == {"a.py": taken, "b.py": None}

    def test_one_that_moves_to_another_file(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"a.py": "import os\n", "b.py": assigned(SECOND)})
        moved = repository.commit(**{"a.py": assigned(SECOND), "b.py": "import sys\n"})
        found = {it.path: it.removed for it in told("--range", "base..HEAD")}
        assert found == {"a.py": None, "b.py": moved}

    @pytest.mark.parametrize("kept", [True, False], ids=["a-merge-keeps-it", "a-merge-drops-it"])
    def test_one_that_one_of_two_branches_takes_out(
        self, repository: Repository, told: Scan, kept: bool
    ) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        repository.git("switch", "-q", "-c", "side")
        taken = repository.commit(**{"bot.py": "import os\n"})
        repository.git("switch", "-q", "main")
        repository.commit(**{"bot.py": assigned(SECOND) + "print(1)\n"})
        repository.git("merge", "-q", "-s", "ours", "-m", "a merge", "side")
        if not kept:
            repository.git("switch", "-q", "side")
            repository.git("merge", "-q", "-s", "ours", "-m", "a merge", "main")
        (found,) = told("--range", "base..HEAD")
        assert found.removed == (None if kept else taken)

    @pytest.mark.parametrize("what", [("--range", "base..HEAD"), ("--history",)], ids=str)
    def test_one_in_two_members_of_an_archive(
        self, repository: Repository, told: Scan, what: tuple[str, ...]
    ) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name in ("a.py", "b.py"):
                archive.writestr(name, assigned(SECOND))
        repository.stage("both.zip", packed.getvalue())
        repository.commit()
        found = {it.path for it in told(*what)}
        assert found >= {"both.zip!/a.py", "both.zip!/b.py"}

    def test_one_in_a_file_that_is_called_like_one(
        self, repository: Repository, told: Scan
    ) -> None:
        brought = repository.commit(**{f"{THIRD}.py": assigned(SECOND)})
        (found,) = told("--range", "base..HEAD")
        assert (found.path, found.introduced) == (f"{THIRD[:4]}****.py", brought)

    def test_one_beside_the_one_that_was_there(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"old.py": assigned(FIRST) + assigned(SECOND, "token")})
        assert secrets(told("--range", "base..HEAD")) == [SECOND]

    def test_the_same_in_another_file(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"copy.py": assigned(FIRST)})
        (found,) = told("--range", "base..HEAD")
        assert (found.path, found.secret) == ("copy.py", FIRST)


class TestWhatIsNone:
    def test_a_secret_that_moves_inside_its_file(self, repository: Repository, told: Scan) -> None:
        repository.commit(**{"old.py": f"# first\n\n{assigned(FIRST)}"})
        assert told("--range", "base..HEAD") == []

    def test_one_of_a_file_that_is_renamed(self, repository: Repository, told: Scan) -> None:
        repository.git("mv", "old.py", "new.py")
        repository.commit()
        assert told("--range", "base..HEAD") == []

    def test_one_of_a_file_that_is_renamed_and_changed(
        self, repository: Repository, told: Scan
    ) -> None:
        repository.commit(**{"old.py": assigned(FIRST) + "print(1)\n" * 20})
        repository.git("tag", "-f", "base")
        repository.git("mv", "old.py", "new.py")
        repository.commit(**{"new.py": assigned(FIRST) + "print(1)\n" * 20 + "print(2)\n"})
        assert told("--range", "base..HEAD") == []

    def test_what_the_base_has(self, told: Scan) -> None:
        assert told("--range", "base..HEAD") == []

    def test_what_is_only_in_the_working_tree(self, repository: Repository, told: Scan) -> None:
        repository.stage("bot.py", assigned(SECOND))
        assert told("--range", "base..HEAD") == []


class TestTheEnds:
    def test_three_dots_begin_at_the_merge_base(self, repository: Repository, told: Scan) -> None:
        repository.git("switch", "-q", "-c", "side")
        repository.commit(**{"side.py": assigned(SECOND)})
        repository.git("switch", "-q", "main")
        repository.commit(**{"main.py": assigned(THIRD)})
        assert secrets(told("--range", "main...side")) == [SECOND]
        assert secrets(told("--range", "side...main")) == [THIRD]

    @pytest.mark.parametrize("text", ["base..", "base...", "base..main"], ids=repr)
    def test_what_is_left_out_is_head(self, repository: Repository, told: Scan, text: str) -> None:
        repository.commit(**{"bot.py": assigned(SECOND)})
        assert secrets(told("--range", text)) == [SECOND]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            pytest.param("base", "is no range", id="one-commit"),
            pytest.param("gone..HEAD", "there is no commit 'gone'", id="missing"),
            pytest.param("--output=x..HEAD", "there is no commit '--output=x'", id="an-option"),
            pytest.param("base:old.py..HEAD", "there is no commit", id="a-blob"),
        ],
    )
    def test_others_are_errors(
        self, repository: Repository, run: Run, text: str, message: str
    ) -> None:
        done = run("scan", f"--range={text}", cwd=repository.path)
        assert (done.code, message in done.err) == (2, True), done.err

    def test_a_clone_that_ends_inside_is_an_error(
        self, repository: Repository, run: Run, tmp_path: Path
    ) -> None:
        for number in range(4):
            repository.commit(**{"a.txt": f"{number}\n"})
        clone = tmp_path / "shallow"
        repository.git("clone", "-q", "--depth", "2", f"file://{repository.path}", str(clone))
        Repository(clone).git("fetch", "-q", "--depth", "1", "origin", "tag", "base")
        done = run("scan", "--range", "base..HEAD", cwd=clone)
        assert (done.code, "the clone is shallow" in done.err) == (2, True), done.err


def test_the_fingerprint_is_that_of_the_tree(repository: Repository, told: Scan) -> None:
    repository.commit(**{"deep/bot.py": assigned(SECOND)})
    (found,) = told("--range", "base..HEAD")
    assert [found.fingerprint] == [it.fingerprint for it in told(".") if it.secret == SECOND]


@pytest.mark.parametrize(
    "name", ["a b.py", "ключ.py", "line\nbreak.py", "tab\there.py", '"quoted".py'], ids=repr
)
def test_names_are_taken_as_they_are(repository: Repository, told: Scan, name: str) -> None:
    repository.stage(name, assigned(SECOND))
    brought = repository.commit()
    assert [(it.path, it.introduced) for it in told("--range", "base..HEAD")] == [(name, brought)]


def test_a_name_that_is_no_text_is_shown_by_its_bytes(repository: Repository, told: Scan) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", stdin=assigned(SECOND).encode()).strip()
    repository.git("update-index", "-z", "--index-info", stdin=f"100644 {blob}\t".encode()
                   + b"\xff.py\0")  # fmt: skip
    repository.git("commit", "-q", "-m", "bytes")
    assert [it.path for it in told("--range", "base..HEAD")] == ["\\xff.py"]


def test_a_text_says_which_commits_they_were(repository: Repository, run: Run) -> None:
    brought = repository.commit(**{"bot.py": assigned(SECOND)})
    taken = repository.commit(**{"bot.py": "import os\n"})
    done = run("scan", "--range", "base..HEAD", "--isolated", cwd=repository.path)
    assert f"= brought in by {brought[:10]} (Ada, " in done.out
    assert f"= taken out by {taken[:10]} (Ada, " in done.out


def test_an_author_is_neither_obeyed_nor_shown_if_it_is_a_secret(
    repository: Repository, run: Run
) -> None:
    repository.stage("bot.py", assigned(SECOND))
    author = f"\x1b[31m{THIRD} <a@example.org>"
    repository.git("commit", "-q", "-m", "a commit", f"--author={author}")
    done = run("scan", "--range", "base..HEAD", "--isolated", cwd=repository.path)
    assert (done.code, THIRD in done.out, "\x1b[31m" in done.out) == (1, False, False)


def test_imported_names_are_followed_into_the_tree_of_the_head(
    repository: Repository, told: Scan
) -> None:
    repository.commit(**{
        "keys.py": f'A = "{SECOND}"\nB = "{THIRD}"\n',
        "bot.py": "from binance.client import Client\nfrom keys import A, B\nClient(A, B)\n",
    })  # fmt: skip
    assert [(it.path, it.secret) for it in told("--range", "base..HEAD")] == [("keys.py", THIRD)]


def test_and_into_that_of_the_commit_that_uses_them(repository: Repository, told: Scan) -> None:
    brought = repository.commit(**{"keys.py": f'A = "{SECOND}"\nB = "{THIRD}"\n'})
    used = "from binance.client import Client\nfrom keys import A, B\nClient(A, B)\n"
    repository.commit(**{"bot.py": used})
    taken = repository.commit(**{"keys.py": "A = B = None\n"})
    for arguments in (("--range", "base..HEAD"), ("--history",)):
        found = [it for it in told(*arguments) if it.secret == THIRD]
        assert [(it.path, it.introduced, it.removed) for it in found] == [
            ("keys.py", brought, taken)
        ]


def test_a_message_is_read_and_has_the_fingerprint_of_the_history(
    repository: Repository, told: Scan
) -> None:
    repository.stage("a.txt", "more\n")
    said = repository.commit(f"Use api_secret={SECOND} for now")
    (found,) = told("--range", "base..HEAD")
    assert (found.path, found.secret, found.introduced) == (f"commit {said}", SECOND, said)
    assert found.fingerprint in [it.fingerprint for it in told("--history")]
