"""Texts that a pattern almost matches in very many ways are scanned all the same: without the
patterns' care for that, each of these tests would take hours."""

import pytest

from leakguard.examples import made_up
from tests.support import scan

SECRET = made_up("base62", 40, 881)
READS = 'import os\nfrom dotenv import load_dotenv\nos.environ["API_KEY"]\n'

TEXTS = {
    "capitals behind a provider's prefix": ("m.txt", f"TOKEN=pina_{'A' * 92}\n"),
    "brackets in a call that has no end": ("m.py", f"{READS}load_dotenv({'(a)' * 60}\n"),
    "colons in a ticket": ("m.txt", f"$krb5tgs$23${':' * 4000}\n"),
    "spaces behind a value": ("m.txt", f'password = "{SECRET}"{" " * 200_000}x\n'),
    "spaces before a sign for a magic": ("m.ipynb", '{"cells": [{"cell_type": "code", "source": "'
                                         f"{' ' * 100_000}x%\"}}]}}"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text"), TEXTS.values(), ids=TEXTS)
def test_it_ends(path: str, text: str) -> None:
    assert scan({path: text}).errors == ()
