"""Syntax that some supported Python lacks: finding it, and saying the same in the oldest one's words.

A block is judged alike wherever postlint runs: what Python 3.14 reads is no error on 3.11.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from postlint.code.python.parser.lexer import Token, blanked, tokens

Version = tuple[int, int]

# The second of two names is no class but Python 2's `as` if it is one lower-case word.
_NAMES = r"[\w.]+(?:(?:[ \t]*,[ \t]*[\w.]+){2,}|[ \t]*,[ \t]*(?:[A-Z]\w*|\w+(?:\.\w+)+))"


class _Feature(NamedTuple):
    name: str
    since: Version
    pattern: re.Pattern[str]
    older: str


_FEATURES = (
    _Feature(
        "`type` statement",
        (3, 12),
        re.compile(r"^([ \t]*)type[ \t]+(\w+)[ \t]*(?:\[[^\n=]*\])?[ \t]*(?==[^=])", re.M),
        r"\1\2 ",
    ),
    _Feature(
        "type parameter list",
        (3, 12),
        re.compile(
            r"^([ \t]*(?:async[ \t]+)?def[ \t]+\w+|[ \t]*class[ \t]+\w+)\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\](?=[(:])",
            re.M,
        ),
        r"\1",
    ),
    _Feature(
        "`except` without parentheses",
        (3, 14),
        re.compile(rf"^([ \t]*except\*?[ \t]+)({_NAMES})([ \t]*:)", re.M),
        r"\1(\2)\3",
    ),
    _Feature("`lazy` import", (3, 15), re.compile(r"^([ \t]*)lazy[ \t]+(?=(?:import|from)[ \t])", re.M), r"\1"),
)
_NODES: tuple[tuple[type[ast.stmt | ast.expr], str, Version], ...] = (
    (ast.Match, "`match` statement", (3, 10)),
    (ast.TryStar, "`except*`", (3, 11)),
    (ast.NamedExpr, "`:=`", (3, 8)),
)
# What every such piece of syntax, or f-string, holds: most texts hold none of it.
_SIGNS = ("type ", "except", "lazy ", "def ", "class ")
_FORMATTED = re.compile(r"[fFtT][rR]?[\"']")
_HINT = re.compile(r"\btype[ \t]|(?:def|class)[ \t]+\w+\[|\bexcept\b[^\n]*,|\blazy[ \t]")
WRONG_FIELD = "?"
"""What stands for an f-string with a brace that does not pair, or an empty field."""

_CLOSERS = {"{": "}", "[": "]", "(": ")"}
_COMPARISON = re.compile(r"[=!<>]=[ \t]*$")
_MARK = re.compile(r"[{}\[\]():!]")
# Strings in fields, and characters by name.
_MASKED = re.compile(r"\\N\{[^}\n]*\}|(?<=[\w\s({\[,=])([\"'])(?:(?!\1)[^\n{}])*\1(?=[\s)}\],.\[:!=])")


@lru_cache(maxsize=64)
def in_older_words(text: str) -> str:
    """The text, same lines, without what only newer Pythons read, its f-strings as plain strings.

    What is wrong in an f-string's field stays wrong.
    """
    if _FORMATTED.search(text):
        text = _plain_strings(text)
    if not any(sign in text for sign in _SIGNS) or not _HINT.search(text):
        return text
    for feature in _FEATURES:
        text = feature.pattern.sub(feature.older, text)
    return text


def _plain_strings(text: str) -> str:
    pieces: list[str] = []
    at = 0
    for token in tokens(text):
        if token.kind != "string" or not ("f" in token.prefix or "t" in token.prefix):
            continue
        raw = text[token.start : token.end]
        pieces.append(text[at : token.start])
        pieces.append(_plain(raw, token) if token.closed else raw.lstrip("fFtTrR"))
        at = token.end
    return "".join([*pieces, text[at:]])


def _plain(raw: str, token: Token) -> str:
    """A plain string of the same length and lines; in its place its first wrong field, if there is one."""
    head = len(token.prefix) + len(token.quote)
    for start, expression in fields(raw, token):
        bare = expression if _COMPARISON.search(expression) else expression.rstrip().removesuffix("=")
        if not bare.strip() or not _reads(f"({in_older_words(bare)}\n)"):
            before = re.sub(r"[^\n]", " ", raw[1:start])
            return "(" + before + (bare.strip() or WRONG_FIELD) + "\n" * raw.count("\n", start + len(bare)) + ")"
    inside = re.sub(r"[^\n]", "_", raw[head : -len(token.quote)])
    return token.quote + "_" * len(token.prefix) + inside + token.quote


def fields(raw: str, token: Token) -> list[tuple[int, str]]:
    """The expressions in an f-string's braces and where they stand, without conversions and formats.

    An empty one stands for a brace that does not pair.
    """
    head = len(token.prefix) + len(token.quote)
    text = _MASKED.sub(lambda found: "_" * len(found[0]), raw[: -len(token.quote)])
    found: list[tuple[int, str]] = []
    closers: list[str] = []
    start = skip = -1
    for match in _MARK.finditer(text, head):
        mark, at = match[0], match.start()
        in_format = start < 0 and len(closers) == 1
        if at == skip or (mark not in "{}" and (in_format or not closers)):
            continue
        if not closers and text.startswith(mark * 2, at):
            skip = at + 1
        elif mark in _CLOSERS:
            start = start if closers else at + 1
            closers.append(_CLOSERS[mark])
        elif mark in "}])":
            if not closers or closers.pop() != mark:
                return [*found, (at, "")]
            if not closers and start >= 0:
                found.append((start, raw[start:at]))
        elif len(closers) == 1 and start >= 0 and (mark == ":" or (mark == "!" and text[at + 1 : at + 2] != "=")):
            found.append((start, raw[start:at]))
            start = -1
    return [*found, (len(text), "")] if closers else found


@lru_cache(maxsize=256)
def _reads(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


class Newer(NamedTuple):
    """A piece of syntax that a Python lacks. Line and column count from 1."""

    name: str
    since: Version
    line: int
    column: int


def newer_than(text: str, version: Version) -> Newer | None:
    """The first piece of syntax in a valid text that came after a version of Python."""
    found = [*_newer_words(text, version), *_newer_nodes(text, version)]
    return min(found, key=lambda one: (one.line, one.column), default=None)


def _newer_words(text: str, version: Version) -> Iterator[Newer]:
    code = blanked(text)
    for feature in _FEATURES:
        if feature.since > version and (match := feature.pattern.search(code)):
            yield _at(text, feature.name, feature.since, match.start() + len(match[1]) - len(match[1].lstrip()))
    for token in tokens(text):
        if token.kind != "string":
            continue
        if "t" in token.prefix and version < (3, 14):
            yield _at(text, "template string", (3, 14), token.start)
        elif "f" in token.prefix and version < (3, 12) and _needs_new_f_strings(text[token.start : token.end], token):
            yield _at(text, "f-string with its own quotes or a backslash in a field", (3, 12), token.start)


def _newer_nodes(text: str, version: Version) -> Iterator[Newer]:
    older = in_older_words(text)
    for node in ast.walk(ast.parse(older)):
        for kind, name, since in _NODES:
            if isinstance(node, kind) and since > version:
                yield Newer(name, since, node.lineno, _column(older, node.lineno, node.col_offset))
        if isinstance(node, ast.arguments) and node.posonlyargs and version < (3, 8):
            parameter = node.posonlyargs[0]
            column = _column(older, parameter.lineno, parameter.col_offset)
            yield Newer("positional-only parameter", (3, 8), parameter.lineno, column)


def _column(text: str, line: int, offset: int) -> int:
    """A column in characters, of an offset in UTF-8 bytes."""
    return len(text.split("\n", line)[line - 1].encode()[:offset].decode(errors="ignore")) + 1


def _at(text: str, name: str, since: Version, offset: int) -> Newer:
    return Newer(name, since, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _needs_new_f_strings(raw: str, token: Token) -> bool:
    return token.closed and any(
        token.quote in field or "\\" in field or "#" in field or (len(token.quote) == 1 and "\n" in field)
        for _, field in fields(raw, token)
    )
