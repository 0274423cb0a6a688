"""Passwords where Windows takes them: PowerShell, .NET, PsExec, answer files."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 631)
_WORD = "centipede"
_ADDRESS = re.compile(r"[\w.\-]+@(?:[\w\-]+\.[a-z.]+)?")
"""Of mail, which is what anonymous users give for a password."""
_ADVICE = (
    "Change the password where it is used.",
    "Keep the new one in Windows' credential manager or a secret store, and read it from there.",
)

PSEXEC = TokenRule(
    id="psexec-password",
    title="Password among the arguments of PsExec",
    why="It stands in the source, in the list of processes and in the log of the other computer.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?i: psexec (?: 64 | \.py )? (?: \.exe )? ) ["']? \s [^\n]{0,160}? [/\-][uU] [ ]{1,3}
        [^\s]{1,80} [ ]{1,3} [^\n]{0,60}? [/\-][pP] [ ]{1,3} ["']?
        (?P<secret> [^\s"'`$%<>] [^\s"'`<>]{3,126} ) (?: $ | [\s"'`] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://learn.microsoft.com/sysinternals/downloads/psexec",),
    invalid=(
        rf"psexec \\build01 -u Administrator -p {_PASSWORD} cmd /c dir",
        rf'system("psexec.exe \\\\10.0.0.7 -accepteula -u bot -p {_WORD} shutdown -r");',
    ),
    valid=(
        r"psexec \\build01 -u Administrator -p %PASSWORD% cmd",
        r"psexec \\build01 -u user -p password cmd",
        r"psexec \\build01 -u Administrator -p mypass cmd",
        r"psexec \\build01 -s -i cmd",
    ),
)

SECURE_STRING = TokenRule(
    id="secure-string-password",
    title="Password made a SecureString",
    why="A SecureString protects what is in memory: here the password stands in the script.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?i: ConvertTo-SecureString ) [ \t] [^\n"'|;()$]{0,60} ["']
        (?P<secret> [^"'\n]{4,128} ) ["']
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://learn.microsoft.com/powershell/module/microsoft.powershell.security/"
        "convertto-securestring",
    ),
    invalid=(
        Example(f'$p = ConvertTo-SecureString "{_PASSWORD}" -AsPlainText -Force\n', "a.ps1"),
        Example(f"ConvertTo-SecureString -String '{_WORD}' -AsPlainText -Force\n", "a.ps1"),
    ),
    valid=(
        Example('ConvertTo-SecureString "$password" -AsPlainText -Force\n', "a.ps1"),
        Example('ConvertTo-SecureString "P@ssword1" -AsPlainText -Force\n', "a.ps1"),
        Example("ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force\n", "a.ps1"),
    ),
)

PIPED_STRING = TokenRule(
    id="piped-secure-string",
    title="Password that a script makes a SecureString of",
    why="A SecureString protects what is in memory: here the password stands in the script.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    seen=(r"""["'] [ ]? \| [ ]? (?i: ConvertTo-SecureString )""",),
    pattern=r"""
        ["'] (?P<secret> [^"'\n$] [^"'\n]{3,127} ) ["'] [ ]? \| [ ]?
        (?i: ConvertTo-SecureString )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=SECURE_STRING.references,
    invalid=(
        Example(f"$it = '{_PASSWORD}' | ConvertTo-SecureString -AsPlainText -Force\n", "a.ps1"),
    ),
    valid=(
        Example('"$password" | ConvertTo-SecureString -AsPlainText -Force\n', "a.ps1"),
        Example("Get-Content a.txt | ConvertTo-SecureString\n", "a.ps1"),
    ),
)

NET_CREDENTIAL = TokenRule(
    id="network-credential",
    title="Password in a NetworkCredential or a DirectoryEntry",
    why="It stands in the source, and in the program that is made of it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: NetworkCredential | DirectoryEntry \s? \( \s{0,40} @? "LDAPS?://[^"\n]{1,120}" \s? ,
             | DirectoryEntry \s? \( \s{0,40} "[^"\n]{1,120}" \s? , | PrincipalContext \s? \(
                 [^()\n;]{1,160}, | PSCredential ) \s? \(? \s{0,40} @?
        ["'] [^"'\n]{1,100} ["'] \s? , \s{0,40} @?
        ["'] (?P<secret> [^"'\s$] [^"'\s]{3,127} ) ["'] \s{0,4} [,)]
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    differs=True,
    rejects=lambda value: "anonymous" if _ADDRESS.fullmatch(value) else None,
    advice=_ADVICE,
    references=("https://learn.microsoft.com/dotnet/api/system.net.networkcredential",),
    invalid=(
        Example(f'c = new NetworkCredential("bot@example.net", "{_PASSWORD}");\n', "A.cs"),
        Example(f"New-Object Net.NetworkCredential('bot', '{_PASSWORD}')\n", "a.ps1"),
        Example(f'new DirectoryEntry("LDAP://HALL",\n  "bot",\n  "{_PASSWORD}");\n', "A.cs"),
    ),
    valid=(
        Example('new NetworkCredential("user", "password");\n', "A.cs"),
        Example('new NetworkCredential("garden", "garden");\n', "A.cs"),
        Example('new NetworkCredential("bot", settings["Password"]);\n', "A.cs"),
        Example('new NetworkCredential("bot", "");\n', "A.cs"),
        Example('new NetworkCredential("anonymous", "me@example.org");\n', "A.cs"),
    ),
)

ANSWER_FILE = TokenRule(
    id="answer-file-password",
    title="Password in an answer file for Windows Setup",
    why="The file stays on every computer that was set up with it, and the password with it.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        < (?: [A-Za-z]{0,20} Password ) > \s{0,80} < Value > \s{0,4}
        (?P<secret> [^<>\s]{4,200} ) \s{0,4} < /
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/"
        "microsoft-windows-shell-setup-autologon-password",
    ),
    invalid=(
        Example(
            f"<AutoLogon><Password><Value>{_PASSWORD}</Value></Password></AutoLogon>\n",
            "unattend.xml",
        ),
        Example(
            f"<AdministratorPassword>\n  <Value>{_PASSWORD}</Value>\n</AdministratorPassword>\n",
            "autounattend.xml",
        ),
    ),
    valid=(
        Example("<Password><Value>password</Value></Password>\n", "unattend.xml"),
        Example("<Password><Value></Value></Password>\n", "unattend.xml"),
    ),
)
