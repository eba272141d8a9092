"""Read a JavaScript or TypeScript settings module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DEPTH_LIMIT, DataStructureError, moved
from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.functions import Function, first_parameter, is_branch, returned
from postlint.data.javascript.tokenizer import tokenize
from postlint.data.javascript.tokens import Tokens
from postlint.data.javascript.values import Values
from postlint.data.literals import Node, to_document, to_values, unknown

SIZE_LIMIT: Final = 1_000_000
"""Code points."""


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


@dataclass(frozen=True, slots=True)
class JavaScriptModule:
    """What a settings module exports."""

    configuration: Document
    """The default export: an object, or the object that the exported function returns."""
    exports: Document
    """The named exports, by name."""
    calls: list[MethodCall]
    """The calls on the first parameter of the exported function, in order."""


def read_javascript(text: str, offset: int = 0) -> Document:
    """Read the configuration that a module exports, which starts at an offset in its file. Raises nothing.

    The document is incomplete if the object spreads something unknown, or is passed through a function that may add
    keys to it; functions named `define...` are known to return it unchanged. `undefined` is read as None.

    >>> document = read_javascript('const title = "Tea"; export default defineConfig({title, nav: [f(), "a"]})')
    >>> document.data, document.get(("title",)), document.get(("base",))
    ({'title': 'Tea', 'nav': [UNKNOWN, 'a']}, 'Tea', MISSING)
    """
    return read_javascript_module(text, offset).configuration


def read_javascript_module(text: str, offset: int = 0) -> JavaScriptModule:
    """Read all that a module exports. Raises nothing.

    >>> text = 'module.exports = (c) => { c.addPassthroughCopy("css"); return {dir: {input: "src"}} }'
    >>> module = read_javascript_module(text)
    >>> [(call.method, call.arguments) for call in module.calls], module.configuration.get(("dir", "input"))
    ([('addPassthroughCopy', ['css'])], 'src')
    """
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    try:
        if len(text) > SIZE_LIMIT:
            message = f"file has {len(text):,} characters, at most {SIZE_LIMIT:,} are read"
            raise DataStructureError(message, Span(0, 0))
        return _Reader(tokenize(text), offset).module()
    except DataStructureError as error:
        document = unreadable(error.moved(offset))
    except RecursionError:
        document = unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset)))
    return JavaScriptModule(document, document, [])


class _Reader:
    """Evaluates what a module exports."""

    def __init__(self, tokens: Tokens, offset: int) -> None:
        self.tokens = tokens
        self.offset = offset
        self.declarations = Declarations(tokens)
        self.values = Values(tokens, self.declarations)

    def module(self) -> JavaScriptModule:
        self.exports()
        self.values.find_changed()
        self.values.restart()
        configuration, named, calls = self.exports()
        written = self.values.written
        return JavaScriptModule(
            to_document(configuration, written, self.offset), to_document(named, written, self.offset), calls
        )

    def exports(self) -> tuple[Node, Node, list[MethodCall]]:
        """The default export, the named ones, and the calls of the exported function."""
        declarations = self.declarations
        named = Node("mapping", Span(0, 0))
        for name, declared_name in declarations.exported_names.items():
            declaration = declarations.values.get(declared_name)
            key_span = self.tokens[declaration.name].span if declaration else None
            named.set_key(name, key_span, self.values.declared(declared_name))
        for name, index in declarations.named.items():
            named.set_key(name, self.tokens[index - 2].span, self.values.expression(index)[0])
        configuration = unknown(Span(0, 0))
        if not declarations.is_certain:
            named.open()
        elif declarations.default is None:
            configuration = named if declarations.named else configuration
        elif declarations.function is not None or not declarations.named:
            configuration = self.default_export(declarations.default)
        calls = list(self.calls(declarations.function)) if declarations.function is not None else []
        return configuration, named, calls

    def default_export(self, index: int) -> Node:
        """The value of the default export, and that which it returns if it is a function."""
        function, tokens = self.declarations.function, self.tokens
        if function is None:
            return self.exported_value(index)
        start = returned(tokens, function)
        if start is None:
            node = unknown(Span(0, 0))
        elif tokens[start].kind == "close":  # it returns nothing, so it sets nothing
            node = Node("mapping", tokens[start].span)
        else:
            node = self.exported_value(start)
        is_wrapped = index != function.start and tokens.is_name(index) and tokens.text(index + 1) == "("
        return _passed_through(tokens.text(index), node) if is_wrapped else node

    def exported_value(self, index: int, depth: int = 0) -> Node:
        """The value of an exported expression, through functions that return their argument."""
        tokens = self.tokens
        call = self.whole_call(index) if depth < DEPTH_LIMIT else None
        if call is None:
            return self.values.expression(index)[0]
        callee, opening = call
        end = tokens.skip_expression(opening + 1)
        end += tokens.text(end) == ","
        if end != tokens.partners[opening]:  # not exactly one argument
            return unknown(tokens.span(index, tokens.partners[opening] + 1))
        return _passed_through(callee, self.exported_value(opening + 1, depth + 1))

    def whole_call(self, index: int) -> tuple[str, int] | None:
        """The name of the function and the parenthesis, if an expression is `define({...})` or `a.define({...})`."""
        tokens = self.tokens
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

    def calls(self, function: Function) -> Iterator[MethodCall]:
        """The calls on the first parameter of the exported function, and those chained to them."""
        tokens, parameter = self.tokens, first_parameter(self.tokens, function)
        end = tokens.partners[function.body] if function.is_block else tokens.skip_expression(function.body)
        for index in range(function.body, end):
            if parameter is None or tokens.text(index) != parameter or tokens.text(index - 1) in (".", "?."):
                continue
            is_conditional = index != function.body
            if function.is_block:
                is_conditional = tokens.enclosing[index] != function.body or is_branch(tokens, index)
            after = index + 1
            while tokens.text(after) == "." and tokens.is_name(after + 1) and tokens.text(after + 2) == "(":
                yield self.method_call(after + 1, after + 2, is_conditional)
                after = tokens.partners[after + 2] + 1

    def method_call(self, name: int, opening: int, is_conditional: bool) -> MethodCall:
        """A call, by the indexes of its method's name and of its parenthesis."""
        tokens, values = self.tokens, self.values
        closing = tokens.partners[opening]
        before = values.written
        values.has_names = not is_conditional  # an inner function may have names of its own
        nodes: list[Node] = []
        index = opening + 1
        while index < closing:
            if tokens.text(index) == "...":
                node, index = unknown(tokens[index].span), tokens.skip_expression(index + 1)
            else:
                node, index = values.expression(index)
            nodes.append(node)
            index += 1
        values.has_names = True
        return MethodCall(
            tokens.text(name),
            to_values(nodes, values.written - before),
            [moved(node.span, self.offset) for node in nodes],
            moved(tokens.span(name, closing + 1), self.offset),
            is_conditional,
        )


def _passed_through(callee: str, node: Node) -> Node:
    """The value that a function returns for an object: the same, perhaps with more keys."""
    if callee.startswith("define") or node.kind != "mapping":
        return node
    return Node("mapping", node.span, entries=dict(node.entries), complete=False)
