"""Block rules asked only where they can match.

markdown-it asks every block rule at every line. One rule of ours takes their place and hands a line to those that its
first character can begin; what they then do is markdown-it's own. It halves the time of the block parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from postlint.parse.markdown import admonitions, tables

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

BlockRule = Callable[["StateBlock", int, int, bool], bool]

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
"""With what a line that a rule matches begins; a rule that is not named may match any line."""

_DEFINITION_LIST = "deflist"

_CHAINS = ("paragraph", "reference", "blockquote", "list")
"""What asks, of each following line, whether it ends there."""

_UNDERLINE = re.compile(r"[-=][ \t]*$", re.MULTILINE)
_NEAR = 8


def underlines(text: str) -> list[int]:
    """The lines, from 0, that might underline a heading."""
    found: list[int] = []
    line = at = 0
    for match in _UNDERLINE.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        found.append(line)
    return found


def dispatch_blocks(parser: MarkdownIt) -> None:
    """Put rules of ours in the place of a parser's block rules. Its `env` must hold `underlines`."""
    ruler = parser.block.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    names = {rule: name for name, rule in rules.items()}
    chains = {chain: [names[rule] for rule in ruler.getRules(chain)] for chain in _CHAINS}
    if tables.NAME in rules:
        rules[tables.NAME] = _only_above_a_delimiter_row(rules[tables.NAME])
    if _DEFINITION_LIST in rules:
        rules[_DEFINITION_LIST] = _only_above_a_definition(rules[_DEFINITION_LIST])
    # `code` stays on, though never asked: markdown-it looks at that switch to know indented code.
    ruler.disable([name for name in rules if name != "code"])
    rules["paragraph"] = _paragraph(chains["paragraph"], rules)
    ruler.before("code", "any_block", _any_block(rules))
    for chain, members in chains.items():
        ruler.push(f"end_of_{chain}", _end(members, rules), {"alt": [chain]})


def _only_above_a_delimiter_row(table: BlockRule) -> BlockRule:
    """A table's second line begins with a pipe, a dash or a colon: look there before asking."""

    def placed_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start + 1
        if below >= end:
            return False
        at = state.bMarks[below] + state.tShift[below]
        return state.src[at : at + 1] in ("|", "-", ":") and table(state, start, end, silent)

    return placed_table


def _only_above_a_definition(definition_list: BlockRule) -> BlockRule:
    """A colon or tilde below the term, and below a blank line at most; the plugin takes code for one (`~ % ls`)."""

    def placed_definition_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:  # asked whether the next definition begins here
            return definition_list(state, start, end, silent)
        below = start + 1
        if below < end and state.isEmpty(below):
            below += 1
        if below >= end or state.sCount[below] - state.blkIndent >= 4:
            return False
        at = state.bMarks[below] + state.tShift[below]
        return state.src[at : at + 1] in (":", "~") and definition_list(state, start, end, silent)

    return placed_definition_list


def _any_block(rules: Mapping[str, BlockRule]) -> BlockRule:
    last = ("code", "lheading", _DEFINITION_LIST, "paragraph")
    by_character, other = _by_character([name for name in rules if name not in last], rules)
    code, lheading, deflist, paragraph = (rules.get(name) for name in last)
    assert lheading is not None
    assert paragraph is not None

    def any_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if code is not None and state.sCount[start] - state.blkIndent >= 4:
            return code(state, start, end, silent) or paragraph(state, start, end, silent)
        character = state.src[state.bMarks[start] + state.tShift[start]]
        for rule in by_character.get(character, other):
            if rule(state, start, end, silent):
                return True
        if _underlined(state, start, end):
            if lheading(state, start, end, silent):
                return True
        else:
            state.parentType = "paragraph"  # as `lheading` leaves it when it finds nothing
        if deflist is not None and deflist(state, start, end, silent):
            return True
        return paragraph(state, start, end, silent)

    return any_block


def _paragraph(names: Sequence[str], rules: Mapping[str, BlockRule]) -> BlockRule:
    """markdown-it's paragraph; most have one line, and most lines below can't end one."""
    from markdown_it.common.utils import mdTrim

    by_character, other = _by_character(names, rules)

    def paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        source, starts, shifts, ends, indents = state.src, state.bMarks, state.tShift, state.eMarks, state.sCount
        outer, state.parentType = state.parentType, "paragraph"
        after, end = start + 1, state.lineMax
        while after < end:
            at = starts[after] + shifts[after]
            if at >= ends[after]:
                break
            if indents[after] >= 0 and indents[after] - state.blkIndent < 4:
                for rule in by_character.get(source[at], other):
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
        place = [start, after]
        state.push("paragraph_open", "p", 1).map = place
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = mdTrim(content), place, []
        state.push("paragraph_close", "p", -1)
        state.parentType = outer
        return True

    return paragraph


def _underlined(state: StateBlock, start: int, end: int) -> bool:
    """Whether what begins here may be a heading underlined with `=` or `-`."""
    lines = state.env["underlines"]
    index = bisect_right(lines, start)
    if index == len(lines) or lines[index] >= end:
        return False
    return not any(state.isEmpty(line) for line in range(start + 1, min(lines[index], start + _NEAR)))


def _end(names: Sequence[str], rules: Mapping[str, BlockRule]) -> BlockRule:
    by_character, other = _by_character(names, rules)
    indented_code = "code" in rules

    def ends(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if indented_code and state.sCount[line] - state.blkIndent >= 4:
            return False
        at = state.bMarks[line] + state.tShift[line]
        if at < len(state.src):
            for rule in by_character.get(state.src[at], other):
                if rule(state, line, end, silent):
                    return True
        return False

    return ends


def _by_character(
    names: Sequence[str], rules: Mapping[str, BlockRule]
) -> tuple[dict[str, tuple[BlockRule, ...]], tuple[BlockRule, ...]]:
    """For each first character the rules to ask, in their order; and those for any other character."""
    other = tuple(rules[name] for name in names if name not in _FIRST_CHARACTERS)
    characters = {one for name in names for one in _FIRST_CHARACTERS.get(name, "")}
    by_character = {
        one: tuple(rules[name] for name in names if one in _FIRST_CHARACTERS.get(name, one)) for one in characters
    }
    return by_character, other
