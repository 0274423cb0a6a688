"""Calls by which values leave the program: prints, logs, responses, and commands that it runs."""

import re

import libcst as cst

from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted
from leakguard.syntax.outlets import (
    COMMANDS,
    DUMPS,
    HANDLER,
    LEVELS,
    LOGGER,
    MAKES_LOGGER,
    PRINTS,
    RESPONSES,
    SHOWN_FILES,
    STREAMS,
    TAKES_SEVERAL,
    WITH_ENVIRONMENT,
)
from leakguard.syntax.statement import Statement

_QUERY_END = re.compile(r"[?&][\w.\-]{1,60}=$")
_QUERY_TEMPLATE = re.compile(r"\?(?:[\w.\-]{1,60}=[^\s?&]{0,60}&){0,20}[\w.\-]{1,60}=(?:%s|\{)")


def shown_by(node: cst.CSTNode, module: Module) -> list[cst.BaseExpression]:
    """Give what a node shows: the arguments of a call that prints or logs them, of an exception
    that is raised, the message of an assertion."""
    if isinstance(node, cst.Raise) and isinstance(node.exc, cst.Call):
        return [it.value for it in node.exc.args]
    if isinstance(node, cst.Assert) and node.msg is not None:
        return [node.msg]
    if not isinstance(node, cst.Call):
        return []
    name = module.full_name(node.func) or ""
    if not (name in PRINTS or name.endswith(STREAMS) or is_log(node, module)):
        return []
    files = [it.value for it in node.args if it.keyword and it.keyword.value == "file"]
    if any(module.full_name(it) not in SHOWN_FILES for it in files):
        return []  # written to a file of the program's choice
    return [it.value for it in node.args if it.value not in files and not _is_walked(it)]


def _is_walked(argument: cst.Arg) -> bool:
    """`*mapping` gives the names in it alone."""
    return argument.star == "*" and bool(dotted(argument.value))


def in_query(node: cst.CSTNode) -> list[cst.BaseExpression]:
    """Give what a text puts into the query of a URL: `f"…?name={value}"`."""
    if isinstance(node, cst.FormattedString):
        parts = enumerate(node.parts)
        return [
            it.expression
            for index, it in parts
            if isinstance(it, cst.FormattedStringExpression) and _is_query(_text(node, index))
        ]
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        return [node.right] if _is_query(_text(node.left)) else []
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Modulo):
        return [node.right] if _QUERY_TEMPLATE.search(_text(node.left)) else []
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        is_format = node.func.attr.value == "format"
        is_template = is_format and _QUERY_TEMPLATE.search(_text(node.func.value))
        return [it.value for it in node.args] if is_template else []
    return []


def _is_query(text: str) -> bool:
    return "?" in text and _QUERY_END.search(text[-64:]) is not None


def _text(node: cst.BaseExpression, count: int | None = None) -> str:
    """Give the text of a literal, or of the first `count` parts of a formatted one."""
    if isinstance(node, cst.SimpleString):
        return node.raw_value
    parts = node.parts[:count] if isinstance(node, cst.FormattedString) else ()
    return "".join(it.value if isinstance(it, cst.FormattedStringText) else "x" for it in parts)


def is_log(call: cst.Call, module: Module) -> bool:
    """Tell whether a call writes to a log: a level's method of something called a logger."""
    if not isinstance(call.func, cst.Attribute):
        return (module.full_name(call.func) or "").startswith(("logging.", "loguru."))
    if call.func.attr.value not in LEVELS:
        return False
    owner = call.func.value
    if isinstance(owner, cst.Call):  # logging.getLogger(__name__).info(…), self.logger().info(…)
        made = owner.func
        name = made.attr.value if isinstance(made, cst.Attribute) else dotted(made)
        return name.lower() in MAKES_LOGGER or LOGGER.fullmatch(name) is not None
    return LOGGER.fullmatch(dotted(owner).rpartition(".")[2]) is not None


def sent_by(node: cst.CSTNode, module: Module, statement: Statement) -> list[cst.BaseExpression]:
    """Give what a node makes a web response or JSON of: the arguments of a call, or what a web
    handler returns."""
    if isinstance(node, cst.Return) and node.value is not None:
        return [node.value] if _is_in_handler(statement, module) else []
    if not isinstance(node, cst.Call):
        return []
    name = module.full_name(node.func) or ""
    is_sent = name.rpartition(".")[2] in RESPONSES or name in DUMPS or name == "flask.Response"
    return [it.value for it in node.args] if is_sent else []


def _is_in_handler(statement: Statement, module: Module) -> bool:
    """Whether a decorator makes the function around a statement answer requests."""
    functions = [it for it in module.spans.blocks(statement.span[0]) if not it.is_class]
    if not functions:
        return False
    start = functions[0].start
    return HANDLER.search(module.document.data, max(0, start - 600), start) is not None


def command_arguments(node: cst.CSTNode, module: Module) -> list[cst.BaseExpression]:
    """Give what a call puts on the command line of a process that it starts, or into a shell."""
    name = module.full_name(node.func) or "" if isinstance(node, cst.Call) else ""
    if not isinstance(node, cst.Call) or name not in COMMANDS:
        return []
    given = [it.value for it in node.args if it.keyword is None and it.star != "**"]
    named = [it.value for it in node.args if it.keyword and it.keyword.value in ("args", "cmd")]
    if not TAKES_SEVERAL.search(name):
        given = given[:1]
    elif name in WITH_ENVIRONMENT:
        given = given[:-1]
    return [*given, *named]
