"""The command inside the test's own process."""

from tests.cli.conftest import run

__all__ = ("run",)
