"""A password in an SQL statement."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 12, 34)
_WORD = "centipede"
_UPDATE = "UPDATE mysql.user SET"
_INSERT, _UPDATE_USERS = "INSERT INTO users", "UPDATE users SET"

_COMPOUND = re.compile(r"-[a-z]+")
"""What a word goes on with in a text: `connect to a password-protected page`."""

SQL_PASSWORD = TokenRule(
    id="sql-password",
    title="Password in an SQL statement",
    why="The statement stands in the source, in the server's log and in its history.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?i: (?: (?: create | alter ) \s{1,4} (?: user | role | login ) | connect \s{1,4} to )
                  \b [^;\n]{1,120}? \b
                  (?: password | identified \s{1,4} by (?: \s{1,4} password )? )
                  (?: \s{0,4} = )? \s{0,4} \(? (?: N? \\? ['"] )?
              | (?: grant \b [^;\n]{1,160}? \b identified \s{1,4} by
                  | (?-i: IDENTIFIED ) \s{1,4} (?: with \s{1,4} [\w'"`]{1,40} \s{1,4} )? by
                  | sp_ (?: addlogin | password ) \s{1,4} ['"]? [^\s'",]{1,60} ['"]? \s? , \s? N?
                  | set \s{1,4} password \b [^;<\n]{0,80}? (?: = | \( )
              | options \s{0,4} \( [^()\n;]{0,120}? \b password
              | (?: as | via | using ) \s{1,4} password \s? \(
              | (?-i: SET ) \s{1,4} password | (?: un )? encrypted \s{1,4} password
              | \s? = \s? (?-i: PASSWORD ) \s? \( ) \s{0,4} \(? \\? ['"]
              | identified \s{1,4} (?: with \s{1,4} [\w'"`]{1,40} \s{1,4} )? by
                \s{0,4} \(? \\? ' )
        (?P<secret> [^'"`\s\\(){};,]{4,128} ) (?: \\? ['"] | [\s;] | $ )
    """,
    shape=Shape.PASSWORD,
    word_behind=r"(?:(?i:create|alter|grant|set)\b.*|BY\s*\(?)['\"]",
    rejects=lambda value: "words" if _COMPOUND.fullmatch(value) else None,
    advice=(
        "Change the password of that database user.",
        "Pass the new one as a parameter, read from the environment or a secret store.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f"CREATE ROLE bot LOGIN PASSWORD '{_PASSWORD}';",
        f"CREATE USER 'bot'@'%' IDENTIFIED BY '{_PASSWORD}';",
        f"cursor.execute(\"ALTER USER bot WITH PASSWORD '{_PASSWORD}'\")",
        f"CREATE LOGIN bot WITH PASSWORD = N'{_PASSWORD}'",
        f"ALTER USER bot IDENTIFIED BY {_PASSWORD};",
        f"CREATE DATABASE LINK pages CONNECT TO bot IDENTIFIED BY {_PASSWORD} USING 'pages'",
        f"EXEC sp_addlogin 'bot', '{_PASSWORD}';",
        f"CREATE USER bot IDENTIFIED BY '{_WORD}';",
        f"create user bot\n  identified by '{_PASSWORD}';",
        f"SET PASSWORD '{_PASSWORD}'",
        f"CREATE USER MAPPING FOR bot SERVER far OPTIONS (user 'bot', password '{_PASSWORD}');",
        f"CREATE USER bot IDENTIFIED VIA ed25519 USING PASSWORD('{_PASSWORD}')",
        f"{_UPDATE} authentication_string=PASSWORD('{_PASSWORD}');",
        f"GRANT ALL ON trades.* TO 'bot'@'%' IDENTIFIED BY '{_PASSWORD}';",
    ),
    valid=(
        "CREATE ROLE bot LOGIN PASSWORD 'password';",
        "CREATE ROLE bot LOGIN PASSWORD '%s'",
        "ALTER USER bot WITH PASSWORD :password",
        "CREATE SERVER far OPTIONS (user 'value', password 'value');",
        "CREATE USER bot IDENTIFIED BY '<password>'",
        "ALTER USER bot PASSWORD EXPIRE",
        'SET PASSWORD, <a class="statements" href="#set">',
        "the widget identified by `widget_id2`",
        "Connect to a password-protected network",
        'commits that are identified by "squash" commands',
        'all columns that are identified by "aOrderBy"',
        "ALTER USER bot IDENTIFIED BY newpassword",
        "CREATE USER 'garden'@'%' IDENTIFIED BY 'garden';",
    ),
)

SQL_HASHED_PASSWORD = TokenRule(
    id="sql-hashed-password",
    title="Password in the SQL statement that hashes it",
    why="The hash hides nothing while the password stands in the statement.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    context=r"\binsert\s+into\b|\bvalues\b|\bupdate\s+\S+\s+set\b",
    pattern=r"""
        (?: \b (?i: md5 | sha1 | sha2 | hashbytes \( [ ]? ' [\w]{3,10} ' , ) | \b crypt )
        [ ]? \(? [ ]? N? ' (?P<secret> [^'"\s\\$]{4,100} ) '
        (?: [ ]? , [ ]? (?: gen_salt \( | \d{3} ) | [ ]? \) )
    """,
    shape=Shape.PASSWORD,
    advice=(
        "Change it where it is used.",
        "Hash the new one in the program, and keep only what it gives.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f"{_INSERT} VALUES (1, 'bot', MD5('{_PASSWORD}'));",
        f"{_UPDATE_USERS} word = crypt('{_PASSWORD}', gen_salt('bf'));",
        f"{_INSERT} (name, pw) VALUES ('bot', SHA2('{_PASSWORD}', 256));",
    ),
    valid=(
        "INSERT INTO users VALUES (1, 'bot', MD5('password'));",
        "UPDATE users SET etag = md5('page');",
        "UPDATE users SET word = crypt(new_word, gen_salt('bf'));",
        f"$key = md5('{_PASSWORD}');",
    ),
)
