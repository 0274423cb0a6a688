"""Values that providers' own documentation shows to everybody: never a finding.

Kept as the first 32 hex digits of their SHA-256, so that no scanner stumbles over them here.
"""

DIGESTS = frozenset(
    {
        # Binance, spot, HMAC: key and secret
        # https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security
        "5ba1ed8425baaa72d558afddb8aaacdf",
        "23e9efa3ced6e70c7f2dbe0d08295f18",
        # The same page, RSA and Ed25519: the key
        "3b76d52c452446111712fa1a02da33ed",
        "88a07940499df805e429410fb07b2340",
        # https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/trading-requests
        "09e59e63ee59f4f16875000cd3c33690",
        "9cd8af77c9ba453389dec726d31425ea",
        # USD-M futures: key and secret
        # https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
        "1fbf6d20358e3554bec0ce4baf6ddd16",
        "c2cdb5350be92a49d4d191ad931ad580",
        # RFC 8032, Ed25519: the secret key of the first test
        # https://www.rfc-editor.org/rfc/rfc8032
        "099da475a54aacbacabde231639eed7b",
        # RFC 6749, OAuth 2.0: client secret, access and refresh tokens
        # https://www.rfc-editor.org/rfc/rfc6749
        "53f5da0aaa93d64cd5772c554cbf940f",
        "ca7459e2b26776de081b9a07e40227fd",
        "6c96130f130ab0d6d158397e24d2bcc1",
        "00cf4c781dc37003f7c7dd7d4c9a6ef1",
        "a35b81a7d7927b70ec99270dd2362b88",
        # RFC 6750, bearer tokens: https://www.rfc-editor.org/rfc/rfc6750
        "b8e148545b13c78bc74da2f1a7275dd7",
        # RFC 5849, OAuth 1.0: https://www.rfc-editor.org/rfc/rfc5849
        "4c20e6f5cc11b93731e74cbe20739821",
        "2ff8b0fb93aca981c78f1e94355c298c",
        "bb9b1163338b2a51495834ad5c654204",
        "293257ab6495ebb11cf9e4aee0686ca3",
        "80f8b7c904d4a43f3b7036db73247daa",
        "c20fbc2b96183894fb46187909d02afb",
        "cb87c87e4a138d9a72259d2a01bab156",
        "649e1f5c769e718ba10d1a702a36499a",
        "6aa14267d94944e6b6483c81f5ad37f8",
        "5084a81f1bdfb3718da2016a7d0a5dfa",
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
        "1a5d44a2dca19669d72edf4c4f1c27c4",
        "78314b11be2e581549ac1c4f616563fa",
        "e8a0614b6747a06ff9a2728dd2250bf1",
        # RFC 2617 and 7616, digest authentication; RFC 7617, basic authentication
        "19f0704d4a78f5ea78acd711fed72d5a",
        "3a966e850a235bff9758745d2b9c396c",
        "41ef4bb0b23661e66301aac36066912d",
        # Accounts that Ethereum's development nodes give to everybody, with and without 0x
        # https://hardhat.org/hardhat-network/docs/overview
        "bc1a50966c9e6486bc4ebf880b51611a",
        "60a09e4357868c1e9b801052726d061c",
        # https://trufflesuite.com/docs/ganache (deterministic)
        "578592185588730b9d10b87e2274706a",
        "424742fc6538f5e7e01d32ce12784d7a",
        # Azure's storage emulator
        # https://learn.microsoft.com/azure/storage/common/storage-use-azurite
        "0011cc25eb4320717494d2703e8cba85",
        # https://developer.paddle.com/api-reference/about/authentication/
        "af1efb26bd63a9a030e998efbf059a3d",
        # RFC 6455, WebSocket: the GUID of the handshake
        "7f44193a6edea087f5c0811306efae87",
        # Stripe, test mode: secret and publishable keys that its pages showed to everybody
        # https://docs.stripe.com/keys
        "2cafc0970149a84f3b9e62eaf169f36f",
        "f2d6ca16515033e5dce14eba840b979d",
        "7e8de44ea9ecf6d53415c90f5b249a85",
        "b1471f544ceeea31333bde7e1ecbaad6",
        "5895b89c8fb33402a5bfc23aad5aaf86",
        # Vault: the token in the answer to a login
        # https://developer.hashicorp.com/vault/api-docs/auth/cert
        "b2c1223bcbe754e9e858f155adbd7373",
    }
)
