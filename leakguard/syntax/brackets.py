"""Where brackets and expressions end, told by bytes as far as a cheap look reaches."""

import re

REACH = 300
"""Bytes around a place that are looked at."""

_LONGEST = 600
"""Bytes of what stands in brackets that are looked at."""

_BRACKET = re.compile(rb"[()\[\]{}]")
_STOP = re.compile(
    rb"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|[()\[\]{},]|(?<!\\)\n", re.DOTALL
)
"""A literal, which is passed over, or what may end an expression."""


def in_brackets(data: bytes, start: int) -> bytes:
    """Give the text from an opening bracket, which ends at `start` in bytes, to where it closes,
    or as far as one looks."""
    depth = 0
    for match in _BRACKET.finditer(data, start, start + _LONGEST):
        depth += 1 if match.group() in b"([{" else -1
        if depth < 0:
            return data[start : match.start()]
    return data[start : start + _LONGEST]


def expression(data: bytes, start: int, limit: int) -> bytes:
    """Give the text from a byte to where the expression ends that begins there, or as far as one
    looks: at a line's end outside of brackets, or where a bracket closes that opened before."""
    depth = 1 if data[max(0, start - REACH) : start].rstrip().endswith(b"(") else 0
    return data[start : _end_of(data, start, limit, depth, b"\n")]


def first_of(text: bytes) -> bytes:
    """Give the first of several values that commas separate."""
    return text[: _end_of(text, 0, len(text), 0, b",")]


def _end_of(data: bytes, start: int, limit: int, depth: int, separator: bytes) -> int:
    for match in _STOP.finditer(data, start, limit):
        stop = match.group()
        if stop in b"([{":
            depth += 1
        elif stop in b")]}":
            depth -= 1
            if depth < 0:
                return match.start()
        elif stop == separator and depth == 0:
            return match.start()
    return limit
