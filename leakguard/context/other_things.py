"""Words in a name that say that its value is no credential, and the reason that each stands for."""

OWNERS = frozenset(
    "project projects region tenant workspace organization organisation org cluster bucket"
    " dataset namespace".split()
)
"""Where a credential holds: behind its whole name they tell whose it is, `API_KEY_TENANT`."""

WHOLE_NAMES = frozenset(
    "password passwd passphrase apikey apisecret apitoken accesskey accesstoken authtoken bottoken"
    " secretkey clientsecret".split()
)
"""What names a credential, and nothing else that has one: words that may stand apart."""

WIDGETS = frozenset("box edit entry field input text".split())
"""What a program asks people in, and then reads the `text` of it."""

OTHER_THINGS = {
    "digest": "named-as-digest",
    **dict.fromkeys(
        ("hash", "hashes", "sha", "sha1", "sha256", "sha384", "sha512", "sha2", "sha3", "md5",
         "blake2b", "blake2s", "blake3", "keccak", "checksum", "checksums", "digests",
         "integrity", "crc", "sri",
         "fingerprint", "etag", "thumbprint", "commit", "revision", "rev", "merkle", "hexdigest",
         "txhash", "blockhash",
         "privatemac"),  # PuTTY's checksum of a private key
        "named-as-digest",
    ),
    **dict.fromkeys(
        ("tx", "txid", "txn", "transaction", "transactions", "block", "trx"), "named-as-transaction"
    ),
    **dict.fromkeys(("signature", "sig", "signatures", "signed"), "named-as-signature"),
    **dict.fromkeys(("listen", "listenkey"), "named-as-listen-key"),
    **dict.fromkeys(
        ("address", "addr", "wallet", "contract", "account", "mint"), "named-as-address"
    ),
    **dict.fromkeys(
        ("public", "pub", "pubkey", "publickey", "verify", "verifying"), "named-as-public"
    ),
    **dict.fromkeys(
        ("id", "ids", "keyid", "uuid", "guid", "identifier", "uid", "oid", "cid", "slug", "cursor",
         "handle", "serial"),
        "named-as-identifier",
    ),
    **dict.fromkeys(
        "header headers prefix suffix type types var variable name names filename file files path"
        " url uri endpoint host field fields param params parameter attr attribute format"
        " algorithm alg kind mode scheme class size length len count limit expiry expires"
        " expiration ttl timeout lifetime age version use usage target setting settings column"
        " table level status error message msg title description help hint policy template"
        " location dir folder enc mgr directory separator position source provider issuer realm"
        " audience scope scopes magic alias registry store storage backend handler middleware"
        " manager service event action state flag enabled required valid validator label prompt"
        " text strength method methods filter map maps query queries regexp stdin email emails"
        " domain domains chars characters encoding charset mechanism mechanisms encoder ref refs"
        " reference within selector selectors module modules change changes changed sources"
        " objects profile model series page pages directive directives"
        " rate rates ratio score scores order".split(),
        "named-as-other",
    ),
    **dict.fromkeys(OWNERS, "named-as-other"),
    **dict.fromkeys(
        ("cache", "cached", "sort", "primary", "foreign", "idempotency", "partition", "lookup",
         "dict", "translation", "i18n", "placeholder", "regex", "pattern", "alphabet"),
        "named-as-other-key",
    ),
}  # fmt: skip
"""By the last telling word of a name."""

OF_TWO: dict[tuple[str, ...], str] = {
    # https://www.rfc-editor.org/rfc/rfc6455#section-11.3.1
    ("socket", "key"): "named-as-other-key",
    ("websocket", "key"): "named-as-other-key",
    ("authorized", "key"): "named-as-other-key",
    ("pass", "through"): "named-as-other",
    ("std", "in"): "named-as-other",
    ("recv", "key"): "named-as-public",  # of GnuPG
    ("recv", "keys"): "named-as-public",
    ("no", "tests"): "named-as-other",  # passWithNoTests
    ("no", "password"): "named-as-other",  # adduser --disabled-password name
    ("disabled", "password"): "named-as-other",
    ("without", "password"): "named-as-other",
    ("ask", "password"): "named-as-other",
    ("last", "set"): "named-as-other",  # pwdLastSet, which is a time
    ("generator", "token"): "named-as-other",  # by which a program knows what it has made
    ("badge", "key"): "named-as-public",  # of a picture that a text shows
    ("series", "key"): "named-as-other-key",
    ("marker", "key"): "named-as-other-key",
    ("context", "key"): "named-as-other-key",
    ("header", "key"): "named-as-other-key",
    ("required", "keys"): "named-as-other-key",
    ("bind", "key"): "named-as-other-key",
    ("auth", "r"): "named-as-signature",  # as EIP-7702 has it
    ("auth", "s"): "named-as-signature",
    ("tag", "key"): "named-as-other-key",
    ("sheet", "key"): "named-as-identifier",  # of Google's documents
    ("spreadsheet", "key"): "named-as-identifier",
    ("document", "key"): "named-as-identifier",
    ("public", "token"): "named-as-public",
    ("token", "in"): "named-as-address",
    ("token", "out"): "named-as-address",
    ("from", "token"): "named-as-address",  # of a swap
    ("to", "token"): "named-as-address",
    ("trusted", "key"): "named-as-public",
    ("trusted", "keys"): "named-as-public",
    # https://ethereum.github.io/consensus-specs/phase0/beacon-chain/
    ("withdrawal", "credentials"): "named-as-public",
}
"""By the last two words of a name."""
