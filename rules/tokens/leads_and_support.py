"""Keys of services that find customers, and of those that help them."""

from leakguard.finding import Role
from leakguard.forms import hexadecimal, small
from leakguard.rule import service

APPTIVO = service("Apptivo", "https://www.apptivo.com/developer-api/getting-started/", "apptivo")
CLINCHPAD = service(
    "ClinchPad", "https://clinchpad.com/api/docs", "clinchpad", form=hexadecimal(32)
)
MADKUDU = service("MadKudu", "https://developers.madkudu.com/getting-started", "madkudu")
NOTICEABLE = service(
    "Noticeable",
    "https://help.noticeable.io/en-us/article/how-to-use-the-noticeable-api-1bssj1n/",
    "noticeable",
    role=Role.TOKEN,
    everyday=True,
)
OVERLOOP = service("Overloop", "https://apidoc.overloop.com/", "overloop")
RITEKIT = service(
    "RiteKit",
    "https://help.ritekit.com/en/article/general-ritekit-api-faq-legality-changing-tiers-using-multiple-endpoints-etc-1lvapvk",
    "ritekit",
    form=hexadecimal(28),
)
ROARING = service(
    "Roaring",
    "https://developer.roaring.io/docs/guides/authentication",
    "roaring",
    role=Role.SECRET,
    everyday=True,
)
SALESBLINK = service("SalesBlink", "https://salesblink.io/api", "salesblink")
SHERPADESK = service(
    "SherpaDesk",
    "https://github.com/sherpadesk/api/wiki",
    "sherpadesk",
    role=Role.TOKEN,
    form=small(32),
)
SIMPLESAT = service(
    "Simplesat",
    "https://help.simplesat.io/en/articles/4020334-api-keys-management",
    "simplesat",
)
SIMPLY_NOTED = service(
    "Simply Noted",
    "https://simplynoted.com/pages/api-automation",
    "simplynoted",
    "simply noted",
)
SKRAPP = service("Skrapp", "https://www.skrapp.io/docs/api", "skrapp", "skrappio")
MAGNETIC = service(
    "Magnetic",
    "https://app.magnetichq.com/Magnetic/API.do",
    "magnetichq",
    "magnetic",
    role=Role.TOKEN,
    everyday=True,
)
POINTERPRO = service(
    "Pointerpro (Survey Anyplace)",
    "https://help.surveyanyplace.com/en/support/solutions/articles/35000229425-email-invitations-triggered-by-an-api",
    "pointerpro",
    "surveyanyplace",
    "survey anyplace",
)
PROSPECT_CRM = service(
    "Prospect CRM",
    "https://prospectsoft.com",
    "prospectsoft",
    "prospect crm",
    role=Role.TOKEN,
)
SIMVOLY = service("Simvoly", "https://simvoly.com", "simvoly")
SUGESTER = service("Sugester", "https://sugester.com", "sugester", role=Role.TOKEN)
TOKEET = service("Tokeet", "https://api.tokeet.com/", "tokeet")
VIEWNEO = service("viewneo", "https://cloud.viewneo.com/doc/api", "viewneo", role=Role.TOKEN)
IMPALA = service("Impala", "https://docs.impala.travel/", "impala", everyday=True)
INTERSELLER = service("Interseller", "https://interseller.readme.io/reference", "interseller")
TEFTER = service("Tefter", "https://developers.tefter.io/", "tefter")
