"""What libcst is given: flat and small statements alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.syntax.bounds import (
    DEEPEST,
    DEEPEST_TARGET,
    LONGEST,
    LONGEST_CHAIN,
    is_within_bounds,
)

CHAINS = {
    "minus": "-{}",
    "tilde": "~{}",
    "not": "not {}",
    "await": "await {}",
    "lambda": "lambda: {}",
    "lambda with parameters": "lambda a, b: {}",
    "lambda with a default": "lambda a=1: {}",
    "conditional": "a if b else {}",
    "sum": "a + {}",
    "power": "a ** {}",
    "or": "a or {}",
    "and": "a and {}",
    "comparison": "a < {}",
    "is not": "a is not {}",
    "attribute": "{}.a",
    "call": "{}()",
    "call with arguments": "{}(a, b)",
    "subscript": "{}[0]",
    "comprehension": "{} for a in b",
    "comprehension of pairs": "{} for a, b in c",
    "literals side by side": "'a' {}",
    "f-strings side by side": "f'{{a}}' {}",
    "matrix product": "a @ {}",
    "bit or": "a | {}",
}
NESTS = {
    "parentheses": "({})",
    "lists": "[{}]",
    "sets": "{{{}}}",
    "dicts": "{{a: {}}}",
    "calls": "f(a, {})",
    "keywords": "f(a={})",
    "subscripts": "a[{}]",
    "starred": "f(*{})",
    "walrus": "(a := {})",
    "yield": "(yield {})",
    "lambdas": "(lambda: {})",
    "comprehensions": "[a for a in {}]",
    "generators": "f(a for a in {})",
}


def nested(form: str, times: int, core: str = "a") -> str:
    head, tail = form.format("\0").split("\0")
    return head * times + core + tail * times


class TestChains:
    @pytest.mark.parametrize("form", CHAINS.values(), ids=CHAINS)
    def test_that_are_long_are_refused(self, form: str) -> None:
        assert not is_within_bounds("x = " + nested(form, LONGEST_CHAIN + 1))

    @pytest.mark.parametrize("form", CHAINS.values(), ids=CHAINS)
    def test_that_people_write_are_taken(self, form: str) -> None:
        assert is_within_bounds("x = " + nested(form, 40))

    @pytest.mark.parametrize("form", CHAINS.values(), ids=CHAINS)
    def test_that_add_up_through_brackets_are_refused(self, form: str) -> None:
        part = nested(form, 40, "\0").replace("\0", "({})").replace("{{", "{").replace("}}", "}")
        statement = "a"
        for _ in range(12):
            statement = part.replace("({})", f"({statement})")
        assert not is_within_bounds("x = " + statement)

    @pytest.mark.parametrize("form", CHAINS.values(), ids=CHAINS)
    def test_that_stand_side_by_side_are_taken(self, form: str) -> None:
        assert is_within_bounds("x = " + ", ".join([nested(form, 9)] * 100))


class TestNests:
    @pytest.mark.parametrize("form", NESTS.values(), ids=NESTS)
    def test_that_are_deep_are_refused(self, form: str) -> None:
        assert not is_within_bounds("x = " + nested(form, DEEPEST + 1))

    @pytest.mark.parametrize("form", NESTS.values(), ids=NESTS)
    def test_that_people_write_are_taken(self, form: str) -> None:
        assert is_within_bounds("x = " + nested(form, 20))

    @pytest.mark.parametrize("form", NESTS.values(), ids=NESTS)
    def test_that_are_never_closed_are_refused(self, form: str) -> None:
        assert not is_within_bounds("x = " + form.format("\0").split("\0")[0] * (DEEPEST + 1))

    @pytest.mark.parametrize(
        "target",
        ["case {}:", "del {}", "x = 1; del {}", "if a: del {}"],
        ids=["case", "del", "del after ;", "del after :"],
    )
    def test_of_targets_are_taken_less_deep(self, target: str) -> None:
        taken = target.format("(" * DEEPEST_TARGET + "a" + ")" * DEEPEST_TARGET)
        refused = target.format("((" * DEEPEST_TARGET + "a" + "))" * DEEPEST_TARGET)
        assert (is_within_bounds(taken), is_within_bounds(refused)) == (True, False)

    @pytest.mark.parametrize("name", ["cases", "case_of", "delta", "case2"])
    def test_of_names_that_begin_alike_are_not_targets(self, name: str) -> None:
        assert is_within_bounds(f"{name} = {'(' * 20}a{')' * 20}")


class TestFormattedStrings:
    @pytest.mark.parametrize("prefix", ["f", "F", "rf", "fR", "t", "tr"])
    def test_hold_expressions_that_count(self, prefix: str) -> None:
        assert not is_within_bounds(f'x = {prefix}"{{{"-" * 400}a}}"')

    @pytest.mark.parametrize("prefix", ["", "b", "r", "u"])
    def test_alone_do(self, prefix: str) -> None:
        assert is_within_bounds(f'x = {prefix}"{{{"-" * 400}a}}"')

    def test_within_each_other_add_up(self) -> None:
        inner = "f'{" + "(" * 60 + "a" + ")" * 60 + "}'"
        assert not is_within_bounds('x = f"{' + "(" * 60 + inner + ")" * 60 + '}"')

    def test_in_their_own_quotes_are_refused_when_they_are_deep(self) -> None:
        assert not is_within_bounds("x = " + 'f"{' * 30 + "a" + '}"' * 30)

    def test_in_their_own_quotes_are_taken_side_by_side(self) -> None:
        assert is_within_bounds("x = [" + """f"{a["b"]}", """ * 100 + "]")


class TestWhatIsNoOperator:
    @pytest.mark.parametrize(
        "statement",
        [
            "x = '" + "-" * 1000 + "'",
            'x = """' + "(" * 1000 + '"""',
            "x = (1, # " + "(" * 1000 + "\n 2)",
            "x = [\n" + "  # why\n" * 1000 + "]",
            "x = [" + "1.5e-3, " * 1000 + "]",
            "x = {" + "'a.b': c.d, " * 1000 + "}",
            "x = " + "y = " * 500 + "1",
            "import " + ", ".join(f"a.b{n}" for n in range(500)),
            "f(" + "lambda a: a + 1, " * 500 + ")",
        ],
        ids=[
            "string", "long string", "comment", "comments", "numbers", "dict", "targets", "imports",
            "lambdas",
        ],
    )  # fmt: skip
    def test_does_not_count(self, statement: str) -> None:
        assert is_within_bounds(statement)


def test_a_literal_of_thousands_of_lines_is_data() -> None:
    assert not is_within_bounds("x = '''" + "a" * LONGEST + "'''")


@given(st.text(alphabet="'\"\\\n\r#([{}])fab:,.=- 0", max_size=300))
def test_the_end_of_a_line_changes_nothing_in_any_text(text: str) -> None:
    assert is_within_bounds(text) == is_within_bounds(text + "\n")


@pytest.mark.parametrize("unit", ["'''\\", '"\\', "'f\\'\\", '"""\n\\', "f'\"", '\nf""\'', "f\\'"])
def test_strings_that_nothing_closes_are_read_once(unit: str) -> None:
    """A quadratic pass over twenty thousand characters would take the rest of the day."""
    text = (unit * LONGEST)[: LONGEST - 1]
    assert is_within_bounds(text) == is_within_bounds(text + "\n")
