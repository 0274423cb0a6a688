"""Keys of services that send and receive mail."""

from leakguard.finding import Role, Severity
from leakguard.forms import JWT, UUID, capital, hexadecimal, small
from leakguard.rule import Credential, Provider

CUSTOMER_IO = Provider(
    name="Customer.io",
    words=(
        "customerio",
        "customer io",
    ),
    rotate="https://fly.customer.io/settings/api_credentials",
    credentials=(
        Credential(
            id="customer-io-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(20, 32),
            docs="https://docs.customer.io/accounts-and-workspaces/managing-credentials/",
        ),
    ),
)

GETRESPONSE = Provider(
    name="GetResponse",
    words=(
        "getresponse",
        "get response",
    ),
    rotate="https://app.getresponse.com/api",
    credentials=(
        Credential(
            id="getresponse-api-key",
            kind="API key",
            role=Role.KEY,
            form=small(32),
            docs="https://apidocs.getresponse.com/v3/authentication/",
        ),
    ),
)

LOOPS = Provider(
    name="Loops",
    words=("loops",),
    everyday=True,
    rotate="https://app.loops.so/settings?page=api",
    credentials=(
        Credential(
            id="loops-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://loops.so/docs/api-reference/intro",
        ),
    ),
)

MAILBOXVALIDATOR = Provider(
    name="MailboxValidator",
    words=("mailboxvalidator",),
    rotate="https://www.mailboxvalidator.com/dashboard",
    credentials=(
        Credential(
            id="mailboxvalidator-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(20),
            docs="https://www.mailboxvalidator.com/api-single-validation",
        ),
    ),
)

MAILERLITE = Provider(
    name="MailerLite",
    words=(
        "mailerlite",
        "mailer lite",
    ),
    rotate="https://dashboard.mailerlite.com/integrations/api",
    credentials=(
        Credential(
            id="mailerlite-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://developers.mailerlite.com/docs/",
        ),
        Credential(
            id="mailerlite-legacy-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developers.mailerlite.com/docs/",
        ),
    ),
)

MAILERSEND = Provider(
    name="MailerSend",
    words=("mailersend",),
    rotate="https://app.mailersend.com/api-tokens",
    credentials=(
        Credential(
            id="mailersend-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"mlsn\.[0-9a-f]{64}",
            docs="https://www.mailersend.com/help/managing-api-tokens",
        ),
    ),
)

MAILJET = Provider(
    name="Mailjet",
    words=(
        "mailjet",
        "mailjetbasic",
        "mj api",
        "mj apikey",
    ),
    rotate="https://app.mailjet.com/account/apikeys",
    credentials=(
        Credential(
            id="mailjet-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=(
                "secret",
                "private",
            ),
            docs="https://dev.mailjet.com/email/reference/overview/authentication/",
        ),
        Credential(
            id="mailjet-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.MEDIUM,
            docs="https://dev.mailjet.com/email/reference/overview/authentication/",
        ),
        Credential(
            id="mailjet-sms-token",
            kind="SMS token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            names=(
                "sms",
                "token",
            ),
            docs="https://dev.mailjet.com/email/reference/overview/authentication/",
        ),
    ),
)

MAILMODO = Provider(
    name="Mailmodo",
    words=("mailmodo",),
    rotate="https://manage.mailmodo.com/",
    credentials=(
        Credential(
            id="mailmodo-api-key",
            kind="API key",
            role=Role.KEY,
            form="[A-Z0-9]{7}(?:-[A-Z0-9]{7}){3}",
            docs="https://www.mailmodo.com/developers/",
        ),
    ),
)

MAILSAC = Provider(
    name="Mailsac",
    words=("mailsac",),
    rotate="https://mailsac.com/api-keys",
    credentials=(
        Credential(
            id="mailsac-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="k_[A-Za-z0-9]{36,42}",
            docs="https://mailsac.com/docs/api/",
        ),
    ),
)

MOOSEND = Provider(
    name="Moosend",
    words=("moosend",),
    rotate="https://www.moosend.com/",
    credentials=(
        Credential(
            id="moosend-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://docs.moosend.com/api-documentation/articles/KnowledgeBase/54552-Authenticate-a-Moosend-API-request",
        ),
    ),
)

OMNISEND = Provider(
    name="Omnisend",
    words=("omnisend",),
    rotate="https://app.omnisend.com/#/my-account/integrations/api-keys",
    credentials=(
        Credential(
            id="omnisend-api-key",
            kind="API key",
            role=Role.KEY,
            form="[0-9a-f]{24}-[A-Za-z0-9]{50}",
            docs="https://api-docs.omnisend.com/reference/authentication",
        ),
    ),
)

PEPIPOST = Provider(
    name="Pepipost",
    words=(
        "pepipost",
        "netcore",
    ),
    rotate="https://app.pepipost.com/",
    credentials=(
        Credential(
            id="pepipost-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://developers.pepipost.com/",
        ),
    ),
)

RESEND = Provider(
    name="Resend",
    words=("resend",),
    rotate="https://resend.com/api-keys",
    credentials=(
        Credential(
            id="resend-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}",
            docs="https://resend.com/docs/dashboard/api-keys/introduction",
        ),
    ),
)

SMTP2GO = Provider(
    name="SMTP2GO",
    words=("smtp2go",),
    rotate="https://app.smtp2go.com/settings/apikeys/",
    credentials=(
        Credential(
            id="smtp2go-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="api-[0-9A-F]{32}",
            docs="https://support.smtp2go.com/hc/en-gb/articles/20733554340249-API-Keys",
        ),
    ),
)

SPARKPOST = Provider(
    name="SparkPost",
    words=("sparkpost",),
    rotate="https://app.sparkpost.com/account/api-keys",
    credentials=(
        Credential(
            id="sparkpost-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://developers.sparkpost.com/api/",
        ),
    ),
)
