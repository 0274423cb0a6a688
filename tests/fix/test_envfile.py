"""Values in an env file: written so that they are read back, by the readers themselves."""

import re
import subprocess
from io import StringIO
from pathlib import Path

import dotenv
import pytest
from dotenv import parser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leakguard.fix import envfile

PEM = "-----BEGIN PRIVATE KEY-----\nMC4CAQ\nAwBQ==\n-----END PRIVATE KEY-----\n"
VALUES = {
    "letters": "abcXYZ09",
    "base64": "ab+/cd==",
    "space": "two words",
    "hash": "a #b",
    "dollar": "pa$word",
    "backtick": "a`b",
    "single quote": "it's",
    "double quote": 'say "x"',
    "backslash": "a\\b",
    "two backslashes": "a\\\\b",
    "percent": "100%",
    "exclamation": "wow!",
    "tilde": "~root",
    "unicode": "пароль-ß€",
    "pem": PEM,
    "tab": "a\tb",
    "spaces around": "  a  ",
    "newline and quote": "it's\nnew",
    "semicolon": "a;b&c|d",
}


def read_by_dotenv(folder: Path, text: str) -> dict[str, str | None]:
    file = folder / "read.env"
    file.write_bytes(text.encode())
    return dotenv.dotenv_values(file)


def read_by_sh(folder: Path, text: str, name: str) -> str:
    file = folder / "read.env"
    file.write_bytes(text.encode())
    script = f'. ./read.env; printf %s "${name}"'
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_dotenv_reads_back(tmp_path: Path, value: str) -> None:
    text = envfile.added("", {"KEY": value, "LAST": "1"})
    assert read_by_dotenv(tmp_path, text) == {"KEY": value, "LAST": "1"}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_sh_reads_back(tmp_path: Path, value: str) -> None:
    assert read_by_sh(tmp_path, envfile.added("", {"KEY": value, "LAST": "1"}), "KEY") == value


BARE = ["abcXYZ09", "ab+/cd==", "a.b-c_d@e:f,g%h", "a#b*[c]{d}?!", "#a", "-a", "=a", "пароль"]


@pytest.mark.parametrize("value", BARE)
def test_docker_reads_back_what_needs_no_quotes(tmp_path: Path, value: str) -> None:
    # `docker run --env-file` takes all behind the first `=`, as it is.
    text = envfile.added("", {"KEY": value})
    assert text == f"KEY={value}\n"
    assert read_by_dotenv(tmp_path, text) == {"KEY": value}
    assert read_by_sh(tmp_path, text, "KEY") == value


@pytest.mark.parametrize(
    ("value", "is_alike"),
    [("plain", True), ("it's", True), (PEM, True), ("it's $5", False), ("a\rb", False)],
)
def test_it_is_told_where_dotenv_and_sh_do_not_agree(value: str, is_alike: bool) -> None:
    assert envfile.is_read_alike(value) is is_alike


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)


@given(_TEXT.filter(lambda it: not envfile.obstacle(it)))
@example("'\\$\r\n\"")
def test_dotenv_reads_back_whatever_is_not_refused(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    text = envfile.added("", {"KEY": value})
    assert read_by_dotenv(tmp_path_factory.getbasetemp(), text) == {"KEY": value}


_PRINTED = st.text(
    st.characters(min_codepoint=9, max_codepoint=126, categories=["L", "N", "P", "S", "Z"]),
    min_size=1,
)


@given(
    st.lists(
        _PRINTED.filter(lambda it: not envfile.obstacle(it) and envfile.is_read_alike(it)),
        min_size=40,
    )
)
@settings(max_examples=15, deadline=None)
def test_sh_reads_back_whatever_it_is_said_to(
    tmp_path_factory: pytest.TempPathFactory, values: list[str]
) -> None:
    named = {f"KEY{number}": value for number, value in enumerate(values)}
    file = tmp_path_factory.getbasetemp() / "sh.env"
    file.write_bytes(envfile.added("", named).encode())
    shown = " ".join(f'"${name}"' for name in named)
    script = f"printf '%s\\0' {shown}"
    done = subprocess.run(["sh", "-c", f". {file}; {script}"], capture_output=True, check=True)
    assert done.stdout.decode().split("\0")[:-1] == values


@given(_TEXT.filter(lambda it: not envfile.obstacle(it)))
def test_what_is_written_is_known_again(value: str) -> None:
    assert envfile.entries(envfile.added("A=1\n", {"KEY": value})) == {"A": "1", "KEY": value}


@given(
    st.lists(_TEXT.filter(lambda it: not envfile.obstacle(it)), min_size=2, max_size=6),
    st.booleans(),
)
@example(["'\\\\x", '"'], True)
def test_old_and_new_versions_of_dotenv_read_several_back(
    tmp_path_factory: pytest.TempPathFactory, values: list[str], is_old: bool
) -> None:
    named = {f"KEY{number}": value for number, value in enumerate(values)}
    with pytest.MonkeyPatch.context() as patch:
        for name, quote in (("single", "'"), ("double", '"')) if is_old else ():
            old = re.compile(f"{quote}((?:\\\\{quote}|[^{quote}])*){quote}")
            patch.setattr(parser, f"_{name}_quoted_value", old)
        read = read_by_dotenv(tmp_path_factory.getbasetemp(), envfile.added("", named))
    assert read == named


@given(st.text(alphabet="AB='\"\\ \n#;x\t", max_size=24))
def test_a_line_that_dotenv_cannot_parse_is_known(text: str) -> None:
    found = list(parser.parse_stream(StringIO(text)))
    assert bool(envfile.unread_line(text)) is any(it.error for it in found)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A=1\n# b\nB='2' # c\n", 0),
        ("A=1\n\nB='2';\n", 3),
        ("A=1\nB='2\nC=3\n", 2),
        ('A=1\n  B="2', 2),
        ("two words\n", 1),
    ],
)
def test_the_line_is_told_that_cannot_be_parsed(text: str, line: int) -> None:
    assert envfile.unread_line(text) == line


@pytest.mark.parametrize(
    "text",
    ["\ufeffA=1\n", "A='1';\n", "A= # 1\n", 'A="1\\\\"\n', 'B="\nA=1\n'],
    ids=["a mark before it", "a semicolon", "a comment", "a backslash", "in a quote"],
)
def test_a_value_that_is_not_sure_to_be_read_is_not_believed(text: str) -> None:
    assert envfile.entries(text).get("A") is None


@pytest.mark.parametrize("value", ["", "a\0b", "a${B}c", "a\\", "\ud800"], ids=repr)
def test_what_no_env_file_can_hold_is_refused(value: str) -> None:
    assert envfile.obstacle(value)


TEXTS = {
    "plain": ("A=1\nB=2\n", {"A": "1", "B": "2"}),
    "export": ("export A=1\n", {"A": "1"}),
    "spaces": ("  A = 1 # said\n", {"A": "1"}),
    "comment": ("# A=1\n\nB=2", {"B": "2"}),
    "single quotes": ("A='x y'\nB='it\\'s'\n", {"A": "x y", "B": "it's"}),
    "double quotes": ('A="x\\ny"\n', {"A": "x\ny"}),
    "several lines": ("A='x\nB=2'\nC=3\n", {"A": "x\nB=2", "C": "3"}),
    "crlf": ("A=1\r\nB=2\r\n", {"A": "1", "B": "2"}),
    "empty": ("A=\nB=2\n", {"A": "", "B": "2"}),
    "no value": ("A\nB=2\n", {"A": None, "B": "2"}),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_entries_are_read_as_dotenv_reads_them(
    tmp_path: Path, text: str, expected: dict[str, str | None]
) -> None:
    assert envfile.entries(text) == expected == read_by_dotenv(tmp_path, text)


def test_an_expanded_value_is_not_known() -> None:
    assert envfile.entries("A=1\nB=${A}2\n") == {"A": "1", "B": None}


def test_a_name_with_two_values_has_none() -> None:
    assert envfile.entries("A=1\nA=2\nA=2\n") == {"A": None}


def test_entries_that_are_there_stay_byte_for_byte() -> None:
    text = "# mine\nA = 'x' # y\r\nB=2"
    assert envfile.added(text, {"C": "3"}) == f"{text}\nC=3\n"


def test_an_example_has_each_name_once_and_no_value() -> None:
    assert envfile.emptied("A=\n", ["A", "B"]) == "A=\nB=\n"
