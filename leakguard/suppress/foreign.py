"""The marks of other tools, which count where the configuration says so."""

import re
from collections.abc import Iterable

from leakguard.text import nearest, quoted

_WHOLE = {
    # https://github.com/gitleaks/gitleaks#gitleaksallow
    "gitleaks:allow": rb"gitleaks:[ \t]*allow\b",
    # https://github.com/betterleaks/betterleaks
    "betterleaks:allow": rb"betterleaks:[ \t]*allow\b",
    # https://github.com/mongodb/kingfisher#inline-ignore-directives
    "kingfisher:ignore": rb"kingfisher:[ \t]*ignore\b",
    # https://docs.trufflesecurity.com/ignoring-secrets
    "trufflehog:ignore": rb"trufflehog:[ \t]*ignore\b",
    # https://github.com/Yelp/detect-secrets#inline-allowlisting
    "pragma: allowlist secret": rb"pragma:[ \t]*(?:allow|white)list[ \t]+secret\b",
    # https://semgrep.dev/docs/ignoring-files-folders-code
    "nosemgrep": rb"\bnosem(?:grep)?\b",
    # https://docs.sonarsource.com: NOSONAR
    "NOSONAR": rb"\bNOSONAR\b",
    # https://bandit.readthedocs.io/en/latest/config.html: B105 to B107 are hard-coded passwords
    "nosec": rb"\#[ \t]*nosec\b(?![ \t:]*[A-Za-z])|\#[ \t]*nosec\b[^#\r\n]*\bB10[567]\b",
}
"""How each mark is written on the line that it is about."""

_NEXT = {
    "pragma: allowlist secret": rb"pragma:[ \t]*(?:allow|white)list[ \t]+nextline[ \t]+secret\b",
}
"""How some are written on the line above."""

_NOQA = re.compile(r"noqa: ?([A-Z]{1,5}[0-9]{1,5})")

NAMES = (*_WHOLE, "noqa: S105")
"""What may be honoured; of `noqa:` any one code."""

Pattern = re.Pattern[bytes]


def unknown(name: str) -> str | None:
    """Give why nothing of that name can be honoured, or None if it can."""
    if name in _WHOLE or _NOQA.fullmatch(name):
        return None
    if name in ("noqa", "noqa:"):
        return "a bare noqa says nothing of secrets; name its code, as in 'noqa: S105'"
    return f"there is no mark {quoted(name)}{nearest(name, list(NAMES))}"


def patterns(names: Iterable[str]) -> tuple[tuple[str, Pattern, Pattern | None], ...]:
    """Give each mark with its pattern for the line of a finding, and for the line above."""
    return tuple((it, _on(it), _above(it)) for it in names)


def _on(name: str) -> Pattern:
    if (found := _NOQA.fullmatch(name)) is not None:
        # https://docs.astral.sh/ruff/linter/#error-suppression: a list of codes
        code = found[1].encode()
        return re.compile(rb"#[ \t]*(?i:noqa):[ \t]*(?:[A-Z]+[0-9]+[ \t,]+)*" + code + rb"\b")
    return re.compile(_WHOLE[name])


def _above(name: str) -> Pattern | None:
    return re.compile(_NEXT[name]) if name in _NEXT else None
