"""Tokens of services for developers, in the form that each of them documents.

As in test_known_forms.py, each is made up from that form, which is written here without a look at
the rules: those with an unmistakable prefix in prose, the others under their documented name.
"""

import pytest

from leakguard.examples import made_up_from
from leakguard.finding import Severity
from leakguard.forms import UUID, base62, base64, base64url, capital, hexadecimal, small
from tests.support import found, rules_found

LOWER_UUID = UUID.replace("A-F", "")
MERCADO_PAGO = f"APP_USR-[1-9]{{16}}-[0-9]{{6}}-{hexadecimal(32)}__LA_LD__-[0-9]{{9}}"


def signed(length: int) -> str:
    """The form of a JSON Web Token with so many characters in its payload."""
    return f"eyJ{base64url(33)}[.]eyJ{base64url(length)}[.]{base64url(43)}"


IN_PROSE = {
    "tencent-secret-id": f"AKID{base62(32)}",
    "upcloud-access-token": f"ucat_{capital(26)}",
    "digitalocean-inference-key": f"sk-do-{base64url(58)}",
    "gitbook-access-token": f"gb_api_{base62(40)}",
    "depot-access-token": f"depot_project_{hexadecimal(64)}",
    "netbird-access-token": f"nbp_{base62(36)}",
    "xai-management-key": f"xai-token-{base62(80)}",
    "kimi-api-key": f"sk-kimi-{base62(64)}",
    "daytona-api-key": f"dtn_{hexadecimal(64)}",
    "astra-db-access-token": f"AstraCS:{base62(24)}:{hexadecimal(64)}",
    "appwrite-api-key": f"standard_{hexadecimal(256)}",
    "materialize-api-key": f"mzp_{base64url(43)}",
    "mercado-pago-access-token": MERCADO_PAGO,
    "xendit-secret-key": f"xnd_production_{base62(60)}",
    "midtrans-server-key": f"Mid-server-{base64url(24)}",
    "klarna-api-key": f"klarna_live_api_{base64url(155)}",
    "woocommerce-consumer-secret": f"cs_{hexadecimal(40)}",
    "paypal-access-token": f"A21AA{base64url(92)}",
    "africastalking-api-key": f"atsk_{hexadecimal(72)}",
    "fastmail-access-token": f"fmu1-{hexadecimal(8)}-{hexadecimal(32)}-0-{hexadecimal(32)}",
    "coralogix-api-key": f"cxtp_{base62(30)}",
    "unleash-api-token": f"[*]:production[.]{hexadecimal(56)}",
    "devcycle-server-key": f"dvc_server_{hexadecimal(32)}_{base62(7)}",
    "radar-secret-key": f"prj_live_sk_{hexadecimal(40)}",
    "arcgis-api-key": f"AAPK{hexadecimal(32)}{base64url(60)}",
    "vk-access-token": f"vk1[.]a[.]{base64url(198)}",
    "salesforce-consumer-key": f"3MVG9{base62(80)}",
    "konnect-access-token": f"kpat_{base62(45)}",
    "openpipe-api-key": f"opk_{hexadecimal(42)}",
    "quicknode-api-key": f"QN_{hexadecimal(32)}",
    "basis-theory-api-key": f"key_test_us_pvt_{base62(22)}[.]{hexadecimal(32)}",
    "packagist-private-api-key": f"packagist_ack_{hexadecimal(28)}",
    "wavecell-admin-api-key": f"eght_{base62(32)}",
    "open-connectors-secrets": f"{base64(43)}=,[ ]Organization[ ]{hexadecimal(32)}",
    "paymob-secret-key": f"egy_sk_live_{hexadecimal(64)}",
    "nx-cloud-write-token": f"{base62(48)}fHJlYWQtd3JpdGU=",
    "northflank-access-token": f"nf-eyJ{base62(33)}[.]eyJ{base62(120)}[.]{base64url(43)}",
}

UNDER_NAME = {
    "incident-io-other-key": ("INCIDENT_IO_API_KEY", f"inc_{base62(40)}"),
    "modern-treasury-other-key": ("MODERN_TREASURY_API_KEY", base62(48)),
    "appveyor-legacy-access-token": ("APPVEYOR_TOKEN", small(20)),
    "hyperping-api-key": ("HYPERPING_API_KEY", f"sk_{base62(40)}"),
    "mintlify-api-key": ("MINTLIFY_API_KEY", f"mint_{base62(32)}"),
    "extractorapi-api-key": ("EXTRACTORAPI_KEY", hexadecimal(40)),
    "alconost-api-key": ("ALCONOST_API_KEY", hexadecimal(32)),
    "exportsdk-api-key": ("EXPORTSDK_API_KEY", f"acme_{LOWER_UUID}"),
    "split-api-key": ("SPLIT_API_KEY", small(36)),
    "vimeo-client-secret": ("VIMEO_CLIENT_SECRET", base64(128)),
    "trackjs-api-key": ("TRACKJS_API_KEY", hexadecimal(32)),
    "kinde-client-secret": ("KINDE_CLIENT_SECRET", base62(52)),
    "papertrail-access-token": ("PAPERTRAIL_API_TOKEN", base62(19)),
    "namesilo-api-key": ("NAMESILO_API_KEY", hexadecimal(23)),
    "deepsource-access-token": ("DEEPSOURCE_TOKEN", f"dsp_{hexadecimal(36)}"),
    "lightstep-access-token": ("LIGHTSTEP_ACCESS_TOKEN", hexadecimal(32)),
    "updown-api-key": ("UPDOWN_API_KEY", f"ro-{base62(20)}"),
    "aftership-legacy-api-key": ("AFTERSHIP_API_KEY", LOWER_UUID),
    "umami-legacy-api-key": ("UMAMI_API_KEY", base62(32)),
    "linode-access-token": ("LINODE_TOKEN", hexadecimal(64)),
    "hcloud-access-token": ("HCLOUD_TOKEN", base62(64)),
    "ovh-application-secret": ("OVH_APPLICATION_SECRET", base62(32)),
    "ovh-consumer-key": ("OVH_CONSUMER_KEY", base62(32)),
    "tencent-secret-key": ("TENCENTCLOUD_SECRET_KEY", base62(32)),
    "gitea-access-token": ("GITEA_TOKEN", hexadecimal(40)),
    "expo-access-token": ("EXPO_TOKEN", base64url(40)),
    "replicate-legacy-api-token": ("REPLICATE_API_TOKEN", hexadecimal(40)),
    "cohere-api-key": ("CO_API_KEY", base62(40)),
    "elevenlabs-old-api-key": ("XI_API_KEY", hexadecimal(32)),
    "backblaze-api-key": ("B2_APPLICATION_KEY", f"K005{base64(27)}"),
    "wasabi-client-secret": ("WASABI_SECRET_KEY", base62(40)),
    "mollie-live-api-key": ("MOLLIE_API_KEY", f"live_{base62(30)}"),
    "chargebee-api-key": ("CHARGEBEE_API_KEY", f"live_{base62(32)}"),
    "adyen-hmac-key": ("ADYEN_HMAC_KEY", "[0-9A-F]{64}"),
    "mailjet-secret-key": ("MJ_APIKEY_PRIVATE", hexadecimal(32)),
    "pushover-access-token": ("PUSHOVER_TOKEN", base62(30)),
    "telegram-api-hash": ("TELEGRAM_API_HASH", hexadecimal(32)),
    "rollbar-access-token": ("ROLLBAR_ACCESS_TOKEN", hexadecimal(32)),
    "logdna-api-key": ("LOGDNA_INGESTION_KEY", hexadecimal(32)),
    "launchdarkly-relay-key": ("LAUNCHDARKLY_RELAY_KEY", f"rel-{LOWER_UUID}"),
    "bluesky-app-password": ("BLUESKY_APP_PASSWORD", "[a-z2-7]{4}(?:-[a-z2-7]{4}){3}"),
    "mastodon-access-token": ("MASTODON_ACCESS_TOKEN", base64url(43)),
    "bamboohr-api-key": ("BAMBOOHR_API_KEY", hexadecimal(40)),
    "rubygems-legacy-api-key": ("RUBYGEMS_API_KEY", hexadecimal(32)),
    "docker-legacy-token": ("DOCKERHUB_TOKEN", LOWER_UUID),
    "sentry-client-secret": ("SENTRY_CLIENT_SECRET", hexadecimal(64)),
    "github-legacy-installation-token": ("GITHUB_TOKEN", f"v1[.]{hexadecimal(40)}"),
    "infisical-client-secret": ("INFISICAL_CLIENT_SECRET", hexadecimal(64)),
    "cloudflare-r2-secret-key": ("R2_SECRET_ACCESS_KEY", hexadecimal(64)),
    "okta-client-secret": ("OKTA_OAUTH2_CLIENTSECRET", base64url(64)),
    "neon-legacy-api-key": ("NEON_API_KEY", small(64)),
    "abacus-api-key": ("ABACUS_API_KEY", f"s2_{hexadecimal(32)}"),
    "filestack-app-secret": ("FILESTACK_APP_SECRET", "[A-Z2-7]{26}"),
    "lancedb-api-key": ("LANCEDB_API_KEY", f"ldb_{base64url(40)}"),
    "ntfy-access-token": ("NTFY_TOKEN", f"tk_{base62(29)}"),
    "requesty-api-key": ("REQUESTY_API_KEY", f"rqsty-sk-{base62(40)}"),
    "motherduck-access-token": ("MOTHERDUCK_TOKEN", signed(450)),
    "n8n-signed-api-key": ("N8N_API_KEY", signed(180)),
    "plunk-api-key": ("PLUNK_API_KEY", f"sk_{hexadecimal(48)}"),
    "daily-api-key": ("DAILY_API_KEY", hexadecimal(64)),
    "uploadthing-api-key": ("UPLOADTHING_SECRET", f"sk_live_{hexadecimal(64)}"),
}

ON_PURPOSE = {
    "mintlify-assistant-key": f"MINTLIFY_KEY=mint_dsc_{base62(32)}",
    "trackjs-token": f"TRACKJS_TOKEN={hexadecimal(32)}",
    "xendit-public-key": f"XENDIT_KEY=xnd_public_production_{base62(60)}",
    "paddle-client-token": f"PADDLE_CLIENT_TOKEN=live_{hexadecimal(27)}",
    "datadog-client-token": f"DD_CLIENT_TOKEN=pub{hexadecimal(32)}",
    "devcycle-client-key": f"DEVCYCLE_KEY=dvc_client_{hexadecimal(32)}_{base62(7)}",
    "shopify-storefront-token": f"SHOPIFY_STOREFRONT_TOKEN={hexadecimal(32)}",
    "growthbook-client-key": f"GROWTHBOOK_CLIENT_KEY=sdk-{base62(14)}",
    "clerk-publishable-key": f"CLERK_PUBLISHABLE_KEY=pk_live_{base62(30)}Q=",
    "filestack-api-key": f"FILESTACK_API_KEY=A{base62(20)}z",
    "radar-publishable-key": f"RADAR_KEY=prj_live_pk_{hexadecimal(40)}",
}
"""What is made to be published."""


@pytest.mark.parametrize("rule", IN_PROSE)
def test_what_its_prefix_tells_is_found_in_prose(rule: str) -> None:
    text = "We sign in with {} there, see below.\n"
    assert rules_found(text.format(made_up_from(IN_PROSE[rule], 7))) == [rule]


@pytest.mark.parametrize("rule", UNDER_NAME)
def test_what_its_name_tells_is_found_under_it(rule: str) -> None:
    name, form = UNDER_NAME[rule]
    assert rules_found(f'{{"{name.lower()}": "{made_up_from(form, 7)}"}}') == [rule]


@pytest.mark.parametrize("rule", ON_PURPOSE)
def test_what_is_published_on_purpose_is_only_told(rule: str) -> None:
    findings = found(made_up_from(ON_PURPOSE[rule], 7) + "\n")
    assert [(it.rule, it.severity) for it in findings] == [(rule, Severity.INFO)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"gitea {hexadecimal(40)} fixed\n", id="a commit"),
        pytest.param(f"hetzner server fingerprint {hexadecimal(64)}\n", id="a digest"),
        pytest.param(f"https://codeberg[.]org/a/b/archive/{hexadecimal(40)}\n", id="an archive"),
    ],
)
def test_a_digest_near_a_hosts_word_is_no_token(text: str) -> None:
    assert rules_found(made_up_from(text.replace(" ", "[ ]"), 7)) == []
