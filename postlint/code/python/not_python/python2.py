"""Rewrite the syntax of Python 2 in Python 3: a block that then parses is Python 2."""

from __future__ import annotations

import re

_CHANGES = tuple(
    (re.compile(pattern, re.M), replacement)
    for pattern, replacement in (
        (r"^([ \t]*)print[ \t]+(?![=(\[.,])([^\n]*?)(,?)[ \t]*$", r"\1print(\2)"),
        (r"^([ \t]*)print[ \t]*$", r"\1print()"),
        (r"^([ \t]*)print[ \t]*>>[ \t]*([\w.]+),([^\n]*)$", r"\1print(\3)"),
        (r":[ \t]*print[ \t]+(?![=(\[.,])([^\n]*)$", r": print(\1)"),
        (r"(except[ \t]+[\w.()., \t]{1,200}?),[ \t]*(\w+)[ \t]*:", r"\1 as \2:"),
        (r"^([ \t]*raise[ \t]+[\w.]+),[ \t]*([^\n]+)$", r"\1(\2)"),
        (r"^([ \t]*exec)[ \t]+(?![=(])([^\n]*)$", r"\1(\2)"),
        (r"`([^`\n]+)`", r"repr(\1)"),
        (r"<>", "!="),
        (r"\b0([0-7]+)\b(?![.xobXOB\d])", r"0o\1"),
        (r"\b(\d+)[lL]\b", r"\1"),
        (r"\b[uU][rR](?=['\"])", "r"),
        (r"(\bdef[ \t]+\w+[ \t]*\([^()\n]{0,500})\(([\w\s,]{1,500})\)", r"\1_t"),
        (r"^([ \t]*)(?:True|False)(?=[ \t]*=[^=])", r"\1_b"),
    )
)


def in_python_3(text: str) -> str:
    """Rewrite the syntax of Python 2 in Python 3. The lines stay the same."""
    for pattern, replacement in _CHANGES:
        text = pattern.sub(replacement, text)
    return text
