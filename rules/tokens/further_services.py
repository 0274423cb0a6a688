"""Keys of further services for developers, of most of which no page says how their keys look."""

from leakguard.finding import Role
from leakguard.forms import UUID, base62, base64, hexadecimal
from leakguard.rule import Credential, Provider, service

BITTREX = service(
    "Bittrex",
    "https://bittrex.github.io/api/v3",
    "bittrex",
    form=hexadecimal(32),
    also=(
        Credential(
            id="bittrex-secret-key",
            kind="secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://bittrex.github.io/api/v3",
        ),
    ),
)
OPENSTACK = service(
    "OpenStack",
    "https://docs.openstack.org/keystone/latest/user/application_credentials.html",
    "openstack",
    "os application",
    role=Role.SECRET,
    form=r"[A-Za-z0-9_\-]{86}",
)
NAMESILO = service(
    "NameSilo",
    "https://www.namesilo.com/api-reference",
    "namesilo",
    form=hexadecimal(20, 21, 22, 23, 24),
)
CLOUDNS = service(
    "ClouDNS", "https://www.cloudns.net/wiki/article/42/", "cloudns", role=Role.SECRET
)
DYNADOT = service("Dynadot", "https://www.dynadot.com/domain/api-document", "dynadot")
CHERRY_SERVERS = service(
    "Cherry Servers", "https://api.cherryservers.com/doc/", "cherryservers", "cherry auth"
)
CYBERARK = service(
    "CyberArk Conjur",
    "https://docs.cyberark.com/conjur-open-source/latest/en/content/operations/services/authentication-api-key.htm",
    "conjur",
    "cyberark",
)
CHECKMARX = service(
    "Checkmarx",
    "https://docs.checkmarx.com/en/34965-188712-creating-api-keys.html",
    "checkmarx",
    "cx apikey",
)
DASHLANE = service(
    "Dashlane",
    "https://cli.dashlane.com/business/authenticate",
    "dashlane",
    role=Role.TOKEN,
)
YODLEE = service(
    "Yodlee",
    "https://developer.yodlee.com/resources/yodlee/client-credential-user-guide",
    "yodlee",
    role=Role.SECRET,
    form=base62(32),
)
PAYCHEX = service(
    "Paychex", "https://developer.paychex.com/documentation", "paychex", role=Role.SECRET
)
SMARTRECRUITERS = service(
    "SmartRecruiters",
    "https://developers.smartrecruiters.com/docs/authentication",
    "smartrecruiters",
    role=Role.TOKEN,
)
BREEZY = service(
    "Breezy HR", "https://developer.breezy.hr/reference/overview", "breezy hr", role=Role.TOKEN
)
TIDIO = service("Tidio", "https://developers.tidio.com/docs/openapi-authorization", "tidio")
OLARK = service("Olark", "https://www.olark.com/help/webhooks", "olark")
ZOOMINFO = service(
    "ZoomInfo",
    "https://api-docs.zoominfo.com/#authentication",
    "zoominfo",
)
LUSHA = service("Lusha", "https://docs.lusha.com/apis/openapi", "lusha", form=UUID)
SNOV = service(
    "Snov.io", "https://snov.io/api#Authentication", "snov", role=Role.SECRET, form=hexadecimal(32)
)
SALEOR = service(
    "Saleor",
    "https://docs.saleor.io/api-usage/authentication",
    "saleor",
    role=Role.TOKEN,
    form=base62(30),
)
PRESTASHOP = service(
    "PrestaShop",
    "https://devdocs.prestashop-project.org/9/webservice/getting-started/",
    "prestashop",
    form=r"[A-Z0-9]{32}",
)
MAGENTO = service(
    "Adobe Commerce (Magento)",
    "https://developer.adobe.com/commerce/webapi/get-started/authentication/gs-authentication-token/",
    "magento",
    role=Role.TOKEN,
    form=r"[a-z0-9]{32}",
)
VTEX = service(
    "VTEX",
    "https://developers.vtex.com/docs/guides/api-authentication-using-api-keys",
    "vtex",
    "vtexappkey",
    "vtex api",
    role=Role.TOKEN,
)
SQUARESPACE = service(
    "Squarespace",
    "https://developers.squarespace.com/commerce-apis/authentication-and-permissions",
    "squarespace",
    form=UUID,
)
MINTLIFY = service(
    "Mintlify",
    "https://www.mintlify.com/docs/api-reference/introduction",
    "mintlify",
    # No underscore among the first four: `mint_dsc_` is the public key of the assistant.
    pattern=r"mint_[A-Za-z0-9]{4}[A-Za-z0-9_\-]{16,56}",
    near=True,
    also=(
        Credential(
            id="mintlify-assistant-key",
            kind="key of the assistant",
            role=Role.KEY,
            pattern=r"mint_dsc_[A-Za-z0-9_\-]{16,56}",
            near=True,
            public=True,
            docs="https://www.mintlify.com/docs/api-reference/introduction",
        ),
    ),
)
ARCHBEE = service("Archbee", "https://www.archbee.com/docs/archbee-api", "archbee")
TRACKJS = service(
    "TrackJS",
    "https://docs.trackjs.com/data-api/",
    "trackjs",
    form=hexadecimal(32),
    names=("key", "secret"),
    also=(
        Credential(
            id="trackjs-token",
            kind="token of the browser agent",
            role=Role.TOKEN,
            form=hexadecimal(32),
            names=("token",),
            public=True,
            docs="https://docs.trackjs.com/browser-agent/installation/",
        ),
    ),
)
USERBACK = service("Userback", "https://docs.userback.io/reference/getting-started", "userback")
CHRONOSPHERE = service(
    "Chronosphere",
    "https://docs.chronosphere.io/administer/accounts-teams/service-accounts",
    "chronosphere",
    role=Role.TOKEN,
    form=hexadecimal(64),
)
BASELIME = service("Baselime", "https://baselime.io/docs/", "baselime", form=hexadecimal(40))
API_VIDEO = service(
    "api.video",
    "https://docs.api.video/reference/authentication-guide",
    "api video",
    "apivideo",
    form=base62(43),
)
JW_PLAYER = service(
    "JW Player",
    "https://docs.jwplayer.com/platform/docs/get-started-with-the-management-api",
    "jwplayer",
    "jw player",
    role=Role.SECRET,
)
VIMEO = service(
    "Vimeo",
    "https://developer.vimeo.com/api/authentication",
    "vimeo",
    role=Role.TOKEN,
    form=hexadecimal(32),
    names=("token", "access"),
    also=(
        Credential(
            id="vimeo-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base64(128),
            names=("secret",),
            docs="https://developer.vimeo.com/api/authentication",
        ),
    ),
)
BRIGHTCOVE = service(
    "Brightcove",
    "https://apis.support.brightcove.com/oauth/getting-started/get-client-credentials.html",
    "brightcove",
    role=Role.SECRET,
)
MATOMO = service(
    "Matomo",
    "https://developer.matomo.org/api-reference/reporting-api",
    "matomo",
    "piwik",
    role=Role.TOKEN,
    form=hexadecimal(32),
)
SKYFLOW = service("Skyflow", "https://docs.skyflow.com/api-authentication/", "skyflow")
OPEN_CONNECTORS = Provider(
    name="SAP Open Connectors",
    words=("openconnectors", "open connectors", "cloud elements", "cloudelements"),
    rotate="https://help.openconnectors.ext.hana.ondemand.com/home/manage-security-settings",
    credentials=(
        Credential(
            id="open-connectors-secrets",
            kind="user and organization secret",
            role=Role.SECRET,
            pattern=r"[A-Za-z0-9+/]{43}=,[ ]Organization[ ][0-9a-f]{32}",
            docs="https://help.openconnectors.ext.hana.ondemand.com/home/authentication-1801",
        ),
    ),
)
ALCONOST = service(
    "Alconost Nitro",
    "https://developer.nitrotranslate.com",
    "alconost",
    "nitrotranslate",
    form=hexadecimal(32),
)
GOCANVAS = service(
    "GoCanvas",
    "https://help.gocanvas.com/hc/en-us/articles/26308010618519-How-to-use-API-Keys",
    "gocanvas",
)
EXPORT_SDK = service(
    "Export SDK",
    "https://docs.exportsdk.com/docs/api/endpoint",
    "exportsdk",
    "export sdk",
    form=rf"[A-Za-z0-9_\-]{{0,40}}{UUID}",
)
DNS_CHECK = service("DNS Check", "https://www.dnscheck.co/api/generate-key", "dnscheck")
CUSTOMER_GURU = service(
    "Customer.guru",
    "https://customer.guru/api/documentation/v2",
    "customerguru",
    "customer guru",
)
