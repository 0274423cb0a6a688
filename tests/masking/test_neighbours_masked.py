"""A random value beside a finding is masked, whatever stands before or behind it."""

import pytest

from leakguard.examples import made_up
from leakguard.reporters import FORMATS, View, reporter
from tests.grouped import each
from tests.support import scan

KEY, SECRET, NEIGHBOUR = (made_up("base62", 64, seed) for seed in (601, 602, 603))

FORMS = {
    "alone": "{}",
    "dash-behind": "{}-",
    "dash-before": "-{}",
    "line-before": "----------{}",
    "underscores": "____{}",
    "placeholder-word": "your-{}",
    "example-word": "example{}",
    "long-words": "some-long-word-prefix-here-{}",
    "zeros": "0" * 100 + "{}",
    "slash-before": "/{}",
    "slash-behind": "{}/",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("length", [24, 40, 64])
def test_no_part_of_a_neighbour_is_shown(form: str, length: int) -> None:
    value = NEIGHBOUR[:length]
    text = (
        "from binance.client import Client\n"
        f'client = Client("{KEY}", "{SECRET}", note="{form.format(value)}")\n'
    )
    report = scan({"bot.py": text})
    assert report.findings
    pieces = [value[start : start + 8] for start in range(4, length - 8)]

    def check(output: str) -> None:
        shown = reporter(output)(report, View())
        assert [piece for piece in pieces if piece in shown] == []

    each(FORMATS, check)


@pytest.mark.parametrize(
    "value", ["{}-", "/{}", "{}:", "{}/"], ids=["dash", "slash", "colon", "end"]
)
def test_a_generated_value_may_begin_and_end_with_anything(value: str) -> None:
    text = f'api_token = "{value.format(made_up("base64url", 39, 604))}"\n'
    assert [it.rule for it in scan({"m.py": text}).findings] == ["hardcoded-assignment"]


def test_a_run_of_stars_in_an_exclude_does_not_hang() -> None:
    from leakguard.sources.ignore import Patterns

    assert not Patterns(("********b",)).matches("a" * 60 + "c")
