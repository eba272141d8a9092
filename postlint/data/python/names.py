"""The values of a module's names, and what code that is not followed may do to them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from postlint.core.text import Span
from postlint.data.literals import Node, unknown
from postlint.data.python.positions import Positions

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_SCOPES = (*_FUNCTIONS, ast.ClassDef)
_READ_ONLY_FUNCTIONS = frozenset({"len", "print", "str"})
_ALL_NAMES = frozenset({"exec", "eval", "execfile", "globals", "locals", "vars"})
"""Functions that give access to all names of the module."""


class Names:
    """The names of a module with their values so far. Strings and numbers cannot change, lists and mappings can."""

    def __init__(self, module: ast.Module, positions: Positions) -> None:
        self.positions = positions
        self.root = Node("mapping", Span(0, len(positions.text)))
        self.changeable: set[str] = set()
        """Names whose lists and mappings a function may change at any time."""
        functions = list(_functions(module))
        self.has_open_scope = any(_has_all_names(function) for function in functions)
        """Whether a function may assign any name at any time."""
        for function in functions:
            self.changeable.update(_used_names(function))
        self.rebound = {name for node in ast.walk(module) if isinstance(node, ast.Global) for name in node.names}
        """Names that a function may assign at any time."""
        for name in sorted(self.rebound):
            self.assign(name, None, unknown(self.root.span))

    def assign(self, name: str, key: Span | None, value: Node) -> None:
        """Assign to a name."""
        if name in self.rebound or name in self.changeable:
            value.forget()
        self.root.set_key(name, key, unknown(value.span) if name in self.rebound else value)

    def run(self, code: ast.AST) -> None:
        """Forget what a statement or expression that is not followed may change or assign, if it is run at all."""
        for name in _used_names(code):
            self.forget(name)
        for name, node in _bound_names(code):
            self.forget(name)  # the name may keep its value
            self.assign(name, None, unknown(self.positions.span(node)))
        if _has_all_names(code):
            self.root.open()

    def is_defined(self, name: str) -> bool:
        """Whether the module may define a name."""
        return name in self.root.entries

    def forget(self, name: str) -> None:
        """Forget the items and keys of a name's value."""
        if entry := self.root.entries.get(name):
            entry.value.forget()


def _functions(module: ast.Module) -> Iterator[ast.AST]:
    """The functions of a module, without those in other functions."""
    pending: list[ast.AST] = [module]
    while pending:
        node = pending.pop()
        if isinstance(node, _FUNCTIONS):
            yield node
        else:
            pending += ast.iter_child_nodes(node)


def _used_names(code: ast.AST) -> Iterator[str]:
    """The names whose lists and mappings some code may change or pass on, with those that it only assigns."""
    pending = [code]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            yield node.id
        is_read_only = _is_read_only(node)
        pending += [child for child in ast.iter_child_nodes(node) if not (is_read_only and isinstance(child, ast.Name))]


def _is_read_only(node: ast.AST) -> bool:
    """Whether a node only reads the names that are its operands, as in `if X`, `X == []`, `f"{X}"`, `len(X)`."""
    match node:
        case ast.UnaryOp(op=operator):
            return isinstance(operator, ast.Not)
        case ast.Call(func=ast.Name(id=name)):
            return name in _READ_ONLY_FUNCTIONS
        case ast.Call(func=ast.Attribute(value=ast.Constant())):
            return True  # "".join(X)
    return isinstance(node, ast.If | ast.Compare | ast.FormattedValue)


def _bound_names(code: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The names that some code may assign or delete, and where, without those in the scope of a function or class."""
    pending = [code]
    while pending:
        node = pending.pop()
        match node:
            case ast.Name(id=str(name), ctx=ast.Store() | ast.Del()):
                yield name, node
            case ast.alias(asname=None, name=name) if name != "*":
                yield name.partition(".")[0], node
            case (
                ast.alias(asname=str(name))
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
                | ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.MatchMapping(rest=str(name))
            ):
                yield name, node
        for field, value in ast.iter_fields(node):
            is_other_scope = (field == "body" and isinstance(node, _SCOPES)) or (
                field == "target" and isinstance(node, ast.comprehension)
            )
            if not is_other_scope:
                children = value if isinstance(value, list) else [value]
                pending += [child for child in children if isinstance(child, ast.AST)]


def _has_all_names(code: ast.AST) -> bool:
    """Whether some code may assign any name: with `exec`, `globals()`, `import *` or `sys.modules[__name__]`."""
    for node in ast.walk(code):
        match node:
            case ast.Name(id=name) if name in _ALL_NAMES:
                return True
            case ast.alias(name="*") | ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Name()):
                return True
    return False
