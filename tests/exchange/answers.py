"""The endpoints: what each needs, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from tests.exchange.keys import EVERYTHING, IssuedKey


class Security(Enum):
    """Whether a request has to be signed."""

    NONE = auto()
    SIGNED = auto()


@dataclass(frozen=True)
class Endpoint:
    """One method of one path."""

    answer: Callable[[int, IssuedKey | None], Any]
    """Given the time in milliseconds, and the key of who asks."""
    security: Security = Security.SIGNED
    needs: frozenset[str] = frozenset({"enableReading"})
    """Permissions of which the key has to have one."""


def _open(answer: Callable[[int], Any]) -> Endpoint:
    return Endpoint(lambda now, _: answer(now), Security.NONE)


def _restrictions(_: int, key: IssuedKey | None) -> dict[str, Any]:
    assert key is not None
    said = {name: name in key.permissions for name in sorted(EVERYTHING)}
    expiry = {} if key.expires is None else {"tradingAuthorityExpirationTime": key.expires}
    return {"ipRestrict": bool(key.ips), "createTime": key.created, **said, **expiry}


def _spot_account(now: int, key: IssuedKey | None) -> dict[str, Any]:
    assert key is not None
    return {
        "makerCommission": 10, "takerCommission": 10, "buyerCommission": 0, "sellerCommission": 0,
        "commissionRates": {
            "maker": "0.00100000", "taker": "0.00100000", "buyer": "0", "seller": "0",
        },
        "canTrade": "enableSpotAndMarginTrading" in key.permissions,
        "canWithdraw": "enableWithdrawals" in key.permissions,
        "canDeposit": True, "brokered": False, "requireSelfTradePrevention": False,
        "preventSor": False, "updateTime": now, "accountType": "SPOT",
        "balances": [
            {"asset": "BTC", "free": "4723846.89208129", "locked": "0.00000000"},
            {"asset": "USDT", "free": "1000.00000000", "locked": "0.00000000"},
        ],
        "permissions": ["SPOT"], "uid": 354937868,
    }  # fmt: skip


_FUTURES_ASSET = {
    "asset": "USDT", "walletBalance": "23.72469206", "unrealizedProfit": "0.00000000",
    "marginBalance": "23.72469206", "maintMargin": "0.00000000", "initialMargin": "0.00000000",
    "positionInitialMargin": "0.00000000", "openOrderInitialMargin": "0.00000000",
    "crossWalletBalance": "23.72469206", "crossUnPnl": "0.00000000",
    "availableBalance": "23.72469206", "maxWithdrawAmount": "23.72469206",
    "updateTime": 1625474304765,
}  # fmt: skip


def _futures_account(_: int, __: IssuedKey | None) -> dict[str, Any]:
    totals = (
        "totalInitialMargin", "totalMaintMargin", "totalWalletBalance", "totalUnrealizedProfit",
        "totalMarginBalance", "totalPositionInitialMargin", "totalOpenOrderInitialMargin",
        "totalCrossWalletBalance", "totalCrossUnPnl", "availableBalance", "maxWithdrawAmount",
    )  # fmt: skip
    return {**dict.fromkeys(totals, "0.00000000"), "assets": [_FUTURES_ASSET], "positions": []}


def _coin_account(_: int, key: IssuedKey | None) -> dict[str, Any]:
    assert key is not None
    asset = {**_FUTURES_ASSET, "asset": "BTC"}
    return {
        "assets": [asset], "positions": [], "canDeposit": True, "canWithdraw": True,
        "canTrade": "enableFutures" in key.permissions, "feeTier": 2, "updateTime": 0,
    }  # fmt: skip


_FILTERS = [
    {"filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "1000000", "tickSize": "0.01"},
    {"filterType": "LOT_SIZE", "minQty": "0.00001", "maxQty": "9000", "stepSize": "0.00001"},
    {"filterType": "MARKET_LOT_SIZE", "minQty": "0", "maxQty": "100", "stepSize": "0"},
    {"filterType": "NOTIONAL", "minNotional": "5.0", "applyMinToMarket": True,
     "maxNotional": "9000000.0", "applyMaxToMarket": False, "avgPriceMins": 5},
]  # fmt: skip
_SPOT_SYMBOL = {
    "symbol": "BTCUSDT", "status": "TRADING", "baseAsset": "BTC", "baseAssetPrecision": 8,
    "quoteAsset": "USDT", "quotePrecision": 8, "quoteAssetPrecision": 8,
    "orderTypes": ["LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS_LIMIT", "TAKE_PROFIT_LIMIT"],
    "icebergAllowed": True, "ocoAllowed": True, "quoteOrderQtyMarketAllowed": True,
    "isSpotTradingAllowed": True, "isMarginTradingAllowed": True, "filters": _FILTERS,
    "permissions": [], "permissionSets": [["SPOT", "MARGIN"]],
}  # fmt: skip
_CONTRACT = {
    "symbol": "BTCUSDT", "pair": "BTCUSDT", "contractType": "PERPETUAL", "status": "TRADING",
    "contractStatus": "TRADING", "deliveryDate": 4133404800000, "onboardDate": 1569398400000,
    "baseAsset": "BTC", "quoteAsset": "USDT", "marginAsset": "USDT", "pricePrecision": 2,
    "quantityPrecision": 3, "baseAssetPrecision": 8, "quotePrecision": 8,
    "orderTypes": ["LIMIT", "MARKET"], "timeInForce": ["GTC", "IOC"], "filters": _FILTERS,
}  # fmt: skip
_COIN_CONTRACT = {
    **_CONTRACT, "symbol": "BTCUSD_PERP", "pair": "BTCUSD", "quoteAsset": "USD",
    "marginAsset": "BTC", "contractSize": 100,
}  # fmt: skip


def _exchange(symbol: dict[str, Any]) -> Endpoint:
    return _open(
        lambda now: {
            "timezone": "UTC", "serverTime": now, "rateLimits": [], "exchangeFilters": [],
            "symbols": [symbol],
        }
    )  # fmt: skip


_COIN = {
    "coin": "BTC", "name": "Bitcoin", "depositAllEnable": True, "withdrawAllEnable": True,
    "free": "0.1", "locked": "0", "freeze": "0", "withdrawing": "0", "ipoing": "0", "ipoable": "0",
    "storage": "0", "isLegalMoney": False, "trading": True, "networkList": [],
}  # fmt: skip
_MARGIN_PAIR = {
    "id": 351637150141315861, "symbol": "BTCUSDT", "base": "BTC", "quote": "USDT",
    "isMarginTrade": True, "isBuyAllowed": True, "isSellAllowed": True,
}  # fmt: skip
_TRADING = frozenset({"enableSpotAndMarginTrading"})
_PING, _TIME = _open(lambda _: {}), _open(lambda now: {"serverTime": now})

ANSWERS: dict[tuple[str, str], Endpoint] = {
    ("GET", "/api/v3/ping"): _PING,
    ("GET", "/api/v3/time"): _TIME,
    ("GET", "/api/v3/exchangeInfo"): _exchange(_SPOT_SYMBOL),
    ("GET", "/api/v3/account"): Endpoint(_spot_account),
    ("POST", "/api/v3/order/test"): Endpoint(lambda *_: {}, needs=_TRADING),
    ("GET", "/fapi/v1/ping"): _PING,
    ("GET", "/fapi/v1/time"): _TIME,
    ("GET", "/fapi/v1/exchangeInfo"): _exchange(_CONTRACT),
    ("GET", "/fapi/v2/account"): Endpoint(_futures_account),
    ("GET", "/fapi/v3/account"): Endpoint(_futures_account),
    ("GET", "/fapi/v2/balance"): Endpoint(lambda *_: []),
    ("GET", "/fapi/v3/balance"): Endpoint(lambda *_: []),
    ("GET", "/dapi/v1/ping"): _PING,
    ("GET", "/dapi/v1/time"): _TIME,
    ("GET", "/dapi/v1/exchangeInfo"): _exchange(_COIN_CONTRACT),
    ("GET", "/dapi/v1/account"): Endpoint(_coin_account),
    ("GET", "/dapi/v1/balance"): Endpoint(lambda *_: []),
    ("GET", "/sapi/v1/account/apiRestrictions"): Endpoint(_restrictions),
    ("GET", "/sapi/v1/capital/config/getall"): Endpoint(lambda *_: [_COIN]),
    ("GET", "/sapi/v1/margin/allPairs"): Endpoint(lambda *_: [_MARGIN_PAIR]),
    ("GET", "/sapi/v1/margin/isolated/allPairs"): Endpoint(lambda *_: [_MARGIN_PAIR]),
}
