"""Keys of services for files, pictures, maps, places and data."""

import base64
import json
import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import base62, base64url, small
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

_ADOBE_DOCS = (
    "https://developer.adobe.com/developer-console/docs/guides/authentication/"
    "ServerToServerAuthentication/"
)

ADOBE = Provider(
    name="Adobe",
    words=("adobe",),
    rotate=_ADOBE_DOCS,
    credentials=(
        Credential(
            id="adobe-client-secret",
            kind="client secret",
            role=Role.SECRET,
            pattern=r"p8e-[A-Za-z0-9_\-]{32}",
            docs=_ADOBE_DOCS,
        ),
    ),
)

_DROPBOX_DOCS = "https://www.dropbox.com/developers/documentation/http/documentation"

DROPBOX = Provider(
    name="Dropbox",
    words=("dropbox", "dropboxapi"),
    rotate="https://www.dropbox.com/account/connected_apps",
    credentials=(
        Credential(
            id="dropbox-access-token",
            kind="short-lived access token",
            role=Role.TOKEN,
            pattern=r"sl\. (?: u\. )? [A-Za-z0-9_\-]{120,1500}",
            docs=_DROPBOX_DOCS,
        ),
        Credential(
            id="dropbox-long-lived-token",
            kind="long-lived access token",
            role=Role.TOKEN,
            pattern=r"[A-Za-z0-9_\-]{11}AAAAAAAAAA[A-Za-z0-9_\-]{43}",
            near=True,
            docs=_DROPBOX_DOCS,
        ),
        Credential(
            id="dropbox-refresh-token",
            kind="refresh token",
            role=Role.TOKEN,
            form=base64url(64),
            names=("refresh", "token"),
            docs="https://developers.dropbox.com/oauth-guide",
        ),
        Credential(
            id="dropbox-app-secret",
            kind="app key or secret",
            role=Role.SECRET,
            form=small(15),
            names=("secret", "key"),
            docs="https://developers.dropbox.com/oauth-guide",
        ),
    ),
)

FRAME_IO = Provider(
    name="Frame.io",
    words=("frame io", "frameio"),
    rotate="https://developer.frame.io/docs/getting-started/authentication",
    credentials=(
        Credential(
            id="frame-io-token",
            kind="developer token",
            role=Role.TOKEN,
            pattern=r"fio-u-[A-Za-z0-9_\-=]{64}",
            docs="https://developer.frame.io/docs/getting-started/authentication",
        ),
    ),
)


def user_of(token: str) -> str | None:
    """Give the user whom a Mapbox token belongs to: JSON in base64 after its first dot."""
    body = token.split(".")[1]
    try:
        user = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))["u"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return f"user {user}" if re.fullmatch(r"[A-Za-z0-9_\-]{1,40}", str(user)) else None


_MAPBOX_DOCS = "https://docs.mapbox.com/help/dive-deeper/access-tokens/"
_MAPBOX_BODY = r"eyJ[A-Za-z0-9_\-]{40,200}\.[A-Za-z0-9_\-]{22}"

MAPBOX = Provider(
    name="Mapbox",
    words=("mapbox", "mapboxgl"),
    rotate="https://docs.mapbox.com/accounts/guides/tokens/",
    credentials=(
        Credential(
            id="mapbox-secret-token",
            kind="secret access token",
            role=Role.TOKEN,
            pattern=rf"sk\.{_MAPBOX_BODY}",
            tells=user_of,
            docs=_MAPBOX_DOCS,
        ),
        Credential(
            id="mapbox-temporary-token",
            kind="temporary access token",
            role=Role.TOKEN,
            severity=Severity.LOW,
            pattern=rf"tk\.{_MAPBOX_BODY}",
            tells=user_of,
            docs=_MAPBOX_DOCS,
        ),
        Credential(
            id="mapbox-public-token",
            kind="public access token",
            role=Role.TOKEN,
            public=True,
            pattern=rf"pk\.{_MAPBOX_BODY}",
            tells=user_of,
            docs=_MAPBOX_DOCS,
        ),
    ),
)

_MAXMIND_DOCS = "https://support.maxmind.com/hc/en-us/articles/4407111582235"

MAXMIND = Provider(
    name="MaxMind",
    words=("maxmind", "geoip", "geolite", "geoip 2", "geolite 2"),
    rotate=_MAXMIND_DOCS,
    credentials=(
        Credential(
            id="maxmind-license-key",
            kind="license key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk",
            docs=_MAXMIND_DOCS,
        ),
        Credential(
            id="maxmind-legacy-license-key",
            kind="license key of the old form",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            form=base62(16),
            names=("license", "licence", "key"),
            docs=_MAXMIND_DOCS,
        ),
    ),
)

_LICENSE = made_up("base62", 16, 431)

GEOIP_CONF = TokenRule(
    id="geoip-conf-license-key",
    title="MaxMind license key of a GeoIP.conf",
    why="Whoever reads it can download the databases as its owner, and query at their cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider=MAXMIND.name,
    role=Role.KEY,
    context=r"AccountID|UserId|EditionIDs|ProductIds|geoip",
    pattern=r"""
        ^ [ \t]{0,8} LicenseKey [ \t]{1,8} (?P<secret> [A-Za-z0-9_]{12,40} ) [ \t]{0,8} \r? $
    """,
    shape=Shape.NAMED,
    rank=PROVIDER,
    advice=(
        f"Revoke it at MaxMind ({_MAXMIND_DOCS}).",
        "Let geoipupdate read the new one from GEOIPUPDATE_LICENSE_KEY.",
    ),
    references=(_MAXMIND_DOCS, "https://dev.maxmind.com/geoip/updating-databases"),
    invalid=(
        f"AccountID 215547\nLicenseKey {_LICENSE}\nEditionIDs GeoLite2-City\n",
        f"UserId 999\nLicenseKey {_LICENSE[:12]}\nProductIds 506\n",
    ),
    valid=(
        "AccountID 999999\nLicenseKey 000000000000\nEditionIDs GeoLite2-City\n",
        "AccountID YOUR_ACCOUNT_ID_HERE\nLicenseKey YOUR_LICENSE_KEY_HERE\n",
    ),
)

DATA_GOV = Provider(
    name="data.gov",
    words=("data gov", "datagov"),
    rotate="https://api.data.gov/docs/developer-manual/",
    credentials=(
        Credential(
            id="data-gov-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.LOW,
            form=base62(40),
            docs="https://api.data.gov/docs/developer-manual/",
        ),
    ),
)

FINNHUB = Provider(
    name="Finnhub",
    words=("finnhub",),
    rotate="https://finnhub.io/docs/api/authentication",
    credentials=(
        Credential(
            id="finnhub-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            form=small(20, 40),
            docs="https://finnhub.io/docs/api/authentication",
        ),
    ),
)

APIFY = Provider(
    name="Apify",
    words=("apify",),
    rotate="https://docs.apify.com/platform/integrations/api",
    credentials=(
        Credential(
            id="apify-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"apify_api_[A-Za-z0-9]{34,36}",
            docs="https://docs.apify.com/platform/integrations/api",
        ),
        Credential(
            id="apify-proxy-password",
            kind="proxy password",
            role=Role.PASSWORD,
            pattern=r"apify_proxy_[A-Za-z0-9]{30,40}",
            docs="https://docs.apify.com/platform/proxy",
        ),
    ),
)
