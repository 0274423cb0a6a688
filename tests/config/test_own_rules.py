"""The rules that a configuration defines."""

from pathlib import Path

import pytest

from leakguard import scan
from leakguard.config import Settings, load
from leakguard.errors import ConfigError
from leakguard.examples import made_up
from leakguard.finding import Severity
from leakguard.triggers import own
from tests import support
from tests.support import Repository, leakguard

KNOWN = ("private-key", "hard-coded-key")
SHOWN, LEAKED = (f"acme_{made_up('base62', 20, seed)}" for seed in (881, 882))
RULE = f"""[[rules]]
id = "acme-key"
title = "Acme key"
pattern = '\\bacme_[A-Za-z0-9]{{20}}\\b'
severity = "critical"
invalid = ["the key {SHOWN}"]
valid = ["acme_short"]
"""


def _loaded(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "leakguard.toml"
    file.write_text(text)
    return load(file, KNOWN)


def _complaint(tmp_path: Path, text: str) -> str:
    with pytest.raises(ConfigError) as raised:
        _loaded(tmp_path, text)
    return str(raised.value).removeprefix(f"{tmp_path}/")


def test_a_rule_is_read(tmp_path: Path) -> None:
    (rule,) = _loaded(tmp_path, RULE).rules
    assert (rule.id, rule.title, rule.severity) == ("acme-key", "Acme key", Severity.CRITICAL)


def test_its_id_can_be_selected_and_ignored_wherever_that_stands(tmp_path: Path) -> None:
    settings = _loaded(tmp_path, f"select = ['acme-key']\nignore = ['acme-key']\n{RULE}")
    assert (settings.select, settings.ignore) == (("acme-key",), ("acme-key",))


def _with(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new)


PATTERN = "pattern = '\\bacme_[A-Za-z0-9]{20}\\b'"
WRONG_PATTERNS = {
    "look-ahead": ("acme(?=_)", "has look-around or a back-reference"),
    "back-reference": ("(a)(?P<secret>cme)\\1", "has look-around or a back-reference"),
    "possessive": (
        "acme_a{1,3}+b",
        "Hyperscan refuses it: Possessive quantifiers",
    ),
    "atomic": ("acme_(?>ab)", "Hyperscan refuses it: Atomic groups are unsupported"),
    "nested": ("acme_([a-z]+)+!", "may match in over 10,000 ways: repetitions are nested"),
    "nested-with-bounds": ("acme_([a-z]{1,40}){1,40}!", "may match in over 10,000 ways"),
    "in-a-row": ("a[a-z]{0,60}[a-z]{0,60}[a-z]{0,9}!", "may match in over 10,000 ways"),
    "without-end": ("acme_[a-z]+!", "has no bound, or one over 2048 bytes"),
    "open": ("acme_[a-z]{20,40}", "has an open tail: end it with \\b or a delimiter"),
    "bare": ("[a-z]{20}", "has an open tail"),
    "empty": ("a?", "Hyperscan refuses it: Pattern matches empty buffer"),
    "no-expression": ("acme_(", "cannot be compiled: "),
    "no-ascii": ("ácme", "cannot be compiled: "),
    "deep": ("(" * 490 + "a" + ")" * 490, "is nested too deeply, or too large"),
}


@pytest.mark.parametrize(("pattern", "said"), WRONG_PATTERNS.values(), ids=WRONG_PATTERNS)
def test_a_pattern_is_refused_with_the_reason_and_the_line(
    tmp_path: Path, pattern: str, said: str
) -> None:
    complaint = _complaint(tmp_path, "\n" + _with(PATTERN, f"pattern = '{pattern}'"))
    assert complaint.startswith("leakguard.toml:5: rules: pattern of 'acme-key'")
    assert said in complaint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            _with('title = "Acme key"', 'titel = "x"'),
            "3: rules: a rule has no 'titel'; did you mean 'title'?",
            id="unknown-key",
        ),
        pytest.param(
            _with('title = "Acme key"\n', ""), "2: rules: a rule needs 'title'", id="no-title"
        ),
        pytest.param(
            _with('"critical"', '"crtical"'),
            "5: rules: severity has to be one of info, low, medium, high, critical;"
            " did you mean 'critical'?",
            id="no-severity",
        ),
        pytest.param(
            _with('"acme-key"', '"Acme key"'),
            "2: rules: id of 'Acme key' is not kebab-case",
            id="id",
        ),
        pytest.param(
            _with('"acme-key"', '"private-key"'),
            "2: rules: there is a rule 'private-key' already",
            id="id-of-the-pack",
        ),
        pytest.param(
            RULE + RULE, "9: rules: there is a rule 'acme-key' already", id="id-twice"
        ),
        pytest.param(
            _with('"acme_short"', "1"), "7: rules: valid has to be a list of strings", id="number"
        ),
        pytest.param(
            _with('["acme_short"]', "[]"),
            "7: rules: valid has to have a text, and none that is empty",
            id="no-example",
        ),
        pytest.param(
            _with('"acme_short"', f'"{LEAKED}"'),
            "7: rules: valid of 'acme-key': example 1 matches, and must not",
            id="valid-one-found",
        ),
        pytest.param(
            _with(f"the key {SHOWN}", "acme"),
            "6: rules: invalid of 'acme-key': example 1 is not found",
            id="invalid-one-not-found",
        ),
        pytest.param(
            _with(SHOWN, f"acme_{'a' * 20}"),
            "6: rules: invalid of 'acme-key': example 1 is not found: it repeats the same"
            " characters",
            id="invalid-one-rejected",
        ),
        pytest.param(
            _with("severity", "words = ['acme corp']\nseverity"),
            "7: rules: invalid of 'acme-key': example 1 is not found",
            id="word-not-near",
        ),
        pytest.param("rules = ['acme']", "1: rules has to be a list of tables, each a [[rules]]",
                     id="no-tables"),
        pytest.param("[rules]\nid = 'x'", "1: rules has to be a list of tables, each a [[rules]]",
                     id="one-table"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert _complaint(tmp_path, text) == f"leakguard.toml:{said}"


def test_no_value_of_an_example_is_repeated(tmp_path: Path) -> None:
    said = _complaint(tmp_path, _with('"acme_short"', f'"{LEAKED}"'))
    assert LEAKED[5:] not in said


def test_what_is_cached_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = _loaded(tmp_path, RULE).rules
    monkeypatch.setattr("leakguard.triggers.compiling.database", None)
    assert own.database(rules).size() > 0


class TestAScan:
    def test_finds_the_value_in_a_text(self, tmp_path: Path) -> None:
        rules = _loaded(tmp_path, RULE).rules
        (found,) = support.scan({"a.txt": f"see {LEAKED} there"}, own_rules=rules).findings
        assert (found.rule, found.severity) == ("acme-key", Severity.CRITICAL)

    def test_says_of_a_misuse_in_python_what_the_rule_knows(self, tmp_path: Path) -> None:
        rules = _loaded(tmp_path, RULE).rules
        text = f'client = Acme(api_key="{LEAKED}")\n'
        (found,) = support.scan({"a.py": text}, own_rules=rules).findings
        assert (found.rule, found.severity) == ("hardcoded-argument", Severity.CRITICAL)
        assert found.message.startswith("Acme key, ")

    def test_finds_no_value_of_an_example(self, tmp_path: Path) -> None:
        rules = _loaded(tmp_path, RULE).rules
        texts: dict[str, str | bytes] = {"leakguard.toml": RULE, "a.py": f"API_KEY = '{SHOWN}'\n"}
        assert support.scan(texts, own_rules=rules).findings == ()

    def test_knows_allowances_for_it(self, tmp_path: Path) -> None:
        rules = _loaded(tmp_path, RULE).rules
        text = f"# leakguard: allow-next[acme-key] made up for a test\nsee {LEAKED}\n"
        (found,) = support.scan({"a.yml": text}, own_rules=rules).findings
        assert found.suppression is not None

    def test_of_the_api_has_them(self, tmp_path: Path) -> None:
        (tmp_path / "leakguard.toml").write_text(RULE)
        (tmp_path / "a.txt").write_text(f"see {LEAKED}\n")
        assert [it.rule for it in scan(tmp_path, jobs=1).findings] == ["acme-key"]

    def test_tells_where_they_match_too_often(self, tmp_path: Path) -> None:
        text = _with(PATTERN, "pattern = '\\bacme_[A-Za-z0-9]{20}\\b|==='")
        rules = _loaded(tmp_path, text).rules
        report = support.scan({"a.txt": "=" * 100_010}, own_rules=rules)
        assert [it.message for it in report.notices] == [
            "only the first 100,000 matches of the configuration's rules count"
        ]

    def test_in_workers_has_them(self, tmp_path: Path) -> None:
        rules = _loaded(tmp_path, RULE).rules
        report = support.scan(
            {f"{name}.txt": f"see {LEAKED}\n" for name in "ab"},
            own_rules=rules, jobs=2, parallel_from=0,
        )  # fmt: skip
        assert [it.rule for it in report.findings] == ["acme-key"] * 2


class TestTheCommand:
    def test_describes_it_in_sarif(self, tmp_path: Path) -> None:
        (tmp_path / "leakguard.toml").write_text(RULE)
        (tmp_path / "a.txt").write_text(f"see {LEAKED}\n")
        done = leakguard("scan", ".", "--format", "sarif", "--select", "acme-key", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, "")
        assert '"id": "acme-key"' in done.stdout
        assert '"text": "Acme key"' in done.stdout

    def test_lists_and_shows_it(self, tmp_path: Path) -> None:
        (tmp_path / "leakguard.toml").write_text(RULE)
        assert leakguard("rules", cwd=tmp_path).stdout.splitlines()[-1].startswith("acme-key ")
        assert "Acme key" in leakguard("rules", "show", "acme-key", cwd=tmp_path).stdout
        assert "Acme key" in leakguard("explain", "acme-key", cwd=tmp_path).stdout

    def test_of_the_gate_takes_those_of_the_base(self, repository: Repository) -> None:
        repository.commit(**{"leakguard.toml": RULE})
        repository.git("checkout", "-q", "-b", "topic")
        repository.git("rm", "-q", "leakguard.toml")
        repository.commit(**{"a.txt": f"see {LEAKED}\n"})
        done = leakguard("gate", "--base", "main", cwd=repository.path)
        assert done.returncode == 1
        assert "acme-key" in done.stdout
