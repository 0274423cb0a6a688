"""Tokens of services that people plan, design, sell and write with."""

from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import UUID, any_hexadecimal, base62, hexadecimal
from leakguard.rule import Credential, Provider

_NOTION_DOCS = "https://developers.notion.com/docs/authorization"

NOTION = Provider(
    name="Notion",
    words=("notion",),
    rotate="https://developers.notion.com/docs/handling-api-keys",
    credentials=(
        Credential(
            id="notion-integration-token",
            kind="integration token",
            role=Role.TOKEN,
            pattern=r"ntn_[0-9]{11}[A-Za-z0-9]{35}",
            docs=_NOTION_DOCS,
        ),
        Credential(
            id="notion-legacy-token",
            kind="integration token or OAuth secret of the old form",
            role=Role.TOKEN,
            pattern=r"secret_[A-Za-z0-9]{43}",
            docs=_NOTION_DOCS,
        ),
    ),
)

_FIGMA_DOCS = "https://developers.figma.com/docs/rest-api/authentication/"

FIGMA = Provider(
    name="Figma",
    words=("figma",),
    rotate="https://help.figma.com/hc/en-us/articles/8085703771159-Manage-personal-access-tokens",
    credentials=(
        Credential(
            id="figma-access-token",
            kind="personal access, OAuth or refresh token",
            role=Role.TOKEN,
            pattern=r"fig[dour]h?_[A-Za-z0-9_\-]{40,60}",
            docs=_FIGMA_DOCS,
        ),
        Credential(
            id="figma-legacy-token",
            kind="personal access token of the old form",
            role=Role.TOKEN,
            form=rf"[0-9]{{4,7}}-{UUID}",
            docs=_FIGMA_DOCS,
        ),
    ),
)

_AIRTABLE_DOCS = "https://airtable.com/developers/web/guides/personal-access-tokens"

AIRTABLE = Provider(
    name="Airtable",
    words=("airtable",),
    rotate=_AIRTABLE_DOCS,
    credentials=(
        Credential(
            id="airtable-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}",
            docs=_AIRTABLE_DOCS,
        ),
        Credential(
            id="airtable-oauth-token",
            kind="OAuth access token",
            role=Role.TOKEN,
            pattern=r"oaa[A-Za-z0-9]{14}\.v1\.[A-Za-z0-9_\-=]{50,600}\.[A-Za-z0-9]{40,80}",
            docs="https://airtable.com/developers/web/api/oauth-reference",
        ),
        Credential(
            id="airtable-api-key",
            kind="API key",
            role=Role.KEY,
            severity=Severity.LOW,
            why="It opened the account until Airtable put such keys out of use in February 2024.",
            form=r"key[A-Za-z0-9]{14}",
            docs=_AIRTABLE_DOCS,
        ),
    ),
)

_ASANA_DOCS = "https://developers.asana.com/docs/personal-access-token"

ASANA = Provider(
    name="Asana",
    words=("asana",),
    rotate=_ASANA_DOCS,
    credentials=(
        Credential(
            id="asana-personal-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            pattern=r"[12]/[0-9]{13,17} (?: /[0-9]{13,17} )? :[0-9a-f]{32}",
            docs=_ASANA_DOCS,
        ),
        Credential(
            id="asana-legacy-token",
            kind="personal access token of the old form",
            role=Role.TOKEN,
            form=r"0/[0-9a-f]{32}",
            docs=_ASANA_DOCS,
        ),
        Credential(
            id="asana-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://developers.asana.com/docs/oauth",
        ),
    ),
)

_LINEAR_DOCS = "https://linear.app/developers/graphql"

LINEAR = Provider(
    name="Linear",
    words=("linear",),
    everyday=True,
    rotate=_LINEAR_DOCS,
    credentials=(
        Credential(
            id="linear-api-key",
            kind="personal API key",
            role=Role.KEY,
            pattern=r"lin_api_[A-Za-z0-9]{40}",
            docs=_LINEAR_DOCS,
        ),
        Credential(
            id="linear-oauth-token",
            kind="OAuth access token",
            role=Role.TOKEN,
            pattern=r"lin_oauth_[A-Za-z0-9]{40,64}",
            docs="https://linear.app/developers/oauth-2-0-authentication",
        ),
        Credential(
            id="linear-webhook-secret",
            kind="webhook signing secret",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            pattern=r"lin_wh_[A-Za-z0-9]{20,64}",
            docs="https://linear.app/developers/webhooks",
        ),
        Credential(
            id="linear-client-secret",
            kind="OAuth client secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("client secret", "linear secret"),
            docs="https://linear.app/developers/oauth-2-0-authentication",
        ),
    ),
)

_HUBSPOT_DOCS = "https://developers.hubspot.com/docs/guides/apps/private-apps/overview"

HUBSPOT = Provider(
    name="HubSpot",
    words=("hubspot", "hubapi"),
    rotate=_HUBSPOT_DOCS,
    credentials=(
        Credential(
            id="hubspot-private-app-token",
            kind="private app access token",
            role=Role.TOKEN,
            pattern=rf"pat-[a-z]{{2}}[0-9]-{UUID}",
            docs=_HUBSPOT_DOCS,
        ),
        Credential(
            id="hubspot-api-key",
            kind="API key or client secret",
            role=Role.KEY,
            form=UUID,
            names=("key", "apikey", "secret", "hapikey"),
            docs="https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth",
        ),
    ),
)

_SALESFORCE_DOCS = (
    "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm"
)

SALESFORCE = Provider(
    name="Salesforce",
    words=("salesforce", "sfdc"),
    rotate="https://help.salesforce.com/s/articleView?id=sf.connected_app_rotate_consumer_details.htm",
    credentials=(
        Credential(
            id="salesforce-access-token",
            kind="access token or session id",
            role=Role.TOKEN,
            pattern=r"00[A-Za-z0-9]{13,16}![A-Za-z0-9_.]{80,200}",
            tells=lambda token: f"organization {token.partition('!')[0]}",
            docs=_SALESFORCE_DOCS,
        ),
        Credential(
            id="salesforce-refresh-token",
            kind="refresh token",
            role=Role.TOKEN,
            pattern=r"5Aep861[A-Za-z0-9._]{70,110}",
            docs=_SALESFORCE_DOCS,
        ),
        Credential(
            id="salesforce-consumer-secret",
            kind="consumer secret",
            role=Role.SECRET,
            form=any_hexadecimal(64),
            names=("secret",),
            docs="https://help.salesforce.com/s/articleView?id=sf.connected_app_overview.htm",
        ),
        Credential(
            id="salesforce-consumer-key",
            kind="consumer key",
            role=Role.KEY,
            severity=Severity.LOW,
            pattern=r"3MVG9[A-Za-z0-9_.]{78,84}",
            why="It identifies the connected app; together with its secret it logs in.",
            docs="https://help.salesforce.com/s/articleView?id=sf.connected_app_overview.htm",
        ),
        Credential(
            id="salesforce-security-token",
            kind="security token",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            form=base62(24, 25),
            names=("security",),
            why="Appended to the password, it lets a program log in from anywhere.",
            docs="https://help.salesforce.com/s/articleView?id=sf.user_security_token.htm",
        ),
    ),
)

_ATLASSIAN_DOCS = (
    "https://support.atlassian.com/atlassian-account/docs/"
    "manage-api-tokens-for-your-atlassian-account/"
)

ATLASSIAN = Provider(
    name="Atlassian",
    words=("atlassian", "jira", "confluence"),
    rotate=_ATLASSIAN_DOCS,
    credentials=(
        Credential(
            id="atlassian-api-token",
            kind="API token",
            role=Role.TOKEN,
            pattern=r"ATATT3xFf[A-Za-z0-9_\-]{60,300} (?: =[0-9A-F]{8} )?",
            docs=_ATLASSIAN_DOCS,
        ),
        Credential(
            id="atlassian-legacy-api-token",
            kind="API token of the old form",
            role=Role.TOKEN,
            form=base62(24),
            names=("token", "password", "api", "key"),
            docs=_ATLASSIAN_DOCS,
        ),
        Credential(
            id="atlassian-data-center-token",
            kind="Data Center personal access token",
            role=Role.TOKEN,
            form=r"[A-Za-z0-9+/]{44}",
            names=("token", "pat"),
            docs="https://confluence.atlassian.com/enterprise/"
            "using-personal-access-tokens-1026032365.html",
        ),
    ),
)

BEAMER = Provider(
    name="Beamer",
    words=("beamer", "getbeamer"),
    rotate="https://www.getbeamer.com/api",
    credentials=(
        Credential(
            id="beamer-api-key",
            kind="API key",
            role=Role.KEY,
            confidence=Confidence.MEDIUM,
            form=r"b_[A-Za-z0-9_\-/+]{42,44} (?: ={1,2} )?",
            docs="https://www.getbeamer.com/api",
        ),
    ),
)
