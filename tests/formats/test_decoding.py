"""What is found in an encoding: where it is shown, what of it is shown, and what it costs."""

import base64
import gzip
import quopri
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from leakguard.document import Document
from leakguard.examples import made_up, made_up_pem
from leakguard.formats import decoding, encodings
from leakguard.reporters import FORMATS, View, reporter
from tests.grouped import each
from tests.support import found, leakguard, rules_found, scan

PASSWORD = made_up("base62", 14, 681)
URL = f"postgres://bot:{PASSWORD}@db.internal:5432/trades"
PEM = made_up_pem("RSA PRIVATE KEY", 600)


def b64(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def folded(text: str, length: int, between: str) -> str:
    return between.join(text[at : at + length] for at in range(0, len(text), length))


def by_byte(text: str, form: str) -> str:
    return "".join(form % byte for byte in text.encode())


ENCODED = {
    "base64": (b64(URL), "base64"),
    "base64url": (base64.urlsafe_b64encode(f"{URL}?a=>>>".encode()).decode(), "base64"),
    "base64 without padding": (b64(URL + "?a").rstrip("="), "base64"),
    "hexadecimal": (URL.encode().hex(), "hexadecimal"),
    "hexadecimal with 0x": ("0x" + URL.encode().hex().upper(), "hexadecimal"),
    "percent-encoding": (quote(URL, safe=""), "percent-encoding"),
    "percent-encoding of all": (by_byte(URL, "%%%02x"), "percent-encoding"),
    "escapes, x": (by_byte(URL, r"\x%02x"), "escapes"),
    "escapes, u": (by_byte(URL, r"\u%04x"), "escapes"),
    "HTML entities": (by_byte(URL, "&#%d;"), "HTML entities"),
    "HTML entities, hexadecimal": (by_byte(URL, "&#x%x;"), "HTML entities"),
    "UTF-16": (b64(URL.encode("utf-16-le")), "UTF-16 in base64"),
    "gzip": (b64(gzip.compress(URL.encode())), "gzip in base64"),
    "zlib": (b64(zlib.compress(URL.encode() * 2)), "zlib in base64"),
    "twice": (b64(b64(URL)), "base64, then base64"),
    "three times": (b64(b64(b64(URL))), "base64, then base64, then base64"),
    "mixed": (b64(URL.encode().hex()), "base64, then hexadecimal"),
    "a data URL": (f"data:text/plain;base64,{b64(URL)}", "base64"),
}


@pytest.mark.parametrize(("text", "how"), ENCODED.values(), ids=ENCODED)
def test_an_encoded_password_is_found(text: str, how: str) -> None:
    (finding,) = found(f'note = "{text}";\n')
    assert finding.rule == "url-password"
    assert finding.message.startswith(f"Password in a URL, decoded from {how}.")


@pytest.mark.parametrize(("text", "how"), ENCODED.values(), ids=ENCODED)
def test_it_stands_where_the_encoded_text_is(text: str, how: str) -> None:
    (finding,) = found(f'first line\nnote = "{text}";\n')
    begins = text.index(text.rpartition(",")[2].removeprefix("0x"))
    assert (finding.place.line, finding.place.column) == (2, 9 + begins)
    assert finding.place.end_column == 9 + len(text)


@pytest.mark.parametrize(("text", "how"), ENCODED.values(), ids=ENCODED)
def test_neither_the_encoded_nor_the_decoded_value_is_shown(text: str, how: str) -> None:
    report = scan({"a.txt": f'note = "{text}";\n'})

    def check(output: str) -> None:
        shown = reporter(output)(report, View())
        assert "url-password" in shown
        for value in (PASSWORD, text.rpartition(",")[2].removeprefix("0x")):
            pieces = {value[at : at + 12] for at in range(4, len(value) - 12)}
            assert [piece for piece in pieces if piece in shown] == []

    each(FORMATS, check)


def test_it_is_not_shown_in_a_path() -> None:
    encoded = b64(URL)
    shown = reporter("text")(scan({f"{encoded}.txt": f"note: {encoded}\n"}), View())
    assert "url-password" in shown
    assert encoded[8:40] not in shown


def test_the_fingerprint_is_that_of_the_value() -> None:
    plain, encoded = (found(f"dsn: {text}\n") for text in (URL, b64(URL)))
    assert plain[0].fingerprint == encoded[0].fingerprint


FOLDED = {
    "indented": folded(b64(PEM), 76, "\n    "),
    "carriage returns": folded(b64(PEM), 64, "\r\n"),
    "escaped line ends": folded(b64(PEM), 76, "\\n"),
}


@pytest.mark.parametrize("text", FOLDED.values(), ids=FOLDED)
def test_base64_may_be_broken_into_lines(text: str) -> None:
    (finding,) = found(f"key: |\n    {text}\n")
    assert finding.rule == "private-key"
    assert finding.place.line == 2
    assert finding.place.end_line == 2 + text.count("\n")


def test_a_mail_in_quoted_printable() -> None:
    mail = quopri.encodestring(
        f"Hello,\npassword={PASSWORD} is what you need to log in to the site of ours, and keep it "
        "to yourself.\n".encode()
    ).decode()
    (finding,) = found(f"Content-Transfer-Encoding: quoted-printable\n\n{mail}", "mail.eml")
    assert "decoded from quoted-printable" in finding.message
    assert (finding.place.line, finding.place.end_line) == (4, 5)


def test_a_value_keeps_its_name() -> None:
    secret = made_up("base62", 64, 682)
    (finding,) = found(f"BINANCE_SECRET_B64={b64(secret)}\n")
    assert finding.message.startswith("Binance secret key, decoded from base64.")


SECRETS = {
    "YAML": (
        f"apiVersion: v1\nkind: Secret\ndata:\n  user: {b64('bot')}\n  password: {b64(PASSWORD)}\n",
        [5],
    ),
    "quoted": (f'kind: "Secret"\ndata:\n  "password": "{b64(PASSWORD)}"\n', [3]),
    "data first": (f"data:\n  password: {b64(PASSWORD)}\nkind: Secret\n", [2]),
    "in a list": (
        f"items:\n- kind: Secret\n  data:\n    password: {b64(PASSWORD)}\n",
        [4],
    ),
    "JSON": (f'{{"kind": "Secret",\n"data": {{"password": "{b64(PASSWORD)}"}}}}', [2]),
    "another document": (
        f"kind: Secret\n---\nkind: ConfigMap\ndata:\n  greeting: {b64(PASSWORD)}\n",
        [],
    ),
    "a placeholder": (f"kind: Secret\ndata:\n  password: {b64('changeme')}\n", []),
}


@pytest.mark.parametrize(("text", "lines"), SECRETS.values(), ids=SECRETS)
def test_a_kubernetes_secret_is_decoded(text: str, lines: list[int]) -> None:
    assert [it.place.line for it in found(text, "secret.yaml")] == lines


SILENT = {
    "a picture": "data:image/png;base64," + b64(bytes.fromhex(made_up("hex", 4000, 683))),
    "a certificate": made_up_pem("CERTIFICATE", 900),
    "a certificate in base64": b64(made_up_pem("CERTIFICATE", 900)),
    "a picture as text": "data:image/svg+xml;base64," + b64("<svg width='1' height='2'></svg>" * 9),
    "a sentence": b64("This is a sentence that says nothing of any interest to anybody."),
    "a digest": f"sha256:{made_up('hex', 64, 684)}",
    "half a gzip": b64(gzip.compress(URL.encode())[:30]),
    "four times": b64(b64(b64(b64(URL)))),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_holds_no_credential_is_silent(text: str) -> None:
    assert found(f'x = "{text}"\n') == ()


def test_what_is_encoded_too_often_is_told() -> None:
    report = scan({"a.txt": SILENT["four times"]})
    assert [it.message for it in report.notices] == [
        "holds what is encoded more than 3 times; it was not looked at"
    ]


class TestBombs:
    BOMB = b64(zlib.compress(b" " * (20 << 20)))

    def test_are_unpacked_up_to_a_limit(self) -> None:
        (run,) = encodings.runs("compressed base64", self.BOMB.encode(), 24)[0]
        assert (len(run.text), run.is_cut) == (encodings.UNPACKED, True)

    def test_are_told(self) -> None:
        (notice,) = scan({"a.txt": f"x = {self.BOMB}\n"}).notices
        assert "more in compressed form than is unpacked" in notice.message

    def test_many_are_unpacked_up_to_a_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "UNPACKED", 2 << 20)
        text = f"x = {self.BOMB}\n".encode() * 10
        document = Document("a", "a", text)
        step = len(text) // 10
        hits = [("compressed base64", step * number + 28) for number in range(10)]
        inner = decoding.decoded(document, hits)
        assert inner is not None
        assert (len(inner.parts), inner.is_cut) == (2, True)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give a list that grows by the bytes that each run is decoded to."""
    sizes: list[int] = []
    decode: Callable[[str, bytes, int], tuple[list[encodings.Run], int]] = encodings.runs

    def noted(name: str, data: bytes, end: int) -> tuple[list[encodings.Run], int]:
        found, stop = decode(name, data, end)
        sizes.append(sum(len(run.text) for run in found))
        return found, stop

    monkeypatch.setattr(decoding, "runs", noted)
    return sizes


LONG = {
    "base64 of bytes": b64(bytes.fromhex(made_up("hex", 60_000, 685))),
    "base64 of text": b64("a line of text and no more\n" * 2000),
    "base64 in lines": folded(b64("a line of text and no more\n" * 2000), 76, "\n"),
    "percent": "%3A%2F%2F" * 6000,
    "percent of all": "%70" * 20_000,
    "escapes": r"\x70" * 15_000,
    "entities": "&#112;" * 10_000,
    "quoted-printable": "a=3Dbc" * 10_000,
    "soft line breaks": "a=3Dbc=\n" * 8_000,
    "Secrets": "kind: Secret\n" * 5_000,
    "objects": '"kind": "Secret", "data": {' * 2_500,
    "letters": "a" * 60_000,
    "hexadecimal": "70" * 30_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_nothing_is_decoded_over_and_over(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = counted(monkeypatch)
    assert scan({"a.txt": text}).errors == ()
    assert sum(sizes) <= 3 * len(text)
    assert len(sizes) <= len(text) // 100


def test_a_notebook_is_decoded_cell_by_cell(tmp_path: Path) -> None:
    cell = f'{{"cell_type": "raw", "metadata": {{}}, "source": ["first\\n", "dsn {b64(URL)}"]}}'
    (tmp_path / "a.ipynb").write_text(
        f'{{"cells": [{cell}], "metadata": {{}}, "nbformat": 4, "nbformat_minor": 5}}'
    )
    done = leakguard("scan", "a.ipynb", cwd=tmp_path)
    assert "cell 1, line 2" in done.stdout
    assert "decoded from base64" in done.stdout
    assert PASSWORD not in done.stdout


def test_python_that_decodes_is_reported_once() -> None:
    secret = made_up("base62", 64, 686)
    code = f'import base64\napi_secret = base64.b64decode("{b64(secret)}")\n'
    assert [it.rule for it in found(code, "bot.py")] == ["hardcoded-assignment"]


def test_what_needs_no_decoding_is_not_said_to() -> None:
    token = made_up("base62", 24, 688)
    url = f"https://example.net/?access_token={token}&next=https%3A%2F%2Fexample.net%2Fhome"
    (finding,) = found(f"see {url}\n")
    assert finding.rule == "query-parameter"
    assert "decoded" not in finding.message


def test_both_are_told_where_a_part_is_encoded() -> None:
    token = made_up("base62", 24, 689)
    line = f"https://example.net/?access_token={token}&next={quote(URL, safe='')}\n"
    assert sorted(it.rule for it in found(line)) == ["query-parameter", "url-password"]


def test_a_token_is_not_told_again_for_what_is_in_it() -> None:
    parts = [b64(it).rstrip("=") for it in ('{"alg":"HS256","typ":"JWT"}', f'{{"dsn":"{URL}"}}')]
    token = ".".join([*parts, made_up("base64url", 43, 687)])
    assert [it.rule for it in found(f"session: {token}\n")] == ["json-web-token"]


def test_a_value_that_begins_as_a_quoted_printable_character_is_what_its_rule_says() -> None:
    uuid = f"3D{made_up('hex', 6, 690)}-{'-'.join(made_up('hex', it, 691) for it in (4, 4, 4, 12))}"
    key = f"{uuid}:{made_up('hex', 32, 695)}"
    assert rules_found(f"FAL_API_KEY={key}\n") == ["fal-api-key"]
