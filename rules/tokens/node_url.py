"""The keys of services that run blockchain nodes, which stand in the path of a URL."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PROVIDER, TokenRule

NODE_URL_KEY = TokenRule(
    id="node-url-key",
    title="Key of a blockchain node service in a URL",
    why="Whoever reads it can use the service as its owner, and at their cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.KEY,
    rank=PROVIDER,
    pattern=r"""
        \b (?: infura\.io / (?: ws / )? v3 / | alchemy (?: api )? \. (?: com | io ) / v2 /
              | nodereal\.io / v1 / | go\.getblock\.io / | core\.chainstack\.com / | quiknode\.pro /
              | rpc\.ankr\.com / (?: [a-z0-9_]{2,30} / ){1,2} )
        (?P<secret> [A-Za-z0-9_\-]{32} (?: [0-9a-f]{8} | [0-9a-f]{32} )? )
        (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.NAMED,
    advice=(
        "Delete the key, or the project that it belongs to, in the service's dashboard.",
        "Keep the URL with the new one in the environment, and allow the key no other origins and"
        " contracts than you need.",
    ),
    references=(
        "https://docs.metamask.io/services/get-started/infura/",
        "https://www.alchemy.com/docs/alchemy-quickstart-guide",
        "https://www.quicknode.com/docs/ethereum/endpoints",
        "https://www.ankr.com/docs/rpc-service/getting-started/premium-endpoints/",
    ),
    invalid=(
        f"https://mainnet.infura.io/v3/{made_up('hex', 32)}",
        f'Web3.HTTPProvider("https://eth-mainnet.g.alchemy.com/v2/{made_up("base64url", 32)}")',
        f"RPC_URL=wss://sepolia.infura.io/ws/v3/{made_up('hex', 32)}",
        f'RPC = "https://eth-mainnet.nodereal.io/v1/{made_up("hex", 32)}"',
        f'RPC = "https://old-road.quiknode.pro/{made_up("hex", 40)}/"',
        f'RPC = "https://rpc.ankr.com/eth/{made_up("hex", 64)}"',
    ),
    valid=(
        "https://mainnet.infura.io/v3/YOUR-PROJECT-ID",
        "https://mainnet.infura.io/v3/${INFURA_PROJECT_ID}",
        f"https://docs.infura.io/pages/{made_up('hex', 32)}",
    ),
)
