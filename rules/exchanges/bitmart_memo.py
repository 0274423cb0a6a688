"""The memo that BitMart wants besides a key and its secret: a passphrase under another name."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_MEMO = made_up("base62", 9, 1811)
_DOCS = "https://developer-pro.bitmart.com/en/spot/#authentication"

BITMART_MEMO = TokenRule(
    id="bitmart-memo",
    title="BitMart memo",
    why="It is the third part of an API key: nothing alone, but all with the other two.",
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    provider="BitMart",
    role=Role.PASSPHRASE,
    pattern=r"""
        (?i: bitmart [a-z_.\-]{0,20} memo ) ["'\]]{0,2} [ \t]{0,8} (?: = | : | => )
        [ \t]{0,8} ["']? (?P<secret> [^\s"'`${}<>()\[\],;\\]{4,64} ) (?: \r? $ | [\s"'`,;\\] )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=(
        "Delete the key at BitMart under API Management, and make a new one with another memo.",
        "Keep it in the environment or a secret store, and read it from there.",
    ),
    references=(_DOCS,),
    invalid=(
        f"BITMART_MEMO={_MEMO}\n",
        f'{{"bitmart_api_memo": "{_MEMO}"}}',
        Example(f"const bitmartMemo = '{_MEMO}';\n", "bot.js"),
    ),
    valid=(
        "BITMART_MEMO=${BITMART_MEMO}\n",
        "BITMART_MEMO=your_memo\n",
        "BITMART_MEMO=memo\n",
        Example("const bitmartMemo = process.env.BITMART_MEMO;\n", "bot.js"),
    ),
)
