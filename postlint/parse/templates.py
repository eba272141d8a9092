"""Template tags, masked to the same length before Markdown is read, so that every place stays what it is.

A tag is filled with letters: it stands for text that is not known. A tag that is alone on its line leaves a blank
line, as Jekyll does. Bodies that are no Markdown (code between tags, comments) are blanked whole; code is kept as a
code block. Which tags there are is the generator's fact: research is cited at each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postlint.core.body import CodeBlock
from postlint.core.generator import TemplateSyntax
from postlint.core.text import Source, Span
from postlint.helpers.spans import inside


class Masked(NamedTuple):
    """A text whose template tags are filled, and what they were."""

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


class _Syntax(NamedTuple):
    openers: tuple[tuple[str, str], ...]
    tag: re.Pattern[str]
    closer: str
    """What closes a tag with a body, `{name}` standing for its name."""
    code: frozenset[str]
    """Tags whose body is code, shown highlighted."""
    opaque: frozenset[str]
    """Tags whose body is neither Markdown nor shown as code."""
    verbatim: frozenset[str]
    """Tags in whose body no tag is read."""


_SYNTAXES: dict[TemplateSyntax, _Syntax] = {
    # Jekyll's and Shopify's Liquid; `highlight` is Jekyll's own (jekyll/lib/jekyll/tags/highlight.rb).
    "liquid": _Syntax(
        (("{%", "%}"), ("{{", "}}")),
        re.compile(r"\{%-?\s*(?P<closing>)(?P<name>\w+)\s*(?P<arguments>.*?)\s*-?%\}|\{\{.*?\}\}", re.DOTALL),
        r"\{{%-?\s*end{name}\s*-?%\}}",
        frozenset({"highlight", "codeblock"}),
        frozenset({"comment", "capture", "schema", "style", "javascript", "katex", "math", "mermaid"}),
        frozenset({"raw"}),
    ),
    # Hugo's shortcodes (gohugo.io/content-management/shortcodes): between `{{< >}}` the body is not read as Markdown.
    "hugo": _Syntax(
        (("{{<", ">}}"), ("{{%", "%}}")),
        re.compile(
            r"\{\{(?P<kind>[<%])(?!/\*)\s*(?P<closing>/?)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*[>%]\}\}",
            re.DOTALL,
        ),
        r"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}",
        frozenset({"highlight"}),
        frozenset({"code-toggle", "comment", "math", "katex", "mermaid", "chart", "rawhtml", "raw", "html"}),
        frozenset(),
    ),
    # Zola's shortcodes (getzola.org/documentation/content/shortcodes): without parentheses it is text.
    "zola": _Syntax(
        (("{%", "%}"), ("{{", "}}")),
        re.compile(
            r"\{%-?\s*(?P<closing>)(?P<name>\w+)\((?P<arguments>.*?)\)\s*-?%\}|\{%-?\s*end\s*-?%\}"
            r"|\{\{-?\s*\w+\(.*?\)\s*-?\}\}",
            re.DOTALL,
        ),
        r"\{{%-?\s*end\s*-?%\}}",
        frozenset(),
        frozenset(),
        frozenset(),
    ),
    # Hexo's Nunjucks (hexo.io/docs/tag-plugins); in fences it is not run (`_LITERAL_IN_FENCES`).
    "nunjucks": _Syntax(
        (("{%", "%}"), ("{{", "}}"), ("{#", "#}")),
        re.compile(r"\{%-?\s*(?P<closing>)(?P<name>\w+)\s*(?P<arguments>.*?)\s*-?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL),
        r"\{{%-?\s*end{name}\s*-?%\}}",
        frozenset({"codeblock", "code"}),
        frozenset({"katex", "math", "mermaid"}),
        frozenset({"raw"}),
    ),
    # Quarto's shortcodes (quarto.org/docs/extensions/shortcodes.html): `{{{< x >}}}` shows one.
    "quarto": _Syntax(
        (("{{<", ">}}"),),
        re.compile(r"(?<!\{)\{\{<(?!/\*)(?P<closing>)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*>\}\}", re.DOTALL),
        r"\{{\{{<\s*/{name}\s*>\}}\}}",
        frozenset(),
        frozenset(),
        frozenset(),
    ),
    # Nikola's shortcodes (getnikola.com/handbook.html#shortcodes).
    "nikola": _Syntax(
        (("{{%", "%}}"),),
        re.compile(r"\{\{%\s*(?P<closing>/?)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*%\}\}", re.DOTALL),
        r"\{{\{{%\s*/{name}\s*%\}}\}}",
        frozenset({"code"}),
        frozenset({"raw"}),
        frozenset(),
    ),
    # The tags of the plugin liquid_tags (getpelican/pelican-plugins); other braces are text to Pelican.
    "pelican": _Syntax(
        (("{%", "%}"),),
        re.compile(
            r"\{%\s*(?P<closing>)(?P<name>img|b64img|include_code|notebook|youtube|vimeo|video|audio|gram|giphy"
            r"|speakerdeck|soundcloud|tweet|literal|graphviz|diag)\b\s*(?P<arguments>.*?)\s*%\}",
            re.DOTALL,
        ),
        r"\{{%\s*end{name}\s*%\}}",
        frozenset(),
        frozenset(),
        frozenset(),
    ),
}
_LITERAL_IN_FENCES = frozenset({"nunjucks"})
"""Whose tags are text in fenced code."""
_LONGEST_LINE_OF_TAGS = 2_000
"""Characters beside a tag that are looked at; each tag of a line looks at all of them."""
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<marks>`{3,}|~{3,})(?P<rest>[^\n]*)", re.MULTILINE)


def mask(source: Source, start: int, syntax: TemplateSyntax | None) -> Masked:
    """Mask the tags after an offset; without a syntax nothing is masked."""
    text = source.text
    if syntax is None or "{" not in text:
        return Masked(text, (), ())
    rules = _SYNTAXES[syntax]
    if not any(opener in text for opener, _ in rules.openers):
        return Masked(text, (), ())
    masks: list[Span] = []
    blanks: list[Span] = []
    code_blocks: list[CodeBlock] = []
    literal = list(_fenced(text, start)) if syntax in _LITERAL_IN_FENCES else []
    at = start
    unclosed: set[str] = set()
    for tag in _tags(text, start, rules, unclosed):
        if tag.start < at or inside(literal, tag.start):
            continue
        masks.append(Span(tag.start, tag.end))
        at = tag.end
        end = _body_end(text, tag, rules, unclosed)
        if end is None:
            continue
        if tag.name in rules.verbatim:
            at = end.start
        elif tag.name in rules.code or tag.name in rules.opaque:
            masks[-1] = Span(tag.start, end.end)
            blanks.append(masks[-1])
            at = end.end
            if tag.name in rules.code:
                code_blocks.append(_code_block(source, tag, end))
    if not masks:
        return Masked(text, (), ())
    return Masked(_fill(text, masks, set(blanks)), tuple(masks), tuple(code_blocks))


def _fenced(text: str, start: int) -> Iterator[Span]:
    """Where fenced code stands, near enough for a text whose Markdown is not read yet."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opened is None:
            opened = match
        elif match["marks"].startswith(opened["marks"]) and not match["rest"].strip():
            yield Span(opened.start(), match.end())
            opened = None


def _tags(text: str, at: int, rules: _Syntax, unclosed: set[str]) -> Iterator[_Tag]:
    last_closer = {opener: text.rfind(closer) for opener, closer in rules.openers}
    find = re.compile("|".join(re.escape(opener) for opener, _ in rules.openers))
    while match := find.search(text, at):
        at = match.start()
        # Without this, a pattern would look for a closer to the end of the text at each opener.
        if last_closer[match[0]] < at or (tag := rules.tag.match(text, at)) is None:
            at = match.end()
            continue
        groups = tag.groupdict()
        name = groups.get("name") or ""
        arguments = Span(*tag.span("arguments")) if name else Span(tag.end(), tag.end())
        yield _Tag(tag.start(), tag.end(), name, arguments, bool(groups.get("closing")))
        # A verbatim body holds no tags: go on at its end.
        end = (
            _body_end(text, _Tag(tag.start(), tag.end(), name, arguments, False), rules, unclosed)
            if name in rules.verbatim
            else None
        )
        at = end.start if end else tag.end()


def _body_end(text: str, tag: _Tag, rules: _Syntax, unclosed: set[str]) -> Span | None:
    """The tag that closes a tag with a body that is no Markdown.

    `unclosed` keeps the names for which none follows: tags come in order, so none follows the next one either.
    """
    if tag.closing or tag.name in unclosed or tag.name not in (rules.code | rules.opaque | rules.verbatim):
        return None
    if text.endswith("/", tag.arguments.start, tag.arguments.end):  # Hugo's `{{< code-toggle file=x />}}`
        return None
    found = re.compile(rules.closer.format(name=re.escape(tag.name))).search(text, tag.end)
    if found is None:
        unclosed.add(tag.name)
        return None
    return Span(*found.span())


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
    """Whether a block tag has its line, or lines, to itself; an output tag prints something there."""
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
