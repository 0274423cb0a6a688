"""What the functions of libraries take that log in, open a store of keys, or sign and encrypt, in
other languages than Python: their names say which argument is the password."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD, _SECRET = made_up("base62", 14, 671), made_up("base62", 32, 672)
_KEEP = "Keep the new one in the environment or a secret store, and read it from there."

_ADDRESS = re.compile(r"[\w.\-]+@(?:localhost|[\w\-]+\.[a-z.]+)?")
"""Of mail, which is what anonymous users give for a password."""

LOGIN_FUNCTION = TokenRule(
    id="login-function",
    title="Password among the arguments of a function that logs in",
    why="Whoever reads it can log in as the user beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: (?: \. | -> | :: )
            (?: (?i: log_?in | sign_?in | authenticate | set_?auth ) | auth | basic | UserPassword
              | (?: signIn | createUser ) WithEmailAndPassword )
            [ ]? [ (] [ ]? ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | \b (?: log_?in | logIn | sign_?in | signIn ) [ ]? \( [ ]?
            ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | (?i: redis | jedis | \b red ) [\w()]{0,20} (?: \. | -> | : ) auth [ ]? \( [ ]?
          | \b nats \. UserInfo \( [ ]? ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | (?: \b gin \. Accounts [ ]? \{
              | (?i: basic_?auth ) [ ]? \( \{ [ ]? users [ ]? : [ ]? \{ ) \s{0,40}
            ["']? [\w.@+\-]{1,60} ["']? [ ]? : [ ]{0,4}
          | : basic (?: _auth )? , [ ] ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | \b RedisPassword \. of [ ]? \( [ ]?
          | \b authenticate [ ]? \( [ ]? ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | \b MapNetworkDrive [ ( ] [^\n]{1,120} , [ ]? ["'] [\w.@+\\\-]{1,60} ["'] , [ ]{0,4}
          | -> (?: authorization_basic [ ]? \(
               | credentials [ ]? \( (?: [ ]? ["'] [^"'\n]{1,80} ["'] , ){2} ) [ ]?
            ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | (?i: mqtt | ftp | ssh | \b client ) [\w]{0,20} \. connect [ ]? \( [^,()\n]{1,80} ,
            [ ]? ["'] [\w.@+\-]{1,60} ["'] , [ ]{0,4}
          | \b UsernamePasswordToken [ ]? \( [ ]? [^,()$\n]{1,80} , [ ]{0,4}
        ) ["'] (?P<secret> [^"'\s\\]{3,128} ) ["']
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    differs=True,
    rejects=lambda value: "anonymous" if _ADDRESS.fullmatch(value) else None,
    advice=("Change it where it is used.", _KEEP),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'client.login("bot", "{_PASSWORD}");\n', "Client.java"),
        Example(f"imap.login('bot', '{_PASSWORD}')\n", "mail.rb"),
        Example(f'login("bot@b.org", "{_PASSWORD}")\n', "LoginTest.kt"),
        Example(f"request(app).get('/').auth('bot', '{_PASSWORD}')\n", "app.test.js"),
        Example(f'given().auth().preemptive().basic("bot", "{_PASSWORD}");\n', "ApiTest.java"),
        Example(f'u.User = url.UserPassword("bot", "{_PASSWORD}")\n', "main.go"),
        Example(f"signIn.signInWithEmailAndPassword('a@b.org', '{_PASSWORD}')\n", "login.ts"),
        Example(f'new UsernamePasswordToken("bot", "{_PASSWORD}");\n', "Realm.java"),
        Example(f"$redis->auth('{_PASSWORD}');\n", "cache.php"),
        Example(f'red:auth("{_PASSWORD}")\n', "cache.lua"),
        Example(f'gin.BasicAuth(gin.Accounts{{"bot": "{_PASSWORD}"}})\n', "main.go"),
        Example(f"app.use(basicAuth({{ users: {{ bot: '{_PASSWORD}' }} }}));\n", "app.js"),
        Example(f"f.request :authorization, :basic, 'bot', '{_PASSWORD}'\n", "client.rb"),
        Example(f'nats.Connect(url, nats.UserInfo("bot", "{_PASSWORD}"))\n', "main.go"),
        Example(f'GET(url, authenticate("bot", "{_PASSWORD}"))\n', "get.R"),
        Example(f"$agent->credentials('b.org:80', 'all', 'bot', '{_PASSWORD}');\n", "get.pl"),
        Example(f'mqttClient.connect("garden", "bot", "{_PASSWORD}")\n', "sketch.cpp"),
        Example(f'client.connect("garden", "bot", "{_PASSWORD}")\n', "sketch.ino"),
    ),
    valid=(
        Example('client.login("bot", "password");\n', "Client.java"),
        Example("imap.login('bot', password)\n", "mail.rb"),
        Example("app.auth('header', 'bearer')\n", "app.js"),
        Example('zabbix.login("Admin", "zabbix");\n', "Monitor.java"),
        Example("client.login('anonymous', 'me@example.org')\n", "ftp.rb"),
        Example("new UsernamePasswordToken($user, 'wall123', ['ROLE_A'])\n", "Test.php"),
    ),
)

LOGIN_OPTION = TokenRule(
    id="login-option",
    title="User and password in an option of a library",
    why="Whoever reads it can log in as the user before the colon.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b CURLOPT_ (?: (?: PROXY )? USERPWD ["']? [ ]{0,16} (?: , | => ) [ ]{0,4} ["']
                [^:"'\s]{1,60} :
              | (?: PROXY | KEY )? PASSW (?: OR )? D ["']? [ ]{0,16} (?: , | => ) [ ]{0,4} ["'] )
          | ["'=:\s] \{noop\} )
        (?P<secret> [^"'\s\\<>]{3,128} ) (?: ["'\s<] | $ )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=("Change it where it is used.", _KEEP),
    references=(
        "https://curl.se/libcurl/c/CURLOPT_USERPWD.html",
        "https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html",
    ),
    invalid=(
        Example(f"curl_setopt($ch, CURLOPT_USERPWD, 'bot:{_PASSWORD}');\n", "call.php"),
        Example(f'curl_easy_setopt(curl, CURLOPT_PASSWORD, "{_PASSWORD}");\n', "call.c"),
        Example(f'curl_easy_setopt(curl, CURLOPT_PROXYUSERPWD, "bot:{_PASSWORD}");\n', "call.c"),
        Example(f'.withUser("bot").password("{{noop}}{_PASSWORD}")\n', "Security.java"),
    ),
    valid=(
        Example("curl_setopt($ch, CURLOPT_USERPWD, $user . ':' . $password);\n", "call.php"),
        Example("curl_setopt($ch, CURLOPT_USERPWD, 'user:password');\n", "call.php"),
        Example('.withUser("user").password("{noop}password")\n', "Security.java"),
    ),
)

KEY_FUNCTION = TokenRule(
    id="key-function",
    title="Password or key among the arguments of a cryptographic function",
    why="Whoever reads it can open or sign what the program takes for its own.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.SECRET,
    pattern=r"""
        (?: \b (?: PBEKeySpec | PasswordProtection ) [ ]? \( [ ]?
          | \. (?: load | init | getKey | setKeyEntry | store | loadKeyMaterial
                 | loadTrustMaterial ) [ ]? \( [^"'\n]{0,80} ,? [ ]{0,4}
        ) " (?P<secret> [^"'\s\\]{3,128} ) " [ ]? \. toCharArray
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    advice=("Change it, and encrypt again what it keeps.", _KEEP),
    references=("https://cwe.mitre.org/data/definitions/321.html",),
    invalid=(
        Example(f'keyStore.load(in, "{_PASSWORD}".toCharArray());\n', "Keys.java"),
        Example(f'new PBEKeySpec("{_PASSWORD}".toCharArray(), salt, 100, 256)\n', "Keys.java"),
    ),
    valid=(
        Example('keyStore.load(in, "changeit".toCharArray());\n', "Keys.java"),
        Example("keyStore.load(in, password.toCharArray());\n", "Keys.java"),
        Example('"0123456789abcdef".toCharArray();\n', "Hex.java"),
    ),
)
