"""Files that are to be mended, read again and known again."""

import os
from dataclasses import replace

from leakguard.document import Document, Span, decode
from leakguard.errors import FixError, NotebookError
from leakguard.fix.notebook import NotebookScript
from leakguard.fix.script import Script, read
from leakguard.notebook import open_notebook
from leakguard.notebook.python import commented


def load(path: str, file: str, digest: bytes, masked: tuple[Span, ...]) -> Script:
    """Read a file that was scanned.

    Raises:
        FixError: it changed since, cannot be read, or has an encoding that is not Python's.
    """
    raw = read(file)
    if os.lstat(file).st_nlink > 1:
        raise FixError("the file has another name on the disk, which would keep the value")
    data = decode(raw)
    if data is None:
        raise FixError("it holds a zero byte, which Python does not read")
    document = Document(path, path, data)
    if document.digest != digest:
        raise FixError("it changed since it was scanned")
    if not raw.endswith(data) or len(raw) - len(data) > 3:
        raise FixError("it is UTF-16 or UTF-32, which Python does not read")
    if document.is_notebook:
        return _notebook(document, file, raw, masked)
    script = Script(path, file, raw, document, masked)
    if reason := script.obstacle():
        raise FixError(reason)
    return script


def _notebook(document: Document, file: str, raw: bytes, masked: tuple[Span, ...]) -> Script:
    if document.encoding != "utf-8":
        raise FixError("it is no UTF-8, as a notebook has to be")
    try:
        notebook = open_notebook(document)
    except NotebookError as error:
        raise FixError(f"it {error}") from None
    code = notebook.code
    if code is None:
        code = replace(notebook.text, data=commented(notebook.text.data))
    return NotebookScript(document.path, file, raw, code, masked, notebook=notebook)
