"""Values in a notation of their own are no credentials, and the name of the reason says so."""

import json
from base64 import b64encode, urlsafe_b64encode
from random import Random

import pytest

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.values import reason_against


def encoded(text: str) -> str:
    return b64encode(text.encode()).decode()


DJANGO = "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)"


def of_django(beginning: str, seed: int) -> str:
    """A secret key as `startproject` makes it, with such a beginning."""
    drawn = Random(seed)
    return beginning + "".join(drawn.choice(DJANGO) for _ in range(50 - len(beginning)))


PLAY = "".join(map(chr, range(ord("0"), ord("z") + 1))).replace("\\", "/")


def of_play(beginning: str, seed: int) -> str:
    """A secret as `playGenerateSecret` makes it, with such a beginning."""
    drawn = Random(seed)
    return beginning + "".join(drawn.choice(PLAY) for _ in range(64 - len(beginning)))


def of_signs(length: int, seed: int) -> str:
    """A key as a generator of passwords makes it that uses all signs."""
    drawn = Random(seed)
    return "aA9~[" + "".join(drawn.choice(f"{PLAY}~^_({{|") for _ in range(length - 5))


NO_CREDENTIALS = {
    "an option": ("--status-all", "option"),
    "a technique of attackers": ("T1003.008", "constant-name"),
    "a secret of a cloud project": ("projects/garden/secrets/hose/versions/2", "reference"),
    "one of its region": ("projects/garden/locations/west4/secrets/hose", "reference"),
    "a member of a module": ("garden.tools#hoseReel", "dotted-name"),
    "an entry point": ("garden.tools.hose_token:main", "dotted-name"),
    "a time that Rails counts": ("5.days.ago", "timestamp"),
    "a group that may be missing": ("north(-south)?-road", "pattern"),
    "any character once or more": ("road:[!/].+", "pattern"),
    "ciphers": ("!aNULL:!eNULL:CAMELLIA:DES-CBC3-SHA:!EDH-RSA-DES-CBC3-SHA", "cipher-list"),
    "base64 of a sentence": (encoded("you were not meant to decode this"), "encoded-words"),
    "base64 of a placeholder": (encoded("a secret"), "encoded-words"),
    "base64 of JSON": (encoded(json.dumps({"page": 2, "of": "garden"})), "encoded-words"),
    "base64 of JSON in JSON": (
        encoded(json.dumps({"keys": [["garden"]], "garden": encoded("roses")})),
        "encoded-words",
    ),
    "base64 of JSON, without padding": (
        urlsafe_b64encode(b'{"next": "gardens?"}').decode().rstrip("="),
        "encoded-words",
    ),
    "an option that is given something": ("--project-name=", "option"),
    "an option and the path it is given": ("--file=/usr/local/etc/ftpd/passwd", "option"),
    "an encoding": ("iso8859-15", "algorithm"),
    "a kind of table and a query in it": ("sql:/get-user-salt", "location"),
    "a way to authenticate": ("CRAM-MD5", "algorithm"),
    "a version of a protocol": ("mschapv2", "algorithm"),
    "a pattern between slashes": ("/^okay-then$/i", "pattern"),
    "base64 of a login of words": (encoded("username:password"), "encoded-words"),
    "a folder of Windows": (r"C:\garden\roses", "location"),
    "a range of versions": ("^11.20.0", "version"),
    "a class of PHP": (r"App\Form\Type\GardenType", "dotted-name"),
    "what a command is told of a secret": ("id=npmrc,src=/root/.npmrc", "option"),
    "a list of ciphers that are added": ("NONE:+ECDHE-PSK:+AES-128-GCM:+SHA1", "cipher-list"),
    "a pinned key": (f"sha256//{made_up('base62', 43, 907)}=", "digest-shaped"),
    "a rate": ("20/month/user", "rate"),
    "what HTML has for a sign": ("&#x3C;Buffer|View", "markup"),
    "the beginning of what HTML has for a sign": ("tulip-2&rdquo", "markup"),
    "a font in a manual page": (r"\[rB]@\[rB]", "markup"),
    "the name of a header": ("X-API-Key", "words"),
    "rates of several": ("20/m/ip,5/m/key", "rate"),
    "a key of a keyboard with a name": ("Ctrl-Alt-PageUp|Ctrl-B", "words"),
    "a call that is not closed": ("get_secret('name", "reference"),
    "base64 of lines": (encoded("host garden\nport north road\n"), "encoded-words"),
}
CREDENTIALS = {
    "a key of Django's": of_django("", 1),
    "a key of Django's that begins as a variable does": of_django("$road", 2),
    "a key of Django's with what Python fills in": of_django("a%(b%s%r%", 3),
    "a key of Django's with an escape of URLs": of_django("%c3%a4%c3", 4),
    "a secret of Play's": of_play("", 6),
    "a secret of Play's with an element of markup": of_play("a<b>c</d>", 7),
    "a key of Django's with a part of a pattern": of_django("^(b)$", 5),
    "of all kinds of letters and signs": of_signs(32, 8),
    "base64 of what was drawn": encoded(made_up("base62", 24, 901)),
    "base64 of JSON with a token in it": encoded(json.dumps({"t": made_up("base62", 32, 902)})),
    "base64 of a login": encoded(f"ada:{made_up('base62', 12, 903)}"),
    "base64 of octets": b64encode(bytes.fromhex(made_up("hex", 64, 904))).decode(),
    "a bracket by chance": encoded("[" + made_up("base62", 17, 905)),
    "two dashes before it": "--" + made_up("base62", 30, 906),
}
CHOSEN = {
    "a word that is on a keyboard too": "Super-" + made_up("base62", 10, 908),
    "a bracket among what was drawn": f"{made_up('base62', 5, 909)}(9!{made_up('base62', 7, 910)}",
}
GENERATED = {
    "a number of the time": ("gNbt1362847444140", "timestamp"),
    "a number of the time in seconds": ("req1362847444", "timestamp"),
    "percent-encoded letters": ("%C3%A7%C3%B6s%25bd%08", "percent-encoded"),
}


@pytest.mark.parametrize("shape", [Shape.TOKEN, Shape.PASSWORD])
@pytest.mark.parametrize(("value", "reason"), NO_CREDENTIALS.values(), ids=NO_CREDENTIALS)
def test_a_notation_has_a_name(value: str, reason: str, shape: Shape) -> None:
    assert reason_against(value, shape) == reason


@pytest.mark.parametrize("value", CREDENTIALS.values(), ids=CREDENTIALS)
def test_what_was_drawn_is_none(value: str) -> None:
    assert reason_against(value, Shape.TOKEN) is None


@pytest.mark.parametrize("value", CHOSEN.values(), ids=CHOSEN)
def test_a_password_may_have_it(value: str) -> None:
    assert reason_against(value, Shape.PASSWORD) is None


@pytest.mark.parametrize(("value", "reason"), GENERATED.values(), ids=GENERATED)
def test_what_a_program_counts_or_encodes_is_no_token(value: str, reason: str) -> None:
    assert reason_against(value, Shape.TOKEN) == reason


@pytest.mark.parametrize("value", ["gNbt1362847444140", "p%C3%A4%25rose", "TULIPS_1984"])
def test_people_may_well_type_it_as_a_password(value: str) -> None:
    assert reason_against(value, Shape.PASSWORD) is None
