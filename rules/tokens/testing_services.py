"""Tokens of services that test software and watch its quality."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

CODACY = Provider(
    name="Codacy",
    words=("codacy",),
    rotate="https://docs.codacy.com/codacy-api/api-tokens/",
    credentials=(
        Credential(
            id="codacy-api-token",
            kind="account API token",
            role=Role.TOKEN,
            form=base62(20),
            docs="https://docs.codacy.com/codacy-api/api-tokens/",
        ),
        Credential(
            id="codacy-project-token",
            kind="project API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.codacy.com/codacy-api/api-tokens/",
        ),
    ),
)

CODECOV = Provider(
    name="Codecov",
    words=("codecov",),
    rotate="https://docs.codecov.com/docs/codecov-tokens",
    credentials=(
        Credential(
            id="codecov-upload-token",
            kind="upload token",
            role=Role.TOKEN,
            form=UUID,
            severity=Severity.MEDIUM,
            docs="https://docs.codecov.com/docs/codecov-tokens",
        ),
    ),
)

STACKHAWK = Provider(
    name="StackHawk",
    words=(
        "stackhawk",
        "hawk",
    ),
    rotate="https://app.stackhawk.com/settings/apikeys",
    credentials=(
        Credential(
            id="stackhawk-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"hawk\.[A-Za-z0-9_\-]{20}\.[A-Za-z0-9_\-]{20}",
            docs="https://app.stackhawk.com/settings/apikeys",
        ),
    ),
)

DEPENDENCY_TRACK = Provider(
    name="Dependency-Track",
    words=(
        "dependency track",
        "dtrack",
    ),
    rotate="https://docs.dependencytrack.org/integrations/rest-api/",
    credentials=(
        Credential(
            id="dependency-track-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="odt_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32,36}",
            docs="https://docs.dependencytrack.org/integrations/rest-api/",
        ),
    ),
)

BROWSERSTACK = Provider(
    name="BrowserStack",
    words=("browserstack",),
    rotate="https://www.browserstack.com/accounts/profile",
    credentials=(
        Credential(
            id="browserstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=base62(20),
            docs="https://www.browserstack.com/docs/automate/api-reference/selenium/introduction",
        ),
    ),
)

BITBAR = Provider(
    name="Bitbar",
    words=("bitbar",),
    rotate="https://cloud.bitbar.com/",
    credentials=(
        Credential(
            id="bitbar-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://support.smartbear.com/bitbar/docs/en/index.html",
        ),
    ),
)

BLAZEMETER = Provider(
    name="BlazeMeter",
    words=("blazemeter",),
    rotate="https://help.blazemeter.com/docs/guide/api-blazemeter-api-keys.html",
    credentials=(
        Credential(
            id="blazemeter-api-secret",
            kind="API key's secret",
            role=Role.SECRET,
            form=OPAQUE,
            docs="https://help.blazemeter.com/docs/guide/api-blazemeter-api-keys.html",
        ),
    ),
)
