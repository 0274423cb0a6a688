"""What stands in the rows of an INSERT, and in which column."""

import pytest

from leakguard.context.inserted import column_of, rows_around
from leakguard.document import Document

HEAD = b"INSERT INTO users (id, `name`, password) VALUES "


def document(text: bytes) -> Document:
    return Document("seed.sql", "seed.sql", text)


def columns(text: bytes) -> list[tuple[str, str]]:
    it = document(text)
    end = text.index(b"'", text.index(b"'") + 1) + 1
    return [(column, it.text(*span)) for column, span in rows_around(it, end, set())]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (b"(1, 'ada', 'one')", [("name", "ada"), ("password", "one")]),
        (b"(1, 'a', 'one'),\n  (2, 'b', 'two');", [("name", "a"), ("password", "one"),
                                                   ("name", "b"), ("password", "two")]),
        (b"(NOW(), 'o''k', NULL), (2, 'a,b)', NULL)", [("name", "o''k"), ("name", "a,b)")]),
        (b"(1, 'ada', NULL), (2, NULL, 'two')", [("name", "ada"), ("password", "two")]),
        (b"(1, 'ada', 'one'); SELECT ('x', 'y', 'z')", [("name", "ada"), ("password", "one")]),
        (b"(1, 'ada', 'not closed", [("name", "ada")]),
    ],
    ids=["one-row", "two-rows", "calls-and-quotes", "null", "end", "not-closed"],
)  # fmt: skip
def test_texts_have_their_columns(rows: bytes, found: list[tuple[str, str]]) -> None:
    assert columns(HEAD + rows) == found


def test_a_row_of_settings_names_its_value() -> None:
    head = b"INSERT INTO `options` (`id`, `option_name`, `option_value`) VALUES "
    rows = b"(1, 'api_key', 'one'), (2, 'a title', 'two')"
    assert columns(head + rows) == [
        ("option_name", "api_key"),
        ("api_key", "one"),
        ("option_name", "a title"),
        ("option_value", "two"),
    ]


def test_an_insert_is_read_once() -> None:
    it = document(HEAD + b"(1, 'ada', 'one')")
    seen: set[int] = set()
    assert list(rows_around(it, len(it.data) - 1, seen))
    assert not list(rows_around(it, len(it.data) - 1, seen))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (HEAD + b"(1, 'ada', '@", "password"),
        (HEAD + b"(1, 'ada', 'one'),\n(2, '@", "name"),
        (b"insert(users, '@", None),
        (HEAD + b"(1, 'ada', 'one'); f(2, '@", None),
    ],
    ids=["first-row", "second-row", "no-insert", "behind-its-end"],
)
def test_a_value_has_a_column(text: bytes, column: str | None) -> None:
    data = text.replace(b"@", b"value')")
    assert column_of(document(data), text.index(b"@")) == column


@pytest.mark.parametrize(
    "rows",
    [
        b"('ada', " + b" " * 20_000 + b";",
        b"(" + b" " * 20_000,
        b"('ada', 1" + b" " * 20_000 + b"(x" + b" " * 20_000,
        b"('ada'" + b" " * 20_000 + b";",
        b"('ada')" + b" " * 20_000 + b";",
    ],
    ids=["behind-a-comma", "in-front", "call", "behind-a-text", "behind-a-row"],
)
def test_blanks_that_nothing_ends_are_read_once(rows: bytes) -> None:
    it = document(HEAD + rows)  # some seconds to some years, if each blank is tried anew
    assert len(list(rows_around(it, len(HEAD) + rows.find(b"'", 3) + 1, set()))) <= 1


def test_a_text_that_nothing_closes_ends_before_the_next_statement() -> None:
    it = document((HEAD + b"(1, 'ada', 'one'), (2, 'bob,\n") * 2)
    end = len(HEAD) + len(b"(1, 'ada'")
    assert [it.text(*span) for _, span in rows_around(it, end, set())] == ["ada", "one"]


def test_each_of_many_statements_has_its_own_rows() -> None:
    row = HEAD + b"(1, 'ada', \"\n"
    it = document(row * 3_000)
    starts = [number * len(row) + row.index(b"ada") for number in range(3_000)]
    assert {column_of(it, start) for start in starts} == {"name"}
