"""The trigger database: what it is compiled from, and that its cache never changes a result."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from leakguard import cache as kept
from leakguard import registry, triggers
from leakguard.examples import made_up
from leakguard.pack import location
from leakguard.triggers import compiling

TEXT = f'api_secret = "{made_up("base62", 64, 50)}"\n'.encode()


def few_rules() -> list[tuple[registry.RuleEntry, registry.Rule]]:
    """Give enough of the rule pack for a cache: the whole of it takes seconds to compile."""
    folder = location.rule_folder()
    few = [folder / "exchanges/binance.py", folder / "python/hardcoded_argument.py"]
    return registry._sorted(((registry.module_name(folder, it), it, None) for it in few), ())


@cache
def compiled() -> tuple[bytes, ...]:
    """What is made of them, compiled once for all tests of where it is kept."""
    return compiling.compile_triggers(few_rules())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    content = compiled()
    monkeypatch.setenv("LEAKGUARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(registry, "all_rules", few_rules)
    monkeypatch.setattr(compiling, "compile_triggers", lambda rules: content)
    return tmp_path / "cache"


def matches() -> list[tuple[int, int]]:
    loaded = triggers.load()
    return loaded.in_text(TEXT) + loaded.in_python(TEXT)


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Give a list that grows with each compilation from now on."""
    made: list[object] = []
    compile_rules = compiling.compile_triggers

    def noted(rules: list[tuple[registry.RuleEntry, registry.Rule]]) -> tuple[bytes, ...]:
        made.append(rules)
        return compile_rules(rules)

    monkeypatch.setattr(compiling, "compile_triggers", noted)
    return made


class TestTheCache:
    def test_is_made_once(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        made = compilations(monkeypatch)
        first = matches()
        assert (matches(), len(made), len(list(folder.glob("triggers-*")))) == (first, 1, 1)

    @pytest.mark.parametrize(
        "content", [b"", b"broken", os.urandom(4096)], ids=["empty", "short", "random"]
    )
    def test_is_made_anew_when_it_is_broken(self, folder: Path, content: bytes) -> None:
        first = matches()
        (file,) = folder.glob("triggers-*")
        whole = file.read_bytes()
        file.write_bytes(content)
        assert (matches(), file.read_bytes()) == (first, whole)

    @pytest.mark.parametrize(
        "content",
        [
            (),
            (b"{}",),
            (b"[]", b"", b"", b"", b"", b"", b"", b""),
            (b"no json", b"abcd"),
            (b'{"rules": [], "owners": []}', b"abcd", b"", b"", b"", b"", b"", b""),
        ],
        ids=["nothing", "no table", "a list", "no JSON", "no database"],
    )
    def test_is_made_anew_when_what_it_holds_is_none(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, content: tuple[bytes, ...]
    ) -> None:
        first = matches()
        key = triggers.cache_key(registry.digest(location.rule_folder()))
        kept.write(f"triggers-{key[:32]}.bin", key, *content)
        made = compilations(monkeypatch)
        assert (matches(), len(made)) == (first, 1)

    @pytest.mark.parametrize("part", ["rules", "CPU", "version"])
    def test_is_another_for_other_rules_another_cpu_and_another_version(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, part: str
    ) -> None:
        first = matches()
        if part == "rules":
            monkeypatch.setattr(registry, "digest", lambda folder: "another")
        elif part == "CPU":
            monkeypatch.setattr(triggers, "_cpu", lambda: "another")
        else:
            monkeypatch.setattr(triggers, "__version__", "another")
        made = compilations(monkeypatch)
        assert (matches(), len(made), len(list(folder.glob("triggers-*")))) == (first, 1, 2)

    def test_that_cannot_be_written_is_no_error(self, folder: Path) -> None:
        folder.write_text("")
        assert matches()

    def test_is_whole_when_many_processes_make_it_at_once(self, folder: Path) -> None:
        code = (
            "from tests.triggers.test_triggers import few_rules, matches, registry\n"
            "registry.all_rules = few_rules\n"
            "print(len(matches()))"
        )
        processes = [
            subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(3)
        ]
        printed = {process.communicate()[0] for process in processes}
        assert (printed, len(list(folder.glob("triggers-*")))) == ({b"%d\n" % len(matches())}, 1)


class TestTheDatabase:
    def test_has_an_owner_for_every_pattern(self) -> None:
        loaded = triggers.load()
        assert {owner for owners in loaded.owners for owner in owners} == {
            index
            for index, entry in enumerate(loaded.rules)
            if registry.triggers_of(registry.load_rule(entry))
        }

    def test_has_pythons_patterns_only_for_python(self) -> None:
        loaded = triggers.load()
        kinds = {
            name: {
                loaded.rules[owner].kind
                for pattern, _ in matches
                for owner in loaded.owners[pattern]
            }
            for name, matches in (
                ("text", loaded.in_text(TEXT)),
                ("python", loaded.in_python(TEXT)),
                ("calls", loaded.in_calls(b"Client(")),
            )
        }
        # What a text rule and a syntax rule look for alike is found in the text.
        expected = {"text": {"token", "assigned", "syntax"}, "python": {"syntax"}}
        assert kinds == {**expected, "calls": {"syntax"}}

    @pytest.mark.parametrize(
        ("source", "packages"),
        [
            pytest.param("import ccxt\nimport ccxt\n", {"ccxt"}, id="once"),
            pytest.param("from requests import get\n", {"requests"}, id="from"),
            pytest.param("import ccxt.pro as ccxt\n", {"ccxt"}, id="a-module-of-it"),
            pytest.param("import os, ccxt\n", {None}, id="several"),
            pytest.param("try: import os as o, ccxt\n", {None}, id="several-behind-a-colon"),
            pytest.param("from typing import Any, Dict\n", set(), id="several-of-another"),
            pytest.param("ccxt.okx(); my_boto3\n", set(), id="names"),
        ],
    )
    def test_tells_of_the_packages_that_a_source_imports(
        self, source: str, packages: set[str | None]
    ) -> None:
        loaded = triggers.load()
        matches = loaded.in_python(source.encode())
        told = [loaded.packages[it] for it, _ in matches if it in loaded.packages]
        assert (set(told), len(told)) == (packages, len(packages))

    def test_gives_each_rule_the_ends_of_its_own_matches_in_order(self) -> None:
        loaded = triggers.load()
        rules = [index for index, owners in enumerate(loaded.owners) if len(owners) > 1]
        shared = rules[0]
        ends = loaded.by_rule([(shared, 9), (shared, 3), (shared, 9)])
        assert ends == {owner: [3, 9] for owner in sorted(loaded.owners[shared])}
