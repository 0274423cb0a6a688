"""Credentials in the files of build tools, and of what installs and deploys."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 641)
_WORD = "centipede"
_TOKEN = made_up("hex", 40, 642)
_SEALED = "{" + made_up("base64", 43, 643) + "=}"
_ADVICE = (
    "Change it where it is used.",
    "Keep the new one in the environment, in the tool's settings in the home folder or in the CI's "
    "secrets.",
)

GRADLE = TokenRule(
    id="gradle-password",
    title="Password in a Gradle build",
    why="The build script is in the repository, and the password with it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b credentials \s{0,4} \{ [^{}]{1,300}? \b password
          | [ \t] (?: storePassword | keyPassword ) ) [ \t]{0,4} =? [ \t]{0,4}
        (?: [(] [ ]? )? ["'] (?P<secret> [^"'\s$]{4,128} ) ["']
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://docs.gradle.org/current/userguide/supported_repository_types.html"
        "#sec:handling_credentials",
    ),
    invalid=(
        Example(f"credentials {{\n  username 'bot'\n  password '{_WORD}'\n}}\n", "build.gradle"),
        Example(
            f'signingConfigs {{\n  release {{\n    storePassword "{_PASSWORD}"\n  }}\n}}\n',
            "app/build.gradle",
        ),
    ),
    valid=(
        Example("credentials {\n  username 'user'\n  password 'password'\n}\n", "build.gradle"),
        Example('credentials {\n  username "bot"\n  password "$pw"\n}\n', "build.gradle"),
        Example("debug {\n  storePassword 'android'\n}\n", "app/build.gradle"),
        Example('credentials {\n  password = findProperty("pw")\n}\n', "build.gradle.kts"),
    ),
)

JENKINS = TokenRule(
    id="jenkins-stored-secret",
    title="Secret that Jenkins stores",
    why="Whoever has it and the files of Jenkins' `secrets` folder can read it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        [>\s] \{ (?P<secret> AQAA [A-Za-z0-9+/]{40,8000} ={0,2} ) \} \s{0,40} </
    """,
    trigger=r"[>\s] \{ AQAA [A-Za-z0-9+/]{8}",
    reach=8100,
    shape=Shape.EXACT,
    rank=PLACED,
    advice=(
        "Change what it stands for, if `secrets/master.key` and `secrets/hudson.util.Secret` were "
        "ever beside it.",
        "Keep Jenkins' home folder out of repositories.",
    ),
    references=("https://www.jenkins.io/doc/developer/security/secrets/",),
    invalid=(
        Example(
            f"<password>{{AQAAABAAAAAQ{made_up('base64', 43, 644)}=}}</password>\n",
            "credentials.xml",
        ),
        Example(
            f"<privateKey>{{AQAABAAAAAQ{made_up('base64', 400, 645)}}}</privateKey>\n",
            "credentials.xml",
        ),
    ),
    valid=(
        Example("<password>{AQAAABAAAAAQ}</password>\n", "credentials.xml"),
        Example("<description>{AQAA}</description>\n", "credentials.xml"),
    ),
)

JENKINS_CRUMB = TokenRule(
    id="jenkins-crumb",
    title="Jenkins crumb",
    why="With the session that it was given to, it lets requests through as that user's.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.TOKEN,
    pattern=r"""
        \b (?i: jenkins-crumb ) ["']? [ ]{0,2} [:=,] [ ]{0,2} ["']?
        (?P<secret> [0-9a-f]{32} (?: [0-9a-f]{32} )? ) \b
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    advice=(
        "End the session that it belongs to.",
        "Ask `/crumbIssuer/api/json` for a new one before each request, or use an API token.",
    ),
    references=("https://www.jenkins.io/doc/book/security/csrf-protection/",),
    invalid=(
        f"curl -X POST -H 'Jenkins-Crumb:{made_up('hex', 32, 646)}' http://ci.internal/build",
        f'"Jenkins-Crumb": "{made_up("hex", 64, 647)}"',
    ),
    valid=(
        'curl -X POST -H "Jenkins-Crumb:$CRUMB" http://ci.internal/build',
        "Jenkins-Crumb: <crumb>",
    ),
)

JENKINS_INITIAL = TokenRule(
    id="jenkins-initial-password",
    title="Jenkins' first admin password",
    why="Until the installation is finished, whoever reads it can take the server over.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: proceed [ ] to [ ] installation: (?: \s | \\[nr] | \* | LF | \[ \] ){1,160}
          | \b initialAdminPassword [ ]{0,4} [:=\n] \s{0,8} )
        (?P<secret> [0-9a-f]{32} ) \b
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    advice=(
        "Finish the installation, and delete the user `admin` or change its password.",
        "Keep what the server writes when it starts out of repositories.",
    ),
    references=("https://www.jenkins.io/doc/book/installing/linux/#unlocking-jenkins",),
    invalid=(
        f"password to proceed to installation:\n\n{made_up('hex', 32, 648)}\n\nThis may also be",
        f"cat secrets/initialAdminPassword\n{made_up('hex', 32, 649)}\n",
    ),
    valid=(
        "password to proceed to installation:\n\n<password>\n",
        f"proceed to installation of {made_up('hex', 32, 650)}\n",
    ),
)

BUILD_CONFIG = TokenRule(
    id="build-config-secret",
    title="Credential in an Android build",
    why="It stands in the build script and in every app that is made of it, where it can be read.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.KEY,
    pattern=r"""
        \b (?: buildConfigField [ (]{1,3} ["'] String ["']
          | resValue [ (]{1,3} ["'] string ["']
          ) [ ]? , \s{0,4} ["'] [A-Za-z0-9_]{0,40}
        (?i: key | secret | token | password | passwd | pwd ) ["'] [ ]? , \s{0,4}
        ["'] (?: \\? ["'] )? (?P<secret> [^\s"'\\$]{8,200} ) \\? ["']
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    advice=(
        "Revoke it where it was given out.",
        "Let a server of yours use the new one, or limit it to what every user may do.",
    ),
    references=("https://developer.android.com/build/gradle-tips#share-custom-fields",),
    invalid=(
        Example(f"buildConfigField 'String' , 'API_KEY' , '\"{_TOKEN}\"'\n", "build.gradle"),
        Example(f'buildConfigField("String", "TOKEN", "\\"{_TOKEN}\\"")\n', "build.gradle.kts"),
        Example(f'resValue "string", "maps_api_key", "{_TOKEN}"\n', "build.gradle"),
    ),
    valid=(
        Example('buildConfigField "String", "API_KEY", apiKey\n', "build.gradle"),
        Example('buildConfigField "String", "API_KEY", "\\"${apiKey}\\""\n', "build.gradle"),
        Example('buildConfigField "String", "PRIMARY_KEY", "\\"identifier\\""\n', "build.gradle"),
    ),
)

MAVEN_MASTER = TokenRule(
    id="maven-encrypted-password",
    title="Encrypted password in Maven's settings",
    why="Whoever has it and `settings-security.xml` can read it; the key in the latter is sealed "
    "with a word that everybody knows.",
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        < (?: master | password | passphrase ) > \s{0,4} \{
        (?P<secret> [A-Za-z0-9+/]{22,300} ={0,2} ) \} \s{0,4} < /
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://maven.apache.org/guides/mini/guide-encryption.html",),
    invalid=(
        Example(f"<server><password>{_SEALED}</password></server>\n", "settings.xml"),
        Example(f"<master>{_SEALED}</master>\n", "settings-security.xml"),
    ),
    valid=(
        Example("<server><password>{env.PASSWORD}</password></server>\n", "settings.xml"),
        Example("<server><password>${password}</password></server>\n", "settings.xml"),
    ),
)

COMPOSER = TokenRule(
    id="composer-token",
    title="Token in Composer's auth.json",
    why="Whoever reads it can read the packages' repositories as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.TOKEN,
    pattern=r"""
        "(?: github-oauth | gitlab-oauth | gitlab-token | bearer )" \s{0,8} : \s{0,8} \{ \s{0,40}
        "[\w.\-]{3,100}" \s{0,8} : \s{0,8} " (?P<secret> [A-Za-z0-9_\-]{16,300} ) "
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://getcomposer.org/doc/articles/authentication-for-private-packages.md",),
    invalid=(
        Example(f'{{"github-oauth": {{"github.com": "{_TOKEN}"}}}}', "auth.json"),
        Example(f'{{"bearer": {{"repo.example.net": "{_TOKEN}"}}}}', "auth.json"),
    ),
    valid=(
        Example('{"github-oauth": {"github.com": "your-token-goes-here"}}', "auth.json"),
        Example('{"github-oauth": {"github.com": ""}}', "auth.json"),
    ),
)

INSTALLER = TokenRule(
    id="installer-password",
    title="Password in the script of an unattended installation",
    why="Every computer that was set up with it has the same password, and here it is.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ [ \t]{0,8} rootpw [ \t]{1,4} (?: --plaintext [ \t]{1,4} )?
          | ^ [ \t]{0,8} user [ \t] --name= [^\n]{1,100}? --password=
          | \b passwd/ (?: root | user ) -password (?: -again )? [ \t]{1,4} password [ \t]{1,4}
          | chpasswd: \s{1,40} (?: expire: [^\n]{1,8} \s{1,40} )? list: [ ]? [|]? \s{1,40}
              (?: - [ ] )? [\w.\-]{1,40} :
          | ^ [ \t]{0,8} plain_text_passwd: [ \t]{1,4} )
        ["']? (?P<secret> [^\s"'$\-\\] [^\s"'$\\]{3,128} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=(
        "Change the password on every computer that was set up with it.",
        "Put its hash there, or better keys for SSH alone.",
    ),
    references=(
        "https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html#rootpw",
        "https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords",
    ),
    invalid=(
        Example(f"lang en_US\nrootpw --plaintext {_PASSWORD}\n", "ks.cfg"),
        Example(f"d-i passwd/root-password password {_PASSWORD}\n", "preseed.cfg"),
        Example(f"chpasswd:\n  list: |\n    root:{_PASSWORD}\n", "user-data"),
    ),
    valid=(
        Example("rootpw --lock\n", "ks.cfg"),
        Example("rootpw password\n", "ks.cfg"),
        Example("d-i passwd/root-password password <password>\n", "preseed.cfg"),
    ),
)
