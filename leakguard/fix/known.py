"""What the files of a project say of variables: which ones its programs read, and which ones get
a value from a Dockerfile, a compose, CI or env file, so that no other value takes their names."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leakguard.advice.variables import Known
from leakguard.document import Document
from leakguard.errors import NotebookError
from leakguard.fix import reads
from leakguard.fix.loading import overrides
from leakguard.fix.offered import Offered, taken_in
from leakguard.fix.repository import around
from leakguard.fix.settings import Settings, settings_in
from leakguard.notebook import open_notebook
from leakguard.sources.tree import TreeSource

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
_PROSE = re.compile(
    r"\.(?:md|rst|adoc|html?|csv|tsv|lock|svg|log|po)\Z|(?:^|/)(?:readme|changelog|license)",
    re.IGNORECASE,
)
"""Paths of files that nothing reads a variable by."""

_LARGEST = 1 << 20
"""Bytes of a file that sets or reads variables."""

_WORD = re.compile(rb"(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{2,100}(?![A-Za-z0-9_])")
_MAGIC = re.compile(rb"""%(?:set_)?env[ \t]+(?P<name>[A-Z_]\w*)[ \t=]+(?P<bare>[^\s"\\]+)""")
"""`%env NAME=value` and `%set_env NAME value` of IPython."""

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


@dataclass(frozen=True, slots=True)
class Project(Known):
    """What the files of a project say of variables, and of how its modules depend on each other."""

    starred: frozenset[str] = frozenset()
    """The last parts of the names of modules of which another imports all names."""
    settings: tuple[Settings, ...] = ()
    offered: Offered = frozenset()
    is_overridden: bool = False
    """Whether an env file counts before the environment."""


def known(root: str, paths: Sequence[str]) -> Project:
    """Look through the repository that holds the folder `root`, as far as git does not ignore it,
    or outside git through `paths`; and through all env files in `root`."""
    repository = around(root)
    top = repository.top if repository is not None else root
    beside = [it.path for it in os.scandir(root) if ".env" in it.name and it.is_file()]
    source = TreeSource(top, (*(paths if repository is None else (top,)), *beside))
    items = [it for it in source.list().items if _is_python(it.path) or _may_tell(it.path)]
    read: set[str] = set()
    patterns: set[tuple[str, str]] = set()
    starred: set[str] = set()
    offered: set[tuple[str, str]] = set()
    values: dict[str, set[str | None]] = {}
    classes: list[tuple[str, bytes]] = []
    is_overridden = False
    for document in source.read(items):
        if not isinstance(document, Document):
            continue
        if _is_python(document.path):
            read |= reads.names(document.data)
            patterns.update(reads.patterns(document.data))
            starred |= reads.starred(document.data)
            offered.update(taken_in(document.data))
            is_overridden = is_overridden or overrides(document.data)
            if b"class " in document.data:
                classes += ((document.path, it) for it in _sources(document))
            given = [*_set_by(_MAGIC, document.data)]
        elif len(document.data) <= _LARGEST:
            given = [*_set_in(document.data)] if _is_setting(document.path) else []
            read |= _mentioned(document.data) - {name for name, _ in given}
        else:
            continue
        for name, value in given:
            values.setdefault(name, set()).add(value)
    settings = tuple(settings_in(classes))
    return Project(
        frozenset(read.union(*(it.read for it in settings))),
        {name: frozenset(it) for name, it in values.items()},
        frozenset(patterns.union(*(it.patterns for it in settings))),
        frozenset(starred),
        settings,
        frozenset(offered),
        is_overridden,
    )


def _sources(document: Document) -> Iterator[bytes]:
    """Give the Python of a document: the whole, or each cell that may hold a class of settings."""
    if not document.is_notebook:
        yield document.data
    elif b"BaseSettings" in document.data:
        try:
            notebook = open_notebook(document)
        except NotebookError:
            return
        for number, it in enumerate(notebook.text.texts):
            if it.is_code and notebook.code is not None:
                yield notebook.code.data[slice(*notebook.text.span_of(number))]


def _is_python(path: str) -> bool:
    return path.endswith((".py", ".pyw", ".ipynb"))


def _is_setting(path: str) -> bool:
    return _SETTING.search(path) is not None


def _may_tell(path: str) -> bool:
    """Tell whether a file can be what something reads its variables by."""
    return not _EXAMPLE.search(os.path.basename(path)) and not _PROSE.search(path)


def _mentioned(data: bytes) -> set[str]:
    return {it[0].decode() for it in _WORD.finditer(data)}


def _set_in(data: bytes) -> Iterator[tuple[str, str | None]]:
    """Give the variables that a text sets, and to what; not those that it hands on."""
    for pattern in _SET:
        yield from _set_by(pattern, data)


def _set_by(pattern: re.Pattern[bytes], data: bytes) -> Iterator[tuple[str, str | None]]:
    for match in pattern.finditer(data):
        groups = match.groupdict()
        found = groups.get("double") or groups.get("single") or groups["bare"] or b""
        name, value = match["name"].decode(), found.decode("utf-8", "replace")
        if value and name not in value:  # `NAME: ${NAME}` hands it on
            yield name, value if _WRITTEN_OUT.fullmatch(value) else None
