"""docs/verify.md says what the code does."""

import json
import re
from pathlib import Path

import pytest

from leakguard.verify import plan as planning
from leakguard.verify.environments import BINANCE
from leakguard.verify.exchanges import EXCHANGES
from leakguard.verify.pairs import Pair
from leakguard.verify.plan import Plan
from leakguard.verify.uses import Uses
from leakguard.verify.verdict import Permission, State
from leakguard.verify.verify import verified
from leakguard.verify.written import SCHEMA, as_json
from tests.cli.test_verify import TRADING
from tests.exchange.server import serving
from tests.verify.asked import asking, pair

PAGE = (Path(__file__).parents[2] / "docs" / "verify.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*map(str, State), *map(str, Permission)])
def test_each_state_and_permission_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("it", BINANCE, ids=lambda it: it.name)
def test_each_environment_is_named_with_its_host(it: object) -> None:
    row = f"| `{it.name}` | {it.url.removeprefix('https://')} | `{it.path}` |"  # type: ignore[attr-defined]
    assert row in PAGE


def test_each_exchange_is_named() -> None:
    assert [it.name for it in EXCHANGES.values() if f"`{it.name}`" not in PAGE] == []


def test_each_exchange_that_counts_requests_is_named() -> None:
    line = PAGE[PAGE.index("\nKraken, Kraken Futures") :].replace("\n", " ")
    assert [
        it.provider for it in EXCHANGES.values() if it.has_nonces and it.provider not in line[:200]
    ] == []


def test_the_json_that_is_shown_has_the_fields_that_are_written() -> None:
    block = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    shown = json.loads(block[1])
    made: Pair = pair(TRADING)
    with serving([TRADING]) as exchange:
        plans = [planning.plan(made, planning.endpoints([exchange.url]), may_disturb=False)]
        verdicts = list(verified(plans, asking(), Uses()))
    written = json.loads(as_json(verdicts, [*plans, Plan(made, obstacle="Why.")]))
    assert shown["schema"] == SCHEMA
    for part in ("verified", "not_asked"):
        assert list(shown[part][0]) == list(written[part][0])
