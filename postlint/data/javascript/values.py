"""Values of expressions that are built from literals and the names of constants."""

from __future__ import annotations

from postlint.core.text import Span
from postlint.data.errors import DEPTH_LIMIT
from postlint.data.javascript.declarations import Declarations
from postlint.data.javascript.functions import function_at
from postlint.data.javascript.scalars import number, unescape
from postlint.data.javascript.tokens import Tokens
from postlint.data.javascript.uses import assigned_names, changing_uses
from postlint.data.literals import Node, scalar, unknown

_WORK_LIMIT = 200_000
"""List items, keys and characters that spreads and additions may copy."""
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}
_BEFORE_METHOD = frozenset({"get", "set", "async", "static", "*"})


class Values:
    """Evaluates expressions, each given by the index of its first token.

    All is evaluated twice: first to learn which uses of each name become part of a value, then knowing that all other
    uses may change the object of that name.
    """

    def __init__(self, tokens: Tokens, declarations: Declarations) -> None:
        self.tokens = tokens
        self.declarations = declarations
        self.unreadable = declarations.unreadable | assigned_names(tokens, declarations)
        self.changed: set[str] = set()
        """Names whose objects other code may change."""
        self.has_names = True
        """Whether names are those of the top level."""
        self.restart()

    def restart(self) -> None:
        """Forget all values."""
        self.values: dict[str, Node] = {}
        self.evaluating: set[str] = set()
        self.followed: list[int] = []
        """The indexes of the names whose objects are part of the values that were read."""
        self.followed_by: dict[str, list[int]] = {}
        """The same for the value of each declared name."""
        self.written = 0
        """Expressions in the file."""
        self.work = _WORK_LIMIT

    def find_changed(self) -> None:
        """Note the names whose objects may be changed by uses that are not part of the values read so far."""
        tokens, followed = self.tokens, set(self.followed)
        pending = list(followed)
        while pending:
            for index in self.followed_by.get(tokens.text(pending.pop()), ()):
                if index not in followed:
                    followed.add(index)
                    pending.append(index)
        names = [name for index, name in changing_uses(tokens, self.declarations) if index not in followed]
        while names:
            name = names.pop()
            if name not in self.changed:
                self.changed.add(name)
                names += [tokens.text(index) for index in self.followed_by.get(name, ())]

    # Names

    def name(self, index: int) -> Node:
        """The value of a name."""
        name, span = self.tokens.text(index), self.tokens[index].span
        if name in _CONSTANTS:
            return scalar(_CONSTANTS[name], span)
        if name not in self.declarations.values or not self.has_names:
            return unknown(span)
        self.followed.append(index)
        node = self.declared(name)
        return unknown(span) if node.kind == "unknown" else node

    def declared(self, name: str) -> Node:
        """The value of a declared name."""
        declaration = self.declarations.values.get(name)
        if declaration is None or name in self.unreadable or name in self.evaluating:
            return unknown(Span(0, 0))
        if name not in self.values:
            outer, self.followed = self.followed, []
            self.evaluating.add(name)
            node, end = self.expression(declaration.start, len(self.evaluating))
            self.evaluating.remove(name)
            self.followed_by[name], self.followed = self.followed, outer
            if end != declaration.end or name in self.changed:
                node.forget()
            self.values[name] = node
        return self.values[name]

    # Expressions

    def expression(self, index: int, depth: int = 0) -> tuple[Node, int]:
        """The value of an expression that begins at an index, and the index after it."""
        tokens, start = self.tokens, index
        followed = len(self.followed)
        node, index = self.operand(index, depth + 1) if depth < DEPTH_LIMIT else (None, index)
        while node is not None:
            if tokens.ends_expression(index) or tokens.ends_statement(index):
                return node, index
            text = tokens.text(index)
            if text in ("as", "satisfies"):
                index = tokens.skip_type(index + 1)
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
        tokens, token = self.tokens, self.tokens[index]
        if token.kind == "string":
            string = unescape(token.text[1:-1])
            return None if string is None else scalar(string, token.span), index + 1
        if token.kind == "number" or (tokens.text(index) == "-" and tokens[index + 1].kind == "number"):
            return self.number(index)
        if token.kind not in ("name", "open") or function_at(tokens, index) is not None:
            return None, index
        if token.kind == "name":
            return self.name(index), index + 1
        closing = tokens.partners[index]
        node = None
        if token.text == "`":
            node = self.template(index, depth)
        elif token.text == "[":
            node = self.array(index, depth)
        elif token.text == "{":
            node = self.object(index, depth)
        elif token.text == "(":
            node, end = self.expression(index + 1, depth)
            node = node if end == closing else None
        return node, closing + 1

    def number(self, index: int) -> tuple[Node | None, int]:
        """The value of a number or `-` and a number, and the index after it."""
        end = index + 1 if self.tokens[index].kind == "number" else index + 2
        value = number(self.tokens[end - 1].text)
        if value is None:
            return None, end
        return scalar(value if end == index + 1 else -value, self.tokens.span(index, end)), end

    def sum(self, left: Node, right: Node) -> Node | None:
        """The sum of two strings."""
        if isinstance(left.scalar, str) and isinstance(right.scalar, str):
            string = left.scalar + right.scalar
            span = Span(left.span.start, max(left.span.end, right.span.end))
            return scalar(string, span) if self.spend(len(string)) else None
        return None

    def template(self, opening: int, depth: int) -> Node | None:
        """A template literal whose substitutions are known strings or integers."""
        tokens, closing = self.tokens, self.tokens.partners[opening]
        strings = []
        index = opening + 1
        while index < closing:
            if tokens[index].kind == "chunk":
                string = unescape(tokens[index].text.replace("\r\n", "\n"))
            else:
                node, end = self.expression(index + 1, depth)
                is_known = end == tokens.partners[index] and (isinstance(node.scalar, str) or type(node.scalar) is int)
                string = str(node.scalar) if is_known and self.spend(len(str(node.scalar))) else None
            if string is None:
                return None
            strings.append(string)
            index = tokens.after(index)
        return scalar("".join(strings), tokens.span(opening, closing + 1))

    def array(self, opening: int, depth: int) -> Node | None:
        """An array; None if it has holes."""
        tokens, closing = self.tokens, self.tokens.partners[opening]
        node = Node("list", tokens.span(opening, closing + 1))
        index = opening + 1
        while index < closing:
            is_spread = tokens.text(index) == "..."
            if tokens.text(index) == ",":
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
        """An object; None if its entries cannot be told apart."""
        tokens, closing = self.tokens, self.tokens.partners[opening]
        node = Node("mapping", tokens.span(opening, closing + 1))
        index = opening + 1
        while index < closing:
            end = self.entry(node, index, depth)
            if end < closing and tokens.text(end) != ",":
                return None
            index = end + 1
        return node

    def entry(self, node: Node, start: int, depth: int) -> int:
        """Add `key: value`, `key`, `...value` or a method to an object; the index after it."""
        tokens, index = self.tokens, start
        if tokens.text(index) == "...":
            value, end = self.expression(index + 1, depth)
            if self.spend(len(value.entries)):
                node.merge(value)
            else:
                node.open()
            return end
        while tokens.text(index) in _BEFORE_METHOD and tokens.text(index + 1) not in (":", ",", "}", "(", "<"):
            index += 1
        key, after = self.key(index, depth)
        if key is not None and tokens.text(after) == ":":
            value, end = self.expression(after + 1, depth)
        elif key is not None and tokens.text(after) in (",", "}") and tokens.is_name(index):
            value, end = self.name(index), after
        else:
            end = tokens.skip_expression(start)
            value = unknown(tokens.span(start, end))
        if key is None:  # it may be equal to any other key
            value.forget()
            node.open()
            return end
        node.set_key(key, tokens[index].span, value)
        return end

    def key(self, index: int, depth: int) -> tuple[str | None, int]:
        """A key, None if it is not a known string, and the index after it."""
        tokens, token = self.tokens, self.tokens[index]
        key: str | None = None
        if token.kind == "name":
            key = token.text
        elif token.kind == "string":
            key = unescape(token.text[1:-1])
        elif tokens.text(index) == "[":
            node, end = self.expression(index + 1, depth)
            is_string = end == tokens.partners[index] and isinstance(node.scalar, str)
            key = node.scalar if is_string else None
        return None if key == "__proto__" else key, tokens.after(index)

    def spend(self, amount: int) -> bool:
        """Whether so many items, keys or characters may still be copied."""
        self.work -= amount
        return self.work >= 0
