"""What a module declares and exports."""

from __future__ import annotations

from typing import NamedTuple

from postlint.data.javascript.functions import Function, function_at, is_branch
from postlint.data.javascript.tokens import Tokens

_KEYWORDS = frozenset({"const", "let", "var"})
_MOST_STEPS = 5


class Declaration(NamedTuple):
    """A constant or variable, by the indexes of tokens."""

    name: int
    start: int
    """Its value."""
    end: int
    """What follows its value."""


class Declarations:
    """The names and exports of a module."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.values: dict[str, Declaration] = {}
        """The constants and variables at the top level, and at the top level of the exported function."""
        self.functions: dict[str, int] = {}
        """The start of each function declaration by its name."""
        self.unreadable: set[str] = set()
        """Names that are declared twice or without a value, or are parameters of the exported function."""
        self.default: int | None = None
        """The start of the default export."""
        self.named: dict[str, int] = {}
        """The start of the value of each `exports.name = value`."""
        self.exported_names: dict[str, str] = {}
        """The name of the declaration of each other named export."""
        self.is_certain = True
        """Whether the exports are those, and no others."""
        self.scan(0, len(tokens) - 1)
        self.scan_exports_object()
        self.function = self.find_function(self.default)
        """The function that is exported, directly, by its name or in `define(...)`."""
        if self.function is not None:
            start, end = self.function.parameters
            self.unreadable.update(tokens.text(index) for index in range(start, end) if tokens.is_name(index))
            if self.function.is_block:
                self.scan(self.function.body + 1, tokens.partners[self.function.body])

    # Declarations

    def scan(self, index: int, end: int) -> None:
        """Note what the statements between two indexes declare and export, without looking into blocks."""
        tokens = self.tokens
        while index < end:
            text, before = tokens.text(index), tokens.text(index - 1)
            if tokens.is_name(index) and before not in (".", "?."):
                if text in _KEYWORDS:
                    index = self.scan_values(index + 1, before == "export")
                    continue
                if text == "function" and tokens.is_name(index + 1):
                    self.declare_function(tokens.text(index + 1), index - (before == "async"))
                elif text == "export":
                    self.scan_export(index + 1)
            index = tokens.after(index)

    def declare_function(self, name: str, start: int) -> None:
        """Note a function declaration."""
        if name in self.functions or name in self.values:
            self.unreadable.add(name)
        self.functions[name] = start

    def scan_values(self, index: int, is_exported: bool) -> int:
        """Note `a: T = 1, b = 2` after `const`; the index after it."""
        tokens = self.tokens
        while tokens.is_name(index) or tokens[index].kind == "open":
            after = tokens.after(index)
            if tokens.text(after) == ":":
                after = tokens.skip_type(after + 1)
            end = tokens.skip_expression(after + 1) if tokens.text(after) == "=" else after
            if tokens.is_name(index):  # not a pattern
                name = tokens.text(index)
                if name in self.values or name in self.functions or end == after:
                    self.unreadable.add(name)
                self.values[name] = Declaration(index, after + 1, end)
                if is_exported:
                    self.exported_names[name] = name
            if tokens.text(end) != ",":
                return end
            index = end + 1
        return index

    # Exports

    def scan_export(self, index: int) -> None:
        """Note what follows `export`."""
        tokens = self.tokens
        text = tokens.text(index)
        if text in ("default", "="):
            self.set_default(index + 1)
        elif text == "*" or (text == "{" and tokens.text(tokens.partners[index] + 1) == "from"):
            self.is_certain = False
        elif text == "{":
            for name in range(index + 1, tokens.partners[index]):
                if tokens.text(name - 1) not in ("{", ","):
                    continue
                exported_name = tokens.text(name + 2 if tokens.text(name + 1) == "as" else name)
                if exported_name == "default":
                    self.set_default(name)
                else:
                    self.exported_names[exported_name] = tokens.text(name)

    def set_default(self, index: int) -> None:
        """Note the default export, of which there is one."""
        self.is_certain = self.is_certain and self.default is None
        self.default = index

    def scan_exports_object(self) -> None:
        """Note `module.exports = value` and `exports.name = value`; any other use of `exports` is not certain."""
        tokens = self.tokens
        for index in range(len(tokens)):
            if tokens.text(index) != "exports" or tokens.text(index + 1) == ":":
                continue
            is_module = tokens.texts(index - 2, "module", ".")
            start = index - 2 if is_module else index
            if tokens.text(start - 1) in (".", "?."):
                continue
            is_statement = (
                tokens.enclosing[start] < 0 and not is_branch(tokens, start) and tokens.text(start - 1) != "="
            )
            name = tokens.text(index + 2)
            if is_statement and is_module and tokens.text(index + 1) == "=":
                self.set_default(index + 2)
            elif is_statement and tokens.texts(index + 1, ".", name, "=") and name not in self.named:
                self.named[name] = index + 4
            else:
                self.is_certain = False

    def find_function(self, index: int | None) -> Function | None:
        """The function that an expression is, directly, by its name or in `define(...)`."""
        tokens = self.tokens
        for _ in range(_MOST_STEPS):
            if index is None:
                break
            if function := function_at(tokens, index):
                return function
            name, after = tokens.text(index), index + 1
            if not tokens.is_name(index):
                break
            if tokens.text(after) == "(":
                index = after + 1
            elif tokens.ends_expression(after) or tokens.ends_statement(after):
                index = self.functions.get(name, self.values[name].start if name in self.values else None)
            else:
                break
        return None
