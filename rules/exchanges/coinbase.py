"""Coinbase: keys of its developer platform (CDP), of the older API, and of Coinbase Exchange.

https://docs.cdp.coinbase.com/get-started/authentication/overview
"""

from leakguard.candidate import Shape
from leakguard.examples import made_up, made_up_from, made_up_pem
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base62, base64, hexadecimal
from leakguard.rule import (
    PROVIDER,
    Credential,
    PairRule,
    Provider,
    TokenRule,
    exchange,
    key,
    passphrase,
    secret,
)

_CDP = "https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys"
_PORTAL = "https://portal.cdp.coinbase.com/projects/api-keys"
_EXCHANGE = "https://docs.cdp.coinbase.com/exchange/rest-api/authentication"
_LEGACY = (
    "https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/api-key-authentication"
)
_ADVICE = (
    f"Delete the key in the Coinbase Developer Platform under API Keys ({_PORTAL}), and check the "
    "account's orders, transfers and activity.",
    "Make a new key with an IP list and the fewest permissions; leave transfers off.",
    "Keep the key file outside the repository, mode 0600, or its parts in a secret store.",
)
_NAME = rf"organizations/{UUID}/apiKeys/{UUID}"
_EC = made_up_pem("EC PRIVATE KEY", 120, "MHcCAQEEI")

CDP_WALLET = Provider(
    name="Coinbase",
    words=("coinbase", "cdp"),
    rotate=_PORTAL,
    advice=_ADVICE,
    credentials=(
        Credential(
            id="coinbase-cdp-wallet-secret",
            kind="CDP wallet secret",
            role=Role.PRIVATE_KEY,
            why="It signs for the wallets of the project: whoever reads it can empty them.",
            severity=Severity.CRITICAL,
            pattern=rf"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg{base64(136)}",
            tail=r"A-Za-z0-9+/",
            near=True,
            docs="https://docs.cdp.coinbase.com/server-wallets/v2/introduction/security",
        ),
    ),
)

CDP = Provider(
    name="Coinbase",
    words=("coinbase cdp", "cdp"),
    rotate=_PORTAL,
    advice=_ADVICE,
    credentials=(
        key("coinbase-cdp-key-id", UUID, _CDP, kind="CDP key id",
            called=("key id", "key name", "api key")),
        secret("coinbase-cdp-secret", rf"{base64(86)}==", _CDP, kind="CDP secret (Ed25519)",
               named=False),
    ),
    pair="coinbase-cdp-secret-pair",
)  # fmt: skip

CDP_KEY = TokenRule(
    id="coinbase-cdp-key-name",
    title="Coinbase CDP key name",
    why="It names the key; together with its private key it signs requests.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider="Coinbase",
    role=Role.KEY,
    pattern=rf"""
        (?: ^ | [^A-Za-z0-9_/\-] )
        (?P<secret> {_NAME} )
        (?: $ | [^A-Za-z0-9_/\-] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    pair="coinbase-cdp-key-pair",
    advice=_ADVICE,
    references=(_CDP,),
    invalid=(
        f'{{"name": "{made_up_from(_NAME, 1)}"}}',
        f"COINBASE_API_KEY={made_up_from(_NAME, 2)}\n",
    ),
    valid=(
        '{"name": "organizations/{org_id}/apiKeys/{key_id}"}',
        f"GET /organizations/{made_up_from(UUID)}/members",
    ),
)

CDP_PRIVATE_KEY = TokenRule(
    id="coinbase-cdp-private-key",
    title="Coinbase CDP private key",
    why="It signs requests for the key it belongs to: it can trade and move money.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Coinbase",
    role=Role.PRIVATE_KEY,
    context=r"coinbase|organizations/[0-9a-f\-]{36}/apiKeys|\bcdp[_\-]",
    trigger=r"-----BEGIN[ ]EC[ ]PRIVATE[ ]KEY-----",
    reach=2048,
    pattern=r"""
        (?P<secret> -----BEGIN[ ]EC[ ]PRIVATE[ ]KEY-----
            (?: \\n | \\r | [\s"'+,\\] ){1,40}
            MH [A-Za-z0-9+/=\s\\"',]{100,600}
        -----END[ ]EC[ ]PRIVATE[ ]KEY----- )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    pair="coinbase-cdp-key-pair",
    advice=_ADVICE,
    references=(_CDP,),
    invalid=(
        f"# coinbase\n{_EC}",
        'COINBASE_API_SECRET="' + _EC.replace("\n", "\\n") + '"\n',
    ),
    valid=("# coinbase\n" + made_up_pem("PUBLIC KEY", 90),),
)

CDP_PAIR = PairRule(
    id="coinbase-cdp-key-pair",
    title="Coinbase CDP key and its private key",
    why="Together they are the account: whoever reads them can trade and move money.",
    severity=Severity.CRITICAL,
    provider="Coinbase",
    advice=_ADVICE,
    references=(_CDP,),
    invalid=(
        f'{{"name": "{made_up_from(_NAME, 3)}", '
        f'"privateKey": "{_EC.strip().replace(chr(10), chr(92) + "n")}"}}',
    ),
    valid=(f'{{"name": "organizations/x/apiKeys/y", "privateKey": "{made_up("hex", 8)}"}}',),
)

COINBASE = exchange(
    "Coinbase",
    words=("coinbase", "coinbase advanced"),
    rotate="https://www.coinbase.com/settings/api",
    menu="Settings > API",
    pair="coinbase-key-pair",
    credentials=(
        key("coinbase-api-key", base62(16), _LEGACY),
        secret("coinbase-secret-key", base62(32), _LEGACY),
    ),
)

COINBASE_EXCHANGE = exchange(
    "Coinbase",
    words=("coinbase", "coinbase exchange", "coinbase pro", "coinbase prime", "cbpro", "gdax",
           "cb access"),
    rotate="https://exchange.coinbase.com/apikeys",
    menu="API",
    pair="coinbase-exchange-key-pair",
    credentials=(
        key("coinbase-exchange-api-key", hexadecimal(32), _EXCHANGE, kind="Exchange API key"),
        secret("coinbase-exchange-secret-key", rf"{base64(86)}==", _EXCHANGE,
               kind="Exchange secret", named=False),
        passphrase("coinbase-exchange-passphrase", _EXCHANGE),
    ),
)  # fmt: skip
