"""The calls that the function exported by a module makes on its parameter, as those of Eleventy do."""

from __future__ import annotations

from typing import Any, NamedTuple

from postlint.core.text import Span
from postlint.data.errors import moved
from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.functions import first_parameter, is_branch
from postlint.data.javascript.tokens import Tokens
from postlint.data.javascript.values import Values
from postlint.data.literals import Node, to_values, unknown


class MethodCall(NamedTuple):
    """A call of a method on the parameter of the exported function: `config.addPassthroughCopy("static")`."""

    method: str
    arguments: list[Any]
    """Plain values; UNKNOWN for what cannot be read, and for a spread."""
    argument_spans: list[Span]
    span: Span
    """From the method's name to the closing parenthesis."""
    is_conditional: bool
    """Whether it is in a branch, a loop or an inner function, so that it may never be made."""


def method_calls(tokens: Tokens, declarations: Declarations, values: Values, offset: int) -> list[MethodCall]:
    """The calls on the first parameter of the exported function, and those chained to them, in order."""
    function = declarations.function
    parameter = first_parameter(tokens, function) if function else None
    if function is None or parameter is None:
        return []
    calls = []
    end = tokens.partners[function.body] if function.is_block else tokens.skip_expression(function.body)
    for index in range(function.body, end):
        if tokens.text(index) != parameter or tokens.text(index - 1) in (".", "?."):
            continue
        is_conditional = index != function.body
        if function.is_block:
            is_conditional = tokens.enclosing[index] != function.body or is_branch(tokens, index)
        after = index + 1
        while tokens.text(after) == "." and tokens.is_name(after + 1) and tokens.text(after + 2) == "(":
            closing = tokens.partners[after + 2]
            values.has_names = not is_conditional  # an inner function may have names of its own
            arguments, nodes = _arguments(tokens, values, after + 2)
            values.has_names = True
            argument_spans = [moved(node.span, offset) for node in nodes]
            span = moved(tokens.span(after + 1, closing + 1), offset)
            calls.append(MethodCall(tokens.text(after + 1), arguments, argument_spans, span, is_conditional))
            after = closing + 1
    return calls


def _arguments(tokens: Tokens, values: Values, opening: int) -> tuple[list[Any], list[Node]]:
    """The arguments in parentheses, as plain values and as nodes."""
    before = values.written
    nodes: list[Node] = []
    index = opening + 1
    while index < tokens.partners[opening]:
        if tokens.text(index) == "...":
            node, index = unknown(tokens[index].span), tokens.skip_expression(index + 1)
        else:
            node, index = values.expression(index)
        nodes.append(node)
        index += 1
    return to_values(nodes, values.written - before), nodes
