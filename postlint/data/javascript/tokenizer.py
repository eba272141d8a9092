"""Splits JavaScript and TypeScript into tokens, as far as literals can be told apart.

The only hard question is whether a slash starts a regular expression. It is answered from the token before it; if
that is not certain, as in JSX, the text is refused, because a wrong answer would move every bracket after it.
"""

from __future__ import annotations

import re

from postlint.core.text import Span
from postlint.data.errors import DataStructureError
from postlint.data.javascript.tokens import Token, TokenKind, Tokens

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
_HASHBANG = re.compile(r"#![^\n\r]*+")
_CLOSING = {"(": ")", "[": "]", "{": "}", "${": "}", "`": "`"}
_BEFORE_OPERAND = frozenset({
    "await", "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "of", "return", "throw",
    "typeof", "void", "yield",
})  # fmt: skip
_BLOCK_HEADS = frozenset({"if", "while", "for", "with"})


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
