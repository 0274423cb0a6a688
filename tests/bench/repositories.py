"""Repositories with a long history, made by a seeded generator from real sources: commits change a
few lines of a few files, as people do, add, rename and delete files, branch and merge."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SUFFIXES = (".py", ".md", ".txt", ".json", ".toml", ".yml", ".html", ".j2")
_LARGEST = 200_000
"""Bytes of a source that is taken: few files that people edit are larger."""

_FEWEST = 20
"""Files that a repository keeps."""

_START = 1_500_000_000
"""Seconds since 1970 of the first commit."""


@dataclass(frozen=True, slots=True)
class History:
    """What a repository is like."""

    name: str
    package: str
    """The folder of the sources that its files are taken from."""
    commits: int
    files: int
    """How many it begins with."""


HISTORIES = (
    History("history-5000", "django/contrib", 5_000, 230),
    History("history-25000", "freqtrade", 25_000, 330),
)
"""As long as flask's and freqtrade's."""


@dataclass
class _Writer:
    """Writes the stream of git-fast-import. https://git-scm.com/docs/git-fast-import"""

    random: random.Random
    pool: list[bytes]
    """Lines that are put into files."""
    files: dict[str, list[bytes]]
    chunks: list[bytes] = field(default_factory=list)
    mark: int = 0

    def commit(self, ref: str, parents: list[int], changes: dict[str, bytes | None]) -> int:
        """Write a commit of changed contents, None for a deleted file; give its mark."""
        self.mark += 1
        number = self.mark
        who = b"Ada Lovelace <ada@example.org> %d +0000" % (_START + number * 3_600)
        message = b"Change %s\n" % b", ".join(it.encode() for it in sorted(changes)[:3])
        self.chunks.append(
            b"commit %s\nmark :%d\nauthor %s\ncommitter %s\ndata %d\n%s"
            % (ref.encode(), number, who, who, len(message), message)
        )
        for word, parent in zip((b"from", b"merge"), parents, strict=False):
            self.chunks.append(b"%s :%d\n" % (word, parent))
        for path, content in changes.items():
            if content is None:
                self.chunks.append(b"D %s\n" % path.encode())
            else:
                head = b"M 100644 inline %s\ndata %d\n" % (path.encode(), len(content))
                self.chunks += [head, content, b"\n"]
        self.chunks.append(b"\n")
        return number

    def edited(self) -> dict[str, bytes | None]:
        """Change a few files, and give what they hold then."""
        some, changes = self.random, dict[str, bytes | None]()
        for _ in range(1 + min(8, int(some.expovariate(0.8)))):
            path = some.choice(sorted(self.files))
            chance = some.random()
            if chance < 0.01 and len(self.files) > _FEWEST:
                del self.files[path]
                changes[path] = None
                continue
            if chance < 0.02:
                folder, _, name = path.rpartition("/")
                moved = f"{folder}/moved_{some.randrange(10_000)}_{name[-40:]}".lstrip("/")
                self.files[moved] = self.files.pop(path)
                changes[path], path = None, moved
            elif chance < 0.04:
                path = f"added/module_{self.mark}_{some.randrange(1_000)}.py"
                start = some.randrange(max(1, len(self.pool) - 600))
                self.files[path] = self.pool[start : start + some.randrange(20, 600)]
            lines = self.files[path]
            place = some.randrange(len(lines) + 1)
            new = [some.choice(self.pool) for _ in range(_few(some))]
            lines[place : place + _few(some)] = new
            changes[path] = b"".join(lines)
        return changes


def _few(some: random.Random) -> int:
    """How many lines are put in, or taken out: six as a rule, hundreds now and then."""
    return min(2_000, 1 + int(some.lognormvariate(1.7, 1.3)))


def repository(
    work: Path, sources: Path, history: History, environment: Mapping[str, str], times: int = 1
) -> Path:
    """Give a bare-bones clone below `work` with `times` as many commits as the history has; it is
    made the first time, which takes a minute or two.

    Raises:
        subprocess.CalledProcessError: git refused.
    """
    folder = work / (history.name if times == 1 else f"{history.name}-x{times}")
    if (folder / "made").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, env=dict(environment), check=True)

    git("init", "--quiet", "--initial-branch=main")
    importing = subprocess.Popen(
        ["git", "fast-import", "--quiet"],
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.PIPE,
    )
    assert importing.stdin is not None
    for chunk in _stream(sources / history.package, history, times):
        importing.stdin.write(chunk)
    importing.stdin.close()
    if importing.wait():
        raise subprocess.CalledProcessError(importing.returncode, "git fast-import")
    git("repack", "-adfq")
    git("reset", "--quiet", "--hard")
    (folder / ".git/info/exclude").write_text("/made\n")
    (folder / "made").touch()
    return folder


def _stream(package: Path, history: History, times: int) -> Iterator[bytes]:
    some = random.Random(f"{history.name} {times}")
    files = _contents(package, history.files)
    pool = [line for lines in files.values() for line in lines]
    writer = _Writer(some, pool, files)
    begun = {path: b"".join(lines) for path, lines in files.items()}
    tip = writer.commit("refs/heads/main", [], dict(begun))
    side: tuple[int, dict[str, bytes | None]] | None = None
    while writer.mark < history.commits * times:
        if side is not None and some.random() < 0.2:
            number, changes = side
            kept = {path: it for path, it in changes.items() if path in writer.files}
            tip = writer.commit("refs/heads/main", [tip, number], kept)
            side = None
        elif side is None and some.random() < 0.02:
            changes = {k: v for k, v in writer.edited().items() if v is not None}
            side = writer.commit("refs/heads/side", [tip], changes), changes
        else:
            tip = writer.commit("refs/heads/main", [tip], writer.edited())
        yield b"".join(writer.chunks)
        writer.chunks.clear()


def _contents(package: Path, most: int) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for parent, folders, names in os.walk(package):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if name.endswith(_SUFFIXES) and 0 < path.stat().st_size < _LARGEST:
                lines = path.read_bytes().splitlines(keepends=True)
                found[path.relative_to(package).as_posix()] = lines
    return dict(list(found.items())[:most])
