"""Strings, comments and brackets of Python text, told apart without its parser: the same on every Python.

It reads broken code too: a string that is not closed ends with its line.
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
_FIELD = re.compile(r"\{\{|\}\}|[{}]")
_INNER = re.compile(r"[()\[\]{}:!\n]|\"\"\"|'''|\"|'")
_CLOSES = {"(": ")", "[": "]", "{": "}"}


class Token(NamedTuple):
    """A string, a comment or a bracket: what it is and where it stands."""

    kind: Literal["string", "comment", "open", "close"]
    start: int
    end: int
    prefix: str = ""
    """A string's letters, lower-cased."""
    quote: str = ""
    closed: bool = True


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[Token, ...]:
    """All strings, comments and brackets in order."""
    found: list[Token] = []
    at = 0
    while match := _START.search(text, at):
        at = match.end()
        first = match[0][0]
        if quote := match[1]:
            token = _string(text, match.start(), match.start(1), quote)
            at = token.end
            found.append(token)
        elif first == "#":
            found.append(Token("comment", match.start(), at))
        else:
            found.append(Token("open" if first in _CLOSES else "close", match.start(), at))
    return tuple(found)


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
    """Where an f-string ends whose fields may hold its own quote; None if it does not."""
    stop = _stop(quote)
    while match := stop.search(text, at):
        mark = match[0]
        at = match.end()
        if mark == quote:
            return at
        if mark == "\n":
            return None
        if mark == "{":
            end = _field_end(text, at, quote, depth)
            if end is None:
                return None
            at = end
    return None


@lru_cache(maxsize=4)
def _stop(quote: str) -> re.Pattern[str]:
    line_end = r"|\n" if len(quote) == 1 else ""
    return re.compile(rf"\\[^{{}}]|{quote}|\{{\{{|\{{{line_end}")


def _field_end(text: str, at: int, quote: str, depth: int) -> int | None:
    """Where the field ends whose brace opens before an offset."""
    brackets = 0
    while depth < 5 and (match := _INNER.search(text, at)):
        mark = match[0]
        at = match.end()
        if mark in "([{":
            brackets += 1
        elif mark in ")]}":
            if not brackets:
                return at if mark == "}" else None
            brackets -= 1
        elif mark == ":" and not brackets:
            return _spec_end(text, at, quote, depth)
        elif mark in ('"', "'", '"""', "'''"):
            token = _nested(text, match.start(), mark, depth)
            if token is None:
                return None
            at = token
    return None


def _spec_end(text: str, at: int, quote: str, depth: int) -> int | None:
    """Where the field ends whose format begins at an offset."""
    while match := _SPEC.search(text, at):
        mark = match[0]
        at = match.end()
        if mark == "}":
            return at
        if mark != "{":
            return None
        end = _field_end(text, at, quote, depth + 1)
        if end is None:
            return None
        at = end
    return None


_SPEC = re.compile(r"[{}\n\"']")


def _nested(text: str, opening: int, quote: str, depth: int) -> int | None:
    """Where a string in a field ends."""
    before = text[max(opening - 2, 0) : opening].lower()
    if before[-1:] in ("f", "t") or before in ("fr", "tr"):
        return _formatted_end(text, opening + len(quote), quote, depth + 1)
    match = _END[quote].match(text, opening + len(quote))
    end = match.end() if match else opening
    return end + len(quote) if text.startswith(quote, end) else None


@lru_cache(maxsize=64)
def blanked(text: str) -> str:
    """The text, same length and lines, with comments and the insides of strings as spaces."""
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
    """The brackets that the text leaves open, outermost first."""
    stack: list[Token] = []
    for token in tokens(text):
        if token.kind == "open":
            stack.append(token)
        elif token.kind == "close" and stack:
            stack.pop()
    return stack


def closers(text: str) -> str:
    """What closes the brackets that the text leaves open."""
    return "".join(_CLOSES[text[token.start]] for token in reversed(open_brackets(text)))
