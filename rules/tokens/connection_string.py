"""A password in a connection string of `name=value` parts."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 14, 38)
_WORD = "centi" + "pede"
_LINE = "\n"

_NEXT = re.compile(r"[A-Za-z_]\w*=[^=]")
"""What stands behind an empty password: `PASSWORD= SHELL=/bin/sh`."""

_QUOTES = ("&quot", "&apos", "&#34", "&#39")
"""How markup writes the quote before a password."""

CONNECTION_STRING = TokenRule(
    id="connection-string",
    title="Password in a connection string",
    why="Whoever reads it can log in to the database or the queue that it names.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?i: (?: host | server | data[ ]source | addr(?:ess)? | dbname | database | db | driver
               | initial[ ]catalog | uid | user | user[ ]id | username | port | endpoint
               | accountname | defaultendpointsprotocol )
          (?: (?: \s{0,2} = | \s{1,2} = \s{1,2} ) \\? ["']? [^\s;"'(),=\\]{1,100} \\? ["']? [;\ \t]
            | = \s{1,2} [^\s;"'(),=\\]{1,100} [ ]? ; )
          [^"'(),\n]{0,200}?
          (?: password | pwd | passwd | accountkey | sharedaccesskey ) )
          \s{0,2} = [ \t]{0,2} \\? ["']?
        (?P<secret> [^\s;"'(),{}<>\\]{4,200} ) (?: $ | [\s;"'\\] )
    """,
    shape=Shape.GIVEN,
    differs=True,
    rejects=lambda it: "not-given" if _NEXT.match(it) or it in _QUOTES else None,
    advice=(
        "Change the password where it is used.",
        "Keep the connection string, or its password, in the environment or a secret store.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f'dsn = "host=db.internal dbname=trades user=bot password={_PASSWORD}"',
        f"Server=db.internal;Database=trades;User Id=bot;Password={_PASSWORD};",
        f"Server= db.internal; User Id= bot; Password= {_PASSWORD};",
        f"dsn = \"host=db.internal user=bot password='{_PASSWORD}'\"",
        rf"$host = \"localhost\"; $user = \"mg1021\"; $password = \"{_WORD}\";",
        f'org.apache.kafka.PlainLoginModule required username="bot" password="{_PASSWORD}";',
    ),
    valid=(
        "host=localhost user=bot password=secret",
        "Server=db;User Id=bot;Password=<password>;",
        "host=db.internal user=gorm password=gorm dbname=gorm",
        'f"host={host} user={user} password={password}"',
        "connect(host=h, user=u, password=read_password)",
        "DB_USER=bot DB_PASSWORD= DB_NAME=trades ./run",
        "; see the username= and password= options to add authentication",
        f"connect = host=localhost user=bot password={_LINE}default_scheme = none",
        "with username=&quot;me&quot; password=&quot;me&quot; as in",
    ),
)

DRIVER = TokenRule(
    id="driver-connection-string",
    title="Password in a connection string of a driver",
    why="Whoever reads it can log in to the database that it names.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        ["'`=\s] [\w.\-]{1,60} : (?P<secret> [^"'`\s/]{3,100} ) @ (?: tcp | unix ) \(
    """,
    shape=Shape.GIVEN,
    differs=True,
    advice=(
        "Change the password of that database user.",
        "Keep the connection string, or its password, in the environment or a secret store.",
    ),
    references=("https://github.com/go-sql-driver/mysql#dsn-data-source-name",),
    invalid=(
        f'sql.Open("mysql", "bot:{_PASSWORD}@tcp(127.0.0.1:3306)/trades")',
        f"DSN=bot:{_PASSWORD}@unix(/run/mysqld/mysqld.sock)/trades",
    ),
    valid=(
        'sql.Open("mysql", "user:password@tcp(127.0.0.1:3306)/db")',
        'fmt.Sprintf("%s:%s@tcp(%s)/db", user, password, host)',
    ),
)

ORACLE = TokenRule(
    id="oracle-connection-string",
    title="Password in an Oracle connection string",
    why="Whoever reads it can log in to the database that it names.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?i: connect | dsn | oracle | sqlplus | expdp | impdp | sqlldr )
        [^\n"'/]{0,40} ["'\s]
        [A-Za-z] [\w$\#]{1,29} / (?P<secret> [^\s/@"':;,<>{}()]{4,64} ) @
        (?: // )? [A-Za-z0-9.\-]{1,80} (?: : \d{1,5} (?: / [\w.]{1,40} )? | / [\w.]{1,40} )
        (?: ["'\s] | $ )
    """,
    shape=Shape.PASSWORD,
    advice=(
        "Change the password of that database user.",
        "Keep the new one in the environment, a wallet or a secret store.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f'connect("trades/{_PASSWORD}@db.internal:1521/pages")',
        f"sqlplus -s trades/{_PASSWORD}@db.internal/pages",
    ),
    valid=(
        'connect("scott/tiger@localhost:1521/orcl")',
        'connect("user/password@host")',
        '"actions/checkout2@v4"',
        'model = "meta/llama3_1@llama-3.1-8b"',
    ),
)
