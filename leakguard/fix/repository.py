"""What git knows of files that are to be changed."""

import os
from dataclasses import dataclass

from leakguard import git
from leakguard.errors import GitError


@dataclass(frozen=True, slots=True)
class Repository:
    """The work tree that holds the scanned folder."""

    top: str
    """Its root, absolute, links followed."""

    def path(self, file: str) -> str:
        """Give a file's path from the root, with `/`."""
        folder, name = os.path.split(file)
        return os.path.relpath(os.path.join(os.path.realpath(folder), name), self.top).replace(
            os.sep, "/"
        )

    def committed(self, file: str) -> bytes | None:
        """Give what HEAD holds of a file, or None if it has none."""
        try:
            return git.run(self.top, "cat-file", "blob", f"HEAD:{self.path(file)}")
        except GitError:
            return None

    def is_committed(self, file: str, raw: bytes) -> bool:
        """Tell whether HEAD holds exactly these bytes, but for line ends that git may convert."""
        held = self.committed(file)
        return held is not None and (held == raw or held == raw.replace(b"\r\n", b"\n"))

    def is_tracked(self, file: str) -> bool:
        """Tell whether git's index has the file.

        Raises:
            GitError: git cannot say.
        """
        found = git.run(
            self.top, "ls-files", "-z", "--cached", "--", f":(literal){self.path(file)}"
        )
        return bool(found)

    def is_ignored(self, file: str) -> bool:
        """Tell whether git ignores a file, be it there or not."""
        try:
            git.run(self.top, "check-ignore", "-q", "--", self.path(file))
        except GitError:
            return False  # it says so by how it ends
        return True


def around(folder: str) -> Repository | None:
    """Give the repository that holds a folder, or None outside git.

    Raises:
        GitError: git refuses the repository.
    """
    here = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return Repository(os.path.realpath(git.work_tree(folder)))
