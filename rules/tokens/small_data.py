"""Keys of services that look things up: flights, prices, places, numbers, jobs, packages."""

from leakguard.forms import base62, hexadecimal
from leakguard.rule import service

ABYSSALE = service("Abyssale", "https://api-reference.abyssale.com/", "abyssale")
ADZUNA = service("Adzuna", "https://developer.adzuna.com/overview", "adzuna", form=hexadecimal(32))
AIRSHIP = service(
    "Airship", "https://docs.airship.com/api/ua/", "airship", "urban airship", everyday=True
)
ALETHEIA = service("Aletheia", "https://aletheiaapi.com/", "aletheia", form="[0-9A-F]{32}")
EXTRACTOR_API = service(
    "ExtractorAPI",
    "https://extractorapi.com/",
    "extractorapi",
    "extractor api",
    form=hexadecimal(40),
)
FINAGE = service(
    "Finage",
    "https://finage.co.uk/docs/api",
    "finage",
    pattern="API_KEY[A-Za-z0-9]{32}",
    near=True,
)
FLIGHTSTATS = service(
    "FlightStats",
    "https://developer.flightstats.com/getting-started",
    "flightstats",
    form=hexadecimal(32),
)
GEOCODIFY = service("Geocodify", "https://geocodify.com/docs", "geocodify", form=hexadecimal(40))
PARALLELDOTS = service(
    "ParallelDots", "https://apis.paralleldots.com/text_docs/index.html", "paralleldots"
)
UCLASSIFY = service(
    "uClassify",
    "https://www.uclassify.com/docs",
    "uclassify",
    form=base62(12),
    names=("key", "token", "read", "write", "readkey", "writekey", "apikey", "api"),
)
VERIPHONE = service("Veriphone", "https://veriphone.io/docs/v2", "veriphone", form="[0-9A-F]{32}")
WHOXY = service("Whoxy", "https://www.whoxy.com/", "whoxy")
WORLDCOININDEX = service(
    "WorldCoinIndex", "https://www.worldcoinindex.com/apiservice", "worldcoinindex"
)
FLIGHTLABS = service(
    "FlightLabs", "https://app.goflightlabs.com/dashboard", "goflightlabs", "flightlabs"
)
FXMARKETAPI = service(
    "FXMarketAPI", "https://fxmarketapi.com/documentation", "fxmarketapi", "fxmarket"
)
NEUTRINO = service(
    "Neutrino API", "https://www.neutrinoapi.com/api/api-basics", "neutrino", "neutrinoapi"
)
VERSIONEYE = service(
    "VersionEye",
    "https://blog.versioneye.com/2016/07/15/api-key-for-organisations/",
    "versioneye",
)
VPNAPI = service("VPNAPI.io", "https://vpnapi.io/api-documentation", "vpnapi")
TECHNICAL_ANALYSIS = service(
    "Technical Analysis API",
    "https://technical-analysis-api.com/",
    "technical analysis",
    everyday=True,
)
VERIMAIL = service("Verimail", "https://verimail.io/docs/v3", "verimail")
