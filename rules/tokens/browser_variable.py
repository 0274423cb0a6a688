"""A credential in a variable that a build tool puts into what browsers load."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 911)

BROWSER_VARIABLE = TokenRule(
    id="browser-variable",
    title="Password in a variable for the browser",
    why="The build writes variables of this prefix into the page: every visitor can read it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: REACT_APP | NEXT_PUBLIC | VITE | VUE_APP | GATSBY | EXPO_PUBLIC | NUXT_PUBLIC
          | STORYBOOK ) _ (?: [A-Z0-9_]{0,40} _ )?
        (?: PASS (?: WORD | WD | PHRASE )? | PWD | CLIENT_SECRET | SECRET_KEY | PRIVATE_KEY )
        ["']? [ \t]{0,4} [=:] [ \t]{0,4} ["']?
        (?P<secret> [^\s"'`$<>{}()\\\#] [^\s"'`<>{}()\\]{3,200} ) (?: $ | [\s"'`] )
    """,
    shape=Shape.GIVEN,
    rank=PLACED,
    advice=(
        "Change the password, and let a server of yours use it on behalf of the page.",
        "Give variables of this prefix only what everybody may know.",
    ),
    references=(
        "https://create-react-app.dev/docs/adding-custom-environment-variables/",
        "https://vite.dev/guide/env-and-mode.html#security-notes",
    ),
    invalid=(
        Example("REACT_APP_AUTH_PASSWORD=centipede\n", "site.env"),
        Example(f"# NEXT_PUBLIC_SMTP_PASS={_PASSWORD}\n", ".env.example"),
        Example(f"  VITE_CLIENT_SECRET: {_PASSWORD}\n", "compose.yml"),
    ),
    valid=(
        Example("REACT_APP_AUTH_PASSWORD=password\n", "site.env"),
        Example("REACT_APP_MAILER_PASSWORD=smtp_password\n", "site.env"),
        Example("NEXT_PUBLIC_SMTP_PASS=$SMTP_PASS\n", "site.env"),
        Example("VITE_PASSWORD_MINIMUM=twelve\n", "site.env"),
        Example("process.env.REACT_APP_PASSWORD === undefined\n", "a.js"),
    ),
)
