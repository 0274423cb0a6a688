"""Whether an expression can be replaced: its value is for sure what Python makes of it."""

import ast
import re

from leakguard.finding import Mend
from leakguard.fix.script import Script
from leakguard.masking.redact import scrub
from leakguard.syntax import certain
from leakguard.syntax.bounds import is_within_bounds

_FORMATTED = re.compile(r"\b(?:[fF][rR]?|[rR][fF])[\"']")

_MICROCONTROLLER = re.compile(
    rb"""^[ \t]* (?: import | from ) [ \t]+
         (?: u(?:asyncio|binascii|hashlib|json|mqtt|os|requests|select|socket|ssl|struct|time)
           | machine | micropython | socketpool ) \b
       | \b network \. WLAN \( | \b wifi \. radio \b""",
    re.MULTILINE | re.VERBOSE,
)
"""What MicroPython and CircuitPython have, and no other Python."""


def obstacle(script: Script, mend: Mend) -> str:
    """Give why an expression cannot be replaced without a change, or nothing."""
    start, end = mend.span
    value = mend.secret.reveal() if mend.secret is not None else ""
    text = script.document.text(start, end)
    if _MICROCONTROLLER.search(script.document.data):
        return (
            "a microcontroller has no environment; import the value from a module that git "
            "ignores, such as secrets.py"
        )
    if not value.isascii() and script.document.encoding != "utf-8":
        return "what its letters are depends on the encoding"
    if _FORMATTED.search(text) and "\\" in text:
        return "an f-string with escapes is not computed"
    if "bytearray" in text:
        return "a bytearray can be changed, and bytes cannot"
    if certain.binds(text):
        return "it binds a name as well, which would be missing"
    known = _evaluated(text)
    if known is not None and known != value:
        return "its value is not known for sure"
    kept = [mend.span, *(mend.rows[0].items[mend.rows[0].index] if mend.rows else ())]
    for comment in {it for span in kept for it in script.comments_in(span)}:
        shown = script.document.text(*comment)
        is_masked = any(comment[0] <= it[0] and it[1] <= comment[1] for it in script.masked)
        if is_masked or scrub(shown) != shown or value in shown:
            return "a comment in it holds what looks like a key"
    return ""


def doubt(script: Script, mend: Mend) -> str:
    """Give why an expression may be another value than was read out of it, or nothing: a name in
    it may stand for something else."""
    if mend.secret is None or not certain.has_names(script.document.text(*mend.span)):
        return ""
    if script.magics:
        return "what its names stand for may depend on the magics of the notebook"
    if certain.value(script.document, script.scopes, mend.span) == mend.secret.reveal():
        return ""
    return "what its names stand for is not certain"


def _evaluated(text: str) -> str | None:
    """Give the text that a plain literal stands for; None for anything else."""
    if not is_within_bounds(text):
        return None
    try:
        value = ast.literal_eval(f"({text}\n)")
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else None
