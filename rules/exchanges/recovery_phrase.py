"""Recovery phrases of wallets: 12 to 24 words of a list, the last of which is a checksum too.

https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
"""

import re

from leakguard.candidate import Shape
from leakguard.finding import Confidence, Role, Severity
from leakguard.formats.mnemonics import is_right, language_of
from leakguard.rule import PROVIDER, TokenRule

_WORD = re.compile(r"""[^\s"',]+""")
_FEWEST_TWICE = 3
"""Words that stand in a phrase before; of 24 drawn from 2,048 three do so once in 1,500 times."""
_DOCS = "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki"

# Words of small letters are most of all text: they are looked at in quotes, where a line or a
# comment starts, and behind such a name.
_NAMED = (
    r"(?i: mnemonic | seed | phrase | recover | wallet | metamask | ledger | trezor | bip.?39 )"
)
_LATIN = r"[a-z\x80-\xcc]{3,11}"
_WORDS = rf"(?: {_LATIN} [ ] ){{11}} [a-z\x80-\xcc]{{3}}"
_KANA = r"(?: \xe3[\x81-\x83][\x80-\xbf] ){2,12}"
_HAN_OR_HANGUL = r"(?: [\xe1\xe4-\xed][\x80-\xbf]{2} ){1,12}"
_BETWEEN = r"""(?: [ ] | ["'] , \s{0,6} ["'] )"""
_AFTER_KANA = r"(?: [ ] | \xe3\x80\x80 )"
# Only there, since each word of a long list would be the start of twelve.
_LIST_START = r"""[\[({] \s{0,6} ["']"""
_START = r"(?: ^ | [^a-z\x80-\xff\-'\ ] | [^a-z\x80-\xff] ' ) [ ]{0,2}"

# Taken apart, so that they are no phrase here.
_PHRASE = "sock-danger-aware-uncle-plastic-latin-jungle-lazy-arch-elbow-toe-able".replace("-", " ")
_QUOTED = _PHRASE.replace(" ", '", "')
_IN_ORDER = sorted(_PHRASE.split())
_SWAPPED = " ".join((*_PHRASE.split()[1:], _PHRASE.split()[0]))


def _reason_against(value: str) -> str | None:
    words = _WORD.findall(value)
    if words == sorted(words):
        return "sequence"  # the beginning of the list itself, or a part of it
    if len(set(words)) <= len(words) - _FEWEST_TWICE:
        return "repetition"  # as in the vectors that implementations are tried with
    return None if language_of(value) is not None else "words"


RECOVERY_PHRASE = TokenRule(
    id="recovery-phrase",
    title="Recovery phrase of a wallet",
    why="All keys of the wallet follow from it: whoever reads it can take everything in it.",
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    provider="BIP-39",
    role=Role.PRIVATE_KEY,
    seen=(
        rf"{_NAMED} (?s: . ){{0,160}}? [^a-z\x80-\xff\ '\-] [ ]{{0,2}} {_WORDS}",
        rf"""(?: ^ | [\#"'] ) [ ]{{0,2}} {_WORDS}""",
        rf"{_LIST_START} (?: {_LATIN} {_BETWEEN} ){{8}} [a-z]",
        rf"{_START} (?: {_KANA} {_AFTER_KANA} ){{3}} \xe3",
        rf"(?: {_HAN_OR_HANGUL} [ ] ){{4}} [\xe1-\xed]",  # with its start it is slow to find
    ),
    reach=1400,
    pattern=rf"""
        (?: {_LIST_START} | {_START} )
        (?P<secret>
            {_LATIN} (?: {_BETWEEN} {_LATIN} ){{11,23}}
          | {_KANA} (?: {_AFTER_KANA} {_KANA} ){{11,23}}
          | {_HAN_OR_HANGUL} (?: [ ] {_HAN_OR_HANGUL} ){{11,23}}
        )
        [ ]{{0,2}} (?: $ | [^a-z\x80-\xff\-'\ ] | ' [^a-z\x80-\xff] )
    """,
    shape=Shape.EXACT,
    rejects=_reason_against,
    checksum=is_right,
    tells=language_of,
    rank=PROVIDER,
    advice=(
        "Move everything to a wallet with a new phrase, at once: no phrase can be taken back.",
        "Write the new one on paper, or keep it in a hardware wallet; never in a file.",
    ),
    references=(_DOCS,),
    invalid=(f'MNEMONIC="{_PHRASE}"\n', f"seed: {_PHRASE}\n", f'seed = ["{_QUOTED}"]'),
    valid=(
        "the quick brown fox jumps over the lazy dog and then runs away again",
        f"seed: {' '.join([_PHRASE.split()[0]] * 12)}",
        f'WORDS = ["{" ".join(_IN_ORDER)}"]',
    ),
)
