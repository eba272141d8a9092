"""Template tags, masked with text of the same length before Markdown is read, so that every position stays the same.

A tag is filled with letters, which represent unknown text. A tag that is alone on its line leaves a blank line, as in
Jekyll. Bodies that are not Markdown (code between tags, comments) are blanked as a whole; code is kept as a code block.
The tags are the generator's facts (`TemplateDialect`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postlint.core.body import CodeBlock
from postlint.core.generator import TemplateDialect
from postlint.core.text import Source, Span
from postlint.helpers.spans import inside


class Masked(NamedTuple):
    """A text whose template tags are masked, and what was masked."""

    text: str
    masks: tuple[Span, ...]
    code_blocks: tuple[CodeBlock, ...]


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    """Empty for an output tag, `{{ x }}` in Liquid."""
    arguments: Span
    closing: bool
    """`{{< /name >}}`."""


_LONGEST_LINE_OF_TAGS = 2_000
"""The longest text beside a tag that is examined, in characters; each tag of a line examines all of it."""
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)", re.MULTILINE)


def mask(source: Source, start: int, templates: TemplateDialect | None) -> Masked:
    """Mask the tags after an offset; without a template language nothing is masked."""
    text = source.text
    if templates is None or "{" not in text:
        return Masked(text, (), ())
    if not any(opener in text for opener, _ in templates.delimiters):
        return Masked(text, (), ())
    masks: list[Span] = []
    blanks: list[Span] = []
    code_blocks: list[CodeBlock] = []
    literal = [] if templates.run_in_fences else list(_fenced(text, start))
    comments = tuple(templates.comment_openers)
    at = start
    unclosed: set[str] = set()
    for tag in _tags(text, start, templates, unclosed):
        if tag.start < at or inside(literal, tag.start):
            continue
        masks.append(Span(tag.start, tag.end))
        at = tag.end
        if comments and text.startswith(comments, tag.start):
            blanks.append(masks[-1])
            continue
        end = _body_end(text, tag, templates, unclosed)
        if end is None:
            continue
        if tag.name in templates.verbatim_tags:
            at = end.start
        else:
            masks[-1] = Span(tag.start, end.end)
            blanks.append(masks[-1])
            at = end.end
            if tag.name in templates.code_tags:
                code_blocks.append(_code_block(source, tag, end))
    if not masks:
        return Masked(text, (), ())
    return Masked(_fill(text, masks, set(blanks)), tuple(masks), tuple(code_blocks))


def _fenced(text: str, start: int) -> Iterator[Span]:
    """Fenced code, approximately, because the Markdown is not parsed yet."""
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opening is None:
            opening = match
        elif match["fence"].startswith(opening["fence"]) and not match["rest"].strip():
            yield Span(opening.start(), match.end())
            opening = None


def _tags(text: str, at: int, templates: TemplateDialect, unclosed: set[str]) -> Iterator[_Tag]:
    last_closer = {opener: text.rfind(closer) for opener, closer in templates.delimiters}
    openers = re.compile("|".join(re.escape(opener) for opener, _ in templates.delimiters))
    while match := openers.search(text, at):
        at = match.start()
        # Without this, a pattern would search for a closer up to the end of the text at each opener.
        if last_closer[match[0]] < at or (tag := templates.tag.match(text, at)) is None:
            at = match.end()
            continue
        groups = tag.groupdict()
        name = groups.get("name") or ""
        arguments = Span(*tag.span("arguments")) if name else Span(tag.end(), tag.end())
        yield _Tag(tag.start(), tag.end(), name, arguments, bool(groups.get("closing")))
        # A verbatim body has no tags: continue after it.
        end = (
            _body_end(text, _Tag(tag.start(), tag.end(), name, arguments, False), templates, unclosed)
            if name in templates.verbatim_tags
            else None
        )
        at = end.start if end else tag.end()


def _body_end(text: str, tag: _Tag, templates: TemplateDialect, unclosed: set[str]) -> Span | None:
    """The tag that closes a tag whose body is not Markdown.

    `unclosed` collects names without a closing tag: tags come in order, so there is none for the next one either.
    """
    if tag.closing or tag.name in unclosed:
        return None
    if not templates.has_body(tag.name, text[tag.start : tag.end]):
        return None
    if text.endswith("/", tag.arguments.start, tag.arguments.end):  # Hugo's `{{< code-toggle file=x />}}`
        return None
    match = re.compile(templates.closing_tag.format(name=re.escape(tag.name))).search(text, tag.end)
    if match is None:
        unclosed.add(tag.name)
        return None
    return Span(*match.span())


def _fill(text: str, masks: list[Span], blanks: set[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for span in masks:
        pieces.append(text[at : span.start])
        filler = " " if span in blanks or _alone(text, span, masks) else "x"
        pieces.append("\n".join(filler * len(line) for line in text[span.start : span.end].split("\n")))
        at = span.end
    return "".join([*pieces, text[at:]])


def _alone(text: str, span: Span, masks: list[Span]) -> bool:
    """Whether a block tag is alone on its line or lines; an output tag prints something there."""
    if text.startswith("{{", span.start) and text[span.start + 2 : span.start + 3] not in "<%":
        return False
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = end if end >= 0 else len(text)
    if span.start - start + end - span.end > _LONGEST_LINE_OF_TAGS:
        return False
    rest = text[start : span.start] + text[span.end : end]
    return not rest.strip() or not re.sub(r"\{%.*?%\}|\{\{[<%].*?[>%]\}\}", "", rest).strip()


def _code_block(source: Source, tag: _Tag, end: Span) -> CodeBlock:
    text = source.text
    body_start = tag.end
    first_break = text.find("\n", tag.end, end.start)
    if first_break >= 0 and not text[tag.end : first_break].strip():
        body_start = first_break + 1
    body = text[body_start : end.start]
    tail = body.rpartition("\n")[2]
    if not tail.strip():
        body = body[: len(body) - len(tail)]
    lines = body.split("\n")[:-1] if body.endswith("\n") else body.split("\n")
    offsets, at = [], body_start
    for line in lines:
        offsets.append(at)
        at += len(line) + 1
    first = source.line_number(tag.start)
    return CodeBlock(
        "template", text[tag.arguments.start : tag.arguments.end], body, Span(tag.start, end.end),
        Span(tag.start, tag.end), tag.arguments, end, tuple(offsets), first, source.line_number(end.start), 0,
    )  # fmt: skip
