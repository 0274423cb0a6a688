"""What several tests need: a scan of a text, a git repository, the command as a process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar
from unittest import mock

from leakguard import engine, triggers
from leakguard.document import Document, decode
from leakguard.finding import Finding, Report
from leakguard.rule.own import OwnRule
from leakguard.scanning import selection, workers
from leakguard.scanning.selection import Selection
from leakguard.sources import Binary, Item, Listing, Read, Source
from leakguard.triggers import Triggers, own

_load = triggers.load
"""As it is where no test has put another in its place."""


@cache
def loaded_triggers() -> Triggers:
    """Give the triggers of the whole rule pack, loaded once a process from the cache of the run.
    One process of the run compiles them, and the others wait for it."""
    run = os.environ.get("LEAKGUARD_TEST_RUN")
    if run is None:  # outside of pytest
        return _load()
    import fcntl  # only where there is one: nothing else here needs it

    own = mock.patch.dict(os.environ, LEAKGUARD_CACHE_DIR=os.path.join(run, "cache"))
    with open(os.path.join(run, "triggers.lock"), "w") as lock, own:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _load()


@cache
def _selection(ids: frozenset[str] | None) -> Selection:
    loaded = loaded_triggers()
    return Selection(loaded, frozenset(loaded.by_id) if ids is None else ids)


def loaded_selection(
    ids: frozenset[str] | None = None,
    tell: object = None,
    own_rules: tuple[OwnRule, ...] = (),
    rules_from: str | None = None,
) -> Selection:
    """Give the rules with these ids, or all; in place of `selection.load`, and once a process:
    thousands of tests would load them, and make their tables, thousands of times."""
    assert rules_from is None  # which a test of it loads itself
    if not own_rules:
        return _selection(ids)
    joined = own.joined(loaded_triggers(), own_rules)
    return Selection(joined, frozenset(joined.by_id) if ids is None else ids)


T = TypeVar("T")
R = TypeVar("R")

LEAKGUARD = (sys.executable, "-m", "leakguard")


@dataclass(frozen=True)
class TextSource:
    """Documents that a test made up; `texts` gives the content of each path."""

    texts: Mapping[str, str | bytes]
    in_git: bool = True

    def list(self) -> Listing:
        items = (
            Item(path, path, path, len(text), self.in_git)
            for path, text in sorted(self.texts.items())
        )
        return Listing(tuple(items))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        for item in items:
            text = self.texts[item.path]
            data = text.encode() if isinstance(text, str) else text
            if isinstance(text, bytes) and decode(text) is None:
                yield Binary(item, text[:64])
            else:
                yield Document(item.path, item.identity, data, in_git=item.in_git)

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        if path not in self.texts:
            return None
        found = next(self.read([Item(path, path, path, 0, self.in_git)]))
        return found if isinstance(found, Document) else None


class WorkHere(Generic[T, R]):
    """Does each batch in this process, in place of `workers.Work`, which takes longer to fork one
    than most tests have to do. What fails is no `Lost` then, but fails the test."""

    def __init__(self, start: Callable[[], Callable[[list[T]], R]], *_: object) -> None:
        self.do, self.batches = start(), list[list[T]]()

    def add(self, batch: list[T]) -> None:
        self.batches.append(batch)

    def done(self) -> Iterator[R]:
        batches, self.batches = self.batches, []
        yield from map(self.do, batches)

    rest = done

    def results(self, batches: Iterable[list[T]]) -> Iterator[R]:
        yield from map(self.do, batches)

    def close(self) -> None:
        self.batches.clear()


def scanned(source: Source, **options: object) -> Report:
    """Send what a source lists through the engine; `options` are those of `engine.Options`."""
    with (
        mock.patch.object(selection, "load", loaded_selection),
        mock.patch.object(workers, "Work", WorkHere),
    ):
        return engine.scan(source, engine.Options(**options))  # type: ignore[arg-type]


def scan(texts: Mapping[str, str | bytes], **options: object) -> Report:
    """Send documents through the whole engine, as `scanned` does."""
    return scanned(TextSource(texts), **options)


def found(text: str | bytes, path: str = "example.txt") -> tuple[Finding, ...]:
    """Give the findings of one text."""
    report = scan({path: text})
    assert not report.errors
    return report.findings


def rules_found(text: str | bytes, path: str = "example.txt") -> list[str]:
    """Give the ids of the rules that found something in one text, in order of place."""
    return [finding.rule for finding in found(text, path)]


def leakguard(
    *arguments: str | Path,
    cwd: str | Path,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Run the command in `cwd` as a process of its own; `env` is added to the environment."""
    loaded_triggers()  # else each process of the run might compile them
    done = subprocess.run(
        [*LEAKGUARD, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **(env or {})},
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "surrogateescape"),
        done.stderr.decode("utf-8", "surrogateescape"),
    )


@dataclass(frozen=True)
class Repository:
    """A real git repository in a temporary folder."""

    path: Path

    @classmethod
    def create(cls, path: Path, *arguments: str) -> "Repository":
        path.mkdir(parents=True, exist_ok=True)
        made = cls(path)
        made.git("init", "-q", "-b", "main", *arguments)
        return made

    def git(
        self, *arguments: str, stdin: bytes | None = None, env: Mapping[str, str] | None = None
    ) -> str:
        """Run git; `env` is added to the environment."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **(env or {})},
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode("utf-8", "surrogateescape")

    def write(self, name: str, content: str | bytes) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def stage(self, name: str, content: str | bytes) -> None:
        self.write(name, content)
        self.git("add", "--", name)

    def commit(self, message: str = "a commit", **files: str) -> str:
        for name, content in files.items():
            self.stage(name, content)
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD").strip()
