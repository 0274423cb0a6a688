"""Whether what stands between a name and a value gives it the value, in whatever language."""

import re

from leakguard.context import assignment
from leakguard.context.beside import name_beside
from leakguard.document import Document, Span
from leakguard.rule.unquoted import is_written_about
from leakguard.values.randomness import is_random

_GIVES = re.compile(
    rb"""(?: [=:>(,|?\[{~] | <- | [ :]- | [ ]// | \b(?:is|to|as|or|return) | [&!]\w{1,40} | ^
           | (?i: key | token | secret | password ) [ ]{1,3} (?=`) ) [ \t\\]* ["'`]? [ \t]*
         (?: [rbuLf@$]{1,2} (?=["']) )? ["'`]? $""",
    re.VERBOSE,
)
"""What stands between a name and its value."""
_COMMAND = re.compile(
    rb"\b(?:ENV|ARG|setx?|proxy_set_header|SetEnv|fastcgi_param)\b|#define|(?<!\w)-[\w\-]",
)
_BEHIND_COMMAND = re.compile(rb"[ \t]@?[\"']?$")
"""`ENV NAME value`, `--name value`."""
_SAID = re.compile(
    rb"(?i:(?:api|access|secret|private|auth)[ _\-]?|_)(?i:key|token|secret)[ \t]{1,40}[\"'(]?$"
)
"""A name in a sentence, or in a list that has nothing between names and values."""
_REFUSED = re.compile(
    rb"\b(?i:bad|expired|find|incorrect|invalid|missing|no|revoked|unknown|wrong)[ ]"
    rb"(?:[a-z]{1,12}[ ]){0,2}[\w \-]{0,16}$"
)
"""How a service says that a key opens nothing: `invalid API key …`."""
_SHORTEST_SAID = 20
_DIRECTIVE = re.compile(rb"[ \t#;]*(?i:password|passwd|secret)[ \t]+$")
_UNION, _UNION_ON = re.compile(rb"[\"'] ?\| ?[\"']$"), re.compile(rb"[\"'] ?\| ?[\"']")
_IN_PLACEHOLDER = re.compile(rb"[=:] ?<[^<>]{1,80}>[ ]+$")
"""What stands for a value that its own name is part of: `password=<database-password> port=`."""
_IN_LIST = re.compile(
    rb"(?:[\w}]:!?|\})[A-Za-z_][\w\-]*:$|[\"'](?:[a-z_]\w{0,60}\.){2,9}[a-z_]\w{0,60}:$"
)
"""Names in a row: `user:{plain}password:uid:gid`, `package.module.hash_password:main`."""
_TARGET = re.compile(rb"[\w.\-/%$()]{1,100}[ \t]?:[ \t]+$")
_MAKEFILE = re.compile(r"(?:^|/)(?:GNU)?[Mm]akefile[\w.\-]*$|\.ma?k$")
"""Where a line begins with what is made, and names what is needed for it: `hash.o: hash.c`."""
_IN_URL = re.compile(rb":<[^<>]{1,40}>$")
"""Before the host of a URL that shows where its password belongs: `amqp://<user>:<pass>@host`."""
_NO_VALUE = re.compile(r"(?:None|none|null|nil|[Tt]rue|[Ff]alse)[,;]")
"""What has no password, and what is set next: `key_password:None,verify:True`."""
_OPENED = re.compile(rb"\$\{[\w.\-]{1,100}:?$")
_RESULT = (
    rb"(?:(?:X?PASS|X?FAIL|KFAIL|SKIP|ERROR|UNSUPPORTED|UNTESTED|UNRESOLVED): "
    rb"|Running [^\n]+ \.\.\.)"
)
_PASSED = re.compile(rb"PASS: $")
_RESULT_BEFORE, _RESULT_BEHIND = (
    re.compile(rb"\n%b[^\n]*\n$" % _RESULT),
    re.compile(rb"\n%b" % _RESULT),
)
"""Results of tests, line by line, as DejaGnu and Automake log them: `PASS: ar long names`."""
_LONGEST_RESULT = 300
_NOTHING = re.compile(rb"\w=[ ]+$")
_NEXT = re.compile(r"[A-Za-z_]\w*=(?:[^=]|$)")
"""What stands behind a name that is given nothing: `PASSWORD= PAGE=2`."""
_SENTENCE = re.compile(rb"[ ][a-z]{2,20}[ .,]")
"""What goes on behind a word that is given to no name: `see the password= options to set one`."""
_GOES_ON = re.compile(
    r"[)\]}]{1,4}[,;:.?]|[+.] ?[A-Za-z_$][\w$]*(?:(?:\.|->|::)[\w$]+)*(?:[(\[,;+)]|\.[(\[\\]?$)"
    r"|\|{1,2}[A-Za-z_./]|;[A-Za-z_][\w ]{0,40}="
)
"""How code goes on behind a text for people that looks like a name: `label("Password:"), …`,
`"&password=" + quote(password) + …`; a command, `echo password |login`; the next part of a
connection string, `Password=;Pooling=true`."""


def is_given(document: Document, span: Span, before: bytes, value: str) -> bool:
    """Whether what stands before a value gives it to the name that it has."""
    if _is_of_another(document, span, before, value):
        return False
    if _GIVES.search(before) or _is_of_command(before) or assignment.BESIDE.search(before):
        return True
    if _is_said(before, value):
        return True
    return name_beside(before) is not None or _is_directive(document, span, before)


def _is_said(before: bytes, value: str) -> bool:
    """Whether a value drawn by chance stands behind its name as a word behind the one before."""
    is_named = len(value) >= _SHORTEST_SAID and _SAID.search(before) is not None
    return is_named and is_random(value) and _REFUSED.search(before) is None


def _is_of_command(before: bytes) -> bool:
    """Whether a command or an option gives the value its name, which may be a line of dashes."""
    behind = _BEHIND_COMMAND.search(before, max(0, len(before) - 3))
    return behind is not None and _COMMAND.search(before, 0, behind.start()) is not None


def _is_of_another(document: Document, span: Span, before: bytes, value: str) -> bool:
    """Whether the name before a value is not given it: it is given nothing, ends a text, or is a
    type's, which lists its values."""
    if _GOES_ON.match(value) or (_NOTHING.search(before) and _follows(document, span, value)):
        return True
    if value.startswith("?") and _OPENED.search(before):
        return True  # `${PASSWORD:?set it first}`: what is said where nothing sets it
    if _NO_VALUE.match(value) or (value.startswith("@") and _IN_URL.search(before)):
        return True
    if _TARGET.fullmatch(before) and _MAKEFILE.search(document.path):
        return True
    if _PASSED.match(before) and _is_result(document, span):
        return True
    if _IN_PLACEHOLDER.search(before) or _IN_LIST.search(before):
        return True
    return bool(_UNION.search(before) or _UNION_ON.match(document.data, span[1]))


def _follows(document: Document, span: Span, value: str) -> bool:
    """Whether a value is what follows a name that is given nothing: the next name, or a word."""
    is_word = value.isalpha() and _SENTENCE.match(document.data, span[1]) is not None
    return is_word or _NEXT.match(value) is not None


def _is_result(document: Document, span: Span) -> bool:
    """Whether the line beside that of a value tells a test's result too."""
    start, end = document.line_span(span[0])
    before = b"\n" + document.data[max(0, start - _LONGEST_RESULT) : start]
    behind = b"\n" + document.data[end : end + 20].lstrip(b"\r\n")
    return bool(_RESULT_BEFORE.search(before) or _RESULT_BEHIND.match(behind))


def _is_directive(document: Document, span: Span, before: bytes) -> bool:
    """Whether name and value are the whole of a line of a configuration: `password …`."""
    is_whole = document.data[span[1] : span[1] + 1] in (b"\n", b"\r", b"")
    return is_whole and _DIRECTIVE.match(before) is not None and not is_written_about(document)
