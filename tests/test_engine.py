"""The engine: one report whatever the workers, and input that is made to break it."""

import os
import random
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from leakguard import engine
from leakguard.document import Document
from leakguard.engine import Options
from leakguard.examples import made_up, made_up_from
from leakguard.finding import Problem, Report, Statistics
from leakguard.masking.hiding import hidden
from leakguard.reporters import View
from leakguard.reporters.jsonl import render
from leakguard.scanning import dispatch, workers
from leakguard.scanning.outcome import Fired, Outcome
from leakguard.sources import Binary, Failed, Item, Listing, Read
from tests.support import TextSource, WorkHere, found, loaded_triggers, rules_found, scan

SECRET = made_up("base62", 64, 40)
SHORT = f"{made_up('base62', 8, 43)}-7!"
PYTHON = f'api_secret = "{SECRET}"\n'

TEXTS: dict[str, str | bytes] = {
    "a.env": f"BINANCE_API_KEY={made_up('base62', 64, 41)}\nBINANCE_API_SECRET={SECRET}\n",
    "b.py": PYTHON,
    "c.py": "from binance.client import Client\n"
    f'Client("{made_up("base62", 64, 42)}", "{SECRET}")\n',
    "d.txt": "nothing here\n",
    **{f"many/{number}.py": f'secret_key = "{made_up("base62", 64, number)}"\n'
       for number in range(60)},
}  # fmt: skip


@dataclass(frozen=True)
class Shuffled(TextSource):
    """Lists its texts in an order of its own."""

    seed: int = 0

    def list(self) -> Listing:
        items = list(super().list().items)
        random.Random(self.seed).shuffle(items)
        return Listing(tuple(items))


def rendered(report: Report) -> str:
    return render(report, View(prefix=""))


@pytest.fixture(scope="module")
def expected() -> str:
    """The report of one process."""
    loaded_triggers()
    return rendered(engine.scan(TextSource(TEXTS), Options(jobs=1)))


@dataclass(frozen=True)
class Noting(TextSource):
    """Notes when what it lists is read."""

    noted: list[str] = field(default_factory=list)

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        for item in items:
            self.noted.append(f"read {item.path}")
            yield from super().read([item])


@pytest.mark.parametrize(
    ("cores", "options", "order"),
    [
        (2, Options(), ["read a.py", "done a.py", "read b.py"]),
        (2, Options(jobs=1), ["read a.py", "read b.py", "done a.py"]),
        (1, Options(), ["read a.py", "read b.py", "done a.py"]),
    ],
    ids=["two-cores", "one-job", "one-core"],
)
def test_python_is_read_beside_the_rest_where_a_core_is_free(
    cores: int, options: Options, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Noting({"a.py": TEXTS["b.py"], "b.py": "b = 1\n"})

    class Noted(WorkHere[Fired, Outcome]):
        def add(self, batch: list[Fired]) -> None:
            source.noted.extend(f"done {it.path}" for it in batch)
            super().add(batch)

    monkeypatch.setattr(dispatch, "cores", lambda: cores)
    monkeypatch.setattr(dispatch, "_PAUSE", 0.0)
    monkeypatch.setattr(workers, "Work", Noted)
    engine.scan(source, options)
    assert source.noted == order


class TestTheSameReport:
    """Byte for byte, whatever the number of workers."""

    @pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
    @pytest.mark.parametrize("jobs", [2, 5])
    def test_from_worker_processes(self, expected: str, method: str, jobs: int) -> None:
        options = Options(jobs=jobs, parallel_from=0, start_method=method)
        assert rendered(engine.scan(TextSource(TEXTS), options)) == expected

    @pytest.mark.parametrize("method", ["forkserver", "spawn"])
    def test_from_this_process_and_one_that_is_started_for_python(
        self, expected: str, method: str
    ) -> None:
        options = Options(jobs=1, start_method=method)
        assert rendered(engine.scan(TextSource(TEXTS), options)) == expected

    @pytest.mark.parametrize("seed", range(3))
    @pytest.mark.parametrize("parallel_from", [0, 1 << 30], ids=["workers", "here"])
    def test_from_a_source_in_another_order(
        self, expected: str, seed: int, parallel_from: int
    ) -> None:
        options = Options(jobs=2, parallel_from=parallel_from)
        report = engine.scan(Shuffled(TEXTS, seed=seed), options)
        assert rendered(report) == expected

    @pytest.mark.parametrize("limit", [1, 2, 1000])
    def test_from_batches_of_another_size(
        self, expected: str, limit: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dispatch, "_BATCH_ITEMS", limit)
        report = engine.scan(TextSource(TEXTS), Options(jobs=2, parallel_from=0))
        assert rendered(report) == expected

    def test_from_python_that_is_sent_on_in_parts(
        self, expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dispatch, "KEPT_BYTES", 200)
        assert rendered(engine.scan(TextSource(TEXTS), Options(jobs=1))) == expected


@dataclass(frozen=True)
class Deadly(TextSource):
    """Reading the path `deadly` kills the process that reads; other paths give what they name."""

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        for item in items:
            if item.path == "deadly":
                os.kill(os.getpid(), signal.SIGKILL)
            elif item.path == "binary":
                yield Binary(item)
            elif item.path == "unreadable":
                yield Failed(Problem(item.path, "cannot be read"))
            elif item.path == "large":
                yield Failed(Problem(item.path, "left out"), is_notice=True)
            elif item.path == "gone":
                yield None
            else:
                yield from super().read([item])


class TestWhatCannotBeScanned:
    def test_a_file_that_kills_its_worker_is_named_and_the_rest_is_scanned(self) -> None:
        source = Deadly({"a.py": PYTHON, "deadly": "", "z.py": PYTHON})
        report = engine.scan(source, Options(jobs=2, parallel_from=0))
        assert [it.path for it in report.findings] == ["a.py", "z.py"]
        assert [it.path for it in report.errors] == ["deadly"]

    @pytest.mark.parametrize("parallel_from", [0, 1 << 30], ids=["workers", "here"])
    def test_each_kind_goes_where_it_belongs(self, parallel_from: int) -> None:
        source = Deadly({"a.py": PYTHON, "binary": "", "gone": "", "large": "", "unreadable": ""})
        report = engine.scan(source, Options(jobs=2, parallel_from=parallel_from))
        assert report.errors == (Problem("unreadable", "cannot be read"),)
        assert report.notices == (Problem("large", "left out"),)
        assert report.statistics == Statistics(files=1, bytes=len(PYTHON), binary=1)

    def test_nothing_at_all_is_an_empty_report(self) -> None:
        assert scan({}) == Report((), (), (), (), Statistics())


CRASHERS = {
    "brackets": "(" * 1400 + ")" * 1400,
    "lists": "[" * 1400 + "]" * 1400,
    "braces": "{" * 1400 + "}" * 1400,
    "minus": "-" * 10_000 + "1",
    "tilde": "~" * 10_000 + "1",
    "attributes": "a" + ".b" * 10_000,
    "calls": "a" + "()" * 9_000,
    "subscripts": "a" + "[0]" * 6_000,
    "nested subscripts": "a[" * 1400 + "0" + "]" * 1400,
    "nested calls": "f(" * 1400 + "0" + ")" * 1400,
    "sum": "'a'+" * 50_000 + "'a'",
    "powers": "a**" * 5_000 + "a",
    "not": "not " * 4_000 + "a",
    "await": "await " * 3_000 + "a",
    "lambdas": "lambda: " * 2_000 + "a",
    "lambdas with parameters": "lambda a, b: " * 1_500 + "a",
    "lambdas with defaults": "lambda a=1: " * 1_500 + "a",
    "conditional expressions": "a if b else " * 1_500 + "c",
    "comparisons": "a < " * 4_000 + "a",
    "or": "a or " * 4_000 + "a",
    "comprehension": "[a " + "for a in b " * 1_500 + "]",
    "comprehension of pairs": "[a " + "for a, b in c " * 1_300 + "]",
    "literals side by side": "'a' " * 4_000,
    "minus in brackets": ("-" * 190 + "(") * 99 + "1" + ")" * 99,
    "attributes of brackets": "(" * 90 + "a" + (".b" * 100 + ")") * 90,
    "calls of brackets": "[" * 90 + "a" + ("()" * 100 + "]") * 90,
    "f-strings": "".join(f"f{quote}{{" for quote in ("'", '"') * 700) + "1",
    "f-strings in their own quotes": 'f"{' * 1_400 + "1" + '}"' * 1_400,
    "brackets in an f-string": 'f"{' + "(" * 1_400 + ")" * 1_400 + '}"',
    "brackets in f-strings": "f'''{" + "(" * 90 + 'f"""{' + "(" * 90 + "1" + ")" * 90 + '}"""'
    + ")" * 90 + "}'''",
    "walrus": "(a:=" * 1_400 + "1" + ")" * 1_400,
    "yields": "(yield " * 1_400 + "1" + ")" * 1_400,
    "starred": "f(*" * 1_400 + "a" + ")" * 1_400,
    "tuple": "a, " * 10_000,
    "dict": "{" + "'a': 1, " * 3_000 + "}",
}  # fmt: skip


@pytest.mark.parametrize("crasher", CRASHERS.values(), ids=CRASHERS)
class TestStatementsThatLibcstCannotTake:
    """A key stands in each, so that the statement is one that would be parsed."""

    def test_text_rules_find_the_key_a_notice_names_the_file_and_no_worker_dies(
        self, crasher: str
    ) -> None:
        report = scan({"a.py": f'api_secret = "{SECRET}", {crasher}\n', "b.py": PYTHON})
        assert [(it.path, it.rule) for it in report.findings] == [
            ("a.py", "hard-coded-key"),
            ("b.py", "hardcoded-assignment"),
        ]
        assert [it.path for it in report.notices] == ["a.py"]
        assert report.errors == ()


LADDERS = {
    "elif": "if a: pass\n" + "elif a: pass\n" * 20_000,
    "decorators": "@a\n" * 20_000 + "def f(): pass\n",
    "cases": "match a:\n" + " case 1: pass\n" * 20_000,
    "nested blocks": "".join(" " * depth + "if a:\n" for depth in range(900)) + " " * 900 + "b\n",
    "excepts": "try: pass\n" + "except A: pass\n" * 20_000,
}


@pytest.mark.parametrize("ladder", LADDERS.values(), ids=LADDERS)
def test_long_ladders_are_none_of_the_parsers_business(ladder: str) -> None:
    assert rules_found(ladder + PYTHON, "a.py") == ["hardcoded-assignment"]


SLOW = {
    "case": f'case "{SECRET}" | ' + "{1: " * 60 + "1" + "}" * 60 + ":",
    "del": f'del a["{SECRET}"], ' + "(" * 60 + "a" + ")" * 60,
}


@pytest.mark.parametrize("statement", SLOW.values(), ids=SLOW)
def test_what_takes_libcst_exponential_time_is_left_out_with_a_notice(statement: str) -> None:
    assert [it.path for it in scan({"a.py": statement + "\n"}).notices] == ["a.py"]


_MEGABYTES = 2 << 20
LINES = {
    "base64": "Ab3+" * (_MEGABYTES // 4),
    "hex": "deadbeef" * (_MEGABYTES // 8),
    "quotes": '"' * _MEGABYTES,
    "names": "key=" * (_MEGABYTES // 4),
    "names and quotes": 'key="' * (_MEGABYTES // 5),
    "words in quotes": '"secret",' * (_MEGABYTES // 9),
}
FORMS = {
    "64 characters": (made_up("base62", 64, 7) + " ", 65),
    "quoted 64 characters": (f'"{made_up("base62", 64, 7)}",', 67),
    "private key": ("-----BEGIN " + "PRIVATE KEY-----", 27),
}


def callbacks(text: str, path: str) -> int:
    """How often Hyperscan calls back over one document."""
    document = Document(path, path, text.encode())
    loaded = loaded_triggers()
    in_python = loaded.in_python(document.data) if document.is_python else []
    return len(loaded.in_text(document.data) + in_python)


class TestTheNumberOfCallbacks:
    @pytest.mark.parametrize("line", LINES.values(), ids=LINES)
    def test_is_next_to_nothing_in_a_long_line_without_keys(self, line: str) -> None:
        assert callbacks(line, "a.txt") < 10

    @pytest.mark.parametrize("line", LINES.values(), ids=LINES)
    def test_is_at_most_one_a_literal_in_python(self, line: str) -> None:
        literals = min(line.count('"'), len(line) // 5)
        assert callbacks(line, "a.py") <= 1 + literals  # one for what may be encoded

    @pytest.mark.parametrize("path", ["a.txt", "a.py"])
    @pytest.mark.parametrize(("form", "width"), FORMS.values(), ids=FORMS)
    def test_is_a_few_for_each_of_many_keys_on_one_line(
        self, form: str, width: int, path: str
    ) -> None:
        number = (1 << 20) // width
        assert callbacks(form * number, path) < 6 * number


def test_a_key_at_the_end_of_a_very_long_line_is_found_in_its_column() -> None:
    line = "Ab3+" * (1 << 20)
    (finding,) = found(f"{line} api_secret={SECRET}", "a.txt")
    assert finding.place.column == len(line) + 13


class TestPathsAndMessages:
    """No value that was looked at shows in either."""

    def test_a_key_in_a_path_is_masked(self) -> None:
        report = scan({f"keys/{SECRET}.py": PYTHON})
        assert [it.path for it in report.findings] == [f"keys/{SECRET[:4]}****.py"]

    def test_a_short_value_with_digits_and_signs_is_masked_in_a_path(self) -> None:
        report = scan({f"{SHORT}/a.py": f'password = "{SHORT}"\n'})
        assert [it.path for it in report.findings] == ["****/a.py"]

    @pytest.mark.parametrize("value", [made_up("base62", 12, 7), made_up_from("[A-Za-z]{14}", 8)])
    def test_a_short_value_that_is_drawn_by_chance_is_masked_in_a_path(self, value: str) -> None:
        report = scan({f"{value}/a.py": f'password = "{value}"\n'})
        assert [it.path for it in report.findings] == ["****/a.py"]

    def test_a_short_value_with_signs_that_names_hardly_have_is_masked_in_a_path(self) -> None:
        value = made_up_from("[A-Za-z]{8}", 8) + "#$!"
        report = scan({f"{value}/a.py": f'password = "{value}"\n'})
        assert [it.path for it in report.findings] == ["****/a.py"]

    @pytest.mark.parametrize(
        "value", ["my_project", "utils2024", "v2-a", "Dockerfile1", "ApiClientV2", "XmlHttpReader"]
    )
    def test_a_short_value_that_may_be_a_name_stays_in_a_path(self, value: str) -> None:
        report = scan({f"{value}/a.py": f'password = "{value}"\n'})
        assert {it.path for it in report.findings} <= {f"{value}/a.py"}

    def test_a_path_that_code_opens_stays(self) -> None:
        path = f"certs/{SECRET}/servers/client.key"
        report = replace(scan({}), errors=(Problem("certs/servers/client.key", path),))
        shown = hidden(replace(report, values=frozenset({"certs/servers/client.key", path})))
        assert shown.errors[0].path == "certs/servers/client.key"
        assert SECRET not in shown.errors[0].message

    def test_a_key_in_the_message_of_a_problem_is_masked(self) -> None:
        problem = Problem("a", f"cannot read {SECRET}")
        report = replace(scan({}), errors=(problem,), notices=(problem,))
        masked = (Problem("a", f"cannot read {SECRET[:4]}****"),)
        shown = hidden(replace(report, values=frozenset({SECRET})))
        assert (shown.errors, shown.notices) == (masked, masked)

    def test_the_longer_of_two_values_is_masked_first(self) -> None:
        report = replace(scan({}), errors=(Problem(f"{SECRET}{SECRET}", ""),))
        shown = hidden(replace(report, values=frozenset({SECRET, f"{SECRET}{SECRET}"})))
        assert shown.errors[0].path == f"{SECRET[:4]}****"

    def test_other_paths_stay(self) -> None:
        report = scan({"a-path-of-more-than-sixteen-characters.py": PYTHON})
        assert [it.path for it in report.findings] == ["a-path-of-more-than-sixteen-characters.py"]
