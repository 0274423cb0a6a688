"""What the name of an environment variable says of its value."""

from leakguard.context import names
from leakguard.levels import Role, Shape

_CREDENTIAL_WORDS = {
    Role.TOKEN: {"token", "tokens", "bearer", "jwt", "accesstoken", "authtoken"},
    Role.KEY: {"key", "keys", "apikey", "apikeys", "accesskey"},
}
"""Words without which a variable of a role is about a credential, and holds none."""

_ABOUT = frozenset(
    "per max min limit num number total budget context sock socket base enable enabled disable"
    " disabled require required allow skip use check rotate rotation expires refreshes interval"
    " quote trading pair symbol native currency"  # tokens that are money
    " command cmd prompt source sources length bits strict vault manager arn ref".split()
)
"""Words of variables that say something about a credential."""

_FOLDERS = {"PWD", "OLDPWD"}


def role_of_variable(name: str) -> Role | None:
    """Give the role of the credential that a variable of this name holds, or None: `PWD` is a
    folder, and `API_URL` or `MAX_TOKENS` say something about a credential."""
    role = names.role(name)
    if role is None or name in _FOLDERS:
        return None
    words = set(names.words(name))
    needed = _CREDENTIAL_WORDS.get(role, words)
    if not words & needed or words & _ABOUT or names.other_thing(name) is not None:
        return None
    return role if role is not Role.KEY or names.is_opening_key(name) else None


def is_stand_in(variable: str, text: str) -> bool:
    """Tell whether a text that stands in for a variable is no credential itself: empty, a
    placeholder, a few words."""
    from leakguard.values import reason_against  # few variables that are asked about have a text

    role = names.role(variable)
    is_made_up = role in (Role.PASSWORD, Role.PASSPHRASE) or (
        role is Role.SECRET and names.words(variable)[-1:] == ("secret",)
    )
    shape = Shape.PASSWORD if is_made_up else Shape.TOKEN
    return not text.strip() or reason_against(text, shape) is not None
