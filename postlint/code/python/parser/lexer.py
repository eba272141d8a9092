"""Find the strings, comments and brackets of Python code without Python's tokenizer: the same on every version.

Invalid code is accepted: an unclosed string ends with its line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

_START = re.compile(r"#[^\n]*|(?:(?<!\w)[A-Za-z]{1,2})?(\"\"\"|'''|\"|')|[()\[\]{}]")
_PREFIXES = frozenset(["r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"])
_END = {
    '"': re.compile(r'(?:[^"\\\n]|\\[\s\S])*'),
    "'": re.compile(r"(?:[^'\\\n]|\\[\s\S])*"),
    '"""': re.compile(r'(?:[^"\\]|\\[\s\S]|"(?!""))*'),
    "'''": re.compile(r"(?:[^'\\]|\\[\s\S]|'(?!''))*"),
}
_IN_FIELD = re.compile(r"[()\[\]{}:!\n]|\"\"\"|'''|\"|'")
_IN_FORMAT = re.compile(r"[{}\n\"']")
_CLOSES = {"(": ")", "[": "]", "{": "}"}
_MAX_DEPTH = 5
"""How deep f-strings may be nested."""


class Token(NamedTuple):
    """A string, a comment or a bracket, with its offsets in the text."""

    kind: Literal["string", "comment", "open", "close"]
    start: int
    end: int
    prefix: str = ""
    """The letters before the quote of a string, in lower case."""
    quote: str = ""
    closed: bool = True


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[Token, ...]:
    """All strings, comments and brackets, in order."""
    result: list[Token] = []
    at = 0
    while match := _START.search(text, at):
        at = match.end()
        first = match[0][0]
        if quote := match[1]:
            token = _string(text, match.start(), match.start(1), quote)
            at = token.end
            result.append(token)
        elif first == "#":
            result.append(Token("comment", match.start(), at))
        else:
            result.append(Token("open" if first in _CLOSES else "close", match.start(), at))
    return tuple(result)


def _string(text: str, start: int, opening: int, quote: str) -> Token:
    prefix = text[start:opening].lower()
    if prefix not in _PREFIXES:
        start, prefix = opening, ""
    content = opening + len(quote)
    if "f" in prefix or "t" in prefix:
        end = _formatted_end(text, content, quote, 0)
        if end is not None:
            return Token("string", start, end, prefix, quote)
    match = _END[quote].match(text, content)
    end = match.end() if match else content
    closed = text.startswith(quote, end)
    return Token("string", start, end + len(quote) if closed else end, prefix, quote, closed)


def _formatted_end(text: str, at: int, quote: str, depth: int) -> int | None:
    """The offset after an f-string whose fields may contain its own quote, or None if it is unclosed."""
    delimiters = _f_string_delimiters(quote)
    while match := delimiters.search(text, at):
        delimiter = match[0]
        at = match.end()
        if delimiter == quote:
            return at
        if delimiter == "\n":
            return None
        if delimiter == "{":
            end = _field_end(text, at, quote, depth)
            if end is None:
                return None
            at = end
    return None


@lru_cache(maxsize=4)
def _f_string_delimiters(quote: str) -> re.Pattern[str]:
    line_end = r"|\n" if len(quote) == 1 else ""
    return re.compile(rf"\\[^{{}}]|{quote}|\{{\{{|\{{{line_end}")


def _field_end(text: str, at: int, quote: str, depth: int) -> int | None:
    """The offset after the field whose opening brace is before `at`."""
    brackets = 0
    while depth < _MAX_DEPTH and (match := _IN_FIELD.search(text, at)):
        delimiter = match[0]
        at = match.end()
        if delimiter in "([{":
            brackets += 1
        elif delimiter in ")]}":
            if not brackets:
                return at if delimiter == "}" else None
            brackets -= 1
        elif delimiter == ":" and not brackets:
            return _format_end(text, at, quote, depth)
        elif delimiter in ('"', "'", '"""', "'''"):
            end = _nested_string_end(text, match.start(), delimiter, depth)
            if end is None:
                return None
            at = end
    return None


def _format_end(text: str, at: int, quote: str, depth: int) -> int | None:
    """The offset after the field whose format begins at `at`."""
    while match := _IN_FORMAT.search(text, at):
        delimiter = match[0]
        at = match.end()
        if delimiter == "}":
            return at
        if delimiter != "{":
            return None
        end = _field_end(text, at, quote, depth + 1)
        if end is None:
            return None
        at = end
    return None


def _nested_string_end(text: str, opening: int, quote: str, depth: int) -> int | None:
    """The offset after a string in a field."""
    before = text[max(opening - 2, 0) : opening].lower()
    if before[-1:] in ("f", "t") or before in ("fr", "tr"):
        return _formatted_end(text, opening + len(quote), quote, depth + 1)
    match = _END[quote].match(text, opening + len(quote))
    end = match.end() if match else opening
    return end + len(quote) if text.startswith(quote, end) else None


@lru_cache(maxsize=64)
def blanked(text: str) -> str:
    """The text with comments and the contents of strings as spaces; length and lines stay the same."""
    pieces: list[str] = []
    at = 0
    for token in tokens(text):
        if token.kind == "string":
            start = text.index(token.quote, token.start) + len(token.quote)
            end = token.end - (len(token.quote) if token.closed else 0)
        elif token.kind == "comment":
            start, end = token.start, token.end
        else:
            continue
        pieces += text[at:start], re.sub(r"[^\n]", " ", text[start:end])
        at = end
    return "".join([*pieces, text[at:]])


def open_brackets(text: str) -> list[Token]:
    """The brackets that are not closed in the text, outermost first."""
    stack: list[Token] = []
    for token in tokens(text):
        if token.kind == "open":
            stack.append(token)
        elif token.kind == "close" and stack:
            stack.pop()
    return stack


def closers(text: str) -> str:
    """The closing brackets that the text lacks."""
    return "".join(_CLOSES[text[token.start]] for token in reversed(open_brackets(text)))
