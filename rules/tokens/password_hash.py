"""Passwords as digests, and in encodings that hide nothing."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import TokenRule
from leakguard.values.salts import reason_of_salt

_WHY = "Whoever has it can try passwords until one fits; a weak one does not last a day."
_ADVICE = (
    "Change the password if it is in use anywhere.",
    "Keep the file of accounts outside the repository.",
)

_D = r"(?: \\ \$ | \${1,2} )"
"""The dollar sign, as shells, Compose and others write it."""

_CRYPT = rf"""
      (?: 1 | apr1 ) {_D} [A-Za-z0-9./]{{1,8}} {_D} [A-Za-z0-9./]{{22}}
    | 2[abxy] {_D} \d\d {_D} [A-Za-z0-9./]{{53}}
    | 5 {_D} (?: rounds=\d{{1,9}} {_D} )? [A-Za-z0-9./]{{1,16}} {_D} [A-Za-z0-9./]{{43}}
    | 6 {_D} (?: rounds=\d{{1,9}} {_D} )? [A-Za-z0-9./]{{1,16}} {_D} [A-Za-z0-9./]{{86}}
    | [89] {_D} [A-Za-z0-9./]{{14}} {_D} [A-Za-z0-9./]{{43}}
    | g?y {_D} [A-Za-z0-9./]{{1,20}} {_D} [A-Za-z0-9./]{{1,86}} {_D} [A-Za-z0-9./]{{43}}
    | 7 {_D} [A-Za-z0-9./]{{11,97}} {_D} [A-Za-z0-9./]{{43}}
    | [PH] {_D} [A-Za-z0-9./]{{31}}
    | argon2(?:id|i|d) {_D} v=\d{{1,3}} {_D} m=\d{{1,9}},t=\d{{1,4}},p=\d{{1,4}} {_D}
        [A-Za-z0-9+/]{{11,64}} {_D} [A-Za-z0-9+/]{{22,100}}
    | pbkdf2-sha(?:256|512) {_D} \d{{1,8}} {_D} [A-Za-z0-9./]{{8,90}} {_D} [A-Za-z0-9./]{{43,86}}
    | scrypt {_D} ln=\d{{1,2}},r=\d{{1,3}},p=\d{{1,3}} {_D} [A-Za-z0-9+/]{{8,90}} {_D}
        [A-Za-z0-9+/]{{43,86}}
"""


def _crypt64(length: int, seed: int) -> str:
    """Give made-up characters of crypt's alphabet, which has `.` where base64 has `+`."""
    return made_up("base64", length, seed).replace("+", ".")


_BCRYPT = f"$2b$12${_crypt64(53, 581)}"
_SHA512 = f"$6${_crypt64(16, 582)}${_crypt64(86, 583)}"

CRYPT_HASH = TokenRule(
    id="password-hash",
    title="Hash of a password",
    why=_WHY,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=rf"""
        (?: ^ | [^A-Za-z0-9./$\\] | \\[nrt] ) {_D} (?P<secret> {_CRYPT} )
        (?: $ | [^A-Za-z0-9/$+] )
    """,
    shape=Shape.EXACT,
    rejects=reason_of_salt,
    advice=_ADVICE,
    references=(
        "https://manpages.debian.org/testing/libcrypt-dev/crypt.5.en.html",
        "https://cwe.mitre.org/data/definitions/522.html",
    ),
    invalid=(
        f"ada:{_SHA512}:19000:0:99999:7:::",
        f'users = {{"ada": "{_BCRYPT}"}}',
        f"basicauth.users=ada:{_BCRYPT.replace('$', '$$')}",
        f"ada:$apr1${_crypt64(8, 584)}${_crypt64(22, 585)}",
        f"$argon2id$v=19$m=65536,t=3,p=4${made_up('base64', 22, 586)}${made_up('base64', 43, 587)}",
    ),
    valid=(
        f"$2b$12${'x' * 53}",
        "cost = $2 + $12",
        "the prefix is $6$ for SHA-512",
        f"ada:{_SHA512[:60]}",
        f"$6$12345678${_crypt64(86, 583)}",
        f"$5$seasalt2${_crypt64(43, 583)}",
    ),
)

DIRECTORY_HASH = TokenRule(
    id="directory-password-hash",
    title="Hash of a password, as a directory or a web server stores it",
    why=_WHY,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [^A-Za-z0-9_] )
        (?: \{ (?P<secret> (?: S?SHA (?:256|384|512)? | S?MD5 ) \} [A-Za-z0-9+/]{22,128} ={0,2}
          | PBKDF2-? (?:SHA\d{1,3})? \} \d{1,8} \$ [A-Za-z0-9./]{8,90} \$ [A-Za-z0-9./]{20,128} )
          ) (?: $ | [^A-Za-z0-9+/=] )
    """,
    shape=Shape.EXACT,
    advice=_ADVICE,
    references=(
        "https://www.openldap.org/doc/admin26/security.html#Password%20Storage",
        "https://httpd.apache.org/docs/current/misc/password_encryptions.html",
    ),
    invalid=(
        f"userPassword: {{SSHA}}{made_up('base64', 32, 590)}",
        f"ada:{{SHA}}{made_up('base64', 27, 591)}=",
    ),
    valid=(
        "userPassword: {SSHA}...",
        "schemes = {SHA}, {SSHA}",
    ),
)

_HEX64 = made_up("hex", 64, 592)

FRAMEWORK_HASH = TokenRule(
    id="framework-password-hash",
    title="Hash of a password, as a framework or a database keeps it",
    why=_WHY,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [^A-Za-z0-9_] )
        (?P<secret>
            pbkdf2_sha(?:1|256|512) \$ \d{1,9} \$ [A-Za-z0-9+/=._\-]{4,64}
              \$ [A-Za-z0-9+/]{27,88} ={0,2}
          | (?: pbkdf2:sha(?:1|256|512)(?: :\d{1,9} )? | scrypt:\d{1,9}:\d{1,3}:\d{1,3} )
              \$ [A-Za-z0-9+/]{6,64} \$ [0-9a-f]{40,128}
          | SCRAM-SHA-256 \$ \d{1,9} : [A-Za-z0-9+/=]{12,64} \$ [A-Za-z0-9+/=]{44} :
              [A-Za-z0-9+/=]{44}
          | grub\.pbkdf2\.sha512\.\d{1,9}\.[0-9A-F]{32,256}\.[0-9A-F]{128}
        ) (?: $ | [^A-Za-z0-9+/=] )
    """,
    shape=Shape.EXACT,
    rejects=reason_of_salt,
    advice=_ADVICE,
    references=(
        "https://docs.djangoproject.com/en/stable/topics/auth/passwords/",
        "https://werkzeug.palletsprojects.com/en/stable/utils/"
        "#werkzeug.security.generate_password_hash",
        "https://www.postgresql.org/docs/current/auth-password.html",
    ),
    invalid=(
        f'"password": "pbkdf2_sha256$260000${made_up("base62", 22, 593)}'
        f'${made_up("base64", 43, 594)}="',
        f"pbkdf2:sha256:150000${made_up('base62', 8, 595)}${_HEX64}",
        f"rolpassword: SCRAM-SHA-256$4096:{made_up('base64', 22, 596)}=="
        f"${made_up('base64', 43, 597)}=:{made_up('base64', 43, 598)}=",
    ),
    valid=(
        "pbkdf2_sha256$260000$salt$hash",
        f"pbkdf2_sha256$260000$seasalt2${made_up('base64', 43, 594)}=",
        "pbkdf2:sha256:150000",
        "SCRAM-SHA-256$4096:",
    ),
)

KERBEROS = TokenRule(
    id="kerberos-hash",
    title="Kerberos ticket or pre-authentication to be cracked",
    why="Somebody caught it to find the password of the account that it names.",
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    trigger=r"\$krb5 (?: tgs | asrep | pa | db ) \$ \d{2} \$",
    reach=20_000,
    pattern=r"""
        \$krb5 (?: tgs | asrep | pa | db ) \$ \d{2} \$
        (?P<secret> (?: [^\s$:*"']{0,300} [$:*] ){0,8} [0-9a-fA-F]{12,16000}
            (?: \$ [0-9a-fA-F]{32,16000} )? ) (?: $ | [^0-9a-fA-F$] )
    """,
    shape=Shape.EXACT,
    advice=(
        "Change the password of the account, to one that cannot be guessed.",
        "Find out how the ticket was caught.",
    ),
    references=("https://attack.mitre.org/techniques/T1558/",),
    invalid=(
        f"$krb5asrep$23$bot@hall.internal:{made_up('hex', 32, 600)}${made_up('hex', 400, 601)}",
        f"$krb5tgs$23$*bot$HALL.INTERNAL$http/host*${made_up('hex', 32, 602)}"
        f"${made_up('hex', 400, 603)}",
    ),
    valid=("$krb5asrep$23$user@domain:...", "the format is $krb5tgs$23$*user"),
)

NTLM = TokenRule(
    id="ntlm-hash",
    title="NTLM hash of a Windows password",
    why="Windows takes the hash in place of the password: it need not even be cracked.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [\s"'] ) [\w.\\$\-]{1,64} : \d{1,10} : [0-9a-fA-F]{32} :
        (?P<secret> [0-9a-fA-F]{32} ) :::
    """,
    shape=Shape.EXACT,
    advice=(
        "Change the password of the account, and of others that have the same.",
        "Find out how the hash was caught.",
    ),
    references=("https://attack.mitre.org/techniques/T1550/002/",),
    invalid=(
        f"Administrator:500:{made_up('hex', 32, 604)}:{made_up('hex', 32, 605)}:::",
        f"EXAMPLE\\ada:1104:{made_up('hex', 32, 604)}:{made_up('hex', 32, 606)}:::",
    ),
    valid=("Administrator:500:LM:NT:::", f"file:500:{made_up('hex', 32, 607)}:{'0' * 32}:::"),
)

_REVERSIBLE = "The key of the encoding is published: it hides the password from nobody."
_REPLACE = (
    "Change the password.",
    "Use what the device offers as a hash; take passwords out of group policies altogether.",
)

CISCO = TokenRule(
    id="cisco-type-7-password",
    title="Password of a network device, of type 7",
    why=_REVERSIBLE,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: password | secret | key | key-string | community ) [ ] 7 [ ]
        (?P<secret> [01][0-9] (?: [0-9A-F]{2} ){3,64} ) (?: $ | \s )
    """,
    shape=Shape.EXACT,
    advice=_REPLACE,
    references=(
        "https://www.cisco.com/c/en/us/support/docs/security-vpn/"
        "remote-authentication-dial-user-service-radius/107614-64.html",
    ),
    invalid=(
        f"username ada password 7 08{made_up('hex', 22, 609).upper()}",
        f" key 7 13{made_up('hex', 18, 611).upper()}\n",
    ),
    valid=(
        "the password 7 days later",
        "key 7 facade of the house",
    ),
)

REVERSIBLE = TokenRule(
    id="reversible-password",
    title="Password in an encoding that anybody can undo",
    why=_REVERSIBLE,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b cpassword = ["']
          | \b (?: password | secret | key | authentication-key ) [ ] "\$9\$ )
        (?P<secret> [A-Za-z0-9+/.\-]{6,256} ={0,2} ) ["']
    """,
    shape=Shape.EXACT,
    advice=_REPLACE,
    references=(
        "https://support.microsoft.com/topic/ms14-025",
        "https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/topic-map/"
        "root-password.html",
    ),
    invalid=(
        f'<Properties cpassword="{made_up("base64", 43, 608)}=" userName="ada"/>',
        f'set system root-authentication secret "$9${made_up("base62", 20, 610)}"',
    ),
    valid=(
        '<Properties cpassword="" userName="ada"/>',
        'secret "$9$"',
    ),
)
