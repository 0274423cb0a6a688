"""Allowances that are findings themselves."""

from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import AllowanceRule, Example, Fault

_SECRET = f'api_secret = "{made_up("base62", 64, 711)}"'
_MARK = "leakguard: allow"

UNEXPLAINED_ALLOWANCE = AllowanceRule(
    id="unexplained-allowance",
    title="Allowance that says too little",
    why="Nobody who reads it can tell what is allowed and why, so that it allows nothing.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    fault=Fault.UNEXPLAINED,
    advice=(
        "Name the rule in its brackets, and say behind them why the value may stand there.",
        "Or delete it, and take the value out of the file.",
    ),
    references=("https://cwe.mitre.org/data/definitions/1078.html",),
    invalid=(
        Example(f"limit = 3  # {_MARK} it is only a test\n", "example.py"),
        Example(f"limit = 3  # {_MARK}[hard-coded-key]\n", "example.py"),
        Example(f"limit = 3  // {_MARK}[hard-coded-keys] a sample\n", "example.js"),
        Example(f"<!-- {_MARK}-next[] a sample -->\n", "example.html"),
        Example(f"limit: 3  # {_MARK}[hard-coded-key] a sample until=spring\n", "example.yaml"),
    ),
    valid=(
        Example(f"{_SECRET}  # {_MARK}[hardcoded-assignment] made up\n", "example.py"),
        Example(f'note = "{_MARK}[] says nothing"\n', "example.py"),
        Example("limit = 3  # leakguard: allows it\n", "example.py"),
    ),
)

UNUSED_ALLOWANCE = AllowanceRule(
    id="unused-allowance",
    title="Allowance that allows nothing",
    why="It would excuse a key that comes to stand there later.",
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    fault=Fault.UNUSED,
    advice=("Delete it.",),
    references=("https://cwe.mitre.org/data/definitions/1164.html",),
    invalid=(
        Example(f"limit = 3  # {_MARK}[hardcoded-assignment] a sample\n", "example.py"),
        Example(f"limit = 3; /* {_MARK}[hard-coded-key] a sample */\n", "example.c"),
        Example(f"-- {_MARK}-next[hard-coded-key] a sample\nSELECT 1;\n", "example.sql"),
        Example(f"limit = 3  # {_MARK}[hard-coded-key] a sample until=2020-02-29\n", "example.py"),
    ),
    valid=(
        Example(f"{_SECRET}  # {_MARK}[hardcoded-assignment] made up\n", "example.py"),
        Example(f"# {_MARK}-next[hardcoded-assignment] made up\n{_SECRET}\n", "example.py"),
        Example(f'note = "{_MARK}[hard-coded-key] a sample"\n', "example.py"),
    ),
)
