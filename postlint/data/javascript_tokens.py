"""Tokens of JavaScript and TypeScript, with their brackets matched, as far as literals can be told apart.

The only hard question is whether a slash starts a regular expression. It is answered from the token before it; where
that is not certain, as in JSX, the text is refused, because a wrong answer would move every bracket after it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from postlint.core.text import Span
from postlint.data.errors import DataStructureError

TokenKind = Literal["name", "string", "number", "regex", "chunk", "operator", "open", "close", "end"]

# Possessive, so that no text takes more than linear time.
_SKIPPED = re.compile(r"(?:[\s\ufeff]++|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/)*+")
_NAME = re.compile(r"[\w$]++")
_NUMBER = re.compile(r"(?:0[xXoObB][\da-fA-F_]++|(?:\d[\d_]*+(?:\.[\d_]*+)?+|\.\d[\d_]*+)(?:[eE][+-]?\d[\d_]*+)?+)n?+")
_STRING = re.compile(
    r"""'[^'\\\n\r]*+(?:\\(?:\r\n|[\s\S])[^'\\\n\r]*+)*+'|"[^"\\\n\r]*+(?:\\(?:\r\n|[\s\S])[^"\\\n\r]*+)*+\""""
)
_CHUNK = re.compile(r"(?:[^`\\$]++|\\[\s\S]|\$(?!\{))*+")
_REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*+\])++/[\w$]*+")
# `<` and `>` are single, because they are also the brackets of types.
_OPERATOR = re.compile(r"=>|\.\.\.|\?\.(?!\d)|[=!]==?|\*\*=?|\+\+|--|&&=?|\|\|=?|\?\?=?|[-+*/%&|^]=?|[<>~?:;,.@#!=]")
_TYPE_OPERATORS = frozenset({".", "|", "&", "=>", "<", ">", "?", ":", "...", "-"})
_MOST_TYPE_TOKENS = 200
_DEEPEST_TYPE = 10
_BINARY_NAMES = frozenset({"as", "satisfies", "in", "instanceof", "of"})
_PREFIX_NAMES = frozenset({"async", "await", "class", "delete", "function", "new", "return", "typeof", "void", "yield"})
_HASHBANG = re.compile(r"#![^\n\r]*+")
_CLOSING = {"(": ")", "[": "]", "{": "}", "${": "}", "`": "`"}
_BEFORE_OPERAND = frozenset({
    "await", "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "of", "return", "throw",
    "typeof", "void", "yield",
})  # fmt: skip
_BLOCK_HEADS = frozenset({"if", "while", "for", "with"})


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


def tokenize(text: str) -> Tokens:
    """Split a text into tokens.

    Raises DataStructureError if it is not certain how.

    >>> [token.text for token in tokenize("a = /[/'{]/g.test(`x${b}`) // c").tokens]
    ['a', '=', "/[/'{]/g", '.', 'test', '(', '`', 'x', '${', 'b', '}', '', '`', ')', '']
    """
    return _Tokenizer(text).read()


class _Tokenizer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.partners: dict[int, int] = {}
        self.brackets: list[int] = []
        """Indexes of the brackets that are open."""

    def read(self) -> Tokens:
        text, offset = self.text, 0
        if hashbang := _HASHBANG.match(text):
            offset = hashbang.end()
        while True:
            skipped = _SKIPPED.match(text, offset)
            assert skipped
            after_newline = "\n" in skipped[0] or "\r" in skipped[0]
            offset = skipped.end()
            if offset >= len(text):
                break
            offset = self.token(offset, after_newline)
        if self.brackets:
            raise _refused(self.tokens[self.brackets[-1]].start, "unclosed bracket")
        self.tokens.append(Token("end", "", len(text), len(text), True))
        return Tokens(self.tokens, self.partners)

    def token(self, offset: int, after_newline: bool) -> int:
        """Read one token; the offset after it."""
        text = self.text
        character = text[offset]
        if character in "([{":
            self.open(character, offset, after_newline)
            return offset + 1
        if character in ")]}":
            self.close(character, offset, after_newline)
            return (
                self.template(offset + 1)
                if self.tokens[self.partners[len(self.tokens) - 1]].text == "${"
                else offset + 1
            )
        if character == "`":
            self.open("`", offset, after_newline)
            return self.template(offset + 1)
        kind: TokenKind = "operator"
        if character in "'\"":
            kind, match = "string", _STRING.match(text, offset)
        elif character.isdecimal() or (character == "." and text[offset + 1 : offset + 2].isdecimal()):
            kind, match = "number", _NUMBER.match(text, offset)
        elif character == "/" and self.expects_operand():
            kind, match = "regex", _REGEX.match(text, offset)
        elif text.startswith("/*", offset):
            match = None
        elif match := _OPERATOR.match(text, offset):
            if character == "<" and self.expects_operand():
                raise _refused(offset, "JSX or type assertion")
        else:
            kind, match = "name", _NAME.match(text, offset)
        if match is None:
            raise _refused(offset, "unclosed string or unexpected character")
        self.tokens.append(Token(kind, match[0], offset, match.end(), after_newline))
        return match.end()

    def open(self, bracket: str, offset: int, after_newline: bool) -> None:
        self.brackets.append(len(self.tokens))
        self.tokens.append(Token("open", bracket, offset, offset + len(bracket), after_newline))

    def close(self, bracket: str, offset: int, after_newline: bool) -> None:
        opening = self.brackets.pop() if self.brackets else None
        if opening is None or _CLOSING[self.tokens[opening].text] != bracket:
            raise _refused(offset, "unmatched bracket")
        index = len(self.tokens)
        self.partners[opening], self.partners[index] = index, opening
        self.tokens.append(Token("close", bracket, offset, offset + 1, after_newline))

    def template(self, offset: int) -> int:
        """Read on in a template literal, up to a substitution or its end; the offset after that."""
        chunk = _CHUNK.match(self.text, offset)
        assert chunk
        end = chunk.end()
        self.tokens.append(Token("chunk", chunk[0], offset, end, False))
        if self.text.startswith("${", end):
            self.open("${", end, False)
            return end + 2
        if self.text.startswith("`", end):
            self.close("`", end, False)
            return end + 1
        raise _refused(offset, "unclosed template literal")

    def expects_operand(self) -> bool:
        """Whether a value can begin here, so that a slash starts a regular expression and `<` an element."""
        if not self.tokens:
            return True
        token = self.tokens[-1]
        if token.kind == "name":
            is_property = len(self.tokens) > 1 and self.tokens[-2].text in (".", "?.")
            return token.text in _BEFORE_OPERAND and not is_property
        if token.kind == "close" and token.text == ")":
            before = self.partners[len(self.tokens) - 1] - 1
            return before >= 0 and self.tokens[before].kind == "name" and self.tokens[before].text in _BLOCK_HEADS
        if token.kind == "close":
            return token.text == "}"
        return token.kind in ("open", "chunk") or (token.kind == "operator" and token.text not in ("++", "--"))


def _refused(offset: int, reason: str) -> DataStructureError:
    return DataStructureError(f"JavaScript that cannot be read: {reason}", Span(offset, offset))
