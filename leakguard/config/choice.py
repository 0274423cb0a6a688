"""Which rules run, by what the settings say of rules and of providers."""

from collections.abc import Iterable
from typing import Protocol

from leakguard.config.settings import Settings
from leakguard.errors import UsageError
from leakguard.text import slug


class Known(Protocol):
    """What has to be known of a rule."""

    @property
    def id(self) -> str:
        """By which it is selected."""

    @property
    def provider(self) -> str | None:
        """Whose credentials it knows, if it is about those of one."""


def providers_of(rules: Iterable[Known]) -> list[str]:
    """Give the names of providers as settings have them, sorted."""
    return sorted({slug(it.provider) for it in rules if it.provider is not None})


def is_all(settings: Settings) -> bool:
    """Tell whether the settings leave no rule out."""
    said = (settings.ignore, settings.ignore_providers)
    return settings.select is None and settings.providers is None and not any(said)


def chosen(settings: Settings, rules: Iterable[Known]) -> frozenset[str]:
    """Give the ids of those of some rules, and of the settings' own, that run.

    A rule that is about no provider runs whatever is said of providers.

    Raises:
        UsageError: none is left.
    """
    rules = list(rules)
    every = {it.id for it in rules} | {it.id for it in settings.rules}
    ids = every if settings.select is None else every.intersection(settings.select)
    left_out = {
        it.id
        for it in rules
        if it.provider is not None and not _is_wanted(slug(it.provider), settings)
    }
    left = ids.difference(settings.ignore, left_out)
    if not left:
        raise UsageError("no rule is left to run: look at `select`, `ignore` and `providers`")
    return frozenset(left)


def _is_wanted(provider: str, settings: Settings) -> bool:
    is_named = settings.providers is None or provider in settings.providers
    return is_named and provider not in settings.ignore_providers
