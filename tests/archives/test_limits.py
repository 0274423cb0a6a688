"""What is too much is named and left; the rest is read."""

import gzip
import zipfile

import pytest

from leakguard.archives.limits import Limits
from tests.archives.made import COMPRESSIONS, notices, read, tarred, texts, zipped

MIB = 1 << 20
BLANKS = b" " * (20 * MIB)
_BOMB = "read only in part, since it unpacks to over 200 times its size, as a bomb does"


def test_a_member_over_the_limit_is_named() -> None:
    limits = Limits(member=1000)
    raw = zipped({"a.txt": b"x" * 1001, "b.txt": b"y" * 1000})
    assert list(texts(raw, limits)) == ["b.txt"]
    told = "left out, since over 1,000 bytes: raise --max-file-size to scan it (a.txt)"
    assert notices(raw, limits) == [("", told)]


def test_so_is_the_whole() -> None:
    limits = Limits(member=10_000)
    raw = zipped({f"{number:02}.txt": b"x" * 9000 for number in range(30)})
    assert list(texts(raw, limits)) == [f"{number:02}.txt" for number in range(17)]
    told = "over 160,000 bytes in all; raise --max-file-size for more of it"
    assert notices(raw, limits) == [("", f"read only in part: it unpacks to {told}")]


def test_so_is_the_number_of_members() -> None:
    limits = Limits(members=10)
    raw = tarred({f"{number}.txt": b"x" for number in range(12)})
    assert len(texts(raw, limits)) == 10
    assert notices(raw, limits) == [("", "read only in part: it has over 10 members")]


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_what_unpacks_to_far_too_much_is_a_bomb(suffix: str) -> None:
    raw = COMPRESSIONS[suffix](BLANKS)
    assert notices(raw, Limits()) == [("", f"{_BOMB} (a.bin)")]


def test_a_bomb_in_a_zip_does_not_hide_the_other_members() -> None:
    raw = zipped({"bomb.txt": BLANKS, "b.txt": b"two"})
    assert texts(raw, Limits())["b.txt"] == b"two"
    assert notices(raw, Limits()) == [("", f"{_BOMB} (bomb.txt)")]


def test_a_bomb_in_a_tar_is_not_unpacked_to_pass_over_it() -> None:
    raw = gzip.compress(tarred({"bomb.bin": bytes(20 * MIB), "b.txt": b"two"}))
    assert notices(raw, Limits(member=MIB * 10)) == [("", _BOMB)]


def test_what_is_no_text_is_not_unpacked_further() -> None:
    raw = zipped({"a.bin": bytes(20 * MIB)})
    assert [it.path for it in read(raw, Limits())] == ["a.bin"]


def test_nested_bombs_end_with_the_depth() -> None:
    raw = zipped({"a.txt": b"one"})
    for _ in range(5):
        raw = zipped({f"{number}.zip": raw for number in range(4)})
    told = notices(raw, Limits(depth=3))
    assert len(told) == 16
    assert {message.partition(":")[0] for _, message in told} == {
        "left out, since archives in an archive"
    }


def test_nested_bombs_end_with_the_members() -> None:
    raw = zipped({"a.txt": b"one"})
    for _ in range(6):
        raw = zipped({f"{number}.zip": raw for number in range(10)}, zipfile.ZIP_DEFLATED)
    assert notices(raw, Limits(depth=9, members=500))[-1] == (
        "",
        "read only in part: it has over 500 members",
    )
