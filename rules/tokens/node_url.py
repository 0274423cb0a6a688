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
        \b (?: infura\.io / (?: ws / )? v3 / | alchemy (?: api )? \. (?: com | io ) / v2 / )
        (?P<secret> [A-Za-z0-9_\-]{32} ) (?: $ | [^A-Za-z0-9_\-] )
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
    ),
    invalid=(
        f"https://mainnet.infura.io/v3/{made_up('hex', 32)}",
        f'Web3.HTTPProvider("https://eth-mainnet.g.alchemy.com/v2/{made_up("base64url", 32)}")',
        f"RPC_URL=wss://sepolia.infura.io/ws/v3/{made_up('hex', 32)}",
    ),
    valid=(
        "https://mainnet.infura.io/v3/YOUR-PROJECT-ID",
        "https://mainnet.infura.io/v3/${INFURA_PROJECT_ID}",
        f"https://docs.infura.io/pages/{made_up('hex', 32)}",
    ),
)
