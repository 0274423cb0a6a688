"""Keys of services with which companies keep hours, tasks, bills, forms and manuals."""

from leakguard.finding import Role
from leakguard.forms import JWT, UUID, base62, small
from leakguard.rule import service

AERO_WORKFLOW = service(
    "Aero Workflow", "https://api.aeroworkflow.com/swagger/index.html", "aero workflow"
)
APACTA = service("Apacta", "https://apis.guru/apis/apacta.com", "apacta", form=UUID)
CASHBOARD = service("Cashboard", "https://api.cashboardapp.com/", "cashboard", "cashboardapp")
CLICKHELP = service(
    "ClickHelp",
    "https://clickhelp.com/software-documentation-tool/user-manual/api-authentication.html",
    "clickhelp",
    form=base62(24),
)
FORMCRAFTS = service(
    "FormCrafts",
    "https://formcrafts.com/help/developer-api/formcrafts-api-v1",
    "formcraft",
    "formcrafts",
)
HIVE = service(
    "Hive", "https://developers.hive.com/reference/api-keys-and-auth", "hive", everyday=True
)
HIVEAGE = service("Hiveage", "https://www.hiveage.com/api/", "hiveage", form=base62(20))
INTERVALS = service(
    "Intervals",
    "https://www.myintervals.com/api/authentication.php",
    "myintervals",
    role=Role.TOKEN,
    form=small(11),
)
LEANKIT = service(
    "Planview AgilePlace",
    "https://success.planview.com/Planview_AgilePlace/AgilePlace_API/01_v2/01-overview/core-concepts",
    "leankit",
    "agileplace",
    role=Role.TOKEN,
)
NOZBE = service("Nozbe Teams", "https://api4.nozbe.com/v1/api", "nozbe", role=Role.TOKEN)
PAYDIRT = service(
    "Paydirt",
    "https://app.paydirtapp.com/documentation/api/introduction",
    "paydirt",
    "paydirtapp",
)
RENTMAN = service(
    "Rentman",
    "https://support.rentman.io/hc/en-us/articles/360013767839-The-Rentman-API",
    "rentman",
    role=Role.TOKEN,
)
TALLYFY = service(
    "Tallyfy",
    "https://tallyfy.com/products/pro/integrations/open-api/code-samples/authentication/personal-access-token",
    "tallyfy",
    role=Role.TOKEN,
)
WORKSNAPS = service(
    "Worksnaps",
    "https://api.worksnaps.com/api_docs/api_token.html",
    "worksnaps",
    role=Role.TOKEN,
    form=small(40),
)
ZIPBOOKS = service(
    "ZipBooks", "https://developer.zipbooks.com/", "zipbooks", role=Role.TOKEN, form=JWT
)
