"""Keys of companies that take payments and run shops."""

from leakguard.finding import Role, Severity
from leakguard.rule import Credential, Provider

_STRIPE_DOCS = "https://docs.stripe.com/keys"
_BODY = "[A-Za-z0-9]{20,247}"

STRIPE = Provider(
    name="Stripe",
    words=("stripe",),
    rotate="https://docs.stripe.com/keys#rolling-keys",
    credentials=(
        Credential(
            id="stripe-secret-key",
            kind="secret key",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            why="Whoever reads it can charge, refund and pay out in the account's name.",
            pattern=rf"sk_live_{_BODY}",
            docs=_STRIPE_DOCS,
        ),
        Credential(
            id="stripe-test-secret-key",
            kind="secret key for tests",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            why="It moves no money, but reads and changes what the account's test mode holds.",
            pattern=rf"sk_test_{_BODY}",
            docs=_STRIPE_DOCS,
        ),
        Credential(
            id="stripe-restricted-key",
            kind="restricted key",
            role=Role.KEY,
            pattern=rf"rk_live_{_BODY}",
            docs="https://docs.stripe.com/keys/restricted-api-keys",
        ),
        Credential(
            id="stripe-test-restricted-key",
            kind="restricted key for tests",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=rf"rk_test_{_BODY}",
            docs="https://docs.stripe.com/keys/restricted-api-keys",
        ),
        Credential(
            id="stripe-organization-key",
            kind="organization key",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            pattern=rf"sk_org_ (?: live_ | test_ )? {_BODY}",
            docs="https://docs.stripe.com/keys",
        ),
        Credential(
            id="stripe-webhook-secret",
            kind="webhook signing secret",
            role=Role.SECRET,
            why="Whoever reads it can send the application events that Stripe never sent.",
            pattern=r"whsec_[A-Za-z0-9+/]{32,64}",
            docs="https://docs.stripe.com/webhooks",
        ),
        Credential(
            id="stripe-publishable-key",
            kind="publishable key",
            role=Role.KEY,
            public=True,
            pattern=rf"pk_ (?: live | test ) _{_BODY}",
            docs=_STRIPE_DOCS,
        ),
    ),
)

_SQUARE_DOCS = "https://developer.squareup.com/docs/build-basics/access-tokens"
_SQUARE_OAUTH_DOCS = "https://developer.squareup.com/docs/oauth-api/overview"

SQUARE = Provider(
    name="Square",
    words=("square", "squareup"),
    everyday=True,
    rotate=_SQUARE_DOCS,
    credentials=(
        Credential(
            id="square-access-token",
            kind="access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"sq0atp-[A-Za-z0-9_\-]{22}",
            docs=_SQUARE_DOCS,
        ),
        Credential(
            id="square-oauth-secret",
            kind="OAuth application secret",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            pattern=r"sq0csp-[A-Za-z0-9_\-]{43}",
            docs=_SQUARE_OAUTH_DOCS,
        ),
        Credential(
            id="square-sandbox-token",
            kind="access token or secret of the sandbox",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern=r"sandbox-sq0 (?: atb-[A-Za-z0-9_\-]{22} | csb-[A-Za-z0-9_\-]{43} )",
            docs=_SQUARE_DOCS,
        ),
        Credential(
            id="square-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern=r"EAAA[A-Za-z0-9_\-]{60}",
            near=True,
            docs=_SQUARE_DOCS,
        ),
        Credential(
            id="square-application-id",
            kind="application id",
            role=Role.KEY,
            public=True,
            pattern=r"(?: sandbox- )? sq0id[pb]-[A-Za-z0-9_\-]{22}",
            docs=_SQUARE_OAUTH_DOCS,
        ),
    ),
)

_SHOPIFY_DOCS = "https://shopify.dev/docs/apps/build/authentication-authorization"
_SHOPIFY_KINDS = (
    # https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing
    ("access-token", "admin API access token", "shpat_", Role.TOKEN, Severity.CRITICAL),
    ("custom-app-token", "custom app access token", "shpca_", Role.TOKEN, Severity.CRITICAL),
    ("private-app-password", "private app password", "shppa_", Role.PASSWORD, Severity.CRITICAL),
    ("user-token", "user access token", "shpua_", Role.TOKEN, Severity.HIGH),
    ("shared-secret", "app shared secret", "shpss_", Role.SECRET, Severity.HIGH),
    ("theme-access-password", "theme access password", "shptka_", Role.PASSWORD, Severity.HIGH),
)

SHOPIFY = Provider(
    name="Shopify",
    words=("shopify", "myshopify"),
    rotate="https://shopify.dev/docs/apps/build/authentication-authorization/"
    "client-secrets/rotate-revoke-client-credentials",
    credentials=(
        *(
            Credential(
                id=f"shopify-{rule}",
                kind=kind,
                role=role,
                severity=severity,
                pattern=rf"{prefix}[0-9a-fA-F]{{32}}",
                docs=_SHOPIFY_DOCS,
            )
            for rule, kind, prefix, role, severity in _SHOPIFY_KINDS
        ),
        Credential(
            id="shopify-partner-api-token",
            kind="Partner API token",
            role=Role.TOKEN,
            pattern=r"prtapi_[0-9a-f]{32}",
            docs="https://shopify.dev/docs/api/partner",
        ),
        Credential(
            id="shopify-storefront-token",
            kind="Storefront API access token",
            role=Role.TOKEN,
            form=r"[0-9a-f]{32}",
            names=("storefront",),
            public=True,
            docs="https://shopify.dev/docs/api/usage/authentication",
        ),
    ),
)
