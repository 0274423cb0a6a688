"""What an expression certainly is: the one that is handed to `use` in a source."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.document import Document
from leakguard.syntax.certain import has_names, value
from leakguard.syntax.scopes import Scopes


def certain(source: str, encoding: str = "utf-8") -> str | None:
    """Give what the argument of the only `use(…)` certainly is."""
    document = Document("a.py", "a.py", source.encode(encoding))
    start = document.data.index(b"use(") + 4
    end = document.data.index(b") #", start)
    return value(document, Scopes.of(document.text(0, len(document.data))), (start, end))


AB = {
    "a name": 'A = "a"\nuse(A + "b") #',
    "a name that is bound below": 'def f():\n    use(A + "b") #\nA = "a"',
    "the same name of a parameter elsewhere": 'A = "a"\ndef f(A):\n    pass\nuse(A + "b") #',
    "the same name of another function": 'A = "a"\ndef f():\n    A = "x"\nuse(A + "b") #',
    "the same name of a class, in its method": (
        'A = "a"\nclass C:\n    A = "x"\n    def f(self):\n        use(A + "b") #'
    ),
    "the same name of a lambda": 'A = "a"\nf = lambda A: A\nuse(A + "b") #',
    "the same name of a comprehension": 'A = "a"\nf = [A for A in g(A)]\nuse(A + "b") #',
    "a default, which is computed outside": 'A = "a"\ndef f(A=use(A + "b") #\n): pass',
    "what a comprehension goes through": 'A = "a"\nf = [A for A in use(A + "b") #\n]',
    "a decorator": 'A = "a"\n@use(A + "b") #\ndef f(A): pass',
    "an annotation": 'A = "a"\ndef f(A: use(A + "b") #\n): pass',
    "a name that a function reads": 'A = "a"\ndef f():\n    global A\n    use(A + "b") #',
    "two targets": 'A = B = "a"\nuse(B + "b") #',
    "lines of Windows": 'é = 1\r\nA = "a"\r\nx = "é", use(A + "b") #',
    "lines with brackets": 'A = "a"\nx = "é", use((\n    "" +\n  A + "b")) #',
    "a formatted text": 'A = "a"\nuse(f"{A}b") #',
    "an item that is read elsewhere": (
        'D = {"k": "a"}\nprint(D["k"])\nx = D["k"]\nuse(D["k"] + "b") #'
    ),
    "an item of a list that is gone through": 'L = ["a"]\nfor x in L: pass\nuse(L[0] + "b") #',
    "a list that is given a function": 'L = ["a", "b"]\nlen(L)\nuse("".join(L)) #',
    "a decoder by another name": 'from base64 import b64decode as d\nuse(d("YWI=")) #',
    "a decoder, imported twice": (
        'import base64\ndef f():\n    import base64\n    use(base64.b64decode("YWI=")) #'
    ),
}  # fmt: skip


@pytest.mark.parametrize("source", AB.values(), ids=AB)
def test_it_is_certain(source: str) -> None:
    assert certain(source) == "ab"


def test_letters_of_another_encoding_are_counted() -> None:
    assert certain('é = 1; A = "ü"; use(A + "b") #', "latin-1") == "üb"


OTHERWISE = {
    "a name of a function without a value": 'A = "a"\ndef f():\n    A: str\n    use(A + "b") #',
    "a name that is never bound": 'use(A + "b") #',
    "another expression": 'A = "a"\nuse(g(A)) #',
    "no Python": 'A = "a"\nuse(A + "b") #\nprint A',
    "a source that is too large": f'A = "a"\nuse(A + "b") #\nB = "{"x" * (3 << 20)}"',
    "a private name of a class": 'class C:\n    __A = "a"\n    use(__A + "b") #',
    "a parameter of the type of a function": 'A = "a"\ndef f(x, /, *, A):\n    use(A + "b") #',
}


@pytest.mark.parametrize("source", OTHERWISE.values(), ids=OTHERWISE)
def test_it_is_not_certain(source: str) -> None:
    assert certain(source) is None


def test_the_module_counts_though_a_class_has_the_name_too() -> None:
    assert certain('A = "a"\nclass C:\n    A = "x"\nuse(A + "b") #') == "ab"


NAMES = {'"a" + B': True, '"a" + "b"': False, 'f"{B}"': True, '"a".join(["b"])': False, "(": True}


@pytest.mark.parametrize(("text", "has"), NAMES.items(), ids=NAMES)
def test_names_are_told(text: str, has: bool) -> None:
    assert has_names(text) is has


EXPRESSIONS = ("A + B", 'f"{A}{B}"', '"".join(L)', 'D["k"] + A', "B[::-1]", "L[0] + B", "str(A)")
BINDINGS = (
    'A = "a"', 'B = "b"', 'L = ["c", "d"]', 'D = {"k": "e"}', 'A, B = "f", "g"', 'B += "h"',
    'L.append("i")', 'D["k"] = "j"', "M = L", 'M.append("k")', "B = A", "L = [A, B]", "del A",
    'for A in "lm": pass', 'x = [A for A in "no"]', 'x = [(B := "p") for _ in "q"]',
    "def A(): pass", "class B: pass", "f = lambda A: A", "L.reverse()", "D.update(k=A)",
    'exec("A = 1")', 'globals()["B"] = "r"', "import base64 as A", "x = D.get", "str = repr",
)  # fmt: skip
HEADS = (
    "", "if x:", "for _ in 'ab':", "def f(B='s'):", "def f():", "def f():\n global A", "class C:",
    "try:", "for _ in [1]:\n def f(A='t'):",
)  # fmt: skip


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A source that binds names, some of them again somewhere, and uses some in one place."""
    lines = list(BINDINGS[:4])
    expression = draw(st.sampled_from(EXPRESSIONS))
    for is_use in draw(st.permutations([True, *[False] * draw(st.integers(0, 2))])):
        head = draw(st.sampled_from(HEADS))
        body = draw(st.lists(st.sampled_from(BINDINGS), max_size=2))
        body = [*body, f"use({expression}) #"] if is_use else [*body, "pass"]
        body += draw(st.lists(st.sampled_from(BINDINGS), max_size=1))
        indent = " " * (head.count("\n") + bool(head))
        lines += [head, *(f"{indent}{it}" for it in body)]
        lines += ["except ValueError: pass"] if head == "try:" else []
        lines += ["try: f()\nexcept Exception: pass"] if "def f" in head else []
    return "\n".join(lines)


def test_it_is_what_every_run_makes_of_it() -> None:
    known: list[bool] = []

    @settings(max_examples=300, deadline=None, derandomize=True, database=None)
    @given(sources())
    def holds(source: str) -> None:
        used: list[object] = []
        with contextlib.suppress(Exception):
            exec(compile(source, "a.py", "exec"), {"use": used.append, "x": 1})  # our own source
        told = certain(source)
        known.append(told is not None and bool(used))
        assert told is None or set(used) <= {told}

    holds()
    assert sum(known) > 30
