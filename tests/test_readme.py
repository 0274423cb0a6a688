"""What the README shows is what the command prints."""

import re
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.reporters import FORMATS
from tests.cli.conftest import Run, run
from tests.support import leakguard

__all__ = ("run",)

README = (Path(__file__).parent.parent / "README.md").read_text()
BOT = f'''import os

from binance.client import Client

client = Client("{made_up("base62", 64, 901)}", "{made_up("base62", 64, 902)}")
'''

_COMMANDS = ("scan", "fix", "gate", "init", "rules", "audit", "respond", "verify")


def _shown() -> str:
    """The picture of the output, without its last line, which tells the time."""
    block = re.search(r"```console\n\$ leakguard scan \.\n(.*?)\n```", README, re.DOTALL)
    assert block is not None
    return block[1].rpartition("\n")[0]


def test_the_picture_of_the_output_is_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "bot.py").write_text(BOT)
    (tmp_path / "main.py").write_text("import bot\n")
    done = leakguard("scan", ".", cwd=tmp_path)
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert _shown().strip() in printed
    assert "1 finding (1 critical) in 2 files" in printed


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_named(name: str) -> None:
    assert f"`{name}`" in README or f"--format {name}" in README


def test_the_configuration_that_is_shown_is_valid(tmp_path: Path) -> None:
    block = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert block is not None
    (tmp_path / "pyproject.toml").write_text(block[1])
    (tmp_path / "main.py").write_text("x = 1\n")
    done = leakguard("scan", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_long_option_that_is_shown_exists(tmp_path: Path, run: Run) -> None:
    help_text = "".join(
        run(*it.split(), "--help", cwd=tmp_path).out
        for it in (*_COMMANDS, "baseline create", "baseline update")
    )
    others = {"--all-files", "--cached"}
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - others
    assert shown
    assert {option for option in shown if option not in help_text} == set()
