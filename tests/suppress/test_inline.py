"""Allowances beside a finding: what counts as one, for what, and how long."""

import json
from datetime import date

import pytest

from leakguard.examples import made_up
from leakguard.finding import Finding, Report
from tests.support import scan

FIRST, SECOND = (made_up("base62", 64, seed) for seed in (721, 722))
MARK = "leakguard: allow"
ALLOWED = f"{MARK}[hard-coded-key] made up"
IN_PYTHON = f"{MARK}[hardcoded-assignment] made up"


def told(report: Report) -> list[str]:
    """The rules of what counts, in order of place."""
    return [it.rule for it in report.findings if it.suppression is None]


def allowed(report: Report) -> list[Finding]:
    return [it for it in report.findings if it.suppression is not None]


COMMENTS = {
    "a.sh": ("#", ""),
    "a.js": ("//", ""),
    "a.c": ("/*", "*/"),
    "a.java": ("/**", "*/"),
    "a.sql": ("--", ""),
    "a.ini": (";", ""),
    "a.tex": ("%", ""),
    "a.xml": ("<!--", "-->"),
    "a.bat": ("REM", ""),
    "a.vb": ("'", ""),
    "a.txt": ("", ""),
    "a.ml": ("(*", "*)"),
    "a.pas": ("{", "}"),
    "a.hs": ("{-", "-}"),
    "a.f90": ("!", ""),
    "a.st": ('"', '"'),
    "a.vim": ('"', ""),
    "a.fs": ("(", ")"),
    "a.d": ("/+", "+/"),
    "a.jl": ("#=", "=#"),
    "a.nim": ("#[", "]#"),
    "a.lisp": ("#|", "|#"),
    "a.cmake": ("#[[", "]]"),
    "a.lua": ("--[==[", "]==]"),
    "a.ps1": ("<#", "#>"),
    "a.coffee": ("###", "###"),
    "a.xq": ("(:", ":)"),
    "a.tsx": ("{/*", "*/}"),
    "a.hbs": ("{{!--", "--}}"),
    "a.mustache": ("{{!", "}}"),
    "a.tpl": ("{*", "*}"),
    "a.twig": ("{#", "#}"),
    "a.liquid": ("{% comment %}", "{% endcomment %}"),
    "a.erb": ("<%#", "%>"),
    "a.ftl": ("<#--", "-->"),
    "a.cshtml": ("@*", "*@"),
    "a.vm": ("#*", "*#"),
    "a.tmpl": ("{{/*", "*/}}"),
}


@pytest.mark.parametrize(
    ("path", "start", "end"), [(it, *COMMENTS[it]) for it in COMMENTS], ids=COMMENTS
)
class TestInAnyLanguage:
    @staticmethod
    def _line(path: str) -> str:
        quote = "'" if path == "a.st" else '"'
        return f"api_secret = {quote}{FIRST}{quote}"

    def test_on_the_line(self, path: str, start: str, end: str) -> None:
        (finding,) = scan({path: f"{self._line(path)} {start} {ALLOWED} {end}\n"}).findings
        assert finding.suppression is not None
        assert finding.suppression.reason == "made up"

    def test_above_it(self, path: str, start: str, end: str) -> None:
        mark = ALLOWED.replace("allow", "allow-next")
        (finding,) = scan({path: f"{start} {mark} {end}\n{self._line(path)}\n"}).findings
        assert finding.suppression is not None
        assert finding.suppression.reason == "made up"


class TestInSmalltalk:
    def test_a_mark_in_a_string_is_none(self) -> None:
        text = f"api_secret := '{FIRST}'. note := 'a \"{ALLOWED}\"'.\n"
        assert "hard-coded-key" in told(scan({"a.st": text}))

    def test_quotes_are_a_comment_nowhere_else(self) -> None:
        text = f"api_secret := '{FIRST}'. note := \"{ALLOWED}\".\n"
        assert "hard-coded-key" in told(scan({"a.txt": text}))


NO_MARKS = {
    "in the value": f'api_secret = "{FIRST} # {ALLOWED}"\n',
    "in a string beside it": f'a = {{"api_secret": "{FIRST}", "note": "{ALLOWED}"}}\n',
    "in a string behind a semicolon": f'api_secret = "{FIRST}"; note = "# {ALLOWED}";\n',
    "in an attribute": f'<a api_secret="{FIRST}" note="{ALLOWED}"/>\n',
    "in an element": f'<a api_secret="{FIRST}"><b>{ALLOWED}</b></a>\n',
    "in an object": f'a = {{"api_secret": "{FIRST}", x: {ALLOWED}}}\n',
    "behind an address": f"a: {{api_secret: {FIRST}, u: http://b.org, n: {ALLOWED}, x: 1}}\n",
    "in backticks": f"api_secret={FIRST} `{ALLOWED}` is written so\n",
    "on another line": f'x = 1 # {ALLOWED}\napi_secret = "{FIRST}"\n',
    "below it": f'api_secret = "{FIRST}"\n# {ALLOWED}\n',
    "two lines above it": f'# {MARK}-next[hard-coded-key] made up\n\napi_secret = "{FIRST}"\n',
    "for the line below": f'api_secret = "{FIRST}" # {MARK}-next[hard-coded-key] made up\n',
    "with a wildcard": f'api_secret = "{FIRST}" # {MARK}[*] made up\n',
    "with a part of an id": f'api_secret = "{FIRST}" # {MARK}[hard-coded] made up\n',
    "for another rule": f'api_secret = "{FIRST}" # {MARK}[json-web-token] made up\n',
    "without a rule": f'api_secret = "{FIRST}" # {MARK} made up\n',
    "without a reason": f'api_secret = "{FIRST}" # {MARK}[hard-coded-key] --\n',
    "as another word": f'api_secret = "{FIRST}" # not-{ALLOWED}\n',
    "of another tool": f'api_secret = "{FIRST}" # gitleaks:allow\n',
}


@pytest.mark.parametrize("text", NO_MARKS.values(), ids=NO_MARKS)
def test_what_is_no_mark_for_it_allows_nothing(text: str) -> None:
    assert "hard-coded-key" in told(scan({"a.txt": text}))


def test_a_value_over_several_lines_is_allowed_on_its_last() -> None:
    lines = [made_up("base64", 64, seed) for seed in range(730, 742)]
    dashes = "-" * 5
    pem = "\n".join(
        [f"{dashes}BEGIN PRIVATE KEY{dashes}", *lines, f"{dashes}END PRIVATE KEY{dashes}"]
    )
    (found,) = scan({"a.py": f'K = """{pem}"""\n'}).findings
    text = f'K = """{pem}"""  # {MARK}[{found.rule}] made up\n'
    assert told(scan({"a.py": text})) == []


def test_marks_above_each_other_are_for_the_same_line() -> None:
    mark = f"# {MARK}-next"
    marks = f"{mark}[json-web-token] made up\n{mark}[hardcoded-assignment] made up\n"
    text = f'{marks}api_secret = "{FIRST}"\n'
    assert told(scan({"a.py": text})) == ["unused-allowance"]


class TestSeveralOnALine:
    two = f'api_secret = "{FIRST}"; api_secret_2 = "{SECOND}"'

    def test_are_not_allowed_by_a_mark_for_one(self) -> None:
        report = scan({"a.py": f"{self.two}  # {IN_PYTHON}\n"})
        assert told(report) == ["hardcoded-assignment"] * 2
        assert "line 1: hardcoded-assignment is allowed for 1 finding" in report.notices[0].message

    def test_are_allowed_by_a_mark_that_names_the_rule_as_often(self) -> None:
        names = "hardcoded-assignment, hardcoded-assignment"
        assert told(scan({"a.py": f"{self.two}  # {MARK}[{names}] made up\n"})) == []

    def test_of_one_value_are_one(self) -> None:
        text = f'api_secret = "{FIRST}"; api_secret_2 = "{FIRST}"  # {IN_PYTHON}\n'
        assert told(scan({"a.py": text})) == []

    def test_of_another_rule_are_found(self) -> None:
        token = f"ghp_{made_up('base62', 36, 723)}"
        text = f'api_secret = "{FIRST}"; x = "{token}"  # {IN_PYTHON}\n'
        assert len(told(scan({"a.py": text}))) == 1


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (date(2027, 2, 28), []),
        (date(2027, 3, 1), []),
        (date(2027, 3, 2), ["hardcoded-assignment", "unused-allowance"]),
    ],
    ids=["before", "last day", "after"],
)
def test_an_allowance_with_a_last_day_counts_until_it_is_over(day: date, rules: list[str]) -> None:
    text = f'api_secret = "{FIRST}"  # {IN_PYTHON} until=2027-03-01\n'
    report = scan({"a.py": text}, today=day)
    assert told(report) == rules


class TestWhatIsSaidOfAMark:
    @pytest.mark.parametrize(
        ("mark", "message"),
        [
            (f"{MARK} a test", "it names no rule"),
            (f"{MARK}[] a test", "it names no rule"),
            (f"{MARK}[hard-coded-keys] a test", "did you mean 'hard-coded-key'? "),
            (f"{MARK}[*] a test", "there is no rule '*'"),
            (f"{MARK}[hard-coded-key]", "it gives no reason"),
            (f"{MARK}[hard-coded-key] until=2027-03-01", "it gives no reason"),
            (f"{MARK}[hard-coded-key] a test until=2027-02-30", "such as until=2027-03-01"),
            (f"{MARK}[unused-allowance] a test", "there is no rule 'unused-allowance'"),
        ],
    )
    def test_too_little(self, mark: str, message: str) -> None:
        (finding,) = scan({"a.py": f"x = 1  # {mark}\n"}).findings
        assert (finding.rule, message in finding.message) == ("unexplained-allowance", True)

    def test_a_name_that_looks_like_a_key_is_masked(self) -> None:
        (finding,) = scan({"a.py": f"x = 1  # {MARK}[{FIRST}] a test\n"}).findings
        assert FIRST not in finding.message + str(finding.snippet)

    def test_a_reason_that_holds_the_key_is_masked(self) -> None:
        text = f'api_secret = "{FIRST}"  # {IN_PYTHON}, as {FIRST} is\n'
        (finding,) = allowed(scan({"a.py": text}))
        assert finding.suppression is not None
        assert FIRST not in finding.suppression.reason

    @pytest.mark.parametrize(
        "text",
        [
            f'"""An example:\n\n    x = 1  # {MARK}[json-web-token] a test\n"""\n',
            f'x = "{MARK}[json-web-token] a test"\n',
            f"x = 1  # `{MARK}[json-web-token]` is what to write\n",
        ],
        ids=["docstring", "string", "backticks"],
    )
    def test_nothing_in_a_text_that_only_shows_it(self, text: str) -> None:
        assert scan({"a.py": text}).findings == ()

    def test_nothing_of_a_rule_that_does_not_run(self) -> None:
        rules = frozenset(("json-web-token", "unused-allowance"))
        assert scan({"a.py": f"x = 1  # {IN_PYTHON}\n"}, selected=rules).findings == ()

    def test_nothing_where_not_all_could_be_read(self) -> None:
        text = f'api_secret = "{FIRST}" = = 3\n\nx = 1  # {IN_PYTHON}\n'
        assert "unused-allowance" not in told(scan({"a.py": text}))

    def test_nothing_of_what_allows_for_another_file(self) -> None:
        texts = {
            "keys.py": f'A = "{FIRST}"  # {MARK}[hardcoded-argument] made up\n',
            "bot.py": "import keys\nfrom binance.client import Client\n"
            f'client = Client("{SECOND}", keys.A)\n',
        }
        assert "unused-allowance" not in told(scan(texts))

    def test_a_count_where_there_are_very_many(self) -> None:
        text = f"x = 1  # {MARK}\n" * 600
        found = scan({"a.py": text}).findings
        assert len(found) == 500
        assert "with 100 more allowances below it" in found[-1].message


class TestTheFixOfOneThatAllowsNothing:
    @pytest.mark.parametrize(
        ("line", "left"),
        [
            (f"x = 1  # {IN_PYTHON}\n", "x = 1\n"),
            (f"x = 1 /* {ALLOWED} */ + 2;\n", "x = 1 + 2;\n"),
            (f"x = 1  # {ALLOWED} until=2020-01-01\n", "x = 1\n"),
            (f"x = 1  # it is so {ALLOWED}\n", "x = 1  # it is so \n"),
            (f"x := 1; {{ {ALLOWED} }}\n", "x := 1;\n"),
            (f"# {ALLOWED}\nx = 1\n", "x = 1\n"),
            (f"<!-- {ALLOWED} -->\r\n<a/>\r\n", "<a/>\r\n"),
            (f"x = 1 #= {ALLOWED} =# + 2\n", "x = 1 + 2\n"),
            (f"a {{{{!-- {ALLOWED} --}}}}\n", "a\n"),
        ],
        ids=[
            "comment",
            "in the middle",
            "over",
            "part of a comment",
            "braces",
            "line",
            "windows",
            "julia",
            "handlebars",
        ],
    )
    def test_removes_it(self, line: str, left: str) -> None:
        (finding,) = scan({"a.txt": line}).findings
        assert _changed(line, finding) == left

    def test_leaves_the_rules_that_it_is_needed_for(self) -> None:
        line = f'api_secret = "{FIRST}" # {MARK}[json-web-token, hard-coded-key] made up\n'
        (finding,) = (it for it in scan({"a.txt": line}).findings if not it.suppression)
        assert _changed(line, finding) == line.replace("json-web-token, ", "")
        assert "allows nothing of json-web-token. " in finding.message


def _changed(text: str, finding: Finding) -> str:
    lines = text.splitlines(keepends=True)
    (change,) = finding.fixes
    place = change.place
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    start = starts[place.line - 1] + place.column - 1
    end = starts[place.end_line - 1] + place.end_column - 1
    return text[:start] + change.text + text[end:]


class TestInANotebook:
    @staticmethod
    def _report(source: list[str], output: str = "") -> Report:
        outputs = [{"output_type": "stream", "name": "stdout", "text": [output]}] if output else []
        cell = {"cell_type": "code", "source": source, "outputs": outputs, "metadata": {},
                "execution_count": 1}  # fmt: skip
        book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        return scan({"a.ipynb": json.dumps(book, indent=1)})

    def test_the_line_of_the_cell_counts(self) -> None:
        assert told(self._report([f'api_secret = "{FIRST}"  # {IN_PYTHON}\n', "x = 1"])) == []

    def test_the_line_above_it_in_the_cell_counts(self) -> None:
        source = [f"# {MARK}-next[hardcoded-assignment] made up\n", f'api_secret = "{FIRST}"']
        assert told(self._report(source)) == []

    def test_what_is_printed_allows_nothing(self) -> None:
        report = self._report(["x = 1"], f"api_secret = {FIRST} # {ALLOWED}\n")
        assert told(report) == ["hard-coded-key"]

    def test_one_that_allows_nothing_is_told_in_its_cell(self) -> None:
        (finding,) = self._report([f"x = 1  # {IN_PYTHON}"]).findings
        assert (finding.rule, str(finding.place.cell)) == ("unused-allowance", "cell 1, line 1")


def test_what_is_found_encoded_is_allowed_where_the_encoded_text_stands() -> None:
    import base64

    encoded = base64.b64encode(f"api_secret={FIRST}".encode()).decode()
    (found,) = scan({"a.yaml": f"data: {encoded}\n"}).findings
    text = f"data: {encoded}  # {MARK}[{found.rule}] made up\n"
    assert told(scan({"a.yaml": text})) == []


class TestMarksOfOthers:
    @pytest.mark.parametrize(
        ("name", "comment"),
        [
            ("gitleaks:allow", "# gitleaks:allow"),
            ("betterleaks:allow", "# betterleaks:allow"),
            ("kingfisher:ignore", "// kingfisher:ignore"),
            ("trufflehog:ignore", "# trufflehog:ignore"),
            ("pragma: allowlist secret", "# pragma: allowlist secret"),
            ("nosec", "# nosec"),
            ("nosec", "# nosec B105"),
            ("noqa: S105", "# noqa: S105"),
            ("noqa: S105", "# noqa: E501, S105"),
            ("nosemgrep", "# nosemgrep: some-rule"),
            ("NOSONAR", "// NOSONAR"),
        ],
    )
    def test_count_where_they_are_honoured(self, name: str, comment: str) -> None:
        report = scan({"a.txt": f'api_secret = "{FIRST}" {comment}\n'}, honour=(name,))
        (finding,) = report.findings
        assert finding.suppression is not None
        assert finding.suppression.reason == name

    @pytest.mark.parametrize(
        ("name", "comment"),
        [
            ("nosec", "# nosec B101"),
            ("noqa: S105", "# noqa: S1051"),
            ("noqa: S105", "# noqa"),
            ("gitleaks:allow", "# trufflehog:ignore"),
        ],
    )
    def test_count_for_what_they_say_alone(self, name: str, comment: str) -> None:
        report = scan({"a.txt": f'api_secret = "{FIRST}" {comment}\n'}, honour=(name,))
        assert told(report) == ["hard-coded-key"]

    def test_may_be_for_the_next_line(self) -> None:
        text = f'# pragma: allowlist nextline secret\napi_secret = "{FIRST}"\n'
        assert told(scan({"a.txt": text}, honour=("pragma: allowlist secret",))) == []

    def test_in_a_string_count_for_nothing(self) -> None:
        text = f'api_secret = "{FIRST}", "gitleaks:allow"\n'
        assert told(scan({"a.txt": text}, honour=("gitleaks:allow",))) == ["hard-coded-key"]
