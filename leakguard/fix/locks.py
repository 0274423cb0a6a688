"""Locks that end with the process that holds them, however it ends."""

import sys

if sys.platform == "win32":

    def take(_handle: int) -> bool:
        """Tell that no lock was taken: a file that is locked could not be removed."""
        return False

else:
    import fcntl

    def take(handle: int) -> bool:
        """Lock an open file if no other process holds it; tell whether it is locked now."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
