"""Files that are written whole or not at all."""

import os
import tempfile

PREFIX = ".leakguard-"
"""How a file is called until it is whole."""


def put(path: str, content: bytes, mode: int) -> None:
    """Let a file hold `content`, in one step, with the permissions `mode`; what it held is gone.

    Raises:
        OSError: it cannot be written; it is as it was then.
    """
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=PREFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:  # an interruption, too, leaves nothing behind
        os.unlink(temporary)
        raise
