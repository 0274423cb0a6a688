"""What the code in a tree does with the keys of exchanges, by its calls of their SDKs.

It is read, never run. Where something cannot be told, nothing is said: a method that no table has,
one that is looked up by a name in a variable, a file that does not parse, a client in another
language.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard import sinks
from leakguard.context import names
from leakguard.document import Document
from leakguard.masking.redact import scrub_path
from leakguard.syntax.scopes import parsed
from leakguard.verify.calls import Need, is_harmless, need_of, need_of_path
from leakguard.verify.verdict import Permission

_LARGEST = 1_000_000
"""Bytes of a file that is read as Python."""

_MENTION = re.compile(rb"\b(?:ccxt|binance)\b", re.IGNORECASE)
_OTHER_CODE = (
    ".ipynb", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".go", ".rs", ".java", ".kt", ".cs", ".rb",
    ".php", ".sh",
)  # fmt: skip
_MOST_SEEN = 3
"""Places that are named."""

_ALLOWED = {
    Need.NOTHING: frozenset[Permission](),
    Need.READ: frozenset({Permission.READ}),
    Need.TRADE: frozenset(
        {
            Permission.READ, Permission.TRADE, Permission.MARGIN, Permission.FUTURES,
            Permission.OPTIONS, Permission.PORTFOLIO_MARGIN, Permission.FIX_TRADE,
        }
    ),
    Need.TRANSFER: frozenset(
        {
            Permission.READ, Permission.TRANSFER, Permission.INTERNAL_TRANSFER,
            Permission.UNIVERSAL_TRANSFER,
        }
    ),
    Need.WITHDRAW: frozenset({Permission.READ, Permission.WITHDRAW}),
}  # fmt: skip
"""What a call may need: of trading any kind, since a method's name does not tell the market."""

_VERBS = {Need.READ: "reads", Need.TRADE: "trades", Need.TRANSFER: "transfers",
          Need.WITHDRAW: "withdraws"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """A call of an SDK, or the path of a request."""

    path: str
    line: int
    name: str
    need: Need
    providers: frozenset[str | None]
    """Whose SDKs its file imports; None is one for all exchanges, or stands for none."""
    is_sure: bool
    """Whether its file imports an SDK, so that this is no method of something else's."""


@dataclass(frozen=True, slots=True)
class Uses:
    """What the code of a tree does."""

    seen: tuple[Use, ...] = ()
    is_sure: bool = True
    """Whether nothing else was seen that may need more."""


@dataclass(frozen=True, slots=True)
class Excess:
    """What a key may do and the code does not."""

    permissions: frozenset[Permission]
    uses: str
    """What the code does: `reads`."""
    seen: tuple[Use, ...]
    """Where it shows that, some of the places."""

    def __str__(self) -> str:
        may = ", ".join(str(it) for it in Permission if it in self.permissions)
        at = ", ".join(f"{it.name} in {it.path}:{it.line}" for it in self.seen)
        return f"may {may}; your code only {self.uses} ({at})"


def excess(provider: str, permissions: frozenset[Permission] | None, uses: Uses) -> Excess | None:
    """Give what a key may do beyond what the code uses; None if that is nothing, or if the code
    does not tell what it uses."""
    seen = [it for it in uses.seen if provider in it.providers or None in it.providers]
    if not permissions or not uses.is_sure or not any(it.is_sure for it in seen):
        return None
    needs = {it.need for it in seen}
    beyond = permissions - frozenset().union(*(_ALLOWED[it] for it in needs))
    if not beyond:
        return None
    verbs = [verb for need, verb in _VERBS.items() if need in needs]
    most = max(seen, key=lambda it: list(Need).index(it.need)).need
    shown = tuple(it for it in seen if it.need is most)[:_MOST_SEEN]
    return Excess(beyond, " and ".join(verbs) or "reads market data", shown)


def uses(documents: Iterable[Document]) -> Uses:
    """Read what the code in some documents does."""
    sources: list[_Source] = []
    is_sure = True
    for document in documents:
        if document.is_python and not document.is_notebook:
            source = _source(document)
            is_sure = is_sure and (source is not None or not _MENTION.search(document.data))
            sources += [source] if source is not None else []
        elif document.path.endswith(_OTHER_CODE) and _MENTION.search(document.data):
            is_sure = False
    clients = frozenset(name for it in sources for name in it.clients)
    seen: list[Use] = []
    for source in sources:
        found, is_known = _used(source, clients)
        seen += found
        is_sure = is_sure and is_known
    return Uses(tuple(sorted(seen, key=lambda it: (it.path, it.line, it.name))), is_sure)


@dataclass(frozen=True, slots=True)
class _Source:
    """A module, with what it imports."""

    path: str
    nodes: tuple[ast.AST, ...]
    providers: frozenset[str | None]
    clients: frozenset[str]
    """The names of what it makes of SDKs."""


def _source(document: Document) -> _Source | None:
    if len(document.data) > _LARGEST:
        return None
    tree = parsed(document.data.decode(document.encoding))
    if tree is None:
        return None
    nodes = tuple(ast.walk(tree))
    bound = dict(_bound(nodes))
    clients = frozenset(_clients(nodes, frozenset(bound)))
    path = scrub_path(document.file_path)  # a file may be called like a key
    return _Source(path, nodes, frozenset(bound.values()), clients)


def _packages() -> dict[str, str | None]:
    """Give the packages of the SDKs of exchanges, and whose each is; None is for all."""
    found: dict[str, str | None] = {"ccxt": None, "ccxtpro": None}
    for sink in sinks.load().sinks:
        if names.is_exchange(sink.provider):
            for package in sink.packages:
                found.setdefault(package.partition(".")[0], sink.provider)
    return found


def _bound(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str | None]]:
    """Give the names that a module's imports bind to an SDK or a part of it."""
    packages = _packages()
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                if root in packages:
                    yield alias.asname or root, packages[root]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            root = node.module.partition(".")[0]
            if root in packages:
                yield from ((it.asname or it.name, packages[root]) for it in node.names)


def _clients(nodes: Iterable[ast.AST], bound: frozenset[str]) -> Iterator[str]:
    """Give the names that are assigned what a call of an SDK gives."""
    for node in nodes:
        if isinstance(node, ast.Assign):
            made, targets = node.value, node.targets
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            made, targets = node.value, [node.target]
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            made, targets = node.context_expr, [node.optional_vars]
        else:
            continue
        if _root(made) in bound:
            yield from filter(None, map(_last, targets))


def _root(node: ast.AST) -> str | None:
    """Give the name that a call of a call's attribute begins with: `ccxt` of `ccxt.binance(…)`,
    and of `getattr(ccxt, name)(…)`."""
    is_call = False
    for _ in range(50):
        if isinstance(node, ast.Await):
            node = node.value
        elif isinstance(node, ast.Call):
            is_call = True
            is_looked_up = isinstance(node.func, ast.Name) and node.func.id == "getattr"
            node = node.args[0] if is_looked_up and node.args else node.func
        elif isinstance(node, ast.Attribute):
            node = node.value
        else:
            break
    return node.id if is_call and isinstance(node, ast.Name) else None


def _is_client(node: ast.AST, clients: frozenset[str]) -> bool:
    """Tell whether something is a client, or may give one, and is not what a request gives:
    `client.get_account().get("balances")` asks for nothing more."""
    if _last(node) in clients:
        return True
    made = node.value if isinstance(node, ast.Await) else node
    method = made.func if isinstance(made, ast.Call) else None
    is_answer = isinstance(method, ast.Attribute) and need_of(method.attr) is not None
    return not is_answer and _root(node) in clients


def _last(node: ast.AST) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def _used(source: _Source, clients: frozenset[str]) -> tuple[list[Use], bool]:
    """Give what a module does, and whether all that it asks of clients is known."""
    found: list[Use] = []
    is_sure = True
    providers, is_theirs = source.providers or frozenset({None}), bool(source.providers)
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            need = need_of(name)
            is_client = _is_client(node.func.value, clients)
            is_meant = is_client or is_theirs or need not in (Need.NOTHING, Need.READ)
            if need is not None and is_meant:
                found.append(Use(source.path, node.lineno, name, need, providers, is_theirs))
            elif need is None and is_client and not is_harmless(name):
                is_sure = False
        elif isinstance(node, ast.Call) and _last(node.func) == "getattr":
            is_sure = is_sure and not (node.args and _last(node.args[0]) in clients)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            need = need_of_path(node.value[:1_000])
            if need is not None:
                found.append(
                    Use(source.path, node.lineno, "a request", need, providers, is_sure=False)
                )
    return found, is_sure
