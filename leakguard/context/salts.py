"""What a name says in the source of a program, where one salt is for all hashes."""

from leakguard.context import names
from leakguard.levels import Role


def role_in_code(name: str) -> Role | None:
    """Give the part that a value of this name plays in a program; in data, where `names.role` is
    asked, a `salt` is kept with the hash that it is for."""
    is_salt = names.words(name) == ("salt",)
    return names.role(name) or (Role.SECRET if is_salt else None)
