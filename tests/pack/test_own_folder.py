"""`--rules DIR`: rules in Python, which run because the command line names them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard import engine
from leakguard.errors import RuleError
from leakguard.examples import made_up
from leakguard.fingerprint import fingerprint
from leakguard.pack.own_folder import digest
from leakguard.scanning import own_examples
from tests.support import Repository, TextSource, leakguard

VALUE = f"acme_{made_up('hex', 24, 2)}"
TOKEN = """
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import TokenRule

ACME = TokenRule(
    id="acme-key",
    title="Acme key",
    why="Whoever reads it can send orders to the factory.",
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    pattern=r"\\b (?P<secret> acme_ [a-z0-9]{24} ) \\b",
    advice=("Revoke it.", "Keep the new one in the environment."),
    references=(),
    invalid=(f"key: acme_{made_up('hex', 24, 1)}",),
    valid=("acme_key",),
)
"""
SYNTAX = '''
import libcst as cst

from leakguard.finding import Confidence, Severity
from leakguard.rule import Invalid, SyntaxRule


class Unsealed(SyntaxRule):
    """A vault that is opened for everybody.

    Why it is bad: whoever runs the program can read all of it.
    """

    ID = "acme-unsealed"
    TITLE = "opened for everybody"
    SUBJECT = "Vault"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.HIGH
    ADVICE = ("Open it for one account.",)
    TRIGGERS = ()
    STATEMENTS = (r"\\bunsealed\\(",)
    VALID = ("vault = sealed()\\n",)
    INVALID = (Invalid("vault = unsealed()\\n"),)

    def visit_Call(self, node):
        if isinstance(node.func, cst.Name) and node.func.value == "unsealed":
            yield self.statement_candidate(node)
'''
NAMED = """
from leakguard.finding import Role
from leakguard.rule import Credential, Provider

ACME = Provider(
    name="Acme",
    words=("acme",),
    rotate="https://acme.example/keys",
    credentials=(
        Credential(
            id="acme-api-token",
            kind="API token",
            role=Role.TOKEN,
            docs="https://acme.example/docs",
            form="[a-f0-9]{40}",
        ),
    ),
)
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder with a rule."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "acme.py").write_text(TOKEN)
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with what the rules find."""
    folder = tmp_path / "tree"
    folder.mkdir()
    (folder / "a.ini").write_text(f"key = {VALUE}\n")
    (folder / "b.py").write_text("vault = unsealed()\n")
    return folder


def wrong(folder: Path) -> str:
    """Give what is said of the rules of a folder."""
    with pytest.raises(RuleError) as caught:
        own_examples.check(str(folder))
    return str(caught.value).replace(f"{folder}/", "")


class TestWhatIsFound:
    @pytest.mark.parametrize("method", ["fork", "spawn"])
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_the_rules_run_in_every_process(self, rules: Path, method: str, jobs: int) -> None:
        (rules / "deep").mkdir()
        (rules / "deep" / "vault.py").write_text(SYNTAX)
        texts = {"a.ini": f"key = {VALUE}\n", "b.py": "vault = unsealed()\n"}
        options = engine.Options(
            rules_from=str(rules), jobs=jobs, start_method=method, parallel_from=0
        )
        report = engine.scan(TextSource(texts), options)
        found = [(it.path, it.rule) for it in report.findings]
        assert (found, report.errors) == ([("a.ini", "acme-key"), ("b.py", "acme-unsealed")], ())

    def test_a_credential_may_be_told_by_its_provider(self, rules: Path) -> None:
        (rules / "acme.py").write_text(NAMED)
        text = f"acme_token = {made_up('hex', 40, 3)}\n"
        options = engine.Options(rules_from=str(rules))
        own_examples.check(str(rules))
        (found,) = engine.scan(TextSource({"a.ini": text}), options).findings
        assert found.rule == "acme-api-token"

    def test_modules_may_share_what_one_of_them_has(self, rules: Path) -> None:
        (rules / "common.py").write_text(f"FORM = {'acme_ [a-z0-9]{24}'!r}\n")
        text = TOKEN.replace("acme_ [a-z0-9]{24}", "").replace(
            'r"\\b (?P<secret>  ) \\b"', 'rf"\\b (?P<secret> {FORM} ) \\b"'
        )
        (rules / "acme.py").write_text(f"from .common import FORM\n{text}")
        own_examples.check(str(rules))


class TestOnTheCommandLine:
    def test_a_folder_that_is_named_counts(self, rules: Path, tree: Path) -> None:
        done = leakguard("scan", "--rules", "../rules", "--format", "json", cwd=tree)
        found = [it["rule"] for it in json.loads(done.stdout)["findings"]]
        assert (done.returncode, found, done.stderr) == (1, ["acme-key"], "")

    def test_without_it_nothing_runs(self, rules: Path, tree: Path) -> None:
        (tree / "leakguard.toml").write_text('rules = "../rules"\n')
        done = leakguard("scan", cwd=tree)
        assert (done.returncode, done.stdout) == (2, "")
        assert "rules has to be a list of tables" in done.stderr

    @pytest.mark.parametrize("kind", ["sarif", "gitlab"])
    def test_a_report_describes_the_rule(self, rules: Path, tree: Path, kind: str) -> None:
        done = leakguard("scan", "--rules", rules, "--format", kind, cwd=tree)
        assert ("Acme key" in done.stdout, done.stderr) == (True, "")

    def test_a_rule_may_be_selected_in_the_configuration(self, rules: Path, tree: Path) -> None:
        (tree / "leakguard.toml").write_text('ignore = ["acme-key"]\n')
        assert leakguard("scan", "--rules", rules, cwd=tree).returncode == 0

    def test_rules_and_explain_show_it(self, rules: Path, tree: Path) -> None:
        listed = leakguard("rules", "--rules", rules, cwd=tree).stdout
        shown = leakguard("rules", "--rules", rules, "show", "acme-key", cwd=tree).stdout
        assert "acme-key " in listed
        assert "send orders to the factory" in shown
        assert leakguard("explain", "acme-key", "--rules", rules, cwd=tree).stdout == shown

    def test_an_entry_of_the_baseline_outlives_a_scan_without_the_rule(
        self, rules: Path, tree: Path
    ) -> None:
        named = ("--rules", rules)
        made = leakguard("baseline", "create", "--reason", "a sample", *named, cwd=tree)
        pruned = leakguard("baseline", "prune", cwd=tree)
        assert (made.returncode, pruned.returncode) == (0, 0)
        assert "acme-key: there is no such rule; --rules may name it" in pruned.stdout
        assert leakguard("scan", *named, cwd=tree).returncode == 0

    def test_a_rule_that_is_wrong_is_an_error(self, rules: Path, tree: Path) -> None:
        (rules / "acme.py").write_text("1 / 0\n")
        done = leakguard("scan", "--rules", rules, cwd=tree)
        told = f"{rules}/acme.py:1: ZeroDivisionError: division by zero"
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"leakguard: error: {told}\n"

    def test_a_folder_that_is_not_there_is_an_error(self, tree: Path) -> None:
        done = leakguard("scan", "--rules", "none", cwd=tree)
        assert done.returncode == 2
        assert done.stderr == "leakguard: error: --rules: there is no folder none\n"

    def test_the_gate_runs_nothing_that_is_checked_out(self, repository: Repository) -> None:
        base = repository.commit(a="1\n")
        repository.commit(**{"rules/evil.py": "raise SystemExit('it ran')\n"})
        done = leakguard("gate", "--base", base, "--rules", "rules", cwd=repository.path)
        assert done.returncode == 2
        assert "what is checked out is not run here; name a folder elsewhere" in done.stderr


WRONG = {
    "no-python": ("x = (\n", "acme.py:1: SyntaxError: '(' was never closed"),
    "ends-the-program": ("raise SystemExit(0)\n", "acme.py:1: SystemExit: 0"),
    "not-well-formed": (
        TOKEN.replace("acme-key", "Acme_Key"),
        "acme.py: rule id 'Acme_Key' is not kebab-case",
    ),
    "taken-by-the-pack": (
        TOKEN.replace("acme-key", "dotenv-tracked"),
        "acme.py: there is a rule dotenv-tracked already",
    ),
    "an-example-that-is-not-found": (
        TOKEN.replace("key: acme_", "key: ac_"),
        "acme.py: rule acme-key: invalid example 1 is not found",
    ),
    "an-example-that-is-found": (
        TOKEN.replace('valid=("acme_key"', "valid=(f\"acme_{made_up('hex', 24, 1)}\""),
        "acme.py: rule acme-key: valid example 1 is found, and must not be",
    ),
    "an-example-that-is-a-placeholder": (
        TOKEN.replace("acme_{made_up('hex', 24, 1)}", f"acme_{'x' * 24}"),
        "acme.py: rule acme-key: invalid example 1 is not found: ",
    ),
    "a-text-for-a-tuple": (
        TOKEN.replace('("acme_key",)', '"acme_key"'),
        "acme.py: rule acme-key: valid has to be a tuple",
    ),
    "an-open-tail": (
        TOKEN.replace("[a-z0-9]{24} ) \\b", "[a-z0-9]{4,24} )"),
        "open tail",
    ),
    "no-pattern": (
        TOKEN.replace("[a-z0-9]{24} ) \\b", "[a-z0-9]{24} \\b"),
        "acme.py: pattern ",
    ),
    "without-a-reason": (
        SYNTAX.replace("Why it is bad", "Alas"),
        "acme.py: rule acme-unsealed: its docstring has no `Why it is bad:`",
    ),
    "without-a-severity": (
        SYNTAX.replace("    SEVERITY = Severity.HIGH\n", ""),
        "acme.py: rule acme-unsealed: SEVERITY is missing",
    ),
    "fails-when-it-looks": (
        SYNTAX.replace("isinstance(node.func, cst.Name)", "node.none"),
        "acme.py: rule acme-unsealed: invalid example 1 ends in AttributeError in line 26: ",
    ),
    "no-rule": ("x = 1\n", "no Python file here defines a rule"),
}


class TestWhatIsRefused:
    @pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
    def test_a_wrong_rule_is_told_with_its_file(self, rules: Path, text: str, told: str) -> None:
        (rules / "acme.py").write_text(text)
        assert told in wrong(rules)

    def test_two_rules_of_one_name(self, rules: Path) -> None:
        (rules / "more.py").write_text(TOKEN)
        assert wrong(rules) == "more.py: there is a rule acme-key already"

    def test_a_name_that_cannot_be_imported(self, rules: Path) -> None:
        (rules / "acme-2.py").write_text(TOKEN)
        assert wrong(rules) == "acme-2.py: 'acme-2' cannot be imported: use letters, digits and _"


class TestWhatIsKept:
    def test_examples_are_not_run_again_until_a_file_changes(
        self, rules: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own_examples.check(str(rules))
        monkeypatch.setattr(own_examples, "_check_examples", None)  # which nobody can call
        own_examples.check(str(rules))
        (rules / "data.txt").write_text("x")
        with pytest.raises(TypeError):
            own_examples.check(str(rules))

    def test_what_was_clean_without_the_rules_is_looked_at_again(self, rules: Path) -> None:
        plain = engine.remembered(engine.Options())
        assert engine.remembered(engine.Options(rules_from=str(rules))) != plain

    def test_a_change_of_any_file_is_a_change(self, rules: Path) -> None:
        before = digest(str(rules))
        (rules / "__pycache__").mkdir(exist_ok=True)
        (rules / "__pycache__" / "x.pyc").write_bytes(b"x")
        assert digest(str(rules)) == before
        (rules / "acme.py").write_text(TOKEN + "\n")
        assert digest(str(rules)) != before


class TestTheLifeOfAKey:
    """Commands about keys know those that only such a rule finds."""

    @pytest.fixture
    def folder(self, repository: Repository) -> Path:
        repository.commit("a key", **{"a.ini": f"key: {VALUE}\n"})
        return repository.path

    def test_audit_tells_of_it(self, rules: Path, folder: Path) -> None:
        done = leakguard("audit", "--rules", rules, "--format", "json", cwd=folder)
        assert [it["kind"] for it in json.loads(done.stdout)["keys"]] == ["Acme key"]

    def test_respond_shows_the_way_out(
        self, rules: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        named = fingerprint("acme-key", "a.ini", VALUE)
        done = leakguard("respond", named, "--rules", rules, "--format", "json", cwd=folder)
        told = json.loads(done.stdout)
        assert (done.returncode, told["revoke"]) == (0, ["Revoke it."])
        assert told["purge"]["places"] == [
            "a.ini, in 1 version (plain)",
            "a.ini, in the work tree (plain)",
        ]
        last = told["purge"]["commands"][-1]["line"]
        assert last == f"leakguard respond {told['key']['id']} --rules {rules} --done"
        again = subprocess.run(
            [sys.executable, "-m", *last.split()], cwd=folder, capture_output=True, check=False
        )
        assert again.returncode == 1
