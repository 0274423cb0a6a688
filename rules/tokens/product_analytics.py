"""Keys of services that count what users do."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE, base62, hexadecimal
from leakguard.rule import Credential, Provider

DATABOX = Provider(
    name="Databox",
    words=("databox",),
    rotate="https://developers.databox.com/api/#get-your-token",
    credentials=(
        Credential(
            id="databox-token",
            kind="push token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://developers.databox.com/api/#get-your-token",
        ),
    ),
)

POSTHOG = Provider(
    name="PostHog",
    words=(
        "posthog",
        "post hog",
    ),
    rotate="https://posthog.com/docs/api",
    credentials=(
        Credential(
            id="posthog-personal-key",
            kind="personal API key",
            role=Role.KEY,
            pattern="phx_[A-Za-z0-9]{32,60}",
            docs="https://posthog.com/docs/api",
        ),
        Credential(
            id="posthog-secret-key",
            kind="feature flags secure key",
            role=Role.KEY,
            pattern="phs_[A-Za-z0-9]{32,60}",
            docs="https://posthog.com/docs/api",
        ),
        Credential(
            id="posthog-project-key",
            kind="project API key",
            role=Role.KEY,
            pattern="phc_[A-Za-z0-9]{32,60}",
            public=True,
            docs="https://posthog.com/docs/api",
        ),
    ),
)

AMPLITUDE = Provider(
    name="Amplitude",
    words=("amplitude",),
    everyday=True,
    rotate="https://amplitude.com/docs/apis/authentication",
    credentials=(
        Credential(
            id="amplitude-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://amplitude.com/docs/apis/authentication",
        ),
        Credential(
            id="amplitude-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(32),
            severity=Severity.LOW,
            why="It lets anybody send events to the project.",
            docs="https://amplitude.com/docs/apis/authentication",
        ),
    ),
)

SEGMENT = Provider(
    name="Segment",
    words=("segment",),
    everyday=True,
    rotate="https://segment.com/docs/api/public-api/",
    credentials=(
        Credential(
            id="segment-public-api-token",
            kind="Public API token",
            role=Role.TOKEN,
            pattern="sgp_[A-Za-z0-9]{64}",
            docs="https://segment.com/docs/api/public-api/",
        ),
        Credential(
            id="segment-write-key",
            kind="source write key",
            role=Role.KEY,
            form=base62(32),
            severity=Severity.MEDIUM,
            docs="https://segment.com/docs/connections/find-writekey/",
        ),
    ),
)

OPTIMIZELY = Provider(
    name="Optimizely",
    words=("optimizely",),
    rotate="https://docs.developers.optimizely.com/web/docs/personal-token",
    credentials=(
        Credential(
            id="optimizely-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=r"2:[A-Za-z0-9_\-]{54}",
            docs="https://docs.developers.optimizely.com/web/docs/personal-token",
        ),
    ),
)
