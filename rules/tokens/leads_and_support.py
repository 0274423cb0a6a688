"""Keys of services that find customers, and of those that help them."""

from leakguard.finding import Role
from leakguard.forms import hexadecimal, small
from leakguard.rule import service

APPTIVO = service("Apptivo", "https://www.apptivo.com/developer-api/getting-started/", "apptivo")
CLINCHPAD = service(
    "ClinchPad", "https://clinchpad.com/api/docs", "clinchpad", form=hexadecimal(32)
)
MADKUDU = service("MadKudu", "https://developers.madkudu.com/getting-started", "madkudu")
RITEKIT = service(
    "RiteKit",
    "https://help.ritekit.com/en/article/general-ritekit-api-faq-legality-changing-tiers-using-multiple-endpoints-etc-1lvapvk",
    "ritekit",
    form=hexadecimal(28),
)
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
SKRAPP = service("Skrapp", "https://www.skrapp.io/docs/api", "skrapp", "skrappio")
