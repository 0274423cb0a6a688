"""XXH3, against what the reference implementation gives."""

import pytest

from leakguard.suppress.xxh3 import xxh3


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (17, 0x9EF341A99DE37328),
        (128, 0x85C6174C7FF4C46B),
        (129, 0xEC7642B431BA3E5A),
        (240, 0x375A384D957FE865),
        (241, 0x02E8CD95421C6D02),
        (1024, 0xE5D78BAFA45B2AA5),
        (1025, 0xE95C42288F28186E),
        (3000, 0x1B846747012C24AA),
    ],
)
def test_is_that_of_the_reference(size: int, expected: int) -> None:
    assert xxh3(bytes(it % 251 for it in range(size))) == expected
