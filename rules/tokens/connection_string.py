"""A password in a connection string of `name=value` parts."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 14, 38)

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
          \s{0,2} = \s{0,2} [^\s;"'(),=]{1,100} [;\ \t]
          [^"'(),\n]{0,200}?
          (?: password | pwd | passwd | accountkey | sharedaccesskey ) ) \s{0,2} = \s{0,2}
        (?P<secret> [^\s;"'(),{}<>]{4,200} ) (?: $ | [\s;"'] )
    """,
    shape=Shape.PASSWORD,
    advice=(
        "Change the password where it is used.",
        "Keep the connection string, or its password, in the environment or a secret store.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f'dsn = "host=db.internal dbname=trades user=bot password={_PASSWORD}"',
        f"Server=db.internal;Database=trades;User Id=bot;Password={_PASSWORD};",
    ),
    valid=(
        "host=localhost user=bot password=secret",
        "Server=db;User Id=bot;Password=<password>;",
        'f"host={host} user={user} password={password}"',
        "connect(host=h, user=u, password=read_password)",
    ),
)
