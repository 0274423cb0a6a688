"""The one way in which scanned text gets shown: with every candidate in it masked.

Not only the finding's own value is masked, but each value that a rule looked at, also one that
was rejected, and whatever else looks like a credential: the neighbour in `Client("…", "…")`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from leakguard.candidate import Edit, Shape
from leakguard.document import Document, Span
from leakguard.masking.echoes import SHORTEST, echoes, parts
from leakguard.secret import MASK, SecretText, mask
from leakguard.text import neutralise
from leakguard.values import SHORTEST_KEY, reason_against
from leakguard.values.randomness import is_random

_WIDEST = 160
"""Characters of a shown line; a longer one is cut on both sides of the finding."""

_AROUND = 60
_READ = 400
"""Bytes on both sides of a finding in which what else is secret is looked for."""

_SHORTEST = 4
"""Characters of a value that has to be hidden because of its name."""

_RUN = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_SHORT = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9]{12,19}(?![A-Za-z0-9+/_=-])")
"""What may be a password that nothing names; two of a thousand words as long look drawn too."""
_UNBROKEN = re.compile(r"[A-Za-z0-9]{24,}")
_NAMED = re.compile(
    r"""(?P<before>
          (?: key | secret | token | pass\w{0,6} | pwd | auth\w{0,10} | cred\w{0,8} )
          [^=:\n"']{0,30} ["']? \s* [=:,(] \s* (?P<escape> \\* ) (?P<quote> ["'] )
        )
        (?P<value> [^\n]*? ) (?= (?<! \\ ) (?P=escape) (?P=quote) )   # in JSON it ends with \\"
    """,
    re.IGNORECASE | re.VERBOSE,
)


_TOKEN = re.compile(r"[^\s\"'`,;(){}\[\]<>]+")
_WORD = re.compile(r"\w+")
"""What may be a whole value that is said again: with its signs, or between them."""

_ESCAPES = re.compile(
    r"(?: %[2-7][0-9A-Fa-f] | \\{1,8}(?:x|u00)[2-7][0-9A-Fa-f]"
    r"| &\#(?:x[2-7][0-9A-Fa-f]|[0-9]{2,3}); ){6,}",
    re.VERBOSE,
)
"""Letters and digits written as escapes, for which there is no reason but to hide them."""

_LETTERS_AND_DIGITS = re.compile(r"[A-Za-z0-9]{16,}")
_PART = 32
"""Characters that are judged at once, each beginning half of them after the one before."""


@dataclass(frozen=True)
class Hidden:
    """What of a document must not be seen."""

    spans: tuple[Span, ...] = ()
    """Where it stands, in order; those that overlap made one."""
    parts: frozenset[str] = field(default=frozenset(), repr=False)
    """What of it is masked wherever else it is said."""
    words: frozenset[str] = field(default=frozenset(), repr=False)
    """What somebody made up, a word maybe, of which only the whole says anything: masked where a
    shown line says it again."""

    @classmethod
    def of(cls, document: Document, spans: Iterable[Span], values: Iterable[str] = ()) -> "Hidden":
        """Hide some places, and `values`: what the findings have read there."""
        places, values = tuple(merged(spans)), tuple(values)
        written = (document.text(*span) for span in places)
        chosen = (it for it in values if len(it) < SHORTEST or not is_random(it))
        return cls(
            places,
            parts([*values, *filter(is_random, written)]),
            frozenset(it for it in chosen if len(it) >= _SHORTEST),
        )

    def scrubbed(self, text: str) -> str:
        """Mask what of `text`, which holds none of the places, must not be seen all the same."""
        if self.words:
            for pattern in (_TOKEN, _WORD):
                text = pattern.sub(lambda it: MASK if it[0] in self.words else it[0], text)
        return scrub(text, self.parts)


def scrub(text: str, known: frozenset[str] = frozenset()) -> str:
    """Mask what looks like a credential in `text`: random runs, literals named as one, escapes
    where none are needed, and the parts of values that are `known`."""
    if len(text) < SHORTEST:
        return text
    text = _RUN.sub(_masked_run, text)
    text = _SHORT.sub(_masked_short, text)
    text = _NAMED.sub(lambda match: match["before"] + _mask_once(match["value"]), text)
    text = _ESCAPES.sub(MASK, text)
    for start, end in reversed(echoes(text, known)):
        text = text[:start] + MASK + text[end:]
    return text


def _masked_run(match: re.Match[str]) -> str:
    """Mask a run that may be a key, or that holds a part that may: what stands before or behind
    it, a dash or a word, must not uncover it."""
    value = match.group()
    is_harmless = reason_against(value, Shape.KEY) is not None
    return value if is_harmless and not _holds_random_part(value) else mask(value)


def _masked_short(match: re.Match[str]) -> str:
    """Mask a run of letters and digits that looks drawn by chance."""
    value = match.group()
    is_mixed = any(map(str.isdigit, value)) or not (value.islower() or value.isupper())
    return mask(value) if is_mixed and is_random(value) else value


def _holds_random_part(value: str) -> bool:
    return any(
        is_random(part[start : start + _PART])
        for part in _LETTERS_AND_DIGITS.findall(value)
        for start in range(0, max(1, len(part) - SHORTEST_KEY + 1), SHORTEST_KEY)
    )


def _mask_once(value: str) -> str:
    is_shown = len(value) < _SHORTEST or MASK in value or value.startswith(("os.", "$"))
    return value if is_shown else mask(value)


def scrub_path(text: str) -> str:
    """Mask what looks like a credential in a path, or in a message that names one.

    Only an unbroken run with capitals, small letters and digits in no order: a path says where
    to look, and is full of words, dates and digests.
    """
    return _UNBROKEN.sub(
        lambda found: found[0] if reason_against(found[0], Shape.BASE62) else mask(found[0]), text
    )


def snippet(document: Document, focus: Span, hidden: Hidden) -> SecretText:
    """Give the line on which `focus` starts, with what is hidden masked and `focus` marked.

    A long line is cut around the finding; of a value over several lines the first is shown.
    """
    line_start, line_end = document.line_span(focus[0])
    is_long = line_end - line_start > _WIDEST
    visible_end = min(focus[1], line_end)
    # Masked first and cut then: the name or the quote that gives a value away may be cut off.
    start = max(line_start, focus[0] - _READ) if is_long else line_start
    end = min(line_end, visible_end + _READ) if is_long else line_end
    around = _within(hidden.spans, focus)
    is_hidden = any(it[0] <= focus[0] and focus[1] <= it[1] for it in around)
    pieces = _pieces((start, end), _within(hidden.spans, (start, end)))
    masked = raw = ""
    marked: list[tuple[int, int]] = []
    raw_marked: list[tuple[int, int]] = []
    for (piece, secret), whole, shown in _drawn(document, pieces, (focus[0], visible_end), hidden):
        if secret and is_hidden and piece[0] < focus[1] and focus[0] < piece[1]:
            marked.append((len(masked), len(masked) + len(shown)))
            raw_marked.append((len(raw), len(raw) + len(whole)))
        elif not is_hidden and piece[0] < visible_end and focus[0] < piece[1]:
            before = neutralise(document.text(piece[0], max(piece[0], focus[0])))
            upto = neutralise(document.text(piece[0], min(piece[1], visible_end)))
            raw_marked.append((len(raw) + len(before), len(raw) + len(upto)))
            left, right = (
                (0, len(shown))
                if secret
                else (len(hidden.scrubbed(before)), len(hidden.scrubbed(upto)))
            )
            marked.append((len(masked) + left, len(masked) + min(right, len(shown))))
        masked, raw = masked + shown, raw + whole
    if is_long:
        masked, marked = _cut(masked, marked)
        raw, raw_marked = _cut(raw, raw_marked)
    return SecretText(masked, tuple(marked), raw, tuple(raw_marked))


Piece = tuple[Span, Span | None]
"""A part of a line, and the secret that it is a part of, if it is of one."""


def _drawn(
    document: Document, pieces: list[Piece], focus: Span, hidden: Hidden
) -> list[tuple[Piece, str, str]]:
    """Give pieces with how they read, and how they are shown: those around the focus alone."""
    first = bisect_right(pieces, focus[0], key=lambda it: it[0][1])
    behind = max(first, bisect_left(pieces, focus[1], key=lambda it: it[0][0]))
    before = list(_as_far_as_shown(document, reversed(pieces[:first]), hidden))
    after = _as_far_as_shown(document, pieces[behind:], hidden)
    return [
        *reversed(before),
        *(_draw(document, it, hidden) for it in pieces[first:behind]),
        *after,
    ]


def _as_far_as_shown(
    document: Document, pieces: Iterable[Piece], hidden: Hidden
) -> Iterator[tuple[Piece, str, str]]:
    """A hostile line may have a value every few bytes, and a finding for each."""
    read = seen = 0
    for piece in pieces:
        if min(read, seen) > _AROUND:
            return
        drawn = _draw(document, piece, hidden)
        read, seen = read + len(drawn[1]), seen + len(drawn[2])
        yield drawn


def _draw(document: Document, piece: Piece, hidden: Hidden) -> tuple[Piece, str, str]:
    span, secret = piece
    whole = neutralise(document.text(*span))
    if secret is None:
        return piece, whole, hidden.scrubbed(whole)
    return piece, whole, neutralise(mask(document.text(*secret)))


def _cut(line: str, marked: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Give the part of a long line around what is marked in it."""
    start = max(0, marked[0][0] - _AROUND) if marked else 0
    end = (marked[-1][1] if marked else 0) + _AROUND
    before, after = "…" if start else "", "…" if end < len(line) else ""
    offset = start - len(before)
    cut = [(low - offset, high - offset) for low, high in marked]
    return before + line[start:end] + after, cut


def rewritten(document: Document, statement: Span, edits: Iterable[Edit], hidden: Hidden) -> str:
    """Give a statement with `edits` made in it, and what else in it is secret masked."""
    texts = {edit.span: edit.text for edit in edits}
    spans = [
        *texts,
        *(
            span
            for span in _within(hidden.spans, statement)
            if not any(_overlap(span, it) for it in texts)
        ),
    ]
    lines = "".join(
        texts[secret]
        if secret in texts
        else mask(document.text(*secret))
        if secret
        else hidden.scrubbed(document.text(*piece))
        for piece, secret in _pieces(statement, merged(spans))
    ).splitlines()
    return "\n".join(neutralise(line) for line in lines)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Give spans in order, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def _within(secrets: Sequence[Span], window: Span) -> Sequence[Span]:
    """Give those of many merged spans that reach into a window."""
    first = bisect_left(secrets, window[0], key=lambda it: it[1])
    return secrets[first : bisect_left(secrets, window[1], key=lambda it: it[0])]


def masked(document: Document, span: Span, hidden: Hidden) -> str:
    """Give the text of a span, its line ends kept, with what is hidden masked."""
    return "".join(
        mask(document.text(*secret)) if secret else hidden.scrubbed(document.text(*piece))
        for piece, secret in _pieces(span, _within(hidden.spans, span))
    )


def _pieces(window: Span, secrets: Iterable[Span]) -> list[Piece]:
    """Cut a window into what is secret, with the whole of the secret it is a part of, and what
    is not. The secrets are merged."""
    pieces: list[Piece] = []
    at, stop = window
    for span in secrets:
        start, end = max(span[0], at), min(span[1], stop)
        if start >= end:
            continue
        if start > at:
            pieces.append(((at, start), None))
        pieces.append(((start, end), span))
        at = end
    if at < stop:
        pieces.append(((at, stop), None))
    return pieces


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
