"""Leaks in notebooks, through the whole engine."""

import json
from collections.abc import Callable

import pytest
from nbformat import reads, validate

from leakguard.examples import made_up
from leakguard.finding import Finding
from tests.notebook.made import (
    Json,
    as_one_string,
    at,
    code,
    escaped,
    markdown,
    notebook,
    old_code,
    old_notebook,
    printed,
    shown,
)
from tests.support import found, scan

KEY, SECRET = made_up("base62", 64, 701), made_up("base62", 64, 702)
ASSIGNED = f'import os\napi_secret = "{SECRET}"\n'


def where(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return finding.rule, place.line, place.column, str(place.cell)


LEAKS: dict[str, tuple[Json, str, str]] = {
    "a syntax rule in double quotes": (code(ASSIGNED), "hardcoded-assignment", "cell 1, line 2"),
    "a syntax rule in single quotes": (
        code(f"Client('{KEY}', '{SECRET}')"),
        "hardcoded-argument",
        "cell 1, line 1",
    ),
    "the environment": (
        code(f'import os\nos.environ["BINANCE_SECRET"] = "{SECRET}"'),
        "environ-write",
        "cell 1, line 2",
    ),
    "a magic that sets a variable": (
        code(f"%env BINANCE_API_SECRET={SECRET}"),
        "binance-secret-key",
        "cell 1, line 1",
    ),
    "a shell line": (
        code(f"!BINANCE_API_SECRET={SECRET} python bot.py"),
        "binance-secret-key",
        "cell 1, line 1",
    ),
    "a shell cell": (
        code(f"%%bash\n# it's\nexport BINANCE_API_SECRET={SECRET}"),
        "binance-secret-key",
        "cell 1, line 3",
    ),
    "a statement behind a magic": (
        code(f'%time client = Client(api_secret="{SECRET}")'),
        "hardcoded-argument",
        "cell 1, line 1",
    ),
    "a statement behind a broken shell line": (
        code(f"!echo 'it (\n{ASSIGNED}"),
        "hardcoded-assignment",
        "cell 1, line 3",
    ),
    "prose": (markdown(f"Binance secret key:\n{SECRET}"), "binance-secret-key", "cell 1, line 2"),
    "what was printed": (
        code("print(secret)", printed(f"ok\nbinance_secret: {SECRET}\n")),
        "binance-secret-key",
        "cell 1, output 1, line 2",
    ),
    "an error": (
        code(
            "client.ping()",
            {
                "output_type": "error",
                "ename": "E",
                "evalue": "",
                "traceback": [f"binance {{'secret': '{SECRET}'}}"],
            },
        ),
        "binance-secret-key",
        "cell 1, output 1, line 1",
    ),
}


@pytest.mark.parametrize(("cell", "rule", "place"), LEAKS.values(), ids=LEAKS)
def test_a_leak_is_found_once_at_its_place(cell: Json, rule: str, place: str) -> None:
    text = notebook(cell)
    assert list(map(where, found(text, "a.ipynb"))) == [(rule, *at(text, SECRET), place)]


WRITTEN: dict[str, Callable[[str], str | bytes]] = {
    "as it is": str,
    "as one string": as_one_string,
    "on one line": lambda text: json.dumps(json.loads(text)),
    "indented by tabs": lambda text: json.dumps(json.loads(text), indent="\t"),
    "with escapes": lambda text: escaped(text, "=("),
    "with Windows' line ends": lambda text: text.replace("\n", "\r\n"),
    "with Windows' line ends in the cells": lambda text: text.replace("\\n", "\\r\\n"),
    "with a mark of its encoding": lambda text: text.encode("utf-8-sig").decode("utf-8-sig"),
    "in Latin-1": lambda text: text.encode("latin-1"),
}


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
def test_a_leak_is_found_however_the_notebook_is_written(
    write: Callable[[str], str | bytes],
) -> None:
    written = write(notebook(markdown("# é"), code(f'é = 1; print("é")\n{ASSIGNED}')))
    text = written.decode("latin-1") if isinstance(written, bytes) else written
    findings = found(written, "a.ipynb")
    assert [(it.rule, str(it.place.cell)) for it in findings] == [
        ("hardcoded-assignment", "cell 2, line 3")
    ]
    place = findings[0].place
    line = text.replace("\r\n", "\n").split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == SECRET


def test_version_3_is_read() -> None:
    text = old_notebook(old_code("a = 1"), old_code(ASSIGNED, printed(f"binance_secret={SECRET}")))
    assert [where(it) for it in found(text, "a.ipynb")] == [
        ("hardcoded-assignment", *at(text, SECRET), "cell 2, line 2"),
        ("binance-secret-key", *at(text, SECRET, 1), "cell 2, output 1, line 1"),
    ]


class TestFlow:
    def test_a_name_is_followed_from_cell_to_cell(self) -> None:
        text = notebook(
            code(f"a = '{KEY}'\nb = '{SECRET}'"),
            markdown("Now the client."),
            code("from binance.client import Client"),
            code("%matplotlib inline\nclient = Client(a, b)"),
        )
        (finding,) = found(text, "a.ipynb")
        assert where(finding) == ("hardcoded-argument", *at(text, SECRET), "cell 1, line 2")
        assert {(it.label, str(it.place.cell)) for it in finding.related} == {
            ("the API key", "cell 1, line 1"),
            ("passed here", "cell 4, line 2"),
        }

    def test_an_import_of_an_earlier_cell_counts(self) -> None:
        text = notebook(
            code("from os import environ as e"), code(f'k = e.get("API_SECRET", "{SECRET}")')
        )
        (finding,) = found(text, "a.ipynb")
        assert finding.rule == "environ-default"
        assert finding.advice.replacement is not None
        assert finding.advice.replacement.line == 'k = e["API_SECRET"]'

    @pytest.mark.parametrize("left_open", ["(", "[1,", "{", "a \\", '"', "'''", 'b = """c'])
    def test_what_a_cell_leaves_open_ends_with_it(self, left_open: str) -> None:
        text = notebook(code(f"x = {left_open}"), code(ASSIGNED))
        assert [where(it)[0] for it in found(text, "a.ipynb")] == ["hardcoded-assignment"]

    def test_a_module_of_the_tree_is_followed(self) -> None:
        report = scan(
            {
                "config.py": f'B = "{SECRET}"\n',
                "a.ipynb": notebook(
                    code("from binance.client import Client\nfrom config import B"),
                    code("client = Client('', B)"),
                ),
            }
        )
        assert [(it.path, it.rule) for it in report.findings] == [
            ("config.py", "hardcoded-argument")
        ]
        assert [str(it.place.cell) for it in report.findings[0].related if it.path] == [
            "cell 2, line 1"
        ]


class TestSilence:
    def test_images_are_silent(self) -> None:
        image = made_up("base64", 6000, 703)
        lines = "\n".join(made_up("base62", 64, seed) for seed in range(710, 740))
        text = notebook(
            markdown("binance secret"),
            code("plot()", shown({"image/png": image, "text/plain": "<Figure>"})),
            code("plot()", shown({"image/jpeg": f"secret = {lines}\n"})),
        )
        assert found(text, "a.ipynb") == ()

    def test_text_in_another_language_is_no_python(self) -> None:
        text = notebook(
            code(f'Client("{KEY}", "{SECRET}")'), metadata={"kernelspec": {"language": "julia"}}
        )
        assert found(text, "a.ipynb") == ()

    def test_text_in_another_language_is_text(self) -> None:
        text = notebook(
            code(f'binance_secret = "{SECRET}"'), metadata={"kernelspec": {"language": "R"}}
        )
        assert [it.rule for it in found(text, "a.ipynb")] == ["binance-secret-key"]

    def test_python_in_prose_is_text(self) -> None:
        assert found(notebook(markdown(f'Client("{KEY}", "{SECRET}")')), "a.ipynb") == ()

    def test_placeholders_are_silent(self) -> None:
        text = notebook(code('api_key = "YOUR_API_KEY"\nsecret = "<your secret goes here>"'))
        assert found(text, "a.ipynb") == ()


class TestTheRestOfTheFile:
    def test_what_is_no_cell_is_read_as_it_is_written(self) -> None:
        text = notebook(code("a = 1"), metadata={"binance": {"api_secret": SECRET}})
        (finding,) = found(text, "a.ipynb")
        assert where(finding) == ("binance-secret-key", *at(text, SECRET), "None")

    def test_so_is_what_no_reader_shows(self) -> None:
        cell = code("a = 1") | {"metadata": {"binance_secret": SECRET}}
        text = notebook(cell)
        assert [where(it) for it in found(text, "a.ipynb")] == [
            ("binance-secret-key", *at(text, SECRET), "None")
        ]

    @pytest.mark.parametrize("broken", ["{}x", '{"cells": [', "<<<<<<< ours\n{}"])
    def test_a_broken_notebook_is_read_as_text_and_says_so(self, broken: str) -> None:
        report = scan({"a.ipynb": f"{broken}\nBINANCE_SECRET={SECRET}\n"})
        assert [it.rule for it in report.findings] == ["binance-secret-key"]
        assert [it.message for it in report.notices] == [
            "was read as plain text, not cell by cell: it is no JSON"
        ]

    def test_a_notebook_without_findings_that_is_broken_says_so_too(self) -> None:
        assert len(scan({"a.ipynb": "no notebook"}).notices) == 1

    def test_a_cell_that_ends_inside_a_string_is_told(self) -> None:
        report = scan({"a.ipynb": notebook(code("a = '''b"), code(ASSIGNED))})
        assert [it.message for it in report.notices] == [
            "read as Python up to a string that has no end: 1 cell; the text rules looked at all "
            "of it"
        ]

    def test_other_json_with_the_name_of_a_notebook_is_no_error(self) -> None:
        report = scan({"a.ipynb": "{}", "b.ipynb": '{"cells": 1, "metadata": []}'})
        assert (report.findings, report.notices, report.errors) == ((), (), ())


def test_a_finding_without_a_value_has_its_place_too() -> None:
    text = notebook(code("import os"), code("print(os.environ)"))
    (finding,) = found(text, "a.ipynb")
    assert where(finding) == ("environ-dump", *at(text, "os.environ"), "cell 2, line 1")


def test_a_value_has_one_fingerprint_wherever_it_stands_in_the_notebook() -> None:
    text = notebook(code(ASSIGNED))
    moved = notebook(markdown("more\nlines"), code(f"x = 1\n{ASSIGNED}"))
    assert [it.fingerprint for it in found(text, "a.ipynb")] == [
        it.fingerprint for it in found(moved, "a.ipynb")
    ]


def test_an_escaped_value_is_the_value_that_it_stands_for() -> None:
    plain = notebook(code(ASSIGNED))
    written = escaped(plain, SECRET[10:12])
    values = [[it.secret.reveal() for it in found(text, "a.ipynb") if it.secret]
              for text in (plain, written)]  # fmt: skip
    assert values == [[SECRET], [SECRET]]


@pytest.mark.parametrize(
    "text",
    [
        notebook(markdown("# é"), code("a", printed("b"), shown({"image/png": "aGk="}))),
        old_notebook(old_code("a", {"output_type": "stream", "stream": "stdout", "text": ["b"]})),
    ],
    ids=["version 4", "version 3"],
)
def test_what_these_tests_make_up_are_notebooks(text: str) -> None:
    version = json.loads(text)["nbformat"]
    validate(reads(text, as_version=version))  # type: ignore[no-untyped-call]
