"""The best-known tokens, in the form that their providers document.

Each is made up anew from that form, which is written here without a look at the rules. It is found
under its rule where it stands alone, and is not where it is one character short, where one
is of another alphabet, or where it is a part of something longer.
"""

from leakguard.examples import made_up_from
from leakguard.formats.checksums import with_crc32
from leakguard.forms import (
    UUID,
    base62,
    base64,
    base64url,
    capital,
    digits,
    hexadecimal,
    small,
)
from tests.grouped import each
from tests.support import rules_found

ALONE = "- {} -\n"
"""Text that says nothing of a value."""

GITHUB = {
    "github-personal-access-token": f"ghp_{base62(36)}",
    "github-oauth-token": f"gho_{base62(36)}",
    "github-user-to-server-token": f"ghu_{base62(36)}",
    "github-server-to-server-token": f"ghs_{base62(36)}",
    "github-refresh-token": f"ghr_{base62(76)}",
}
"""https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"""

PREFIXED = {
    "github-fine-grained-token": f"github_pat_{base62(22)}_{base62(59)}",
    # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    "aws-access-key-id": f"(?:AKIA|ASIA){capital(16)}",
    "aws-appsync-api-key": f"da2-{small(26)}",
    # https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
    "azure-devops-personal-access-token": f"{base62(76)}AZDO{base62(4)}",
    # https://cloud.google.com/docs/authentication/api-keys
    "google-api-key": f"AIza{base64url(35)}",
    "google-oauth-client-secret": f"GOCSPX-{base64url(28)}",
    # https://docs.slack.dev/authentication/tokens
    "slack-app-token": f"xapp-1-A{capital(10)}-{digits(13)}-{hexadecimal(64)}",
    # https://docs.anthropic.com/en/api/getting-started
    # https://platform.openai.com/docs/api-reference/authentication
    "openai-api-key": f"sk-{base62(20)}T3BlbkFJ{base62(20)}",
    # https://docs.digitalocean.com/reference/api/create-personal-access-token/
    "digitalocean-personal-access-token": f"dop_v1_{hexadecimal(64)}",
    "digitalocean-oauth-token": f"doo_v1_{hexadecimal(64)}",
    "digitalocean-refresh-token": f"dor_v1_{hexadecimal(64)}",
    # https://docs.npmjs.com/about-access-tokens
    "npm-access-token": f"npm_{base62(36)}",
    # https://guides.rubygems.org/api-key-scopes/
    "rubygems-api-key": f"rubygems_{hexadecimal(48)}",
    # https://docs.docker.com/security/access-tokens/
    "docker-personal-access-token": f"dckr_pat_{base64url(27)}",
    "docker-organization-access-token": f"dckr_oat_{base64url(32)}",
    # https://docs.databricks.com/aws/en/dev-tools/auth/pat
    "databricks-personal-access-token": f"dapi{hexadecimal(32)}",
    "replicate-api-token": f"r8_{base62(37)}",
    "groq-api-key": f"gsk_{base62(52)}",
    "xai-api-key": f"xai-{base62(80)}",
    "perplexity-api-key": f"pplx-{base62(48)}",
    "openrouter-api-key": f"sk-or-v1-{hexadecimal(64)}",
    "together-ai-api-key": f"tgp_v1_{base64url(43)}",
    # https://docs.langchain.com/langsmith/create-account-api-key
    "langsmith-personal-access-token": f"lsv2_pt_{hexadecimal(32)}_{hexadecimal(10)}",
    "langsmith-service-key": f"lsv2_sk_{hexadecimal(32)}_{hexadecimal(10)}",
    "pinecone-api-key": f"pcsk_{base62(6)}_{base62(63)}",
    # https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    "sendgrid-api-key": f"SG[.]{base64url(22)}[.]{base64url(43)}",
    "mailgun-api-key": f"key-{hexadecimal(32)}",
    "mailchimp-api-key": f"{hexadecimal(32)}-us[1-9]",
    "brevo-api-key": f"xkeysib-{hexadecimal(64)}-{base62(16)}",
    "resend-api-key": f"re_{base62(8)}_{base62(24)}",
    # https://core.telegram.org/bots/api#authorizing-your-bot
    # https://discord.com/developers/docs/reference#authentication
    # https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing
    "shopify-access-token": f"shpat_{hexadecimal(32)}",
    "shopify-custom-app-token": f"shpca_{hexadecimal(32)}",
    "shopify-private-app-password": f"shppa_{hexadecimal(32)}",
    "shopify-shared-secret": f"shpss_{hexadecimal(32)}",
    # https://developer.squareup.com/docs/build-basics/access-tokens
    "square-access-token": f"sq0atp-{base64url(22)}",
    "square-oauth-secret": f"sq0csp-{base64url(43)}",
    # https://developer.paypal.com/braintree/docs/guides/authorization/access-token
    "braintree-access-token": f"access_token[$]production[$]{small(16)}[$]{hexadecimal(32)}",
    "plaid-access-token": f"access-production-{UUID.replace('A-F', '')}",
    # https://docs.sentry.io/account/auth-tokens/
    "sentry-user-token": f"sntryu_{hexadecimal(64)}",
    # https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    "new-relic-user-key": f"NRAK-{capital(27)}",
    "new-relic-license-key": f"{hexadecimal(36)}NRAL",
    # https://grafana.com/docs/grafana/latest/administration/service-accounts/
    "grafana-service-account-token": f"glsa_{base62(32)}_{hexadecimal(8)}",
    # https://developer.pagerduty.com/docs/app-oauth-token
    "pagerduty-oauth-token": rf"pd(?:us|eu)\+_[01]XBPWQQ_{UUID.replace('A-F', '')}",
    "linear-api-key": f"lin_api_{base62(40)}",
    # https://developers.notion.com/page/changelog
    "notion-integration-token": f"ntn_{digits(11)}{base62(35)}",
    "notion-legacy-token": f"secret_{base62(43)}",
    # https://airtable.com/developers/web/guides/personal-access-tokens
    "airtable-personal-access-token": f"pat{base62(14)}[.]{hexadecimal(64)}",
    # https://developers.asana.com/docs/personal-access-token
    "asana-personal-access-token": f"1/{digits(16)}:{hexadecimal(32)}",
    "postman-api-key": f"PMAK-{hexadecimal(24)}-{hexadecimal(34)}",
    # https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/
    "cloudflare-origin-ca-key": f"v1[.]0-{hexadecimal(24)}-{hexadecimal(146)}",
    # https://devcenter.heroku.com/articles/authentication
    "heroku-api-key": f"HRKU-AA{base64url(58)}",
    "netlify-access-token": f"nfp_{base62(36)}",
    # https://supabase.com/docs/guides/api/api-keys
    "supabase-access-token": f"sbp_{hexadecimal(40)}",
    "supabase-secret-key": f"sb_secret_{base64url(22)}_{base64url(8)}",
    "neon-api-key": f"napi_{small(64)}",
    "mongodb-atlas-service-secret": f"mdb_sa_sk_{base64url(40)}",
    # https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens
    "dynatrace-token": f"dt0c01[.]{capital(24)}[.]{capital(64)}",
    # https://circleci.com/docs/managing-api-tokens/
    "circleci-access-token": f"CCIPAT_{base62(22)}_{hexadecimal(40)}",
    # https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/
    "sonar-token": f"sq[pua]_{hexadecimal(40)}",
    # https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens
    "artifactory-reference-token": f"cmVmdGtu{base62(56)}",
    # https://bitwarden.com/help/access-tokens/
    "bitwarden-access-token": f"0[.]{UUID.replace('A-F', '')}[.]{base62(30)}:{base64(22)}==",
    # https://docs.adyen.com/development-resources/api-credentials/
    "adyen-api-key": f"AQE[a-z]hm[a-z]{base64(85)}==-{base64(43)}=-{base62(16)}",
    # https://doc.rust-lang.org/cargo/reference/publishing.html
    "crates-io-api-token": f"cio{base62(32)}",
}
"""What its prefix tells wherever it stands, and whose length is one and known."""

OPEN = {
    "azure-app-secret": rf"[A-Za-z0-9]{{3}}8Q~{base62(34)}",
    "slack-bot-token": f"xoxb-{digits(12)}-{digits(13)}-{base62(24)}",
    "slack-user-token": f"xoxp-{digits(12)}-{digits(13)}-{digits(13)}-{hexadecimal(32)}",
    "slack-configuration-token": f"xoxe[.]xoxp-1-{base62(166)}",
    "slack-configuration-refresh-token": f"xoxe-1-{base62(147)}",
    "slack-workflow-token": f"xwfp-{digits(12)}-{digits(13)}-{base62(24)}",
    "anthropic-api-key": f"sk-ant-api03-{base64url(93)}AA",
    "anthropic-admin-api-key": f"sk-ant-admin01-{base64url(93)}AA",
    "anthropic-oauth-token": f"sk-ant-o[ar]t01-{base64url(93)}AA",
    "openai-project-api-key": f"sk-(?:proj|svcacct)-{base64url(74)}T3BlbkFJ{base64url(74)}",
    "openai-admin-key": f"sk-admin-{base64url(58)}T3BlbkFJ{base64url(58)}",
    "telegram-bot-token": f"[1-9]{digits(8)}:AA{base64url(33)}",
    "discord-bot-token": f"MT{base62(24)}[.]{base64url(6)}[.]{base64url(38)}",
    # https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    "aws-bedrock-api-key": f"ABSK{base64(128)}",
    # https://docs.gitlab.com/security/tokens/#token-prefixes
    "gitlab-personal-access-token": f"glpat-{base64url(20)}",
    "gitlab-oauth-secret": f"gloas-{hexadecimal(64)}",
    "gitlab-deploy-token": f"gldt-{base64url(20)}",
    "gitlab-runner-token": f"glrt-{base64url(20)}",
    "gitlab-job-token": f"glcbt-64_{base64url(20)}",
    "gitlab-trigger-token": f"glptt-{hexadecimal(40)}",
    "gitlab-feed-token": f"glft-{base64url(20)}",
    "gitlab-incoming-mail-token": f"glimt-{small(25)}",
    "gitlab-agent-token": f"glagent-{base64url(50)}",
    "gitlab-scim-token": f"glsoat-{base64url(20)}",
    "gitlab-feature-flags-token": f"glffct-{base64url(20)}",
    "slack-webhook": f"https://hooks[.]slack[.]com/services/T{capital(10)}/B{capital(10)}/{base62(24)}",
    # https://docs.stripe.com/keys
    "stripe-secret-key": f"sk_live_51{base62(97)}",
    "stripe-restricted-key": f"rk_live_51{base62(97)}",
    "stripe-webhook-secret": f"whsec_{base62(32)}",
    "google-oauth-access-token": f"ya29[.]a0{base64url(180)}",
    "google-oauth-refresh-token": f"1//0{base64url(99)}",
    "pypi-api-token": f"pypi-AgEIcHlwaS5vcmcCJ{base64url(150)}",
    # https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    "terraform-api-token": f"{base62(14)}[.]atlasv1[.]{base62(67)}",
    # https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
    "vault-service-token": f"hvs[.]{base64url(90)}",
    "vault-batch-token": f"hvb[.]{base64url(138)}",
    "vault-recovery-token": f"hvr[.]{base64url(24)}",
    # https://docs.doppler.com/reference/auth-token-formats
    "doppler-personal-token": f"dp[.]pt[.]{base62(43)}",
    "doppler-service-token": f"dp[.]st[.]dev[.]{base62(43)}",
    "huggingface-access-token": f"hf_{base62(34)}",
    # https://docs.datadoghq.com/account_management/personal-access-tokens/
    "datadog-access-token": f"dd(?:pat|sat)_{base62(40)}",
    "atlassian-api-token": f"ATATT3xFfGF0{base64url(171)}=[0-9A-F]{{8}}",
    "figma-access-token": f"figd_{base64url(40)}",
    "vercel-access-token": f"vc[piark]_{base62(56)}",
    "fly-macaroon": f"FlyV1[ ]fm2_{base64(300)}",
    "planetscale-password": f"pscale_pw_{base64url(43)}",
    "planetscale-service-token": f"pscale_tkn_{base64url(43)}",
    # https://docs.mapbox.com/accounts/guides/tokens/
    "mapbox-secret-token": rf"sk[.]eyJ1Ijoi{base64url(76)}[.]{base64url(22)}",
    # https://tailscale.com/kb/1277/key-prefixes
    "tailscale-key": f"tskey-auth-{base62(11)}CNTRL-{base62(32)}",
    "one-password-service-account-token": f"ops_eyJ{base64(800)}",
    "artifactory-api-key": f"AKCp{base62(69)}",
    "buildkite-api-token": f"bkua_{hexadecimal(40)}",
    "snyk-access-token": f"snyk_uat[.]{base64url(8)}[.]{base64url(80)}",
    "salesforce-access-token": f"00D{base62(12)}!{base62(96)}",
    "wepay-access-token": f"PRODUCTION_{hexadecimal(64)}",
    # https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-create-service-token
    "elasticsearch-service-token": f"AAEAAWVsYXN0aWMv{base64url(60)}",
    "sentry-organization-token": f"sntrys_eyJpYXQiO{base64(160)}_{base64(43)}",
    "wandb-api-key": f"wandb_v1_{base62(77)}",
}
"""What its prefix tells, and whose length is no single one."""

NEAR = {
    "aws-secret-access-key": ("aws_secret_access_key", base64(40)),
    "azure-account-key": ("AZURE_STORAGE_ACCOUNT_KEY", f"{base64(86)}=="),
    "azure-shared-access-key": ("SERVICEBUS_SHARED_ACCESS_KEY", f"{base64(43)}="),
    "azure-devops-legacy-token": ("AZURE_DEVOPS_PAT", "[a-z2-7]{52}"),
    "azure-cognitive-services-key": ("AZURE_SPEECH_KEY", hexadecimal(32)),
    "mistral-ai-api-key": ("MISTRAL_API_KEY", base62(32)),
    "cohere-api-key": ("COHERE_API_KEY", base62(40)),
    "deepseek-api-key": ("DEEPSEEK_API_KEY", f"sk-{hexadecimal(32)}"),
    "fireworks-ai-api-key": ("FIREWORKS_API_KEY", f"fw_{base62(24)}"),
    "wandb-old-api-key": ("WANDB_API_KEY", hexadecimal(40)),
    "pinecone-legacy-api-key": ("PINECONE_API_KEY", UUID),
    "mailgun-sending-key": (
        "MAILGUN_API_KEY",
        f"{hexadecimal(32)}-{hexadecimal(8)}-{hexadecimal(8)}",
    ),
    "postmark-token": ("POSTMARK_SERVER_TOKEN", UUID),
    "twilio-api-key": ("TWILIO_API_KEY", f"SK{hexadecimal(32)}"),
    "twilio-auth-token": ("TWILIO_AUTH_TOKEN", hexadecimal(32)),
    "square-personal-access-token": ("SQUARE_ACCESS_TOKEN", f"EAAA{base64url(60)}"),
    "paypal-client-secret": ("PAYPAL_CLIENT_SECRET", f"E{base64url(79)}"),
    "plaid-secret": ("PLAID_SECRET", hexadecimal(30)),
    "datadog-api-key": ("DD_API_KEY", hexadecimal(32)),
    "datadog-application-key": ("DD_APP_KEY", hexadecimal(40)),
    "pagerduty-api-key": ("PAGERDUTY_API_KEY", base64url(20)),
    "pagerduty-integration-key": ("PAGERDUTY_ROUTING_KEY", hexadecimal(32)),
    "fastly-api-token": ("FASTLY_API_TOKEN", base64url(32)),
    "cloudflare-global-api-key": ("CLOUDFLARE_API_KEY", hexadecimal(37)),
    "cloudflare-api-token": ("CLOUDFLARE_API_TOKEN", base64url(40)),
    "heroku-legacy-api-key": ("HEROKU_API_KEY", UUID),
    "render-api-key": ("RENDER_API_KEY", f"rnd_{base62(28)}"),
    "railway-api-token": ("RAILWAY_TOKEN", UUID),
    "confluent-api-secret": ("CONFLUENT_API_SECRET", base64(64)),
    "algolia-admin-key": ("ALGOLIA_ADMIN_API_KEY", hexadecimal(32)),
    "okta-api-token": ("OKTA_API_TOKEN", f"00{base64url(39)}[A-Za-z0-9]"),
    "auth0-client-secret": ("AUTH0_CLIENT_SECRET", base64url(64)),
    "codecov-upload-token": ("CODECOV_TOKEN", UUID),
    "snyk-api-token": ("SNYK_TOKEN", UUID),
    "elasticsearch-api-key": ("ELASTICSEARCH_API_KEY", f"{base64(58)}=="),
    "infura-api-secret": ("INFURA_API_KEY_SECRET", hexadecimal(32)),
    "alchemy-api-key": ("ALCHEMY_API_KEY", base64url(32)),
    "snowflake-access-token": (
        "SNOWFLAKE_TOKEN",
        f"eyJ{base62(40)}[.]eyJ{base62(120)}[.]{base62(86)}",
    ),
    "vault-legacy-token": ("VAULT_TOKEN", f"s[.]{base62(24)}"),
    "braintree-private-key": ("BRAINTREE_PRIVATE_KEY", hexadecimal(32)),
}
"""What its provider's word and a name have to tell."""


VALUES = {rule: made_up_from(form, 7) for rule, form in (GITHUB | PREFIXED | OPEN).items()}
COMPLETE = {rule: with_crc32(it) if rule in GITHUB else it for rule, it in VALUES.items()}
FIXED = [*GITHUB, *PREFIXED]


def test_a_token_of_the_documented_form_is_found() -> None:
    def check(rule: str) -> None:
        assert rules_found(ALONE.format(COMPLETE[rule])) == [rule]

    each(COMPLETE.keys(), check)


def test_a_value_behind_a_name_of_its_provider_is_found() -> None:
    def check(rule: str) -> None:
        name, form = NEAR[rule]
        assert rules_found(f"{name}={made_up_from(form, 7)}\n") == [rule]

    each(NEAR.keys(), check)


def test_one_character_short_it_is_none() -> None:
    def check(rule: str) -> None:
        assert rule not in rules_found(ALONE.format(COMPLETE[rule][:-1]))

    each(FIXED, check)


def test_a_part_of_something_longer_is_none() -> None:
    def check(rule: str) -> None:
        assert rule not in rules_found(ALONE.format(f"{COMPLETE[rule]}0a"))

    each(FIXED, check)


def test_of_another_alphabet_it_is_none() -> None:
    def check(rule: str) -> None:
        value = COMPLETE[rule]
        assert rule not in rules_found(ALONE.format(f"{value[:9]}!{value[10:]}"))

    each(FIXED, check)
