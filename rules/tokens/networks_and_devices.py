"""Keys of services that join networks, and watch over machines."""

from leakguard.finding import Role, Severity
from leakguard.forms import hexadecimal
from leakguard.rule import Credential, Provider

NGROK = Provider(
    name="ngrok",
    words=("ngrok",),
    rotate="https://dashboard.ngrok.com/get-started/your-authtoken",
    credentials=(
        Credential(
            id="ngrok-token",
            kind="authtoken or API key",
            role=Role.TOKEN,
            form="[0-9][A-Za-z0-9]{26}_[0-9][A-Za-z0-9]{20}",
            docs="https://ngrok.com/docs/agent/",
        ),
    ),
)

TAILSCALE = Provider(
    name="Tailscale",
    words=("tailscale",),
    rotate="https://login.tailscale.com/admin/settings/keys",
    credentials=(
        Credential(
            id="tailscale-key",
            kind="key",
            role=Role.KEY,
            pattern="""
                tskey-(?:auth-|api-|client-|scim-|webhook-)?[A-Za-z0-9]{8,24}-[A-Za-z0-9]{24,40}
            """,
            severity=Severity.CRITICAL,
            why="Whoever holds it gets into the network, or may change who does.",
            docs="https://tailscale.com/kb/1085/auth-keys",
        ),
    ),
)

DEFINED_NETWORKING = Provider(
    name="Defined Networking",
    words=(
        "definednetworking",
        "defined networking",
        "defined",
    ),
    rotate="https://docs.defined.net/guides/automating-api-tasks/",
    credentials=(
        Credential(
            id="defined-networking-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="dnkey-[A-Z0-9]{26}-[A-Z0-9]{52}",
            severity=Severity.CRITICAL,
            docs="https://docs.defined.net/guides/automating-api-tasks/",
        ),
    ),
)

JUMPCLOUD = Provider(
    name="JumpCloud",
    words=(
        "jumpcloud",
        "jump cloud",
    ),
    rotate="https://jumpcloud.com/support/jumpcloud-apis1",
    credentials=(
        Credential(
            id="jumpcloud-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="jca_[A-Za-z0-9]{36}",
            severity=Severity.CRITICAL,
            docs="https://jumpcloud.com/support/jumpcloud-apis1",
        ),
        Credential(
            id="jumpcloud-old-api-key",
            kind="API key of the older form",
            role=Role.KEY,
            form=hexadecimal(40),
            severity=Severity.CRITICAL,
            docs="https://jumpcloud.com/support/jumpcloud-apis1",
        ),
    ),
)

CISCO_MERAKI = Provider(
    name="Cisco Meraki",
    words=(
        "meraki",
        "ciscomeraki",
    ),
    rotate="https://documentation.meraki.com/General_Administration/Other_Topics/Cisco_Meraki_Dashboard_API",
    credentials=(
        Credential(
            id="meraki-api-key",
            kind="API key",
            role=Role.KEY,
            form=hexadecimal(40),
            severity=Severity.CRITICAL,
            docs="https://developer.cisco.com/meraki/api-v1/authorization/",
        ),
    ),
)

TRUENAS = Provider(
    name="TrueNAS",
    words=(
        "truenas",
        "login with api key",
    ),
    rotate="https://www.truenas.com/docs/",
    credentials=(
        Credential(
            id="truenas-api-key",
            kind="API key",
            role=Role.KEY,
            pattern="[0-9]{1,3}-[A-Za-z0-9]{64}",
            near=True,
            severity=Severity.CRITICAL,
            docs="https://www.truenas.com/docs/",
        ),
    ),
)
