"""Check a block of JSON for errors in any dialect: JSON5, JSON with comments, JSON lines.

The parser is our own, because posts show members without braces, comments, several documents, `...` and placeholders.
It reports five errors that it is certain of: an unclosed string or bracket, brackets that do not match, a missing
comma, a missing key.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from postlint.code.data_formats.problem import MAX_LENGTH, Problem

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
_MAX_SHOWN = 30


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


def json_problem(text: str) -> Problem | None:
    """The syntax error in a block of JSON, or None."""
    if len(text) > MAX_LENGTH:
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
    mistake = _mistake(tokens) or _unclosed(tokens, text)
    if mistake is None:
        return None
    offset, message = mistake
    line = text.count("\n", 0, offset) + 1
    return Problem(line, offset - text.rfind("\n", 0, offset), message)


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            yield _Token("unknown", text[at], at)
            return
        kind = str(match.lastgroup)
        if kind != "space":
            yield _Token(kind, match[0], at)
        at = match.end()


def _mistake(tokens: list[_Token]) -> tuple[int, str] | None:
    """The offset and message of the first mistake."""
    stack: list[_Token] = []
    # The previous value, if nothing has followed it yet. An ellipsis or placeholder resets it.
    value: _Token | None = None
    keyed = elided = False
    for number, token in enumerate(tokens):
        if token.kind == "quote":
            return token.start, "unclosed string"
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
                return token.start, f"`{token.text}` does not match the opening `{opened.text}`"
            value, keyed, elided = token, False, False
        else:
            if value is not None and stack and not elided and not (value.kind == token.kind == "word"):
                return value.start + len(value.text), f"missing comma before `{_shown(token)}`"
            if _is_keyless(tokens, number, stack, keyed=keyed or elided):
                return token.start, "missing key before a value in an object"
            if token.kind == "open":
                stack.append(token)
                value, keyed, elided = None, False, False
            else:
                value = token
    return None


def _unclosed(tokens: list[_Token], text: str) -> tuple[int, str] | None:
    """An unclosed bracket in a block that looks complete: by indentation, its last line closes its first one."""
    if (
        not tokens
        or tokens[0].kind != "open"
        or tokens[-1].kind != "close"
        or any(token.kind == "any" for token in tokens)
    ):
        return None
    starts = [match.start(1) for match in _FIRST.finditer(text)]
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
    return suspect.start, f"unclosed `{suspect.text}`"


def _is_first(starts: list[int], token: _Token) -> bool:
    """Whether a token is the first in its line."""
    return starts[bisect_right(starts, token.start) - 1] == token.start


def _indent(starts: list[int], text: str, token: _Token) -> int:
    """The indentation of a token's line in characters; `starts` has the offset of the first token of each line."""
    start = starts[bisect_right(starts, token.start) - 1]
    return start - text.rfind("\n", 0, start) - 1


def _is_keyless(tokens: list[_Token], number: int, stack: list[_Token], *, keyed: bool) -> bool:
    """Whether a token opens an object or array inside an object where a key is expected."""
    return (
        tokens[number].kind == "open"
        and bool(stack)
        and stack[-1].text == "{"
        and not keyed
        and number > 0
        and tokens[number - 1].kind != "any"
    )


def _shown(token: _Token) -> str:
    return token.text if len(token.text) <= _MAX_SHOWN else token.text[: _MAX_SHOWN - 1] + "…"
