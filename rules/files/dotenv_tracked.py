"""A .env file with values, in git."""

from leakguard.finding import Confidence, Severity
from leakguard.rule import Example, FileRule

DOTENV_TRACKED = FileRule(
    id="dotenv-tracked",
    title="A .env file with values that git tracks",
    why="The file is made to hold secrets, and every clone and every commit keeps a copy of it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    path=r"(?:.*/)?\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$|schema$|test$|vault$"
    r"|example\.|sample\.)[\w.\-]+)?|(?:.*/)?(?:prod|production|local|dev|development|staging)\.env",
    content=r"""
        ^ [ \t]* (?:export[ ])? [A-Za-z_][A-Za-z0-9_]* [ \t]* = [ \t]*
        (?P<secret> [^\s#"'$] [^\r\n]* | "[^"\r\n$]+" | '[^'\r\n$]+' )
    """,
    in_git=True,
    advice=(
        "Take it out of git: `git rm --cached` it, and add it to .gitignore.",
        "Commit a .env.example with the names and no values instead.",
        "Revoke every credential that it held: history still has them.",
    ),
    references=("https://12factor.net/config",),
    invalid=(
        Example("DB_HOST=db.internal\nDB_PASSWORD=hunter2hunter\n", ".env"),
        Example("export REGION='eu'\n", "deploy/.env.production"),
    ),
    valid=(
        Example("DB_HOST=\nDB_PASSWORD=\n", ".env"),
        Example("DB_PASSWORD=hunter2hunter\n", ".env.example"),
        Example("# only a comment\n", ".env"),
        Example("DB_PASSWORD=$OTHER\n", ".env"),
    ),
)
