"""A value beside its name, with no sign between them that gives it: a table, a command, a list."""

import pytest

from leakguard.examples import made_up
from tests.support import found

TOKEN = made_up("base62", 32, 421)
DIGEST = made_up("hex", 40, 422)

FOUND = {
    "fish": ("a.fish", 'set -gx API_TOKEN "%s"\n'),
    "fish-option": ("a.fish", "set --export API_TOKEN %s\n"),
    "csh": ("a.csh", "setenv API_TOKEN %s\n"),
    "apache": ("a.conf", "SetEnv API_TOKEN %s\n"),
    "github-secret": ("a.sh", 'gh secret set API_TOKEN --body "%s"\n'),
    "github-secret-short": ("a.sh", 'gh secret set API_TOKEN -b"%s"\n'),
    "aws-parameter": (
        "a.sh",
        'aws ssm put-parameter --name /prod/API_TOKEN --type SecureString --value "%s"\n',
    ),
    "azure-vault": ("a.sh", "az keyvault secret set --name api-token --value %s\n"),
    "pulumi": ("a.sh", "pulumi config set --secret apiToken %s\n"),
    "git": ("a.sh", "git config --global forge.token %s\n"),
    "dotnet": ("a.sh", 'dotnet user-secrets set "Forge:ApiToken" "%s"\n'),
    "consul": ("a.sh", "consul kv put app/api_token %s\n"),
    "macos": ("a.sh", "defaults write org.a.b ApiToken %s\n"),
    "markdown-table": ("a.md", "| api_token | %s |\n"),
    "markdown-table-code": ("a.md", "| `API_TOKEN` | `%s` |\n"),
    "markdown-bold": ("a.md", "**API token**: `%s`\n"),
    "markdown-bold-colon": ("a.md", "- **API token:** %s\n"),
    "markdown-paragraph": ("a.md", "API token:\n\n    %s\n"),
    "restructured": ("a.rst", "API token: ``%s``\n"),
    "html-table": ("a.html", "<td>API token</td><td>%s</td>\n"),
    "html-sentence": ("a.html", "<p>The API token is <code>%s</code>.</p>\n"),
    "csv-row": ("a.csv", "name,value\napi_token,%s\n"),
    "csv-row-quoted": ("a.csv", '"api_token";"%s"\n'),
    "tsv-row": ("a.tsv", "api_token\t%s\n"),
    "json-list": ("a.json", '{"api_tokens": ["%s"]}\n'),
    "javascript-list": ("a.js", "const apiTokens = ['%s'];\n"),
    "header-of-har": ("a.json", '{"name": "X-Forge-Token", "value": "%s"}\n'),
    "android": ("a.xml", '<meta-data android:name="a.b.API_TOKEN" android:value="%s" />\n'),
    "android-lines": (
        "a.xml",
        '<meta-data\n  android:name="a.b.API_TOKEN"\n  android:value="%s" />\n',
    ),
    "erlang": ("a.erl", '{api_token, <<"%s">>}.\n'),
    "cpp-braces": ("a.cpp", 'const std::string kApiToken{"%s"};\n'),
    "rust-default": ("a.rs", 'let t = env::var("API_TOKEN").unwrap_or("%s".to_string());\n'),
}

NONE = {
    "type-in-a-table": ("a.md", "| api_token | authentication-string |\n"),
    "commit-in-a-table": ("a.md", f"| commit | {DIGEST} |\n"),
    "digest-in-a-row": ("a.csv", f"token_sha1,{DIGEST}\n"),
    "public-key-in-a-table": ("a.md", f"| public key | {TOKEN} |\n"),
    "translation-in-a-row": ("a.csv", '"invalid_token","Ungueltiges-Zugangstoken"\n'),
    "variable-of-the-shell": ("a.sh", 'gh secret set API_TOKEN --body "$FORGE_API_TOKEN_OLD"\n'),
    "template": ("a.yml", "- run: gh secret set API_TOKEN --body ${{secrets.API_TOKEN_V2}}\n"),
    "folder": ("a.csh", "setenv TOKEN_FOLDER /usr/share/tokens/garden2\n"),
    "file": ("a.sh", "git config --global user.signingkey /home/ada/.ssh/id_ed25519.pub\n"),
    "placeholder-below": ("a.md", "Secret key:\n\n    your-secret-key-goes-here\n"),
    "words-in-bold": ("a.md", "**Token:** the-token-of-the-session\n"),
    "names-in-a-list": ("a.json", '{"tokens": ["identifier_of_a_token"]}\n'),
    "schemes-in-a-list": ("a.js", 'const passwordSchemes = ["pbkdf2_sha512-v2"];\n'),
    "resource-of-android": ("a.xml", '<data a:name="API_KEY" a:value="@string/garden_key"/>\n'),
    "variable-in-a-call": ("a.js", "sign(token,currentSessionOfTheUser2)\n"),
    "import": ("a.js", "import { token, secretKeyOfTheService2 } from 'a'\n"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text"), FOUND.values(), ids=FOUND)
def test_a_token_beside_its_name_is_found(path: str, text: str) -> None:
    (finding,) = found(text.replace("%s", TOKEN), path)
    assert finding.secret is not None
    assert finding.secret.reveal() == TOKEN


@pytest.mark.parametrize(("path", "text"), NONE.values(), ids=NONE)
def test_what_stands_beside_a_name_and_is_no_credential_is_silent(path: str, text: str) -> None:
    assert [(it.rule, it.place.line) for it in found(text, path)] == []
