"""What workers run in tests of them; each process that is started imports this, and no more."""

import faulthandler
import os
import signal
import time
from collections.abc import Callable


def start() -> Callable[[list[str]], list[str]]:
    """What each worker runs; an item says what becomes of it."""
    return lambda batch: [_become(item) for item in batch]


def _become(item: str) -> str:
    if item == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "abort":
        faulthandler.disable()
        os.abort()
    if item == "hang":
        time.sleep(600)
    if item == "say":
        os.write(1, b"!")
        time.sleep(600)
    if item == "raise":
        raise ValueError("the text of a secret")
    if item.startswith("grow "):
        return "x" * int(item.removeprefix("grow "))
    return item.upper()
