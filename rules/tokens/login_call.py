"""What a call is given that logs in, or that sets a header, in other languages than Python: nothing
names it but its place among the arguments."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD, _SECRET = made_up("base62", 14, 661), made_up("base62", 32, 662)

_MEDIA = re.compile(r"(?:application|audio|font|image|text|video)/")
"""What stands behind `data:`."""

_VERSION = re.compile(r"v?\d+\.\d|v\d+(?:[a-z]+\d*)?$|\d{1,5}$")
"""What stands behind the name of an image, or a host, and a colon."""

_ADVICE = (
    "Change it where it is used.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)

LOGIN_CALL = TokenRule(
    id="login-call",
    title="Password in a call that logs in",
    why="Whoever reads it can log in as the user beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: (?: (?: [Ss]et | [Ww]ith | [Uu]se )? _?
               (?i: basic_?auth (?: entication )? | http_?basic )
               [ ]? [(\ ] [ ]? ["'] [^"'\n]{0,80} ["'] , [ ]{0,4} (?: Some \( )?
             | (?: UsernamePasswordAuthenticationToken | Basic \. credentials
                 | Credentials \. basic | createAccount ) [ ]? \( [ ]? [^,()\n]{1,80} , [ ]{0,4}
             | (?: fill_in | fill | fillField | setValue | type ) [ ]? [( ] [ ]?
               ["'] [^\n]{0,40} [Pp]assword [^\n]{0,20} ["'] , [ ]{0,4}
               (?: with: [ ]? | :with [ ] => [ ] )?
             | (?: \w{0,24} (?: [_\-]pass | [a-z0-9]Pass ) | [Pp]ass ) (?: word | wd )?
               (?: [A-Z_] \w{0,16} )? (?: \( \) | [^\w\n] [^\n]{0,20} ["'] [ ]? \){1,2}
                 | ["'] [ ]? \){1,2} )? \.
               (?: type | type_text | typeText | sendKeys | send_keys | fill | set_value | setValue
                 | setText ) [ ]? [( ] [ ]?
             | \b secureTextFields \[ ["'] [^"'\n]{1,40} ["'] \] \. typeText \(
           ) ["']
             | (?: btoa | Buffer \. from | base64_encode | encode64 | utf8 \. encode | GetBytes
                 | encodeToString | EncodeToString [ ]? \( [ ]? \[\]byte )
               [ ]? \( [ ]? b? ["'] [\w.@\-]{1,60} :
           ) (?P<secret> [^"'\s\\]{3,128} ) ["']
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    differs=True,
    rejects=lambda value: "location" if _MEDIA.match(value) else None,
    advice=_ADVICE,
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'req.SetBasicAuth("admin", "{_PASSWORD}")\n', "main.go"),
        Example(f"request.basic_auth 'admin', '{_PASSWORD}'\n", "client.rb"),
        Example(f'client.get(url).basic_auth("admin", Some("{_PASSWORD}"))\n', "main.rs"),
        Example(f'get("/").with(httpBasic("bot", "{_PASSWORD}"))\n', "LoginTest.java"),
        Example(f'Credentials.basic("bot", "{_PASSWORD}")\n', "Client.kt"),
        Example(f"fill_in 'Password', with: '{_PASSWORD}'\n", "login_spec.rb"),
        Example(f"cy.get('#password').type('{_PASSWORD}');\n", "login.cy.js"),
        Example(f"await page.type('#password', '{_PASSWORD}');\n", "login.js"),
        Example(f'find_element(:id, "user_password").send_keys "{_PASSWORD}"\n', "login.rb"),
        Example(f'passwordField.sendKeys("{_PASSWORD}");\n', "LoginTest.java"),
        Example(f'page.password().sendKeys("{_PASSWORD}");\n', "LoginTest.java"),
        Example(f'binding.password.setText("{_PASSWORD}")\n', "LoginActivity.kt"),
        Example(f'app.secureTextFields["word"].typeText("{_PASSWORD}")\n', "LoginTests.swift"),
        Example(f"btoa('bot:{_PASSWORD}')\n", "client.js"),
        Example(f"base64Encode(utf8.encode('bot:{_PASSWORD}'))\n", "client.dart"),
        Example(f'StdEncoding.EncodeToString([]byte("bot:{_PASSWORD}"))\n', "client.go"),
    ),
    valid=(
        Example('req.SetBasicAuth("admin", "password")\n', "main.go"),
        Example('req.SetBasicAuth("admin", password)\n', "main.go"),
        Example("fill_in 'Password', with: 'password'\n", "login_spec.rb"),
        Example("cy.get('#password').type('wrong{enter}');\n", "login.cy.js"),
        Example("btoa('user:password')\n", "client.js"),
        Example('passwordField.sendKeys("password");\n', "LoginTest.java"),
        Example("compass.type('Ma9-needle');\n", "compass.js"),
        Example('passwordLabel.setText("Password");\n', "LoginActivity.java"),
    ),
)

JOINED_LOGIN = TokenRule(
    id="joined-login",
    title="User and password that are joined for a login",
    why="Whoever reads it can log in as the user beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    context=r"basic|auth|base64|credential|login|passw",
    pattern=r"""
        ["'] (?: %s:%s | %@:%@ | \{0?\}:\{1?\} ) ["'] [ ]?
        (?: , | \)? [ ] -f | % [ ]? [(\[] | \. format \( ) [ ]?
        ["'] [\w.@\-]{1,60} ["'] , [ ]{0,4} ["'] (?P<secret> [^"'\s\\]{4,64} ) ["']
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    differs=True,
    rejects=lambda value: "version" if _VERSION.match(value) else None,
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7617",),
    invalid=(
        Example(f'let login = String(format: "%@:%@", "bot", "{_PASSWORD}")\n', "Api.swift"),
        Example(f"GetBytes((\"{{0}}:{{1}}\" -f 'bot', '{_PASSWORD}')) # Basic\n", "get.ps1"),
        Example(f'auth := fmt.Sprintf("%s:%s", "bot", "{_PASSWORD}")\n', "main.go"),
    ),
    valid=(
        Example('auth := fmt.Sprintf("%s:%s", "user", "password")\n', "main.go"),
        Example('auth := fmt.Sprintf("%s:%s", "bot", password)\n', "main.go"),
        Example('loginImage := fmt.Sprintf("%s:%s", "garden", "v1.2.3-rc4")\n', "main.go"),
    ),
)

ENCODED_LOGIN = TokenRule(
    id="encoded-login",
    title="User and password in a text that is made octets of",
    why="Whoever reads it can log in as the user before the colon.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    context=r"basic|base64|encode64|btoa",
    seen=(
        r"""["'] \)? \. (?: bytes | getBytes | toByteArray | as_bytes | encodeBase64 )""",
        r"""["'] \. data \( using""",
    ),
    pattern=r"""
        ["'] [\w.@\-]{1,60} : (?P<secret> [^"'\s\\:/]{4,64} ) ["'] \)?
        \. (?: bytes | getBytes | toByteArray | as_bytes | encodeBase64 | data \( using )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    differs=True,
    rejects=lambda value: "version" if _VERSION.match(value) else None,
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7617",),
    invalid=(
        Example(f'def it = "bot:{_PASSWORD}".bytes.encodeBase64()\n', "deploy.groovy"),
        Example(f'"Basic " + encode("bot:{_PASSWORD}".getBytes())\n', "Client.java"),
        Example(f'"bot:{_PASSWORD}".data(using: .utf8)!.base64EncodedString()\n', "Api.swift"),
    ),
    valid=(
        Example('"Basic " + encode("user:password".getBytes())\n', "Client.java"),
        Example('"Basic " + encode((user + ":" + password).getBytes())\n', "Client.java"),
        Example('base64("garden:8443".getBytes())\n', "Client.java"),
    ),
)

HEADER_CALL = TokenRule(
    id="header-call",
    title="Credential in a call that sets a header",
    why="It goes with every request: whoever reads it can send requests of their own.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.TOKEN,
    pattern=r"""
        \b (?: set | add ) Value [ ]? [(:] [ ]? @? " (?: [A-Za-z]{4,10} [ ] )?
        (?P<secret> [^"\s\\]{8,300} ) " ,? [ ] for (?: HTTP )? Header (?: Field )? : [ ]? @?
        " (?i: [a-z\-]{0,30} (?: key | token | secret | authorization | auth ) ) "
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://developer.apple.com/documentation/foundation/urlrequest/setvalue(_:forhttpheaderfield:)",
    ),
    invalid=(
        Example(f'request.setValue("{_SECRET}", forHTTPHeaderField: "X-API-Key")\n', "Api.swift"),
        Example(f'[r setValue:@"{_SECRET}" forHTTPHeaderField:@"X-Auth-Token"];\n', "Api.m"),
    ),
    valid=(
        Example('request.setValue(apiKey, forHTTPHeaderField: "X-API-Key")\n', "Api.swift"),
        Example('request.setValue("application/json", forHTTPHeaderField: "Key")\n', "Api.swift"),
    ),
)

STORED_UNDER_NAME = TokenRule(
    id="stored-under-name",
    title="Credential in a call that stores it under its name",
    why="It is in the source before it is in the store, where it would have been safe.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.SECRET,
    pattern=r"""
        \b (?: set | save | store | add | put | update )
        (?: String | Object | Value | Password | Secret | Data | Key | Item )? [ ]? [(:] [ ]?
        @? " (?P<secret> [^"\s\\]{8,300} ) " ,? [ ]
        (?: for | with )? (?: [Kk]ey | [Aa]ccount | [Nn]ame | Identifier )? [ ]? : [ ]? @?
        " [\w.\-]{0,40} (?i: key | token | secret | passw (?: or )? d | passphrase ) "
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://developer.apple.com/documentation/security/keychain_services",),
    invalid=(
        Example(f'keychain.set("{_SECRET}", forKey: "apiToken")\n', "Api.swift"),
        Example(f'store.save("{_PASSWORD}", account: "bot.password")\n', "Api.swift"),
        Example(f'[defaults setObject:@"{_SECRET}" forKey:@"clientSecret"];\n', "Api.m"),
    ),
    valid=(
        Example('keychain.set(token, forKey: "apiToken")\n', "Api.swift"),
        Example('labels.set("Your password", forKey: "password")\n', "Labels.swift"),
        Example('labels.set("Password", forKey: "password")\n', "Labels.swift"),
        Example('defaults.set("dark-theme", forKey: "theme")\n', "Theme.swift"),
    ),
)
