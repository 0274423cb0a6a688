"""Compares the sink tables with the packages that they speak of: a slow command, no test.

    python tests/sinks_verify.py SOURCES [TABLE ...] [--download] [--names]

SOURCES holds one unpacked distribution a folder, called like its table with `_` for `-`. With
`--download`, what is missing there is fetched with pip, in the version that the table names.
Every call must be defined in the package with the parameters of the table in that order. Only
the syntax of the sources is read; nothing of them is run. `--names` prints the calls that the
tables take to be distinctive although other packages in SOURCES define the same name.
"""

import argparse
import ast
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from leakguard import sinks
from leakguard.pack.location import rule_folder
from leakguard.sinks import tables as sink_tables

HEADER = re.compile(r"# (?P<name>\S+) (?P<version>\S+): ")
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
WHEELS = ((), ("--platform", "win_amd64"), ("--python-version", "3.10"))
"""What pip is told, in turn, to find a wheel: its Python files are the same for each system."""
MODELS = {
    "BaseModel",
    "BaseSettings",
    "NamedTuple",
    "BaseChatModel",
    "BaseLLM",
    "BaseOpenAI",
    "Struct",
}


@dataclass(frozen=True)
class Signature:
    """What a callable takes; `is_open` if it has `**`, `inherited` what that may hold."""

    positional: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    is_open: bool = False
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True)
class Package:
    """The definitions in the sources of a distribution, by name."""

    folder: Path
    classes: dict[str, list[ast.ClassDef]] = field(default_factory=lambda: defaultdict(list))
    functions: dict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))
    """Definitions of a module are also called `module.name`."""
    modules: dict[ast.stmt, str] = field(default_factory=dict)
    """In which module each definition stands."""
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def signatures(self, call: str, packages: tuple[str, ...] = ()) -> Iterator[Signature]:
        """Give the signatures that a call of the table may have, those from its packages alone
        where there are any."""
        found = list(self._found(call))
        near = [one for one, module in found if any(f".{name}." in module for name in packages)]
        yield from near or [one for one, _ in found]

    def _found(self, call: str) -> Iterator[tuple[Signature, str]]:
        names = [call]
        for name in names:  # grows while aliases lead on
            owner, _, method = name.rpartition(".")
            others = {f"{other}.{method}" for other in self.aliases.get(owner, ())}
            names += sorted((others | self.aliases.get(name, set())) - set(names))
            for function in self.functions.get(name, ()):
                yield signature(function, skipped=0), self.modules[function]
            for definition in self.classes.get(name, ()):
                for one in self._constructors(definition):
                    yield one, self.modules[definition]
            for definition in self.classes.get(owner, ()):
                for one in self._methods(definition, method):
                    yield one, self.modules[definition]

    def _constructors(self, definition: ast.ClassDef) -> Iterator[Signature]:
        for one in self._nearest(definition, self._has_constructor):
            for method in _constructors(one):
                own = signature(method, skipped=1)
                yield replace(own, inherited=self._inherited(one)) if own.is_open else own
            if not _constructors(one):
                yield Signature(self._data_fields(one))

    def _methods(self, definition: ast.ClassDef, name: str) -> Iterator[Signature]:
        for one in self._nearest(definition, lambda one: bool(_methods(one, name))):
            for method in _methods(one, name):
                is_static = "staticmethod" in {_last(mark) for mark in method.decorator_list}
                yield signature(method, skipped=0 if is_static else 1)

    def _has_constructor(self, definition: ast.ClassDef) -> bool:
        return bool(_constructors(definition) or self._data_fields(definition))

    def _nearest(
        self, definition: ast.ClassDef, is_it: Callable[[ast.ClassDef], bool]
    ) -> Iterator[ast.ClassDef]:
        """Give the classes for which `is_it` holds, nothing of what lies behind them."""
        queue = [definition]
        for one in queue:
            if is_it(one):
                yield one
            else:
                queue += [base for base in self._bases(one) if base not in queue]

    def _ancestors(self, definition: ast.ClassDef) -> list[ast.ClassDef]:
        queue = [definition]
        for one in queue:
            queue += [base for base in self._bases(one) if base not in queue]
        return queue[1:]

    def _inherited(self, definition: ast.ClassDef) -> tuple[str, ...]:
        names: dict[str, None] = {}
        for one in self._ancestors(definition):
            for method in _constructors(one):
                found = signature(method, skipped=1)
                names |= dict.fromkeys((*found.positional, *found.keywords))
            names |= dict.fromkeys(self._data_fields(one))
        return tuple(names)

    def _data_fields(self, definition: ast.ClassDef) -> tuple[str, ...]:
        """The parameters that a dataclass or a model makes of its annotations."""
        ancestors = self._ancestors(definition)
        lineage = (*reversed(ancestors), definition)
        if not any(_is_data(one) for one in lineage):
            return ()
        names = [name for one in lineage if _is_data(one) for name in _fields(one)]
        if any(_is_model(one) for one in lineage):
            names = [name for one in lineage for name in _fields(one)]
        return tuple(dict.fromkeys(names))

    def _bases(self, definition: ast.ClassDef) -> list[ast.ClassDef]:
        names = [
            _last(base.value if isinstance(base, ast.Subscript) else base)
            for base in definition.bases
        ]
        return [
            found for name in names for found in self.classes.get(name, ())
            if found is not definition
        ]  # fmt: skip

    @cached_property
    def text(self) -> str:
        """All sources in one."""
        return "\n".join(path.read_text("utf-8", "replace") for path in _files(self.folder))


def signature(node: Function, skipped: int) -> Signature:
    """Give the signature of a definition without its first `skipped` parameters."""
    positional = [one.arg for one in (*node.args.posonlyargs, *node.args.args)][skipped:]
    keywords = [one.arg for one in node.args.kwonlyargs]
    return Signature(tuple(positional), tuple(keywords), node.args.kwarg is not None)


def read(folder: Path) -> Package:
    """Read the definitions in a folder of sources."""
    package = Package(folder)
    for path in _files(folder):
        try:
            module = ast.parse(path.read_text("utf-8", "replace"))
        except (SyntaxError, ValueError):
            continue
        _read_module(package, path.relative_to(folder).with_suffix(""), module)
    return package


def _read_module(package: Package, path: Path, module: ast.Module) -> None:
    parts = [*path.parts]
    if parts[-1] == "__init__":
        parts.pop()
    dotted, stem = f".{'.'.join(parts)}.", parts[-1] if parts else package.folder.name
    for node in _statements(module.body):
        if isinstance(node, Function):
            package.modules[node] = dotted
            package.functions[node.name].append(node)
            package.functions[f"{stem}.{node.name}"].append(node)
        elif isinstance(node, ast.ClassDef):
            _read_class(package, node, stem, dotted)
        elif isinstance(node, ast.Assign):
            _read_alias(package, stem, node)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                package.aliases[f"{stem}.{alias.asname or alias.name}"].add(alias.name)
                if alias.asname:
                    package.aliases[alias.asname].add(alias.name)


def _read_class(package: Package, node: ast.ClassDef, outer: str, dotted: str) -> None:
    package.modules[node] = dotted
    package.classes[node.name].append(node)
    package.classes[f"{outer}.{node.name}"].append(node)
    for inner in node.body:
        if isinstance(inner, ast.ClassDef):
            _read_class(package, inner, node.name, dotted)


def _read_alias(package: Package, stem: str, node: ast.Assign) -> None:
    """`encode = _instance.encode` means some method `encode`, `Client = OpenAI` the class."""
    value = node.value.func if isinstance(node.value, ast.Call) else node.value
    if not isinstance(value, ast.Name | ast.Attribute):
        return
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id != _last(value):
            package.aliases[target.id].add(_last(value))
        if isinstance(target, ast.Name) and isinstance(value, ast.Attribute):
            owner = _last(value.value)
            package.aliases[f"{stem}.{target.id}"].add(f"{owner}.{value.attr}")
            package.aliases[target.id].add(f"{owner}.{value.attr}")
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Call):
            # `_instance = PyJWT()`: its methods are those of the class
            for definition in package.classes.get(_last(value), ()):
                for name in {one.name for one in definition.body if isinstance(one, Function)}:
                    package.aliases[f"{target.id}.{name}"].add(f"{_last(value)}.{name}")


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Module-level statements, also those under `if` and `try`."""
    for node in body:
        yield node
        for name in ("body", "orelse", "finalbody"):
            if isinstance(node, ast.If | ast.Try):
                yield from _statements(getattr(node, name, []))
        for handler in getattr(node, "handlers", []):
            yield from _statements(handler.body)


def _methods(definition: ast.ClassDef, name: str) -> list[Function]:
    return [
        one for one in _statements(definition.body)
        if isinstance(one, Function) and one.name == name
    ]  # fmt: skip


def _fields(definition: ast.ClassDef) -> list[str]:
    """The annotated names, and the `alias` of each that is given one by a call."""
    found: list[str] = []
    for one in definition.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            found.append(one.target.id)
            keywords = one.value.keywords if isinstance(one.value, ast.Call) else []
            found += [
                word.value.value
                for word in keywords
                if word.arg == "alias"
                and isinstance(word.value, ast.Constant)
                and isinstance(word.value.value, str)
            ]
    return found


def _constructors(
    definition: ast.ClassDef,
) -> list[Function]:
    return _methods(definition, "__init__") or _methods(definition, "__new__")


def _is_data(definition: ast.ClassDef) -> bool:
    marks = {_last(one) for one in definition.decorator_list}
    return _is_model(definition) or bool(marks & {"dataclass", "define", "frozen", "attrs"})


def _is_model(definition: ast.ClassDef) -> bool:
    """Whether its annotations, and those of its bases, become parameters."""
    return bool({_last(base) for base in definition.bases} & MODELS)


def _last(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in (*sorted(folder.rglob("*.py")), *sorted(folder.rglob("*.pyi")))
        if not {"test", "tests", "site-packages"} & set(path.relative_to(folder).parts)
    ]


def disagreement(sink: sinks.Sink, call: str, package: Package) -> str | None:
    """Say how a table and its package differ about a call, or None."""
    found = list(package.signatures(call, sink.packages))
    if not found:
        return "is not defined"
    faults = [_fault(sink, one, package) for one in found]
    if None in faults:
        return None
    return f"{faults[0]}: ({', '.join((*found[0].positional, '*', *found[0].keywords))})"


def _fault(sink: sinks.Sink, one: Signature, package: Package) -> str | None:
    if one.positional[: len(sink.positional)] != sink.positional:
        return "has other positional parameters"
    taken = {*one.positional, *one.keywords, *one.inherited}
    for name in sink.credentials:
        if name not in taken and not (one.is_open and _is_mentioned(name, package)):
            return f"does not take {name}"
    return None


def _is_mentioned(name: str, package: Package) -> bool:
    """Whether something that takes `**kwargs` may read this name out of them: it is a parameter
    or a key somewhere in the package."""
    return bool(
        re.search(rf"""(["']){re.escape(name)}\1|\b{re.escape(name)}\s*[=:,]""", package.text)
    )


def unpack(archive: Path, folder: Path) -> None:
    """Unpack the Python files of a wheel or a source distribution."""
    if archive.name.endswith((".whl", ".zip")):
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(
                folder, [name for name in wheel.namelist() if name.endswith((".py", ".pyi"))]
            )
    else:
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")


def download(distribution: str, version: str, folder: Path) -> None:
    """Fetch a distribution with pip, a wheel if there is one, and unpack it."""
    wanted = f"{distribution}=={version}"
    folder.mkdir(parents=True)  # for what is written in C alone too
    with tempfile.TemporaryDirectory() as parts:
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", parts)
        for wheel in WHEELS:  # what is fetched as sources is built first, if only in part
            wanted_as = (*pip, "--only-binary", ":all:", *wheel, wanted)
            if subprocess.run(wanted_as, check=False).returncode == 0:
                break
        else:
            subprocess.run((*pip, wanted), check=True)
        for archive in Path(parts).iterdir():
            unpack(archive, folder)


def header(path: Path) -> tuple[str, str]:
    """Give the distribution and the version that a table says it was read from."""
    match = HEADER.match(path.read_text("utf-8"))
    if match is None:
        raise SystemExit(f"{path.name}: begin with `# DISTRIBUTION VERSION: what it is`")
    return match["name"], match["version"]


def stem(distribution: str) -> str:
    """Give the name of the table of a distribution, without `.toml`."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def check(path: Path, package: Package) -> list[str]:
    """Give what a table says that its package does not."""
    import tomllib

    trusted = {
        call
        for entry in tomllib.loads(path.read_text("utf-8")).get("sink", [])
        if "unchecked" in entry
        for call in entry["calls"]
    }
    table = sink_tables.of_contents(sink_tables.parse([path]))
    faults = [
        f"{path.stem}: {call} {fault}"
        for sink in table.sinks
        for call in sink.calls
        if call not in trusted and (fault := disagreement(sink, call, package))
    ]
    words = [(name, re.split(r"[.\[\]]+", name.rstrip("]"))[-1]) for attribute in table.attributes
             for name in attribute.names]  # fmt: skip
    words += [(one.name, one.name) for one in table.headers()]
    return faults + [
        f"{path.stem}: {name} is not in its sources"
        for name, word in words
        if word.lower() not in package.text.lower()
    ]


def shared_names(packages: dict[str, Package]) -> Iterator[str]:
    """Give the calls that are taken to be distinctive, though other packages define them."""
    table = sinks.load()
    for name in table.call_names(common=False):
        own = {sink.table for sink in table.sinks_for(name)}
        others = [
            one
            for one, package in packages.items()
            if one not in own and (name in package.classes or name in package.functions)
        ]
        if others or len(own) > 1:
            yield f"{name} ({', '.join(sorted(own))}): {', '.join(others)}"


def main() -> int:
    """Check the tables; the exit code is 1 if one disagrees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    parser.add_argument("tables", nargs="*", help="names of tables; all if none is given")
    parser.add_argument("--download", action="store_true")
    parser.add_argument("--names", action="store_true")
    options = parser.parse_args()
    faults: list[str] = []
    packages: dict[str, Package] = {}
    for path in sorted((rule_folder() / "sinks").glob("*.toml")):
        if options.tables and path.stem not in options.tables:
            continue
        distribution, version = header(path)
        folder = options.sources / path.stem.replace("-", "_")
        if distribution == "python":
            folder = Path(sysconfig.get_path("stdlib"))
        elif options.download and not folder.is_dir():
            download(distribution, version, folder)
        if not folder.is_dir():
            faults.append(f"{path.stem}: no sources in {folder}")
            continue
        packages[path.stem] = read(folder)
        faults += check(path, packages[path.stem])
    print(*faults, sep="\n")
    print(f"{len(packages)} tables read, {len(faults)} disagreements")
    if options.names:
        print(*shared_names(packages), sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
