"""Values that are given a credential's name, in whatever language or format."""

import re

from leakguard.examples import made_up, made_up_from
from leakguard.finding import Confidence, Severity
from leakguard.rule import AssignedRule, Example
from leakguard.values.elsewhere import NAMES

_NAME = rf"""
    (?: (?i: secret | token | passw | passphrase | passcode | pwd | pswr?d | credential | auth
         | private_?key | api_?key | access_?key | psk | pepper | salt | snmp_?community
         | community_?string | {NAMES} )
      | (?: [a-z0-9] | _ | - | \. ) (?: Key | KEY | key )
      | \b (?i: pass | cred | creds ) \b | [a-z_] (?: Pass | _pass | PASS ) \b
      | [a-z]{{2}} pass \b )
    [A-Za-z0-9_.\-]{{0,30}}
"""
_VALUE = r"""[^\s"'`<>]{4,600}"""
_LONG = r"[A-Za-z0-9_\-.+/=]{16,600}"
_DRAWN = r"[A-Za-z0-9_\-]{20,64}"
_LABEL = r"(?i: key | token | secret | password ) s?"
_TOKEN = made_up("base62", 32, 401)
_PASSWORD = made_up("base62", 14, 402)
_SERIAL = made_up("hex", 16, 403)
_UUID = made_up_from("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", 404)
_INSERT = "INSERT INTO users"
_MADE = "makepasswd"
_POINTER = "*out_pw"

_BEHIND_NAME = (
    # "name": "value", name = 'value', name("value"), key="name" value="value"
    r"""\\?["'`]? [^"'`\n,;]{1,40} ["'`] [^"'`\s]{4,400} ["'`]""",
    # INSERT INTO users (name, password) VALUES ('ada', 'value')
    r"""[^()\n;]{0,160} \) \s{0,4} (?i: values ) \s{0,9} \( [^()\n;]{0,200} ' [^'\s]{4,300} '""",
    # Name {{ get; set; }} = "value"
    r"""[ ]? \{ [ ]? get; [a-z; ]{0,30} \} [ ]? = [ ]? " [^"'`\s]{4,400} \"""",
    # name: value, NAME=value
    rf"""["']? [ \t]{{0,40}} (?: = | : | => | := | \?= ) [ \t]{{0,40}}
         (?: [&!] \w{{1,40}} [ ] )? {_VALUE} (?: [\s"'`<>] | $ )""",
    # <name>value</name>, <key>name</key> <string>value</string>
    rf"""[^<>\n]{{0,60}} (?: </ [A-Za-z\-]{{1,16}} )? > \s{{0,40}}
         (?: < (?i: string | (?: param- )? value ) > )? {_VALUE} <""",
    # - name: name, on the same line or the next value: value; variable "name" { default = "value"
    rf"""["']? [ ]? (?: [,{{]? [ \t\r]{{0,4}} \n [ \t]{{0,40}} | , [ ] )
         ["']? (?i: (?: default_? )? value | default ) ["']? [ ]{{0,4}} [:=] [ ]? ["']?
         {_VALUE} (?: [\s"'`<>] | $ )""",
    # name: | and the value on the next line that is not empty
    rf"""["']? : [ ]? [|>][+\-]? [ \r]{{0,2}} \n \s{{1,40}} {_VALUE} $""",
)
"""What stands between a name and the end of its value."""

HARD_CODED_SECRET = AssignedRule(
    id="hard-coded-secret",
    title="Hard-coded credential",
    why="It has the name and the form of a credential: whoever reads it may be able to use it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    triggers=(
        # One pattern: Hyperscan would follow the name anew for each of several.
        f"{_NAME} (?: {' | '.join(_BEHIND_NAME)} )",
        # set -gx NAME value, setenv NAME value, config set NAME value, secret set NAME --body value
        rf"""\b (?: set (?: [ ] --? [A-Za-z]{{1,9}} ){{0,3}} | setenv | SetEnv | fastcgi_param | put
                 | update | write [ ] [\w.\-]{{1,60}} | config (?: [ ] --[a-z]{{1,9}} )? | name )
             [ ]{{1,4}} ["']? [$/A-Za-z0-9_.\-:]{{0,60}} (?: {_NAME} | / (?i: key ) ) ["']? [ ]
             (?: [^\n"']{{0,80}} [ =b] )? ["']? {_LONG} (?: [\s"'] | $ )""",
        # variable "name" { type = string, default = "value"
        rf"""\b variable \s{{1,4}} " [A-Za-z0-9_.\-]{{0,60}} {_NAME} " \s{{0,4}} \{{
             [^{{}}]{{0,200}} \b default \s{{0,20}} = \s{{0,4}} " [^"\s]{{4,300}} \"""",
        # name: and, a few lines below it, default: value
        rf"""{_LABEL} : \r? \n [ \t]{{1,40}} (?i: type | description | noecho ) : [^#]{{1,160}}
             [ \t] (?i: default ) : [ ] ["']? {_VALUE} (?: [\s"'`<>] | $ )""",
        # | name | `value` |, name,value, "name";"value"
        rf"""(?: ^ | [,;\t|] ) [^,;\t|\n]{{0,60}} {_LABEL} ["`*]{{0,3}} [ ]{{0,30}} [,;\t|]
             [ ]{{0,20}} ["`]? {_LONG} (?: [\s"`] | $ )""",
        # <td>name</td><td>value</td>, name is <code>value</code>
        rf"""{_LABEL} (?: [ ] is | :? (?: </ [a-z]{{1,9}} > )? :? ) [ ]? < [a-z]{{1,9}} >
             (?: < [a-z]{{1,9}} > )? {_LONG} <""",
        # **name:** `value`, **name**: value, <b>name:</b> value, name: ``value``
        rf"""{_LABEL} (?: :? \*\* :? | : </ [a-z]{{1,9}} > | : [ ] ` ) [ ]? [`"']? {_LONG}
             (?: [\s"'`<] | $ )""",
        # name: on a line of its own, and below it the value, or a list of it alone
        rf"""{_LABEL} (?: \*\* )? : (?: \*\* )? \s{{1,40}} (?: - [ ] )? ["'`]? {_LONG} ["'`]?
             \r? $""",
        # "names": ["value"]
        rf"""{_LABEL} ["']? [ ]? (?: [:=] | => ) [ ]? \[ \s? ["'] {_LONG} ["']""",
        # {name, <<"value">>}, name{"value"}
        rf"""{_NAME} (?: , [ ]? << | \{{ ) " {_LONG} \"""",
        # name="name" and, on the next line, value="value"
        rf"""{_NAME} ["'] \s{{1,40}} (?: [a-z]{{1,10}} : )? value [ ]? = [ ]? ["'] {_LONG} ["']""",
        # pw: value, dbPw = "value"; on its own, since among the names two letters cost three times
        # as much as all the others together
        rf"""(?: \b (?: pw | Pw | PW ) | [a-z_] (?: Pw | _pw | PW ) )
             (?: = | : | [ ]= | [ ]: | [ ]<- | ["']: ) [ \t]{{0,8}} ["'`]? {_VALUE}
             (?: [\s"'`<>] | $ )""",
        # API key: value
        rf"""\b (?i: api | access | secret | private | auth ) [ ] (?i: key | token | secret )
             (?: [ ]{{0,3}} [:=] [ ]{{0,3}} | [ ] - [ ] ) ["'`(]? {_VALUE} (?: [\s"'`<>)] | $ )""",
        # the API key `value`
        r"""\b (?i: api | access | secret | private | auth ) [ ] (?i: key | token | secret )
            [ ]{1,3} ` [^\s"'`<>]{8,300} `""",
        # the API key value, api_key value, acme_token value: what is no word
        r"""(?: (?i: api | access | secret | private | auth ) [ _\-]? | _ )
            (?i: key | token | secret ) [ \t]{1,40} ["'(]? [A-Za-z0-9_\-.+/=]{20,300}
            (?: [\s"')] | $ )""",
        # the API key is value; shorter ones with dashes are words: `the key is base64-encoded`
        r"""\b (?i: key | token | secret ) [ ] (?i: is | was ) [ ]{1,3} ["'`(]?
            (?: [A-Za-z0-9_]{16,300} | [A-Za-z0-9_\-.+/=]{24,300} ) (?: [\s"'`<>),;] | $ )""",
        # put("name", "value"), {"name", "value"}, systemProperty "name", "value"
        rf"""(?: [(\{{] [ ]? (?: & [\w.]{{1,60}} , [ ] )?
               | \b (?: systemProperty | property | put | set ) [ ] )
             ["'] [\w.\-]{{0,30}} {_NAME} ["'] , [ ]{{0,16}} (?: HeaderValue::from_static\( )?
             ["'] [^"'`\s]{{4,400}} ["']""",
        # name: &'static str = "value", of Rust
        r""": [ ]? & 'static [ ] str [ ]? = [ ]? r? " [^"'`\s]{4,400} \"""",
        # (1, 'name', 'value'): a row of settings
        rf"""[(,] [ ]? ' [\w.\-/]{{0,60}} {_NAME} ' , [ ]? ' [^'\s]{{4,400}} '""",
        # set :name, "value", let(:name) { "value"
        rf"""\b (?: set | let!? ) [ (] : [a-z_]{{0,30}} {_NAME} (?: , | \) [ ] \{{ ) [ ]? ["']
             [^"'`\s]{{4,400}} ["']""",
        # a line of a configuration: password value
        rf"""^ [ \t#;]{{0,20}} (?i: passw (?: or )? d | secret ) [ \t]{{1,40}} {_VALUE} \r? $""",
        # {name, "value"}, define(NAME, "value"), strcpy(name, "value")
        rf"""(?: \{{ | \b (?: define | strn?cpy | strlcpy | memcpy ) \( ) [ ]?
             (?: \( [\w* ]{{1,20}} \) [ ]? )? [A-Za-z0-9_.\-]{{0,30}}
             {_NAME} , [ ]? " [^"'`\s]{{4,400}} \"""",
        # the acme token value, acme.token value
        rf"""[A-Za-z0-9] [ ._\-] (?i: key | token | secret ) (?: [ ]? : | [ ] is )? [ ] ["'`(]?
             {_DRAWN} (?: $ | [^A-Za-z0-9_\-] )""",
        # ENV NAME value, --name value
        rf"""(?: \b (?: ENV | ARG | setx? | proxy_set_header | SetEnv | fastcgi_param ) [ \t]{{1,4}}
                 [A-Za-z0-9_\-]{{0,30}}
               | -- [a-z\-]{{0,30}} ) {_NAME} [ \t]{{1,4}} {_VALUE} (?: [\s"'`<>] | $ )""",
    ),
    advice=(
        "Find out what it opens, and revoke or change it there.",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'{{"api_token": "{_TOKEN}"}}', "config.json"),
        Example(f"database:\n  password: {_PASSWORD}\n", "config.yml"),
        Example(f"<server><password>{_PASSWORD}</password></server>", "settings.xml"),
        Example(f"SERVICE_TOKEN={_TOKEN}\n", "service.env"),
        Example(f'const apiToken = "{_TOKEN}";\n', "index.js"),
        Example(f'const dbPw = "{_PASSWORD}";\n', "index.js"),
        Example(f'pw <- "{_PASSWORD}"\n', "load.R"),
        Example(f"$settings['hash_salt'] = '{_TOKEN}';\n", "settings.php"),
        Example(f"server root pw: {_PASSWORD}\n", "notes.txt"),
        Example(f'passwordField.text = "{_PASSWORD}"\n', "Login.swift"),
        Example(f'txtPassword.Text = "{_PASSWORD}";\n', "Login.cs"),
        Example(f'h.insert("x-api-key", HeaderValue::from_static("{_TOKEN}"));\n', "main.rs"),
        Example(f'Configuration["Auth:ClientSecret"] = "{_TOKEN}";\n', "Program.cs"),
        Example("key-store-password=Cowboy.Garden55\n", "server.properties"),
        Example(f"export SERVICE_TOKEN={_TOKEN}\n", "run.sh"),
        Example(f"server one\nsecret {_PASSWORD}\n", "app.conf"),
        Example(f"# password {_PASSWORD}\n", "app.conf"),
        Example(f'#   proxy_password "{_PASSWORD}"\n', "app.conf"),
        Example(f"SERVICE_TOKEN ?= {_TOKEN}\n", "Makefile"),
        Example(f"Ask for it with the API key `{_TOKEN}`.\n", "notes.md"),
        Example(f"API key - {_TOKEN}\n", "notes.txt"),
        Example(f"Asked with the API key {_TOKEN}\n", "service.log"),
        Example(f"service_token {_TOKEN}\n", "service.conf"),
        Example(f'snmp_community: "{_PASSWORD}"\n', "switches.yml"),
        Example(f'{{api_token, "{_TOKEN}"}}.\n', "sys.config"),
        Example(f'-define(API_TOKEN, "{_TOKEN}").\n', "client.erl"),
        Example(f'strcpy(password, "{_PASSWORD}");\n', "login.c"),
        Example(f'static const char password[] = "{_PASSWORD}";\n', "login.c"),
        Example(f'var apiToken = []byte("{_TOKEN}")\n', "client.go"),
        Example(f'public string Token {{ get; set; }} = "{_TOKEN}";\n', "Client.cs"),
        Example(f'Private Const TOKEN As String = "{_TOKEN}"\n', "client.vb"),
        Example(f"const token = process.env.TOKEN || '{_TOKEN}';\n", "client.js"),
        Example(f"PASSWORD=${{1:-{_PASSWORD}}}\n", "run.sh"),
        Example(f'TOKEN="${{2:-{_TOKEN}}}"\n', "run.sh"),
        Example(f'<property name="db.password" value="{_PASSWORD}&amp;x"/>\n', "db.xml"),
        Example(f'env::var("TOKEN").unwrap_or_else(|_| "{_TOKEN}".to_string())\n', "main.rs"),
        Example(f'token := getEnv("API_TOKEN", "{_TOKEN}")\n', "main.go"),
        Example(f'flag.StringVar(&it, "password", "{_PASSWORD}", "of it")\n', "main.go"),
        Example(f'Token string `env:"TOKEN" envDefault:"{_TOKEN}"`\n', "main.go"),
        Example(f'Set-Item Env:\\API_TOKEN -Value "{_TOKEN}"\n', "set.ps1"),
        Example(f'upload {{ password.set("{_PASSWORD}") }}\n', "build.gradle.kts"),
        Example(f"const token = process.argv[2] || '{_TOKEN}';\n", "client.js"),
        Example(f"my $token = $ARGV[0] // '{_TOKEN}';\n", "client.pl"),
        Example(f"putenv('API_TOKEN={_TOKEN}');\n", "client.php"),
        Example(f'@Value("${{db.password:{_PASSWORD}}}")\n', "Db.java"),
        Example(f'storePassword "{_PASSWORD}"\n', "build.gradle"),
        Example(f'  @api_token "{_TOKEN}"\n', "client.ex"),
        Example(f'(def api-token "{_TOKEN}")\n', "client.clj"),
        Example(f'{{:user "bot" :password "{_PASSWORD}"}}\n', "config.clj"),
        Example(f'#define API_TOKEN @"{_TOKEN}"\n', "Client.m"),
        Example(f'<entry key="db.password">{_PASSWORD}</entry>\n', "db.xml"),
        Example(f"The API key is {_TOKEN} for now.\n", "notes.md"),
        Example(f"Access token: {_TOKEN}\n", "notes.md"),
        Example(f"$headers = array('X-Api-Key: {_TOKEN}');\n", "client.php"),
        Example(f"set :deploy_password, '{_PASSWORD}'\n", "deploy.rb"),
        Example(f"$config->{{db}}{{password}} = '{_PASSWORD}';\n", "client.pl"),
        Example(f'wchar_t *password = L"{_PASSWORD}";\n', "login.cpp"),
        Example(f'{{ "password", "{_PASSWORD}" }},\n', "Login.cs"),
        Example(f"systemProperty 'db.password', '{_PASSWORD}'\n", "build.gradle"),
        Example(f'static TOKEN: &\'static str = "{_TOKEN}";\n', "main.rs"),
        Example(f'password: Some("{_PASSWORD}".into()),\n', "main.rs"),
        Example(f"$zip->setPassword('{_PASSWORD}');\n", "pack.php"),
        Example(f'std::string secret("{_TOKEN}");\n', "client.cpp"),
        Example(f'var apiKey: String {{ return "{_TOKEN}" }}\n', "Api.swift"),
        Example(f'private val apiToken by lazy {{ "{_TOKEN}" }}\n', "Api.kt"),
        Example(f'strncpy((char*)it.sta.password, "{_PASSWORD}", 64);\n', "wifi.c"),
        Example(f"default[:app][:password] = '{_PASSWORD}'\n", "default.rb"),
        Example(f"ENV.fetch('API_TOKEN', '{_TOKEN}')\n", "client.rb"),
        Example(f'option :password, default: "{_PASSWORD}"\n', "cli.rb"),
        Example(
            f"final apiKey = String.fromEnvironment('API_KEY', defaultValue: '{_TOKEN}');\n",
            "api.dart",
        ),
        Example(f"let(:api_token) {{ '{_TOKEN}' }}\n", "client_spec.rb"),
        Example(f"{_INSERT} (id, password) VALUES (1, '{_PASSWORD}');\n", "seed.sql"),
        Example(
            f"INSERT INTO `wp_options` (`id`, `option_name`, `option_value`) VALUES\n"
            f"(1, 'mail_api_key', '{_TOKEN}');\n",
            "dump.sql",
        ),
        Example(f"{_INSERT} (name, pwd)\nVALUES\n  ('Ada', '{_PASSWORD}');\n", "seed.sql"),
        Example(f"$body = '<login><password>{_PASSWORD}</password></login>';\n", "client.php"),
        Example(f"proxy_set_header X-Api-Key {_TOKEN};\n", "nginx.conf"),
        Example(f"headers:\n    X-Api-Key:\n    - {_TOKEN}\n", "cassette.yml"),
        Example(
            "Parameters:\n  SiteApiKey:\n    Type: String\n    Description: Of the site\n"
            f"    Default: {_TOKEN}\n",
            "stack.yml",
        ),
        Example(
            f"Parameters:\n  DbPassword:\n    Type: String\n    Default: {_PASSWORD}\n", "stack.yml"
        ),
        Example(f'static TOKEN: &[u8] = b"{_TOKEN}";\n', "main.rs"),
        Example(f"string(name: 'API_TOKEN', defaultValue: '{_TOKEN}')\n", "Jenkinsfile"),
        Example(f"env:\n  - name: API_TOKEN\n    value: {_TOKEN}\n", "deploy.yml"),
        Example(
            'variable "acme_key" {\n  description = "Of Acme"\n  type        = string\n\n'
            f'  default     = "{_TOKEN}"\n}}\n',
            "variables.tf",
        ),
    ),
    valid=(
        Example('{"password": "password"}', "config.json"),
        Example('if (it.isPassword) { return "Passw2" }\n', "Field.swift"),
        Example('passwordLabel.text = "Password2:"\n', "Login.swift"),
        Example('passwordField.placeholder = "Password"\n', "Login.swift"),
        Example('{"password": "testpwd1"}', "user.json"),
        Example("const PW=`org.eclipse.alg.force.graph`;\n", "bundle.js"),
        Example("password: ${PASSWORD}\n", "config.yml"),
        Example('variable "key_pair" {\n  type = string\n  default = "web-2"\n}\n', "variables.tf"),
        Example("proxy_set_header X-Api-Key $http_x_api_key;\n", "nginx.conf"),
        Example(f"{_INSERT} (password, role) VALUES (NULL, 'kL2-Teller9');\n", "seed.sql"),
        Example("password = getPassword(request);\n", "Login.java"),
        Example("token: identifier\n", "grammar.yml"),
        Example("snmp_community: public\n", "switches.yml"),
        Example("password:\n  type: string\n  description: Yours\n  default: none\n", "a.yml"),
        Example("password required\n", "pam.conf"),
        Example('PWD_FILE="/etc/cram-md5.pwd"\nMD5PWD="/etc/cram-md5.pwd"\n', "a.conf"),
        Example(f"{_MADE}: hashlib7 rand\n", "Makefile"),
        Example("bot:{plain}pass:1000:1000::/home/bot:/bin/sh\n", "passwd.txt"),
        Example("#url = rabbit://<user>:<pass>@server01,<user>:<pass>@server02/v\n", "a.conf"),
        Example("#ssl = keyfile:None,keyfile_password:None,verify_certs:True\n", "a.conf"),
        Example("$hashed_pwd = hashpw7 $value;\n", "manage.in"),
        Example("<admin-password>hackme</admin-password>\n", "icecast.xml"),
        Example("auth = pubkey|psk|eap-md5|eap-aka\n", "a.conf"),
        Example("suites = DEFAULT:!EXP:!PSK:!SRP:!kRSA\n", "a.conf"),
        Example(f"subjkey: {':'.join(re.findall('..', made_up('hex', 40, 403)))}\n", "README"),
        Example("# password policies\n", "pam.conf"),
        Example("; see username= and password= options to set one\n", "pam.conf"),
        Example("$salt = 'sodium-chloride';\n", "Kitchen.php"),
        Example(f'{{"hash": "", "salt": "{_TOKEN}"}}', "users.json"),
        Example('#define KEY_URI "pkcs11:token=ecdsa521;object=ecdsa521"\n', "keys.c"),
        Example('Ftp::_anonymousPassword("garden9@b");\n', "ftp.cpp"),
        Example('hash_password = "garden.tools.hash_password:main"\nuser = ""\n', "a.toml"),
        Example('let text = "ChangeSecret: \\(message)"\n', "Store.swift"),
        Example(";; host= user= password= auth_user=\n", "pool.ini"),
        Example("const newPassword = await login.change(\n", "login.ts.ejs"),
        Example("*_passwordMatch = \\&_exact_match;\n", "match.pl"),
        Example('$ gpg --recv-keys "0123456789ABCDEF"\n', "uscan.pl"),
        Example(f"Invalid API key {_TOKEN}\n", "service.log"),
        Example("private_key the-name-of-the-file-that-has-it\n", "service.conf"),
        Example("sh -c 'tty; echo test-vault-password |run-playbook -i all'\n", "run.sh"),
        Example(f"password {_PASSWORD}\n", "notes.md"),
        Example("const token = process.env.TOKEN || 'none';\n", "client.js"),
        Example("  let secret = 'AWS4' + secretAccessKey;\n", "sign.js"),
        Example(f"\t{_POINTER} = g_strdup (new_password);\n", "dialog.c"),
        Example(f"# Generator token: {_UUID}\n", "Exports.R"),
        Example(f"https://tests.example.org/badge.svg?badge_key={_TOKEN}\n", "a.md"),
        Example(f'"TokenSerial": "{_SERIAL}",\n', "config.json"),
        Example('@Value("${db.password:}")\n', "Db.java"),
        Example('if (strcmp(password, "none") == 0)\n', "login.c"),
        Example("The API key is base64url-encoded, and kept in the environment.\n", "notes.md"),
        Example("var it = { apiKey: settings.apiKey };\n", "client.js"),
    ),
)
