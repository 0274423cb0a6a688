"""Keys of services for offices: staff, applications, signatures, contents, automation."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider, service

_GHOST = "https://docs.ghost.org/admin-api/#token-authentication"
_KONG = "https://developer.konghq.com/konnect-api/"

BAMBOOHR = service(
    "BambooHR",
    "https://documentation.bamboohr.com/docs/getting-started",
    "bamboohr",
    form=hexadecimal(40),
)
GREENHOUSE = service(
    "Greenhouse",
    "https://developers.greenhouse.io/harvest.html#authentication",
    "greenhouse",
    form=r"[0-9a-f]{32}(?:[0-9a-f]{8})?-[0-9]{1,3}",
)
LEVER = service(
    "Lever", "https://hire.lever.co/developer/documentation#authentication", "lever", everyday=True
)
PERSONIO = service(
    "Personio",
    "https://developer.personio.de/reference/authentication",
    "personio",
    role=Role.SECRET,
)
DEEL = service("Deel", "https://developer.deel.com/docs/api-tokens-1", "deel")
GUSTO = service(
    "Gusto",
    "https://docs.gusto.com/app-integrations/docs/authentication",
    "gusto",
    role=Role.SECRET,
)
HIBOB = service(
    "HiBob", "https://apidocs.hibob.com/reference/authorization", "hibob", role=Role.TOKEN
)
RIPPLING = service(
    "Rippling", "https://developer.rippling.com/documentation/base-api/introduction", "rippling"
)
WORKABLE = service(
    "Workable",
    "https://workable.readme.io/reference/generate-an-access-token",
    "workable",
    role=Role.TOKEN,
)
ASHBY = service("Ashby", "https://developers.ashbyhq.com/docs/authentication", "ashby", "ashbyhq")
TEAMTAILOR = service("Teamtailor", "https://docs.teamtailor.com/", "teamtailor")
RECRUITEE = service(
    "Recruitee",
    "https://docs.recruitee.com/reference/getting-started",
    "recruitee",
    role=Role.TOKEN,
)
ZENEFITS = service(
    "Zenefits", "https://developers.zenefits.com/docs/auth", "zenefits", role=Role.TOKEN
)
WORKDAY = service(
    "Workday",
    "https://community-content.workday.com/en-us/reference/dev-content/api.html",
    "workday",
    role=Role.SECRET,
)
SIGNNOW = service(
    "signNow",
    "https://docs.signnow.com/docs/signnow/authentication",
    "signnow",
    role=Role.SECRET,
    form=hexadecimal(32),
)
SIGNWELL = service(
    "SignWell",
    "https://developers.signwell.com/reference/getting-started-with-your-api-1",
    "signwell",
    form=hexadecimal(64),
)
DOCUSEAL = service("DocuSeal", "https://www.docuseal.com/docs/api", "docuseal", form=base62(43))
PRISMIC = service(
    "Prismic",
    "https://prismic.io/docs/access-token",
    "prismic",
    role=Role.TOKEN,
    form=r"MC[0-9A-Za-z][A-Za-z0-9_\-.]{40,200}",
)
DATOCMS = service(
    "DatoCMS",
    "https://www.datocms.com/docs/content-management-api/authentication",
    "datocms",
    "dato cms",
    role=Role.TOKEN,
    form=hexadecimal(30),
)
STRAPI = service(
    "Strapi",
    "https://docs.strapi.io/cms/features/api-tokens",
    "strapi",
    role=Role.TOKEN,
    form=hexadecimal(256),
)
CONTENTSTACK = service(
    "Contentstack",
    "https://www.contentstack.com/docs/developers/create-tokens/about-management-tokens",
    "contentstack",
    role=Role.TOKEN,
    form="cs[0-9a-f]{24,40}",
)
GHOST = Provider(
    name="Ghost",
    words=("ghost",),
    rotate=_GHOST,
    everyday=True,
    credentials=(
        Credential(
            id="ghost-admin-api-key",
            kind="admin API key",
            role=Role.KEY,
            pattern="[0-9a-f]{24}:[0-9a-f]{64}",
            docs=_GHOST,
        ),
        Credential(
            id="ghost-content-api-key",
            kind="content API key",
            role=Role.KEY,
            form=hexadecimal(26),
            public=True,
            docs="https://docs.ghost.org/content-api/#key",
        ),
    ),
)
WIX = service(
    "Wix",
    "https://dev.wix.com/docs/rest/articles/getting-started/api-keys",
    "wix",
    pattern=r"IST\.eyJ[A-Za-z0-9_\-]{40,200}\.eyJ[A-Za-z0-9_\-]{40,600}\.[A-Za-z0-9_\-]{300,400}",
)
BUILDER_IO = service(
    "Builder.io",
    "https://www.builder.io/c/docs/using-your-api-key",
    "builder io",
    pattern="bpk-[0-9a-f]{32}",
)
KONG = service(
    "Kong Konnect",
    _KONG,
    "konnect",
    "kong",
    role=Role.TOKEN,
    pattern="[ks]pat_[A-Za-z0-9]{40,60}",
)
N8N = service(
    "n8n",
    "https://docs.n8n.io/api/authentication/",
    "n8n",
    pattern="n8n_api_[0-9a-f]{80}",
    also=(
        Credential(
            id="n8n-signed-api-key",
            kind="API key of the current form",
            role=Role.KEY,
            form=JWT,
            docs="https://docs.n8n.io/api/authentication/",
        ),
        Credential(
            id="n8n-encryption-key",
            kind="encryption key of an instance's credentials",
            role=Role.SECRET,
            form=r"[A-Za-z0-9+/_\-]{24,64}={0,2}",
            names=("encryption",),
            named=True,
            docs="https://docs.n8n.io/hosting/configuration/configuration-examples/encryption-key/",
        ),
    ),
)
MAKE = service(
    "Make",
    "https://developers.make.com/api-documentation/authentication",
    "make",
    role=Role.TOKEN,
    form=UUID,
    everyday=True,
)
IFTTT = service("IFTTT", "https://ifttt.com/docs/api_reference", "ifttt")
BASECAMP = service(
    "Basecamp",
    "https://github.com/basecamp/api/blob/master/sections/authentication.md",
    "basecamp",
    role=Role.SECRET,
    form=hexadecimal(40),
)
PRODUCTBOARD = service(
    "Productboard",
    "https://developer.productboard.com/reference/authentication",
    "productboard",
    role=Role.TOKEN,
)
DOCUMENT360 = service(
    "Document360",
    "https://apidocs.document360.com/apidocs/api-token",
    "document360",
    role=Role.TOKEN,
)
SWAGGERHUB = service(
    "SwaggerHub",
    "https://support.smartbear.com/swaggerhub/docs/en/manage-users/api-key.html",
    "swaggerhub",
    form=UUID,
)
SMARTLING = service(
    "Smartling",
    "https://help.smartling.com/hc/en-us/articles/1260805481390-API-Tokens",
    "smartling",
    role=Role.SECRET,
)
TOLGEE = service(
    "Tolgee",
    "https://docs.tolgee.io/platform/account_settings/api_keys_and_pat_tokens",
    "tolgee",
    pattern="tg(?:pak|pat)_[a-z0-9]{40,60}",
)
OUTLINE = service(
    "Outline", "https://www.getoutline.com/developers", "outline", pattern="ol_api_[A-Za-z0-9]{38}"
)
BOOKSTACK = service(
    "BookStack",
    "https://demo.bookstackapp.com/api/docs",
    "bookstack",
    role=Role.SECRET,
    form=base62(32),
)
PAPERLESS = service(
    "Paperless-ngx",
    "https://docs.paperless-ngx.com/api/",
    "paperless",
    role=Role.TOKEN,
    form=hexadecimal(40),
)
HOME_ASSISTANT = service(
    "Home Assistant",
    "https://developers.home-assistant.io/docs/auth_api/#long-lived-access-token",
    "home assistant",
    "homeassistant",
    "hass",
    role=Role.TOKEN,
    form=r"eyJ[A-Za-z0-9_\-]{16,80}\.eyJ[A-Za-z0-9_\-]{16,400}\.[A-Za-z0-9_\-]{40,90}",
)
JELLYFIN = service(
    "Jellyfin", "https://jellyfin.org/docs/general/server/users/", "jellyfin", form=hexadecimal(32)
)
PLEX = service(
    "Plex",
    "https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/",
    "plex",
    role=Role.TOKEN,
)
SONARR = service(
    "Sonarr",
    "https://wiki.servarr.com/sonarr/settings#security",
    "sonarr",
    "radarr",
    "lidarr",
    "prowlarr",
    "readarr",
    form=hexadecimal(32),
)
