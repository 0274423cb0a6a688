"""The rules of a folder that the command line names have to agree with their examples.

That is looked at once for each state of the folder, and remembered as the triggers are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import hyperscan

from leakguard import cache, registry, triggers
from leakguard.errors import LeakguardError, RuleError
from leakguard.pack import own_folder
from leakguard.registry import Rule, RuleEntry
from leakguard.scanning.examine import Examiner
from leakguard.scanning.looking import at_source, examiner_of, fired_worker, noted
from leakguard.scanning.outcome import Options, Outcome, summed
from leakguard.sources.texts import Texts
from leakguard.triggers import folder_triggers
from leakguard.values import reasons

_FORMS = ("token", "named", "pair", "file", "syntax")
"""The forms that such a rule may have: the others are there once."""

_OF_SYNTAX = ("TITLE", "SEVERITY", "CONFIDENCE", "ADVICE", "TRIGGERS", "VALID", "INVALID")
_TUPLES = (
    "advice", "references", "valid", "invalid", "words", "names",
    "ADVICE", "REFERENCES", "TRIGGERS", "STATEMENTS", "PLACES", "VALID", "INVALID",
)  # fmt: skip

Files = Mapping[str, bytes]


def check(folder: str, tell: Callable[[], None] | None = None) -> None:
    """Check the rules of a folder, if that was not done since it has changed; `tell` as in
    `triggers.load`.

    Raises:
        RuleError: a rule is not well-formed, or differs from its examples; the message names its
            file. Or there is no rule at all.
    """
    key = folder_triggers.key_of(folder)
    name = f"examples-{key[:32]}.bin"
    if cache.read(name, key) is not None:
        return
    pack = triggers.load(tell)
    rules = registry.rules_of(folder, pack.by_id)
    if not rules:
        raise RuleError(f"{folder}: no Python file here defines a rule")
    for entry, rule in rules:
        try:
            _check_form(entry, rule)
        except LeakguardError as error:
            raise _wrong(entry, str(error)) from None
    options = Options(explain=True, rules_from=folder)
    examiner = examiner_of(Texts({}), options)
    for entry, rule in rules:
        _check_examples(examiner, options, entry, rule)
    cache.write(name, key)


def _wrong(entry: RuleEntry, message: str) -> RuleError:
    file = own_folder.file_of(entry.home or "", entry.module)
    told = message.removeprefix(f"rule {entry.id}: ")
    return RuleError(f"{file}: rule {entry.id}: {told}")


def _check_form(entry: RuleEntry, rule: Rule) -> None:
    """Check what the constructors of rules do not, since the rule pack has tests for it."""
    from leakguard.pattern import check_trigger
    from leakguard.rule.form import check_id
    from leakguard.triggers import compiling  # only where there is something to compile

    check_id(entry.id)
    if entry.kind not in _FORMS:
        raise RuleError(f"a rule of a folder is no {type(rule).__name__}")
    if isinstance(rule, type):
        missing = next((it for it in _OF_SYNTAX if not hasattr(rule, it)), None)
        if missing is not None:
            raise RuleError(f"{missing} is missing")
        if not rule.facts().why:
            raise RuleError("its docstring has no `Why it is bad:`")
        if not rule.VALID or not rule.INVALID:
            raise RuleError("examples are missing, INVALID or VALID")
    for name in _TUPLES:
        if not isinstance(getattr(rule, name, ()), tuple):
            raise RuleError(f"{name} has to be a tuple")
    for pattern in registry.triggers_of(rule):
        check_trigger(pattern)
        try:
            compiling.database({0: pattern})
        except hyperscan.error as error:
            told = str(error).partition(";")[0].rstrip(".")
            raise RuleError(f"Hyperscan refuses the pattern {pattern!r}: {told}") from None


def _check_examples(examiner: Examiner, options: Options, entry: RuleEntry, rule: Rule) -> None:
    for kind in ("invalid", "valid"):
        for number, files in enumerate(_examples(rule, kind), start=1):
            try:
                outcome = _looked_at(examiner, options, files)
            except LeakguardError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a rule may do
                where = own_folder.where(error, entry.home or "")
                at = f" in line {where[1]}" if where is not None else ""
                told = f"{kind} example {number} ends in {type(error).__name__}{at}: {error}"
                raise _wrong(entry, told) from None
            found = {it.rule for it in outcome.examined.findings}
            if kind == "valid" and entry.id in found:
                raise _wrong(entry, f"{kind} example {number} is found, and must not be")
            if kind == "invalid" and entry.id not in found:
                told = f"{kind} example {number} is not found"
                raise _wrong(entry, told + _why(entry.id, found, outcome))


def _why(rule_id: str, found: set[str], outcome: Outcome) -> str:
    rejected = [it.reason for it in outcome.examined.rejected if it.rule == rule_id]
    if rejected:
        return f": {reasons.in_words(rejected[0])}"
    return f": {', '.join(sorted(found))} speaks for it" if found else ""


def _examples(rule: Rule, kind: str) -> Iterator[Files]:
    """Give each example of a rule as files, by their paths."""
    from leakguard.rule.form import as_example
    from leakguard.rule.syntax import Invalid

    is_syntax = isinstance(rule, type)
    for example in getattr(rule, kind.upper() if is_syntax else kind):
        if isinstance(example, Invalid):
            yield {it: _raw(text) for it, text in ((example.path, example.text), *example.beside)}
        elif is_syntax:
            yield {"example.py": _raw(example)}
        else:
            it = as_example(example)
            yield {it.path: _raw(it.text)}


def _raw(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def _looked_at(examiner: Examiner, options: Options, files: Files) -> Outcome:
    """Look at an example in this process: these rules run here anyway."""
    source = Texts(files, in_git=True)
    examiner = at_source(examiner, source)
    look = fired_worker(source, options, examiner)
    items = source.list().items
    outcomes = [
        outcome
        for item, read in zip(items, source.read(items), strict=True)
        for outcome in noted(examiner, item, read, options)
    ]
    fired = [it for outcome in outcomes for it in outcome.fired]
    return summed([*(replace(it, fired=()) for it in outcomes), look(fired)])
