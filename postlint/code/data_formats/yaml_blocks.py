"""Check a block of YAML. The text is read as a stream of events; nothing is constructed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.data_formats.omissions import front_matter_of, is_not_data, is_template, without_omissions
from postlint.code.data_formats.problem import MAX_LENGTH, Problem

# These end a line in YAML, but not in a post.
_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
_MAX_DEPTH = 100
_BRACKET = re.compile(r"[\[\]{}]")
_DASHES = re.compile(r"-{4,}\s*")
_LINES_ABOVE = 3
"""The number of lines, up to that of the error, in which an invalid document marker is its cause."""


def yaml_problem(text: str) -> Problem | None:
    """The syntax error in a block of YAML, or None."""
    if len(text) > MAX_LENGTH or _is_deep(text) or (problem := _parse(text)) is None or is_not_data(text):
        return None
    front_matter = front_matter_of(text, "---")
    if front_matter is not None:
        problem = _parse(front_matter)
        text = front_matter
    plain = without_omissions(text.split("\n"))
    for lines in (plain, _dedented(plain)):
        if problem is None:
            return None
        problem = _parse("\n".join(lines))
    if problem is None or _are_excerpts(plain) or is_template(text, problem):
        return None
    return problem


def _is_deep(text: str) -> bool:
    """Whether brackets are nested so deeply that the library's time grows with the square of the depth."""
    if text.count("[") + text.count("{") < _MAX_DEPTH:
        return False
    depth = deepest = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > _MAX_DEPTH


def _dedented(lines: Sequence[str]) -> list[str]:
    depths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    depth = min(depths, default=0)
    return [line[depth:] for line in lines]


def _are_excerpts(lines: Sequence[str]) -> bool:
    """Whether the lines are several excerpts, separated by blank lines, each valid on its own."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    return len(paragraphs) > 1 and all(_parse("\n".join(_dedented(paragraph))) is None for paragraph in paragraphs)


def _parse(text: str) -> Problem | None:
    """The syntax error in a text as it is, or None."""
    import yaml

    text = text.translate(_LINE_ENDS)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "quoted scalar" in (error.context or "") and error.context_mark and "end of" in (error.problem or ""):
            mark = error.context_mark  # the opening quote, not the end of the text
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        line = min(line, text.rstrip("\n").count("\n") + 1)
        first = max(0, line - _LINES_ABOVE)
        for number, content in enumerate(text.split("\n")[first:line], first + 1):
            if _DASHES.fullmatch(content):
                return Problem(number, 1, f"invalid document marker `{content.strip()}`, expected `---`")
        return Problem(line, column, _message(error.problem or "", text, line, error))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return None


# The library's messages, in part -> ours.
_MESSAGES = (
    ("mapping values are not allowed", "`: ` in an unquoted value, or a key that is indented too far"),
    ("cannot start any token", "unquoted value starts with `{0}`, expected quotes"),
    ("did not find expected alphabetic", "unquoted value starts with `{0}`, expected quotes"),
    ("did not find expected key", "expected a key or the rest of a value, check the indentation and quotes"),
    ("did not find expected '-' indicator", "expected a list item, check the indentation and `- `"),
    ("did not find expected ',' or", "unclosed `[` or `{{`, or missing comma"),
    ("expected <document start>", "unexpected text after the value, check quotes, brackets and the language"),
    ("could not find expected ':'", "missing colon after a key, or unquoted value"),
    ("unexpected end of stream", "unclosed quote"),
    ("block sequence entries are not allowed", "list item where no list can start"),
    ("nesting depth", "too many nested levels"),
    ("unexpected document indicator", "document ends inside a value"),
)


def _message(reason: str, text: str, line: int, error: object) -> str:
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    content = lines[line - 1] if mark and line <= len(lines) else ""
    character = content[mark.column : mark.column + 1] if mark else ""
    if character == "\t":
        return "tab in the indentation, expected spaces"
    for part, message in _MESSAGES:
        if part in reason:
            return message.format("*" if "alphabetic" in part else character)
    return reason
