"""Files that are no text and hold private keys or passwords: told by their first bytes."""

from leakguard.finding import Confidence, Severity
from leakguard.rule import Example, FileRule

_SEALED = "Only a passphrase keeps it shut, and whoever has the file can try one after the other."
_ADVICE = (
    "Take it out of git, and keep it in a secret store.",
    "Replace the keys that it holds: history still has them.",
)
_WHOLE = ("https://cwe.mitre.org/data/definitions/312.html",)


def _padded(head: bytes) -> bytes:
    return head + bytes(range(64))


_LONG = r"(?: \x82.. | \x83... | \x84.... | \x80 )"
"""The length of a DER value over 255 bytes: https://www.itu.int/rec/T-REC-X.690"""

_PKCS12_HEAD = b"\x30\x82\x09\x59\x02\x01\x03\x30\x82\x09\x1f"

PKCS12 = FileRule(
    id="pkcs12-file",
    title="A PKCS#12 key store",
    why=_SEALED,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    path=r".*",
    magic=rf"\x30 {_LONG} \x02\x01\x03 \x30 {_LONG} \x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07",
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7292", *_WHOLE),
    invalid=(
        Example(_padded(_PKCS12_HEAD + b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"), "bot.p12"),
        Example(
            _padded(b"\x30\x80\x02\x01\x03\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"),
            "certs/bot",
        ),
    ),
    valid=(
        Example(_padded(b"\x30\x82\x03\x59\x30\x82\x02\x41\xa0\x03\x02\x01\x02"), "bot.cer"),
        Example("no key store\n", "bot.p12"),
    ),
)

JAVA = FileRule(
    id="java-key-store",
    title="A Java key store with a private key",
    why=_SEALED,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    path=r".*",
    magic=r"(?: \xfe\xed\xfe\xed | \xce\xce\xce\xce ) \x00\x00\x00[\x01\x02] .... \x00\x00\x00\x01",
    advice=_ADVICE,
    references=("https://docs.oracle.com/javase/8/docs/technotes/tools/unix/keytool.html", *_WHOLE),
    invalid=(
        Example(_padded(b"\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1\0\0\0\1\0\3bot"), "release.jks"),
        Example(_padded(b"\xce\xce\xce\xce\0\0\0\2\0\0\0\3\0\0\0\1\0\3bot"), "app/keystore"),
    ),
    valid=(
        Example(_padded(b"\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1\0\0\0\2\0\2ca"), "truststore.jks"),
        Example(_padded(b"\xca\xfe\xba\xbe\0\0\0\x34"), "Bot.class"),
    ),
)

DER = FileRule(
    id="der-private-key",
    title="A private key in DER",
    why="It is the identity itself: whoever reads it can sign, decrypt and log in as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    path=r".*",
    magic=rf"""
        \x30 (?: {_LONG} | \x81. | [\x20-\x7f] ) (?:
            \x02\x01[\x00\x01] \x30 . \x06 (?: \x09\x2a\x86\x48\x86\xf7\x0d\x01\x01
                                         | \x07\x2a\x86\x48\xce\x3d\x02\x01
                                         | \x03\x2b\x65[\x6e-\x71] )
          | \x02\x01\x00 \x02 (?: \x82.. | \x81. ) [\x00\x80-\xff]
          | \x02\x01\x01 \x04 [\x20\x30\x42] )
    """,
    advice=_ADVICE,
    references=(
        "https://www.rfc-editor.org/rfc/rfc5958",
        "https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2",
        "https://www.rfc-editor.org/rfc/rfc5915",
    ),
    invalid=(
        Example(
            _padded(
                b"\x30\x82\x04\xbd\x02\x01\0\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"
            ),
            "bot.der",
        ),
        Example(_padded(b"\x30\x82\x04\xa4\x02\x01\0\x02\x82\x01\x01\0"), "bot.key"),
        Example(_padded(b"\x30\x77\x02\x01\1\x04\x20"), "ec.key"),
    ),
    valid=(
        Example(_padded(b"\x30\x82\x01\x22\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\0"), "public.der"),
        Example(_padded(b"\x30\x82\x03\x59\x30\x82\x02\x41\xa0\x03\x02\x01\x02"), "bot.crt"),
    ),
)

PASSWORDS = FileRule(
    id="password-database",
    title="A password manager's database",
    why=_SEALED,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    path=r".*",
    magic=r"""
        \x03\xd9\xa2\x9a [\x65-\x67] \xfb\x4b\xb5        # KeePass
      | kych\x00\x01\x00\x00 | PWS3                              # macOS's keychain, Password Safe
    """,
    advice=(
        "Take it out of git, and keep it where its owner alone can read it.",
        "Change the passwords that it holds if its own is weak: history still has it.",
    ),
    references=("https://keepass.info/help/kb/kdbx.html", *_WHOLE),
    invalid=(
        Example(_padded(b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\1\0\4\0"), "team.kdbx"),
        Example(_padded(b"kych\0\1\0\0\0\0\0\x14"), "login.keychain"),
    ),
    valid=(
        Example(_padded(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "logo.png"),
        Example(_padded(b"PK\3\4\x14\0"), "team.zip"),
    ),
)
