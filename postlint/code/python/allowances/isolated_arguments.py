"""Arguments, items and parameters shown without their call, list, dictionary or signature."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

from postlint.code.python.lines import dedented
from postlint.code.python.parser.newer_syntax import in_older_syntax
from postlint.code.python.parser.parser import Parser

_STATEMENT = re.compile(r"\s*(?:def|class|if|for|while|with|import|from|return|try|@|async)\b")


def _are_arguments(call: Any) -> bool:
    return len(call.value.args) + len(call.value.keywords) > 1 or bool(call.value.keywords)


def _are_items(display: Any) -> bool:
    return isinstance(display.value, ast.Dict)


def _are_elements(display: Any) -> bool:
    return isinstance(display.value, ast.List) and len(display.value.elts) > 1


def _are_parameters(definition: Any) -> bool:
    return len(definition.args.args) + len(definition.args.kwonlyargs) > 1


# What is put around the lines, and whether the statement is then what it should be.
_CONTEXTS: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
    ("_(\n", "\n)", _are_arguments),
    ("{\n", "\n}", _are_items),
    ("[\n", "\n]", _are_elements),
    ("def _(\n", "\n): pass", _are_parameters),
)


def are_isolated_arguments(lines: Sequence[str], parser: Parser) -> bool:
    """Whether the lines are several arguments, items or parameters."""
    text = "\n".join(dedented(lines))
    if _STATEMENT.match(text):
        return False
    return any(
        not parser.budget_exhausted and parser.accepts(code := before + text + after) and fits(_statement(code))
        for before, after, fits in _CONTEXTS
    )


def _statement(text: str) -> ast.stmt:
    return ast.parse(in_older_syntax(text)).body[0]
