"""Tokens of services that build, test and check code."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

_SONAR_DOCS = "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"

SONAR = Provider(
    name="Sonar",
    words=("sonar", "sonarqube", "sonarcloud"),
    rotate=_SONAR_DOCS,
    credentials=(
        Credential(
            id="sonar-token",
            kind="user, project or global token",
            role=Role.TOKEN,
            pattern=r"sq[upa]_[0-9a-f]{40}",
            docs=_SONAR_DOCS,
        ),
        Credential(
            id="sonar-organization-token",
            kind="scoped organization token",
            role=Role.TOKEN,
            pattern=r"sqco_[A-Za-z0-9_\-]{30,100}",
            docs="https://docs.sonarsource.com/sonarqube-cloud/administering-sonarcloud/"
            "managing-organization/scoped-organization-tokens",
        ),
    ),
)

_OLD_TOKEN = made_up("hex", 40, 45)

SONAR_LOGIN = TokenRule(
    id="sonar-login",
    title="Sonar token of the old form",
    why="Whoever holds it is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="Sonar",
    role=Role.TOKEN,
    pattern=r"""
        (?i: sonar [a-z]{0,5} [._\-]? (?: login | token ) ) ["'\])]? [ ]{0,3} [=:,>\s]{1,4} [ ]{0,3}
        ["']? (?P<secret> [0-9a-f]{40} ) \b
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        f"Revoke it at Sonar ({_SONAR_DOCS}).",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=(_SONAR_DOCS,),
    invalid=(
        f"mvn sonar:sonar -Dsonar.login={_OLD_TOKEN}",
        f"property 'sonar.login', '{_OLD_TOKEN}'",
        f'$sonarLogin = "{_OLD_TOKEN}"',
    ),
    valid=("-Dsonar.login=$(SONAR_LOGIN)", f"sonar-scanner.tgz#{_OLD_TOKEN}"),
)

_SNYK_DOCS = "https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api"

SNYK = Provider(
    name="Snyk",
    words=("snyk",),
    rotate=_SNYK_DOCS,
    credentials=(
        Credential(
            id="snyk-access-token",
            kind="personal or service account token",
            role=Role.TOKEN,
            pattern=r"snyk_[us]at\.[A-Za-z0-9_\-.]{40,300}[A-Za-z0-9_\-]",
            docs="https://docs.snyk.io/snyk-api/authentication-for-api/personal-access-tokens-pats",
        ),
        Credential(
            id="snyk-app-credential",
            kind="app's client secret or refresh token",
            role=Role.SECRET,
            pattern=r"snyk_ (?: cs | rt ) _[A-Za-z0-9_\-]{40,120}_v1",
            docs="https://updates.snyk.io/",
        ),
        Credential(
            id="snyk-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            names=("token", "key", "apikey", "api"),
            docs=_SNYK_DOCS,
        ),
    ),
)

_CODE_CLIMATE_DOCS = "https://docs.codeclimate.com/docs/finding-your-test-coverage-token"

CODE_CLIMATE = Provider(
    name="Code Climate",
    words=("code climate",),
    rotate=_CODE_CLIMATE_DOCS,
    credentials=(
        Credential(
            id="code-climate-token",
            kind="access or repository token",
            role=Role.TOKEN,
            form=hexadecimal(40, 64),
            names=("token", "key"),
            docs=_CODE_CLIMATE_DOCS,
        ),
    ),
)

_REPORTER = made_up("hex", 64, 46)

CODE_CLIMATE_REPORTER = TokenRule(
    id="code-climate-reporter-id",
    title="Code Climate test reporter id",
    why="Whoever reads it can report test coverage for the repository.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    provider="Code Climate",
    role=Role.TOKEN,
    pattern=r"""
        CC_TEST_REPORTER_ID ["']? \]? [=:\s]{1,4} ["']? (?P<secret> [0-9a-f]{64} ) \b
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=("Regenerate it in the repository's settings, and pass it as a secret of the build.",),
    references=(_CODE_CLIMATE_DOCS,),
    invalid=(
        f"env:\n  CC_TEST_REPORTER_ID: {_REPORTER}\n",
        f"export CC_TEST_REPORTER_ID={_REPORTER}",
    ),
    valid=("CC_TEST_REPORTER_ID: ${{ secrets.CC_TEST_REPORTER_ID }}", f"sha256: {_REPORTER}"),
)

COVERALLS = Provider(
    name="Coveralls",
    words=("coveralls",),
    rotate="https://docs.coveralls.io/api-introduction",
    credentials=(
        Credential(
            id="coveralls-token",
            kind="repository or personal API token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{32,37}",
            docs="https://docs.coveralls.io/api-introduction",
        ),
    ),
)

_CIRCLECI_DOCS = "https://circleci.com/docs/managing-api-tokens/"

CIRCLECI = Provider(
    name="CircleCI",
    words=("circle ci", "circle token"),
    rotate=_CIRCLECI_DOCS,
    credentials=(
        Credential(
            id="circleci-access-token",
            kind="personal or project API token",
            role=Role.TOKEN,
            pattern=r"CCI (?: PAT | PRJ ) _[A-Za-z0-9]{22}_[0-9a-f]{40}",
            docs=_CIRCLECI_DOCS,
        ),
        Credential(
            id="circleci-legacy-token",
            kind="API token of the old form",
            role=Role.TOKEN,
            form=hexadecimal(40),
            names=("token",),
            docs=_CIRCLECI_DOCS,
        ),
    ),
)

_BUILDKITE_DOCS = "https://buildkite.com/docs/apis/managing-api-tokens"
_BUILDKITE_FORMS = "https://buildkite.com/docs/platform/security/tokens"

BUILDKITE = Provider(
    name="Buildkite",
    words=("buildkite",),
    rotate=_BUILDKITE_DOCS,
    credentials=(
        Credential(
            id="buildkite-api-token",
            kind="API access token",
            role=Role.TOKEN,
            pattern=r"bkua_[A-Za-z0-9]{40,60}",
            docs=_BUILDKITE_FORMS,
        ),
        Credential(
            id="buildkite-agent-token",
            kind="agent, agent session or unclustered agent token",
            role=Role.TOKEN,
            pattern=r"bk (?: aa | ar | ct ) _[A-Za-z0-9_\-]{60,90}",
            docs=_BUILDKITE_FORMS,
        ),
        Credential(
            id="buildkite-signed-token",
            kind="agent job or package registry token",
            role=Role.TOKEN,
            pattern=r"bk (?: aj | pt ) _[A-Za-z0-9_\-.]{150,600}",
            docs=_BUILDKITE_FORMS,
        ),
        Credential(
            id="buildkite-portal-token",
            kind="portal token or secret",
            role=Role.TOKEN,
            pattern=r"bkp (?: at | s ) _[A-Za-z0-9_\-]{48,70}",
            docs=_BUILDKITE_FORMS,
        ),
        Credential(
            id="buildkite-legacy-token",
            kind="API or agent token of the old form",
            role=Role.TOKEN,
            form=hexadecimal(40, 50),
            names=("token",),
            docs="https://buildkite.com/docs/agent/v3/tokens",
        ),
    ),
)

DRONE = Provider(
    name="Drone",
    words=("drone", "droneci"),
    everyday=True,
    rotate="https://docs.drone.io/cli/configure/",
    credentials=(
        Credential(
            id="drone-access-token",
            kind="access token or shared secret",
            role=Role.TOKEN,
            form=base62(32),
            names=("token", "secret"),
            docs="https://docs.drone.io/cli/configure/",
        ),
    ),
)

_POSTMAN_DOCS = "https://learning.postman.com/docs/reference/postman-api/authentication/"

POSTMAN = Provider(
    name="Postman",
    words=("postman",),
    rotate=_POSTMAN_DOCS,
    credentials=(
        Credential(
            id="postman-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}",
            docs=_POSTMAN_DOCS,
        ),
        Credential(
            id="postman-collection-key",
            kind="collection access key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"PMAT-[A-Z0-9]{26}",
            docs="https://learning.postman.com/docs/collaborating-in-postman/sharing/",
        ),
    ),
)
