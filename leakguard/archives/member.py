"""What archives hold."""

from dataclasses import dataclass

from leakguard.archives.streams import Stream


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    name: str
    """Its path in the archive, made harmless."""
    content: Stream
    """To be read before the next member is asked for."""
