"""Small files in which something stands, or nothing."""

from leakguard.examples import made_up

KEY, SECRET = made_up("base62", 64, 1), made_up("base62", 64, 2)
CLEAN = "REGION = eu-west-1\n"
MEDIUM = f"BINANCE_API_KEY = {KEY}\n"
CRITICAL = f"BINANCE_API_SECRET = {SECRET}\n"
LOW = f"BINANCE_TESTNET_API_KEY = {KEY}\n"
