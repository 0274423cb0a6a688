"""Words of commands, quoted so that a shell takes them as they are and a terminal obeys nothing."""

import os
import shlex


def quote(word: str) -> str:
    r"""Give a word for a shell: as POSIX has it, or as `$'…'` where it holds what does not print.

    https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_04
    """
    if word.isprintable():
        return shlex.quote(word)
    escaped = "".join(
        chr(it) if 32 <= it < 127 and it not in b"'\\" else f"\\{it:03o}"
        for it in os.fsencode(word)
    )
    return f"$'{escaped}'"
