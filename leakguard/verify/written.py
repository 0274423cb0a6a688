"""Verdicts as JSON: what `leakguard verify --format json` writes and `leakguard audit` reads.

The object has `schema` (1), `verified` and `not_asked`. An entry of `verified` says of one pair:
`secret_id` (24 hex digits; null where a digest of the value could be guessed back), `fingerprints`,
`provider`, `environment` and `host` that were asked, `test` (whether it is a test environment),
`state`, `reason`, `code` (the exchange's, or null), `permissions` (null if they were not told),
`ip_restricted` (null likewise), `created` and `expires` (ISO 8601 or null), `severity`, `advice`,
`excess` (permissions that the code does not need, and where it shows what it needs; or null),
`places` and `also`, what other environments answered before. No value is in it.
"""

from collections.abc import Iterable
from typing import Any

from leakguard.reporters.dumped import dumped
from leakguard.reporters.jsonl import readable
from leakguard.verify.advice import advice
from leakguard.verify.pairs import Pair
from leakguard.verify.plan import Plan
from leakguard.verify.verdict import Answer, Permission
from leakguard.verify.verify import Said, Verdict

SCHEMA = 1


def as_json(verdicts: Iterable[Verdict], plans: Iterable[Plan]) -> str:
    """Give the whole object, its last line ended."""
    content = {
        "schema": SCHEMA,
        "verified": [_verdict(it) for it in verdicts],
        "not_asked": [
            {**_pair(it.pair), "reason": it.obstacle} for it in plans if it.obstacle is not None
        ],
    }
    return dumped(content)


def _verdict(it: Verdict) -> dict[str, Any]:
    return {
        **_pair(it.pair),
        **_said(it.said),
        "severity": str(it.severity),
        "advice": list(advice(it)),
        "excess": it.excess
        and {
            "permissions": listed(it.excess.permissions),
            "uses": it.excess.uses,
            "seen": [f"{readable(seen.path)}:{seen.line}: {seen.name}" for seen in it.excess.seen],
        },
        "also": [_said(one) for one in it.also],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "secret_id": pair.secret_id,
        "fingerprints": sorted({it.fingerprint for it in pair.seen}),
        "provider": pair.provider,
        "places": [{"path": readable(it.path), "line": it.line} for it in pair.seen],
    }


def _said(said: Said) -> dict[str, Any]:
    answer: Answer = said.answer
    return {
        "environment": said.environment,
        "host": said.host,
        "test": said.is_test,
        "state": str(answer.state),
        "reason": answer.reason,
        "code": answer.code,
        "permissions": None if answer.permissions is None else listed(answer.permissions),
        "ip_restricted": answer.ip_restricted,
        "created": answer.created,
        "expires": answer.expires,
    }


def listed(permissions: Iterable[Permission]) -> list[str]:
    """Give permissions in the order of their severity, the mildest first."""
    given = set(permissions)
    return [str(it) for it in Permission if it in given]
