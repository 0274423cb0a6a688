"""Values that providers' own documentation shows to everybody: never a finding.

Kept as the first 32 hex digits of their SHA-256, so that no scanner stumbles over them here.
"""

DIGESTS = frozenset(
    {
        # Binance, spot, HMAC: key and secret
        # https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security
        "5ba1ed8425baaa72d558afddb8aaacdf",
        "23e9efa3ced6e70c7f2dbe0d08295f18",
        # The same page, RSA and Ed25519: the key
        "3b76d52c452446111712fa1a02da33ed",
        "88a07940499df805e429410fb07b2340",
        # https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/trading-requests
        "09e59e63ee59f4f16875000cd3c33690",
        "9cd8af77c9ba453389dec726d31425ea",
        # USD-M futures: key and secret
        # https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
        "1fbf6d20358e3554bec0ce4baf6ddd16",
        "c2cdb5350be92a49d4d191ad931ad580",
    }
)
