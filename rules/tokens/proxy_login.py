"""Logins of proxies, as sellers of proxies write them: `host:port:user:password`, and
`user:password@host:port` without a scheme."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import BEHIND_PORT
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 10, 311)
_ADDRESS = "91.103.88.12:8000"

_LONGEST = 140
"""Bytes behind what is seen first: of a name, a password, and their delimiters."""

_WHY = "Whoever reads it can send requests through the proxy, in its owner's name."
_ADVICE = (
    "Change the password at the seller of the proxy, or allow your own addresses alone.",
    "Keep the list of proxies outside the repository, or in a secret store.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/798.html",)

PROXY_LOGIN = TokenRule(
    id="proxy-login",
    title="Password of a proxy",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [\s"'`,=|(\[/] )
        (?: (?: [0-9]{1,3} \. ){3} [0-9]{1,3}
          | (?: [a-z0-9\-]{1,40} \. ){1,4} (?: com | net | io | org | pro | co | me | info | biz ) )
        : (?: 80 | [0-9]{4,5} ) : [A-Za-z] [A-Za-z0-9_.\-]{2,63} :
        (?P<secret> [A-Za-z0-9_.!\#$%&*+=~^?\-]{4,64} )
        (?: $ | [\s"'`,|)\]] )
    """,
    shape=Shape.GIVEN,
    differs=True,
    seen=(BEHIND_PORT,),
    reach=_LONGEST,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"{_ADDRESS}:ada7:{_PASSWORD}\n", "proxies.txt"),
        f'proxies = ["{_ADDRESS}:ada7:{_PASSWORD}"]',
        f"PROXY=gate.garden.io:7000:ada7:{_PASSWORD}\n",
    ),
    valid=(
        f"{_ADDRESS}:user:password",
        f"{_ADDRESS}:ada:ada",
        "ip:port:user:pass",
        f"main.c:120:error:{_PASSWORD}",
        f"{_ADDRESS}:{{user}}:{{password}}",
    ),
)

LOGIN_BEFORE_ADDRESS = TokenRule(
    id="login-before-address",
    title="Password before an address",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [\s"'`,=|(\[] ) [A-Za-z] [A-Za-z0-9_.\-]{2,63} :
        (?P<secret> [A-Za-z0-9_.!\#$%&*+=~^?\-]{4,64} )
        @ (?: [0-9]{1,3} \. ){3} [0-9]{1,3} : [0-9]{2,5} (?: $ | [\s"'`,|)\]/] )
    """,
    shape=Shape.GIVEN,
    differs=True,
    seen=(r"@ [0-9]{1,3} \. [0-9]{1,3} \. [0-9]",),
    reach=_LONGEST,
    shown_with=r"\b(?:sips?|xmpp|mailto|h323):[^\s@]{1,64}@",  # who is called
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"ada7:{_PASSWORD}@{_ADDRESS}\n", "proxies.txt"),
        f'proxy = "ada7:{_PASSWORD}@{_ADDRESS}"',
    ),
    valid=(
        f"user:password@{_ADDRESS}",
        f"ada:ada@{_ADDRESS}",
        "user:pass@ip:port",
        f"Contact: sip:1984207@{_ADDRESS}",
    ),
)
