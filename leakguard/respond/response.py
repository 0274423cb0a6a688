"""All that is told of the way out for one key."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from leakguard.finding import Commit
from leakguard.respond.account import Account
from leakguard.respond.affected import Affected
from leakguard.respond.purge import Purge
from leakguard.respond.repository import Repository
from leakguard.respond.search import Searched
from leakguard.secret import Secret
from leakguard.text import plural

GITHUB = (
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/"
    "removing-sensitive-data-from-a-repository"
)
GITLAB = "https://docs.gitlab.com/user/project/repository/repository_size/#methods-to-reduce-repository-size"


@dataclass(frozen=True, slots=True)
class Key:
    """The key that is asked about, with what it is used with."""

    ids: tuple[str, ...]
    """The id by which it is kept, and all others that it can be asked for by."""
    kind: str
    """What it is, for people: `Binance key pair`."""
    secret: Secret
    account: Account
    values: tuple[str, ...] = field(repr=False)
    """What is to be purged: the secret, and what it goes with, such as its API key."""


@dataclass(frozen=True, slots=True)
class Response:
    """The way out for one key."""

    key: Key
    since: Commit | None
    """The oldest commit that has it."""
    searched: Searched
    affected: Affected
    repository: Repository
    purge: Purge
    folder: str
    """Where the files are kept."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What has to be known before the first command is run."""
        return tuple(_warnings(self))

    @property
    def backup(self) -> tuple[str, ...]:
        """What the backup does not have."""
        return tuple(_not_in_the_backup(self.repository))

    @property
    def others(self) -> tuple[str, ...]:
        """What the others have to do, and what the host still holds."""
        return tuple(_others(self))


def _warnings(response: Response) -> Iterator[str]:
    it = response.repository
    if it.is_dirty:
        yield (
            "There are uncommitted changes, which the rewriting would throw away (it ends in `git "
            "reset --hard`): commit them first."
        )
    if it.is_shallow:
        yield (
            "The clone is shallow: the history before that is not here, and would be cut off for "
            "everybody if this one were rewritten and pushed."
        )
    for branch, ref in it.behind:
        yield (
            f"{_short(branch)} lacks commits of {_short(ref)}, which would be lost: merge them "
            "first."
        )
    if it.remotes:
        yield (
            "What only the server has, such as branches that were never fetched, is not rewritten: "
            "`git fetch --all --tags` first, and ask again. Branches of origin become branches "
            "here."
        )
    if response.searched.signed:
        count = plural(len(response.searched.signed), "commit")
        yield f"{count} with a signature: rewriting takes signatures off, of tags as well."
    if it.has_kept_packs:
        yield "A pack is marked to be kept (objects/pack/*.keep): git collects nothing in it."
    if it.borrows:
        yield "Objects are borrowed from another repository (objects/info/alternates): purge both."
    if it.inner:
        yield f"{plural(len(it.inner), 'repository')} inside of this one: each is one of its own."


def _short(ref: str) -> str:
    return ref.removeprefix("refs/heads/").removeprefix("refs/remotes/")


def _not_in_the_backup(repository: Repository) -> Iterator[str]:
    if repository.stashes > 1:
        yield f"{plural(repository.stashes - 1, 'older stash')} (stash@{{1}} and on)".replace(
            "stashs", "stashes"
        )
    yield "reflogs, and what no branch, tag, stash or note leads to"
    if repository.trees:
        yield "what is not committed, or ignored; the index"
    yield "hooks and the configuration"


def _others(response: Response) -> Iterator[str]:
    yield (
        "A force-push replaces the history for everybody. Tell them before: who has a clone has to "
        "clone anew, or to rebase onto the new commits; whoever merges or pushes from an old one "
        "brings the value back. Commits have other ids then, also where releases, deployments and "
        "issues name them."
    )
    hosts = {it.host for it in response.repository.remotes}
    if any("github" in it for it in hosts):
        yield (
            "GitHub keeps pull requests (refs/pull/*, which no push can change), cached pages and "
            f"forks: ask its support to remove them, with the first changed commit: {GITHUB}"
        )
    if any("gitlab" in it for it in hosts):
        yield (
            "GitLab keeps merge requests, pipelines and keep-around refs: Settings > Repository > "
            f"Repository maintenance removes blobs: {GITLAB}"
        )
    yield (
        "The host's refs of pull requests, forks, caches, mirrors, CI logs and artifacts, packages "
        "and images that were built, and every clone still hold the value: what was published "
        "cannot be called back, which is why it has to be revoked first."
    )
