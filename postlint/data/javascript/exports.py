"""The values that a module exports."""

from __future__ import annotations

from postlint.core.text import Span
from postlint.data.errors import DEPTH_LIMIT
from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.functions import Function, returned
from postlint.data.javascript.tokens import Tokens
from postlint.data.javascript.values import Values
from postlint.data.literals import Node, unknown

_NOWHERE = Span(0, 0)


def named_exports(tokens: Tokens, declarations: Declarations, values: Values) -> Node:
    """A mapping with the named exports."""
    named = Node("mapping", _NOWHERE)
    for name, declared_name in declarations.exported_names.items():
        declaration = declarations.values.get(declared_name)
        key_span = tokens[declaration.name].span if declaration else None
        named.set_key(name, key_span, values.declared(declared_name))
    for name, index in declarations.named.items():
        named.set_key(name, tokens[index - 2].span, values.expression(index)[0])
    if not declarations.is_certain:
        named.open()
    return named


def default_export(tokens: Tokens, declarations: Declarations, values: Values, named: Node) -> Node:
    """The value of the default export, or of what it returns if it is a function."""
    start, function = declarations.default, declarations.function
    if not declarations.is_certain:
        return unknown(_NOWHERE)
    if start is None:  # `exports.a = 1` sets a key of the object that is exported
        return named if declarations.named else unknown(_NOWHERE)
    if function is not None:
        node = _returned_value(tokens, function, values)
        is_wrapped = start != function.start and tokens.is_name(start) and tokens.text(start + 1) == "("
        return _passed_through(tokens.text(start), node) if is_wrapped else node
    return unknown(_NOWHERE) if declarations.named else _exported_value(tokens, start, values)


def _returned_value(tokens: Tokens, function: Function, values: Values) -> Node:
    start = returned(tokens, function)
    if start is None:
        return unknown(_NOWHERE)
    if tokens[start].kind == "close":  # it returns nothing, so it sets nothing
        return Node("mapping", tokens[start].span)
    return _exported_value(tokens, start, values)


def _exported_value(tokens: Tokens, index: int, values: Values, depth: int = 0) -> Node:
    """The value of an exported expression, through functions that return their argument."""
    call = _whole_call(tokens, index) if depth < DEPTH_LIMIT else None
    if call is None:
        return values.expression(index)[0]
    callee, opening = call
    end = tokens.skip_expression(opening + 1)
    end += tokens.text(end) == ","
    if end != tokens.partners[opening]:  # not exactly one argument
        return unknown(tokens.span(index, tokens.partners[opening] + 1))
    return _passed_through(callee, _exported_value(tokens, opening + 1, values, depth + 1))


def _whole_call(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The name of the function and the parenthesis, if an expression is `define({...})` or `a.define({...})`."""
    if not tokens.is_name(index):
        return None
    callee, opening = index, index + 1
    while tokens.text(opening) == "." and tokens.is_name(opening + 1):
        callee, opening = opening + 1, opening + 2
    opening = tokens.after_type_arguments(opening) or opening
    if tokens.text(opening) != "(":
        return None
    end = tokens.partners[opening] + 1
    if tokens.text(end) in ("as", "satisfies"):
        end = tokens.skip_type(end + 1)
    is_whole = tokens.ends_expression(end) or tokens.ends_statement(end)
    return (tokens.text(callee), opening) if is_whole else None


def _passed_through(callee: str, node: Node) -> Node:
    """The value that a function returns for an object: the same, perhaps with more keys."""
    if callee.startswith("define") or node.kind != "mapping":
        return node
    return Node("mapping", node.span, entries=dict(node.entries), complete=False)
