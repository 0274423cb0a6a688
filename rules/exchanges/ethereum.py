"""Private keys of Ethereum and of the chains that share its format, and their key stores.

A key looks as a hash does: its name has to tell.
https://ethereum.org/en/developers/docs/accounts/#key-creation
https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage/
"""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import SIXTY_FOUR
from leakguard.rule import PROVIDER, SPECIFIC, Example, TokenRule

_DOCS = "https://ethereum.org/en/developers/docs/accounts/"
_STORE_DOCS = (
    "https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage/"
)
_KEY, _OTHER = made_up("hex", 64, 71), made_up("hex", 64, 72)
_STORE = (
    '{{"address": "{0}", "crypto": {{"cipher": "aes-128-ctr", "ciphertext": "{1}", '
    '"cipherparams": {{"iv": "{2}"}}, "kdf": "scrypt", "mac": "{1}"}}, "version": 3}}'
).format(made_up("hex", 40, 73), made_up("hex", 64, 74), made_up("hex", 32, 75))

_NETWORK = r"""
    (?: [_\-]? (?i: hex | main | mainnet | test | testnet | dev | prod | live | eth | bsc | polygon
        | base | arbitrum | optimism | goerli | sepolia | [0-9]{1,3} ) ){0,2}
"""
_GIVES = r"""
    \\? ["'`]? \]? [ \t]{0,4}
    (?: : [ ]? [A-Za-z]{1,10} [ ]? = | = | : | := | => | > | , | [ ] ) [ \t]{0,4}
"""
_KEY_NAME = rf"[_\-\ ]? (?i: key s? ) {_NETWORK} {_GIVES}"
_WRAPPED = r"""[\[(]? \s{0,2} (?: [A-Za-z_.]{1,30} \( )? [bf]? \\? ["'`]?"""

PRIVATE_KEY = TokenRule(
    id="ethereum-private-key",
    title="Ethereum private key",
    why="Whoever reads it can move everything that its address holds, on every chain.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="Ethereum",
    role=Role.PRIVATE_KEY,
    behind=rf"""
        (?: (?i: secret | operator | wallet | owner | account ) {_KEY_NAME}
          | (?: \b | _ ) (?: pk | PK ) {_NETWORK} {_GIVES}
        ) {_WRAPPED} 0x
      | (?: (?i: private | priv | deployer | signer | relayer | eth | ethereum | evm ) {_KEY_NAME}
          | \b (?i: accounts | private_?keys | wallets ) ["']? [ ]? [:=] [ ]?
            [\[{{] [^\]}}]{{0,400}}
          | (?i: from_key | privateKeyToAccount | new[ ](?:ethers\.)?Wallet | fromPrivateKey )
            \( \s{{0,20}}
          | ^ \( [0-9]{{1,2}} \) [ ]
        ) {_WRAPPED} [0-9a-fA-Fx]{{2}}
    """,
    pattern=r"""
        (?: ^ | [^0-9A-Za-z_] )
        (?P<secret> (?: 0x )? [0-9a-fA-F]{64} )
        (?: $ | [^0-9A-Za-z_\-] )
    """,
    # The second is what other keys of 64 characters are looked for by.
    seen=(r"0x [0-9a-fA-F]{64} (?: $ | [^0-9A-Za-z_\-] )", SIXTY_FOUR),
    shape=Shape.EXACT,
    whole=r"(?:0x)?[0-9a-fA-F]{64}",
    rank=SPECIFIC,
    advice=(
        "Move the funds and the roles to an address of a new key, at once: no key can be taken "
        "back.",
        "Keep the new one in a hardware wallet or an encrypted key store, and let programs read "
        "it from a secret store.",
    ),
    references=(_DOCS,),
    invalid=(
        f"PRIVATE_KEY=0x{_KEY}\n",
        f'{{"privateKey": "{_KEY}"}}',
        f"cast send --private-key 0x{_KEY}\n",
        Example(f'accounts: ["0x{_KEY}", "0x{_OTHER}"],\n', "hardhat.config.js"),
        f"Private Keys\n==================\n(0) 0x{_KEY}\n(1) 0x{_OTHER}\n",
    ),
    valid=(
        f'tx_hash = "0x{_KEY}"',
        f"private_key_hash: 0x{_KEY}",
        f'public_key = "0x{_KEY}"',
        f"topics: [0x{_KEY}]",
        "private_key = os.environ['PRIVATE_KEY']",
    ),
)

KEY_STORE = TokenRule(
    id="ethereum-keystore",
    title="Ethereum key store",
    why="It is encrypted with a password, which can be guessed by whoever has the file.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider="Ethereum",
    context=r"\"kdf\"\s*:\s*\"(?:scrypt|pbkdf2)",
    pattern=r"""
        " ciphertext " \s{0,8} : \s{0,8} " (?P<secret> [0-9a-fA-F]{64} ) "
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        "Take the file out of the repository and of its history.",
        "If its password is short or used elsewhere, move the funds to an address of a new key.",
    ),
    references=(_STORE_DOCS,),
    invalid=(
        Example(_STORE, "keystore/UTC--2024-01-01T00-00-00.000Z"),
        Example(_STORE, "wallet.json"),
    ),
    valid=(Example('{"ciphertext": "' + _KEY + '"}', "message.json"),),
)
