"""Binance: an API key that identifies, and a 64-character secret that signs.

https://www.binance.com/en/support/faq/detail/360002502072 (how keys are made and deleted)
https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security (key types)
"""

from leakguard.candidate import Shape
from leakguard.examples import made_up, made_up_pem
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import SIXTY_FOUR
from leakguard.rule import PROVIDER, Example, PairRule, TokenRule

PROVIDER_NAME = "Binance"
_WORD = r"binance(?![ ._\-]?us(?![a-z]))|mbx-?apikey|\bbnb\b"
_REFERENCES = (
    "https://www.binance.com/en/support/faq/detail/360002502072",
    "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
)
_REVOKE = (
    "Delete the key in Binance under Account > API Management, and check the account's orders, "
    "withdrawals and API history.",
    "Make a new key with an IP list and the fewest permissions; leave withdrawals off.",
    "Keep it in the environment or a secret store, and read it from there.",
)

_KEY, _SECRET = made_up("base62", 64, 1), made_up("base62", 64, 2)
_HEX_KEY, _HEX_SECRET = made_up("hex", 64, 1), made_up("hex", 64, 2)
_ED25519 = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI")

SECRET_KEY = TokenRule(
    id="binance-secret-key",
    title="Binance secret key",
    why="It signs: whoever reads it, with its API key, can trade and move money.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider=PROVIDER_NAME,
    role=Role.SECRET,
    by_name=True,
    unnamed=1,
    context=_WORD,
    pattern=SIXTY_FOUR,
    shape=Shape.BASE62,
    rank=PROVIDER,
    pair="binance-key-pair",
    advice=_REVOKE,
    references=_REFERENCES,
    invalid=(
        f"BINANCE_API_SECRET={_SECRET}",
        f'{{"exchange": "binance", "secretKey": "{_SECRET}"}}',
        f"[binance]\nsecret = {_SECRET}\n",
        Example(f"ENV BINANCE_SECRET {_SECRET}\n", "Dockerfile"),
    ),
    valid=(
        "BINANCE_API_SECRET=${BINANCE_API_SECRET}",
        f"binance listenKey: {_SECRET}",
        f"binance secret: {'x' * 64}",
        f"binance_secret_sha256 = {_SECRET}",
        f"wss://stream.binance.com:9443/ws/{_SECRET}",
    ),
)

API_KEY = TokenRule(
    id="binance-api-key",
    title="Binance API key",
    why="It identifies the account; together with its secret it signs requests.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider=PROVIDER_NAME,
    role=Role.KEY,
    by_name=True,
    unnamed=0,
    context=_WORD,
    pattern=SIXTY_FOUR,
    shape=Shape.BASE62,
    rank=PROVIDER,
    pair="binance-key-pair",
    advice=_REVOKE,
    references=_REFERENCES,
    invalid=(
        f"BINANCE_API_KEY={_KEY}",
        f'curl -H "X-MBX-APIKEY: {_KEY}" https://api.example.org/api/v3/account',
    ),
    valid=("BINANCE_API_KEY=changeme", f"binance tx hash: 0x{_HEX_KEY}"),
)

PAIR = PairRule(
    id="binance-key-pair",
    title="Binance API key and its secret",
    why="Together they are the account: whoever reads them can trade and move money.",
    severity=Severity.CRITICAL,
    provider=PROVIDER_NAME,
    advice=_REVOKE,
    references=_REFERENCES,
    invalid=(
        f"BINANCE_API_KEY={_KEY}\nBINANCE_API_SECRET={_SECRET}\n",
        f"binance:\n  apiKey: {_KEY}\n  secret: '{_SECRET}'\n",
        f"exchange,api_key,api_secret\nbinance,{_KEY},{_SECRET}\n",
        f"My Binance account\n{_KEY}\n{_SECRET}\n",
        f"binance {_KEY} / {_SECRET}",
    ),
    valid=("binance:\n  apiKey: ${KEY}\n  secret: ${SECRET}\n",),
)

PRIVATE_KEY = TokenRule(
    id="binance-private-key",
    title="Binance private key (Ed25519 or RSA)",
    why="It signs requests for the API key it was registered with: it can trade and move money.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider=PROVIDER_NAME,
    role=Role.PRIVATE_KEY,
    context=_WORD,
    trigger=r"-----BEGIN[ ](?:RSA[ ])?PRIVATE[ ]KEY-----",
    reach=8192,
    pattern=r"""
        (?P<secret> -----BEGIN[ ](?:RSA[ ])?PRIVATE[ ]KEY-----
            (?: \\n | \\r | [\s"'+,\\] ){1,40}
            MI? [A-Za-z0-9+/=\s\\"',]{40,8000}
        -----END[ ](?:RSA[ ])?PRIVATE[ ]KEY----- )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    pair="binance-key-pair",
    advice=(
        "Remove the public key in Binance under Account > API Management, and check the "
        "account's orders, withdrawals and API history.",
        "Make a new key pair; register its public half with an IP list and the fewest permissions.",
        "Keep the private key in a file outside the repository, mode 0600, or in a secret store.",
    ),
    references=_REFERENCES,
    invalid=(
        f"# binance\n{_ED25519}",
        'BINANCE_PRIVATE_KEY="' + _ED25519.replace("\n", "\\n") + '"\n',
    ),
    valid=("# binance\n" + made_up_pem("PUBLIC KEY", 44),),
)

FUTURES_TESTNET = TokenRule(
    id="binance-testnet-key",
    title="Binance futures testnet key",
    why="It only moves play money, but the habit and the place are those of a live key.",
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    provider=PROVIDER_NAME,
    by_name=True,
    context=r"(?:test_?net|demo|sandbox)(?s:.){0,2000}(?:binance|futures)"
    r"|(?:binance|futures)(?s:.){0,2000}(?:test_?net|demo|sandbox)",
    pattern=r"""
        (?i: key | secret | testnet | demo ) [A-Za-z0-9_\-]{0,20} \\? ["'`]? \]?
        [ \t]{0,3} (?: = | : | => | := ) [ \t]{0,3} \\? ["'`]?
        (?P<secret> [0-9a-f]{64} ) \b
    """,
    rank=PROVIDER,
    advice=(
        "Make a new key on the testnet.",
        "Keep it in the environment, as you would a live one.",
    ),
    references=(
        "https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info",
    ),
    invalid=(
        f"BINANCE_FUTURES_TESTNET_API_SECRET={_HEX_SECRET}",
        f"binance_futures_testnet:\n  api_key: {_HEX_KEY}\n  api_secret: {_HEX_SECRET}\n",
    ),
    valid=(
        f"futures_testnet_sha256={_HEX_SECRET}",
        f"binance image: sha256:{_HEX_SECRET}",
        f"binance testnet tx_hash: 0x{_HEX_SECRET}",
    ),
)
