"""The values of constant expressions, as Python itself computes them, and what bounds them."""

import base64
import zlib

import pytest

from leakguard.document import Document
from leakguard.syntax.module import Module

BEFORE = """import base64, binascii, codecs, zlib, gzip
from base64 import b64decode as decode
from binascii import unhexlify
A, B = "first", "second"
NUMBERS = [115, 101, 99]
CONFIG = {"key": "from a dict", "inner": {"key": "deeper"}, 1: "one"}
PAIR = ("left", "right")
class Settings:
    KEY = "in a class"
"""

PACKED = base64.b64encode(zlib.compress(b"packed value")).decode()

EXPRESSIONS = {
    "literal": "'a'",
    "implicit": "'a' 'b' \"c\"",
    "explicit": "'a' + 'b' + 'c'",
    "lines": "('a'\n    'b'\n    'c')",
    "bytes": "b'a' + b'b'",
    "escapes": r"'a\x62\u0063\n'",
    "raw": r"r'a\d'",
    "names": "A + B",
    "f-string": "f'{A}-{B}'",
    "f-string-braces": "f'{{{A}}}'",
    "f-string-str": "f'{A!s}'",
    "percent": "'%s-%s' % (A, B)",
    "percent-one": "'%s!' % A",
    "percent-names": "'%(x)s-%(y)s' % {'x': A, 'y': 'z'}",
    "percent-sign": "'100%% %s' % A",
    "percent-names-once": "'%(x)s' % {'x': '%(y)s', 'y': A}",
    "format": "'{}-{}'.format(A, B)",
    "format-braces": "'{{{}}}'.format(A)",
    "format-once": "'{}{}'.format('{}', A)",
    "format-index": "'{1}-{0}'.format(A, B)",
    "format-names": "'{x}{y}'.format(x=A, y=B)",
    "join-list": "''.join(['a', 'b', A])",
    "join-tuple": "'-'.join(('a', 'b'))",
    "join-text": "'-'.join('abc')",
    "join-chr": "''.join(chr(c) for c in [97, 98, 99])",
    "join-chr-list": "''.join([chr(c) for c in NUMBERS])",
    "join-map": "''.join(map(chr, NUMBERS))",
    "chr": "chr(97) + chr(98)",
    "reversed-slice": "'abc'[::-1]",
    "reversed-join": "''.join(reversed('abc'))",
    "slice": "'abcdef'[1:4]",
    "slice-negative": "'abcdef'[-3:]",
    "index": "'abc'[1]",
    "index-negative": "'abc'[-1]",
    "replace": "'a-b'.replace('-', '')",
    "strip": "'  a \\n'.strip()",
    "case": "'aBc'.swapcase()",
    "prefix": "'xabc'.removeprefix('x')",
    "encode": "'a'.encode()",
    "encode-decode": "'a'.encode('utf-8').decode()",
    "encode-latin": "'a\u00e9'.encode('latin-1').decode('latin-1')",
    "encode-ascii": "'a\u00e9b'.encode('ascii', 'ignore')",
    "decode-ascii": "b'a\\xe9b'.decode('ascii', 'ignore')",
    "str": "str('a')",
    "multiply": "'ab' * 3",
    "walrus": "(x := 'a')",
    "bytes-list": "bytes([97, 98, 99])",
    "bytes-text": "bytes('abc', 'utf-8')",
    "bytes-text-else": "bytes('a\u00e9b', 'ascii', 'ignore')",
    "fromhex": "bytes.fromhex('616263')",
    "unhexlify": "unhexlify('616263')",
    "unhexlify-full": "binascii.unhexlify(b'616263')",
    "b64": "base64.b64decode('YWJj')",
    "b64-alias": "decode(b'YWJj').decode()",
    "b64-urlsafe": "base64.urlsafe_b64decode('YWJj')",
    "b32": "base64.b32decode('MFRGG===')",
    "b16": "base64.b16decode('616263')",
    "b85": f"base64.b85decode({base64.b85encode(b'abc')!r})",
    "zlib": f"zlib.decompress(base64.b64decode({PACKED!r}))",
    "rot13": "codecs.decode('nop', 'rot13')",
    "b64-others": "base64.b64decode('Pz8_Pj4-', '-_')",
    "codecs-text": "codecs.encode('abc', 'utf-8')",
    "codecs-hex": "codecs.encode(b'616263', 'hex')",
    "codecs-base64": "codecs.encode(b'YWJj', 'base64').strip()",
    "hex-method": "b'abc'.hex()",
    "dict": "CONFIG['key']",
    "dict-get": "CONFIG.get('key')",
    "dict-inner": "CONFIG['inner']['key']",
    "dict-number": "CONFIG[1]",
    "tuple": "PAIR[1]",
    "dict-literal": "{'a': 'b'}['a']",
    "class": "Settings.KEY",
}


def literals(expression: str, before: str = BEFORE) -> list[str]:
    text = f"{before}RESULT = {expression}\n"
    module = Module(Document("m.py", "m.py", text.encode()))
    (binding,) = module.bindings("RESULT")
    return [it.value for it in module.literals(binding.value, binding.statement)]


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_an_expression_has_the_value_that_python_gives_it(expression: str) -> None:
    scope: dict[str, object] = {}
    exec(f"{BEFORE}RESULT = {expression}\n", scope)
    wanted = scope["RESULT"]
    assert literals(expression) == [wanted.decode() if isinstance(wanted, bytes) else wanted]


ALTERNATIVES = {
    "if-else": ("'a' if x else 'b'", ["a", "b"]),
    "or": "x or 'b'",
    "or-literals": ("'a' or 'b'", ["a", "b"]),
    "and": "x and 'b'",
    "through-a-name": ("Y", ["a", "b"]),
}


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [it if isinstance(it, tuple) else (it, ["b"]) for it in ALTERNATIVES.values()],
    ids=ALTERNATIVES,
)
def test_each_branch_of_a_condition_counts(expression: str, wanted: list[str]) -> None:
    assert literals(expression, "Y = 'a' if x else 'b'\n") == wanted


UNKNOWN = {
    "name": "unknown",
    "call": "load()",
    "part": "'a' + load()",
    "field": "f'{load()}'",
    "f-string-width": "f'{A:>10}'",
    "mixed": "'a' + b'b'",
    "encode-none": "'a\u00e9'.encode('ascii')",
    "b64-bad-others": "base64.b64decode('YWJj', 'abc')",
    "unquote-another": "urllib.parse.unquote('a%E9', 'latin-1')",
    "percent-mixed": "'%(x)s%s' % (A, B)",
    "percent-few": "'%s%s' % (A,)",
    "percent-bytes": "'%s' % b'a'",
    "format-width": "'{:>9}'.format(A)",
    "format-attribute": "'{0.x}'.format(A)",
    "format-few": "'{}{}'.format(A)",
    "format-huge": f"{'{0}' * 3_000!r}.format({'a' * 3_000!r})",
    "percent-number": "'%d' % 1",
    "bad-base32": "base64.b32decode('!')",
    "bad-hex": "bytes.fromhex('zz')",
    "out-of-range": "'abc'[9]",
    "zero-step": "'abc'[::0]",
    "list": "['a']",
    "missing-key": "CONFIG['none']",
    "itself": "RESULT",
    "huge": "'a' * 10000000",
    "number": "12",
}


@pytest.mark.parametrize("expression", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_constant_has_no_value(expression: str) -> None:
    assert literals(expression) == []


def test_what_unpacks_to_much_has_no_value() -> None:
    bomb = base64.b64encode(zlib.compress(b"a" * 5_000_000)).decode()
    assert literals(f"zlib.decompress(base64.b64decode({bomb!r}))") == []


DEEP = {
    "names": "".join(f"a{n} = a{n + 1}\n" for n in range(500)) + "a500 = 'x'\n",
    "doubling": "a0 = 'x'\n" + "".join(f"a{n + 1} = a{n} + a{n}\n" for n in range(60)),
    "circle": "a0 = a1\na1 = a0\n",
}


@pytest.mark.parametrize("before", DEEP.values(), ids=DEEP)
def test_following_ends(before: str) -> None:
    last = "a60" if "a60 =" in before and "a500" not in before else "a0"
    assert literals(last, before) in ([], ["x"])


SCOPES = {
    "own-function": ("def f():\n    x = 'a'\n    RESULT = x\n", ["a"]),
    "another-function": ("def f():\n    x = 'a'\ndef g():\n    RESULT = x\n", []),
    "parameter-hides": ("x = 'a'\ndef f(x):\n    RESULT = x\n", []),
    "module": ("x = 'a'\ndef f():\n    RESULT = x\n", ["a"]),
    "local-hides": ("x = 'a'\ndef f():\n    x = load()\n    RESULT = x\n", []),
    "rebound": ("x = 'a'\nx = load()\nRESULT = x\n", []),
    "bound-later": ("def f():\n    RESULT = x\nx = 'a'\n", ["a"]),
    "self": (
        "class C:\n  def a(self):\n    self.x = 'a'\n  def b(self):\n    RESULT = self.x\n", ["a"]
    ),
    "class-body": ("class C:\n  x = 'a'\n  def b(self):\n    RESULT = self.x\n", ["a"]),
    "enclosing": ("def f():\n  x = 'a'\n  def g():\n    RESULT = x\n", ["a"]),
    "after-a-dedent": ("def f():\n  x = 'a'\nif y:\n  RESULT = x\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SCOPES.values(), ids=SCOPES)
def test_names_are_followed_in_their_scope(text: str, wanted: list[str]) -> None:
    module = Module(Document("m.py", "m.py", text.encode()))
    (binding,) = module.bindings("RESULT")
    assert [it.value for it in module.literals(binding.value, binding.statement)] == wanted
