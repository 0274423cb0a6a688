"""Pages in a single file, which ask for nothing from elsewhere: their head, and text on them."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from leakguard.text import neutralise


def head(title: str, style: str, script: str = "") -> Iterator[str]:
    """Give all that stands before what is on a page: nothing but its own style and script counts,
    and nothing is asked for from elsewhere."""
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_digest(style)}'; script-src {_script(script)}"
    )
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text(policy)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{text(title)}</title>"
    yield f"<style>{style}</style>\n</head>\n<body>"


def text(content: str) -> str:
    """Give a text as text, also in an attribute."""
    return escape(neutralise(content), quote=True)


def own(name: str, package: str = "leakguard.reporters") -> str:
    """Give a style or a script that a package has in its folder `page`."""
    return files(package).joinpath("page", name).read_text(encoding="utf-8")


def _script(script: str) -> str:
    return f"'{_digest(script)}'" if script else "'none'"


def _digest(content: str) -> str:
    """Give the name of an inline script or style in a policy.

    https://www.w3.org/TR/CSP3/#grammardef-hash-source
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
