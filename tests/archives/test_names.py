"""Names of members are texts to show, and lead nowhere."""

import pytest

from leakguard.archives.names import inner_path, without_suffix


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"src/bot.py", "src/bot.py"),
        (b"./src//bot.py", "src/bot.py"),
        (b"/etc/passwd", "etc/passwd"),
        (b"../../etc/passwd", "etc/passwd"),
        (b"a/../../b", "a/b"),
        (b"..", "unnamed"),
        (b"", "unnamed"),
        (b"a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        (b"zo\xc3\xab", "zoë"),
        (b"zo\xeb", "zo\udceb"),
        (b"two\nlines", "two\nlines"),
    ],
    ids=repr,
)
def test_a_name_is_a_path_below_the_archive(raw: bytes, path: str) -> None:
    assert inner_path(raw) == path


def test_of_a_long_name_the_end_is_kept() -> None:
    path = inner_path(b"x" * 5000 + b"/bot.py")
    assert (len(path), path[0], path[-7:]) == (1000, "…", "/bot.py")


@pytest.mark.parametrize(
    ("name", "inner"),
    [("logs/app.log.gz", "app.log"), ("A.BZ2", "A"), ("dump", "dump"), (".gz", ".gz")],
)
def test_a_compressed_file_is_called_without_its_suffix(name: str, inner: str) -> None:
    assert without_suffix(name) == inner
