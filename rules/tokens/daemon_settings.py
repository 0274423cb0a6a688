"""Passwords in the settings of daemons that speak a protocol of their own: SNMP, PPP, gossip."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 1841)
_KEY = made_up("base64", 43, 1842) + "="
_KEEP = "Keep the new one in a file that only the daemon can read, and out of the repository."

DAEMON_PASSWORD = TokenRule(
    id="daemon-password",
    title="Password in the settings of a daemon",
    why="Whoever reads it can join the network, or read and change what the device is told.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        ^ [ \t]{0,16}
        (?: wpa-psk | r[ow]community6? | com2sec [ \t]{1,8} [\w.\-]{1,40} [ \t]{1,8} [\w./:\-]{1,60}
          | createUser [ \t]{1,8} [\w.\-]{1,60} [ \t]{1,8} (?: MD5 | SHA (?: -? \d{3} )? )
          | auth_pass | auth-user-pass-inline | remote_password
          | IPSec [ ] secret | Xauth [ ] password )
        [ \t]{1,8} ["']? (?P<secret> [^\s"'`${}<>] [^\s"'`<>]{3,126} ) (?: $ | [\s"'] )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=("Change it on both sides.", _KEEP),
    references=(
        "http://www.net-snmp.org/docs/man/snmpd.conf.html",
        "https://www.keepalived.org/manpage.html",
        "https://mosquitto.org/man/mosquitto-conf-5.html",
        "https://manpages.debian.org/unstable/vpnc/vpnc.8.en.html",
    ),
    invalid=(
        Example(f"iface wlan0 inet dhcp\n    wpa-psk {_PASSWORD}\n", "interfaces"),
        Example(f"rocommunity {_PASSWORD} default\n", "snmpd.conf"),
        Example(f'createUser bot SHA "{_PASSWORD}" AES\n', "snmpd.conf"),
        Example(f"IPSec secret {_PASSWORD}\nXauth username bot\n", "vpnc.conf"),
        Example(f"remote_username bot\nremote_password {_PASSWORD}\n", "mosquitto.conf"),
        Example(f"authentication {{\n  auth_pass {_PASSWORD}\n}}\n", "keepalived.conf"),
    ),
    valid=(
        Example("IPSec secret <group password>\n", "vpnc.conf"),
        Example("rocommunity public default\n", "snmpd.conf"),
        Example("rocommunity private\n", "snmpd.conf"),
        Example("createUser bot SHA $PASSWORD AES\n", "snmpd.conf"),
        Example("    wpa-psk <your password>\n", "interfaces"),
    ),
)

GOSSIP_KEY = TokenRule(
    id="gossip-key",
    title="Key that encrypts what the members of a cluster tell each other",
    why="Whoever holds it can read what they tell each other, and join them.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.KEY,
    pattern=r"""
        (?: ^ | [\s{,"'] ) encrypt (?: _key )? ["']? [ \t]{0,8} [=:] [ \t]{0,8} ["']
        (?P<secret> [A-Za-z0-9+/]{43}= | [A-Za-z0-9+/]{22}== ) ["']
    """,
    shape=Shape.KEY,
    rank=PLACED,
    advice=("Roll it with `consul keyring` or `serf keys`.", _KEEP),
    references=("https://developer.hashicorp.com/consul/docs/secure/encryption/gossip/enable/new",),
    invalid=(
        Example(f'encrypt = "{_KEY}"\n', "consul.hcl"),
        Example(f'{{"encrypt": "{_KEY}"}}\n', "agent.json"),
    ),
    valid=(
        Example('encrypt = "${gossip_key}"\n', "consul.hcl"),
        Example("encrypt = true\n", "main.tf"),
    ),
)
