"""A shell reads a word back as it was, and a terminal obeys nothing in it."""

import os
import subprocess

import pytest

from leakguard.shell import quote

WORDS = {
    "plain": "refs/heads/main",
    "spaces": " a  b ",
    "quotes": 'it\'s a "name"',
    "command": "$(touch x) `touch x` $HOME ; & | > x",
    "option": "--force",
    "line-end": "a\nb\r\n",
    "escape": "\x1b[2J\x07",
    "override": "a\u202eb\u200b",
    "no-utf-8": os.fsdecode(b"a\xff\xfeb"),
    "backslash-and-quote": "\n\\n'$'\\''",
    "letters": "größe/日本",
    "empty": "",
}


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_a_word_stays_what_it_is(word: str) -> None:
    shown = quote(word)
    assert shown.isprintable()
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\0' {shown}"], capture_output=True, check=True
    )
    assert os.fsdecode(done.stdout) == f"{word}\0"
