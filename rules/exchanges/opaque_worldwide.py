"""Exchanges for everybody that do not say how their keys look."""

from leakguard.rule import key_and_secret

BEQUANT = key_and_secret("Bequant", "https://api.bequant.io/", "bequant")

BIGONE = key_and_secret("BigONE", "https://open.big.one/docs/api.html", "bigone")

BITRUE = key_and_secret("Bitrue", "https://www.bitrue.com/api-docs", "bitrue")

BITTEAM = key_and_secret(
    "BIT.TEAM", "https://bit.team/trade/api/documentation", "bitteam", "bit team"
)

BITUNIX = key_and_secret("Bitunix", "https://openapidoc.bitunix.com/", "bitunix")

BLOFIN = key_and_secret(
    "BloFin", "https://docs.blofin.com/index.html#authentication", "blofin", has_passphrase=True
)

BYDFI = key_and_secret("BYDFi", "https://developers.bydfi.com/en/", "bydfi")

COINW = key_and_secret("CoinW", "https://www.coinw.com/api-doc/en/", "coinw")

CRYPTOMUS = key_and_secret("Cryptomus", "https://doc.cryptomus.com/personal", "cryptomus")

DEEPCOIN = key_and_secret(
    "DeepCoin", "https://www.deepcoin.com/docs", "deepcoin", has_passphrase=True
)

DIGIFINEX = key_and_secret("DigiFinex", "https://docs.digifinex.com/", "digifinex")

FMFW = key_and_secret("FMFW.io", "https://api.fmfw.io/", "fmfwio", "fmfw io", "fmfw")

HITBTC = key_and_secret(
    "HitBTC",
    "https://api.hitbtc.com/#authentication",
    "hitbtc",
    rotate="https://hitbtc.com/settings/api-keys",
    menu="Settings > API keys",
)

HOLLAEX = key_and_secret("HollaEx", "https://apidocs.hollaex.com/#authentication", "hollaex")

LATOKEN = key_and_secret("LATOKEN", "https://api.latoken.com/doc/v2/", "latoken")

LBANK = key_and_secret("LBank", "https://www.lbank.com/en-US/docs/index.html", "lbank")

P2B = key_and_secret(
    "p2b",
    "https://github.com/P2B-team/p2b-api-docs/blob/master/api-doc.md",
    "p2b",
    "p2pb2b",
    everyday=True,
)

PROBIT = key_and_secret(
    "ProBit", "https://docs-en.probit.com/docs/authorization", "probit", "probit global"
)

TIMEX = key_and_secret("TimeX", "https://plasma-relay-backend.timex.io/", "timex", everyday=True)

WEEX = key_and_secret("WEEX", "https://www.weex.com/api-doc", "weex", has_passphrase=True)

YOBIT = key_and_secret("YoBit", "https://yobit.net/en/api/", "yobit")
