"""Passwords in the settings of servers: directories, web sites, databases, clusters."""

import re
from urllib.parse import unquote

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values.passwords import is_plain_password

_PASSWORD = made_up("base62", 14, 651)
_WORD = "centipede"
_SALT = made_up("base64", 40, 652)
_ADVICE = (
    "Change it where it is used.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)

_LDAP = r"""
    (?: bindpw | rootpw | rootbindpw | olcRootPW:? | AuthLDAPBindPassword | ldap_default_authtok )
"""
"""Settings that name a password; a sentence that names one of them gives it no value."""

_ARGUMENT = re.compile(r"[A-Za-z_][\w.]*[,)]")
"""What a call is given under such a name: `bindpw=password,`."""

BIND_PASSWORD = TokenRule(
    id="ldap-bind-password",
    title="Password of an account that reads the directory",
    why="Whoever reads it can read the whole directory, and often change it.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=rf"""
        (?: (?: ^ [ \t#+]{{0,40}} | ["'] ) {_LDAP} [ \t]{{1,8}}
          | (?: ^ | [\s"'] ) {_LDAP} [ \t]{{0,8}} [=:] [ \t]{{0,8}}
          | \b bindmethod= "? simple \b [^\#]{{1,300}}? \s credentials= ) ["']?
        (?P<secret> [^\s"'{{$<\-\\] [^\s"'<\\]{{3,128}} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.GIVEN,
    differs=True,
    rank=PLACED,
    rejects=lambda value: "expression" if _ARGUMENT.fullmatch(value) else None,
    advice=_ADVICE,
    references=(
        "https://httpd.apache.org/docs/current/mod/mod_authnz_ldap.html#authldapbindpassword",
        "https://www.openldap.org/doc/admin26/slapdconfig.html",
    ),
    invalid=(
        Example(f"binddn cn=bot,dc=example\nbindpw {_PASSWORD}\n", "ldap.conf"),
        Example(f"  AuthLDAPBindPassword {_WORD}\n", "apache.conf"),
        Example(
            f"syncrepl rid=1\n  bindmethod=simple\n  binddn=cn=bot\n  credentials={_WORD}\n",
            "slapd.conf",
        ),
    ),
    valid=(
        Example("bindpw secret\n", "ldap.conf"),
        Example('acl-bind bindmethod=simple credentials="secret"\n', "slapd.conf"),
        Example("bindmethod=simple binddn=uid=roses credentials=roses\n", "slapd.conf"),
        Example("rootpw {SSHA}...\n", "slapd.conf"),
        Example("the bindpw is read from a file\n", "README"),
        Example("Bind with binddn and bindpw only for searching.\n", "README"),
        Example("directory(binddn=user, bindpw=password_of_it,\n", "sync.py"),
    ),
)

REDIS = TokenRule(
    id="redis-password",
    title="Password of a Redis server",
    why="Whoever reaches the server can read and change all that it holds.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ [ \t]{0,8} | \b (?i: config [ ] set [ ] ) | --? )
        (?: requirepass | masterauth | sentinel [ ] auth-pass [ ] [\w\-]{1,40} )
        [ \t]{1,8} ["']? (?P<secret> [^\s"'{$<] [^\s"'<]{3,128} ) (?: $ | [\s"'] )
    """,
    shape=Shape.PASSWORD,
    word_behind="",
    rank=PLACED,
    advice=_ADVICE,
    references=("https://redis.io/docs/latest/operate/oss_and_stack/management/security/",),
    invalid=(
        Example(f"requirepass {_PASSWORD}\n", "redis.conf"),
        Example(f"requirepass {_WORD}\n", "redis.conf"),
        Example(f"sentinel auth-pass main {_PASSWORD}\n", "sentinel.conf"),
        Example(f"redis-cli config set requirepass {_PASSWORD}\n", "run.sh"),
    ),
    valid=(
        Example("# requirepass foobared\n", "redis.conf"),
        Example("requirepass ${REDIS_PASSWORD}\n", "redis.conf.tmpl"),
        Example("the requirepass directive is not set\n", "README"),
    ),
)

WORDPRESS = TokenRule(
    id="php-define-secret",
    title="Secret in a define() of PHP",
    why="Whoever reads it can log in to the database, or forge the cookies of the site.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.SECRET,
    pattern=r"""
        \b (?i: define ) \s? \( \s{0,4} ["']
        (?: [A-Z0-9_]{0,40} (?: PASSWORD | PASSWD | _PASS | _PWD | _SECRET | SECRET_KEY | AUTH_KEY
                              | LOGGED_IN_KEY | NONCE_KEY | API_KEY | _TOKEN | _SALT ) )
        ["'] \s{0,8} , \s{0,20} (?: ' (?P<secret> [^'\n]{4,200} ) ' ) \s{0,4} [,)]
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=(
        "Change it: the database's password, or the salts, which logs everybody out.",
        "Read it with getenv(), and keep wp-config.php out of the repository.",
    ),
    references=("https://developer.wordpress.org/advanced-administration/wordpress/wp-config/",),
    invalid=(
        Example(f"define('DB_PASSWORD', '{_PASSWORD}');\n", "wp-config.php"),
        Example(f"define('AUTH_KEY',         '{_SALT}');\n", "wp-config.php"),
    ),
    valid=(
        Example("define('DB_PASSWORD', 'password');\n", "wp-config.php"),
        Example("define('AUTH_KEY', 'put your unique phrase here');\n", "wp-config.php"),
        Example("define('DB_PASSWORD', getenv('DB_PASSWORD'));\n", "wp-config.php"),
    ),
)

BOOTSTRAP_TOKEN = TokenRule(
    id="kubernetes-bootstrap-token",
    title="Kubernetes bootstrap token",
    why="Whoever holds it can add a machine to the cluster.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="Kubernetes",
    role=Role.TOKEN,
    pattern=r"""
        (?i: token ) ["']? [ \t]{0,4} [=:\ ] [ \t]{0,4} ["']?
        (?P<secret> [a-z0-9]{6} \. [a-z0-9]{16} ) (?: $ | [^a-z0-9.] )
    """,
    shape=Shape.TOKEN,
    context=r"bootstrap|kubeadm|kubelet|kubernetes|k8s",
    advice=(
        "Delete it with `kubeadm token delete`.",
        "Make a new one when a machine joins: it need not live longer than that.",
    ),
    references=("https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",),
    invalid=(
        f"kubeadm join 10.0.0.1:6443 --token q1w9e3.{made_up('hex', 16, 653)}",
        f'BOOTSTRAP_TOKEN: "be8dfd.{made_up("hex", 16, 654)}"',
    ),
    valid=(
        "kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef",
        "kubernetes: token = config.bootstraptokenid",
    ),
)

PARTS = TokenRule(
    id="connection-parts-password",
    title="Password in the parts of a connection",
    why="Whoever reads it can log in to the database or the cache that it names.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        (?: (?: ^ | [\s"'=] ) (?i: password | pwd ) [ ]? = [ ]?
              (?P<secret> [^\s;"',={}<>$%] [^\s;"'{}<>]{3,200} ) ;
              [ ]? (?i: user[ ]? id | uid | username | user | server | data[ ]source | host
                      | database | initial[ ]catalog | persist[ ]security[ ]info ) [ ]? = )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax",
    ),
    invalid=(
        f'"Password={_PASSWORD};User ID=bot;Data Source=db.internal"',
        f"Password={_PASSWORD};Persist Security Info=True;User ID=bot",
    ),
    valid=(
        '"Password=password;User ID=bot;Data Source=db.internal"',
        '"Password={0};User ID={1}"',
    ),
)

CACHE = TokenRule(
    id="cache-connection-password",
    title="Password in the connection string of a Redis cache",
    why="Whoever reads it can read and change what the cache holds.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        [A-Za-z0-9.\-]{2,100} : \d{2,5} , (?: [A-Za-z]{2,30} = [A-Za-z0-9.]{1,30} , ){0,4}
        [ ]? password = (?P<secret> [A-Za-z0-9+/_\-]{8,128} ={0,2} ) (?: $ | [\s,"'] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://stackexchange.github.io/StackExchange.Redis/Configuration.html",),
    invalid=(
        f"bot.redis.cache.windows.net:6380,password={made_up('base64', 43, 655)}=,ssl=True",
        f'"cache:6379,abortConnect=false,password={_PASSWORD}"',
    ),
    valid=(
        "cache:6379,password=password",
        "cache:6379,password=${REDIS_PASSWORD}",
    ),
)

_MONGODB = r"""\b mongodb (?: \+srv )? :// [^\s:/"'`<>@]{1,80} :"""

SEVERAL_HOSTS = TokenRule(
    id="mongodb-password",
    title="Password in a MongoDB connection string",
    why="Whoever reads it can log in to the database.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="MongoDB",
    role=Role.PASSWORD,
    pattern=rf"""
        {_MONGODB}
        (?P<secret> [^\s/"'`<>{{}}$\[\]\\]{{4,128}} ) @
        [A-Za-z0-9.\-]{{1,100}} (?: [:/,?\s"'`] | $ )
    """,
    shape=Shape.GIVEN,
    shown_with=r"@(?:[\w\-.]+\.)?example\.(?:com|org|net)\b",
    advice=(
        "Change the password of that database user.",
        "Keep the whole URL, or its password, in the environment or a secret store.",
    ),
    references=("https://www.mongodb.com/docs/manual/reference/connection-string/",),
    invalid=(
        f"mongodb://bot:{_PASSWORD}@m1.internal:27017,m2.internal:27017/?replicaSet=rs0",
        f"mongodb+srv://bot:br:{_WORD}@!@cluster0.internal/test",
    ),
    valid=(
        "mongodb://user:password@localhost:27017/test",
        "mongodb+srv://bot:<password>@cluster0.internal/test",
        "mongodb://bot:${PASSWORD}@m1.internal/",
    ),
)


def _reason_of_weakness(value: str) -> str | None:
    """A password that nobody would write to show how one is written is not shown on purpose."""
    return None if is_plain_password(unquote(value)) else "shown-on-purpose"


EXAMPLES_HOST = TokenRule(
    id="mongodb-password-at-example",
    title="Strong password in a MongoDB connection string",
    why="The host is an example's, the password may be the one of the real host before it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    provider="MongoDB",
    role=Role.PASSWORD,
    pattern=rf"""
        {_MONGODB}
        (?P<secret> [^\s/"'`<>{{}}$\[\]\\]{{4,128}} ) @
        (?: [A-Za-z0-9\-]{{1,60}} \. ){{0,4}} example\.(?: com | org | net ) (?: [:/,?\s"'`] | $ )
    """,
    shape=Shape.GIVEN,
    decode=unquote,
    rejects=_reason_of_weakness,
    advice=(
        "Find out whether a database takes it, and change it there.",
        "Keep the whole URL, or its password, in the environment or a secret store.",
    ),
    references=("https://www.mongodb.com/docs/manual/reference/connection-string/",),
    invalid=(f"mongodb://bot:{_PASSWORD}@m1.example.com:27017,m2.example.com:27017/trades",),
    valid=(
        f"mongodb://bot:{_WORD}@m1.example.com:27017/trades",
        "mongodb://bot:${PASSWORD}@m1.example.com/",
    ),
)
