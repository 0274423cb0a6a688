"""What only fills the environment, or comes after it, is left out instead of being looked up."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.fix.conftest import fixed, planned

V, W = made_up("base62", 64, 371), made_up("base62", 64, 372)

WRITES = {
    "a write": (f'os.environ["MY_KEY"] = "{V}"\nx = os.name\n', "x = os.name\n"),
    "alone in its block": (
        f'if os.name:\n    os.environ["MY_KEY"] = "{V}"  # mine\ny = 1\n',
        "if os.name:\n    pass  # mine\ny = 1\n",
    ),
    "two alone in their block": (
        f'if os.name:\n    os.environ["MY_KEY"] = "{V}"\n    os.putenv("OTHER_KEY", "{W}")\n',
        "if os.name:\n    pass\n",
    ),
    "behind a colon": (
        f'if os.name: os.environ["MY_KEY"] = "{V}"\n',
        "if os.name: pass\n",
    ),
    "first of a line": (f'os.environ["MY_KEY"] = "{V}"; x = os.name\n', "x = os.name\n"),
    "last of a line": (f'x = os.name; os.environ["MY_KEY"] = "{V}"\n', "x = os.name\n"),
    "amid a line": (
        f'x = os.name; os.environ["MY_KEY"] = "{V}"; y = 1  # both\n',
        "x = os.name; y = 1  # both\n",
    ),
    "all of a line": (
        f'x = os.name\nos.environ["MY_KEY"] = "{V}"; os.putenv("OTHER_KEY", "{W}")\n',
        "x = os.name\n",
    ),
    "a target of several": (
        f'os.environ["MY_KEY"], x = "{V}", os.name\n',
        "x = os.name\n",
    ),
    "the last target": (
        f'x, y, os.environ["MY_KEY"] = os.name, 1, "{V}"\n',
        "x, y = os.name, 1\n",
    ),
    "all targets": (
        f'x = os.name\nos.environ["MY_KEY"], os.environ["OTHER_KEY"] = "{V}", "{W}"\n',
        "x = os.name\n",
    ),
    "update": (
        f'x = os.name\nos.environ.update({{"MY_KEY": "{V}", "OTHER_KEY": "{W}"}})\n',
        "x = os.name\n",
    ),
    "an entry of update": (
        f'os.environ.update({{"MY_KEY": "{V}", "TZ": "UTC"}})\n',
        'os.environ.update({"TZ": "UTC"})\n',
    ),
    "the last entry of update": (
        f'os.environ.update({{"TZ": "UTC", "MY_KEY": "{V}",}})\n',
        'os.environ.update({"TZ": "UTC",})\n',
    ),
    "an entry on a line of its own": (
        f'os.environ.update({{\n    "TZ": "UTC",\n    "MY_KEY": "{V}",\n    "A": "b",\n}})\n',
        'os.environ.update({\n    "TZ": "UTC",\n    "A": "b",\n})\n',
    ),
    "the last entry on a line of its own": (
        f'os.environ.update({{\n    "TZ": "UTC",\n    "MY_KEY": "{V}"\n}})\n',
        'os.environ.update({\n    "TZ": "UTC",\n})\n',
    ),
    "an entry with a comment": (
        f'os.environ.update({{\n    "MY_KEY": "{V}",  # mine\n    "TZ": "UTC",\n}})\n',
        'os.environ.update({\n    # mine\n    "TZ": "UTC",\n})\n',
    ),
    "two of three entries": (
        f'os.environ.update({{"MY_KEY": "{V}", "TZ": "UTC", "OTHER_KEY": "{W}"}})\n',
        'os.environ.update({"TZ": "UTC"})\n',
    ),
    "two entries at the end": (
        f'os.environ.update({{"TZ": "UTC", "MY_KEY": "{V}", "OTHER_KEY": "{W}"}})\n',
        'os.environ.update({"TZ": "UTC"})\n',
    ),
    "a keyword of update": (
        f'os.environ.update(MY_KEY="{V}", TZ="UTC")\n',
        'os.environ.update(TZ="UTC")\n',
    ),
    "a dict and keywords of update": (
        f'x = os.name\nos.environ.update({{"MY_KEY": "{V}"}}, OTHER_KEY="{W}")\n',
        "x = os.name\n",
    ),
    "a dict, not the keywords of update": (
        f'os.environ.update({{"MY_KEY": "{V}"}}, TZ="UTC")\n',
        'os.environ.update(TZ="UTC")\n',
    ),
    "|=": (f'x = os.name\nos.environ |= {{"MY_KEY": "{V}"}}\n', "x = os.name\n"),
    "an entry of |=": (
        f'os.environ |= {{"TZ": "UTC", "MY_KEY": "{V}"}}\n',
        'os.environ |= {"TZ": "UTC"}\n',
    ),
    "setdefault": (f'x = os.name\nos.environ.setdefault("MY_KEY", "{V}")\n', "x = os.name\n"),
    "setdefault that is used": (
        f'x = os.environ.setdefault("MY_KEY", "{V}")\n',
        'x = os.environ["MY_KEY"]\n',
    ),
    "the name that held it": (
        f'_k = "{V}"\nos.environ["MY_KEY"] = _k\nx = os.name\n',
        "x = os.name\n",
    ),
    "over one that is read": (
        f'api_key = os.getenv("MY_KEY")\napi_key = "{V}"\n',
        'api_key = os.getenv("MY_KEY")\n',
    ),
    "over one that is read, further in": (
        f'api_key = os.getenv("MY_KEY")\nif x:\n    api_key = "{V}"\n',
        'api_key = os.getenv("MY_KEY")\nif x:\n    pass\n',
    ),
    "the default of one that is read by config": (
        f'x = os.name\nSECRET = config("MY_SECRET", cast=str, default="{V}")\n',
        'x = os.name\nSECRET = config("MY_SECRET", cast=str)\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), WRITES.values(), ids=WRITES)
def test_nothing_takes_its_place(tmp_path: Path, before: str, after: str) -> None:
    head = "import os\n" if "os." in after else ""
    assert fixed(tmp_path, f"import os\n{before}") == head + after


KEPT = {
    "several targets at once": (
        f'os.environ["MY_KEY"] = x = "{V}"\n',
        'os.environ["MY_KEY"] = x = os.environ["MY_KEY"]\n',
    ),
    "one of two values": (
        f'os.environ["MY_KEY"] = "{V}" if x else "{W}"\n',
        'os.environ["MY_KEY"] = os.environ["MY_KEY_2"] if x else os.environ["MY_KEY_3"]\n',
    ),
    "a list that is taken apart": (
        f'[os.environ["MY_KEY"], x] = ["{V}", 1]\n',
        '[os.environ["MY_KEY"], x] = [os.environ["MY_KEY"], 1]\n',
    ),
    "over one that is read only sometimes": (
        f'if x:\n    api_key = os.getenv("MY_KEY")\nelse:\n    api_key = "{V}"\n',
        'if x:\n    api_key = os.getenv("MY_KEY")\nelse:\n    api_key = os.environ["MY_KEY"]\n',
    ),
    "over one that is read in another function": (
        f'def f():\n    api_key = os.getenv("MY_KEY")\n\ndef g():\n    api_key = "{V}"\n',
        'def f():\n    api_key = os.getenv("MY_KEY")\n\n'
        'def g():\n    api_key = os.environ["API_KEY"]\n',
    ),
    "over one that is read below": (
        f'api_key = "{V}"\napi_key = os.getenv("MY_KEY")\n',
        'api_key = os.environ["MY_KEY"]\napi_key = os.getenv("MY_KEY")\n',
    ),
    "over one that is read as something else": (
        f'api_key = os.getenv("MY_KEY").lower()\napi_key = "{V}"\n',
        'api_key = os.getenv("MY_KEY").lower()\napi_key = os.environ["MY_KEY"]\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), KEPT.values(), ids=KEPT)
def test_where_that_would_change_more_a_look_up_does(
    tmp_path: Path, before: str, after: str
) -> None:
    assert fixed(tmp_path, f"import os\n{before}") == f"import os\n{after}"


STYLES = {
    "environ": "import os\n\nx = os.name\n",
    "dotenv": "import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\nx = os.name\n",
    "decouple": (
        "import os\n\nfrom decouple import config\n\n"
        'os.environ["MY_KEY"] = config("MY_KEY")\nx = os.name\n'
    ),
    "keyring": (
        "import os\n\nimport keyring\n\n"
        'os.environ["MY_KEY"] = keyring.get_password("service", "MY_KEY")\nx = os.name\n'
    ),
}


@pytest.mark.parametrize(("style", "after"), STYLES.items(), ids=STYLES)
def test_the_environment_is_filled_as_the_style_has_it(
    tmp_path: Path, style: str, after: str
) -> None:
    text = f'import os\n\nos.environ["MY_KEY"] = "{V}"\nx = os.name\n'
    assert fixed(tmp_path, text, style=style) == after


def test_the_value_is_taken_by_the_name_that_was_written(tmp_path: Path) -> None:
    text = f'import os\nos.environ.update({{"MY_KEY": "{V}"}}, OTHER_KEY="{W}")\n'
    assert planned(tmp_path, {"bot.py": text}).values == {"MY_KEY": V, "OTHER_KEY": W}


def test_it_is_unsafe(tmp_path: Path) -> None:
    text = f'import os\nfrom dotenv import load_dotenv\nload_dotenv()\nos.environ["K"] = "{V}"\n'
    plan = planned(tmp_path, {"bot.py": text}, unsafe=False)
    assert not plan.files
    assert "given outside would count" in plan.left[0].reason
