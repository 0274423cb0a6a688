"""`leakguard init`: what it writes into real repositories, and takes back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from leakguard import __version__
from leakguard.examples import made_up
from tests.cli.conftest import Run, run, unread
from tests.support import Repository

__all__ = ("run", "unread")

LEAK = f'api_secret = "{made_up("base62", 64, 660)}"\n'
PRE_COMMIT = """\
# ours
repos:
  - repo: https://example.org/black
    rev: v1
    hooks:
      - id: black   # the formatter

ci:
  skip: [black]
"""


@pytest.fixture
def init(run: Run, repository: Repository) -> "Init":
    return Init(run, repository)


class Init:
    """Runs the command in a repository."""

    def __init__(self, run: Run, repository: Repository) -> None:
        self._run, self.top = run, repository.path

    def __call__(self, *arguments: str, code: int = 0) -> str:
        done = self._run("init", *arguments, cwd=self.top)
        assert done.code == code, done.err
        return done.out

    def text(self, path: str) -> str:
        return (self.top / path).read_text()


def files(top: Path) -> dict[str, bytes]:
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file() and ".git/" not in f"{path.relative_to(top)}/".replace(".github", "")
    }


class TestTheHook:
    def test_git_runs_it(
        self, init: Init, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        init("--yes")
        repository.stage("bot.py", LEAK)
        path = Path(sys.executable).parent
        monkeypatch.setenv("PATH", str(path), prepend=":")
        done = subprocess.run(
            ["git", "commit", "-qm", "a"], cwd=repository.path, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert (done.returncode, "bot.py" in done.stdout + done.stderr) == (1, True), done

    def test_one_that_is_there_is_kept_and_called(
        self, init: Init, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hook = repository.path / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\necho before >> called\n")
        hook.chmod(0o755)
        init("--yes")
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
        repository.stage("a.txt", "nothing\n")
        repository.commit("a")
        assert init.text("called") == "before\n"
        init("--remove", "--yes")
        assert hook.read_text() == "#!/bin/sh\necho before >> called\n"

    def test_pre_commit_gets_an_entry_and_keeps_the_rest(
        self, init: Init, repository: Repository
    ) -> None:
        (repository.path / ".pre-commit-config.yaml").write_text(PRE_COMMIT)
        init("--yes")
        text = init.text(".pre-commit-config.yaml")
        before, after = yaml.safe_load(PRE_COMMIT), yaml.safe_load(text)
        added = after["repos"].pop()
        assert (after, added["hooks"][0]["entry"]) == (before, "leakguard hook")
        assert all(line in text.splitlines() for line in PRE_COMMIT.splitlines())
        assert not (repository.path / ".git/hooks/pre-commit").exists()
        init("--remove", "--yes")
        assert yaml.safe_load(init.text(".pre-commit-config.yaml")) == before

    def test_one_that_is_written_otherwise_is_left_to_the_user(
        self, init: Init, repository: Repository
    ) -> None:
        (repository.path / ".pre-commit-config.yaml").write_text("repos: []\n")
        init("--yes", code=2)
        assert init.text(".pre-commit-config.yaml") == "repos: []\n"

    @pytest.mark.parametrize("mode", [0o644, 0o700], ids=["switched off", "private"])
    def test_one_that_is_there_keeps_its_permissions(
        self, init: Init, repository: Repository, mode: int
    ) -> None:
        hook = repository.path / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(mode)
        init("--yes")
        kept = hook.with_name("pre-commit.before-leakguard")
        assert (kept.stat().st_mode & 0o777, hook.stat().st_mode & 0o777) == (mode, 0o755)
        init("--remove", "--yes")
        assert hook.stat().st_mode & 0o777 == mode

    @pytest.mark.parametrize("option", ["--dry-run", "--yes"])
    def test_a_key_in_one_that_is_there_is_not_shown(
        self, init: Init, repository: Repository, option: str
    ) -> None:
        value = made_up("base62", 64, 661)
        hook = repository.path / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\nexport API_SECRET={value}\n")
        assert value[4:] not in init(option) + init("--remove", option)

    @pytest.mark.parametrize(("found", "is_told"), [("/bin/leakguard", False), (None, True)])
    def test_it_is_told_that_the_hook_would_not_find_leakguard(
        self,
        init: Init,
        monkeypatch: pytest.MonkeyPatch,
        found: str | None,
        *,
        is_told: bool,
    ) -> None:
        which = shutil.which
        monkeypatch.setattr(shutil, "which", lambda it: found if it == "leakguard" else which(it))
        assert ("is not on the PATH" in init("--yes")) is is_told

    def test_hooks_of_other_repositories_are_left_alone(
        self, init: Init, repository: Repository, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        shared = tmp_path_factory.mktemp("shared")
        repository.git("config", "core.hooksPath", str(shared))
        assert f"let {shared}/pre-commit call `leakguard hook`" in init("--yes")
        assert list(shared.iterdir()) == []

    def test_hooks_in_the_work_tree_are_its_own(self, init: Init, repository: Repository) -> None:
        repository.git("config", "core.hooksPath", "tools/hooks")
        init("--yes")
        assert "leakguard hook" in init.text("tools/hooks/pre-commit")

    def test_one_that_was_changed_since_stays(self, init: Init, repository: Repository) -> None:
        init("--yes")
        hook = repository.path / ".git/hooks/pre-commit"
        hook.write_text(f"{hook.read_text()} --strict\n")
        assert ".git/hooks/pre-commit was changed since" in init("--remove", "--yes")
        assert hook.exists()

    @pytest.mark.parametrize(
        "more",
        [
            "      stages: [pre-commit]\n",
            "    - id: ours\n      name: ours\n      entry: true\n      language: system\n",
            "\n    # ours\n    - id: ours\n      name: ours\n",
        ],
        ids=["a setting", "a hook", "a hook behind a comment"],
    )
    def test_what_was_put_into_the_entry_of_pre_commit_is_not_lost(
        self, init: Init, repository: Repository, more: str
    ) -> None:
        config = repository.path / ".pre-commit-config.yaml"
        config.write_text("repos:\n- repo: https://example.org/black\n  hooks:\n    - id: black\n")
        init("--yes")
        config.write_text(text := config.read_text() + more)
        assert f"{config.name} was changed since" in init("--remove", "--yes")
        assert config.read_text() == text

    def test_the_entry_of_pre_commit_stands_among_the_repos(
        self, init: Init, repository: Repository
    ) -> None:
        config = repository.path / ".pre-commit-config.yaml"
        config.write_text('repos:\n  - repo: meta\n    hooks:\n      - id: identity\n"ci": {}\n')
        init("--yes")
        after = yaml.safe_load(config.read_text())
        assert (len(after["repos"]), after["ci"]) == (2, {})

    def test_no_other_list_is_taken_for_the_repos(self, init: Init, repository: Repository) -> None:
        config = repository.path / ".pre-commit-config.yaml"
        config.write_text(text := "repos:\ndefault_stages:\n  - pre-push\n")
        init("--yes", code=2)
        assert config.read_text() == text


@pytest.mark.parametrize(
    ("remote", "path"),
    [
        ("https://github.com/a/b.git", ".github/workflows/leakguard.yml"),
        ("git@github.com:a/b.git", ".github/workflows/leakguard.yml"),
        ("ssh://git@gitlab.example.org:22/a/b", ".gitlab-ci.yml"),
        ("https://codeberg.org/a/b", ".forgejo/workflows/leakguard.yml"),
        ("https://gitea.example.org/a/b", ".gitea/workflows/leakguard.yml"),
        ("git@bitbucket.org:a/b.git", "bitbucket-pipelines.yml"),
        ("https://dev.azure.com/a/b/_git/c", "azure-pipelines.yml"),
        ("git@ssh.dev.azure.com:v3/a/b/c", "azure-pipelines.yml"),
        ("https://a.visualstudio.com/b/_git/c", "azure-pipelines.yml"),
    ],
)
def test_the_host_of_the_remote_gets_its_workflow(
    init: Init, repository: Repository, remote: str, path: str
) -> None:
    repository.git("remote", "add", "origin", remote)
    init("--yes")
    assert "leakguard gate" in str(yaml.safe_load(init.text(path)))
    assert "-I -m leakguard gate" in init.text(path)


def test_what_azure_needs_besides_is_said(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://dev.azure.com/a/b/_git/c")
    assert "a build validation of it in the policies of the branch" in init("--yes")


def test_a_workflow_that_is_there_is_left_and_what_to_add_is_said(
    init: Init, repository: Repository
) -> None:
    repository.git("remote", "add", "origin", "https://gitlab.com/a/b")
    (repository.path / ".gitlab-ci.yml").write_text("test:\n  script: [make]\n")
    assert "leakguard gate" in init("--yes")
    assert init.text(".gitlab-ci.yml") == "test:\n  script: [make]\n"


HOSTS = {
    "github": ("https://github.com/a/b", ".github/workflows/leakguard-audit.yml"),
    "forgejo": ("https://codeberg.org/a/b", ".forgejo/workflows/leakguard-audit.yml"),
    "gitea": ("https://gitea.example.org/a/b", ".gitea/workflows/leakguard-audit.yml"),
    "gitlab": ("https://gitlab.com/a/b", ".gitlab-ci.yml"),
    "bitbucket": ("https://bitbucket.org/a/b", "bitbucket-pipelines.yml"),
    "azure": ("https://dev.azure.com/a/b/_git/c", "azure-pipelines-audit.yml"),
}


@pytest.mark.parametrize(("remote", "path"), HOSTS.values(), ids=HOSTS)
class TestTheAudit:
    def test_ci_runs_it_now_and_then(
        self, init: Init, repository: Repository, remote: str, path: str
    ) -> None:
        repository.git("remote", "add", "origin", remote)
        init("--yes", "--audit")
        assert "leakguard audit" in str(yaml.safe_load(init.text(path)))
        assert "nothing is to be done" in init("--yes", "--audit")

    def test_it_comes_later_beside_the_gate(
        self, init: Init, repository: Repository, remote: str, path: str
    ) -> None:
        repository.git("remote", "add", "origin", remote)
        init("--yes")
        init("--yes", "--audit")
        assert "leakguard audit" in str(yaml.safe_load(init.text(path)))
        init("--yes", "--remove")
        assert not (repository.path / path).exists()


def test_a_schedule_that_is_made_by_hand_is_told(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://gitlab.com/a/b")
    (repository.path / ".gitlab-ci.yml").write_text("test:\n  script: [make]\n")
    out = init("--yes", "--audit")
    assert ("leakguard-audit:" in out, "Pipeline schedules" in out) == (True, True)


def test_the_audit_of_github_tells_of_what_it_found(
    init: Init, repository: Repository, tmp_path: Path
) -> None:
    """Its script, run with an audit that finds something."""
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    init("--yes", "--audit")
    (job,) = yaml.safe_load(init.text(".github/workflows/leakguard-audit.yml"))["jobs"].values()
    script = job["steps"][-1]["run"]
    called = tmp_path / "leakguard" / "bin"
    called.mkdir(parents=True)
    (called / "pip").write_text("#!/bin/sh\n")
    python = '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho told > "$2"; exit 1\n'
    (called / "python").write_text(python)
    for file in called.iterdir():
        file.chmod(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text("#!/bin/sh\n")
    (tmp_path / "bin" / "python").chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        env={"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path),
             "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")},
        check=False,
    )  # fmt: skip
    assert (done.returncode, (tmp_path / "summary").read_text()) == (1, "told\n")


def test_the_gitignore_gets_what_it_lacks(init: Init, repository: Repository) -> None:
    (repository.path / ".gitignore").write_text("*.pyc\n.env")
    init("--yes")
    lines = init.text(".gitignore").splitlines()
    assert (lines[:2], lines.count(".env"), "*.pem" in lines) == (["*.pyc", ".env"], 1, True)


def test_what_is_there_already_gets_a_baseline(
    init: Init, repository: Repository, run: Run
) -> None:
    repository.stage("bot.py", LEAK)
    (repository.path / "bot.py").write_text(LEAK)
    assert "1 entry" in init("--yes")
    assert run("scan", ".", cwd=repository.path).code == 0


def test_where_nobody_reads_the_baseline_is_made_all_the_same(
    init: Init, repository: Repository, unread: Run, run: Run
) -> None:
    init("--yes")
    repository.stage("bot.py", LEAK)
    assert unread("init", "--yes", cwd=repository.path).code == 2
    assert run("scan", ".", cwd=repository.path).code == 0


HOSTLESS = {"no remote": None, "a host that is not known": "https://git.example.org/a/b"}


@pytest.mark.parametrize("remote", HOSTLESS.values(), ids=HOSTLESS)
class TestWhereNoRemoteTellsTheHost:
    @pytest.fixture(autouse=True)
    def _remote(self, repository: Repository, remote: str | None) -> None:
        if remote is not None:
            repository.git("remote", "add", "origin", remote)

    @pytest.mark.parametrize("option", ["--dry-run", "--yes"])
    def test_the_option_that_names_it_is_told(self, init: Init, option: str) -> None:
        assert "`leakguard init --host github` (or gitlab, " in init(option)

    def test_the_one_that_is_named_gets_its_workflow(self, init: Init) -> None:
        out = init("--yes", "--host", "gitlab")
        assert ("leakguard gate" in init.text(".gitlab-ci.yml"), "CI:" in out) == (True, False)

    def test_the_one_that_was_named_is_still_known(self, init: Init) -> None:
        init("--yes", "--host", "gitlab")
        init("--yes", "--audit")
        assert "leakguard audit" in init.text(".gitlab-ci.yml")
        init("--yes", "--remove")
        assert not (init.top / ".gitlab-ci.yml").exists()


class TestWhatGitTracksAlready:
    """No line of a .gitignore takes it out."""

    @pytest.mark.parametrize(
        ("path", "command"),
        [
            (".env", "git rm --cached .env\n"),
            ("deploy/.env", "git rm --cached deploy/.env\n"),
            ("a b.key", "git rm --cached 'a b.key'\n"),
        ],
    )
    def test_is_told_with_what_to_do(
        self, init: Init, repository: Repository, path: str, command: str
    ) -> None:
        repository.stage(path, "REGION=eu\n")
        for _ in range(2):
            assert command in init("--yes")

    def test_is_not_told_of_what_may_be_there(self, init: Init, repository: Repository) -> None:
        repository.stage(".env.example", "REGION=\n")
        assert "git rm" not in init("--yes")


class TestLiveKeys:
    """An entry hides a key, and revokes none."""

    @pytest.fixture
    def files(self, repository: Repository) -> None:
        (repository.path / "bot.py").write_text(f"binance_{LEAK}")
        (repository.path / "b.ini").write_text(f"password = {made_up('base62', 14, 662)}\n")

    @pytest.mark.parametrize(
        ("option", "command"),
        [("--yes", "leakguard scan --show-suppressed\n"), ("--dry-run", "leakguard scan\n")],
    )
    @pytest.mark.usefixtures("files")
    def test_are_to_be_revoked_first(self, init: Init, option: str, command: str) -> None:
        out = init(option)
        assert "revoke these first: 2 findings (1 critical, 1 high)" in out
        assert f"see them: {command}" in out

    @pytest.mark.usefixtures("files")
    def test_are_no_comfort_in_the_next_scan(self, init: Init, run: Run) -> None:
        init("--yes")
        out = run("scan", ".", cwd=init.top).out
        assert out.startswith("nothing else found in ")
        assert out.endswith("; 2 findings suppressed (1 critical, 1 high)\n")

    def test_are_none_where_nothing_is_found(self, init: Init) -> None:
        assert "revoke" not in init("--yes")


def test_the_history_is_told_of_where_there_is_one(init: Init, repository: Repository) -> None:
    assert "--history" not in init("--yes")
    assert "--history" not in init("--remove", "--yes")  # the hook, too, which looks at commits
    repository.commit(**{"a.txt": "text\n"})
    assert init("--yes").endswith(" was not looked at: leakguard scan --history\n")


def test_a_second_time_there_is_nothing_to_do(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    init("--yes")
    before = files(repository.path)
    assert "nothing is to be done" in init("--yes")
    assert files(repository.path) == before


def test_all_of_it_is_taken_back(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    (repository.path / ".gitignore").write_text("*.pyc\n")
    before = files(repository.path)
    init("--yes")
    assert files(repository.path) != before
    init("--remove", "--yes")
    assert files(repository.path) == before
    assert not (repository.path / ".git/hooks/pre-commit").exists()


REPOS = "repos:\n  - repo: local\n    hooks:\n      - id: black  # ours"
WHOLE = {
    "config": (".pre-commit-config.yaml", f"{REPOS}\n"),
    "config-not-ended": (".pre-commit-config.yaml", REPOS),
    "config-of-windows": (".pre-commit-config.yaml", f"{REPOS}\n".replace("\n", "\r\n")),
    "config-with-a-comment": (".pre-commit-config.yaml", f"{REPOS}\n  # more\n\n# the end"),
    "config-with-a-key": (".pre-commit-config.yaml", f"{REPOS}\n\n\nci:\n  skip: [black]"),
    "ignored": (".gitignore", "*.pyc\n"),
    "ignored-not-ended": (".gitignore", "*.pyc"),
    "ignored-with-a-free-line": (".gitignore", "*.pyc\n\n"),
    "ignored-empty": (".gitignore", ""),
    "ignored-of-windows": (".gitignore", "*.pyc\r\n*.pyo"),
}


@pytest.mark.parametrize(("name", "text"), WHOLE.values(), ids=WHOLE)
def test_a_file_that_was_there_is_given_back_to_the_byte(
    init: Init, repository: Repository, name: str, text: str
) -> None:
    file = repository.path / name
    file.write_bytes(text.encode())
    init("--yes")
    written = file.read_bytes().decode()
    assert written != text
    assert ("\r\n" in text) or "\r" not in written
    init("--remove", "--yes")
    assert file.read_bytes().decode() == text


def test_lines_of_windows_stay_so(init: Init, repository: Repository) -> None:
    file = repository.path / ".pre-commit-config.yaml"
    file.write_bytes(f"{REPOS}\n".replace("\n", "\r\n").encode())
    init("--yes")
    written = file.read_bytes()
    assert b"leakguard hook\r\n" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_no_empty_folder_is_left(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    init("--yes")
    init("--remove", "--yes")
    assert not (repository.path / ".github").exists()
    assert (repository.path / ".git/hooks").is_dir()


def test_a_workflow_with_jobs_of_the_users_own_stays(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://gitlab.com/a/b")
    init("--yes")
    path = repository.path / ".gitlab-ci.yml"
    path.write_text(text := f"{path.read_text()}ours:\n  script: make\n")
    assert ".gitlab-ci.yml was changed since" in init("--remove", "--yes")
    assert path.read_text() == text


def test_a_workflow_of_another_version_is_taken_back(init: Init, repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://gitlab.com/a/b")
    init("--yes")
    path = repository.path / ".gitlab-ci.yml"
    path.write_text(path.read_text().replace(f"lint=={__version__}", "lint==0.0.1"))
    init("--remove", "--yes")
    assert not path.exists()


def test_a_dry_run_shows_and_writes_nothing(init: Init, repository: Repository) -> None:
    before = files(repository.path)
    out = init("--dry-run")
    assert ("exec leakguard hook" in out, files(repository.path)) == (True, before)


def test_nothing_is_written_where_nobody_can_be_asked(init: Init, repository: Repository) -> None:
    before = files(repository.path)
    init(code=2)
    assert files(repository.path) == before
