"""What stands under a credential's name in real sources and is none: code, files, settings."""

import pytest

from leakguard.examples import made_up
from tests.support import found, rules_found

TOKEN, SHORT = made_up("base62", 20, 961), made_up("base62", 10, 962)
HOLDER = made_up("hex", 8, 963) + "-" + made_up("hex", 24, 964)

NO_CREDENTIALS = {
    "project that a token is for": ("c.env", f"TOKEN_PROJECT={TOKEN}\n"),
    "region of a key": ("c.env", "API_KEY_REGION=eu-west-1\n"),
    "public key for browsers": ("c.env", f"NEXT_PUBLIC_PUBLIC_KEY={TOKEN}\n"),
    "object of a makefile": ("Makefile", "deliver_pass.o: dsb_scan.h\n"),
    "program of a makefile": ("Makefile", "unpwd-set.test : unpwd-set.cpp\n"),
    "source of a makefile": ("Makefile", "unpwd : 01-will-unpwd-set.cpp\n"),
    "module of Perl in a list of changes": ("ChangeLog", "lib/mod_sql_passwd.pm: Bug#4138 -\n"),
    "results of tests": ("check.log", "PASS: addr2line\nPASS: ar-2 long names\nFAIL: nm-1\n"),
    "one result of a test": (
        "check.log",
        "Running a.exp ...\nPASS: ld-2/a\nRunning b.exp ...\n",
    ),
    "checks of a field": ("User.php", "'password' => 'required|min:8|confirmed',\n"),
    "file that a tool is told of": ("tox.ini", "common/password_hashing.py: E501\n"),
    "table of a type": ("main.cf", "sasl_password = hash:/etc/mail/sasl_passwd\n"),
    "maps": ("main.cf", "smtp_password_maps = regexp12345x\n"),
    "method": ("c.php", "$config['password_method'] = 'CRAM-MD5';\n"),
    "way to authenticate": ("c.php", "$config['password'] = 'CRAM-MD5';\n"),
    "crypt": ("c.php", "$x->get('password_ldap_encodage', 'md5-crypt');\n"),
    "icon": ("icons.less", '@fa-var-user-secret: "\\f21b";\n'),
    "none, in brackets": ("c.php", "$pass = $x->getprop('smtp_pass', '(none)');\n"),
    "member of a class": ("c.dist", "// See password::hash_password() method.\n"),
    "property": ("c.map", '"user = o.userName;\\n p.password = o.options.password;\\n"\n'),
    "number of things": ("c.ts", "// ibPassword: 2-byte\n"),
    "type of a parameter": ("c.js", "/** {place:Array,passphrase:String,page:String} */\n"),
    "empty password": ("README", "DB_USER=root DB_PASSWORD= FILTER=integration npm test\n"),
    "empty password in prose": ("README", "Set PASSWORD= SHELL=/bin/sh before it.\n"),
    "property in a string": ("c.py", "CODE = 'p.password = o.options.password;'\n"),
    "code in a string": ("c.py", 'CODE = "n(e){let{supportKeys:o}=e;return o&&(r=o)}"\n'),
    "interpolation": ("m.cfg", "db_url = sqlite:///%(secret:db_pwd)s\n"),
    "reference to a store": ("m.yml", "PASSWORD: ?{gpg:targets/mysql/password:ec3d54de}\n"),
    "reference's own password": ("m.md", "a tag `?{gpg:targets/mysql/password:ec3d54de}` is\n"),
    "text that is filled in": ("m.rst", 'send("Authorization: %s\\\\r\\\\n" % token)\n'),
    "call of a condition": ("p.toml", "has-pwd = \"is_installed('pwd')\"\n"),
    "addresses of mail": ("m.py", '{"SOCIAL_AUTH_EMAILS": ["fOo@bar.com"]}\n'),
    "option that is a switch": ("m.sh", "docker login --password-stdin public.ecr.aws &&\n"),
    "method of a challenge": ("m.py", 'get_pkce_auth(code_challenge, "S256")\n'),
    "public key for SSH": ("m.py", f'ssh_key = "AAAAC3NzaC1lZDI1NTE5AAAAI{TOKEN}{SHORT}"\n'),
    "directive in a sentence": ("README", "Bind with binddn and bindpw only for searching.\n"),
    "password that is wrong": ("m.py", 'verify_password("ada", "definitely-wrong-pw!")\n'),
    "password that is faked": ("m.py", 'login("ada", "fake_password_c8231")\n'),
    "values of a type": ("c.ts", "authentication?: 'basicAuth' | 'n8nUserAuth' | 'none';\n"),
    "variable in documentation": ("c.md", 'login = {"password": s300_pass, "port": 1}\n'),
    "prompt in a page": ("c.html", "elif &#34;Password:&#34; in output:\n"),
    "resource": ("c.json", '"arn:aws:store:*:${aws:Principal}:secret:amazon-bedrock*"\n'),
    "constant in a URL": ("c.conf", "connection = mysql://ada:ADA_DBPASS@controller/ada\n"),
    "option behind a placeholder": ("c.ini", "--os-password=<password> --os-project-name=<it>\n"),
    "attribute in a namespace": ("c.xml", f'<o:UsernameToken u:Id="uuid-{HOLDER}">\n'),
    "parameter of a scheme": ("c.txt", 'Authorization: Digest username="rajeshacl", qop=auth\n'),
    "expansion": ("c.conf", 'Cleartext-Password := "%{control:User-Password}"\n'),
    "numbered place": ("c.php", "'<blockquote data-secret=\"%1$s\">%2$s'\n"),
    "property in percent signs": ("c.xml", "<a>-Dclient.auth=%my.jmx.ssl.clientauth%</a>\n"),
    "argument of a script": ("c.sh", 'mysql_pass="-p$2"\n'),
    "one that is asked for": ("C.java", 'String pass = db.getPassword("tomcat");\n'),
    "placeholders in base64": ("C.java", 'credentials = "dXNlcm5hbWU6cGFzc3dvcmQ=";\n'),
    "end of a comment before code": (
        "c.min.js",
        "/* a\n*/!function(){n((function(e){let{supportKeys:o}=e,r=!0;return t&&(r=o)}))}();\n",
    ),
    "token of a badge": ("README.md", f"![a](https://a.io/badge.svg?token={SHORT})\n"),
    "sealed token of a badge": ("a.html", f'<img src="https://a.io/badge?sealed_token={TOKEN}">\n'),
    "header of a handshake": ("C.java", f'headers.setSecWebSocketKey("{TOKEN}==");\n'),
}
CREDENTIALS = {
    "key of a tenant": ("c.env", f"API_KEY_TENANT={TOKEN}\n"),
    "password of a cluster": ("c.env", f"DB_PASSWORD_CLUSTER={SHORT}\n"),
    "variable for browsers": ("c.env", f"NEXT_PUBLIC_SITE_API_TOKEN={TOKEN}\n"),
    "attribute in a namespace": ("c.xml", f'<o:UsernameToken u:Password="{TOKEN}">\n'),
    "parameter of a scheme": ("c.txt", f'Authorization: Token token="{TOKEN}"\n'),
    "in a comment of several lines": ("c.js", f"/* a\n * apiToken: {TOKEN}\n */\n"),
    "default of a variable": ("c.yml", f"PASSWORD: ${{PASSWORD:-{SHORT}}}\n"),
    "quoted in a page": ("c.html", f"password = &#34;{SHORT}&#34;\n"),
    "one of a class": ("c.ts", f"token: string | null = '{TOKEN}' || '';\n"),
    "one that is set": ("C.java", f'db.setPassword("{SHORT}");\n'),
}


@pytest.mark.parametrize(("path", "text"), NO_CREDENTIALS.values(), ids=NO_CREDENTIALS)
def test_what_is_only_called_so_is_silent(path: str, text: str) -> None:
    assert [it.rule for it in found(text, path)] == []


@pytest.mark.parametrize(("path", "text"), CREDENTIALS.values(), ids=CREDENTIALS)
def test_what_stands_in_the_same_place_is_found(path: str, text: str) -> None:
    assert len(found(text, path)) == 1


def test_a_word_of_the_providers_name_says_nothing_of_the_value() -> None:
    value = made_up("base62", 28, 751)
    assert rules_found(f"REQUEST_FINANCE_TOKEN={value}\n") == ["requestfinance-api-key"]


def test_the_same_word_elsewhere_says_that_the_value_is_a_place_in_a_list() -> None:
    assert not rules_found(f"REQUEST_TOKEN={made_up('base62', 28, 752)}\n")
