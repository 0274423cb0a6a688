"""Repositories in which a key has leaked, and what is left of it in them, told independently."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leakguard.examples import made_up
from leakguard.fingerprint import secret_id
from tests.cli.conftest import Run
from tests.support import Repository

KEY, SECRET = made_up("base62", 64, 821), made_up("base62", 64, 822)
RAW = SECRET.encode()
ID = secret_id(SECRET) or ""
TEXTS = (RAW,)
ENV = f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\n"
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))


def packed(name: str, content: bytes) -> bytes:
    """Give a zip with one member."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


FORMS: dict[str, bytes] = {
    "plain.env": ENV.encode(),
    "literals.py": b'from binance.client import Client\nsecret = ("%b"  # one\n    "%b")\n'
    % (RAW[:30], RAW[30:]),
    "variables.py": b'from binance.client import Client\nA = "%b"\nB = "%b"\n'
    b'client = Client("%b", A + B)\n' % (RAW[:21], RAW[21:], KEY.encode()),
    "base64.yaml": b"data: " + b64encode(ENV.encode()) + b"\n",
    "twice.env": b"BLOB=" + b64encode(b64encode(ENV.encode())) + b"\n",
    "gzip.env": b"BLOB=" + b64encode(gzip.compress(ENV.encode(), mtime=0)) + b"\n",
    "hex.txt": RAW.hex().encode() + b"\n",
    "url.txt": b"https://x.example/?s=" + b"".join(b"%%%02X" % it for it in RAW) + b"\n",
    "escaped.json": json.dumps({"k": "".join(f"\\u{it:04x}" for it in RAW)}).encode(),
    "wide.ini": f"[binance]\nsecret = {SECRET}\n".encode("utf-16"),
    "dump.zip": packed("inner/settings.env", ENV.encode()),
    "dump.log.gz": gzip.compress(ENV.encode(), mtime=0),
    "core.bin": b"\0\1\2" + RAW + b"\0",
}
"""Files that hold the secret, each in another form."""

OPAQUE = {"wide.ini", "dump.zip", "dump.log.gz", "core.bin"}
"""Those in which nothing can be replaced."""

PARTS = {RAW[at : at + 12] for at in range(0, len(RAW) - 11, 12)}


def keys(run: Run, repository: Repository) -> list[str]:
    """Give the ids by which each finding of the history can be asked for."""
    done = run("scan", "--history", "--format", "jsonl", cwd=repository.path)
    found = [json.loads(line) for line in done.out.splitlines()]
    return list(dict.fromkeys(it["secret_id"] or it["fingerprint"] for it in found))


def responded(run: Run, repository: Repository, key: str) -> Any:
    """Give what `leakguard respond` says of a key, as JSON."""
    done = run("respond", key, "--format", "json", cwd=repository.path)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def looked(run: Run, repository: Repository, key: str) -> tuple[int, Any]:
    """Give how `leakguard respond --done` ends, and what it says."""
    done = run("respond", key, "--done", "--format", "json", cwd=repository.path)
    assert done.err == ""
    return done.code, json.loads(done.out)


def executed(commands: Iterable[dict[str, str]], folder: Path) -> str:
    """Run commands as somebody would who copies all of them; give what they print."""
    script = "\n".join(it["line"] for it in commands)
    done = subprocess.run(
        ["bash", "-eu", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": PATH},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    printed = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, printed
    return printed


def traces(repository: Repository, texts: Iterable[bytes]) -> list[str]:
    """Give where a repository holds one of some texts: in any object, unpacked as git does, in any
    file of git that is no object, or in the work tree."""
    needles = tuple(texts)
    dumped = subprocess.run(
        ["git", "cat-file", "--batch-all-objects", "--batch"],
        cwd=repository.path,
        capture_output=True,
        check=True,
    ).stdout
    files = [it for it in repository.path.rglob("*") if it.is_file() and "objects" not in it.parts]
    found = [str(it) for it in files if any(text in it.read_bytes() for text in needles)]
    found += [str(it) for it in files if any(text in os.fsencode(it) for text in needles)]
    return found + ["an object"] * any(text in dumped for text in needles)


def leak(repository: Repository) -> Repository:
    """Give a repository after a key was committed, and taken out again."""
    repository.commit("start", README="nothing\n")
    repository.commit("a mistake", **{"live.env": ENV})
    repository.git("rm", "-q", "live.env")
    repository.git("commit", "-q", "-m", "no key any more")
    return repository


def purged(run: Run, repository: Repository) -> None:
    """Do what is told, and see that it has helped."""
    told = responded(run, repository, ID)
    executed(told["purge"]["commands"][:-1], repository.path)
    assert looked(run, repository, ID)[0] == 0
    assert traces(repository, TEXTS) == []
