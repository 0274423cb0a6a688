"""The forms of a rule: a token by its pattern, a pair of them, Python syntax, a file as a whole."""

from leakguard.rule.allowance import AllowanceRule, Fault
from leakguard.rule.assigned import AssignedRule
from leakguard.rule.choice import of_provider
from leakguard.rule.columns import ColumnRule
from leakguard.rule.connecting import as_given, as_signing, connects
from leakguard.rule.exchange import (
    ALONE,
    CHOSEN,
    chosen,
    exchange,
    key,
    key_and_secret,
    passphrase,
    password,
    secret,
    token,
)
from leakguard.rule.form import (
    ENVIRONMENT,
    FOLLOWED,
    GENERIC,
    PLACED,
    PROVIDER,
    SPECIFIC,
    SYNTAX,
    Example,
    as_example,
    is_half,
)
from leakguard.rule.named import NamedRule
from leakguard.rule.provider import Credential, Provider
from leakguard.rule.service import service
from leakguard.rule.syntax import Invalid, SyntaxRule, look_up, section
from leakguard.rule.token import TokenRule
from leakguard.rule.whole import FileRule, PairRule

__all__ = [
    "ALONE",
    "CHOSEN",
    "ENVIRONMENT",
    "FOLLOWED",
    "GENERIC",
    "PLACED",
    "PROVIDER",
    "SPECIFIC",
    "SYNTAX",
    "AllowanceRule",
    "AssignedRule",
    "ColumnRule",
    "Credential",
    "Example",
    "Fault",
    "FileRule",
    "Invalid",
    "NamedRule",
    "PairRule",
    "Provider",
    "SyntaxRule",
    "TokenRule",
    "as_example",
    "as_given",
    "as_signing",
    "chosen",
    "connects",
    "exchange",
    "is_half",
    "key",
    "key_and_secret",
    "look_up",
    "of_provider",
    "passphrase",
    "password",
    "secret",
    "section",
    "service",
    "token",
]
