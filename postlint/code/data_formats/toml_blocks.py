"""Check a block of TOML."""

from __future__ import annotations

import re
import tomllib

from postlint.code.data_formats.omissions import front_matter_of, is_not_data, is_template, without_omissions
from postlint.code.data_formats.problem import MAX_LENGTH, Problem

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_EMPTY_VALUE = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(#.*)?$")
_ALTERNATIVES = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(?:\S+\s+(?:/|\||or)\s+\S.*|\"[^\"]*\"[|/].*)$")
_PLACEHOLDER = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(?:<[^<>\n]*>|\.\.\.|…|\?+)\s*(#.*)?$")
_ITEM_ELLIPSIS = re.compile(r",?\s{0,9}(?:\.\.\.|…)\s{0,9}(?=[\]}])")


def toml_problem(text: str) -> Problem | None:
    """The syntax error in a block of TOML, or None."""
    if len(text) > MAX_LENGTH or _parse(text) is None or is_not_data(text):
        return None
    front_matter = front_matter_of(text, "+++")
    if front_matter is not None:
        text = front_matter
    lines = [_with_value(line) for line in without_omissions(text.split("\n"))]
    lines = ["" if line.strip() == "+++" else line for line in lines]
    problem = _parse("\n".join(lines))
    if problem and _parse("items = [\n" + "\n".join(lines) + "\n]") is None:
        return None
    return None if problem and is_template(text, problem) else problem


def _with_value(line: str) -> str:
    """Replace a value that is empty, a choice or a placeholder by a valid one."""
    for pattern in (_EMPTY_VALUE, _ALTERNATIVES, _PLACEHOLDER):
        if match := pattern.match(line):
            return match[1] + " 0"
    return _ITEM_ELLIPSIS.sub("", line)


def _parse(text: str) -> Problem | None:
    """The syntax error in a text as it is, or None."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        # Duplicate keys: the block shows several files, or several ways to write the same.
        if "overwrite" in reason or "twice" in reason or "already" in reason or "mutate" in reason:
            return None
        position = _POSITION.search(reason)
        if not position or not position[1]:
            return Problem(text.rstrip("\n").count("\n") + 1, 1, "unexpected end of the code")
        return Problem(int(position[1]), int(position[2]), _message(reason[: position.start()]))
    except (RecursionError, ValueError):
        return None
    return None


def _message(reason: str) -> str:
    if reason.startswith(("Illegal character '\\n'", "Unterminated string")):
        return "unclosed string"
    if reason.startswith("Expected newline or end of document"):
        return "unexpected text after the value, expected the end of the line"
    if reason.startswith("Invalid value"):
        return "invalid value, expected quotes around a string"
    return reason[:1].lower() + reason[1:]
