"""Keys of services that bill, speak with banks, prove who somebody is, and run shops."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, UUID, base62, base64url, hexadecimal, small
from leakguard.rule import Credential, Provider, service

_PAYMOB = "https://developers.paymob.com/paymob-docs"

CHARGEBEE = service(
    "Chargebee",
    "https://www.chargebee.com/docs/api_keys.html",
    "chargebee",
    pattern="(?:live|test)_[A-Za-z0-9]{28,40}",
    near=True,
    severity=Severity.CRITICAL,
)
CREEM = service(
    "Creem",
    "https://docs.creem.io/api-reference/introduction",
    "creem",
    pattern="creem_(?:test_)?[A-Za-z0-9]{20,32}",
)
RECURLY = service(
    "Recurly",
    "https://docs.recurly.com/recurly-subscriptions/docs/api-keys",
    "recurly",
    form=hexadecimal(32),
)
BIGCOMMERCE = service(
    "BigCommerce",
    "https://developer.bigcommerce.com/docs/start/authentication/api-accounts",
    "bigcommerce",
    role=Role.TOKEN,
    form=small(31),
)
DWOLLA = service(
    "Dwolla",
    "https://developers.dwolla.com/docs/auth",
    "dwolla",
    form=base62(50),
)
BREX = service(
    "Brex",
    "https://developer.brex.com/docs/authentication/",
    "brex",
    role=Role.TOKEN,
    pattern="bxt_[A-Za-z0-9]{24,80}",
    severity=Severity.CRITICAL,
)
MERCURY = service(
    "Mercury",
    "https://docs.mercury.com/docs/getting-started",
    "mercury",
    role=Role.TOKEN,
    pattern=r"secret-token:mercury_(?:production|sandbox)_[A-Za-z0-9_\-]{30,80}",
    severity=Severity.CRITICAL,
)
TRUELAYER = service(
    "TrueLayer",
    "https://docs.truelayer.com/docs/set-up-console",
    "truelayer",
    role=Role.SECRET,
)
YAPILY = service(
    "Yapily", "https://docs.yapily.com/guides/applications/overview", "yapily", role=Role.SECRET
)
TINK = service(
    "Tink", "https://docs.tink.com/api-setup", "tink", role=Role.SECRET, form=hexadecimal(32)
)
SALT_EDGE = service(
    "Salt Edge", "https://docs.saltedge.com/v6/", "saltedge", "salt edge", role=Role.SECRET
)
LITHIC = service("Lithic", "https://docs.lithic.com/docs/authentication", "lithic", form=UUID)
MARQETA = service(
    "Marqeta", "https://www.marqeta.com/docs/core-api/authentication", "marqeta", role=Role.TOKEN
)
MODERN_TREASURY = service(
    "Modern Treasury",
    "https://docs.moderntreasury.com/platform/reference/authentication",
    "modern treasury",
    pattern=r"(?:live|test)-[A-Za-z0-9]{40,60}",
    near=True,
    also=(
        Credential(
            id="modern-treasury-other-key",
            kind="API key in another form",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://docs.moderntreasury.com/platform/reference/authentication",
        ),
    ),
)
BASIS_THEORY = service(
    "Basis Theory",
    "https://developers.basistheory.com/docs/api/authentication",
    "basis theory",
    "basistheory",
    pattern=r"key_(?:prod|test)_[a-z]{2}_pvt_[A-Za-z0-9]{22}(?:\.[0-9a-f]{32})?",
    also=(
        Credential(
            id="basis-theory-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            pattern="key_[A-Za-z0-9]{22}",
            near=True,
            docs="https://developers.basistheory.com/docs/api/authentication",
        ),
    ),
)
EVERVAULT = service(
    "Evervault",
    "https://docs.evervault.com/security/authentication",
    "evervault",
    pattern=r"ev:key:[0-9]:[A-Za-z0-9+/=:_\-]{40,120}",
)
VERIFF = service(
    "Veriff",
    "https://devdocs.veriff.com/docs/authentication-and-authorization",
    "veriff",
    form=UUID,
)
ONFIDO = service(
    "Onfido",
    "https://documentation.onfido.com/api/latest/#authentication",
    "onfido",
    role=Role.TOKEN,
    pattern=r"api_(?:live|sandbox)(?:_(?:us|ca))?\.[A-Za-z0-9_\-]{11}\.[A-Za-z0-9_\-]{32}",
)
AFTERSHIP = service(
    "AfterShip",
    "https://www.aftership.com/docs/tracking/quickstart/authentication",
    "aftership",
    pattern="as(?:at|k)_[0-9a-f]{32}",
    near=True,
    also=(
        Credential(
            id="aftership-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=UUID,
            docs="https://www.aftership.com/docs/tracking/quickstart/authentication",
        ),
    ),
)
PAYMOB = service(
    "Paymob",
    _PAYMOB,
    "paymob",
    severity=Severity.CRITICAL,
    also=(
        Credential(
            id="paymob-secret-key",
            kind="secret key",
            role=Role.SECRET,
            severity=Severity.CRITICAL,
            pattern="(?:egy|sau|are|omn|pak)_sk_live_[0-9a-f]{64}",
            docs=_PAYMOB,
        ),
        Credential(
            id="paymob-test-secret-key",
            kind="secret key for tests",
            role=Role.SECRET,
            severity=Severity.LOW,
            sandbox=True,
            pattern="(?:egy|sau|are|omn|pak)_sk_test_[0-9a-f]{64}",
            docs=_PAYMOB,
        ),
    ),
)
CONEKTA = service(
    "Conekta",
    "https://developers.conekta.com/docs/api-keys-producci%C3%B3n",
    "conekta",
    pattern="key_[A-Za-z0-9]{22,24}",
    near=True,
)
CULQI = service(
    "Culqi",
    "https://docs.culqi.com/es/documentacion/pagos-online/recursos/llaves",
    "culqi",
    pattern="sk_(?:live|test)_[A-Za-z0-9]{16}",
    near=True,
)
CASHFREE = service(
    "Cashfree",
    "https://www.cashfree.com/docs/api-reference/authentication",
    "cashfree",
    pattern="cfsk_ma_(?:prod|test)_[0-9a-f]{32}_[0-9a-f]{8}",
)
PAYU = service(
    "PayU", "https://docs.payu.in/docs/generate-merchant-key-and-salt-on-payu-dashboard", "payu"
)
ADYEN_HMAC = Provider(
    name="Adyen",
    words=("adyen",),
    rotate="https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/",
    credentials=(
        Credential(
            id="adyen-hmac-key",
            kind="HMAC key of webhooks",
            role=Role.SECRET,
            form="[0-9A-F]{64}",
            names=("hmac",),
            docs="https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/",
        ),
    ),
)
PADDLE_CLIENT = Provider(
    name="Paddle",
    words=("paddle",),
    rotate="https://developer.paddle.com/paddlejs/client-side-tokens",
    credentials=(
        Credential(
            id="paddle-client-token",
            kind="client-side token",
            role=Role.TOKEN,
            pattern="(?:live|test)_[0-9a-f]{27}",
            near=True,
            public=True,
            docs="https://developer.paddle.com/paddlejs/client-side-tokens",
        ),
    ),
)
SEZZLE = service(
    "Sezzle",
    "https://docs.sezzle.com/docs/api/core/authentication",
    "sezzle",
    pattern="sz_pr_[A-Za-z0-9]{32}",
    near=True,
)
COMMERCETOOLS = service(
    "commercetools",
    "https://docs.commercetools.com/api/authorization",
    "commercetools",
    "ctp client",
    role=Role.SECRET,
    form=base64url(32),
)
MEDUSA = service(
    "Medusa",
    "https://docs.medusajs.com/resources/commerce-modules/api-key/concepts",
    "medusa",
    pattern="sk_[0-9a-f]{64}",
    near=True,
)
