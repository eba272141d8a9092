"""Output that stands among the code that printed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import dedented, is_code, text_of
from postlint.code.python.parser.syntax import Parser

_WORD = (
    r"(?:outputs?|out|results?|salida|sa[ií]da|ausgabe|affichage|ergebnis|sortie|résultat|输出|结果|출력|出力|خروجی)"
)
_COMMENT_HEAD = re.compile(rf"\s*#+\s*(?:the |expected |sample |example )?{_WORD}\s*[:：]?\s*", re.I)
_BARE_HEAD = re.compile(rf"\s*{_WORD}\s*[:：]?\s*", re.I)
_LINE = re.compile(
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
    """The lines with what is no code but its output as comments."""
    found: list[str] = []
    inside = False
    traceback = -_TRACEBACK_LINES
    for number, line in enumerate(lines):
        if _is_head(lines, number, parser):
            return found + ["# " + rest for rest in lines[number:]]
        if len(line) < 2000 and _LINE.match(line):
            inside = True
            traceback = number if "Traceback" in line else traceback
        elif not line.strip():
            inside = inside and number - traceback < _TRACEBACK_LINES
        hidden = (inside and line.strip()) or _is_printed(lines, number, parser)
        found.append("# " + line if hidden else line)
    return found


def _is_head(lines: Sequence[str], number: int, parser: Parser) -> bool:
    line = lines[number]
    if len(line) > 80:
        return False
    if _BARE_HEAD.fullmatch(line):
        return number > 0 and (line.rstrip()[-1] in ":：" or not _rest_reads(lines, number, parser))
    return bool(_COMMENT_HEAD.fullmatch(line)) and not _rest_reads(lines, number, parser)


def _rest_reads(lines: Sequence[str], number: int, parser: Parser) -> bool:
    return parser.tired or parser.reads(text_of(dedented(lines[number + 1 :])))


def _is_printed(lines: Sequence[str], number: int, parser: Parser) -> bool:
    """Whether a line of words follows a call that may have printed them."""
    line = lines[number]
    return (
        number > 0
        and len(line) < 2000
        and _PROSE.fullmatch(line) is not None
        and not _KEYWORD.match(line)
        and is_code(lines[number - 1])
        and _PRINTS.fullmatch(lines[number - 1]) is not None
        and not parser.reads(line.strip())
    )
