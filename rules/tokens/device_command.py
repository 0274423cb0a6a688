"""A credential in the configuration of a router, a switch or a firewall."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import TokenRule

_PASSWORD = made_up("base62", 12, 45)

DEVICE_COMMAND = TokenRule(
    id="device-command",
    title="Credential in the configuration of a network device",
    why="Whoever reads it can log in to the device, or read what it sends.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b (?: enable \s (?: secret | password ) (?: \s level \s \d{1,2} )?
                 | username \s \w [^\s"']{0,39} \s (?: [a-z0-9\-]{1,20} \s ){0,4}
                     (?: password | secret )
                 | snmp-server \s community
                 | (?: radius | tacacs ) -server \s (?: host \s [^\s"']{1,60} \s )? key
                 | key-string | isakmp \s key | pre-shared-key (?: \s [a-z\-]{4,12} )?
                 | authentication-key (?: \s \d{1,5} \s md5 )?
                 | message-digest-key \s \d{1,3} \s md5
                 | neighbor \s [\w.:]{1,60} \s password | chap \s password | wpa-psk \s ascii
                 | user-name \s [^\s"']{1,40} \s plaintext )
          | ["'] [ ]{0,3} password | ^ [ ]{1,3} password )
        \s (?: [0-9] \s )? \\? ["']?
        (?P<secret> [^\s"'`<>{}()\[\]$|\\] [^\s"'`<>{}()\[\]|\\]{3,128} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.PASSWORD,
    advice=(
        "Change it on the device.",
        "Read the new one from the environment or a secret store when the configuration is made.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f"enable secret {_PASSWORD}",
        f"enable password 7 {_PASSWORD}",
        f"username bot privilege 15 secret 0 {_PASSWORD}",
        f'"snmp-server community {_PASSWORD} RO",',
        f"radius-server host 10.0.0.1 key {_PASSWORD}",
        f" key-string {_PASSWORD}",
        f"crypto isakmp key {_PASSWORD} address 0.0.0.0",
        f"ntp authentication-key 1 md5 {_PASSWORD}",
        f"line vty 0 4\n password {_PASSWORD}\n login",
        f'commands = ["line vty 0 4", " password {_PASSWORD}"]',
    ),
    valid=(
        "enable secret 5 $1$salt$hash",
        "enable password <password>",
        "no enable secret",
        "username bot privilege 1 nopassword",
        "snmp-server community public RO",
        "crypto key generate rsa modulus 2048",
        "A password reset mail was sent",
        "enable password protection for this page",
    ),
)
