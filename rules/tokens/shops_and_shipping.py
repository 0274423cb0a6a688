"""Keys of services that sell, and ship what was sold."""

from leakguard.finding import Role, Severity
from leakguard.rule import Credential, Provider

LOB = Provider(
    name="Lob",
    words=("lob",),
    everyday=True,
    rotate="https://dashboard.lob.com/settings/api-keys",
    credentials=(
        Credential(
            id="lob-live-key",
            kind="live API key",
            role=Role.KEY,
            pattern="live_[0-9a-f]{35}",
            near=True,
            docs="https://help.lob.com/account-management/api-keys",
        ),
        Credential(
            id="lob-test-key",
            kind="test API key",
            role=Role.KEY,
            pattern="test_[0-9a-f]{35}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://help.lob.com/account-management/api-keys",
        ),
        Credential(
            id="lob-publishable-key",
            kind="publishable API key",
            role=Role.KEY,
            pattern="(?:live|test)_pub_[0-9a-f]{31}",
            public=True,
            docs="https://help.lob.com/account-management/api-keys",
        ),
    ),
)

SHIPPO = Provider(
    name="Shippo",
    words=("shippo",),
    rotate="https://apps.goshippo.com/settings/api",
    credentials=(
        Credential(
            id="shippo-live-token",
            kind="live API token",
            role=Role.TOKEN,
            pattern="shippo_live_[0-9a-f]{40}",
            docs="https://docs.goshippo.com/docs/guides_general/authentication/",
        ),
        Credential(
            id="shippo-test-token",
            kind="test API token",
            role=Role.TOKEN,
            pattern="shippo_test_[0-9a-f]{40}",
            severity=Severity.MEDIUM,
            docs="https://docs.goshippo.com/docs/guides_general/authentication/",
        ),
    ),
)

DUFFEL = Provider(
    name="Duffel",
    words=("duffel",),
    rotate="https://app.duffel.com/tokens",
    credentials=(
        Credential(
            id="duffel-live-token",
            kind="live access token",
            role=Role.TOKEN,
            pattern=r"duffel_live_[A-Za-z0-9_\-]{43}",
            severity=Severity.CRITICAL,
            docs="https://duffel.com/docs/api/overview/test-your-integration",
        ),
        Credential(
            id="duffel-test-token",
            kind="test access token",
            role=Role.TOKEN,
            pattern=r"duffel_test_[A-Za-z0-9_\-]{43}",
            severity=Severity.MEDIUM,
            docs="https://duffel.com/docs/api/overview/test-your-integration",
        ),
    ),
)

EASYPOST = Provider(
    name="EasyPost",
    words=(
        "easypost",
        "easy post",
    ),
    rotate="https://www.easypost.com/account/api-keys",
    credentials=(
        Credential(
            id="easypost-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="EZAK[A-Za-z0-9]{54}",
            docs="https://docs.easypost.com/docs/authentication",
        ),
        Credential(
            id="easypost-test-key",
            kind="test API key",
            role=Role.KEY,
            pattern="EZTK[A-Za-z0-9]{54}",
            severity=Severity.MEDIUM,
            docs="https://docs.easypost.com/docs/authentication",
        ),
    ),
)

COMMERCE_JS = Provider(
    name="Commerce.js",
    words=(
        "commercejs",
        "commerce js",
        "chec",
    ),
    rotate="https://commercejs.com/docs/",
    credentials=(
        Credential(
            id="commercejs-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_(?:test_)?[0-9a-f]{38,44}",
            near=True,
            docs="https://commercejs.com/docs/",
        ),
        Credential(
            id="commercejs-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="pk_(?:test_)?[0-9a-f]{38,44}",
            near=True,
            public=True,
            docs="https://commercejs.com/docs/",
        ),
    ),
)
