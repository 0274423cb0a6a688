"""An exchange that does as Binance does, to test `leakguard verify` and to try it.

It checks signatures for real: HMAC, RSA and Ed25519, over the query and the body as they were sent,
with the time and the window that they name. `python -m tests.exchange` runs it.
"""
