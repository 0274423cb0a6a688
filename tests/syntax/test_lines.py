"""Logical lines, as Python's own tokenizer splits them."""

import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leakguard
from leakguard.syntax.lines import logical_lines
from tests.grouped import each


def split(source: str | bytes) -> list[str]:
    data = source.encode() if isinstance(source, str) else source
    return [data[start:end].decode() for start, end in logical_lines(data).spans]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]),
        ("a\n\nb\n", ["a", "", "b", ""]),
        ("f(\n1,\n2)\nb", ["f(\n1,\n2)", "b"]),
        ("f(\r\n1)\r\nb", ["f(\r\n1)", "b"]),
        ("x = [\n{(\n)}]\nb", ["x = [\n{(\n)}]", "b"]),
        ("x = '''a\nb'''\nc", ["x = '''a\nb'''", "c"]),
        ('x = """a\n"b"""\nc', ['x = """a\n"b"""', "c"]),
        ('x = """\\"""\n"""\nc', ['x = """\\"""\n"""', "c"]),
        ("x = '\\\nb'\nc", ["x = '\\\nb'", "c"]),
        ("x = '\\\r\nb'\nc", ["x = '\\\r\nb'", "c"]),
        ("x = 1 + \\\n 2\nc", ["x = 1 + \\\n 2", "c"]),
        ("x = 1 + \\\r\n 2\nc", ["x = 1 + \\\r\n 2", "c"]),
        ("x = 1 # \\\nc", ["x = 1 # \\", "c"]),
        ("x = '(' # [\nc", ["x = '(' # [", "c"]),
        ("x = '#('\nc", ["x = '#('", "c"]),
        ("a = ')'\n)\nc", ["a = ')'", ")", "c"]),
        ("é = 'ü'\nb", ["é = 'ü'", "b"]),
        ("if a:\n\tb\n\f\nc", ["if a:", "\tb", "\f", "c"]),
        ("f'{a[\"b\"]}'\nc", ["f'{a[\"b\"]}'", "c"]),
        ("rb'\\''\nc", ["rb'\\''", "c"]),
        ("!pip install 'a\n%env A=(\nb", ["!pip install 'a", "%env A=(\nb"]),
        ("print 'a', \\\n 'b'\nc", ["print 'a', \\\n 'b'", "c"]),
        ("", [""]),
    ],
)
def test_a_line_is_held_together_by_brackets_strings_and_backslashes(
    source: str, lines: list[str]
) -> None:
    assert split(source) == lines


class TestAnError:
    @pytest.mark.parametrize(
        "keyword", ["def f():", "class A:", "import a", "return 1", "async def f():", "raise"]
    )
    def test_of_a_bracket_left_open_ends_before_a_statement(self, keyword: str) -> None:
        assert split(f"x = f(1,\n{keyword}\ny = 2") == ["x = f(1,", keyword, "y = 2"]

    def test_of_a_string_left_open_ends_with_its_line(self) -> None:
        assert split("x = 'it\ny = 2") == ["x = 'it", "y = 2"]

    def test_of_a_long_string_left_open_ends_with_the_file(self) -> None:
        assert split("a\nx = '''it\ny = 2") == ["a", "x = '''it\ny = 2"]

    def test_of_a_bracket_too_many_is_forgotten(self) -> None:
        assert split("x = 1)))\ny = (\n2)") == ["x = 1)))", "y = (\n2)"]


def statements(data: bytes) -> Iterator[str]:
    """What Python's tokenizer takes for logical lines, comments and blank lines left out."""
    words: list[str] = []
    for token in tokenize.tokenize(io.BytesIO(data).readline):
        if token.type == tokenize.NEWLINE:
            yield " ".join(words)
            words = []
        elif token.type not in (
            tokenize.ENCODING, tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT,
            tokenize.ENDMARKER,
        ):  # fmt: skip
            words.append(token.string)


SOURCES = sorted(Path(leakguard.__file__).parent.rglob("*.py"))


def test_real_sources_are_split_as_python_splits_them() -> None:
    def check(path: Path) -> None:
        data = path.read_bytes()
        lines = [
            line.lstrip()
            for line in split(data)
            if line.strip() and not line.lstrip().startswith("#")
        ]  # fmt: skip
        apart = [statement for line in lines for statement in statements(line.encode())]
        assert apart == list(statements(data))

    each(SOURCES, check)


class TestPlaces:
    source = "a = 1\nb = f(\n  2)\n\nc\n"
    lines = logical_lines(source.encode())

    @pytest.mark.parametrize(
        ("offset", "number"),
        [(0, 0), (5, 0), (6, 1), (14, 1), (17, 1), (18, 2), (19, 3), (21, 4), (99, 4)],
    )
    def test_every_byte_has_its_line(self, offset: int, number: int) -> None:
        assert self.lines.at(offset) == number

    @pytest.mark.parametrize(
        ("name", "numbers"), [("b", [1]), ("f", [1]), ("self.b", [1]), ("d", []), ("", [])]
    )
    def test_every_name_has_its_lines(self, name: str, numbers: list[int]) -> None:
        assert self.lines.with_name(name) == numbers


@given(st.text(alphabet="'\"\\\n\r#([{}])fab \t\f", max_size=200))
def test_the_lines_of_any_text_cover_it(text: str) -> None:
    data = text.encode()
    lines = logical_lines(data)
    ends = [0, *(end for _, end in lines.spans)]
    starts = [*(start for start, _ in lines.spans), len(data)]
    gaps = [data[end:start] for end, start in zip(ends, starts, strict=True)]
    assert (gaps[0], gaps[-1], set(gaps) - {b"", b"\n", b"\r", b"\r\n"}) == (b"", b"", set())


@pytest.mark.parametrize("unit", ["'''\\", '"\\', "'f\\'\\", '"""\n\\', "'\\'", '\nf""\'', "("])
def test_strings_that_nothing_closes_are_read_once(unit: str) -> None:
    """A quadratic pass over two megabytes would take the rest of the day."""
    size = 2 << 20
    assert logical_lines((unit.encode() * size)[:size]).spans[-1][1] == size
