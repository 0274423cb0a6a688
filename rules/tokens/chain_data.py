"""Keys of services that know blockchains and the prices of coins."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider, service

COINGECKO = Provider(
    name="CoinGecko",
    words=("coingecko",),
    rotate="https://www.coingecko.com/en/developers/dashboard",
    credentials=(
        Credential(
            id="coingecko-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="CG-[A-Za-z0-9]{24}",
            severity=Severity.MEDIUM,
            docs="https://docs.coingecko.com/reference/setting-up-your-api-key",
        ),
    ),
)

COINMARKETCAP = Provider(
    name="CoinMarketCap",
    words=(
        "coinmarketcap",
        "cmc",
    ),
    rotate="https://pro.coinmarketcap.com/account",
    credentials=(
        Credential(
            id="coinmarketcap-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://coinmarketcap.com/api/documentation/v1/",
        ),
    ),
)

COVALENT = Provider(
    name="Covalent",
    words=(
        "covalent",
        "covalenthq",
        "goldrush",
    ),
    rotate="https://goldrush.dev/platform/apikey/",
    credentials=(
        Credential(
            id="covalent-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="(?:cqt_[A-Za-z0-9]{28}|ckey_[0-9a-f]{27})",
            docs="https://goldrush.dev/docs/",
        ),
    ),
)

ETHPLORER = Provider(
    name="Ethplorer",
    words=("ethplorer",),
    rotate="https://ethplorer.io/wallet/",
    credentials=(
        Credential(
            id="ethplorer-api-key",
            kind="personal API key",
            role=Role.KEY,
            pattern="EK-[A-Za-z0-9]{5}-[A-Za-z0-9]{7}-[A-Za-z0-9]{5}",
            severity=Severity.MEDIUM,
            docs="https://github.com/EverexIO/Ethplorer/wiki/Ethplorer-API",
        ),
    ),
)

GLASSNODE = Provider(
    name="Glassnode",
    words=("glassnode",),
    rotate="https://studio.glassnode.com/settings/api",
    credentials=(
        Credential(
            id="glassnode-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(27),
            severity=Severity.MEDIUM,
            docs="https://docs.glassnode.com/basic-api/api-key",
        ),
    ),
)

HELIUS = Provider(
    name="Helius",
    words=("helius",),
    rotate="https://dashboard.helius.dev/api-keys",
    credentials=(
        Credential(
            id="helius-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://www.helius.dev/docs",
        ),
    ),
)

MORALIS = Provider(
    name="Moralis",
    words=("moralis",),
    rotate="https://admin.moralis.io/api-keys",
    credentials=(
        Credential(
            id="moralis-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[A-Za-z0-9]{64}|" + JWT + ")",
            docs="https://docs.moralis.com/web3-data-api/evm/get-your-api-key",
        ),
    ),
)

NFTPORT = Provider(
    name="NFTPort",
    words=("nftport",),
    rotate="https://dashboard.nftport.xyz/",
    credentials=(
        Credential(
            id="nftport-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.nftport.xyz/",
        ),
    ),
)

NFT_STORAGE = Provider(
    name="NFT.Storage",
    words=(
        "nftstorage",
        "nft storage",
    ),
    rotate="https://nft.storage/",
    credentials=(
        Credential(
            id="nft-storage-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://app.nft.storage/v1/docs/intro",
        ),
    ),
)

PINATA = Provider(
    name="Pinata",
    words=("pinata",),
    rotate="https://app.pinata.cloud/developers/api-keys",
    credentials=(
        Credential(
            id="pinata-jwt",
            kind="JSON Web Token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://docs.pinata.cloud/account-management/api-keys",
        ),
        Credential(
            id="pinata-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            docs="https://docs.pinata.cloud/account-management/api-keys",
        ),
    ),
)

SETTLEMINT = Provider(
    name="SettleMint",
    words=("settlemint",),
    rotate="https://console.settlemint.com/",
    credentials=(
        Credential(
            id="settlemint-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="sm_(?:pat|aat|sat)_[A-Za-z0-9]{16}",
            docs="https://console.settlemint.com/documentation/",
        ),
    ),
)

TATUM = Provider(
    name="Tatum",
    words=(
        "tatum",
        "tatumio",
    ),
    rotate="https://dashboard.tatum.io/api-keys",
    credentials=(
        Credential(
            id="tatum-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="t-[0-9a-f]{24}-[0-9a-f]{24}",
            docs="https://docs.tatum.io/",
        ),
        Credential(
            id="tatum-older-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=UUID,
            named=True,
            docs="https://docs.tatum.io/",
        ),
    ),
)

WEB3_STORAGE = Provider(
    name="web3.storage",
    words=(
        "web3storage",
        "web3 storage",
    ),
    rotate="https://console.web3.storage/",
    credentials=(
        Credential(
            id="web3-storage-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://web3.storage/docs/",
        ),
    ),
)

PURESTAKE = service("PureStake", "https://developer.purestake.io/", "purestake", form=base62(40))
