"""How much of an archive is read: what is beyond is named, and left."""

from dataclasses import dataclass

from leakguard.errors import ArchiveError

_MEMBERS = 200_000
_RATIO = 200
_SUSPECT = 16 << 20
"""Bytes up to which a stream may have any ratio: a small one of blanks has."""

_WHOLE = 16
"""How many of the largest members may come out of one archive."""


class LimitError(ArchiveError):
    """The limit of a whole archive is reached: nothing more of it is read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may come out of one archive of the source, with all that is inside of it."""

    depth: int = 1
    """How many archives may be inside each other; 0 looks into none."""
    member: int = 64 << 20
    """Bytes of one member."""
    members: int = _MEMBERS
    ratio: int = _RATIO
    """How many bytes may come out of one that is packed."""

    @property
    def whole(self) -> int:
        """Bytes of all members, those included that are passed over."""
        return _WHOLE * self.member


@dataclass(slots=True)
class Budget:
    """What is left of the limits while an archive is read."""

    limits: Limits
    read: int = 0
    members: int = 0

    def take(self, count: int) -> None:
        """Count bytes that were read.

        Raises:
            LimitError: they are too many.
        """
        self.read += count
        if self.read > self.limits.whole:
            told = f"over {self.limits.whole:,} bytes in all; raise --max-file-size for more of it"
            raise LimitError(f"read only in part: it unpacks to {told}")

    def take_member(self) -> None:
        """Count a member.

        Raises:
            LimitError: they are too many.
        """
        self.members += 1
        if self.members > self.limits.members:
            raise LimitError(f"read only in part: it has over {self.limits.members:,} members")

    def check_ratio(self, packed: int, unpacked: int) -> None:
        """Compare what went into a stream with what came out of it, in bytes.

        Raises:
            ArchiveError: too much did.
        """
        if unpacked > _SUSPECT and unpacked > self.limits.ratio * packed:
            times = f"over {self.limits.ratio} times its size, as a bomb does"
            raise ArchiveError(f"read only in part, since it unpacks to {times}")
