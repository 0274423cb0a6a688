"""Tokens of services that build, test and release software."""

from leakguard.finding import Role, Severity
from leakguard.forms import base64url, hexadecimal
from leakguard.rule import Credential, Provider

HARNESS = Provider(
    name="Harness",
    words=("harness",),
    rotate="https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys",
    credentials=(
        Credential(
            id="harness-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"[ps]at\.[A-Za-z0-9_\-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}",
            docs="https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys",
        ),
    ),
)

INFRACOST = Provider(
    name="Infracost",
    words=("infracost",),
    rotate="https://dashboard.infracost.io/",
    credentials=(
        Credential(
            id="infracost-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="ico-[A-Za-z0-9]{32}",
            docs="https://www.infracost.io/docs/",
        ),
    ),
)

LAUNCHDARKLY = Provider(
    name="LaunchDarkly",
    words=(
        "launchdarkly",
        "launch darkly",
        "ld api",
        "ld sdk",
        "ld relay",
    ),
    rotate="https://docs.launchdarkly.com/home/account/api",
    credentials=(
        Credential(
            id="launchdarkly-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://docs.launchdarkly.com/home/account/api",
        ),
        Credential(
            id="launchdarkly-sdk-key",
            kind="SDK key",
            role=Role.KEY,
            pattern="sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            near=True,
            docs="https://docs.launchdarkly.com/home/account/api",
        ),
        Credential(
            id="launchdarkly-relay-key",
            kind="Relay Proxy key",
            role=Role.KEY,
            pattern="rel-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            near=True,
            docs="https://launchdarkly.com/docs/sdk/relay-proxy/automatic-configuration",
        ),
        Credential(
            id="launchdarkly-mobile-key",
            kind="mobile key",
            role=Role.KEY,
            pattern="mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            near=True,
            public=True,
            docs="https://docs.launchdarkly.com/sdk/concepts/client-side-server-side",
        ),
    ),
)

OCTOPUS_DEPLOY = Provider(
    name="Octopus Deploy",
    words=(
        "octopus",
        "octopus deploy",
    ),
    rotate="https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
    credentials=(
        Credential(
            id="octopus-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="API-[A-Z0-9]{25,32}",
            docs="https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
        ),
    ),
)

TRAVIS_CI = Provider(
    name="Travis CI",
    words=(
        "travis",
        "travis ci",
    ),
    rotate="https://docs.travis-ci.com/api/",
    credentials=(
        Credential(
            id="travis-token",
            kind="API access token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{22}",
            docs="https://docs.travis-ci.com/api/",
        ),
    ),
)

CODEMAGIC = Provider(
    name="Codemagic",
    words=("codemagic",),
    rotate="https://docs.codemagic.io/rest-api/codemagic-rest-api/",
    credentials=(
        Credential(
            id="codemagic-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base64url(43),
            docs="https://docs.codemagic.io/rest-api/codemagic-rest-api/",
        ),
    ),
)

CLOUDSMITH = Provider(
    name="Cloudsmith",
    words=("cloudsmith",),
    rotate="https://help.cloudsmith.io/docs/api-key",
    credentials=(
        Credential(
            id="cloudsmith-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://help.cloudsmith.io/docs/api-key",
        ),
    ),
)

CLOJARS = Provider(
    name="Clojars",
    words=("clojars",),
    rotate="https://clojars.org/tokens",
    credentials=(
        Credential(
            id="clojars-deploy-token",
            kind="deploy token",
            role=Role.TOKEN,
            pattern="CLOJARS_[0-9a-f]{60}",
            severity=Severity.CRITICAL,
            why="Whoever holds it can publish what others run.",
            docs="https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
        ),
    ),
)

PACKAGECLOUD = Provider(
    name="packagecloud",
    words=("packagecloud",),
    rotate="https://packagecloud.io/docs/api",
    credentials=(
        Credential(
            id="packagecloud-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(48),
            docs="https://packagecloud.io/docs/api",
        ),
    ),
)

LOKALISE = Provider(
    name="Lokalise",
    words=("lokalise",),
    rotate="https://docs.lokalise.com/en/articles/1929556-api-tokens",
    credentials=(
        Credential(
            id="lokalise-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://developers.lokalise.com/reference/api-authentication",
        ),
    ),
)

CROWDIN = Provider(
    name="Crowdin",
    words=("crowdin",),
    rotate="https://support.crowdin.com/account-settings/",
    credentials=(
        Credential(
            id="crowdin-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=hexadecimal(80),
            docs="https://developer.crowdin.com/api/v2/",
        ),
    ),
)

PREFECT = Provider(
    name="Prefect",
    words=("prefect",),
    rotate="https://app.prefect.cloud/my/api-keys",
    credentials=(
        Credential(
            id="prefect-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="pn[ubt]_[A-Za-z0-9]{36}",
            docs="https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys",
        ),
    ),
)

PULUMI = Provider(
    name="Pulumi",
    words=("pulumi",),
    rotate="https://app.pulumi.com/account/tokens",
    credentials=(
        Credential(
            id="pulumi-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="pul-[0-9a-f]{40}",
            severity=Severity.CRITICAL,
            docs="https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
        ),
    ),
)

SCALINGO = Provider(
    name="Scalingo",
    words=("scalingo",),
    rotate="https://dashboard.scalingo.com/account/tokens",
    credentials=(
        Credential(
            id="scalingo-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"tk-us-[A-Za-z0-9_\-]{48}",
            docs="https://developers.scalingo.com/tokens",
        ),
    ),
)

JENKINS = Provider(
    name="Jenkins",
    words=("jenkins",),
    rotate="https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
    credentials=(
        Credential(
            id="jenkins-api-token",
            kind="API token",
            role=Role.TOKEN,
            form="11[0-9a-f]{32}",
            docs="https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
        ),
    ),
)
