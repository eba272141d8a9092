"""Allowances that YAML and TOML share: captions, omitted lines, template tags, front matter followed by a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.data_formats.problem import Problem

_TEMPLATE = re.compile(r"\$?\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<%[^%\n]*%>|\$\{[^{}\n]*\}|\{\{[^{}]*\}\}")
_TEMPLATE_LINE = re.compile(r"(?:-\s+)?(?:\{\{.*\}\}|\{%.*%\}|<%.*%>)")
_ELLIPSIS_LINE = re.compile(r"\s*(?:-\s+|#\s*)?(?:\[?\(?\.{2,}\)?\]?|…|\[…\]|<snip>|\.\.\. .*)\s*,?")
_TRAILING_ELLIPSIS = re.compile(r"\s(?:\.\.\.|…)\s*$")
_CAPTION = re.compile(r"\s*(?:#.*|[\w./-]+\.(?:ya?ml|toml|cff|lock|md)\s*:?)\s*")
_NOT_DATA = re.compile(
    r"[├└│]|^[ \t]*(?:```|~~~|-{1,2}8<-|%%\w|\{[!*>].*[!*]\}|(?:[$❯➜λ]|>>>|HTTP/\d)[ \t])|^@@ -\d|^<<<<<<<"
    r"|^[ \t]*[\w.-]+/[ \t]*$|\A\s*:::[ \t]",  # the last is mkdocstrings'
    re.M,
)
_PLACEHOLDER = re.compile(r"(?<![\"'])<[A-Za-z][\w -]*>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPENING_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n")


def is_not_data(text: str) -> bool:
    """Whether a text has signs of something else: a file tree, a diff, an include, a session, Markdown."""
    return _NOT_DATA.search(text) is not None


def front_matter_of(text: str, fence: str) -> str | None:
    """The text up to the closing fence of its front matter, or None if it is not front matter with a page below."""
    opening = _OPENING_FENCE.match(text)
    if not opening or opening[1] != fence:
        return None
    end = text.find("\n" + fence, opening.end() - 1)
    return None if end < 0 else text[: end + 1]


def without_omissions(lines: Sequence[str]) -> list[str]:
    """The lines without captions, ellipses and template tags."""
    result = [
        "" if _ELLIPSIS_LINE.fullmatch(line) or _TEMPLATE_LINE.fullmatch(line.strip()) else line for line in lines
    ]
    first = next((number for number, line in enumerate(result) if line.strip()), None)
    if first is not None and _CAPTION.fullmatch(result[first]):
        result[first] = ""
    return [_TRAILING_ELLIPSIS.sub("", _TEMPLATE.sub("x", line)) for line in result]


def is_template(text: str, problem: Problem) -> bool:
    """Whether the line of the problem has a template tag or a placeholder, or the line above is a template tag."""
    lines = text.split("\n")
    line = lines[min(problem.line, len(lines)) - 1]
    above = lines[problem.line - 2] if 1 < problem.line <= len(lines) else ""
    return bool(
        "{{" in line
        or "{%" in line
        or "<%" in line
        or _PLACEHOLDER.search(_QUOTED.sub("", line))
        or _TEMPLATE_LINE.fullmatch(above.strip())
    )
