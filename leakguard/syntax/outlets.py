"""By what values leave a program, and what shows them: the calls that print, log, send and run, and
how the bytes of a statement tell that it may hold one."""

import re
from dataclasses import dataclass

KEEPING = frozenset({
    "str", "repr", "ascii", "bytes", "format", "dict", "json.dumps", "pprint.pformat", "pformat",
    "base64.b64encode", "base64.urlsafe_b64encode", "base64.standard_b64encode", "shlex.quote",
    "shlex.join", "urllib.parse.quote", "urllib.parse.quote_plus", "urllib.parse.urlencode",
    "quote", "quote_plus", "urlencode", "shlex.split", "collections.OrderedDict",
})  # fmt: skip
"""Functions whose result shows what they are given."""

ITERATING = frozenset({"list", "tuple", "sorted", "set", "frozenset", "reversed"})
"""Functions whose result shows the items of what they are given: of a mapping, its names alone."""

KEEPING_METHODS = frozenset({
    "strip", "lstrip", "rstrip", "upper", "lower", "title", "encode", "decode", "hex", "format",
    "format_map", "copy", "items", "values", "splitlines", "removeprefix", "removesuffix",
    "__str__", "__repr__", "__copy__",
})  # fmt: skip
"""Methods whose result shows their object."""

JOINING_METHODS = frozenset({"join", "format", "format_map"})
"""Methods whose result shows their arguments."""

KEEPING_CALLS = frozenset(
    it.rpartition(".")[2].encode() for it in KEEPING | ITERATING | JOINING_METHODS
)
"""How the calls end whose result shows what they are given."""

PRINTS = frozenset({
    "print", "pprint.pprint", "pprint.pp", "rich.print", "rich.pretty.pprint", "warnings.warn",
    "sys.exit", "exit", "quit", "click.echo", "click.secho", "typer.echo", "typer.secho",
    "streamlit.write", "streamlit.text", "streamlit.code", "sys.stdout.write", "sys.stderr.write",
})  # fmt: skip
STREAMS = (".stdout.write", ".stderr.write", "console.print", "console.log")
SHOWN_FILES = {"sys.stdout", "sys.stderr", "stdout", "stderr"}

LEVELS = frozenset({
    "debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "trace",
    "success",
})  # fmt: skip
LOGGER = re.compile(r"(?:.*_)?(?:log|logger|logging|loguru|log[0-9]|[a-z]*logger)", re.IGNORECASE)
MAKES_LOGGER = {"getlogger", "get_logger", "bind", "opt", "getchild"}

RESPONSES = frozenset({
    "jsonify", "render_template", "render_template_string", "make_response", "HttpResponse",
    "JsonResponse", "TemplateResponse", "JSONResponse", "ORJSONResponse", "PlainTextResponse",
    "HTMLResponse", "json_response",
})  # fmt: skip
DUMPS = frozenset({"json.dump", "json.dumps", "simplejson.dumps", "yaml.dump", "yaml.safe_dump"})

HANDLER = re.compile(
    rb"@[\w.]{1,80}\.(?:route|get|post|put|patch|delete|api_route|view_config)[ \t]*\([^\r\n]*"
    rb"(?:[\r\n]+[ \t]*@[^\r\n]*)*[\r\n]+[ \t]*$"
)
"""A decorator that makes the function below it answer requests."""

HANDLES = re.compile(
    rb"@[\w.]{1,80}\.(?:route|get|post|put|patch|delete|api_route|view_config)[ \t]*\("
)
"""A decorator of a function that answers requests."""

COMMANDS = frozenset({
    "os.system", "os.popen", "commands.getoutput", "commands.getstatusoutput", "pexpect.spawn",
    "pexpect.run", "pty.spawn",
    *(f"subprocess.{name}" for name in
      ("run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput")),
    *(f"os.{name}" for name in
      ("execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe", "spawnl",
       "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe",
       "posix_spawn", "posix_spawnp")),
    *(f"asyncio{between}.create_subprocess_{name}" for name in ("exec", "shell")
      for between in ("", ".subprocess")),
    *(f"anyio.{name}" for name in ("run_process", "open_process")), "trio.run_process",
})  # fmt: skip
WITH_ENVIRONMENT = frozenset({
    "os.execle", "os.execlpe", "os.execve", "os.execvpe", "os.spawnle", "os.spawnlpe",
    "os.spawnve", "os.spawnvpe", "os.posix_spawn", "os.posix_spawnp",
})  # fmt: skip
"""Those whose last positional argument is the environment of the new process."""
TAKES_SEVERAL = re.compile(r"create_subprocess_exec|^os\.(?:exec|spawn|posix_spawn)")
"""Those of which more positional arguments than the first belong to the command."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way by which values leave a program, as bytes tell it."""

    pattern: re.Pattern[bytes]
    """What a statement holds in which they do."""
    calls: frozenset[bytes] | None
    """How the calls end in whose brackets they do; None if brackets do not matter."""
    is_statement: bool = False
    """Whether they do outside brackets."""


def _endings(*names: str) -> frozenset[bytes]:
    return frozenset(name.rpartition(".")[2].encode() for name in names)


_LEVEL = "|".join(sorted(LEVELS)).encode()
_SHOWS = Way(
    re.compile(
        rb"\b(?:print|pprint|pp|exit|quit|warn|echo|secho)[ \t]*\("
        rb"|\braise[ \t]+[\w.]+[ \t]*\("
        rb"|(?:\)|(?i:log|logger|logging|loguru|log[0-9]))\s{0,20}\.(?:" + _LEVEL + rb")[ \t]*\("
        rb"|\b(?:stdout|stderr|st|streamlit)\.(?:write|text|code)[ \t]*\(|\bconsole\.log[ \t]*\("
    ),
    _endings(*PRINTS, *STREAMS, *LEVELS, "raise"),
)
_ASSERTS = Way(re.compile(rb"\bassert\b[^#]{1,400},"), frozenset(), is_statement=True)
SHOWN = (_SHOWS, _ASSERTS)
"""Where `outputs.shown_by` gives something."""

QUERIES = Way(re.compile(rb"[?&][\w.\-]{1,60}="), None)
"""Where `outputs.in_query` gives something."""

_SENDING = _endings(*RESPONSES, *DUMPS, "Response")
SENDS = Way(re.compile(rb"\b(?:%s)[ \t]*\(" % b"|".join(sorted(_SENDING))), _SENDING)
"""Where `outputs.sent_by` gives something, but for a `return`."""

ANSWERS = Way(re.compile(rb"\breturn\b"), frozenset(), is_statement=True)
"""Where a request is answered, in a module that `HANDLES` some."""

_RUNNING = _endings(*COMMANDS)
RUNS = Way(re.compile(rb"\b(?:%s)[ \t]*\(" % b"|".join(sorted(_RUNNING))), _RUNNING)
"""Where `outputs.command_arguments` gives something."""
