"""What a value's own form tells counts for more than what it is called."""

import pytest

from leakguard.examples import made_up
from leakguard.finding import Finding, Role, Severity
from tests.support import found

BODY = made_up("base62", 24, 977)

WRITTEN = {
    "a-name": 'stripe_key = "{}"\n',
    "the-client": 'import stripe\nstripe.api_key = "{}"\n',
    "an-argument": 'from stripe import StripeClient\nclient = StripeClient("{}")\n',
    "no-provider": 'API_KEY = "{}"\n',
}


def of(written: str, value: str) -> Finding:
    (finding,) = found(WRITTEN[written].format(value), "pay.py")
    return finding


@pytest.mark.parametrize("written", WRITTEN)
def test_a_secret_that_is_called_a_key_is_a_secret(written: str) -> None:
    finding = of(written, "sk_" + "live_" + BODY)
    assert finding.message.startswith("Stripe secret key, hard-coded")
    assert (finding.severity, finding.role) == (Severity.CRITICAL, Role.SECRET)


@pytest.mark.parametrize("written", WRITTEN)
def test_the_one_that_is_published_is_told_by_its_form(written: str) -> None:
    finding = of(written, "pk_" + "live_" + BODY)
    assert finding.message.startswith("Stripe publishable key")
    assert finding.severity is Severity.INFO


def test_a_key_that_looks_like_none_of_them_is_not_taken_for_the_published_one() -> None:
    assert of("the-client", made_up("base62", 32, 978)).severity >= Severity.HIGH
