"""Archives that tests are made of, and what comes out of them."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping

from leakguard.archives.limits import Limits
from leakguard.archives.walk import Inner, Left, walk
from leakguard.sources.files import archive_kind

Files = Mapping[str, bytes]

SMALL = Limits(depth=1, member=1 << 20)


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def tarred(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {
    "gz": lambda raw: gzip.compress(raw, mtime=0),
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def read(raw: bytes, limits: Limits = SMALL, name: str = "a.bin") -> list[Inner | Left]:
    """What is read of an archive, and what is left of it."""
    kind = archive_kind(raw)
    assert kind is not None
    return list(walk(io.BytesIO(raw), kind, name, limits, lambda _: True))


def texts(raw: bytes, limits: Limits = SMALL, name: str = "a.bin") -> dict[str, bytes]:
    """The texts in an archive."""
    found = read(raw, limits, name)
    return {it.path: it.raw for it in found if isinstance(it, Inner) and it.is_text}


def notices(raw: bytes, limits: Limits = SMALL) -> list[tuple[str, str]]:
    """What is told of what is left."""
    return [(it.path, it.message) for it in read(raw, limits) if isinstance(it, Left)]
