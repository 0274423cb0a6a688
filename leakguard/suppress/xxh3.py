"""XXH3 with 64 bits and no seed, of more than 16 bytes: kingfisher tells values apart by it.

https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
"""

_BITS = (1 << 64) - 1
_P32 = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)
_P64 = (
    0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
    0x27D4EB2F165667C5,
)  # fmt: skip
_START = (_P32[2], _P64[0], _P64[1], _P64[2], _P64[3], _P32[1], _P64[4], _P32[0])
_MIX = bytes.fromhex(
    "b8fe6c3923a44bbe 7c01812cf721ad1c ded46de9839097db 7240a4a4b7b3671f"
    "cb79e64eccc0e578 825ad07dccff7221 b8084674f743248e e03590e6813a264c"
    "3c2852bb91c300cb 88d0658b1b532ea3 71644897a20df94e 3819ef46a9deacd8"
    "a8fa763fe39c343f f9dcbbc7c70b4f1d 8a51e04bcdb45931 c89f7ec9d9787364"
    "eac5ac8334d3ebc3 c581a0fffa1363eb 170ddd51b7f0da49 d316552629d4689e"
    "2b16be587d47a1fc 8ff8b8d17ad031ce 45cb3a8f95160428 afd7fbcabb4b407e"
)
"""What the algorithm mixes with the bytes; it calls it the secret."""

_STRIPE, _LANES = 64, 8
_STRIPES = (len(_MIX) - _STRIPE) // 8
"""Stripes in a block."""


def xxh3(data: bytes) -> int:
    """Give the hash of more than 16 bytes."""
    size = len(data)
    if size <= 128:
        return _avalanche(_short(data, size))
    return _avalanche(_medium(data, size)) if size <= 240 else _long(data, size)


def _short(data: bytes, size: int) -> int:
    total = size * _P64[0]
    for at in reversed(range((size - 1) // 32 + 1)):
        total += _mixed(data, 16 * at, 32 * at)
        total += _mixed(data, size - 16 * (at + 1), 32 * at + 16)
    return total & _BITS


def _medium(data: bytes, size: int) -> int:
    total = size * _P64[0] + sum(_mixed(data, 16 * at, 16 * at) for at in range(8))
    total = _avalanche(total & _BITS)
    total += sum(_mixed(data, 16 * at, 16 * (at - 8) + 3) for at in range(8, size // 16))
    return (total + _mixed(data, size - 16, 136 - 17)) & _BITS


def _long(data: bytes, size: int) -> int:
    lanes = list(_START)
    count = (size - 1) // _STRIPE
    for at in range(count):
        _add(lanes, data, _STRIPE * at, 8 * (at % _STRIPES))
        if (at + 1) % _STRIPES == 0:
            _scramble(lanes)
    _add(lanes, data, size - _STRIPE, len(_MIX) - _STRIPE - 7)
    total = size * _P64[0]
    for at in range(4):
        low = lanes[2 * at] ^ _word(_MIX, 11 + 16 * at)
        total += _folded(low * (lanes[2 * at + 1] ^ _word(_MIX, 19 + 16 * at)))
    return _avalanche(total & _BITS)


def _add(lanes: list[int], data: bytes, at: int, mix: int) -> None:
    for lane in range(_LANES):
        value = _word(data, at + 8 * lane)
        keyed = value ^ _word(_MIX, mix + 8 * lane)
        lanes[lane ^ 1] = (lanes[lane ^ 1] + value) & _BITS
        lanes[lane] = (lanes[lane] + (keyed & 0xFFFFFFFF) * (keyed >> 32)) & _BITS


def _scramble(lanes: list[int]) -> None:
    for lane, it in enumerate(lanes):
        mixed = it ^ it >> 47 ^ _word(_MIX, len(_MIX) - _STRIPE + 8 * lane)
        lanes[lane] = mixed * _P32[0] & _BITS


def _mixed(data: bytes, at: int, mix: int) -> int:
    low = _word(data, at) ^ _word(_MIX, mix)
    return _folded(low * (_word(data, at + 8) ^ _word(_MIX, mix + 8)))


def _folded(product: int) -> int:
    return product & _BITS ^ product >> 64


def _avalanche(total: int) -> int:
    total ^= total >> 37
    total = total * 0x165667919E3779F9 & _BITS
    return total ^ total >> 32


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 8], "little")
