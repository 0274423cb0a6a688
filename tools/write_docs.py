"""Fill in what the pages of docs/ show: `python -m tools.write_docs`.

Below `$ ` in a block of `console` stands what the command prints, in a project that is made anew
for each page; between `<!-- made: NAME -->` and `<!-- end -->` what is made from the code.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import click

from leakguard import cache
from leakguard.cli import VERBS
from leakguard.cli.scan import scan
from leakguard.config import Settings
from leakguard.examples import made_up
from leakguard.setup import workflows
from tools.write_schema import SAID

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    name: ROOT / "docs" / f"{name}.md"
    for name in (
        "getting-started configuration ci fixing-a-leak security-model scanning fix audit respond"
        " allowances reports"
    ).split()
}
_CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
_MADE = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_COMMAND = f"""#!{sys.executable}
import sys
sys.argv[0] = "leakguard"
from leakguard.cli import main
main()
"""
_BOT = f'''from binance.client import Client

client = Client("{made_up("base62", 64, 901)}", "{made_up("base62", 64, 902)}")
print(client.get_account())
'''
_MAIN = "import bot\n"


def page(text: str) -> str:
    """Give a page as it should be: its commands are run, its tables made."""
    text = _MADE.sub(lambda it: f"{it[1]}{_MAKERS[it[2]]()}{it[3]}", text)
    with tempfile.TemporaryDirectory(prefix="leakguard-docs-") as folder:
        run = _project(Path(folder), text)
        return _CONSOLE.sub(lambda it: "".join(map(run, _commands(it[1]))), text)


def _commands(block: str) -> Iterator[str]:
    return (line for line in block.splitlines() if line.startswith("$ "))


def _project(folder: Path, text: str) -> Callable[[str], str]:
    """Make a repository with a bot, and with the files that a page shows; give what runs a
    command in it, as a block shows it."""
    home, project, programs = folder / "home", folder / "bot", folder / "bin"
    for it in (home, project, programs):
        it.mkdir()
    (programs / "leakguard").write_text(_COMMAND)
    (programs / "leakguard").chmod(0o755)
    env = _environment(home, programs)

    def run(line: str) -> str:
        done = subprocess.run(
            ["bash", "--norc", "-c", line.removeprefix("$ ")],
            cwd=project,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        printed = done.stdout.decode().rstrip()
        lines = [it.rstrip() for it in printed.split("\n")] if printed else []
        return "".join(f"{it}\n" for it in (line, *lines))

    (project / "bot.py").write_text(_BOT)
    (project / "main.py").write_text(_MAIN)
    for line in ("git init -q", "git add .", "git commit -q -m 'A bot that trades'"):
        run(line)
    for name, content in _FILE.findall(text):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content)
    return run


def _environment(home: Path, programs: Path) -> Mapping[str, str]:
    moment = "2026-01-02T03:04:05+00:00"
    return {
        "LEAKGUARD_CACHE_DIR": str(cache.folder()),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "90",
        "SOURCE_DATE_EPOCH": "1767323045",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "init.defaultBranch",
        "GIT_CONFIG_VALUE_0": "main",
        **{f"GIT_{who}_NAME": "Ada" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "ada@example.org" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": moment for who in ("AUTHOR", "COMMITTER")},
    }


def _settings() -> str:
    default = Settings()
    rows = [
        (f"`{name}`", f"`{_as_toml(getattr(default, it.name))}`", SAID[name])
        for it in fields(Settings)
        if (name := it.name.replace("_", "-")) in SAID
    ]
    rows.append(("`extend`", "", SAID["extend"]))
    return _table(("setting", "default", "what it says"), rows)


def _as_toml(value: object) -> str:
    if value is None:
        return "all"
    if isinstance(value, tuple):
        return "[]"
    return str(value) if type(value) is int else f'"{value}"'


def _options() -> str:
    rows = []
    for it in scan.params:
        if isinstance(it, click.Option):
            name = " ".join(filter(None, (it.opts[0], it.metavar if not it.is_flag else "")))
            rows.append((f"`{name}`", (it.help or "").replace("|", "\\|")))
    return _table(("option", "what it does"), rows)


def _verbs() -> str:
    return _table(("command", "what it does"), [(f"`{it}`", said) for it, said in VERBS.items()])


def _table(titles: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = (titles, ("---",) * len(titles), *rows)
    return "".join(f"| {' | '.join(it)} |\n" for it in lines)


def _workflow(host: str) -> str:
    return f"```yaml\n{workflows.of(host).text}```\n"


_MAKERS: Mapping[str, Callable[[], str]] = {
    "settings": _settings,
    "options": _options,
    "verbs": _verbs,
    "workflow-github": lambda: _workflow("github"),
    "workflow-gitlab": lambda: _workflow("gitlab"),
    "workflow-bitbucket": lambda: _workflow("bitbucket"),
    "workflow-azure": lambda: _workflow("azure"),
}


if __name__ == "__main__":
    for path in PAGES.values():
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
