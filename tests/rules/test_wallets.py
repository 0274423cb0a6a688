"""Keys of wallets: what proves itself is found anywhere, what looks like a hash by its name."""

import hashlib
import json

import pytest
from mnemonic import Mnemonic

from leakguard.examples import made_up
from leakguard.finding import Severity
from leakguard.formats import mnemonics
from leakguard.formats.base58 import encode, encode_checked
from leakguard.formats.ed25519 import public_key
from tests.support import found, rules_found

HEX, OTHER_HEX = made_up("hex", 64, 301), made_up("hex", 64, 302)
OCTETS = bytes.fromhex(HEX)
PAIR = OCTETS + public_key(OCTETS)
ARRAY = ", ".join(map(str, PAIR))
LINES = ",\n    ".join(map(str, PAIR))


def phrase(language: str = "english", octets: int = 16) -> str:
    return str(Mnemonic(language).to_mnemonic(hashlib.sha512(language.encode()).digest()[:octets]))


VALUES = {
    "wif": ("bitcoin-private-key", encode_checked(b"\x80" + OCTETS)),
    "wif-compressed": ("bitcoin-private-key", encode_checked(b"\x80" + OCTETS + b"\1")),
    "wif-testnet": ("bitcoin-testnet-private-key", encode_checked(b"\xef" + OCTETS + b"\1")),
    "xprv": (
        "bitcoin-extended-private-key",
        encode_checked(bytes.fromhex("0488ade4") + bytes(9) + OCTETS + b"\0" + OCTETS),
    ),
    "solana": ("solana-private-key", encode(PAIR)),
    "phrase-12": ("recovery-phrase", phrase()),
    "phrase-24": ("recovery-phrase", phrase(octets=32)),
}
ANYWHERE = {
    "bare": ("notes.txt", "{v}\n"),
    "env": ("bot.env", 'WALLET="{v}"\n'),
    "json": ("c.json", '{{"anything": "{v}"}}'),
    "yaml": ("c.yml", "wallet:\n  seed: {v}\n"),
    "toml": ("c.toml", 'key = "{v}"\n'),
    "python": ("b.py", 'KEY = "{v}"\n'),
    "python-comment": ("b.py", "# {v}\n"),
    "javascript": ("b.js", "const w = restore('{v}');\n"),
}


@pytest.mark.parametrize(("path", "text"), ANYWHERE.values(), ids=ANYWHERE)
@pytest.mark.parametrize(("rule", "value"), VALUES.values(), ids=VALUES)
def test_a_value_that_proves_itself_is_found_anywhere(
    rule: str, value: str, path: str, text: str
) -> None:
    findings = found(text.format(v=value), path)
    assert len(findings) == 1
    (finding,) = findings
    assert finding.secret is not None
    assert finding.secret.reveal() == value
    assert finding.severity is (Severity.LOW if "testnet" in rule else Severity.CRITICAL)


WRONG = {
    "wif": encode(b"\x80" + OCTETS + b"abcd"),
    "wif-of-nothing": encode_checked(b"\x05" + OCTETS),
    "xprv": encode(bytes.fromhex("0488ade4") + bytes(9) + OCTETS + b"\0" + OCTETS + b"abcd"),
    "xpub": encode_checked(bytes.fromhex("0488b21e") + bytes(9) + OCTETS + b"\2" + OCTETS),
    "solana-signature": encode(OCTETS + hashlib.sha256(OCTETS).digest()),
}


@pytest.mark.parametrize("value", WRONG.values(), ids=WRONG)
def test_base58_that_proves_nothing_is_silent(value: str) -> None:
    assert not found(f'{{"value": "{value}"}}', "c.json")


ARRAYS = {
    "file": ("id.json", f"[{ARRAY}]\n"),
    "file-compact": ("id.json", f"[{ARRAY.replace(' ', '')}]"),
    "file-lines": ("id.json", f"[\n    {LINES}\n]\n"),
    "javascript": ("b.ts", f"Keypair.fromSecretKey(Uint8Array.from([{ARRAY}]))\n"),
    "python": ("b.py", f"keypair = Keypair.from_bytes([{ARRAY}])\n"),
    "rust": ("main.rs", f"let bytes: [u8; 64] = [{ARRAY}];\n"),
}


@pytest.mark.parametrize(("path", "text"), ARRAYS.values(), ids=ARRAYS)
def test_sixty_four_numbers_that_are_a_key_pair(path: str, text: str) -> None:
    assert rules_found(text, path) == ["solana-keypair"]


NO_PAIRS = {
    "other-half": list(PAIR[:32] + PAIR[31:63]),
    "sequence": list(range(64)),
    "zeros": [0] * 64,
    "too-large": [*PAIR[:63], 999],
    "sixty-three": list(PAIR[:63]),
    "sixty-five": [*PAIR, 1],
}


@pytest.mark.parametrize("numbers", NO_PAIRS.values(), ids=NO_PAIRS)
def test_other_numbers_are_none(numbers: list[int]) -> None:
    assert not found(f"{numbers}\n", "table.json")


@pytest.mark.parametrize("octets", [16, 20, 24, 28, 32])
@pytest.mark.parametrize("language", mnemonics.LANGUAGES)
def test_a_phrase_of_any_language_and_length(language: str, octets: int) -> None:
    (finding,) = found(f'mnemonic = "{phrase(language, octets)}"\n', "wallet.toml")
    assert finding.rule == "recovery-phrase"
    assert (finding.severity, finding.confidence.name) == (Severity.CRITICAL, "HIGH")


PHRASES = {
    "array": ("c.json", "[" + ", ".join(f'"{word}"' for word in phrase().split()) + "]"),
    "array-lines": (
        "c.json", "[\n  " + ",\n  ".join(f'"{word}"' for word in phrase().split()) + "\n]",
    ),
    "crlf": ("n.txt", f"wallet\r\n{phrase()}\r\n"),
    "hardhat": ("hardhat.config.js", f'accounts: {{ mnemonic: "{phrase()}" }},\n'),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text"), PHRASES.values(), ids=PHRASES)
def test_a_phrase_in_other_forms(path: str, text: str) -> None:
    assert rules_found(text, path) == ["recovery-phrase"]


def test_words_of_the_list_with_another_checksum_are_told_as_such() -> None:
    words = phrase().split()
    (finding,) = found(f'mnemonic = "{" ".join([*words[1:], words[0]])}"\n', "c.toml")
    assert finding.severity is Severity.INFO
    assert "checksum-wrong" in finding.message


PROSE = {
    "sentence": "these words come one after the other and mean nothing more than that they do",
    "list-of-ten": " ".join(phrase().split()[:10]),
    "list-of-thirteen": " ".join([*phrase().split(), "able"]),
    "one-word-again": " ".join(["able"] * 12),
    "another-word": phrase().replace(phrase().split()[3], "leakguard"),
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_is_no_phrase(text: str) -> None:
    assert not found(f'"{text}"\n', "n.txt")


ETHEREUM = {
    "env": ("bot.env", "PRIVATE_KEY=0x{k}\n"),
    "env-bare": ("bot.env", "DEPLOYER_PRIVATE_KEY={k}\n"),
    "env-network": ("bot.env", "PRIVATE_KEY_SEPOLIA=0x{k}\n"),
    "env-short": ("bot.env", "PK=0x{k}\n"),
    "shell": ("run.sh", "cast send --private-key 0x{k} 0xabc\n"),
    "json": ("c.json", '{{"privateKey": "0x{k}"}}'),
    "yaml": ("c.yml", "wallet:\n  private_key: '{k}'\n"),
    "toml": ("c.toml", 'private_key = "0x{k}"\n'),
    "hardhat": ("hardhat.config.ts", "accounts: [\n      '0x{k}',\n    ],\n"),
    "ethers": ("b.js", 'const w = new ethers.Wallet("0x{k}", provider);\n'),
    "viem": ("b.ts", "const account = privateKeyToAccount('0x{k}')\n"),
    "solidity": ("Deploy.s.sol", "uint256 deployerPrivateKey = 0x{k};\n"),
    "ganache": ("log.txt", "Private Keys\n==================\n(0) 0x{k}\n"),
    "python": ("b.py", "PRIVATE_KEY = '0x{k}'\n"),
    "eth-account": ("b.py", "from eth_account import Account\na = Account.from_key('0x{k}')\n"),
    "web3": (
        "b.py",
        "from web3 import Web3\nw3 = Web3()\ntx = w3.eth.account.sign_transaction(t, '0x{k}')\n",
    ),
    "python-comment": ("b.py", "# private_key = '0x{k}'\n"),
}


@pytest.mark.parametrize(("path", "text"), ETHEREUM.values(), ids=ETHEREUM)
def test_a_hexadecimal_key_by_its_name_or_its_taker(path: str, text: str) -> None:
    (finding,) = found(text.format(k=HEX), path)
    assert finding.message.startswith("Ethereum private key")
    assert finding.severity is Severity.CRITICAL


HASHES = {
    "transaction": ("c.json", '{{"transactionHash": "0x{k}"}}'),
    "block": ("c.yml", "block_hash: '0x{k}'\n"),
    "topic": ("log.json", '{{"topics": ["0x{k}", "0x{o}"]}}'),
    "bare": ("n.txt", "0x{k}\n"),
    "url": ("n.md", "https://etherscan.io/tx/0x{k}\n"),
    "digest-of-a-key": ("c.yml", "private_key_hash: {k}\nprivate_key_sha256: {o}\n"),
    "public-key": ("c.yml", "public_key: 0x{k}\n"),
    "storage-slot": ("A.sol", "bytes32 constant SLOT = 0x{k};\n"),
    "image": ("Dockerfile", "FROM python@sha256:{k}\n"),
    "python": ("b.py", "TX = '0x{k}'\nw3.eth.get_transaction('0x{o}')\n"),
}


@pytest.mark.parametrize(("path", "text"), HASHES.values(), ids=HASHES)
def test_a_hash_is_no_key(path: str, text: str) -> None:
    assert not found(text.format(k=HEX, o=OTHER_HEX), path)


def test_a_key_store_is_told_by_what_it_holds() -> None:
    crypto = {
        "cipher": "aes-128-ctr",
        "ciphertext": HEX,
        "kdf": "scrypt",
        "kdfparams": {"n": 262144, "salt": OTHER_HEX},
        "mac": OTHER_HEX,
    }
    text = json.dumps({"crypto": crypto, "version": 3})
    (finding,) = found(text, "UTC--2024-01-01T00-00-00Z--abc")
    assert (finding.rule, finding.severity) == ("ethereum-keystore", Severity.MEDIUM)


def test_the_public_half_is_that_of_the_standard_s_first_example() -> None:
    first = "9d61b19deffd5a60ba844af492ec2cc4" + "4449c5697b326919703bac031cae7f60"
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert public_key(bytes.fromhex(first)).hex() == public


@pytest.mark.parametrize("count", [14, 16, 17, 19, 20, 22, 23])
def test_of_another_length_no_checksum_fits(count: int) -> None:
    assert not mnemonics.is_right(" ".join(["zoo"] * count))
