"""A value is found in each form in which programs write it, and nowhere else."""

import binascii
import json
from base64 import b64encode, encodebytes, urlsafe_b64encode
from quopri import encodestring
from urllib.parse import quote

import pytest

from leakguard.examples import made_up, made_up_pem
from leakguard.respond.forms import Forms, is_distinctive

VALUE = made_up("base62", 64, 801)
RAW = VALUE.encode()
BEFORE, BEHIND = b"before ", b" behind"

FORMS = {
    "plain": RAW,
    "two-literals": b'"%b" "%b"' % (RAW[:20], RAW[20:]),
    "literals-in-brackets": b'(\n    "%b"  # half\n    f"%b"\n)' % (RAW[:32], RAW[32:]),
    "literals-added": b"'%b' + \\\n  '%b'" % (RAW[:5], RAW[5:]),
    "literals-joined": b'"".join(["%b", "%b", "%b"])' % (RAW[:20], RAW[20:40], RAW[40:]),
    "literals-in-a-notebook": json.dumps(f'"{VALUE[:9]}" \\\n    "{VALUE[9:]}"').encode(),
    "one-literal-on-two-lines": b'"%b\\\n%b"' % (RAW[:20], RAW[20:]),
    "base64-0": b64encode(RAW),
    "base64-1": b64encode(b"k" + RAW + b"!"),
    "base64-2": b64encode(b"k:" + RAW + b"\n"),
    "base64-in-lines": encodebytes(b"api_secret = " + RAW),
    "base64-in-lines-of-json": json.dumps(encodebytes(b"=" + RAW).decode()).encode(),
    "base64-of-utf-16": b64encode(f"$x = '{VALUE}'".encode("utf-16-le")),
    "hexadecimal": binascii.hexlify(RAW),
    "hexadecimal-capitals": RAW.hex().upper().encode(),
    "hexadecimal-with-colons": RAW.hex(":").encode(),
    "bytes-in-c": ", ".join(f"0x{it:02x}" for it in RAW).encode(),
    "numbers": str(list(RAW)).encode(),
    "percent": "".join(f"%{it:02X}" for it in RAW).encode(),
    "percent-in-part": "".join(f"%{it:02x}" if it % 3 else chr(it) for it in RAW).encode(),
    "json-escapes": "".join(f"\\u{it:04x}" for it in RAW).encode(),
    "json-in-json": "".join(f"\\\\u{it:04X}" for it in RAW).encode(),
    "string-escapes": "".join(f"\\x{it:02x}" for it in RAW).encode(),
    "html": "".join(f"&#{it};" for it in RAW).encode(),
    "html-hexadecimal": "".join(f"&#x{it:X};" for it in RAW).encode(),
    "utf-16": VALUE.encode("utf-16-le"),
    "utf-16-big-endian": VALUE.encode("utf-16-be"),
}


@pytest.fixture(scope="module")
def forms() -> Forms:
    return Forms([VALUE])


@pytest.mark.parametrize("written", FORMS.values(), ids=FORMS)
def test_a_form_is_found(forms: Forms, written: bytes) -> None:
    (span,) = forms.spans(BEFORE + written + BEHIND)
    assert span[0] >= len(BEFORE)
    assert span[1] <= len(BEFORE) + len(written)


@pytest.mark.parametrize("written", FORMS.values(), ids=FORMS)
def test_nothing_of_the_value_is_left_where_it_was_found(forms: Forms, written: bytes) -> None:
    ((start, stop),) = forms.spans(written)
    left = written[:start] + written[stop:]
    parts = {RAW[at : at + 4] for at in range(len(RAW) - 3)}
    assert not any(part in left for part in parts)
    assert len(left) < len(written) - len(RAW) + 30


OTHERS = {
    "another-value": made_up("base62", 64, 802).encode(),
    "all-but-the-last": RAW[:-1],
    "reversed": RAW[::-1],
    "other-case": RAW.swapcase(),
    "base64-of-another": b64encode(made_up("base62", 64, 803).encode()),
    "nothing": b"",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_not_the_value_is_not_found(forms: Forms, text: bytes) -> None:
    assert forms.spans(text) == {}


def test_each_place_is_told_once_and_in_order(forms: Forms) -> None:
    text = b"a %b b %b c %b" % (RAW, b64encode(RAW), RAW)
    assert list(forms.spans(text).values()) == ["plain", "base64", "plain"]
    assert [text[slice(*it)] for it in forms.spans(text)][::2] == [RAW, RAW]


SIGNS = {
    "arrow": "aB3==>dE5fG7hI9jK1",
    "pattern": "(a|b)*[c-d]{2}.+$^9Zq7",
    "hash": "# 4kD92jf8sPQ71mZx",
    "spaces-before": "   4kD92jf8sPQ71mZx",
    "quotes": "4kD9'2jf\"8sPQ71mZx",
    "backslash": "4kD9\\2jf8sP\\Q71mZx",
    "ampersand": "4kD9&2jf<8sP>Q71mZx",
    "slash-and-plus": "4kD9/2jf+8sP/Q71mZx==",
    "letters-of-others": "4kD9é2jfü8sPQ71mZx€",
    "beyond-the-first-plane": "4kD9\U0001f511jf8sPQ71mZx2",
}


@pytest.mark.parametrize("value", SIGNS.values(), ids=SIGNS)
def test_signs_in_a_value_are_no_pattern(value: str) -> None:
    forms = Forms([value])
    ways = {
        "plain": value.encode(),
        "json": json.dumps(value)[1:-1].encode(),
        "percent": quote(value, safe="").encode(),
        "base64": b64encode(value.encode()),
        "urlsafe": urlsafe_b64encode(b"x" + value.encode()),
        "mail": encodestring(value.encode()),
        "utf-16": value.encode("utf-16-le"),
    }
    assert {name for name, text in ways.items() if len(forms.spans(text)) != 1} == set()
    assert forms.spans(value[1:].encode()) == forms.spans(value[:-1].encode()) == {}


PEM = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI", seed=805)
BODY = "".join(PEM.splitlines()[1:-1])


class TestPem:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(PEM, id="as-it-is"),
            pytest.param(PEM.replace("\n", "\r\n"), id="other-line-ends"),
            pytest.param(PEM.replace("\n", "\\n"), id="one-line-with-escapes"),
            pytest.param(BODY, id="the-body-alone"),
            pytest.param("\n".join(BODY[at : at + 10] for at in range(0, 64, 10)), id="narrow"),
            pytest.param("\n".join(f'    "{BODY[at : at + 20]}"' for at in (0, 20, 40, 60)),
                         id="literals"),
            pytest.param("\n> ".join((BODY[:30], BODY[30:])), id="quoted-mail"),
            pytest.param(b64encode(PEM.encode()).decode(), id="in-base64"),
            pytest.param(encodebytes(b"key=" + PEM.encode()).decode(), id="in-base64-in-lines"),
        ],
    )  # fmt: skip
    def test_a_private_key_is_found_however_it_is_folded(self, text: str) -> None:
        ((start, stop),) = Forms([PEM]).spans(text.encode())
        assert stop - start >= len(BODY) - 3

    def test_a_private_key_is_found_as_a_binary_file(self) -> None:
        der = binascii.a2b_base64(BODY)
        assert list(Forms([PEM]).spans(b"\0\1" + der).values()) == ["DER"]

    def test_another_private_key_of_the_same_kind_is_not_found(self) -> None:
        other = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI", seed=806)
        assert Forms([PEM]).spans(other.encode()) == {}


@pytest.mark.parametrize("value", ["hunter2", "password", "correct horse", "admin", ""])
def test_a_word_is_not_looked_for(value: str) -> None:
    assert not is_distinctive(value)
    assert Forms([value]).spans(f"x = {value}".encode()) == {}


def test_what_is_known_besides_is_looked_for_as_it_is() -> None:
    forms = Forms(["hunter2"], [b'password = "hunter2'])
    assert len(forms.spans(b'the hunter2 of password = "hunter2"')) == 1


def test_much_that_looks_like_the_joint_of_literals_takes_no_time() -> None:
    """Each of these could be taken apart in many ways."""
    forms = Forms([VALUE])
    text = RAW[:10] + b'" + "' * 20_000 + b"\\" * 20_000 + b"#\n" * 20_000 + RAW[10:] + RAW
    assert list(forms.spans(text).values()) == ["plain"]
