"""A word for a credential that is run together with the one before it: `ckey`, `ftppass`."""

from leakguard.levels import Role

_ENDINGS = (
    ("secret", Role.SECRET), ("password", Role.PASSWORD), ("passwd", Role.PASSWORD),
    ("pass", Role.PASSWORD), ("pwd", Role.PASSWORD), ("token", Role.TOKEN), ("key", Role.KEY),
)  # fmt: skip
_NO_ENDINGS = {
    "compass", "bypass", "overpass", "underpass", "surpass", "trespass", "monkey", "donkey",
    "turkey", "whiskey", "hockey", "jockey", "hotkey", "lackey", "mickey", "rekey", "valkey",
    "keepass", "nopasswd",
}  # fmt: skip


def role_of_ending(found: tuple[str, ...]) -> Role | None:
    """Give the role that the end of a word tells, of the last one of `found` that tells any, or
    None."""
    for word in reversed(found):
        for ending, its_role in _ENDINGS:
            if word.endswith(ending) and word not in _NO_ENDINGS:
                return its_role
    return None
