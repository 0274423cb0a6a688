"""A repository with the life that keys mostly have, always with the same commits."""

from dataclasses import dataclass
from pathlib import Path

from leakguard.examples import made_up
from tests.support import Repository


@dataclass(frozen=True)
class Pair:
    """A key pair of an exchange."""

    key: str
    secret: str

    @classmethod
    def made_up(cls, seed: int) -> "Pair":
        """Give another pair for each number."""
        return cls(made_up("base62", 64, seed), made_up("base62", 64, seed + 1))

    def env(self, kind: str = "") -> str:
        """Give the lines of an env file; `kind` is what it is for, such as `TESTNET_`."""
        return f"BINANCE_{kind}API_KEY={self.key}\nBINANCE_{kind}API_SECRET={self.secret}\n"

    def python(self, kind: str = "") -> str:
        """Give the lines of a module."""
        return f'BINANCE_{kind}API_KEY = "{self.key}"\nBINANCE_{kind}API_SECRET = "{self.secret}"\n'


OLD, NEW, TESTNET = Pair.made_up(701), Pair.made_up(711), Pair.made_up(721)

_HEAD = "import os\n\nfrom binance.client import Client\n\n"
_READS = "".join(
    f'BINANCE_{kind}API_{half} = os.environ["BINANCE_{kind}API_{half}"]\n'
    for kind in ("", "TESTNET_")
    for half in ("KEY", "SECRET")
)


@dataclass(frozen=True)
class Life:
    """A repository, and the ids of its commits."""

    repository: Repository
    added: str
    """Ada writes the pair OLD into bot.py, on 2024-01-15."""
    beside: str
    """Bob writes the pair TESTNET beside it, on 2024-03-02; the tag v1.0 names this."""
    moved: str
    """Ada lets bot.py read both from the environment, on 2024-06-20: they are in .env now."""
    mistake: str
    """Bob commits .env, on 2024-06-21."""
    removed: str
    """Ada takes .env out of git, and lets git ignore it, on 2024-06-25."""


def lived(path: Path) -> Life:
    """Make the repository in a new folder. In its .env, ignored and of mode 0600, OLD has been
    rotated: it holds NEW and TESTNET."""
    repository = Repository.create(path)

    def commit(author: str, day: str, message: str, *names: str) -> str:
        if names:
            repository.git("add", "--", *names)
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (
                ("NAME", author),
                ("EMAIL", f"{author.lower()}@example.org"),
                ("DATE", f"{day}T09:00:00+00:00"),
            )
        }
        repository.git("commit", "-q", "-m", message, env=who)
        return repository.git("rev-parse", "HEAD").strip()

    repository.write("bot.py", _HEAD + OLD.python())
    added = commit("Ada", "2024-01-15", "The bot trades", "bot.py")
    repository.write("bot.py", _HEAD + OLD.python() + TESTNET.python("TESTNET_"))
    beside = commit("Bob", "2024-03-02", "Try it on the testnet first", "bot.py")
    repository.git("tag", "v1.0")
    repository.write("bot.py", _HEAD + _READS)
    repository.write(".env", OLD.env() + TESTNET.env("TESTNET_")).chmod(0o600)
    moved = commit("Ada", "2024-06-20", "Keys come from the environment", "bot.py")
    mistake = commit("Bob", "2024-06-21", "Deploy", ".env")
    repository.git("rm", "-q", "--cached", ".env")
    repository.write(".gitignore", ".env\n")
    removed = commit("Ada", "2024-06-25", "No .env in git", ".gitignore")
    repository.write(".env", NEW.env() + TESTNET.env("TESTNET_")).chmod(0o600)
    return Life(repository, added, beside, moved, mistake, removed)
