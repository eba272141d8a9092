"""Tokens of JavaScript and TypeScript, and ways to step over expressions and types."""

from __future__ import annotations

from typing import Literal, NamedTuple

from postlint.core.text import Span

TokenKind = Literal["name", "string", "number", "regex", "chunk", "operator", "open", "close", "end"]

_TYPE_OPERATORS = frozenset({".", "|", "&", "=>", "<", ">", "?", ":", "...", "-"})
_MOST_TYPE_TOKENS = 200
_DEEPEST_TYPE = 10
_BINARY_NAMES = frozenset({"as", "satisfies", "in", "instanceof", "of"})
_PREFIX_NAMES = frozenset({"async", "await", "class", "delete", "function", "new", "return", "typeof", "void", "yield"})


class Token(NamedTuple):
    """One token. The text of a `chunk` is what a template literal has between its substitutions."""

    kind: TokenKind
    text: str
    start: int
    end: int
    after_newline: bool
    """Whether a line break precedes it."""

    @property
    def span(self) -> Span:
        """The token's span."""
        return Span(self.start, self.end)


class Tokens:
    """The tokens of a text, the last of kind `end`, and ways to step over them. Positions are indexes of tokens."""

    def __init__(self, tokens: list[Token], partners: dict[int, int]) -> None:
        self.tokens = tokens
        self.partners = partners
        """The closing bracket of each opening one, and the other way round."""
        self.enclosing: list[int] = []
        """For each token, the innermost bracket that is open there; -1 if there is none."""
        brackets = [-1]
        for index, token in enumerate(tokens):
            if token.kind == "close":
                brackets.pop()
            self.enclosing.append(brackets[-1])
            if token.kind == "open":
                brackets.append(index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[min(index, len(self.tokens) - 1)]

    def __len__(self) -> int:
        return len(self.tokens)

    def text(self, index: int) -> str:
        """The text of a name, operator or bracket; empty for other tokens and before the first one."""
        token = self[index]
        return token.text if index >= 0 and token.kind in ("name", "operator", "open", "close") else ""

    def texts(self, index: int, *expected: str) -> bool:
        """Whether these tokens follow each other from an index on."""
        return all(self.text(index + step) == text for step, text in enumerate(expected))

    def is_name(self, index: int) -> bool:
        """Whether a token is a name or keyword."""
        return index >= 0 and self[index].kind == "name"

    def span(self, start: int, end: int) -> Span:
        """The span from one token to before another."""
        return Span(self.tokens[start].start, max(self.tokens[start].start, self.tokens[max(end - 1, 0)].end))

    def after(self, index: int) -> int:
        """The index after a token, or after the partner of an opening bracket."""
        return self.partners[index] + 1 if self[index].kind == "open" else index + 1

    def ends_statement(self, index: int) -> bool:
        """Whether a line break before a token ends the statement, because the token cannot continue it."""
        token, before = self[index], self[index - 1]
        if not token.after_newline or token.kind not in ("name", "string", "number"):
            return False
        if before.kind == "name" and before.text in _PREFIX_NAMES:
            return False
        return token.text not in _BINARY_NAMES and before.kind in ("name", "string", "number", "regex", "close")

    def skip_expression(self, start: int) -> int:
        """The index after an expression: that of a comma, a semicolon, a closing bracket or the next statement."""
        index = start
        while not self.ends_expression(index) and (index == start or not self.ends_statement(index)):
            index = self.after_type_arguments(index) or self.after(index)
        return index

    def ends_expression(self, index: int) -> bool:
        """Whether a token is one that follows an expression."""
        return self[index].kind in ("close", "end") or self.text(index) in (",", ";")

    def after_type_arguments(self, index: int) -> int | None:
        """The index of the parenthesis after `<A, B>` in a call such as `f<A, B>(x)`."""
        if self.text(index) != "<" or not self.is_name(index - 1):
            return None
        depth, last = 0, min(index + _MOST_TYPE_TOKENS, len(self.tokens) - 1)
        while index < last:
            text = self.text(index)
            depth += (text == "<") - (text == ">")
            index = self.after(index)
            if depth == 0:
                return index if self.text(index) == "(" else None
            if depth > _DEEPEST_TYPE:
                return None
            if self.ends_expression(index) and self.text(index) != ",":
                return None
        return None

    def skip_type(self, start: int) -> int:
        """The index after a type, as in `x: T = 1` and `x as T`."""
        index, depth = start, 0
        while self[index].kind not in ("close", "end"):
            text = self.text(index)
            if depth == 0 and (
                text in (",", ";", ">")
                or (self.tokens[index].kind == "operator" and text not in _TYPE_OPERATORS)
                or (index > start and self.ends_statement(index))
            ):
                break
            depth += (text == "<") - (text == ">")
            index = self.after(index)
        return index
