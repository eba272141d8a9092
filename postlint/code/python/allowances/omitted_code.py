"""Omitted code: `f(a, ...)`, `{..., "x": 1}`, `... more code ...`, `[...]`, `…`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import MAX_LINE_LENGTH
from postlint.code.python.parser.parser import Parser

_ALONE = frozenset(
    (
        "...",
        "..",
        "...,",
        "<snip>",
        "[snip]",
        "<...>",
        "[...]",
        "(...)",
        ". . .",
        "&hellip;",
        "[…]",
        "(…)",
        "-snip-",
        "--snip--",
    )
)
_DOTS = re.compile(r"\.{4,}|…|(?<![\w.\])\"'])\.\.(?=\s{0,9}[,)\]}])")
_WITH_COMMENT = re.compile(r"\.\.\.\s*(?:#.*)?")
_BRACKETED = re.compile(r"[\[(<]\s*\.\.\.[\w\s,'-]*(?:\.\.\.)?\s*[\])>]")
_PROSE = re.compile(r"\.\.\.\s*(?!(?:if|for|is|and|or|in|not)\b)[\w(](?:(?![=\[{:]|\w\().)*")
_OPERATOR_END = re.compile(r"(?:\b(?:elif|if|while|for|in|return|yield|and|or|not|import|lambda|is)|=)\s+\.\.\.\s*$")
_IMPORT = re.compile(r"\s*(?:from\s+[\w.]+\s+)?import\s")
_BEGINS_VALUE = re.compile(r"\s*\.\.\.\s*[,)\]}#=+\-*/]")

# Applied in this order. Runs of spaces are bounded, so that the time grows linearly with their length.
_INSIDE = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\*\s{0,9},\s{0,9}\.\.\.(?=\s{0,9}\))", "*_a, **_k"),
        (r"(?<=[(\[{,])(\s{0,99})\.\.\.\s{0,9},", r"\1"),
        (r"^(\s{0,99})\.\.\.\s{0,9},", r"\1"),
        (r",\s{0,9}\.\.\.(?=\s{0,9}[)\]}])", ","),
        (r"(?<!\bfor)(?<!\bin)(?<!\bif)(?<=[\w)\]\"'])\s{1,9}\.\.\.(?=\s{0,9}[)\]}])", ""),
        (r"\(\s{0,9}\.\.\.\s{0,9}\)", "()"),
        (r"\{\s{0,9}\.\.\.\s{0,9}\}", "{}"),
        (r"(?<=\w)\.\.\.(?=\s{0,9}[,)\]])", ""),
        (r"\bfor\s{1,9}\.\.\.(?=\s{0,9}[)\]}])", "for _ in _"),
    )
)
_IMPORTS = ((re.compile(r",\s*\.\.\.\s*(?:#.*)?$"), ""), (re.compile(r"\bimport\s+\.\.\.\s*$"), "import _x"))
_LEADING = re.compile(r"^(\s*)\.\.\.\s+(?=\S)")
_TRAILING = re.compile(r"(?<=[\w)\]\"'])\s{1,99}\.\.\.\s*$")


def without_elisions(lines: Sequence[str], parser: Parser) -> list[str]:
    """Remove what stands for omitted code, or turn it into a comment."""
    return [
        _without_elision(line, parser) if ("." in line or "…" in line or "snip" in line or "&h" in line) else line
        for line in lines
    ]


def _without_elision(line: str, parser: Parser) -> str:
    if len(line) > MAX_LINE_LENGTH:
        return line
    dotted = _DOTS.sub("...", line)
    bare = dotted.strip()
    indent = dotted[: len(dotted) - len(dotted.lstrip())]
    if "..." not in bare and bare not in _ALONE:
        return dotted
    if bare in _ALONE or _WITH_COMMENT.fullmatch(bare) or (_BRACKETED.fullmatch(bare) and not parser.accepts(bare)):
        return indent + "#..."
    if _PROSE.fullmatch(bare) and not parser.accepts(bare):
        return indent + "#" + bare
    return _without_inner_elision(dotted)


def _without_inner_elision(line: str) -> str:
    if not _BEGINS_VALUE.match(line):
        line = _LEADING.sub(r"\1", line)
    if not line.lstrip().startswith("#") and not _OPERATOR_END.search(line):
        line = _TRAILING.sub("", line)
    for pattern, replacement in _INSIDE:
        line = pattern.sub(replacement, line)
    if _IMPORT.match(line):
        for pattern, replacement in _IMPORTS:
            line = pattern.sub(replacement, line)
    return line
