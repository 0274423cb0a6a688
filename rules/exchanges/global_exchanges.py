"""Exchanges for everybody: Bitget, BingX, Crypto.com, Gate.io, HTX, MEXC, Phemex, Poloniex."""

from leakguard.forms import UUID, base62, base64url, hexadecimal
from leakguard.rule import exchange, key, passphrase, secret

_BITGET = "https://www.bitget.com/api-doc/common/intro"
_BINGX = "https://bingx-api.github.io/docs/#/en-us/swapV2/introduce"
_CRYPTO_COM = "https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html"
_GATE = "https://www.gate.io/docs/developers/apiv4/en/#authentication"
_HTX = "https://www.htx.com/en-us/opend/newApiPages/?id=474"
_MEXC = "https://mexcdevelop.github.io/apidocs/spot_v3_en/#signed"
_PHEMEX = "https://phemex-docs.github.io/#rest-request-header"
_POLONIEX = "https://api-docs.poloniex.com/spot/api/private"
_FOUR = r"[0-9A-Z]{8}-[0-9A-Z]{8}-[0-9A-Z]{8}-[0-9A-Z]{8}"
_HTX_FORM = r"[0-9a-z]{8,10}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{5}"

BITGET = exchange(
    "Bitget",
    words=("bitget",),
    rotate="https://www.bitget.com/account/newapi",
    menu="API Management",
    pair="bitget-key-pair",
    credentials=(
        key("bitget-api-key", rf"bg_{hexadecimal(32)}", _BITGET, named=False),
        secret("bitget-secret-key", hexadecimal(64), _BITGET),
        passphrase("bitget-passphrase", _BITGET),
    ),
)

BINGX = exchange(
    "BingX",
    words=("bingx", "bx apikey"),
    rotate="https://bingx.com/en/accounts/api",
    menu="Account > API Management",
    pair="bingx-key-pair",
    credentials=(
        key("bingx-api-key", r"[A-Za-z0-9]{60,100}", _BINGX),
        secret("bingx-secret-key", r"[A-Za-z0-9]{60,100}", _BINGX),
    ),
)

CRYPTO_COM = exchange(
    "Crypto.com",
    words=("crypto com",),
    rotate="https://crypto.com/exchange/user/settings/api-management",
    menu="Settings > API Management",
    pair="crypto-com-key-pair",
    credentials=(
        key("crypto-com-api-key", base62(22), _CRYPTO_COM),
        secret("crypto-com-secret-key", rf"cxakp_{base62(22)}", _CRYPTO_COM, named=False),
    ),
)

GATE = exchange(
    "Gate.io",
    words=("gate io", "gate", "gate api", "gateeu"),
    rotate="https://www.gate.io/myaccount/api_key_manage",
    menu="Account > API Key Management",
    pair="gate-key-pair",
    credentials=(
        key("gate-api-key", hexadecimal(32), _GATE),
        secret("gate-secret-key", hexadecimal(64), _GATE),
    ),
)

HTX = exchange(
    "HTX",
    words=("htx", "huobi", "huobi pro", "hbdm"),
    rotate="https://www.htx.com/en-us/apikey/",
    menu="API Management",
    pair="htx-key-pair",
    credentials=(
        key("htx-access-key", _HTX_FORM, _HTX, kind="access key", named=False),
        secret("htx-secret-key", _HTX_FORM, _HTX),
    ),
)

MEXC = exchange(
    "MEXC",
    words=("mexc",),
    rotate="https://www.mexc.com/user/openapi",
    menu="API Management",
    pair="mexc-key-pair",
    credentials=(
        key("mexc-access-key", rf"mx0{base62(15)}", _MEXC, kind="access key", named=False),
        secret("mexc-secret-key", hexadecimal(32), _MEXC),
    ),
)

PHEMEX = exchange(
    "Phemex",
    words=("phemex",),
    rotate="https://phemex.com/account/api-management",
    menu="API Management",
    pair="phemex-key-pair",
    credentials=(
        key("phemex-api-key", UUID, _PHEMEX, kind="API key id", called=("api id", "key id")),
        secret("phemex-secret-key", base64url(91), _PHEMEX, named=False),
    ),
)

POLONIEX = exchange(
    "Poloniex",
    words=("poloniex", "poloniexfutures"),
    rotate="https://poloniex.com/apikey",
    menu="Settings > API Keys",
    pair="poloniex-key-pair",
    credentials=(
        key("poloniex-api-key", _FOUR, _POLONIEX, named=False),
        secret("poloniex-secret-key", hexadecimal(128), _POLONIEX),
    ),
)
