"""The default of a parameter: None in the head, and the look-up in the body."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.fix.conftest import fixed, planned

V, W = made_up("base62", 64, 381), made_up("base62", 64, 382)
READ = 'os.environ["API_SECRET"]'
IF = f"if api_secret is None:\n        api_secret = {READ}\n"

FUNCTIONS = {
    "a function": (
        f'def f(api_secret="{V}"):\n    return api_secret\n',
        f"def f(api_secret=None):\n    {IF}    return api_secret\n",
    ),
    "a docstring": (
        f'def f(api_secret="{V}"):\n    """Doc."""\n\n    return api_secret\n',
        f'def f(api_secret=None):\n    """Doc."""\n\n    {IF}    return api_secret\n',
    ),
    "a comment": (
        f'def f(api_secret="{V}"):  # f\n    # here\n    return api_secret\n',
        f"def f(api_secret=None):  # f\n    {IF}    # here\n    return api_secret\n",
    ),
    "a head of several lines": (
        f'def f(\n    *,\n    api_secret="{V}",\n):\n    return api_secret\n',
        f"def f(\n    *,\n    api_secret=None,\n):\n    {IF}    return api_secret\n",
    ),
    "two parameters": (
        f'def f(api_secret="{V}", auth_token="{W}"):\n    return api_secret\n',
        f"def f(api_secret=None, auth_token=None):\n    {IF}"
        '    if auth_token is None:\n        auth_token = os.environ["AUTH_TOKEN"]\n'
        "    return api_secret\n",
    ),
    "tabs": (
        f'class C:\n\tdef f(self, api_secret="{V}"):\n\t\treturn api_secret\n',
        "class C:\n\tdef f(self, api_secret=None):\n\t\tif api_secret is None:\n"
        f"\t\t\tapi_secret = {READ}\n\t\treturn api_secret\n",
    ),
    "bytes": (
        f'def f(api_secret=b"{V}"):\n    return api_secret\n',
        "def f(api_secret=None):\n    if api_secret is None:\n"
        f"        api_secret = {READ}.encode()\n    return api_secret\n",
    ),
    "a call around it": (
        f'def f(api_secret=str("{V}")):\n    return api_secret\n',
        "def f(api_secret=None):\n    if api_secret is None:\n"
        f"        api_secret = str({READ})\n    return api_secret\n",
    ),
    "an annotation": (
        f'async def f(api_secret: str = "{V}"):\n    return api_secret\n',
        f"async def f(api_secret: str | None = None):\n    {IF}    return api_secret\n",
    ),
    "an annotation that allows for None": (
        f'def f(api_secret: "str | None" = "{V}"):\n    return api_secret\n',
        f'def f(api_secret: "str | None" = None):\n    {IF}    return api_secret\n',
    ),
    "a stub": (f'def f(api_secret="{V}"): ...\n', "def f(api_secret=None): ...\n"),
    "a body on the line of the head": (
        f'def f(api_secret="{V}"): return api_secret\n',
        f"def f(api_secret={READ}): return api_secret\n",
    ),
    "a lambda": (
        f'f = lambda api_secret="{V}": api_secret\n',
        f"f = lambda api_secret={READ}: api_secret\n",
    ),
    "a name": (
        f'SECRET = "{V}"\ndef f(api_secret=SECRET):\n    return api_secret\n',
        f"SECRET = {READ}\ndef f(api_secret=SECRET):\n    return api_secret\n",
    ),
    "one of two values": (
        f'def f(api_secret="{V}" if x else ""):\n    return api_secret\n',
        f'def f(api_secret={READ} if x else ""):\n    return api_secret\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_default_is_looked_up(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, f"import os\n{before}") == f"import os\n{after}"


def test_optional_is_written_as_the_file_has_it(tmp_path: Path) -> None:
    text = f'import os\nfrom typing import Optional\ndef f(api_secret: str = "{V}"):\n    g()\n'
    assert "(api_secret: Optional[str] = None):" in fixed(tmp_path, text)


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    text = f'import os\r\ndef f(api_secret="{V}"):\r\n    return 1\r\n'
    after = fixed(tmp_path, text)
    assert after.count("\n") == after.count("\r\n") == 5


def test_it_is_unsafe_since_a_caller_may_pass_none(tmp_path: Path) -> None:
    text = "import os\nfrom dotenv import load_dotenv\nload_dotenv()\n"
    text += f'def f(api_secret="{V}"):\n    return 1\n'
    plan = planned(tmp_path, {"bot.py": text}, unsafe=False)
    assert not plan.files
    assert "a caller who passes None" in plan.left[0].reason


READS = {
    "a look-up": ('os.environ["API_SECRET"]', 'os.environ["API_SECRET"]'),
    "a look-up that may be empty": ('os.getenv("API_SECRET", "")', 'os.getenv("API_SECRET", "")'),
}


@pytest.mark.parametrize(("read", "moved"), READS.values(), ids=READS)
def test_a_default_that_is_read_at_import_is_read_in_the_body(
    tmp_path: Path, read: str, moved: str
) -> None:
    before = f"import os\ndef f(api_secret={read}):\n    return api_secret\n"
    assert fixed(tmp_path, before) == (
        "import os\ndef f(api_secret=None):\n    if api_secret is None:\n"
        f"        api_secret = {moved}\n    return api_secret\n"
    )


def test_a_value_is_not_carried_into_the_body(tmp_path: Path) -> None:
    text = f'import os\ndef f(api_secret=os.getenv("MY_SECRET", "{V}")):\n    return 1\n'
    assert V not in fixed(tmp_path, text)
