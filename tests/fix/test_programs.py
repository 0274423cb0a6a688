"""Generated programs: mended, they have the values that they had, and hold none of them."""

import json
import os
from pathlib import Path
from typing import Any

import dotenv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.examples import made_up
from leakguard.fix import envfile
from tests.fix.conftest import planned, report_of
from tests.notebook.made import PYTHON, Json, code, markdown, printed

NAMES = ("api_secret", "apiSecret", "secret_key", "binance_api_key", "auth_token", "db_password")
NEWLINES = ("\n", "\r\n")
TAILS = ("", "", "", "$x", "#1", "\\n", "ü€", "%s", "!&;")


@st.composite
def values(draw: st.DrawFn) -> str:
    """What a credential may be."""
    seed = draw(st.integers(0, 10**6))
    alphabet, length = draw(st.sampled_from([("base62", 64), ("base62", 40), ("hex", 32)]))
    number = draw(st.integers(0, len(TAILS) - 1))
    # No value is the beginning of another: one that is found would show in one that is not.
    return made_up(alphabet, length, len(TAILS) * seed + number) + TAILS[number]


def halves(value: str) -> tuple[str, str]:
    return value[: len(value) // 2], value[len(value) // 2 :]


@st.composite
def expressions(draw: st.DrawFn, value: str, quote: str = '"') -> str:
    """How a value may be written; on one line, without a backslash, if `quote` is not `\"`."""
    first, second = halves(value)
    forms = [
        f"{quote}{escaped(value)}{quote}",
        f"{quote}{escaped(first)}{quote} + {quote}{escaped(second)}{quote}",
        f"({quote}{escaped(first)}{quote} {quote}{escaped(second)}{quote})",
        f"{quote}{escaped(value)}{quote}.encode()",
        f"{quote}{escaped(value[::-1])}{quote}[::-1]",
    ]
    if value.isascii():
        forms.append(f"b{quote}{escaped(value)}{quote}")
    if quote == '"':
        forms += [
            f'"""{escaped(value)}"""',
            f"'{escaped(value)}'",
            f'(\n        "{escaped(first)}"  # the first, ä\n        "{escaped(second)}"\n    )',
            f'"".join(["{escaped(first)}", "{escaped(second)}"])',
            f'str("{escaped(value)}")',
        ]
    return draw(st.sampled_from(forms))


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


@st.composite
def statements(draw: st.DrawFn, number: int) -> str:
    """A statement with a value in it; what comes of it is recorded."""
    value, name = draw(values()), draw(st.sampled_from(NAMES))
    wide = draw(expressions(value))
    plain = draw(values().filter(lambda it: "\\" not in it))
    tight = draw(expressions(plain, "'"))
    forms = [
        f"{name} = {wide}\nrecord({name})",
        f"{name}: object = {wide}  # ключ\nrecord({name})",
        f"record({name}={wide}, x=1)",
        f'record({{"user": "me", "{name}": {wide}}})',
        f"def f{number}({name}={wide}, *, os=1):\n    return {name}, os\nrecord(f{number}())",
        f"class C{number}:\n    {name} = {wide}\n\nrecord(C{number}.{name})",
        f"class D{number}:\n\tdef run(self):\n\t\tdef inner():\n\t\t\t{name} = {wide}\n"
        f"\t\t\treturn {name}\n\t\treturn inner()\nrecord(D{number}().run())",
        f"{name} = {wide}; other_token = {wide}; record({name}, other_token)",
        f'record(f"<{{echo({name}={tight})}}>")',
        f"record((lambda {name}={wide}: {name})())",
        f'import os\nrecord(os.getenv("V{number}", {draw(expressions(plain))}))',
        f'import os\nrecord(os.environ.get("V{number}") or "{plain}")',
        f'import os\nos.environ["V{number}"] = "{plain}"\nrecord(os.environ["V{number}"])',
        f'import os\n_a{number} = "{plain[:20]}"\n'
        f'os.environ["V{number}"] = _a{number} + "{plain[20:]}"\nrecord(os.environ["V{number}"])',
        f'import os\nos.environ.update({{"V{number}": "{plain}", "TZ": "UTC"}})\n'
        f'record(os.environ["V{number}"], os.environ["TZ"])',
        f'import os\nos.environ.update(\n    TZ="UTC",  # ö\n    V{number}="{plain}",\n)\n'
        f'record(os.environ["V{number}"], os.environ["TZ"])',
        f'import os\nos.environ |= {{"V{number}": "{plain}"}}; record(os.environ["V{number}"])',
        f'import os\nos.environ["V{number}"], {name} = "{plain}", {wide}\n'
        f'record(os.environ["V{number}"], {name})',
        f'import os\nrecord(os.environ.setdefault("V{number}", "{plain}"))',
        f'import os\ndef g{number}():\n    {name} = os.getenv("V{number}")\n'
        f'    {name} = "{plain}"\n    return {name}\nrecord(g{number}())',
        f'import os\nif os.name: os.environ["V{number}"] = "{plain}"\n'
        f'record(os.environ["V{number}"])',
        f"def h{number}(x, {name}: object = {wide}):\n"
        f'    """Doc."""\n    return x, {name}\nrecord(h{number}(1))',
        f'user, {name} = "me", {wide}\nrecord(user, {name})',
        f"if True:\n    {name} = {wide}\n    record({name})",
    ]
    return draw(st.sampled_from(forms))


@st.composite
def parts(draw: st.DrawFn) -> list[str]:
    """A program in parts, which may be the cells of a notebook."""
    head = draw(
        st.sampled_from(
            ["", '"""Doc, ünïcode."""\n', "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n",
             "from __future__ import annotations\nimport sys\n", "import os as o\n",
             "from os import environ\n", "os = 3\n"]
        )
    )  # fmt: skip
    count = draw(st.integers(1, 5))
    body = [draw(statements(number)) for number in range(count)]
    return [head + body[0], *body[1:]]


@st.composite
def programs(draw: st.DrawFn) -> str:
    text = "\n".join(draw(parts())) + "\n"
    return text.replace("\n", draw(st.sampled_from(NEWLINES)))


@st.composite
def notebooks(draw: st.DrawFn) -> str:
    """A notebook that shows some of its source, as an error does, in any form of JSON."""
    cells: list[Json] = []
    for source in draw(parts()):
        cell = code(source, *([printed(source)] if draw(st.booleans()) else []))
        if draw(st.booleans()):
            cell["source"] = source
        cells.append({**cell, "execution_count": draw(st.sampled_from([None, 3]))})
        cells += [markdown("# ü")] if draw(st.booleans()) else []
    indent = draw(st.sampled_from([None, 1, "\t"]))
    content = {"cells": cells, "metadata": PYTHON, "nbformat": 4, "nbformat_minor": 4}
    return json.dumps(content, indent=indent, ensure_ascii=draw(st.booleans()))


def run_program(source: bytes, file: Path, variables: dict[str, str]) -> list[Any]:
    """Run a program with some variables in its environment; give what it recorded."""
    recorded: list[Any] = []
    own = {
        "record": lambda *values, **named: recorded.append((values, named)),
        "echo": lambda **named: named,
        "__file__": str(file),
        "__name__": "program",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name in [it for it in os.environ if it.startswith("V") and it[1:].isdigit()]:
            patch.delenv(name)
        for name, value in variables.items():
            patch.setenv(name, value)
        held = dict(os.environ)
        try:
            exec(compile(source, str(file), "exec"), own)  # the test's own program
        finally:
            for name in set(os.environ) - set(held):
                del os.environ[name]
    return recorded


@pytest.mark.parametrize("style", ["environ", "dotenv", "pydantic-settings"])
def test_a_mended_program_is_as_it_was_without_the_values(
    tmp_path_factory: pytest.TempPathFactory, style: str
) -> None:
    @settings(max_examples=60, deadline=None)
    @given(programs())
    def holds(source: str) -> None:
        folder = tmp_path_factory.mktemp("tree")
        plan = planned(folder, {"bot.py": source}, style=style)
        assert plan.files or not plan.mended
        before = run_program(source.encode(), folder / "bot.py", {})
        raw = plan.files[0].raw if plan.files else source.encode()
        (folder / "bot.py").write_bytes(raw)
        (folder / ".env").write_text(envfile.added("", dict(plan.values)), encoding="utf-8")
        loaded = {
            name: value or "" for name, value in dotenv.dotenv_values(folder / ".env").items()
        }
        assert run_program(raw, folder / "bot.py", loaded) == before
        left = {it.finding.secret.reveal() for it in plan.left if it.finding.secret}
        found = {it.secret.reveal() for it in report_of(folder, ["bot.py"]).findings if it.secret}
        assert found & set(plan.values.values()) <= left
        again = planned(folder, {"bot.py": raw}, style=style, entries=loaded)
        assert again.files == () or left  # which may be mended once the rest is

    holds()


def cells_of(text: str) -> list[Json]:
    return [it for it in json.loads(text)["cells"] if it["cell_type"] == "code"]


def source_of(text: str) -> bytes:
    return "\n".join("".join(it["source"]) for it in cells_of(text)).encode()


@pytest.mark.parametrize("style", ["environ", "dotenv", "pydantic-settings"])
def test_a_mended_notebook_is_as_it_was_without_the_values(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    @settings(max_examples=50, deadline=None)
    @given(notebooks())
    def holds(text: str) -> None:
        folder = tmp_path_factory.mktemp("tree")
        monkeypatch.chdir(folder)
        plan = planned(folder, {"bot.ipynb": text}, style=style)
        before = run_program(source_of(text), folder / "bot.py", {})
        raw = plan.files[0].raw.decode() if plan.files else text
        (folder / ".env").write_text(envfile.added("", dict(plan.values)), encoding="utf-8")
        loaded = {
            name: value or "" for name, value in dotenv.dotenv_values(folder / ".env").items()
        }
        assert run_program(source_of(raw), folder / "bot.py", loaded) == before
        left = {it.finding.secret.reveal() for it in plan.left if it.finding.secret}
        shown = json.dumps([it["outputs"] for it in cells_of(raw)], ensure_ascii=False)
        assert not [it for it in set(plan.values.values()) - left if it in shown]
        assert planned(folder, {"bot.ipynb": raw}, style=style, entries=loaded).files == ()

    holds()


def test_programs_are_mended(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Guards the test above against programs in which nothing is found."""
    mended, left = [0], list[str]()

    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(programs())
    def count(source: str) -> None:
        plan = planned(tmp_path_factory.mktemp("tree"), {"bot.py": source})
        mended[0] += len(plan.mended)
        left.extend(it.reason for it in plan.left)

    count()
    assert mended[0] > 40
    assert len(left) < mended[0] / 5
