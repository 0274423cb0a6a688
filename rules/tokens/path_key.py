"""Keys that services take in the path of a URL, or under a name that is no key's."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PROVIDER, TokenRule

_HEX = made_up("hex", 32, 1861)
_UUID = f"{_HEX[:8]}-{_HEX[8:12]}-4{_HEX[13:16]}-a{_HEX[17:20]}-{_HEX[20:]}"

PATH_KEY = TokenRule(
    id="path-key",
    title="Key of a service in a URL",
    why="Whoever reads the URL can use the service as its owner, or write to their records.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.KEY,
    rank=PROVIDER,
    pattern=r"""
        (?: loggly\.com / (?: inputs | bulk ) /
          | ipqualityscore\.com / api / [a-z]{3,5} / [a-z_]{2,16} /
          | flightapi\.io / [a-z]{4,20} /
          | (?: darksky | pirateweather ) \.net / forecast /
          | wunderground\.com / api /
          | unsplash\.com / [\w/\-]{1,60} \? (?: [^\s"'`]{1,100} & )? client_id =
          | hc-ping\.com /
          | sumologic\.com / receiver / v1 / http /
          | logentries\.com / (?: noformat / | v1 / )? logs / )
        (?P<secret> [A-Za-z0-9_\-]{16,160} ={0,2} ) (?: $ | [^A-Za-z0-9_\-=] )
    """,
    shape=Shape.NAMED,
    advice=(
        "Make another one in the service's dashboard, which revokes this one.",
        "Keep the URL with the new one in the environment, and read it from there.",
    ),
    references=(
        "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/http-endpoint.htm",
        "https://www.ipqualityscore.com/documentation/proxy-detection-api/overview",
        "https://docs.flightapi.io/",
        "https://unsplash.com/documentation#public-authentication",
        "https://pirateweather.net/en/latest/API/",
        "https://healthchecks.io/docs/http_api/",
        "https://www.sumologic.com/help/docs/send-data/hosted-collectors/http-source/",
        "https://docs.rapid7.com/insightops/webhook/",
    ),
    invalid=(
        f'url = "https://logs-01.loggly.com/inputs/{_UUID}/tag/http/"',
        f"https://www.ipqualityscore.com/api/json/ip/{made_up('base62', 32, 1862)}/192.0.2.7",
        f"https://api.flightapi.io/roundtrip/{made_up('hex', 24, 1863)}/HEL/OUL",
        f"https://api.pirateweather.net/forecast/{made_up('base62', 40, 1864)}/45.3,-75.7",
        f"fetch('https://api.unsplash.com/photos?client_id={made_up('base64url', 43, 1866)}')",
        f"curl -fsS -m 10 https://hc-ping.com/{_UUID}",
        f"https://collectors.sumologic.com/receiver/v1/http/{made_up('base64url', 86, 1865)}==",
        f"https://webhook.logentries.com/noformat/logs/{_UUID}",
    ),
    valid=(
        "https://logs-01.loggly.com/inputs/TOKEN/tag/http/",
        "https://logs-01.loggly.com/inputs/${LOGGLY_TOKEN}/tag/http/",
        "https://hc-ping.com/your-uuid-here",
        "https://hc-ping.com/00000000-0000-0000-0000-000000000000",
        "https://api.flightapi.io/roundtrip/<api-key>/HEL/OUL",
    ),
)
