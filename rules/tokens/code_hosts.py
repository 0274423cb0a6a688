"""Tokens of code hosts."""

from leakguard.finding import Confidence, Role, Severity
from leakguard.formats.checksums import has_crc32, with_crc32
from leakguard.forms import base62, hexadecimal
from leakguard.rule import Credential, Provider

_GITHUB_DOCS = (
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/"
    "about-authentication-to-github#githubs-token-formats"
)


def _github(rule: str, kind: str, prefix: str, length: int = 36) -> Credential:
    return Credential(
        id=rule,
        kind=kind,
        role=Role.TOKEN,
        pattern=rf"{prefix}_[A-Za-z0-9]{{{length}}}",
        checksum=has_crc32,
        complete=with_crc32,
        docs=_GITHUB_DOCS,
    )


GITHUB = Provider(
    name="GitHub",
    words=("github", "gh token", "gh pat"),
    rotate="https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/"
    "token-expiration-and-revocation",
    credentials=(
        _github("github-personal-access-token", "personal access token", "ghp"),
        _github("github-oauth-token", "OAuth access token", "gho"),
        _github("github-user-to-server-token", "app user-to-server token", "ghu"),
        _github("github-server-to-server-token", "app server-to-server token", "ghs"),
        Credential(
            id="github-stateless-installation-token",
            kind="app installation token that says what it is for",
            role=Role.TOKEN,
            pattern=r"""
                ghs_[0-9]{1,12}_
                eyJ[A-Za-z0-9_\-]{16,200}\.eyJ[A-Za-z0-9_\-]{40,800}\.[A-Za-z0-9_\-]{40,700}
            """,
            docs=_GITHUB_DOCS,
        ),
        _github("github-refresh-token", "app refresh token", "ghr", 76),
        Credential(
            id="github-fine-grained-token",
            kind="fine-grained personal access token",
            role=Role.TOKEN,
            pattern=r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
            docs=_GITHUB_DOCS,
        ),
        Credential(
            id="github-legacy-token",
            kind="personal access token or client secret of the old form",
            role=Role.TOKEN,
            form=hexadecimal(40),
            names=("token", "secret", "pat", "oauth", "password"),
            docs="https://github.blog/changelog/"
            "2021-03-31-authentication-token-format-updates-are-generally-available",
        ),
        Credential(
            id="github-legacy-installation-token",
            kind="installation token of the old form",
            role=Role.TOKEN,
            form=rf"v1\.{hexadecimal(40)}",
            docs="https://github.blog/changelog/"
            "2021-03-31-authentication-token-format-updates-are-generally-available",
        ),
    ),
)

_GITLAB_KINDS = (
    # https://docs.gitlab.com/security/tokens/#token-prefixes
    ("personal-access-token", "personal, project or group access token", "glpat-"),
    ("oauth-secret", "OAuth application secret", "gloas-"),
    ("deploy-token", "deploy token", "gldt-"),
    ("runner-token", "runner authentication token", "glrtr?-"),
    ("job-token", "CI/CD job token", "glcbt-"),
    ("trigger-token", "pipeline trigger token", "glptt-"),
    ("feed-token", "feed token", "glft-"),
    ("incoming-mail-token", "incoming mail token", "glimt-"),
    ("agent-token", "agent for Kubernetes token", "glagent-"),
    ("scim-token", "SCIM token", "glsoat-"),
    ("feature-flags-token", "feature flags client token", "glffct-"),
    ("workspace-token", "workspace token", "glwt-"),
)

GITLAB = Provider(
    name="GitLab",
    words=("gitlab",),
    rotate="https://docs.gitlab.com/security/tokens/",
    credentials=(
        *(
            Credential(
                id=f"gitlab-{rule}",
                kind=kind,
                role=Role.SECRET if rule == "oauth-secret" else Role.TOKEN,
                # What is behind the dots routes the token; its last part is a length and a CRC.
                pattern=rf"{prefix} [A-Za-z0-9_\-]{{20,300}} (?: \.[0-9a-z]{{2}}\.[0-9a-z]{{9}} )?",
                docs="https://docs.gitlab.com/security/tokens/#token-prefixes",
            )
            for rule, kind, prefix in _GITLAB_KINDS
        ),
        Credential(
            id="gitlab-runner-registration-token",
            kind="runner registration token",
            role=Role.TOKEN,
            pattern=r"GR1348941[A-Za-z0-9_\-]{20}",
            docs="https://docs.gitlab.com/security/tokens/#token-prefixes",
        ),
        Credential(
            id="gitlab-session-cookie",
            kind="session cookie",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"_gitlab_session=[0-9a-f]{32}",
            docs="https://docs.gitlab.com/security/tokens/#token-prefixes",
        ),
        Credential(
            id="gitlab-legacy-token",
            kind="token of the old form",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9_\-]{20}",
            names=("token", "pat"),
            docs="https://docs.gitlab.com/security/tokens/",
        ),
    ),
)

BITBUCKET = Provider(
    name="Bitbucket",
    words=("bitbucket",),
    rotate="https://support.atlassian.com/bitbucket-cloud/docs/revoke-an-app-password/",
    credentials=(
        Credential(
            id="bitbucket-app-password",
            kind="app password",
            role=Role.PASSWORD,
            pattern=r"ATBB[A-Za-z0-9]{32}",
            docs="https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
        ),
        Credential(
            id="bitbucket-access-token",
            kind="repository, project or workspace access token",
            role=Role.TOKEN,
            pattern=r"ATCTT3xFfG[A-Za-z0-9_\-]{40,300} (?: =[0-9A-F]{8} )?",
            docs="https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
        ),
        Credential(
            id="bitbucket-oauth-secret",
            kind="OAuth consumer secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs="https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/",
        ),
    ),
)

_SOURCEGRAPH_DOCS = "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token"

SOURCEGRAPH = Provider(
    name="Sourcegraph",
    words=("sourcegraph",),
    rotate=_SOURCEGRAPH_DOCS,
    credentials=(
        Credential(
            id="sourcegraph-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"sgp_ (?: local_ | [0-9a-f]{16}_ )? [0-9a-f]{40}",
            docs=_SOURCEGRAPH_DOCS,
        ),
        Credential(
            id="sourcegraph-gateway-token",
            kind="user gateway, subscription or license token",
            role=Role.TOKEN,
            pattern=r"(?: sgd_ | sgs_ | slk_ )[0-9a-f]{64}",
            docs=_SOURCEGRAPH_DOCS,
        ),
        Credential(
            id="sourcegraph-legacy-token",
            kind="access token of the old form",
            role=Role.TOKEN,
            form=hexadecimal(40),
            names=("token",),
            confidence=Confidence.LOW,
            docs=_SOURCEGRAPH_DOCS,
        ),
    ),
)
