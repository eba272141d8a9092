"""What the post says around a block: an error shown on purpose, a mark that tells tools to leave it alone."""

from __future__ import annotations

import re

_SHOWN = re.compile(r"\b(?:SyntaxError|IndentationError|TabError|SyntaxFehler)\b")
# A traceback's last line, one of the answers of a quiz; not a paragraph that explains the error.
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
_LEFT_ALONE = re.compile(
    r"#\s*(?:doctest:\s*\+SKIP|noqa:\s*E999|type:\s*ignore\[syntax\]|pragma: no (?:lint|check))", re.I
)


def is_demonstration(text: str, before: str, after: str) -> bool:
    """Whether the block is meant to be wrong: it, or the post beside it, says so."""
    return bool(
        ("Error" in text and _SHOWN.search(text))
        or ("Error" in after and _SHOWN_BELOW.search(after))
        or _ANNOUNCED.search(before)
        or _IN_COMMENT.search(text)
    )


def is_python_2_age(before: str, after: str) -> bool:
    """Whether the post beside the block speaks of Python 2."""
    return bool(_PYTHON_2.search(before) or _PYTHON_2.search(after))


def is_left_alone(text: str) -> bool:
    """Whether a comment in the block tells tools to leave it alone."""
    return "#" in text and _LEFT_ALONE.search(text) is not None
