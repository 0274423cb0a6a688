"""A credential among the parameters of a URL."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_TOKEN = made_up("base62", 24, 37)

QUERY_PARAMETER = TokenRule(
    id="query-parameter",
    title="Credential among a URL's parameters",
    why="URLs are logged by every server and proxy on the way, and kept in browsers' histories.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?: [?] | & (?: amp; )? )
        (?i: (?: access | auth | oauth | api | app | bot | client | csrf | id | personal | private
                 | refresh | secret | service | session | user | x )? [_\-]?
             (?: token | token_secret | api_?key | apikey | appkey | secret | password | passwd
                 | pwd | auth_?key | access_?key | sessionid | session_?key | key ) ) =
        (?P<secret> [A-Za-z0-9_\-.~%+/:|]{8,300} ) (?: $ | [^A-Za-z0-9_\-.~%+/:|] )
    """,
    shape=Shape.TOKEN,
    shown_with=r"(?:badge|\.svg)\?token=",  # a badge in a README
    advice=(
        "Revoke it where it was made, and make a new one.",
        "Read the new one from the environment; send it in a header where the API allows it.",
    ),
    references=("https://cwe.mitre.org/data/definitions/598.html",),
    invalid=(
        f"https://api.example.org/v1/prices?api_key={_TOKEN}",
        f'url = "https://example.org/feed?format=json&oauth_token={_TOKEN}"',
    ),
    valid=(
        "https://api.example.org/v1/prices?api_key={key}",
        "https://api.example.org/v1/prices?api_key=YOUR_API_KEY",
        "https://example.org/?key=primary-colours",
        "https://example.org/?nextPageToken=",
        f"https://example.org/graph/badge.svg?token={made_up('upper', 10, 39)}",
    ),
)
