"""Values that are put together of names: only what the names certainly stand for gets out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.fix.conftest import planned
from tests.notebook.made import code, notebook
from tests.support import Repository

V = made_up("base62", 64, 381)
A, B = V[:30], V[30:]
CODES = list(V.encode())
APPLY = ("fix", "--apply", "--style", "dotenv", "--env-file", ".env")

CERTAIN = {
    "names of the module": f'_A = "{A}"\n_B = "{B}"\napi_secret = _A + _B\nprint(api_secret)\n',
    "names of a name": (
        f'_A = "{A[:9]}"\n_C = _A + "{A[9:]}"\napi_secret = _C + "{B}"\nprint(api_secret)\n'
    ),
    "names of a function": (
        f'def f():\n    a, x = "x", 1\n    b = "{A}"\n    api_secret = b + "{B}"\n'
        "    return api_secret\nprint(f())\n"
    ),
    "a name of the function around it": (
        f'def f():\n    a = "{A}"\n    def g():\n        api_secret = a + "{B}"\n'
        "        return api_secret\n    return g()\nprint(f())\n"
    ),
    "a name of its class": (
        f'class C:\n    _A: str = "{A}"\n    api_secret = _A + "{B}"\nprint(C.api_secret)\n'
    ),
    "a formatted text": (
        f'_A = "{A}"\n_B = "{B}"\napi_secret = f"{{_A}}{{_B}}"\nprint(api_secret)\n'
    ),
    "a list": f'_P = ["{A}", "{B}"]\napi_secret = "".join(_P)\nprint(api_secret)\n',
    "an item that is read": (
        f'_D = {{"a": "{A}"}}\napi_secret = _D["a"] + "{B}"\nprint(api_secret)\n'
    ),
    "an item that `get` gives": (
        f'_D = {{"a": "{A}"}}\napi_secret = _D.get("a") + "{B}"\nprint(api_secret)\n'
    ),
    "a decoder": (
        f'import base64\napi_secret = base64.b64encode(b"{V}").decode()\nprint(api_secret)\n'
    ),
    "a decoder that is imported twice": (
        "from base64 import b64encode as e\ndef f():\n    from base64 import b64encode as e\n"
        f'    api_secret = e(b"{V}").decode()\n    return api_secret\nprint(f())\n'
    ),
    "functions of Python": (
        f'api_secret = "".join(map(chr, {CODES}))\nprint(api_secret)\n'
    ),
    "a loop in brackets": (
        f"_N = {CODES}\n"
        'api_secret = "".join(chr(c) for c in _N)\nprint(api_secret)\n'
    ),
}  # fmt: skip


CLIENT = """class Client:
    def __init__(self, api_key="", api_secret=""):
        print(api_secret)

    def __repr__(self):
        return "a client"
"""


def handed(text: str) -> str:
    """A text in which the secret is handed to an SDK, where names are followed."""
    text = re.sub(r"api_secret = (.*)", r"api_secret = Client(api_secret=\1)", text)
    text = re.sub(r"print\(api_secret[^\n]*", "", text)
    return f"from binance.client import Client\n{text}"


def said(file: Path) -> str:
    done = subprocess.run([sys.executable, file.name], cwd=file.parent, capture_output=True,
                          check=True, env={}, text=True)  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("text", CERTAIN.values(), ids=CERTAIN)
def test_what_is_certain_gets_out_and_the_program_prints_the_same(
    repository: Repository, run: Run, text: str
) -> None:
    own = {"binance/__init__.py": "", "binance/client.py": CLIENT}  # before one that is installed
    repository.commit(**{"bot.py": handed(text), **own})
    before = said(repository.path / "bot.py")
    run(*APPLY, cwd=repository.path)
    assert "api_secret=os.environ[" in (repository.path / "bot.py").read_text()
    assert said(repository.path / "bot.py") == before


def use(*before: str, behind: str = "", made: str = f'_A + "{B}"') -> str:
    """A module that puts a secret together, with other statements before and behind it."""
    return "\n".join((f'_A = "{A}"', *before, f"api_secret = {made}", behind, ""))


def use_of(first: str, *before: str, made: str, behind: str = "") -> str:
    return "\n".join((first, *before, f"api_secret = {made}", behind, ""))


LIST, DICT = f'_P = ["{A}", "{B}"]', f'_D = {{"k": "{A}"}}'
JOINED, ITEM = '"".join(_P)', f'_D["k"] + "{B}"'

OWN = "self._A"

UNCERTAIN = {
    "bound again before": use('_A = input()\n_A = "' + A + '"'),
    "bound again behind": use(behind='_A = "x"'),
    "augmented": use(behind='_A += "x"'),
    "bound by `global`": use(behind='def f():\n    global _A\n    _A = "x"'),
    "bound by `global` in a class": use(behind='class C:\n    global _A\n    _A = "x"'),
    "bound by `nonlocal`": (
        f'def f():\n    a = "{A}"\n    def g():\n        nonlocal a\n        a = "x"\n'
        f'    g()\n    api_secret = a + "{B}"\n    return api_secret\n'
    ),
    "deleted": use(behind="del _A"),
    "a loop": use("for _A in load():\n    pass"),
    "an asynchronous loop": use(
        "async def f():\n    global _A\n    async for _A in x:\n        pass"
    ),
    "`with … as`": use("with load() as _A:\n    pass"),
    "`with … as` in brackets": use("with load() as (x, *_A):\n    pass"),
    "`except … as`": use("try:\n    pass\nexcept OSError as _A:\n    pass"),
    "an import": use("from x import _A"),
    "an import by another name": use("import x as _A"),
    "a walrus": use("if (_A := load()):\n    pass"),
    "a walrus in a comprehension": use("x = [_A := it for it in load()]"),
    "a capture": use("match load():\n    case _A:\n        pass"),
    "a capture of the rest": use("match load():\n    case [1, *_A]:\n        pass"),
    "a capture of other keys": use('match load():\n    case {"a": 1, **_A}:\n        pass'),
    "a capture by `as`": use("match load():\n    case int() as _A:\n        pass"),
    "a class": use("class _A:\n    pass"),
    "a function": use("def _A():\n    pass"),
    "unpacked": use("_A, x = load()"),
    "an annotation alone": use("_A: str"),
    "an attribute of a module": use("import bot\nbot._A = load()"),
    "the names of another module": use("from settings import *"),
    "`globals`": use('globals()["_A"] = load()'),
    "`exec`": use("exec(load())"),
    "`eval`": use("eval(load())"),
    "`setattr`": use('setattr(bot, "_A", load())'),
    "the table of modules": use('sys.modules["bot"]._A'),
    "a parameter": f'_A = "{A}"\ndef f(_A):\n    api_secret = _A + "{B}"\n    return api_secret\n',
    "a parameter that has a default": (
        f'_A = "{A}"\ndef f(x, *, _A="x"):\n    api_secret = _A + "{B}"\n    return api_secret\n'
    ),
    "a parameter for many": (
        f'_A = "{A}"\ndef f(*_A):\n    api_secret = _A + "{B}"\n    return api_secret\n'
    ),
    "a parameter of the function around it": (
        f'_A = "{A}"\ndef f(_A):\n    def g():\n        api_secret = _A + "{B}"\n'
        "        return api_secret\n    return g\n"
    ),
    "a parameter of a lambda": f'_A = "{A}"\nx = lambda _A: Client(api_secret=_A + "{B}")\n',
    "a name of a comprehension": (
        f'_A = "{A}"\nx = [Client(api_secret=_A + "{B}") for _A in load()]\n'
    ),
    "a local name of later": (
        f'_A = "{A}"\ndef f():\n    api_secret = _A + "{B}"\n    for _A in load():\n        pass\n'
        "    return api_secret\n"
    ),
    "the name of a class, in a method": (
        f'class C:\n    _A = "{A}"\n    def f(self):\n        api_secret = _A + "{B}"\n'
        "        return api_secret\n"
    ),
    "the name of a class, which the module has too": (
        f'_A = "x"\nclass C:\n    _A = "{A}"\n    api_secret = _A + "{B}"\n'
    ),
    "the name of the module, which a class has too": (
        f'_A = "x"\nclass C:\n    _A = "{A}"\napi_secret = _A + "{B}"\n'
    ),
    "an attribute of a class": (
        f'class C:\n    _A = "{A}"\n    def f(self):\n        api_secret = {OWN} + "{B}"\n'
        "        return api_secret\n"
    ),
    "a list that grows": use_of(LIST, '_P.append("x")', made=JOINED),
    "a list that grows in a function": use_of(LIST, 'def f():\n    _P.append("x")', made=JOINED),
    "a list that grows by an operator": use_of(LIST, '_P += ["x"]', made=JOINED),
    "a list of which an item is set": use_of(LIST, '_P[0] = "x"', made=JOINED),
    "a list of which an item is deleted": use_of(LIST, "del _P[0]", made=JOINED),
    "a list of which a slice is set": use_of(LIST, '_P[1:] = ["x"]', made=JOINED),
    "a list that has another name": use_of(LIST, "x = _P", "x.append(1)", made=JOINED),
    "a list in another": use_of(LIST, "x = [_P]", "x[0].append(1)", made=JOINED),
    "a list that is given away": use_of(LIST, "def f():\n    return _P", made=JOINED),
    "a list whose method has a name": use_of(LIST, "x = _P.append", 'x("x")', made=JOINED),
    "a list under a name for another": use_of(LIST, "_Q = _P", "_Q.clear()", made='"".join(_Q)'),
    "a dict of which an item is set": use_of(DICT, '_D["k"] = load()', made=ITEM),
    "a dict of which an item grows": use_of(DICT, '_D["k"] += "x"', made=ITEM),
    "a dict of which an item is deleted": use_of(DICT, 'del _D["k"]', made=ITEM),
    "a dict that is updated": use_of(DICT, "_D.update(load())", made=ITEM),
    "a dict that is updated by an operator": use_of(DICT, "_D |= load()", made=ITEM),
    "a dict that is changed behind it": use_of(DICT, made=ITEM, behind="_D.clear()"),
    "a dict in a dict": use_of(
        f'_D = {{"a": {{"k": "{A}"}}}}', '_D["a"]["k"] = load()', made=f'_D["a"]["k"] + "{B}"'
    ),
    "a dict in a dict that has another name": use_of(
        f'_D = {{"a": {{"k": "{A}"}}}}', 'x = _D["a"]', "x.clear()", made=f'_D["a"]["k"] + "{B}"'
    ),
    "a dict in a list that is gone through": use_of(
        f'_D = [{{"k": "{A}"}}]', "for x in _D:\n    x.clear()", made=f'_D[0]["k"] + "{B}"'
    ),
    "a function of Python by another meaning": (
        f'def chr(x):\n    return "x"\napi_secret = "".join(map(chr, {CODES}))\n'
    ),
    "a function of Python, set from outside": (
        f'import builtins\nbuiltins.chr = load\napi_secret = "".join(map(chr, {CODES}))\n'
    ),
    "a decoder that another takes the name of": (
        f'import base64\nimport x as base64\napi_secret = base64.b64encode(b"{V}").decode()\n'
    ),
    "a decoder that is replaced": (
        "import base64\nbase64.b64encode = load\n"
        f'api_secret = base64.b64encode(b"{V}").decode()\n'
    ),
    "a decoder of another module": (
        f'import util\napi_secret = util.base64.b64encode(b"{V}").decode()\n'
    ),
    "a decoder by another module": (
        f'from util import base64\napi_secret = base64.b64encode(b"{V}").decode()\n'
    ),
    "a name that is bound within": f'api_secret = (_A := "{A}") + "{B}"\n',
    "a file that does not parse": use(behind="print _A"),
    "a name that is made of itself": f'_A = _A + "{A}"\napi_secret = _A + "{B}"\n',
}  # fmt: skip


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_stays_as_it_is(repository: Repository, run: Run, text: str) -> None:
    repository.commit(**{"bot.py": handed(text)})
    run(*APPLY, cwd=repository.path)
    assert (repository.path / "bot.py").read_text() == handed(text)


def test_the_reason_is_told(tmp_path: Path) -> None:
    text = handed(use(behind="del _A"))
    (left,) = planned(tmp_path, {"bot.py": text}, unsafe=False, style="dotenv").left
    assert left.reason == "only with --unsafe-fixes: what its names stand for is not certain"


MAGICS = {"it is certain": ("", True), "magics may bind names": ("%run other.py\n", False)}


@pytest.mark.parametrize(("magic", "is_mended"), MAGICS.values(), ids=MAGICS)
def test_the_cells_of_a_notebook_are_one(tmp_path: Path, magic: str, is_mended: bool) -> None:
    cells = notebook(code(handed(f'_A = "{A}"\n')), code(f'{magic}Client(api_secret=_A + "{B}")\n'))
    plan = planned(tmp_path, {"bot.ipynb": cells}, unsafe=False, style="dotenv")
    assert bool(plan.mended) is is_mended


DEEP = {
    "a long sum elsewhere": "x = " + "+".join(["1"] * 20_000),
    "a chain of names": "\n".join(f"_C{n} = _C{n + 1}" for n in range(400)),
    "names that double": "\n".join(f"_C{n} = _C{n + 1} + _C{n + 1}" for n in range(60)),
    "brackets": "x = " + "[" * 150 + "]" * 150,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_deep_is_survived(tmp_path: Path, text: str) -> None:
    source = handed(f'{text}\n_B = "{B}"\napi_secret = "{A}" + _B + _C0\n')
    planned(tmp_path, {"bot.py": source}, unsafe=False, style="dotenv")
