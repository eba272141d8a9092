"""Read from the text around a block, or a comment in it, that an error is intended or that tools should skip it."""

from __future__ import annotations

import re

_SHOWN = re.compile(r"\b(?:SyntaxError|IndentationError|TabError|SyntaxFehler)\b")
# The last line of a traceback or an answer of a quiz, but not a paragraph that explains the error.
_SHOWN_BELOW = re.compile(
    r"^[^\w\n]*(?:\d{1,3}[^\w\n]*)?(?:Syntax|Indentation|Tab)Error\b"
    r"|\b(?:raises?|gives?|throws?|causes?|produces?|results? in|get|see)\b[^\n]{0,40}"
    r"\b(?:Syntax|Indentation|Tab)Error\b",
    re.M,
)
_ANNOUNCED = re.compile(
    r"SyntaxError|IndentationError|TabError|syntax errors?\b|invalid syntax|invalid python"
    r"|(?:isn['’]t|not) valid (?:python|syntax)|fail(?:s|ed)? to parse|won['’]t parse|fix the (?:error|bug)"
    r"|(?:intentionally|deliberately) (?:broken|invalid|wrong)|does(?:n['’]t| not) compile",
    re.I,
)
_PYTHON_2 = re.compile(r"\b2\.x\b|\bPython\s?\(?2(?:\.\d|\.x)?\b|<\s?3\.x|\bpy2\b|Python \(?<\s?3", re.I)
_IN_COMMENT = re.compile(
    r"^[^#\n]*#[^\n]*\b(?:invalid|not valid|illegal|syntax ?error|does(?:n['’]t| not) (?:parse|compile))\b|[❌🚫✗]",
    re.I | re.M,
)
_SKIP_COMMENT = re.compile(
    r"#\s*(?:doctest:\s*\+SKIP|noqa:\s*E999|type:\s*ignore\[syntax\]|pragma: no (?:lint|check))", re.I
)


def is_intentional_error(text: str, before: str, after: str) -> bool:
    """Whether the block shows an error on purpose, according to a comment in it or the text around it."""
    return bool(
        ("Error" in text and _SHOWN.search(text))
        or ("Error" in after and _SHOWN_BELOW.search(after))
        or _ANNOUNCED.search(before)
        or _IN_COMMENT.search(text)
    )


def mentions_python_2(before: str, after: str) -> bool:
    """Whether the text around the block mentions Python 2."""
    return bool(_PYTHON_2.search(before) or _PYTHON_2.search(after))


def has_skip_comment(text: str) -> bool:
    """Whether a comment in the block tells tools to skip it."""
    return "#" in text and _SKIP_COMMENT.search(text) is not None
