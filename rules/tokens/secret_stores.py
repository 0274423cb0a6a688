"""Tokens of services that keep secrets and log people in."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, base64url
from leakguard.rule import PROVIDER, Credential, Provider, TokenRule

_VAULT_DOCS = "https://developer.hashicorp.com/vault/docs/concepts/tokens"

VAULT = Provider(
    name="HashiCorp Vault",
    words=("vault", "hashicorp", "hvac", "unseal"),
    rotate="https://developer.hashicorp.com/vault/docs/commands/token/revoke",
    credentials=(
        Credential(
            id="vault-service-token",
            kind="service token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"hvs\.[A-Za-z0-9_\-]{24,300}",
            docs=_VAULT_DOCS,
        ),
        Credential(
            id="vault-batch-token",
            kind="batch token",
            role=Role.TOKEN,
            pattern=r"hvb\.[A-Za-z0-9_\-]{24,600}",
            docs=_VAULT_DOCS,
        ),
        Credential(
            id="vault-recovery-token",
            kind="recovery token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"hvr\.[A-Za-z0-9_\-]{24,300}",
            docs=_VAULT_DOCS,
        ),
        Credential(
            id="vault-legacy-token",
            kind="token of the old form",
            role=Role.TOKEN,
            form=r"[sbr]\.[A-Za-z0-9_\-]{24,300} (?: \.[A-Za-z0-9]{5} )?",
            docs=_VAULT_DOCS,
        ),
        Credential(
            id="vault-root-token",
            kind="root token of a development server",
            role=Role.TOKEN,
            form=UUID,
            names=("token",),
            docs=_VAULT_DOCS,
        ),
        Credential(
            id="vault-secret-id",
            kind="AppRole secret id",
            role=Role.SECRET,
            form=UUID,
            names=("secret",),
            docs="https://developer.hashicorp.com/vault/docs/auth/approle",
        ),
    ),
)

_SHARE = made_up("base64", 44, 47)

VAULT_UNSEAL = TokenRule(
    id="vault-unseal-key",
    title="HashiCorp Vault unseal key",
    why="With enough of them, whoever reads them opens the vault and all that is in it.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    provider="HashiCorp Vault",
    role=Role.KEY,
    pattern=r"""
        (?i: unseal (?: [ _\-]? key s? (?: [ _\-]? [0-9]{1,2} )? (?: _b64 )? )? )
        [\s:="']{1,8} (?P<secret> [A-Za-z0-9+/]{44} | [A-Za-z0-9+/]{43}= )
        (?: $ | [^A-Za-z0-9+/=] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    advice=(
        "Rekey the vault, so that the old shares open nothing.",
        "Give each new share to one person, or let a cloud's key service unseal the vault.",
    ),
    references=(
        "https://developer.hashicorp.com/vault/docs/concepts/seal",
        "https://developer.hashicorp.com/vault/docs/commands/operator/rekey",
    ),
    invalid=(
        f"Unseal Key 1: {_SHARE}",
        f"vault operator unseal {_SHARE}",
        f'VAULT_UNSEAL_KEY="{_SHARE}"',
    ),
    valid=("vault operator unseal ${UNSEAL_KEY}", "Unseal Key 1: <key>"),
)

TERRAFORM = Provider(
    name="HCP Terraform",
    words=("terraform", "tfe", "hcp", "atlas"),
    rotate="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/"
    "api-tokens",
    credentials=(
        Credential(
            id="terraform-api-token",
            kind="API token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_\-]{60,70}",
            docs="https://developer.hashicorp.com/terraform/cloud-docs/"
            "users-teams-organizations/api-tokens",
        ),
        Credential(
            id="hcp-client-secret",
            kind="service principal secret",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            form=base64url(64),
            names=("client secret", "hcp secret"),
            docs="https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal",
        ),
    ),
)

CONSUL = Provider(
    name="HashiCorp Consul",
    words=("consul",),
    rotate="https://developer.hashicorp.com/consul/docs/security/acl/tokens",
    credentials=(
        Credential(
            id="consul-acl-token",
            kind="ACL token",
            role=Role.TOKEN,
            form=UUID,
            names=("token", "master", "agent"),
            docs="https://developer.hashicorp.com/consul/docs/security/acl/tokens",
        ),
    ),
)

NOMAD = Provider(
    name="HashiCorp Nomad",
    words=("nomad",),
    rotate="https://developer.hashicorp.com/nomad/docs/commands/acl/token/delete",
    credentials=(
        Credential(
            id="nomad-acl-token",
            kind="ACL token",
            role=Role.TOKEN,
            form=UUID,
            names=("token", "secret"),
            docs="https://developer.hashicorp.com/nomad/docs/concepts/acl",
        ),
    ),
)

_DOPPLER_DOCS = "https://docs.doppler.com/reference/auth-token-formats"
_DOPPLER_KINDS = (
    ("cli-token", "CLI token", r"ct\."),
    ("personal-token", "personal token", r"pt\."),
    ("service-token", "service token", r"st\. (?: [a-z0-9_\-]{2,35}\. )?"),
    ("service-account-token", "service account token", r"sa\."),
    ("scim-token", "SCIM token", r"scim\."),
    ("audit-token", "audit token", r"audit\."),
)

DOPPLER = Provider(
    name="Doppler",
    words=("doppler",),
    rotate="https://docs.doppler.com/docs/service-tokens",
    credentials=tuple(
        Credential(
            id=f"doppler-{rule}",
            kind=kind,
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            why="Whoever holds it can read secrets that the holder may read.",
            pattern=rf"dp\.{code}[A-Za-z0-9]{{40,44}}",
            docs=_DOPPLER_DOCS,
        )
        for rule, kind, code in _DOPPLER_KINDS
    ),
)

_ONE_PASSWORD_DOCS = "https://developer.1password.com/docs/service-accounts/security/"

ONE_PASSWORD = Provider(
    name="1Password",
    words=("1 password", "one password", "op"),
    rotate="https://developer.1password.com/docs/service-accounts/manage-service-accounts/",
    credentials=(
        Credential(
            id="one-password-service-account-token",
            kind="service account token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"ops_eyJ[A-Za-z0-9+/_\-]{250,1500} ={0,3}",
            tail=r"A-Za-z0-9_\-+/",
            docs=_ONE_PASSWORD_DOCS,
        ),
        Credential(
            id="one-password-secret-key",
            kind="account secret key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"A3-[A-Z0-9]{6}- (?: [A-Z0-9]{11} | [A-Z0-9]{6}-[A-Z0-9]{5} )"
            r"-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
            docs="https://support.1password.com/secret-key/",
        ),
    ),
)

_OKTA_DOCS = "https://developer.okta.com/docs/guides/create-an-api-token/main/"

OKTA = Provider(
    name="Okta",
    words=("okta", "ssws"),
    rotate="https://help.okta.com/en-us/content/topics/security/api.htm",
    credentials=(
        Credential(
            id="okta-api-token",
            kind="API token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"00[A-Za-z0-9_\-]{39}[A-Za-z0-9_]",
            near=True,
            docs=_OKTA_DOCS,
        ),
        Credential(
            id="okta-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base64url(40, 64),
            names=("secret",),
            docs="https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/",
        ),
    ),
)

_AUTH0_DOCS = "https://auth0.com/docs/get-started/applications/application-settings"

AUTH0 = Provider(
    name="Auth0",
    words=("auth0",),
    rotate="https://auth0.com/docs/get-started/applications/rotate-client-secret",
    credentials=(
        Credential(
            id="auth0-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base64url(64),
            names=("secret",),
            docs=_AUTH0_DOCS,
        ),
    ),
)

_BITWARDEN_DOCS = "https://bitwarden.com/help/access-tokens/"

BITWARDEN = Provider(
    name="Bitwarden",
    words=("bitwarden", "bws"),
    rotate=_BITWARDEN_DOCS,
    credentials=(
        Credential(
            id="bitwarden-access-token",
            kind="Secrets Manager access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            why="It opens every secret that its machine account may read, the key included.",
            pattern=rf"0\.{UUID}\.[A-Za-z0-9]{{30}}:[A-Za-z0-9+/]{{22}}==",
            docs=_BITWARDEN_DOCS,
        ),
    ),
)
