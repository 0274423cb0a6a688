"""A password among the arguments of a command."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 14, 35)
_WORD = "centipede"
_TOKEN = made_up("base62", 32, 36)
_ADVICE = (
    "Change it where it is used.",
    "Let the command read it from the environment, from a file that only its user can read, or "
    "from standard input.",
)
_WHY = "It stands in the source, in shell histories, and in the list of processes while it runs."
_REFERENCES = ("https://cwe.mitre.org/data/definitions/214.html",)

_STARTS = r"(?: ^ | (?<= [\s\"'`(\[,] ) )"
"""What an option stands behind; Hyperscan would miss some if it stood in the trigger."""

_WITHOUT = r"(?! --? (?: (?:dis|en)abled? | no | without | empty | ask | prompt | show | skip ) - )"
"""Not before an option that is no more than a switch: `adduser --disabled-password bot`."""

_OF_PAGES = (
    r"(?! -- (?: [a-z]+ - )*"
    r"(?: next | page | starting | idempotency | request | lifecycle-action ) -token )"
)
"""Not before an option for what marks a page of results, or a request."""

_FIELD = re.compile(r"[a-z]{2,12}=[^=]")
"""One of those that tell what a secret is called and where it is: `--secret id=…,src=…`."""

_PORTS = re.compile(r"(?:[\d.]{7,15}:)?\d{1,5}:\d{1,5}(?:/(?:tcp|udp))?")
"""Which port of a container is which one of its host."""

_METAVARIABLE = re.compile(r"[^a-z0-9]+[0-9]?")
"""What stands for a password in the text of a help: `--password PASSWORD2`."""

_FROM = frozenset("file prompt stdin random auto none env keyring ask generate".split())
"""Where an option says that the password comes from."""

_LONG_OPTIONS = frozenset("assword assword: assphrase rotocol refix arallel rogress".split())
"""What is left of an option that is written with one dash: `-password`."""

_PASSWORD_OPTION = r"""
    --? [A-Za-z\-]{0,24} (?i: password | passwd | passphrase | pwd | pass )
    (?: (?: = | [ ]{1,2} ) ["']? | ["'],[ ]?["'] | ["']? \r? \n [ \t]{0,40} - [ ] ["']? )
    (?: pass: )?
    (?P<secret> [^\-\s"'`;,|&<>()\[\]\\] [^\s"'`;,|&<>()\[\]\\]{3,128} )
    (?: $ | [\s"'`;,|&)\\] )
"""

_TOKEN_OPTION = r"""
    --? [a-z\-]{0,24}
    (?: token | secret | api[_\-]?key | access[_\-]?key | auth[_\-]?key | secret[_\-]?key )
    (?: (?: = | [ ]{1,2} ) ["']? | ["'],[ ]?["'] )
    (?P<secret> [A-Za-z0-9_\-+/.=~]{8,300} ) (?: $ | [\s"'`;,|&)\\] )
"""

PASSWORD_OPTION = TokenRule(
    id="command-password",
    title="Password among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=_STARTS + _WITHOUT + _PASSWORD_OPTION,
    trigger=_PASSWORD_OPTION,
    shape=Shape.PASSWORD,
    # `-Rpass=…` and `-debug-pass=…` are of compilers, which make several passes.
    word_behind=(
        r"(?:--[A-Za-z\-]{0,32}=|(?:word|passwd|phrase|pwd|(?:store|key)pass)="
        r"|-[a-z]{0,4}(?:store|key)pass[ ])[\"']?"
    ),
    rejects=lambda value: "option" if _METAVARIABLE.fullmatch(value) or value in _FROM else None,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"mysqldump --user=bot --password={_PASSWORD} trades",
        f"mysqldump --user=bot --password={_PASSWORD.upper()} trades",
        f'run("vault login --password {_PASSWORD}")',
        f'subprocess.run(["tool", "--password", "{_PASSWORD}"])',
        f"tool --user=bot --password={_WORD}",
        f"keytool -genkey -alias trades -keypass {_WORD}",
        f"args:\n  - --password\n  - {_PASSWORD}",
        f"openssl enc -aes-256-cbc -pass pass:{_PASSWORD} -in trades.tar",
        f"Connect-VIServer -Server 10.0.0.7 -User bot@hall.local -Password {_PASSWORD}",
    ),
    valid=(
        "a regular expression that is given in -Rpass=regexp, then the remark\n",
        "returns whether the option is -debug-pass=Executions\n",
        "mysqldump --user=bot --password=$PASSWORD trades",
        "mysqldump --password=secret trades",
        "tool --password=prompt",
        "--htpasswd=PATH  where the file is",
        'parser.add_argument("--password", help="the password")',
        "docker login --password-stdin",
        f"sudo adduser --disabled-password {_WORD}19b7",
        'options = {"--password", "--conn-password"}',
        "tool --password <password>",
        "tool --password PASSWORD",
    ),
)

KEYCHAIN = TokenRule(
    id="keychain-command",
    title="Password in the command that puts it into a keychain",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        \b security [ ] (?: add-generic-password | add-internet-password | unlock-keychain
            | create-keychain | set-key-partition-list )
        [ ] (?: [^\n|;]{0,160}? [ ] )? -[wpk] [ ] ["']?
        (?P<secret> [^\-\s"'`;,|&<>()\[\]\\$] [^\s"'`;,|&<>()\[\]\\]{3,128} )
        (?: $ | [\s"'`;|&)] )
    """,
    shape=Shape.PASSWORD,
    advice=_ADVICE,
    references=("https://developer.apple.com/documentation/security/keychain_services",),
    invalid=(
        f"security add-generic-password -a bot -s trades -w {_PASSWORD}",
        f"security unlock-keychain -p '{_PASSWORD}' build.keychain",
    ),
    valid=(
        'security add-generic-password -a bot -s trades -w "$PASSWORD"',
        "security unlock-keychain -p password build.keychain",
        "security find-generic-password -w -s trades",
    ),
)

TOKEN_OPTION = TokenRule(
    id="command-token",
    title="Token among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=_STARTS + _OF_PAGES + _TOKEN_OPTION,
    trigger=_TOKEN_OPTION,
    shape=Shape.TOKEN,
    rejects=lambda value: "option" if _FIELD.match(value) else None,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"bot --api-key={_TOKEN} --dry-run",
        f'os.system("tool --token {_TOKEN}")',
    ),
    valid=(
        "bot --api-key=$API_KEY",
        f"bot trades --next-token {_TOKEN}",
        f"bot complete --lifecycle-action-token {_TOKEN}",
        "bot --api-key your-api-key",
        "bot --secret-key from-the-environment",
        "docker build --secret id=npmrc,src=/root/.npmrc .",
    ),
)

LOGIN = TokenRule(
    id="command-login",
    title="User and password among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b (?: curl | http | https ) \b [^\n|;]{0,200}? [\s"',]
              (?: -u | --user | -a | --auth ) (?: [ =]{1,2} | ["'],[ ]? ) ["']? [^\s:"'`]{1,60} :
          | \\ \r?\n [ \t]{0,16} (?: -u | --user ) [ ] ["']? [^\s:"'`]{1,60} :
          | \b (?: smbclient | net [ ] (?: rpc | ads ) ) \b [^\n|;]{0,120}? \s -U [ ]?
              ["']? [^\s%"'`]{1,60} %
          | \b lftp \b [^\n|;]{0,60}? \s -u [ ]? ["']? [^\s,"'`]{1,60} ,
          | \b mount (?: \.cifs )? \b [^\n|;]{0,200}? [,=] pass (?: word )? =
          | \b net \s{1,3} use \s [^\n|;]{0,80}? \\\\ [^\s"'|;]{3,120} \s{1,3}
              (?: / [Uu] (?i: ser )? : [^\s"'|;]{1,60} \s{1,3} )?
          | (?: ^ | [\s"'`(;&|>] ) net \s{1,3} user \s{1,3} [\w.\-$]{1,40} \s{1,3}
          | \b htpasswd \s{1,3} -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \s [^\n|;]{1,120} \s
              [\w.\-]{1,40} \s{1,3}
          | \b nmcli \b [^\n|;]{0,120}? \s password \s{1,3} ["']?
          | \b (?: rclone \s{1,3} obscure | wpa_passphrase \s{1,3} [\w\-"']{1,40} ) \s{1,3} ["']? )
        (?P<secret> [^\s"'`;|&<>()\[\]{}\\/,] [^\s"'`;|&<>()\[\]{}\\,]{3,128} )
        (?: $ | [\s"'`;|&)\\,] )
    """,
    shape=Shape.PASSWORD,
    word_behind=":",
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"curl -u bot:{_PASSWORD} https://api.example.org",
        f"curl -u bot:{_WORD} https://api.example.org",
        f"curl https://api.example.org \\\n  -u bot:{_PASSWORD} \\\n  -X POST",
        f"http -a bot:{_PASSWORD} GET https://api.example.org",
        f"smbclient //nas/share -U 'bot%{_PASSWORD}' -c ls",
        f"lftp -u bot,{_PASSWORD} sftp://host",
        f"mount -t cifs //nas/share /mnt -o username=bot,password={_PASSWORD},uid=1000",
        rf"net use Z: \\nas\share {_PASSWORD} /user:bot",
        rf"net use \\nas\share /user:hall\bot {_PASSWORD}",
        f"net user bot {_PASSWORD} /add",
        f"htpasswd -bc /etc/htpasswd bot {_PASSWORD}",
        f"nmcli device wifi connect Bots password {_PASSWORD}",
    ),
    valid=(
        "curl -u user:password https://api.example.org",
        "curl -u $TOKEN:x-oauth-basic https://api.example.org",
        "curl -u $USER:$PASSWORD https://api.example.org",
        "mount -t cifs //nas/share /mnt -o credentials=/root/.smb",
        "net user bot /delete",
        "htpasswd -b -c passwd.masterusers user password",
        "rclone obscure will default to reading it",
        r"net use Z: \\nas\share /persistent:yes",
        "smbclient //nas/share -U bot",
        "kvm -m 512 -net nic -net user -redir tcp:2222::22 -nographic",
    ),
)

SHORT_OPTION = TokenRule(
    id="command-short-option",
    title="Password among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b sshpass \b [ "',]{1,4} -p (?: [ ]? | ["'],[ ]?["'] )
          | \b mysql (?: dump | admin | import | show )? \b [^\n|;]{0,120}? [\s"'] -p
          | \b (?: 7z[ar]? | rar | unrar ) \b [^\n|;]{0,120}? [\s"'] -h?p
          | \b (?: zip | unzip | sqlcmd | osql | bcp | ipmitool | mosquitto_(?: pub | sub ) )
              \b [^\n|;]{0,160}? [\s"'] -P [ "',]{1,4}
          | \b (?: docker | podman | nerdctl | buildah | oras | helm | oc | az | cf | twine ) \b
              [^\n|;]{0,40}? \b (?: login | upload ) \b [^\n|;]{0,120}? [\s"'] -p [ "',]{1,4}
          | \b mongo (?: dump | restore | export | import | stat | files | sh )? \b [^\n|;]{0,160}?
              [\s"'] -p [ "',]{1,4}
          | \b redis-cli \b [^\n|;]{0,120}? [\s"'] (?: -a | --pass ) [ "',]{1,4}
          | \b ldap (?: search | modify | add | delete | passwd | whoami ) \b [^\n|;]{0,160}?
              [\s"'] -w [ "',]{1,4}
          | \b openssl \b [^\n|;]{0,200}? [\s"'] (?: -k | -K | -hmac ) [ "',]{1,4}
          | \b (?: plink | pscp | psftp | klink | kitty ) (?: \.exe )? \b [^\n|;]{0,120}?
              \s -pw [ ]{1,3}
          | \b (?: cqlsh | ncftp (?: get | put | ls )? ) \b [^\n|;]{0,120}? [\s"'] -p [ "',]{1,4}
          | \b openssl \s{1,3} passwd \s{1,3} - (?: 1 | 5 | 6 | apr1 ) [ ]{1,3}
          | \b rabbitmqctl \s{1,3} (?: add_user | change_password ) \s{1,3} [\w.\-]{1,40} [ ]{1,3}
          | \b (?: useradd | usermod ) \b [^\n|;]{0,120}? \s -p [ ]{1,3}
          | \b (?: cmdkey | xfreerdp | wmic | schtasks ) \b [^\n|;]{0,160}? \s
              / (?: p | pass | password | rp ) [ :]
        ) ["']?
        (?P<secret> [^\s"'`;|&<>()\[\]{}\\,\-] [^\s"'`;|&<>()\[\]{}\\,]{3,128} )
        (?: $ | [\s"'`;|&)\\,] )
    """,
    shape=Shape.PASSWORD,
    word_behind="",
    rejects=lambda it: "option" if it in _LONG_OPTIONS or _PORTS.fullmatch(it) else None,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"sshpass -p '{_PASSWORD}' ssh bot@host",
        f'run(["sshpass", "-p", "{_PASSWORD}", "ssh", "bot@host"])',
        f"useradd -p $(openssl passwd -1 {_PASSWORD}) bot",
        f"rabbitmqctl add_user bot {_PASSWORD}",
        f"mysql -u bot -p{_PASSWORD} trades",
        f"mysql -u bot -p{_WORD} trades",
        f"7z a -p{_PASSWORD} -mhe=on trades.7z /srv",
        f"zip -P {_PASSWORD} -r trades.zip /srv",
        f'run(["unzip", "-P", "{_PASSWORD}", "trades.zip"])',
        f"docker login -u bot -p {_PASSWORD} registry.internal",
        f"mongodump -u bot -p {_PASSWORD} --out /srv",
        f"redis-cli -h cache -a {_PASSWORD} FLUSHDB",
        f"ldapsearch -x -D cn=bot -w {_PASSWORD} -b dc=internal",
        f"openssl enc -aes-256-cbc -k {_PASSWORD} -in trades.tar",
        f"openssl dgst -sha256 -hmac {_PASSWORD} trades.csv",
        f"useradd -m -p {_PASSWORD} bot",
        f"cmdkey /add:host /user:bot /pass:{_PASSWORD}",
    ),
    valid=(
        "sshpass -p $PASSWORD ssh bot@host",
        'run(["sshpass", "-p", login.phrase2, "ssh", "bot@host"])',
        "mysql -u bot -p trades",
        "mysql -u bot -password trades",
        "docker login -u bot --password-stdin registry.internal",
        "docker run -d -p 8080:80 nginx",
        "docker run -d --name bot-mongo -p 27017:27017 mongo:latest",
        "command = ['docker', 'login', '-u', username, '-p', password1]",
        "7z a -p{password} trades.7z /srv",
        "redis-cli -a $REDIS_PASSWORD FLUSHDB",
        "openssl enc -aes-256-cbc -pass env:KEY -in trades.tar",
        "mongodump --port 27017 --out /srv",
    ),
)
