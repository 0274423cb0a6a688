"""Archives in archives, images, and what is told of what is left."""

import pytest

from leakguard.archives.limits import Limits
from leakguard.archives.walk import Inner
from tests.archives.made import COMPRESSIONS, notices, read, tarred, texts, zipped

JAR = zipped({"k.env": b"one"})
DEPTH = "left out, since archives in an archive: raise --archive-depth to look into them"
ID = "ab" * 32


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_a_compressed_file_is_an_archive_of_one(suffix: str) -> None:
    raw = COMPRESSIONS[suffix](b"one")
    assert texts(raw, name=f"logs/app.log.{suffix}") == {"app.log": b"one"}


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_several_that_stand_one_behind_the_other_are_one(suffix: str) -> None:
    pack = COMPRESSIONS[suffix]
    assert texts(pack(b"one") + pack(b"two"), name="a.gz") == {"a": b"onetwo"}


def test_zstandard_is_read() -> None:
    zstandard = pytest.importorskip("zstandard")
    skipped = b"\x50\x2a\x4d\x18\3\0\0\0abc"  # a frame of something else
    raw = zstandard.compress(b"one") + skipped + zstandard.compress(b"two")
    assert texts(raw, name="a.zst") == {"a": b"onetwo"}


def test_a_tar_in_zstandard_is_one_archive() -> None:
    zstandard = pytest.importorskip("zstandard")
    assert texts(zstandard.compress(tarred({"a": b"one"}))) == {"a": b"one"}


def test_an_archive_in_an_archive_is_named() -> None:
    assert notices(zipped({"lib/a.jar": JAR})) == [("", f"{DEPTH} (lib/a.jar)")]


def test_or_looked_into_one_deeper() -> None:
    raw = zipped({"lib/a.jar": JAR, "b.tgz": COMPRESSIONS["gz"](tarred({"c.txt": b"two"}))})
    found = texts(raw, Limits(depth=2))
    assert found == {"lib/a.jar!/k.env": b"one", "b.tgz!/c.txt": b"two"}


def test_few_names_of_many_are_told() -> None:
    raw = zipped({f"{number}.jar": JAR for number in range(12)})
    assert notices(raw) == [("", f"{DEPTH} (0.jar, 1.jar, 2.jar, 3.jar, 4.jar and 7 more)")]


@pytest.mark.parametrize(
    "place", [f"blobs/sha256/{ID}", f"{ID}/layer.tar", f"{ID}.tar"], ids=["OCI", "docker", "podman"]
)
@pytest.mark.parametrize("pack", [bytes, COMPRESSIONS["gz"]], ids=["plain", "gzip"])
def test_the_layers_of_an_image_are_a_part_of_it(place: str, pack: type[bytes]) -> None:
    layer = pack(tarred({"app/.env": b"one", "app/x.jar": JAR}))
    image = tarred({place: layer, "manifest.json": b"[]"})
    assert texts(image) == {f"{place}!/app/.env": b"one", "manifest.json": b"[]"}
    assert notices(image) == [(place, f"{DEPTH} (app/x.jar)")]


def test_a_layer_has_no_layers() -> None:
    place = f"blobs/sha256/{ID}"
    raw = tarred({place: tarred({place: tarred({"a": b"one"})})})
    assert notices(raw) == [(place, f"{DEPTH} ({place})")]


def test_of_what_is_no_text_the_first_bytes_are_given() -> None:
    (found,) = read(zipped({"a.jks": b"\xfe\xed\xfe\xed" + bytes(9000)}))
    assert isinstance(found, Inner)
    assert (found.is_text, found.raw[:5]) == (False, b"\xfe\xed\xfe\xed\0")


def test_python_is_text_whatever_it_holds() -> None:
    assert texts(zipped({"a.py": b"k = 1\0"})) == {"a.py": b"k = 1\0"}


def test_a_kind_that_is_not_read_is_named() -> None:
    raw = zipped({"a.7z": b"7z\xbc\xaf\x27\x1c\0\0"})
    assert notices(raw) == [("", "left out, since 7z is no kind of archive that is read (a.7z)")]
