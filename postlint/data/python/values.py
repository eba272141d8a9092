"""Values of expressions that are built from literals and known names."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from postlint.core.text import Span
from postlint.data.errors import DEPTH_LIMIT
from postlint.data.literals import Node, scalar, unknown
from postlint.data.python.names import Names

_WORK_LIMIT = 200_000
"""List items, keys and characters that additions and spreads may copy."""


class Values:
    """Evaluates expressions. What else they do, such as calling a function with a list, is done to the names."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.positions = names.positions
        self.written = 0
        """Expressions in the file."""
        self.work = _WORK_LIMIT

    def evaluate(self, expression: ast.expr, depth: int = 0) -> Node:
        """The value of an expression; unknown if it is not built from literals and known names."""
        self.written += 1
        node = self.known(expression, depth + 1) if depth < DEPTH_LIMIT else None
        if node is None:
            self.names.run(expression)
            return unknown(self.positions.span(expression))
        return node

    def known(self, expression: ast.expr, depth: int) -> Node | None:
        """The value of an expression of a kind that is followed; None for others."""
        span = self.positions.span(expression)
        match expression:
            case ast.Constant(value=value):
                return scalar(value, span) if value is None or isinstance(value, str | int | float) else None
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return scalar(-number, span)
            case ast.Name(id=name):
                entry = self.names.root.entries.get(name)
                return entry.value if entry else unknown(span)
            case ast.List(elts=items):
                return self.sequence(Node("list", span), items, depth)
            case ast.Tuple(elts=items) | ast.Set(elts=items):
                return self.sequence(Node("tuple", span), items, depth)
            case ast.Dict(keys=keys, values=values):
                return self.mapping(Node("mapping", span), keys, values, depth)
            case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords) if not self.names.is_defined("dict"):
                return self.keywords(Node("mapping", span), keywords, depth)
            case ast.JoinedStr(values=parts):
                return self.joined(parts, span, depth)
            case ast.BinOp(op=ast.Add()):
                return self.sum(expression, span, depth)
            case ast.Subscript(value=container, slice=subscript):
                node, key = self.evaluate(container, depth), mapping_key(self.evaluate(subscript, depth))
                return node.entries[key].value if key in node.entries else None
        return None

    def sequence(self, node: Node, items: Iterable[ast.expr], depth: int) -> Node:
        """Fill a list or tuple."""
        for item in items:
            if isinstance(item, ast.Starred):
                self.extend(node, self.evaluate(item.value, depth))
            else:
                node.items.append(self.evaluate(item, depth))
        return node

    def mapping(self, node: Node, keys: Iterable[ast.expr | None], values: Iterable[ast.expr], depth: int) -> Node:
        """Fill a mapping from a dictionary display."""
        for key_expression, value_expression in zip(keys, values, strict=True):
            if key_expression is None:  # **value
                self.merge(node, self.evaluate(value_expression, depth))
            else:
                key, value = self.evaluate(key_expression, depth), self.evaluate(value_expression, depth)
                self.set_item(node, key, value)
        return node

    def keywords(self, node: Node, keywords: Iterable[ast.keyword], depth: int) -> Node:
        """Fill a mapping from the arguments of `dict(a=1)`."""
        for keyword in keywords:
            value = self.evaluate(keyword.value, depth)
            if keyword.arg is None:
                self.merge(node, value)
            else:
                start = self.positions.span(keyword).start
                node.set_key(keyword.arg, Span(start, start + len(keyword.arg)), value)
        return node

    def joined(self, parts: Iterable[ast.expr], span: Span, depth: int) -> Node | None:
        """An f-string whose placeholders are known."""
        strings = []
        for part in parts:
            match part:
                case ast.Constant(value=str(string)):
                    strings.append(string)
                case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                    node = self.evaluate(value, depth)
                    if node.kind != "scalar" or not self.spend(len(str(node.scalar))):
                        return None
                    strings.append(str(node.scalar))
                case _:
                    return None
        return scalar("".join(strings), span)

    def sum(self, expression: ast.BinOp, span: Span, depth: int) -> Node:
        """`a + b + c`, which is nested to the left as deeply as it is long."""
        operands: list[ast.expr] = []
        left: ast.expr = expression
        while isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add):
            operands.append(left.right)
            left = left.left
        total = self.evaluate(left, depth)
        for operand in reversed(operands):
            total = self.add(total, self.evaluate(operand, depth))
        total.span = span  # `add` always makes a new node
        return total

    # Operations on values

    def add(self, left: Node, right: Node) -> Node:
        """A new node for the sum of two values. A list plus something unknown is a list that goes on."""
        span = Span(left.span.start, max(left.span.end, right.span.end))
        if isinstance(left.scalar, str) and isinstance(right.scalar, str):
            is_short = self.spend(len(left.scalar) + len(right.scalar))
            return scalar(left.scalar + right.scalar, span) if is_short else unknown(span)
        kinds = {left.kind, right.kind}
        for kind in ("list", "tuple"):
            if kind in kinds and kinds <= {kind, "unknown"}:
                node = Node(kind, span)
                self.extend(node, left)
                self.extend(node, right)
                return node
        left.forget()
        right.forget()
        return unknown(span)

    def extend(self, node: Node, value: Node) -> None:
        """Add the items of a value at the end of a list."""
        if value.kind in ("list", "tuple") and self.spend(len(value.items)):
            node.items += list(value.items)
            node.complete = node.complete and value.complete
        else:
            value.forget()
            node.open()

    def merge(self, node: Node, value: Node) -> None:
        """Set the keys of another mapping."""
        if value.kind == "mapping" and self.spend(len(value.entries)):
            node.merge(value)
        else:
            value.forget()
            node.open()

    def set_item(self, node: Node, key_node: Node, value: Node) -> None:
        """Set a key of a mapping, which may be equal to any other key if it is not known."""
        key = mapping_key(key_node)
        if key is None:
            value.forget()
            node.open()
        else:
            node.set_key(key, key_node.span, value)

    def spend(self, amount: int) -> bool:
        """Whether so many items or characters may still be copied."""
        self.work -= amount
        return self.work >= 0


def mapping_key(node: Node) -> Any:
    """The key that a value is, if it is a string or an integer; else None."""
    value = node.scalar
    return value if isinstance(value, str) or type(value) is int else None
