"""Keys of services that know food, games, sports and films."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

ALLSPORTSAPI = Provider(
    name="AllSportsAPI",
    words=(
        "allsports",
        "allsportsapi",
    ),
    rotate="https://allsportsapi.com/",
    credentials=(
        Credential(
            id="allsportsapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            severity=Severity.MEDIUM,
            docs="https://allsportsapi.com/documentation",
        ),
    ),
)

API_FOOTBALL = Provider(
    name="API-Football",
    words=(
        "apifootball",
        "api football",
        "api sports",
    ),
    rotate="https://dashboard.api-football.com/",
    credentials=(
        Credential(
            id="api-football-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://www.api-football.com/documentation-v3",
        ),
    ),
)

EDAMAM = Provider(
    name="Edamam",
    words=("edamam",),
    rotate="https://developer.edamam.com/admin/applications",
    credentials=(
        Credential(
            id="edamam-app-key",
            kind="application key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://developer.edamam.com/edamam-docs-recipe-api",
        ),
    ),
)

NUTRITIONIX = Provider(
    name="Nutritionix",
    words=("nutritionix",),
    rotate="https://developer.nutritionix.com/",
    credentials=(
        Credential(
            id="nutritionix-app-key",
            kind="application key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docx.syndigo.com/developers/docs",
        ),
    ),
)

PANDASCORE = Provider(
    name="PandaScore",
    words=("pandascore",),
    rotate="https://app.pandascore.co/dashboard/main",
    credentials=(
        Credential(
            id="pandascore-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=base64url(51),
            severity=Severity.MEDIUM,
            docs="https://developers.pandascore.co/docs/authentication",
        ),
    ),
)

RAWG = Provider(
    name="RAWG",
    words=("rawg",),
    rotate="https://rawg.io/apidocs",
    credentials=(
        Credential(
            id="rawg-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://api.rawg.io/docs/",
        ),
    ),
)

SPOONACULAR = Provider(
    name="Spoonacular",
    words=("spoonacular",),
    rotate="https://spoonacular.com/food-api/console#Profile",
    credentials=(
        Credential(
            id="spoonacular-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://spoonacular.com/food-api/docs",
        ),
    ),
)

SPORTMONKS = Provider(
    name="Sportmonks",
    words=(
        "sportmonks",
        "sportsmonk",
    ),
    rotate="https://my.sportmonks.com/",
    credentials=(
        Credential(
            id="sportmonks-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(60),
            severity=Severity.MEDIUM,
            docs="https://docs.sportmonks.com/football/welcome/authentication",
        ),
    ),
)

THE_ODDS_API = Provider(
    name="The Odds API",
    words=(
        "theodds",
        "odds api",
        "the odds api",
    ),
    rotate="https://the-odds-api.com/",
    credentials=(
        Credential(
            id="the-odds-api-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://the-odds-api.com/liveapi/guides/v4/",
        ),
    ),
)
