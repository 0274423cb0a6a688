"""A credential in a pair of fields, one with its name and one with its value: Terraform, Postman,
container services."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 691)
_TOKEN = made_up("base62", 32, 692)
_NAME = r"""
    [A-Za-z0-9_.\-]{0,60} (?i: password | passwd | passphrase | secret | api[_\-]?key
        | access[_\-]?key | (?: api | auth | access | bot ) [_\-]?token | [_\-]token
        | secret[_\-]?key
        | private[_\-]?key )
"""
_WHY = "It has the name and the form of a credential: whoever reads it may be able to use it."
_ADVICE = (
    "Find out what it opens, and revoke or change it there.",
    "Keep the new one in a secret store, and let the program read it from there.",
)

NAMED_VALUE = TokenRule(
    id="named-value",
    title="Credential beside its name",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=rf"""
        \\? ["'] (?i: key | name ) \\? ["'] \s{{0,4}} : \s{{0,4}} \\? ["'] {_NAME} \\? ["']
        \s{{0,4}} , \s{{0,40}} \\? ["'] (?i: value ) \\? ["'] \s{{0,4}} : \s{{0,4}} \\? ["']
        (?P<secret> [^"'\s\\]{{4,300}} ) \\? ["']
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f'{{"key": "password", "value": "{_PASSWORD}"}}', "a.postman_environment.json"),
        Example(f'[{{"name": "API_TOKEN",\n  "value": "{_TOKEN}"}}]', "task-definition.json"),
    ),
    valid=(
        Example('{"key": "password", "value": "{{password}}"}', "a.postman_environment.json"),
        Example('{"name": "password", "value": "Password"}', "labels.json"),
        Example('{"name": "secret", "valueFrom": "arn:aws:ssm:x"}', "task-definition.json"),
    ),
)

NAMED_TOKEN = TokenRule(
    id="named-token",
    title="Token beside its name",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.TOKEN,
    pattern=r"""
        (?: \\? ["'] (?i: key | name ) \\? ["'] \s{0,4} : \s{0,4} \\? ["']
            (?i: bearer )? (?i: token | jwt | authorization | x-auth ) \\? ["']
          | "apikey" \s{0,4} : \s{0,4} \[ [^\[\]]{0,300}? "key" \s{0,4} : \s{0,4} "value" )
        \s{0,4} , \s{0,40} \\? ["'] (?i: value ) \\? ["'] \s{0,4} : \s{0,4} \\? ["']
        (?: (?i: token | bot | key | api [_\-]? key | splunk | ssws ) [ ] )?
        (?P<secret> [A-Za-z0-9_\-.+/=]{16,600} ) \\? ["']
    """,
    shape=Shape.TOKEN,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(
            f'{{"bearer": [{{"key": "token", "value": "{_TOKEN}", "type": "string"}}]}}',
            "a.postman_collection.json",
        ),
        Example(
            f'"apikey": [{{"key": "value", "value": "{_TOKEN}", "type": "string"}},\n'
            '  {"key": "key", "value": "X-Api-Key", "type": "string"}]',
            "a.postman_collection.json",
        ),
        Example(
            f'{{"header": [{{"key": "Authorization", "value": "Token {_TOKEN}"}}]}}',
            "a.postman_collection.json",
        ),
    ),
    valid=(
        Example('{"key": "token", "value": "{{token}}"}', "a.postman_collection.json"),
        Example('"apikey": [{"key": "value", "value": "{{apiKey}}"}]', "a.postman_collection.json"),
        Example('{"name": "token", "value": "the-token-of-this-user"}', "labels.json"),
    ),
)

TERRAFORM = TokenRule(
    id="terraform-value",
    title="Credential in Terraform",
    why="State and variables are plain text, and whoever reads them can log in.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=rf"""
        (?: " {_NAME} " \s{{0,4}} : \s{{0,4}} \{{ [^{{}}]{{0,120}}?
            " (?i: value | default (?: value )? ) " \s{{0,4}} : \s{{0,4}} "
          | \b variable \s{{1,4}} " {_NAME} " \s{{0,4}} \{{ [^{{}}]{{0,300}}? \b default
              \s{{0,20}} = \s{{0,4}} " )
        (?P<secret> [^"\s]{{4,300}} ) "
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=(
        "Change it where it is used.",
        "Keep the state in a backend that encrypts it, and give variables no default.",
    ),
    references=("https://developer.hashicorp.com/terraform/language/state/sensitive-data",),
    invalid=(
        Example(
            f'{{"outputs": {{"db_password": {{"sensitive": true, "value": "{_PASSWORD}"}}}}}}',
            "terraform.tfstate",
        ),
        Example(
            f'variable "db_password" {{\n  type    = string\n  default = "{_PASSWORD}"\n}}\n',
            "variables.tf",
        ),
    ),
    valid=(
        Example('variable "db_password" {\n  type = string\n  default = ""\n}\n', "variables.tf"),
        Example('variable "db_password" {\n  default = "changeme"\n}\n', "variables.tf"),
        Example('variable "password_length" {\n  default = "sixteen"\n}\n', "variables.tf"),
        Example('{"password": {"type": "string", "value": "${var.password}"}}', "main.tf.json"),
    ),
)

ORACLE_JDBC = TokenRule(
    id="jdbc-oracle-password",
    title="Password in a JDBC URL for Oracle",
    why="Whoever reads it can log in to the database that it names.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        \b jdbc:oracle:(?: thin | oci8? ): ["']? [\w$\#\-]{1,60} ["']? /
        ["']? (?P<secret> [^\s/@"'<>{}$]{4,128} ) ["']? @
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    advice=(
        "Change the password of that database user.",
        "Keep the new one in the environment, a wallet or a secret store.",
    ),
    references=(
        "https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/"
        "data-sources-and-URLs.html",
    ),
    invalid=(
        f"url=jdbc:oracle:thin:bot/{_PASSWORD}@//db.internal:1521/trades",
        f"jdbc:oracle:oci:bot/{_PASSWORD}@trades",
    ),
    valid=(
        "jdbc:oracle:thin:scott/tiger@//localhost:1521/orcl",
        "jdbc:oracle:thin:@//db.internal:1521/trades",
        "jdbc:oracle:thin:user/password@//db:1521/x",
    ),
)
