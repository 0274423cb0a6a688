"""Keys of services that companies plan, write, sign, sell and count with."""

from leakguard.finding import Role
from leakguard.forms import UUID, hexadecimal
from leakguard.rule import service

AHA = service("Aha!", "https://www.aha.io/api", "aha")
ALEGRA = service(
    "Alegra", "https://developer.alegra.com/docs/autenticacion", "alegra", role=Role.TOKEN
)
APIMATIC = service("APIMatic", "https://docs.apimatic.io/manage-apis/get-api-keys/", "apimatic")
BILLOMAT = service("Billomat", "https://www.billomat.com/en/api/", "billomat")
BRANCH = service(
    "Branch",
    "https://help.branch.io/account-hub/credentials-new",
    "branch",
    role=Role.SECRET,
    everyday=True,
)
CAPTAIN_DATA = service(
    "Captain Data", "https://docs.captaindata.co/api-documentation", "captaindata", "captain data"
)
CHECKVIST = service("Checkvist", "https://checkvist.com/auth/api", "checkvist")
CLIENTARY = service("Clientary", "https://www.clientary.com/api", "clientary", role=Role.TOKEN)
COMMODITIES_API = service(
    "Commodities-API",
    "https://commodities-api.com/documentation",
    "commodities api",
    "commodities",
)
DOCUSIGN = service(
    "DocuSign",
    "https://developers.docusign.com/platform/configure-app",
    "docusign",
    role=Role.SECRET,
    form=UUID,
)
ERASER = service("Eraser", "https://docs.eraser.io/reference/api-token", "eraser", role=Role.TOKEN)
FLAT = service("Flat", "https://flat.io/developers/docs/api/", "flat io", "flatio", role=Role.TOKEN)
FORMSITE = service(
    "Formsite",
    "https://support.formsite.com/hc/en-us/articles/360000288594-API",
    "formsite",
    role=Role.TOKEN,
)
GETGEOAPI = service(
    "GetGeoAPI", "https://currency.getgeoapi.com/documentation/", "getgeoapi", form=hexadecimal(40)
)
GIST = service("Gist", "https://developers.getgist.com/api/", "getgist")
HUMANITY = service(
    "Humanity",
    "https://platform.humanity.com/v2.0/reference",
    "humanity",
    role=Role.SECRET,
    everyday=True,
)
HYBISCUS = service("Hybiscus", "https://hybiscus.dev/docs/api/authentication", "hybiscus")
HYPERTRACK = service(
    "HyperTrack", "https://dashboard.hypertrack.com/setup", "hypertrack", role=Role.SECRET
)
INVOICEOCEAN = service(
    "InvoiceOcean",
    "https://github.com/InvoiceOcean/api",
    "invoiceocean",
    "invoice ocean",
    role=Role.TOKEN,
)
KANBAN_TOOL = service(
    "Kanban Tool",
    "https://kanbantool.com/developer/api-v3",
    "kanban tool",
    role=Role.TOKEN,
)
LIVEAGENT = service(
    "LiveAgent", "https://support.liveagent.com/793617-API-key", "liveagent", form=hexadecimal(32)
)
MITE = service("mite", "https://mite.yo.lk/en/api/", "mite", everyday=True)
MODERATION_API = service(
    "Moderation API", "https://docs.moderationapi.com/api-reference/", "moderationapi"
)
NETHUNT = service("NetHunt", "https://nethunt.com/integration-api", "nethunt")
PLANYO = service("Planyo", "https://www.planyo.com/api.php", "planyo")
REQUEST_FINANCE = service(
    "Request Finance",
    "https://docs.request.finance/getting-started",
    "requestfinance",
    "request finance",
)
RESTPACK = service("Restpack", "https://restpack.io/html2pdf/docs", "restpack", role=Role.TOKEN)
RUNRUNIT = service(
    "Runrun.it", "https://runrun.it/api/documentation", "runrunit", "runrun it", role=Role.TOKEN
)
SHEETY = service("Sheety", "https://sheety.co/docs/authentication.html", "sheety", role=Role.TOKEN)
SHIPDAY = service("Shipday", "https://dispatch.shipday.com/dashboard#accountInfo", "shipday")
SIGNUPGENIUS = service(
    "SignUpGenius", "https://developer.signupgenius.com/developer/keybaseddocs", "signupgenius"
)
SITELEAF = service("Siteleaf", "https://learn.siteleaf.com/api/", "siteleaf", role=Role.SECRET)
SKYBIOMETRY = service(
    "SkyBiometry", "https://skybiometry.com/documentation/", "skybiometry", role=Role.SECRET
)
SMOOCH = service("Smooch", "https://docs.smooch.io/rest/", "smooch", role=Role.SECRET)
STORYCHIEF = service("StoryChief", "https://developers.storychief.io/", "storychief")
SUPERNOTES = service("Supernotes", "https://api.supernotes.app/docs/swagger", "supernotes")
SWELL = service("Swell", "https://swell.store/docs/api", "swell", role=Role.SECRET, everyday=True)
TEAMGATE = service("Teamgate", "https://developers.teamgate.com/", "teamgate")
UPWAVE = service("Upwave", "https://upwavehq.github.io/api/", "upwave")
VBOUT = service("VBOUT", "https://developers.vbout.com/docs", "vbout")
