"""Keys of services that know the weather."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base62, capital, hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

ACCUWEATHER = Provider(
    name="AccuWeather",
    words=("accuweather",),
    rotate="https://developer.accuweather.com/user/me/apps",
    credentials=(
        Credential(
            id="accuweather-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developer.accuweather.com/documentation/authentication",
        ),
    ),
)

AMBEE = Provider(
    name="Ambee",
    words=("ambee",),
    rotate="https://api-dashboard.getambee.com/",
    credentials=(
        Credential(
            id="ambee-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(64),
            severity=Severity.MEDIUM,
            docs="https://docs.ambeedata.com/",
        ),
    ),
)

IQAIR_AIRVISUAL = Provider(
    name="IQAir AirVisual",
    words=(
        "airvisual",
        "iqair",
    ),
    rotate="https://dashboard.iqair.com/personal/api-keys",
    credentials=(
        Credential(
            id="iqair-airvisual-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://api-docs.iqair.com/",
        ),
    ),
)

NASA = Provider(
    name="NASA",
    words=("nasa",),
    rotate="https://api.nasa.gov/",
    credentials=(
        Credential(
            id="nasa-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(40),
            severity=Severity.LOW,
            docs="https://api.nasa.gov/",
        ),
    ),
)

OPENUV = Provider(
    name="OpenUV",
    words=("openuv",),
    rotate="https://www.openuv.io/console",
    credentials=(
        Credential(
            id="openuv-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="openuv-[0-9a-z]{14,24}-io",
            severity=Severity.MEDIUM,
            docs="https://www.openuv.io/docs",
        ),
    ),
)

OPENWEATHER = Provider(
    name="OpenWeather",
    words=(
        "openweather",
        "openweathermap",
        "open weather map",
        "owm",
    ),
    rotate="https://home.openweathermap.org/api_keys",
    credentials=(
        Credential(
            id="openweather-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://openweathermap.org/appid",
        ),
    ),
)

_APPID = made_up("hex", 32, 411)

OPENWEATHER_APPID = TokenRule(
    id="openweather-appid",
    title="OpenWeather API key",
    why="Whoever reads it can use the service as its owner, and at their cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider=OPENWEATHER.name,
    role=Role.KEY,
    # The number of an app elsewhere is called so as well, and has another form; `appId` is a name
    # for that of others, as Agora's, which is no secret.
    pattern=r"""
        \b (?: appid | APPID ) ["'\])]{0,2} [ ]? [=:] [ ]? ["']? (?P<secret> [0-9a-f]{32} )
        (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        f"Revoke it at OpenWeather ({OPENWEATHER.rotate}).",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://openweathermap.org/appid",),
    invalid=(
        f"https://api.openweathermap.org/data/2.5/weather?q=Bonn&appid={_APPID}&units=metric",
        f'params = {{"q": city, "appid": "{_APPID}"}}',
    ),
    valid=(
        "https://api.openweathermap.org/data/2.5/weather?q=Bonn&appid={key}",
        f"appid=wx{made_up('hex', 16, 412)}",
    ),
)

PIRATE_WEATHER = Provider(
    name="Pirate Weather",
    words=(
        "pirateweather",
        "pirate weather",
    ),
    rotate="https://pirate-weather.apiable.io/",
    credentials=(
        Credential(
            id="pirate-weather-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32, 40),
            severity=Severity.MEDIUM,
            docs="https://docs.pirateweather.net/en/latest/API/",
        ),
    ),
)

STORMGLASS = Provider(
    name="Stormglass",
    words=("stormglass",),
    rotate="https://dashboard.stormglass.io/",
    credentials=(
        Credential(
            id="stormglass-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID + "-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            severity=Severity.MEDIUM,
            docs="https://docs.stormglass.io/#/authentication",
        ),
    ),
)

TOMORROW_IO = Provider(
    name="Tomorrow.io",
    words=(
        "tomorrow",
        "tomorrowio",
        "climacell",
    ),
    everyday=True,
    rotate="https://app.tomorrow.io/development/keys",
    credentials=(
        Credential(
            id="tomorrow-io-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://docs.tomorrow.io/reference/api-authentication",
        ),
    ),
)

VISUAL_CROSSING = Provider(
    name="Visual Crossing",
    words=(
        "visualcrossing",
        "visual crossing",
    ),
    rotate="https://www.visualcrossing.com/account",
    credentials=(
        Credential(
            id="visual-crossing-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(25),
            severity=Severity.MEDIUM,
            docs="https://www.visualcrossing.com/resources/documentation/weather-api/timeline-weather-api/",
        ),
    ),
)

WEATHERAPI_COM = Provider(
    name="WeatherAPI.com",
    words=(
        "weatherapi",
        "weather api",
    ),
    rotate="https://www.weatherapi.com/my/",
    credentials=(
        Credential(
            id="weatherapi-com-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-f]{29,31}",
            severity=Severity.MEDIUM,
            docs="https://www.weatherapi.com/docs/",
        ),
    ),
)

WEATHERBIT = Provider(
    name="Weatherbit",
    words=("weatherbit",),
    rotate="https://www.weatherbit.io/account/dashboard",
    credentials=(
        Credential(
            id="weatherbit-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://www.weatherbit.io/api",
        ),
    ),
)

WEATHERSTACK = Provider(
    name="Weatherstack",
    words=("weatherstack",),
    rotate="https://weatherstack.com/dashboard",
    credentials=(
        Credential(
            id="weatherstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://weatherstack.com/documentation",
        ),
    ),
)

WORLD_WEATHER_ONLINE = Provider(
    name="World Weather Online",
    words=(
        "worldweatheronline",
        "world weather",
    ),
    rotate="https://www.worldweatheronline.com/weather-api/my/",
    credentials=(
        Credential(
            id="world-weather-online-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-z]{29,31}",
            severity=Severity.MEDIUM,
            docs="https://www.worldweatheronline.com/weather-api/api/docs/",
        ),
    ),
)
