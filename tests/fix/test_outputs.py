"""Whether a value can be read in what a notebook has shown."""

import base64
import html
import json

import pytest

from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.fix.outputs import holds, text_of, written_in

V = made_up("base62", 64, 395)
LINES = [base64.b64encode(made_up("base62", 48, seed).encode()).decode() for seed in (396, 397)]
PEM = "\n".join([f"-----BEGIN {'PRIVATE'} KEY-----", *LINES, f"-----END {'PRIVATE'} KEY-----", ""])
ODD = "Tr0ub'\"<\\é&dor"

SHOWN = {
    "as it is": (f"key: {V}", V),
    "in Python": (f"{ODD!r}", ODD),
    "in JSON": (json.dumps(ODD), ODD),
    "in a page": (f"<b>{html.escape(ODD)}</b>", ODD),
    "on several lines": (PEM, PEM),
    "one of several lines": (f"----> 1 {LINES[1]}", PEM),
    "a short one as a word": ("say tiger!", "tiger"),
}
NOT_SHOWN = {
    "a part of it": (V[:40], V),
    "the marks of a key": (f"-----BEGIN {'PRIVATE'} KEY-----", PEM),
    "a short one in a word": ("tigers", "tiger"),
    "too short to tell": ("a b c", "b"),
}


@pytest.mark.parametrize(("text", "value"), SHOWN.values(), ids=SHOWN)
def test_it_is_shown(text: str, value: str) -> None:
    assert holds(text, value)


@pytest.mark.parametrize(("text", "value"), NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_it_is_not(text: str, value: str) -> None:
    assert not holds(text, value)


JSONS = {
    "strings": json.dumps([{"text": V}]),
    "strings in a row": json.dumps([{"text": [V[:9], V[9:]]}]),
    "keys": json.dumps([{"data": {V: 1}}]),
    "escapes": json.dumps([{"text": V}]).replace(V[3], f"\\u{ord(V[3]):04x}"),
    "colors": json.dumps([{"traceback": [f"{V[:9]}\x1b[0m{V[9:]}"]}]),
    "what is not quite JSON": '[{"text": "' + V + '",}]',
    "what is nested too deep": "[" * 5_000 + f'"{V}"' + "]" * 5_000,
}


@pytest.mark.parametrize("text", JSONS.values(), ids=JSONS)
def test_the_json_of_outputs_is_read(text: str) -> None:
    document = Document("a", "a", f"xx{text}yy".encode())
    assert V in text_of(document, (2, 2 + len(text)))


@pytest.mark.parametrize("literal", [f'"{V}"', f"rb'{V}'", f'"""{V}"""'])
def test_what_a_literal_is_written_as_is_looked_for_too(literal: str) -> None:
    assert list(written_in([literal, "name"])) == [V]
