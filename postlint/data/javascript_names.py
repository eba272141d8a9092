"""What a JavaScript or TypeScript module declares and exports, and where else it uses the names that it declares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from postlint.data.javascript_tokens import Tokens

_ASSIGNMENTS = frozenset({"=", "+=", "-=", "*=", "/=", "%=", "**=", "&=", "|=", "^=", "&&=", "||=", "??=", "++", "--"})
_DECLARATIONS = frozenset({"const", "let", "var"})
_BEFORE_BLOCK = frozenset({"do", "else", "finally", "try"})
_BLOCK_HEADS = frozenset({"if", "for", "while", "switch", "with", "catch", "await"})
_BEFORE_BRANCH = frozenset({"else", "&&", "||", "??", "?", ":", "=>", "do"})
_ONLY_READ = frozenset(
    {"endsWith", "every", "filter", "includes", "indexOf", "join", "map", "replace", "some", "split", "startsWith",
     "toLowerCase", "toString", "toUpperCase", "trim"}
)  # fmt: skip
_ONLY_READ_ARGUMENTS = frozenset({("Object", "keys"), ("JSON", "stringify"), ("Array", "isArray"), ("console", "log")})


@dataclass(slots=True)
class Declaration:
    """A constant or variable at the top level, or at the top level of the exported function."""

    name: int
    """The index of its name."""
    start: int
    """The index of its value."""
    end: int
    """The index after its value."""


class Function(NamedTuple):
    """A function that is exported."""

    start: int
    parameters: tuple[int, int]
    """The indexes of its first parameter and of what follows the last one."""
    body: int
    """The index of the brace of its body, or of the expression that it returns."""
    is_block: bool


@dataclass(slots=True)
class Changes:
    """How code that is not followed may change the object of a name."""

    is_used: bool = False
    """Whether it may change anything in it."""
    set_keys: set[str] = field(default_factory=set)
    """Keys whose values it replaces."""
    used_keys: set[str] = field(default_factory=set)
    """Keys whose values it may change, if they are lists or mappings."""

    def add(self, other: Changes) -> bool:
        """Add other changes; whether they were new."""
        before = self.is_used, len(self.set_keys), len(self.used_keys)
        self.is_used = self.is_used or other.is_used
        self.set_keys |= other.set_keys
        self.used_keys |= other.used_keys
        return before != (self.is_used, len(self.set_keys), len(self.used_keys))


class Names:
    """The names of a module."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.declarations: dict[str, Declaration] = {}
        self.functions: dict[str, int] = {}
        """The start of each function declaration by its name."""
        self.unreadable: set[str] = set()
        """Names that are declared twice, shadowed or assigned."""
        self.default: int | None = None
        """The start of the default export."""
        self.named: dict[str, int] = {}
        """The start of the value of each named export, if that is an expression."""
        self.named_declarations: dict[str, str] = {}
        """The name of the declaration of each other named export."""
        self.is_certain = True
        """Whether the exports are those, and no others."""
        self.exports_changes = Changes()
        """The changes of `module.exports` after it is assigned."""
        self.scan_statements(0, len(tokens) - 1)
        self.scan_exports_object()
        self.function = self.find_function(self.default, 0)
        if self.function is not None:
            self.scan_function(self.function)
        self.scan_assignments()

    # Declarations

    def scan_statements(self, index: int, end: int) -> None:
        """Note what the statements between two indexes declare and export, without looking into blocks."""
        tokens = self.tokens
        while index < end:
            text, before = tokens.text(index), tokens.text(index - 1)
            if tokens.is_name(index) and before not in (".", "?."):
                if text in _DECLARATIONS:
                    index = self.scan_declaration(index + 1, before == "export")
                    continue
                if text == "function" and tokens.is_name(index + 1):
                    self.declare_function(tokens.text(index + 1), index - (before == "async"))
                elif text == "export":
                    self.scan_export(index + 1)
            index = tokens.after(index)

    def declare_function(self, name: str, start: int) -> None:
        if name in self.functions or name in self.declarations:
            self.unreadable.add(name)
        self.functions[name] = start

    def scan_declaration(self, index: int, is_exported: bool) -> int:
        """Note `a: T = 1, b = 2` after `const`; the index after it."""
        tokens = self.tokens
        while tokens.is_name(index) or tokens[index].kind == "open":
            name = tokens.text(index) if tokens.is_name(index) else ""
            after = tokens.after(index)
            if tokens.text(after) == "!":
                after += 1
            if tokens.text(after) == ":":
                after = tokens.skip_type(after + 1)
            end = after
            if tokens.text(after) == "=":
                end = tokens.skip_expression(after + 1)
            if name:
                if name in self.declarations or name in self.functions or end == after:
                    self.unreadable.add(name)
                self.declarations[name] = Declaration(index, after + 1, end)
                if is_exported:
                    self.named_declarations[name] = name
            if tokens.text(end) != ",":
                return max(end, after)
            index = end + 1
        return index

    # Exports

    def scan_export(self, index: int) -> None:
        """Note what follows `export`."""
        tokens = self.tokens
        text = tokens.text(index)
        if text == "default" or text == "=":
            self.set_default(index + 1)
        elif text == "*":
            self.is_certain = False
        elif text == "{":
            closing = tokens.partners[index]
            if tokens.text(closing + 1) == "from":
                self.is_certain = False
                return
            for name in range(index + 1, closing):
                if tokens.text(name - 1) not in ("{", ","):
                    continue
                if tokens.texts(name + 1, "as", "default"):
                    self.set_default(name)
                elif tokens.text(name + 1) in (",", "}"):
                    self.named_declarations[tokens.text(name)] = tokens.text(name)
                elif tokens.text(name + 1) == "as":
                    self.named_declarations[tokens.text(name + 2)] = tokens.text(name)

    def set_default(self, index: int) -> None:
        if self.default is not None:
            self.is_certain = False
        self.default = index

    def scan_exports_object(self) -> None:
        """Note `module.exports = ...` and `exports.name = ...`, wherever they are."""
        tokens = self.tokens
        for index in range(len(tokens)):
            if tokens.text(index) != "exports" or tokens.text(index + 1) == ":":
                continue
            is_module = tokens.texts(index - 2, "module", ".")
            start = index - 2 if is_module else index
            if tokens.text(start - 1) in (".", "?."):
                continue
            key = tokens.text(index + 2)
            if tokens.text(index + 1) == "=":
                if self.is_exports(index + 2):
                    continue  # `exports = module.exports = ...`: the second one counts
                if is_module:
                    self.set_default(index + 2)
                    self.is_certain = self.is_certain and self.is_statement(start)
            elif tokens.text(index + 1) != "." or not tokens.is_name(index + 2):
                self.exports_changes.is_used = True
            elif tokens.text(index + 3) == "=" and self.is_statement(start) and key not in self.named:
                self.named[key] = index + 4
            else:
                self.exports_changes.set_keys.add(key)

    def is_exports(self, index: int) -> bool:
        tokens = self.tokens
        return tokens.texts(index, "module", ".", "exports", "=") or tokens.texts(index, "exports", "=")

    def is_statement(self, index: int) -> bool:
        """Whether what begins at an index is at the top level of the module and not in a branch."""
        tokens = self.tokens
        if tokens.text(index - 1) == "=" and tokens.text(index - 2) == "exports":
            index -= 4 if tokens.texts(index - 4, "module", ".") else 2
        return tokens.enclosing[index] < 0 and not self.is_branch(index)

    def is_branch(self, index: int) -> bool:
        """Whether what begins at an index is the only statement of a branch, or one side of an operator."""
        tokens = self.tokens
        if tokens.text(index - 1) == ")":
            return tokens.text(tokens.partners[index - 1] - 1) in _BLOCK_HEADS
        return tokens.text(index - 1) in _BEFORE_BRANCH

    # The exported function

    def find_function(self, index: int | None, depth: int) -> Function | None:
        """The function that an expression is, directly, by its name or in `define(...)`."""
        tokens = self.tokens
        if index is None or depth > 5:
            return None
        if function := self.function_at(index):
            return function
        if not tokens.is_name(index):
            return None
        name, after = tokens.text(index), index + 1
        if tokens.ends_expression(after) or tokens.ends_statement(after):
            start = self.functions.get(name)
            if start is None and name in self.declarations:
                start = self.declarations[name].start
            return self.find_function(start, depth + 1)
        return self.find_function(after + 1, depth + 1) if tokens.text(after) == "(" else None

    def function_at(self, index: int) -> Function | None:
        """The function whose first token is at an index; None for a generator, or if there is none."""
        tokens = self.tokens
        start = index
        index += tokens.text(index) == "async"
        if tokens.text(index) == "function":
            index += 1
            index += tokens.is_name(index)
            if tokens.text(index) != "(":
                return None
            body = tokens.partners[index] + 1
            while tokens.text(body) != "{" or tokens.text(body - 1) in (":", "|", "&", "<", "=>"):
                if tokens[body].kind in ("end", "close"):
                    return None
                body = tokens.after(body)
            return Function(start, (index + 1, tokens.partners[index]), body, True)
        if tokens.text(index) == "(":
            parameters = index + 1, tokens.partners[index]
            arrow = tokens.partners[index] + 1
            if tokens.text(arrow) == ":":
                while tokens.text(arrow) != "=>" and not tokens.ends_expression(arrow):
                    arrow = tokens.after(arrow)
        elif tokens.is_name(index):
            parameters, arrow = (index, index + 1), index + 1
        else:
            return None
        if tokens.text(arrow) != "=>":
            return None
        return Function(start, parameters, arrow + 1, tokens.text(arrow + 1) == "{")

    def parameter(self, function: Function) -> str | None:
        """The name of a function's first parameter."""
        start, end = function.parameters
        is_plain = (
            start < end
            and self.tokens.is_name(start)
            and (start + 1 == end or self.tokens.text(start + 1) in (",", ":", "=", "?"))
        )
        return self.tokens.text(start) if is_plain else None

    def scan_function(self, function: Function) -> None:
        """Note what the exported function declares, and that its parameters are not known."""
        start, end = function.parameters
        self.unreadable.update(self.tokens.text(index) for index in range(start, end) if self.tokens.is_name(index))
        if function.is_block:
            self.scan_statements(function.body + 1, self.tokens.partners[function.body])

    def returned(self, function: Function) -> int | None:
        """The start of what a function returns; None if it returns in several places or in a branch.

        If it returns nothing, the end of its body.
        """
        tokens = self.tokens
        if not function.is_block:
            return function.body
        returns = []
        index, ends = function.body + 1, [tokens.partners[function.body]]
        while ends:
            if index == ends[-1]:
                ends.pop()
                index += 1
            elif tokens.text(index) == "{" and self.is_block(index):
                ends.append(tokens.partners[index])
                index += 1
            else:
                if tokens.text(index) == "return" and tokens.text(index - 1) not in (".", "?."):
                    returns.append(index)
                index = tokens.after(index)
        if not returns:
            return tokens.partners[function.body]
        if len(returns) != 1 or tokens.enclosing[returns[0]] != function.body or self.is_branch(returns[0]):
            return None
        start = returns[0] + 1
        return None if tokens[start].after_newline else start

    def is_block(self, index: int) -> bool:
        """Whether a brace begins the block of a statement, not a function or an object."""
        tokens = self.tokens
        before = tokens.text(index - 1)
        if before == ")":
            return tokens.text(tokens.partners[index - 1] - 1) in _BLOCK_HEADS
        return before in _BEFORE_BLOCK or before in (";", ":", "{", "}", "catch")

    # Uses of names

    def scan_assignments(self) -> None:
        """Note the names that are assigned after their declaration."""
        tokens = self.tokens
        for index, name in self.uses():
            before, after = tokens.text(index - 1), tokens.text(index + 1)
            is_assigned = after in _ASSIGNMENTS or before in ("++", "--")
            is_shadowed = before in ("const", "let") and after == "="
            opening = tokens.enclosing[index]
            is_pattern = opening >= 0 and tokens.text(tokens.partners[opening] + 1) == "=" and before != "..."
            if (is_assigned and not is_shadowed) or is_pattern or (before == "var") or after == "of":
                self.unreadable.add(name)

    def uses(self) -> Iterator[tuple[int, str]]:
        """Each place where a declared name is used, as far as that can be told."""
        tokens = self.tokens
        for index, token in enumerate(tokens.tokens):
            if token.kind != "name" or token.text not in self.declarations:
                continue
            before, after = tokens.text(index - 1), tokens.text(index + 1)
            is_property = before in (".", "?.") or (after == ":" and before in ("{", ","))
            if not is_property and self.declarations[token.text].name != index:
                yield index, token.text

    def changes(self, followed: set[int]) -> dict[str, Changes]:
        """How each declared name may be changed by its uses, other than those at some indexes."""
        changes: dict[str, Changes] = {}
        for index, name in self.uses():
            if index not in followed:
                self.note_use(index, changes.setdefault(name, Changes()))
        return changes

    def note_use(self, index: int, changes: Changes) -> None:
        """Note what a use of a name may change."""
        tokens = self.tokens
        before = tokens.text(index - 1)
        keys: list[str | None] = []
        after = index + 1
        while True:
            text = tokens.text(after)
            if text in (".", "?.") and tokens.is_name(after + 1):
                keys.append(tokens.text(after + 1))
                after += 2
            elif text == "[":
                keys.append(None)
                after = tokens.partners[after] + 1
            elif text == "!":
                after += 1
            else:
                break
        text = tokens.text(after)
        if not keys:
            # As a call, an export, a type, or an argument of a function that only reads it.
            is_exported = tokens.text(tokens.enclosing[index] - 1) == "export"
            is_read = before == "(" and (tokens.text(index - 4), tokens.text(index - 2)) in _ONLY_READ_ARGUMENTS
            if text != "(" and before != "typeof" and not is_exported and not is_read:
                changes.is_used = True
            return
        if text == "(":
            if keys[-1] in _ONLY_READ:
                return
            keys.pop()
        key = keys[0] if keys else None
        is_assigned = text in _ASSIGNMENTS or before in ("++", "--", "delete")
        if key == "length" and not is_assigned:
            return
        if key is None:
            changes.is_used = True
        elif is_assigned:
            changes.set_keys.add(key)
        else:
            changes.used_keys.add(key)
