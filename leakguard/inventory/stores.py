"""The files of a work tree that are made for keys, whether git knows them or not."""

import os
import re

from leakguard import git
from leakguard.sources.folder import names

_MADE_FOR_KEYS = re.compile(
    r"(?:.*/)?(?: \.env (?:\.[\w.\-]+)? | [\w.\-]+\.env | \.envrc"
    r"| [^/]+\.(?:pem|key) | id_(?:rsa|dsa|ecdsa|ed25519)"
    r"| \.?(?:secrets?|credentials)(?:\.(?:toml|ya?ml|json|ini|py))? )",
    re.VERBOSE,
)
_OF_OTHERS = re.compile(
    r"(?:^|/)(?:node_modules|site-packages|\.?venv|\.tox|\.nox|vendor|__pycache__)/"
)
"""Folders with what others have written."""


def is_store(path: str) -> bool:
    """Tell whether a file is of a kind that is made for keys, by its name."""
    return _MADE_FOR_KEYS.fullmatch(path) is not None and _OF_OTHERS.search(path) is None


def ignored(folder: str) -> list[str]:
    """Give those that git ignores, relative to the work tree's root.

    Raises:
        GitError: git refuses it.
    """
    others = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard")
    return sorted(filter(is_store, names(git.run(folder, *others, own_repository=True))))


def is_empty(folder: str) -> bool:
    """Tell whether there is no file of those on the disk that git tracks, or would.

    Raises:
        GitError: git refuses it.
    """
    listing = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    found = (
        os.path.join(folder, it) for it in names(git.run(folder, *listing, own_repository=True))
    )
    return not any(os.path.exists(it) and not os.path.islink(it) for it in found)


def tracked(folder: str) -> frozenset[str]:
    """Give the paths of all files that git tracks, relative to the work tree's root.

    Raises:
        GitError: git refuses it.
    """
    return frozenset(names(git.run(folder, "ls-files", "-z", "--cached", own_repository=True)))
