"""Keys of services that take payments."""

from leakguard.finding import Role, Severity
from leakguard.forms import base64url
from leakguard.rule import Credential, Provider

_ADYEN_DOCS = "https://docs.adyen.com/development-resources/api-credentials/"

ADYEN = Provider(
    name="Adyen",
    words=("adyen",),
    rotate=_ADYEN_DOCS,
    credentials=(
        Credential(
            id="adyen-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"AQE[a-z]hm[A-Za-z0-9+/]{70,120}={0,2}-[A-Za-z0-9+/]{43}=-[!\#-&(-_a-~]{16}",
            docs=_ADYEN_DOCS,
        ),
    ),
)

GOCARDLESS = Provider(
    name="GoCardless",
    words=(
        "gocardless",
        "go cardless",
    ),
    rotate="https://manage.gocardless.com/developers",
    credentials=(
        Credential(
            id="gocardless-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"live_[A-Za-z0-9_\-]{40}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://developer.gocardless.com/api-reference/",
        ),
        Credential(
            id="gocardless-sandbox-token",
            kind="access token of the sandbox",
            role=Role.TOKEN,
            pattern=r"sandbox_[A-Za-z0-9_\-]{40}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://developer.gocardless.com/api-reference/",
        ),
    ),
)

GUMROAD = Provider(
    name="Gumroad",
    words=("gumroad",),
    rotate="https://gumroad.com/settings/advanced",
    credentials=(
        Credential(
            id="gumroad-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=base64url(43),
            docs="https://gumroad.com/api",
        ),
    ),
)

CHECKOUT_COM = Provider(
    name="Checkout.com",
    words=("checkout",),
    everyday=True,
    rotate="https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
    credentials=(
        Credential(
            id="checkout-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            severity=Severity.CRITICAL,
            docs="https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
        ),
        Credential(
            id="checkout-current-secret-key",
            kind="secret key of the current form",
            role=Role.SECRET,
            pattern=r"sk_[a-z2-7]{26}[a-z2-7*\#$=]",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
        ),
        Credential(
            id="checkout-test-key",
            kind="secret key of the sandbox",
            role=Role.SECRET,
            pattern="""
                sk_test_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|sk_sbox_[a-z0-9]{26,28}
            """,
            severity=Severity.MEDIUM,
            docs="https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
        ),
        Credential(
            id="checkout-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="""
                pk_(?:test_)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|pk_sbox_[a-z0-9]{26,28}
            """,
            public=True,
            docs="https://www.checkout.com/docs/developer-resources/api/manage-api-keys",
        ),
    ),
)

PAYPAL = Provider(
    name="PayPal",
    words=(
        "paypal",
        "pay pal",
        "braintree",
    ),
    rotate="https://developer.paypal.com/dashboard/applications",
    credentials=(
        Credential(
            id="paypal-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=r"E[A-Za-z0-9_\-]{79}",
            severity=Severity.CRITICAL,
            docs="https://developer.paypal.com/api/rest/",
        ),
        Credential(
            id="paypal-access-token",
            kind="access token",
            role=Role.TOKEN,
            pattern=r"A21AA[A-Za-z0-9_\-]{80,110}",
            severity=Severity.MEDIUM,
            why="Whoever holds it is taken for its owner; it lasts for some hours.",
            docs="https://developer.paypal.com/api/rest/authentication/",
        ),
        Credential(
            id="braintree-access-token",
            kind="Braintree access token",
            role=Role.TOKEN,
            pattern=r"access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}",
            severity=Severity.CRITICAL,
            docs="https://developer.paypal.com/api/rest/",
        ),
        Credential(
            id="braintree-sandbox-token",
            kind="Braintree access token of the sandbox",
            role=Role.TOKEN,
            pattern=r"access_token\$sandbox\$[0-9a-z]{16}\$[0-9a-f]{32}",
            severity=Severity.MEDIUM,
            docs="https://developer.paypal.com/api/rest/",
        ),
    ),
)

PAYSTACK = Provider(
    name="Paystack",
    words=("paystack",),
    rotate="https://dashboard.paystack.com/#/settings/developers",
    credentials=(
        Credential(
            id="paystack-live-key",
            kind="live secret key",
            role=Role.SECRET,
            pattern="sk_live_[0-9a-f]{40}",
            severity=Severity.CRITICAL,
            docs="https://paystack.com/docs/api/authentication/",
        ),
        Credential(
            id="paystack-test-key",
            kind="test secret key",
            role=Role.SECRET,
            pattern="sk_test_[0-9a-f]{40}",
            severity=Severity.MEDIUM,
            docs="https://paystack.com/docs/api/authentication/",
        ),
        Credential(
            id="paystack-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="pk_(?:live|test)_[0-9a-f]{40}",
            public=True,
            docs="https://paystack.com/docs/api/authentication/",
        ),
    ),
)

_WEPAY_DOCS = "https://developer.wepay.com/docs/"

WEPAY = Provider(
    name="WePay",
    words=("wepay",),
    rotate=_WEPAY_DOCS,
    credentials=(
        Credential(
            id="wepay-access-token",
            kind="access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern="PRODUCTION_[0-9a-f]{64}",
            docs=_WEPAY_DOCS,
        ),
        Credential(
            id="wepay-stage-token",
            kind="access token of the stage",
            role=Role.TOKEN,
            severity=Severity.LOW,
            pattern="STAGE_[0-9a-f]{64}",
            docs=_WEPAY_DOCS,
        ),
    ),
)
