"""No value reaches an output, a file or the cache unless `--show-secrets` asks for it.

Every command here runs over the same planted values. Of none of them may five characters in a
row show, which is one more than a mask shows.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up, made_up_pem
from leakguard.reporters import FORMATS
from tests.cli.conftest import Run, run
from tests.grouped import each
from tests.support import LEAKGUARD, leakguard, loaded_triggers

__all__ = ("run",)

KEY, SECRET, OTHER, NAMED, NOTED, CUT, GIVEN, LISTENED, WRITTEN = (
    made_up("base62", 64, seed) for seed in range(301, 310)
)
TESTNET = made_up("hex", 64, 310)
TOKEN = made_up("base64url", 40, 311)
ED25519 = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI", seed=312)
RSA = made_up_pem("RSA PRIVATE KEY", 600, "MIIEpAIBAAKCAQEA", seed=313)
BODIES = [line for pem in (ED25519, RSA) for line in pem.splitlines()[1:-1]]
PLANTED = [
    KEY, SECRET, OTHER, NAMED, NOTED, CUT, GIVEN, LISTENED, WRITTEN, TESTNET, TOKEN,
    *BODIES,
]  # fmt: skip
ESCAPED = RSA.replace("\n", "\\n")

FILES = {
    "bot.py": f'''
        import hmac, os
        from binance.client import Client
        client = Client("{KEY}", "{SECRET}")  # was {OTHER}
        api_secret = os.environ.get("BINANCE_API_SECRET", "{GIVEN}")
        os.environ["BINANCE_API_SECRET"] = "{WRITTEN}"
        signature = hmac.new(b"{OTHER}", b"payload").hexdigest()
        listen_key = "{LISTENED}"
    ''',
    "rejected.py": f'''
        from binance.client import Client
        client = Client("{"ab" * 32}", "{SECRET}", session="{LISTENED}")
    ''',
    "settings.env": f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\nX_TOKEN={TOKEN}\n",
    "line.json": f'{{"k": "{"x " * 200}", "binance": {{"apiKey": "{KEY}", "secret": "{CUT}"}}, '
    f'"other": "{NOTED}", "more": "{"y " * 200}"}}\n',
    "notes.md": f"Binance\n\n{KEY}\n{NOTED}\n\nand {OTHER}/{SECRET}\n",
    "testnet.ini": f"binance_futures_testnet_secret = {TESTNET}\n",
    "ed25519.pem": ED25519,
    "keys.yaml": f'binance:\n  private_key: "{ESCAPED}"\n  api_key: {KEY}\n',
    "broken.py": f'def (:\n    api_secret = "{SECRET}"\n  x = Client("{KEY}", "{SECRET}"\n',
    f"{NAMED}/inside.env": f"BINANCE_API_SECRET={SECRET}\n",
    f"dump-{SECRET}.env": f"BINANCE_API_SECRET={SECRET}\n",
    f"{KEY}.txt": f"Binance {SECRET}\n",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with everything that is planted."""
    for name, content in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        lines = content.splitlines(keepends=True)
        indent = len(lines[0]) and 8 * (lines[0] == "\n")
        file.write_text("".join(line[indent:] if line.strip() else line for line in lines))
    return tmp_path


def seen(written: str, run: int = 5) -> set[str]:
    """Give those of the planted values of which `run` characters in a row are written."""
    return {
        value
        for value in PLANTED
        for start in range(len(value) - run + 1)
        if value[start : start + run] in written
    }


VIEWS = {
    "plain": (),
    "why": ("--why",),
    "one-rule": ("--select", "binance-key-pair,hardcoded-argument"),
    "most-severe": ("--severity", "critical"),
    "little": ("--max-file-size", "100"),
}


def besides(folder: Path) -> list[str]:
    """Give the options that have the report written into a folder, in each format."""
    return [f"--format={kind}={folder / kind}" for kind in FORMATS]


def check_silence(folder: Path, printed: str, *, may_be_empty: bool = False) -> None:
    """Check that neither what was printed nor the reports in a folder show a value."""
    written = {kind: (folder / kind).read_text(encoding="utf-8") for kind in FORMATS}

    def check(text: str) -> None:
        assert text or may_be_empty
        assert seen(text) == set()

    each({**written, "what is printed": printed}, check)


@pytest.mark.parametrize("view", VIEWS)
def test_no_report_shows_a_value(
    tree: Path, run: Run, tmp_path_factory: pytest.TempPathFactory, view: str
) -> None:
    folder = tmp_path_factory.mktemp("reports")
    done = run("scan", ".", *besides(folder), *VIEWS[view], cwd=tree)
    check_silence(folder, done.out + done.err)


def test_no_process_shows_a_value(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("reports")
    done = leakguard("scan", ".", *besides(folder), "--jobs", "2", cwd=tree)
    check_silence(folder, done.stdout + done.stderr)


@pytest.mark.parametrize("kind", FORMATS)
def test_no_printed_report_shows_a_value(tree: Path, run: Run, kind: str) -> None:
    done = run("scan", ".", "--why", "--format", kind, cwd=tree)
    assert done.out
    assert seen(done.out + done.err) == set()


@pytest.mark.parametrize("columns", ["20", "40", "300"])
def test_no_width_shows_a_value(tree: Path, columns: str) -> None:
    done = leakguard("scan", ".", "--why", cwd=tree, env={"COLUMNS": columns, "FORCE_COLOR": "1"})
    assert seen(done.stdout + done.stderr) == set()


def test_no_file_shows_a_value(tree: Path, run: Run) -> None:
    run("scan", ".", "--why", "--output", "../report", cwd=tree)
    written = (tree.parent / "report").read_text()
    assert written
    assert seen(written) == set()


def test_the_planted_values_are_found(tree: Path) -> None:
    """What is not found could not show, and the tests above would say nothing."""
    shown = leakguard("scan", ".", "--show-secrets", "--format", "jsonl", cwd=tree).stdout
    values = (SECRET, CUT, GIVEN, WRITTEN, TESTNET, BODIES[0])
    assert [value in shown for value in values] == [True] * len(values)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_that_was_named_shows_no_value(tree: Path, run: Run, kind: str) -> None:
    arguments = (f"{KEY}.txt", NAMED, f"{NAMED}/none-{OTHER}", "--format", kind)
    done = run("scan", *arguments, cwd=tree)
    assert done.code == 2
    assert seen(done.out + done.err) == set()


@pytest.mark.parametrize("arguments", [(".",), ("inside.env",), ("../bot.py",)], ids=" ".join)
def test_the_way_to_the_scanned_root_shows_no_value(tree: Path, arguments: tuple[str]) -> None:
    (tree / "other").mkdir()
    inside = leakguard("scan", *arguments, cwd=tree / NAMED)
    outside = leakguard("scan", f"../{NAMED}", cwd=tree / "other")
    assert "1:20" in outside.stdout
    assert seen(inside.stdout + inside.stderr + outside.stdout + outside.stderr) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("scan", f"{OTHER}.ini"), id="missing"),
        pytest.param(("scan", f"bot.py/{OTHER}"), id="no-folder"),
        pytest.param(("scan", OTHER * 5), id="name-too-long"),
        pytest.param(("scan", "--config", f"{OTHER}.toml"), id="missing-configuration"),
        pytest.param(("scan", "--output", f"{OTHER}/report"), id="output-without-folder"),
        pytest.param(("scan", "--output", NAMED), id="output-is-a-folder"),
        pytest.param(("scan", "--files-from", f"{OTHER}.txt"), id="files-from"),
        pytest.param(("scan", "--select", OTHER), id="select"),
        pytest.param(("scan", "--exclude", f"{OTHER}\\"), id="exclude"),
        pytest.param(("scan", "--max-file-size", OTHER), id="size"),
        pytest.param(("scan", "--archive-depth", OTHER), id="depth"),
        pytest.param(("scan", "--format", OTHER), id="format"),
        pytest.param(("scan", f"--{OTHER}"), id="option"),
        pytest.param(("scan", f"--strict={OTHER}"), id="flag-with-a-value"),
        pytest.param(("scan", "--staged", OTHER), id="staged-path"),
        pytest.param((OTHER,), id="command"),
        pytest.param(("rules", "show", OTHER), id="rule"),
        pytest.param(("rules", OTHER), id="rules"),
    ],
)
def test_no_complaint_shows_a_value(tree: Path, run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, cwd=tree)
    assert (done.code, done.err != "") == (2, True)
    assert seen(done.out + done.err) == set()


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(f'api_secret = "{OTHER}"', id="value-of-an-unknown-key"),
        pytest.param(f"{OTHER} = 1", id="unknown-key"),
        pytest.param(f'select = ["{OTHER}"]', id="unknown-rule"),
        pytest.param(f'severity = "{OTHER}"', id="severity"),
        pytest.param(f'max-file-size = "{OTHER}"', id="size"),
        pytest.param(f'archive-depth = "{OTHER}"', id="depth"),
        pytest.param(f'exclude = "{OTHER}"', id="no-list"),
        pytest.param(f'exclude = ["{OTHER}\\\\"]', id="no-pattern"),
        pytest.param(f'exclude = ["{OTHER}', id="no-end"),
        pytest.param(f"{OTHER} = 1\n{OTHER} = 2", id="key-twice"),
        pytest.param(f"x = {OTHER}", id="no-value"),
    ],
)
def test_no_complaint_about_the_configuration_shows_a_value(
    tree: Path, run: Run, config: str
) -> None:
    (tree / "leakguard.toml").write_text(config)
    done = run("scan", ".", cwd=tree)
    assert (done.code, done.out) == (2, "")
    line = 1 + config.count("\n")
    assert done.err.startswith(f"leakguard: error: {tree}/leakguard.toml:{line}:")
    assert seen(done.out + done.err) == set()


FORKED = "import multiprocessing; multiprocessing.set_start_method('fork')\n"
IN_WORKER = FORKED + "import leakguard.syntax.examine as place\nname = 'examine'\n"
IN_PARENT = "import leakguard.judging.judge as place\nname = 'judge'\n"
IN_REPORT = "import leakguard.reporters.text as place\nname = 'render'\n"
DIES = "import os\nsetattr(place, name, lambda *_: os.abort())\n"
RAISES = f"""
def fail(*_):
    value = "{OTHER}"
    raise ValueError(value)
setattr(place, name, fail)
"""
NESTED = f"""
def fail(*_):
    try:
        {{}}["{OTHER}"]
    except KeyError as error:
        raise RuntimeError("{OTHER}") from error
setattr(place, name, fail)
"""
MAIN = "from leakguard.cli import main\nmain()\n"


def _broken(tree: Path, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", program + MAIN, "scan", "bot.py", *arguments],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("failure", [NESTED, RAISES, DIES], ids=["nested", "raises", "dies"])
def test_a_worker_that_fails_shows_no_value(
    tree: Path, tmp_path_factory: pytest.TempPathFactory, failure: str
) -> None:
    folder = tmp_path_factory.mktemp("reports")
    done = _broken(tree, IN_WORKER + failure, *besides(folder))
    assert done.returncode == 2
    assert "leakguard: error: bot.py: could not be scanned: it " in done.stderr
    check_silence(folder, done.stdout + done.stderr, may_be_empty=True)


@pytest.mark.parametrize("failure", [RAISES, NESTED], ids=["raises", "nested"])
@pytest.mark.parametrize("place", [IN_PARENT, IN_REPORT], ids=["while-scanning", "in-the-report"])
def test_an_internal_error_shows_no_value(tree: Path, place: str, failure: str) -> None:
    done = _broken(tree, place + failure, "settings.env")
    assert done.returncode == 2
    assert "leakguard: error: internal error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert seen(done.stdout + done.stderr) == set()


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds what is compiled from the rules, which takes long, and no more."""
    loaded_triggers()
    made = tmp_path_factory.mktemp("cache")
    shared = Path(os.environ["LEAKGUARD_CACHE_DIR"])
    for file in (*shared.glob("triggers-*"), *shared.glob("sinks-*")):
        shutil.copy2(file, made)
    return made


def test_the_cache_holds_no_value(tree: Path, cache: Path) -> None:
    environment = {"LEAKGUARD_CACHE_DIR": str(cache)}
    leakguard("scan", ".", "--why", "--jobs", "2", cwd=tree, env=environment)
    # What was compiled before anything was scanned is large, and holds given letters by chance.
    made = [it for it in cache.rglob("*") if it.is_file() and not it.name.startswith("triggers-")]
    assert made
    assert seen("".join(it.read_bytes().decode("latin-1") for it in made), run=8) == set()


@pytest.mark.parametrize("name", [SECRET, NAMED], ids=["value-found-inside", "value-of-the-name"])
def test_what_git_says_shows_no_value(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "a.env").write_text(f"BINANCE_API_SECRET={SECRET}\n")
    (folder / ".git").write_text(f"gitdir: {folder}/none\n")
    tree = leakguard("scan", str(folder), cwd=tmp_path)
    staged = leakguard("scan", "--staged", cwd=folder)
    assert (tree.returncode, staged.returncode) == (1, 2)
    assert seen(tree.stdout + tree.stderr + staged.stdout + staged.stderr) == set()


def test_show_secrets_is_the_only_way(tree: Path) -> None:
    environment = dict.fromkeys(("DEBUG", "LEAKGUARD_DEBUG", "VERBOSE"), "1")
    done = subprocess.run(
        [*LEAKGUARD, "scan", "."],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert seen(done.stdout + done.stderr) == set()
