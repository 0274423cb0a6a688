"""Keys of services that sell goods and tickets."""

from leakguard.finding import Role, Severity
from leakguard.forms import base62, hexadecimal, small
from leakguard.rule import Credential, Provider

AMADEUS = Provider(
    name="Amadeus",
    words=("amadeus",),
    rotate="https://developers.amadeus.com/my-apps",
    credentials=(
        Credential(
            id="amadeus-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/API-Keys/authorization/",
        ),
        Credential(
            id="amadeus-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=base62(16),
            names=("secret",),
            docs="https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/API-Keys/authorization/",
        ),
    ),
)

BRAINTREE = Provider(
    name="Braintree",
    words=(
        "braintree",
        "braintreepayments",
    ),
    rotate="https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials",
    credentials=(
        Credential(
            id="braintree-private-key",
            kind="private key",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=(
                "private",
                "secret",
            ),
            severity=Severity.CRITICAL,
            docs="https://developer.paypal.com/braintree/docs/start/hello-server",
        ),
    ),
)

ETSY = Provider(
    name="Etsy",
    words=("etsy",),
    rotate="https://www.etsy.com/developers/your-apps",
    credentials=(
        Credential(
            id="etsy-api-key",
            kind="API keystring",
            role=Role.KEY,
            form=small(24),
            severity=Severity.MEDIUM,
            docs="https://developers.etsy.com/documentation/essentials/authentication",
        ),
    ),
)

FLEXPORT = Provider(
    name="Flexport",
    words=("flexport",),
    rotate="https://core.flexport.com/admin/api_credentials",
    credentials=(
        Credential(
            id="flexport-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"shltm_[A-Za-z0-9_\-]{40}",
            docs="https://apidocs.flexport.com/",
        ),
    ),
)

FLIGHTAPI = Provider(
    name="FlightAPI",
    words=(
        "flightapi",
        "flight api",
    ),
    rotate="https://api.flightapi.io/",
    credentials=(
        Credential(
            id="flightapi-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(24),
            severity=Severity.MEDIUM,
            docs="https://docs.flightapi.io/",
        ),
    ),
)

FREEMIUS = Provider(
    name="Freemius",
    words=("freemius",),
    rotate="https://dashboard.freemius.com/",
    credentials=(
        Credential(
            id="freemius-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_[A-Za-z0-9]{29}",
            near=True,
            docs="https://freemius.com/help/documentation/",
        ),
    ),
)

LOYVERSE = Provider(
    name="Loyverse",
    words=("loyverse",),
    rotate="https://r.loyverse.com/dashboard/#/integrations/tokens",
    credentials=(
        Credential(
            id="loyverse-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://developer.loyverse.com/docs/",
        ),
    ),
)

MOONCLERK = Provider(
    name="Moonclerk",
    words=("moonclerk",),
    rotate="https://app.moonclerk.com/settings/general",
    credentials=(
        Credential(
            id="moonclerk-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://github.com/moonclerk/developer",
        ),
    ),
)

ONFLEET = Provider(
    name="Onfleet",
    words=("onfleet",),
    rotate="https://onfleet.com/dashboard#/settings/integrations/api",
    credentials=(
        Credential(
            id="onfleet-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.onfleet.com/reference/authentication",
        ),
    ),
)

SNIPCART = Provider(
    name="Snipcart",
    words=("snipcart",),
    rotate="https://app.snipcart.com/dashboard/account/credentials",
    credentials=(
        Credential(
            id="snipcart-secret-key",
            kind="secret API key",
            role=Role.SECRET,
            pattern="S_[A-Za-z0-9]{60,80}",
            near=True,
            docs="https://docs.snipcart.com/v3/api-reference/authentication",
        ),
    ),
)

TICKETMASTER = Provider(
    name="Ticketmaster",
    words=("ticketmaster",),
    rotate="https://developer-acct.ticketmaster.com/user/login",
    credentials=(
        Credential(
            id="ticketmaster-api-key",
            kind="consumer key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://developer.ticketmaster.com/products-and-docs/apis/getting-started/",
        ),
    ),
)

TICKET_TAILOR = Provider(
    name="Ticket Tailor",
    words=(
        "tickettailor",
        "ticket tailor",
    ),
    rotate="https://app.tickettailor.com/box-office/api",
    credentials=(
        Credential(
            id="ticket-tailor-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk_[0-9]{2,8}_[0-9]{2,8}_[0-9a-f]{32}",
            docs="https://developers.tickettailor.com/docs/intro/",
        ),
    ),
)

TRAVELPAYOUTS = Provider(
    name="Travelpayouts",
    words=("travelpayouts",),
    rotate="https://www.travelpayouts.com/developers/api",
    credentials=(
        Credential(
            id="travelpayouts-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=hexadecimal(32),
            docs="https://travelpayouts.github.io/slate/",
        ),
    ),
)
