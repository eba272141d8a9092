"""Calls inline rules only where they can match, and records where each match begins and ends.

markdown-it tries every inline rule at every special character, and gives inline tokens no positions. One rule of ours
replaces them: it calls those that can begin with the character, and notes the offsets in the content (`SPAN`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markdown_it import helpers
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

InlineRule = Callable[[StateInline, bool], bool]

_FIRST_CHARACTERS = {
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
"""The inline rules of markdown-it in order, with the characters at which each can match."""

# Keys of `Token.meta`. Offsets are in the content of the inline token.
PLAIN = "plain"
"""On an inline token: it holds only text and line endings. Its only child is the whole text."""
SPAN = "span"
"""On a child: where it starts and ends. On an opening token: of the whole link; of emphasis: of the delimiters."""
LABEL_END = "label_end"
"""On a link or image in brackets: the offset of the closing bracket of its text."""
STRAY = "stray_delimiters"
"""On an inline token: start and end of each run of `*` or `_` that is not part of emphasis."""
UNDEFINED = "undefined_references"
"""On an inline token: start, first `]` and end of each reference with an undefined label."""

_WITH_SPAN = frozenset("`[!<^$")
_SIMPLE_LABEL = re.compile(r"\[[^\[\]\\`<!]*\]")
_SIMPLE_URL = re.compile(r"[^\s<()\\&\x00-\x20\x7f][^\s()\\&\x00-\x20\x7f]*(?=[ \n)])")


class _State(StateInline):
    """The state of markdown-it for one content, with what is recorded for the inline token."""

    stray: list[tuple[int, int]] | None = None
    undefined: list[tuple[int, int, int]] | None = None
    last_pair: int | None = None
    """The last `][` of the content, searched for on first use; -1 if there is none."""


def dispatch_inlines(parser: MarkdownIt) -> None:
    """Replace the inline rules of a parser, and how it applies them to the inline tokens."""
    inline = parser.inline
    rules = {
        name: rule
        for name, rule in zip(inline.ruler.get_active_rules(), inline.ruler.getRules(""), strict=True)
        if name in _FIRST_CHARACTERS
    }
    any_inline = _any_inline(rules)
    inline.ruler.push("any_inline", any_inline)
    inline.ruler.enableOnly(["text", "any_inline"])
    inline.ruler2.before("fragments_join", "stray_delimiters", _note_stray_delimiters)
    # Text ends only at characters that mean something to these rules, not at all that a plugin may use.
    characters = {character for name in rules for character in _FIRST_CHARACTERS[name]}
    inline.terminator_re = re.compile(f"[{re.escape(''.join(sorted(characters)))}\\]]")
    inline.tokenize = _tokenizer(any_inline, characters)  # type: ignore[assignment, method-assign]
    inline.parse = _parse  # type: ignore[assignment, method-assign]
    parser.core.ruler.at("inline", _inline_step(characters - {"\n"}))
    parser.helpers = _quick_helpers()  # type: ignore[assignment]


def _any_inline(rules: Mapping[str, InlineRule]) -> InlineRule:
    """One inline rule that does the work of all."""
    by_character: dict[str, tuple[InlineRule, ...]] = {}
    for name, characters in _FIRST_CHARACTERS.items():
        if name in rules:
            for character in characters:
                by_character[character] = (*by_character.get(character, ()), rules[name])

    def any_inline(state: StateInline, silent: bool) -> bool:
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
                elif character in _WITH_SPAN:
                    _note_span(state, count, start)
                return True
        if character in "[!" and _last_pair(state) >= start:
            _note_undefined(state, start)
        return False

    return any_inline


def _tokenizer(any_inline: InlineRule, characters: Iterable[str]) -> Callable[[StateInline], None]:
    """How `ParserInline` goes through a content, with one rule, called only at special characters."""
    search = re.compile(f"[{re.escape(''.join(sorted(characters)))}]").search

    def tokenize(state: StateInline) -> None:
        source, end = state.src, state.posMax
        nesting_limit = state.md.options["maxNesting"]
        position = state.pos
        while position < end:
            match = search(source, position, end)
            special = match.start() if match else end
            if special > position:
                state.append_pending(source[position:special])
                state.pos = special
            if match and not (state.level < nesting_limit and any_inline(state, False)):
                state.append_pending(source[special])
                state.pos = special + 1
            position = state.pos
        if state.pending:
            state.pushPending()

    return tokenize


def _parse(content: str, parser: MarkdownIt, environment: Any, tokens: list[Token]) -> list[Token]:
    return _run(content, parser, environment, tokens).tokens


def _run(content: str, parser: MarkdownIt, environment: Any, tokens: list[Token]) -> _State:
    """Parse a content into tokens. Delimiters are paired only if there are any."""
    state = _State(content, parser, environment, tokens)
    inline = parser.inline
    inline.tokenize(state)
    if "*" in content or "_" in content or "~" in content:
        for rule in inline.ruler2.getRules(""):
            rule(state)
    return state


def _inline_step(characters: Iterable[str]) -> Callable[[StateCore], None]:
    """The step of markdown-it that parses inline tokens; those without any of the characters are left as text."""
    search = re.compile(f"[{re.escape(''.join(sorted(characters)))}]").search

    def inline(state: StateCore) -> None:
        parser, environment = state.md, state.env
        for token in state.tokens:
            if token.type != "inline":
                continue
            content = token.content
            if search(content) is None:
                token.children = [Token("text", "", 0, content=content)]
                token.meta[PLAIN] = True
                continue
            token.children = []
            inline_state = _run(content, parser, environment, token.children)
            if inline_state.stray:
                token.meta[STRAY] = inline_state.stray
            if inline_state.undefined:
                token.meta[UNDEFINED] = inline_state.undefined

    return inline


def _quick_helpers() -> SimpleNamespace:
    """The link helpers of markdown-it; the one for URLs reads simple URLs with a regular expression."""
    parse_destination = helpers.parseLinkDestination

    def quick_destination(text: str, start: int, end: int) -> SimpleNamespace:
        match = _SIMPLE_URL.match(text, start, end)
        if match is None:
            return parse_destination(text, start, end)  # type: ignore[return-value]
        return SimpleNamespace(ok=True, pos=match.end(), str=match[0])

    return SimpleNamespace(
        parseLinkDestination=quick_destination,
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkTitle=helpers.parseLinkTitle,
    )


def _note_span(state: StateInline, count: int, start: int) -> None:
    for token in state.tokens[count : count + 2]:
        if token.type != "text":
            token.meta[SPAN] = (start, state.pos)
            if state.src[start] != "<" and token.type in ("link_open", "image"):
                token.meta[LABEL_END] = _label_end(state, start if token.type == "link_open" else start + 1)
            return


def _label_end(state: StateInline, bracket: int) -> int:
    if simple := _SIMPLE_LABEL.match(state.src, bracket):
        return simple.end() - 1
    return int(state.md.helpers.parseLinkLabel(state, bracket, False))


def _note_delimiters(state: StateInline, count: int, start: int) -> None:
    """Until delimiters are paired, each is a text token of one character (`~~`: two)."""
    position = state.pos
    for token in reversed(state.tokens[count:]):
        if position <= start:
            return
        end, position = position, position - len(token.content)
        token.meta[SPAN] = (position, end)


def _last_pair(state: StateInline) -> int:
    """The last `][` of a content, searched for once and not at every bracket."""
    assert isinstance(state, _State)
    if state.last_pair is None:
        state.last_pair = state.src.rfind("][")
    return state.last_pair


def _note_undefined(state: StateInline, start: int) -> None:
    """Note `[text][label]` or `[label][]` that is not a link: no definition has that label."""
    assert isinstance(state, _State)
    bracket = start + 1 if state.src[start] == "!" else start
    if state.src[bracket : bracket + 1] != "[":
        return
    label_end = state.md.helpers.parseLinkLabel(state, bracket, False)
    if label_end < 0 or state.src[label_end + 1 : label_end + 2] != "[":
        return
    end = state.src.find("]", label_end + 2)
    if 0 <= end < state.posMax:
        if state.undefined is None:
            state.undefined = []
        state.undefined.append((start, label_end, end + 1))


def _note_stray_delimiters(state: StateInline) -> None:
    """After pairing, note the runs of `*` and `_` that are left over, outside of emphasis and links."""
    assert isinstance(state, _State)
    if "*" not in state.src and "_" not in state.src:
        return
    runs: list[tuple[int, int]] = []
    depth = 0
    for token in state.tokens:
        if token.nesting:
            depth += token.nesting * (token.tag != "s")
        elif depth == 0 and token.content in ("*", "_") and token.type == "text" and SPAN in token.meta:
            start, end = token.meta[SPAN]
            if runs and runs[-1][1] == start and state.src[start - 1] == token.content:
                start = runs.pop()[0]
            runs.append((start, end))
    state.stray = runs
