"""Misuse that is told from Python's syntax."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from leakguard.candidate import PART, Candidate, Facts, Rewrite, Shape
from leakguard.context.salts import role_in_code
from leakguard.document import Span
from leakguard.finding import Confidence, Mend, Role, Row, Severity
from leakguard.rule.form import FOLLOWED, SYNTAX, is_half
from leakguard.rule.telling import reason_at_home, reason_of_name, shape_under
from leakguard.secret import Secret
from leakguard.values import reason_against

if TYPE_CHECKING:
    import libcst as cst

    from leakguard.syntax.literal import Literal
    from leakguard.syntax.looks import Look
    from leakguard.syntax.module import Module
    from leakguard.syntax.statement import Statement


@dataclass(frozen=True, slots=True)
class Invalid:
    """Python source in which a syntax rule must find something.

    `fixed` is how all of it reads once `leakguard fix --unsafe-fixes` has mended it, `beside` are
    the paths and the contents of other files of the tree.
    """

    text: str
    fixed: str | None = None
    path: str = "example.py"
    beside: tuple[tuple[str, str], ...] = ()


class SyntaxRule:
    """A misuse that is told from Python's syntax.

    A rule defines `visit_<Node>` methods, named after libcst's nodes, each a generator of
    candidates. It keeps no state: one is made for every statement, and what it needs to know of
    the rest it asks `self.module`. Its docstring is the user's page, with the headings
    `Why it is bad:`, `Example:`, `Use instead:` and `References:`.
    """

    ID: ClassVar[str]
    TITLE: ClassVar[str]
    """What was done with the key: `hard-coded in a call`."""
    SUBJECT: ClassVar[str] = "Key"
    """What it was done with, where no role of a value says more."""
    SEVERITY: ClassVar[Severity]
    CONFIDENCE: ClassVar[Confidence]
    RANK: ClassVar[int] = SYNTAX
    ADVICE: ClassVar[tuple[str, ...]]
    REFERENCES: ClassVar[tuple[str, ...]] = ("https://cwe.mitre.org/data/definitions/798.html",)
    TRIGGERS: ClassVar[tuple[str, ...]]
    """Patterns that each end with the closing quote of a literal. Such a literal counts only if
    its name and its form let it be a credential."""
    STATEMENTS: ClassVar[tuple[str, ...]] = ()
    """Patterns that each end inside a statement that may violate the rule, whatever it holds. A
    file that matches none of these, of `TRIGGERS` and of `PLACES` cannot violate the rule."""
    LOOK: ClassVar["Look | None"] = None
    """What a statement of `STATEMENTS` has to pass before it is parsed."""
    PLACES: ClassVar[tuple[str, ...]] = ()
    """Patterns that each end with the closing quote of a literal that nothing names. Such a
    literal counts only if it looks like a password."""
    VALID: ClassVar[tuple[str, ...]]
    INVALID: ClassVar[tuple[Invalid, ...]]

    kind: ClassVar[str] = "syntax"

    def __init__(self, module: "Module", statement: "Statement") -> None:
        self.module = module
        self.statement = statement

    @classmethod
    def facts(cls) -> Facts:
        """What its findings tell the reader."""
        why = section(cls, "Why it is bad")
        return Facts(cls.SUBJECT, why[:1].upper() + why[1:], cls.ADVICE, cls.TITLE)

    def literal(self, node: "cst.BaseExpression | None") -> "Literal | None":
        """Give the constant that `node` stands for, names followed, or None."""
        return None if node is None else self.module.literal(node, self.statement)

    def literals(self, node: "cst.BaseExpression | None") -> "list[Literal]":
        """Give every constant that `node` may stand for: each branch of a condition."""
        return [] if node is None else self.module.literals(node, self.statement)

    def named_literals(self, name: str, node: "cst.BaseExpression") -> "list[Literal]":
        """Give the constants that a value called `name` may be, if the name or the value is that
        of a credential: to look up every name of a module takes time."""
        from leakguard.syntax.names import text_of  # it needs libcst, which is loaded by now

        is_telling = role_in_code(name) is not None or is_half(text_of(node) or "")
        return self.literals(node) if is_telling else []

    def span_of(self, node: "cst.CSTNode") -> Span:
        """Give where a node of the statement stands; of one in another, where this one does."""
        try:
            return self.statement.span_of(node)
        except KeyError:
            return self.statement.span

    def name_given_to(self, span: Span) -> str | None:
        """Give the name of the variable, the item or the parameter that is given what stands at
        `span`, or None."""
        from leakguard.context.assignment import name_at  # few rules ask

        return name_at(self.module.document, span[0])

    @staticmethod
    def mend(
        literal: "Literal",
        *,
        span: Span | None = None,
        form: str | None = None,
        name: str | None = None,
        doubt: str = "",
        besides: tuple[tuple[Span, str], ...] = (),
        rows: tuple[Row, ...] = (),
    ) -> Mend | None:
        """Give how `literal` gets out of the source, or None if no variable can hold it: of bytes
        that are no text, the literal gets out that they are decoded from.

        At `span`, by default where it stands, comes `form`, by default a look-up; `name` is the
        variable that the program knows already, `doubt` why it may do something else then. For
        `besides` and `rows` see `Mend`.
        """
        value = literal.exact
        if value is None and literal.encoded is not None and name is None:
            literal, span, form, besides, rows = literal.encoded, None, None, (), ()
            value = literal.exact
        if value is None:
            return None
        return Mend(
            span or literal.span,
            look_up(literal) if form is None else form,
            Secret(value),
            name,
            name is not None,
            doubt,
            literal.parts or (literal.span,),
            besides,
            rows,
        )

    def as_field(
        self, literal: "Literal", node: "cst.CSTNode | None", row: Row | None = None
    ) -> Mend | None:
        """Give how the default of a field gets out of a class of settings, whose annotation alone
        lets it be read from the environment; None for what is no such field. `row` tells what is
        left out, where that is not all behind the annotation."""
        import libcst as cst  # which is loaded by now

        from leakguard.syntax.fields import default_of_field, variable_of_field

        if not isinstance(node, cst.AnnAssign) or literal.is_followed:
            return None
        row = row or default_of_field(node, self.statement)
        name = variable_of_field(node, self.statement, self.module) if row else None
        return self.mend(literal, name=name, rows=(row,)) if row and name else None

    @staticmethod
    def role_of_variable(name: str | None, literal: "Literal") -> Role | None:
        """Give the role of a value in the environment: by the variable's name, or, whatever its
        name, a signing one if it has the form of a Binance key."""
        if name is not None and (role := role_in_code(name)) is not None:
            return role
        return Role.SECRET if is_half(literal.value) else None

    def candidate(
        self,
        literal: "Literal",
        name: str | None,
        *,
        role: Role | None = None,
        provider: str | None = None,
        mend: Mend | None = None,
        related: tuple[tuple[str, Span], ...] = (),
        is_known: bool = False,
    ) -> Candidate:
        """Give what the rule reports of `literal`, which is given the name `name`.

        `mend` is how it gets out of the source; by default a look-up takes the place of the
        literal. `is_known` says that an SDK takes it as a credential, whatever its name.
        """
        role = role or (role_in_code(name) if name else None)
        is_phrase = " " in literal.value
        home = literal.statement.document
        is_elsewhere = home is not self.module.document
        if is_elsewhere:  # what is related stands in this document, not in that one
            related, mend = (), None
        mend = mend or self.mend(literal)
        statement = literal.statement if mend is None else self._around(mend, literal.statement)
        shape = shape_under(role, None if is_known else name, is_known)
        return Candidate(
            rule=self.ID,
            span=literal.inner,
            value=literal.value,
            severity=self.SEVERITY,
            confidence=Confidence.LOW if is_phrase and not is_known else self.CONFIDENCE,
            facts=self.facts(),
            rank=min(self.RANK, FOLLOWED) if literal.is_followed else self.RANK,
            shape=shape,
            role=role,
            is_known=is_known,
            provider=provider,
            name=name,
            reason=_reason_of_known(literal) if is_known else _reason(literal, name, role, shape),
            related=(*related, *((PART, part) for part in literal.parts)),
            rewrites=(self._rewrite(mend, statement),) if mend is not None else (),
            document=home if is_elsewhere else None,
            used_in=(self.module.document, self.statement.span) if is_elsewhere else None,
        )

    def statement_candidate(
        self,
        node: "cst.BaseExpression",
        statement: "Statement | None" = None,
        *,
        role: Role | None = None,
        confidence: Confidence | None = None,
        mend: Mend | None = None,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> Candidate:
        """Give what the rule reports of `node` itself, which holds no value to hide.

        `statement` is the one in which `node` stands, if it is not the one that is visited;
        `mend` is how it gets better.
        """
        statement = statement or self.statement
        is_elsewhere = statement.document is not self.module.document
        return Candidate(
            rule=self.ID,
            span=statement.span_of(node),
            value="",
            severity=self.SEVERITY,
            confidence=self.CONFIDENCE if confidence is None else confidence,
            facts=self.facts(),
            rank=self.RANK,
            shape=Shape.STATEMENT,
            role=role,
            statement=statement.span,
            related=() if is_elsewhere else related,
            rewrites=(self._rewrite(mend, statement),) if mend is not None else (),
            document=statement.document if is_elsewhere else None,
            used_in=(self.module.document, self.statement.span) if is_elsewhere else None,
        )

    def _around(self, mend: Mend, statement: "Statement") -> "Statement":
        """Give the statement that a mend changes: that of the literal, or the one that uses it."""
        is_own = self.statement.span[0] <= mend.span[0] < self.statement.span[1]
        return (
            self.statement if is_own and statement.document is self.module.document else statement
        )

    def _rewrite(self, mend: Mend, statement: "Statement") -> Rewrite:
        home = statement.document
        module = self.module if home is self.module.document else self.module.other(home)
        has_import = module.environ != "os.environ" or "os" in module.imports
        return Rewrite(mend, statement.span, module.environ, None if has_import else "import os")


def _reason(literal: "Literal", name: str | None, role: Role | None, shape: Shape) -> str | None:
    """Give why a value is none by its name, or by what it is the base64 of, as long as that is not
    a user and a password."""
    plain = literal.plain
    reason = reason_against(plain, shape) if plain is not None and ":" not in plain else None
    return reason or reason_of_name(name, role, literal.value)


def _reason_of_known(literal: "Literal") -> str | None:
    home = literal.statement.document
    return reason_at_home(home, literal.inner[0]) if literal.is_followed else None


def look_up(literal: "Literal") -> str:
    """Give the form of what takes the place of a literal."""
    return "{read}.encode()" if literal.is_bytes else "{read}"


def section(rule: type[SyntaxRule], heading: str) -> str:
    """Give what a rule's docstring says under a heading, on one line; nothing if it has none."""
    lines = (rule.__doc__ or "").splitlines()
    found: list[str] = []
    for line in lines:
        if line.strip().startswith(heading + ":"):
            found.append(line.strip().removeprefix(heading + ":").strip())
        elif found and (not line.strip() or re.match(r"\s*[A-Z][a-z ]+:", line)):
            break
        elif found:
            found.append(line.strip())
    return " ".join(found)
