"""Keys of services that tell who somebody is."""

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, hexadecimal
from leakguard.rule import Credential, Provider

CAL_COM = Provider(
    name="Cal.com",
    words=(
        "calcom",
        "cal com",
        "cal",
    ),
    rotate="https://app.cal.com/settings/developer/api-keys",
    credentials=(
        Credential(
            id="cal-com-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="cal_(?:live_|test_)?[0-9a-f]{32}",
            docs="https://cal.com/docs/api-reference/v2/introduction",
        ),
    ),
)

CLERK = Provider(
    name="Clerk",
    words=(
        "clerk",
        "clerkjs",
    ),
    everyday=True,
    rotate="https://clerk.com/docs/guides/secure/rotate-api-keys",
    credentials=(
        Credential(
            id="clerk-secret-key",
            kind="secret key",
            role=Role.SECRET,
            pattern="sk_live_[A-Za-z0-9]{40,50}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://clerk.com/docs",
        ),
        Credential(
            id="clerk-test-secret-key",
            kind="secret key of a development instance",
            role=Role.SECRET,
            pattern="sk_test_[A-Za-z0-9]{40,50}",
            near=True,
            severity=Severity.MEDIUM,
            docs="https://clerk.com/docs",
        ),
    ),
)

DESCOPE = Provider(
    name="Descope",
    words=("descope",),
    rotate="https://app.descope.com/settings/company/managementkeys",
    credentials=(
        Credential(
            id="descope-management-key",
            kind="management key",
            role=Role.KEY,
            form="K[A-Za-z0-9]{27,90}",
            severity=Severity.CRITICAL,
            docs="https://docs.descope.com/management",
        ),
    ),
)

DUO = Provider(
    name="Duo",
    words=(
        "duo",
        "duosecurity",
    ),
    everyday=True,
    rotate="https://duo.com/docs/protecting-applications",
    credentials=(
        Credential(
            id="duo-secret-key",
            kind="secret key",
            role=Role.SECRET,
            form=base62(40),
            names=(
                "secret",
                "skey",
            ),
            severity=Severity.CRITICAL,
            docs="https://duo.com/docs/authapi",
        ),
    ),
)

LOGINRADIUS = Provider(
    name="LoginRadius",
    words=("loginradius",),
    rotate="https://dashboard.loginradius.com/configuration",
    credentials=(
        Credential(
            id="loginradius-api-secret",
            kind="API secret",
            role=Role.SECRET,
            form=UUID,
            names=("secret",),
            docs="https://www.loginradius.com/docs/",
        ),
    ),
)

ONELOGIN = Provider(
    name="OneLogin",
    words=(
        "onelogin",
        "one login",
    ),
    rotate="https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials",
    credentials=(
        Credential(
            id="onelogin-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=hexadecimal(64),
            names=("secret",),
            severity=Severity.CRITICAL,
            docs="https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials",
        ),
    ),
)

PERMIT_IO = Provider(
    name="Permit.io",
    words=("permit",),
    rotate="https://app.permit.io/settings/api-keys",
    credentials=(
        Credential(
            id="permit-io-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="permit_key_[A-Za-z0-9]{60,100}",
            severity=Severity.CRITICAL,
            docs="https://docs.permit.io/overview/use-the-permit-api-and-sdk",
        ),
    ),
)

STYTCH = Provider(
    name="Stytch",
    words=("stytch",),
    rotate="https://stytch.com/dashboard/api-keys",
    credentials=(
        Credential(
            id="stytch-secret",
            kind="live secret",
            role=Role.SECRET,
            pattern=r"secret-live-[A-Za-z0-9_\-]{30,50}={0,2}",
            severity=Severity.CRITICAL,
            docs="https://stytch.com/docs/api",
        ),
        Credential(
            id="stytch-test-secret",
            kind="test secret",
            role=Role.SECRET,
            pattern=r"secret-test-[A-Za-z0-9_\-]{30,50}={0,2}",
            severity=Severity.MEDIUM,
            docs="https://stytch.com/docs/api",
        ),
    ),
)

WORKOS = Provider(
    name="WorkOS",
    words=("workos",),
    rotate="https://dashboard.workos.com/api-keys",
    credentials=(
        Credential(
            id="workos-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="sk_(?:(?:live|test)_)?a2V5X[A-Za-z0-9+/]{20,120}={0,2}",
            severity=Severity.CRITICAL,
            docs="https://workos.com/docs/reference/authentication",
        ),
    ),
)
