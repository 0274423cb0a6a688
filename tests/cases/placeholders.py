"""What fills the templates: `@@base62:24:7@@` and its kin give values that no file holds.

`@@ALPHABET:LENGTH:SEED@@` gives random characters, `@@NAME:SEED@@` what `MAKERS` says.
"""

import re
import zlib
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from functools import partial
from random import Random

from leakguard.examples import ALPHABETS, made_up, made_up_pem

PLACEHOLDER = re.compile(r"@@([a-z][a-z0-9]*)((?::[0-9]+)+)@@")
ROUND = 10_000
"""Seeds lie below it, so that each round of filling gives other values."""

EXTRA = {
    "base36": "abcdefghijklmnopqrstuvwxyz0123456789",
    "letters": "abcdefghijklmnopqrstuvwxyz",
    "base32": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "symbols": "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#*+-_.^&=",
    "django": "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)",
}

_WORDS = (
    "sunshine falcon river monkey dragon winter orange tiger summer coffee rocket cobalt pepper "
    "shadow banana silver thunder maple copper galaxy cheese garden marble velvet"
).split()
_NAMES = "marcus natalia jorge wei pooja sven fatima oliver ivan chloe kenji laura".split()
_FOREIGN = (
    "geheim motdepasse parola segredo haslo salasana wachtwoord contrasena sifre heslo lozinka "
    "himitsu mima kennwort hemlig tajne schmetterling mariposa papillon zvezda"
).split()
_SERVICES = "mysql jenkins mongo grafana oracle redis zabbix acme portal vagrant ldap".split()
_CREDENTIAL = "pass password admin test Pass Admin Test passwd test root secret PASSWORD".split()
_LEET = ("p4ss", "p@ssw0rd", "4dm1n", "t3st", "s3cr3t", "P@ss", "l3tm3in", "Adm1n", "dr4g0n")
_WALKS = "qwe asd zxc 1qaz 2wsx 3edc qaz wsx rty fgh 098 741 zaq poi".split()
_SYMBOLS = "!#*-_.+"
_PLAIN = "-_."
"""Those that may stand in the middle of a URL or a shell's word."""


def _random(alphabet: str, length: int, seed: int) -> str:
    if alphabet in ALPHABETS:
        return made_up(alphabet, length, seed)
    rng = Random(f"{alphabet}/{length}/{seed}")
    return "".join(rng.choice(EXTRA[alphabet]) for _ in range(length))


def _human(seed: int, symbols: str = _SYMBOLS) -> str:
    """Give a password as people make them; 43 % hold a word such as pass, test or admin."""
    rng = Random(f"human/{seed}")
    one = rng.choice
    word, symbol, year = one(_WORDS), one(symbols), str(rng.randint(1965, 2024))
    number = str(rng.randint(1, 9999))
    leet = _LEET if symbols == _SYMBOLS else [spelt for spelt in _LEET if "@" not in spelt]
    with_credential: list[Callable[[], str]] = [
        lambda: one(_CREDENTIAL) + number.zfill(3),
        lambda: one(_SERVICES) + symbol + one(_CREDENTIAL) + number,
        lambda: one(leet) + symbol + number,
        lambda: one(_NAMES) + one(_CREDENTIAL).title() + one(symbols),
        lambda: one(_CREDENTIAL) + "_" + word + year[2:],
    ]
    without: list[Callable[[], str]] = [
        lambda: word + number.zfill(2),
        lambda: word.title() + symbol + year,
        lambda: (
            "".join(one((str.upper, str.lower))(one(_WALKS)) for _ in range(2)) + symbol + number
        ),
        lambda: word + one(_WORDS).title() + number,
        lambda: one((str.title, str.lower))(one(_NAMES)) + one(("", symbol)) + year,
        lambda: made_up("base62", rng.randint(6, 12), seed),
        lambda: one(_FOREIGN) + one(("", symbol)) + number.zfill(2),
        lambda: "-".join(one(_WORDS) for _ in range(rng.randint(3, 4))),
        lambda: one(_SERVICES).title() + symbol + number.zfill(3),
        lambda: (
            _random("symbols", rng.randint(7, 12), seed) if symbols == _SYMBOLS else word + year
        ),
    ]
    return one(with_credential if rng.random() < 0.47 else without)()


def _jwt(seed: int) -> str:
    claims = f'{{"sub":"{made_up("digits", 8, seed)}","iat":1{made_up("digits", 9, seed)}}}'
    parts = (b'{"alg":"HS256","typ":"JWT"}', claims.encode(), made_up("hex", 32, seed).encode())
    return ".".join(urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def _github(seed: int) -> str:
    """A token of GitHub, with the checksum that its last six characters are."""
    body = made_up("base62", 30, seed)
    left, check = zlib.crc32(body.encode()), ""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    for _ in range(6):
        left, digit = divmod(left, 62)
        check = digits[digit] + check
    return f"ghp_{body}{check}"


def _uuid(seed: int) -> str:
    digits = made_up("hex", 32, seed)
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def _basic(seed: int) -> str:
    user = Random(seed).choice(("admin", "svc-report", "deploy", "jsmith", "api"))
    return b64encode(f"{user}:{_human(seed)}".encode()).decode()


def _pem(seed: int) -> str:
    return made_up_pem("RSA PRIVATE KEY", 608, "MIICXAIBAAKBg", seed).rstrip("\n")


MAKERS: dict[str, Callable[[int], str]] = {
    "human": _human,
    "plain": partial(_human, symbols=_PLAIN),
    "basic": _basic,
    "jwt": _jwt,
    "github": _github,
    "uuid": _uuid,
    "fernet": lambda seed: urlsafe_b64encode(bytes.fromhex(made_up("hex", 64, seed))).decode(),
    "secret64": lambda seed: b64encode(bytes.fromhex(made_up("hex", 64, seed))).decode(),
    "pem": _pem,
    "pemline": lambda seed: _pem(seed).replace("\n", "\\n"),
}


def _value(match: re.Match[str], turn: int) -> str:
    name, numbers = match[1], [int(number) for number in match[2][1:].split(":")]
    if name in MAKERS:
        (seed,) = numbers
        return MAKERS[name](seed + turn * ROUND)
    length, seed = numbers
    return _random(name, length, seed + turn * ROUND)


def fill(text: str, turn: int = 0) -> str:
    """Give `text` with every placeholder filled; each `turn` gives other values.

    Raises:
        KeyError: a placeholder of no known name.
        ValueError: a placeholder with too many or too few numbers.
    """
    return PLACEHOLDER.sub(lambda match: _value(match, turn), text)
