"""Files that are written whole or not at all."""

import os
import tempfile

PREFIX = ".leakguard-"
"""How a file is called until it is whole, where it has to have a name before."""

_TRIES = 100
"""Names that are tried: another process may have one of them."""


def put(path: str, content: bytes, mode: int) -> None:
    """Let a file hold `content`, in one step, with the permissions `mode`; what it held is gone.

    Where the system can, the file gets a name when it is whole: a process that is killed while it
    writes leaves nothing behind.

    Raises:
        OSError: it cannot be written; it is as it was then.
    """
    folder = os.path.dirname(path) or os.curdir
    handle, temporary = _opened(folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.chmod(handle if temporary is None else temporary, mode)
            if temporary is None:
                temporary = _named(handle, folder)
        os.replace(temporary, path)
    except BaseException:  # an interruption, too, leaves nothing behind
        if temporary is not None:
            os.unlink(temporary)
        raise


def _opened(folder: str) -> tuple[int, str | None]:
    """Open a new file of a folder; give the number of what is open, and the name if it has one.

    https://man7.org/linux/man-pages/man2/open.2.html, O_TMPFILE
    """
    if hasattr(os, "O_TMPFILE") and os.path.isdir("/proc/self/fd"):
        try:
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600), None
        except OSError:
            pass  # not every file system has it, nor old kernels
    return tempfile.mkstemp(dir=folder, prefix=PREFIX)


def _named(handle: int, folder: str) -> str:
    """Give a file that is open, and has no name, one."""
    here = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(_TRIES):
            name = f"{PREFIX}{os.urandom(8).hex()}"
            try:
                # Given a folder it is linkat(2), which follows the link in /proc; link(2) does not.
                os.link(f"/proc/self/fd/{handle}", name, src_dir_fd=here, dst_dir_fd=here)
            except FileExistsError:
                continue
            return os.path.join(folder, name)
        raise FileExistsError(f"{folder}: every name is taken")
    finally:
        os.close(here)
