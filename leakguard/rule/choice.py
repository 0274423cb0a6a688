"""Which rule of a provider knows a value: by its role and its form, or by a form that tells all."""

from collections.abc import Sequence

from leakguard.finding import Role, Severity
from leakguard.rule.named import NamedRule
from leakguard.rule.token import TokenRule


def of_provider(
    rules: Sequence[TokenRule | NamedRule], value: str, role: Role | None
) -> TokenRule | NamedRule | None:
    """Give the rule of a provider that speaks of a value, whose name or taker tells `role`.

    Everything is called a key: `stripe_key = "sk_live_…"` is the secret one all the same. What is
    made to be published is only what looks like it, or the secret one would pass for harmless.
    """
    alike = [rule for rule in rules if rule.role is role]
    fitting = (rule for rule in alike if rule.fits(value))
    telling = (rule for rule in rules if isinstance(rule, TokenRule) and rule.fits(value))
    others = (rule for rule in alike if rule.severity is not Severity.INFO)
    return next(fitting, None) or next(telling, None) or next(others, None)
