"""How the exchanges are asked in one run: one after another, not too often, and by their clock."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from leakguard.verify.address import Address
from leakguard.verify.transport import Received, send

TIMEOUT = 10.0
"""Seconds for one request."""

INTERVAL = 1.0
"""Seconds between two requests to one host."""

PATIENCE = 70
"""Seconds that are waited at the most where an exchange says for how long to wait: its limits are
counted by the minute. https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits"""


@dataclass
class Asking:
    """What a run remembers of the exchanges that it asks."""

    timeout: float = TIMEOUT
    interval: float = INTERVAL
    patience: int = PATIENCE
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], None] = lambda _: None
    """Told what is being waited for."""
    _last: dict[str, float] = field(default_factory=dict)
    _closed: dict[str, float] = field(default_factory=dict)
    _ahead: dict[str, int] = field(default_factory=dict)

    def send(
        self,
        address: Address,
        method: str,
        target: str,
        headers: Mapping[str, str],
        body: bytes | None = None,
    ) -> Received:
        """Send a request when it is its host's turn.

        Raises:
            NoAnswer: none came.
            VerifyError: the environment names a proxy that cannot be used.
        """
        passed = time.monotonic() - self._last.get(address.host, -self.interval)
        if passed < self.interval:
            self.sleep(self.interval - passed)
        try:
            return send(address, method, target, headers, body, timeout=self.timeout)
        finally:
            self._last[address.host] = time.monotonic()

    def now(self, address: Address) -> int:
        """Give the time for a request, in milliseconds since 1970: the exchange's, if known."""
        return int(self.clock() * 1000) + self._ahead.get(str(address), 0)

    def set_clock(self, address: Address, milliseconds: int) -> None:
        """Go by the clock of an exchange from now on, which says this."""
        self._ahead[str(address)] = milliseconds - int(self.clock() * 1000)

    def close(self, address: Address, seconds: int) -> None:
        """Ask a host no more for some seconds, as it has told."""
        self._closed[address.host] = time.monotonic() + seconds

    def closed_for(self, address: Address) -> int:
        """Give the seconds for which a host is not to be asked; 0 if it may be."""
        left = self._closed.get(address.host, 0.0) - time.monotonic()
        return max(0, int(left) + 1) if left > 0 else 0

    def wait_for(self, address: Address, seconds: int) -> bool:
        """Wait until a host may be asked again, if that is not too long; tell whether it was."""
        if seconds > self.patience:
            return False
        self.tell(f"{address.host} wants {seconds} s without a request; waiting")
        self.sleep(seconds)
        self._closed.pop(address.host, None)
        return True
