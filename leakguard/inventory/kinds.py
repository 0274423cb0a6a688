"""How a key is called: whose it is, and what it is made of."""

from leakguard.finding import Finding, Role

_PAIRED = {
    Role.SECRET: "key pair",
    Role.PRIVATE_KEY: "API key and its private key",
}


def kind_of(finding: Finding) -> str:
    """Give the name of what a finding is about: `Binance key pair`."""
    roles = {it.role for it in finding.halves}
    what = str(finding.role) if finding.role is not None else _title(finding)
    if Role.KEY in roles and finding.role in _PAIRED:
        what = _PAIRED[finding.role]
    if Role.PASSPHRASE in roles:
        what = f"{what} with its passphrase"
    if finding.role is None:
        return what
    return f"{finding.provider} {what}" if finding.provider else what[0].upper() + what[1:]


def _title(finding: Finding) -> str:
    """Give what the message says first, without why it matters."""
    return finding.message.partition(". ")[0].partition(", hard-coded")[0]
