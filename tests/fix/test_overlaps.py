"""Values in names that are then used no more, and changes that touch the same statement."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fix import diff
from tests.fix.conftest import fixed, planned

A, B = made_up("base62", 64, 381), made_up("base62", 64, 382)
HEX = made_up("hex", 40, 383)

READ = 'passphrase = os.environ["API_PASSPHRASE"]'
NAMES = {
    "a block of its own": (
        f'def f():\n    if 1:\n        passphrase = "{A}"\n    x = 1\n'
        f'    other_secret = passphrase + "{B}"\n    return other_secret\n',
        f"        {READ}\n",
    ),
    "a comment behind it": (
        f'def f():\n    passphrase = "{A}"  # mine\n    x = 1\n'
        f'    other_secret = passphrase + "{B}"\n    return other_secret\n',
        f"    {READ}  # mine\n",
    ),
    "a module": (
        f'passphrase = "{A}"  # mine\nother_secret = passphrase + "{B}"\n',
        f"{READ}  # mine\n",
    ),
}


@pytest.mark.parametrize(("text", "line"), NAMES.values(), ids=NAMES)
def test_a_name_that_holds_a_value_itself_is_read_or_left(
    tmp_path: Path, text: str, line: str
) -> None:
    after = fixed(tmp_path, text)
    assert A not in after
    assert B not in after
    assert line in after
    compile(after, "bot.py", "exec")


COMMENTS = {
    "of a statement that stays": f'API_SECRET = "{A}"  # was {HEX}\n'
    f'OTHER_SECRET = API_SECRET + "{B}"\n',
    "of a statement that goes": f'def f():\n    p1 = "{A[:30]}"  # password = "{HEX}"\n'
    f'    p2 = "{A[30:]}"\n    api_secret = p1 + p2\n    return api_secret\n',
    "inside a statement that goes": f'def f():\n    p1 = (  # password = "{HEX}"\n'
    f'        "{A[:30]}"  # the first\n    )\n    p2 = "{A[30:]}"\n'
    f"    api_secret = p1 + p2\n    return api_secret\n",
}


@pytest.mark.parametrize("text", COMMENTS.values(), ids=COMMENTS)
def test_a_diff_shows_no_more_of_a_comment_after_than_before(tmp_path: Path, text: str) -> None:
    (file,) = planned(tmp_path, {"bot.py": text}).files
    shown = list(diff.lines(file, "bot.py"))
    is_bare = {sign: any(HEX in it for it in shown if it.startswith(sign)) for sign in "+-"}
    assert is_bare["+"] <= is_bare["-"]


def test_a_variable_is_never_called_after_a_key(tmp_path: Path) -> None:
    key, secret = HEX[:24], f"{HEX[:8]}-{HEX[8:12]}-4{HEX[12:15]}-8{HEX[15:18]}-{HEX[:12]}"
    (file,) = planned(tmp_path, {"bot.py": f'kucoin = Thing("{key}", "{secret}")\n'}).files
    told = "".join(diff.lines(file, "bot.py")).upper().replace("_", "")
    assert key.upper() not in told
