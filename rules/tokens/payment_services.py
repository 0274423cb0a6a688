"""Keys of services that take payments, bill for them, and speak with banks; and of shops."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID
from leakguard.rule import Credential, Provider

_KLARNA = "https://docs.klarna.com/api/authentication/"
_MERCADO = "https://www.mercadopago.com.br/developers/en/docs/your-integrations/credentials"
_MIDTRANS = "https://docs.midtrans.com/docs/midtrans-account"
_MOLLIE = "https://docs.mollie.com/reference/authentication"
_REVENUECAT = "https://www.revenuecat.com/docs/projects/authentication"
_WOO = "https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication"
_XENDIT = "https://docs.xendit.co/docs/api-keys"

MOLLIE = Provider(
    name="Mollie",
    words=("mollie",),
    rotate=_MOLLIE,
    credentials=(
        Credential(
            id="mollie-live-api-key",
            kind="live API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern="live_[A-Za-z0-9]{30}",
            near=True,
            docs=_MOLLIE,
        ),
        Credential(
            id="mollie-test-api-key",
            kind="test API key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern="test_[A-Za-z0-9]{30}",
            near=True,
            sandbox=True,
            docs=_MOLLIE,
        ),
        Credential(
            id="mollie-access-token",
            kind="organization or app access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern="access_[A-Za-z0-9]{30,64}",
            near=True,
            docs=_MOLLIE,
        ),
    ),
)

XENDIT = Provider(
    name="Xendit",
    words=("xendit",),
    rotate=_XENDIT,
    credentials=(
        Credential(
            id="xendit-secret-key",
            kind="secret API key",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            pattern="xnd_production_[A-Za-z0-9]{40,80}",
            docs=_XENDIT,
        ),
        Credential(
            id="xendit-test-secret-key",
            kind="secret API key for tests",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            pattern="xnd_development_[A-Za-z0-9]{40,80}",
            sandbox=True,
            docs=_XENDIT,
        ),
        Credential(
            id="xendit-public-key",
            kind="public API key",
            role=Role.KEY,
            pattern="xnd_public_(?:production|development)_[A-Za-z0-9]{30,80}",
            public=True,
            docs=_XENDIT,
        ),
    ),
)

MIDTRANS = Provider(
    name="Midtrans",
    words=("midtrans",),
    rotate=_MIDTRANS,
    credentials=(
        Credential(
            id="midtrans-server-key",
            kind="server key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"Mid-server-[A-Za-z0-9_\-]{20,28}",
            docs=_MIDTRANS,
        ),
        Credential(
            id="midtrans-sandbox-server-key",
            kind="server key of the sandbox",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"SB-Mid-server-[A-Za-z0-9_\-]{20,28}",
            sandbox=True,
            docs=_MIDTRANS,
        ),
        Credential(
            id="midtrans-client-key",
            kind="client key",
            role=Role.KEY,
            pattern=r"(?:SB-)?Mid-client-[A-Za-z0-9_\-]{14,24}",
            public=True,
            docs=_MIDTRANS,
        ),
    ),
)

MERCADO_PAGO = Provider(
    name="Mercado Pago",
    words=("mercadopago", "mercado pago", "mercado libre", "mercadolibre"),
    rotate=_MERCADO,
    credentials=(
        Credential(
            id="mercado-pago-access-token",
            kind="access token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            pattern="APP_USR-[0-9]{10,16}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{6,12}",
            docs=_MERCADO,
        ),
        Credential(
            id="mercado-pago-test-access-token",
            kind="access token for tests",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            pattern="TEST-[0-9]{10,16}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{6,12}",
            sandbox=True,
            docs=_MERCADO,
        ),
        Credential(
            id="mercado-pago-public-key",
            kind="public key",
            role=Role.KEY,
            pattern=rf"(?:APP_USR|TEST)-{UUID}",
            near=True,
            public=True,
            docs=_MERCADO,
        ),
    ),
)

KLARNA = Provider(
    name="Klarna",
    words=("klarna",),
    rotate=_KLARNA,
    credentials=(
        Credential(
            id="klarna-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"klarna_live_api_[A-Za-z0-9_\-]{100,240}",
            docs=_KLARNA,
        ),
        Credential(
            id="klarna-test-api-key",
            kind="API key for tests",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern=r"klarna_test_api_[A-Za-z0-9_\-]{100,240}",
            sandbox=True,
            docs=_KLARNA,
        ),
        Credential(
            id="klarna-client-id",
            kind="client identifier",
            role=Role.KEY,
            pattern=r"klarna_(?:live|test)_client_[A-Za-z0-9_\-]{100,240}",
            public=True,
            docs=_KLARNA,
        ),
    ),
)

REVENUECAT = Provider(
    name="RevenueCat",
    words=("revenuecat", "rc api"),
    rotate=_REVENUECAT,
    credentials=(
        Credential(
            id="revenuecat-secret-key",
            kind="secret API key",
            role=Role.SECRET,
            pattern="sk_[A-Za-z0-9]{24,40}",
            near=True,
            docs=_REVENUECAT,
        ),
        Credential(
            id="revenuecat-public-key",
            kind="public app API key",
            role=Role.KEY,
            pattern="(?:appl|goog|amzn|strp|mac|rcb|rcb_sb|test)_[A-Za-z0-9]{26,32}",
            near=True,
            public=True,
            docs=_REVENUECAT,
        ),
    ),
)

WOOCOMMERCE = Provider(
    name="WooCommerce",
    words=("woocommerce", "wc api"),
    rotate=_WOO,
    credentials=(
        Credential(
            id="woocommerce-consumer-key",
            kind="consumer key",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            pattern="ck_[0-9a-f]{40}",
            why="It identifies the client; together with its secret it opens the shop.",
            docs=_WOO,
        ),
        Credential(
            id="woocommerce-consumer-secret",
            kind="consumer secret",
            role=Role.SECRET,
            pattern="cs_[0-9a-f]{40}",
            docs=_WOO,
        ),
    ),
)
