"""Tables of logins: exports of password managers, of users, of access keys."""

from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import ColumnRule, Example

_PASSWORD = made_up("base62", 14, 661)
_SECRET = made_up("base64", 40, 662)
_WORD = "centipede"

CREDENTIAL_COLUMN = ColumnRule(
    id="credential-column",
    title="Credential in a column of a table",
    why="Whoever reads the table can log in as everybody in it.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    path=r".*\.(?:csv|tsv|psv|tab)",
    advice=(
        "Have every credential in it changed.",
        "Keep such tables out of the repository, and hashes instead of passwords in them.",
    ),
    references=("https://cwe.mitre.org/data/definitions/312.html",),
    invalid=(
        Example(f"name,password,email\nada,{_PASSWORD},ada@example.net\n", "users.csv"),
        Example(f'"name","url","username","password"\n"a","","ada","{_WORD}"\n', "export.csv"),
        Example(f"User Name;Access key ID;Secret access key\nbot;A1;{_SECRET}\n", "keys.csv"),
        Example(f"host\tpassword\nweb1\t{_PASSWORD}\n", "hosts.tsv"),
    ),
    valid=(
        Example("name,password,email\nada,password,ada@example.net\n", "users.csv"),
        Example("name,password,email\nada,,ada@example.net\n", "users.csv"),
        Example("token,lemma,count\nunbelievable,believe,17\n", "words.csv"),
        Example("key,en,de\nlogin.password,Password,Kennwort\n", "strings.csv"),
        Example(f"user,password_hash\nada,{made_up('hex', 64, 663)}\n", "users.csv"),
    ),
)
