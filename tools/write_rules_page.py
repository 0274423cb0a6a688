"""Write docs/rules.md from the rules, and the schema of the configuration, which has their ids:
`python -m tools.write_rules_page`."""

from itertools import groupby
from pathlib import Path

from leakguard.advice import descriptions
from leakguard.advice.descriptions import Description
from tools.write_schema import SCHEMA, written

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

HEAD = """\
# Rules

What leakguard looks for. `leakguard rules show ID` says of each why it is bad and what to do;
`--select ID` and `--ignore ID` choose. *Kind* is how a rule finds: a **token** has a form of its
own, a **named** credential is told by its provider's word and its form together, a **pair** is a
key and its secret near each other, a **syntax** rule reads Python, a **file** rule a whole file, an
**allowance** rule the comments that let a value stay.

This page is made from the rules by `tools/write_rules_page.py`.
"""
TABLE = "| id | what it finds | kind | severity | confidence |\n|---|---|---|---|---|\n"


def page() -> str:
    """Give the page: the rules without a provider first, then provider by provider."""
    rules = sorted(descriptions.described().values(), key=_order)
    parts = [HEAD]
    for provider, group in groupby(rules, key=lambda it: it.provider):
        parts.append(f"\n## {provider or 'Whoever the key belongs to'}\n\n{TABLE}")
        parts += [_row(it) for it in group]
    return "".join(parts)


def _order(described: Description) -> tuple[str, str]:
    return (described.provider or "").casefold(), described.id


def _row(it: Description) -> str:
    title = it.title.replace("|", "\\|")
    return f"| `{it.id}` | {title} | {it.kind} | {it.severity} | {it.confidence} |\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(written(), encoding="utf-8")  # it has the ids of the rules
