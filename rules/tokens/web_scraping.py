"""Keys of services that fetch web pages."""

from leakguard.finding import Role
from leakguard.forms import UUID, any_hexadecimal, base62, base64url, capital, hexadecimal, small
from leakguard.rule import Credential, Provider, service

BRIGHT_DATA = Provider(
    name="Bright Data",
    words=(
        "brightdata",
        "bright data",
    ),
    rotate="https://brightdata.com/cp/setting/users",
    credentials=(
        Credential(
            id="bright-data-api-key",
            kind="API key",
            role=Role.KEY,
            form="(?:[0-9a-f]{64}|" + UUID + ")",
            docs="https://docs.brightdata.com/api-reference/authentication",
        ),
    ),
)

CRAWLBASE = Provider(
    name="Crawlbase",
    words=(
        "crawlbase",
        "proxycrawl",
    ),
    rotate="https://crawlbase.com/dashboard",
    credentials=(
        Credential(
            id="crawlbase-token",
            kind="token",
            role=Role.TOKEN,
            form=base64url(22),
            docs="https://crawlbase.com/docs/crawling-api/",
        ),
    ),
)

PARSEHUB = Provider(
    name="ParseHub",
    words=("parsehub",),
    rotate="https://www.parsehub.com/account",
    credentials=(
        Credential(
            id="parsehub-api-key",
            kind="API key",
            role=Role.KEY,
            form=r"t[A-Za-z0-9_\-]{11}",
            docs="https://www.parsehub.com/docs/ref/api/v2/",
        ),
    ),
)

SCRAPEOWL = Provider(
    name="Scrapeowl",
    words=("scrapeowl",),
    rotate="https://app.scrapeowl.com/",
    credentials=(
        Credential(
            id="scrapeowl-api-key",
            kind="API key",
            role=Role.KEY,
            form=rf"(?:{base62(60)}|{small(30)})",
            docs="https://docs.scrapeowl.com/",
        ),
    ),
)

SCRAPESTACK = Provider(
    name="Scrapestack",
    words=("scrapestack",),
    rotate="https://scrapestack.com/dashboard",
    credentials=(
        Credential(
            id="scrapestack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://scrapestack.com/documentation",
        ),
    ),
)

SCRAPFLY = Provider(
    name="Scrapfly",
    words=("scrapfly",),
    rotate="https://scrapfly.io/dashboard",
    credentials=(
        Credential(
            id="scrapfly-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="scp-(?:live|test)-[0-9a-f]{32}",
            docs="https://scrapfly.io/docs",
        ),
    ),
)

SCRAPINGANT = Provider(
    name="ScrapingAnt",
    words=("scrapingant",),
    rotate="https://app.scrapingant.com/dashboard",
    credentials=(
        Credential(
            id="scrapingant-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://docs.scrapingant.com/request-response-format",
        ),
    ),
)

SCRAPINGBEE = Provider(
    name="ScrapingBee",
    words=("scrapingbee",),
    rotate="https://app.scrapingbee.com/account/manage/api_key",
    credentials=(
        Credential(
            id="scrapingbee-api-key",
            kind="API key",
            role=Role.KEY,
            form=capital(80),
            docs="https://www.scrapingbee.com/documentation/",
        ),
    ),
)

SCRAPINGDOG = Provider(
    name="Scrapingdog",
    words=("scrapingdog",),
    rotate="https://api.scrapingdog.com/",
    credentials=(
        Credential(
            id="scrapingdog-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(24),
            docs="https://docs.scrapingdog.com/web-scraping-api",
        ),
    ),
)

SERPHOUSE = Provider(
    name="SERPHouse",
    words=("serphouse",),
    rotate="https://app.serphouse.com/",
    credentials=(
        Credential(
            id="serphouse-api-key",
            kind="API key",
            role=Role.KEY,
            form=base62(60),
            docs="https://docs.serphouse.com/",
        ),
    ),
)

SERPSTACK = Provider(
    name="Serpstack",
    words=("serpstack",),
    rotate="https://serpstack.com/dashboard",
    credentials=(
        Credential(
            id="serpstack-access-key",
            kind="access key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://serpstack.com/documentation",
        ),
    ),
)

WEBSCRAPER_IO = Provider(
    name="WebScraper.io",
    words=(
        "webscraper",
        "web scraper",
    ),
    rotate="https://cloud.webscraper.io/api",
    credentials=(
        Credential(
            id="webscraper-io-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=base62(60),
            docs="https://webscraper.io/documentation/web-scraper-cloud/api",
        ),
    ),
)

WEBSCRAPING_AI = service(
    "WebScraping.AI", "https://webscraping.ai/docs/api", "webscraping ai", form=UUID
)

ZENROWS = Provider(
    name="ZenRows",
    words=("zenrows",),
    rotate="https://app.zenrows.com/settings/api-keys",
    credentials=(
        Credential(
            id="zenrows-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            docs="https://docs.zenrows.com/first-steps/getting-started-guide",
        ),
    ),
)

ZENSCRAPE = Provider(
    name="Zenscrape",
    words=("zenscrape",),
    rotate="https://app.zenscrape.com/",
    credentials=(
        Credential(
            id="zenscrape-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://app.zenscrape.com/documentation",
        ),
    ),
)

ZENSERP = Provider(
    name="Zenserp",
    words=("zenserp",),
    rotate="https://app.zenserp.com/",
    credentials=(
        Credential(
            id="zenserp-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://app.zenserp.com/documentation",
        ),
    ),
)

SCRAPERBOX = service(
    "ScraperBox",
    "https://scraperbox.com",
    "scraperbox",
    role=Role.TOKEN,
    form=any_hexadecimal(32),
)
