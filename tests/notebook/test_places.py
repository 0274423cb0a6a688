"""Where a decoded text stands: in the file by line and column, in its cell by line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.document import Document, Span
from leakguard.finding import Cell, Place
from leakguard.notebook import Notebook, open_notebook
from leakguard.notebook.escapes import decoded
from tests.notebook.made import (
    Json,
    at,
    code,
    markdown,
    notebook,
    old_code,
    old_notebook,
    printed,
    shown,
)

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\\n\r\té\U0001f600'), max_size=40
)


def opened(text: str | bytes) -> Notebook:
    data = text.encode() if isinstance(text, str) else text
    return open_notebook(Document("a.ipynb", "a.ipynb", data))


def in_file(made: Notebook, span: Span) -> str:
    """What the places of a span in the file stand for, decoded."""
    parts = made.text.parts_in_file([span])
    return b"".join(decoded(made.text.file.data[slice(*it)], "utf-8") for it in parts).decode()


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@given(st.lists(st.tuples(TEXTS, st.booleans())), st.booleans(), st.data())
def test_any_part_of_any_cell_is_found_in_the_file(
    texts: list[tuple[str, bool]], is_ascii: bool, data: st.DataObject
) -> None:
    cells = [
        {"cell_type": "code", "source": text if is_one else lines(text)} for text, is_one in texts
    ]
    made = opened(json.dumps({"cells": cells, "metadata": {}}, ensure_ascii=is_ascii))
    known = [text for text, is_one in texts if is_one or text]
    assert len(made.text.starts) == len(known)
    for start, text in zip(made.text.starts, known, strict=True):
        raw = text.encode()
        assert made.text.data[start : start + len(raw)] == raw
        low = data.draw(st.integers(0, len(text)))
        high = data.draw(st.integers(low, len(text)))
        before, part = len(text[:low].encode()), text[low:high]
        span = (start + before, start + before + len(part.encode()))
        assert in_file(made, span) == part


def test_the_python_is_as_long_as_the_texts() -> None:
    made = opened(notebook(markdown("# é"), code("%ls\na = 'é'", printed("b\n")), code("")))
    assert made.code is not None
    assert len(made.code.data) == len(made.text.data)
    python = made.code.data.decode()
    assert [line for line in python.split("\n") if line.strip("#")] == [
        "pass",
        "a = 'é'",
        *["pass"] * 2,
    ]


PLACES = {
    "in the first line": (code("value = 1"), "cell 1, line 1"),
    "in a later line": (code("a\nb\n  value"), "cell 1, line 3"),
    "behind escapes": (code('"\\" + value'), "cell 1, line 1"),
    "behind other letters": (code("é\U0001f600 value"), "cell 1, line 1"),
    "in prose": (markdown("a\n\nvalue"), "cell 1, line 3"),
    "in what was printed": (code("a", printed("b\nvalue\n")), "cell 1, output 1, line 2"),
    "in a second output": (
        code("a", printed(""), shown({"text/html": "<b>value</b>"})),
        "cell 1, output 2, line 1",
    ),
}


@pytest.mark.parametrize(("cell", "where"), PLACES.values(), ids=PLACES)
def test_places_in_the_file_and_in_the_cell(cell: Json, where: str) -> None:
    text = notebook(cell)
    made = opened(text)
    start = made.text.data.index(b"value")
    place = made.text.places([(start, start + 5)])[start, start + 5]
    line, column = at(text, "value")
    assert place == Place(line, column, line, column + 5)
    assert str(place.cell) == where


def test_a_place_in_one_long_string_is_on_its_line_of_the_file() -> None:
    made = opened('{"cells": [{"cell_type": "code", "source": "a\\n\\u00e9 = value"}]}')
    start = made.text.data.index(b"value")
    place = made.text.places([(start, start + 5)])[start, start + 5]
    assert (place.line, place.column, place.end_column) == (1, 57, 62)
    assert place.cell == Cell(1, 2)


def test_a_span_over_several_strings_reaches_from_the_first_to_the_last() -> None:
    made = opened(notebook(code("a = '''b\nc\nd'''")))
    start, end = made.text.data.index(b"b"), made.text.data.index(b"d") + 1
    place = made.text.places([(start, end)])[start, end]
    assert (place.line, place.end_line) == (9, 11)
    assert len(made.text.parts_in_file([(start, end)])) == 3


def test_cells_of_every_type_are_counted_and_those_of_all_worksheets() -> None:
    first = json.loads(old_notebook(old_code("a"), {"cell_type": "heading", "source": ["b"]}))
    first["worksheets"] *= 2
    made = opened(json.dumps(first))
    assert [(it.cell, it.is_code) for it in made.text.texts] == [
        (1, True), (2, False), (3, True), (4, False),
    ]  # fmt: skip


def test_the_source_comes_before_the_outputs_wherever_it_stands_in_the_file() -> None:
    made = opened(notebook(code("source", printed("printed"))))
    assert made.text.data.split() == [b"source", b"printed"]


FORMS = {
    "plain text": ("text/plain", True),
    "a page": ("text/html", True),
    "a drawing": ("image/svg+xml", True),
    "a script": ("application/javascript", True),
    "an image": ("image/png", False),
    "a sound": ("audio/wav", False),
    "a print": ("application/pdf", False),
}


@pytest.mark.parametrize(("form", "is_text"), FORMS.values(), ids=FORMS)
def test_which_forms_of_an_output_are_text(form: str, is_text: bool) -> None:
    made = opened(notebook(code("", shown({form: ["value"]}))))
    assert (b"value" in made.text.data) is is_text
    start = made.text.file.data.index(b"value")
    assert made.has_read((start, start + 5))


def test_what_nobody_shows_is_not_read() -> None:
    made = opened(notebook(code("a"), metadata={"name": "value"}))
    start = made.text.file.data.index(b"value")
    assert not made.has_read((start, start + 5))
    assert b"value" not in made.text.data


OLD_FORMS = {"text": True, "html": True, "svg": True, "latex": True, "png": False, "jpeg": False}


@pytest.mark.parametrize(("form", "is_text"), OLD_FORMS.items(), ids=OLD_FORMS)
def test_which_forms_of_an_output_of_version_3_are_text(form: str, is_text: bool) -> None:
    output = {"output_type": "display_data", form: ["value"]}
    made = opened(old_notebook(old_code("a", output)))
    assert (b"value" in made.text.data) is is_text


def test_an_error_is_a_text_line_by_line() -> None:
    error = {
        "output_type": "error",
        "ename": "ValueError",
        "evalue": "bad key",
        "traceback": ["\x1b[0;31mfirst", "second"],
    }
    made = opened(notebook(code("a", error)))
    assert b"bad key" in made.text.data
    assert b"\x1b[0;31mfirst\nsecond" in made.text.data


LANGUAGES: dict[str, tuple[Json, bool]] = {
    "none told": ({}, True),
    "python": ({"kernelspec": {"language": "python", "name": "venv"}}, True),
    "ipython": ({"language_info": {"name": "ipython", "version": "3.9"}}, True),
    "a kernel named for it": ({"kernelspec": {"name": "python3"}}, True),
    "julia": ({"kernelspec": {"language": "julia", "name": "julia-1.9"}}, False),
    "r": ({"language_info": {"name": "R"}}, False),
    "another kernel": ({"kernelspec": {"name": "bash"}}, False),
    "no kernel at all": ({"kernelspec": None, "language_info": 1}, True),
}


@pytest.mark.parametrize(("metadata", "is_python"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_metadata_tell_the_language(metadata: Json, is_python: bool) -> None:
    made = opened(notebook(code("a = 1"), metadata=metadata))
    assert (made.code is not None) is is_python
    assert b"a = 1" in made.text.data


def test_the_cells_of_version_3_tell_the_language() -> None:
    assert opened(old_notebook(old_code("a", language="julia"))).code is None
    assert opened(old_notebook(old_code("a"))).code is not None
