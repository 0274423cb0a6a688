"""A cursor over JSON: what it reads, what it steps over, and what it refuses."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.errors import NotebookError
from leakguard.notebook import cursor as module
from leakguard.notebook.cursor import Cursor

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def read(cursor: Cursor) -> Any:
    """The objects, lists and strings that start at a cursor; None for anything else."""
    if cursor.next_is(b"{"):
        return [(key, read(cursor)) for key in cursor.members()]
    if cursor.next_is(b"["):
        return [read(cursor) for _ in cursor.items()]
    if cursor.next_is(b'"'):
        return cursor.text()
    cursor.skip()
    return None


def expected(value: Any) -> Any:
    if isinstance(value, dict):
        # A surrogate without its other half has no UTF-8.
        return [(known(key), expected(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [expected(inner) for inner in value]
    return known(value) if isinstance(value, str) else None


def known(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@given(JSON, st.booleans(), st.sampled_from([None, 0, 3]))
def test_reads_what_the_standard_library_writes(
    value: Any, is_ascii: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    cursor = Cursor(text.encode("utf-8", "replace"))
    assert read(cursor) == expected(value)
    cursor.end()


@given(JSON, JSON)
def test_steps_over_whatever_nobody_reads(skipped: Any, after: Any) -> None:
    cursor = Cursor(json.dumps([skipped, "here", after], indent=2).encode())
    assert [cursor.text() for number in cursor.items() if number == 1] == ["here"]
    cursor.end()


STRINGS = {
    "a string": ('"a\\nb"', ["a\\nb"]),
    "a list": ('[ "a\\n" ,\r\n\t"b" ]', ["a\\n", "b"]),
    "an empty list": ("[]", []),
    "a list of one": ('["a"]', ["a"]),
    "quotes and backslashes": (r'["\"", "\\", "\\\"", "a\\"]', [r"\"", r"\\", r"\\\"", r"a\\"]),
    "a list with other things": ('["a", 1, {"b": ["c"]}, ["d"], null, "e"]', ["a", "e"]),
    "an object": ('{"a": "b"}', []),
    "a number": ("1", []),
}


@pytest.mark.parametrize(("text", "strings"), STRINGS.values(), ids=STRINGS)
def test_strings_of_either_way_to_write_a_text(text: str, strings: list[str]) -> None:
    cursor = Cursor(f'{{"a": {text}, "b": "c"}}'.encode())
    found = [cursor.strings() if key == "a" else cursor.text() for key in cursor.members()]
    spans = found[0]
    assert [cursor.data[slice(*span)].decode() for span in spans if isinstance(span, tuple)] == (
        strings
    )
    assert found[1] == "c"


BROKEN = {
    "empty": "",
    "blank": " \n",
    "a list": "[]",
    "text": "version https://example.org/spec/v1\n",
    "cut in a string": '{"a": "b',
    "cut in an escape": '{"a": "b\\',
    "cut after a key": '{"a"',
    "cut in a list": '{"a": [1, 2',
    "cut in a skipped object": '{"a": {"b": "c"',
    "cut in a skipped string": '{"a": {"b": "c',
    "no comma": '{"a": 1 "b": 2}',
    "no value": '{"a": }',
    "no key": "{1: 2}",
    "something after it": '{"a": 1} {}',
    "a mark of a merge": '{"a": 1,\n<<<<<<< ours\n"b": 2}',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_refuses_what_is_no_json_object(text: str) -> None:
    with pytest.raises(NotebookError, match="is no JSON"):
        _read_all(Cursor(text.encode()))


def _read_all(cursor: Cursor) -> None:
    for _ in cursor.members():
        pass
    cursor.end()


@pytest.mark.parametrize("opening", [b"[", b'{"a":'], ids=["lists", "objects"])
def test_nesting_costs_no_recursion(opening: bytes) -> None:
    depth = 100_000
    closing = b"]" if opening == b"[" else b"}"
    cursor = Cursor(b'{"a": ' + opening * depth + b"1" + closing * depth + b"}")
    assert list(cursor.members()) == ["a"]
    cursor.end()


def test_gives_up_on_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_STEPS", 1_000)
    cursor = Cursor(b'{"a": [' + b"[],[" * 1_000 + b"]")
    with pytest.raises(NotebookError, match="is too large"):
        list(cursor.members())
