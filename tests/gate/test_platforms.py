"""What is to be judged, by the variables that each platform documents."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from leakguard.errors import GateError
from leakguard.gate import platforms
from leakguard.gate.platforms import PLATFORMS, Ends, ends

BASE, HEAD, OTHER = "b" * 40, "a" * 40, "c" * 40
ZEROS = "0" * 40
MAIN = "refs/remotes/origin/main"
DEFAULT = "refs/remotes/origin/HEAD"
REPOSITORY = {"default_branch": "main"}

PULL_REQUEST = {
    "pull_request": {"base": {"sha": BASE, "ref": "main"}, "head": {"sha": HEAD, "ref": "topic"}},
    "before": OTHER,  # of the branch of a pull request that was pushed to
    "after": OTHER,
    "repository": REPOSITORY,
}
EVENTS = {
    "pull-request": (PULL_REQUEST, BASE, HEAD),
    "merge-group": (
        {"merge_group": {"base_sha": BASE, "head_sha": HEAD, "base_ref": "refs/heads/main"}},
        BASE,
        HEAD,
    ),
    "push": ({"before": BASE, "after": HEAD, "repository": REPOSITORY}, BASE, HEAD),
    "first-push": ({"before": ZEROS, "after": HEAD, "repository": REPOSITORY}, MAIN, HEAD),
    "started-by-hand": ({"repository": REPOSITORY}, MAIN, OTHER),
    "nothing-told": ({}, DEFAULT, OTHER),
}
MARKERS = {
    "GitHub Actions": {"GITHUB_ACTIONS": "true"},
    "Gitea Actions": {"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"},
    "Forgejo Actions": {
        "GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true", "FORGEJO_ACTIONS": "true",
    },
}  # fmt: skip

VARIABLES = {
    "gitlab-merge-request": (
        {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": BASE,
            "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_COMMIT_SHA": HEAD,
            "CI_COMMIT_BEFORE_SHA": ZEROS,
        },
        BASE,
        HEAD,
    ),
    "gitlab-merged-results": (
        {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": BASE,
            "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": HEAD,
            "CI_COMMIT_SHA": OTHER,
            "CI_COMMIT_BEFORE_SHA": ZEROS,
        },
        BASE,
        HEAD,
    ),
    "gitlab-push": (
        {"GITLAB_CI": "true", "CI_COMMIT_SHA": HEAD, "CI_COMMIT_BEFORE_SHA": BASE},
        BASE,
        HEAD,
    ),
    "gitlab-first-push": (
        {
            "GITLAB_CI": "true",
            "CI_COMMIT_SHA": HEAD,
            "CI_COMMIT_BEFORE_SHA": ZEROS,
            "CI_DEFAULT_BRANCH": "main",
        },
        MAIN,
        HEAD,
    ),
    "azure-pull-request": (
        {
            "TF_BUILD": "True",
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
            "SYSTEM_PULLREQUEST_SOURCECOMMITID": HEAD,
            "BUILD_SOURCEVERSION": OTHER,
        },
        MAIN,
        HEAD,
    ),
    "azure-short-branch": (
        {
            "TF_BUILD": "True",
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "main",
            "BUILD_SOURCEVERSION": HEAD,
        },
        MAIN,
        HEAD,
    ),
    "azure-push": ({"TF_BUILD": "True", "BUILD_SOURCEVERSION": HEAD}, DEFAULT, HEAD),
    "bitbucket-pull-request": (
        {
            "BITBUCKET_BUILD_NUMBER": "7",
            "BITBUCKET_PR_DESTINATION_BRANCH": "main",
            "BITBUCKET_PR_DESTINATION_COMMIT": BASE[:12],
            "BITBUCKET_COMMIT": HEAD,
        },
        MAIN,
        HEAD,
    ),
    "bitbucket-push": (
        {"BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_COMMIT": HEAD},
        DEFAULT,
        HEAD,
    ),
    "circleci": ({"CIRCLECI": "true", "CIRCLE_SHA1": HEAD}, DEFAULT, HEAD),
    "buildkite-pull-request": (
        {
            "BUILDKITE": "true",
            "BUILDKITE_COMMIT": HEAD,
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main",
            "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "trunk",
        },
        MAIN,
        HEAD,
    ),
    "buildkite-push": (
        {
            "BUILDKITE": "true",
            "BUILDKITE_COMMIT": HEAD,
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "",
            "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "main",
        },
        MAIN,
        HEAD,
    ),
    "buildkite-no-certain-commit": (
        {
            "BUILDKITE": "true",
            "BUILDKITE_COMMIT": "HEAD",
            "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "main",
        },
        MAIN,
        "HEAD",
    ),
    "jenkins-change": (
        {
            "JENKINS_URL": "https://ci.example.org/",
            "CHANGE_TARGET": "main",
            "GIT_COMMIT": HEAD,
            "GIT_PREVIOUS_COMMIT": OTHER,
        },
        MAIN,
        HEAD,
    ),
    "jenkins-push": (
        {
            "JENKINS_URL": "https://ci.example.org/",
            "GIT_COMMIT": HEAD,
            "GIT_PREVIOUS_COMMIT": BASE,
        },
        BASE,
        HEAD,
    ),
    "jenkins-behind-a-failure": (
        {
            "JENKINS_URL": "https://ci.example.org/",
            "GIT_COMMIT": HEAD,
            "GIT_PREVIOUS_COMMIT": OTHER,
            "GIT_PREVIOUS_SUCCESSFUL_COMMIT": BASE,
        },
        BASE,
        HEAD,
    ),
    "jenkins-nothing-told": ({"JENKINS_URL": "https://ci.example.org/"}, DEFAULT, "HEAD"),
}  # fmt: skip


def told(environ: Mapping[str, str]) -> Ends:
    found = ends(environ)
    assert found is not None
    return found


def github(tmp_path: Path, event: object, **variables: str) -> dict[str, str]:
    """The variables of a step, and the event that they name."""
    file = tmp_path / "event.json"
    file.write_bytes(event if isinstance(event, bytes) else json.dumps(event).encode())
    return {
        "GITHUB_ACTIONS": "true", "GITHUB_SHA": OTHER, "GITHUB_EVENT_PATH": str(file), **variables,
    }  # fmt: skip


@pytest.mark.parametrize(
    "environ", [{}, {"CI": "true"}, {"GITLAB_CI": ""}], ids=["none", "any", "empty"]
)
def test_without_a_platform_nothing_is_told(environ: dict[str, str]) -> None:
    assert ends(environ) is None


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda it: it.name)
def test_a_platform_says_where_it_is_documented(platform: platforms.Platform) -> None:
    assert platform.page.startswith("https://")


@pytest.mark.parametrize(("environ", "base", "head"), VARIABLES.values(), ids=VARIABLES)
def test_variables_tell_the_ends(environ: dict[str, str], base: str, head: str) -> None:
    found = told(environ)
    assert (found.base, found.head) == (base, head)


@pytest.mark.parametrize(("event", "base", "head"), EVENTS.values(), ids=EVENTS)
def test_the_event_tells_the_ends(tmp_path: Path, event: object, base: str, head: str) -> None:
    found = told(github(tmp_path, event))
    assert (found.base, found.head) == (base, head)


@pytest.mark.parametrize(("name", "variables"), MARKERS.items(), ids=MARKERS)
def test_platforms_with_the_same_variables_are_told_apart(
    tmp_path: Path, name: str, variables: dict[str, str]
) -> None:
    assert told(github(tmp_path, PULL_REQUEST, **variables)).platform == name


def test_what_told_an_end_is_named(tmp_path: Path) -> None:
    found = told(github(tmp_path, PULL_REQUEST))
    assert found.base_told == "event.pull_request.base.sha"
    assert found.head_told == "event.pull_request.head.sha"


@pytest.mark.parametrize(
    ("environ", "branch"),
    [
        pytest.param(VARIABLES["gitlab-merge-request"][0], "main", id="of-an-id"),
        pytest.param(VARIABLES["azure-pull-request"][0], "main", id="of-a-branch"),
        pytest.param(VARIABLES["gitlab-push"][0], None, id="of-no-known-branch"),
        pytest.param(VARIABLES["circleci"][0], None, id="of-the-default"),
    ],
)
def test_the_branch_to_fetch_is_told(environ: dict[str, str], branch: str | None) -> None:
    assert told(environ).remote_branch == branch


def test_ids_may_be_of_sha_256() -> None:
    assert told({"CIRCLECI": "true", "CIRCLE_SHA1": "d" * 64}).head == "d" * 64


@pytest.mark.parametrize(
    "value",
    ["--upload-pack=touch x", "main", "a" * 12, "a" * 39, HEAD + "\n", f"{HEAD}^", "é" * 40, "-"],
)
def test_an_id_is_hexadecimal_and_whole(value: str) -> None:
    with pytest.raises(GateError, match=r"\ACIRCLE_SHA1 is .*: give --base and --head\Z"):
        ends({"CIRCLECI": "true", "CIRCLE_SHA1": value})


@pytest.mark.parametrize(
    "value",
    [
        "-x", "--upload-pack=x", "a..b", "a b", "a~1", "a^", "a:b", "a*", "a?", "a[b", "a\\b",
        "@{-1}", "a@{1}", "/a", "a//b", "a/.b", ".a", "a\nb", "a\x1b[2J", "a\u202eb", "a" * 1001,
    ],
)  # fmt: skip
def test_a_branch_is_called_as_one_can_be(value: str) -> None:
    with pytest.raises(GateError, match=r"\ACHANGE_TARGET is .*: give --base\Z"):
        ends({"JENKINS_URL": "x", "CHANGE_TARGET": value})


@pytest.mark.parametrize("value", ["release/1.2", "a-b", "feature/#7", "größe", "a@b", "a.b+c"])
def test_a_branch_is_that_of_the_remote(value: str) -> None:
    found = told({"JENKINS_URL": "x", "CHANGE_TARGET": value})
    assert found.base == f"refs/remotes/origin/{value}"


def test_a_message_quotes_no_more_than_it_has_to() -> None:
    with pytest.raises(GateError) as failed:
        ends({"CIRCLECI": "true", "CIRCLE_SHA1": "\x1b[2J" * 1000})
    assert "\x1b" not in str(failed.value)
    assert len(str(failed.value)) < 500


class TestTheEvent:
    @pytest.mark.parametrize(
        "event",
        [b"", b"no JSON", b"[]", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"a": 1'],
        ids=["empty", "text", "list", "string", "bytes", "deep", "cut"],
    )
    def test_has_to_be_a_json_object(self, tmp_path: Path, event: bytes) -> None:
        with pytest.raises(GateError, match=r"GITHUB_EVENT_PATH .* a JSON object .* give --base"):
            ends(github(tmp_path, event))

    @pytest.mark.parametrize("path", ["", "/nowhere/event.json", "/", "a\0b"])
    def test_has_to_be_a_file(self, path: str) -> None:
        with pytest.raises(GateError, match="GITHUB_EVENT_PATH"):
            ends({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": path})

    def test_is_not_read_at_any_size(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(platforms, "_LARGEST", 10)
        with pytest.raises(GateError, match="of at most 10 B"):
            ends(github(tmp_path, PULL_REQUEST))

    @pytest.mark.parametrize(
        "event",
        [
            {"pull_request": None},
            {"pull_request": [1]},
            {"pull_request": {"base": "x", "head": {"sha": 7}}},
            {"repository": {"default_branch": {}}},
        ],
        ids=["null", "list", "other-types", "object"],
    )
    def test_tells_nothing_by_what_is_no_text(self, tmp_path: Path, event: object) -> None:
        assert told(github(tmp_path, event)).base == DEFAULT

    def test_is_not_to_be_replaced_by_a_variable(self, tmp_path: Path) -> None:
        assert told(github(tmp_path, {}, before=BASE, after=HEAD)).base == DEFAULT

    def test_is_checked_as_variables_are(self, tmp_path: Path) -> None:
        with pytest.raises(GateError, match=r"event\.before is '--output=x'"):
            ends(github(tmp_path, {"before": "--output=x"}))


def test_json_is_loaded_where_there_is_an_event() -> None:
    code = "import sys, leakguard.gate.platforms as it; it.ends({}); print('json' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
