"""Keys of services that send mail and text messages."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

_MAILCHIMP_DOCS = "https://mailchimp.com/help/about-api-keys/"

MAILCHIMP = Provider(
    name="Mailchimp",
    words=("mailchimp",),
    rotate=_MAILCHIMP_DOCS,
    credentials=(
        Credential(
            id="mailchimp-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"[0-9a-f]{32}-us[0-9]{1,2}",
            docs=_MAILCHIMP_DOCS,
        ),
    ),
)

MANDRILL = Provider(
    name="Mandrill",
    words=("mandrill", "mandrillapp"),
    rotate="https://mailchimp.com/developer/transactional/guides/quick-start/",
    credentials=(
        Credential(
            id="mandrill-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"(?: md- )? [A-Za-z0-9_\-]{22}",
            docs="https://mailchimp.com/developer/transactional/guides/quick-start/",
        ),
    ),
)

_MAILGUN_DOCS = "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth"

MAILGUN = Provider(
    name="Mailgun",
    words=("mailgun",),
    rotate="https://help.mailgun.com/hc/en-us/articles/"
    "203380100-Where-can-I-find-my-API-keys-and-SMTP-credentials",
    credentials=(
        Credential(
            id="mailgun-api-key",
            kind="private API key",
            role=Role.KEY,
            pattern=r"key-[0-9a-f]{32}",
            docs=_MAILGUN_DOCS,
        ),
        Credential(
            id="mailgun-sending-key",
            kind="API key or sending key",
            role=Role.KEY,
            form=r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}",
            docs=_MAILGUN_DOCS,
        ),
        Credential(
            id="mailgun-signing-key",
            kind="webhook signing key",
            role=Role.KEY,
            form=hexadecimal(32),
            names=("webhook", "signing"),
            docs="https://documentation.mailgun.com/docs/mailgun/user-manual/tracking-messages/",
        ),
        Credential(
            id="mailgun-public-key",
            kind="public validation key",
            role=Role.KEY,
            public=True,
            pattern=r"pubkey-[0-9a-f]{32}",
            docs=_MAILGUN_DOCS,
        ),
    ),
)

_BREVO_DOCS = "https://developers.brevo.com/docs/getting-started"

BREVO = Provider(
    name="Brevo",
    words=("brevo", "sendinblue"),
    rotate="https://help.brevo.com/hc/en-us/articles/209467485",
    credentials=(
        Credential(
            id="brevo-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
            docs=_BREVO_DOCS,
        ),
        Credential(
            id="brevo-smtp-key",
            kind="SMTP key",
            role=Role.PASSWORD,
            pattern=r"xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
            docs="https://developers.brevo.com/docs/smtp-integration",
        ),
    ),
)

_TWILIO_DOCS = "https://www.twilio.com/docs/iam/api-keys"

TWILIO = Provider(
    name="Twilio",
    words=("twilio",),
    rotate="https://www.twilio.com/docs/iam/api-keys/keys-in-console",
    credentials=(
        Credential(
            id="twilio-api-key",
            kind="API key id",
            role=Role.KEY,
            severity=Severity.MEDIUM,
            why="It names a key of the account; with its secret it may do all that the key may.",
            pattern=r"SK[0-9a-f]{32}",
            near=True,
            docs=_TWILIO_DOCS,
        ),
        Credential(
            id="twilio-auth-token",
            kind="auth token",
            role=Role.TOKEN,
            severity=Severity.CRITICAL,
            form=hexadecimal(32),
            names=("token", "auth", "authtoken", "secret", "password"),
            docs="https://www.twilio.com/docs/usage/requests-to-twilio",
        ),
        Credential(
            id="twilio-api-key-secret",
            kind="API key secret",
            role=Role.SECRET,
            form=base62(32),
            names=("secret",),
            docs=_TWILIO_DOCS,
        ),
        Credential(
            id="twilio-account-sid",
            kind="account id",
            role=Role.KEY,
            public=True,
            pattern=r"AC[0-9a-f]{32}",
            near=True,
            docs="https://www.twilio.com/docs/glossary/what-is-a-sid",
        ),
    ),
)

MESSAGEBIRD = Provider(
    name="MessageBird",
    words=("messagebird", "message bird"),
    rotate="https://developers.messagebird.com/quickstarts/",
    credentials=(
        Credential(
            id="messagebird-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"(?: live_ )? [A-Za-z0-9]{25}",
            docs="https://developers.messagebird.com/api/",
        ),
        Credential(
            id="messagebird-signing-key",
            kind="signing key",
            role=Role.KEY,
            form=base64url(32),
            names=("signing",),
            docs="https://developers.messagebird.com/api/",
        ),
    ),
)
