"""Statements on their own: each parses, and each literal is where it is said to be."""

import libcst as cst
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.document import Document
from leakguard.syntax import bounds
from leakguard.syntax.lines import logical_lines
from leakguard.syntax.statement import Statement, parse_statement
from tests.grouped import each


def parsed(data: bytes) -> Statement | None:
    """The last logical line of a source that holds a word, parsed."""
    document = Document("a.py", "a.py", data)
    span = [it for it in logical_lines(data).spans if data[slice(*it)].strip()][-1]
    return parse_statement(document, span)


def literals(data: bytes) -> list[bytes]:
    """The bytes at which the strings of the last statement are said to stand."""
    statement = parsed(data)
    assert statement is not None
    return [
        data[slice(*statement.span_of(node))]
        for node in statement.nodes()
        if isinstance(node, cst.SimpleString)
    ]


HEADS = [
    'if a == "KEY":', 'elif a == "KEY":', 'else: a = "KEY"', 'while a("KEY"):', 'for a in "KEY":',
    'try: a = "KEY"', 'except A("KEY"):', 'except* A("KEY"):', 'finally: a = "KEY"',
    'with a("KEY") as b:', 'with (a("KEY") as b, c):', 'def f(a="KEY"):', 'def f(a="KEY"): pass',
    'async def f(a="KEY"):', 'async with a("KEY"):', 'async for a in b("KEY"):',
    'class A(b="KEY"):',
    'class A: b = "KEY"', '@a("KEY")', 'match a("KEY"):', 'case "KEY":', 'case A(b="KEY") if c:',
    'if(a("KEY")):', 'while("KEY"):', 'elif("KEY"):', 'else : a = "KEY"', 'lambda a="KEY": a',
]  # fmt: skip
STATEMENTS = [
    'a = "KEY"', 'a: str = "KEY"', 'a += "KEY"', 'a.b["c"] = "KEY"', '(a := "KEY")', 'f("KEY")',
    'await f("KEY")', 'return "KEY"', 'yield "KEY"', 'x = yield "KEY"', 'assert a, "KEY"',
    'raise A("KEY")', 'del a["KEY"]', 'a = b if c else "KEY"', 'a = [b async for b in c("KEY")]',
    'case = "KEY"', 'match = "KEY"', 'match("KEY")', 'type = "KEY"', 'case["KEY"] = 1',
    'a, b = "", "KEY"', '*a, b = c, "KEY"', 'a = b = "KEY"', 'a = 1; b = "KEY"', '"KEY"',
    'type A = B["KEY"]', 'class A[T: "KEY"]: pass', 'def f[T](a="KEY"): pass',
    'print(f"{a}", "KEY")',
    'a = {**b, "c": "KEY"}', 'f(*a, **{"b": "KEY"})', 'global a; b = "KEY"', 'a = r"KEY"',
    'a = b"KEY"', 'a = ("KEY")', "a = '''KEY'''", 'a = a < b < "KEY"', 'a = not -b ** "KEY"',
    'a = b[1:"KEY", ...]', 'a = "KEY"  # a comment', 'a = "KEY";',
    'def f(a, /, b, *, c="KEY"): ...',
]  # fmt: skip


class TestALineIsParsed:
    def test_and_its_literal_found(self) -> None:
        def check(line: str) -> None:
            assert any(b"KEY" in literal for literal in literals(line.encode()))

        each(HEADS + STATEMENTS, check)

    @pytest.mark.parametrize(
        "indent", [b"    ", b"\t", b" \t ", b"\x0c  "], ids=["blanks", "tab", "mixed", "form feed"]
    )
    def test_at_its_place_however_deep_it_stands(self, indent: bytes) -> None:
        def check(line: str) -> None:
            data = b"if a:\n" + indent + line.encode() + b"\n"
            assert literals(data) == literals(line.encode())

        each(HEADS + STATEMENTS, check)


@pytest.mark.parametrize(
    "source",
    [
        'f("ä", "KEY")',
        'f("日本語 \U0001f511", "KEY")',
        'ключ = f(\n  "\U0001f511",\n  "KEY")',
        "f(\n  1,\n\t'KEY')",
        "f(\r\n  1,\r\n  'KEY')",
        "f(\r  1,\r  'KEY')",
        "f(\r\n  1,\n  2,\r  'KEY')",
        "f('''a\r\nb''', 'KEY')",
        "f('''a\nb\n''' 'c', \\\n 'KEY')",
        "a = \\\r\n  'KEY'",
        "f(1,\x0c 'KEY')",
        "f('\t\x0b\x85\u2028', 'KEY')",
        "f( # ä \n 'KEY')",
        "f(f'{a:>{b}} ä', 'KEY')",
        "f('a\\\nb', 'KEY')",
        "f('a\\\r\nb', 'KEY')",
    ],
)
@pytest.mark.parametrize("before", ["", "é = 'ü'\n\n", "if a:\n\t", "# c\r\n"])
def test_places_are_exact(source: str, before: str) -> None:
    assert literals((before + source).encode())[-1] == b"'KEY'".replace(
        b"'", source[source.index("KEY") - 1].encode()
    )


def test_places_are_exact_in_latin_1() -> None:
    assert literals('a = "é"\nf("ü", "KEY", "é")'.encode("latin-1")) == [
        b'"\xfc"', b'"KEY"', b'"\xe9"',
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["elif a == f('é', 'KEY'):", "case 'KEY' | 'é':", "else: 'KEY'"])
def test_places_are_exact_behind_what_a_line_needs_before_it(line: str) -> None:
    data = line.encode()
    assert parsed(data) is not None
    assert b"'KEY'" in literals(data)


@pytest.mark.parametrize(
    "line",
    [
        'print "KEY"', 'exec "KEY" in a', 'raise A, "KEY"', 'a = `b`; c = "KEY"', 'a = ur"KEY"',
        '!pip install "KEY"', '%env A="KEY"', '>>> a = "KEY"', 'a = "KEY', 'a = ("KEY"',
    'a = "KEY")',
        "a = 'b' b'KEY'", 'a b "KEY"', "a = $KEY", "def f(", "\x00 = 'KEY'", "a = 0777 + 'KEY'",
        '\\', 'else', "@", "if", '"KEY" = a', "f('KEY' for a in b, c)", "?'KEY'",
    ],
)  # fmt: skip
def test_what_is_no_python_of_today_is_none_and_no_error(line: str) -> None:
    assert parsed(line.encode()) is None


def test_a_statement_that_is_too_deep_to_place_is_placed_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "DEEPEST", 100)
    line = b"x = 'KEY'; " + b"a[" * 95 + b"b" + b"]" * 95 + b"  # 'KEY'"
    statement = parsed(line)
    assert statement is not None
    (key,) = (it for it in statement.nodes() if isinstance(it, cst.SimpleString))
    assert statement.span_of(key) == (0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "a = f('KEY', '\\xe9', b)",
        "a = (\n 'KEY' + b)",
        "f('é', 'KEY')",
        "a = ('KEY')",
        "a='K','KE','KEY'",
        "f(a='K', b='K')",
        "a = '' + ''",
        "a = 'K'  # 'K'",
    ],
)
def test_a_string_or_name_is_placed_to_the_letter(line: str) -> None:
    statement = parsed(line.encode())
    assert statement is not None
    nodes = [it for it in statement.nodes() if isinstance(it, cst.SimpleString | cst.Name)]
    assert nodes
    assert [line.encode()[slice(*statement.span_of(it))].decode() for it in nodes] == [
        it.value for it in nodes
    ]


@pytest.mark.parametrize(
    "line",
    [
        "a = 'K' if 'K' else 'K'", "def f(a='K', /, b='K', *, c='K'): ...", "f('K', a=b['K'])",
        "class A('K', b='K'): c = 'K'", "case 'K' if 'K': a = 'K'", "except a('K'): b = 'K'",
        "@a('K', 'K')", "x = lambda a='K': 'K'", "{'K': 'K' for a in 'K' if 'K'}",
        "a = f'{b[\"K\"]}', 'K', 'K'", "with a('K') as b['K']: c = 'K'", "a: 'K' = 'K'",
        "while 'K': a = 'K'", "for a['K'] in 'K': b = 'K'", "a = b['K':'K', 'K']",
    ],
)  # fmt: skip
def test_strings_alike_are_placed_where_libcst_places_them(line: str) -> None:
    once, twice = (
        parsed(line.encode()),
        parsed(f"{line}  # 'K'".encode()),
    )  # which takes the long way
    assert once is not None
    assert twice is not None
    places = [
        [it.span_of(node) for node in it.nodes() if isinstance(node, cst.SimpleString)]
        for it in (once, twice)
    ]
    assert places[0] == places[1]
    assert places[0] == sorted(places[0])


_PIECES = st.sampled_from(
    ["(", ")", "[", "]", "{", "}", "'", '"', "'''", "f'", "b'", "\\", "\n", "\r", "\r\n", "#", " ",
     "a", "1", "=", ":", ",", ".", "if ", "lambda ", "case ", "del ", "é", "\t", "\x0c", "@", "-"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_is_a_statement_or_none(text: str) -> None:
    data = text.encode()
    document = Document("a.py", "a.py", data)
    for span in logical_lines(data).spans:
        statement = parse_statement(document, span)
        for node in statement.nodes() if statement else ():
            if isinstance(node, cst.SimpleString):
                start, end = statement.span_of(node) if statement else span
                assert span[0] <= start < end <= span[1]
