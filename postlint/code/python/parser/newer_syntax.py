"""Syntax that some supported versions of Python lack: detect it, or rewrite it in syntax of the oldest one.

A block gets the same verdict wherever postlint runs: what Python 3.14 parses is not an error on 3.11.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from postlint.code.python.parser.lexer import Token, blanked, tokens

Version = tuple[int, int]

# If the second of two names is one word in lower case, it is not a class: Python 2 has a comma instead of `as`.
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
# Quick checks before the patterns above: most texts contain none of these.
_KEYWORDS = ("type ", "except", "lazy ", "def ", "class ")
_FORMATTED = re.compile(r"[fFtT][rR]?[\"']")
_HINT = re.compile(r"\btype[ \t]|(?:def|class)[ \t]+\w+\[|\bexcept\b[^\n]*,|\blazy[ \t]")
INVALID_FIELD = "?"
"""Replaces an f-string with an unbalanced brace or an empty field, so that the parser reports it there."""

_CLOSERS = {"{": "}", "[": "]", "(": ")"}
_COMPARISON = re.compile(r"[=!<>]=[ \t]*$")
_DELIMITER = re.compile(r"[{}\[\]():!]")
# Strings in fields, and named characters such as `\N{DASH}`.
_MASKED = re.compile(r"\\N\{[^}\n]*\}|(?<=[\w\s({\[,=])([\"'])(?:(?!\1)[^\n{}])*\1(?=[\s)}\],.\[:!=])")


@lru_cache(maxsize=64)
def in_older_syntax(text: str) -> str:
    """Rewrite syntax that only newer versions have, and f-strings as plain strings. The lines stay the same.

    An error in a field of an f-string stays an error.
    """
    if _FORMATTED.search(text):
        text = _plain_strings(text)
    if not any(keyword in text for keyword in _KEYWORDS) or not _HINT.search(text):
        return text
    for feature in _FEATURES:
        text = feature.pattern.sub(feature.older, text)
    return text


def _plain_strings(text: str) -> str:
    """Replace f-strings and template strings by plain strings."""
    pieces: list[str] = []
    at = 0
    for token in tokens(text):
        if token.kind != "string" or not ("f" in token.prefix or "t" in token.prefix):
            continue
        raw = text[token.start : token.end]
        pieces.append(text[at : token.start])
        pieces.append(_plain_string(raw, token) if token.closed else raw.lstrip("fFtTrR"))
        at = token.end
    return "".join([*pieces, text[at:]])


def _plain_string(raw: str, token: Token) -> str:
    """A plain string of the same length and lines, or the first field that does not parse."""
    head = len(token.prefix) + len(token.quote)
    for start, expression in fields(raw, token):
        bare = expression if _COMPARISON.search(expression) else expression.rstrip().removesuffix("=")
        if not bare.strip() or not _parses(f"({in_older_syntax(bare)}\n)"):
            before = re.sub(r"[^\n]", " ", raw[1:start])
            return "(" + before + (bare.strip() or INVALID_FIELD) + "\n" * raw.count("\n", start + len(bare)) + ")"
    inside = re.sub(r"[^\n]", "_", raw[head : -len(token.quote)])
    return token.quote + "_" * len(token.prefix) + inside + token.quote


def fields(raw: str, token: Token) -> list[tuple[int, str]]:
    """The expressions in the braces of an f-string, without conversions and formats, each after its offset in `raw`.

    The expression is empty if a brace is unbalanced.
    """
    head = len(token.prefix) + len(token.quote)
    text = _MASKED.sub(lambda match: "_" * len(match[0]), raw[: -len(token.quote)])
    expressions: list[tuple[int, str]] = []
    closers: list[str] = []
    start = skip = -1
    for match in _DELIMITER.finditer(text, head):
        delimiter, at = match[0], match.start()
        in_format = start < 0 and len(closers) == 1
        if at == skip or (delimiter not in "{}" and (in_format or not closers)):
            continue
        if not closers and text.startswith(delimiter * 2, at):
            skip = at + 1
        elif delimiter in _CLOSERS:
            start = start if closers else at + 1
            closers.append(_CLOSERS[delimiter])
        elif delimiter in "}])":
            if not closers or closers.pop() != delimiter:
                return [*expressions, (at, "")]
            if not closers and start >= 0:
                expressions.append((start, raw[start:at]))
        elif (
            len(closers) == 1
            and start >= 0
            and (delimiter == ":" or (delimiter == "!" and text[at + 1 : at + 2] != "="))
        ):
            expressions.append((start, raw[start:at]))
            start = -1
    return [*expressions, (len(text), "")] if closers else expressions


@lru_cache(maxsize=256)
def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


class NewerSyntax(NamedTuple):
    """A piece of syntax that a version of Python lacks. Line and column count from 1."""

    name: str
    since: Version
    line: int
    column: int


def find_newer_syntax(text: str, version: Version) -> NewerSyntax | None:
    """The first piece of syntax in a valid text that came after a version of Python."""
    pieces = [*_in_text(text, version), *_in_syntax_tree(text, version)]
    return min(pieces, key=lambda piece: (piece.line, piece.column), default=None)


def _in_text(text: str, version: Version) -> Iterator[NewerSyntax]:
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


def _in_syntax_tree(text: str, version: Version) -> Iterator[NewerSyntax]:
    older = in_older_syntax(text)
    for node in ast.walk(ast.parse(older)):
        for kind, name, since in _NODES:
            if isinstance(node, kind) and since > version:
                yield NewerSyntax(name, since, node.lineno, _column(older, node.lineno, node.col_offset))
        if isinstance(node, ast.arguments) and node.posonlyargs and version < (3, 8):
            parameter = node.posonlyargs[0]
            column = _column(older, parameter.lineno, parameter.col_offset)
            yield NewerSyntax("positional-only parameter", (3, 8), parameter.lineno, column)


def _column(text: str, line: int, offset: int) -> int:
    """The column in characters, from 1, of an offset in UTF-8 bytes."""
    return len(text.split("\n", line)[line - 1].encode()[:offset].decode(errors="ignore")) + 1


def _at(text: str, name: str, since: Version, offset: int) -> NewerSyntax:
    return NewerSyntax(name, since, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _needs_new_f_strings(raw: str, token: Token) -> bool:
    """Whether an f-string parses only since Python 3.12 (PEP 701)."""
    return token.closed and any(
        token.quote in field or "\\" in field or "#" in field or (len(token.quote) == 1 and "\n" in field)
        for _, field in fields(raw, token)
    )
