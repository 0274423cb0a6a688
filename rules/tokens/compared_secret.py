"""A password that a program compares with what it was given."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 931)
_COMMANDS = {"exit", "quit", "cancel", "back", "stop", "skip"}
"""What is typed instead of a password, to get out."""
_TYPES = {"undefined", "string", "object", "function", "number", "boolean", "symbol"}


def _reason(value: str) -> str | None:
    if value in _TYPES:
        return "type-name"
    if value.lower() in _COMMANDS:
        return "words"
    return "constant-name" if value.isupper() and "_" in value else None


COMPARED_SECRET = TokenRule(
    id="compared-secret",
    title="Password that is compared with a literal",
    why="The door opens to whoever reads the source, and its key cannot be changed without it.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=r"""
        (?: (?: [Pp]assword | [Pp]asswd | [Pp]assphrase | PASSWORD | Secret | \b pwd | \b secret
              | \[ [ ]? ["'] (?: password | passwd | pass | pwd ) ["'] )
            [ ]? [)\]]{0,2} (?: \. (?: [Tt]ext | [Vv]alue ) (?: \( \) )? )?
            (?: [ ]? [=!]==? [ ]? | \. equals (?: IgnoreCase )? \( [ ]? )
          | \b strn? (?: case )? cmp [ ]? \( [ ]? [\w.\->\[\]]{0,40}
            (?: [Pp]assword | [Pp]asswd | [Pp]assphrase | \b pass | \b pwd | \b pw | \b secret )
            [ ]? , [ ]?
          | (?i: \b u | user | user_?name | usuario | login | \b name | e?mail | account )
            (?: \. (?: text | value ) )? [ ]? ===? [ ]? ["'] [^"'\n]{1,60} ["'] [ ]? \)? [ ]?
            (?: && | (?i: and ) ) [ ]? \(? [ ]? \$? (?i: p | pw | pwd | \w{0,20} pass | clave )
            (?: \. (?: text | value ) )? [ ]? ===? [ ]? )
        ["']
        (?P<secret> [^\s"'`<>{}$%\\] [^\s"'`<>{}\\]{3,80} ) ["']
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    but_python=True,
    rejects=_reason,
    advice=(
        "Change it, and compare with a hash that the program reads when it starts.",
        "Compare in constant time.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example('if creds.Secret != "open-sesame" {\n', "login.go"),
        Example(f"if ($_POST['password'] === '{_PASSWORD}') {{\n", "login.php"),
        Example(f"if (user === 'bot' && password === '{_PASSWORD}') {{\n", "login.js"),
        Example("if (($usuario=='bot') && ($pass=='centipede')) {\n", "login.php"),
        Example('if account == "bot" && pw == "centipede" {\n', "login.go"),
        Example(f'if (txtPassword.Text == "{_PASSWORD}") {{\n', "Login.cs"),
        Example('if (password.equals("centipede")) {\n', "Login.java"),
        Example(f"{{ |u, p| u == 'bot' && p == '{_PASSWORD}' }}\n", "config.rb"),
        Example('if (strcmp(it->password, "centipede") == 0) {\n', "login.c"),
    ),
    valid=(
        Example('if (typeof password !== "undefined") {\n', "login.js"),
        Example('if (password == "password") {\n', "login.js"),
        Example('if (field.type === "password") {\n', "login.js"),
        Example('if (password !== "") {\n', "login.js"),
        Example('if (password == "quit") {\n', "login.js"),
        Example('if (strcmp(password, "none") == 0) {\n', "login.c"),
        Example('if module.params["update_password"] == "on_create" {\n', "users.go"),
        Example("that: result.secret == 'VALUE_IN_NO_LOG'\n", "test.yml"),
    ),
)
