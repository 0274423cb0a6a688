"""Exchanges of Latin America: Bitso, Foxbit, Mercado Bitcoin, NovaDAX, Ripio."""

from leakguard.rule import key_and_secret

BITSO = key_and_secret(
    "Bitso", "https://docs.bitso.com/bitso-api/docs/create-signed-requests", "bitso"
)

FOXBIT = key_and_secret(
    "Foxbit", "https://docs.foxbit.com.br/rest/v3/#section/Authentication", "foxbit"
)

MERCADO_BITCOIN = key_and_secret(
    "Mercado Bitcoin",
    "https://api.mercadobitcoin.net/api/v4/docs",
    "mercado bitcoin",
    "ccxt mercado",
)

NOVADAX = key_and_secret("NovaDAX", "https://doc.novadax.com/en-US/#authentication", "novadax")

RIPIO = key_and_secret("Ripio", "https://apidocs.ripiotrade.co/", "ripio", "ripiotrade")
