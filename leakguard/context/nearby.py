"""Whose credential a value is: the provider whose word stands near it, and whose form it has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from leakguard.context import names
from leakguard.context.near_triggers import DRAWN
from leakguard.context.stated import exchanges, sections
from leakguard.document import Document, Span
from leakguard.forms import OPAQUE, AnyForm
from leakguard.levels import Role, Shape
from leakguard.values import reason_against
from leakguard.values.randomness import is_random

_LINES_ABOVE = 6
_BYTES_ABOVE = 600
"""How far above a value its provider may be named: the head of a section, a client's class."""

_LINES_BELOW = 8
_BYTES_BELOW = 500
"""How far below a value the address may stand that it is sent to."""

_HOST = re.compile(rb"https?://([A-Za-z0-9\-.]{4,60})[/\"'`:?]")

_LONGEST_PATH = 200
_WORDS_JOINED = 3
"""A provider's name has as many parts at the most: `new_relic`, `open-exchange-rates`."""

_TOLD_BY = {
    Role.TOKEN: {Role.SECRET, Role.TOKEN, Role.KEY},
    Role.PRIVATE_KEY: {Role.PRIVATE_KEY, Role.SECRET},
}
"""The roles that names tell for what is a credential of a role, if not that one alone."""

_PARTS_OF_PASSWORDS = {"password", "passwd", "pass", "api", "key", "exchange", "ccxt", "account"}

_PLAIN = {
    "api", "key", "keys", "apikey", "access", "secret", "apisecret", "secretkey", "private",
    "token", "password", "passphrase", "exchange", "ccxt", "my", "account", "live", "prod", "test",
    "demo", "sandbox", "testnet", "trading", "bot", "client", "self", "config", "main", "id",
}  # fmt: skip
"""Words in the names that bots give what is an exchange's, without saying whose."""

_SIGNING = {Role.SECRET, Role.PRIVATE_KEY}
"""What belongs to a key."""

_CHOSEN = (Role.PASSPHRASE, Role.PASSWORD)
"""What people make up, so that its form tells nothing."""

_REMEMBERED = 4096
"""Words of sources whose parts are kept, and values: sources repeat themselves."""

_LINES_REMEMBERED = 64
"""Lines whose words of providers are kept: most stand above several values."""

_TEXT = re.compile(rb"[A-Za-z0-9_.\-]+")
_LITERAL_REACH = 200
_NEXT_LITERAL = re.compile(rb"""["'`]\s{0,8},\s{0,8}["'`](?P<value>[^\s"'`]{8,150})["'`]""")
_LAST_LITERAL = re.compile(
    rb"""\(\s{0,8}["'`](?P<value>[^\s"'`]{8,150})["'`]\s{0,8},\s{0,8}["'`]\Z"""
)
_LONG_RUN = re.compile(rb"[A-Za-z0-9+/]{16,500}={0,2}")


@dataclass(frozen=True, slots=True)
class Form:
    """What tells one credential of a provider: see `NamedRule`, whose facts these are."""

    rule: str
    words: tuple[str, ...]
    form: str
    names: tuple[str, ...]
    is_everyday: bool
    role: Role
    is_named: bool = False
    called: tuple[str, ...] = ()


class Providers:
    """The forms of all providers, by their words."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_word: dict[str, list[Form]] = {}
        for form in forms:
            for word in form.words:
                self._by_word.setdefault(word.replace(" ", ""), []).append(form)
        every = [form for forms in self._by_word.values() for form in forms]
        telling = (it.form for it in every if it.role not in _CHOSEN)
        self._telling = AnyForm(frozenset(it for it in telling if it != OPAQUE))
        self._known = lru_cache(_REMEMBERED)(self._words_of)
        self._on_line = lru_cache(_LINES_REMEMBERED)(self._words_on)
        self._is_telling = lru_cache(_REMEMBERED)(self._has_telling_form)

    def is_in(self, name: str | None) -> bool:
        """Tell whether a name has the word of a provider in it."""
        return bool(self._known(name or ""))

    def _words_of(self, text: bytes | str) -> tuple[str, ...]:
        """Give the words of providers in a text."""
        given = text if isinstance(text, str) else text.decode("ascii")
        return tuple(word for word in _joined(given) if word in self._by_word)

    def _words_on(self, line: bytes) -> tuple[str, ...]:
        """Give the words of providers on a line, the last first."""
        texts = _TEXT.findall(_LONG_RUN.sub(_without_drawn, line))
        return tuple(chain.from_iterable(map(self._known, reversed(texts))))

    def _has_telling_form(self, value: bytes) -> bool:
        """Whether a value has a form that some provider's word near it would tell."""
        return self._telling.takes(value, 0, len(value))

    def _words_near(self, document: Document, span: Span, name: str | None) -> Iterator[str]:
        """Give the words of providers above a value, the nearest first, in the addresses below it
        if its name says nothing of whose it is, and in the path."""
        start = span[0]
        above = document.data[max(0, start - _BYTES_ABOVE) : start].split(b"\n")[-_LINES_ABOVE:]
        yield from chain.from_iterable(map(self._on_line, reversed(above)))
        if name is not None and _PLAIN.issuperset(names.words(name)):
            below = document.data[span[1] : span[1] + _BYTES_BELOW].split(b"\n")[:_LINES_BELOW]
            hosts = _HOST.findall(b"\n".join(below))
            yield from chain.from_iterable(map(self._known, hosts))
        yield from self._known(document.path[-_LONGEST_PATH:])

    def find(self, document: Document, span: Span, name: str | None) -> str | None:
        """Give the id of the rule whose credential stands at `span` under `name`, or None.

        The nearest word decides: in the name, on the line, above it, in the path.
        """
        value = document.text(*span)
        # To look for words takes long, and most values are none that a word nearby would tell.
        is_telling = self._is_telling(document.data[slice(*span)]) or _is_chosen(value, name)
        in_name = _joined(name or "")
        near = self._words_near(document, span, name) if is_telling else ()
        stated, around = self._stated(document, span, name)
        for word in chain(self._known(name or ""), near, stated, around):
            is_in_name, is_stated = word in in_name, word in stated
            fitting = [
                form
                for form in self._by_word[word]
                if (is_in_name or is_stated or not form.is_everyday)
                and (
                    form.form != OPAQUE
                    or (is_in_name and _says_all(name or "", value, form))
                    or (form.is_named and (is_stated or word in around))
                    or (word in around and _is_drawn(value))
                )
                and (not form.names or _is_named(form, name))
                and (
                    not form.is_named
                    or _tells(name, form, word)
                    or self._is_beside_half(document.data, span, form)
                )
                and re.fullmatch(form.form, value, re.VERBOSE) is not None
            ]
            if fitting:
                return max(fitting, key=lambda form: _likeness(form, name)).rule
        return None

    def _stated(
        self, document: Document, span: Span, name: str | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the words of the exchanges that are stated for what has a credential's name, and
        those of its section. `CMC_API_KEY` is of none of them."""
        if name is None or names.role(name) is None or not _PLAIN.issuperset(names.words(name)):
            return (), ()
        found = (self._known(it) or self._known(f"ccxt{it}") for it in exchanges(document, span))
        around = (self._known(it) for it in sections(document, span))
        return tuple(chain.from_iterable(found)), tuple(chain.from_iterable(around))

    def _is_beside_half(self, data: bytes, span: Span, form: Form) -> bool:
        """Whether a key is followed by its secret, or that preceded by it, as literals in a call:
        `bybit.NewClient("…", "…")`."""
        if form.role is Role.KEY:
            literal = _NEXT_LITERAL.match(data, span[1], span[1] + _LITERAL_REACH)
            wanted = _SIGNING
        elif form.role in _SIGNING:
            literal = _LAST_LITERAL.search(data, max(0, span[0] - _LITERAL_REACH), span[0])
            wanted = {Role.KEY}
        else:
            return False
        return literal is not None and any(
            re.fullmatch(other.form, literal["value"].decode("latin-1"), re.VERBOSE) is not None
            for other in self._by_word[form.words[0].replace(" ", "")]
            if other.words == form.words and other.role in wanted
        )


def _is_chosen(value: str, name: str | None) -> bool:
    """Whether the value may be a password or a passphrase, by its name and by itself."""
    is_named = name is not None and names.role(name) in _CHOSEN
    return is_named and reason_against(value, Shape.PASSWORD) is None


def _without_drawn(run: re.Match[bytes]) -> bytes:
    """Give a long run, or a space for one drawn by chance: the `S3` in a key is no word."""
    return b" " if is_random(run[0].decode("ascii")) else run[0]


@lru_cache(_REMEMBERED)
def _joined(text: str) -> tuple[str, ...]:
    """Give the words of a text, and what neighbours among them are when written together."""
    found = names.words(text)
    return tuple(
        "".join(found[start : start + count])
        for count in range(min(_WORDS_JOINED, len(found)), 0, -1)
        for start in range(len(found) - count + 1)
    )


def _likeness(form: Form, name: str | None) -> tuple[bool, bool]:
    """Tell how well a name fits: its words, then its role."""
    return _is_named(form, name), bool(name) and names.role(name or "") is form.role


def _says_all(name: str, value: str, form: Form) -> bool:
    """Whether a name with the provider's word in it is that of a credential: it tells the role, or
    it is the word alone, and no other kind of value looks so: `acme: hG7d…`."""
    if names.role(name) is not None:
        return True
    is_own = "".join(names.words(name)) in {word.replace(" ", "") for word in form.words}
    is_drawn = re.fullmatch(DRAWN, value) is not None
    is_telling = is_own and is_drawn and not form.is_everyday
    return is_telling and reason_against(value, Shape.BASE62) is None


def _is_drawn(value: str) -> bool:
    """Whether a value that its section tells, and `key`, is neither a word nor what is counted."""
    return is_random(value) and reason_against(value, Shape.TOKEN) is None


def _is_named(form: Form, name: str | None) -> bool:
    wanted = {word.replace(" ", "") for word in form.names}
    if "secret" in wanted and any("secret" in word for word in names.words(name or "")):
        return True  # OKTA_CLIENTSECRET, in which it is a part of a word
    return not wanted.isdisjoint(_joined(name or ""))


def _tells(name: str | None, form: Form, word: str) -> bool:
    """Whether a name, of itself, is that of a credential of such a role."""
    if name is None:
        return False
    if ends_with(name, form.called):
        return True
    role = names.role(name)
    if form.role is Role.PASSPHRASE and role is Role.PASSWORD:
        # The exchange's own, as ccxt calls it; not that of the database below.
        return set(names.words(name)) <= {*_PARTS_OF_PASSWORDS, *names.words(word)}
    if form.role is Role.KEY and role is Role.KEY:
        # Nearly everything that is no word is called some kind of key: a link's, a row's.
        is_plain = names.words(name) in (("key",), ("keys",))
        return is_plain or names.is_opening_key(name) or word in _joined(name)
    return role in _TOLD_BY.get(form.role, {form.role})


def ends_with(name: str, endings: Iterable[str]) -> bool:
    """Tell whether one of `endings`, small letters and spaces, is what a name ends with."""
    return "".join(names.words(name)).endswith(tuple(ending.replace(" ", "") for ending in endings))
