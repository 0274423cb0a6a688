"""What do many entries of a baseline cost? `python -m tests.bench.entries [NUMBER]` tells.

Measured is the time of the processor that it takes to read all entries and to apply them to a
report with one finding, which none of them is for; the least of five counts.
"""

import sys
import tempfile
import time
from datetime import date

from leakguard.examples import made_up
from leakguard.suppress import baseline, entries
from leakguard.suppress.entries import Entry
from tests.support import scan

MOST = 0.05
"""Seconds for a thousand entries."""


def seconds(number: int) -> float:
    """Give how long `number` entries take."""
    report = scan({"bot.py": f'api_secret = "{made_up("base62", 64, 7)}"\n'})
    with tempfile.TemporaryDirectory() as folder:
        for it in range(number):
            entry = Entry(f"{it:032x}", "hardcoded-assignment", f"{it}.py", "made up")
            entries.write(folder, entry)

        def took() -> float:
            started = time.process_time()
            baseline.applied(report, baseline.of_root(folder), date(2026, 1, 1))
            return time.process_time() - started

        return min(took() for _ in range(5))


def main() -> int:
    """Measure and print; give 1 if it is more than `MOST` for a thousand of them."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    found = seconds(number)
    print(f"{number:,} entries: {found * 1000:.1f} ms")
    return int(found > MOST * number / 1000)


if __name__ == "__main__":
    sys.exit(main())
