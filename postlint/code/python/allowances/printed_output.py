"""Program output among the code that printed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import MAX_LINE_LENGTH, dedented, is_code, text_of
from postlint.code.python.parser.parser import Parser

_WORD = (
    r"(?:outputs?|out|results?|salida|sa[ií]da|ausgabe|affichage|ergebnis|sortie|résultat|输出|结果|출력|出力|خروجی)"
)
_COMMENT_HEADING = re.compile(rf"\s*#+\s*(?:the |expected |sample |example )?{_WORD}\s*[:：]?\s*", re.I)
_BARE_HEADING = re.compile(rf"\s*{_WORD}\s*[:：]?\s*", re.I)
_OUTPUT_LINE = re.compile(
    r"\s*(?:CPU times: |Wall time: |Traceback \(most recent call last\)"
    r"|[\d.]+ ?(?:s|ms|µs|us|μs|ns|min|loops?)\b.*(?:±|per loop|best of)|\[[#= >.]+\] ?\||Out ?\[\d+\]:|\$ [\w./]"
    r"|[A-Z]\w*(?:Error|Exception|Warning): \S)"
)
_PRINTS = re.compile(r"\s*print\(.*\)\s*;?\s*(?:#.*)?")
_KEYWORD = re.compile(
    r"\s*(?:async|await|class|def|del|elif|else|except|finally|for|from|global|if|import|lambda|match|nonlocal|not|raise"
    r"|return|try|while|with|yield)\b"
)
_PROSE = re.compile(r"\s*[^\W\d_][\w'’,-]*(?: +[\w'’,.!?-]+){3,}\s*")
_TRACEBACK_LINES = 40


def without_output(lines: Sequence[str], parser: Parser) -> list[str]:
    """Turn program output into comments."""
    result: list[str] = []
    inside = False
    traceback = -_TRACEBACK_LINES
    for number, line in enumerate(lines):
        if _is_heading(lines, number, parser):
            return result + ["# " + rest for rest in lines[number:]]
        if len(line) < MAX_LINE_LENGTH and _OUTPUT_LINE.match(line):
            inside = True
            traceback = number if "Traceback" in line else traceback
        elif not line.strip():
            inside = inside and number - traceback < _TRACEBACK_LINES
        is_output = (inside and line.strip()) or _is_printed(lines, number, parser)
        result.append("# " + line if is_output else line)
    return result


def _is_heading(lines: Sequence[str], number: int, parser: Parser) -> bool:
    """Whether a line announces the output below it, such as `# Output:`."""
    line = lines[number]
    if len(line) > 80:
        return False
    if _BARE_HEADING.fullmatch(line):
        return number > 0 and (line.rstrip()[-1] in ":：" or not _rest_parses(lines, number, parser))
    return bool(_COMMENT_HEADING.fullmatch(line)) and not _rest_parses(lines, number, parser)


def _rest_parses(lines: Sequence[str], number: int, parser: Parser) -> bool:
    return parser.budget_exhausted or parser.accepts(text_of(dedented(lines[number + 1 :])))


def _is_printed(lines: Sequence[str], number: int, parser: Parser) -> bool:
    """Whether a line of words follows a call that may have printed them."""
    line = lines[number]
    return (
        number > 0
        and len(line) < MAX_LINE_LENGTH
        and _PROSE.fullmatch(line) is not None
        and not _KEYWORD.match(line)
        and is_code(lines[number - 1])
        and _PRINTS.fullmatch(lines[number - 1]) is not None
        and not parser.accepts(line.strip())
    )
