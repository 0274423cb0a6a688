"""What CI platforms tell of the commits that are to be judged, each by variables of its own.

Nothing that they tell is taken on trust: an id has to be a whole one, since a branch can be called
as a shortened one is; a branch is looked for among those of the remote `origin` alone, since a
pull request may bring a tag or a branch of the same name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leakguard.errors import GateError
from leakguard.text import amount, quoted

_ID = re.compile(r"[0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?")
_BRANCH = re.compile(r"(?![-/.])(?!.*(?:\.\.|//|/\.|@\{))[^ ~^:?*\[\\]+")
_LONGEST = 1_000
"""Characters of a branch's name."""

_ORIGIN = "refs/remotes/origin/"
_EVENT = "GITHUB_EVENT_PATH"
_LARGEST = 32 << 20
"""Bytes of an event; GitHub sends none of more than 25 MB."""


@dataclass(frozen=True, slots=True)
class Point:
    """What tells of one commit: names of variables, or of fields of the event (`event.before`)."""

    id: str | None = None
    """What holds its id."""
    branch: str | None = None
    """What holds the name of the branch that it is on, or at the tip of if no id is told."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform, and where it tells what; of several points the first that is told counts."""

    name: str
    page: str
    """Where its variables are documented."""
    marker: str
    """The variable that is set there, and nowhere else."""
    heads: tuple[Point, ...]
    bases: tuple[Point, ...]
    has_event: bool = False
    """Whether a file in JSON, named by GITHUB_EVENT_PATH, tells more than the variables."""
    default: str | None = None
    """What tells the repository's default branch, which counts where no base is told."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two commits between which stands what is to be judged, as CI tells them.

    What the head has since their merge base is what is new: the branch of the base may have gone
    on, and what was there before a push may have been replaced.
    """

    platform: str
    base: str
    """An id, or a branch of the remote as `refs/remotes/origin/NAME`."""
    base_told: str
    """What told it, to be named in messages."""
    head: str
    """An id, or `HEAD`."""
    head_told: str
    remote_branch: str | None
    """The remote's branch that has the base, by its plain name: what to fetch where it is missing;
    None if it is not known."""


def _like_github(name: str, page: str, marker: str) -> Platform:
    """Give a platform with events as GitHub writes them.

    https://docs.github.com/en/webhooks/webhook-events-and-payloads

    GITHUB_SHA comes last: for a pull request it is a merge that nobody has made.
    """
    return Platform(
        name,
        page,
        marker,
        heads=(
            Point("event.pull_request.head.sha"), Point("event.merge_group.head_sha"),
            Point("event.after"), Point("GITHUB_SHA"),
        ),
        bases=(
            Point("event.pull_request.base.sha", "event.pull_request.base.ref"),
            Point("event.merge_group.base_sha", "event.merge_group.base_ref"),
            Point("event.before"),
        ),
        has_event=True,
        default="event.repository.default_branch",
    )  # fmt: skip


PLATFORMS = (
    _like_github(
        "Forgejo Actions",
        "https://forgejo.org/docs/latest/user/actions/reference/",
        "FORGEJO_ACTIONS",
    ),
    _like_github(
        "Gitea Actions",
        "https://docs.gitea.com/usage/actions/comparison",
        "GITEA_ACTIONS",
    ),
    _like_github(
        "GitHub Actions",
        "https://docs.github.com/en/actions/reference/workflows-and-actions/variables",
        "GITHUB_ACTIONS",
    ),
    Platform(
        "GitLab CI",
        "https://docs.gitlab.com/ci/variables/predefined_variables/",
        "GITLAB_CI",
        # Told for merged results only, where CI_COMMIT_SHA is a merge that nobody has made.
        heads=(Point("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"), Point("CI_COMMIT_SHA")),
        bases=(
            Point("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
            Point("CI_COMMIT_BEFORE_SHA"),
        ),
        default="CI_DEFAULT_BRANCH",
    ),
    Platform(
        "Azure Pipelines",
        "https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables",
        "TF_BUILD",
        heads=(Point("SYSTEM_PULLREQUEST_SOURCECOMMITID"), Point("BUILD_SOURCEVERSION")),
        bases=(Point(branch="SYSTEM_PULLREQUEST_TARGETBRANCH"),),
    ),
    Platform(
        "Bitbucket Pipelines",
        "https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/",
        "BITBUCKET_BUILD_NUMBER",
        heads=(Point("BITBUCKET_COMMIT"),),
        # BITBUCKET_PR_DESTINATION_COMMIT is a shortened id.
        bases=(Point(branch="BITBUCKET_PR_DESTINATION_BRANCH"),),
    ),
    Platform(
        "CircleCI",
        "https://circleci.com/docs/reference/variables/",
        "CIRCLECI",
        heads=(Point("CIRCLE_SHA1"),),
        bases=(),
    ),
    Platform(
        "Buildkite",
        "https://buildkite.com/docs/pipelines/configure/environment-variables",
        "BUILDKITE",
        heads=(Point("BUILDKITE_COMMIT"),),
        bases=(Point(branch="BUILDKITE_PULL_REQUEST_BASE_BRANCH"),),
        default="BUILDKITE_PIPELINE_DEFAULT_BRANCH",
    ),
    Platform(
        "Jenkins",
        "https://www.jenkins.io/doc/book/pipeline/multibranch/",
        "JENKINS_URL",
        heads=(Point("GIT_COMMIT"),),
        # The last build that succeeded comes first: one that has failed for a leak clears nothing.
        bases=(
            Point(branch="CHANGE_TARGET"),
            Point("GIT_PREVIOUS_SUCCESSFUL_COMMIT"),
            Point("GIT_PREVIOUS_COMMIT"),
        ),
    ),
)
"""Those that are known, the one that sets another's variables too before that other."""


def ends(environ: Mapping[str, str]) -> Ends | None:
    """Give what CI tells of the base and the head; None where no platform is known.

    Where no base is told, as for the first push of a branch, it is the default branch; where no
    head is told, it is what is checked out.

    Raises:
        GateError: what is told is no id and no name of a branch, or the event cannot be read.
    """
    platform = next((it for it in PLATFORMS if environ.get(it.marker)), None)
    if platform is None:
        return None
    told = {**environ, **(dict(_event(environ, platform)) if platform.has_event else {})}
    bases = (*platform.bases, Point(branch=platform.default))
    head, head_told, _ = _first(platform.heads, told) or ("HEAD", "what is checked out", None)
    base, base_told, branch = _first(bases, told) or (
        f"{_ORIGIN}HEAD", "the remote's default branch", None,
    )  # fmt: skip
    return Ends(platform.name, base, base_told, head, head_told, branch)


def _first(
    points: tuple[Point, ...], told: Mapping[str, str]
) -> tuple[str, str, str | None] | None:
    """Give the first commit that is told, what told it, and its branch."""
    for point in points:
        found, branch = _id(point.id, told), _branch(point.branch, told)
        if found is not None:
            return found, str(point.id), branch
        if branch is not None:
            return _ORIGIN + branch, str(point.branch), branch
    return None


def _id(name: str | None, told: Mapping[str, str]) -> str | None:
    """Give the id that a variable holds.

    Nothing but zeros is none, and so is `HEAD`, which Buildkite tells of a build that was started
    for no certain commit.
    """
    value = told.get(name, "") if name is not None else ""
    if not value.strip("0") or value == "HEAD":
        return None
    if not _ID.fullmatch(value):
        raise GateError(f"{name} is {quoted(value)}, no id of a commit: give --base and --head")
    return value


def _branch(name: str | None, told: Mapping[str, str]) -> str | None:
    """Give the plain name of the branch that a variable holds."""
    value = told.get(name, "").removeprefix("refs/heads/") if name is not None else ""
    if not value:
        return None
    if not (_BRANCH.fullmatch(value) and value.isprintable() and len(value) <= _LONGEST):
        raise GateError(f"{name} is {quoted(value)}, no name of a branch: give --base")
    return value


def _event(environ: Mapping[str, str], platform: Platform) -> Iterator[tuple[str, str]]:
    """Give what the event tells of what the platform tells by it.

    Raises:
        GateError: there is no event, or none that can be read.
    """
    event = _read(environ.get(_EVENT, ""))
    points = (*platform.heads, *platform.bases, Point(platform.default))
    for name in (name for it in points for name in (it.id, it.branch) if name is not None):
        value: object = {"event": event}
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, str):
            yield name, value


def _read(path: str) -> dict[str, object]:
    import json  # nowhere else

    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
        event = json.loads(data) if len(data) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        event = None
    if not isinstance(event, dict):
        raise GateError(
            f"{_EVENT} names no file with an event, a JSON object of at most "
            f"{amount(_LARGEST)}: give --base and --head"
        )
    return event
