"""Values that have a credential's form and only show it."""

import pytest

from leakguard.examples import made_up
from tests.support import scan


@pytest.mark.parametrize(
    "value",
    [
        "AKIA" + made_up("upper", 9, 51) + "EXAMPLE",
        "hf_" + made_up("base62", 12, 52) + "x" * 22,
        "sk-ant-api03-your-" + made_up("base62", 90, 53),
        "glpat-" + made_up("base62", 9, 54) + "-REDACTED-x",
    ],
    ids=["example", "filled-up", "yours", "redacted"],
)
def test_a_sample_is_silent(value: str) -> None:
    assert scan({"README.md": f"Set it to {value}\n"}).findings == ()
