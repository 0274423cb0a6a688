"""What `fix --apply` writes, and where it refuses to."""

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Done, Run
from tests.support import Repository

KEY, OTHER = made_up("base62", 64, 321), made_up("base62", 64, 322)
BEFORE = f'import os\n\napi_secret = "{KEY}"\n'
AFTER = 'import os\n\napi_secret = os.environ["API_SECRET"]\n'
LOAD = "from dotenv import load_dotenv\nload_dotenv()\n"
APPLY = ("fix", "--apply", "--unsafe-fixes")
MOVE = (*APPLY, "--env-file", ".env")


@pytest.fixture
def tree(repository: Repository) -> Repository:
    """A repository with one committed file that holds a key."""
    repository.commit(**{"bot.py": BEFORE})
    return repository


def is_as_it_was(tree: Repository) -> bool:
    names = {it.name for it in tree.path.iterdir()} - {".git"}
    return names == {"bot.py"} and (tree.path / "bot.py").read_text() == BEFORE


class TestWhatIsWritten:
    def test_the_source_loses_the_value_and_the_env_file_takes_it(
        self, tree: Repository, run: Run
    ) -> None:
        assert run(*MOVE, cwd=tree.path).code == 0
        assert (tree.path / "bot.py").read_text() == AFTER
        assert (tree.path / ".env").read_text() == f"API_SECRET={KEY}\n"

    def test_the_env_file_is_its_owners_alone(self, tree: Repository, run: Run) -> None:
        run(*MOVE, cwd=tree.path)
        assert stat.S_IMODE((tree.path / ".env").stat().st_mode) == 0o600

    def test_git_ignores_the_env_file(self, tree: Repository, run: Run) -> None:
        run(*MOVE, cwd=tree.path)
        assert (tree.path / ".gitignore").read_text() == "/.env\n"
        assert tree.git("status", "--porcelain", "--", ".env") == ""

    def test_an_env_file_that_is_ignored_already_is_not_ignored_again(
        self, tree: Repository, run: Run
    ) -> None:
        tree.commit(**{".gitignore": "*.env\n.env"})
        run(*MOVE, cwd=tree.path)
        assert (tree.path / ".gitignore").read_text() == "*.env\n.env"

    def test_an_env_file_in_a_folder_is_ignored_there(self, tree: Repository, run: Run) -> None:
        (tree.path / "deploy").mkdir()
        run(*APPLY, "--env-file", "deploy/a b[1].env", cwd=tree.path)
        assert (tree.path / "deploy" / ".gitignore").read_text() == "/a\\ b\\[1].env\n"
        assert tree.git("status", "--porcelain", "--", "deploy/a b*env") == ""

    def test_an_env_file_in_a_submodule_is_ignored_there(
        self, tree: Repository, run: Run, tmp_path: Path
    ) -> None:
        other = Repository.create(tmp_path / "other")
        other.commit(**{"a.txt": "a"})
        tree.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.path), "m")
        tree.git("commit", "-qm", "a submodule")
        assert run(*APPLY, "--env-file", "m/.env", cwd=tree.path).code == 0
        inner = Repository(tree.path / "m")
        assert (inner.path / ".gitignore").read_text() == "/.env\n"
        assert ".env\n" not in inner.git("status", "--porcelain")

    def test_the_example_has_the_names_without_the_values(self, tree: Repository, run: Run) -> None:
        run(*MOVE, cwd=tree.path)
        assert (tree.path / ".env.example").read_text() == "API_SECRET=\n"

    @pytest.mark.parametrize("mode", [0o644, 0o755, 0o600], ids=oct)
    def test_a_source_keeps_its_mode(self, tree: Repository, run: Run, mode: int) -> None:
        (tree.path / "bot.py").chmod(mode)
        run(*MOVE, cwd=tree.path)
        assert stat.S_IMODE((tree.path / "bot.py").stat().st_mode) == mode

    def test_nothing_else_is_left_behind(self, tree: Repository, run: Run) -> None:
        run(*MOVE, cwd=tree.path)
        names = {it.name for it in tree.path.iterdir()}
        assert names == {".git", ".gitignore", ".env", ".env.example", "bot.py"}

    def test_a_second_run_has_nothing_to_do(self, tree: Repository, run: Run) -> None:
        run(*MOVE, cwd=tree.path)
        held = {it: it.read_bytes() for it in tree.path.iterdir() if it.is_file()}
        done = run(*MOVE, "--allow-dirty", cwd=tree.path)
        assert (done.code, done.out) == (0, "Nothing to fix.\n")
        assert held == {it: it.read_bytes() for it in tree.path.iterdir() if it.is_file()}

    def test_without_apply_nothing_is_written(self, tree: Repository, run: Run) -> None:
        assert run("fix", "--unsafe-fixes", "--env-file", ".env", cwd=tree.path).code == 1
        assert is_as_it_was(tree)

    def test_values_that_head_holds_may_be_discarded(self, tree: Repository, run: Run) -> None:
        assert run(*APPLY, "--discard-values", cwd=tree.path).code == 0
        assert (tree.path / "bot.py").read_text() == AFTER
        assert not (tree.path / ".env").exists()

    def test_outside_git_too(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "bot.py").write_text(BEFORE)
        assert run(*MOVE, cwd=tmp_path).code == 0
        assert (tmp_path / "bot.py").read_text() == AFTER
        assert not (tmp_path / ".gitignore").exists()

    def test_the_rest_of_the_tree_is_fixed_where_a_finding_is_not(
        self, tree: Repository, run: Run
    ) -> None:
        tree.commit(**{"config.yaml": f"api_secret: {OTHER}\n"})
        done = run(*MOVE, cwd=tree.path)
        assert done.code == 1
        assert (tree.path / "bot.py").read_text() == AFTER


class TestAnEnvFileThatIsThere:
    def test_keeps_what_it_has_byte_for_byte(self, tree: Repository, run: Run) -> None:
        (tree.path / ".env").write_bytes(b"# mine\r\nA = 'b' # c")
        run(*MOVE, cwd=tree.path)
        held = (tree.path / ".env").read_bytes()
        assert held == b"# mine\r\nA = 'b' # c\nAPI_SECRET=" + KEY.encode() + b"\n"

    def test_that_cannot_be_parsed_takes_nothing(self, tree: Repository, run: Run) -> None:
        tree.write(".env", f'A=1\nB="{OTHER}')
        done = run(*MOVE, cwd=tree.path)
        assert refused(done, "line 2 of the env file .env")
        assert OTHER not in done.out + done.err
        assert (tree.path / ".env").read_text() == f'A=1\nB="{OTHER}'

    def test_is_its_owners_alone_afterwards_and_that_is_told(
        self, tree: Repository, run: Run
    ) -> None:
        (tree.path / ".env").write_text("A=b\n")
        (tree.path / ".env").chmod(0o644)
        assert "its mode is 600 now" in run(*MOVE, cwd=tree.path).out
        assert stat.S_IMODE((tree.path / ".env").stat().st_mode) == 0o600

    def test_can_be_read_by_others_at_no_moment(
        self, tree: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tree.path / ".env").write_text("A=b\n")
        (tree.path / ".env").chmod(0o644)
        modes: list[int] = []

        def watched(step: Callable[..., None], *arguments: Any) -> None:
            step(*arguments)
            files = (*tree.path.glob(".leakguard-*/new"), tree.path / ".env")
            modes.extend(it.stat().st_mode for it in files if KEY in it.read_text())

        for name in ("fchmod", "fsync", "replace"):
            monkeypatch.setattr(os, name, partial(watched, getattr(os, name)))
        run(*MOVE, cwd=tree.path)
        assert {stat.S_IMODE(it) for it in modes} == {0o600}

    def test_that_takes_nothing_new_keeps_its_mode(self, tree: Repository, run: Run) -> None:
        (tree.path / ".env").write_text(f"API_SECRET={KEY}\n")
        (tree.path / ".env").chmod(0o640)
        run(*MOVE, cwd=tree.path)
        assert stat.S_IMODE((tree.path / ".env").stat().st_mode) == 0o640

    def test_gives_a_value_the_name_that_it_has_there(self, tree: Repository, run: Run) -> None:
        (tree.path / ".env").write_text(f"MINE={KEY}\n")
        run(*MOVE, cwd=tree.path)
        assert 'os.environ["MINE"]' in (tree.path / "bot.py").read_text()
        assert (tree.path / ".env").read_text() == f"MINE={KEY}\n"

    def test_keeps_a_name_that_has_another_value(self, tree: Repository, run: Run) -> None:
        (tree.path / ".env").write_text(f"API_SECRET={OTHER}\n")
        run(*MOVE, cwd=tree.path)
        assert 'os.environ["API_SECRET_2"]' in (tree.path / "bot.py").read_text()
        assert (tree.path / ".env").read_text() == f"API_SECRET={OTHER}\nAPI_SECRET_2={KEY}\n"

    def test_that_has_another_value_for_a_name_that_is_read_refuses_the_fix(
        self, tree: Repository, run: Run
    ) -> None:
        text = f'import os\nk = os.getenv("MY_KEY", "{KEY}")\n'
        tree.commit(**{"bot.py": text})
        (tree.path / ".env").write_text(f"MY_KEY={OTHER}\n")
        done = run(*MOVE, cwd=tree.path)
        assert (done.code, (tree.path / "bot.py").read_text()) == (1, text)
        assert "MY_KEY has another value already" in done.out


def refused(done: Done, said: str) -> bool:
    return done.code == 2 and said in done.err and KEY not in done.out + done.err


class TestRefusals:
    def test_a_value_that_nothing_takes(self, tree: Repository, run: Run) -> None:
        assert refused(run(*APPLY, cwd=tree.path), "the values would be lost")
        assert is_as_it_was(tree)

    def test_a_value_that_is_discarded_and_not_in_head(self, tree: Repository, run: Run) -> None:
        tree.write("bot.py", BEFORE.replace(KEY, OTHER))
        done = run(*APPLY, "--discard-values", "--allow-dirty", cwd=tree.path)
        assert refused(done, "HEAD does not hold")
        assert OTHER in (tree.path / "bot.py").read_text()

    def test_a_value_whose_parts_only_are_not_in_head(self, tree: Repository, run: Run) -> None:
        parts = 'def f():\n    p1 = "{}"\n    p2 = "{}"\n    api_secret = p1 + p2\n'
        text = f"{parts}    return api_secret\n"
        tree.commit(**{"bot.py": text.format("old", "older")})
        new = text.format(KEY[:30], KEY[30:])
        tree.write("bot.py", new)
        done = run(*APPLY, "--discard-values", "--allow-dirty", cwd=tree.path)
        assert refused(done, "HEAD does not hold")
        assert (tree.path / "bot.py").read_text() == new

    def test_a_value_that_is_discarded_outside_git(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "bot.py").write_text(BEFORE)
        assert refused(run(*APPLY, "--discard-values", cwd=tmp_path), "HEAD does not hold")

    def test_uncommitted_changes(self, tree: Repository, run: Run) -> None:
        tree.write("bot.py", BEFORE + "x = 1\n")
        assert refused(run(*MOVE, cwd=tree.path), "changes that are not committed")
        assert not (tree.path / ".env").exists()
        assert run(*MOVE, "--allow-dirty", cwd=tree.path).code == 0

    def test_staged_changes(self, tree: Repository, run: Run) -> None:
        tree.stage("bot.py", BEFORE + "x = 1\n")
        assert refused(run(*MOVE, cwd=tree.path), "changes that are not committed")

    def test_a_file_that_was_never_committed(self, tree: Repository, run: Run) -> None:
        tree.write("new.py", BEFORE)
        assert refused(run(*MOVE, cwd=tree.path), "new.py has changes that are not committed")

    def test_line_ends_that_git_converts_are_no_change(self, tree: Repository, run: Run) -> None:
        (tree.path / "bot.py").write_bytes(BEFORE.replace("\n", "\r\n").encode())
        assert run(*MOVE, cwd=tree.path).code == 0

    def test_a_tracked_env_file(self, tree: Repository, run: Run) -> None:
        tree.commit(**{".env": "A=1\n"})
        assert refused(run(*MOVE, cwd=tree.path), "git tracks the env file")

    def test_an_env_file_that_a_repository_inside_tracks(self, tree: Repository, run: Run) -> None:
        tree.commit(**{".gitignore": "sub/\n"})
        inner = Repository.create(tree.path / "sub")
        inner.commit(**{".env": "A=1\n"})
        assert refused(run(*APPLY, "--env-file", "sub/.env", cwd=tree.path), "git tracks")
        assert inner.git("status", "--porcelain") == ""

    def test_an_env_file_with_a_second_name(self, tree: Repository, run: Run) -> None:
        os.link(tree.write(".env", "A=1\n"), tree.path / "second.env")
        assert refused(run(*MOVE, cwd=tree.path), "has another name on the disk")
        assert (tree.path / ".env").read_text() == "A=1\n"

    @pytest.mark.parametrize("name", [".gitignore", ".env.example"])
    def test_a_second_name_of_what_is_written_beside_it(
        self, tree: Repository, run: Run, name: str
    ) -> None:
        os.link(tree.write(name, "A=\n"), tree.path / "second")
        assert refused(run(*MOVE, cwd=tree.path), f"{name} has another name on the disk")
        assert (tree.path / "bot.py").read_text() == BEFORE
        assert (tree.path / name).samefile(tree.path / "second")

    def test_a_gitignore_that_stays_as_it_is_may_have_a_second_name(
        self, tree: Repository, run: Run
    ) -> None:
        os.link(tree.write(".gitignore", ".env\n"), tree.path / "second")
        assert run(*MOVE, cwd=tree.path).code == 0

    def test_a_source_with_a_second_name_is_left(self, tree: Repository, run: Run) -> None:
        os.link(tree.path / "bot.py", tree.path / "bot.txt")
        done = run(*MOVE, cwd=tree.path)
        assert "the file has another name on the disk" in done.out
        assert (tree.path / "bot.py").read_text() == BEFORE

    def test_a_source_with_a_zero_byte_is_left_for_that(self, tree: Repository, run: Run) -> None:
        tree.commit(**{"zero.py": f"{BEFORE}x = 1  # \0\n"})
        done = run(*MOVE, cwd=tree.path)
        assert "it holds a zero byte" in done.out
        assert "changed since" not in done.out

    def test_a_link(self, tree: Repository, run: Run, tmp_path: Path) -> None:
        (tree.path / ".env").symlink_to(tmp_path / "elsewhere")
        assert refused(run(*MOVE, cwd=tree.path), ".env is a link")
        assert not (tmp_path / "elsewhere").exists()

    def test_a_link_as_example(self, tree: Repository, run: Run, tmp_path: Path) -> None:
        (tree.path / ".env.example").symlink_to(tmp_path / "elsewhere")
        assert refused(run(*MOVE, cwd=tree.path), ".env.example is a link")

    @pytest.mark.parametrize("path", ["../.env", "/tmp/x.env", "out/.env"])
    def test_a_path_outside_the_tree(
        self, tree: Repository, run: Run, tmp_path: Path, path: str
    ) -> None:
        (tree.path / "out").symlink_to(tmp_path, target_is_directory=True)
        assert refused(run(*APPLY, "--env-file", path, cwd=tree.path), "outside the tree")

    def test_a_path_inside_git(self, tree: Repository, run: Run) -> None:
        done = run(*APPLY, "--env-file", ".git/x.env", cwd=tree.path)
        assert refused(done, "inside the folder of git")

    def test_a_folder(self, tree: Repository, run: Run) -> None:
        (tree.path / ".env").mkdir()
        assert refused(run(*MOVE, cwd=tree.path), "no plain file")

    def test_a_pipe(self, tree: Repository, run: Run) -> None:
        os.mkfifo(tree.path / ".env")
        assert refused(run(*MOVE, cwd=tree.path), "no plain file")

    def test_an_env_file_that_stays_unignored(self, tree: Repository, run: Run) -> None:
        (tree.path / ".gitignore").symlink_to("nothing")
        assert refused(run(*MOVE, cwd=tree.path), "cannot be read")
        assert not (tree.path / ".env").exists()

    def test_both_ways_at_once(self, tree: Repository, run: Run) -> None:
        assert refused(run(*MOVE, "--discard-values", cwd=tree.path), "exclude each other")

    def test_a_program_in_the_configuration_is_not_run(
        self, tree: Repository, run: Run, tmp_path: Path
    ) -> None:
        tree.git("config", "core.fsmonitor", f"touch {tmp_path}/ran")
        tree.git("config", "filter.x.clean", f"touch {tmp_path}/ran; cat")
        tree.write(".gitattributes", "*.py filter=x\n")
        (tree.path / "bot.py").touch()
        run(*MOVE, cwd=tree.path)
        assert not (tmp_path / "ran").exists()


class TestSafety:
    def test_a_file_that_loads_nothing_is_not_fixed(self, tree: Repository, run: Run) -> None:
        done = run("fix", "--apply", "--env-file", ".env", cwd=tree.path)
        assert done.code == 1
        assert "only with --unsafe-fixes: nothing that runs before it loads" in done.out
        assert is_as_it_was(tree)

    @pytest.mark.parametrize(
        "loader",
        [
            "from dotenv import load_dotenv\nload_dotenv()\n",
            "import dotenv\ndotenv.load_dotenv(override=True)\n",
            "from environs import Env\nenv = Env()\nenv.read_env()\n",
            'from dotenv import load_dotenv\nload_dotenv(".env")\n',
        ],
        ids=["load_dotenv", "dotenv.load_dotenv", "environs", "by name"],
    )
    def test_a_file_that_loads_the_env_file_is(
        self, tree: Repository, run: Run, loader: str
    ) -> None:
        tree.commit(**{"bot.py": loader + BEFORE})
        assert run("fix", "--apply", "--env-file", ".env", cwd=tree.path).code == 0

    def test_so_is_one_whose_package_does(self, tree: Repository, run: Run) -> None:
        tree.commit(**{"bot.py": "", "pkg/__init__.py": LOAD, "pkg/sub/__init__.py": "",
                       "pkg/sub/bot.py": BEFORE})  # fmt: skip
        assert run("fix", "--apply", "--env-file", ".env", cwd=tree.path).code == 0

    @pytest.mark.parametrize(
        ("path", "line"),
        [
            ("config.py", "import config"),
            ("config.py", "from config import X"),
            ("pkg/config.py", "from .config import X"),
            ("pkg/config.py", "from . import config"),
            ("pkg/config.py", "from pkg import config"),
            ("other/__init__.py", "import other.x"),
        ],
        ids=["module", "from it", "relative", "from the package", "by the package", "package"],
    )
    def test_so_is_one_that_imports_a_module_that_does(
        self, tree: Repository, run: Run, path: str, line: str
    ) -> None:
        tree.commit(**{"bot.py": "", path: LOAD, "pkg/bot.py": f"{line}\n{BEFORE}"})
        assert run("fix", "--apply", "--env-file", ".env", cwd=tree.path).code == 0
        assert "load_dotenv" not in (tree.path / "pkg" / "bot.py").read_text()

    @pytest.mark.parametrize(
        ("texts", "line"),
        [
            ({"config.py": f"import pkg.bot\n{LOAD}"}, "import config"),
            ({"config.py": LOAD, "pkg/config.py": ""}, "import config"),
            ({"config.py": LOAD}, "def f():\n    import config"),
            ({"config.py": "def f():\n    load_dotenv()\n"}, "import config"),
            ({"config.py": LOAD}, "import other"),
        ],
        ids=["in a circle", "two of the name", "in a function", "later", "another"],
    )
    def test_one_that_may_import_it_too_late_is_not(
        self, tree: Repository, run: Run, texts: dict[str, str], line: str
    ) -> None:
        text = f"{line}\n{BEFORE}"
        tree.commit(**{"bot.py": "", "pkg/__init__.py": "", **texts, "pkg/bot.py": text})
        assert run("fix", "--apply", "--env-file", ".env", cwd=tree.path).code == 1
        assert (tree.path / "pkg" / "bot.py").read_text() == text

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            (BEFORE + "from dotenv import load_dotenv\nload_dotenv()\n", ".env"),
            ('"""\nload_dotenv()\n"""\n' + BEFORE, ".env"),
            ("# load_dotenv()\n" + BEFORE, ".env"),
            ("def f():\n    load_dotenv()\n" + BEFORE, ".env"),
            ('load_dotenv("other.env")\n' + BEFORE, ".env"),
            ("load_dotenv()\n" + BEFORE, "prod.env"),
            ("load_dotenv()\n" + BEFORE, "deploy/.env"),
        ],
        ids=["below", "in a string", "in a comment", "in a function", "another", "by search",
             "elsewhere"],
    )  # fmt: skip
    def test_one_that_loads_it_too_late_or_another_is_not(
        self, tree: Repository, run: Run, text: str, path: str
    ) -> None:
        tree.commit(**{"bot.py": text, "deploy/x": ""})
        assert run("fix", "--apply", "--env-file", path, cwd=tree.path).code == 1
        assert (tree.path / "bot.py").read_text() == text

    @pytest.mark.parametrize(
        "line",
        [
            f'k = os.getenv("MY_KEY", "{KEY}")',
            f'k = os.environ.get("MY_KEY") or "{KEY}"',
            f'os.environ["MY_KEY"] = "{KEY}"',
            f'k = os.getenv("{KEY}")',
        ],
        ids=["fallback", "or", "write", "name"],
    )
    def test_what_changes_the_program_is_unsafe(
        self, tree: Repository, run: Run, line: str
    ) -> None:
        text = f"import os\nfrom dotenv import load_dotenv\nload_dotenv()\n{line}\n"
        tree.commit(**{"bot.py": text})
        assert run("fix", "--apply", "--env-file", ".env", cwd=tree.path).code == 1
        assert (tree.path / "bot.py").read_text() == text
        assert run(*MOVE, cwd=tree.path).code == 0
