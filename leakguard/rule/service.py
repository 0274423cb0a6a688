"""A provider that gives out one kind of key, said in one line."""

from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE
from leakguard.rule.provider import Credential, Provider

_KINDS = {
    Role.KEY: ("api-key", "API key"),
    Role.SECRET: ("client-secret", "client secret"),
    Role.TOKEN: ("access-token", "access token"),
}


def service(
    name: str,
    docs: str,
    *words: str,
    role: Role = Role.KEY,
    form: str = OPAQUE,
    names: tuple[str, ...] = (),
    pattern: str | None = None,
    near: bool = False,
    everyday: bool = False,
    severity: Severity = Severity.HIGH,
    public: bool = False,
    also: tuple[Credential, ...] = (),
) -> Provider:
    """Give a provider with one credential, and what it gives out besides.

    `docs` is its page that says where the key is made, and taken back. Without `form` or `pattern`
    the key counts only under a name that has one of `words` in it: of most small services no page
    says how their keys look. `names` are words of which the name has to have one, where the form
    is also that of a commit or a digest.
    """
    slug, kind = _KINDS[role]
    return Provider(
        name=name,
        words=words,
        rotate=docs,
        everyday=everyday,
        credentials=(
            Credential(
                id=f"{words[0].replace(' ', '-')}-{slug}",
                kind=kind,
                role=role,
                severity=severity,
                form=form if pattern is None else None,
                pattern=pattern,
                near=near,
                public=public,
                names=("secret",) if role is Role.SECRET and pattern is None else names,
                docs=docs,
            ),
            *also,
        ),
    )
