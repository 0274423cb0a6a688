"""Keys of services with which software is built, boxed, published and checked."""

from leakguard.finding import Role
from leakguard.forms import hexadecimal
from leakguard.rule import Credential, Provider, service

DEVELOCITY = service(
    "Develocity",
    "https://docs.gradle.com/develocity/gradle-plugin/",
    "develocity",
    "gradle enterprise",
)
IONIC = service(
    "Ionic Appflow",
    "https://ionic.io/docs/appflow/personal-access-tokens",
    "ionic",
    "appflow",
    role=Role.TOKEN,
    everyday=True,
)
RED_HAT_PARTNER_CONNECT = service(
    "Red Hat Partner Connect", "https://connect.redhat.com/account/api-keys", "pyxis", everyday=True
)
VAGRANT_CLOUD = service(
    "Vagrant Cloud",
    "https://www.vagrantup.com/vagrant-cloud/users/authentication",
    "vagrant cloud",
    role=Role.TOKEN,
)
VMWARE_CLOUD = service(
    "VMware Cloud",
    "https://docs.vmware.com/en/VMware-Cloud-services/services/Using-VMware-Cloud-Services/"
    "GUID-E2A3B1C1-E9AD-4B00-A6B6-88D31FCDDF7C.html",
    "vmware",
    "tanzu",
    role=Role.TOKEN,
)

SPECTRAL = Provider(
    name="Spectral",
    words=("spectral", "spectralops"),
    rotate="https://guides.spectralops.io/docs",
    credentials=(
        Credential(
            id="spectral-token",
            kind="token",
            role=Role.TOKEN,
            pattern="spu-" + hexadecimal(32),
            near=True,
            docs="https://guides.spectralops.io/docs",
        ),
    ),
)
