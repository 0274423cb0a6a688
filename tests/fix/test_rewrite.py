"""How a file reads once its values are out of it."""

import base64
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.fix.conftest import fixed, planned

V = made_up("base62", 64, 301)
W = made_up("base62", 64, 302)
H = made_up("hex", 48, 303)
HALF, REST = V[:30], V[30:]

IMPORTS = {
    "nothing above": (
        f'api_secret = "{V}"\n',
        'import os\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "a docstring": (
        f'"""Doc."""\n\napi_secret = "{V}"\n',
        '"""Doc."""\n\nimport os\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "a docstring without a blank line": (
        f'"""Doc."""\napi_secret = "{V}"\n',
        '"""Doc."""\n\nimport os\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "shebang and coding": (
        f'#!/usr/bin/env python\n# -*- coding: utf-8 -*-\napi_secret = "{V}"\n',
        "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\nimport os\n\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "a license": (
        f'# (c) me\n\napi_secret = "{V}"\n',
        '# (c) me\n\nimport os\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "a comment about the statement": (
        f'"""Doc."""\n\n# mine\napi_secret = "{V}"\n',
        '"""Doc."""\n\nimport os\n\n# mine\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "__future__": (
        f'from __future__ import annotations\n\napi_secret = "{V}"\n',
        "from __future__ import annotations\n\nimport os\n\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "a function": (
        f'def f():\n    api_secret = "{V}"\n',
        'import os\n\n\ndef f():\n    api_secret = os.environ["API_SECRET"]\n',
    ),
    "sorted imports": (
        f'import abc\nimport sys\nfrom x import y\n\napi_secret = "{V}"\n',
        "import abc\nimport os\nimport sys\nfrom x import y\n\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "imports from": (
        f'from x import y\n\napi_secret = "{V}"\n',
        'import os\n\nfrom x import y\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "imports of others alone": (
        f'import requests\nimport boto3\n\napi_secret = "{V}"\n',
        'import os\n\nimport requests\nimport boto3\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "imports of others first": (
        f'import requests\nimport sys\nimport yarl\n\napi_secret = "{V}"\n',
        "import requests\nimport os\nimport sys\nimport yarl\n\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "imports sorted by modules": (
        f'import abc\nfrom json import loads\nimport sys\n\napi_secret = "{V}"\n',
        "import abc\nfrom json import loads\nimport os\nimport sys\n\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "a comment about the first import": (
        f'"""Doc."""\n# theirs\nimport requests\n\napi_secret = "{V}"\n',
        '"""Doc."""\n\nimport os\n\n# theirs\nimport requests\n\n'
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "imports before": (
        f'import abc\n\nimport sys\n\napi_secret = "{V}"\n',
        'import abc\nimport os\n\nimport sys\n\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "import os": (
        f'import os\napi_secret = "{V}"\n',
        'import os\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "import os as": (
        f'import os as o\napi_secret = "{V}"\n',
        'import os as o\napi_secret = o.environ["API_SECRET"]\n',
    ),
    "import os.path": (
        f'import os.path\napi_secret = "{V}"\n',
        'import os.path\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "from os import environ": (
        f'from os import environ\napi_secret = "{V}"\n',
        'from os import environ\napi_secret = environ["API_SECRET"]\n',
    ),
    "an import below": (
        f'api_secret = "{V}"\nimport os\n',
        'import os\n\napi_secret = os.environ["API_SECRET"]\nimport os\n',
    ),
    "an import in a function": (
        f'def f():\n    import os\n    return os.name\napi_secret = "{V}"\n',
        "import os\n\n\ndef f():\n    import os\n    return os.name\n"
        'api_secret = os.environ["API_SECRET"]\n',
    ),
    "an import in a function below": (
        f'api_secret = "{V}"\ndef f():\n    import os\n    return os.name\n',
        'import os\n\napi_secret = os.environ["API_SECRET"]\ndef f():\n    import os\n'
        "    return os.name\n",
    ),
    "an import further down in the function": (
        f'import os\ndef f():\n    api_secret = "{V}"\n    import os\n',
        'import os\nimport os as _os\n\n\ndef f():\n    api_secret = _os.environ["API_SECRET"]\n'
        "    import os\n",
    ),
    "a parameter called os": (
        f'import os\ndef f(os):\n    api_secret = "{V}"\n',
        'import os\nimport os as _os\n\n\ndef f(os):\n    api_secret = _os.environ["API_SECRET"]\n',
    ),
    "os in words alone": (
        f'import os\n# os = 1\nx = "os"\nself.os = 2\napi_secret = "{V}"\n',
        'import os\n# os = 1\nx = "os"\nself.os = 2\napi_secret = os.environ["API_SECRET"]\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), IMPORTS.values(), ids=IMPORTS)
def test_os_is_imported_in_the_right_place(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, before) == after


EXPRESSIONS = {
    "single quotes": (
        f"import os\napi_secret = '{V}'\n",
        "import os\napi_secret = os.environ['API_SECRET']\n",
    ),
    "triple quotes": (
        f'import os\napi_secret = """{V}"""\n',
        'import os\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "bytes": (
        f'import os\napi_secret = b"{V}"\n',
        'import os\napi_secret = os.environ["API_SECRET"].encode()\n',
    ),
    "encode": (
        f'import os\napi_secret = "{V}".encode()\n',
        'import os\napi_secret = os.environ["API_SECRET"].encode()\n',
    ),
    "side by side": (
        f'import os\napi_secret = ("{HALF}"\n              "{REST}")\n',
        'import os\napi_secret = (os.environ["API_SECRET"])\n',
    ),
    "comments between": (
        f'import os\napi_secret = (\n    "{HALF}"  # one\n    "{REST}"  # two\n)\n',
        'import os\napi_secret = (\n    (  # one\n        os.environ["API_SECRET"])  # two\n)\n',
    ),
    "return without a space": (
        f'import os\ndef api_secret():\n    connect(api_secret="{V}")\n    return"x"\n',
        'import os\ndef api_secret():\n    connect(api_secret=os.environ["API_SECRET"])\n'
        '    return"x"\n',
    ),
    "inside an f-string": (
        f"import os\nx = f\"{{connect(api_secret='{V}')}}\"\n",
        "import os\nx = f\"{connect(api_secret=os.environ['API_SECRET'])}\"\n",
    ),
    "a dict": (
        f'import os\nc = {{"api_secret": "{V}", "x": 1}}\n',
        'import os\nc = {"api_secret": os.environ["API_SECRET"], "x": 1}\n',
    ),
    "several on one line": (
        f'import os\napi_secret = "{V}"; api_token = "{W}"  # both\n',
        'import os\napi_secret = os.environ["API_SECRET"]; '
        'api_token = os.environ["API_TOKEN"]  # both\n',
    ),
    "a fallback": (
        f'import os\nk = os.getenv("MY_KEY", "{V}")\n',
        'import os\nk = os.environ["MY_KEY"]\n',
    ),
    "a fallback of a function that is imported": (
        f'from os import getenv\nk = getenv("MY_KEY", "{V}")\n',
        'import os\nk = os.environ["MY_KEY"]\n',
    ),
    "the key as a name": (
        f"import os\nk = os.getenv('{V}')\n",
        "import os\nk = os.environ['API_SECRET']\n",
    ),
    "bytes that are no text": (
        f'import os\napi_secret = bytes.fromhex("{H}")\n',
        'import os\napi_secret = bytes.fromhex(os.environ["API_SECRET"])\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_a_look_up_takes_the_place_of_the_value(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, before) == after


C = "import os\nfrom binance.client import Client\n"
KEY, SECRET = 'os.environ["BINANCE_API_KEY"]', 'os.environ["BINANCE_API_SECRET"]'
B = base64.b64encode(V.encode()).decode()
LEFTOVERS = {
    "an import": (
        f'import base64\nimport os\napi_secret = base64.b64decode("{B}")\n',
        'import os\napi_secret = os.environ["API_SECRET"].encode()\n',
    ),
    "an import of several": (
        "from base64 import b64decode, b64encode\nimport os\n"
        f'api_secret = b64decode("{B}")\nb64encode(b"")\n',
        "from base64 import b64encode\nimport os\n"
        'api_secret = os.environ["API_SECRET"].encode()\nb64encode(b"")\n',
    ),
    "one of several imports": (
        f'import abc, base64\nimport os\napi_secret = base64.b64decode("{B}")\n',
        'import abc\nimport os\napi_secret = os.environ["API_SECRET"].encode()\n',
    ),
    "an import that is used elsewhere": (
        f'import base64\nimport os\napi_secret = base64.b64decode("{B}")\nbase64.b64encode(b"")\n',
        "import base64\nimport os\n"
        'api_secret = os.environ["API_SECRET"].encode()\nbase64.b64encode(b"")\n',
    ),
    "a name that it was put together of": (
        f'{C}def f():\n    _a = "{HALF}"\n    Client("{W}", _a + "{REST}")\n',
        f"{C}def f():\n    Client({KEY}, {SECRET})\n",
    ),
    "names in names": (
        f'{C}_a = "{HALF}"\n_b = "{REST}"\n_c = _a + _b\nClient("{W}", _c)\n',
        f"{C}_c = {SECRET}\nClient({KEY}, _c)\n",
    ),
    "a name in an f-string": (
        f'{C}_a = "{HALF}"\nClient("{W}", f"{{_a}}{REST}")\n',
        f"{C}Client({KEY}, {SECRET})\n",
    ),
    "what is none": (
        f'import os\nx = 1\napi_secret = "{V}"\n',
        'import os\nx = 1\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "an import that only the value names": (
        f'import acme\nimport os\napi_secret = "acme-{V}"\n',
        'import acme\nimport os\napi_secret = os.environ["API_SECRET"]\n',
    ),
    "a name that only the value and a comment in it name": (
        f'import os\n_x = 1\napi_secret = ("_x-"  # _x\n"{V}")\n',
        'import os\n_x = 1\napi_secret = ((  # _x\n    os.environ["API_SECRET"]))\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), LEFTOVERS.values(), ids=LEFTOVERS)
def test_nothing_is_left_without_a_use(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, before) == after


PARTS = {
    "bytes that are no UTF-8": b"# -*- coding: latin-1 -*-\n# caf\xe9\n\nKEY\nx = '\xfc'\n",
    "crlf": b"# x\r\n\r\nKEY\r\nif x:\r\n    y = 1  # \xc3\xbc\r\n",
    "tabs": b"# x\n\nKEY\nif x:\n\ty\t=\t1\t\n",
    "a mark": b"\xef\xbb\xbf# x\n\nKEY\ny = 1\n",
    "a form feed": b"# x\n\nKEY\n\x0c\ny = 1\n",
    "no end of the last line": b"# x\n\nKEY\ny = 1",
}


@pytest.mark.parametrize("text", PARTS.values(), ids=PARTS)
def test_all_else_stays_byte_for_byte(tmp_path: Path, text: bytes) -> None:
    (file,) = planned(
        tmp_path, {"bot.py": text.replace(b"KEY", f"api_secret = '{V}'".encode())}
    ).files
    newline = b"\r\n" if b"\r\n" in text else b"\n"
    made = b"import os" + newline * 2 + b"api_secret = os.environ['API_SECRET']"
    assert file.raw == text.replace(b"KEY", made)


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    once = fixed(tmp_path, f'api_secret = "{V}"\n', style="dotenv")
    assert fixed(tmp_path, once, style="dotenv") == once
