"""What can go wrong, as types: each says what is wrong with what, and what to do.

Messages name files, options and settings, never a scanned value.
"""


class LeakguardError(Exception):
    """Base of everything leakguard raises on purpose; the command ends with exit code 2."""


class UsageError(LeakguardError):
    """The command line asks for something that does not exist or does not fit together."""


class ConfigError(LeakguardError):
    """The configuration has an unknown key, a wrong type or an unknown rule."""


class RuleError(LeakguardError):
    """A rule is not well-formed: its pattern, its examples or its id."""


class SourceError(LeakguardError):
    """What was asked to be scanned cannot be listed or read as a whole."""


class GitError(SourceError):
    """git is missing, refuses the repository, or failed."""


class GateError(LeakguardError):
    """There is nothing to judge, or what is to be judged cannot be told."""


class PatchError(SourceError):
    """What should be a patch is none, or is malformed; the message tells the line's number."""


class NotebookError(LeakguardError):
    """A notebook cannot be read as one; never ends a scan, which reads it as plain text."""


class ArchiveError(LeakguardError):
    """An archive, or a member of one, cannot be read on; never ends a scan, which tells why."""


class FixError(LeakguardError):
    """A fix cannot be planned or applied: the file changed, the env file is refused."""


class VerifyError(LeakguardError):
    """A key cannot be asked about: an address is refused, or what it takes is not installed."""


class NotInstalled(VerifyError):  # noqa: N818
    """A package is missing that it takes to ask about a key."""


class NoAnswer(LeakguardError):  # noqa: N818
    """An exchange cannot be reached, or its answer makes no sense; never ends a run, which tells
    why."""
