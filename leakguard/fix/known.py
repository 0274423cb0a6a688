"""What the files of a project say of variables: which ones its programs read, and which ones get
a value from a Dockerfile, a compose, CI or env file, so that no other value takes their names."""

import os
import re
from collections.abc import Iterator, Sequence

from leakguard.document import Document
from leakguard.fix.repository import around
from leakguard.sources.tree import TreeSource
from leakguard.variables import Known, read_in

_SETTING = re.compile(
    r"""(?:^|/)(?:
        [^/]*(?:dockerfile|containerfile)[^/]* | makefile | justfile | procfile | jenkinsfile
        | [^/]*\.env(?:rc|\.[^/]*)? | [^/]*\.envrc
        | [^/]*\.(?:ya?ml|json|toml|ini|cfg|conf|service|sh|bash|zsh|fish|ps1|bat|cmd|mk|tf|tfvars
            |hcl|properties)
    )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""Paths of files that may set variables."""

_EXAMPLE = re.compile(r"example|sample|template|\bdist\b", re.IGNORECASE)
_LARGEST = 1 << 20
"""Bytes of a file that sets variables."""

_NAME = rb"(?P<name>[A-Z][A-Z0-9_]{1,100})"
_VALUE = (
    rb"""(?:"(?P<double>[^"\r\n]*)"|'(?P<single>[^'\r\n]*)'"""
    rb"""|(?P<bare>\$\{\{[^}\r\n]*\}\}|[^\s"',;]*))"""
)
_SET = tuple(
    re.compile(before + _NAME + between + _VALUE)
    for before, between in (
        (rb"(?<![\w$.{/-])", rb"""["']?[ \t]{0,20}(?::=|[:=])[ \t]{0,20}"""),
        (rb"(?m)^[ \t]{0,20}ENV[ \t]{1,20}", rb"[ \t]{1,20}(?![^\s=]*=)"),
        (
            rb"""\bname["']?[ \t]{0,20}[:=][ \t]{0,20}["']?""",
            rb"""["']?,?\s{0,100}["']?value["']?[ \t]{0,20}[:=][ \t]{0,20}""",
        ),
    )
)
"""`NAME=value`, `"NAME": "value"`; `ENV NAME value`; `- name: NAME` above `value: value`."""

_WRITTEN_OUT = re.compile(r"[^${}`<>\\]+")
"""A value that stands for itself, and refers to no other."""


def known(root: str, paths: Sequence[str]) -> Known:
    """Look through the repository that holds the folder `root`, as far as git does not ignore it,
    or outside git through `paths`; and through all env files in `root`."""
    repository = around(root)
    top = repository.top if repository is not None else root
    beside = [it.path for it in os.scandir(root) if ".env" in it.name and it.is_file()]
    source = TreeSource(top, (*(paths if repository is None else (top,)), *beside))
    items = [it for it in source.list().items if _is_python(it.path) or _is_setting(it.path)]
    read: set[str] = set()
    values: dict[str, set[str | None]] = {}
    for document in source.read(items):
        if not isinstance(document, Document):
            continue
        if _is_python(document.path):
            read.update(read_in(document.data))
        elif len(document.data) <= _LARGEST:
            for name, value in _set_in(document.data):
                values.setdefault(name, set()).add(value)
    return Known(frozenset(read), {name: frozenset(it) for name, it in values.items()})


def _is_python(path: str) -> bool:
    return path.endswith((".py", ".pyw", ".ipynb"))


def _is_setting(path: str) -> bool:
    return _SETTING.search(path) is not None and not _EXAMPLE.search(os.path.basename(path))


def _set_in(data: bytes) -> Iterator[tuple[str, str | None]]:
    """Give the variables that a text sets, and to what; not those that it hands on."""
    for pattern in _SET:
        for match in pattern.finditer(data):
            name = match["name"].decode()
            value = (match["double"] or match["single"] or match["bare"] or b"").decode(
                "utf-8", "replace"
            )
            if value and name not in value:  # `NAME: ${NAME}` hands it on
                yield name, value if _WRITTEN_OUT.fullmatch(value) else None
