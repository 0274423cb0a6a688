"""Files that are no text: found by their first bytes, from wherever they are read."""

from pathlib import Path

import pytest

from leakguard.reporters import FORMATS, View, reporter
from tests.support import Repository, leakguard, scan

STORE = b"\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1\0\0\0\1\0\3bot" + bytes(range(256))
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))


@pytest.mark.parametrize("arguments", [("scan", "."), ("scan", "--staged")], ids=" ".join)
def test_a_key_store_is_found_in_a_repository(
    repository: Repository, arguments: tuple[str, ...]
) -> None:
    repository.stage("app/release.jks", STORE)
    repository.stage("logo.png", PICTURE)
    done = leakguard(*arguments, cwd=repository.path)
    assert done.returncode == 1
    assert "app/release.jks:1:1" in done.stdout
    assert "java-key-store" in done.stdout


def test_a_named_key_store_is_found(tmp_path: Path) -> None:
    (tmp_path / "bot").write_bytes(STORE)
    assert "java-key-store" in leakguard("scan", "bot", cwd=tmp_path).stdout


def test_it_still_counts_as_a_binary_file() -> None:
    report = scan({"release.jks": STORE, "logo.png": PICTURE})
    assert (report.statistics.binary, len(report.findings)) == (2, 1)


def test_two_stores_in_two_places_are_two_findings() -> None:
    found = scan({"a.jks": STORE, "b.jks": STORE}).findings
    assert len({it.fingerprint for it in found}) == 2


def test_a_rule_that_is_not_selected_is_silent() -> None:
    assert scan({"a.jks": STORE}, selected=frozenset({"private-key"})).findings == ()


@pytest.mark.parametrize("output", FORMATS)
def test_no_byte_of_it_is_shown(output: str) -> None:
    shown = reporter(output)(scan({"release.jks": STORE}), View())
    assert "java-key-store" in shown
    assert "ABCDEFGH" not in shown
