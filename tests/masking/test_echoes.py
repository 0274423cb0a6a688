"""A value is masked wherever a shown line says it again, also in part and in an encoding."""

import base64
import json
import re

import pytest

from leakguard.examples import made_up
from leakguard.masking.echoes import echoes, parts
from leakguard.masking.redact import scrub
from leakguard.reporters import FORMATS, View, reporter
from tests.support import scan

KEY, SECRET = made_up("base62", 64, 611), made_up("base62", 64, 612)
KNOWN = parts([SECRET])


def percent(value: str) -> str:
    return "".join(f"%{ord(it):02X}" for it in value)


WAYS = {
    "plainly": str,
    "percent": percent,
    "partly-percent": lambda it: percent(it[:5]) + it[5:],
    "escapes": lambda it: "".join(f"\\x{ord(it):02x}" for it in it),
    "escapes-in-json": lambda it: "".join(f"\\u{ord(it):04x}" for it in it),
    "escaped-escapes": lambda it: "".join(f"\\\\x{ord(it):02x}" for it in it),
    "entities": lambda it: "".join(f"&#{ord(it)};" for it in it),
    "hexadecimal": lambda it: it.encode().hex(),
    "capital-hexadecimal": lambda it: it.encode().hex().upper(),
    "base64": lambda it: base64.b64encode(it.encode()).decode(),
    "base64-of-more": lambda it: base64.b64encode(b"x:" + it.encode()).decode(),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_part_of_a_known_value_is_found_however_it_is_written(way) -> None:  # type: ignore[no-untyped-def]
    said = way(SECRET[20:34])
    text = f"uid <{said}> and more"
    ((start, end),) = echoes(text, KNOWN)
    left_over = len(said) - (end - start)  # of base64 the padding, or what else was encoded
    assert 0 <= left_over <= 4


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_is_no_part_of_a_value_is_left(way) -> None:  # type: ignore[no-untyped-def]
    assert echoes(f"uid <{way('abcd1234efgh')}> and more", KNOWN) == []


def test_words_of_what_somebody_made_up_are_left() -> None:
    known = parts(["my-password-2024!"])
    assert echoes('password = read("my-name")', known) == []
    assert echoes('uid = "word-2024"', known) == [(7, 16)]


WORD, SHORT, SIGNED = "wolframite", f"{'hunt'}7er", f"{'m!ra'}-bel"
SAID_AGAIN = {
    "a word": ("a.yml", f"password: {WORD} # was {WORD}\n", WORD),
    "a short one": ("b.py", f'db_password = "{SHORT}"  # ({SHORT}.)\n', SHORT),
    "with signs": ("c.ini", f'password = "{SIGNED}" # "{SIGNED}" too\n', SIGNED),
}


@pytest.mark.parametrize(("path", "text", "value"), SAID_AGAIN.values(), ids=SAID_AGAIN)
@pytest.mark.parametrize("output", FORMATS)
def test_what_somebody_made_up_is_masked_as_a_whole(
    output: str, path: str, text: str, value: str
) -> None:
    report = scan({path: text})
    assert report.findings
    assert value not in reporter(output)(report, View())


def test_a_part_of_a_word_is_none() -> None:
    (finding,) = scan({"a.yml": f"{WORD}s: 1\npassword: {WORD} # {WORD}s\n"}).findings
    assert str(finding.snippet) == f"password: **** # {WORD}s"


def test_escapes_for_letters_are_masked_whatever_they_say() -> None:
    assert scrub("see %61%62%63%64%65%66 here") == "see **** here"


@pytest.mark.parametrize("text", ["100%20of%20it", "%E4%BD%A0%E5%A5%BD%E4%BD%A0", "a%2Fb%2Fc"])
def test_a_url_stays_as_it_is(text: str) -> None:
    assert scrub(text) == text


@pytest.mark.parametrize("output", FORMATS)
def test_the_start_of_a_secret_under_another_name_is_masked(output: str) -> None:
    line = f'c = {{"apiKey": "{KEY}", "secret": "{SECRET}", "uid": "{SECRET[:9]}"}}\n'
    report = scan({"bot.py": "import ccxt\n" + line})
    assert report.findings
    shown = reporter(output)(report, View())
    assert SECRET[:8] not in shown


@pytest.mark.parametrize("output", FORMATS)
def test_an_encoded_copy_in_what_a_broken_notebook_shows_is_masked(output: str) -> None:
    html = [f"<b>{percent(KEY)}</b>"]
    cell = {
        "cell_type": "code",
        "source": [f'api_key = "{KEY}"\n', f'api_secret = "{SECRET}"\n'],
        "outputs": [{"data": {"text/html": html, "application/json": {"k": KEY}}}],
    }
    report = scan({"n.ipynb": json.dumps({"cells": [cell]})[:-2]})
    assert report.findings
    shown = reporter(output)(report, View(width=200))
    assert not re.search(r"(?:%[2-7][0-9A-F]){2}", shown)


def test_how_an_address_begins_is_no_part_of_it() -> None:
    known = parts([f"https://hooks.chat.test/{SECRET}"])
    assert not echoes('base_url = "https://api.example.org"', known)
    assert echoes(f"hooks.chat.test/{SECRET[:8]}", known)
