"""What is scanned: sources from PyPI in one folder, and a repository with three staged files."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

PACKAGES = (
    "ansible-core==2.19.14",
    "botocore==1.44.8",
    "ccxt==4.5.90",
    "django==5.2.19",
    "freqtrade==2026.9",
    "kubernetes==36.0.3",
    "sympy==1.14.0",
)
"""Pure Python, so that the wheels are the same everywhere and nothing is built."""

STAGED = (
    "botocore/tokens.py",
    "freqtrade/exchange/okx.py",
    "freqtrade-2026.9.dist-info/METADATA",
)
"""Ordinary files of some 10 to 20 KB, without a leak but with words for credentials."""

LEAST_TEXT = 100_000_000
_MOST = 1_000_000_000
"""Bytes that the packages may unpack to."""


class SourcesError(Exception):
    """The sources are not what they should be, or not safe to unpack."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is in a folder."""

    files: int
    bytes: int
    text_bytes: int
    """In files that have no zero byte at their beginning."""


def sources(work: Path) -> tuple[Path, Size]:
    """Give the folder of PyPI sources below `work`, downloaded the first time, and its size.

    Raises:
        subprocess.CalledProcessError: pip could not download them.
        SourcesError: a package is not to be unpacked.
    """
    folder, record = work / "sources", work / "sources.json"
    if folder.is_dir() and record.is_file():
        known = json.loads(record.read_text())
        if known["packages"] == list(PACKAGES):
            return folder, Size(**known["size"])
    record.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=work) as downloads:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
             "--no-deps", "--only-binary", ":all:", "--dest", downloads, *PACKAGES],
            check=True, stdout=sys.stderr,
        )  # fmt: skip
        left = _MOST
        for wheel in sorted(Path(downloads).glob("*.whl")):
            left -= unpack(wheel, folder, left)
    size = measure(folder)
    if size.text_bytes < LEAST_TEXT:
        raise SourcesError(f"{size.text_bytes:,} bytes of text are too few: add packages")
    record.write_text(json.dumps({"packages": PACKAGES, "size": asdict(size)}))
    return folder, size


def unpack(archive: Path, folder: Path, most: int) -> int:
    """Unpack a zip archive below `folder`, and give how many bytes it came to.

    Nothing is written before every name and size has been looked at.

    Raises:
        SourcesError: a name leads out of `folder`, a link, or more than `most` bytes.
    """
    with zipfile.ZipFile(archive) as opened:
        members = opened.infolist()
        for member in members:
            path = PurePosixPath(member.filename.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                raise SourcesError(f"{archive.name}: {member.filename!r} leads out of it")
            if stat.S_ISLNK(member.external_attr >> 16):
                raise SourcesError(f"{archive.name}: {member.filename!r} is a link")
        total = sum(member.file_size for member in members)
        if total > most:
            raise SourcesError(f"{archive.name}: {total:,} bytes are too many")
        opened.extractall(folder)
    return total


def measure(folder: Path) -> Size:
    """Count what is in a folder."""
    files = total = text = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            content = Path(parent, name).read_bytes()
            files += 1
            total += len(content)
            text += 0 if b"\0" in content[:8192] else len(content)
    return Size(files, total, text)


def staged(folder: Path, files: Iterable[Path], environment: Mapping[str, str]) -> None:
    """Make a git repository in `folder`, with one commit and `files` staged on top of it.

    Raises:
        subprocess.CalledProcessError: git refused.
    """

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, env=dict(environment), check=True)

    folder.mkdir(parents=True)
    git("init", "--quiet", "--initial-branch=main")
    (folder / "README.md").write_text("A repository.\n")
    git("add", "README.md")
    git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "Begin")
    for file in files:
        shutil.copyfile(file, folder / file.name)
    git("add", ".")
