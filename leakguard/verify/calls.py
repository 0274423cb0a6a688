"""What a call of an SDK needs a key for, by the name of the method.

The names are those of ccxt, python-binance, binance-connector, pybit, python-kucoin, python-okx and
their likes. A name that is in no table is not guessed at.
"""

import re
from enum import StrEnum


class Need(StrEnum):
    """What a key has to be allowed for a call to work."""

    NOTHING = "market data"
    READ = "reading"
    TRADE = "trading"
    TRANSFER = "transfers"
    WITHDRAW = "withdrawals"


_READING = r"(?:get|fetch|query|watch|list|download|is|has)"
_FAMILY = r"(?:futures_|coin_|margin_|options_|papi_|um_|cm_|v3_|spot_|private_)*"

_MARKET = re.compile(
    rf"""
      load_markets | load_time_difference | ping | time | klines? | ui_klines | depth | avg_price
    | exchange_info | ticker_(?:price|24hr|24h) | book_ticker | mark_price | aggregate_trades
    | trades
    | {_FAMILY}(?: ping | time | klines | (?:symbol_|orderbook_)?ticker | exchange_info
        | mark_price | funding_rate | order_book | recent_trades | historical_trades
        | aggregate_trades | mark_price_klines | index_price_klines | continous_klines
        | open_interest )
    | {_READING}_{_FAMILY}(?: (?:mark_|index_|premium_index_)?ohlcv | tickers? | last_prices
        | order_?book_?(?:ticker|tickers)? | order_books | l[23]_order_book | bids_asks
        | mark_prices?
        | trades | trades_for_symbols | ohlcv_for_symbols | order_book_for_symbols
        | markets | currencies | time | status | funding_rates? | funding_rate_history
        | open_interest | open_interest_history | (?:historical_|ui_)?klines
        | historical_klines_generator | klines_generator | kline | symbol_ticker | all_tickers
        | recent_trades | historical_trades
        | aggregate_trades | exchange_info | symbol_info | server_time | system_status | avg_price
        | candles | candlesticks | history_candlesticks | products | instruments | instruments_info
        | public_trade_history | all_coins_info | 24hr?_stats | fiat_prices | kline_data )
    """,
    re.VERBOSE,
)
_READ = re.compile(
    rf"""
      account | account_(?:status|snapshot|info) | api_key_permissions | my_trades | user_asset
    | coin_info | balance | wallet_balance | asset_balance | stream_get_listen_key | new_listen_key
    | {_FAMILY}(?: account | account_balance | account_trades | position_information
        | income_history
        | leverage_bracket | commission_rate | stream_get_listen_key )
    | {_READING}_{_FAMILY}(?: balances? | account\w* | accounts\w* | wallet_\w+ | asset_\w+
        | my_\w+ | (?:open_|closed_|canceled_|all_)?orders? | order_status | order_trades
        | positions?\w* | deposit\w* | withdraw\w* | transfers?\w* | ledger\w* | trading_fees?
        | trade_fees? | \w*_history | leverage\w* | margin_mode\w* | user_\w+ | transactions?
        | api_key\w* | sub_?account\w* | executions | spot_margin\w* | dust_log | funding_\w+ )
    """,
    re.VERBOSE,
)
_TRADE = re.compile(
    rf"""
      (?:{_FAMILY})(?: create | edit | cancel | new | place | amend | modify | submit | batch
        | close | replace | change )_ \w* (?: order | orders | position | positions | oco | leverage
        | margin_type | position_mode | replace | all | trade ) \w*
    | order_ (?: market | limit | oco | oto | otoco ) \w* | order | new_\w*order\w*
    | set_ (?: leverage | margin_mode | position_mode | trading_stop )
    | (?: add | reduce )_margin | (?: borrow | repay )_ \w+ | (?: create | repay )_margin_loan
    | cancel_(?:all|orders?|open_orders|all_orders_after) | sor_order | market_(?:buy|sell)
    | limit_(?:buy|sell) | close_(?:all_)?positions? | add_order | create_convert_trade
    """,
    re.VERBOSE,
)
_TRANSFER = re.compile(
    r"(?!get_|fetch_|query_)\w*(?<![a-z])transfer(?:_\w+)?|subaccount_\w*transfer\w*|inner_transfer",
    re.VERBOSE,
)
_WITHDRAW = re.compile(r"withdraw(?:_(?:apply|crypto|funds|coin|assets?))?|create_withdraw\w*")

_HARMLESS = re.compile(
    r"close(?:_connection)?|sleep|set_sandbox_mode|enable_demo_trading|milliseconds|seconds|nonce"
    r"|iso8601|parse8601|parse_timeframe|\w+_to_precision|markets?|currency|safe_\w+|describe"
    r"|check_required_credentials|amount_to_lots|throttle|keysort"
    r"|start|stop|join|load_time_difference|start_\w+|set_\w*callback"
)
"""What clients have besides requests."""

_PATHS = (
    (
        Need.WITHDRAW,
        re.compile(r"/capital/withdraw/apply|/asset/withdrawal?\b|/v5/asset/withdraw/create"),
    ),
    (
        Need.TRANSFER,
        re.compile(r"/asset/transfer|/universalTransfer|/inter-transfer|/inner-transfer"),
    ),
    (
        Need.TRADE,
        re.compile(r"/[a-z]?api/v\d/(?:batchOrders|order|leverage)\b|/v5/order/|/trade/order"),
    ),
    (
        Need.READ,
        re.compile(r"/[a-z]?api/v\d/(?:account|balance|positionRisk|myTrades|openOrders)\b"),
    ),
)
"""Paths of requests that are made without an SDK."""

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def need_of(method: str) -> Need | None:
    """Give what a method needs, or None if that is not known."""
    name = _CAPITAL.sub("_", method).lower()
    for need, pattern in (
        (Need.WITHDRAW, _WITHDRAW),
        (Need.TRANSFER, _TRANSFER),
        (Need.NOTHING, _MARKET),
        (Need.READ, _READ),
        (Need.TRADE, _TRADE),
    ):
        if pattern.fullmatch(name):
            return need
    return None


def need_of_path(text: str) -> Need | None:
    """Give what a request needs, by a path that stands in a text, or None."""
    return next((need for need, pattern in _PATHS if pattern.search(text)), None)


def is_harmless(method: str) -> bool:
    """Tell whether a method of a client is known to ask nothing of the account."""
    return _HARMLESS.fullmatch(_CAPITAL.sub("_", method).lower()) is not None
