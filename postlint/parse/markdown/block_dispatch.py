"""Calls block rules only where they can match.

markdown-it tries every block rule on every line. One rule of ours replaces them: it calls those that can begin with the
first character of the line, and these do what they do in markdown-it. This halves the time of the block parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

from postlint.parse.markdown import admonitions, tables

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_FIRST_CHARACTERS = {
    "fence": "`~",
    "math_block": "$",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    admonitions.NAME: admonitions.FIRST_CHARACTERS,
}
"""The characters that a line can begin with for a rule to match. Rules that are not listed may match any line."""

_DEFINITION_LIST = "deflist"

_CHAINS = ("paragraph", "reference", "blockquote", "list")
"""The rules that check, for each following line, whether another block ends theirs there."""

_UNDERLINE = re.compile(r"[-=][ \t]*$", re.MULTILINE)
_MAX_LINES_CHECKED = 8


def underlines(text: str) -> list[int]:
    """The lines, from 0, that may underline a heading."""
    lines: list[int] = []
    line = counted = 0
    for match in _UNDERLINE.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        lines.append(line)
    return lines


def dispatch_blocks(parser: MarkdownIt) -> None:
    """Replace the block rules of a parser. The environment of each parse must have `underlines(text)`, by that name."""
    ruler = parser.block.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    names = {rule: name for name, rule in rules.items()}
    chains = {chain: [names[rule] for rule in ruler.getRules(chain)] for chain in _CHAINS}
    if tables.NAME in rules:
        rules[tables.NAME] = _above_delimiter_row(rules[tables.NAME])
    if _DEFINITION_LIST in rules:
        rules[_DEFINITION_LIST] = _above_definition(rules[_DEFINITION_LIST])
    # `code` stays enabled, although it is never called: `is_code_block` checks that.
    ruler.disable([name for name in rules if name != "code"])
    rules["paragraph"] = _paragraph(chains["paragraph"], rules)
    ruler.before("code", "any_block", _any_block(rules))
    for chain, members in chains.items():
        ruler.push(f"end_of_{chain}", _ends(members, rules), {"alt": [chain]})


def _above_delimiter_row(table: BlockRule) -> BlockRule:
    """The table rule, called only if the next line begins like a delimiter row: with a pipe, a dash or a colon."""

    def table_above_delimiter_row(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start + 1
        if below >= end:
            return False
        offset = state.bMarks[below] + state.tShift[below]
        return state.src[offset : offset + 1] in ("|", "-", ":") and table(state, start, end, silent)

    return table_above_delimiter_row


def _above_definition(definition_list: BlockRule) -> BlockRule:
    """The rule of the plugin, called only above a colon or tilde, with at most one blank line between.

    The plugin also takes indented code for a definition (`    ~ % ls`).
    """

    def definition_list_above_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:  # the rule checks whether the next definition begins here
            return definition_list(state, start, end, silent)
        below = start + 1
        if below < end and state.isEmpty(below):
            below += 1
        if below >= end or state.sCount[below] - state.blkIndent >= 4:
            return False
        offset = state.bMarks[below] + state.tShift[below]
        return state.src[offset : offset + 1] in (":", "~") and definition_list(state, start, end, silent)

    return definition_list_above_definition


def _any_block(rules: Mapping[str, BlockRule]) -> BlockRule:
    """One block rule that does the work of all."""
    last = ("code", "lheading", _DEFINITION_LIST, "paragraph")
    by_character, other = _by_character([name for name in rules if name not in last], rules)
    code, lheading, definition_list, paragraph = (rules.get(name) for name in last)
    assert lheading is not None
    assert paragraph is not None

    def any_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if code is not None and state.sCount[start] - state.blkIndent >= 4:
            return code(state, start, end, silent) or paragraph(state, start, end, silent)
        character = state.src[state.bMarks[start] + state.tShift[start]]
        for rule in by_character.get(character, other):
            if rule(state, start, end, silent):
                return True
        if _may_be_underlined(state, start, end):
            if lheading(state, start, end, silent):
                return True
        else:
            state.parentType = "paragraph"  # as `lheading` leaves it if it does not match
        if definition_list is not None and definition_list(state, start, end, silent):
            return True
        return paragraph(state, start, end, silent)

    return any_block


def _paragraph(names: Sequence[str], rules: Mapping[str, BlockRule]) -> BlockRule:
    """The paragraph rule of markdown-it, but fast for paragraphs of one line and for lines that cannot end one."""
    by_character, other = _by_character(names, rules)

    def paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        source, starts, shifts, ends, indents = state.src, state.bMarks, state.tShift, state.eMarks, state.sCount
        outer, state.parentType = state.parentType, "paragraph"
        after, end = start + 1, state.lineMax
        while after < end:
            offset = starts[after] + shifts[after]
            if offset >= ends[after]:
                break
            if indents[after] >= 0 and indents[after] - state.blkIndent < 4:
                for rule in by_character.get(source[offset], other):
                    if rule(state, after, end, True):
                        break
                else:
                    after += 1
                    continue
                break
            after += 1
        if after == start + 1:
            content = source[starts[start] + shifts[start] : ends[start]]
        else:
            content = state.getLines(start, after, state.blkIndent, False)
        state.line = after
        lines = [start, after]
        state.push("paragraph_open", "p", 1).map = lines
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = mdTrim(content), lines, []
        state.push("paragraph_close", "p", -1)
        state.parentType = outer
        return True

    return paragraph


def _may_be_underlined(state: StateBlock, start: int, end: int) -> bool:
    """Whether a heading underlined with `=` or `-` may begin here."""
    lines = state.env["underlines"]
    index = bisect_right(lines, start)
    if index == len(lines) or lines[index] >= end:
        return False
    return not any(state.isEmpty(line) for line in range(start + 1, min(lines[index], start + _MAX_LINES_CHECKED)))


def _ends(names: Sequence[str], rules: Mapping[str, BlockRule]) -> BlockRule:
    """One rule that does the work of a chain: whether a block begins at a line, which ends the block above."""
    by_character, other = _by_character(names, rules)
    indented_code = "code" in rules

    def ends(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if indented_code and state.sCount[line] - state.blkIndent >= 4:
            return False
        offset = state.bMarks[line] + state.tShift[line]
        if offset < len(state.src):
            for rule in by_character.get(state.src[offset], other):
                if rule(state, line, end, silent):
                    return True
        return False

    return ends


def _by_character(
    names: Sequence[str], rules: Mapping[str, BlockRule]
) -> tuple[dict[str, tuple[BlockRule, ...]], tuple[BlockRule, ...]]:
    """The rules to call for each first character, in their order, and those for all other characters."""
    other = tuple(rules[name] for name in names if name not in _FIRST_CHARACTERS)
    characters = {character for name in names for character in _FIRST_CHARACTERS.get(name, "")}
    by_character = {
        character: tuple(rules[name] for name in names if character in _FIRST_CHARACTERS.get(name, character))
        for character in characters
    }
    return by_character, other
