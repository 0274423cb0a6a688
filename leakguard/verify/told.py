"""What the exchanges with an endpoint for it tell of a key: what it may do, where, and since when.

Each reader takes what an answer holds and gives what is told, or None where it is not that
exchange's answer. A permission whose name is not known here makes all of them unknown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from leakguard.verify.verdict import Permission


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a key."""

    permissions: frozenset[Permission] | None = None
    ip_restricted: bool | None = None
    created: str | None = None
    expires: str | None = None


Content = Mapping[str, Any]
Reader = Callable[[Content, str], Told | None]
"""Takes the content of an answer and the key that was asked about."""

_BYBIT = {
    "Order": Permission.FUTURES, "Position": Permission.FUTURES,
    "DerivativesTrade": Permission.FUTURES, "SpotTrade": Permission.TRADE,
    "OptionsTrade": Permission.OPTIONS, "BlockTrade": Permission.TRADE,
    "CopyTrading": Permission.FUTURES, "AccountTransfer": Permission.TRANSFER,
    "SubMemberTransfer": Permission.INTERNAL_TRANSFER,
    "SubMemberTransferList": Permission.INTERNAL_TRANSFER, "Withdraw": Permission.WITHDRAW,
    "Earn": Permission.EARN,
}  # fmt: skip


def bybit(content: Content, _: str) -> Told | None:
    """Read what Bybit tells.

    https://bybit-exchange.github.io/docs/v5/user/apikey-info
    """
    result = content.get("result")
    if not isinstance(result, dict) or not isinstance(result.get("permissions"), dict):
        return None
    permissions = {Permission.READ}
    if result.get("readOnly") != 1:
        named = [it for group in result["permissions"].values() for it in _list(group)]
        permissions.update(_BYBIT[it] for it in named if it in _BYBIT)
    addresses = _list(result.get("ips"))
    return Told(
        frozenset(permissions),
        bool(addresses) and "*" not in addresses,
        _text_time(result.get("createdAt")),
        _text_time(result.get("expiredAt")),
    )


_OKX = {
    "read_only": Permission.READ, "trade": Permission.TRADE, "withdraw": Permission.WITHDRAW,
}  # fmt: skip


def okx(content: Content, _: str) -> Told | None:
    """Read what OKX tells.

    https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration
    """
    entries = _list(content.get("data"))
    if not entries or not isinstance(entries[0], dict):
        return None
    if not isinstance(entries[0].get("perm"), str):
        return None
    permissions = _named(_words(entries[0]["perm"]), _OKX)
    return Told(permissions, bool(_words(entries[0].get("ip"))))


_KUCOIN = {
    "General": Permission.READ, "Trade": Permission.TRADE, "Spot": Permission.TRADE,
    "Margin": Permission.MARGIN, "Futures": Permission.FUTURES,
    "Transfer": Permission.TRANSFER, "Withdrawal": Permission.WITHDRAW,
    "InnerTransfer": Permission.INTERNAL_TRANSFER, "FlexTransfers": Permission.UNIVERSAL_TRANSFER,
    "Earn": Permission.EARN, "Unified": Permission.TRADE, "LeadtradeFutures": Permission.FUTURES,
}  # fmt: skip


def kucoin(content: Content, _: str) -> Told | None:
    """Read what KuCoin tells.

    https://www.kucoin.com/docs-new/rest/account-info/account-funding/get-apikey-info
    """
    data = content.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("permission"), str):
        return None
    created = data.get("createdAt")
    return Told(
        _named(_words(data["permission"]), _KUCOIN),
        bool(_words(data.get("ipWhitelist"))),
        number_time(created / 1000 if isinstance(created, int) else None),
    )


_GATE = {
    "spot": Permission.TRADE, "margin": Permission.MARGIN, "unified": Permission.TRADE,
    "futures": Permission.FUTURES, "delivery": Permission.FUTURES, "options": Permission.OPTIONS,
    "wallet": Permission.TRANSFER, "withdraw": Permission.WITHDRAW, "earn": Permission.EARN,
    "account": Permission.READ, "rebate": Permission.READ, "sub_account": Permission.READ,
}  # fmt: skip


def gate(content: Content, key: str) -> Told | None:
    """Read what Gate.io tells.

    https://www.gate.com/docs/developers/apiv4/en/#query-all-main-account-api-key-information
    """
    entries = [it for it in _list(content.get("")) if isinstance(it, dict)]
    own = next((it for it in entries if it.get("key") == key), None)
    if own is None:
        return Told() if entries else None
    permissions: set[Permission] | None = {Permission.READ}
    for it in _list(own.get("perms")):
        name = it.get("name") if isinstance(it, dict) else None
        if name not in _GATE:
            permissions = None
            break
        if permissions is not None and it.get("read_only") is not True:
            permissions.add(_GATE[name])
    created = own.get("created_at")
    return Told(
        None if permissions is None else frozenset(permissions),
        bool(_list(own.get("ip_whitelist"))),
        number_time(int(str(created)) if str(created).isdecimal() else None),
    )


_KRAKEN = (
    ("withdraw", Permission.WITHDRAW), ("modify", Permission.TRADE), ("create", Permission.TRADE),
    ("close", Permission.TRADE), ("cancel", Permission.TRADE), ("earn", Permission.EARN),
    ("stak", Permission.EARN), ("transfer", Permission.TRANSFER), ("query", Permission.READ),
    ("export", Permission.READ), ("deposit", Permission.READ), ("add-funds", Permission.READ),
    ("websocket", Permission.READ), ("access", Permission.READ),
)  # fmt: skip
"""Words of the names, those first that allow more."""


def kraken(content: Content, _: str) -> Told | None:
    """Read what Kraken tells.

    https://docs.kraken.com/api-reference/account-data/get-api-key-info
    """
    result = content.get("result")
    if not isinstance(result, dict) or not isinstance(result.get("permissions"), list):
        return None
    found = []
    for name in map(str, result["permissions"]):
        text = name.lower().replace("_", "-").replace(" ", "-")
        found.append(next((it for word, it in _KRAKEN if word in text), None))
    permissions = frozenset(it for it in found if it is not None)
    addresses = result.get("ip_allowlist", result.get("ipAllowlist"))
    return Told(
        None if None in found else permissions,
        bool(addresses) if isinstance(addresses, list) else None,
        _any_time(result.get("created_time", result.get("createdTime"))),
        _any_time(result.get("valid_until", result.get("validUntil"))),
    )


_BITGET = {
    "readonly": Permission.READ, "trade": Permission.TRADE, "transfer": Permission.TRANSFER,
    "withdraw": Permission.WITHDRAW,
}  # fmt: skip


def bitget(content: Content, _: str) -> Told | None:
    """Read what Bitget tells.

    https://www.bitget.com/api-doc/spot/account/Get-Account-Info
    """
    data = content.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("authorities"), list):
        return None
    permissions = _named(map(str, data["authorities"]), _BITGET)
    return Told(permissions, bool(_words(data.get("ips"))))


def coinbase(content: Content, _: str) -> Told | None:
    """Read what Coinbase tells.

    https://docs.cdp.coinbase.com/advanced-trade/reference/retailbrokerageapi_getapikeypermissions
    """
    table = {
        "can_view": Permission.READ, "can_trade": Permission.TRADE,
        "can_transfer": Permission.WITHDRAW,
    }  # fmt: skip
    if not isinstance(content.get("can_view"), bool):
        return None
    return Told(frozenset(it for name, it in table.items() if content.get(name) is True))


READERS: Mapping[str, Reader] = {
    "bybit": bybit, "okx": okx, "kucoin": kucoin, "gate": gate, "kraken": kraken,
    "bitget": bitget, "coinbase": coinbase,
}  # fmt: skip
"""By ccxt's names."""


def _named(names: Iterable[str], table: Mapping[str, Permission]) -> frozenset[Permission] | None:
    given = list(names)
    return frozenset(table[it] for it in given) if set(given) <= set(table) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _words(value: object) -> list[str]:
    return [it.strip() for it in value.split(",") if it.strip()] if isinstance(value, str) else []


def number_time(seconds: float | None) -> str | None:
    """Give a time in seconds since 1970 as ISO 8601, or None if it is none."""
    if seconds is None or seconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _text_time(value: object) -> str | None:
    try:
        time = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return time.isoformat() if time.year > 1970 else None


def _any_time(value: object) -> str | None:
    text = str(value)
    is_number = text.replace(".", "", 1).isdecimal() and len(text) < 20
    return number_time(float(text)) if is_number else _text_time(value)
