"""Blocks of JSON: errors that no dialect (JSON5, JSON with comments, JSON lines) and no elision explains.

A small reader of its own, because posts show members without braces, comments, several documents, `...` and
placeholders. It knows four mistakes and is silent on what it does not know.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from postlint.code.problem import Problem

LIMIT = 100_000
"""Characters: a longer block is not looked at."""

_TOKEN = re.compile(
    r"(?P<space>\s+|//[^\n]*|\#[^\n]*|/\*[\s\S]*?\*/|<!--[\s\S]*?-->)"
    r"|(?P<any>\.{2,}|…|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<[^<>\n]*>|\$\{[^{}\n]*\})"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<open>[{\[])|(?P<close>[}\]])|(?P<colon>:)|(?P<comma>,)"
    r"|(?P<word>[-+]?[\w.+$-]+)"
    r"|(?P<quote>[\"'])"
)
_FIRST = re.compile(r"^[ \t]*(\S)", re.MULTILINE)
_CLOSES = {"{": "}", "[": "]"}


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


def json_problem(text: str) -> Problem | None:
    """What is wrong with a block of JSON."""
    if len(text) > LIMIT:
        return None
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        pass
    else:
        return None
    tokens = list(_tokens(text))
    if any(token.kind == "unknown" for token in tokens):
        return None
    found = _mistake(tokens) or _unclosed(tokens, text)
    if found is None:
        return None
    offset, message = found
    line = text.count("\n", 0, offset) + 1
    return Problem(line, offset - text.rfind("\n", 0, offset), message)


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            yield _Token("unknown", text[at], at)
            return
        kind = str(found.lastgroup)
        if kind != "space":
            yield _Token(kind, found[0], at)
        at = found.end()


def _mistake(tokens: list[_Token]) -> tuple[int, str] | None:
    """The first mistake and where it stands."""
    stack: list[_Token] = []
    # The value before, when nothing has followed it yet; what may stand for anything hides it.
    value: _Token | None = None
    keyed = elided = False
    for number, token in enumerate(tokens):
        if token.kind == "quote":
            return token.start, "string is never closed"
        if token.kind == "any":
            value, elided = None, True
        elif token.kind in ("comma", "colon"):
            if token.kind == "comma":
                elided = False
            keyed = token.kind == "colon" or (keyed and token.kind != "comma")
            value = None
        elif token.kind == "close":
            if not stack:
                return None
            opened = stack.pop()
            if _CLOSES[opened.text] != token.text:
                return token.start, f"`{token.text}` closes a `{opened.text}`"
            value, keyed, elided = token, False, False
        else:
            if value is not None and stack and not elided and not (value.kind == token.kind == "word"):
                return value.start + len(value.text), f"missing comma before `{_shown(token)}`"
            if _is_keyless(tokens, number, stack, keyed=keyed or elided):
                return token.start, "value without a key in an object"
            if token.kind == "open":
                stack.append(token)
                value, keyed, elided = None, False, False
            else:
                value = token
    return None


def _unclosed(tokens: list[_Token], text: str) -> tuple[int, str] | None:
    """A bracket that is not closed in a block that looks whole: its last line closes its first by indentation."""
    if not tokens or tokens[0].kind != "open" or tokens[-1].kind != "close" or any(one.kind == "any" for one in tokens):
        return None
    starts = [found.start(1) for found in _FIRST.finditer(text)]
    stack: list[_Token] = []
    suspect: _Token | None = None
    for token in tokens:
        if token.kind == "open":
            stack.append(token)
        elif token.kind == "close" and stack:
            opened = stack.pop()
            if (
                suspect is None
                and _is_first(starts, token)
                and _indent(starts, text, token) < _indent(starts, text, opened)
            ):
                suspect = opened
    last = tokens[-1]
    if len(stack) != 1 or suspect is None or not _is_first(starts, last):
        return None
    if _indent(starts, text, last) != _indent(starts, text, stack[0]):
        return None
    return suspect.start, f"`{suspect.text}` is never closed"


def _is_first(starts: list[int], token: _Token) -> bool:
    """Whether a token stands first in its line."""
    return starts[bisect_right(starts, token.start) - 1] == token.start


def _indent(starts: list[int], text: str, token: _Token) -> int:
    """The indentation of a token's line, given where the text of each line starts."""
    start = starts[bisect_right(starts, token.start) - 1]
    return start - text.rfind("\n", 0, start) - 1


def _is_keyless(tokens: list[_Token], number: int, stack: list[_Token], *, keyed: bool) -> bool:
    """Whether an object or array stands in an object where a key is due."""
    return (
        tokens[number].kind == "open"
        and bool(stack)
        and stack[-1].text == "{"
        and not keyed
        and number > 0
        and tokens[number - 1].kind != "any"
    )


def _shown(token: _Token) -> str:
    return token.text if len(token.text) <= 30 else token.text[:29] + "…"
