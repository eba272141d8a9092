"""Placeholders for the reader to fill in: `<name>`, `???`, `x =  # your value`, `code goes here`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import MAX_LINE_LENGTH, ends_header, is_code
from postlint.code.python.parser.parser import Parser

_NAME = "_ph"
_WORDS = re.compile(
    r"\s*[^\W\d]\w*(?:[ ,]+[^\W\d][\w']*){2,}[.!,。]?\s*|\s*(?:do something|your code|code here|some code)\b.*", re.I
)
# A sentence in a script other than Latin, perhaps without spaces between words.
_NON_LATIN_WORDS = re.compile(r"\s*[^\W\d_][\w ,.!?'，。、；：！？（）「」・؟،-]*")
_STATEMENT = re.compile(
    r"\s*(?:from|import|return|raise|del|assert|print|yield|await|global|nonlocal|for|while|if|with|def|class)\b"
)
_IMPORT = re.compile(r"\s*(?:from|import)\s")
_IN_IMPORT = re.compile(r"<[A-Za-z_][\w -]*>")
_QUESTION = re.compile(r"\?{3,}")
_IN_NAME = re.compile(r"(?<=\w)\.\[[A-Za-z_][\w ]*\]")
_VALUE = re.compile(
    r"((?:[=(,\[{:.]|\b(?:import|from|return|in|assert|if|while|not|and|or|print))\s{0,9})"
    r"<(?=[A-Za-z_])[^<>=\n]*>(?!\s*[\w(\d])"
)
_NO_VALUE = re.compile(r"(?<![=!<>+\-*/%&|^:])(=\s*)(?=#)")
# `f(x) → 3` shows the result.
_RESULT = re.compile(r"[ \t]{1,99}[→⇒⟶➜].*")
_TEMPLATE = re.compile(r"\{\{[^{}\n]*\}\}")


def without_placeholders(lines: Sequence[str], parser: Parser) -> list[str]:
    """Replace placeholders by a name, and a sentence in place of a body by `pass`."""
    result: list[str] = []
    before = ""
    for line in lines:
        if not is_code(line) or len(line) > MAX_LINE_LENGTH:
            result.append(line)
            continue
        if ends_header(before) and _is_prose(line, parser):
            result.append(line[: len(line) - len(line.lstrip())] + "pass # " + line.strip())
        else:
            result.append(_without_placeholder(line, parser))
        before = line
    return result


def _is_prose(line: str, parser: Parser) -> bool:
    if _STATEMENT.match(line):
        return False
    words = _WORDS if line.isascii() else _NON_LATIN_WORDS
    return words.fullmatch(line) is not None and not parser.accepts(line.strip())


def _without_placeholder(line: str, parser: Parser) -> str:
    line = _QUESTION.sub(_NAME, line)
    if "<" in line:
        if _IMPORT.match(line):
            line = _IN_IMPORT.sub(_NAME, line)
        line = _VALUE.sub(rf"\1{_NAME}", line)
    if "[" in line:
        line = _IN_NAME.sub("." + _NAME, line)
    if "#" in line:
        line = _NO_VALUE.sub(rf"\1{_NAME} ", line)
    if not line.isascii() and '"' not in line and "'" not in line:
        line = _RESULT.sub("", line)
    if "{{" in line and not parser.accepts(line.strip()):
        line = _TEMPLATE.sub(_NAME, line)
    return line
