"""Limits on how often an address may ask, and what comes of it if it does not wait.

https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil


@dataclass
class Limiter:
    """Counts the requests of each address in a window, and bans those that go on all the same."""

    clock: Callable[[], float]
    most: int = 6000
    window: float = 60.0
    """Seconds."""
    ban: float = 120.0
    """Seconds."""
    _asked: dict[str, list[float]] = field(default_factory=dict)
    _warned: dict[str, float] = field(default_factory=dict)
    _banned: dict[str, float] = field(default_factory=dict)

    def refusal(self, address: str) -> tuple[int, int] | None:
        """Count a request; give the status and the seconds to wait if it is one too many."""
        now = self.clock()
        if (until := self._banned.get(address, 0.0)) > now:
            return 418, ceil(until - now)
        if (until := self._warned.get(address, 0.0)) > now:
            self._banned[address] = now + self.ban
            return 418, ceil(self.ban)
        asked = [it for it in self._asked.get(address, []) if it > now - self.window]
        if len(asked) >= self.most:
            until = (asked or [now])[0] + self.window
            self._warned[address] = until
            return 429, max(1, ceil(until - now))
        self._asked[address] = [*asked, now]
        return None
