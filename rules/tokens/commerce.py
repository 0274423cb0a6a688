"""Keys of services that take money and sell."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, small
from leakguard.rule import Credential, Provider

ASAAS = Provider(
    name="Asaas",
    words=("asaas",),
    rotate="https://www.asaas.com/",
    credentials=(
        Credential(
            id="asaas-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="aact_(?:prod_|hmlg_)?[A-Za-z0-9+/:]{100,250}={0,2}",
            severity=Severity.CRITICAL,
            docs="https://docs.asaas.com/docs/authentication-2",
        ),
    ),
)

FLUTTERWAVE = Provider(
    name="Flutterwave",
    words=(
        "flutterwave",
        "flw",
    ),
    rotate="https://dashboard.flutterwave.com/settings/apis",
    credentials=(
        Credential(
            id="flutterwave-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="FLWSECK-[0-9a-f]{32}-(?:[0-9a-z]{8,16}-)?X",
            severity=Severity.CRITICAL,
            docs="https://developer.flutterwave.com/docs/",
        ),
        Credential(
            id="flutterwave-test-secret-key",
            kind="test secret key",
            role=Role.SECRET,
            pattern="FLWSECK_TEST-[0-9a-f]{32}-X",
            severity=Severity.MEDIUM,
            docs="https://developer.flutterwave.com/docs/",
        ),
        Credential(
            id="flutterwave-public-key",
            kind="public key",
            role=Role.KEY,
            pattern="FLWPUBK(?:_TEST)?-[0-9a-f]{32}-X",
            public=True,
            docs="https://developer.flutterwave.com/docs/",
        ),
        Credential(
            id="flutterwave-encryption-key",
            kind="encryption key",
            role=Role.SECRET,
            pattern="FLWSECK_TEST[0-9a-f]{12}",
            severity=Severity.MEDIUM,
            docs="https://developer.flutterwave.com/docs/",
        ),
    ),
)

PADDLE = Provider(
    name="Paddle",
    words=("paddle",),
    rotate="https://vendors.paddle.com/authentication-v2",
    credentials=(
        Credential(
            id="paddle-api-key",
            kind="live API key",
            role=Role.KEY,
            pattern="pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
            severity=Severity.CRITICAL,
            docs="https://developer.paddle.com/api-reference/about/authentication/",
        ),
        Credential(
            id="paddle-sandbox-api-key",
            kind="sandbox API key",
            role=Role.KEY,
            pattern="pdl_sdbx_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
            severity=Severity.MEDIUM,
            docs="https://developer.paddle.com/api-reference/about/authentication/",
        ),
        Credential(
            id="paddle-legacy-api-key",
            kind="API key of before May 2025",
            role=Role.KEY,
            form=small(50),
            severity=Severity.CRITICAL,
            docs="https://developer.paddle.com/api-reference/about/authentication/",
        ),
        Credential(
            id="paddle-webhook-secret",
            kind="webhook secret",
            role=Role.SECRET,
            pattern="pdl_ntfset_[a-z0-9]{26}_[A-Za-z0-9+/]{32}",
            docs="https://developer.paddle.com/api-reference/about/authentication/",
        ),
    ),
)

PAGAR_ME = Provider(
    name="Pagar.me",
    words=(
        "pagarme",
        "pagar me",
    ),
    rotate="https://dash.pagar.me/",
    credentials=(
        Credential(
            id="pagar-me-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="(?:sk|ak_live)_[A-Za-z0-9]{16,30}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://docs.pagar.me/docs/chaves-de-acesso",
        ),
        Credential(
            id="pagar-me-test-secret-key",
            kind="test secret key",
            role=Role.SECRET,
            pattern="(?:sk|ak)_test_[A-Za-z0-9]{16,30}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://docs.pagar.me/docs/chaves-de-acesso",
        ),
    ),
)

PAYMONGO = Provider(
    name="PayMongo",
    words=("paymongo",),
    rotate="https://dashboard.paymongo.com/developers",
    credentials=(
        Credential(
            id="paymongo-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_live_[A-Za-z0-9]{24}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://developers.paymongo.com/docs/authentication",
        ),
        Credential(
            id="paymongo-test-secret-key",
            kind="test secret key",
            role=Role.SECRET,
            pattern="sk_test_[A-Za-z0-9]{24}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://developers.paymongo.com/docs/authentication",
        ),
    ),
)

POLAR = Provider(
    name="Polar",
    words=("polar",),
    rotate="https://polar.sh/docs/integrate/oat",
    credentials=(
        Credential(
            id="polar-organization-token",
            kind="organization access token",
            role=Role.TOKEN,
            pattern="polar_oat_[A-Za-z0-9]{40,50}",
            severity=Severity.CRITICAL,
            docs="https://polar.sh/docs",
        ),
        Credential(
            id="polar-token",
            kind="access token",
            role=Role.TOKEN,
            pattern="polar_(?:pat|at_u|at_o|rt_u|rt_o|cs|whs)_[A-Za-z0-9]{30,50}",
            docs="https://polar.sh/docs",
        ),
    ),
)

RAZORPAY = Provider(
    name="Razorpay",
    words=("razorpay",),
    rotate="https://dashboard.razorpay.com/app/website-app-settings/api-keys",
    credentials=(
        Credential(
            id="razorpay-key-secret",
            kind="key secret",
            role=Role.SECRET,
            form=base62(24),
            names=("secret",),
            severity=Severity.CRITICAL,
            docs="https://razorpay.com/docs/api/authentication/",
        ),
        Credential(
            id="razorpay-live-key-id",
            kind="live key id",
            role=Role.KEY,
            pattern="rzp_live_[A-Za-z0-9]{14}",
            severity=Severity.MEDIUM,
            docs="https://razorpay.com/docs/api/authentication/",
        ),
        Credential(
            id="razorpay-test-key-id",
            kind="test key id",
            role=Role.KEY,
            pattern="rzp_test_[A-Za-z0-9]{14}",
            severity=Severity.LOW,
            docs="https://razorpay.com/docs/api/authentication/",
        ),
    ),
)
