"""The public half of an Ed25519 key, to tell a key pair from any other 64 octets.

https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5 (not made for signing: it takes no care of
how long it takes)
"""

import hashlib
from typing import TypeAlias

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_Y = 4 * pow(5, -1, _P) % _P

Point: TypeAlias = tuple[int, int, int, int]
"""Extended homogeneous coordinates (X, Y, Z, T)."""


def _x_of(y: int) -> int:
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if x * x % _P != square:
        x = x * pow(2, (_P - 1) // 4, _P) % _P
    return _P - x if x & 1 else x


_BASE: Point = (_x_of(_Y), _Y, 1, _x_of(_Y) * _Y % _P)


def public_key(seed: bytes) -> bytes:
    """Give the 32 octets of the public key that belongs to the 32 octets of a private one."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    x, y, z, _ = _times(scalar)
    inverse = pow(z, -1, _P)
    return (y * inverse % _P | (x * inverse % _P & 1) << 255).to_bytes(32, "little")


def is_key_pair(octets: bytes) -> bool:
    """Tell whether `octets` are a private key of 32 octets and its public key."""
    return len(octets) == 64 and public_key(octets[:32]) == octets[32:]


def _times(scalar: int) -> Point:
    result: Point = (0, 1, 1, 0)
    power = _BASE
    while scalar:
        if scalar & 1:
            result = _sum(result, power)
        power = _sum(power, power)
        scalar >>= 1
    return result


def _sum(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P
