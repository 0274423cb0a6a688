"""Text that is shown cannot act on a terminal, nor hide in it."""

import unicodedata

import pytest

from leakguard.text import amount, nearest, neutralise, plural, quoted, sentence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain, größer 鍵 🔑 [red]", "plain, größer 鍵 🔑 [red]", id="printable"),
        pytest.param("\x1b[2J", "\\x1b[2J", id="escape"),
        pytest.param("\x9b2J", "\\x9b2J", id="one-byte-escape"),
        pytest.param("a\r\nb\x85c\u2028d", "a\\x0d\\x0ab\\x85c\\u2028d", id="line-ends"),
        pytest.param("\x00\x07\x08\x7f", "\\x00\\x07\\x08\\x7f", id="controls"),
        pytest.param("\u202egpj.exe\u2066", "\\u202egpj.exe\\u2066", id="bidi"),
        pytest.param("a\u200bb\u200dc\ufeffd\xade", "a\\u200bb\\u200dc\\ufeffd\\xade", id="hidden"),
        pytest.param("\U000e0041", "\\U000e0041", id="tags"),
        pytest.param("\udcff\udc80", "\\xff\\x80", id="undecodable-bytes"),
        pytest.param("\ud83d", "\\ud83d", id="lone-surrogate"),
        pytest.param("x ##[error]y", "x #\\x23[error]y", id="command-anywhere"),
        pytest.param("###vso[task.a b]", "##\\x23vso[task.a b]", id="command-of-azure"),
        pytest.param("${x##*/} ## [y](z) ##[[", "${x##*/} ## [y](z) ##[[", id="no-command"),
        pytest.param("a\tb\xa0c\u3000d", "a b c d", id="spaces"),
    ],
)
def test_neutralise(text: str, shown: str) -> None:
    assert neutralise(text) == shown


def test_nothing_that_a_terminal_obeys_is_left_of_any_character() -> None:
    shown = neutralise("".join(map(chr, range(0x110000))))
    assert {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs"} == set()


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (12345, "12,345 files")]
)
def test_plural(count: int, text: str) -> None:
    assert plural(count, "file") == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (3 << 20, "3.0 MiB"), (9 << 30, "9.0 GiB")],
)
def test_amount(count: int, text: str) -> None:
    assert amount(count) == text


def test_a_long_word_is_quoted_in_part() -> None:
    assert quoted("x" * 100) == f"'{'x' * 59}…'"


def test_nearest_names_the_word_that_is_alike() -> None:
    assert nearest("slect", ["select", "ignore"]) == "; did you mean 'select'?"


def test_nearest_is_silent_where_none_is_alike() -> None:
    assert nearest("zzz", ["select", "ignore"]) == ""


@pytest.mark.parametrize(
    ("step", "whole"), [("Read it from there:", "Read it from there."), ("Stop.", "Stop.")]
)
def test_a_step_without_its_line_is_a_sentence(step: str, whole: str) -> None:
    assert sentence(step) == whole
