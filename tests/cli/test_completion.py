"""Shell completion: what Tab offers in bash, and what zsh and fish are told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import loaded_triggers

PROGRAM = f"""#!{sys.executable}
import sys
sys.argv[0] = "leakguard"
from leakguard.cli import main
main()
"""
COMPLETED = """
eval "$(_LEAKGUARD_COMPLETE=bash_source leakguard)"
COMP_WORDS=("$@") COMP_CWORD=$(( $# - 1 ))
_leakguard_completion leakguard
printf '%s\\n' "${COMPREPLY[@]}"
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a shell that knows the command `leakguard`, whose rules are ready."""
    loaded_triggers()
    command = tmp_path_factory.mktemp("bin") / "leakguard"
    command.write_text(PROGRAM)
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def told(surroundings: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return surroundings


def output(command: list[str], env: dict[str, str], cwd: Path) -> list[str]:
    done = subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def in_bash(env: dict[str, str], cwd: Path, *words: str) -> list[str]:
    """Give what bash offers for the last of some words."""
    script = ["bash", "--norc", "-c", COMPLETED, "bash", "leakguard", *words]
    return output(script, env, cwd)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
class TestBash:
    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            (["sc"], ["scan"]),
            (["scan", "--stag"], ["--staged"]),
            (["scan", "--severity", "cri"], ["critical"]),
            (["scan", "--format", "sa"], ["sarif"]),
            (["scan", "--select", "dotenv-tr"], ["dotenv-tracked"]),
            (["fix", "--ignore", "jwt,dotenv-tr"], ["jwt,dotenv-tracked"]),
            (["explain", "dotenv-tr"], ["dotenv-tracked"]),
            (["rules", "show", "dotenv-tr"], ["dotenv-tracked"]),
        ],
        ids=lambda it: " ".join(it) if len(it) > 1 else None,
    )
    def test_offers(
        self, told: dict[str, str], tmp_path: Path, words: list[str], offered: list[str]
    ) -> None:
        assert in_bash(told, tmp_path, *words) == offered

    def test_offers_a_rule_of_the_configuration(self, told: dict[str, str], tmp_path: Path) -> None:
        (tmp_path / "leakguard.toml").write_text(
            "[[rules]]\nid = 'zebra-key'\ntitle = 'Zebra'\npattern = '\\bzebra_[a-z]{9}[0-9]\\b'\n"
            "invalid = ['zebra_qwmzkxhra7']\nvalid = ['zebra']\n"
        )
        assert in_bash(told, tmp_path, "scan", "--select", "zebra-k") == ["zebra-key"]

    def test_offers_nothing_that_would_have_to_be_compiled(
        self, told: dict[str, str], tmp_path: Path
    ) -> None:
        env = {**told, "LEAKGUARD_CACHE_DIR": str(tmp_path / "empty")}
        assert in_bash(env, tmp_path, "scan", "--select", "dotenv-tr") == [""]

    def test_a_wrong_configuration_is_no_reason_to_offer_less(
        self, told: dict[str, str], tmp_path: Path
    ) -> None:
        (tmp_path / "leakguard.toml").write_text("what = 1\n")
        assert in_bash(told, tmp_path, "explain", "dotenv-tr") == ["dotenv-tracked"]


@pytest.mark.parametrize(("shell", "begins"), [("zsh", "#compdef leakguard"), ("fish", "function")])
def test_other_shells_get_their_script(
    told: dict[str, str], tmp_path: Path, shell: str, begins: str
) -> None:
    lines = output(["leakguard"], {**told, "_LEAKGUARD_COMPLETE": f"{shell}_source"}, tmp_path)
    assert lines[0].startswith(begins)
    assert any(f"_LEAKGUARD_COMPLETE={shell}_complete" in it for it in lines)


def test_zsh_is_told_a_verb_and_what_it_does(told: dict[str, str], tmp_path: Path) -> None:
    env = {
        **told, "_LEAKGUARD_COMPLETE": "zsh_complete", "COMP_WORDS": "leakguard sc",
        "COMP_CWORD": "1",
    }  # fmt: skip
    kind, verb, said = output(["leakguard"], env, tmp_path)
    assert (kind, verb, said) == ("plain", "scan", "Scan files, folders or what is staged.")


def test_fish_is_told_a_rule(told: dict[str, str], tmp_path: Path) -> None:
    env = {
        **told, "_LEAKGUARD_COMPLETE": "fish_complete",
        "COMP_WORDS": "leakguard scan --select dotenv-tr", "COMP_CWORD": "dotenv-tr",
    }  # fmt: skip
    told_to_fish = output(["leakguard"], env, tmp_path)
    assert "dotenv-tracked" in " ".join(told_to_fish)


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_fish_offers_a_rule(told: dict[str, str], tmp_path: Path) -> None:
    script = (
        "_LEAKGUARD_COMPLETE=fish_source leakguard | source; "
        'complete -C "leakguard explain dotenv-tr"'
    )
    assert output(["fish", "--no-config", "-c", script], told, tmp_path) == ["dotenv-tracked"]
