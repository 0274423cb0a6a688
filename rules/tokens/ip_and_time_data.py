"""Keys of services that know IP addresses, time zones and postcodes."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base62, capital, hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

HOLIDAY_API = Provider(
    name="Holiday API",
    words=(
        "holidayapi",
        "holiday api",
    ),
    rotate="https://holidayapi.com/dashboard",
    credentials=(
        Credential(
            id="holiday-api-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.LOW,
            docs="https://holidayapi.com/docs",
        ),
    ),
)

IP2LOCATION = Provider(
    name="IP2Location",
    words=("ip2location",),
    rotate="https://www.ip2location.io/dashboard",
    credentials=(
        Credential(
            id="ip2location-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9A-F]{32}",
            severity=Severity.MEDIUM,
            docs="https://www.ip2location.io/ip2location-documentation",
        ),
    ),
)

IPAPI = Provider(
    name="ipapi",
    words=("ipapi",),
    rotate="https://ipapi.com/dashboard",
    credentials=(
        Credential(
            id="ipapi-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://ipapi.com/documentation",
        ),
    ),
)

IPGEOLOCATION = Provider(
    name="ipgeolocation",
    words=(
        "ipgeolocation",
        "ip geolocation",
    ),
    rotate="https://app.ipgeolocation.io/dashboard",
    credentials=(
        Credential(
            id="ipgeolocation-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://ipgeolocation.io/documentation.html",
        ),
    ),
)

IPIFY = Provider(
    name="ipify",
    words=(
        "ipify",
        "geoipify",
        "geo ipify",
    ),
    rotate="https://geo.ipify.org/",
    credentials=(
        Credential(
            id="ipify-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="at_[A-Za-z0-9]{29}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://geo.ipify.org/docs",
        ),
    ),
)

IPINFO = Provider(
    name="IPinfo",
    words=("ipinfo",),
    rotate="https://ipinfo.io/account/token",
    credentials=(
        Credential(
            id="ipinfo-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(14),
            severity=Severity.MEDIUM,
            docs="https://ipinfo.io/developers",
        ),
    ),
)

IPINFODB = Provider(
    name="IPInfoDB",
    words=("ipinfodb",),
    rotate="https://www.ipinfodb.com/account",
    credentials=(
        Credential(
            id="ipinfodb-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            severity=Severity.MEDIUM,
            docs="https://www.ipinfodb.com/api",
        ),
    ),
)

IPQUALITYSCORE = Provider(
    name="IPQualityScore",
    words=(
        "ipquality",
        "ipqualityscore",
        "ipqs",
    ),
    rotate="https://www.ipqualityscore.com/user/settings",
    credentials=(
        Credential(
            id="ipqualityscore-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            docs="https://www.ipqualityscore.com/documentation/overview",
        ),
    ),
)

POSITIONSTACK = Provider(
    name="Positionstack",
    words=("positionstack",),
    rotate="https://positionstack.com/dashboard",
    credentials=(
        Credential(
            id="positionstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://positionstack.com/documentation",
        ),
    ),
)

SMARTY = Provider(
    name="Smarty",
    words=(
        "smarty",
        "smartystreets",
        "smarty streets",
    ),
    everyday=True,
    rotate="https://www.smarty.com/account/keys",
    credentials=(
        Credential(
            id="smarty-auth-token",
            kind="auth token",
            role=Role.TOKEN,
            form=base62(20, 32),
            docs="https://www.smarty.com/docs/cloud/authentication",
        ),
    ),
)

TIMEZONEDB = Provider(
    name="TimezoneDB",
    words=(
        "timezonedb",
        "timezone db",
    ),
    rotate="https://timezonedb.com/account",
    credentials=(
        Credential(
            id="timezonedb-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(12),
            severity=Severity.LOW,
            docs="https://timezonedb.com/api",
        ),
    ),
)

WHOISXML_API = Provider(
    name="WhoisXML API",
    words=(
        "whoisxmlapi",
        "whois xml api",
        "whoisxml",
    ),
    rotate="https://user.whoisxmlapi.com/products",
    credentials=(
        Credential(
            id="whoisxml-api-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="at_[A-Za-z0-9]{29}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://whois.whoisxmlapi.com/documentation/making-requests",
        ),
    ),
)

ZIPCODEAPI = Provider(
    name="ZipCodeAPI",
    words=(
        "zipcodeapi",
        "zip code api",
    ),
    rotate="https://www.zipcodeapi.com/Register",
    credentials=(
        Credential(
            id="zipcodeapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(64),
            severity=Severity.MEDIUM,
            docs="https://www.zipcodeapi.com/API",
        ),
    ),
)

_ZIP_KEY = made_up("base62", 64, 441)

ZIPCODEAPI_URL = TokenRule(
    id="zipcodeapi-url-key",
    title="ZipCodeAPI key in a URL",
    why="Whoever reads it can use the service as its owner, and at their cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider=ZIPCODEAPI.name,
    role=Role.KEY,
    pattern=r"""
        \b zipcodeapi\.com/rest/ (?: v2/ )? (?P<secret> (?: js- )? [A-Za-z0-9]{64} ) /
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        f"Make another one at ZipCodeAPI ({ZIPCODEAPI.rotate}).",
        "Keep the new one in the environment, and put the URL together from there.",
    ),
    references=("https://www.zipcodeapi.com/API",),
    invalid=(
        f"https://www.zipcodeapi.com/rest/{_ZIP_KEY}/info.json/90210/degrees",
        f'url: "https://www.zipcodeapi.com/rest/{_ZIP_KEY}/radius.json/" + code',
    ),
    valid=(
        "https://www.zipcodeapi.com/rest/<api_key>/info.json/90210/degrees",
        "https://www.zipcodeapi.com/rest/${key}/info.json/90210/degrees",
    ),
)

ZIPCODEBASE = Provider(
    name="Zipcodebase",
    words=("zipcodebase",),
    rotate="https://app.zipcodebase.com/",
    credentials=(
        Credential(
            id="zipcodebase-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://app.zipcodebase.com/documentation",
        ),
    ),
)
