"""Why something is not fixed, and what to do by hand: it is told for each kind of place."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fix.reasons import NO_FIX, of_another
from tests.fix.conftest import planned

BOT = "123456789:AA" + made_up("base62", 33, 362)

PYTHON = {
    "a comment of its own": (f"x = 1\n# {BOT}", "it stands in a comment"),
    "a comment behind": (f"x = 1  # {BOT}", "it stands in a comment"),
    "a docstring": (f'def f():\n    """Ask.\n\n    With {BOT}\n    """', "such as a docstring"),
    "a formatted string": (f'x = f"bot{{y}} {BOT}"', "it stands in a formatted string"),
    "a longer text": (f'x = """\ntoken = {BOT}\n"""', "it is a part of a longer text"),
    "a longer text in the head of a block": (
        f'if say("token {BOT} was given"):\n    pass',
        "it is a part of a longer text",
    ),
    "what is no Python": (f'print "{BOT}', NO_FIX),
}


@pytest.mark.parametrize(("text", "reason"), PYTHON.values(), ids=PYTHON)
def test_of_python_it_is_told_where_it_stands(tmp_path: Path, text: str, reason: str) -> None:
    (left,) = planned(tmp_path, {"a.py": f"{text}\n"}).left
    assert reason in left.reason


SHOWN = {
    "the whole environment": "print(os.environ)",
    "a variable that was read": 'API_SECRET = os.environ["API_SECRET"]\nprint(API_SECRET)',
    "one in a formatted string": 'secret = os.environ["API_SECRET"]\nprint(f"it is {secret}")',
}


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_of_what_is_shown_the_advice_is_told(tmp_path: Path, text: str) -> None:
    (left,) = planned(tmp_path, {"a.py": f"import os\n{text}\n"}).left
    assert left.reason.startswith(("there is no value to move; take the value out of the text",
                                   "there is no value to move; print only"))  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["of Unix", "of Windows"])
def test_lines_of_other_systems_and_letters_are_counted(tmp_path: Path, newline: str) -> None:
    text = newline.join(("é = 1", f'x = "é", "", f"{BOT} "', ""))
    (left,) = planned(tmp_path, {"a.py": text.encode()}).left
    assert "it stands in a formatted string" in left.reason


OTHERS = {
    ".github/workflows/ci.yml": "secrets of the CI",
    "prod.env": "git rm --cached",
    "docker-compose.yml": "when the container starts",
    "docker/Dockerfile": "when the container starts",
    "run.sh": "let the script read a variable",
    "src/app.ts": "`process.env`",
    "main.go": "`os.Getenv",
    "README.md": "a placeholder",
    "config.yaml": "leave it empty in the file",
    "id.pem": "git rm --cached",
    "notes": "moved by hand",
}


@pytest.mark.parametrize(("path", "advice"), OTHERS.items(), ids=OTHERS)
def test_of_other_files_it_is_told_what_to_do_in_such_a_file(path: str, advice: str) -> None:
    reason = of_another(path)
    assert reason.startswith("only Python is fixed; ")
    assert advice in reason
