"""Recognize at a glance, before any repair, what is not Python: includes, Markdown, other languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import is_code
from postlint.code.python.not_python.other_languages import recognize_language
from postlint.code.python.verdict import Verdict, valid

_URL = re.compile(r"\s*https?://\S+\s*")
_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)", re.M)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)")
_PANDOC_DIV = re.compile(r"^:::+[ \t]*(?:\{|\w|$)", re.M)
_INCLUDE = re.compile(
    r"\s*(?:\{[!*>].*[!*]\}|\{!>.*|-{1,2}8<-{1,2}.*|<<<.*@.*|<<\s*\S+\s*|@include\b.*"
    r"|\{%-?\s*(?:include|include_relative|include_code|raw|endraw|render)\b.*%\}"
    r"|\{\{[<%]\s*(?:include|code|embed|readfile|literalinclude|snippet)\b.*\}\}"
    r"|\.\. literalinclude::.*|:::+\s*[\w.]+)\s*"
)
_LINK_ALONE = re.compile(r"\s*\[[^\]]*\]\([^)]*\)(?:\{.*\})?\s*")
_SIGNATURE = re.compile(r"\s*[\w.]+\(.*\)\s*(?:->|→)\s*\S.*")


def recognize_non_python(text: str, lines: Sequence[str]) -> Verdict | None:
    """The verdict on a text that does not parse and is obviously not Python, else None."""
    code = [line for line in lines if is_code(line)]
    if not code:
        return valid("comments")
    return _not_code(text, code) or recognize_language(text, code)


def _not_code(text: str, code: Sequence[str]) -> Verdict | None:
    if _URL.fullmatch(text) or all(_INCLUDE.fullmatch(line) for line in code):
        return valid("include")
    if _FENCE.search(text) or _FRONT_MATTER.match(text) or _PANDOC_DIV.search(text):
        return valid("markdown")
    if len(code) == 1 and _LINK_ALONE.fullmatch(code[0]):
        return valid("markdown")
    if all(_SIGNATURE.fullmatch(line) for line in code):
        return valid("signatures")
    return None
