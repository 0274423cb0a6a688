"""Tokens of package registries: what their structure tells."""

import pytest

from leakguard import registry
from leakguard.examples import made_up
from leakguard.finding import Severity
from leakguard.rule import TokenRule
from tests.support import scan


def example(rule_id: str) -> str:
    rule = next(rule for entry, rule in registry.all_rules() if entry.id == rule_id)
    assert isinstance(rule, TokenRule)
    text = rule.invalid[0]
    assert isinstance(text, str)
    return text.partition("=")[2].strip()


TOKEN = example("pypi-api-token")


def severity(token: str) -> Severity:
    (finding,) = scan({".pypirc": f"password = {token}\n"}).findings
    return finding.severity


@pytest.mark.parametrize(
    "token",
    [TOKEN[:-20], TOKEN + "AAAA", TOKEN[:27] + made_up("base64url", 100, 5)],
    ids=["cut", "longer", "no-macaroon"],
)
def test_a_token_that_is_no_whole_macaroon_opens_nothing(token: str) -> None:
    assert severity(token) is Severity.INFO


def test_a_whole_macaroon_is_a_token() -> None:
    assert severity(TOKEN) is Severity.HIGH
