"""How exchanges and brokers are called."""

EXCHANGES = frozenset(
    """
    binance bybit okx okex kucoin kraken coinbase bitfinex bitstamp gemini gate gateio htx huobi
    bitget mexc deribit bitmex phemex bingx bitvavo whitebit poloniex upbit bithumb bitflyer luno
    alpaca oanda tradier hyperliquid dydx bitpanda coinspot ftx cryptocom bitmart polymarket
    backpack binanceus
    ascendex bequant bigone bitbank bitbns bitkub bitopro bitrue bitso bitteam bittrade bitunix
    blofin btcbox btcmarkets btcturk btse bydfi cexio coincheck coindcx coinex coinjar coinmate
    coinmetro coinone coinsph coinw deepcoin digifinex exmo fmfwio foxbit gmocoin gopax hitbtc
    hollaex indodax korbit latoken lbank maicoin mudrex ndax novadax paradex paymium tokocrypto
    toobit wazirx weex yobit zaif zebpay zerodha upstox fyers tastytrade tradestation questrade
    longport longbridge
    """.split()
)
"""Words that mean one of them wherever they stand, small and written together."""

VENUES = frozenset(
    """
    aliceblue angelone apex arkham aster bit2c blockchaincom bullish capitalcom charlesschwab
    cryptomus deltaexchange derive dhan etrade extended futu groww grvt hashkey hibachi
    icicidirect ig independentreserve interactivebrokers kuna lighter max mercadobitcoin
    modetrade nado onetrading orderly p2b pacifica probit revolutx ripio robinhood saxobank
    shoonya tigerbrokers timex trading212 webull woofipro woox xt zonda
    """.split()
)
"""Names of others, small and written together, that are everyday words, or parts of such."""
