"""Keys of services that build and test software."""

from leakguard.candidate import Shape
from leakguard.examples import made_up_from
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base64url, hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

APP_CENTER = Provider(
    name="App Center",
    words=(
        "appcenter",
        "app center",
    ),
    rotate="https://appcenter.ms/settings/apitokens",
    credentials=(
        Credential(
            id="app-center-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://learn.microsoft.com/en-us/appcenter/api-docs/",
        ),
    ),
)

BITRISE = Provider(
    name="Bitrise",
    words=("bitrise",),
    rotate="https://app.bitrise.io/me/account/security",
    credentials=(
        Credential(
            id="bitrise-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=base64url(86),
            docs="https://devcenter.bitrise.io/en/accounts/personal-access-tokens.html",
        ),
    ),
)

_RECORD_KEY = made_up_from(UUID, 1)

CYPRESS_OPTION = TokenRule(
    id="cypress-record-option",
    title="Cypress Cloud record key of a command",
    why="Whoever reads it can record runs in the project, at its cost.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    provider="Cypress Cloud",
    role=Role.KEY,
    pattern=rf"""
        \b cypress [^\n;&|#]{{0,160}} [ ] --key [ =] ["']? (?P<secret> {UUID} )
        (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        "Remove it in the project's settings of Cypress Cloud, and make another one.",
        "Set CYPRESS_RECORD_KEY in the environment of the pipeline: then the option is not needed.",
    ),
    references=("https://docs.cypress.io/cloud/account-management/projects",),
    invalid=(
        f"npx cypress run --record --key {_RECORD_KEY} --parallel",
        f'"e2e": "cypress run --key={_RECORD_KEY} --record"',
    ),
    valid=(
        "npx cypress run --record --key $CYPRESS_RECORD_KEY",
        "npx cypress run --record --key <record key>",
    ),
)

CYPRESS_CLOUD = Provider(
    name="Cypress Cloud",
    words=("cypress",),
    everyday=True,
    rotate="https://docs.cypress.io/cloud/account-management/projects#Record-key",
    credentials=(
        Credential(
            id="cypress-cloud-record-key",
            kind="record key",
            role=Role.KEY,
            form=UUID,
            names=("record",),
            severity=Severity.MEDIUM,
            docs="https://docs.cypress.io/cloud/account-management/projects",
        ),
    ),
)

KNAPSACK_PRO = Provider(
    name="Knapsack Pro",
    words=(
        "knapsackpro",
        "knapsack pro",
        "knapsack",
    ),
    rotate="https://knapsackpro.com/dashboard",
    credentials=(
        Credential(
            id="knapsack-pro-test-suite-token",
            kind="test suite API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://docs.knapsackpro.com/jest/reference/#environment-variables",
        ),
    ),
)

MERGIFY = Provider(
    name="Mergify",
    words=("mergify",),
    rotate="https://docs.mergify.com/api/usage",
    credentials=(
        Credential(
            id="mergify-ci-token",
            kind="application key",
            role=Role.KEY,
            pattern="mka_[A-Za-z0-9]{60,80}",
            near=True,
            docs="https://docs.mergify.com/api/usage",
        ),
    ),
)

PERCY = Provider(
    name="Percy",
    words=("percy",),
    rotate="https://docs.percy.io/docs/environment-variables",
    credentials=(
        Credential(
            id="percy-token",
            kind="project token",
            role=Role.TOKEN,
            form="(?:(?:web|app|auto|ss|vmw|res)_)?[0-9a-f]{64}",
            severity=Severity.MEDIUM,
            docs="https://www.browserstack.com/docs/percy",
        ),
    ),
)

SAUCE_LABS = Provider(
    name="Sauce Labs",
    words=(
        "sauce",
        "saucelabs",
        "sauce labs",
    ),
    rotate="https://app.saucelabs.com/user-settings",
    credentials=(
        Credential(
            id="sauce-labs-access-key",
            kind="access key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/",
        ),
    ),
)

SCRUTINIZER = Provider(
    name="Scrutinizer",
    words=(
        "scrutinizer",
        "scrutinizerci",
    ),
    rotate="https://scrutinizer-ci.com/profile/applications",
    credentials=(
        Credential(
            id="scrutinizer-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(64),
            docs="https://scrutinizer-ci.com/docs/api/",
        ),
    ),
)

SOURCERY = Provider(
    name="Sourcery",
    words=("sourcery",),
    rotate="https://sourcery.ai/dashboard/profile",
    credentials=(
        Credential(
            id="sourcery-token",
            kind="token",
            role=Role.TOKEN,
            pattern="user_[0-9a-f]{96}",
            docs="https://docs.sourcery.ai/",
        ),
    ),
)

TEAMCITY = Provider(
    name="TeamCity",
    words=("teamcity",),
    rotate="https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html",
    credentials=(
        Credential(
            id="teamcity-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_\-]{36}\.[A-Za-z0-9_\-]{48}",
            docs="https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html",
        ),
    ),
)

TESTINGBOT = Provider(
    name="TestingBot",
    words=("testingbot",),
    rotate="https://testingbot.com/members/user/edit",
    credentials=(
        Credential(
            id="testingbot-secret",
            kind="API secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://testingbot.com/support/api",
        ),
    ),
)
