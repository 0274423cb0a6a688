"""Keys of services that know films, games and arts."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, hexadecimal, small
from leakguard.rule import Credential, Provider

ARTSY = Provider(
    name="Artsy",
    words=("artsy",),
    rotate="https://developers.artsy.net/",
    credentials=(
        Credential(
            id="artsy-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://developers.artsy.net/v2/docs/authentication",
        ),
    ),
)

CFX_RE = Provider(
    name="Cfx.re",
    words=(
        "cfx",
        "cfxre",
        "fivem",
    ),
    rotate="https://portal.cfx.re/servers/registration-keys",
    credentials=(
        Credential(
            id="cfx-re-license-key",
            kind="server registration key",
            role=Role.KEY,
            pattern="cfxk_[A-Za-z0-9]{20}_[A-Za-z0-9]{4,8}",
            docs="https://docs.fivem.net/",
        ),
    ),
)

CFX_RE_OLDER = Provider(
    name="Cfx.re",
    words=("sv licensekey",),
    rotate="https://portal.cfx.re/servers/registration-keys",
    credentials=(
        Credential(
            id="cfx-re-older-license-key",
            kind="server registration key of the older form",
            role=Role.KEY,
            form=small(32),
            docs="https://docs.fivem.net/docs/server-manual/setting-up-a-server-vanilla/",
        ),
    ),
)

LAST_FM = Provider(
    name="Last.fm",
    words=(
        "lastfm",
        "last fm",
    ),
    rotate="https://www.last.fm/api/accounts",
    credentials=(
        Credential(
            id="last-fm-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://www.last.fm/api/authentication",
        ),
        Credential(
            id="last-fm-shared-secret",
            kind="shared secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://www.last.fm/api/authentication",
        ),
    ),
)

OMDB = Provider(
    name="OMDb",
    words=("omdb",),
    rotate="https://www.omdbapi.com/apikey.aspx",
    credentials=(
        Credential(
            id="omdb-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(8),
            severity=Severity.LOW,
            docs="https://www.omdbapi.com/apikey.aspx",
        ),
    ),
)

RIOT_GAMES = Provider(
    name="Riot Games",
    words=(
        "riot",
        "riotgames",
    ),
    rotate="https://developer.riotgames.com/docs/portal",
    credentials=(
        Credential(
            id="riot-games-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="RGAPI-" + UUID,
            severity=Severity.MEDIUM,
            docs="https://developer.riotgames.com/docs/portal",
        ),
    ),
)

STEAM = Provider(
    name="Steam",
    words=("steam",),
    everyday=True,
    rotate="https://steamcommunity.com/dev/apikey",
    credentials=(
        Credential(
            id="steam-api-key",
            kind="Web API key",
            role=Role.KEY,
            form="[0-9A-F]{32}",
            docs="https://partner.steamgames.com/doc/webapi_overview/auth",
        ),
    ),
)

STRAVA = Provider(
    name="Strava",
    words=("strava",),
    rotate="https://www.strava.com/settings/api",
    credentials=(
        Credential(
            id="strava-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=hexadecimal(40),
            names=("secret",),
            docs="https://developers.strava.com/docs/authentication/",
        ),
        Credential(
            id="strava-token",
            kind="access or refresh token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            names=(
                "access",
                "refresh",
                "token",
            ),
            docs="https://developers.strava.com/docs/authentication/",
        ),
    ),
)

TMDB = Provider(
    name="TMDB",
    words=(
        "tmdb",
        "themoviedb",
    ),
    rotate="https://www.themoviedb.org/settings/api",
    credentials=(
        Credential(
            id="tmdb-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://developer.themoviedb.org/docs/authentication-application",
        ),
    ),
)
