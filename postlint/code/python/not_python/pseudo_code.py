"""Descriptions of code that are not code: cheat sheets, grammars, signatures, templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from postlint.code.python.lines import dedented, is_code
from postlint.code.python.parser.lexer import blanked, tokens
from postlint.code.python.parser.newer_syntax import in_older_syntax
from postlint.code.python.parser.parser import Parser
from postlint.code.python.repairs.compound_statements import code_of

_META = re.compile(
    r"^[ \t]*<[A-Za-z][\w/ \[\].-]*>[ \t]*(?:[.=\[(+*-]|$)|\[, \w+=|\w\[, ?\w+\]|\{<\w+>|<\w+(?:/[\w ]+)+>"
    r"|^[ \t]*(?:from|import|except|raise|with)[ \t]+<\w|^[ \t]*<\w+>[ \t]*:",
    re.M,
)
_VALUE_ALONE = re.compile(r"[^\s=]+\(.*\)\s*|[{\[(\"'].*")
_NAME = re.compile(r"(?:(?:def|class)[ \t]+)?([A-Za-z_][\w.]*)(?=[\[(])")
_TYPES = frozenset((
    "any", "bool", "bytearray", "bytes", "callable", "complex", "dict", "float", "frozenset", "int", "iterable", "list",
    "object", "set", "str", "tuple", "type",
))  # fmt: skip
_TEMPLATE_LINE = re.compile(r"\s*\{[{%][^{}]*[}%]\}\s*")
_TEMPLATE = re.compile(r"\{[{%][^{}\n]*[}%]\}")


def is_notation(text: str) -> bool:
    """Whether names in angle brackets, or `[, name]`, are where Python does not allow them."""
    return _META.search(text) is not None


def is_listing(lines: Sequence[str]) -> bool:
    """Whether every line is one expression with a comment that explains it."""
    code = [line for line in lines if is_code(line)]
    if len(code) < 2:
        return False
    for line in code:
        comment = next((token for token in tokens(line) if token.kind == "comment"), None)
        if comment is None or not _VALUE_ALONE.fullmatch(line[: comment.start].strip()):
            return False
    return True


def are_signatures(lines: Sequence[str], parser: Parser) -> bool:
    """Whether the lines are signatures without `def`, as in manuals: `area(width: float) -> float`."""
    definitions: list[str] = []
    depth = 0
    for line in dedented(lines):
        bare = code_of(line)
        if not depth and bare[:1] not in ("", "#", "@", ")"):
            name = _NAME.match(bare)
            if not name:
                return False
            bare = f"def {name[1].replace('.', '_')}{bare[name.end() :]}"
        code = blanked(bare)
        depth += sum(map(code.count, "([{")) - sum(map(code.count, ")]}"))
        ends = not depth and bare.strip() and bare[0] not in "#@"
        definitions.append(bare + ": pass" if ends and not bare.endswith((":", ": ...")) else bare)
    text = "\n".join(definitions) + "\n"
    if parser.budget_exhausted or not parser.accepts(text):
        return False
    annotations: list[ast.expr] = []
    for statement in ast.parse(in_older_syntax(text)).body:
        if not isinstance(statement, ast.FunctionDef):
            return False
        annotations += [
            node.annotation for node in ast.walk(statement.args) if isinstance(node, ast.arg) and node.annotation
        ]
    return bool(annotations) and all(map(_is_type, annotations))


def _is_type(node: ast.expr) -> bool:
    """Whether an annotation is certainly a type, not a value after `:` instead of `=`."""
    match node:
        case ast.Name(id=name):
            return name in _TYPES or name[0].isupper()
        case ast.Subscript(value=value):
            return _is_type(value)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_type(left) and _is_type(right)
        case ast.Constant(value=value):
            return value is None
        case _:
            return isinstance(node, ast.Attribute)


def without_templates(lines: Sequence[str]) -> list[str]:
    """Replace template tags by names, and lines with nothing else by comments."""
    return ["#" if _TEMPLATE_LINE.fullmatch(line) else _TEMPLATE.sub("_ph", line) for line in lines]
