"""Tokens of services for documents, tasks, time and design."""

from leakguard.finding import Role
from leakguard.forms import JWT, OPAQUE, UUID, base64
from leakguard.rule import Credential, Provider

CLICKUP = Provider(
    name="ClickUp",
    words=(
        "clickup",
        "click up",
    ),
    rotate="https://app.clickup.com/settings/apps",
    credentials=(
        Credential(
            id="clickup-api-token",
            kind="personal API token",
            role=Role.TOKEN,
            pattern="pk_[0-9]{4,10}_[A-Z0-9]{32}",
            docs="https://developer.clickup.com/docs/authentication",
        ),
    ),
)

MONDAY = Provider(
    name="monday.com",
    words=("monday",),
    everyday=True,
    rotate="https://developer.monday.com/api-reference/docs/authentication",
    credentials=(
        Credential(
            id="monday-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=JWT,
            docs="https://developer.monday.com/api-reference/docs/authentication",
        ),
    ),
)

CLOCKIFY = Provider(
    name="Clockify",
    words=("clockify",),
    rotate="https://app.clockify.me/user/settings",
    credentials=(
        Credential(
            id="clockify-api-key",
            kind="API key",
            role=Role.KEY,
            form=base64(48),
            docs="https://docs.clockify.me/#section/Authentication",
        ),
    ),
)

CODA = Provider(
    name="Coda",
    words=("coda",),
    everyday=True,
    rotate="https://coda.io/account",
    credentials=(
        Credential(
            id="coda-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=UUID,
            docs="https://coda.io/developers/apis/v1",
        ),
    ),
)

DYNALIST = Provider(
    name="Dynalist",
    words=("dynalist",),
    rotate="https://dynalist.io/developer",
    credentials=(
        Credential(
            id="dynalist-api-token",
            kind="API token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://apidocs.dynalist.io/",
        ),
    ),
)

BUGHERD = Provider(
    name="BugHerd",
    words=("bugherd",),
    rotate="https://www.bugherd.com/api_v2",
    credentials=(
        Credential(
            id="bugherd-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://www.bugherd.com/api_v2",
        ),
    ),
)

CANNY = Provider(
    name="Canny",
    words=(
        "canny",
        "cannyio",
    ),
    everyday=True,
    rotate="https://developers.canny.io/api-reference",
    credentials=(
        Credential(
            id="canny-api-key",
            kind="API key",
            role=Role.KEY,
            form=UUID,
            docs="https://developers.canny.io/api-reference",
        ),
    ),
)

AVAZA = Provider(
    name="Avaza",
    words=("avaza",),
    rotate="https://api.avaza.com/",
    credentials=(
        Credential(
            id="avaza-access-token",
            kind="personal access token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://api.avaza.com/",
        ),
    ),
)

DITTO = Provider(
    name="Ditto",
    words=("ditto",),
    everyday=True,
    rotate="https://developer.dittowords.com/cli-reference/authentication",
    credentials=(
        Credential(
            id="ditto-api-key",
            kind="API key",
            role=Role.KEY,
            form=OPAQUE,
            docs="https://developer.dittowords.com/cli-reference/authentication",
        ),
    ),
)

BOOST_NOTE = Provider(
    name="Boost Note",
    words=(
        "boostnote",
        "boost note",
    ),
    rotate="https://boostnote.io/api/docs",
    credentials=(
        Credential(
            id="boostnote-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=OPAQUE,
            docs="https://boostnote.io/api/docs",
        ),
    ),
)
