"""A value under a credential's name, in every format; and what only looks like one."""

import pytest

from leakguard.examples import made_up
from leakguard.finding import Confidence, Role
from tests.support import found

TOKEN = made_up("base62", 32, 411)
PASSWORD = made_up("base62", 6, 412) + "#" + made_up("base62", 5, 413)

TOKENS = {
    "salt": ("hash.php", "$salt = '%s';\n"),
    "pepper": ("devise.rb", '  # config.pepper = "%s"\n'),
    "json": ("config.json", '{"service": {"api_token": "%s"}}\n'),
    "json-in-json": ("log.json", '{"body": "{\\"api_token\\": \\"%s\\"}"}\n'),
    "yaml": ("config.yml", "service:\n  api_token: %s\n"),
    "yaml-quoted": ("config.yml", "api_token: '%s'\n"),
    "yaml-flow": ("config.yml", "service: {host: a.org, api_token: %s}\n"),
    "yaml-anchor": ("config.yml", "api_token: &token %s\n"),
    "yaml-block": ("config.yml", "api_token: |\n  %s\n"),
    "yaml-list": ("config.yml", "environment:\n  - API_TOKEN=%s\n"),
    "toml": ("config.toml", '[service]\napi_token = "%s"\n'),
    "ini": ("config.ini", "[service]\napi_token = %s\n"),
    "ini-colon": ("setup.cfg", "[service]\napi_token: %s\n"),
    "properties": ("app.properties", "service.api.token=%s\n"),
    "env": ("service.env", "API_TOKEN=%s\n"),
    "env-export": ("service.env", "export API_TOKEN='%s'\n"),
    "xml": ("config.xml", "<service><apiToken>%s</apiToken></service>\n"),
    "xml-attribute": ("config.xml", '<service apiToken="%s" host="a.org"/>\n'),
    "xml-key-value": ("web.config", '<add key="ApiToken" value="%s"/>\n'),
    "xml-property": ("beans.xml", '<property name="apiToken"><value>%s</value></property>\n'),
    "html": ("index.html", '<div data-api-token="%s"></div>\n'),
    "html-meta": ("index.html", '<meta name="api-token" content="%s">\n'),
    "plist": ("Info.plist", "<key>ApiToken</key>\n\t<string>%s</string>\n"),
    "hcl": ("main.tf", 'api_token = "%s"\n'),
    "hcl-default": ("main.tf", 'variable "api_token" {\n  default = "%s"\n}\n'),
    "hcl-default-typed": (
        "main.tf",
        'variable "api_token" {\n  description = "Of it"\n  type = string\n\n  default = "%s"\n}\n',
    ),
    "ruby-or": ("run.rb", "ENV['API_TOKEN'] ||= '%s'\n"),
    "javascript-or": ("run.js", "config.apiToken ??= '%s';\n"),
    "shell": ("run.sh", 'API_TOKEN="%s" ./run\n'),
    "shell-default": ("run.sh", 'API_TOKEN="${API_TOKEN:-%s}"\n'),
    "shell-default-bare": ("run.sh", "API_TOKEN=${API_TOKEN:-%s}\n"),
    "shell-default-set": ("run.sh", "API_TOKEN=${API_TOKEN:=%s}\n"),
    "shell-option": ("run.sh", "./run --api-token %s\n"),
    "powershell": ("run.ps1", '$ApiToken = "%s"\n'),
    "powershell-env": ("run.ps1", '$env:API_TOKEN = "%s"\n'),
    "batch": ("run.bat", "set API_TOKEN=%s\r\n"),
    "dockerfile": ("Dockerfile", "ENV API_TOKEN=%s\n"),
    "dockerfile-space": ("Dockerfile", "ENV API_TOKEN %s\n"),
    "dockerfile-arg": ("Dockerfile", "ARG API_TOKEN=%s\n"),
    "compose": ("compose.yml", "services:\n  a:\n    environment:\n      API_TOKEN: %s\n"),
    "compose-default": ("compose.yml", "environment:\n  - API_TOKEN=${API_TOKEN:-%s}\n"),
    "compose-default-in-url": (
        "compose.yml",
        "URL: amqp://${RABBIT_USER:-bot}:${RABBIT_TOKEN:-%s}@${RABBIT_HOST:-mq}/\n",
    ),
    "spring-default": ("app.properties", "service.token=${API_TOKEN:%s}\n"),
    "kubernetes": ("pod.yml", "env:\n  - name: API_TOKEN\n    value: %s\n"),
    "github-actions": (".github/workflows/ci.yml", "env:\n  API_TOKEN: %s\n"),
    "gitlab": (".gitlab-ci.yml", 'variables:\n  API_TOKEN: "%s"\n'),
    "nginx": ("nginx.conf", 'proxy_set_header X-Api-Token "%s";\n'),
    "systemd": ("bot.service", "Environment=API_TOKEN=%s\n"),
    "sql": ("seed.sql", "UPDATE service SET api_token = '%s' WHERE id = 1;\n"),
    "markdown": ("README.md", "```sh\nexport API_TOKEN=%s\n```\n"),
    "markdown-inline": ("README.md", "Set `API_TOKEN` to `%s`, then start.\n"),
    "rst": ("README.rst", ".. code:: python\n\n   api_token = '%s'\n"),
    "log": ("app.log", "2024-01-01 12:00:00 INFO login with api_token=%s from a\n"),
    "diff": ("a.patch", '-api_token = ""\n+api_token = "%s"\n'),
    "http-header": ("call.http", "GET /v1 HTTP/1.1\nX-Api-Token: %s\n"),
    "javascript": ("a.js", "const apiToken = '%s'\n"),
    "javascript-object": ("a.js", "connect({ apiToken: '%s' })\n"),
    "typescript": ("a.ts", 'const apiToken: string = "%s";\n'),
    "go": ("a.go", 'apiToken := "%s"\n'),
    "go-struct": ("a.go", 'Config{APIToken: "%s"}\n'),
    "java": ("A.java", 'private static final String API_TOKEN = "%s";\n'),
    "java-setter": ("A.java", 'client.setApiToken("%s");\n'),
    "java-put": ("A.java", 'headers.put("api-token", "%s");\n'),
    "kotlin": ("A.kt", 'val apiToken: String = "%s"\n'),
    "csharp": ("A.cs", 'public const string ApiToken = "%s";\n'),
    "cpp": ("a.cpp", 'const std::string api_token = "%s";\n'),
    "c-define": ("a.h", '#define API_TOKEN "%s"\n'),
    "rust": ("a.rs", 'const API_TOKEN: &str = "%s";\n'),
    "ruby": ("a.rb", "api_token = '%s'\n"),
    "ruby-hash": ("a.rb", ":api_token => '%s',\n"),
    "php": ("a.php", "$apiToken = '%s';\n"),
    "php-define": ("a.php", "define('API_TOKEN', '%s');\n"),
    "swift": ("a.swift", 'let apiToken = "%s"\n'),
    "scala": ("A.scala", 'val apiToken = "%s"\n'),
    "dart": ("a.dart", "final String apiToken = '%s';\n"),
    "lua": ("a.lua", 'local api_token = "%s"\n'),
    "r": ("a.R", 'api_token <- "%s"\n'),
    "r-setenv": ("a.R", 'Sys.setenv(API_TOKEN = "%s")\n'),
    "perl": ("a.pl", "my $api_token = '%s';\n"),
    "groovy": ("build.gradle", "apiToken = '%s'\n"),
    "objective-c": ("a.m", 'NSString *apiToken = @"%s";\n'),
    "comment": ("a.go", "// api_token: %s\n"),
    "comment-semicolon": ("a.el", "; api_token: %s\n"),
    "behind-a-template": ("a.j2", "host: {{ host }} api_token=%s\n"),
    "python-list": ("a.py", 'tokens = ["%s", "one-word"]\n'),
    "python-comment": ("a.py", "# api_token = %s\n"),
    "python-string": ("a.py", 'BODY = "api_token=%s"\n'),
    "python-docstring": ("a.py", '"""Starts.\n\n    api_token: %s\n"""\n'),
}  # fmt: skip

PASSWORDS = {
    **{
        f"named-{name}": ("app.properties", f"db.{name}=%s\n")
        for name in ("parola", "haslo", "motDePasse", "mdp", "passord", "pswd", "bindpass")
    },
    "name-and-value-on-a-line": ("pod.yml", "env:\n  - {name: DB_PASSWORD, value: %s}\n"),
    "name-and-value-elements": (
        "core-site.xml",
        "<property>\n  <name>ConnectionPassword</name>\n  <value>%s</value>\n</property>\n",
    ),
    "parameter-elements": (
        "web.xml",
        "<param-name>password</param-name>\n<param-value>%s</param-value>\n",
    ),
    "setting-element": (
        "App.settings",
        '<Setting Name="Password" Type="System.String">\n  <Value>%s</Value>\n</Setting>\n',
    ),
    "member-php": ("config.php", "<?php $CFG->dbpass    = '%s';\n"),
    "yaml-in-columns": ("config.yml", f"db_user:{'a':>31}\ndb_password:{' ' * 27}%s\n"),
    "properties-in-columns": ("app.properties", f"db.password{' ' * 22}= %s\n"),
    "directive-in-columns": ("app.conf", f"password{' ' * 16}%s\n"),
    "gradle-in-columns": ("build.gradle", f"storePassword{' ' * 12}'%s'\n"),
    "yaml": ("config.yml", "database:\n  user: bot\n  password: %s\n"),
    "json": ("config.json", '{"user": "bot", "password": "%s"}\n'),
    "properties": ("app.properties", "spring.datasource.password=%s\n"),
    "xml": ("settings.xml", "<server><id>a</id><password>%s</password></server>\n"),
    "java-setter": ("A.java", 'source.setPassword("%s");\n'),
    "csharp": ("A.cs", 'Password = "%s",\n'),
    "php": ("a.php", "$db_password = '%s';\n"),
    "compose": ("compose.yml", "environment:\n  - POSTGRES_PASSWORD=%s\n"),
    "run-together-behind-var": ("a.js", "var dbpassword = '%s';\n"),
    "apache-environment": ("site.conf", "SetEnv DB_PASSWORD %s\n"),
    "fastcgi-parameter": ("site.conf", "fastcgi_param DB_PASSWORD %s;\n"),
}

NONE = {
    "accents": ("a.yml", f"Db: Server=DB;User=U;Password=CONTRASE{chr(0xD1)}A;\n"),
    "accents-and-whose": ("a.yml", f"password: tu_contrase{chr(0xF1)}a\n"),
    "call-javascript": ("a.js", "const token = getToken(request)\n"),
    "member-go": ("a.go", "token := config.Token\n"),
    "look-up-ruby": ("a.rb", "token = ENV['SERVICE_TOKEN_V2']\n"),
    "look-up-javascript": ("a.js", 'const token = localStorage.getItem("session-token-v2")\n'),
    "label": ("de.json", '{"password": "Passwort", "forgot_password": "Passwort vergessen?"}\n'),
    "label-thai": ("th.json", '{"LABEL_PASSWORD": "รหัสผ่าน"}\n'),
    "template-github": ("ci.yml", "token: ${{ secrets.TOKEN }}\n"),
    "template-helm": ("a.yaml", "password: {{ .Values.password }}\n"),
    "template-dollar": ("compose.yml", "POSTGRES_PASSWORD: $POSTGRES_PASSWORD\n"),
    "reference-vault": ("a.yml", "password: vault:secret/data/db#password\n"),
    "reference-kubernetes": (
        "a.yml",
        "- name: API_TOKEN\n  valueFrom:\n    secretKeyRef:\n      key: token\n",
    ),
    "reference-onepassword": ("a.env", "API_TOKEN=op://vault/item/token\n"),
    "encrypted-sops": ("a.yml", "password: ENC[AES256_GCM,data:Zm9v,iv:YmFy,type:str]\n"),
    "placeholder": ("a.env", "API_TOKEN=your-token-here\n"),
    "empty": ("a.env", 'API_TOKEN=\nPASSWORD=""\n'),
    "word": ("a.yml", "token: identifier\n"),
    "type": ("schema.graphql", "type Login {\n  token: String\n  password: String!\n}\n"),
    "cursor": ("a.json", f'{{"NextToken": "{TOKEN}"}}\n'),
    "idempotency": ("a.json", f'{{"ClientRequestToken": "{TOKEN}"}}\n'),
    "regular-expression": ("a.json", '{"password": "^(?=.*[a-z])(?=.*[0-9]).{8,64}$"}\n'),
    "pattern-of-arn": ("a.json", '{"pattern": "arn:aws:secret:[a-z0-9-]{1,20}"}\n'),
    "version": ("yarn.lock", "token-parser: 13.0.0-next-8.29\n"),
    "package": ("a.js", 'share({shareKey: "@scope/token-parser"})\n'),
    "path": ("a.yml", "password_file: /run/secrets/db_password\nprivate_key: ./keys/id.pem\n"),
    "lexer-table": ("a.js", 'tokenData: "0o~R^XY}YZ}]^}pq}rs!Stu#pxy"\n'),
    "lexer-table-with-quotes": ("a.js", """tokenData: "$'~RfXY!xYZ}A]^!Cpq3rs%St#8u`}#9!bC"\n"""),
    "quotes-out-of-phase": ("a.js", 'throw Error("Unknown token "+D);if("cl4ss9z"===a)throw 1\n'),
    "sentence": ("a.md", "The client secret: OAuth2 client secret of the application\n"),
    "hash": ("users.json", '{"password": "pbkdf2_sha256$36000$90bEBUbbgBEO$L8mP32NfNI8IYyrFF"}\n'),
    "boolean": ("a.yml", "password: false\ntoken: null\n"),
    "argument-in-a-template": (
        "a.yml",
        "page: \"{{ lookup('url', address, username=mail_user, password=mail_db2_pass) }}\"\n",
    ),
    "call-in-powershell": ("a.ps1", '$become_pass = "garden42!$([System.IO.Path]::Random())"\n'),
    "minified": ("a.min.js", "a" + ";" * 400 + "b({file:!0,password:!0,image:!0}),T.fn[at]=0\n"),
    "escaped-signs": ("a.py", r"""PROMPT = [r'"password": "\$6\$']""" + "\n"),
    "money-on-a-chain": ("a.txt", f"solana:pay?spl-token={TOKEN}\n"),
    "key-of-a-cache": ("a.py", f'self.cached_token_key = "{made_up("hex", 40, 414)}"\n'),
    "ends-with-its-name": ("a.py", 'def ask(password=b"prompt1_password"): ...\n'),
    "number-of-the-time": ("a.json", '{"clientToken": "gQzJc1362847444140"}\n'),
    "filler": ("a.py", '# jwt_token: "ooooccxtooootoooootheoooomoonooooo"\n'),
    "crossed-out": ("a.py", "# {'api_key': '2fFZuXXX_CXB5XXXDGMRXXXDiCKTer'}\n"),
    "identifier-behind-a-point": (
        "a.js",
        "a({upper:o.upperRowOfTheTitleLongTextFillTo})\n",
    ),
    "sentence-about-users": (
        "a.json",
        '{"documentation": "For a native username + password user, it has no effect."}\n',
    ),
    "vocabulary": (
        "a.py",
        'tokens = {"(": "lparen", ")": "rparen", "{": "lcurl", "[": "lbracket", "#": "dblquote"}\n',
    ),
    "joined-go": ("a.go", 's = append(s, "Secret: "+fmt.Sprintf("%#v", it.Secret)+",")\n'),
    "joined-javascript": ("a.js", 'at="?user="+n(u)+"&password="+encode(p.password)+"";t()\n'),
    "joined-php": ("a.php", "$line = '// DECRYPTION_SECRET='.base64_encode($data).\"\\n\";\n"),
    "not-of-a-digit": ("a.txt", "for(x in{radio:!0,password:!0,image:!0})T.fn[x]=s(x);\n"),
    "suffix-of-make": ("Makefile.in", "EXES=$(PWD:.exe=.res)\n"),
    "folder-of-windows": ("a.go", 'expected = "PWD=C:/garden"\n'),
    "class-of-php": ("a.php", "$form->add('password', 'App\\Form\\Type\\PasswordType');\n"),
    "fields": ("a.sh", "docker build --secret id=npmrc,src=/root/.npmrc .\n"),
    "range-of-versions": ("yarn.lock", '    parse-passwd "^1.0.0"\n'),
    "name-of-an-event": (
        "Makefile",
        "FLAGS=-Dlook_last_pwd_change=ldap_look_last_pwd_change\n",
    ),
    "key-that-is-trusted": ("a.php", f"$trusted_keys[] = '{TOKEN}';\n"),
    "placeholder-in-markup": ("a.html", "<pre>password: &lt;wachtwoord&gt;</pre>\n"),
    "type-beside-a-user": ("a.xml", "user: string,\nShowChgPassword: bool,\n"),
    "sentence-in-a-page": ("a.html", "<p>Using the password: Yes2 for all of them.</p>\n"),
    "variable-in-notes": ("a.md", "where(login: entered_name, password: entered_password).first\n"),
    "label-of-a-language": ("text_de.prop", "tools.password=Entschlüsselungs-Passwort\n"),
    "id-of-a-key-of-openpgp": ("a.sh", f"CLI_GPG_KEY={made_up('hex', 16, 415).upper()}\n"),
    "macro": ("a.yml", "user: zabbix\npassword: '{$GARDEN.PASSWORD}'\n"),
    "parameter-of-sql": ("a.php", "$db->prepare('... user = :u AND password = :varpass');\n"),
    "part-that-is-filled-in": ("a.rb", 'it.password = "roses-#{@password}"\n'),
    "format": ("magic", '0 string x PASSWORD salt: "%-128.128s"\n'),
    "word-for-it-elsewhere": ("a.sh", "DB_USER=ada\nDB_PW=heslo\n"),
    "variable-in-gradle": ("a.gradle", "user = me\npassword = remoteCachePassword\n"),
    "number-in-hex": ("a.idl", "const GLenum DEPTH_PASS = 0x0B96;\n"),
    "type-in-a-comment": ("a.rs", "// pub const AUTH_PASSWORD: c_ulong = 1 << 1;\n"),
    "assertion": ("a.cs", 'Assert.Pass("Succeeded!");\n'),
    "names-in-a-row": ("a.c", '/* "username:password:uid2:gid:home" */\n'),
    "options-in-a-row": ("a.sh", "getopt ro-password:,rw-password:,tables,verbose -- x\n"),
    "module-of-go": ("a.go", 'gpgKeyCmd "example.org/cli/cli/v2/pkg/cmd/gpg-key"\n'),
    "name-of-a-secret": ("a.json", '{"key-secret": "garden-4-format-encryption-secret0"}\n'),
    "sources-of-a-test": ("Makefile.am", "test_oauth2_jwt_SOURCES = test-oauth2-jwt.c\n"),
    "list-of-changes": ("ChangeLog", "* contrib/ftpasswd: Bug#3994 - ftpasswd fails\n"),
    "told-where-unset": ("a.yml", "DB_PASSWORD: ${DB_PASSWORD:?Set DB_PASSWORD}\n"),
    "told-where-unset-quoted": ("a.yml", 'DB_PASSWORD: "${DB_PASSWORD:?is required}"\n'),
    "told-where-unset-list": ("a.yml", "- DB_PASSWORD=${DB_PASSWORD:?Please set it}\n"),
    "default-that-refers-on": ("a.sh", "DB_PASSWORD=${DB_PASSWORD:-${OTHER_PASSWORD:-}}\n"),
    "code-python": ("a.py", "token = settings.token\npassword = forms.CharField()\n"),
}


@pytest.mark.parametrize(("path", "text"), TOKENS.values(), ids=TOKENS)
def test_a_token_is_found(path: str, text: str) -> None:
    (finding,) = found(text.replace("%s", TOKEN), path)
    assert finding.secret is not None
    assert finding.secret.reveal() == TOKEN


@pytest.mark.parametrize(("path", "text"), PASSWORDS.values(), ids=PASSWORDS)
def test_a_password_is_found(path: str, text: str) -> None:
    (finding,) = found(text.replace("%s", PASSWORD), path)
    assert finding.secret is not None
    assert finding.secret.reveal() == PASSWORD


@pytest.mark.parametrize(("path", "text"), NONE.values(), ids=NONE)
def test_what_is_no_credential_is_silent(path: str, text: str) -> None:
    assert [(it.rule, it.place.line) for it in found(text, path)] == []


WORD = "white" + "duke"
WORDS_OF_USERS = {
    "ini-in-notes": ("notes.txt", "user = Aladdin\npassword = open_sesame\n"),
    "comment-between": ("notes.txt", "user = Aladdin\n// lamp\npassword = open_sesame\n"),
    "puppet": ("a.md", "  user      => 'jo',\n  password  => 'whiteduke',\n"),
    "a-phrase": ("login.ini", "Username=jo\nPassword=thisismypassword\n"),
    "camel-case": ("Db.java", f'String dbUser = "jo";\nString dbPassword = "{WORD}";\n'),
    "basic": ("Db.vb", f'Dim user As String = "jo"\nDim password As String = "{WORD}"\n'),
    "another-language": ("db.php", "$usuario = 'jo';\n$password = 'whiteduke';\n"),
    "a-network": ("net.h", '#define WIFI_SSID "hall"\n#define WIFI_PASSWORD "whiteduke"\n'),
    "beside-a-mailbox": ("notes.md", "Email: jo@garden.org\nPassword: whiteduke\n"),
    "connects": ("a.R", "dbConnect(MySQL(), user='jo', password='whiteduke', host='a.org')\n"),
}
NO_WORDS_OF_USERS = {
    "of-its-name": ("notes.txt", "user = jo\npassword = smtp_password\n"),
    "documentation": ("docs/databases.txt", '"USER": "site",\n"PASSWORD": "swordfish",\n'),
    "call-in-notes": ("notes.txt", 'log_in(host, username="jo", password="whiteduke")\n'),
    "as-one-of-the-users": ("a.txt", "user=jo\nhost=a.org\n\nuser=annette\npassword=annette\n"),
    "stand-in": ("login.ini", "Username=jo\nPassword=mypassword\n"),
    "another-syntax": ("notes.txt", "user: jo\npassword = entered\n"),
    "as-its-user": ("login.ini", "Username=centipede\nPassword=centipede\n"),
    "a-field-of-a-form": ("A.java", 'idUser = "userField";\nidPassword = "passwordField";\n'),
    "a-call-that-tests": ("a.rb", 'create(:user, username: "jo", password: "whiteduke")\n'),
    "a-label-of-mail": ("a.txt", "email = address\npassword = whiteduke\n"),
    "anonymous": ("ftp.ini", f"user = anonymous\npassword = {PASSWORD}\n"),
    "python": ("a.py", 'TEXT = """\nuser = jo\npassword = whiteduke\n"""\n'),
}


@pytest.mark.parametrize(("path", "text"), WORDS_OF_USERS.values(), ids=WORDS_OF_USERS)
def test_a_word_beside_a_user_is_a_password(path: str, text: str) -> None:
    (finding,) = found(text, path)
    assert (finding.rule, finding.confidence) == ("hard-coded-secret", Confidence.LOW)


@pytest.mark.parametrize(("path", "text"), NO_WORDS_OF_USERS.values(), ids=NO_WORDS_OF_USERS)
def test_what_stands_beside_a_user_and_says_nothing_is_silent(path: str, text: str) -> None:
    assert found(text, path) == ()


WORDS_THAT_SIGN = {
    "javascript": ("auth.js", f'const JWT_SECRET = "{WORD}";\n'),
    "java": ("Auth.java", f'private String sessionSecret = "first{WORD.title()}";\n'),
    "env": ("a.env.example", "JWT_SECRET=centipede\n"),
}
NO_WORDS_THAT_SIGN = {
    "its-name": ("auth.js", 'const JWT_SECRET = "jwtSecret";\n'),
    "a-name": ("auth.js", 'const JWT_SECRET = "authTokenKey";\n'),
    "with-separators": ("auth.js", 'const JWT_SECRET = "garden-gate";\n'),
    "of-another-kind": ("auth.js", 'const clientSecret = "centipede";\n'),
    "a-translation": ("locales/nl.json", f'{{"jwt_secret": "{WORD}"}}\n'),
}


@pytest.mark.parametrize(("path", "text"), WORDS_THAT_SIGN.values(), ids=WORDS_THAT_SIGN)
def test_a_word_is_a_secret_that_signs(path: str, text: str) -> None:
    (finding,) = found(text, path)
    assert (finding.rule, finding.confidence) == ("hard-coded-secret", Confidence.LOW)


@pytest.mark.parametrize(("path", "text"), NO_WORDS_THAT_SIGN.values(), ids=NO_WORDS_THAT_SIGN)
def test_a_name_is_no_secret_that_signs(path: str, text: str) -> None:
    assert found(text, path) == ()


WORDS_OF_SETTINGS = {
    "yaml": ("a.yml", "POSTGRES_PASSWORD: centipede\n"),
    "yaml-quoted": ("a.yml", "ldap:\n  bind_password: 'centipede'  # change it\n"),
    "yaml-list": ("a.yml", "  - MYSQL_ROOT_PASSWORD=centipede\n"),
    "variable-of-a-command": ("a.yml", "- run: PGPASSWORD=centipede psql -h db\n"),
    "json": ("a.json", '{"first_superuser_password": "centipede", "pages": 2}\n'),
    "commented-out": ("app.conf", "# default_pass = centipede\n"),
    "shell": ("run.sh", 'ADMIN_PASSWORD="centipede"\n'),
    "dockerfile": ("Dockerfile", "ENV ADMIN_PASSWORD=centipede\n"),
    "default": ("a.yml", "POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-centipede}\n"),
    "default-quoted": ("a.yml", 'POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:-centipede}"\n'),
    "env": ("a.env.example", "GRAYLOG_PASSWORD=centipede\n"),
    "two-words": ("a.yml", "POSTGRES_PASSWORD: garden-gate\n"),
    "element": ("a.xml", "<server><password>centipede</password></server>\n"),
    "property": ("a.xml", '<property name="db.password">centipede</property>\n'),
    "attribute": ("web.config", '<add key="SmtpPassword" value="centipede" />\n'),
    "plist": ("a.plist", "<key>password</key>\n<string>centipede</string>\n"),
    "hcl": ("main.tf", 'password = "centipede"\n'),
    "hcl-default": ("main.tf", 'variable "db_password" {\n  default = "centipede"\n}\n'),
    "systemd": ("bot.service", "Environment=DB_PASSWORD=centipede\n"),
    "batch": ("run.bat", "set DB_PASSWORD=centipede\r\n"),
    "registry": ("a.reg", '"DefaultPassword"="centipede"\n'),
    "dockerfile-space": ("Dockerfile", "ENV MYSQL_ROOT_PASSWORD centipede\n"),
    "key-store": ("key.properties", "storePassword=centipede\n"),
    "request": ("a.http", '{\n  "name": "jo",\n  "password": "centipede"\n}\n'),
    "insert": ("a.sql", f"INSERT INTO users (id, password) VALUES (1, '{WORD}');\n"),
}
NO_WORDS_OF_SETTINGS = {
    "what-is-done-with-it": ("a.yml", "update_password: whenever\n"),
    "a-state": ("a.yml", "rabbit_password: optional\n"),
    "a-word-for-it": ("a.yml", "field_password: wachtwoord\n"),
    "says-what-belongs-there": ("a.yml", "DB_PASSWORD: gardenpassword\n"),
    "what-its-name-is-for": ("a.yml", "password_driver: centipede\n"),
    "a-sentence": ("a.yml", "label_password: centipede has many feet\n"),
    "a-translation": ("locales/nl.yml", "label_password: centipede\n"),
    "its-user": ("a.ini", "user = centipede\npassword = centipede\n"),
    "a-user": ("a.yml", "MYSQL_ROOT_PASSWORD: root\n"),
    "code": ("a.js", 'const password = "centipede"\n'),
    "notes": ("notes.txt", "password: centipede\n"),
    "two-words-for-it": ("a.yml", "DB_PASSWORD: db-secret\n"),
    "a-state-in-an-element": ("a.xml", "<password>required</password>\n"),
    "a-label-in-an-element": ("a.xml", '<text name="password">Centipede</text>\n'),
    "insert-of-a-stand-in": ("a.sql", "INSERT INTO users (password) VALUES ('secret');\n"),
    "a-part-of-a-pipe": ("run.sh", "password=centipede-$(date)\n"),
}


@pytest.mark.parametrize(("path", "text"), WORDS_OF_SETTINGS.values(), ids=WORDS_OF_SETTINGS)
def test_a_word_that_a_configuration_sets_is_a_password(path: str, text: str) -> None:
    (finding,) = found(text, path)
    assert (finding.rule, finding.confidence) == ("hard-coded-secret", Confidence.LOW)


@pytest.mark.parametrize(("path", "text"), NO_WORDS_OF_SETTINGS.values(), ids=NO_WORDS_OF_SETTINGS)
def test_a_word_of_a_configuration_that_says_nothing_is_silent(path: str, text: str) -> None:
    assert found(text, path) == ()


def test_a_digest_in_a_row_is_no_password() -> None:
    text = f"INSERT INTO users (id, password) VALUES (1, '{made_up('hex', 32, 414)}');\n"
    assert found(text, "seed.sql") == ()


@pytest.mark.parametrize("value", ["@stairs1984", "VanRt92.__8463_"])
def test_what_begins_with_a_sign_is_no_expression(value: str) -> None:
    (finding,) = found(f"db.password={value}\n", "app.properties")
    assert finding.rule == "hard-coded-secret"


@pytest.mark.parametrize("value", ["@Value", "@ref", "_config.password"])
def test_an_expression_is_no_password(value: str) -> None:
    assert found(f"db.password={value}\n", "app.properties") == ()


def test_the_password_of_a_key_is_a_password() -> None:
    (finding,) = found("signing.password=Stairs#1984\n", "gradle.properties")
    assert finding.role is Role.PASSWORD


def test_an_empty_password_is_not_followed_by_a_value() -> None:
    text = '{"db": "Host=localhost;Username=;Password=;Pooling=true;Timeout=60"}\n'
    assert found(text, "settings.json") == ()


@pytest.mark.parametrize("name", ["SECRET_KEY", "JWT_KEY", "TOKEN_KEY", "jwt_secret_key"])
def test_what_somebody_signs_with_is_made_up(name: str) -> None:
    (finding,) = found(f"{name}=Stairs#1984\n", "a.env.example")
    assert finding.rule == "hard-coded-secret"


@pytest.mark.parametrize("value", ["garden-gate", "vault_key_v2", "config-path-1"])
def test_a_name_is_not_what_somebody_signs_with(value: str) -> None:
    assert found(f"SECRET_KEY={value}\n", "a.env.example") == ()


@pytest.mark.parametrize("value", ["123456", "secret", "root"])
@pytest.mark.parametrize("behind", [";", ";Pooling=true", ";Convert Zero Datetime=true"])
def test_a_password_ends_before_the_next_part(value: str, behind: str) -> None:
    text = f'<add name="c" connectionString="Server=a;Uid=root;Pwd={value}{behind}"/>\n'
    assert found(text, "web.config") == ()


@pytest.mark.parametrize(("value", "count"), [("griffin", 1), ("hoses", 0)])
def test_the_name_of_the_user_is_no_password_of_elements(value: str, count: int) -> None:
    pair = "<property>\n  <name>jdo.Connection%s</name>\n  <value>%s</value>\n</property>\n"
    text = pair % ("UserName", "hoses") + pair % ("Password", value)
    assert len(found(text, "hive-site.xml")) == count


@pytest.mark.parametrize("mark", ["ENC", "enc:v1", "ENCRYPTED", "aes-256-gcm"])
def test_what_says_that_it_is_encrypted_is_silent(mark: str) -> None:
    assert found(f'db_password = "{mark}:{TOKEN}"\n', "app.ini") == ()


def test_what_a_call_gives_does_not_name_what_it_takes() -> None:
    text = f'host = shodan.Shodan("{TOKEN}")\n'
    assert [it.rule for it in found(text, "look.js")] == ["shodan-api-key"]
    assert not found(f"import shodan\n{text.replace('shodan.Shodan', 'lookup')}", "look.js")


class TestTheSpanishWordForAPasswordAndAKey:
    """`clave` is what a mapping's key is called as well."""

    @pytest.mark.parametrize("name", ["clave", "CLAVE", "mi_clave", "claveDb"])
    @pytest.mark.parametrize("path", ["a.py", "a.js"])
    def test_names_what_looks_like_a_password(self, name: str, path: str) -> None:
        (finding,) = found(f'{name} = "{PASSWORD}"\n', path)
        assert finding.role is Role.PASSWORD

    @pytest.mark.parametrize(
        "text",
        ['clave = "usuario1"', 'datos = {"clave": "nombre"}', 'palabra_clave = "python3"',
         'clave = "ES-MD28"', 'clave_primaria = "id_cliente2"', 'enclave = "norte-2"'],
    )  # fmt: skip
    @pytest.mark.parametrize("path", ["a.py", "a.js"])
    def test_names_no_other_text(self, text: str, path: str) -> None:
        assert found(text + "\n", path) == ()
