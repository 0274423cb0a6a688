"""Which assignments give a library its credential, by the tables of SDKs."""

import libcst as cst

from leakguard import sinks
from leakguard.finding import Role
from leakguard.sinks import Attribute
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.statement import Statement


def setting_of(
    target: cst.BaseExpression, module: Module, statement: Statement
) -> Attribute | None:
    """Give what a library reads that is assigned to: `app.secret_key`, `openai.api_key`,
    `app.config["SECRET_KEY"]`; and `SECRET_KEY` of a module or a class, whether or not it names
    the library, since settings seldom do."""
    name = dotted(target)
    if isinstance(target, cst.Subscript):
        index = target.slice[0].slice
        key = text_of(index.value) if isinstance(index, cst.Index) else None
        name = f"{dotted(target.value)}[{key}]" if key and dotted(target.value) else ""
    found = sinks.load().attribute_for(name) if name else None
    if found is None or not isinstance(found.role, Role):
        return None
    if name in found.names:  # not an attribute of some object, but a name of the module
        is_inside = any(not it.is_class for it in module.spans.blocks(statement.span[0]))
        is_imported = "." in name and any(module.imports_from(it) for it in found.packages)
        return found if is_imported or ("." not in name and not is_inside) else None
    return found if any(module.imports_from(it) for it in found.packages) else None
