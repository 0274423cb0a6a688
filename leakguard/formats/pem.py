"""Private keys in PEM: the same key, however a file or a string has its lines.

https://www.rfc-editor.org/rfc/rfc7468#section-2
"""

import re

_PEM = re.compile(r"-----BEGIN (?P<label>[A-Z0-9 ]{1,40})-----(?P<body>.*?)-----END ", re.DOTALL)
_FOLD = re.compile(r"\\+[nrt]|[^A-Za-z0-9+/=]")


def unfolded(value: str) -> str | None:
    """Give what is the same of a private key in a file, in a string with escapes and indented; None
    of what is none."""
    pem = _PEM.search(value)
    return None if pem is None else f"{pem['label']} {_FOLD.sub('', pem['body'])}"
