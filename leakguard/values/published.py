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
        # https://core.telegram.org/bots/api#authorizing-your-bot
        "731fa294d036e54f19df879bfcd4fe72",
        # The digests of nothing: MD5, SHA-1, SHA-256, SHA-512
        "f215faf9d88b7f0a881632ee22459ee4",
        "07e23ede2756aa3f5f7cc9759117c491",
        "cd372fb85148700fa88095e3492d3f9f",
        "2a5049ed45b470054f963b922905d77b",
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
        # https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html
        "08249dd24f808d55a21a30952506a7ff",
        "0e8ad95d75d71161d9eb8929c48030c8",
        # https://docs.aws.amazon.com/general/latest/gr/signature-v4-examples.html
        "aa3bb2b45fff1bca2dedcac493d793f5",
        # https://docs.aws.amazon.com/general/latest/gr/signature-v4-test-suite.html
        "9781f0b5e134815df3e94fce4c6c4f0a",
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
        # The others of Hardhat and Anvil, and of Ganache (deterministic), and the latter's phrase
        "095101cf732c298a0ce0320b9de70420",
        "8335c55334821eefd4334369ff9c04a8",
        "bb4978fbe7638de8e6ee13d9a59a5fb0",
        "b26ab6529d20ebebb4192256f2029847",
        "f02322197a196ceb746aa52cee2a869a",
        "64034b44c579b335ab5e85debbfe7278",
        "5de22089c247b9b2722ec5c33498e6bc",
        "4d3e46eec8244d1d106f866ee48994f6",
        "59feecfa04eb096ba44eed297e4239fa",
        "0aedba9d586f34f95cf1f0d54926f62e",
        "b69d88ff1ad5834ab1d8ed45f20d72b6",
        "28e543d3753fc9d14c658ebef20b76a3",
        "b6b9ee08c38f62da71fa150a8ada4a7a",
        "f070994a8599478580678f2b9482c5f0",
        "be394de37f9d6cf6682434e9f15a4f89",
        "38e69fdd19aefeb4adf56312f10e62c3",
        "dd0102d1cd0c6ac702573e3e7551fc6c",
        "967f21586cdf1248a862f2cfb3300997",
        "bc695e76adbd4ba589f63b5522e4cff1",
        "0b33e0132123e78d42dd12a0fbbbacd1",
        "f08cf7b46c09669b731db4160bd42c73",
        "84bc109b3d59b0173a76fc3d831360a6",
        "7112de5abbaaf6185c02a8af80086678",
        "85bde548053aab4b5a6c78473d5eb2ad",
        "c9af1927cd58e92d438303f3f1d4b1ed",
        "f1513114f60e5e95732b840669fe8395",
        "9ebbe88c52f8681820a94a6501aa00fa",
        "5330d388af894c9e1a181a06a3ce44d6",
        "9794bae81f0d5dd24f7025d1bfbb9f55",
        "a2e06155cb1a424f972c3abfaddc9cea",
        "89fdd4bd49fc0e2a4b08d8379d7906d3",
        "4a67d7a0d8a16d6d954cef19eb5afdbd",
        "97bc0c40d645cfaa2f3b3eb652720181",
        "b08bdfde9930d9202809530dcbe193c5",
        "609101d4dd3170f57ff777c34aff90d8",
        "cf1fc66f853151a4c6666909c8f1f80e",
        "7d2c370c3a5748fad23c20a93abaa2b1",
        "100546a8b020a55aa09b2d34b50de9a3",
        "ce9fa353f65502418518442f0cc8824d",
        "30e55f5463e22af009a1b785a4d72319",
        "bd0cf33a56471e0861755cbb7b51fc42",
        "70b801afae94d2e653c9612d0ebbba1f",
        "b616bf99717b6dab01d52423a785ebbf",
        "0bc9fde2b028e3b067e45059c84dbcf4",
        "4fabaa71008f3cf7132cbff7fca0e06d",
        "f51c2c795f782308c7dcfa92a59cf89c",
        "a47eadb9d6ed4fc3ff7a45563c0b45ab",
        "6dea34b661141091338390067dc6fe04",
        "77f89dcdbbcccd0547eac67457b20b42",
        "faeb1dab5a326eef752d42930ec4bf53",
        "2f600d581ba56a8998b6a2916e367960",
        "196fbadca8b7eea62510a490b7e8131e",
        "a136addea40bb541dad2d846e83f6a9f",
        "ecd5e9d0b08a8a9fd1c35bcd303b3cce",
        "4a04a0734f7011c37d4d5ca668ddd49d",
        "3fd5610ee03a3503edceff018e3fb550",
        "9c5d0a6656e5d3f36601d0bf98762be0",
        # eth-account: a key store and a recovery phrase
        # https://eth-account.readthedocs.io/en/stable/eth_account.html
        "6086e5abb5ab5619725bafe07e4cc410",
        "deb0284ecfdbe0bad5321321aec9f360",
        # KuCoin: keys and a secret of sub-accounts
        # https://www.kucoin.com/docs-new/rest/account-info/sub-account/get-subaccount-api-list
        "530922db01b369040a54006514540bbd",
        "43e5fa06a6081c6e3f65f33722bba17b",
        "5745164654df8f46ce58131ca71f5e12",
        "db747d82efb304e2938b93bfc5e2b852",
        "ae00e9c8099c716c70ca57ae3d91ed47",
        "060795bde179f0425d2618ecaa1d4c25",
        "0d82e10e93953d8317f86cc92bd5c71e",
        "b25168d1ed1ddf437eb599c385866558",
        # Kraken: the secret with which its example of a signature is made
        # https://docs.kraken.com/api/docs/guides/spot-rest-auth
        "98c0adc16caa135bf2c8732f2558ae4e",
        # Binance, futures over websockets
        # https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-api-general-info
        "528317b80ddddf67ca17f421cf4cf126",
        "afcb22df3b7b1e056900e6cd2b1cd27c",
        "3cdf0b83920e5951a133ea4471392a43",
        "2bf262f10f18d41f1d1822402ead34cd",
        # pyupbit: https://github.com/sharebook-kr/pyupbit
        "a170b8ae137dbb499a7ba97be73d4417",
        # Azure's storage emulator
        # https://learn.microsoft.com/azure/storage/common/storage-use-azurite
        "0011cc25eb4320717494d2703e8cba85",
        # Azure's emulator of Cosmos DB
        # https://learn.microsoft.com/azure/cosmos-db/emulator
        "aa6547439583c3a275d4542a0df6c1ad",
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
        # RFC 7009, OAuth 2.0, revocation: https://www.rfc-editor.org/rfc/rfc7009
        "ea9bdfd02c0c412c8cc36ba67f6c17f9",
        # An access token of a draft of OAuth 2.0
        # https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-http-mac-00
        "a71b359a87afde133e6d9731de69f882",
        # The secret of one-time passwords in the description of their URIs
        # https://github.com/google/google-authenticator/wiki/Key-Uri-Format
        "8be5d113c0871ce1a122d68a7dff940a",
        # Passphrases of four words: https://xkcd.com/936/
        "87cbebfeebc05f7c54ac9336c4b4bbec",
        "c4bbcb1fbec99d65bf59d85c8cb62ee2",
        # Basic authentication: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Authorization
        "ad62d48d8b069026a2a0d0291f857a77",
        "5ff0e82e56c3cf647e81f5134d3e4f83",
        "d9fb92e3bbe65be1f1aad4a82eef4567",
        # Secrets of sessions, express-session and a tutorial that many followed
        # https://github.com/expressjs/session
        # https://www.digitalocean.com/community/tutorials/easy-node-authentication-setup-and-local
        "422b6cfd76dcf88d5d37a901e9620042",
        "0e2e35e13b2551afa18f7398185828ec",
        "92e2b7f6ed28b457e2ef5ec81ba62be8",
        "12bc106b13c8b95e427a00e01943b66c",
        "1fbbb584a02a2a96c332463e655e5f16",
        # Kubernetes: passwords of secrets, plain and encoded
        # https://kubernetes.io/docs/concepts/configuration/secret/
        # https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/
        "13fe7a38a57c46053ee3a4716358619f",
        "a7b580d711ef2807c7f11d881a1e7ff8",
        "28d296be3bf525f09d97eb59dee8b3fd",
        "d9f5032d168bd639078a4780792a40d2",
        "1cb639acc3d83e698960f68e9ff7b318",
        # DeepAI: the key of its examples: https://deepai.org/docs
        "7582de930faf989bdc77e256657059c3",
        # BIP-32: the private keys of its test vectors
        # https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#test-vectors
        "2243ae4c730144699810edff877f309b",
        "c3e981f8e1c6a20142aac2ca0c23af92",
        "38f45b57d43a7400a44a426bf98d8718",
        "04a564938fd41d291aa042c0bcfd9867",
        "75754388723db8eccc4b581f484b5585",
        "ac17da3e11432de904272c5859b35477",
        "fa146b83df550394a57ed8f051862268",
        "bebe65f0e0569d6283a7b3677aa69e90",
        "c14aca8e6d6b82d19f4330f9d64ed5ef",
        "ed7bfe0ceae813bcc585635656507759",
        "00860ac6121289549cc36c62bb823c2b",
        "9d61c593824c392ca2b757ac4c9e1d1a",
        # web3.js: the account of its examples, with and without 0x
        # https://web3js.readthedocs.io/en/v1.10.0/web3-eth-accounts.html
        "d8c2efc4c8505e3978fdb15ef1ca3ec6",
        "95e82a7ebb036b3c3b3c14120ed7ce5f",
        # Caiyun Weather: the token of its examples: https://docs.caiyunapp.com/weather-api/
        "8ced3dfd7fb9b0cbd523990d8e18c13a",
        # Vault: the token in the answer to a login
        # https://developer.hashicorp.com/vault/api-docs/auth/cert
        "b2c1223bcbe754e9e858f155adbd7373",
        # Apache: `password`, encrypted, which mod_ssl takes for the password of every certificate
        # https://httpd.apache.org/docs/2.4/mod/mod_ssl.html#ssloptions
        "3120d452466c0a672a24bdea5c2158e0",
    }
)
