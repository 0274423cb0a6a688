"""Allowances on lines that nobody wrote, which must not take as long as their square."""

import pytest

from leakguard.examples import made_up
from tests.support import scan

SECRET = made_up("base62", 64, 724)
ALLOWED = "leakguard: allow[hard-coded-key] made up"
LINE = f'api_secret = "{SECRET}"'
MANY = 60_000

LONG = {
    "blanks behind it": f"{LINE} # {ALLOWED}{' ' * MANY}x\n",
    "blanks before it": f"{LINE} #{' ' * MANY}{ALLOWED}\n",
    "stars behind it": f"{LINE} /* {ALLOWED} {'*' * MANY}x\n",
    "stars that end it": f"{LINE} /* {ALLOWED} {'*' * MANY}/\n",
    "dashes before it": f"{LINE} {'-' * MANY} {ALLOWED}\n",
    "percent signs before it": f"{LINE} {'%' * MANY} x {ALLOWED}\n",
    "a tag that does not end": f"{LINE} # {ALLOWED} {{%{' ' * MANY}\n",
    "marks behind it": f"{LINE} # {ALLOWED}{' leakguard: allow[json-web-token] why' * 1_600}\n",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_stands_around_a_mark_may_be_long(text: str) -> None:
    (finding,) = (it for it in scan({"a.txt": text}).findings if it.rule == "hard-coded-key")
    assert finding.suppression is not None


def test_of_the_marks_of_a_line_only_the_first_count() -> None:
    text = f"{LINE} #{' leakguard: allow[json-web-token] why' * 20} {ALLOWED}\n"
    (finding,) = (it for it in scan({"a.txt": text}).findings if it.rule == "hard-coded-key")
    assert finding.suppression is None
