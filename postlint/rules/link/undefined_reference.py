"""Undefined reference label.

`[text][label]` takes its URL from a line `[label]: url`. Without such a line, the page shows the brackets as text.

~~~markdown bad 1
See [the manual][docs] first.

[manual]: https://example.org/manual
~~~

~~~markdown good
See [the manual][docs] first.

[docs]: https://example.org/manual
~~~

Right below text, such a line is a part of the text and defines nothing, except in Python-Markdown and Redcarpet.

~~~markdown bad 1 generator=hugo
See [the manual][docs] first.
[docs]: https://example.org/manual
~~~

Brackets that may be meant as text, such as `words[1][2]`, are not reported. Neither are labels that a documentation
tool looks up (`[text][package.Class]`, in plain Markdown), nor any label in a post that includes other files.

~~~markdown good
The first letter is words[0][0], says [`split`][str.split].
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postlint.core.body import Reference
from postlint.core.messages import backticked, quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, Post, ReportOptions, Span, post_rule
from postlint.helpers.lines import are_text

_SHORTCUT = re.compile(r"(?<![\]\\!])!?\[(?P<label>[^\[\]\n]{1,999})\](?!\[)")
_DIRECTIVE = re.compile(r":[^\W_](?:[\w-]*[^\W_])?\Z")
_LONGEST_DIRECTIVE = 99
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n]+)\]:[ \t]*\S", re.MULTILINE)
_MYST_TARGET = re.compile(r"[ \t]*\(\S+\)=")
_SPACE = re.compile(r"\s+")
# Keys and character classes: `[Ctrl][C]`, `[a-z][0-9]`.
_CHARACTERS = re.compile(
    r"[^\W_]|(?:[^\W_]-[^\W_])+|f\d\d?|\\.|ctrl|control|alt|shift|cmd|command|option|meta|super|win|fn|esc|tab|enter|return",
    re.IGNORECASE,
)
_CODE_LABEL = re.compile(r"`|[\w)]?[.:]{1,2}\w|\w+\(\)\Z|__")
_CODE = re.compile(r"(?<!`)(`+)[^`]+\1|<[^<>]+>")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?")
_BRACKETS = re.compile(r"(?<!\\)\[")
_WRITTEN_BY_TEMPLATE = re.compile(r"^[ \t>]*\[[^\[\]\n]*\{[{%]", re.MULTILINE)
"""A definition whose label a template tag writes, perhaps in a loop."""
_INCLUDE = re.compile(
    r"\{%-?\s*include\w*\s+\S*(?:\.md|\.markdown|link|ref|note|abbr)|\{\{%|--8<--|^\{!|\{\{<\s*include|^```\{include\}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
    ignored_labels: tuple[str, ...] = ("x",)
    """Labels that are not checked; by default `[ ][x]`, a task."""
    shortcut_syntax: bool = False
    """Also report `[label]` alone, which may just be text in brackets."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD052", "reference-links-images"),
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    references = post.body.undefined_references
    if options.shortcut_syntax:
        others = (reference for reference in references if not _is_code(post, reference))
        references = (*others, *_shortcuts(post))
    if not references or (options.report == "broken" and _resolved_elsewhere(post)):
        return
    ignored = {_key(label) for label in options.ignored_labels}
    defined = {definition.key.lower() for definition in post.body.definitions}
    defined.update(f"^{footnote.label.lower()}" for footnote in post.body.footnote_definitions)
    in_paragraphs: set[str] = set()
    if options.report == "broken":  # a generator's parser may see definitions that CommonMark's does not
        for label, is_text in _definition_lines(post):
            (in_paragraphs if is_text else defined).add(label)
    for reference in _innermost(references):
        key = _key(reference.label)
        if not key or key.endswith("\\") or key in ignored or key in defined or post.masked(reference.span):
            continue
        if options.report == "broken" and not (defined or in_paragraphs) and _are_characters(post, reference):
            continue  # a post without definitions has no references
        if _is_meant(post, reference, key) if options.report == "broken" else _is_counted(post, reference):
            line = backticked(f"[{key}]: url")
            expected = f"a blank line above {line}" if key in in_paragraphs else f"a line {line}"
            yield Finding(f"undefined label {quoted(key)}, expected {expected}", reference.span)


def _definition_lines(post: Post) -> Iterator[tuple[str, bool]]:
    """The labels of all lines that look like definitions, and whether a line is surely the text of a paragraph."""
    paragraphs = [block.span for block in post.body.blocks if block.kind == "paragraph" and not block.container]
    if post.generator.markdown.definition_interrupts_paragraph:
        paragraphs = []
    for match in _DEFINITION.finditer(post.text, post.body_start):
        index = bisect_right(paragraphs, (match.start(),)) - 1  # the last one that begins above
        is_within = index >= 0 and match.start() < paragraphs[index].end
        yield _key(match[1]), is_within and _is_text(post, paragraphs[index], match.start())


def _is_text(post: Post, paragraph: Span, start: int) -> bool:
    """Whether a line in a paragraph follows lines that are text in every parser."""
    lines = post.text[post.text.rfind("\n", 0, paragraph.start) + 1 : start].splitlines()
    if not lines or not are_text(lines) or any(map(_MYST_TARGET.match, lines)):
        return False
    return not post.masked(Span(paragraph.start, start))


def _key(label: str) -> str:
    return _SPACE.sub(" ", label.strip()).lower()


def _resolved_elsewhere(post: Post) -> bool:
    """Whether a documentation tool looks labels up, or definitions may come from other files."""
    labels = post.generator.labels
    if labels.elsewhere:
        return True
    if labels.in_documented_code and any(
        _CODE_LABEL.search(reference.label)
        for reference in post.body.undefined_references
        if " " not in reference.label
    ):
        return True
    if post.masks and _WRITTEN_BY_TEMPLATE.search(post.text, post.body_start):
        return True
    is_partial = post.generator.sources.is_partial(post.site_path)
    return is_partial or _INCLUDE.search(post.text, post.body_start) is not None


def _shortcuts(post: Post) -> Iterator[Reference]:
    for match in _SHORTCUT.finditer(post.prose):
        label, span = match["label"], Span(*match.span())
        # `:name[label]`
        directive = _DIRECTIVE.search(post.text, max(span.start - _LONGEST_DIRECTIVE, 0), span.start)
        if label.strip() and not label.startswith("^") and not directive:  # the prose has no `]` after a link's text
            yield Reference(label, "shortcut", span, match[0].startswith("!"))
    for reference in post.body.undefined_references:
        if _is_code(post, reference):
            span = Span(reference.span.end - len(reference.label) - 2, reference.span.end)
            yield Reference(reference.label, "shortcut", span, image=False)
    for footnote in post.body.footnote_references:
        yield Reference(f"^{footnote.label}", "shortcut", footnote.span, image=False)


def _innermost(references: Iterable[Reference]) -> list[Reference]:
    """Without references that contain another one, or begin inside one: `[a][b][c]`."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda reference: reference.span):
        if kept and reference.span.start < kept[-1].span.end:
            if reference.span.end >= kept[-1].span.end:
                continue
            kept.pop()
        kept.append(reference)
    return kept


def _text(post: Post, reference: Reference) -> str:
    end = -3 if reference.kind == "collapsed" else -len(reference.label) - 3
    return post.source[reference.span].removeprefix("!")[1:end]


def _is_code(post: Post, reference: Reference) -> bool:
    """Whether the text is only code, tags or nothing: markdownlint then reads the label as a shortcut."""
    return reference.kind == "full" and not _CODE.sub("", _text(post, reference)).strip()


def _is_counted(post: Post, reference: Reference) -> bool:
    """As in markdownlint: a text that is only code or tags, or contains brackets, is not a reference."""
    text = _IMAGE.sub("x", _CODE.sub("", _text(post, reference)))
    return reference.kind == "shortcut" or (text.strip() != "" and _BRACKETS.search(text) is None)


def _are_characters(post: Post, reference: Reference) -> bool:
    """Whether both parts of a reference name keys, or are parts of a regular expression."""
    parts = (_text(post, reference).strip(), reference.label.strip())
    return all(_CHARACTERS.fullmatch(part) for part in parts)


def _is_meant(post: Post, reference: Reference, key: str) -> bool:
    text, (start, end) = post.text, reference.span
    before, after = text[start - 1 : start], text[end : end + 1]
    if not reference.image and (before.isalnum() or before in tuple("_[])`") or after in ("[", "]")):
        return False
    return not key.startswith("^") and not (key.isdecimal() and _text(post, reference).strip().isdecimal())
