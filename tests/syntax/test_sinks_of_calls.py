"""Which call of the tables a call in a module is."""

import libcst as cst
import pytest

from leakguard.document import Document
from leakguard.syntax.calls import sink_of
from leakguard.syntax.module import Module

IMPORTS = "import nio\nimport tradingeconomics as te\n"


@pytest.mark.parametrize(
    ("call", "table"),
    [("te.login(key)", "tradingeconomics"), ("client.login(key)", "matrix-nio")],
)
def test_what_the_imports_say_goes_before_the_name_of_a_method(call: str, table: str) -> None:
    module = Module(Document("m.py", "m.py", f"{IMPORTS}{call}\n".encode()))
    node = cst.parse_expression(call)
    assert isinstance(node, cst.Call)
    found = sink_of(node, module)
    assert found is not None
    assert found.table == table
