"""What a module tells its statements about: its imports."""

import pytest

from leakguard.document import Document
from leakguard.syntax.module import Module


def imports(text: bytes) -> dict[str, str]:
    return Module(Document("bot.py", "bot.py", text)).imports


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"import os\nimport os.path as p\n", {"os": "os", "p": "os.path"}),
        (b"import os; from os import environ\n", {"os": "os", "environ": "os.environ"}),
        (b"from os import (environ,\n    getenv)\n", {"environ": "os.environ",
                                                      "getenv": "os.getenv"}),
        (b"x = 'import'\n    import os\n", {"os": "os"}),
        (b"import (\nimport os\n", {"os": "os"}),
        (b"import os", {"os": "os"}),
    ],
    ids=["lines", "one-line", "brackets", "behind-a-word", "behind-no-statement", "no-line-end"],
)  # fmt: skip
def test_each_import_binds_its_names(text: bytes, found: dict[str, str]) -> None:
    assert imports(text) == found


def test_a_line_that_says_import_a_million_times_is_read_once() -> None:
    assert imports(b"import os\n" + b"import a " * 1_000_000) == {"os": "os"}  # or hours
    assert imports(b"import os\nx = " + b"import a " * 1_000_000) == {"os": "os"}
