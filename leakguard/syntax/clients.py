"""What becomes of a credential that is missing: what stands in for it, who takes it without a
word, and whether the program looks at it first."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from leakguard.document import Span
from leakguard.syntax.lines import code_alone
from leakguard.syntax.outlets import Way
from leakguard.syntax.spans import Spans
from leakguard.syntax.variables import is_stand_in

_STARTS_WITHOUT = re.compile(
    r"binance|unicorn_binance|ccxt|pybit|bybit|kraken|kucoin|okx|bfxapi|gate_api|deribit_api"
    r"|bitmart|bitmex|bitstamp|bingx|pymexc|python_bitvavo|pybitget|cbpro"
)
"""Packages of exchanges. Prices need no key, so that their clients are made without one; their
parameters for credentials have None or `""` as defaults."""

FRAMEWORKS = frozenset({"django", "flask", "flask_jwt_extended", "flask_mail"})
"""Packages that look at their settings themselves, and refuse what is empty where they need it."""

_TEXT = rb"None\b|[rbuRBU]{0,2}(?:\"[^\"\r\n]{0,60}\"|'[^'\r\n]{0,60}')"
_REST = re.compile(
    rb"\s*(?:,\s*(?:default\s*=\s*)?(?P<default>%b)\s*,?\s*\)|(?P<close>[)\]]))"
    rb"(?:\s*\.\s*(?:strip|encode)\([^()\r\n]{0,20}\))*(?P<or>\s*\bor\b\s*(?P<other>%b)?)?"
    % (_TEXT, _TEXT)
)
_CHECKS = re.compile(
    rb"\b(?:if|elif|while|assert|match|raise|not|all|any|bool|len)\b"
    rb"|(?i:check|valid|require|ensure|verify|missing)"
)
"""What a statement holds that looks at a value before it is used."""

_OWN_CHECK = re.compile(rb"[ \t]*(?:if|elif|while|assert)\b[^#]*:=|[^#]*\bif\b[^#]*\belse\b")
_READS = re.compile(rb"environ|getenv|\bget\b")
_MOST = 200
"""Statements in which a check is looked for."""


class StandsIn(Enum):
    """What a missing variable gives."""

    NOTHING = auto()
    """None."""
    TEXT = auto()
    """A text that is no credential: empty, a placeholder, a few words."""


_BRACKET = re.compile(rb"\(")
_SETTING = rb"(?<!\w)(?:%b)(?:[\"']\s*\])?[ \t]*(?::[^=\r\n]{1,80})?=(?!=)"
_OF_ANYBODY = {"SECRET_KEY", "EMAIL_HOST_PASSWORD"}
"""Settings of modules that name no framework."""


@dataclass(frozen=True, slots=True)
class Takers:
    """Who takes credentials, by how its name ends."""

    calls: Mapping[str, Sequence[tuple[str, str, int]]]
    """The packages that have a call of that name, each the first of a sequence."""
    settings: Mapping[str, Sequence[str]]
    """The packages that have an attribute or an item of that name."""

    def ways(self, data: bytes, kind: StandsIn) -> tuple[Way, ...]:
        """Give where a source may hand over what stands in for a credential: what takes it, of
        the packages that the source names."""
        named: dict[str, bool] = {}

        def is_here(package: str) -> bool:
            if package not in named:
                takes_it = kind is StandsIn.TEXT or starts_without(package)
                named[package] = takes_it and package.encode() in data
            return named[package]

        calls = {
            name.encode()
            for name, takers in self.calls.items()
            if any(is_here(package) for package, *_ in takers)
        }
        settings = [
            re.escape(name.encode())
            for name, packages in self.settings.items()
            if any(map(is_here, packages)) or (kind is StandsIn.TEXT and name in _OF_ANYBODY)
        ]
        if calls and b"getattr" in data:
            calls.add(b")")  # getattr(ccxt, name)(…)
        ways = [Way(_BRACKET, frozenset(calls))] if calls else []
        if settings:
            pattern = re.compile(_SETTING % b"|".join(sorted(settings)))
            ways.append(Way(pattern, frozenset(), is_statement=True))
        return tuple(ways)


def starts_without(package: str) -> bool:
    """Tell whether a package's clients take None for a credential, and fail where they sign."""
    return _STARTS_WITHOUT.match(package) is not None


def stands_in(variable: str, data: bytes, end: int, *, can_miss: bool) -> StandsIn | None:
    """Tell what stands in for a variable whose name ends at a byte of a look-up, if it is missing;
    None if that stops the program, or if what stands in may be a credential. `can_miss` tells
    whether the look-up itself gives None."""
    rest = _REST.match(data, end)
    if rest is None:
        return None
    other = rest["default"] if rest["or"] is None else rest["other"]
    if other is None:
        return StandsIn.NOTHING if can_miss and rest["or"] is None else None
    if other == b"None":
        return StandsIn.NOTHING
    text = other.lstrip(b"rbuRBU")[1:-1].decode("utf-8", "replace")
    return StandsIn.TEXT if is_stand_in(variable, text) else None


def is_looked_at(names: Iterable[str], variable: str, data: bytes, spans: Spans, own: Span) -> bool:
    """Tell whether a statement, `own` or another, looks at the value of one of the names, or at
    an environment variable, before it is used."""
    if _OWN_CHECK.match(data, *own):
        return True
    for name in names:
        for span in spans.of_name(name)[:_MOST]:
            if span != own and _CHECKS.search(code_alone(data[slice(*span)])):
                return True
    quoted = re.compile(rb"[\"']%b[\"']" % re.escape(variable.encode()))
    for span in spans.of_name(variable)[:_MOST]:
        if span != own and quoted.search(data, *span):
            text = data[slice(*span)]
            if _CHECKS.search(text) or not _READS.search(text):
                return True
    return False
