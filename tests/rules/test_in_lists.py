"""Credentials of one kind with a single sign between them are all found."""

import pytest

from leakguard.examples import made_up
from tests.support import found

COUNT = 8
EBAY = ["v^1.1#i^1#p^3#r^1#f^0#t^" + made_up("base62", 60, 2100 + it) for it in range(COUNT)]


@pytest.mark.parametrize("between", [" ", ",", "|", "\n"], ids=["space", "comma", "bar", "line"])
def test_each_is_found(between: str) -> None:
    assert len(found(between.join(EBAY), "tokens.txt")) == COUNT
