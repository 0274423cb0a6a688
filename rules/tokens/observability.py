"""Keys of services that watch over other services."""

import base64
import json
import re

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, hexadecimal
from leakguard.rule import Credential, Provider

_GRAFANA_DOCS = (
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/"
    "#service-account-tokens"
)
_GRAFANA_CLOUD_DOCS = (
    "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/"
    "access-policies/"
)


def organization_of(token: str) -> str | None:
    """Give the organization of a Grafana Cloud token, whose body is JSON in base64."""
    body = token.partition("_")[2]
    try:
        number = json.loads(base64.b64decode(body + "=" * (-len(body) % 4)))["o"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return f"organization {number}" if re.fullmatch("[0-9]{1,12}", str(number)) else None


GRAFANA = Provider(
    name="Grafana",
    words=("grafana",),
    rotate=_GRAFANA_DOCS,
    credentials=(
        Credential(
            id="grafana-service-account-token",
            kind="service account token",
            role=Role.TOKEN,
            pattern=r"glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}",
            docs=_GRAFANA_DOCS,
        ),
        Credential(
            id="grafana-cloud-token",
            kind="Cloud access policy token",
            role=Role.TOKEN,
            pattern=r"glc_eyJ[A-Za-z0-9+/]{60,400} ={0,2}",
            tail=r"A-Za-z0-9_\-+/",
            tells=organization_of,
            docs=_GRAFANA_CLOUD_DOCS,
        ),
        Credential(
            id="grafana-api-key",
            kind="API key",
            role=Role.KEY,
            pattern=r"eyJrIjoi[A-Za-z0-9+/]{60,400} ={0,2}",  # {"k":" in base64
            tail=r"A-Za-z0-9_\-+/",
            docs="https://grafana.com/docs/grafana/latest/administration/api-keys/",
        ),
    ),
)

_NEW_RELIC_DOCS = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"

NEW_RELIC = Provider(
    name="New Relic",
    words=("new relic", "newrelic"),
    rotate=_NEW_RELIC_DOCS,
    credentials=(
        Credential(
            id="new-relic-license-key",
            kind="license key",
            role=Role.KEY,
            pattern=r"(?: [a-z]{2}[0-9]{2}xx | [0-9a-f]{6} ) [0-9a-f]{30}NRAL",
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-legacy-license-key",
            kind="license key of the old form",
            role=Role.KEY,
            form=hexadecimal(40),
            names=("license", "licence", "key", "apikey"),
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-user-key",
            kind="user key",
            role=Role.KEY,
            pattern=r"NRAK-[A-Z0-9]{27}",
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-admin-key",
            kind="admin user key",
            role=Role.KEY,
            severity=Severity.CRITICAL,
            pattern=r"NRAA-[0-9a-f]{27}",
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-insights-key",
            kind="Insights insert or query key",
            role=Role.KEY,
            pattern=r"NRI[IQ]-[A-Za-z0-9_\-]{32}",
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-rest-key",
            kind="REST API key",
            role=Role.KEY,
            pattern=r"NRRA-[0-9a-f]{42}",
            docs=_NEW_RELIC_DOCS,
        ),
        Credential(
            id="new-relic-pixie-key",
            kind="Pixie API or deploy key",
            role=Role.KEY,
            pattern=rf"px- (?: api | dep ) -{UUID}",
            docs="https://docs.px.dev/reference/admin/api-keys/",
        ),
        Credential(
            id="new-relic-browser-key",
            kind="browser key",
            role=Role.KEY,
            public=True,
            pattern=r"NRJS-[0-9a-f]{19}",
            docs=_NEW_RELIC_DOCS,
        ),
    ),
)

_SENTRY_DOCS = "https://docs.sentry.io/account/auth-tokens/"

SENTRY = Provider(
    name="Sentry",
    words=("sentry",),
    rotate=_SENTRY_DOCS,
    credentials=(
        Credential(
            id="sentry-organization-token",
            kind="organization auth token",
            role=Role.TOKEN,
            pattern=r"sntrys_eyJ[A-Za-z0-9+/=_]{80,400}[A-Za-z0-9+/]{43}",
            tail=r"A-Za-z0-9_\-+/",
            docs=_SENTRY_DOCS,
        ),
        Credential(
            id="sentry-user-token",
            kind="user or integration auth token",
            role=Role.TOKEN,
            pattern=r"sntry[uai]_[0-9a-f]{64}",
            docs=_SENTRY_DOCS,
        ),
        Credential(
            id="sentry-legacy-token",
            kind="auth token of the old form",
            role=Role.TOKEN,
            form=hexadecimal(64),
            names=("token", "auth", "authtoken"),
            docs=_SENTRY_DOCS,
        ),
        Credential(
            id="sentry-client-secret",
            kind="client secret of an integration",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            docs="https://docs.sentry.io/organization/integrations/integration-platform/",
        ),
        Credential(
            id="sentry-dsn",
            kind="DSN",
            role=Role.KEY,
            public=True,
            pattern=r"[0-9a-f]{32}@ (?: o[0-9]{1,20}\. )? (?: ingest\. )? (?: us\. | de\. )?"
            r"sentry\.io/[0-9]{1,20}",
            docs="https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
        ),
        Credential(
            id="sentry-secret-dsn",
            kind="DSN with its secret",
            role=Role.SECRET,
            severity=Severity.MEDIUM,
            pattern=r"[0-9a-f]{32}:[0-9a-f]{32}@ (?: [a-z0-9.\-]{1,40}\. )? sentry\.io/[0-9]{1,20}",
            docs="https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
        ),
    ),
)

_DATADOG_DOCS = "https://docs.datadoghq.com/account_management/api-app-keys/"

DATADOG = Provider(
    name="Datadog",
    words=("datadog", "datadoghq", "dd api", "dd app", "dd client"),
    rotate=_DATADOG_DOCS,
    credentials=(
        Credential(
            id="datadog-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            docs=_DATADOG_DOCS,
        ),
        Credential(
            id="datadog-prefixed-application-key",
            kind="application key with its prefix",
            role=Role.KEY,
            pattern="ddapp_[A-Za-z0-9]{34}",
            docs="https://docs.aws.amazon.com/secretsmanager/latest/userguide/"
            "mes-partner-DatadogApplicationKey.html",
        ),
        Credential(
            id="datadog-access-token",
            kind="personal or service access token",
            role=Role.TOKEN,
            pattern="dd[ps]at_[A-Za-z0-9_]{32,120}",
            docs="https://docs.datadoghq.com/account_management/personal-access-tokens/",
        ),
        Credential(
            id="datadog-application-key",
            kind="application key",
            role=Role.KEY,
            form=hexadecimal(40),
            names=("app", "application", "appkey", "key", "apikey"),
            docs=_DATADOG_DOCS,
        ),
        Credential(
            id="datadog-client-token",
            kind="client token",
            role=Role.TOKEN,
            public=True,
            form=r"pub[0-9a-f]{32}",
            docs="https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens",
        ),
    ),
)

DYNATRACE = Provider(
    name="Dynatrace",
    words=("dynatrace",),
    rotate="https://docs.dynatrace.com/docs/manage/identity-access-management/"
    "access-tokens-and-oauth-clients/access-tokens",
    credentials=(
        Credential(
            id="dynatrace-token",
            kind="API, platform or OAuth token",
            role=Role.TOKEN,
            pattern=r"dt0[a-z][0-9]{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}",
            docs="https://docs.dynatrace.com/docs/dynatrace-api/basics/"
            "dynatrace-api-authentication",
        ),
    ),
)

ADAFRUIT_IO = Provider(
    name="Adafruit IO",
    words=("adafruit io", "adafruit"),
    rotate="https://io.adafruit.com/api/docs/",
    credentials=(
        Credential(
            id="adafruit-io-key",
            kind="key",
            role=Role.KEY,
            pattern=r"aio_[A-Za-z0-9]{28}",
            docs="https://io.adafruit.com/api/docs/",
        ),
        Credential(
            id="adafruit-io-legacy-key",
            kind="key of the old form",
            role=Role.KEY,
            form=hexadecimal(32),
            docs="https://io.adafruit.com/api/docs/",
        ),
    ),
)
