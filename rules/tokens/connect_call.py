"""What a call is given that connects to a database, a network or a mailbox, in other languages
than Python: what stands in that place is a password, whatever it looks like."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 661)
_WORD = "centipede"

_ADDRESS = re.compile(r"[\w.\-]+@(?:localhost|[\w\-]+\.[a-z.]+)?")
"""Of mail, which is what anonymous users give for a password."""

CONNECT_CALL = TokenRule(
    id="connect-call",
    title="Password in a call that connects",
    why="Whoever reads it can log in as the user beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: (?: getConnection | forURL | Sql \. newInstance | mysqli?_p?connect
                 | (?i: new ) [ ] (?: mysqli | \\? PDO ) | DBI (?: -> | :: | \. ) connect )
               [ ]? \( \s{0,40} [^,()\n]{1,200} , \s{0,40} [^,()\n]{1,80} , \s{0,40}
             | mysql_real_connect [ ]? \( (?: [^,()\n]{1,80} , [ ]{0,4} ){3}
             | (?: PasswordAuthentication | UsernamePasswordCredentials | HttpBasicAuthenticator
                 | BasicAuthenticationInterceptor | BasicHttpCredentials
                 | WiFi \. (?: begin | softAP ) | WiFiMulti \. addAP | wifi \. sta \. config
                 | _? (?: [Uu]ser | [Ss]ignIn ) [Mm]anager \.
                   (?: Create | AddPassword | CheckPassword | PasswordSignIn ) Async )
               [ ]? \( \s{0,40} [^,()$\n]{1,80} , \s{0,40}
             | \b _?um \. CreateAsync [ ]? \( [^,()$\n]{1,80} , \s{0,40}
             | fromDriverManager (?: \[ \w{1,20} \] )? [ ]? \( \s{0,40}
               (?: [^,()\n]{1,200} , \s{0,40} ){3}
             | oci_p?connect [ ]? \( [ ]? [^,()\n]{1,80} , [ ]{0,4}
             | SECURITY_CREDENTIALS , [ ]{0,4}
             | gomail \. New (?: Plain )? Dialer \( (?: [^,()\n]{1,80} , [ ]{0,4} ){3}
             | \b Credentials [ ]? \( \s{0,40} (?: ["'] [^"'\n]{1,80} ["'] , \s{0,40} ){3}
             | \b Credentials::new \( \s{0,40} ["'] [^"'\n]{1,80} ["'] [^"',\n]{0,16} , \s{0,40}
             | (?i: ldap \w{0,10} | \b l | conn | client ) \. [Bb]ind [ ]? \(
               ["'] (?i: cn | uid ) = [^"'\n]{1,120} ["'] , [ ]{0,4}
             | (?: ftp_login | ssh2_auth_password | imap_open | (?i: smtp \. PlainAuth )
                 | ldap_ (?: simple_ )? bind (?: _s )? | new [ ] Sequelize
                 | MongoCredential \. [Cc]reate [A-Za-z0-9]{0,20} Credential )
               [ ]? \( \s{0,40} [^,()\n]{0,80} , \s{0,40}
               (?: [^,"'()\n]{1,80} | ["'] [^"'\n]{1,80} ["'] ) , \s{0,40}
           ) ["'] (?P<secret> [^"'\s\\]{3,128} ) ["']
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    but_python=True,
    differs=True,
    rejects=lambda value: "anonymous" if _ADDRESS.fullmatch(value) else None,
    advice=(
        "Change it where it is used.",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'DriverManager.getConnection(URL, "bot", "{_PASSWORD}");\n', "Db.java"),
        Example(f'DriverManager.getConnection(URL, "bot", "{_WORD}");\n', "Db.java"),
        Example(f'getConnection(\n    URL,\n    "bot",\n    "{_PASSWORD}");\n', "Db.java"),
        Example(f"$db = new PDO($dsn, 'bot', '{_WORD}');\n", "db.php"),
        Example(f"mysqli_connect('localhost', 'bot', '{_PASSWORD}', 'db');\n", "db.php"),
        Example(f'DBI->connect("dbi:Pg:dbname=a",\n\t"bot",\n\t"{_WORD}");\n', "db.pl"),
        Example(f'mysql_real_connect(db, "h", "bot", "{_PASSWORD}", "x", 0, 0, 0);\n', "db.c"),
        Example(f'Database.forURL(url, "bot", "{_PASSWORD}")\n', "Db.scala"),
        Example(f'new PasswordAuthentication(user, "{_PASSWORD}")\n', "Mail.java"),
        Example(f'WiFi.begin("garden", "{_WORD}");\n', "sketch.cpp"),
        Example(f'env.put(Context.SECURITY_CREDENTIALS, "{_PASSWORD}");\n', "Ldap.java"),
        Example(f"oci_connect('bot', '{_PASSWORD}', 'db/XE');\n", "db.php"),
        Example(f'fromDriverManager[IO](driver, url, "bot", "{_PASSWORD}")\n', "Db.scala"),
        Example(f"ftp_login($conn, 'bot', '{_PASSWORD}');\n", "ftp.php"),
        Example(f"ldap_bind($ldap, 'cn=bot,dc=garden', '{_PASSWORD}');\n", "ldap.php"),
        Example(f'smtp.PlainAuth("", "bot@b.org", "{_PASSWORD}", host)\n', "mail.go"),
        Example(f'gomail.NewDialer(host, 587, "bot@b.org", "{_PASSWORD}")\n', "mail.go"),
        Example(f"new Sequelize('pages', 'bot', '{_PASSWORD}', options)\n", "db.js"),
        Example(f'await userManager.CreateAsync(bot, "{_PASSWORD}");\n', "Seed.cs"),
        Example(f'BasicHttpCredentials("bot", "{_PASSWORD}")\n', "Api.scala"),
        Example(f'Credentials("Pages", "repo.b.org", "bot", "{_PASSWORD}")\n', "build.sbt"),
        Example(f'Credentials::new("bot".to_string(), "{_PASSWORD}".into())\n', "mail.rs"),
        Example(f'ldap.Bind("cn=bot,dc=garden", "{_PASSWORD}")\n', "login.go"),
        Example(f"client.bind('cn=bot', '{_PASSWORD}', done);\n", "login.js"),
        Example(f'wifi.sta.config("garden", "{_PASSWORD}")\n', "init.lua"),
    ),
    valid=(
        Example('DriverManager.getConnection(URL, "sa", "");\n', "Db.java"),
        Example('DriverManager.getConnection(URL, "root", "admin");\n', "Db.java"),
        Example('DriverManager.getConnection(URL, "garden", "garden");\n', "Db.java"),
        Example("$db = new PDO($dsn, $user, $password);\n", "db.php"),
        Example('WiFi.begin("network", "password");\n', "sketch.cpp"),
        Example('env.put(Context.SECURITY_CREDENTIALS, "secret");\n', "Ldap.java"),
        Example("ftp_login($conn, $user, $password);\n", "ftp.php"),
        Example("ftp_login($conn, 'anonymous', 'me@example.org');\n", "ftp.php"),
        Example("new Sequelize('pages', 'root', '', options)\n", "db.js"),
        Example("userManager.CreateAsync(bot, password);\n", "Seed.cs"),
        Example('Credentials("Pages", "repo.b.org", "user", "password")\n', "build.sbt"),
    ),
)
