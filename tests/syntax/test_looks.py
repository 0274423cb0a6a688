"""The cheap look at a statement about the environment before it is parsed."""

from collections.abc import Mapping

import pytest

from leakguard.document import Document
from leakguard.syntax.handed import Handed
from leakguard.syntax.looks import Look, Statements
from leakguard.syntax.neighbours import Find


def statements_of(document: Document, find: Find | None = None) -> Statements:
    return Statements(document, Handed(document, {}, frozenset()), find)


READ, END = "READ", "END"
"""Stand for a credential that is read, and for where the trigger that is looked at ends."""


def is_passed(look: Look, text: str, beside: Mapping[str, str] | None = None) -> bool:
    """Whether a look lets the statement pass that `READ` or `END` marks in a text."""
    read = 'os.environ["API_KEY"'
    marked = text.replace(READ, f"{read}{END}]", 1)
    end = marked.encode().index(END.encode())
    data = marked.replace(END, "").encode()
    files = {
        path: Document(path, path, content.encode(), in_git=True)
        for path, content in (beside or {}).items()
    }
    statements = statements_of(Document("src/a.py", "src/a.py", data), files.get)
    return list(statements.worth_parsing(look, end)) != []


GOES_OUT = {
    "printed": "print(READ)",
    "logged": "logger.info('%s', READ)",
    "lines": "logger.info(\n    '%s',\n    READ,\n)",
    "method-logger": "self.logger().debug(READ)",
    "raised": "raise ValueError(f'bad {READ}')",
    "raised-on-one-line": "if bad: raise a.Error(READ)",
    "asserted": "assert works(), READ",
    "kept-by-functions": "print(json.dumps({'k': str(READ)}))",
    "in-a-query": "requests.get(f'https://a.example/?key={READ}')",
    "named": "key = READ\nprint(key)",
    "annotated": "key: str | None = READ\nprint(key)",
    "unpacked": "user, key = 1, READ\nprint(key)",
    "chained": "a = key = READ\nprint(key)",
    "walrus": "if key := READ:\n    print(key)",
    "attribute": "self.key = READ\nlog.info(self.key)",
    "class-body": "class C:\n    KEY = READ\nprint(C.KEY)",
    "formatted": "key = READ\nmessage = f'with {key}'\nprint(message)",
    "added": "key = READ\ntext += key\nprint(text)",
    "method-that-keeps": "key = READ\nprint(key.strip())",
    "one-line-if": "if a: key = READ\nprint(key)",
    "semicolon": "a = 1; key = READ; print(key)",
}

STAYS = {
    "passed": "client = Client(READ)\nprint(client)",
    "only-named": "key = READ\nclient = Client(key)",
    "passed-inside": "print(len(READ))",
    "made-of-it": "key = READ\nsigned = sign(key)\nprint(signed)",
    "name-in-a-text": "key = READ\nif not key:\n    raise ValueError('key is not set')",
    "name-in-a-comment": "key = READ\nprint(1)  # key",
    "argument-of-that-name": "key = READ\nprint(f(key=1))",
    "a-part": "key = READ\nprint(key[:4])",
    "asked": "key = READ\nprint(key.startswith('a'))",
    "other-attribute": "key = READ\nprint(litellm.key)",
    "attribute-of-another-name": "self.key = READ\nprint(key)",
    "in-a-docstring": '"""print(READ)"""',
    "commented-out": "# print(READ)",
    "other-variable": 'print(os.environ["HOME"END])',
    "about-a-credential": 'print(os.environ["API_KEY_FILE"END])',
    "other-mapping": 'print(request.environ["API_KEY"END])',
    "not-imported": 'print(environ["API_KEY"END])',
}


@pytest.mark.parametrize("text", GOES_OUT.values(), ids=GOES_OUT)
def test_a_credential_that_may_be_shown_passes(text: str) -> None:
    assert is_passed(Look.OUTPUT, f"{text}\n")


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_a_credential_that_is_not_shown_does_not_pass(text: str) -> None:
    assert not is_passed(Look.OUTPUT, f"{text}\n")


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("subprocess.run(['x', READ])", True),
        ("command = ['x', READ]\nsubprocess.run(command)", True),
        ("run(key(READ))", False),
        ("print(READ)", False),
    ],
    ids=["run", "named", "made-of-it", "printed"],
)
def test_a_command_is_where_a_process_starts(text: str, passes: bool) -> None:
    assert is_passed(Look.COMMAND, f"{text}\n") is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [("def f(key=READ): ...", True), ("async def f(key=READ): ...", True), ("f(key=READ)", False)],
    ids=["def", "async", "call"],
)
def test_a_default_stands_in_the_head_of_a_function(text: str, passes: bool) -> None:
    assert is_passed(Look.DEFAULT, f"{text}\n") is passes


WHOLE = {
    "printed": ("print(os.environ)END", True),
    "copied": ("env = os.environ.copy(END)\nprint(env)", True),
    "sent": ("f.write(json.dumps(dict(os.environ)END))", True),
    "imported": ("from os import environ\nprint(environ)END", True),
    "of-a-server": ("def app(environ, start):\n    print(environ)END", False),
    "of-an-object": ("print(self.environ)END", False),
    "of-a-child": ("env = os.environ.copy(END)\nrun(command, env=env)", False),
    "one-of-it": ("env = os.environ.copy(END)\nprint(env['HOME'], env.get('USER'))", False),
    "answered": ("@app.get('/')\ndef f():\n    return dict(os.environ)END", True),
    "returned": ("def f():\n    return dict(os.environ)END", False),
}


@pytest.mark.parametrize(("text", "passes"), WHOLE.values(), ids=WHOLE)
def test_the_environment_passes_where_it_may_be_shown(text: str, passes: bool) -> None:
    assert is_passed(Look.DUMP, f"{text}\n") is passes


@pytest.mark.parametrize(
    ("call", "passes"),
    [
        ("load_dotenv(END)", True),
        ("load_dotenv(ENDfind_dotenv())", True),
        ("load_dotenv(ENDBASE / 'config' / 'live.env')", True),
        ("PATH = 'config/live.env'\nload_dotenv(ENDPATH)", True),
        ("load_dotenv(END'other.env')", True),  # a .env beside it is, which is not told apart
    ],
)
def test_a_dotenv_file_that_git_tracks_passes(call: str, passes: bool) -> None:
    beside = {"config/live.env": "A=1\n", ".env": "A=1\n"}
    assert is_passed(Look.DOTENV, f"{call}\n", beside) is passes


def test_a_dotenv_file_that_is_not_there_does_not_pass() -> None:
    assert not is_passed(Look.DOTENV, "load_dotenv(END)\n", {"other/.env": "A=1\n"})


RENAMED = {
    "environ": 'from os import environ as e\nENDprint(e["API_KEY"])',
    "in-brackets": 'from os import (\n    path,\n    environ as e,\n)\nENDprint(e.get("API_KEY"))',
    "getenv": 'from os import getenv as g\nENDprint(g("API_KEY"))',
    "variable": 'env = os.environ\nENDprint(env["API_KEY"])',
    "annotated": 'env: Mapping = os.environ\nENDprint(env["API_KEY"])',
    "reader": 'get = os.environ.get\nENDprint(get("API_KEY"))',
    "of-a-renamed-module": 'import os as o\nenv = o.environ\nENDprint(env["API_KEY"])',
}


@pytest.mark.parametrize("text", RENAMED.values(), ids=RENAMED)
def test_other_names_of_the_environment_are_known(text: str) -> None:
    assert is_passed(Look.OUTPUT, f"{text}\n")


@pytest.mark.parametrize(
    "other",
    [
        "env = {}", "def f(env): ...", "for env in all_of_them: ...", "with a() as env: ...",
        "f = lambda env: env",
    ],
)  # fmt: skip
def test_a_name_that_stands_for_something_else_as_well_is_no_other_name(other: str) -> None:
    assert not is_passed(Look.OUTPUT, f'env = os.environ\nENDprint(env["API_KEY"])\n{other}\n')


def test_a_name_that_is_an_argument_as_well_still_is() -> None:
    text = (
        'env = os.environ\nENDprint(env["API_KEY"])\nrun(command, env=env)\nrun(\n    env=env,\n)\n'
    )
    assert is_passed(Look.OUTPUT, text)


def test_what_is_beyond_the_bounds_is_left_to_those_who_parse() -> None:
    text = 'x = os.environ["API_KEY"]\n' * 2_100
    statements = statements_of(Document("a.py", "a.py", text.encode()))
    ends = [place + len(b'["API_KEY"') for place in range(len(text)) if text[place] == "["]
    passed = [it for end in ends for it in statements.worth_parsing(Look.OUTPUT, end)]
    assert len(passed) == 100
