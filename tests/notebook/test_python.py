"""The Python of a cell: what only IPython understands is commented out, all else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.notebook.python import python_of

CELLS = {
    "plain Python": ("a = 1\nb = a % 2\n", "a = 1\nb = a % 2\n"),
    "nothing": ("", ""),
    "a line magic": ("%matplotlib inline\na = 1", "##################\na = 1"),
    "a variable of the environment": ("%env KEY=value", "##############"),
    "a shell line": ("!pip install 'a\nb = 1", "###############\nb = 1"),
    "a shell line in a block": ("if a:\n    !ls (\n    b()", "if a:\n#########\n    b()"),
    "a shell line over two": ("!ls \\\n  (a\nb = 1", "#####\n####\nb = 1"),
    "the output of the shell": ("a = !ls '\nb = 1", "#########\nb = 1"),
    "the value of a magic": ("a = %sql select '\nb", "#################\nb"),
    "a question": ("Client?\nb = 1", "#######\nb = 1"),
    "two questions": ("a.b??", "#####"),
    "a question before it": ("?Client", "#######"),
    "a modulo on its own line": ("a = (b\n  % c)\n", "a = (b\n  % c)\n"),
    "a template over lines": ('a = """\n%s\n!b\n"""\n', 'a = """\n%s\n!b\n"""\n'),
    "a difference": ("a = b != c\nd = e %f", "a = b != c\nd = e %f"),
    "a timed statement": ("%time a = b('c')\n", "0;    a = b('c')\n"),
    "a timed statement in a block": ("if a:\n  %timeit b()", "if a:\n  0;      b()"),
    "a timed statement with options": ("%timeit -n 1 b('", "################"),
    "a timed cell": ("%%time\na = 1\n%env B=c", "######\na = 1\n########"),
    "a captured cell": ("\n%%capture out\na = 1", "\n#############\na = 1"),
    "a shell cell": ("%%bash\nexport A='b\n", "######\n###########\n"),
    "a shell cell, short": ("%%!\nls", "###\n##"),
    "a page": ("%%html\r\n<a>\r\n", "######\r\n###\r\n"),
    "a module that it writes": ("%%writefile a.py\nb = 1", "################\nb = 1"),
    "a file that it writes": ("%%writefile .env\nB=1", "################\n###"),
    "another letter": ("!é\né = 1", "###\né = 1"),
}


@pytest.mark.parametrize(("cell", "python"), CELLS.values(), ids=CELLS)
def test_what_is_python_of_a_cell(cell: str, python: str) -> None:
    assert python_of(cell.encode()) == (python.encode(), True)


def test_a_string_that_is_never_closed_is_left_out() -> None:
    cell = b'a = 1\nb = """c\nd = "e"\n'
    assert python_of(cell) == (b"a = 1\n########\n#######\n", False)


@given(st.text(st.sampled_from("%!?=ab \t\n\r\\\"'()é#"), max_size=40))
def test_nothing_moves(text: str) -> None:
    cell = text.encode()
    python, _ = python_of(cell)
    assert len(python) == len(cell)
    assert [byte for byte in python if byte in b"\r\n"] == [b for b in cell if b in b"\r\n"]
