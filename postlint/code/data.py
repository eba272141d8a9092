"""Blocks of YAML and TOML: errors, after allowances for how posts show such files.

YAML is read as events, never constructed, and only here is its library known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from postlint.code.problem import Problem

LIMIT = 100_000
"""Characters: a longer block is not looked at."""

_TEMPLATE = re.compile(r"\$?\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<%[^%\n]*%>|\$\{[^{}\n]*\}|\{\{[^{}]*\}\}")
_TEMPLATE_LINE = re.compile(r"(?:-\s+)?(?:\{\{.*\}\}|\{%.*%\}|<%.*%>)")
_ELLIPSIS_LINE = re.compile(r"\s*(?:-\s+|#\s*)?(?:\[?\(?\.{2,}\)?\]?|…|\[…\]|<snip>|\.\.\. .*)\s*,?")
_TRAILING_ELLIPSIS = re.compile(r"\s(?:\.\.\.|…)\s*$")
_CAPTION = re.compile(r"\s*(?:#.*|[\w./-]+\.(?:ya?ml|toml|cff|lock|md)\s*:?)\s*")
_NO_DATA = re.compile(
    r"[├└│]|^[ \t]*(?:```|~~~|-{1,2}8<-|%%\w|\{[!*>].*[!*]\}|(?:[$❯➜λ]|>>>|HTTP/\d)[ \t])|^@@ -\d|^<<<<<<<"
    r"|^[ \t]*[\w.-]+/[ \t]*$|\A\s*:::[ \t]",  # the last is mkdocstrings'
    re.M,
)
_PLACEHOLDER = re.compile(r"(?<![\"'])<[A-Za-z][\w -]*>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Ends of lines to YAML, not to posts.
_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
_DEPTH = 100
_BRACKET = re.compile(r"[\[\]{}]")
_DASHES = re.compile(r"-{4,}\s*")
_OPENING = re.compile(r"\s*(---|\+\+\+)[ \t]*\n")


def yaml_problem(text: str) -> Problem | None:
    """What is wrong with a block of YAML."""
    if len(text) > LIMIT or _is_deep(text) or (problem := _yaml_refusal(text)) is None or _NO_DATA.search(text):
        return None
    inside = _front_matter(text, "---")
    if inside is not None:
        problem = _yaml_refusal(inside)
        text = inside
    plain = _plain(text.split("\n"))
    for lines in (plain, _dedented(plain)):
        if problem is None:
            return None
        problem = _yaml_refusal("\n".join(lines))
    if problem is None or _paragraphs_read(plain) or _is_template(text, problem):
        return None
    return problem


def _is_deep(text: str) -> bool:
    """Whether brackets are nested so deeply that the library's time grows with the square of the depth."""
    if text.count("[") + text.count("{") < _DEPTH:
        return False
    depth = deepest = 0
    for found in _BRACKET.finditer(text):
        depth += 1 if found[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > _DEPTH


def _front_matter(text: str, fence: str) -> str | None:
    """The text up to the fence that ends its front matter, where more follows."""
    opening = _OPENING.match(text)
    if not opening or opening[1] != fence:
        return None
    end = text.find("\n" + fence, opening.end() - 1)
    return None if end < 0 else text[: end + 1]


def _plain(lines: Sequence[str]) -> list[str]:
    """The lines without captions, elisions and template tags."""
    found = ["" if _ELLIPSIS_LINE.fullmatch(line) or _TEMPLATE_LINE.fullmatch(line.strip()) else line for line in lines]
    first = next((number for number, line in enumerate(found) if line.strip()), None)
    if first is not None and _CAPTION.fullmatch(found[first]):
        found[first] = ""
    return [_TRAILING_ELLIPSIS.sub("", _TEMPLATE.sub("x", line)) for line in found]


def _dedented(lines: Sequence[str]) -> list[str]:
    depths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    depth = min(depths, default=0)
    return [line[depth:] for line in lines]


def _paragraphs_read(lines: Sequence[str]) -> bool:
    """Whether excerpts from several depths, apart by blank lines, are all well by themselves."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    paragraphs = [part for part in paragraphs if part]
    return len(paragraphs) > 1 and all(_yaml_refusal("\n".join(_dedented(part))) is None for part in paragraphs)


def _is_template(text: str, problem: Problem) -> bool:
    """Whether a template or placeholder stands in the line of the problem, or a template's tag alone above it."""
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


def _yaml_refusal(text: str) -> Problem | None:
    import yaml

    text = text.translate(_LINE_ENDS)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "quoted scalar" in (error.context or "") and error.context_mark and "end of" in (error.problem or ""):
            mark = error.context_mark  # the quote that was left open, not where the text ended
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        line = min(line, text.rstrip("\n").count("\n") + 1)
        for number, written in enumerate(text.split("\n")[max(0, line - 3) : line], max(0, line - 3) + 1):
            if _DASHES.fullmatch(written):
                return Problem(number, 1, f"`{written.strip()}` begins no document, expected `---`")
        return Problem(line, column, _yaml_words(error.problem or "", text, line, error))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return None


_YAML_WORDS = (
    ("mapping values are not allowed", "`: ` in a value that is not quoted, or a key indented too deeply"),
    ("cannot start any token", "value begins with `{0}`, expected quotes around it"),
    ("did not find expected alphabetic", "value begins with `{0}`, expected quotes around it"),
    ("did not find expected key", "line fits neither the keys above nor a value: indentation or quotes are wrong"),
    ("did not find expected '-' indicator", "line is no item of the list above: indentation or `- ` is wrong"),
    ("did not find expected ',' or", "`[` or `{{` is never closed, or a comma is missing"),
    ("expected <document start>", "text after the end of the value: a quote, a bracket or the language is wrong"),
    ("could not find expected ':'", "key without a colon, or a value that is not quoted"),
    ("unexpected end of stream", "quote is never closed"),
    ("block sequence entries are not allowed", "`- ` where no list can begin"),
    ("nesting depth", "nested too deeply to be read"),
    ("unexpected document indicator", "document ends within a value"),
)


def _yaml_words(said: str, text: str, line: int, error: object) -> str:
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    written = lines[line - 1] if mark and line <= len(lines) else ""
    sign = written[mark.column : mark.column + 1] if mark else ""
    if sign == "\t":
        return "tab in the indentation, expected spaces"
    for start, words in _YAML_WORDS:
        if start in said:
            return words.format("*" if "alphabetic" in start else sign)
    return said


_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_TOML_SLOT = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(#.*)?$")
_TOML_CHOICE = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(?:\S+\s+(?:/|\||or)\s+\S.*|\"[^\"]*\"[|/].*)$")
_TOML_PLACEHOLDER = re.compile(r"^(\s*[\w.\"'-]+\s*=)\s*(?:<[^<>\n]*>|\.\.\.|…|\?+)\s*(#.*)?$")
_TOML_ITEM_ELLIPSIS = re.compile(r",?\s{0,9}(?:\.\.\.|…)\s{0,9}(?=[\]}])")


def toml_problem(text: str) -> Problem | None:
    """What is wrong with a block of TOML."""
    if len(text) > LIMIT or _toml_refusal(text) is None or _NO_DATA.search(text):
        return None
    inside = _front_matter(text, "+++")
    if inside is not None:
        text = inside
    lines = [_toml_slot(line) for line in _plain(text.split("\n"))]
    lines = ["" if line.strip() == "+++" else line for line in lines]
    problem = _toml_refusal("\n".join(lines))
    if problem and _toml_refusal("items = [\n" + "\n".join(lines) + "\n]") is None:
        return None
    return None if problem and _is_template(text, problem) else problem


def _toml_slot(line: str) -> str:
    for pattern in (_TOML_SLOT, _TOML_CHOICE, _TOML_PLACEHOLDER):
        if found := pattern.match(line):
            return found[1] + " 0"
    return _TOML_ITEM_ELLIPSIS.sub("", line)


def _toml_refusal(text: str) -> Problem | None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        # Several files, or several ways to say the same, in one block.
        if "overwrite" in said or "twice" in said or "already" in said or "mutate" in said:
            return None
        place = _TOML_PLACE.search(said)
        if not place or not place[1]:
            return Problem(text.rstrip("\n").count("\n") + 1, 1, "code ends too early")
        return Problem(int(place[1]), int(place[2]), _toml_words(said[: place.start()]))
    except (RecursionError, ValueError):
        return None
    return None


def _toml_words(said: str) -> str:
    if said.startswith(("Illegal character '\\n'", "Unterminated string")):
        return "string is never closed"
    if said.startswith("Expected newline or end of document"):
        return "text after the value, expected the end of the line"
    if said.startswith("Invalid value"):
        return "value is none of TOML's, expected quotes around it"
    return said[:1].lower() + said[1:]
