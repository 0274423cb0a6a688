"""The name that a value is given in text of any format.

Reads left from the value: `name = value`, `name: value`, `"name": "value"`, `export NAME=value`,
`ENV NAME value`, `-H "Name: value"`, `?name=value`; a YAML or JSON neighbour (`name: X` above
`value: …`); the heading of a CSV column; a label on the line above (plain notes).
"""

import re

from leakguard.context import names
from leakguard.context.beside import name_beside
from leakguard.context.inserted import column_of
from leakguard.document import Document, iter_lines

_REACH = 200
"""How many bytes before a value its name may stand."""

# Reads from the value to the left, over the reversed text: anchored, so that no position is tried
# twice.
_BEFORE = re.compile(
    rb"""(?: ["'`] \\{0,4} | \[ATADC\[!< )? [ \t]*                      # opens the value
    (?: (?<=["']) [rRbBuUfFL@]{1,2} | [ ]\w{1,40}[&!]                            # b"..."
      | \( [\w.:]{0,40}[A-Za-z_] (?: &? | \]\[ ) )?
    [ \t]* (?: =: | >= | =(?: \?\?? | \+ | \|\| | = )? | :\? | -?: | >- | -<    # gives it
             | \|\|? | \?\? )
    (?: (?<==) (?: (?P<type> [\w.\[\]<>?|, ]{0,40}[A-Za-z_]'?\[?&? ) [ \t]* :     # its type
                 | [ ]? [\w.()]{1,40} [ ] [sS][aA] (?=[ ])                          # As String
                 | [ ]? \}[a-z; ]{3,40} \{ (?=[ ]?\w)                               # { get; set; }
                 | [ ]? \]\d{0,6}\[                                             # char name[]
                 | [ ]? \} (?= ["']? [A-Za-z0-9_.\-]{1,80} ["']? \{ [\w>}] ) ) )? [ \t]* # $h{name}
    (?: \] (?=[A-Za-z0-9_]{2,80}:\[) )?                                          # [:name]
    (?: \)? \]? (?P<quote>["'`]) \\{0,4}
        (?P<quoted> [A-Za-z0-9_.:\- ]{0,79}[A-Za-z_] ) (?P=quote) (?![ ]?=)       # "name", ['name']
      | (?P<bare> (?: [A-Za-z0-9_\-]{0,20}[A-Za-z_] [ ] ){0,3} [A-Za-z0-9_.\-]{0,79}[A-Za-z_] )
    )""",
    re.VERBOSE,
)
_FALLBACK = re.compile(
    rb"""(?P<name>[A-Za-z_][\w.\-]{0,79}) ["']? \]? [ ]? (?: :?= | => | :(?=[ ]) ) [ ]?
         (?: [A-Za-z_][\w.\-]{0,60} (?: \[[\w$'"\-]{1,40}\] | \(["']?[\w.]{0,40}["']?\) )?
           | [$@] [A-Za-z_][\w>\-\[\]{}'"]{0,60} ) [ ]?
         (?: \|{2} | \?[?:] | //(?<=[ ]//) | \bor\b ) [ ]? ["'`]$""",
    re.VERBOSE,
)
"""What is taken where nothing else gives the value: `password = process.argv[2] || "…`."""
_DIRECTIVE = re.compile(  # Dockerfile, setx, command options
    rb"""(?: (?:^|\s) (?:ENV|ARG|setx|set|export|\#define|proxy_set_header|SetEnv|fastcgi_param)
           [ \t]+ (?P<name>[A-Za-z_][\w\-]{0,79})
           | (?<![\w\-]) --? (?P<option>[A-Za-z][\w-]{0,79}) ) [ \t]+ @? ["']? $""",
    re.VERBOSE,
)
_PROSE = re.compile(
    rb"(?<![A-Za-z0-9])(?P<name>(?:api[ _\-]?|access[ _\-]?)?"
    rb"(?:secret|key|password|token)(?:[ _\-]?key)?)"
    rb"(?:[ \t]{1,3}(?:is[ \t]{1,3}|-[ ]|=>[ \t]*)|[ \t]{1,40})[\"'`(]?$",
    re.IGNORECASE,
)
"""A word before the value, as in notes: `my binance secret …`."""

_ELEMENT = re.compile(
    rb"""<(?:\w{1,20}:)?(?P<name>[A-Za-z_][\w.\-]{0,79})
         (?:\s (?: (?:key|name|id)=["'](?P<key>[A-Za-z_][\w.\-]{1,79})["'] )? [^<>]{0,80})?
         >\s*$""",
    re.VERBOSE,
)
_LABEL = re.compile(
    rb"""^[\s\#/*>\-]*["']?(?P<name>[A-Za-z][A-Za-z0-9_\-\x20]{1,59}?)["']?
         \s*+[:=]?\s*+(?:[|>][+\-]?)?\s*+$""",
    re.VERBOSE,
)
_ARGUMENTS = re.compile(
    rb"""(?: (?: \(\s* | \b(?:systemProperty|property|put|set)[ ] )
             ["'](?P<quoted>[A-Za-z_][\w.\-]{1,79})["']
           | \b(?:set|let!?)[ (]:(?P<symbol>[a-z_]\w{1,79}) (?: (?=,) | (?=\)[ ]\{) )
           | (?: \{ | \b(?:define|strn?cpy|strlcpy|memcpy)\( ) \s* (?:\([\w* ]{1,20}\)[ ]?)?
             (?P<bare>[A-Za-z_][\w.\-]{1,79}) )
         (?: \s*,\s* | \)[ ]\{[ ]? ) (?: HeaderValue::from_static\( )?
         (?:[rbuLf@$]{1,2}(?=["']))?["']$""",
    re.VERBOSE,
)
"""`put("name", "…`, `put 'name', '…`, `{name, "…`, `strcpy(name, "…`, `set :name, "…`,
`let(:name) { "…`."""

_PAIR = re.compile(
    rb"""\{\s*["'](?P<quoted>[A-Za-z_][\w.\-]{1,79})["']\s*,\s*(?:[bL$@]{1,2}(?="))?["']$"""
)
_OF_PAIRS = (".cs", ".java", ".cpp", ".cc", ".cxx", ".hpp", ".h")
"""Where `{"name", "value"}` is a pair; elsewhere it is a list, or a row of a table."""

BESIDE = re.compile(
    rb"""(?: ^[ \t#;]* @? | (?: ^ | [\s({\[,] ) :
           | \( (?: def | defonce | defvar | defconst | defparameter | setq | setf ) [ ]{1,4} \*? )
         (?P<name>[A-Za-z_][\w\-]{1,60}) \*? [ \t]{1,40} ["']$""",
    re.VERBOSE,
)
"""A quoted value right beside its name: `storePassword "…`, `(def api-key "…`, `:password "…`."""

_ATTRIBUTE = re.compile(
    rb"<[A-Za-z][^<>]{0,150}\s[A-Za-z][\w\-]{0,20}:(?P<name>[A-Za-z_][\w.\-]{0,79})\s?=\s?[\"']$"
)
"""Of an element of XML, in a namespace: `<a:Token u:Id="…`."""

_HEADER = re.compile(r"(?i:Authorization|Authenticate)$")
_PARAMETER = re.compile(r"[A-Z][\w\-]* (\w+)")
"""Of a header that names a scheme: `Authorization: Digest username="…`."""

QUOTE_OF_MARKUP = re.compile(rb"&(?:quot|apos|#3[49]|#x2[27]);?")
"""A quote as HTML and XML write it in a text; a value that is one has lost its last sign."""

_PROPERTY = re.compile(
    rb"""(?: (?<![\w.\-]) (?:[A-Za-z_]\w{0,40}\.){0,3} (?P<set>[A-Za-z_]\w{2,60})
             \.(?:set|convention)\(
           | \b (?:w?string|QString|QByteArray|String|string_view) [ ] (?P<made>[A-Za-z_]\w{1,60})
             [({]
           | \b (?:var|val|let|get|def|String) [ ] (?P<got>[A-Za-z_]\w{1,60}) (?:\(\))?
             (?: [ ]?:[ ]?String\?? )? [ ]? (?: (?:=|by[ ]lazy) [ ]? )? \{ [ ]? (?:return[ ])?
           ) ["']$""",
    re.VERBOSE,
)
"""`password.set("…`, as of Gradle; `std::string password("…`; what gives a value back whenever it
is asked for, `var password: String { return "…`, `val password by lazy { "…`."""
_SET_TO = re.compile(rb"[`\"'](?P<name>[A-Za-z_][\w.\-]{1,79})[`\"'] (?:to|is|as) [`\"']$")
_SETTER = re.compile(
    rb"""(?P<verb>\b(?:set|with|use|add)_?|[.>:])(?P<name>[A-Za-z_]\w{2,60})\s?\(\s*
         (?:[rbuLf@$]{1,2}(?=["']))?["'`]$""",
    re.VERBOSE,
)
_ASKING = frozenset(
    "get is has find validate remove delete create parse verify check decode load read fetch"
    " generate new make match expect require request refresh revoke clear reset hash".split()
)
"""Verbs of calls whose argument is no new value: `getToken("…")`."""

ARGUMENT = re.compile(rb"\$\{\d{1,2}:?-$")
"""Of a shell, before what it takes where an argument is missing: `PASSWORD=${1:-…`."""
_POWERSHELL = re.compile(rb"\$\{?env:", re.IGNORECASE)
_VALUE_NAMES = {"value", "default", "val", "defaultvalue", "string", "content",
                "param-value"}  # fmt: skip
_NEIGHBOUR = re.compile(
    rb"""(?:["']?(?:name|key|variable)["']?\s*[:=]\s*|variable\s+
          |\b(?:option|attribute|setting|param|property)[ (]:
          |<(?:key|name|param-name)>\s*)["']?
         (?P<name>[A-Za-z_][\w.\-]{0,79})""",
    re.IGNORECASE | re.VERBOSE,
)
_VARIABLE = re.compile(rb"""\bvariable\s+"(?P<name>[A-Za-z_][\w.\-]{0,79})"\s*\{[^{}]*\Z""")
"""Of Terraform, with what is said of it before its default."""
_VARIABLE_REACH = 400
_KEY = re.compile(rb"[ \t\-]*[\"']?(?P<name>[A-Za-z_][\w.\-]{0,79})[\"']?[ \t]*:[ \t]*\r?\Z")
"""Of a mapping in YAML, on a line of its own."""
_KEY_LINES = 6
_BUILT_WITH = re.compile(
    rb"fromEnvironment\(\s*[\"'](?P<name>[A-Za-z_][\w.\-]{0,79})[\"'],\s*defaultValue:\s*[\"']$"
)
"""Of Dart, which a program is built with: `String.fromEnvironment("NAME", defaultValue: "…`."""
_HEADING = re.compile(rb"[A-Za-z][A-Za-z0-9_ .\-]{0,40}$")
_SEPARATORS = (b",", b";", b"\t", b"|")


def name_at(document: Document, start: int) -> str | None:
    """Give the name of the value whose first byte is at `start`, or None if it has none."""
    data = document.data
    reach = data[max(0, start - _REACH) : start]
    line = QUOTE_OF_MARKUP.sub(b'"', re.split(rb"[\r\n]", reach)[-1])
    before = _POWERSHELL.sub(b"$", ARGUMENT.sub(b"", line))
    if name := _of_attribute(before) or column_of(document, start):
        return (_neighbour(document, start) if name.lower() in _VALUE_NAMES else None) or name
    if match := _BEFORE.match(before[::-1]):
        name = _assigned(document, start, match)
        return name if names.role(name) else _other_name(before) or name
    if name := _of_fallback(before):
        return name
    if name := name_beside(before):
        return name
    if match := _ELEMENT.search(before):
        name = _of_element(match)
        is_value = name.lower() in _VALUE_NAMES
        return (_neighbour(document, start) if is_value else None) or name
    for pattern in (_DIRECTIVE, _ARGUMENTS, BESIDE, _SET_TO, _PROPERTY, _PROSE):
        if match := pattern.search(before):
            return _text(match[match.lastgroup or 0])
    if setter := _setter(before):
        return setter
    if document.path.endswith(_OF_PAIRS) and (pair := _PAIR.search(before)):
        return _text(pair["quoted"])
    return _column_heading(document, start) or _label_above(document, start, before)


def _assigned(document: Document, start: int, match: re.Match[bytes]) -> str:
    """The name of what `_BEFORE` matched."""
    name = _text((match["quoted"] or match["bare"])[::-1])
    given = _text((match["type"] or b"")[::-1])
    if (parameter := _PARAMETER.fullmatch(given)) and _HEADER.search(name):
        return parameter[1]
    if names.role(given) is not None and names.role(name) is None:
        return given  # `kraken: api_key = …` is a heading and a name, no name and its type
    if name.lower() in _VALUE_NAMES or given.lower() == "value":
        return _neighbour(document, start) or name  # value="…", android:value="…"
    return name


def _other_name(before: bytes) -> str | None:
    """The name where the sign before a value is not what gives it: `$ftp->setPassword("…`."""
    return _of_fallback(before) or name_beside(before) or _setter(before)


def _of_fallback(before: bytes) -> str | None:
    match = _FALLBACK.search(before)
    return _text(match["name"]) if match else None


def _of_attribute(before: bytes) -> str | None:
    match = _ATTRIBUTE.search(before)
    return _text(match["name"]) if match else None


def _text(name: bytes) -> str:
    return name.decode("ascii", "replace").strip()


def _of_element(match: re.Match[bytes]) -> str:
    """`<password>`, `<entry key="password">`: the name that an element gives its text."""
    key = _text(match["key"] or b"")
    return key if names.role(key) is not None else _text(match["name"])


def _setter(before: bytes) -> str | None:
    """`setPassword("…`, `.apiKey("…`: a call that is named after what it is given."""
    match = _SETTER.search(before)
    name = _text(match["name"]) if match else ""
    is_asking = names.words(name)[:1] and names.words(name)[0] in _ASKING
    if name.lower() == "pass":
        return None  # a test passes: `Assert.Pass("…")`
    return name if names.role(name) and not is_asking else None


def _neighbour(document: Document, start: int) -> str | None:
    """`- name: API_SECRET` on one of the two lines above, or before it on the same line; the
    variable of Terraform that it is the default of."""
    window = document.data[max(0, start - _REACH) : start]
    if built := _BUILT_WITH.search(window):
        return _text(built["name"])
    found = None
    for line in window.splitlines()[-3:]:
        for match in _NEIGHBOUR.finditer(line):
            found = _text(match["name"])
    if found is None:
        variable = _VARIABLE.search(document.data, max(0, start - _VARIABLE_REACH), start)
        found = _text(variable["name"]) if variable else _key_above(document, start)
    return found


def _key_above(document: Document, start: int) -> str | None:
    """The key of the mapping that a value of YAML stands in: of its default, the parameter."""
    lines = document.data[max(0, start - _VARIABLE_REACH) : start].split(b"\n")[-_KEY_LINES:]
    depth = _indentation(lines[-1])
    above = next((it for it in reversed(lines[:-1]) if _indentation(it) < depth), b"")
    key = _KEY.fullmatch(above)
    return _text(key["name"]) if key else None


def _indentation(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))


def _column_heading(document: Document, start: int) -> str | None:
    line_start, line_end = document.line_span(start)
    if line_end - line_start > 4096:
        return None
    header_start, header_end = next(iter_lines(document.data, 0, min(4096, len(document.data))))
    if header_start == line_start:
        return None
    header = document.data[header_start:header_end]
    for separator in _SEPARATORS:
        column = document.data.count(separator, line_start, start)
        headings = header.split(separator)
        if len(headings) > 1 and len(headings) - 1 == document.data.count(
            separator, line_start, line_end
        ):
            heading = headings[column].strip(b" \"'")
            return _text(heading) if _HEADING.match(heading) else None
    return None


def _label_above(document: Document, start: int, before: bytes) -> str | None:
    """A line of its own above a value that stands alone: `Secret key:` and then the value."""
    if before.strip(b" \t\"'`-*>"):
        return None
    line_start, _ = document.line_span(start)
    above = document.data[max(0, line_start - _REACH) : line_start].rstrip()
    match = _LABEL.match(re.split(rb"[\r\n]", above)[-1])
    name = _text(match["name"]) if match else ""
    if above.endswith(b"="):
        name = name.rpartition(" ")[2]  # `private static final String NAME =`
    return name if names.role(name) else None
