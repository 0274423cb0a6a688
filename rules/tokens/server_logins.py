"""Passwords in the settings of proxies, mail relays and caches, beside the users they are for."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 1801)
_KEEP = "Keep the new one in a file that only the server can read, and out of the repository."

PROXY = TokenRule(
    id="proxy-password",
    title="Password of a user of a proxy or a mail relay",
    why="Whoever reads it can use the pages or the server that it protects.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ [ \t]{0,16} user [ \t]{1,8} [^\s$<>]{1,60} [ \t]{1,8} insecure-password [ \t]{1,8}
          | ^ [ \t]{0,16} stats [ \t]{1,8} auth [ \t]{1,8} [^\s:$<>]{1,60} :
          | ^ [ \t]{0,16} smtp_sasl_password_maps [ \t]{0,8} = [ \t]{0,8} static: [^\s:$]{1,80} : )
        ["']? (?P<secret> [^\s"'$<>] [^\s"'<>]{3,128} ) (?: $ | [\s"'] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    differs=True,
    advice=("Change it, for haproxy to a hash: `user NAME password HASH`.", _KEEP),
    references=(
        "https://docs.haproxy.org/3.0/configuration.html#3.4-user",
        "https://www.postfix.org/SASL_README.html#client_sasl_enable",
    ),
    invalid=(
        Example(f"userlist all\n  user bot insecure-password {_PASSWORD}\n", "haproxy.cfg"),
        Example(f"listen stats\n  stats auth bot:{_PASSWORD}\n", "haproxy.cfg"),
        Example(f"smtp_sasl_password_maps = static:bot@b.org:{_PASSWORD}\n", "main.cf"),
    ),
    valid=(
        Example("  user bot insecure-password ${PASSWORD}\n", "haproxy.cfg"),
        Example("  user <USER> insecure-password <PASSWORD>\n", "haproxy.md"),
        Example("  stats auth admin:admin\n", "haproxy.cfg"),
        Example("  stats auth admin:password\n", "haproxy.cfg"),
        Example("smtp_sasl_password_maps = hash:/etc/postfix/passwords\n", "main.cf"),
    ),
)

REDIS_USER = TokenRule(
    id="redis-user-password",
    title="Password of a user of Redis",
    why="Whoever reaches the server can do what the user may.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ [ \t]{0,16} user | (?i: \b acl [ ] setuser ) ) [ \t]{1,4} [\w.\-]{1,60} [ \t]
        (?: (?: on | off | reset | resetpass | resetkeys | [~+&%][^\s"']{1,60} ) [ \t]{1,4} ){1,8}
        \\? ["']? > (?P<secret> [^\s"'$<>{] [^\s"'<>]{3,128} )
        (?: [ \t]{0,4} \r? $ | ["'\\] | [ \t]{1,4} [~+&%\-] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=("Change it with `ACL SETUSER`.", _KEEP),
    references=("https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/",),
    invalid=(
        Example(f"user bot on >{_PASSWORD} ~* +@all\n", "users.acl"),
        Example(f"redis-cli ACL SETUSER bot on '>{_PASSWORD}' ~* +@read\n", "run.sh"),
    ),
    valid=(
        Example("user bot on >${REDIS_PASSWORD} ~* +@all\n", "users.acl"),
        Example("user bot on nopass ~* +@all\n", "users.acl"),
        Example("user bot on >password ~* +@all\n", "users.acl"),
        Example("user clicks on >next button\n", "steps.txt"),
    ),
)
