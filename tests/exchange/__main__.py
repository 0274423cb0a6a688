"""Run the exchange, and make a folder with keys of it that leak: something to try `leakguard
verify` on.

    python -m tests.exchange [--folder FOLDER] [--port N] [--fault FAULT]
"""

import argparse
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.exchange.faults import Fault
from tests.exchange.keys import EVERYTHING, READ_ONLY, IssuedKey, ed25519_key, hmac_key
from tests.exchange.server import serving

_TRADING = READ_ONLY | {"enableSpotAndMarginTrading"}
_ELSEWHERE = frozenset({"203.0.113.7"})
"""An address for documentation: https://www.rfc-editor.org/rfc/rfc5737"""


def written(folder: Path) -> list[IssuedKey]:
    """Write files with keys into a folder; give those of them that the exchange knows."""
    trading = hmac_key(9001, permissions=_TRADING)
    listed = hmac_key(9003, permissions=EVERYTHING, ips=_ELSEWHERE)
    reading = ed25519_key(9005)
    deleted = hmac_key(9007)
    (folder / "bot.py").write_text(
        "from binance.client import Client\n\n"
        f'client = Client("{trading.id}", "{trading.secret}")\n'
        'print(client.get_account()["balances"])\n'
    )
    (folder / "listed.py").write_text(
        f'import ccxt\n\nmain = ccxt.binance({{"apiKey": "{listed.id}", "secret": '
        f'"{listed.secret}"}})\n'
    )
    (folder / "deleted.env").write_text(
        f"BINANCE_LIVE_API_KEY={deleted.id}\nBINANCE_LIVE_API_SECRET={deleted.secret}\n"
    )
    escaped = reading.secret.replace("\n", "\\n")
    (folder / "keys.yaml").write_text(
        f'binance_live:\n  api_key: "{reading.id}"\n  private_key: "{escaped}"\n'
    )
    return [trading, listed, reading]


def main() -> None:
    """Serve until the user has had enough."""
    parser = argparse.ArgumentParser(prog="python -m tests.exchange", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where to write the files with the keys")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", choices=list(Fault), help="fail in this way")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="leaks-"))
    folder.mkdir(exist_ok=True)
    keys = written(folder)
    with serving(keys, port=options.port, log=lambda line: print(line, flush=True)) as exchange:
        exchange.fault = Fault(options.fault) if options.fault else None
        print(f"leakguard verify {folder} --endpoint {exchange.url}", flush=True)
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
