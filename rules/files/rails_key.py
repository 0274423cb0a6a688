"""The key that opens the encrypted credentials of a Rails application."""

from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import Example, FileRule

RAILS_KEY = FileRule(
    id="rails-master-key",
    title="The key of a Rails application's credentials",
    why="Whoever has it can read everything in credentials.yml.enc, which stands beside it.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    path=r"(?:.*/)?(?:master|credentials/\w+|secrets\.yml)\.key",
    content=r"\A (?P<secret> [0-9a-f]{32} (?: [0-9a-f]{32} )? ) \s* \Z",
    advice=(
        "Take it out of git: `git rm --cached` it, and add it to .gitignore.",
        "Make a new one, and change every credential in the file: history still has the key.",
    ),
    references=("https://guides.rubyonrails.org/security.html#custom-credentials",),
    invalid=(
        Example(made_up("hex", 32, 695), "config/master.key"),
        Example(made_up("hex", 32, 696) + "\n", "config/credentials/production.key"),
    ),
    valid=(
        Example("not the key\n", "config/master.key"),
        Example(made_up("hex", 32, 697), "config/release.key"),
    ),
)
