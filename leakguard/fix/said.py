"""What findings have read in any file, and what must not be seen of it in the diff of one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from leakguard.document import Document, Span
from leakguard.finding import Finding
from leakguard.fix.outputs import written_in
from leakguard.masking.echoes import SHORTEST, parts
from leakguard.masking.redact import Hidden

_NAME = re.compile(rb"[A-Za-z_]{8,}")
"""A word of code that may begin or end like a value: without digits it says nothing of one."""

_WORD = re.compile(rb"[A-Za-z]{8,}")


@dataclass(frozen=True, slots=True)
class Said:
    """The values of findings, and the texts that they are put together of."""

    parts: frozenset[str] = field(default=frozenset(), repr=False)
    """What of them is masked wherever it is said."""
    words: frozenset[bytes] = field(default=frozenset(), repr=False)
    """Those that are nothing but letters, which are masked as whole words of texts and comments:
    of a password `connection` no part may be."""

    def hidden(self, shown: Document, code: bytes, masked: Iterable[Span]) -> Hidden:
        """Give what must not be seen of a document: some places, and what is said of the values
        elsewhere. Its code, which has spaces for texts and comments, stays readable."""
        spans = [*masked, *self._spoken(shown.data, code)]
        hidden = Hidden.of(shown, spans)
        names = (it.decode() for it in set(_NAME.findall(code)))
        known = {it[at : at + SHORTEST] for it in names for at in range(len(it) - SHORTEST + 1)}
        return Hidden(hidden.spans, (hidden.parts | self.parts) - known)

    def _spoken(self, data: bytes, code: bytes) -> Iterator[Span]:
        for found in _WORD.finditer(data) if self.words else ():
            if found[0] in self.words and not code[slice(*found.span())].strip():
                yield found.span()


NOTHING_SAID = Said()


def said(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Said:
    """Give what findings have read; `documents` are those that can be mended, by their paths."""
    texts = {text for it in findings for text in _texts(it, documents.get(it.path))}
    texts = {it for it in texts if len(it) >= SHORTEST}
    words = (it.encode("utf-8", "surrogatepass") for it in texts)
    return Said(parts(texts), frozenset(it for it in words if _WORD.fullmatch(it)))


def _texts(finding: Finding, document: Document | None) -> Iterator[str]:
    for secret in (finding.secret, *(it.secret for it in finding.mends)):
        if secret is not None:
            yield secret.reveal()
    if document is not None:
        literals = (document.text(*part) for it in finding.mends for part in it.parts)
        yield from written_in(literals)
