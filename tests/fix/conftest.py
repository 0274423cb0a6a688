"""A fix planned and made inside the test's own process."""

import os
from collections.abc import Mapping
from pathlib import Path

from leakguard.document import Document, decode
from leakguard.finding import Finding, Original, Report, Statistics
from leakguard.fix.idioms import Setting
from leakguard.fix.plan import Terms, plan
from leakguard.fix.planned import Plan
from leakguard.scanning.examine import Examiner
from leakguard.sources import Item
from leakguard.sources.files import as_document
from tests.cli.conftest import run  # noqa: F401  a fixture
from tests.support import loaded_selection


def report_of(folder: Path, paths: list[str]) -> Report:
    """Give what a scan of files finds, with what there is to fix."""
    examiner = Examiner(loaded_selection(), fixes=True)
    findings: list[Finding] = []
    originals: list[Original] = []
    for path in paths:
        raw = (folder / path).read_bytes()
        assert decode(raw) is not None
        document = as_document(Item(path, path, path, len(raw), in_git=False), raw, "tree")
        assert isinstance(document, Document)
        examined = examiner.examine(document, examiner.hits(document))
        findings += examined.findings
        originals += examined.originals
    ordered = tuple(sorted(findings, key=lambda it: it.order))
    return Report(ordered, (), (), (), Statistics(), tuple(originals))


def planned(
    folder: Path,
    texts: Mapping[str, str | bytes],
    *,
    style: str = "environ",
    unsafe: bool = True,
    entries: Mapping[str, str | None] | None = None,
    env_file: str = ".env",
) -> Plan:
    """Write files and plan their fixes."""
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    root = os.path.realpath(folder)
    setting = Setting(os.path.join(root, env_file), root, "service")
    report = report_of(Path(root), list(texts))
    return plan(report, Terms(setting, style, unsafe), entries or {})


def fixed(folder: Path, text: str | bytes, path: str = "bot.py", **terms: object) -> str:
    """Give how one file reads afterwards; as it was if nothing is fixed."""
    plan = planned(folder, {path: text}, **terms)  # type: ignore[arg-type]
    raw = plan.files[0].raw if plan.files else (folder / path).read_bytes()
    return raw.decode("utf-8", "surrogateescape")
