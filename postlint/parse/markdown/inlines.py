"""Places of inline tokens.

One rule of ours takes the place of markdown-it's own ones and hands each character to those that can begin there; it
notes where a match began and ended. That is exact, and quicker than asking every rule at every character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.core.text import Source, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import ParserInline
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

InlineRule = Callable[["StateInline", bool], bool]

INLINE_RULES = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "footnote_ref": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "footnote_inline": "^",
    "math_inline": "$",
}
"""markdown-it's inline rules in their order, and the characters at which each can match."""

PLAIN = "plain"
"""Marks, in `meta`, an inline token that holds nothing but text and line ends."""

_NOTED = frozenset("`[!<^$")
_SIMPLE_LABEL = re.compile(r"\[[^\[\]\\`<!]*\]")


def placed_rule(rules: dict[str, InlineRule]) -> InlineRule:
    """One inline rule that does the work of all and notes in each token's `meta` where it stands."""
    by_character: dict[str, tuple[InlineRule, ...]] = {}
    for name, characters in INLINE_RULES.items():
        if name in rules:
            for character in characters:
                by_character[character] = (*by_character.get(character, ()), rules[name])

    def placed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        character = state.src[start]
        candidates = by_character.get(character)
        if candidates is None:
            return False
        if silent:
            return any(rule(state, True) for rule in candidates)
        count = len(state.tokens)
        for rule in candidates:
            if rule(state, False):
                if character in "*_~":
                    _note_delimiters(state, count, start)
                elif character in _NOTED:
                    _note(state, count, start)
                return True
        if character in "[!" and _last_pair(state) >= start:
            _note_undefined(state, start)
        return False

    return placed


def quick_helpers() -> SimpleNamespace:
    """markdown-it's helpers for links, with the one that reads an address not going through it by character."""
    from markdown_it import helpers

    plain = re.compile(r"[^\s<()\\&\x00-\x20\x7f][^\s()\\&\x00-\x20\x7f]*(?=[ \n)])")
    slow = helpers.parseLinkDestination

    def parse_destination(text: str, start: int, end: int) -> SimpleNamespace:
        found = plain.match(text, start, end)
        if found is None:
            return slow(text, start, end)  # type: ignore[return-value]
        return SimpleNamespace(ok=True, pos=found.end(), str=found[0])

    return SimpleNamespace(
        parseLinkDestination=parse_destination,
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkTitle=helpers.parseLinkTitle,
    )


def quick_parser(parser: ParserInline, placed: InlineRule, characters: set[str]) -> None:
    """Let a parser of inlines ask the one rule only where a character means something, and pair only what is there."""
    from markdown_it.rules_inline import StateInline

    search = re.compile(f"[{re.escape(''.join(sorted(characters)))}]").search

    def tokenize(state: StateInline) -> None:
        source, end = state.src, state.posMax
        deepest = state.md.options["maxNesting"]
        at = state.pos
        while at < end:
            found = search(source, at, end)
            special = found.start() if found else end
            if special > at:
                state.append_pending(source[at:special])
                state.pos = special
            if found and not (state.level < deepest and placed(state, False)):
                state.append_pending(source[special])
                state.pos = special + 1
            at = state.pos
        if state.pending:
            state.pushPending()

    def parse(content: str, markdown: MarkdownIt, environment: Any, tokens: list[Token]) -> list[Token]:
        state = StateInline(content, markdown, environment, tokens)
        tokenize(state)
        if "*" in content or "_" in content or "~" in content:
            for rule in parser.ruler2.getRules(""):
                rule(state)
        return state.tokens

    parser.tokenize = tokenize  # type: ignore[method-assign]
    parser.parse = parse  # type: ignore[assignment, method-assign]


def inline_rule(characters: set[str]) -> Callable[[StateCore], None]:
    """markdown-it's step from blocks to inlines, which leaves texts alone that hold nothing but text and line ends."""
    from markdown_it.token import Token

    search = re.compile(f"[{re.escape(''.join(sorted(characters)))}]").search

    def inline(state: StateCore) -> None:
        parse, parser, env = state.md.inline.parse, state.md, state.env
        for token in state.tokens:
            if token.type == "inline":
                if search(token.content) is None:
                    token.children = [Token("text", "", 0, content=token.content)]
                    token.meta[PLAIN] = True
                else:
                    token.children = []
                    parse(token.content, parser, env, token.children)

    return inline


def _note(state: StateInline, count: int, start: int) -> None:
    for token in state.tokens[count : count + 2]:
        if token.type != "text":
            token.meta["place"] = (start, state.pos)
            if state.src[start] != "<" and token.type in ("link_open", "image"):
                token.meta["label_end"] = _label_end(state, start if token.type == "link_open" else start + 1)
            return


def _label_end(state: StateInline, bracket: int) -> int:
    if simple := _SIMPLE_LABEL.match(state.src, bracket):
        return simple.end() - 1
    return int(state.md.helpers.parseLinkLabel(state, bracket, False))


def _note_delimiters(state: StateInline, count: int, start: int) -> None:
    """Each delimiter is a text token of one character (`~~`: two) until pairs are found."""
    at = state.pos
    for token in reversed(state.tokens[count:]):
        if at <= start:
            return
        at -= len(token.content)
        token.meta["place"] = (at, at + len(token.content))


def _last_pair(state: StateInline) -> int:
    """Where the last `][` of a content stands, looked for once and not at each bracket."""
    content, last = state.env.get("pairs", ("", -1))
    if content is not state.src:
        last = state.src.rfind("][")
        state.env["pairs"] = state.src, last
    return int(last)


def _note_undefined(state: StateInline, start: int) -> None:
    """`[text][label]` and `[label][]` that came to nothing: no definition has that label."""
    bracket = start + 1 if state.src[start] == "!" else start
    if state.src[bracket : bracket + 1] != "[":
        return
    middle = state.md.helpers.parseLinkLabel(state, bracket, False)
    if middle < 0 or state.src[middle + 1 : middle + 2] != "[":
        return
    end = state.src.find("]", middle + 2)
    if 0 <= end < state.posMax:
        # As for stray marks: by identity.
        noted = state.env.setdefault("undefined", {}).setdefault(id(state.src), (state.src, []))
        noted[1].append((start, middle, end + 1))


def note_stray_delimiters(state: StateInline) -> None:
    """Note, when pairs are found, the runs of `*` and `_` that are left over outside of emphasis and links."""
    if "*" not in state.src and "_" not in state.src:
        return
    runs: list[tuple[int, int]] = []
    depth = 0
    for token in state.tokens:
        if token.nesting:
            depth += token.nesting * (token.tag != "s")
        elif depth == 0 and token.content in ("*", "_") and token.type == "text" and "place" in token.meta:
            start, end = token.meta["place"]
            if runs and runs[-1][1] == start and state.src[start - 1] == token.content:
                start = runs.pop()[0]
            runs.append((start, end))
    if runs:
        # Kept by identity, as the inline token's content is; holding the text keeps its id its own.
        state.env.setdefault("stray", {})[id(state.src)] = (state.src, runs)
        state.tokens[-1].meta["stray"] = True  # the last token stays when texts are joined: this is no plain text


class Places(NamedTuple):
    """From offsets in an inline token's content to offsets in the file."""

    starts: tuple[int, ...]
    """Where, in the content, each stretch that stands in one piece in the file begins."""
    offsets: tuple[int, ...]
    """What to add to a content offset in that stretch."""

    def __call__(self, offset: int) -> int:
        if len(self.starts) == 1:
            return offset + self.offsets[0]
        return offset + self.offsets[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The span of a part of the content that is not empty."""
        if len(self.starts) == 1:
            return Span(start + self.offsets[0], end + self.offsets[0])
        return Span(self(start), self(end - 1) + 1) if end > start else Span(self(start), self(start))


def content_end(text: str, content: str, start: int, end: int) -> int:
    """Where a content ends that stands at the right of a line: markdown-it takes off a no-break space, too."""
    if text.endswith(content, start, end):
        return end
    found = text.rfind(content, start, end)
    return end if found < 0 else found + len(content)


def line_places(source: Source, text: str, first_line: int, content: str) -> Places:
    """Of a content that stands on whole lines: each of its lines ends where the file's line does.

    Containers take from the left, and the last line has lost the white space at its end.
    """
    lines = content.split("\n")
    starts, offsets, at = [], [], 0
    last = len(lines) - 1
    for index, line in enumerate(lines):
        line_start, end = source.line(first_line + index)
        if index == last:
            end = content_end(text, line, line_start, line_start + len(text[line_start:end].rstrip(" \t\n\v\f\r")))
        starts.append(at)
        offsets.append(end - len(line) - at)
        at += len(line) + 1
    return Places(tuple(starts), tuple(offsets))


_CELL_END = re.compile(r"\|")


def cell_places(text: str, start: int, end: int) -> tuple[list[tuple[int, int, Places]], bool, bool]:
    """The cells of a table's row between two offsets: each one's span without white space, and its places.

    As markdown-it splits them: at every pipe that no backslash precedes. Also whether a pipe leads and trails.
    """
    pipes = [
        at for at in (m.start() for m in _CELL_END.finditer(text, start, end)) if at == start or text[at - 1] != "\\"
    ]
    edges = [start - 1, *pipes, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    leading = bool(pipes) and pipes[0] == start
    trailing = bool(pipes) and pipes[-1] == end - 1
    if leading:
        cells = cells[1:]
    if trailing and cells:
        cells = cells[:-1]
    return [_cell(text, *cell) for cell in cells], leading, trailing


def _cell(text: str, start: int, end: int) -> tuple[int, int, Places]:
    stripped = text[start:end]
    start += len(stripped) - len(stripped.lstrip(" \t\n\v\f\r"))
    end = max(start, start + len(stripped.strip(" \t\n\v\f\r")))
    starts, offsets = [0], [start]
    at = text.find("\\|", start, end)
    while at >= 0:  # the backslash before a pipe is not in the content
        starts.append(at - start - (len(starts) - 1))
        offsets.append(start + len(starts) - 1)
        at = text.find("\\|", at + 2, end)
    return start, end, Places(tuple(starts), tuple(offsets))


_SIMPLE_TARGET = re.compile(r"[ \t\n]*([^\s<()\\]*)(?=[\s)])")


def target_place(content: str, parenthesis: int) -> tuple[int, int]:
    """Where the address after an opening parenthesis stands, without `<>`."""
    if simple := _SIMPLE_TARGET.match(content, parenthesis + 1):
        return simple.span(1)
    from markdown_it.helpers import parseLinkDestination

    at = parenthesis + 1
    while content[at : at + 1] in (" ", "\t", "\n"):
        at += 1
    found = parseLinkDestination(content, at, len(content))
    end = found.pos if found.ok else at
    return (at + 1, end - 1) if content[at : at + 1] == "<" and end > at + 1 else (at, end)


def plain_text(tokens: list[Token]) -> str:
    """What is read aloud: text, code and images' alternative texts, without markup."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special", "math_inline"):
            parts.append(token.content.replace("\n", " "))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain_text(token.children or []))
    return "".join(parts)
