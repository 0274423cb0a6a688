"""The other exchanges, as ccxt knows them: which request only reads, and what they answer.

A request of each was looked up in the exchange's own documentation, and the codes as well; a code
that stands in no table is not interpreted, and no key is called dead by it. Exchanges that want the
secret itself in each request (Alpaca, Luno) are not asked: it is sent to nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leakguard.verify.verdict import State

_NONCES = (
    "{} wants a number with each request that is higher than the last one's. A request now, in "
    "milliseconds, locks out a bot with this key that counts in seconds, for good."
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """How an exchange is asked."""

    provider: str
    """As the rules call it."""
    name: str
    """As `--endpoint` and reports do."""
    ccxt: str
    """As ccxt does."""
    path: str
    api: tuple[str, ...]
    method: str = "GET"
    parameters: Mapping[str, str] = field(default_factory=dict, hash=False)
    needs: tuple[str, ...] = ("apiKey", "secret")
    """What ccxt needs to sign."""
    has_nonces: bool = False
    """Whether each request's number has to be higher than that of the one before."""
    codes: Mapping[str, State] = field(default_factory=dict, hash=False)
    """What its codes say of a key."""
    key_form: str = ""
    """What a key begins with, where it has several kinds of which only one is asked about."""

    @property
    def disturbance(self) -> str:
        """What a request may do to a program that uses the key."""
        return _NONCES.format(self.provider)


_WITH_PASSPHRASE = ("apiKey", "secret", "password")
_PRIVATE = ("private",)

_LISTED = (
    # https://bybit-exchange.github.io/docs/v5/user/apikey-info
    # https://bybit-exchange.github.io/docs/v5/error
    Exchange(
        "Bybit", "bybit", "bybit", "v5/user/query-api", _PRIVATE,
        codes={
            "10002": State.CLOCK_SKEW, "10003": State.DEAD, "33004": State.DEAD,
            "10004": State.REFUSED, "10005": State.REFUSED, "10010": State.REFUSED,
            "10007": State.REFUSED, "10008": State.REFUSED, "10009": State.REFUSED,
            "10006": State.RATE_LIMITED, "10018": State.RATE_LIMITED, "403": State.RATE_LIMITED,
        },
    ),
    # https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration
    # https://www.okx.com/docs-v5/en/#error-code
    Exchange(
        "OKX", "okx", "okx", "account/config", _PRIVATE, needs=_WITH_PASSPHRASE,
        codes={
            "50102": State.CLOCK_SKEW, "50112": State.CLOCK_SKEW,
            "50111": State.DEAD, "50119": State.DEAD,
            "50100": State.REFUSED, "50101": State.REFUSED, "50105": State.REFUSED,
            "50110": State.REFUSED, "50113": State.REFUSED, "50114": State.REFUSED,
            "50030": State.REFUSED, "50120": State.REFUSED,
            "50011": State.RATE_LIMITED, "50013": State.UNKNOWN,
        },
    ),
    # https://docs.kraken.com/api/docs/rest-api/get-api-key-info
    # https://docs.kraken.com/api/docs/guides/spot-errors
    Exchange(
        "Kraken", "kraken", "kraken", "GetApiKeyInfo", _PRIVATE, "POST", has_nonces=True,
        codes={
            "EAPI:Invalid key": State.DEAD, "EAPI:Invalid signature": State.REFUSED,
            "EGeneral:Permission denied": State.REFUSED, "EAPI:Invalid nonce": State.REFUSED,
            "EAPI:Rate limit exceeded": State.RATE_LIMITED,
            "EGeneral:Temporary lockout": State.RATE_LIMITED,
            "EGeneral:Too many requests": State.RATE_LIMITED,
        },
    ),
    # https://www.kucoin.com/docs-new/rest/account-info/account-funding/get-apikey-info
    # https://www.kucoin.com/docs-new/error-code
    Exchange(
        "KuCoin", "kucoin", "kucoin", "user/api-key", _PRIVATE, needs=_WITH_PASSPHRASE,
        codes={
            "400002": State.CLOCK_SKEW, "400003": State.DEAD,
            "400004": State.REFUSED, "400005": State.REFUSED, "400006": State.REFUSED,
            "400007": State.REFUSED, "411100": State.REFUSED,
            "429000": State.RATE_LIMITED,
        },
    ),
    # https://www.bitget.com/api-doc/spot/account/Get-Account-Info
    # https://www.bitget.com/api-doc/spot/error-code/restapi
    Exchange(
        "Bitget", "bitget", "bitget", "v2/spot/account/info", ("private", "spot"),
        needs=_WITH_PASSPHRASE,
        codes={
            "40004": State.CLOCK_SKEW, "40005": State.CLOCK_SKEW, "40008": State.CLOCK_SKEW,
            "40006": State.DEAD, "40037": State.DEAD,
            "40009": State.REFUSED, "40012": State.REFUSED, "40014": State.REFUSED,
            "40018": State.REFUSED, "40038": State.REFUSED,
            "429": State.RATE_LIMITED, "30007": State.RATE_LIMITED,
        },
    ),
    # https://www.gate.com/docs/developers/apiv4/en/#query-all-main-account-api-key-information
    # https://www.gate.com/docs/developers/apiv4/en/#label-list
    Exchange(
        "Gate.io", "gate", "gate", "main_keys", ("private", "account"),
        codes={
            "INVALID_KEY": State.DEAD, "INVALID_SIGNATURE": State.REFUSED,
            "IP_FORBIDDEN": State.REFUSED, "FORBIDDEN": State.REFUSED,
            "READ_ONLY": State.REFUSED, "ACCOUNT_LOCKED": State.REFUSED,
            "SUB_ACCOUNT_LOCKED": State.REFUSED, "REQUEST_EXPIRED": State.CLOCK_SKEW,
            "TOO_MANY_REQUESTS": State.RATE_LIMITED, "TOO_FAST": State.RATE_LIMITED,
        },
    ),
    # https://docs.kraken.com/api/docs/futures-api/trading/get-accounts
    Exchange("Kraken Futures", "kraken-futures", "krakenfutures", "accounts", _PRIVATE,
             has_nonces=True),
    # https://docs.bitfinex.com/reference/key-permissions
    Exchange("Bitfinex", "bitfinex", "bitfinex", "auth/r/permissions", _PRIVATE, "POST",
             has_nonces=True),
    # https://docs.gemini.com/rest/account-administration#get-roles
    Exchange("Gemini", "gemini", "gemini", "v1/roles", _PRIVATE, "POST", has_nonces=True),
    # https://docs.whitebit.com/private/http-trade-v4/#trading-balance
    Exchange("WhiteBIT", "whitebit", "whitebit", "trade-account/balance", ("v4", "private"), "POST",
             has_nonces=True),
    # https://www.independentreserve.com/features/api#GetAccounts
    Exchange("Independent Reserve", "independent-reserve", "independentreserve", "GetAccounts",
             _PRIVATE, "POST", has_nonces=True),
    # https://www.coinspot.com.au/api#robalances
    Exchange("CoinSpot", "coinspot", "coinspot", "ro/my/balances", ("v2", "private"), "POST",
             has_nonces=True),
    # https://www.bitstamp.net/api/#tag/Account-balances
    Exchange("Bitstamp", "bitstamp", "bitstamp", "account_balances/", _PRIVATE, "POST"),
    # https://docs.bitvavo.com/#tag/Account/paths/~1account/get
    Exchange("Bitvavo", "bitvavo", "bitvavo", "account", _PRIVATE),
    # https://bingx-api.github.io/docs/#/en-us/spot/account-api.html
    Exchange("BingX", "bingx", "bingx", "account/balance", ("spot", "v1", "private")),
    # https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#private-user-balance
    Exchange("Crypto.com", "crypto-com", "cryptocom", "private/user-balance", ("v1", "private"),
             "POST"),
    # https://www.htx.com/en-us/opend/newApiPages/?id=7ec4b429-7773-11ed-9966-0242ac110003
    Exchange("HTX", "htx", "htx", "account/accounts", _PRIVATE),
    # https://www.mexc.com/api-docs/spot-v3/spot-account-trade#account-information
    # https://www.mexc.com/api-docs/spot-v3/general-info#error-code
    Exchange(
        "MEXC", "mexc", "mexc", "account", ("spot", "private"),
        codes={
            "10072": State.DEAD, "700001": State.DEAD, "700003": State.CLOCK_SKEW,
            "10073": State.CLOCK_SKEW, "700002": State.REFUSED, "700006": State.REFUSED,
            "700007": State.REFUSED, "429": State.RATE_LIMITED,
        },
    ),
    # https://phemex-docs.github.io/#query-wallets
    Exchange("Phemex", "phemex", "phemex", "spot/wallets", _PRIVATE),
    # https://api-docs.poloniex.com/spot/api/private/account
    Exchange("Poloniex", "poloniex", "poloniex", "accounts", _PRIVATE),
    # https://docs.deribit.com/#private-get_account_summaries
    Exchange("Deribit", "deribit", "deribit", "get_account_summaries", _PRIVATE),
    # https://global-docs.upbit.com/reference/get-balance
    Exchange("Upbit", "upbit", "upbit", "accounts", _PRIVATE),
    # https://lightning.bitflyer.com/docs#get-api-key-permissions
    Exchange("bitFlyer", "bitflyer", "bitflyer", "getpermissions", _PRIVATE),
    # https://docs.cdp.coinbase.com/advanced-trade/reference/retailbrokerageapi_getapikeypermissions
    Exchange("Coinbase", "coinbase", "coinbase", "brokerage/key_permissions", ("v3", "private"),
             key_form="organizations/"),
)  # fmt: skip

EXCHANGES: Mapping[str, Exchange] = {it.provider: it for it in _LISTED}
