"""Statements of a module, followed in order as far as they are certain."""

from __future__ import annotations

import ast

from postlint.data.document import Document
from postlint.data.literals import Node, to_document
from postlint.data.python.names import Names
from postlint.data.python.positions import Positions
from postlint.data.python.values import Values


def follow(module: ast.Module, positions: Positions, offset: int = 0) -> Document:
    """The values of a module's names after its last statement.

    Assignments and calls of `append`, `extend` and `update` are followed at the top level. After any other statement,
    what it assigns is unknown, and so are the lists and mappings that it mentions.
    """
    names = Names(module, positions)
    statements = _Statements(names)
    for statement in module.body:
        statements.follow(statement)
    if names.has_open_scope:
        names.root.open()
    return to_document(names.root, statements.values.written, offset)


class _Statements:
    def __init__(self, names: Names) -> None:
        self.names = names
        self.values = Values(names)

    def follow(self, statement: ast.stmt) -> None:
        match statement:
            case ast.Assign(targets=targets, value=value):
                node = self.values.evaluate(value)
                for target in targets:
                    self.assign(target, node)
            case ast.AnnAssign(target=target, annotation=annotation, value=value):
                if value is not None:
                    self.assign(target, self.values.evaluate(value))
                self.names.run(annotation)
            case ast.AugAssign(target=target, op=ast.Add(), value=value):
                self.add(target, self.values.evaluate(value))
            case ast.Expr(value=ast.Call(func=ast.Attribute() as function, args=[argument], keywords=[])):
                if not self.call(function.value, function.attr, argument):
                    self.names.run(statement)
            case _:
                self.names.run(statement)

    def assign(self, target: ast.expr, node: Node) -> None:
        """`X = value` and `X["key"] = value`."""
        match target:
            case ast.Name(id=name):
                self.names.assign(name, self.names.positions.span(target), node)
            case ast.Subscript(value=container_expression, slice=subscript):
                container, key = self.values.evaluate(container_expression), self.values.evaluate(subscript)
                if container.kind == "mapping":
                    self.values.set_item(container, key, node)
                else:
                    container.forget()
                    node.forget()
            case _:
                node.forget()
                self.names.run(target)

    def add(self, target: ast.expr, value: Node) -> None:
        """`X += value`, which changes a list in place."""
        current = self.values.evaluate(target)
        if current.kind == "list":
            self.values.extend(current, value)
        else:
            self.assign(target, self.values.add(current, value))

    def call(self, receiver: ast.expr, method: str, argument: ast.expr) -> bool:
        """Follow a call of a method that changes a list or mapping; False if it is not one of these."""
        if method not in ("append", "extend", "update") or isinstance(argument, ast.Starred):
            return False
        node = self.values.evaluate(receiver)
        match node.kind, method:
            case "list", "append":
                node.items.append(self.values.evaluate(argument))
            case "list", "extend":
                self.values.extend(node, self.values.evaluate(argument))
            case "mapping", "update":
                self.values.merge(node, self.values.evaluate(argument))
            case _:
                return False
        return True
