"""What escapes stand for, and where each decoded byte stands in the file."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.notebook.escapes import decoded, sources

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f", '"': '\\"',
          "\\": "\\\\", "/": "\\/"}  # fmt: skip


@st.composite
def written_strings(draw: st.DrawFn) -> list[tuple[str, str]]:
    """The characters of a text, each with one of the ways in which JSON can write it."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
    return [(it, draw(st.sampled_from(_ways(it)))) for it in text]


def _ways(character: str) -> list[str]:
    units = character.encode("utf-16-be")
    ways = ["".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))]
    ways.append(ways[0].upper().replace("\\U", "\\u"))
    if character in _SHORT:
        ways.append(_SHORT[character])
    if character not in '"\\' and character >= " ":
        ways.append(character)
    return ways


@settings(deadline=None)
@given(written_strings(), st.binary(max_size=5))
def test_every_decoded_byte_has_its_place(written: list[tuple[str, str]], before: bytes) -> None:
    raw = "".join(way for _, way in written).encode()
    data = before + raw + b'"'
    span = (len(before), len(before) + len(raw))
    text = "".join(character for character, _ in written)
    assert decoded(raw, "utf-8") == text.encode() == json.loads(f'"{raw.decode()}"').encode()

    places: list[tuple[int, int]] = []
    at = span[0]
    for character, way in written:
        length, size = len(way.encode()), len(character.encode())
        is_plain = character == way
        places += [(at + n, at + n + 1) if is_plain else (at, at + length) for n in range(size)]
        at += length
    found = sources(data, span, "utf-8", range(len(text.encode())))
    assert found == places


@settings(deadline=None)
@given(written_strings(), st.data())
def test_any_offsets_may_be_asked_for(written: list[tuple[str, str]], data: st.DataObject) -> None:
    raw = "".join(way for _, way in written).encode()
    size = len(decoded(raw, "utf-8"))
    chosen = sorted(data.draw(st.lists(st.integers(0, size + 3), max_size=5)))
    every = sources(raw, (0, len(raw)), "utf-8", range(size + 4))
    assert sources(raw, (0, len(raw)), "utf-8", chosen) == [every[offset] for offset in chosen]


@settings(deadline=None)
@given(st.binary(max_size=40))
def test_no_bytes_are_refused(raw: bytes) -> None:
    size = len(decoded(raw, "utf-8"))
    places = sources(raw, (0, len(raw)), "utf-8", range(size))
    assert len(places) == size
    assert all(0 <= start < end <= len(raw) for start, end in places)


LENIENT = {
    "an escape that JSON does not have": (rb"\q", b"q"),
    "too few digits": (rb"\u12", b"u12"),
    "a high surrogate alone": (rb"a\ud83db", b"a?b"),
    "a low surrogate alone": (rb"\ude00", b"?"),
    "surrogates the wrong way round": (rb"\ude00\ud83d", b"??"),
    "two high surrogates": (rb"\ud83d\ud83d\ude00", "?\U0001f600".encode()),
    "a raw line end": (b"a\nb", b"a\nb"),
}


@pytest.mark.parametrize(("raw", "text"), LENIENT.values(), ids=LENIENT)
def test_what_json_refuses_stands_for_something_all_the_same(raw: bytes, text: bytes) -> None:
    assert decoded(raw, "utf-8") == text


def test_latin_1_stays_latin_1() -> None:
    assert decoded(b"\xe9\\u00e9\\u20ac", "latin-1") == b"\xe9\xe9?"
