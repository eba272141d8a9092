"""Literals in a JavaScript or TypeScript settings module. It is split into tokens and never run.

What is read: the configuration object that the module exports (`module.exports = {...}`, `export default {...}`,
`export default defineConfig({...})`, a constant that is exported, the object that an exported function returns), and
the literal arguments of the calls that an exported function makes on its parameter, as Eleventy's do. The names of
constants are followed. A value that depends on anything else, or that other code may change, is UNKNOWN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DEPTH_LIMIT, DataStructureError
from postlint.data.javascript_names import Changes, Function, Names
from postlint.data.javascript_tokens import Tokens, tokenize
from postlint.data.literals import Node, scalar, to_document, to_values, unknown

SIZE_LIMIT: Final = 1_000_000
"""Code points."""

_WORK_LIMIT = 200_000
"""List items, keys and characters that spreads and additions may copy."""
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}
_ACCESSORS = frozenset({"get", "set", "async", "static"})
_ESCAPE = re.compile(
    r"\\(?:(?P<break>\r\n|[\n\r\u2028\u2029])|u\{(?P<braces>[0-9a-fA-F]{1,6})\}|u(?P<four>[0-9a-fA-F]{4})"
    r"|x(?P<two>[0-9a-fA-F]{2})|0(?![0-9])|(?P<other>[^0-9ux]))"
)
_SIMPLE_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
_DECIMAL = re.compile(r"0|[1-9][0-9]*")
_MOST_DIGITS = 4_000


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
    """Evaluates the literals of a module.

    It does so twice: first to learn which uses of each name become part of a value, then knowing that all other uses
    may change the object of that name.
    """

    def __init__(self, tokens: Tokens, offset: int) -> None:
        self.tokens = tokens
        self.offset = offset
        self.names = Names(tokens)
        self.changes: dict[str, Changes] = {}
        self.start()

    def start(self) -> None:
        """Forget all values."""
        self.values: dict[str, Node] = {}
        self.evaluating: set[str] = set()
        self.followed: list[int] = []
        """The indexes of the names whose objects are part of the value that is being read."""
        self.followed_by: dict[str, list[int]] = {}
        """The same for the value of each declared name."""
        self.written = 0
        self.work = _WORK_LIMIT

    def module(self) -> JavaScriptModule:
        function = self.names.function
        self.exports()
        if function is not None:
            list(self.calls(function))
        for name in self.names.declarations:
            self.declared(name)
        self.changes = self.names.changes({*self.followed, *(at for uses in self.followed_by.values() for at in uses)})
        self.spread_changes()
        self.start()
        for name in self.changes:
            self.declared(name)
        configuration, named = self.exports()
        calls = list(self.calls(function)) if function is not None else []
        return JavaScriptModule(
            to_document(configuration, self.written, self.offset), to_document(named, self.written, self.offset), calls
        )

    def spread_changes(self) -> None:
        """What may change an object may change the objects in it, and that of which it is another name."""
        pending = list(self.changes)
        while pending:
            name = pending.pop()
            changes, declaration = self.changes[name], self.names.declarations[name]
            is_alias = declaration.end == declaration.start + 1
            is_name = self.tokens[declaration.start].kind == "name" or self.tokens.text(declaration.start) == "("
            if not (is_name or changes.is_used or changes.used_keys):
                continue
            for index in self.followed_by.get(name, ()):
                target = self.tokens.text(index)
                added = Changes(changes.is_used, changes.set_keys, changes.used_keys) if is_alias else Changes(True)
                if self.changes.setdefault(target, Changes()).add(added):
                    pending.append(target)

    # Exports

    def exports(self) -> tuple[Node, Node]:
        """The default export and the named ones."""
        names = self.names
        named = Node("mapping", Span(0, 0))
        for name, declared_name in names.named_declarations.items():
            declaration = names.declarations.get(declared_name)
            key_span = self.tokens[declaration.name].span if declaration else None
            named.set_key(name, key_span, self.declared(declared_name))
        for name, index in names.named.items():
            named.set_key(name, self.tokens[index - 2].span, self.expression(index, 0)[0])
        for key in names.exports_changes.set_keys:
            named.set_key(key, None, unknown(Span(0, 0)))
        if not names.is_certain or names.exports_changes.is_used:
            named.open()
            return unknown(Span(0, 0)), named
        if names.default is None:
            return named if names.named or names.exports_changes.set_keys else unknown(Span(0, 0)), named
        configuration = self.default_export(names.default, 0)
        if configuration.kind == "mapping" and names.function is None:
            self.change(configuration, names.exports_changes)
            if names.named:
                configuration.merge(named)
        return configuration, named

    def default_export(self, index: int, depth: int) -> Node:
        """The value of an exported expression, through functions and calls that return their argument."""
        function = self.names.function
        if function is not None and depth == 0:
            start = self.names.returned(function)
            if start is None:
                node = unknown(Span(0, 0))
            elif self.tokens[start].kind == "close":  # it returns nothing, so it sets nothing
                node = Node("mapping", self.tokens[start].span)
            else:
                node = self.default_export(start, 1)
            is_direct = self.tokens.text(index + 1) != "(" or not self.tokens.is_name(index) or index == function.start
            return node if is_direct else self.passed_through(self.tokens.text(index), node)
        call = self.call_of_export(index)
        if call is None or depth > DEPTH_LIMIT:
            return self.expression(index, 0)[0]
        callee, opening = call
        closing = self.tokens.partners[opening]
        end = self.tokens.skip_expression(opening + 1)
        end += self.tokens.text(end) == ","
        if end != closing:  # not exactly one argument
            return unknown(self.tokens.span(index, closing + 1))
        return self.passed_through(callee, self.default_export(opening + 1, depth + 1))

    def passed_through(self, callee: str, node: Node) -> Node:
        """The value that a function returns for an object: the same, perhaps with more keys."""
        if callee.startswith("define") or node.kind != "mapping":
            return node
        return Node("mapping", node.span, entries=dict(node.entries), complete=False)

    def call_of_export(self, index: int) -> tuple[str, int] | None:
        """The name of the function and the parenthesis of `define({...})`, `a.define({...})`, `require("a")({...})`."""
        tokens = self.tokens
        if not tokens.is_name(index) or tokens.text(index) in ("new", "async", "function", "await", "class"):
            return None
        callee, after = tokens.text(index), index + 1
        while tokens.text(after) == "." and tokens.is_name(after + 1):
            callee, after = tokens.text(after + 1), after + 2
        after = tokens.after_type_arguments(after) or after
        if tokens.text(after) != "(":
            return None
        # `require("a")` gives a function, which takes its own options before it takes the configuration.
        missing_calls = 2 if callee == "require" else 0
        while tokens.text(tokens.partners[after] + 1) == "(":
            callee, after, missing_calls = "", tokens.partners[after] + 1, missing_calls - 1
        end = tokens.partners[after] + 1
        if tokens.text(end) in ("as", "satisfies"):
            end = tokens.skip_type(end + 1)
        is_whole = tokens.ends_expression(end) or tokens.ends_statement(end)
        return (callee, after) if is_whole and missing_calls <= 0 else None

    def calls(self, function: Function) -> Iterator[MethodCall]:
        """The calls on the first parameter of the exported function, and those chained to them."""
        tokens, parameter = self.tokens, self.names.parameter(function)
        end = tokens.partners[function.body] if function.is_block else tokens.skip_expression(function.body)
        for index in range(function.body, end):
            if parameter is None or tokens.text(index) != parameter or tokens.text(index - 1) in (".", "?."):
                continue
            is_conditional = index != function.body
            if function.is_block:
                is_conditional = tokens.enclosing[index] != function.body or self.names.is_branch(index)
            after = index + 1
            while tokens.text(after) == "." and tokens.is_name(after + 1) and tokens.text(after + 2) == "(":
                opening = after + 2
                yield self.method_call(after + 1, opening, is_conditional)
                after = tokens.partners[opening] + 1

    def method_call(self, name: int, opening: int, is_conditional: bool) -> MethodCall:
        tokens = self.tokens
        closing = tokens.partners[opening]
        before = self.written
        nodes: list[Node] = []
        index = opening + 1
        while index < closing:
            if tokens.text(index) == "...":
                nodes.append(unknown(tokens[index].span))
                index = tokens.skip_expression(index + 1)
            else:
                node, index = self.expression(index, 0)
                nodes.append(node)
            index += 1
        spans = [Span(node.span.start + self.offset, node.span.end + self.offset) for node in nodes]
        span = tokens.span(name, closing + 1)
        return MethodCall(
            tokens.text(name),
            to_values(nodes, self.written - before),
            spans,
            Span(span.start + self.offset, span.end + self.offset),
            is_conditional,
        )

    # Names

    def name(self, index: int) -> Node:
        """The value of a name."""
        text = self.tokens.text(index)
        if text in _CONSTANTS:
            return scalar(_CONSTANTS[text], self.tokens[index].span)
        if text not in self.names.declarations:
            return unknown(self.tokens[index].span)
        self.followed.append(index)
        node = self.declared(text)
        return unknown(self.tokens[index].span) if node.kind == "unknown" else node

    def declared(self, name: str) -> Node:
        """The value of a declared name."""
        declaration = self.names.declarations.get(name)
        if declaration is None or name in self.names.unreadable or name in self.evaluating:
            return unknown(Span(0, 0))
        if name not in self.values:
            outer, self.followed = self.followed, []
            self.evaluating.add(name)
            node, end = self.expression(declaration.start, len(self.evaluating))
            self.evaluating.remove(name)
            self.followed_by[name], self.followed = self.followed, outer
            if end != declaration.end:
                node = unknown(node.span)
            if name in self.changes:
                self.change(node, self.changes[name])
            self.values[name] = node
        return self.values[name]

    def change(self, node: Node, changes: Changes) -> None:
        """Forget what other code may change in a value."""
        if changes.is_used or (node.kind != "mapping" and (changes.set_keys or changes.used_keys)):
            node.forget()
            return
        for key in changes.used_keys:
            if key in node.entries:
                node.entries[key].value.forget()
        for key in changes.set_keys:
            entry = node.entries.get(key)
            node.set_key(key, entry.key if entry else None, unknown(entry.value.span if entry else node.span))

    # Expressions

    def expression(self, index: int, depth: int) -> tuple[Node, int]:
        """The value of an expression that begins at an index, and the index after it."""
        tokens, start = self.tokens, index
        followed = len(self.followed)
        node, index = self.operand(index, depth + 1) if depth < DEPTH_LIMIT else (None, index)
        while node is not None:
            text = tokens.text(index)
            if tokens.ends_expression(index) or tokens.ends_statement(index):
                return node, index
            if text in ("as", "satisfies"):
                index = tokens.skip_type(index + 1)
            elif text == "!":
                index += 1
            elif text == "." and tokens.is_name(index + 1):
                entry = node.entries.get(tokens.text(index + 1))
                node, index = entry.value if entry else None, index + 2
            elif text == "+":
                right, index = self.operand(index + 1, depth + 1)
                node = self.sum(node, right) if right is not None else None
            else:
                node = None
        del self.followed[followed:]
        end = tokens.skip_expression(start)
        return unknown(tokens.span(start, end)), end

    def operand(self, index: int, depth: int) -> tuple[Node | None, int]:
        """The value of a literal, a name or what is in parentheses, and the index after it."""
        self.written += 1
        tokens = self.tokens
        token = tokens[index]
        span = token.span
        if token.kind == "string":
            string = _unescaped(token.text[1:-1])
            return None if string is None else scalar(string, span), index + 1
        if token.kind == "number":
            return _number(token.text, span), index + 1
        if token.kind == "name" and self.names.function_at(index) is None:
            return self.name(index), index + 1
        if token.text in ("-", "+") and token.kind == "operator" and tokens[index + 1].kind == "number":
            node = _number(tokens[index + 1].text, tokens.span(index, index + 2))
            if node is not None and token.text == "-":
                node.scalar = -node.scalar
            return node, index + 2
        if token.kind != "open":
            return None, index
        closing = tokens.partners[index]
        if token.text == "`":
            return self.template(index, depth), closing + 1
        if token.text == "[":
            return self.array(index, depth), closing + 1
        if token.text == "{":
            return self.object(index, depth), closing + 1
        if token.text == "(" and self.names.function_at(index) is None:
            node, end = self.expression(index + 1, depth)
            return node if end == closing else None, closing + 1
        return None, closing + 1

    def sum(self, left: Node, right: Node) -> Node | None:
        """The sum of two strings or numbers."""
        span = Span(left.span.start, max(left.span.start, right.span.end))
        a, b = left.scalar, right.scalar
        if (
            isinstance(a, str | int)
            and isinstance(b, str | int)
            and not isinstance(a, bool)
            and not isinstance(b, bool)
        ):
            if isinstance(a, int) and isinstance(b, int):
                return scalar(a + b, span)
            text = f"{a}{b}"
            return scalar(text, span) if self.spend(len(text)) else None
        return None

    def template(self, opening: int, depth: int) -> Node | None:
        """A template literal whose substitutions are known strings or integers."""
        tokens, closing = self.tokens, self.tokens.partners[opening]
        texts = []
        index = opening + 1
        while index < closing:
            if tokens[index].kind == "chunk":
                text = _unescaped(tokens[index].text.replace("\r\n", "\n"))
            else:
                node, end = self.expression(index + 1, depth)
                value = node.scalar if end == tokens.partners[index] else None
                is_text = isinstance(value, str | int) and not isinstance(value, bool)
                text = str(value) if is_text and self.spend(len(str(value))) else None
            if text is None:
                return None
            texts.append(text)
            index = tokens.after(index)
        return scalar("".join(texts), tokens.span(opening, closing + 1))

    def array(self, opening: int, depth: int) -> Node | None:
        tokens, closing = self.tokens, self.tokens.partners[opening]
        node = Node("list", tokens.span(opening, closing + 1))
        index = opening + 1
        while index < closing:
            is_spread = tokens.text(index) == "..."
            if tokens.text(index) == ",":  # a hole
                return None
            item, index = self.expression(index + is_spread, depth)
            if not is_spread:
                node.items.append(item)
            elif item.kind == "list" and self.spend(len(item.items)):
                node.items += list(item.items)
                node.complete = node.complete and item.complete
            else:
                node.open()
            if index < closing and tokens.text(index) != ",":
                return None
            index += 1
        return node

    def object(self, opening: int, depth: int) -> Node | None:
        tokens, closing = self.tokens, self.tokens.partners[opening]
        node = Node("mapping", tokens.span(opening, closing + 1))
        index = opening + 1
        while index < closing:
            end = self.spread(node, index, depth) if tokens.text(index) == "..." else self.entry(node, index, depth)
            if end is None or (end < closing and tokens.text(end) != ","):
                return None
            index = end + 1
        return node

    def spread(self, node: Node, index: int, depth: int) -> int:
        """`...value` in an object; the index after it."""
        value, end = self.expression(index + 1, depth)
        if self.spend(len(value.entries)):
            node.merge(value)
        else:
            node.open()
        return end

    def entry(self, node: Node, index: int, depth: int) -> int | None:
        """`key: value`, `key`, or a method in an object; the index after it."""
        tokens = self.tokens
        start = index
        if tokens.text(index) == "*":
            index += 1
        elif tokens.text(index) in _ACCESSORS and tokens.text(index + 1) not in (":", ",", "}", "(", "<"):
            index += 1
            index += tokens.text(index) == "*"
        key, after = self.key(index, depth)
        text = tokens.text(after)
        if start == index and text == ":":
            value, end = self.expression(after + 1, depth)
        elif start == index and text in (",", "}") and tokens.is_name(index):
            value, end = self.name(index), after
        elif text in ("(", "<"):
            end = tokens.skip_expression(after)
            value = unknown(tokens.span(index, end))
        else:
            return None
        if key == "__proto__":
            node.complete = False
        elif key is None:  # it may be equal to any other key
            node.open()
        else:
            node.set_key(key, tokens[index].span, value)
        return end

    def key(self, index: int, depth: int) -> tuple[str | None, int]:
        """The name of a key, None if it is not known, and the index after it."""
        token = self.tokens[index]
        if token.kind == "name":
            return token.text, index + 1
        if token.kind == "string":
            return _unescaped(token.text[1:-1]), index + 1
        if token.kind == "number":
            return token.text if _DECIMAL.fullmatch(token.text) and len(token.text) < 16 else None, index + 1
        if token.text == "[" and token.kind == "open":
            node, end = self.expression(index + 1, depth)
            is_string = end == self.tokens.partners[index] and isinstance(node.scalar, str)
            return node.scalar if is_string else None, self.tokens.partners[index] + 1
        return None, index + 1

    def spend(self, amount: int) -> bool:
        """Whether so many items or characters may still be copied."""
        self.work -= amount
        return self.work >= 0


def _number(text: str, span: Span) -> Node | None:
    """The value of a number; None for what Python reads otherwise, such as `1n` and `017`."""
    text = text.replace("_", "")
    prefix = text[:2].lower()
    try:
        if prefix in ("0x", "0o", "0b"):
            return scalar(int(text, 0), span)
        if _DECIMAL.fullmatch(text):
            return scalar(int(text), span) if len(text) <= _MOST_DIGITS else None
        return None if text[0] == "0" and text[1:2].isdecimal() else scalar(float(text), span)
    except ValueError:
        return None


def _unescaped(text: str) -> str | None:
    """The value of a string or template; None for an escape that is not allowed, or half a character."""
    if "\\" not in text:
        return text
    pieces, end = [], 0
    for escape in _ESCAPE.finditer(text):
        if "\\" in text[end : escape.start()]:
            return None
        pieces.append(text[end : escape.start()])
        end = escape.end()
        code = escape["braces"] or escape["four"] or escape["two"]
        if code:
            if int(code, 16) > 0x10FFFF:
                return None
            pieces.append(chr(int(code, 16)))
        elif escape["other"]:
            pieces.append(_SIMPLE_ESCAPES.get(escape["other"], escape["other"]))
        elif not escape["break"]:
            pieces.append("\0")
    if "\\" in text[end:]:
        return None
    try:
        return "".join([*pieces, text[end:]]).encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeError:
        return None
