"""Keys of services for sales, support, surveys and the telephone."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, hexadecimal
from leakguard.rule import service

APIDECK = service("Apideck", "https://developers.apideck.com/get-started", "apideck")
API2CART = service("API2Cart", "https://api2cart.com/docs/", "api2cart", form=hexadecimal(32))
APPCUES = service("Appcues", "https://studio.appcues.com/settings/keys", "appcues")
BULKSMS = service(
    "BulkSMS",
    "https://www.bulksms.com/developer/json/v1/",
    "bulksms",
    "bulk sms",
    role=Role.SECRET,
)
CLAY = service(
    "Clay", "https://university.clay.com/docs/using-clay-as-an-api", "clay", everyday=True
)
CLOZE = service("Cloze", "https://developer.cloze.com/", "cloze")
COPPER = service(
    "Copper",
    "https://developer.copper.com/introduction/authentication.html",
    "copper",
    form=hexadecimal(32),
    everyday=True,
)
DEMIO = service("Demio", "https://help.demio.com/en/articles/4544025-api-limitations", "demio")
DEPUTY = service(
    "Deputy",
    "https://developer.deputy.com/deputy-docs/docs/using-a-permanent-token",
    "deputy",
    role=Role.TOKEN,
    everyday=True,
)
DEVIANTART = service(
    "DeviantArt",
    "https://www.deviantart.com/developers/authentication",
    "deviantart",
    "deviant art",
    role=Role.SECRET,
    form=hexadecimal(32),
)
FEEDIER = service(
    "Feedier",
    "https://feedier.docs.apiary.io/#reference/0/carrier-collection/get-a-list-of-carriers",
    "feedier",
)
FETCHRSS = service("FetchRSS", "https://fetchrss.com/developers", "fetchrss", "fetch rss")
FLOAT = service(
    "Float",
    "https://developer.float.com/overview_authentication.html",
    "float",
    role=Role.TOKEN,
    everyday=True,
)
FULCRUM = service(
    "Fulcrum",
    "https://docs.fulcrumapp.com/reference/",
    "fulcrum",
    role=Role.TOKEN,
    form=hexadecimal(80),
)
GETEMAIL = service("GetEmail.io", "https://app2.getemail.io/dash/integration/api/v2/1", "getemail")
GOODDAY = service("GoodDay", "https://www.goodday.work/developers/api-v2", "goodday")
GURU = service(
    "Guru",
    "https://developer.getguru.com/docs/getting-started",
    "guru",
    "getguru",
    role=Role.TOKEN,
    form=UUID,
    everyday=True,
)
HELPCRUNCH = service(
    "HelpCrunch", "https://docs.helpcrunch.com/en/rest-api-v1", "helpcrunch", "help crunch"
)
HOLISTICS = service("Holistics", "https://docs.holistics.io/api/", "holistics", "holistic")
INSTABOT = service("Instabot", "https://docs.instabot.io/docs/serverapi", "instabot")
JURO = service("Juro", "https://api-docs.juro.com/", "juro")
KARMACRM = service(
    "karmaCRM",
    "https://docs.karmacrm.com/#authentication",
    "karmacrm",
    "karma crm",
    role=Role.TOKEN,
)
KYLAS = service(
    "Kylas",
    "https://support.kylas.io/portal/en/kb/articles/how-to-use-api-key-in-to-access-kylas-apis",
    "kylas",
    form=UUID + "(?::[0-9]{1,9})?",
)
LEADFEEDER = service(
    "Leadfeeder", "https://docs.leadfeeder.com/api/", "leadfeeder", role=Role.TOKEN
)
LENDFLOW = service("Lendflow", "https://docs.lendflow.com/api-reference", "lendflow")
LESS_ANNOYING_CRM = service(
    "Less Annoying CRM",
    "https://www.lessannoyingcrm.com/help/api",
    "lessannoyingcrm",
    "less annoying crm",
)
LIVESTORM = service(
    "Livestorm",
    "https://developers.livestorm.co/docs/authentication",
    "livestorm",
    form=JWT,
)
MESIBO = service("mesibo", "https://docs.mesibo.com/api/backend-api/", "mesibo", role=Role.TOKEN)
MIXMAX = service(
    "Mixmax",
    "https://developer.mixmax.com/reference/getting-started-with-the-api",
    "mixmax",
    form=UUID,
)
NIMBLE = service(
    "Nimble",
    "https://nimble.readthedocs.io/en/latest/",
    "nimble",
    role=Role.TOKEN,
    everyday=True,
)
ONEDESK = service("OneDesk", "https://www.onedesk.com/developers/", "onedesk")
ONEPAGECRM = service("OnePageCRM", "https://developer.onepagecrm.com/api/", "onepagecrm")
PAPERFORM = service(
    "Paperform", "https://paperform.readme.io/reference/getting-started-1", "paperform"
)
PARSEUR = service("Parseur", "https://developer.parseur.com/authentication", "parseur")
PAYMO = service("Paymo", "https://github.com/paymoapp/api", "paymo", "paymoapp")
POSTAGEAPP = service("PostageApp", "https://dev.postageapp.com/api", "postageapp", "postage app")
POWRBOT = service("Powrbot", "https://powrbot.com/cpages/docs/", "powrbot")
PRODPAD = service("ProdPad", "https://app.swaggerhub.com/apis-docs/ProdPad/prodpad/1.0", "prodpad")
QUALAROO = service(
    "Qualaroo",
    "https://help.qualaroo.com/hc/en-us/articles/201969438-The-REST-Reporting-API",
    "qualaroo",
)
REALLY_SIMPLE_SYSTEMS = service(
    "Really Simple Systems",
    "https://support.reallysimplesystems.com/api-v4/",
    "really simple systems",
    role=Role.TOKEN,
)
REFINER = service("Refiner", "https://refiner.io/docs/api/", "refiner")
REPAIRSHOPR = service("RepairShopr", "https://api-docs.repairshopr.com/", "repairshopr")
REPLY_IO = service("Reply", "https://apidocs.reply.io/", "replyio", "reply io", form=base62(24))
ROCKETREACH = service("RocketReach", "https://rocketreach.co/api", "rocketreach", "rocket reach")
SALESCOOKIE = service(
    "SalesCookie",
    "https://support2.salescookie.com/portal/en/kb/articles/kb-how-can-i-access-sales-incentive-data-using-api-calls",
    "salescookie",
    "sales cookie",
)
SALESMATE = service("Salesmate", "https://apidocs.salesmate.io/", "salesmate")
SATISMETER = service("SatisMeter", "https://app.satismeter.com/apidoc", "satismeter")
SIGNATURIT = service(
    "Signaturit", "https://docs.signaturit.com/api/latest", "signaturit", role=Role.TOKEN
)
SIRV = service("Sirv", "https://apidocs.sirv.com/#getting-started", "sirv", role=Role.SECRET)
STORMBOARD = service("Stormboard", "https://api.stormboard.com/docs", "stormboard")
SURVEYSPARROW = service(
    "SurveySparrow",
    "https://developers.surveysparrow.com/rest-apis",
    "surveysparrow",
    "survey sparrow",
    role=Role.TOKEN,
)
SURVICATE = service("Survicate", "https://developers.survicate.com/data-export/setup/", "survicate")
TELETYPE = service(
    "Teletype", "https://teletype.app/help/api/", "teletype", role=Role.TOKEN, everyday=True
)
TEXTMAGIC = service(
    "Textmagic", "https://docs.textmagic.com/#section/Getting-started", "textmagic", "text magic"
)
THINKIFIC = service(
    "Thinkific",
    "https://developers.thinkific.com/api/api-documentation/",
    "thinkific",
    form=hexadecimal(32),
)
TRU_ID = service(
    "tru.ID", "https://developer.tru.id/docs/reference/authentication", "tru id", role=Role.SECRET
)
TYNTEC = service("tyntec", "https://api.tyntec.com/reference/", "tyntec")
UPLEAD = service("UpLead", "https://docs.uplead.com/#overview", "uplead", form=hexadecimal(32))
USERFLOW = service("Userflow", "https://docs.userflow.com/docs/api", "userflow")
VOUCHERY = service("Vouchery.io", "https://docs.vouchery.io/reference/authentication", "vouchery")
VYTE = service("Vyte", "https://docs.vyte.in/reference", "vyte")
ZONKA = service("Zonka Feedback", "https://apidocs.zonkafeedback.com/", "zonka", "zonkafeedback")
