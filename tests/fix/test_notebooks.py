"""Notebooks: cells are edited, outputs that hold the value are cleared, all else stays."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run
from tests.fix.conftest import fixed, planned
from tests.fix.test_reports import applied
from tests.notebook.made import (
    Json,
    as_one_string,
    code,
    markdown,
    notebook,
    old_code,
    old_notebook,
    printed,
    shown,
)
from tests.support import Repository

V, W = made_up("base62", 64, 391), made_up("base62", 64, 392)
READ = 'os.environ["API_SECRET"]'
NAME = "nb.ipynb"
CLIENT = "import os\nfrom binance.client import Client"
KEY, SECRET = 'os.environ["BINANCE_API_KEY"]', 'os.environ["BINANCE_API_SECRET"]'


def sources(text: str) -> list[str]:
    """The source of each cell."""
    return ["".join(it["source"]) for it in json.loads(text)["cells"]]


def mended(folder: Path, *cells: Json | str, **terms: object) -> list[str]:
    """The source of each cell of a notebook that is mended."""
    made = notebook(*(code(it) if isinstance(it, str) else it for it in cells))
    return sources(fixed(folder, made, NAME, **terms))


CELLS = {
    "the only cell": ([f'api_secret = "{V}"'], [f"import os\n\napi_secret = {READ}"]),
    "a later cell": (
        ["print(1)", f'api_secret = "{V}"\n'],
        ["print(1)", f"import os\n\napi_secret = {READ}\n"],
    ),
    "a cell of imports above": (
        ["import abc\nimport sys", "print(1)", f'api_secret = "{V}"'],
        ["import abc\nimport os\nimport sys", "print(1)", f"api_secret = {READ}"],
    ),
    "a cell of imports above, to which it comes last": (
        ["import abc", f'api_secret = "{V}"'],
        ["import abc\nimport os", f"api_secret = {READ}"],
    ),
    "an import above": (
        ["import os", f'api_secret = "{V}"'],
        ["import os", f"api_secret = {READ}"],
    ),
    "a comment on top": (
        [f'# keys\napi_secret = "{V}"'],
        [f"import os\n\n# keys\napi_secret = {READ}"],
    ),
    "a cell magic on top": (
        [f'%%time\napi_secret = "{V}"'],
        [f"%%time\n\nimport os\n\napi_secret = {READ}"],
    ),
    "magics on top": (
        [f'%matplotlib inline\n!pip install x\n\napi_secret = "{V}"'],
        [f"%matplotlib inline\n!pip install x\n\nimport os\n\napi_secret = {READ}"],
    ),
    "a statement behind a magic": (
        ["import os", f'%time connect(api_secret="{V}")'],
        ["import os", f"%time connect(api_secret={READ})"],
    ),
    "a bash cell beside it": (
        ["%%bash\nls", "import os", f'api_secret = "{V}"'],
        ["%%bash\nls", "import os", f"api_secret = {READ}"],
    ),
    "a cell that awaits": (
        ["import os", f'client = await connect(api_secret="{V}")'],
        ["import os", f"client = await connect(api_secret={READ})"],
    ),
    "a cell that is no Python beside it": (
        ["import os", "if (", f'api_secret = "{V}"'],
        ["import os", "if (", f"api_secret = {READ}"],
    ),
    "the last line of a cell that goes": (
        [f'import os\nx = os.name\nos.environ["MY_KEY"] = "{V}"'],
        ["import os\nx = os.name"],
    ),
    "the last lines of a cell that go": (
        [f'import os\nx = os.name\nos.environ["MY_KEY"] = "{V}"\nos.putenv("YOUR_KEY", "{W}")'],
        ["import os\nx = os.name"],
    ),
    "the first line of a cell that goes": (
        ["import os", f'os.environ["MY_KEY"] = "{V}"\nx = os.name'],
        ["import os", "x = os.name"],
    ),
    "all of a cell that goes": (
        ["import os", f'os.environ["MY_KEY"] = "{V}"', "x = os.name"],
        ["import os", "", "x = os.name"],
    ),
    "names over cells": (
        [CLIENT, f'_a = "{V}"', f'Client("{W}", _a)'],
        [CLIENT, f"_a = {SECRET}", f"Client({KEY}, _a)"],
    ),
    "a name that it was put together of": (
        [f"{CLIENT}\nx = 1", f'_a = "{V[:30]}"\n', f'Client("{W}", _a + "{V[30:]}")'],
        [f"{CLIENT}\nx = 1", "", f"Client({KEY}, {SECRET})"],
    ),
}


@pytest.mark.parametrize(("before", "after"), CELLS.values(), ids=CELLS)
def test_cells_are_edited(tmp_path: Path, before: list[str], after: list[str]) -> None:
    assert mended(tmp_path, *before) == after


def test_a_name_that_a_magic_uses_stays(tmp_path: Path) -> None:
    cells = [CLIENT, f'_a = "{V[:30]}"', f'Client("{W}", _a + "{V[30:]}")', "!echo {_a}"]
    assert mended(tmp_path, *cells) == cells
    assert mended(tmp_path, *cells[:-1]) == [CLIENT, "", f"Client({KEY}, {SECRET})"]


STYLES = {
    "dotenv": (
        "import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\n" + f"api_secret = {READ}"
    ),
    "pydantic-settings": (
        "from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\n"
        "class _Settings(BaseSettings):\n"
        '    model_config = SettingsConfigDict(env_file="../.env", extra="ignore")\n'
        "    api_secret: str\n\n\n_settings = _Settings()\n\napi_secret = _settings.api_secret"
    ),
}


@pytest.mark.parametrize(("style", "after"), STYLES.items(), ids=STYLES)
def test_a_style_finds_the_env_file_without_a_file_of_its_own(
    tmp_path: Path, style: str, after: str
) -> None:
    text = notebook(code(f'api_secret = "{V}"'))
    assert sources(fixed(tmp_path, text, "a/nb.ipynb", style=style, unsafe=False)) == [after]


def test_what_a_style_needs_can_end_a_cell(tmp_path: Path) -> None:
    head, _ = mended(tmp_path, "import os", f'api_secret = "{V}"', style="dotenv")
    assert head == "import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()"


REFUSED = {
    "decouple": "decouple looks for .env beside the file that calls it, and a notebook is none",
    "environ": "nothing that runs before it loads an env file",
    "keyring": "the keyring holds the value only once you have put it there",
}


@pytest.mark.parametrize(("style", "reason"), REFUSED.items(), ids=REFUSED)
def test_it_is_told_why_a_style_is_not_safe_in_a_notebook(
    tmp_path: Path, style: str, reason: str
) -> None:
    text = notebook(code(f'api_secret = "{V}"'))
    plan = planned(tmp_path, {NAME: text}, style=style, unsafe=False)
    assert f"only with --unsafe-fixes: {reason}" in plan.left[0].reason


LOADERS = ["from dotenv import load_dotenv\nload_dotenv()", "%load_ext dotenv\n%dotenv"]


@pytest.mark.parametrize("loader", LOADERS, ids=["load_dotenv", "%dotenv"])
def test_a_cell_that_loads_the_env_file_makes_it_safe(tmp_path: Path, loader: str) -> None:
    after = mended(tmp_path, loader, "import os", f'api_secret = "{V}"', unsafe=False)
    assert after == [loader, "import os", f"api_secret = {READ}"]


FORMS: dict[str, Callable[[str], str]] = {
    "as nbformat writes it": lambda text: text,
    "as one string a cell": as_one_string,
    "without a space": lambda text: json.dumps(json.loads(text), separators=(",", ":")),
    "with wide indents": lambda text: json.dumps(json.loads(text), indent=4),
    "with tabs": lambda text: json.dumps(json.loads(text), indent="\t", ensure_ascii=False),
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "with line ends of Windows and wide indents": lambda text: json.dumps(
        json.loads(text), indent=4, ensure_ascii=False
    ).replace("\n", "\r\n"),
    "with a mark": lambda text: "\ufeff" + text,
    "with a mark, on one line": lambda text: "\ufeff" + json.dumps(json.loads(text)),
    "with spaces at the ends of lines": lambda text: text.replace(",\n", ",  \n"),
    "with spaces within": lambda text: text.replace('":', '" :'),
    "without an end of the last line": lambda text: text.rstrip("\n"),
    "with empty lines at the end": lambda text: text + "\n\n",
    "in an odd order": lambda text: json.dumps(dict(reversed(json.loads(text).items()))),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_all_else_stays_byte_for_byte(tmp_path: Path, form: Callable[[str], str]) -> None:
    """What is written is what the notebook would have been, had it never held the value."""

    def made(secret: str, output: list[Json], count: int | None) -> str:
        cell = {**code(f'x = "é\\t"\nkey = {{"api_secret": {secret}}}  # ü', *output)}
        cells = [
            markdown("# é"),
            code("import os", printed("é\n")),
            {**cell, "execution_count": count},
        ]
        return form(notebook(*cells))

    before = made(f'"{V}"', [printed(f"{V}\n")], 7)
    assert fixed(tmp_path, before, NAME) == made(READ, [], None)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_all_else_stays_in_one_of_version_3(tmp_path: Path, form: Callable[[str], str]) -> None:
    def made(secret: str, output: list[Json], count: int | None) -> str:
        cell = {**old_code(f'import os\nkey = {{"api_secret": {secret}}}  # ü', *output)}
        cells = [markdown("# é"), {**cell, "prompt_number": count}, old_code("key")]
        return form(old_notebook(*cells))

    before = made(f'"{V}"', [printed(f"{V}\n")], 7)
    assert fixed(tmp_path, before, NAME) == made(READ, [], None)


def ran(source: str, *outputs: Json) -> Json:
    return {**code(source, *outputs), "execution_count": 7}


OUTPUTS: dict[str, Json] = {
    "what was printed": printed(f"key: {V}\n"),
    "a result": {"output_type": "execute_result", "data": {"text/plain": [f"'{V}'"]},
                 "metadata": {}, "execution_count": 7},
    "a page": shown({"text/html": f"<b>{V}</b>"}),
    "data": shown({"application/json": {"a": [{"b": V}]}}),
    "an error": {"output_type": "error", "ename": "E", "evalue": "e",
                 "traceback": ["first", f'\x1b[0;32m----> 1 x("{V[:9]}\x1b[0m{V[9:]}")']},
    "text over strings": {"output_type": "stream", "name": "stdout", "text": [V[:9], V[9:]]},
}  # fmt: skip


class TestOutputs:
    @pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
    def test_that_show_the_value_are_cleared(self, tmp_path: Path, output: Json) -> None:
        cells = [code("import os"), code(f'api_secret = "{V}"'), ran("api_secret", output)]
        after = json.loads(fixed(tmp_path, notebook(*cells), NAME))["cells"]
        assert (after[2]["outputs"], after[2]["execution_count"]) == ([], None)
        assert after[2]["source"] == ["api_secret"]

    def test_that_do_not_stay(self, tmp_path: Path) -> None:
        cells = [code("import os"), ran(f'api_secret = "{V}"', printed(V[:20]))]
        cells.append(ran("1", printed("1")))
        after = json.loads(fixed(tmp_path, notebook(*cells), NAME))["cells"]
        assert [it["execution_count"] for it in after] == [None, 7, 7]

    def test_of_a_cell_with_another_number_of_old(self, tmp_path: Path) -> None:
        cell = {**old_code(f'api_secret = "{V}"', printed(V)), "prompt_number": 7}
        (after,) = json.loads(fixed(tmp_path, old_notebook(cell), NAME))["worksheets"][0]["cells"]
        assert (after["outputs"], after["prompt_number"]) == ([], None)

    def test_that_alone_have_a_value_are_cleared_and_it_is_kept(self, tmp_path: Path) -> None:
        cells = [ran("print(secret)", printed(f"binance_secret: {V}\n")), ran("", printed("1"))]
        text = notebook(*cells)
        plan = planned(tmp_path, {NAME: text}, unsafe=False)
        assert plan.values == {"BINANCE_SECRET": V}
        after = json.loads(plan.files[0].raw)["cells"]
        assert [len(it["outputs"]) for it in after] == [0, 1]
        assert sources(plan.files[0].raw.decode()) == ["print(secret)", ""]

    def test_stay_where_the_code_keeps_the_value(self, tmp_path: Path) -> None:
        text = notebook(ran(f'binance_secret = "{V}"', printed(f"binance_secret: {V}\n")))
        plan = planned(tmp_path, {NAME: text}, unsafe=False)
        assert (plan.files, dict(plan.values)) == ((), {})
        assert "the code that shows it keeps it" in [it.reason for it in plan.left]

    def test_are_not_told_to_be_left_if_they_are_cleared_for_another(self, tmp_path: Path) -> None:
        bot = "123456789:AA" + made_up("base62", 33, 393)
        cell = ran(f'api_secret = "{V}"\nprint(f"{bot} {{x}}")', printed(f"{V}\n{bot}\n"))
        plan = planned(tmp_path, {NAME: notebook(cell)})
        assert json.loads(plan.files[0].raw)["cells"][0]["outputs"] == []
        assert [it.finding.place.cell and it.finding.place.cell.output for it in plan.left] == [
            None
        ]

    def test_of_another_language_are_cleared_too(self, tmp_path: Path) -> None:
        metadata = {"kernelspec": {"language": "R", "name": "ir"}}
        text = notebook(ran("secret", printed(f"binance_secret: {V}\n")), metadata=metadata)
        assert json.loads(fixed(tmp_path, text, NAME))["cells"][0]["outputs"] == []


LEFT = {
    "prose": (
        markdown(f"Binance secret key: {V}"),
        "it stands in prose, where nothing can be looked up",
    ),
    "a magic": (code(f"%env BINANCE_API_SECRET={V}"), "it stands in code that is no Python"),
    "a bash cell": (
        code(f"%%bash\nexport BINANCE_API_SECRET={V}"),
        "it stands in code that is no Python",
    ),
    "a comment": (code(f"# binance_api_secret = {V}"), "leakguard knows no fix for it"),
    "the metadata of a cell": (
        {**code("a"), "metadata": {"binance_secret_key": V}},
        "only Python is fixed",
    ),
}


@pytest.mark.parametrize(("cell", "reason"), LEFT.values(), ids=LEFT)
def test_it_is_told_what_cannot_be_fixed(tmp_path: Path, cell: Json, reason: str) -> None:
    plan = planned(tmp_path, {NAME: notebook(cell)})
    assert not plan.files
    assert [it.reason.partition(";")[0] for it in plan.left] == [reason]


def test_a_notebook_that_is_no_utf_8_is_left(tmp_path: Path) -> None:
    text = notebook(code(f'api_secret = "{V}"  # é')).encode("latin-1")
    plan = planned(tmp_path, {NAME: text})
    assert "it is no UTF-8" in plan.left[0].reason


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    text = notebook(code(f'api_secret = "{V}"', printed(V)))
    once = fixed(tmp_path, text, NAME, style="dotenv")
    assert fixed(tmp_path, once, NAME, style="dotenv") == once


def test_the_diff_shows_cells_and_masks_all_else(tmp_path: Path, run: Run) -> None:
    source = f'old = "{W}"\n%env X=1\napi_secret = "{V}"\nx'
    (tmp_path / NAME).write_text(notebook(code("import os"), code(source), ran("", printed(V))))
    out = run("fix", "--unsafe-fixes", cwd=tmp_path).out
    assert out[: out.index("\n\n")].splitlines() == [
        "--- nb.ipynb",
        "+++ nb.ipynb",
        "@@ cell 2 -1,4 +1,4 @@",
        f' old = "{W[:4]}****"',
        " %env X=1",
        f'-api_secret = "{V[:4]}****"',
        f"+api_secret = {READ}",
        " x",
        "@@ cell 3: the outputs are cleared, since they show API_SECRET @@",
    ]
    assert "(cell 2, line 3)" in out


def test_json_gives_the_changes_of_the_file(tmp_path: Path, run: Run) -> None:
    text = notebook(code("import abc"), ran(f'x = "é"\napi_secret = "{V}"', printed(V)))
    (tmp_path / NAME).write_text(text)
    report = json.loads(run("fix", "--unsafe-fixes", "--format", "json", cwd=tmp_path).out)
    (fixes,) = [it["fixes"] for it in report["findings"] if it["rule"] == "hardcoded-assignment"]
    changes = [
        (it["line"], it["column"], it["end_line"], it["end_column"], it["text"]) for it in fixes
    ]
    assert applied(text, changes) == fixed(tmp_path, text, NAME)


def test_it_is_written_and_nothing_is_lost(repository: Repository, run: Run) -> None:
    repository.commit(**{NAME: notebook(code(f'api_secret = "{V}"', printed(V)))})
    done = run("fix", "--apply", "--unsafe-fixes", "--env-file", ".env", cwd=repository.path)
    assert done.code == 0
    assert V not in (repository.path / NAME).read_text()
    assert (repository.path / ".env").read_text() == f"API_SECRET={V}\n"


def test_a_value_that_head_holds_may_be_discarded(repository: Repository, run: Run) -> None:
    repository.commit(**{NAME: notebook(code(f'api_secret = "{V}"', printed(V)))})
    done = run("fix", "--apply", "--unsafe-fixes", "--discard-values", cwd=repository.path)
    assert done.code == 0
    assert V not in (repository.path / NAME).read_text()
