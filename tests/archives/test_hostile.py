"""No bytes make the reading of an archive crash, or go on for long."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.archives.kinds import Kind
from leakguard.archives.limits import Limits
from leakguard.archives.walk import Inner, Left, walk
from tests.archives.made import COMPRESSIONS, tarred, zipped

FILES = {"a.txt": b"one" * 300, "b/c.env": b"two" * 300, "d.jar": zipped({"e": b"three"})}
LIMITS = Limits(depth=3, member=1 << 16, members=100)
WHOLE = {
    "zip": zipped(FILES),
    "tar": tarred(FILES),
    **{suffix: pack(tarred(FILES)) for suffix, pack in COMPRESSIONS.items()},
}
KINDS = {"zip": Kind.ZIP, "tar": Kind.TAR, "gz": Kind.GZIP, "bz2": Kind.BZIP2, "xz": Kind.XZ}


def read(raw: bytes, kind: Kind) -> list[Inner | Left]:
    return list(walk(io.BytesIO(raw), kind, "a", LIMITS, lambda _: True))


@pytest.mark.parametrize("kind", Kind, ids=str)
@given(raw=st.binary(max_size=2000))
def test_any_bytes_are_read_or_told(kind: Kind, raw: bytes) -> None:
    assert all(isinstance(it, Inner | Left) for it in read(raw, kind))


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
@settings(max_examples=60)
def test_what_is_cut_short_is_told(name: str, data: st.DataObject) -> None:
    whole = WHOLE[name]
    end = data.draw(st.integers(1, len(whole) - 1))
    left = [it for it in read(whole[:end], KINDS[name]) if isinstance(it, Left)]
    is_in_padding = name == "tar" and end % 512 == 0
    assert left or is_in_padding or not whole[end:].strip(b"\0")


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
@settings(max_examples=60)
def test_any_byte_may_be_another_one(name: str, data: st.DataObject) -> None:
    raw = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    assert (
        sum(len(it.raw) for it in read(bytes(raw), KINDS[name]) if isinstance(it, Inner)) < 1 << 20
    )


@given(raw=st.binary(max_size=300))
def test_a_name_may_be_any_bytes(raw: bytes) -> None:
    name = raw.replace(b"\0", b"").decode("utf-8", "surrogateescape") or "x"
    (found,) = read(tarred({name: b"one"}), Kind.TAR)
    assert isinstance(found, Inner)
    assert not found.path.startswith("/")
    assert ".." not in found.path.split("/")
