"""Keys of services for currencies, and for what happens on block chains."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base64url, capital, hexadecimal
from leakguard.rule import Credential, Provider

CURRENCYLAYER = Provider(
    name="currencylayer",
    words=(
        "currencylayer",
        "currency layer",
    ),
    rotate="https://currencylayer.com/documentation",
    credentials=(
        Credential(
            id="currencylayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://currencylayer.com/documentation",
        ),
    ),
)

COINLAYER = Provider(
    name="coinlayer",
    words=(
        "coinlayer",
        "coin layer",
    ),
    rotate="https://coinlayer.com/documentation",
    credentials=(
        Credential(
            id="coinlayer-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://coinlayer.com/documentation",
        ),
    ),
)

CURRENCYFREAKS = Provider(
    name="CurrencyFreaks",
    words=(
        "currencyfreaks",
        "currency freaks",
    ),
    rotate="https://currencyfreaks.com/documentation.html",
    credentials=(
        Credential(
            id="currencyfreaks-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://currencyfreaks.com/documentation.html",
        ),
    ),
)

CURRENCYSCOOP = Provider(
    name="Currencyscoop",
    words=(
        "currencyscoop",
        "currency scoop",
        "currencybeacon",
    ),
    rotate="https://currencybeacon.com/api-documentation",
    credentials=(
        Credential(
            id="currencyscoop-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://currencybeacon.com/api-documentation",
        ),
    ),
)

BITCOINAVERAGE = Provider(
    name="BitcoinAverage",
    words=(
        "bitcoinaverage",
        "bitcoin average",
    ),
    rotate="https://apiv2.bitcoinaverage.com/#permissions",
    credentials=(
        Credential(
            id="bitcoinaverage-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=OPAQUE,
            docs="https://apiv2.bitcoinaverage.com/#permissions",
        ),
    ),
)

BLOCKNATIVE = Provider(
    name="Blocknative",
    words=("blocknative",),
    rotate="https://docs.blocknative.com/",
    credentials=(
        Credential(
            id="blocknative-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://docs.blocknative.com/",
        ),
    ),
)

BSCSCAN = Provider(
    name="BscScan",
    words=("bscscan",),
    rotate="https://bscscan.com/myapikey",
    credentials=(
        Credential(
            id="bscscan-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(34),
            severity=Severity.MEDIUM,
            docs="https://docs.bscscan.com/getting-started/viewing-api-usage-statistics",
        ),
    ),
)

ETHERSCAN = Provider(
    name="Etherscan",
    words=("etherscan",),
    rotate="https://etherscan.io/myapikey",
    credentials=(
        Credential(
            id="etherscan-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(34),
            severity=Severity.MEDIUM,
            docs="https://docs.etherscan.io/getting-an-api-key",
        ),
    ),
)

COINLIB = Provider(
    name="Coinlib",
    words=("coinlib",),
    rotate="https://coinlib.io/apidocs",
    credentials=(
        Credential(
            id="coinlib-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://coinlib.io/apidocs",
        ),
    ),
)

COINAPI = Provider(
    name="CoinAPI",
    words=(
        "coinapi",
        "coin api",
    ),
    rotate="https://docs.coinapi.io/authentication",
    credentials=(
        Credential(
            id="coinapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.coinapi.io/authentication",
        ),
    ),
)

CRYPTOCOMPARE = Provider(
    name="CryptoCompare",
    words=(
        "cryptocompare",
        "crypto compare",
    ),
    rotate="https://www.cryptocompare.com/cryptopian/api-keys",
    credentials=(
        Credential(
            id="cryptocompare-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            docs="https://min-api.cryptocompare.com/documentation",
        ),
    ),
)

ALCHEMY = Provider(
    name="Alchemy",
    words=(
        "alchemy",
        "alchemyapi",
    ),
    everyday=True,
    rotate="https://dashboard.alchemy.com/apps",
    credentials=(
        Credential(
            id="alchemy-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64url(21, 32),
            severity=Severity.MEDIUM,
            docs="https://docs.alchemy.com/docs/alchemy-quickstart-guide",
        ),
        Credential(
            id="alchemy-auth-token",
            kind="Notify auth token",
            role=Role.TOKEN,
            form=base64url(32),
            names=("auth",),
            docs="https://docs.alchemy.com/docs/alchemy-quickstart-guide",
        ),
    ),
)

INFURA = Provider(
    name="Infura",
    words=("infura",),
    rotate="https://developer.metamask.io/",
    credentials=(
        Credential(
            id="infura-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.infura.io/dashboard/create-api",
        ),
        Credential(
            id="infura-api-secret",
            kind="API key secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://docs.infura.io/dashboard/create-api",
        ),
    ),
)

DFUSE = Provider(
    name="dfuse",
    words=("dfuse",),
    rotate="https://docs.dfuse.eosnation.io/",
    credentials=(
        Credential(
            id="dfuse-server-key",
            kind="server API key",
            role=Role.KEY,
            pattern="server_[0-9a-f]{32}",
            near=True,
            docs="https://docs.dfuse.eosnation.io/",
        ),
        Credential(
            id="dfuse-web-key",
            kind="web API key",
            role=Role.KEY,
            pattern="web_[0-9a-f]{32}",
            near=True,
            public=True,
            docs="https://docs.dfuse.eosnation.io/",
        ),
    ),
)
