"""Keys of services for searching and sending."""

from leakguard.finding import Role
from leakguard.forms import hexadecimal
from leakguard.rule import Credential, Provider

ALGOLIA = Provider(
    name="Algolia",
    words=("algolia", "algoliasearch"),
    rotate="https://www.algolia.com/doc/guides/security/api-keys/",
    credentials=(
        Credential(
            id="algolia-admin-key",
            kind="admin API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://www.algolia.com/doc/guides/security/api-keys/",
        ),
        Credential(
            id="algolia-search-key",
            kind="search-only API key",
            role=Role.KEY,
            form=hexadecimal(32),
            names=("search",),
            public=True,
            docs="https://www.algolia.com/doc/guides/security/api-keys/",
        ),
    ),
)

SENDGRID = Provider(
    name="SendGrid",
    words=("sendgrid",),
    rotate="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    credentials=(
        Credential(
            id="sendgrid-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"SG\.[A-Za-z0-9_\-]{22}\.[A-Za-z0-9_\-]{43}",
            docs="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
        ),
    ),
)
