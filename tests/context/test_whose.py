"""Whose a value is whose own name does not say it."""

import pytest

from leakguard.context.whose import names_besides
from leakguard.document import Document
from leakguard.examples import made_up
from tests.support import found

VALUE = made_up("base62", 40, 741)
DIGEST = made_up("hex", 40, 742)


def _besides(text: str, name: str | None) -> list[str]:
    document = Document("bot.txt", "bot.txt", text.replace("VALUE", VALUE).encode())
    start = document.data.index(VALUE.encode())
    return list(names_besides(document, (start, start + len(VALUE)), name))


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ('x = Acme("VALUE")', "x", "Acme api key"),
        ('x := acme.NewClient("VALUE")', "x", "acme api key"),
        ("Acme::Client.new('VALUE')", None, "Acme api key"),
        ("x = acme('id', 'VALUE')", "x", "acme api key"),
        ('x = Acme(\n    "VALUE",\n)', "x", "Acme api key"),
        ("the acme api key is VALUE", "key", "the acme api key"),
        ("with acme token VALUE", "token", "with acme token"),
        ("$ acme auth login VALUE", None, "acme token"),
        ('{"service": "acme", "key": "VALUE"}', "key", "acme api key"),
        ("| Acme | `VALUE` |", None, "Acme api key"),
        ("u = 'https://api.acme.io/v1'\nkey = 'VALUE'", "key", "api.acme.io key"),
    ],
    ids=[
        "class",
        "go",
        "ruby",
        "second-of-two",
        "below-its-bracket",
        "sentence",
        "phrase",
        "command",
        "field",
        "cell",
        "address-of-an-interface",
    ],
)
def test_what_a_value_is_given_to_names_it(text: str, name: str | None, first: str) -> None:
    assert _besides(text, name)[0] == first


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('acme.find("VALUE")', None),
        ('acme.NewClient(read("VALUE"))', None),
        ("u = 'https://acme.io/docs'\nkey = 'VALUE'", "key"),
    ],
    ids=["call-that-asks", "call-inside", "address-of-a-page"],
)
def test_nothing_else_names_it(text: str, name: str | None) -> None:
    assert not any("acme" in it for it in _besides(text, name))


FOUND = {
    "python": ("a.py", 'client = Dareboost("VALUE")\n'),
    "maker-that-is-called-to-get": ("a.js", "const it = dareboost.getHandler('VALUE');\n"),
    "javascript": ("a.js", "const it = new Dareboost('VALUE');\n"),
    "address": ("a.js", "it('https://api.dareboost.com/v1');\nconst key = 'VALUE';\n"),
    "address-behind": ("a.json", '{"key": "VALUE", "url": "https://www.dareboost.com/api/0.8"}\n'),
    "section": ("a.ini", "[dareboost]\nkey = VALUE\n"),
    "section-of-php": ("a.php", "'dareboost' => [\n    'key' => 'VALUE',\n],\n"),
    "field": ("a.json", '[{"service": "dareboost", "key": "VALUE"}]\n'),
    "cell": ("a.md", "| Service | Key |\n|---|---|\n| Dareboost | VALUE |\n"),
    "log": ("a.log", "using the dareboost token VALUE\n"),
}


@pytest.mark.parametrize(("path", "text"), FOUND.values(), ids=FOUND)
def test_a_key_of_unknown_form_is_found_by_what_it_is_given_to(path: str, text: str) -> None:
    text = text.replace("VALUE", VALUE)
    assert [it.rule for it in found(text, path)] == ["dareboost-api-token"]


NONE = {
    "words": ("a.js", "new Dareboost('the-pages-of-the-garden-company');\n"),
    "call-that-asks": ("a.js", f"dareboost.getReport('{VALUE}');\n"),
    "key-of-anything": ("a.ini", f"[garden]\nkey = {VALUE}\n"),
    "commit-as-a-string": ("a.go", f'import "github.com/a"\n\nString("{DIGEST}"),\n'),
    "commit-in-a-table": ("a.md", f"| Dareboost | {DIGEST} |\n"),
    "sentence-about-another": ("a.txt", f"did not find api-key {DIGEST}\n"),
}


@pytest.mark.parametrize(("path", "text"), NONE.values(), ids=NONE)
def test_what_no_word_of_a_provider_tells_is_left(path: str, text: str) -> None:
    assert not found(text, path)
